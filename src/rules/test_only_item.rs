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
//! of types that are themselves test-only; an empty item that is there for its examples; what a field or a variant that
//! only tests use is made of, as that stays.
//!
//! # How to keep it
//! Put it under `#[cfg(test)]`, or `#[expect(dead_code, reason = "…")]` on it.

use super::Rule;
use crate::audit::Audit;
use crate::finding::{Confidence, Finding};
use crate::model::{Certainty, DefId, DefKind};
use crate::discover::TargetKind;
use crate::reach::{RootReason, World};

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let serving = serving_packages(audit);
    for def in audit.defs() {
        let candidate = audit.only_tests_reach(def) && !audit.is_test_code(def) && audit.is_reportable(def);
        if !candidate || !is_finding(audit, def) || audit.carries_examples(def) {
            continue;
        }
        if !audit.reach.aspects.packages[def.index()].iter().any(|package| serving[package.index()]) {
            continue;
        }
        let facts = audit.def(def);
        let message = format!("{} `{}` is reached by tests, examples or benchmarks alone", facts.kind.in_words(), facts.name);
        let mut finding = rule.finding(audit.item(def), audit.name_location(def), message);
        finding.trail = audit.trail(def);
        if finding.trail.iter().any(|step| step.certainty == Certainty::ByName) {
            finding.confidence = Confidence::Likely;
            finding.notes.push("a step of the trail is known by name only: it may be dead outright".into());
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
        let of = audit.type_of_impl(*holder);
        of_trait
            || of.is_some_and(|of| audit.only_tests_reach(of))
            || (facts.kind != DefKind::Module && facts.kind != DefKind::Impl && audit.only_tests_reach(*holder))
    });
    kind && !holders.into_iter().any(names_test) && !in_larger
}

/// Packages that production is made of: those with a binary or an open library, and what these depend on other than for
/// their tests. The others are there for tests, or are libraries without a user, of which all is reached by tests alone.
fn serving_packages(audit: &Audit<'_>) -> Vec<bool> {
    let workspace = audit.input.workspace;
    let mut serving = audit.reach.roots.open.clone();
    for (_, world, reason) in &audit.reach.roots.rows {
        if let (World::Production, RootReason::Main(target)) = (world, reason) {
            let target = &workspace.targets[target.index()];
            serving[target.package.index()] |= target.kind == TargetKind::Bin;
        }
    }
    let mut work: Vec<usize> = (0..serving.len()).filter(|package| serving[*package]).collect();
    while let Some(package) = work.pop() {
        for dependency in workspace.packages[package].dependencies.iter().filter(|dependency| !dependency.dev) {
            let found = workspace.packages.iter().position(|other| other.name == dependency.package);
            if let Some(found) = found.filter(|found| !serving[*found]) {
                serving[found] = true;
                work.push(found);
            }
        }
    }
    serving
}
