//! `--passthrough`: a real `cargo check`, with our findings behind its messages, as one build.
//!
//! In: the messages that cargo prints for `--message-format json`. Out: the same, but its last, which says how the build
//! ended and comes after our own. rust-analyzer's `check.overrideCommand` takes the place of its `cargo check`, and would
//! show no errors of the compiler without this.

use super::{WorkspaceArgs, render};
use crate::finding::Report;
use crate::pipeline::Analysis;
use crate::report;
use anyhow::{Context, Result};
use clap::Args;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

#[derive(Debug, Args)]
pub(super) struct PassthroughArgs {
    /// Run `cargo check` first and hand its messages on (with `--format cargo`)
    #[arg(long)]
    pub(super) passthrough: bool,
    /// Where that builds
    #[arg(long, value_name = "DIRECTORY", requires = "passthrough")]
    target_dir: Option<PathBuf>,
}

/// Runs `cargo check` and hands its messages on as they come; whether everything builds.
pub(super) fn forward(args: &PassthroughArgs, workspace: &WorkspaceArgs, out: &mut dyn Write) -> Result<bool> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.args(["check", "--workspace", "--all-targets", "--message-format", "json"]);
    for (option, value) in [("--manifest-path", &workspace.manifest_path), ("--target-dir", &args.target_dir)] {
        if let Some(path) = value {
            command.arg(option).arg(path);
        }
    }
    for features in &workspace.features {
        command.args(["--features", features]);
    }
    for (flag, given) in [
        ("--all-features", workspace.all_features),
        ("--no-default-features", workspace.no_default_features),
        ("--offline", workspace.offline),
        ("--locked", workspace.locked),
        ("--frozen", workspace.frozen),
        ("--quiet", workspace.quiet),
    ] {
        command.args(given.then_some(flag));
    }
    command.args(workspace.target.iter().flat_map(|target| ["--target", target.as_str()]));
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context("cannot run `cargo check`")?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.context("cannot read from `cargo check`")?;
            if !ends_build(&line) {
                out.write_all(&line)?;
                out.write_all(b"\n")?;
            }
        }
    }
    Ok(child.wait().context("cannot wait for `cargo check`")?.success())
}

/// Whether a message says that the build has ended.
fn ends_build(line: &[u8]) -> bool {
    let message = serde_json::from_slice::<serde_json::Value>(line).ok();
    message.is_some_and(|message| message["reason"] == "build-finished")
}

/// Our messages, and the end of the build.
pub(super) fn append(report: &Report, analysis: &Analysis, success: bool, out: &mut dyn Write) -> Result<()> {
    let mut bytes = vec![];
    let source = |file: &str| render::source(analysis, file);
    report::cargo::messages(report, &render::package_texts(&analysis.workspace), &source, &mut bytes)?;
    report::cargo::finished(success, &mut bytes)?;
    Ok(out.write_all(&bytes)?)
}
