//! The lock file: which versions of dependencies are meant, and where their sources lie on this machine.

use super::checkouts::{Checkouts, Commit};
use super::locked;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Where a dependency comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A registry: nothing changes under its version.
    Registry,
    /// A commit of a git repository.
    Git(String),
    /// A folder outside of the workspace.
    Folder,
    /// None of these.
    Elsewhere,
}

/// A dependency as the lock file names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockedPackage {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Its sources, if they are on this machine.
    pub folder: Option<PathBuf>,
    /// A member names it in its manifest, and it is what the name of its crate stands for; or a neighbour does, if it is
    /// `beside`.
    pub direct: bool,
    /// In the code of members the name of its crate stands for another version, or for another package; in that of neighbours,
    /// if it is `beside`.
    pub hidden: bool,
    /// Only lock files of packages beside the workspace have it: no member can name it.
    pub beside: bool,
    /// What it depends on: `name`, or `name version` where several versions of that are locked.
    pub dependencies: Vec<String>,
    /// The name of its library, if that has one of its own, of a package that a member depends on.
    pub library: Option<String>,
}

impl LockedPackage {
    /// The name that code has for its library, as far as that is known.
    pub fn crate_name(&self) -> String {
        self.library.as_deref().unwrap_or(&self.name).replace('-', "_")
    }

    /// A name that no other state of it has; `None` if there may be others.
    pub fn state(&self) -> Option<String> {
        match &self.origin {
            Origin::Registry => Some(format!("{}-{}", self.name, self.version)),
            Origin::Git(commit) => Some(format!("{}-{}-{commit}", self.name, self.version)),
            Origin::Folder | Origin::Elsewhere => None,
        }
    }
}

#[derive(Deserialize)]
struct LockFile {
    #[serde(default)]
    package: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    name: String,
    version: String,
    source: Option<String>,
    #[serde(default)]
    dependencies: Vec<String>,
}

/// What the lock file says.
#[derive(Default)]
pub(super) struct Lock {
    /// What is not of the workspace.
    pub(super) packages: Vec<LockedPackage>,
    /// What is, as far as that is known.
    pub(super) members: Vec<Member>,
}

/// A package without a source.
pub(super) struct Member {
    pub(super) name: String,
    pub(super) version: String,
    /// What it depends on: `name`, or `name version` where several versions of that are locked.
    pub(super) dependencies: Vec<String>,
}

/// Whether a package is among the dependencies of a row, in that version.
pub(super) fn needs(dependencies: &[String], package: &LockedPackage) -> bool {
    dependencies.iter().any(|it| {
        it.strip_prefix(package.name.as_str()).is_some_and(|rest| match rest {
            "" => true,
            rest => rest.strip_prefix(' ').and_then(|rest| rest.split(' ').next()) == Some(package.version.as_str()),
        })
    })
}

/// Which of the rows of a package's name is meant, if there is one only: the one that the lock file names, or else that fits. One
/// may need two versions under two names; of what the lock file does not say yet cargo takes what fits.
pub(super) fn only_meant(
    rows: &[usize],
    is_named: impl Fn(&usize) -> bool,
    fits: impl Fn(&usize) -> bool,
) -> Option<usize> {
    let named: Vec<usize> = rows.iter().copied().filter(is_named).collect();
    if let [only] = named[..] {
        return Some(only);
    }
    let among = if named.is_empty() { rows } else { named.as_slice() };
    let mut fitting = among.iter().copied().filter(fits);
    fitting.next().filter(|_| fitting.next().is_none())
}

/// Reads `Cargo.lock`. What it cannot tell is said in `notes`: without it the audit goes on, it only knows less.
pub(super) fn read(root: &Path, cargo_home: Option<&Path>, notes: &mut Vec<String>) -> Lock {
    let text = match std::fs::read_to_string(root.join("Cargo.lock")) {
        Ok(text) => text,
        Err(_) => {
            notes.push("dependencies were not resolved: there is no Cargo.lock, and none is written".into());
            return Lock::default();
        }
    };
    parsed(&text, &Shelves::of(cargo_home)).unwrap_or_else(|why| {
        notes.push(format!("dependencies were not resolved: Cargo.lock: {why}"));
        Lock::default()
    })
}

/// Says which dependencies have no sources here.
pub(super) fn note_missing(packages: &[LockedPackage], notes: &mut Vec<String>) {
    let missing: Vec<&str> =
        packages.iter().filter(|package| package.folder.is_none()).map(|package| package.name.as_str()).collect();
    if !missing.is_empty() {
        let shown = missing.iter().take(3).copied().collect::<Vec<_>>().join(", ");
        let more = if missing.len() > 3 { ", …" } else { "" };
        notes.push(format!(
            "{} of {} dependencies have no source here ({shown}{more}); what they say is not known",
            missing.len(),
            packages.len()
        ));
    }
}

/// What the text of a lock file says, or why it says nothing; sources are looked for on these shelves.
pub(super) fn parsed(text: &str, shelves: &Shelves) -> Result<Lock, String> {
    let lock: LockFile = toml::from_str(text).map_err(|error| error.message().to_owned())?;
    let members: Vec<Member> = (lock.package.iter().filter(|row| row.source.is_none()))
        .map(|row| Member {
            name: row.name.clone(),
            version: row.version.clone(),
            dependencies: row.dependencies.clone(),
        })
        .collect();
    // `name`, or `name version` where there are several.
    let wanted = members.iter().flat_map(|member| &member.dependencies).filter_map(|it| it.split(' ').next());
    let wanted: BTreeSet<&str> = wanted.collect();
    // A published twin of a member has the same paths: what code says of them is taken for the member's.
    let own: BTreeSet<&str> = members.iter().map(|member| member.name.as_str()).collect();
    let foreign = lock.package.into_iter().filter(|row| row.source.is_some() && !own.contains(row.name.as_str()));
    let mut packages: Vec<LockedPackage> = foreign
        .map(|row| {
            let is_wanted = wanted.contains(row.name.as_str());
            package(row, shelves, is_wanted)
        })
        .collect();
    let doubled = doubled(&packages);
    for (package, _) in packages.iter_mut().zip(doubled).filter(|(_, doubled)| *doubled) {
        package.folder = None;
    }
    // Another version of it tells that name as well.
    let libraries: BTreeMap<String, String> =
        packages.iter().filter_map(|package| Some((package.name.clone(), package.library.clone()?))).collect();
    for package in packages.iter_mut().filter(|package| package.folder.is_none()) {
        package.library = libraries.get(&package.name).cloned();
    }
    Ok(Lock { packages, members })
}

/// Forgets the sources of packages that depend on one of these: their code has its items under the paths that crates have,
/// and nothing here says that they are the same.
pub(super) fn forget_users<'m>(packages: &mut [LockedPackage], members: impl Iterator<Item = &'m Member>) {
    let members: FxHashSet<(&str, &str)> = members.map(|it| (it.name.as_str(), it.version.as_str())).collect();
    let names: FxHashSet<&str> = members.iter().map(|(name, _)| *name).collect();
    // `name`, `name version` or `name version (source)`.
    let is_one = |needed: &String| {
        let mut parts = needed.splitn(3, ' ');
        match (parts.next(), parts.next(), parts.next()) {
            (Some(name), None, _) => names.contains(name),
            (Some(name), Some(version), None) => members.contains(&(name, version)),
            _ => false,
        }
    };
    for package in packages.iter_mut().filter(|package| package.dependencies.iter().any(is_one)) {
        package.folder = None;
    }
}

/// Which packages have the name and the version of another one.
fn doubled(packages: &[LockedPackage]) -> Vec<bool> {
    let which = |package: &LockedPackage| (package.name.clone(), package.version.clone());
    let mut count: FxHashMap<(String, String), usize> = FxHashMap::default();
    packages.iter().for_each(|package| *count.entry(which(package)).or_default() += 1);
    packages.iter().map(|package| count[&which(package)] > 1).collect()
}

/// A package with its sources; if code of members can name it, with the name of its library.
fn package(row: Row, shelves: &Shelves, is_wanted: bool) -> LockedPackage {
    let Row { name, version, source, dependencies } = row;
    let (origin, folder) = shelves.sources(&name, &version, source.as_deref().unwrap_or_default());
    let library = folder.as_deref().filter(|_| is_wanted).and_then(|folder| match origin {
        Origin::Registry => library_name(folder, &name),
        _ => own_library_name(folder, &name),
    });
    LockedPackage { name, version, origin, folder, direct: false, hidden: false, beside: false, dependencies, library }
}

/// The name of the library of a package, if that has one of its own, by a manifest as somebody wrote it.
pub(super) fn own_library_name(folder: &Path, package: &str) -> Option<String> {
    let own = locked::manifest_in(folder, package)?.crate_name;
    (own != package.replace('-', "_").as_str()).then(|| own.as_str().to_owned())
}

/// The name of the library of a package, if that has one of its own. Cargo writes the manifest of a published package
/// anew, a key a line; to parse those of all dependencies would take longer than all else that is discovered.
fn library_name(folder: &Path, package: &str) -> Option<String> {
    let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).ok()?;
    let of_library = manifest.lines().map(str::trim).skip_while(|line| *line != "[lib]").skip(1);
    let value = of_library.take_while(|line| !line.starts_with('[')).find_map(|line| line.strip_prefix("name = "))?;
    let name = value.trim_matches('"').replace('-', "_");
    (name != package.replace('-', "_")).then_some(name)
}

/// Where cargo keeps sources.
#[derive(Default)]
pub(super) struct Shelves {
    registries: Vec<PathBuf>,
    checkouts: Checkouts,
}

impl Shelves {
    /// Those in the folder of cargo.
    pub(super) fn of(cargo_home: Option<&Path>) -> Self {
        let folder = cargo_home.map(|home| home.join("registry").join("src"));
        let entries = folder.and_then(|folder| std::fs::read_dir(folder).ok());
        let mut registries: Vec<PathBuf> = entries.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        registries.sort();
        Shelves { registries, checkouts: Checkouts::of(cargo_home) }
    }

    /// Where a package comes from, and its folder if that is on this machine.
    fn sources(&self, package: &str, version: &str, source: &str) -> (Origin, Option<PathBuf>) {
        if source.starts_with("registry+") || source.starts_with("sparse+") {
            let folder = format!("{package}-{version}");
            let mut places = self.registries.iter().map(|registry| registry.join(&folder));
            return (Origin::Registry, places.find(|path| path.is_dir()));
        }
        match Commit::of(source) {
            Some(commit) => (Origin::Git(commit.hash.to_owned()), self.checkouts.folder(&commit, package, version)),
            None => (Origin::Elsewhere, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libraries_with_a_name_of_their_own() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let write = |text: &str| std::fs::write(folder.path().join("Cargo.toml"), text).expect("it can be written to");
        write("[package]\nname = \"rust-ini\"\n\n[lib]\nname = \"ini\"\npath = \"src/lib.rs\"\n");
        assert_eq!(library_name(folder.path(), "rust-ini").as_deref(), Some("ini"));
        write("[package]\nname = \"a-b\"\n\n[lib]\nname = \"a_b\"\n\n[[bin]]\nname = \"c\"\n");
        assert_eq!(library_name(folder.path(), "a-b"), None);
    }
}
