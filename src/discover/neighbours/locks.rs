//! Lock files of neighbours: what only these have is read in the version that stands there.
//!
//! In: neighbours with what they depend on beside packages of the workspace; lock files in their folders or above, in which
//! they stand themselves; the workspace, with what its own lock file has. Out: locked packages that it has not, of which each
//! crate name stands for one version in all these lock files; and what a dependency of a neighbour means among all that
//! is locked. It knows no code, and no sources of dependencies.

use super::manifest::{Manifest, Written};
use crate::discover::lock::{self, Lock, Member};
use crate::discover::{LockedPackage, TargetKind, Workspace};
use rustc_hash::{FxHashMap, FxHashSet};
use semver::Version;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A neighbour, as the owner of lock files.
pub(super) struct Owner<'a> {
    pub(super) manifest: &'a Manifest,
    /// The folder above which none is its own.
    pub(super) top: &'a Path,
    /// What it depends on that is neither a member nor a neighbour.
    pub(super) needs: Vec<&'a Written>,
}

impl Owner<'_> {
    /// The folders in which a lock file may be its own; that of the workspace is known already.
    fn folders<'f>(&'f self, root: &'f Path) -> impl Iterator<Item = &'f Path> {
        let above = self.manifest.folder.ancestors();
        above.take_while(move |folder| folder.starts_with(self.top) && *folder != root)
    }

    /// Whether a row of a lock file in such a folder is its own.
    fn is(&self, member: &Member) -> bool {
        self.manifest.package_name() == Some(member.name.as_str())
    }
}

/// A lock file, as far as neighbours that stand in it lead.
struct LockBeside {
    folder: PathBuf,
    packages: Vec<LockedPackage>,
    members: Vec<Member>,
}

/// What lock files of neighbours have more than that of the workspace.
pub(super) fn read(workspace: &Workspace, owners: &[Owner<'_>], cargo_home: Option<&Path>) -> Vec<LockedPackage> {
    let shelves = lock::Shelves::of(cargo_home);
    let root = workspace.root.as_path();
    let folders: BTreeSet<&Path> = owners.iter().flat_map(|owner| owner.folders(root)).collect();
    let locks: Vec<LockBeside> =
        folders.into_iter().filter_map(|folder| lock_in(folder, owners, root, &shelves)).collect();
    let mut found = agreed(&locks, &taken(workspace, owners));
    settle(&mut found, owners, root, &locks);
    found
}

/// The lock file of a folder; `None` if it cannot be read or no neighbour stands in it that may have it for its own.
fn lock_in(folder: &Path, owners: &[Owner<'_>], root: &Path, shelves: &lock::Shelves) -> Option<LockBeside> {
    let text = std::fs::read_to_string(folder.join("Cargo.lock")).ok()?;
    let Lock { mut packages, members } = lock::parsed(&text, shelves).ok()?;
    // Members are among them, and what is no package of the workspace has no names of its own either.
    lock::forget_users(&mut packages, members.iter());
    let mut by_name: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, package) in packages.iter().enumerate() {
        by_name.entry(package.name.as_str()).or_default().push(at);
    }
    let of_members: FxHashMap<&str, &Member> = members.iter().map(|member| (member.name.as_str(), member)).collect();
    let near: Vec<&Owner<'_>> = owners.iter().filter(|owner| owner.folders(root).any(|it| it == folder)).collect();
    let starts = members.iter().filter(|member| near.iter().any(|owner| owner.is(member)));
    // What the other members of its workspace need says nothing of it.
    let mut work: Vec<&[String]> = starts.map(|member| member.dependencies.as_slice()).collect();
    let (mut reached, mut seen) = (FxHashSet::default(), FxHashSet::default());
    while let Some(list) = work.pop() {
        for named in list.iter().filter_map(|it| it.split(' ').next()) {
            for at in by_name.get(named).into_iter().flatten() {
                if lock::needs(list, &packages[*at]) && reached.insert(*at) {
                    work.push(&packages[*at].dependencies);
                }
            }
            if let Some(member) = of_members.get(named)
                && seen.insert(named)
            {
                work.push(&member.dependencies);
            }
        }
    }
    // By a name alone another lock file may mean another version.
    let exact = |needed: &String| match by_name.get(needed.as_str()).map(Vec::as_slice) {
        Some([only]) => format!("{needed} {}", packages[*only].version),
        _ => needed.clone(),
    };
    let kept = packages.iter().enumerate().filter(|(at, _)| reached.contains(at)).map(|(_, package)| LockedPackage {
        dependencies: package.dependencies.iter().map(&exact).collect(),
        beside: true,
        ..package.clone()
    });
    let packages: Vec<LockedPackage> = kept.collect();
    (!packages.is_empty()).then(|| LockBeside { folder: folder.to_owned(), packages, members })
}

/// A name as code has it.
fn in_code(name: &str) -> String {
    name.replace('-', "_")
}

/// Names that mean something else already: packages and crates of the workspace and of its lock file, what members call their
/// dependencies, locked or not, and neighbours.
fn taken(workspace: &Workspace, owners: &[Owner<'_>]) -> FxHashSet<String> {
    let locked = workspace.dependencies.iter().flat_map(names);
    let packages = workspace.packages.iter().map(|package| in_code(&package.name));
    let needed = workspace.packages.iter().flat_map(|package| &package.dependencies);
    let needed = needed.flat_map(|it| [it.name.as_str().to_owned(), in_code(&it.package)]);
    let libraries =
        workspace.targets.iter().filter(|target| matches!(target.kind, TargetKind::Lib | TargetKind::ProcMacro));
    let libraries = libraries.map(|target| target.crate_name.as_str().to_owned());
    let own = owners.iter().flat_map(|owner| [owner.manifest.package_name(), owner.manifest.library_name()]);
    locked.chain(packages).chain(needed).chain(libraries).chain(own.flatten().map(in_code)).collect()
}

/// The names that a package is known by: that of its crate, and its own.
fn names(package: &LockedPackage) -> [String; 2] {
    [package.crate_name(), in_code(&package.name)]
}

/// A package as lock files tell it apart: what has no folder may come from elsewhere.
type Which<'a> = (&'a str, &'a str, Option<&'a Path>);

/// The packages of which no name is taken, and of which all lock files that have such a name say the same.
fn agreed(locks: &[LockBeside], taken: &FxHashSet<String>) -> Vec<LockedPackage> {
    let mut meant: FxHashMap<String, Vec<BTreeSet<Which<'_>>>> = FxHashMap::default();
    for lock in locks {
        let mut here: FxHashMap<String, BTreeSet<Which<'_>>> = FxHashMap::default();
        for package in &lock.packages {
            let which: Which<'_> = (package.name.as_str(), package.version.as_str(), package.folder.as_deref());
            for name in names(package) {
                here.entry(name).or_default().insert(which);
            }
        }
        for (name, which) in here {
            meant.entry(name).or_default().push(which);
        }
    }
    let is_one = |name: &String| meant.get(name).is_some_and(|all| all.windows(2).all(|two| two[0] == two[1]));
    let is_free = |package: &&LockedPackage| names(package).iter().all(|name| !taken.contains(name) && is_one(name));
    let mut found: BTreeMap<(&str, Option<Version>), LockedPackage> = BTreeMap::new();
    for package in locks.iter().flat_map(|lock| &lock.packages).filter(is_free) {
        let key = (package.name.as_str(), Version::parse(&package.version).ok());
        let known = found.entry(key).or_insert_with(|| package.clone());
        // What features bring along differs from lock file to lock file.
        let more = package.dependencies.iter().filter(|it| !known.dependencies.contains(it)).cloned();
        let more: Vec<String> = more.collect();
        known.dependencies.extend(more);
        if known.library.is_none() {
            known.library.clone_from(&package.library);
        }
    }
    found.into_values().collect()
}

/// Finds out which of several versions in one lock file is read by the name of its crate: the one that all neighbours mean.
fn settle(found: &mut [LockedPackage], owners: &[Owner<'_>], root: &Path, locks: &[LockBeside]) {
    let mut stands: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for owner in owners {
        let is_near = |lock: &&LockBeside| owner.folders(root).any(|folder| folder == lock.folder);
        let own = locks.iter().filter(is_near).flat_map(|lock| &lock.members).filter(|member| owner.is(member));
        let own: Vec<&Member> = own.collect();
        for need in &owner.needs {
            if let Some(row) = row_of(need, found, &own) {
                for name in names_of(need, &found[row]) {
                    stands.entry(name).or_default().insert(row);
                }
            }
        }
    }
    for (row, package) in found.iter_mut().enumerate() {
        let meant = stands.get(&package.crate_name());
        package.direct = meant.is_some_and(|rows| rows.len() == 1 && rows.contains(&row));
        package.hidden = meant.is_some() && !package.direct;
    }
}

/// The row that a dependency of a neighbour means, if there is one only: the one that its lock files name, or else that fits.
fn row_of(need: &Written, found: &[LockedPackage], own: &[&Member]) -> Option<usize> {
    let all: Vec<usize> = (0..found.len()).filter(|row| found[*row].name == need.package).collect();
    let is_named = |row: &usize| own.iter().any(|member| lock::needs(&member.dependencies, &found[*row]));
    lock::only_meant(&all, is_named, |row| need.takes(&found[*row].version))
}

/// The names that code has for a dependency: without `package = …` a library may have a name of its own.
fn names_of(need: &Written, package: &LockedPackage) -> impl Iterator<Item = String> {
    let library = (!need.renamed).then(|| package.crate_name());
    std::iter::once(in_code(&need.key)).chain(library)
}

/// All that is locked, of the workspace and beside it.
pub(super) struct Locked<'a> {
    by_package: FxHashMap<&'a str, Vec<&'a LockedPackage>>,
    /// By the names of their crates; none that is hidden.
    by_crate: FxHashMap<String, Vec<&'a LockedPackage>>,
}

/// What a dependency of a neighbour means among what is locked.
pub(super) struct Meant<'a> {
    /// It is surely not what is read by its name, but another version, place or package.
    pub(super) is_unknown: bool,
    /// Its version, if that is known.
    pub(super) version: Option<&'a str>,
}

impl<'a> Locked<'a> {
    pub(super) fn new(all: impl Iterator<Item = &'a LockedPackage>) -> Self {
        let mut locked = Locked { by_package: FxHashMap::default(), by_crate: FxHashMap::default() };
        for package in all {
            locked.by_package.entry(package.name.as_str()).or_default().push(package);
            if !package.hidden {
                locked.by_crate.entry(package.crate_name()).or_default().push(package);
            }
        }
        locked
    }

    /// What a dependency of a neighbour means.
    pub(super) fn meant_by(&self, need: &Written) -> Meant<'a> {
        let all: &[&'a LockedPackage] = self.by_package.get(need.package.as_str()).map_or(&[][..], Vec::as_slice);
        let mut read: Vec<&'a LockedPackage> = all.iter().copied().filter(|it| !it.hidden).collect();
        if read.is_empty() {
            // Nothing is read by its name, but its macros may still be known.
            read = all.to_vec();
        }
        let is_other = |name: &String| {
            self.by_crate.get(name).is_some_and(|packages| packages.iter().any(|it| it.name != need.package))
        };
        let mut names: BTreeSet<String> = all.iter().flat_map(|it| names_of(need, it)).collect();
        names.insert(in_code(&need.key));
        let fits = need.path.is_none() && read.iter().all(|it| need.takes(&it.version));
        let is_unknown = !fits || names.iter().any(is_other);
        let version = match read[..] {
            [only] if !is_unknown => Some(only.version.as_str()),
            _ => None,
        };
        Meant { is_unknown, version }
    }
}

#[cfg(test)]
mod tests {
    use super::super::manifest;
    use super::*;
    use crate::discover::Origin;

    const INDEX: &str = "registry+https://github.com/rust-lang/crates.io-index";

    /// A row of a lock file; without needs that of a package from elsewhere.
    fn row(package: &str, version: &str, needs: Option<&[&str]>) -> String {
        let rest = needs.map_or(format!("source = {INDEX:?}"), |needs| format!("dependencies = {needs:?}"));
        format!("[[package]]\nname = {package:?}\nversion = {version:?}\n{rest}\n")
    }

    /// The manifests of packages in folders of their names, with what these depend on; each folder gets a lock file.
    fn neighbours(root: &Path, all: &[(&str, &str, String)]) -> Vec<Manifest> {
        let mut manifests = vec![];
        for (own, needs, lock) in all {
            std::fs::create_dir_all(root.join(own)).expect("a folder can be made");
            std::fs::write(root.join(own).join("Cargo.lock"), lock).expect("it can be written to");
            let text = format!("package.name = {own:?}\n[dependencies]\n{needs}");
            manifests.extend(manifest::parsed(root.join(own), text).ok());
        }
        assert_eq!(manifests.len(), all.len(), "a manifest is no TOML");
        manifests
    }

    /// What their lock files tell: package, version, `direct`, `hidden`, whether there are sources.
    fn told(all: &[(&str, &str, String)], known: &[&str]) -> Vec<(String, bool, bool, bool)> {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let root = folder.path();
        for source in ["wire-1.0.0", "wire-2.0.0", "behind-1.0.0"] {
            std::fs::create_dir_all(root.join("cargo/registry/src/index").join(source)).expect("a folder can be made");
        }
        let manifests = neighbours(root, all);
        let needs: Vec<Vec<Written>> = manifests.iter().map(|it| it.dependencies(&FxHashMap::default())).collect();
        let owners = manifests.iter().zip(&needs);
        let owners: Vec<Owner<'_>> =
            owners.map(|(manifest, needs)| Owner { manifest, top: root, needs: needs.iter().collect() }).collect();
        let workspace = Workspace {
            root: root.to_owned(),
            target_dir: root.join("target"),
            packages: vec![],
            targets: vec![],
            notes: vec![],
            dependencies: known.iter().map(|it| locked(it, "1.0.0")).collect(),
            cache: None,
            today: None,
        };
        let found = read(&workspace, &owners, Some(&root.join("cargo")));
        let shown = |it: LockedPackage| {
            (format!("{} {}", it.name, it.version), it.direct, it.hidden, it.folder.is_some() && it.beside)
        };
        found.into_iter().map(shown).collect()
    }

    fn locked(package: &str, version: &str) -> LockedPackage {
        LockedPackage {
            name: package.into(),
            version: version.into(),
            origin: Origin::Registry,
            folder: None,
            direct: true,
            hidden: false,
            beside: false,
            dependencies: vec![],
            library: None,
        }
    }

    #[test]
    fn what_a_lock_file_beside_has_more() {
        let wire = row("wire", "1.0.0", None).replace("source", "dependencies = [\"behind\"]\nsource");
        let rest = ["known", "behind", "stray"].map(|it| row(it, "1.0.0", None)).concat();
        let own = row("fuzz", "0.0.0", Some(&["known", "wire"]));
        let found = told(&[("fuzz", "known = '1'\nwire = '1'", [own, wire, rest].concat())], &["known"]);
        let names: Vec<(&str, bool, bool, bool)> = found.iter().map(|it| (it.0.as_str(), it.1, it.2, it.3)).collect();
        assert_eq!(names, [("behind 1.0.0", false, false, true), ("wire 1.0.0", true, false, true)]);
    }

    #[test]
    fn of_what_two_lock_files_beside_have_in_two_versions_nothing_is_read() {
        let lock = |own: &str, version: &str| {
            [row(own, "0.0.0", Some(&["wire", "behind"])), row("wire", version, None), row("behind", "1.0.0", None)]
                .concat()
        };
        let all = [("a", "wire = '1'", lock("a", "1.0.0")), ("b", "wire = '2'", lock("b", "2.0.0"))];
        assert_eq!(told(&all, &[]), [("behind 1.0.0".to_owned(), false, false, true)]);
    }

    #[test]
    fn of_two_versions_in_one_lock_file_beside_the_named_one_is_read() {
        let own = row("fuzz", "0.0.0", Some(&["behind", "wire 2.0.0"]));
        let behind = row("behind", "1.0.0", None).replace("source", "dependencies = [\"wire 1.0.0\"]\nsource");
        let lock = [own, behind, row("wire", "1.0.0", None), row("wire", "2.0.0", None)].concat();
        let found = told(&[("fuzz", "behind = '1'\nwire = '2'", lock)], &[]);
        let found: Vec<(bool, bool)> = found.iter().map(|it| (it.1, it.2)).collect();
        assert_eq!(found, [(true, false), (false, true), (true, false)]);
    }

    #[test]
    fn a_lock_file_in_which_a_package_does_not_stand_is_not_its_own() {
        let lock = [row("other", "0.0.0", Some(&["wire"])), row("wire", "1.0.0", None)].concat();
        assert!(told(&[("fuzz", "wire = '1'", lock)], &[]).is_empty());
    }

    #[test]
    fn what_is_read_by_a_name_is_no_other_version_and_no_other_package() {
        let all = [
            locked("wire", "1.0.0"),
            LockedPackage { library: Some("line".into()), ..locked("sim-line", "3.0.0") },
            LockedPackage { hidden: true, direct: false, ..locked("wire", "2.0.0") },
        ];
        let known = Locked::new(all.iter());
        let needs = "wire = '1'\nline = '3'\nsim-line = '3'\nother = '1'\nold = { package = 'wire', version = '2' }";
        let folder = tempfile::tempdir().expect("a folder can be made");
        let manifests = neighbours(folder.path(), &[("fuzz", needs, String::new())]);
        let written = manifests[0].dependencies(&FxHashMap::default());
        let mut told: Vec<(&str, bool, Option<&str>)> = (written.iter())
            .map(|need| (need.key.as_str(), known.meant_by(need)))
            .map(|(key, meant)| (key, meant.is_unknown, meant.version))
            .collect();
        told.sort_unstable();
        let (one, three) = (Some("1.0.0"), Some("3.0.0"));
        let expected = [
            ("line", true, None),
            ("old", true, None),
            ("other", false, None),
            ("sim-line", false, three),
            ("wire", false, one),
        ];
        assert_eq!(told, expected);
    }
}
