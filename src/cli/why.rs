//! `why`: the trail that keeps an item alive, or the island that it dies with.

use super::named::named;
use crate::audit::Audit;
use crate::finding::TrailStep;
use crate::model::{Certainty, DefId, DefKind};
use crate::pipeline::Analysis;
use crate::reach::trail;
use anyhow::Result;
use std::io::Write;

/// Answers for the item of a path, or of the end of one.
pub(super) fn why(analysis: &Analysis, path: &str, all_trails: bool, out: &mut dyn Write) -> Result<u8> {
    let audit = Audit::new(analysis.input(), &analysis.reach, &[]);
    for (def, path) in named(&audit, path)? {
        explain(&audit, def, &path, all_trails, out)?;
    }
    Ok(0)
}

fn explain(audit: &Audit<'_>, def: DefId, path: &str, all_trails: bool, out: &mut dyn Write) -> Result<()> {
    let at = audit.name_location(def);
    let kind = audit.def(def).kind.in_words();
    write!(out, "{kind} `{path}` ({}:{}) ", at.file, at.line)?;
    match trail::trail(audit.input, audit.reach, def) {
        Some((reason, steps)) => {
            let tests = if audit.only_tests_reach(def) { ", for tests alone" } else { "" };
            let condition = audit.condition(def).map_or(String::new(), |cfg| format!(" under {cfg}"));
            writeln!(out, "is live{tests}{condition}:")?;
            if !all_trails {
                trail_lines(&audit.trail(def), &reason.to_string(), &kinds(audit, &steps), out)?;
            }
            ways(audit, def, all_trails, &reason.to_string(), out)?;
            linchpin(audit, def, out)?;
        }
        None if audit.reach.aspects.impossible[def.index()] => {
            writeln!(out, "is never compiled: its cfg condition cannot be satisfied")?;
        }
        None => dead(audit, def, out)?,
    }
    Ok(())
}

fn kinds(audit: &Audit<'_>, steps: &[trail::Step]) -> Vec<String> {
    steps.iter().map(|step| audit.def(step.def).kind.in_words()).collect()
}

fn trail_lines(steps: &[TrailStep], root: &str, kinds: &[String], out: &mut dyn Write) -> Result<()> {
    for (index, step) in steps.iter().enumerate() {
        let kind = kinds.get(index).map_or(String::new(), |kind| format!("{kind} "));
        let sure = if step.certainty == Certainty::ByName { "  (by name only)" } else { "" };
        let cause = if index == 0 { format!("  (root: {root})") } else { String::new() };
        let cfg = step.cfg.as_ref().map_or(String::new(), |cfg| format!("  [cfg({cfg})]"));
        let guard = step.guard.as_ref().map_or(String::new(), |guard| format!("  [{guard}]"));
        writeln!(
            out,
            "  {kind}`{}` {}:{}{sure}{cause}{cfg}{guard}",
            step.path, step.location.file, step.location.line
        )?;
    }
    Ok(())
}

/// The sets of run-time conditions that lead to a definition, each with its trail if all are wanted.
fn ways(audit: &Audit<'_>, def: DefId, all_trails: bool, root: &str, out: &mut dyn Write) -> Result<()> {
    let routes: Vec<_> = audit.routes().to(def).collect();
    let told = |guards: Vec<String>| match guards.len() {
        0 => "whatever the environment and the configuration say".to_owned(),
        _ => format!("when {}", guards.join(" and ")),
    };
    for route in &routes {
        let guards = audit.guards_of(route);
        if all_trails {
            writeln!(out, " {}:", told(guards))?;
            trail_lines(&audit.trail_of(route), root, &[], out)?;
        } else if !guards.is_empty() {
            writeln!(out, "  reached {}", told(guards))?;
        }
    }
    if all_trails && routes.is_empty() {
        let steps = audit.trail(def);
        trail_lines(&steps, root, &[], out)?;
    }
    Ok(())
}

fn linchpin(audit: &Audit<'_>, def: DefId, out: &mut dyn Write) -> Result<()> {
    let Some((linchpin, freed, lines)) = audit.linchpin(def) else { return Ok(()) };
    let at = audit.location(audit.input.bindings.defs.file(linchpin.from), linchpin.span);
    let place = if linchpin.span == crate::model::Span::default() {
        String::new()
    } else {
        format!(" at {}:{}", at.file, at.line)
    };
    let more = if freed.len() == 1 { String::new() } else { format!(", {} items with it", freed.len() - 1) };
    writeln!(
        out,
        "  one reference keeps it{place}, in `{}`: without that it goes, {lines} lines{more}",
        audit.path(linchpin.from)
    )?;
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
