//! Macros of the workspace and of its dependencies: what a file that may call them is read with.
//!
//! A macro that has the name of one of the catalogue takes what it likes; and a call of a macro whose rules are known is
//! expanded, where only one can be meant. Definitions are looked for in the sources on disk before any file is read, so
//! that most files are parsed once and extracted once. Where files turn out to define others than that, those that it
//! may matter to are read once more. Those of a dependency are looked for when a file calls what may be one.

mod called;
mod dependencies;
mod described;
mod handed_on;
mod imported;
mod known;
mod meanings;
mod own;
mod search;
mod table;

pub(super) use search::Defining;
pub(super) use table::{Table, words};

use super::Sharing;
use super::ahead::{Ahead, Early};
use super::load::{self, LoadedFiles, Parsed, parse_as, shown_path};
use crate::catalog::Catalog;
use crate::discover::{Target, TargetKind, Workspace, package_files};
use crate::extract::outside::Outside;
use crate::extract::{Elsewhere, OwnMacro, OwnMacros};
use crate::facts::Facts;
use crate::model::{Name, PackageId, known_name, name};
use called::{called, defined_in, may_be_brought};
use dependencies::{Dependencies, Sight};
use described::described;
use imported::{Imported, PASTE};
pub(super) use known::definitions;
use known::{Known, Packages, keep_in_files, known};
use meanings::only_meanings;
use own::{Caller, Own, is_described};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use search::{Found, Search};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// What a file says where no macro of the workspace is known: it decides what the file mounts and what its names mean.
#[derive(Clone)]
pub(super) enum Plain {
    /// Its facts as they are.
    Same,
    /// These.
    Apart(Arc<Facts>),
    /// Its facts, as far as it mounts files, imports names and defines macros; for the rest it has to be read again.
    Unread,
}

/// The macros that files may mean.
pub(super) struct Macros {
    packages: Packages,
    crates: Vec<Name>,
    own: Own,
    dependencies: Arc<Dependencies>,
    /// The files on disk, by package.
    disk: Vec<Vec<PathBuf>>,
    /// Folders of members that could not be listed.
    pub(super) unlisted: Vec<String>,
    /// What was read to find them, by path.
    early: Mutex<FxHashMap<PathBuf, Early>>,
    /// Files that define macros, by their path from the root, to be lent.
    defining: FxHashMap<String, Defining>,
}

/// What a file that calls macros is read with.
struct Meant {
    macros: OwnMacros,
    /// Names that mean something else in the catalogue.
    not_catalogue: Vec<Name>,
}

impl Macros {
    /// Finds the definitions in the folders of all packages.
    pub(super) fn expected(workspace: &Workspace, catalog: &Catalog, ahead: &Ahead, sharing: Sharing<'_>) -> Self {
        let packages = Packages::new(workspace);
        let files_of = |at: usize| {
            let mut notes = vec![];
            let files = match workspace.packages[at].root.as_os_str().is_empty() {
                true => vec![],
                false => package_files(workspace, PackageId::new(at), &mut notes),
            };
            (files, notes)
        };
        let (disk, notes): (Vec<Vec<PathBuf>>, Vec<Vec<String>>) =
            (0..workspace.packages.len()).into_par_iter().map(files_of).unzip();
        // Nothing is said of the folders of neighbours.
        let unlisted = notes.into_iter().take(workspace.members().len()).flatten().collect();
        let search = Search::new(&packages, &workspace.root, catalog, ahead, sharing);
        let paths = disk.par_iter().flatten();
        let read: Vec<Found> = paths.filter_map(|path| search.file(path.clone())).collect();
        // Programs of neighbours may have the name of anything, and nobody can name them.
        let is_named = |target: &&Target| {
            !workspace.is_of_neighbour(target) || matches!(target.kind, TargetKind::Lib | TargetKind::ProcMacro)
        };
        let crates: Vec<Name> = workspace.targets.iter().filter(is_named).map(|target| target.crate_name).collect();
        let (mut own, mut early, mut defining) = (vec![], FxHashMap::default(), FxHashMap::default());
        let mut macro_use = vec![BTreeSet::new(); workspace.packages.len()];
        for found in read {
            if let Some(package) = packages.of(&found.path)
                && let Some(used) = macro_use.get_mut(package)
            {
                used.extend(found.macro_use);
            }
            own.extend(found.own);
            early.insert(found.path, found.read);
            defining.extend(found.lent);
        }
        let texts = early.iter().map(|(path, read)| (path.as_path(), read.text.as_str()));
        keep_in_files(&packages, &mut own, texts);
        let dependencies = Arc::new(Dependencies::new(workspace, &crates, macro_use));
        let (own, early) = (Own::new(own, catalog), Mutex::new(early));
        Macros { packages, crates, own, dependencies, disk, unlisted, early, defining }
    }

    /// The files in the folder of a package.
    pub(super) fn on_disk(&self, package: usize) -> &[PathBuf] {
        self.disk.get(package).map(Vec::as_slice).unwrap_or_default()
    }

    /// The files that define macros, as they are lent.
    pub(super) fn defining(&self) -> FxHashMap<String, Defining> {
        self.defining.clone()
    }

    /// All macros, to be held against those of another state.
    pub(super) fn table(&self, root: &Path) -> Table {
        let table = Table::new(&self.own.known, &self.packages, &self.crates, root);
        table.with(&self.dependencies, &self.packages, root)
    }

    /// The folder of the package that a file lies in, from the root of the workspace.
    pub(super) fn package_of(&self, path: &Path, root: &Path) -> Option<String> {
        self.packages.folder_of(path, root)
    }

    /// What was read of a file to find macros; once.
    pub(super) fn early(&self, path: &Path) -> Option<Early> {
        load::lock(&self.early).remove(path)
    }

    /// How long each text is that was read to find macros, and all texts in each folder together.
    pub(super) fn sizes(&self) -> FxHashMap<PathBuf, usize> {
        let mut sizes: FxHashMap<PathBuf, usize> = FxHashMap::default();
        for (path, early) in load::lock(&self.early).iter() {
            for place in path.ancestors() {
                match sizes.get_mut(place) {
                    Some(size) => *size += early.text.len(),
                    None => _ = sizes.insert(place.to_owned(), early.text.len()),
                }
            }
        }
        sizes
    }

    /// Whether what a file says where no macro is known is all that it says: it calls none that is, of the workspace or
    /// of a dependency. It is, where [`Macros::read`] would read it without any.
    pub(super) fn is_all(&self, plain: &Facts, path: &Path, text: &str, catalog: &Catalog) -> bool {
        let file = Caller::new(&self.own, &self.packages, path, text);
        // Which macro of a dependency it may be, and whether it can be expanded, only its tree tells.
        if self.looks_elsewhere(&file, catalog).is_some() {
            return false;
        }
        let calls = |imported: &Imported| self.meant(&file, imported, None, catalog).is_some();
        !calls(&Imported::default()) && !calls(&Imported::of(plain, &self.crates))
    }

    /// Reads a file with the macros that it can mean; `plain` is what it says without any, if that is known already.
    pub(super) fn read(
        &self,
        (path, text): (&Path, &str),
        plain: Option<Arc<Facts>>,
        catalog: &Catalog,
        parsed: &Parsed<'_>,
    ) -> (Arc<Facts>, Plain) {
        let file = Caller::new(&self.own, &self.packages, path, text);
        let sight = self.sight(&file, catalog, || parsed.outside());
        // What it imports is not known yet; that an import hides a macro or renames one is rare.
        let expected = self.meant(&file, &Imported::default(), sight.clone(), catalog);
        let mut first = None;
        if let Some(meant) = expected.filter(|meant| meant.not_catalogue.is_empty()) {
            let read = parsed.extract(catalog, &meant.macros);
            let pastes = meant.macros.pastes;
            if !read.hides && self.is_expected(&Imported::of(&read.facts, &self.crates), pastes, &file.words) {
                return (Arc::new(read.facts), Plain::Unread);
            }
            first = Some((read.facts, pastes));
        }
        let plain = plain.unwrap_or_else(|| Arc::new(parsed.extract(catalog, &OwnMacros::default()).facts));
        let imported = Imported::of(&plain, &self.crates);
        // It was read with the macros that it means; what it sees of dependencies is the same, whatever is expanded.
        if let Some((facts, pastes)) = first
            && self.is_expected(&imported, pastes, &file.words)
        {
            return (Arc::new(facts), Plain::Apart(plain));
        }
        match self.meant(&file, &imported, sight, catalog) {
            Some(meant) => {
                let other = meant.other_catalog(catalog);
                let read = parsed.extract(other.as_ref().unwrap_or(catalog), &meant.macros);
                (Arc::new(read.facts), Plain::Apart(plain))
            }
            None => (plain, Plain::Same),
        }
    }

    /// Whether a file that imports this means the same macros as one that imports none: none is hidden, and none is
    /// called by another name that an import brings. `pastes` says whether the latter knows `paste!`.
    fn is_expected(&self, imported: &Imported, pastes: bool, words: &FxHashSet<&str>) -> bool {
        let concerned = self.own.known.iter().any(|known| imported.concerns(known.name, words))
            || self.own.handed_on.concerns(imported, words);
        !(concerned || (imported.hides_paste && pastes))
    }

    /// Reads files once more that were not read with the macros that they can mean.
    pub(super) fn read_again(&self, workspace: &Workspace, catalog: &Catalog, loaded: &mut LoadedFiles) {
        let changed = self.not_as_expected(loaded);
        let defined;
        let own = if changed.is_empty() {
            &self.own
        } else {
            defined = Own::new(self.defined(loaded), catalog);
            &defined
        };
        let calls_one = |text: &str| called(text).iter().any(|word| changed.contains(*word));
        // What a macro becomes may call one of them anywhere.
        let definers: FxHashSet<&Path> = own.known.iter().map(|known| known.file.as_path()).collect();
        let anywhere = !changed.is_empty()
            && loaded.files.iter().any(|(path, file)| definers.contains(path.as_path()) && calls_one(&file.text));
        loaded.files.par_iter_mut().for_each(|(path, file)| {
            // Nobody asks for it any more, and here it goes by all threads.
            let plain = std::mem::replace(&mut file.plain, Plain::Same);
            let as_expected = changed.is_empty() || !(anywhere || calls_one(&file.text));
            if file.expected && as_expected {
                return;
            }
            let shown = shown_path(path, &workspace.root);
            match plain {
                Plain::Same => {}
                Plain::Apart(plain) => file.facts = plain,
                Plain::Unread => {
                    if let Ok(plain) = load::parse(&file.text, &shown, catalog, &OwnMacros::default()) {
                        file.facts = Arc::new(plain);
                    }
                }
            }
            let imported = Imported::of(&file.facts, &self.crates);
            let caller = Caller::new(own, &self.packages, path, &file.text);
            let read = parse_as(&file.text, &shown, |parsed| {
                let sight = self.sight(&caller, catalog, || parsed.outside());
                let meant = self.meant(&caller, &imported, sight, catalog)?;
                let other = meant.other_catalog(catalog);
                Some(parsed.extract(other.as_ref().unwrap_or(catalog), &meant.macros).facts)
            });
            if let Ok(Some(Some(facts))) = read {
                file.facts = Arc::new(facts);
            }
        });
    }

    /// Names of macros that were expected and that no file defines, and the other way round.
    fn not_as_expected(&self, loaded: &LoadedFiles) -> FxHashSet<&'static str> {
        let expected = self.own.known.iter().map(|known| ((known.file.as_path(), known.start), known.name));
        let mut expected: FxHashMap<(&Path, u32), Name> = expected.collect();
        let mut changed = FxHashSet::default();
        for (path, file) in &loaded.files {
            for def in definitions(file.plain()) {
                if expected.remove(&(path.as_path(), def.span.start)) != Some(def.name) {
                    changed.insert(def.name.as_str());
                }
            }
        }
        changed.extend(expected.values().map(|name| name.as_str()));
        changed
    }

    /// The macros that files define.
    fn defined(&self, loaded: &LoadedFiles) -> Vec<Known> {
        let of_file = |(path, file): (&PathBuf, &load::Loaded)| {
            let facts = file.plain();
            definitions(facts)
                .map(|def| known(&self.packages, path, (file.text.as_str(), facts), def))
                .collect::<Vec<_>>()
        };
        let mut own: Vec<Known> = loaded.files.par_iter().flat_map_iter(of_file).collect();
        let texts = loaded.files.iter().map(|(path, file)| (path.as_path(), file.text.as_str()));
        keep_in_files(&self.packages, &mut own, texts);
        own
    }

    /// The macros of dependencies that a file sees, if it may call any.
    fn sight(
        &self,
        file: &Caller<'_>,
        catalog: &Catalog,
        outside: impl FnOnce() -> Outside,
    ) -> Option<Arc<dyn Elsewhere>> {
        let (package, seen) = self.looks_elsewhere(file, catalog)?;
        Some(Arc::new(Sight::new(Arc::clone(&self.dependencies), package, outside(), seen)))
    }

    /// The package of a file and the macros of the workspace that the file sees, if it may call any of a dependency.
    fn looks_elsewhere(&self, file: &Caller<'_>, catalog: &Catalog) -> Option<(usize, FxHashSet<Name>)> {
        let package = file.package.filter(|package| self.dependencies.are_seen_by(*package))?;
        let unknown: Vec<&str> = file.words.iter().copied().filter(|word| !is_described(word, catalog)).collect();
        if unknown.is_empty() {
            return None;
        }
        let seen: FxHashSet<Name> = file.seen.iter().map(|known| known.name).chain(defined_in(file.text)).collect();
        let is_own = |word: &str| known_name(word).is_some_and(|name| seen.contains(&name));
        let is_strange = |word: &str| file.own.strange.contains(word) || !is_own(word);
        // The text is searched for each word, where no word alone says it.
        let may_be_far =
            unknown.iter().any(|word| is_strange(word)) || unknown.iter().any(|word| may_be_brought(file.text, word));
        may_be_far.then_some((package, seen))
    }

    /// What a file is read with; `None` if it calls nothing that is known here.
    fn meant(
        &self,
        file: &Caller<'_>,
        imported: &Imported,
        elsewhere: Option<Arc<dyn Elsewhere>>,
        catalog: &Catalog,
    ) -> Option<Meant> {
        let words = &file.words;
        let in_sight = |known: &&Known| !imported.foreign.contains(&known.name);
        let seen: Vec<&Known> = file.seen.iter().copied().filter(in_sight).collect();
        let mut renamed = imported.renamed(words, &seen);
        renamed.extend(file.own.handed_on.called(file, (imported, &self.crates), &seen));
        renamed.retain(|(alias, _)| !imported.foreign.contains(alias));
        let own_names = seen.iter().map(|known| known.name).chain(renamed.iter().map(|(alias, _)| *alias));
        let called: FxHashSet<Name> = own_names.filter(|name| words.contains(name.as_str())).collect();
        let described = described_in(words, &seen);
        let pastes = !imported.hides_paste && !seen.iter().any(|known| known.name == PASTE);
        let calls_paste = pastes && PASTES.iter().any(|name| words.contains(*name));
        if called.is_empty() && described.is_empty() && !calls_paste && elsewhere.is_none() {
            return None;
        }
        let by_name = only_meanings(&seen, file.path, file.text);
        let mut macros = OwnMacros { by_name, crates: self.crates.clone(), pastes, elsewhere };
        // Under conditions an import gives one name to several; by a path it may mean another than by itself.
        for (alias, rules) in renamed {
            let all = macros.by_name.entry(alias).or_default();
            if !all.iter().any(|known| Arc::ptr_eq(known, &rules)) {
                all.push(rules);
            }
        }
        for (described_as, rules) in described {
            macros.crates.push(name(&rules.own_crate));
            macros.by_name.insert(described_as, vec![rules]);
        }
        let not_catalogue = called.into_iter().filter(|name| catalog.macro_form(name).is_some()).collect();
        Some(Meant { macros, not_catalogue })
    }
}

impl Meant {
    /// The catalogue without what means something else here, if there is such.
    fn other_catalog(&self, catalog: &Catalog) -> Option<Catalog> {
        let names = self.not_catalogue.iter().map(|name| name.as_str());
        (!self.not_catalogue.is_empty()).then(|| catalog.without_macros(names))
    }
}

/// Names of macros that put names together.
const PASTES: [&str; 3] = [PASTE, "item", "expr"];

/// Whether a text may call one of these macros, one that is known wherever it is called, or one of a dependency, whose
/// names are not known.
pub(super) fn may_call(text: &str, own: &FxHashSet<Name>, catalog: &Catalog) -> bool {
    let words = called(text);
    let mut known = own.iter().map(|name| name.as_str()).chain(PASTES);
    known.any(|name| words.contains(name))
        || !described_in(&words, &[]).is_empty()
        || words.iter().any(|word| !is_described(word, catalog))
}

/// The macros described by rules that a file calls and that are none of the workspace.
fn described_in(words: &FxHashSet<&str>, seen: &[&Known]) -> Vec<(Name, Arc<OwnMacro>)> {
    let is_meant = |name: Name| words.contains(name.as_str()) && !seen.iter().any(|known| known.name == name);
    described().iter().filter(|(name, _)| is_meant(*name)).cloned().collect()
}
