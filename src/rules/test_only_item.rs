//! An item outside of test code that only tests, benchmarks, examples or documentation reach.
//!
//! # Why it matters
//! The tests keep it green, so it looks alive; production does not use it. It is the usual remains of a path that was
//! replaced while its tests stayed.
//!
//! # Example
//! ```text
//! pub fn dial_v1() {}             // test-only-item
//!
//! #[cfg(test)]
//! mod tests {
//!     #[test]
//!     fn still_works() { super::dial_v1() }
//! }
//! ```
//!
//! # Not reported
//! Items under a condition that names `test`; packages that are made for tests as a whole; fields, variants and methods
//! of types that are themselves test-only.
//!
//! # How to keep it
//! Put it under `#[cfg(test)]`, or `#[expect(dead_code, reason = "…")]` on it.

use super::Rule;
use crate::audit::Audit;
use crate::finding::Finding;
use crate::model::{DefId, DefKind};
use crate::reach::World;

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let serving = serving_packages(audit);
    for def in audit.defs() {
        let candidate = audit.only_tests_reach(def) && !audit.is_test_code(def) && audit.is_reportable(def);
        if !candidate || !is_finding(audit, def) {
            continue;
        }
        if !audit.reach.aspects.packages[def.index()].iter().any(|package| serving[package.index()]) {
            continue;
        }
        let facts = audit.def(def);
        let message = format!("{} `{}` is reached by tests alone", facts.kind.in_words(), facts.name);
        let mut finding = rule.finding(audit.item(def), audit.name_location(def), message);
        finding.trail = audit.trail(def);
        if let Some(first) = finding.trail.first() {
            finding.notes.push(format!("reached from `{}`", first.path));
        }
        out.push(finding);
    }
}

fn is_finding(audit: &Audit<'_>, def: DefId) -> bool {
    let facts = audit.def(def);
    let kind = facts.kind.is_fn()
        || facts.kind.is_adt()
        || matches!(
            facts.kind,
            DefKind::Trait | DefKind::Constant | DefKind::Static | DefKind::AssociatedConstant | DefKind::Macro | DefKind::TypeAlias
        );
    let names_test = |def: DefId| {
        audit.def(def).attrs.cfg.iter().any(|cfg| {
            let mut found = false;
            cfg.atoms(&mut |key, value| found |= *key == "test" && value.is_none());
            found
        })
    };
    let holders: Vec<DefId> = std::iter::successors(Some(def), |def| audit.parent(*def)).collect();
    let in_larger = holders[1..].iter().any(|holder| {
        let facts = audit.def(*holder);
        let of_trait = matches!(&facts.data, crate::facts::DefData::Impl(header) if header.of_trait.is_some());
        let of = audit.input.bindings.impls.of_def.get(holder);
        let of = of.and_then(|row| audit.input.bindings.impls.rows[*row].self_def);
        of_trait
            || of.is_some_and(|of| audit.only_tests_reach(of))
            || (facts.kind != DefKind::Module && facts.kind != DefKind::Impl && audit.only_tests_reach(*holder))
    });
    kind && !holders.into_iter().any(names_test) && !in_larger
}

/// Packages of which production reaches something: the others are there for tests.
fn serving_packages(audit: &Audit<'_>) -> Vec<bool> {
    let mut serving = vec![false; audit.input.workspace.packages.len()];
    for def in audit.defs().filter(|def| audit.reach.world(*def) == Some(World::Production)) {
        let kind = audit.def(def).kind;
        if kind.is_fn() || kind.is_adt() {
            for package in &audit.reach.aspects.packages[def.index()] {
                serving[package.index()] = true;
            }
        }
    }
    serving
}
