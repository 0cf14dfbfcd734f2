//! `twins`: the twins of a function, side by side with it.

use super::named::named;
use crate::audit::Audit;
use crate::clones::Twins;
use crate::clones::compare::{Side, compare};
use crate::clones::kin::kin;
use crate::clones::roles;
use crate::clones::standing::{Standing, standing};
use crate::history;
use crate::model::DefId;
use crate::pipeline::Analysis;
use anyhow::{Result, bail};
use std::io::Write;
use std::path::Path;

/// Near twins that are shown with their differences; the others are named.
const MOST_SHOWN: usize = 4;

/// Shows the twins of the functions of a path.
pub(super) fn twins(analysis: &Analysis, path: &str, git: Option<&Path>, out: &mut dyn Write) -> Result<u8> {
    let audit = Audit::new(analysis.input(), &analysis.reach, &[]);
    let found = named(&audit, path)?;
    let twins = audit.twins();
    let compared: Vec<&(DefId, String)> = found.iter().filter(|(def, _)| twins.piece(*def).is_some()).collect();
    if compared.is_empty() {
        bail!("`{path}` is not compared with others: only functions and macro definitions outside of tests are");
    }
    for (def, path) in compared {
        show(&audit, twins, (*def, path.as_str()), git, out)?;
    }
    Ok(0)
}

/// Lists all pairs: `file:line<TAB>file:line<TAB>per cent`.
pub(super) fn list(analysis: &Analysis, out: &mut dyn Write) -> Result<u8> {
    let audit = Audit::new(analysis.input(), &analysis.reach, &[]);
    let twins = audit.twins();
    let place = |def: DefId| {
        let at = audit.name_location(def);
        format!("{}:{}", at.file, at.line)
    };
    let mut defs: Vec<DefId> = twins.pieces().iter().map(|piece| piece.def).collect();
    defs.sort_unstable();
    for def in defs {
        for (other, likeness) in twins.of(def).into_iter().filter(|(other, _)| *other > def) {
            writeln!(out, "{}\t{}\t{likeness}", place(def), place(other))?;
        }
    }
    Ok(0)
}

fn show(
    audit: &Audit<'_>,
    twins: &Twins,
    (def, path): (DefId, &str),
    git: Option<&Path>,
    out: &mut dyn Write,
) -> Result<()> {
    let at = audit.name_location(def);
    let (kind, unit) = (audit.def(def).kind.in_words(), twins.unit(def));
    let statements = unit.map_or(0, |unit| unit.statements);
    write!(out, "{kind} `{path}` ({}:{}), {statements} statements", at.file, at.line)?;
    let mut others = twins.of(def);
    let by_roles = twins.by_roles.iter().filter(|(a, b, _)| *a == def || *b == def);
    let by_roles = by_roles.map(|(a, b, _)| (if *a == def { *b } else { *a }, 0));
    others.extend(by_roles.filter(|(other, _)| !twins.are_alike(def, *other)));
    if others.is_empty() {
        writeln!(out, ", has no twin")?;
        return Ok(());
    }
    writeln!(out, ":")?;
    let mut shown = 0;
    for (other, likeness) in others {
        head(audit, twins, def, (other, likeness), out)?;
        if likeness < 100 && shown < MOST_SHOWN {
            shown += 1;
            side_by_side(audit, twins, def, other, out)?;
            let told = git.and_then(|git| history::of_pair(audit, git, def, other));
            if let Some(told) = told {
                writeln!(out, "    {told}")?;
            }
        }
    }
    Ok(())
}

/// One line on a twin: how much alike, where, and whether there is a reason for that.
fn head(
    audit: &Audit<'_>,
    twins: &Twins,
    def: DefId,
    (other, likeness): (DefId, u32),
    out: &mut dyn Write,
) -> Result<()> {
    let at = audit.name_location(other);
    let exact = |def: DefId| twins.unit(def).map(|unit| unit.exact);
    let how = match likeness {
        100 if exact(def) == exact(other) => "the same as".to_owned(),
        100 => "the same but for local names as".to_owned(),
        0 => "the same to its connections as".to_owned(),
        _ => format!("{likeness} % like"),
    };
    write!(out, "  {how} `{}` ({}:{})", audit.path(other), at.file, at.line)?;
    let standing = standing(audit, other);
    if standing != Standing::Live {
        write!(out, ", which is {}", standing.in_words())?;
    }
    if let Some(kin) = kin(audit, twins, def, other) {
        write!(out, "; {}", kin.in_words())?;
    }
    writeln!(out)?;
    Ok(())
}

/// The two aligned: `-` is of the function that was asked for, `+` of its twin.
fn side_by_side(audit: &Audit<'_>, twins: &Twins, def: DefId, other: DefId, out: &mut dyn Write) -> Result<()> {
    let Some(comparison) = compare(audit, twins, def, other) else { return Ok(()) };
    for line in &comparison.lines {
        let mark = match line.side {
            Side::Both => ' ',
            Side::Left => '-',
            Side::Right => '+',
        };
        writeln!(out, "    {mark} {}{}", "    ".repeat(line.depth.into()), line.text)?;
    }
    for (mark, def) in [('-', def), ('+', other)] {
        let steps = roles::steps(audit, def);
        let told: Vec<String> = steps.iter().map(told).collect();
        if !told.is_empty() {
            writeln!(out, "    {mark} connections: {}", told.join(", "))?;
        }
    }
    let mut aspects: Vec<_> = comparison.differences.iter().map(|it| (it.aspect, it.has)).collect();
    aspects.sort_by_key(|(aspect, _)| *aspect);
    aspects.dedup();
    for (aspect, has) in aspects {
        let who = match has {
            Side::Left => format!("only `{}` has", audit.path(def)),
            Side::Right => format!("only `{}` has", audit.path(other)),
            Side::Both => "each has its own:".to_owned(),
        };
        writeln!(out, "    {who} {}", aspect.in_words())?;
    }
    Ok(())
}

/// What is done to a connection, with the literal that it is given.
fn told(step: &roles::Step) -> String {
    match &step.key {
        Some(key) => format!("{} {key}", step.role.as_str()),
        None => step.role.as_str().to_owned(),
    }
}
