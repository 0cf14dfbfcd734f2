//! How definitions and paths are named in signatures, and which library knows them.

use super::Context;
use super::sig::{self, Signatures};
use super::types::Head;
use crate::model::{DefId, Name, name};

/// Where a path leads, as a whole or by the longest part of it that is a re-export.
fn renamed(library: &Signatures, path: Name) -> Option<Name> {
    let text = path.as_str();
    if let Some(goal) = library.canonical.get(text) {
        return Some(*goal);
    }
    let mut end = text.len();
    while let Some(at) = text[..end].rfind("::") {
        if let Some(goal) = library.canonical.get(&text[..at]) {
            return Some(name(&format!("{goal}{}", &text[at..])));
        }
        end = at;
    }
    None
}

impl Context<'_> {
    /// Whether it reads a library, whose definitions go by path.
    pub(crate) fn is_library(&self) -> bool {
        self.naming.is_some()
    }

    /// How signatures name a definition.
    pub(crate) fn head_of(&self, def: DefId) -> Head {
        match &self.naming {
            Some(naming) => Head::Ext(naming.paths[def.index()]),
            None => Head::Own(def),
        }
    }

    /// A type or trait of a header by its last name alone.
    pub(crate) fn lenient(&self, bare: Name) -> Option<DefId> {
        self.naming.as_ref()?.bare.get(&bare).copied()
    }

    pub(crate) fn lenient_head(&self, bare: Name) -> Option<Head> {
        Some(self.head_of(self.lenient(bare)?))
    }

    /// The library that a path is of.
    pub(crate) fn library_of(&self, path: Name) -> Option<&Signatures> {
        let first = path.as_str().split("::").next().unwrap_or_default();
        let first = if matches!(first, "core" | "alloc") { "std" } else { first };
        self.libraries.get(first).map(|library| &**library)
    }

    /// The path under which a library knows something.
    pub(crate) fn canonical(&self, path: Name) -> Name {
        let text = path.as_str();
        let path = match text.strip_prefix("core::").or_else(|| text.strip_prefix("alloc::")) {
            Some(rest) => name(&format!("std::{rest}")),
            None => path,
        };
        let mut path = path;
        // A re-export of a re-export; no sane chain is longer.
        for _ in 0..8 {
            match self.library_of(path).and_then(|library| renamed(library, path)) {
                Some(next) if next != path => path = next,
                _ => break,
            }
        }
        path
    }

    /// The signature of a function.
    pub(crate) fn function(&self, item: Head) -> Option<&sig::FnSig> {
        match item {
            Head::Own(_) => self.own.fns.get(&item),
            Head::Ext(path) => self.library_of(path)?.fns.get(&item),
        }
    }
}
