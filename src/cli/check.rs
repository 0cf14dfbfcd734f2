//! `check`: the audit of the workspace; and the options that `gate` has too.

use super::render::{Format, OutputArgs, emit};
use super::{WorkspaceArgs, options, passthrough, timings, with_stack};
use crate::config::FailOn;
use crate::finding::Report;
use crate::pipeline::{self, Analysis, Options};
use crate::rules;
use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use std::io::Write;
use std::path::PathBuf;

/// What to audit, what to show, and when to fail.
#[derive(Debug, Args)]
pub(super) struct AuditArgs {
    #[command(flatten)]
    pub(super) workspace: WorkspaceArgs,
    /// Only findings in this package
    #[arg(short, long, value_name = "SPEC")]
    package: Vec<String>,
    /// Findings in all packages (the default)
    #[arg(long = "workspace", conflicts_with = "package")]
    whole_workspace: bool,
    /// No findings in this package
    #[arg(long, value_name = "SPEC")]
    exclude: Vec<String>,
    #[command(flatten)]
    pub(super) output: OutputArgs,
    /// Only findings of this rule
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    only: Vec<String>,
    /// Only findings on code that handles connections
    #[arg(long)]
    connections_only: bool,
    /// Also what comments, attributes and the baseline suppress, marked
    #[arg(long)]
    ignored_too: bool,
    /// Fail on findings from this level on [default: as configured, else warn]
    #[arg(long, value_enum, value_name = "LEVEL")]
    fail_on: Option<Least>,
    /// Exit with status 0 although the gate fails; the report says so
    #[arg(long)]
    exit_zero: bool,
    /// Do not fail because something could not be read
    #[arg(long)]
    allow_incomplete: bool,
    /// The file of known findings [default: as configured, else none]
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    audit: AuditArgs,
    #[command(flatten)]
    passthrough: passthrough::PassthroughArgs,
}

/// The least level that fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Least {
    Warn,
    Deny,
    Never,
}

impl AuditArgs {
    /// The options that the arguments mean.
    pub(super) fn options(&self) -> Result<Options> {
        if let Some(code) = self.only.iter().find(|code| rules::find(code).is_none()) {
            bail!("no rule `{code}`; did you mean `{}`?", rules::nearest(code));
        }
        let fail_on = self.fail_on.map(|least| match least {
            Least::Warn => FailOn::Warn,
            Least::Deny => FailOn::Deny,
            Least::Never => FailOn::Never,
        });
        Ok(Options {
            only: self.only.clone(),
            packages: self.package.clone(),
            exclude: self.exclude.clone(),
            connections_only: self.connections_only,
            ignored_too: self.ignored_too,
            fail_on,
            exit_zero: self.exit_zero,
            allow_incomplete: self.allow_incomplete,
            baseline: self.baseline.clone(),
            ..options(&self.workspace)
        })
    }

    /// Says what could be expected of the options and is not so.
    pub(super) fn hint(&self, err: &mut dyn Write) -> Result<()> {
        if self.workspace.verbose > 0 && self.workspace.selects_configuration() {
            writeln!(err, "note: every configuration is audited, whatever features and target are selected")?;
        }
        Ok(())
    }

    /// Notes and times, where they are no part of the report; the exit status.
    pub(super) fn finish(&self, report: &Report, analysis: &Analysis, err: &mut dyn Write) -> Result<u8> {
        if self.workspace.timings {
            timings::timings(analysis, self.workspace.verbose, err)?;
        }
        if !self.workspace.quiet && self.output.format().has_no_notes() {
            for note in &report.workspace.notes {
                writeln!(err, "note: {note}")?;
            }
        }
        Ok(u8::from(report.gate.status == "fail" && report.gate.enforced))
    }

    /// Refuses names of packages that the workspace does not have.
    pub(super) fn known_packages(&self, analysis: &Analysis) -> Result<()> {
        let known: Vec<&str> = analysis.workspace.members().iter().map(|package| package.name.as_str()).collect();
        for name in self.package.iter().chain(&self.exclude) {
            if !known.contains(&name.as_str()) {
                let score = |other: &str| strsim::jaro_winkler(other, name);
                let nearest = known.iter().max_by(|a, b| score(a).total_cmp(&score(b)));
                bail!("no package `{name}` in this workspace; did you mean `{}`?", nearest.unwrap_or(&""));
            }
        }
        Ok(())
    }
}

pub(super) fn check(args: &CheckArgs, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8> {
    let CheckArgs { audit, passthrough } = args;
    let options = audit.options()?;
    audit.hint(err)?;
    if passthrough.passthrough && (audit.output.format() != Format::Cargo || audit.output.output.is_some()) {
        bail!("`--passthrough` goes with `--format cargo` on standard output");
    }
    let builds = match passthrough.passthrough {
        true => Some(passthrough::forward(passthrough, &audit.workspace, out)?),
        false => None,
    };
    let (report, analysis) = with_stack(|| pipeline::audit(&options))?;
    audit.known_packages(&analysis)?;
    match builds {
        Some(success) => passthrough::append(&report, &analysis, success, out)?,
        None => emit(&report, &analysis, &audit.output, audit.workspace.color, out)?,
    }
    let status = audit.finish(&report, &analysis, err)?;
    // The process ends here; giving back each piece of memory first would take a tenth of the run.
    std::mem::forget(analysis);
    Ok(status.max(u8::from(builds == Some(false))))
}
