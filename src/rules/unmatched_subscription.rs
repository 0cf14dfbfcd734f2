//! Subscribed to one key and unsubscribed from another: the first goes on, and the second may be somebody else's.
//!
//! # Why it matters
//! Where several listeners share a connection, ending the wrong subscription silences the others, and the own one stays
//! for ever. The two strings stand far apart and no type connects them; a copied handler is how they come to differ.
//!
//! # Example
//! ```text
//! pubsub.subscribe("event:received").await?;
//! while let Some(message) = pubsub.on_message().next().await { … }
//! pubsub.unsubscribe("event:saved").await?;        // unmatched-subscription
//! ```
//!
//! # Not reported
//! Keys that may be equal: through a constant, a local variable or `format!`, and all that are computed; ending all
//! subscriptions at once; one key ended right where another begins, which is a change of rooms; keys that other code of
//! the package ends and begins; tests. It is a heuristic: a subscription may be meant to outlive what began it. In one
//! function calls count on one and the same receiver, in the methods of a type those on one and the same field. Beside
//! the APIs of the catalogue and the functions that `[[connections]]` names with the roles `subscribe` and
//! `unsubscribe`, pairs of methods count by name: `subscribe`, `on`/`off`, `add_listener`/`remove_listener`,
//! `register`/`unregister`, `join`/`leave`.

use super::Rule;
use crate::audit::Audit;
use crate::catalog::connections::Role;
use crate::connect::Place;
use crate::extract::subscriptions::{Key, Subscription};
use crate::finding::{Confidence, Connection, Finding, Related};
use crate::model::{DefId, DefKind, FileId};
use crate::resolve::Goal;
use std::collections::{BTreeMap, BTreeSet};

/// A call, and where it stands.
struct Call {
    by: DefId,
    file: FileId,
    /// The function, or the type whose methods share the receiver.
    holder: DefId,
    made: Subscription,
}

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let calls = calls(audit);
    let mut groups: BTreeMap<(DefId, &str, &str), Vec<&Call>> = BTreeMap::new();
    for call in &calls {
        groups.entry((call.holder, call.made.receiver.as_str(), call.made.pair)).or_default().push(call);
    }
    for group in groups.values() {
        for (begun, ended) in unmatched(group) {
            if !is_known_elsewhere(audit, &calls, group, (begun, ended)) {
                out.push(finding(audit, rule, begun, ended));
            }
        }
    }
}

/// The calls of production, with constants read.
fn calls(audit: &Audit<'_>) -> Vec<Call> {
    let mut known: BTreeMap<FileId, BTreeMap<u32, bool>> = BTreeMap::new();
    for (file, places) in audit.places_at_work() {
        let ends = places.iter().filter_map(|place| Some((place.at.start, ends_one(audit, place)?)));
        known.entry(file).or_default().extend(ends);
    }
    let (mut calls, none) = (vec![], BTreeMap::new());
    for file in (0..audit.input.sources.files.len()).map(FileId::new) {
        for mut made in audit.subscriptions(file, known.get(&file).unwrap_or(&none)) {
            let Some(by) = audit.function_at(file, made.function).filter(|by| audit.is_at_work(*by)) else { continue };
            made.keys = made.keys.into_iter().map(|key| read(audit, by, key)).collect();
            let of_self = made.receiver == "self" || made.receiver.starts_with("self.");
            let of_type = audit.parent(by).and_then(|block| audit.type_of_impl(block)).filter(|_| of_self);
            calls.push(Call { by, file, holder: of_type.unwrap_or(by), made });
        }
    }
    calls
}

/// Whether a place ends a subscription; `None` if it is none of either.
fn ends_one(audit: &Audit<'_>, place: &Place) -> Option<bool> {
    let table = &audit.input.catalog.connections;
    let also = table.row(&place.api).and_then(|row| table.apis[row as usize].also);
    let roles = [Some(place.role), also];
    let has = |role: Role| roles.contains(&Some(role));
    (has(Role::Subscribe) || has(Role::Unsubscribe)).then(|| has(Role::Unsubscribe))
}

/// A constant as the text that it is, where it is written as one.
fn read(audit: &Audit<'_>, by: DefId, key: Key) -> Key {
    let Key::Constant(name) = &key else { return key };
    let own = audit.input.bindings.edges_from(by).iter();
    let named: BTreeSet<DefId> = own
        .filter_map(|edge| match edge.to {
            Goal::Def(def) => Some(def),
            Goal::Named(..) => None,
        })
        .filter(|def| audit.def(*def).name == name.as_str())
        .filter(|def| matches!(audit.def(*def).kind, DefKind::Constant | DefKind::AssociatedConstant | DefKind::Static))
        .collect();
    let text = named.first().filter(|_| named.len() == 1).and_then(|def| text_of(audit, *def));
    match text {
        Some(prefix) => Key::Text { prefix, suffix: String::new(), whole: true },
        None => key,
    }
}

fn text_of(audit: &Audit<'_>, def: DefId) -> Option<String> {
    let facts = audit.def(def);
    let text = audit.file(def).text.get(facts.name_span.end as usize..facts.span.end as usize)?;
    let value = text.split_once('=')?.1.trim().trim_end_matches(';').trim_end();
    let inner = value.strip_prefix('"')?.strip_suffix('"')?;
    (!inner.contains(['"', '\\'])).then(|| inner.to_owned())
}

/// What begins and is not ended, with what is ended and did not begin, in calls on one receiver.
fn unmatched<'c>(group: &[&'c Call]) -> Vec<(&'c Call, &'c Call)> {
    if group.iter().any(|call| call.made.keys.is_empty() || call.made.keys.contains(&Key::Unknown)) {
        return vec![];
    }
    let meets = |key: &Key, ends: bool| {
        let others = group.iter().filter(|call| call.made.ends == ends);
        others.flat_map(|call| &call.made.keys).any(|other| other.may_be(key))
    };
    let alone = |ends: bool| {
        let calls = group.iter().copied().filter(move |call| call.made.ends == ends);
        calls.filter(|call| call.made.keys.iter().all(|key| !meets(key, !ends))).collect::<Vec<&Call>>()
    };
    let begun = alone(false);
    let pair = |ended: &'c Call| {
        let before = |begun: &&&'c Call| {
            let later = begun.made.at.start < ended.made.at.start && begun.made.part != ended.made.part;
            begun.by != begun.holder || later
        };
        begun.iter().find(|begun| before(begun)).map(|begun| (*begun, ended))
    };
    alone(true).into_iter().filter_map(pair).collect()
}

/// Whether other code of the package ends the one and begins the other: they go from hand to hand.
fn is_known_elsewhere(audit: &Audit<'_>, calls: &[Call], group: &[&Call], (begun, ended): (&Call, &Call)) -> bool {
    let package = audit.package(begun.by);
    let other = |call: &&Call| {
        let in_group = group.iter().any(|it| std::ptr::eq(*it, *call));
        !in_group && call.made.pair == begun.made.pair && audit.package(call.by) == package
    };
    let has = |keys: &[Key], ends: bool| {
        let known = calls.iter().filter(other).filter(|call| call.made.ends == ends);
        let mut known = known.flat_map(|call| &call.made.keys).filter(|key| **key != Key::Unknown);
        known.any(|key| keys.iter().any(|wanted| wanted.may_be(key)))
    };
    has(&begun.made.keys, true) && has(&ended.made.keys, false)
}

fn finding(audit: &Audit<'_>, rule: &Rule, begun: &Call, ended: &Call) -> Finding {
    let (key, other) = (&begun.made.written, &ended.made.written);
    let message = format!("this ends a subscription to `{other}`; what began here is one to `{key}`");
    let location = audit.location(ended.file, ended.made.at);
    let mut finding = rule.finding(audit.item(ended.by), location, message);
    finding.confidence = Confidence::Likely;
    let place = if begun.by == begun.holder { "function" } else { "type" };
    finding.notes.push(format!("nothing in this {place} ends `{key}` or begins `{other}`"));
    finding.notes.push("where listeners share the connection, those of the other key hear nothing any more".into());
    let location = audit.location(begun.file, begun.made.at);
    finding.related.push(Related { message: format!("the subscription to `{key}` stays"), location });
    finding.trail = audit.trail(ended.by);
    finding.condition = audit.condition(ended.by);
    finding.connection = connection(audit, begun).or_else(|| connection(audit, ended));
    finding
}

/// The connection that a call is on, or that its function handles.
fn connection(audit: &Audit<'_>, call: &Call) -> Option<Connection> {
    let at = |place: &&Place| place.by == call.by && call.made.at.contains(place.at);
    let place = audit.places().all.iter().find(at);
    let own = place.map(|place| Connection {
        protocol: place.protocol.clone(),
        role: place.role.as_str().into(),
        api: place.api.clone(),
    });
    own.or_else(|| audit.places().of(call.by))
}
