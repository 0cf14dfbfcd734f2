//! Why two pieces of code may be alike without one being a copy of the other that somebody forgot.
//!
//! In: two definitions, through the view of the audit. Out: the reason, if there is one. It does not know how much they
//! are alike.

use super::Twins;
use crate::audit::Audit;
use crate::model::{DefId, name};
use crate::reach::guards::words;
use crate::resolve::ImplTrait;
use rustc_hash::FxHashSet;

/// Why code is alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kin {
    /// No configuration builds both.
    Exclusive,
    /// One waits for futures, the other does not.
    Waiting,
    /// They are the two ends of one thing: client and server, reader and writer.
    Mirror,
    /// One calls the other.
    Calls,
    /// Each is what one trait asks of another type.
    Trait,
    /// Each belongs to a version of its own: `reader::v4` and `reader::v5` are meant to stay as they are.
    Version,
    /// One stands in the other.
    Part,
}

impl Kin {
    /// The reason in words.
    pub fn in_words(self) -> &'static str {
        match self {
            Kin::Exclusive => "no configuration builds both",
            Kin::Waiting => "one is the async form of the other",
            Kin::Mirror => "they are two ends of one thing",
            Kin::Calls => "one calls the other",
            Kin::Trait => "a trait asks for both",
            Kin::Version => "each is of a version of its own",
            Kin::Part => "one stands in the other",
        }
    }
}

/// Names of the two ends of something.
const ENDS: [(&str, &str); 28] = [
    ("client", "server"),
    ("read", "write"),
    ("reader", "writer"),
    ("send", "recv"),
    ("send", "receive"),
    ("sender", "receiver"),
    ("tx", "rx"),
    ("encode", "decode"),
    ("encoder", "decoder"),
    ("serialize", "deserialize"),
    ("serializer", "deserializer"),
    ("compress", "decompress"),
    ("encrypt", "decrypt"),
    ("request", "response"),
    ("connect", "accept"),
    ("incoming", "outgoing"),
    ("inbound", "outbound"),
    ("publish", "subscribe"),
    ("publisher", "subscriber"),
    ("push", "pop"),
    ("insert", "remove"),
    ("start", "stop"),
    ("open", "close"),
    ("left", "right"),
    ("min", "max"),
    ("prev", "next"),
    ("up", "down"),
    ("first", "last"),
];

/// How many names at the end of a path are looked at for ends.
const NAMES: usize = 3;

/// Why two definitions may be alike.
pub fn kin(audit: &Audit<'_>, twins: &Twins, a: DefId, b: DefId) -> Option<Kin> {
    let presence = &audit.reach.presence;
    let waits = |def: DefId| twins.unit(def).is_some_and(|unit| unit.waits);
    let calls = |from: DefId, to: DefId| audit.input.graph.users(to).any(|user| user == from);
    if is_part(audit, a, b) {
        Some(Kin::Part)
    } else if presence.formulas.exclude(presence.of_def[a.index()], presence.of_def[b.index()]) {
        Some(Kin::Exclusive)
    } else if waits(a) != waits(b) {
        Some(Kin::Waiting)
    } else if calls(a, b) || calls(b, a) {
        Some(Kin::Calls)
    } else if of_one_trait(audit, a, b) {
        Some(Kin::Trait)
    } else if are_ends(audit, a, b) {
        Some(Kin::Mirror)
    } else {
        are_versions(audit, a, b).then_some(Kin::Version)
    }
}

/// Whether one stands in the text of the other.
pub(super) fn is_part(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    let (of_a, of_b) = (audit.def(a).span, audit.def(b).span);
    audit.input.bindings.defs.file(a) == audit.input.bindings.defs.file(b)
        && (of_a.contains(of_b) || of_b.contains(of_a))
}

/// Whether two functions have one name in impls of one trait.
fn of_one_trait(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    let impls = &audit.input.bindings.impls;
    let of = |def: DefId| {
        let holder = audit.parent(def)?;
        let row = impls.of_def.get(&holder).or_else(|| impls.of_def.get(&def))?;
        Some(impls.rows[*row].of_trait)
    };
    let named = audit.def(a).name == audit.def(b).name || impls.of_def.contains_key(&a);
    named && of(a) == of(b) && matches!(of(a), Some(ImplTrait::Local(_) | ImplTrait::Foreign(_)))
}

fn are_ends(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    let (a, b) = (names(&audit.path(a)), names(&audit.path(b)));
    let only =
        |has: &FxHashSet<String>, lacks: &FxHashSet<String>, word: &str| has.contains(word) && !lacks.contains(word);
    ENDS.iter().any(|(one, other)| {
        let apart = |a: &FxHashSet<String>, b: &FxHashSet<String>| only(a, b, one) && only(b, a, other);
        apart(&a, &b) || apart(&b, &a)
    })
}

/// Whether two paths differ by versions in the names of modules only: `reader::v4::tasks`, `reader::v5::tasks`.
fn are_versions(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    let (a, b) = (audit.path(a), audit.path(b));
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split("::").collect(), b.split("::").collect());
    let is_version = |part: &str| {
        let digits = part.strip_prefix('v').unwrap_or_default();
        digits.starts_with(|first: char| first.is_ascii_digit())
            && digits.chars().all(|it| it.is_ascii_digit() || it == '_')
    };
    let mut apart = a.iter().zip(&b).filter(|(a, b)| a != b).peekable();
    a.len() == b.len() && apart.peek().is_some() && apart.all(|(a, b)| is_version(a) && is_version(b))
}

/// The words at the end of a path.
fn names(path: &str) -> FxHashSet<String> {
    path.rsplit("::").take(NAMES).flat_map(|part| words(name(part))).collect()
}
