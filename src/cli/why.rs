//! `why`: the trail that keeps an item alive, or the island that it dies with.

use crate::audit::Audit;
use crate::model::{Certainty, DefId, DefKind};
use crate::pipeline::Analysis;
use crate::reach::trail;
use anyhow::{Result, bail};
use std::io::Write;

/// Answers for the item of a path, or of the end of one.
pub(super) fn why(analysis: &Analysis, path: &str, out: &mut dyn Write) -> Result<u8> {
    let audit = Audit::new(analysis.input(), &analysis.reach, &[]);
    let named: Vec<(DefId, String)> = audit
        .defs()
        .filter(|def| {
            !matches!(audit.def(*def).kind, DefKind::Impl | DefKind::DocTest | DefKind::Anonymous | DefKind::Template)
        })
        .filter(|def| audit.def(*def).kind != DefKind::ReExport || !audit.def(*def).from_macro)
        .map(|def| (def, audit.path(def)))
        .collect();
    let wanted = path.trim_start_matches("crate::");
    let mut found: Vec<&(DefId, String)> =
        named.iter().filter(|(_, known)| known == wanted || known.ends_with(&format!("::{wanted}"))).collect();
    // A `use` of the item is not the item.
    if found.iter().any(|(def, _)| audit.def(*def).kind != DefKind::ReExport) {
        found.retain(|(def, _)| audit.def(*def).kind != DefKind::ReExport);
    }
    if found.is_empty() {
        let score = |known: &str| {
            let tail: Vec<&str> = known.rsplitn(wanted.split("::").count() + 1, "::").collect();
            let tail =
                tail[..tail.len().min(wanted.split("::").count())].iter().rev().copied().collect::<Vec<_>>().join("::");
            strsim::jaro_winkler(&tail, wanted)
        };
        let nearest = named.iter().max_by(|a, b| score(&a.1).total_cmp(&score(&b.1)));
        match nearest {
            Some((_, nearest)) => bail!("no item `{path}`; did you mean `{nearest}`?"),
            None => bail!("no item `{path}`: this workspace has none"),
        }
    }
    for (def, path) in found {
        explain(&audit, *def, path, out)?;
    }
    Ok(0)
}

fn explain(audit: &Audit<'_>, def: DefId, path: &str, out: &mut dyn Write) -> Result<()> {
    let at = audit.name_location(def);
    let kind = audit.def(def).kind.in_words();
    write!(out, "{kind} `{path}` ({}:{}) ", at.file, at.line)?;
    match trail::trail(audit.input, audit.reach, def) {
        Some((reason, steps)) => {
            let tests = if audit.only_tests_reach(def) { ", for tests alone" } else { "" };
            writeln!(out, "is live{tests}:")?;
            for (index, step) in steps.iter().enumerate() {
                let name = audit.path(step.def);
                let file = audit.input.bindings.defs.file(step.def);
                let place = audit.location(file, step.span.unwrap_or(audit.def(step.def).name_span));
                let sure = if step.certainty == Certainty::ByName { "  (by name only)" } else { "" };
                let cause = if index == 0 { format!("  (root: {reason})") } else { String::new() };
                let cfg: Vec<String> =
                    audit.def(step.def).attrs.cfg.iter().map(|cfg| format!("  [cfg({cfg})]")).collect();
                writeln!(
                    out,
                    "  {} `{name}` {}:{}{sure}{cause}{}",
                    audit.def(step.def).kind.in_words(),
                    place.file,
                    place.line,
                    cfg.concat()
                )?;
            }
        }
        None if audit.reach.aspects.impossible[def.index()] => {
            writeln!(out, "is never compiled: its cfg condition cannot be satisfied")?;
        }
        None => dead(audit, def, out)?,
    }
    Ok(())
}

fn dead(audit: &Audit<'_>, def: DefId, out: &mut dyn Write) -> Result<()> {
    writeln!(out, "is dead: no root reaches it")?;
    let mut users: Vec<DefId> = audit.input.graph.users(def).filter(|user| *user != def).collect();
    users.sort_unstable();
    users.dedup();
    for user in users {
        let at = audit.name_location(user);
        writeln!(
            out,
            "  {} `{}` refers to it and is dead as well ({}:{})",
            audit.def(user).kind.in_words(),
            audit.path(user),
            at.file,
            at.line
        )?;
    }
    let head = audit.island(def);
    let island: Vec<DefId> = audit
        .defs()
        .filter(|other| audit.island(*other) == head && audit.reach.is_dead(*other) && *other != def)
        .collect();
    let shown =
        island.iter().filter(|other| audit.is_reportable(**other) && audit.def(**other).kind != DefKind::ReExport);
    let names: Vec<String> = shown.map(|other| format!("`{}`", audit.path(*other))).collect();
    if !names.is_empty() {
        writeln!(out, "  its island: {}", names.join(", "))?;
    }
    Ok(())
}
