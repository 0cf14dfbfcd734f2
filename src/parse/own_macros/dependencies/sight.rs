//! The macros of dependencies that one file can mean.
//!
//! In: what the file takes from outside of itself, and the macros of the workspace that it sees. Out: the rules that the path of
//! a call means. It goes by the imports of the whole file, whichever scope they stand in: where they differ, nothing is meant.
//! What modules of the workspace hand on of a dependency it does not know.

use super::{Dependencies, Meant};
use crate::extract::outside::{Brought, Outside};
use crate::extract::{Elsewhere, OwnMacro};
use crate::facts::Path;
use crate::facts::types::Lead;
use crate::model::Name;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a file sees.
#[derive(Debug)]
pub(in crate::parse::own_macros) struct Sight {
    dependencies: Arc<Dependencies>,
    package: usize,
    outside: Outside,
    /// Names of the macros of the workspace that the file sees.
    own: FxHashSet<Name>,
}

impl Elsewhere for Sight {
    fn brings(&self, called: Name) -> bool {
        let mut named = self.outside.brought.iter().filter(|one| one.alias == Some(called));
        named.any(|one| {
            let holder = one.path.split_last().map(|(_, holder)| holder);
            holder.is_some_and(|holder| !holder.is_empty() && self.start_of(one.global, holder).is_some())
        })
    }

    fn meant(&self, path: &Path, made: bool) -> Option<Vec<Arc<OwnMacro>>> {
        let names: Vec<Name> = path.segs.iter().map(|seg| seg.name).collect();
        // Whether a call of a macro brings in something by that name is not known.
        if matches!(path.lead, Lead::Plain) && names.first().is_some_and(|first| self.outside.hidden.contains(first)) {
            return None;
        }
        let found = match (path.lead, &names[..]) {
            (Lead::Plain, [only]) => self.without_path(*only)?,
            (Lead::Plain, [_, .., last]) => {
                let (row, middle) = self.start(&names[..names.len() - 1])?;
                self.dependencies.find(row, &middle, *last)?
            }
            (Lead::Global, [first, middle @ .., last]) => {
                let far = || self.dependencies.far_from(self.package, *first).filter(|_| made);
                let row = self.dependencies.named_by(self.package, *first).or_else(far)?;
                self.dependencies.find(row, middle, *last)?
            }
            _ => return None,
        };
        let mut found = found.into_iter();
        let only = found.next()?;
        if found.next().is_some() { None } else { self.dependencies.macros(self.package, only) }
    }
}

impl Sight {
    /// What a file of a package sees.
    pub(in crate::parse::own_macros) fn new(
        dependencies: Arc<Dependencies>,
        package: usize,
        outside: Outside,
        own: FxHashSet<Name>,
    ) -> Self {
        Sight { dependencies, package, outside, own }
    }

    /// A macro that is called by its name alone: by what an import gives that name to, else by globs and `#[macro_use]`.
    fn without_path(&self, called: Name) -> Meant {
        // `use name;` brings in a crate, `use other as name;` a macro that the text defines.
        let is_crate = |path: &[Name]| path.len() < 2 && path.first().is_none_or(|first| *first == called);
        let imports = self.outside.brought.iter().filter(|one| one.alias == Some(called) && !is_crate(&one.path));
        let (mut found, mut is_imported) = (BTreeSet::new(), false);
        for one in imports {
            is_imported = true;
            let (goal, holder) = one.path.split_last()?;
            let (row, middle) = self.start_of(one.global, holder)?;
            found.extend(self.dependencies.find(row, &middle, *goal)?);
        }
        // One of the workspace in sight may hide what is imported, or not be meant.
        if self.own.contains(&called) {
            return (!is_imported).then_some(found);
        }
        if is_imported {
            return Some(found);
        }
        for glob in self.outside.brought.iter().filter(|one| one.glob) {
            let Some((row, middle)) = self.start_of(glob.global, &glob.path) else { continue };
            let of_glob = self.dependencies.find(row, &middle, called)?;
            // What a crate exports stands at its root, and in a module if it is handed on there.
            let is_there = |(of, _): &(usize, Name)| {
                middle.is_empty() || *of != row || self.dependencies.hands_on_own(row, called)
            };
            found.extend(of_glob.into_iter().filter(is_there));
        }
        // What a module of the workspace hands on is not known here, and goes before what `#[macro_use]` brings.
        if self.outside.brought.iter().any(|one| self.is_glob_of_workspace(one)) {
            return Some(found);
        }
        for krate in self.dependencies.packages.get(self.package).into_iter().flat_map(|of| &of.macro_use) {
            let row = self.dependencies.named_by(self.package, *krate)?;
            found.extend(self.dependencies.find(row, &[], called)?);
        }
        Some(found)
    }

    /// Whether an import brings in all of another module of the workspace; the one around, whose imports are most often in
    /// the same file, does not count.
    fn is_glob_of_workspace(&self, one: &Brought) -> bool {
        let Some((first, rest)) = one.path.split_first().filter(|_| one.glob && !one.global) else { return false };
        match first.as_str() {
            "crate" => true,
            "self" | "super" => !rest.is_empty(),
            _ => self.outside.modules.contains(first),
        }
    }

    /// The dependency that the path of a module starts in, with the rest of the path.
    fn start_of(&self, global: bool, path: &[Name]) -> Option<(usize, Vec<Name>)> {
        match path {
            [first, rest @ ..] if global => Some((self.dependencies.named_by(self.package, *first)?, rest.to_vec())),
            _ => self.start(path),
        }
    }

    /// The same, of a path without a lead: it may start at what an import brings in.
    fn start(&self, path: &[Name]) -> Option<(usize, Vec<Name>)> {
        let (first, rest) = path.split_first()?;
        if self.outside.modules.contains(first) {
            return None;
        }
        // `use name::name` and `use name` are of the crate.
        let is_other = |one: &&Brought| one.alias == Some(*first) && one.path.first() != Some(first);
        let mut starts = self.outside.brought.iter().filter(is_other).map(|one| self.of_crate(one));
        match starts.next() {
            None => Some((self.dependencies.named_by(self.package, *first)?, rest.to_vec())),
            Some(start) => {
                let (row, mut middle) = start?;
                if starts.any(|other| other.as_ref() != Some(&(row, middle.clone()))) {
                    return None;
                }
                middle.extend(rest);
                Some((row, middle))
            }
        }
    }

    /// The dependency that an import takes something from, with the rest of its path.
    fn of_crate(&self, one: &Brought) -> Option<(usize, Vec<Name>)> {
        let (first, rest) = one.path.split_first()?;
        let is_module = !one.global && self.outside.modules.contains(first);
        let row = self.dependencies.named_by(self.package, *first).filter(|_| !is_module)?;
        Some((row, rest.to_vec()))
    }
}
