//! `--timings`: how long each stage took, and with `-v` how many method calls were resolved.

use crate::pipeline::Analysis;
use anyhow::Result;
use std::io::Write;

/// Why types are not known, the most frequent reasons first.
fn top_causes(analysis: &Analysis) -> Vec<(crate::resolve::Cause, usize)> {
    let mut counts = std::collections::BTreeMap::new();
    for call in &analysis.bindings.unknown {
        *counts.entry(call.cause).or_insert(0) += 1;
    }
    let mut all: Vec<_> = counts.into_iter().collect();
    all.sort_by_key(|(cause, count)| (std::cmp::Reverse(*count), *cause));
    all.truncate(MOST_CAUSES);
    all
}

/// How many reasons `--timings -v` shows.
const MOST_CAUSES: usize = 20;

/// Writes what a run took.
pub(super) fn timings(analysis: &Analysis, verbose: u8, err: &mut dyn Write) -> Result<()> {
    for (stage, took) in &analysis.timings.0 {
        writeln!(err, "{stage:<10} {:>8.1} ms", took.as_secs_f64() * 1000.0)?;
    }
    if verbose > 0 {
        let calls = analysis.bindings.calls;
        let all = f64::from((calls.exact + calls.unknown + calls.foreign).max(1));
        let share = |count: u32| 100.0 * f64::from(count) / all;
        writeln!(err, "method calls: {:.1} % resolved", share(calls.exact))?;
        writeln!(err, "  {:>5.1} % by name, on a value of unknown type", share(calls.unknown))?;
        writeln!(
            err,
            "  {:>5.1} % by name, on a foreign type that traits of the workspace may extend",
            share(calls.foreign)
        )?;
        for (cause, count) in top_causes(analysis) {
            writeln!(err, "  {count:>6} {cause}")?;
        }
        writeln!(err, "definitions: {}, edges: {}", analysis.bindings.defs.len(), analysis.bindings.edges.len())?;
    }
    Ok(())
}
