//! The second fingerprint of code that handles connections: what it does to them, in order.
//!
//! In: the places that handle connections, through the view of the audit. Out: the roles of a function with the
//! literals that they are given, and pairs of functions with the same in the same order. It does not look at what
//! stands between.

use crate::audit::Audit;
use crate::catalog::connections::Role;
use crate::connect::Place;
use crate::lex::{self, TokenKind};
use crate::model::{DefId, Span};
use crate::reach::World;
use rustc_hash::FxHashMap;

/// With fewer roles a function is a wrapper, and any other is like it.
const LEAST_ROLES: usize = 3;
/// From this share of common roles on, in per cent, two functions do the same: one role in five may be missing.
const LEAST_AGREEMENT: u32 = 70;
/// Of larger sets of functions that begin alike nothing is said: all code of such a workspace does this.
const MOST_OF_A_KIND: usize = 60;
/// Literals that stand farther behind a call than this are none of its arguments.
const FARTHEST: u32 = 200;

/// What a function does to a connection at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub role: Role,
    /// Of which protocol.
    pub protocol: String,
    /// The first literal that it is given: a key, an address, a duration.
    pub key: Option<String>,
    /// Where the call stands.
    pub at: Span,
}

/// What a definition does to connections, in order.
pub fn steps(audit: &Audit<'_>, def: DefId) -> Vec<Step> {
    let text = &audit.file(def).text;
    let called = audit.places().within(def).iter().filter(|place| place.called);
    let step = |place: &Place| Step {
        role: place.role,
        protocol: place.protocol.clone(),
        key: key(text, place.at),
        at: place.at,
    };
    called.map(step).collect()
}

/// The first literal in the brackets behind a call.
fn key(text: &str, call: Span) -> Option<String> {
    let mut tokens = vec![];
    lex::tokens(text, Span { start: call.end, end: call.end.saturating_add(FARTHEST) }, &mut tokens);
    let mut depth = 0_u32;
    for token in tokens {
        match token.kind {
            TokenKind::Mark(b'(') => depth += 1,
            TokenKind::Mark(b')') if depth <= 1 => return None,
            TokenKind::Mark(b')') => depth -= 1,
            TokenKind::Mark(b';' | b'{' | b'}') => return None,
            TokenKind::Literal if depth > 0 => return Some(token.text(text).to_owned()),
            _ => {}
        }
    }
    None
}

/// How many roles two sequences have in common, in their order, in per cent.
pub fn agreement(a: &[Step], b: &[Step]) -> u32 {
    let mut row = vec![0_usize; b.len() + 1];
    for first in a {
        let mut corner = 0;
        for (at, second) in b.iter().enumerate() {
            let above = row[at + 1];
            let same = first.role == second.role && first.protocol == second.protocol;
            row[at + 1] = if same { corner + 1 } else { above.max(row[at]) };
            corner = above;
        }
    }
    let common = row.last().copied().unwrap_or_default();
    (200 * common / (a.len() + b.len()).max(1)) as u32
}

/// A function, and what it does to connections.
type Sequence = (DefId, Vec<Step>);

/// Functions of production that do the same to connections in the same order, with the share in per cent.
pub(super) fn alike(audit: &Audit<'_>) -> Vec<(DefId, DefId, u32)> {
    let mut defs: Vec<DefId> = audit.places().all.iter().map(|place| place.by).collect();
    defs.sort_unstable();
    defs.dedup();
    // Of two that say the same the first is told: by path, since files move and items change places.
    defs.sort_by_cached_key(|def| (audit.path(*def), *def));
    let order: FxHashMap<DefId, usize> = defs.iter().enumerate().map(|(at, def)| (*def, at)).collect();
    let mut of_a_kind: FxHashMap<(Role, String), Vec<Sequence>> = FxHashMap::default();
    for def in defs {
        let counts = audit.def(def).kind.is_fn()
            && audit.is_written(def)
            && !audit.is_test_code(def)
            && audit.reach.world(def) == Some(World::Production);
        let steps = if counts { steps(audit, def) } else { vec![] };
        let first = steps.iter().find(|step| step.role.handles()).map(|step| (step.role, step.protocol.clone()));
        if let Some(first) = first.filter(|_| steps.len() >= LEAST_ROLES) {
            of_a_kind.entry(first).or_default().push((def, steps));
        }
    }
    let mut found = vec![];
    for defs in of_a_kind.values().filter(|defs| defs.len() <= MOST_OF_A_KIND) {
        for (at, (b, second)) in defs.iter().enumerate() {
            let shares = defs[..at].iter().map(|(a, first)| (*a, *b, agreement(first, second)));
            found.extend(shares.filter(|(_, _, share)| *share >= LEAST_AGREEMENT));
        }
    }
    found.sort_unstable_by_key(|(a, b, share)| (order[a], order[b], *share));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sequence(roles: &[Role]) -> Vec<Step> {
        let step = |role: &Role| Step { role: *role, protocol: "tcp".into(), key: None, at: Span::default() };
        roles.iter().map(step).collect()
    }

    #[test]
    fn agreement_is_of_what_both_do_in_order() {
        use Role::{Close, Connect, Send, Timeout};
        let whole = sequence(&[Connect, Timeout, Send, Close]);
        assert_eq!(agreement(&whole, &whole), 100);
        assert_eq!(agreement(&whole, &sequence(&[Connect, Send, Close])), 85);
        assert_eq!(agreement(&whole, &sequence(&[Close, Connect])), 33);
        assert_eq!(agreement(&whole, &[]), 0);
    }

    #[test]
    fn a_key_is_an_argument_of_the_call() {
        let text = "x.subscribe(name(), \"event:saved\").await; y(\"other\")";
        assert_eq!(key(text, Span { start: 2, end: 11 }).as_deref(), Some("\"event:saved\""));
        assert_eq!(key("x.close(); y(1)", Span { start: 2, end: 7 }), None);
    }
}
