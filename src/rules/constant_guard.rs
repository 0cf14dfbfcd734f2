//! A condition that is always the same: what it keeps alive, or shuts out.
//!
//! # Why it matters
//! The code behind a guard that never opens is reachable to every tool and run by nobody; a guard that is always open hides
//! that the other branch is dead.
//!
//! # Example
//! ```text
//! struct Config { legacy: bool }                  // constant-guard: only ever set to `false`
//! Config { legacy: false }
//! if config.legacy { dial_legacy() }
//!
//! const OLD_PROTOCOL: bool = false;               // constant-guard
//! if OLD_PROTOCOL { … }
//!
//! const OLDEST: u32 = 3;                          // constant-guard: `OLDEST < 2` never holds
//! if OLDEST < 2 { read_v1() }
//! ```
//!
//! # Not reported
//! Fields that are read from a file or from the command line, are assigned anywhere or borrowed in what a macro call
//! becomes, are public in a package that others could depend on, or of a type that a macro may make; constants that stand
//! under a cfg condition; conditions in tests, and those that something else decides as well (`direction == VERTICAL`).

mod writes;

use super::Rule;
use crate::audit::Audit;
use crate::extract::fold::{self, Ask, Value};
use crate::facts::regions::{Region, RegionKind};
use crate::facts::{DefData, Expr, Ty, Vis};
use crate::finding::{Confidence, Finding, Related};
use crate::model::{DefId, DefKind, FileId};
use crate::reach::formulas::Formula;
use crate::resolve::{Goal, Look};
use std::collections::{BTreeMap, BTreeSet};
use writes::written;

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let mut looked: BTreeMap<DefId, Vec<&Look>> = BTreeMap::new();
    for look in &audit.input.bindings.looks {
        if let Goal::Def(def) = look.to {
            looked.entry(def).or_default().push(look);
        }
    }
    compared(audit, rule, &looked, out);
    looked.retain(|def, _| {
        let seen = !audit.reach.is_dead(*def) && audit.is_reportable(*def) && !audit.is_test_code(*def);
        seen && is_bool(audit, *def)
    });
    let written = written(audit, looked.keys().filter(|def| audit.def(**def).kind == DefKind::Field));
    for (def, looks) in looked {
        let value = match audit.def(def).kind {
            DefKind::Field if !written.contains(&audit.def(def).name) => field_value(audit, def),
            DefKind::Constant | DefKind::AssociatedConstant => constant_value(audit, def),
            _ => None,
        };
        let Some(value) = value else { continue };
        let guards: Vec<(FileId, &Region, bool)> = (guards_on(audit, &looks).into_iter())
            .filter_map(|(file, region)| Some((file, region, runs(audit, (def, value), &looks, (file, region))?)))
            .collect();
        if guards.is_empty() {
            continue;
        }
        let facts = audit.def(def);
        let kind = facts.kind.in_words();
        let message = match facts.kind {
            DefKind::Field => format!("{kind} `{}` is only ever set to `{value}`, and decides what runs", facts.name),
            _ => format!("{kind} `{}` is `{value}` in every build, and decides what runs", facts.name),
        };
        let mut finding = rule.finding(audit.item(def), audit.name_location(def), message);
        finding.confidence = Confidence::Likely;
        for (file, region, runs) in guards {
            let message = if runs { "this always runs" } else { "this never runs" };
            finding.related.push(Related { message: message.into(), location: audit.location(file, region.span) });
        }
        out.push(finding);
    }
}

/// Numbers that are constants, where a comparison with other constants comes out the same in every build.
fn compared(audit: &Audit<'_>, rule: &Rule, looked: &BTreeMap<DefId, Vec<&Look>>, out: &mut Vec<Finding>) {
    for (def, looks) in looked {
        let seen = !audit.reach.is_dead(*def) && audit.is_reportable(*def) && !audit.is_test_code(*def);
        let Some(number) = number(audit, *def).filter(|_| seen) else { continue };
        let decided: Vec<(FileId, &Region, bool)> = (guards_on(audit, looks).into_iter())
            .filter_map(|(file, region)| Some((file, region, comes_out(audit, file, region)?)))
            .collect();
        if decided.is_empty() {
            continue;
        }
        let name = audit.def(*def).name;
        let kind = audit.def(*def).kind.in_words();
        let message = format!("{kind} `{name}` is `{number}` in every build, and decides what runs");
        let mut finding = rule.finding(audit.item(*def), audit.name_location(*def), message);
        finding.confidence = Confidence::Likely;
        for (file, region, runs) in decided {
            let message = if runs { "this always runs" } else { "this never runs" };
            finding.related.push(Related { message: message.into(), location: audit.location(file, region.span) });
        }
        out.push(finding);
    }
}

/// The value of a constant that is written as a number and has no other value anywhere.
fn number(audit: &Audit<'_>, def: DefId) -> Option<i64> {
    let facts = audit.def(def);
    let is_constant = matches!(facts.kind, DefKind::Constant | DefKind::AssociatedConstant) && !facts.from_macro;
    if !is_constant || has_other_values(audit, def) {
        return None;
    }
    let text = audit.file(def).text.get(facts.name_span.end as usize..facts.span.end as usize)?;
    text.split_once('=')?.1.trim().trim_end_matches(';').trim_end().parse().ok()
}

/// Whether a region runs, where its condition asks nothing but constants.
fn comes_out(audit: &Audit<'_>, file: FileId, region: &Region) -> Option<bool> {
    let text = &audit.input.sources.files[file.index()].text;
    let condition = text.get(region.condition.start as usize..region.condition.end as usize)?;
    let all = &audit.input.bindings.looks;
    let start = all.partition_point(|look| (look.file, look.at) < (file, region.condition.start));
    let looks = all[start..].iter().take_while(|look| look.file == file && look.at < region.condition.end);
    let goals: Vec<Goal> = looks.map(|look| look.to).collect();
    let tell = |ask: Ask<'_>| {
        let Ask::Item(wanted) = ask else { return None };
        let named = goals.iter().filter_map(|goal| match goal {
            Goal::Def(def) if audit.def(*def).name == wanted => Some(*def),
            _ => None,
        });
        let named: BTreeSet<DefId> = named.collect();
        match named.len() {
            1 => number(audit, *named.first()?).map(Value::Int),
            _ => None,
        }
    };
    opens(region, fold::holds(condition, &tell)?)
}

/// Whether a region runs whose condition holds, or does not.
fn opens(region: &Region, holds: bool) -> Option<bool> {
    match region.kind {
        RegionKind::If => Some(holds),
        RegionKind::Unless | RegionKind::After => Some(!holds),
        _ => None,
    }
}

fn is_bool(audit: &Audit<'_>, def: DefId) -> bool {
    let DefData::Typed(ty) = &audit.def(def).data else { return false };
    matches!(&**ty, Ty::Path(path) if path.single().is_some_and(|seg| seg.name == "bool"))
}

/// Whether a constant may have another value elsewhere: in another impl of its trait, or under the opposite of the condition
/// that it, or what holds it, stands under.
fn has_other_values(audit: &Audit<'_>, def: DefId) -> bool {
    let of_trait = audit.parent(def).is_some_and(|holder| match &audit.def(holder).data {
        DefData::Trait { .. } => true,
        DefData::Impl(header) => header.of_trait.is_some(),
        _ => false,
    });
    of_trait || audit.reach.presence.of_def[def.index()] != Formula::ALWAYS
}

/// The value of a constant that is written as a literal.
fn constant_value(audit: &Audit<'_>, def: DefId) -> Option<bool> {
    let facts = audit.def(def);
    if has_other_values(audit, def) {
        return None;
    }
    let text = audit.file(def).text.get(facts.name_span.end as usize..facts.span.end as usize)?;
    literal(text.split_once('=')?.1.trim_end_matches(';'))
}

fn literal(text: &str) -> Option<bool> {
    match text.trim() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// The one value that a field is ever given.
fn field_value(audit: &Audit<'_>, def: DefId) -> Option<bool> {
    let facts = audit.def(def);
    let holder = audit.parent(def)?;
    let adt = audit.def(holder);
    let open = audit.reach.roots.open_members[def.index()] || facts.vis == Vis::Public && audit.is_open(def);
    let mut derives = adt.attrs.derives.iter().filter_map(|path| path.segs.last());
    let made = derives.any(|seg| audit.input.catalog.derive_is_unknown(&seg.name));
    // The fields of a variant are bound by patterns, and may be written through them.
    if adt.kind != DefKind::Struct {
        return None;
    }
    let is_tuple = facts.name.starts_with(|letter: char| letter.is_ascii_digit());
    let is_written = || audit.input.bindings.unknown_writes.contains(&facts.name);
    if open || made || is_tuple || adt.attrs.has("repr") || is_written() || may_be_made(audit, holder) {
        return None;
    }
    let mut value = None;
    for mention in audit.mentions(def) {
        let file = audit.input.bindings.defs.file(mention.by);
        let text = &audit.input.sources.files[file.index()].text;
        let after = text.get(mention.at as usize + facts.name.len()..)?;
        // `name: value` of a literal; anything else is a pattern, an assignment or a value of another name.
        let given = after.trim_start().strip_prefix(':')?;
        let given = literal(given.split([',', '}', '\n']).next()?)?;
        if value.is_some_and(|value| value != given) {
            return None;
        }
        value = Some(given);
    }
    let defaults = adt.attrs.derives.iter().filter_map(|path| path.segs.last()).any(|seg| seg.name == "Default");
    match (value, defaults) {
        (Some(true), true) | (None, _) => None,
        (value, _) => value,
    }
}

/// Whether a macro call that is not expanded stands among the items of the file of a type: it may make values of that.
fn may_be_made(audit: &Audit<'_>, ty: DefId) -> bool {
    let calls = audit.file(ty).facts.defs.iter().filter(|def| def.kind == DefKind::Anonymous);
    let mut written = calls.filter_map(|def| def.body.as_ref()).flat_map(|body| &body.exprs);
    written.any(|expr| matches!(expr, Expr::Macro(call) if !call.expanded && !call.tokens.is_empty()))
}

/// The regions whose condition looks at a definition.
fn guards_on<'a>(audit: &Audit<'a>, looks: &[&Look]) -> Vec<(FileId, &'a Region)> {
    let mut found: Vec<(FileId, &Region)> = vec![];
    for look in looks {
        let regions = &audit.input.sources.files[look.file.index()].facts.regions;
        let holds = |region: &&Region| region.condition.start <= look.at && look.at < region.condition.end;
        for region in regions.iter().filter(holds) {
            if !found.iter().any(|(file, known)| *file == look.file && std::ptr::eq(*known, region)) {
                found.push((look.file, region));
            }
        }
    }
    found
}

/// Whether a region runs, where what is constant decides its condition alone: it does not in `direction == VERTICAL`.
fn runs(audit: &Audit<'_>, of: (DefId, bool), looks: &[&Look], at: (FileId, &Region)) -> Option<bool> {
    let ((def, value), (file, region)) = (of, at);
    let text = &audit.input.sources.files[file.index()].text;
    let condition = text.get(region.condition.start as usize..region.condition.end as usize)?;
    let facts = audit.def(def);
    let is_inside =
        |look: &Look| look.file == file && (region.condition.start..region.condition.end).contains(&look.at);
    let words = condition.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    // Something else of this name has a value of its own.
    if words.filter(|word| facts.name == *word).count() > looks.iter().filter(|look| is_inside(look)).count() {
        return None;
    }
    let tell = |ask: Ask<'_>| match ask {
        Ask::Field(wanted) if facts.kind == DefKind::Field && facts.name == wanted => Some(Value::Bool(value)),
        Ask::Item(wanted) if facts.kind != DefKind::Field && facts.name == wanted => Some(Value::Bool(value)),
        _ => None,
    };
    opens(region, fold::holds(condition, &tell)?)
}
