//! What the program says of itself: completions and manual pages, made from the definitions of the commands; schemas; rules.

use crate::rules;
use anyhow::{Result, bail};
use clap::{Args, Command, ValueEnum};
use clap_complete::Shell;
use std::io::Write;

#[derive(Debug, Args)]
pub(super) struct CompletionArgs {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// A command; without one the page is that of the program
    command: Option<String>,
}

/// What there is a schema of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Described {
    /// What `--format json` prints
    Report,
    /// `vestige.toml`
    Configuration,
}

/// Prints a schema.
pub(super) fn schema(of: Described, out: &mut dyn Write) -> Result<u8> {
    let text = match of {
        Described::Report => include_str!("../../docs/report.schema.json"),
        Described::Configuration => include_str!("../../docs/vestige.schema.json"),
    };
    out.write_all(text.as_bytes())?;
    Ok(0)
}

/// Prints the rules.
pub(super) fn rules(as_json: bool, out: &mut dyn Write) -> Result<u8> {
    if as_json {
        let told = rules::RULES.iter().map(|rule| {
            let (level, summary) = (rule.level, rule.summary());
            serde_json::json!({ "code": rule.code, "family": rule.family, "level": level, "summary": summary })
        });
        serde_json::to_writer_pretty(&mut *out, &told.collect::<Vec<_>>())?;
        writeln!(out)?;
        return Ok(0);
    }
    for rule in rules::RULES {
        writeln!(out, "{:<20} {:<12} {}", rule.code, rule.family, rule.summary())?;
    }
    Ok(0)
}

/// Prints completions of the program as it is called without cargo.
pub(super) fn completions(args: &CompletionArgs, program: Command, out: &mut dyn Write) -> Result<u8> {
    let mut program = program;
    let mut bytes = vec![];
    clap_complete::generate(args.shell, &mut program, PROGRAM, &mut bytes);
    out.write_all(&bytes)?;
    Ok(0)
}

/// Prints a manual page.
pub(super) fn man(args: &ManArgs, program: Command, out: &mut dyn Write) -> Result<u8> {
    let mut program = program;
    // The names of commands are put together when all are known.
    program.build();
    let page = match &args.command {
        None => program,
        Some(name) => {
            let command = program.find_subcommand(name).filter(|command| !command.is_hide_set());
            let Some(command) = command else { bail!("no command `{name}`; see `cargo vestige --help`") };
            command.clone()
        }
    };
    let mut bytes = vec![];
    clap_mangen::Man::new(page).render(&mut bytes)?;
    out.write_all(&bytes)?;
    Ok(0)
}

/// The name of the file that cargo starts.
const PROGRAM: &str = "cargo-vestige";
