//! Why two pieces of code may be alike without one being a copy of the other that somebody forgot.
//!
//! In: two definitions, through the view of the audit. Out: the reason, if there is one. It does not know how much they
//! are alike.

use super::homonyms::{self, Sort};
use super::{Twins, kernels, naming, packages};
use crate::audit::Audit;
use crate::facts::DefData;
use crate::model::{DefId, DefKind, Name, name};
use crate::parse::SourceFile;
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
    /// They are the same, but a name in both leads to different things.
    Homonym,
    /// They are vector code of two processors or widths.
    Kernel,
    /// Each is in a file beside the other's that stands or falls with another feature.
    Backend,
    /// Their packages know neither each other nor a third one of the workspace.
    Strangers,
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
            Kin::Homonym => "a name in both means another thing in each",
            Kin::Backend => "each is for another backend",
            Kin::Kernel => "they are kernels of vector instructions",
            Kin::Strangers => "no package of the workspace could hold one for both",
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
/// What code is written for that differs by what stands behind it.
const BACKENDS: [&str; 28] = [
    "android",
    "azure",
    "cassandra",
    "dynamodb",
    "epoll",
    "etcd",
    "freebsd",
    "gcs",
    "ios",
    "iocp",
    "kqueue",
    "linux",
    "macos",
    "mariadb",
    "mongodb",
    "mssql",
    "mysql",
    "pg",
    "postgres",
    "postgresql",
    "redis",
    "rocksdb",
    "s3",
    "sqlite",
    "unix",
    "uring",
    "wasm",
    "windows",
];

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
    } else if are_switched(audit, a, b) {
        Some(Kin::Backend)
    } else if calls(a, b) || calls(b, a) {
        Some(Kin::Calls)
    } else if of_one_trait(audit, a, b) {
        Some(Kin::Trait)
    } else if are_ends(audit, a, b) {
        Some(Kin::Mirror)
    } else if are_versions(audit, a, b) {
        Some(Kin::Version)
    } else if kernels::is_kernel(audit, a) && kernels::is_kernel(audit, b) {
        Some(Kin::Kernel)
    } else if !packages::can_share(audit, a, b) {
        Some(Kin::Strangers)
    } else {
        // Of what is only nearly the same, other things are what the difference may be about.
        let same = twins.likeness(a, b) == Some(100);
        let apart = || homonyms::have_homonyms(audit, twins, (a, None), (b, None), Sort::All);
        (same && apart()).then_some(Kin::Homonym)
    }
}

/// Whether one stands in the text of the other.
pub(super) fn is_part(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    let (of_a, of_b) = (audit.def(a).span, audit.def(b).span);
    audit.input.bindings.defs.file(a) == audit.input.bindings.defs.file(b)
        && (of_a.contains(of_b) || of_b.contains(of_a))
}

/// Whether two functions have one name in impls of one trait, or two impls are of one trait.
fn of_one_trait(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    let is_block = audit.def(a).kind == DefKind::Impl;
    (is_block || audit.def(a).name == audit.def(b).name) && share_trait(audit, a, b)
}

/// Whether two definitions are, or stand in, different impls of one trait.
pub fn share_trait(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    let (of_a, of_b) = (audit.block_of(a), audit.block_of(b));
    of_a != of_b && trait_of(audit, of_a).is_some_and(|of_trait| trait_of(audit, of_b) == Some(of_trait))
}

/// Whether each is named, or stands in something named, by another database or platform.
pub fn are_backends(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    let named = |def: DefId| {
        let (path, file) = (audit.path(def), &audit.file(def).shown);
        let parts = path.split("::").chain(file.split(['/', '.', '-']));
        let known = parts.flat_map(|part| words(name(part))).filter(|word| BACKENDS.contains(&word.as_str()));
        known.collect::<FxHashSet<String>>()
    };
    let (of_a, of_b) = (named(a), named(b));
    !of_a.is_empty() && !of_b.is_empty() && of_a != of_b
}

/// Whether each stands in a file of one folder that says at its head which feature it is for.
fn are_switched(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    let (of_a, of_b) = (audit.file(a), audit.file(b));
    let folder = |file: &SourceFile| file.shown.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    let by_feature = |file: &SourceFile| {
        let mut found = false;
        file.facts.attrs.cfg.iter().for_each(|cfg| cfg.atoms(&mut |key, _| found |= *key == "feature"));
        found
    };
    let apart = folder(of_a) == folder(of_b) && of_a.facts.attrs.cfg != of_b.facts.attrs.cfg;
    apart && by_feature(of_a) && by_feature(of_b)
}

/// Whether both are free functions, or functions of one type or trait.
pub fn stand_together(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    let is_free = |def: DefId| audit.block_of(def).is_none() && owner(audit, def).is_none();
    of_one_type(audit, a, b) || (is_free(a) && is_free(b))
}

/// Whether two functions belong to one type or trait of the workspace.
pub fn of_one_type(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    owner(audit, a).is_some_and(|of_a| owner(audit, b) == Some(of_a))
}

/// The type or the trait that a function belongs to, if it is of the workspace.
fn owner(audit: &Audit<'_>, def: DefId) -> Option<DefId> {
    match audit.block_of(def) {
        Some(block) => audit.type_of_impl(block),
        None => audit.parent(def).filter(|holder| audit.def(*holder).kind == DefKind::Trait),
    }
}

/// The trait of an impl; of one that could not be resolved the name as well.
fn trait_of(audit: &Audit<'_>, block: Option<DefId>) -> Option<(ImplTrait, Option<Name>)> {
    let of_trait = audit.input.bindings.impls.info(block?)?.of_trait;
    match (of_trait, &audit.def(block?).data) {
        (ImplTrait::None, _) => None,
        (ImplTrait::Unknown, DefData::Impl(header)) => {
            let written = header.of_trait.as_ref()?.segs.last()?.name;
            Some((of_trait, Some(written)))
        }
        (ImplTrait::Unknown, _) => None,
        (ImplTrait::Local(_) | ImplTrait::Foreign(_), _) => Some((of_trait, None)),
    }
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

/// Whether two paths differ by versions in the names of modules and types only: `reader::v4::tasks` and
/// `reader::v5::tasks`, `client::ask` and `client_v2::ask`, `server` and `server2`, `tls_0_22::dial_0_22` and
/// `tls_0_23::dial_0_23`; or whether their crates are versions of one. A function `ask_v2` beside `ask` in one module is a
/// copy like any other.
fn are_versions(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    let is_block = audit.def(a).kind == DefKind::Impl;
    let (a, b) = (audit.path(a), audit.path(b));
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split("::").collect(), b.split("::").collect());
    if a[0] != b[0] && naming::are_versions(a[0], b[0]) {
        return true;
    }
    let last = a.len().saturating_sub(1);
    let is_version = |part: &str| {
        let digits = part.strip_prefix('v').unwrap_or_default();
        digits.starts_with(|first: char| first.is_ascii_digit())
            && digits.chars().all(|it| it.is_ascii_digit() || it == '_')
    };
    let apart: Vec<(usize, (&str, &str))> =
        a.iter().copied().zip(b.iter().copied()).enumerate().filter(|(_, (a, b))| a != b).collect();
    let by_version = |(at, (a, b)): &(usize, (&str, &str))| {
        // What stands in a version may say so in its name.
        let may_say = *at < last || is_block || apart.len() > 1;
        (is_version(a) && is_version(b)) || (may_say && naming::are_versions(a, b))
    };
    a.len() == b.len() && !apart.is_empty() && apart.iter().all(by_version)
}

/// The words at the end of a path.
fn names(path: &str) -> FxHashSet<String> {
    path.rsplit("::").take(NAMES).flat_map(|part| words(name(part))).collect()
}
