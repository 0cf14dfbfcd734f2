//! Uses of what is deprecated, here or in another crate, each at its place.

use super::Context;
use super::bodies::Walk;
use super::textual::is_macro;
use super::types::Head;
use crate::facts::Deprecated;
use crate::model::{DefId, DefKind, Name, Span, name};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// A use of something deprecated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeprecatedUse {
    /// What is used.
    pub of: Used,
    /// The definition in whose text it stands.
    pub by: DefId,
    /// Where it stands, in the file of that.
    pub at: Span,
}

/// Something deprecated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Used {
    /// A definition of the workspace.
    Own(DefId),
    /// Something of another crate, by its path.
    Foreign(Name),
}

/// Deprecated definitions; what stands in one is deprecated with it.
pub(super) fn own(cx: &Context<'_>) -> FxHashSet<DefId> {
    let mut found = FxHashSet::default();
    for def in cx.defs.ids() {
        // A field goes by its type; that of a variant is met where the variant is named anyway.
        let holder = cx.defs.parent(cx.sources, def).filter(|of| cx.defs.kind(*of) != DefKind::Variant);
        if cx.defs.get(cx.sources, def).attrs.deprecated.is_some() || holder.is_some_and(|it| found.contains(&it)) {
            found.insert(def);
        }
    }
    found
}

impl Context<'_> {
    /// What another crate says of something deprecated.
    fn deprecated_at(&self, path: Name) -> Option<&Deprecated> {
        self.library_of(path)?.deprecated.get(&path)
    }

    pub(super) fn deprecated_elsewhere(&self, uses: &[DeprecatedUse]) -> BTreeMap<Name, Deprecated> {
        let paths = uses.iter().filter_map(|it| match it.of {
            Used::Foreign(path) => Some(path),
            Used::Own(_) => None,
        });
        let all: BTreeMap<Name, Deprecated> =
            paths.filter_map(|path| Some((path, self.deprecated_at(path)?.clone()))).collect();
        all.into_iter().filter(|(path, _)| self.has_one_version(*path) && !self.has_alternative(*path)).collect()
    }

    /// Whether it is known which version of a crate is meant: members name one, or there is no other.
    fn has_one_version(&self, path: Name) -> bool {
        let krate = path.as_str().split("::").next().unwrap_or_default();
        let locked = self.workspace.dependencies.iter().filter(|it| !it.hidden && it.crate_name() == krate);
        let direct: Vec<bool> = locked.map(|it| it.direct).collect();
        direct.len() <= 1 || direct.contains(&true)
    }

    /// Whether another module that is handed on by a glob has something of this name that is not deprecated: `libc` has
    /// such a module for each system, and which is meant depends on that.
    fn has_alternative(&self, path: Name) -> bool {
        let Some(library) = self.library_of(path) else { return false };
        let Some((home, last)) = path.as_str().rsplit_once("::") else { return false };
        let handed_on: FxHashSet<&str> = library.globs.values().flatten().map(|module| module.as_str()).collect();
        let is_alternative = |module: &&str| {
            let other = name(&format!("{module}::{last}"));
            let head = Head::Ext(other);
            let is_there = library.arity.contains_key(&head)
                || library.fns.contains_key(&head)
                || library.typed.contains_key(&head)
                || library.aliases.contains_key(&other);
            *module != home && is_there && !library.deprecated.contains_key(&other)
        };
        handed_on.contains(home) && handed_on.iter().any(is_alternative)
    }
}

impl Walk<'_> {
    /// Notes the use of something of another crate, if that is deprecated or makes or serves connections.
    pub(super) fn note_foreign(&mut self, item: Head, at: Span) {
        self.note_connection(item, at);
        if let Head::Ext(path) = item
            && self.cx.deprecated_at(path).is_some()
            && !self.is_of_foreign_rules(at)
        {
            self.deprecated.push(DeprecatedUse { of: Used::Foreign(path), by: self.owner, at });
        }
    }

    /// Whether what stands at a place may be words of the rules of another crate's macro: these are for that crate to mend.
    fn is_of_foreign_rules(&self, at: Span) -> bool {
        let by_name = &self.cx.impls.members.by_name;
        let is_own = |name: Name| by_name.get(&name).into_iter().flatten().any(|def| is_macro(self.cx, *def));
        let made = self.cx.defs.get(self.cx.sources, self.owner).made.as_ref();
        let is_foreign = |by: Name| !is_own(by) && !self.cx.catalog.describes_macro(&by);
        made.is_some_and(|made| is_foreign(made.by)) || self.foreign_rules.iter().any(|path| path.contains(at))
    }

    /// Notes the use of a definition of the workspace, if that is deprecated and nothing else of its name may be meant.
    pub(super) fn note_own(&mut self, def: DefId, at: Span) {
        if self.cx.deprecated.is_empty() || at == Span::default() {
            return;
        }
        let name = self.cx.defs.get(self.cx.sources, def).name;
        let is_item = self.cx.defs.kind(def) != DefKind::ReExport;
        if self.cx.deprecated.contains(&def) {
            let other = |(span, other, of): &(Span, DefId, Name)| *span == at && *other != def && *of == name;
            if !self.meant.iter().any(other) {
                self.deprecated.push(DeprecatedUse { of: Used::Own(def), by: self.owner, at });
            }
        } else if is_item {
            // What was noted for the same words is one of several then.
            let same = |it: &DeprecatedUse| {
                let Used::Own(noted) = it.of else { return false };
                it.at == at && it.by == self.owner && self.cx.defs.get(self.cx.sources, noted).name == name
            };
            while self.deprecated.last().is_some_and(same) {
                self.deprecated.pop();
            }
        }
        // Things that the same words may mean are met one after the other.
        self.meant.retain(|(span, ..)| *span == at);
        if is_item && !self.cx.deprecated.contains(&def) {
            self.meant.push((at, def, name));
        }
    }
}
