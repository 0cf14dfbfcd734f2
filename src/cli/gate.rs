//! `gate`: what a change brings, compared with its base.

use super::check::AuditArgs;
use super::render::emit;
use super::with_stack;
use crate::finding::Report;
use crate::parse::Lent;
use crate::pipeline::compared::{self, Before, Change};
use crate::pipeline::{Analysis, Options};
use anyhow::Result;
use clap::Args;
use std::io::Write;
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;

#[derive(Debug, Args)]
pub(super) struct GateArgs {
    #[command(flatten)]
    audit: AuditArgs,
    /// Compare with where this branch or commit and the present state parted [default: as configured, else the upstream
    /// branch, else origin/HEAD, main or master]
    #[arg(long, value_name = "REF")]
    base: Option<String>,
}

pub(super) fn gate(args: &GateArgs, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8> {
    let audit = &args.audit;
    let options = audit.options()?;
    audit.hint(err)?;
    let (change, (report, analysis), before) = both_sides(&options, args.base.as_deref())?;
    audit.known_packages(&analysis)?;
    let report = compared::judge(report, &analysis, before.as_ref(), &change);
    emit(&report, &analysis, &audit.output, audit.workspace.color, out)?;
    let status = audit.finish(&report, &analysis, err)?;
    if let Some(before) = before {
        before.end();
    }
    // The process ends here.
    std::mem::forget((analysis, change));
    Ok(status)
}

type Sides = (Change, (Report, Analysis), Option<Before>);

/// Audits both sides at once, or only the present one where nothing that counts has changed.
fn both_sides(options: &Options, base: Option<&str>) -> Result<Sides> {
    let (tree, question) = with_stack(|| compared::begin(options))?;
    let (lend, lent) = channel();
    // Each in a pool of its own: what a thread remembers of one analysis is of no use to the other. Git is asked at the same
    // time; if it has no answer, nobody waits for the audit.
    let now = std::thread::spawn(move || with_stack(move || tree.audit(&lend)));
    let change = question.change(base)?;
    if change.is_inert(None) {
        let now = joined(now)?;
        let before = match change.is_inert(Some(&now.1)) {
            true => None,
            false => Some(audit_before(&change, lent)?),
        };
        return Ok((change, now, before));
    }
    let before = audit_before(&change, lent);
    let now = joined(now)?;
    Ok((change, now, Some(before?)))
}

fn audit_before(change: &Change, lent: Receiver<Lent>) -> Result<Before> {
    with_stack(move || compared::audit_before(change, &lent))
}

fn joined<T>(thread: JoinHandle<T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}
