//! Suppressions that a change adds: they are how a finding gets past the gate, so whoever reviews the change sees them.
//!
//! In: two audited states. Out: comments and attributes that only the new one has. One that has only moved is not new.

use super::suppressions;
use crate::audit::Audit;
use crate::facts::Attr;
use crate::finding::AddedSuppression;
use crate::model::DefId;
use std::collections::BTreeMap;

/// Suppressions with what they are known by; an item that moves takes its own along.
type Known = Vec<(String, AddedSuppression)>;

/// What `now` suppresses and `before` does not.
pub fn added(now: &Audit<'_>, before: &Audit<'_>) -> Vec<AddedSuppression> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (key, _) in all(before) {
        *counts.entry(key).or_insert(0) += 1;
    }
    let is_new = |(key, suppression): (String, AddedSuppression)| match counts.get_mut(&key) {
        Some(count) if *count > 0 => {
            *count -= 1;
            None
        }
        _ => Some(suppression),
    };
    let mut added: Vec<AddedSuppression> = all(now).into_iter().filter_map(is_new).collect();
    added.sort();
    added
}

fn all(audit: &Audit<'_>) -> Known {
    let mut known = comments(audit);
    known.extend(attributes(audit));
    known
}

fn comments(audit: &Audit<'_>) -> Known {
    let all = suppressions::collect(audit, &[]).all.into_iter().map(|it| {
        let (codes, reason, until) = (it.claim.codes.clone(), it.claim.reason.clone(), it.claim.until_text());
        let key = format!("comment {} {codes:?} {reason} {until:?}", it.anchor.name);
        (key, AddedSuppression { location: it.location, codes, reason, until })
    });
    all.collect()
}

/// `#[allow(dead_code)]` and `#[expect(dead_code)]`: what they are on is not reported.
fn attributes(audit: &Audit<'_>) -> Known {
    let is_plain = |def: &DefId| audit.is_written(*def) && !audit.is_beside(*def);
    let written = audit.defs().filter(|def| audit.def(*def).attrs.allows_dead).filter(is_plain);
    let told = written.map(|def| {
        let facts = audit.def(def);
        let allows = |attr: &&Attr| attr.path == "allow" || attr.path == "expect";
        let dead = ["dead_code", "unused", "warnings"];
        let mut own =
            facts.attrs.others.iter().filter(allows).filter(|it| dead.iter().any(|lint| it.args.contains(lint)));
        let attr = own.next();
        let reason = attr.and_then(|it| it.args.split_once("reason")?.1.split('"').nth(1).map(str::to_owned));
        let shown = attr.map_or("allow", |attr| attr.path.as_str());
        let holder = audit.parent(def).map_or(String::new(), |parent| audit.def(parent).name.to_string());
        let key = format!("attribute {} {} {holder}", facts.kind.as_str(), facts.name);
        let reason = reason.unwrap_or_else(|| format!("#[{shown}] on {} `{}`", facts.kind.in_words(), facts.name));
        let codes = vec!["unreachable-item".to_owned()];
        (key, AddedSuppression { location: audit.name_location(def), codes, reason, until: None })
    });
    told.collect()
}
