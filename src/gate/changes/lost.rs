//! Why nobody uses something: who referred to it before, and does not now.
//!
//! In: two sides, a finding on something that nothing reaches, and what it was before. Out: a sentence. It follows `use`
//! to those who use the name, and does not look behind a name that is only known as such.

use super::Said;
use crate::audit::Audit;
use crate::finding::Finding;
use crate::gate::side::{Side, short};
use crate::model::{DefId, DefKind};
use crate::reach::{World, trail};
use std::collections::{BTreeMap, BTreeSet};

/// So many are named.
const MOST_NAMED: usize = 3;

/// Why `finding` of `now` was not there when it was `was`.
pub(super) fn why(now: &Side<'_>, before: &Side<'_>, finding: &Finding, was: DefId) -> Said {
    let name = short(&finding.item.path);
    let for_tests = finding.code == "test-only-item";
    let counts = |def: DefId| match before.audit.reach.world(def) {
        Some(World::Production) => true,
        Some(World::Test) => !for_tests,
        None => false,
    };
    let users: BTreeMap<String, DefId> = users(before.audit, was)
        .into_iter()
        .filter(|user| counts(*user))
        .map(|user| (before.audit.path(user), user))
        .collect();
    let is = now.subject(finding).or_else(|| now.item(&finding.item));
    let still: BTreeSet<String> = is.map_or(BTreeSet::new(), |is| {
        self::users(now.audit, is).into_iter().map(|user| now.audit.path(user)).collect()
    });
    let gone: Vec<(&String, &DefId)> = users.iter().filter(|(path, _)| !still.contains(*path)).collect();
    let what = match finding.item.kind.as_str() {
        "function" | "method" | "associated-function" => "caller",
        _ => "user",
    };
    let place = if for_tests { " in production" } else { "" };
    if !gone.is_empty() {
        let said = gone.iter().take(MOST_NAMED).map(|(path, user)| {
            let kind = before.audit.def(**user).kind.as_str();
            match now.find(path, kind) {
                Some(_) => format!("`{}` no longer refers to it", short(path)),
                None => format!("`{}`, which referred to it, is gone", short(path)),
            }
        });
        let said: Vec<String> = said.collect();
        let text = format!("this change removed the last {what} of `{name}`{place}: {}", said.join(", "));
        return Said { text, deed: true };
    }
    let why = match users.keys().next() {
        Some(user) => format!(": `{}`, which refers to it, has lost its own", short(user)),
        None => was_kept_by(before.audit, was),
    };
    Said { text: format!("this change left `{name}` without use{place}{why}"), deed: false }
}

/// Who refers to a definition or to what hands it on, other than itself and its parts.
fn users(audit: &Audit<'_>, def: DefId) -> BTreeSet<DefId> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::from([def]);
    let mut work = vec![def];
    while let Some(at) = work.pop() {
        for user in audit.input.graph.users(at) {
            if !seen.insert(user) {
                continue;
            }
            let mut holders = std::iter::successors(Some(user), |holder| audit.parent(*holder));
            match audit.def(user).kind {
                DefKind::ReExport => work.push(user),
                _ if holders.any(|holder| holder == def) || audit.is_part_of(user, def) => {}
                _ => {
                    found.insert(user);
                }
            }
        }
    }
    found
}

/// What kept a definition to which nothing refers.
fn was_kept_by(audit: &Audit<'_>, def: DefId) -> String {
    let Some((reason, steps)) = trail::trail(audit.input, audit.reach, def) else { return String::new() };
    match steps.len().checked_sub(2).map(|row| &steps[row]) {
        None => format!("; it counted as used before: {reason}"),
        Some(step) => format!("; `{}` led to it before", short(&audit.path(step.def))),
    }
}
