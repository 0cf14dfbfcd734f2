//! `gate`: what a change brings, compared with its base.

use super::check::AuditArgs;
use super::render::emit;
use super::with_stack;
use crate::finding::Report;
use crate::pipeline::Analysis;
use crate::pipeline::compared::{self, Before, Change};
use anyhow::Result;
use clap::Args;
use std::io::Write;

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
    let change = compared::change(&options, args.base.as_deref())?;
    let ((report, analysis), before) = both_sides(&change)?;
    audit.known_packages(&analysis)?;
    let report = compared::judge(report, &analysis, before.as_ref(), &change);
    emit(&report, &analysis, &audit.output, audit.workspace.color, out)?;
    let status = audit.finish(&report, &analysis, err)?;
    if let Some(before) = before {
        before.end();
    }
    // The process ends here.
    std::mem::forget(analysis);
    Ok(status)
}

type Sides = ((Report, Analysis), Option<Before>);

/// Audits both sides at once, or only the present one where nothing that counts has changed.
fn both_sides(change: &Change) -> Result<Sides> {
    if change.is_inert(None) {
        let now = with_stack(|| compared::audit_now(change))?;
        let before = match change.is_inert(Some(&now.1)) {
            true => None,
            false => Some(with_stack(|| compared::audit_before(change))?),
        };
        return Ok((now, before));
    }
    std::thread::scope(|scope| {
        // Each in a pool of its own: what a thread remembers of one analysis is of no use to the other.
        let before = scope.spawn(|| with_stack(|| compared::audit_before(change)));
        let now = with_stack(|| compared::audit_now(change));
        let before = before.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        Ok((now?, Some(before?)))
    })
}
