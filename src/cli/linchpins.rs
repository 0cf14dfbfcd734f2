//! `linchpins`: the single references that keep the most lines alive, those of legacy code first.

use super::{WorkspaceArgs, options, with_stack};
use crate::audit::Audit;
use crate::model::{DefId, DefKind};
use crate::pipeline;
use crate::reach::linchpins::Linchpin;
use anyhow::Result;
use clap::Args;
use serde_json::json;
use std::collections::BTreeSet;
use std::io::Write;

#[derive(Debug, Args)]
pub(super) struct LinchpinArgs {
    #[command(flatten)]
    workspace: WorkspaceArgs,
    /// How many to list
    #[arg(long, value_name = "N", default_value_t = 20)]
    top: usize,
    /// Only those that keep something deprecated or marked as legacy
    #[arg(long)]
    legacy: bool,
    /// Print an array of JSON objects
    #[arg(long)]
    json: bool,
}

/// One reference and what it keeps.
struct Row {
    linchpin: Linchpin,
    freed: Vec<DefId>,
    lines: usize,
    packages: BTreeSet<String>,
    legacy: Vec<DefId>,
}

/// Of a chain of references that keep nearly the same, the first is listed: nine tenths of it count as the same.
const SAME: (usize, usize) = (9, 10);

pub(super) fn linchpins(args: &LinchpinArgs, out: &mut dyn Write) -> Result<u8> {
    let analysis = with_stack(|| pipeline::analyse(&options(&args.workspace)))?;
    let audit = Audit::new(analysis.input(), &analysis.reach, &[]);
    let rows = largest(&audit, args);
    if args.json {
        let all: Vec<serde_json::Value> = rows.iter().map(|row| as_json(&audit, row)).collect();
        serde_json::to_writer_pretty(&mut *out, &all)?;
        writeln!(out)?;
        return Ok(0);
    }
    for row in &rows {
        let at = audit.location(audit.input.bindings.defs.file(row.linchpin.from), row.linchpin.span);
        let packages =
            if row.packages.len() > 1 { format!(" in {} packages", row.packages.len()) } else { String::new() };
        writeln!(
            out,
            "{:>6} lines, {:>4} items{packages}: `{}`, kept by `{}` at {}:{}",
            row.lines,
            row.freed.len(),
            audit.path(row.linchpin.to),
            audit.path(row.linchpin.from),
            at.file,
            at.line
        )?;
        for legacy in row.legacy.iter().take(3) {
            writeln!(out, "              legacy: `{}`", audit.path(*legacy))?;
        }
    }
    if rows.is_empty() {
        writeln!(out, "no single reference keeps anything{}", if args.legacy { " legacy" } else { "" })?;
    }
    Ok(0)
}

fn as_json(audit: &Audit<'_>, row: &Row) -> serde_json::Value {
    json!({
        "item": audit.item(row.linchpin.to),
        "kept_by": audit.path(row.linchpin.from),
        "location": audit.location(audit.input.bindings.defs.file(row.linchpin.from), row.linchpin.span),
        "lines": row.lines,
        "items": row.freed.iter().map(|def| audit.path(*def)).collect::<Vec<_>>(),
        "packages": row.packages,
        "legacy": row.legacy.iter().map(|def| audit.path(*def)).collect::<Vec<_>>(),
    })
}

/// The references that keep the most, but for those that keep the program itself: more than half of its lines.
fn largest(audit: &Audit<'_>, args: &LinchpinArgs) -> Vec<Row> {
    let live: Vec<DefId> = audit.defs().filter(|def| !audit.reach.is_dead(*def) && audit.is_reportable(*def)).collect();
    let whole = audit.lines_of(&live);
    let stands = |def: &DefId| audit.def(*def).kind != DefKind::ReExport;
    let mut sized: Vec<(usize, DefId)> =
        live.into_iter().filter(stands).map(|def| (audit.linchpins().size(def), def)).filter(|it| it.0 > 0).collect();
    sized.sort_by_key(|(size, def)| (std::cmp::Reverse(*size), *def));
    let mut rows: Vec<Row> = vec![];
    let mut listed: Vec<BTreeSet<DefId>> = vec![];
    for (_, def) in sized {
        if rows.len() >= args.top {
            break;
        }
        let Some((linchpin, freed, lines)) = audit.linchpin(def) else { continue };
        let is_same = |outer: &BTreeSet<DefId>| outer.contains(&def) && freed.len() * SAME.1 >= outer.len() * SAME.0;
        if lines * 2 > whole || linchpin.span == crate::model::Span::default() || listed.iter().any(is_same) {
            continue;
        }
        let legacy: Vec<DefId> = freed.iter().copied().filter(|def| is_legacy(audit, *def)).collect();
        if args.legacy && legacy.is_empty() {
            continue;
        }
        listed.push(freed.iter().copied().collect());
        let packages = freed.iter().map(|def| audit.package(*def).to_owned()).collect();
        rows.push(Row { linchpin, freed, lines, packages, legacy });
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.lines));
    rows
}

fn is_legacy(audit: &Audit<'_>, def: DefId) -> bool {
    audit.def(def).attrs.deprecated.is_some() || audit.legacy().contains_key(&def)
}
