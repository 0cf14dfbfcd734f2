//! An item of the workspace that is `#[deprecated]` and that live code still uses.
//!
//! # Why it matters
//! It cannot be removed before its users are, and `allow(deprecated)`, often for a whole crate, keeps the compiler from
//! saying who they are. Each place is listed, also those in configurations that are not built here.
//!
//! # Example
//! ```text
//! #[deprecated(since = "2.0.0", note = "use dial()")]
//! pub fn dial_legacy() {}            // deprecated-item-in-use
//!
//! #[allow(deprecated)]
//! fn open() { dial_legacy() }        // listed
//! ```
//!
//! # Not reported
//! Uses inside the item itself, and in code that nothing reaches; what is in impls of it goes with it.

use super::Rule;
use crate::audit::Audit;
use crate::finding::{Finding, Related};
use crate::model::{DefId, DefKind};
use crate::reach::World;
use crate::resolve::{DeprecatedUse, Used};
use std::collections::BTreeMap;

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let mut uses: BTreeMap<DefId, Vec<&DeprecatedUse>> = BTreeMap::new();
    for one in &audit.input.bindings.deprecated_uses {
        let Used::Own(used) = one.of else { continue };
        let mut holders = std::iter::successors(Some(used), |def| audit.parent(*def));
        let Some(said) = holders.find(|def| audit.def(*def).attrs.deprecated.is_some()) else { continue };
        let mut around = std::iter::successors(Some(one.by), |def| audit.parent(*def));
        let file = &audit.input.sources.files[audit.input.bindings.defs.file(one.by).index()];
        let written = file.text.get(one.at.start as usize..one.at.end as usize).unwrap_or_default();
        // `self` is of the type, and does not name it.
        let unnamed = matches!(written.trim_start_matches(['&', ' ']), "self" | "mut self" | "Self");
        if !unnamed && !audit.reach.is_dead(one.by) && !around.any(|def| def == said) {
            uses.entry(said).or_default().push(one);
        }
    }
    for (def, mut places) in uses {
        if !audit.is_declared(def) {
            continue;
        }
        places.sort_by_key(|one| (audit.input.bindings.defs.file(one.by), one.at));
        places.dedup_by_key(|one| (audit.input.bindings.defs.file(one.by), one.at));
        // The impls of a type go with it; what hands it on keeps it in reach of others.
        let goes_along =
            |one: &&DeprecatedUse| audit.is_part_of(one.by, def) && audit.def(one.by).kind != DefKind::ReExport;
        let (own, others): (Vec<_>, Vec<_>) = places.into_iter().partition(goes_along);
        let alone = others.is_empty();
        if !alone || !own.is_empty() {
            let mut finding = if alone { of_itself(audit, rule, def) } else { finding(audit, rule, def, &others) };
            let location = |one: &DeprecatedUse| audit.location(audit.input.bindings.defs.file(one.by), one.at);
            let own = own.iter().map(|one| Related { message: "goes with it".into(), location: location(one) });
            finding.related.extend(own);
            out.push(finding);
        }
    }
}

fn finding(audit: &Audit<'_>, rule: &Rule, def: DefId, places: &[&DeprecatedUse]) -> Finding {
    let facts = audit.def(def);
    let in_tests = |by: DefId| audit.is_test_code(by) || audit.reach.aspects.in_example[by.index()];
    let tests = places.iter().filter(|one| in_tests(one.by)).count();
    let handed_on = places.iter().filter(|one| audit.def(one.by).kind == DefKind::ReExport).count();
    let by = match (places.len(), tests) {
        (all, _) if all == handed_on => {
            let message = format!("{} `{}` is deprecated and still handed on", facts.kind.in_words(), facts.name);
            return of_places(audit, rule, def, places, message);
        }
        (1, 0) => "in one place".to_owned(),
        (1, _) => "in one place, a test or an example".to_owned(),
        (all, 0) => format!("in {all} places"),
        (all, tests) if all == tests => format!("in {all} places, all of them tests or examples"),
        (all, tests) => format!("in {all} places, {tests} of them tests or examples"),
    };
    let message = format!("{} `{}` is deprecated and still used {by}", facts.kind.in_words(), facts.name);
    of_places(audit, rule, def, places, message)
}

/// What only its own impls speak of.
fn of_itself(audit: &Audit<'_>, rule: &Rule, def: DefId) -> Finding {
    let facts = audit.def(def);
    let kind = facts.kind.in_words();
    let message = format!("{kind} `{}` is deprecated, and nothing here but its own impls uses it", facts.name);
    of_places(audit, rule, def, &[], message)
}

fn of_places(audit: &Audit<'_>, rule: &Rule, def: DefId, places: &[&DeprecatedUse], message: String) -> Finding {
    let facts = audit.def(def);
    let mut finding = rule.finding(audit.item(def), audit.name_location(def), message);
    if let Some(said) = &facts.attrs.deprecated {
        finding.notes.extend(said.note.as_ref().map(|note| format!("its note: {note}")));
    }
    finding.related = places.iter().map(|one| related(audit, one)).collect();
    let live = places.iter().find(|one| audit.reach.world(one.by) == Some(World::Production));
    if live.is_some()
        && let Some(route) = audit.routes().to(def).next()
    {
        finding.trail = audit.trail_of(route);
        let guards = audit.guards_of(route);
        if !guards.is_empty() {
            finding.notes.push(format!("reached when {}", guards.join(" and ")));
        }
        finding.condition = audit.condition(def);
    }
    finding
}

fn related(audit: &Audit<'_>, one: &DeprecatedUse) -> Related {
    let location = audit.location(audit.input.bindings.defs.file(one.by), one.at);
    let step = audit.trail_step(one.by, Some(one.at), false);
    let in_tests = audit.reach.world(one.by) == Some(World::Test);
    let mut when: Vec<String> = audit.condition(one.by).filter(|_| !in_tests).into_iter().collect();
    when.extend(step.cfg.map(|cfg| format!("cfg({cfg})")));
    when.extend(step.guard);
    when.dedup();
    let when = if when.is_empty() { String::new() } else { format!(", when {}", when.join(" and ")) };
    Related { message: format!("used by `{}`{when}", audit.path(one.by)), location }
}
