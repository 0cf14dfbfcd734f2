//! All macros of a workspace, and which of them may lead to one of a dependency.
//!
//! In: definitions, and the text of a file. Out: names of macros whose rules call what no macro of the workspace has the name
//! of, and of which nothing is known as data; what the file may call. Whether a dependency has such a macro it does not know.

use super::called::called;
use super::described::described;
use super::handed_on::HandedOn;
use super::known::{Known, Packages};
use crate::catalog::Catalog;
use rustc_hash::FxHashSet;
use std::path::Path;

/// The macros of a workspace.
pub(super) struct Own {
    pub(super) known: Vec<Known>,
    /// Names of those whose rules call what may be a macro of a dependency, or call one that does.
    pub(super) strange: FxHashSet<&'static str>,
    /// Names under which they are handed on.
    pub(super) handed_on: HandedOn,
}

impl Own {
    pub(super) fn new(known: Vec<Known>, catalog: &Catalog) -> Self {
        Own { strange: strange(&known, catalog), handed_on: HandedOn::of(&known), known }
    }
}

/// A file, and what it may call.
pub(super) struct Caller<'a> {
    pub(super) path: &'a Path,
    pub(super) text: &'a str,
    pub(super) package: Option<usize>,
    /// The words before `!` in it.
    pub(super) words: FxHashSet<&'a str>,
    pub(super) own: &'a Own,
    /// Those of `own` that it sees, whatever it imports.
    pub(super) seen: Vec<&'a Known>,
}

impl<'a> Caller<'a> {
    pub(super) fn new(own: &'a Own, packages: &Packages, path: &'a Path, text: &'a str) -> Self {
        let package = packages.of(path);
        let seen = own.known.iter().filter(|known| known.scope.holds(path, package)).collect();
        Caller { path, text, package, words: called(text), own, seen }
    }
}

fn strange(known: &[Known], catalog: &Catalog) -> FxHashSet<&'static str> {
    let names: FxHashSet<&str> = known.iter().map(|one| one.name.as_str()).collect();
    let calls: Vec<(&'static str, FxHashSet<&str>)> =
        known.iter().map(|one| (one.name.as_str(), called(&one.said))).collect();
    let is_foreign = |word: &str| !names.contains(word) && !is_described(word, catalog);
    let foreign = calls.iter().filter(|(_, words)| words.iter().any(|word| is_foreign(word)));
    let mut strange: FxHashSet<&'static str> = foreign.map(|(name, _)| *name).collect();
    loop {
        let before = strange.len();
        for (name, words) in &calls {
            if words.iter().any(|word| strange.contains(*word)) {
                strange.insert(*name);
            }
        }
        if strange.len() == before {
            return strange;
        }
    }
}

/// Whether a macro of this name is known without its rules, or by rules that were written by us.
pub(super) fn is_described(called: &str, catalog: &Catalog) -> bool {
    let by_us = || described().iter().any(|(name, _)| name.as_str() == called);
    called == "macro_rules" || catalog.describes_macro(called) || by_us()
}
