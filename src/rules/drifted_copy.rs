//! A copy that has drifted from its twin: what one has, the other lacks.
//!
//! # Why it matters
//! The fix went into one copy. Where the other is the legacy one, it is the one that breaks; where both handle
//! connections, one of them hangs.
//!
//! # Example
//! ```text
//! async fn dial(to: &str) -> Result<Ws> { let s = timeout(LIMIT, TcpStream::connect(to)).await??; … }
//! async fn dial_v1(to: &str) -> Result<Ws> { let s = TcpStream::connect(to).await?; … }   // drifted-copy: a time-out
//! ```
//!
//! # When it is reported
//! Where one of two near twins is deprecated, marked as legacy, used by nobody or by tests alone, and the other is in
//! use: where both have one name but for versions and words such as `old`, or the note of the deprecated one names
//! the other, and only the one in use has something that protects: a time-out, a close, an option, another attempt, a
//! check, an error arm. What is not in use has to stand in a module or in one type with the other as well. A mark has
//! to be on the function itself, or be the name of its module; a version beside a higher one is none.
//!
//! Or where both handle connections, and what differs is one of these, an error that is handed on, or the literal, the
//! place or the names of a call on one. Functions that do the same to connections in the same order count too, whatever else they do. What waits for peers has to have one
//! name and be mostly the same. `cargo vestige twins PATH` shows the two side by side.
//!
//! # Not reported
//! What no configuration builds together; async forms and modules of versions, unless marked; the two ends of one
//! thing, such as client and server; what a trait asks of several types; operations of one type with other names, and
//! any two whose names say another operation (`run` and `revert`, `set_keepalive` and `set_user_timeout`); the
//! read-only form next to the mutable one; the same for another database or platform; where one calls the other;
//! tests, examples and files that a program made; where one has an exact twin beside the other; errors that both hand
//! on, in other words.

use super::Rule;
use crate::audit::Audit;
use crate::catalog::connections::Role;
use crate::clones::compare::{Aspect, Comparison, Difference, Side, compare, lacking, one_line};
use crate::clones::kin::{self, Kin, kin};
use crate::clones::naming;
use crate::clones::roles;
use crate::clones::standing::{Standing, standing};
use crate::finding::{Confidence, Finding, Related};
use crate::model::{DefId, Span};
use crate::reach::guards::words;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// From this share of common tokens on, in per cent, an old function is a copy of a live one. Three edits in a function
/// of ten statements leave about as much; what has less in common was written anew.
const LEAST_OF_OLD: u32 = 70;
/// From this share of common roles on, in per cent, two near functions do the same to their connections.
const LEAST_AGREEMENT: u32 = 50;
/// From this share of common tokens on, in per cent, what waits for peers is a copy of another such function: it has
/// much in common with any.
const LEAST_OF_LISTENERS: u32 = 75;
/// More members of a class are not looked at: the others say the same.
const MOST_MEMBERS: usize = 8;
/// Differences that the notes name.
const MOST_DIFFERENCES: usize = 6;
/// Characters of a statement that a note shows.
const LONGEST: usize = 100;

/// A copy and its twin.
struct Drift {
    /// The one that is reported.
    own: DefId,
    other: DefId,
    /// What has become of the reported one.
    standing: Standing,
    likeness: u32,
    /// The left side is the reported one.
    differences: Vec<Difference>,
}

/// What has become of everything that is compared.
type Standings = FxHashMap<DefId, Standing>;

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let twins = audit.twins();
    let known: Standings = twins.pieces().iter().map(|piece| (piece.def, standing(audit, piece.def))).collect();
    let mut drifts: BTreeMap<DefId, Drift> = BTreeMap::new();
    let mut keep = |drift: Drift| {
        let nearer = drifts.get(&drift.own).is_none_or(|known| known.likeness < drift.likeness);
        if nearer {
            drifts.insert(drift.own, drift);
        }
    };
    for near in &twins.near {
        for a in twins.class(near.classes.0).iter().take(MOST_MEMBERS) {
            for b in twins.class(near.classes.1).iter().take(MOST_MEMBERS) {
                drift(audit, &known, (*a, *b), near.likeness).into_iter().for_each(&mut keep);
            }
        }
    }
    for (a, b, _) in &twins.by_roles {
        by_roles(audit, &known, *a, *b).into_iter().for_each(&mut keep);
    }
    // Of two live ones each may have the other as its nearest.
    let told: BTreeSet<(DefId, DefId)> = drifts.values().map(|drift| (drift.own, drift.other)).collect();
    let is_second = |drift: &&Drift| {
        told.contains(&(drift.other, drift.own))
            && (audit.path(drift.own), drift.own) > (audit.path(drift.other), drift.other)
    };
    out.extend(drifts.values().filter(|drift| !is_second(drift)).map(|drift| finding(audit, rule, drift)));
}

/// Whether a definition can be one of the two.
fn counts(audit: &Audit<'_>, def: DefId) -> bool {
    audit.is_declared(def) && !audit.is_test_code(def)
}

/// Near twins, if what differs between them matters.
fn drift(audit: &Audit<'_>, known: &Standings, (a, b): (DefId, DefId), likeness: u32) -> Option<Drift> {
    if !counts(audit, a) || !counts(audit, b) {
        return None;
    }
    let (of_a, of_b) = (*known.get(&a)?, *known.get(&b)?);
    let (own, other, own_standing) = match (of_a, of_b) {
        (Standing::Live, Standing::Live) => return of_connections(audit, a, b, likeness),
        (old, Standing::Live) => (a, b, old),
        (Standing::Live, old) => (b, a, old),
        _ => return None,
    };
    let is_named_so = naming::are_one(audit.def(own).name, audit.def(other).name);
    // Most that is not in use is a sibling of what is: another getter, the same for another key.
    let belong = if own_standing.is_marked() {
        is_named_so || names_in_note(audit, own, other)
    } else {
        is_named_so && kin::stand_together(audit, own, other)
    };
    if !belong || likeness < LEAST_OF_OLD || are_meant(audit, own, other) {
        return None;
    }
    let alike = match kin(audit, audit.twins(), own, other) {
        None => true,
        Some(Kin::Waiting | Kin::Version) => own_standing.is_marked(),
        Some(_) => false,
    };
    if !alike {
        return None;
    }
    let Comparison { differences, .. } = compare(audit, audit.twins(), own, other)?;
    // What lacks nothing that protects has been left alone on purpose, or is dead and no more than that.
    let lacks = differences.iter().any(|it| it.has == Side::Right && it.aspect.is_of_lifecycle());
    let drifted = lacks && !differences.iter().all(Difference::is_of_access);
    drifted.then_some(Drift { own, other, standing: own_standing, likeness, differences })
}

/// Whether the note of a deprecated definition names another one.
fn names_in_note(audit: &Audit<'_>, own: DefId, other: DefId) -> bool {
    let deprecated = audit.def(own).attrs.deprecated.as_ref();
    let name = audit.def(other).name;
    deprecated.and_then(|it| it.note.as_deref()).is_some_and(|note| {
        let mut words = note.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        words.any(|word| name == *word)
    })
}

/// Whether two functions differ on purpose: methods of one trait on two types, the same for two databases or platforms.
fn are_meant(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    kin::share_trait(audit, a, b) || kin::are_backends(audit, a, b)
}

/// Whether two live functions are two things on purpose: what is meant to differ, two operations, or functions of one
/// type with other names.
fn are_siblings(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    let (of_a, of_b) = (audit.def(a).name, audit.def(b).name);
    let agree = || naming::are_mostly_one(of_a, of_b);
    are_meant(audit, a, b) || naming::are_operations(of_a, of_b) || (kin::of_one_type(audit, a, b) && !agree())
}

/// Whether two functions that both wait for peers are two servers.
fn are_servers(audit: &Audit<'_>, (a, b): (DefId, DefId), steps: [&[roles::Step]; 2], likeness: u32) -> bool {
    let waits = |steps: &[roles::Step]| steps.iter().any(|step| matches!(step.role, Role::Listen | Role::Accept));
    let one = audit.def(a).name == audit.def(b).name && likeness >= LEAST_OF_LISTENERS;
    steps.into_iter().all(waits) && !one
}

/// Whether one of two has an exact twin beside the other: the file of that one has both forms, so none was forgotten.
fn is_beside_equal(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    let file = |def: DefId| audit.input.bindings.defs.file(def);
    let stands_by = |own: DefId, other: DefId| {
        let twins = audit.twins().of(own).into_iter().filter(|(_, likeness)| *likeness == 100);
        twins.into_iter().any(|(twin, _)| twin != other && file(twin) == file(other) && file(own) != file(other))
    };
    stands_by(a, b) || stands_by(b, a)
}

/// Two live functions that handle connections.
fn of_connections(audit: &Audit<'_>, a: DefId, b: DefId, likeness: u32) -> Option<Drift> {
    if [a, b].iter().any(|def| audit.places().within(*def).is_empty()) || is_beside_equal(audit, a, b) {
        return None;
    }
    let (of_a, of_b) = (roles::steps(audit, a), roles::steps(audit, b));
    let handles = |steps: &[roles::Step]| steps.iter().any(|step| step.role.handles());
    let same = handles(&of_a) && handles(&of_b) && roles::agreement(&of_a, &of_b) >= LEAST_AGREEMENT;
    if !same || kin(audit, audit.twins(), a, b).is_some() || are_siblings(audit, a, b) {
        return None;
    }
    if are_servers(audit, (a, b), [&of_a, &of_b], likeness) {
        return None;
    }
    let matters = |difference: &Difference| {
        let spoken = matches!(difference.aspect, Aspect::Literal | Aspect::Order | Aspect::Names);
        difference.aspect.is_of_lifecycle() || (spoken && difference.of_connection)
    };
    let alone = |comparison: &Comparison, side: Side| {
        comparison.differences.iter().filter(|it| it.has == side && it.aspect.is_of_lifecycle()).count()
    };
    let comparison = compare(audit, audit.twins(), a, b)?;
    // The one that lacks more is the one to look at.
    let swapped = alone(&comparison, Side::Left) > alone(&comparison, Side::Right);
    let (own, other) = if swapped { (b, a) } else { (a, b) };
    let differences = compare(audit, audit.twins(), own, other)?.differences;
    let drifted = differences.iter().any(matters) && !differences.iter().all(Difference::is_of_access);
    drifted.then_some(Drift { own, other, standing: Standing::Live, likeness, differences })
}

/// Functions that do the same to connections and share a word of their names, if one does something that the other does
/// not.
fn by_roles(audit: &Audit<'_>, known: &Standings, a: DefId, b: DefId) -> Option<Drift> {
    let names = |def: DefId| words(audit.def(def).name).into_iter().collect::<BTreeSet<String>>();
    let other = audit.twins().are_alike(a, b) || names(a).is_disjoint(&names(b));
    let live = [a, b].iter().all(|def| known.get(def) == Some(&Standing::Live));
    if other || !live || !counts(audit, a) || !counts(audit, b) {
        return None;
    }
    if kin(audit, audit.twins(), a, b).is_some() || are_siblings(audit, a, b) {
        return None;
    }
    let (of_a, of_b) = (roles::steps(audit, a), roles::steps(audit, b));
    if are_servers(audit, (a, b), [&of_a, &of_b], 0) {
        return None;
    }
    let (only_a, only_b) = (lacking(&of_a, &of_b), lacking(&of_b, &of_a));
    let swapped = only_a.len() > only_b.len();
    let (own, other) = if swapped { (b, a) } else { (a, b) };
    let (of_own, of_other) = if swapped { (only_b, only_a) } else { (only_a, only_b) };
    let difference = |side: Side| {
        move |(aspect, at): (Aspect, Span)| {
            let def = if side == Side::Left { own } else { other };
            let text = Some(one_line(&audit.file(def).text, at));
            let (left, right) = if side == Side::Left { (text, None) } else { (None, text) };
            Difference { aspect, has: side, left, right, of_connection: true }
        }
    };
    let mut differences: Vec<Difference> = of_own.into_iter().map(difference(Side::Left)).collect();
    differences.extend(of_other.into_iter().map(difference(Side::Right)));
    (!differences.is_empty()).then_some(Drift { own, other, standing: Standing::Live, likeness: 0, differences })
}

fn finding(audit: &Audit<'_>, rule: &Rule, drift: &Drift) -> Finding {
    let facts = audit.def(drift.own);
    let other = audit.path(drift.other);
    let (kind, name) = (facts.kind.in_words(), facts.name);
    let what = summary(&drift.differences);
    let message = match drift.standing {
        Standing::Live => format!("{kind} `{name}` does the same as `{other}`, and the two have drifted apart: {what}"),
        old => format!("{kind} `{name}` is {} and a drifted copy of `{other}`: {what}", old.in_words()),
    };
    let mut finding = rule.finding(audit.item(drift.own), audit.name_location(drift.own), message);
    finding.confidence = Confidence::Likely;
    finding.notes.extend(drift.differences.iter().take(MOST_DIFFERENCES).map(|it| told(it, &facts.name, &other)));
    let more = drift.differences.len().saturating_sub(MOST_DIFFERENCES);
    if more > 0 {
        let path = audit.path(drift.own);
        finding.notes.push(format!("{more} more differences; `cargo vestige twins {path}` shows all"));
    }
    if drift.likeness > 0 {
        finding.notes.push(format!("{} % of their code is the same", drift.likeness));
    } else {
        finding.notes.push("they do the same to their connections in the same order".into());
    }
    let location = audit.name_location(drift.other);
    finding.related.push(Related { message: format!("twin: `{other}`"), location });
    finding.trail = audit.trail(drift.own);
    finding.condition = audit.condition(drift.own);
    finding
}

/// What the reported one lacks; else what it has alone; else what each has of its own. A statement more on each side is
/// no lack of one.
fn summary(differences: &[Difference]) -> String {
    let of = |side: Side| {
        let found: BTreeSet<Aspect> = differences.iter().filter(|it| it.has == side).map(|it| it.aspect).collect();
        let words: Vec<&str> = found.into_iter().map(Aspect::in_words).collect();
        match words.split_last() {
            Some((last, [])) => Some((*last).to_owned()),
            Some((last, others)) => Some(format!("{} and {last}", others.join(", "))),
            None => None,
        }
    };
    let only_statements = |side: Side| {
        let mut own = differences.iter().filter(|it| it.has == side).map(|it| it.aspect).peekable();
        own.peek().is_some() && own.all(|aspect| aspect == Aspect::Statement)
    };
    if only_statements(Side::Right) && only_statements(Side::Left) {
        return "each has statements of its own".into();
    }
    match (of(Side::Right), of(Side::Left), of(Side::Both)) {
        (Some(_), Some(has), _) if only_statements(Side::Right) => format!("it alone has {has}"),
        (Some(lacks), _, _) => format!("it lacks {lacks}"),
        (None, Some(has), _) => format!("it alone has {has}"),
        (None, None, Some(other)) => format!("each has its own: {other}"),
        (None, None, None) => String::new(),
    }
}

/// A difference as a sentence.
fn told(difference: &Difference, own: &str, other: &str) -> String {
    let cut = |text: &Option<String>| {
        let text = text.as_deref().unwrap_or_default();
        match text.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("`{}…`", &text[..end]),
            None => format!("`{text}`"),
        }
    };
    let what = difference.aspect.in_words();
    match (difference.has, &difference.left, &difference.right) {
        (Side::Right, None, right) => format!("`{other}` has {what} that `{own}` lacks: {}", cut(right)),
        (Side::Left, left, None) => format!("`{own}` has {what} that `{other}` lacks: {}", cut(left)),
        (Side::Right, left, right) => format!("`{other}` has {what}, {}; `{own}` has {}", cut(right), cut(left)),
        (_, None, None) => what.to_owned(),
        (Side::Left, left, right) => format!("`{own}` has {what}, {}; `{other}` has {}", cut(left), cut(right)),
        (Side::Both, left, right) => format!("{what}: `{own}` has {}, `{other}` has {}", cut(left), cut(right)),
    }
}
