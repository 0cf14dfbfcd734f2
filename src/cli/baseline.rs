//! `baseline`: puts down the findings of today, or takes out of the file what is gone.

use super::{WorkspaceArgs, options, with_stack};
use crate::gate::baseline::{Baseline, FILE};
use crate::pipeline::{self, Options};
use anyhow::{Context, Result, bail};
use clap::Args;
use std::io::Write;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct BaselineArgs {
    #[command(flatten)]
    workspace: WorkspaceArgs,
    /// Only take out what matches nothing any more
    #[arg(long)]
    prune: bool,
    /// The file [default: as configured, else vestige-baseline.txt beside the root manifest]
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(super) fn baseline(args: &BaselineArgs, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8> {
    let options = Options { without_baseline: true, only_findings: true, ..options(&args.workspace) };
    let (report, analysis) = with_stack(|| pipeline::audit(&options))?;
    if !report.workspace.complete {
        let problems = analysis.sources.problems.iter().filter(|problem| problem.incomplete);
        let first = problems.map(ToString::to_string).next().unwrap_or_default();
        bail!("the analysis is incomplete, so nobody knows what is there and what is gone: {first}");
    }
    let root = &analysis.workspace.root;
    let configured = analysis.config.gate.baseline.as_ref();
    let path = args.output.clone().unwrap_or_else(|| root.join(configured.map_or(FILE, String::as_str)));
    let old = match args.prune || path.exists() {
        true => Baseline::read(&path)?,
        false => Baseline::default(),
    };
    let gone = old.stale(&report.findings);
    let mut new = Baseline::of(&report.findings);
    if args.prune {
        new.entries = old.entries.iter().filter(|entry| !gone.contains(entry)).cloned().collect();
    }
    std::fs::write(&path, new.text()).with_context(|| format!("cannot write {}", path.display()))?;
    let added = (new.entries.len() + gone.len()).saturating_sub(old.entries.len());
    let shown = path.strip_prefix(root).unwrap_or(&path).display();
    writeln!(out, "{} findings in {shown}: {added} added, {} taken out", new.entries.len(), gone.len())?;
    if configured.is_none() && args.output.is_none() && !args.workspace.quiet {
        writeln!(err, "note: it counts when {} says `baseline = \"{FILE}\"` under [gate]", crate::config::FILE)?;
    }
    Ok(0)
}
