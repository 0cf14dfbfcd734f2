//! How definitions and paths are named in signatures, and which library knows them.

use super::Context;
use super::scopes::{Namespace, OTHER_VERSION, Res};
use super::sig::{self, Signatures};
use super::types::{Head, TraitRef, Type};
use crate::facts::Path;
use crate::model::{DefId, DefKind, ModId, Name, name};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::sync::Arc;

thread_local! {
    /// The look-ups of this thread in the analysis of that number.
    static CANONICAL: RefCell<(u64, FxHashMap<Name, Name>)> = RefCell::default();
}

/// Where a path leads, as a whole or by the longest part of it that is a re-export.
pub(super) fn renamed(library: &Signatures, text: &str) -> Option<String> {
    if let Some(goal) = library.canonical.get_text(text) {
        return Some(of_std(goal).unwrap_or_else(|| goal.to_string()));
    }
    let mut end = text.len();
    while let Some(at) = text[..end].rfind("::") {
        // `pub use foo::foo` beside `mod foo`: what lies in the module is not meant.
        let goal = library.canonical.get_text(&text[..at]);
        let into_itself = |goal: &Name| goal.strip_prefix(&text[..at]).is_some_and(|rest| rest.starts_with("::"));
        if let Some(goal) = goal.filter(|goal| !into_itself(goal)) {
            // `pub use macros::foo` beside `mod foo` neither.
            if is_behind_item(library, text, at) {
                return None;
            }
            let goal = format!("{goal}{}", &text[at..]);
            return Some(of_std(&goal).unwrap_or(goal));
        }
        end = at;
    }
    None
}

/// Whether a path leads through something that the library has behind its first names, or is that.
fn is_behind_item(library: &Signatures, text: &str, first: usize) -> bool {
    let steps = text[first + 2..].match_indices("::").map(|(at, _)| first + 2 + at);
    steps.chain([text.len()]).any(|end| library.has_text(&text[..end]))
}

/// A path of `core` or `alloc` as one of `std`, which hands on all that they have.
fn of_std(text: &str) -> Option<String> {
    let rest = text.strip_prefix("core::").or_else(|| text.strip_prefix("alloc::"))?;
    Some(format!("std::{rest}"))
}

/// A path through the name of a crate in a version of which nothing is known.
fn another_version(path: &str) -> Name {
    let krate = super::prelude::first(path);
    name(&format!("{krate}{OTHER_VERSION}{}", &path[krate.len()..]))
}

impl Head {
    /// Whether it is a type or a trait of `std`, or an item of one.
    pub(crate) fn is_of_std(self) -> bool {
        matches!(self, Head::Ext(path) if path.starts_with("std::"))
    }
}

impl Context<'_> {
    /// Whether it reads the header of `std`, in which names stand for what they mean there without any import.
    pub(crate) fn is_header(&self) -> bool {
        self.naming.as_ref().is_some_and(|naming| naming.header)
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
        self.naming.as_ref().filter(|naming| naming.header)?.bare.get(&bare).copied()
    }

    pub(crate) fn lenient_head(&self, bare: Name) -> Option<Head> {
        Some(self.head_of(self.lenient(bare)?))
    }

    /// What else a bound means under other conditions, in code of the workspace.
    pub(super) fn other_traits(&self, module: ModId, path: &Path, first: Head) -> Vec<Head> {
        if self.naming.is_some() || path.qself.is_some() {
            return vec![];
        }
        let found = super::paths::resolve(&self.modules, self, module, path, Namespace::Types).found;
        let traits = found.iter().filter_map(|found| match found.res {
            Res::Def(def) if self.defs.kind(def) == DefKind::Trait => Some(Head::Own(def)),
            _ => None,
        });
        traits.filter(|of| *of != first).collect()
    }

    /// The library that a path is of.
    pub(crate) fn library_of(&self, path: Name) -> Option<&Signatures> {
        self.library_of_text(path.as_str())
    }

    pub(super) fn library_of_text(&self, path: &str) -> Option<&Signatures> {
        self.libraries.get(super::prelude::library_name(path))
    }

    /// The path under which a library knows something.
    pub(crate) fn canonical(&self, path: Name) -> Name {
        let analysis = self.modules.sealed;
        let known = CANONICAL.with_borrow(|(of, known)| known.get(&path).filter(|_| *of == analysis).copied());
        known.unwrap_or_else(|| {
            let canonical = self.look_up_canonical(path);
            CANONICAL.with_borrow_mut(|(of, known)| {
                if *of != analysis {
                    *of = analysis;
                    known.clear();
                }
                known.insert(path, canonical);
                // Whatever it is, it is the same when asked again.
                known.insert(canonical, canonical);
            });
            canonical
        })
    }

    pub(crate) fn canonical_head(&self, head: Head) -> Head {
        match head {
            Head::Own(_) => head,
            Head::Ext(path) => Head::Ext(self.canonical(path)),
        }
    }

    /// Whether two heads are the same, under whatever path.
    pub(crate) fn same_head(&self, one: Head, other: Head) -> bool {
        one == other
            || match (one, other) {
                (Head::Ext(one), Head::Ext(other)) => self.same_path(one, other),
                _ => false,
            }
    }

    pub(crate) fn same_path(&self, one: Name, other: Name) -> bool {
        one == other
            || (super::prelude::last(one) == super::prelude::last(other)
                && self.canonical(one) == self.canonical(other))
    }

    /// A type as signatures of another crate have it, with the paths under which each crate knows its own.
    pub(crate) fn canonicalized(&self, ty: Type) -> Type {
        if self.is_canonical(&ty) { ty } else { super::traits::deeper(Type::Unknown, || self.canonicalize(&ty)) }
    }

    fn canonicalize(&self, ty: &Type) -> Type {
        ty.map(&mut |part| match part {
            Type::Ext(path, args) => {
                let args: Arc<[Type]> = args.iter().map(|arg| self.canonicalize(arg)).collect();
                Some(self.foreign(*path, args))
            }
            Type::Bound(refs) => Some(Type::Bound(refs.iter().map(|of| self.canonical_bound(of)).collect())),
            _ => None,
        })
    }

    pub(crate) fn canonical_bound(&self, of: &TraitRef) -> TraitRef {
        let mut of = of.map(&mut |part| Some(self.canonicalized(part.clone())));
        of.of = self.canonical_head(of.of);
        of
    }

    fn is_canonical(&self, ty: &Type) -> bool {
        match ty {
            Type::Ext(path, args) => {
                let is_known = self.canonical(*path) == *path && !super::unseen::is_unseen(*path);
                is_known && !self.is_alias(*path) && args.iter().all(|arg| self.is_canonical(arg))
            }
            Type::Adt(_, args) | Type::Tuple(args) => args.iter().all(|arg| self.is_canonical(arg)),
            Type::Ref(inner) | Type::Slice(inner) | Type::Future(inner) => self.is_canonical(inner),
            Type::Proj(about) => self.is_canonical(&about.0) && about.3.iter().all(|arg| self.is_canonical(arg)),
            Type::Fn(about) => about.0.iter().all(|arg| self.is_canonical(arg)) && self.is_canonical(&about.1),
            Type::Bound(refs) => refs.iter().all(|of| {
                self.canonical_head(of.of) == of.of
                    && of.args.iter().all(|arg| self.is_canonical(arg))
                    && of.assoc.iter().all(|(_, ty)| self.is_canonical(ty))
            }),
            _ => true,
        }
    }

    fn is_alias(&self, path: Name) -> bool {
        self.library_of(path).is_some_and(|library| library.aliases.contains_key(&path))
    }

    fn look_up_canonical(&self, path: Name) -> Name {
        if super::unseen::is_unseen(path) {
            return self.seen_by_now(path).unwrap_or(path);
        }
        let mut path = of_std(path.as_str()).map_or(path, |path| name(&path));
        // A re-export of a re-export; no sane chain is longer.
        for _ in 0..8 {
            match self.library_of(path).and_then(|library| renamed(library, path.as_str())) {
                // A derive hides no trait that a glob brings in under its name.
                Some(next) if self.libraries.is_procedural(super::prelude::first(&next)) => break,
                Some(next) if self.is_of_another_version(path.as_str(), &next) => return another_version(&next),
                Some(next) if next != path.as_str() => path = name(&next),
                _ => break,
            }
        }
        self.through_globs(path).or_else(|| self.beside_macro(path)).unwrap_or(path)
    }

    /// Whether what the crate of one path hands on from a second one is of another version of that than the one that is read.
    pub(super) fn is_of_another_version(&self, path: &str, goal: &str) -> bool {
        use super::prelude::library_name;
        self.libraries.means_another(library_name(path), library_name(goal))
    }

    /// `anyhow::Result` where `use anyhow::anyhow` is in scope: a macro has nothing inside, so the crate is meant.
    fn beside_macro(&self, path: Name) -> Option<Name> {
        let (krate, rest) = path.as_str().split_once("::")?;
        let inner = rest.strip_prefix(krate)?.strip_prefix("::")?;
        let library = self.library_of(path).filter(|library| !library.has(path))?;
        let mut is_module = false;
        library.inside(&format!("{krate}::{krate}"), &mut |_| is_module = true);
        if is_module {
            return None;
        }
        let goal = self.canonical(name(&format!("{krate}::{inner}")));
        self.library_of(goal).filter(|library| library.has(goal)).map(|_| goal)
    }

    /// The signature of a function.
    pub(crate) fn function(&self, item: Head) -> Option<&sig::FnSig> {
        match item {
            Head::Own(_) => self.own.fns.get(&item),
            Head::Ext(path) => self.library_of(path)?.fns.get(&item),
        }
    }
}
