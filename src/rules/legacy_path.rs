//! Code that is marked as legacy and that production still reaches: the conditions, the trail, what keeps it.
//!
//! # Why it matters
//! Such code is not dead, so no other tool speaks of it. It runs under a condition that nobody thinks of, and breaks what
//! it was left behind for.
//!
//! # Example
//! ```text
//! if std::env::var_os("LEGACY_WS").is_some() {
//!     return dial_legacy(address).await;      // legacy-path: `dial_legacy`
//! }
//! ```
//!
//! # What marks code
//! Words of its name (`legacy`; `old_x` beside `x`; `x_v1` beside `x_v2`), phrases of its documentation or of the comment
//! above it ("TODO: remove", "kept for old clients"), some only where the sentence speaks of the item. Weights are in
//! `src/catalog/markers.toml` and can be changed in the configuration.
//!
//! # Not reported
//! A lone `v1`; names of types alone; terms of other crates, such as `hyper_util::client::legacy`; what only tests reach;
//! public API of a package that others could depend on; what is `#[deprecated]` (see `deprecated-item-in-use`); what stands
//! in something that is reported.

use super::Rule;
use crate::audit::Audit;
use crate::finding::{Confidence, Finding, Related};
use crate::model::{Certainty, DefId};
use crate::reach::{RootReason, World};

/// Ways that the notes name.
const MOST_WAYS: usize = 3;

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let api: rustc_hash::FxHashSet<DefId> = (audit.reach.roots.rows.iter())
        .filter(|(_, _, reason)| matches!(reason, RootReason::PublicApi(_)))
        .map(|row| row.0)
        .collect();
    let mut marked: Vec<DefId> = audit.legacy().keys().copied().collect();
    marked.sort_unstable();
    for def in marked {
        let lives = audit.reach.world(def) == Some(World::Production) && audit.is_reportable(def);
        if lives && !api.contains(&def) && !is_deprecated(audit, def) && !in_marked(audit, def) {
            out.extend(finding(audit, rule, def));
        }
    }
}

fn is_deprecated(audit: &Audit<'_>, def: DefId) -> bool {
    std::iter::successors(Some(def), |def| audit.parent(*def)).any(|def| audit.def(def).attrs.deprecated.is_some())
}

/// Whether what holds it is marked too.
fn in_marked(audit: &Audit<'_>, def: DefId) -> bool {
    let mut work: Vec<DefId> = audit.holders(def);
    let mut seen = rustc_hash::FxHashSet::default();
    while let Some(holder) = work.pop() {
        if seen.insert(holder) {
            if audit.legacy().contains_key(&holder) {
                return true;
            }
            work.extend(audit.holders(holder));
        }
    }
    false
}

fn finding(audit: &Audit<'_>, rule: &Rule, def: DefId) -> Option<Finding> {
    let mark = audit.legacy().get(&def)?;
    let facts = audit.def(def);
    let routes: Vec<_> = audit.routes().to(def).collect();
    let first = routes.first()?;
    let guards = audit.guards_of(first);
    let cfg = audit.condition(def);
    let when = match (&guards[..], &cfg) {
        ([], None) => "whatever the configuration says".to_owned(),
        ([], Some(cfg)) => format!("under `{cfg}`"),
        (guards, None) => format!("when {}", guards.join(" and ")),
        (guards, Some(cfg)) => format!("when {} under `{cfg}`", guards.join(" and ")),
    };
    let message = format!("{} `{}` is marked as legacy and still reached, {when}", facts.kind.in_words(), facts.name);
    let mut finding = rule.finding(audit.item(def), audit.name_location(def), message);
    finding.trail = audit.trail_of(first);
    finding.condition = cfg;
    finding.confidence = Confidence::Likely;
    finding.notes.push(format!("marked: {}", mark.reasons.join("; ")));
    for other in routes.iter().skip(1).take(MOST_WAYS) {
        let guards = audit.guards_of(other);
        let when = if guards.is_empty() { "without a condition".into() } else { format!("when {}", guards.join(" and ")) };
        let sure = if other.by_name { ", by a name that may mean something else" } else { "" };
        finding.notes.push(format!("also reached {when}{sure}"));
    }
    if finding.trail.iter().any(|step| step.certainty == Certainty::ByName) {
        finding.notes.push("a step of the trail is known by name only".into());
    }
    if let Some((linchpin, freed, lines)) = audit.linchpin(def) {
        let at = audit.location(audit.input.bindings.defs.file(linchpin.from), linchpin.span);
        finding.notes.push(format!(
            "one reference keeps it, in `{}`: without that {lines} lines go, {} items",
            audit.path(linchpin.from),
            freed.len()
        ));
        finding.related.push(Related { message: "the reference that keeps it".into(), location: at });
    }
    Some(finding)
}
