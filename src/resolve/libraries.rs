//! The crates of which signatures are known. Those that the code names are read at once, for their traits may be in scope;
//! any other locked crate is read when the type of a value leads to it.
//!
//! One version of a crate is read. A crate that depends on another one means that by the name: [`Libraries::means_another`].

use super::library;
use super::open::Unseen;
use super::shelf::Shelf;
use super::sig::Signatures;
use crate::catalog::Catalog;
use crate::discover::{LockedPackage, Workspace};
use crate::model::{Name, name};
use crate::parse::Sources;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// Signatures by the name of their crate.
#[derive(Default)]
pub(crate) struct Libraries<'a> {
    /// That of `std`, which is among the named ones.
    standard: Option<Arc<Signatures>>,
    named: FxHashMap<&'static str, Arc<Signatures>>,
    others: FxHashMap<&'static str, Other<'a>>,
    /// The locked packages of the named ones.
    rows: FxHashMap<&'static str, &'a LockedPackage>,
    catalog: Option<&'a Catalog>,
    cache: Option<&'a Path>,
    shelf: Option<&'a Shelf>,
}

/// A crate that is read when it is asked for.
struct Other<'a> {
    package: &'a LockedPackage,
    read: OnceLock<Option<Arc<Signatures>>>,
}

impl<'a> Libraries<'a> {
    /// Those of a workspace.
    pub(crate) fn of(workspace: &'a Workspace, sources: &Sources, catalog: &'a Catalog, shelf: &'a Shelf) -> Self {
        let cache = workspace.cache.as_deref();
        let (read, std) =
            rayon::join(|| dependencies(workspace, &names(sources), catalog, shelf), || library::standard(cache));
        let rows = read.iter().map(|(krate, (package, _))| (*krate, *package)).collect();
        let mut named: FxHashMap<&'static str, Arc<Signatures>> =
            read.into_iter().map(|(krate, (_, signatures))| (krate, signatures)).collect();
        named.insert("std", Arc::clone(&std));
        let mut others = FxHashMap::default();
        for package in &workspace.dependencies {
            let krate = name(&package.crate_name()).as_str();
            // What members mean by its name has to be what is read.
            if package.folder.is_some() && !package.hidden && !named.contains_key(krate) {
                // Of several versions the last, which is the highest.
                others.insert(krate, Other { package, read: OnceLock::new() });
            }
        }
        Libraries { standard: Some(std), named, others, rows, catalog: Some(catalog), cache, shelf: Some(shelf) }
    }

    pub(crate) fn only_std(std: Arc<Signatures>) -> Self {
        let named = [("std", Arc::clone(&std))].into_iter().collect();
        Libraries { standard: Some(std), named, ..Libraries::default() }
    }

    /// That of `std`: it is asked most.
    pub(crate) fn standard(&self) -> Option<&Signatures> {
        self.standard.as_deref()
    }

    /// The crates that the code names.
    pub(crate) fn named(&self) -> impl Iterator<Item = &Signatures> {
        self.named.values().map(|library| &**library)
    }

    /// Whether a crate is one of procedural macros: its names are no types and no traits.
    pub(crate) fn is_procedural(&self, krate: &str) -> bool {
        let read = self.named.get(krate).map(|library| &**library).or_else(|| self.other(krate));
        read.is_some_and(Signatures::is_procedural)
    }

    pub(crate) fn get(&self, krate: &str) -> Option<&Signatures> {
        if krate == "std" {
            return self.standard();
        }
        if let Some(known) = self.named.get(krate) {
            return Some(known);
        }
        self.other(krate).filter(|library| !library.is_procedural())
    }

    /// Whether the code of a crate means another version by the name of a second one, or another package, than what is
    /// read by that name. Nothing is known of it then.
    pub(super) fn means_another(&self, krate: &str, named: &str) -> bool {
        let (Some(from), Some(read)) = (self.row(krate), self.row(named)) else { return false };
        krate != named && !from.needs(read)
    }

    /// The locked package that is read by the name of a crate.
    fn row(&self, krate: &str) -> Option<&'a LockedPackage> {
        self.rows.get(krate).copied().or_else(|| Some(self.others.get(krate)?.package))
    }

    /// What a macro of a crate may make, if that is known; procedural ones too.
    pub(super) fn made_by_macro(&self, krate: &str, macro_name: &str) -> Option<Unseen> {
        let library = self.named.get(krate).map(|library| &**library).or_else(|| self.other(krate));
        library?.macros.get_text(macro_name).copied()
    }

    fn other(&self, krate: &str) -> Option<&Signatures> {
        let (other, catalog, shelf) = (self.others.get(krate)?, self.catalog?, self.shelf?);
        let read = || library::dependency(other.package, catalog, self.cache, shelf).map(|(_, signatures)| signatures);
        other.read.get_or_init(read).as_deref()
    }
}

/// Reads on a thread of its own: a worker of a pool that waits for its jobs may take up one that asks for this very crate.
pub(super) fn apart<T: Send>(read: impl FnOnce() -> Option<T> + Send) -> Option<T> {
    let run = || {
        let pool = rayon::ThreadPoolBuilder::new().stack_size(STACK).build().ok()?;
        pool.install(read)
    };
    std::thread::scope(|scope| scope.spawn(run).join().ok().flatten())
}

/// Bytes of stack: as much as the main run has, for deep syntax.
pub(super) const STACK: usize = 256 << 20;

/// Signatures of the crates that members name in their manifests, and of those that these re-export, with their packages.
fn dependencies<'w>(
    workspace: &'w Workspace,
    named: &Named,
    catalog: &Catalog,
    shelf: &Shelf,
) -> FxHashMap<&'static str, (&'w LockedPackage, Arc<Signatures>)> {
    let cache = workspace.cache.as_deref();
    let mut libraries = FxHashMap::default();
    let is_named = |package: &&LockedPackage| named.crates.contains(&name(&package.crate_name()));
    let mut wanted: Vec<&'w LockedPackage> =
        workspace.dependencies.iter().filter(|it| it.direct).filter(is_named).collect();
    let mut by_name: FxHashMap<Name, Vec<&'w LockedPackage>> = FxHashMap::default();
    for package in &workspace.dependencies {
        by_name.entry(name(&package.crate_name())).or_default().push(package);
    }
    // What a dependency re-exports is part of it; what that re-exports in turn mostly too.
    for _ in 0..3 {
        let from = |package: &&'w LockedPackage| Some((*package, library::dependency(package, catalog, cache, shelf)?));
        let read: Vec<(&'w LockedPackage, (Name, Arc<Signatures>))> = wanted.par_iter().filter_map(from).collect();
        let mut next: BTreeMap<Name, &'w LockedPackage> = BTreeMap::new();
        for (package, (krate, signatures)) in read {
            // Only what the code imports by that name: any other type leads to its crate when it is met.
            let used = signatures
                .canonical
                .where_text(|path| path.rsplit("::").next().is_some_and(|last| named.imported.contains(last)));
            // A glob at the root may bring in any of these.
            let globs = signatures.globs.get_text(krate.as_str()).into_iter().flatten();
            for goal in used.into_iter().chain(globs) {
                let first = name(super::prelude::first(goal));
                let locked = by_name.get(&first).map_or(&[][..], Vec::as_slice);
                if let Some(found) = required(package, locked).filter(|found| !found.hidden) {
                    next.entry(first).or_insert(found);
                }
            }
            libraries.insert(krate.as_str(), (package, signatures));
        }
        next.retain(|krate, _| !libraries.contains_key(krate.as_str()) && *krate != "std");
        wanted = next.into_values().collect();
        if wanted.is_empty() {
            break;
        }
    }
    libraries
}

/// Of the versions of a crate the one that a package depends on.
fn required<'w>(package: &LockedPackage, locked: &[&'w LockedPackage]) -> Option<&'w LockedPackage> {
    match locked {
        [only] => Some(*only),
        several => several.iter().copied().find(|one| package.needs(one)),
    }
}

/// What the code names.
#[derive(Default)]
struct Named {
    /// Names that imports and paths start with: crates are among them.
    crates: FxHashSet<Name>,
    /// Names that imports bring in: traits are among them.
    imported: FxHashSet<&'static str>,
}

fn names(sources: &Sources) -> Named {
    let mut named = Named::default();
    for source in &sources.files {
        let imports = source.facts.imports.iter().filter(|import| !import.glob);
        named.imported.extend(imports.filter_map(|import| import.path.segs.last()).map(|seg| seg.name.as_str()));
        let imports = source.facts.imports.iter().map(|import| &import.path);
        let bodies = source.facts.defs.iter().filter_map(|def| def.body.as_ref());
        let paths = bodies.flat_map(|body| &body.paths).filter(|path| path.segs.len() > 1);
        named.crates.extend(imports.chain(paths).filter_map(|path| path.segs.first()).map(|seg| seg.name));
    }
    named
}
