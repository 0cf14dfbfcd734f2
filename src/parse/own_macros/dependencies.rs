//! Macros by rules of dependencies, as the packages of a workspace can mean them.
//!
//! In: the lock file and the dependencies of packages. Out: the rules that a name means in a crate, also where that hands on what
//! another crate defines. A crate is read when a macro is looked for in it, and no sooner. What the imports of a file say,
//! `sight.rs` knows; which macros are known as data, those who ask.

mod krate;
mod scan;
mod sight;

pub(super) use sight::Sight;

use crate::discover::{Dependency, LockedPackage, Workspace};
use crate::extract::OwnMacro;
use crate::model::{Name, name};
use crate::parse::load::lock;
use krate::{Crate, first_of, is_own};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock};

/// Crates that hand a macro on to each other; a glob counts twice.
const MOST_STEPS: u32 = 6;
/// More definitions of one name are not taken for alternatives.
const MOST_ALTERNATIVES: usize = 4;

/// The row of a crate, the modules in it and the name that is looked for there.
type Sought = (usize, Vec<Name>, Name);

/// The macros of all dependencies.
#[derive(Debug)]
pub(super) struct Dependencies {
    locked: Vec<LockedPackage>,
    /// Rows of `locked` by the name of the package.
    by_package: FxHashMap<String, Vec<usize>>,
    /// Rows of `locked` by the name of the crate, where only one has it.
    by_crate: FxHashMap<Name, Option<usize>>,
    /// What was read of each.
    read: Vec<OnceLock<Option<Crate>>>,
    /// The packages of the workspace.
    packages: Vec<OfPackage>,
    /// Names that may mean a crate of the workspace.
    own_crates: FxHashSet<Name>,
    /// What was found, by package, row and name.
    known: Mutex<FxHashMap<(usize, usize, Name), Alternatives>>,
    /// What names were found to mean, by row, modules and name.
    found: Mutex<FxHashMap<Sought, Meant>>,
}

/// Macros by the row of their crate and their name there; `None` if what is meant is not clear.
type Meant = Option<BTreeSet<(usize, Name)>>;

/// A macro, or alternatives of which conditions leave one; `None` if not all of them can be read.
type Alternatives = Option<Vec<Arc<OwnMacro>>>;

/// What a package of the workspace can name.
#[derive(Debug, Default)]
struct OfPackage {
    /// Dependencies, by their names in its code.
    crates: FxHashMap<Name, usize>,
    /// Names in its code of other dependencies: members, and those of which nothing is known.
    others: FxHashSet<Name>,
    /// Dependencies of which it sees all macros, by `#[macro_use] extern crate`.
    macro_use: Vec<Name>,
}

impl Dependencies {
    /// Those of a workspace. `own_crates` are the names of its own crates, `macro_use` is what [`macro_use()`] finds in each
    /// package.
    pub(super) fn new(workspace: &Workspace, own_crates: &[Name], macro_use: Vec<BTreeSet<Name>>) -> Self {
        let locked = workspace.dependencies.clone();
        let mut by_package: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        let mut by_crate: FxHashMap<Name, Option<usize>> = FxHashMap::default();
        for (row, package) in locked.iter().enumerate() {
            by_package.entry(package.name.clone()).or_default().push(row);
            by_crate.entry(name(&package.crate_name())).and_modify(|known| *known = None).or_insert(Some(row));
        }
        let read = locked.iter().map(|_| OnceLock::new()).collect();
        let own_crates = own_crates.iter().copied().collect();
        let (known, found) = (Mutex::default(), Mutex::default());
        let mut all = Dependencies { locked, by_package, by_crate, read, packages: vec![], own_crates, known, found };
        let own_names: FxHashSet<&str> = workspace.packages.iter().map(|package| package.name.as_str()).collect();
        for (package, used) in workspace.packages.iter().zip(macro_use) {
            let mut of = OfPackage::default();
            for dependency in &package.dependencies {
                let is_other = dependency.is_unknown || own_names.contains(dependency.package.as_str());
                match all.meant_by(dependency).filter(|_| !is_other) {
                    Some(row) => {
                        of.crates.insert(dependency.name, row);
                        // Without `package = …` a library may have a name of its own.
                        let plain = dependency.name == dependency.package.replace('-', "_").as_str();
                        let library = all.locked[row].library.as_deref().filter(|_| plain);
                        if let Some(library) = library {
                            of.crates.entry(name(library)).or_insert(row);
                        }
                    }
                    None => drop(of.others.insert(dependency.name)),
                }
            }
            of.macro_use = used.into_iter().filter(|krate| of.crates.contains_key(krate)).collect();
            all.packages.push(of);
        }
        all
    }

    /// The row of the version that a package depends on.
    fn meant_by(&self, dependency: &Dependency) -> Option<usize> {
        let (rows, version) = (self.by_package.get(&dependency.package)?, dependency.version.as_ref()?);
        rows.iter().copied().find(|row| self.locked[*row].version == *version)
    }

    /// Whether the code of a package can name any dependency.
    pub(super) fn are_seen_by(&self, package: usize) -> bool {
        self.packages.get(package).is_some_and(|of| !of.crates.is_empty())
    }

    /// The dependency that a name means in the code of a package.
    fn named_by(&self, package: usize, krate: Name) -> Option<usize> {
        self.packages.get(package)?.crates.get(&krate).copied()
    }

    /// The dependency that a name means in what rules write for a package, and only there.
    fn far_from(&self, package: usize, krate: Name) -> Option<usize> {
        let row = self.by_crate.get(&krate).copied().flatten()?;
        self.own_crate(package, row).is_some_and(|(own, is_far)| is_far && krate == own.as_str()).then_some(row)
    }

    /// What `$crate` of a dependency stands for in a package, and whether the package cannot name it; `None` if that name means
    /// something else there.
    fn own_crate(&self, package: usize, row: usize) -> Option<(String, bool)> {
        let of = self.packages.get(package)?;
        let own = name(&self.locked.get(row)?.crate_name());
        if of.crates.get(&own) == Some(&row) {
            return Some((own.to_string(), false));
        }
        let aliases = of.crates.iter().filter(|(_, of)| **of == row).map(|(alias, _)| *alias);
        if let Some(alias) = aliases.min() {
            return Some((alias.to_string(), false));
        }
        let is_taken = of.crates.contains_key(&own) || of.others.contains(&own) || self.own_crates.contains(&own);
        let is_only = self.by_crate.get(&own) == Some(&Some(row));
        (is_only && !is_taken).then(|| (own.to_string(), true))
    }

    fn krate(&self, row: usize) -> Option<&Crate> {
        self.read.get(row)?.get_or_init(|| Crate::read(&self.locked[row])).as_ref()
    }

    /// The macros that a name may mean in a crate, each by the row of the crate that exports it; `middle` are the modules that it
    /// is taken from.
    fn find(&self, row: usize, middle: &[Name], sought: Name) -> Meant {
        let key = (row, middle.to_vec(), sought);
        if let Some(found) = lock(&self.found).get(&key) {
            return found.clone();
        }
        let found = self.look_for(row, middle, sought, 0);
        lock(&self.found).insert(key, found.clone());
        found
    }

    /// The same, after so many steps from crate to crate.
    fn look_for(&self, row: usize, middle: &[Name], sought: Name, steps: u32) -> Meant {
        let krate = self.krate(row).filter(|_| steps < MOST_STEPS)?;
        let mut found = BTreeSet::new();
        // `krate::other::name!`, where it hands on all of that crate.
        for path in middle.last().into_iter().flat_map(|module| krate.handed_on_as(*module)) {
            if let Some((other, rest)) = self.start(row, path) {
                found.extend(self.look_for(other, rest, sought, steps + 1)?);
            }
        }
        if !found.is_empty() {
            return Some(found);
        }
        // It may be one that it hands on under another condition, too.
        if krate.exports(sought)? {
            found.insert((row, sought));
        }
        let mut is_named = false;
        for path in krate.handed_on_as(sought) {
            match (self.start(row, path), path) {
                (Some((other, [rest @ .., goal])), _) => {
                    is_named = true;
                    let there = self.look_for(other, rest, *goal, steps + 1)?;
                    // What such a crate hands out is a macro, and nobody knows what it makes.
                    if there.is_empty() && self.krate(other).is_some_and(|other| other.procedural) {
                        return None;
                    }
                    found.extend(there);
                }
                (None, [.., goal]) if *goal != sought && is_of_itself(path) && krate.exports(*goal)? => {
                    found.insert((row, *goal));
                }
                _ => {}
            }
        }
        // A name goes before what globs bring.
        if found.is_empty() && !is_named {
            for path in krate.globs() {
                if let Some((other, rest)) = self.start(row, path) {
                    found.extend(self.look_for(other, rest, sought, steps + 2)?);
                }
            }
        }
        Some(found)
    }

    /// Whether a crate hands on a macro of its own out of a module.
    fn hands_on_own(&self, row: usize, sought: Name) -> bool {
        let paths = self.krate(row).into_iter().flat_map(|krate| krate.handed_on_as(sought));
        paths.into_iter().any(|path| is_of_itself(path) && self.start(row, path).is_none())
    }

    /// The other crate that a path of a dependency's code starts in, with the rest of the path.
    fn start<'p>(&self, row: usize, path: &'p [Name]) -> Option<(usize, &'p [Name])> {
        let first = first_of(path)?;
        let krate = self.krate(row)?;
        let named = krate.dependencies.iter().filter(|dependency| dependency.name == first);
        let rows = named.filter_map(|dependency| self.by_package.get(&dependency.package)).flatten();
        let other = rows.copied().find(|other| self.locked[row].needs(&self.locked[*other]))?;
        Some((other, &path[1..]))
    }

    /// The macro of this name that a crate exports, for a package; `None` if not all of its alternatives can be read.
    fn macros(&self, package: usize, (row, own): (usize, Name)) -> Alternatives {
        let key = (package, row, own);
        if let Some(known) = lock(&self.known).get(&key) {
            return known.clone();
        }
        let read = self.read_macros(package, row, own);
        lock(&self.known).insert(key, read.clone());
        read
    }

    fn read_macros(&self, package: usize, row: usize, own: Name) -> Alternatives {
        let (own_crate, is_far) = self.own_crate(package, row)?;
        let all = self.krate(row)?.rules(own).filter(|all| all.len() <= MOST_ALTERNATIVES)?;
        let one = |rules| Arc::new(OwnMacro { rules, own_crate: own_crate.clone(), is_far, described: false });
        Some(all.into_iter().map(one).collect())
    }

    /// What decides which macros a package can mean by the name of a dependency, and how their words are written: all versions
    /// that it leads to, and which of their names are taken in the package.
    pub(super) fn versions(&self) -> Vec<BTreeMap<Name, Arc<str>>> {
        let mut known: FxHashMap<usize, (String, FxHashSet<Name>)> = FxHashMap::default();
        let mut of_package = |of: &OfPackage| {
            let names: BTreeSet<Name> = of.crates.keys().chain(&of.others).chain(&self.own_crates).copied().collect();
            let rows = of.crates.iter().map(|(krate, row)| {
                let (versions, crates) = known.entry(*row).or_insert_with(|| self.led_to(*row));
                let taken: Vec<&str> =
                    names.iter().filter(|name| crates.contains(name)).map(|name| name.as_str()).collect();
                (*krate, Arc::from(format!("{versions} {taken:?}")))
            });
            rows.collect::<BTreeMap<Name, Arc<str>>>()
        };
        self.packages.iter().map(&mut of_package).collect()
    }

    /// Of which dependencies each package sees all macros.
    pub(super) fn macro_use(&self) -> impl Iterator<Item = &[Name]> {
        self.packages.iter().map(|of| of.macro_use.as_slice())
    }

    /// What tells a dependency and all that it depends on from other versions of these, with the names of their crates.
    fn led_to(&self, row: usize) -> (String, FxHashSet<Name>) {
        let (mut seen, mut work) = (BTreeSet::new(), vec![row]);
        let mut crates = FxHashSet::default();
        while let Some(at) = work.pop() {
            let package = &self.locked[at];
            let own = name(&package.crate_name());
            let is_only = self.by_crate.get(&own) == Some(&Some(at));
            if !seen.insert((&package.name, &package.version, &package.folder, is_only)) {
                continue;
            }
            crates.insert(own);
            let names = package.dependencies.iter().filter_map(|needed| needed.split(' ').next());
            let rows = names.filter_map(|needed| self.by_package.get(needed)).flatten().copied();
            work.extend(rows.filter(|other| package.needs(&self.locked[*other])));
        }
        (crate::finding::stable_id(&[&format!("{seen:?}")]), crates)
    }
}

/// Whether a path of a dependency's code may start in the dependency itself.
fn is_of_itself(path: &[Name]) -> bool {
    path.first().is_some_and(|first| is_own(*first)) || first_of(path).is_some()
}

/// The crates of which a text brings in all macros: `#[macro_use] extern crate name`.
pub(super) fn macro_use(text: &str) -> Vec<Name> {
    if !text.contains("extern crate") {
        return vec![];
    }
    let mut found = vec![];
    for (at, sign) in text.match_indices("macro_use") {
        let line = text[..at].rfind('\n').map_or(&text[..at], |start| &text[start..at]);
        let mut rest = text[at + sign.len()..].split_once(']').map_or("", |(_, rest)| rest).trim_start();
        while rest.starts_with('#') {
            rest = rest.split_once(']').map_or("", |(_, rest)| rest).trim_start();
        }
        let rest = rest.strip_prefix("pub ").unwrap_or(rest);
        let Some(named) = rest.strip_prefix("extern crate ").filter(|_| !line.contains("//")) else { continue };
        let words: Vec<&str> = named.split(';').next().unwrap_or_default().split_whitespace().collect();
        // The name that it gets here is that of the crate for all of the code.
        if let [krate] = words[..] {
            found.push(name(krate));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_of_which_all_macros_are_brought_in() {
        let text = "#[macro_use]\nextern crate one;\n#[cfg_attr(test, macro_use)] #[cfg(test)] extern crate two;
            // #[macro_use] extern crate three;\n#[macro_use] mod four;\nextern crate five;";
        assert_eq!(macro_use(text), [name("one"), name("two")]);
    }
}
