//! Where cargo keeps what it has checked out of git.
//!
//! In: the source of a package as a lock file writes it, its name and version. Out: its folder in the checkout of that commit.
//! Git is not asked: what is not checked out is not there. It knows no lock file.

use super::files;
use super::locked::table_in;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use walkdir::{DirEntry, WalkDir};

/// Fewer digits of a commit are not taken for it: git shortens to no less.
const FEWEST_DIGITS: usize = 7;

/// A commit of a repository.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Commit<'a> {
    /// The last part of the address, which cargo names the folders by.
    repository: &'a str,
    /// Its full hash.
    pub(super) hash: &'a str,
}

impl<'a> Commit<'a> {
    /// That of a source: `git+https://host/owner/repository.git?branch=main#hash`.
    pub(super) fn of(source: &'a str) -> Option<Commit<'a>> {
        let (address, hash) = source.strip_prefix("git+")?.rsplit_once('#')?;
        let address = address.split('?').next()?.trim_end_matches('/');
        let last = address.rsplit(['/', ':']).next()?;
        let is_hash = hash.len() >= FEWEST_DIGITS && hash.bytes().all(|digit| digit.is_ascii_hexdigit());
        is_hash.then(|| Commit { repository: last.strip_suffix(".git").unwrap_or(last), hash })
    }
}

/// The checkouts on this machine, and the packages in those that were asked for.
#[derive(Default)]
pub(super) struct Checkouts {
    /// Folders with checkouts of a repository, by its name in small letters.
    repositories: BTreeMap<String, Vec<PathBuf>>,
    packages: RefCell<BTreeMap<PathBuf, Rc<Packages>>>,
}

/// Folders of packages and their versions, where these are written there, by their names.
type Packages = BTreeMap<String, Vec<(PathBuf, Option<String>)>>;

impl Checkouts {
    /// Those in the folder of cargo.
    pub(super) fn of(cargo_home: Option<&Path>) -> Self {
        let mut repositories: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
        for folder in cargo_home.map(|home| folders_in(&home.join("git").join("checkouts"))).into_iter().flatten() {
            let Some(called) = folder.file_name().and_then(|it| it.to_str()) else { continue };
            // The name of the repository, and a hash of its whole address.
            let called = called.strip_suffix("-shallow").unwrap_or(called);
            if let Some((repository, _)) = called.rsplit_once('-') {
                repositories.entry(repository.to_lowercase()).or_default().push(folder);
            }
        }
        Checkouts { repositories, ..Checkouts::default() }
    }

    /// The folder of a package; `None` if it is not on this machine, or if two there may be meant.
    pub(super) fn folder(&self, commit: &Commit<'_>, package: &str, version: &str) -> Option<PathBuf> {
        let checkout = self.checkout(commit)?;
        let packages = self.packages_in(checkout);
        let may_be = |it: &&(PathBuf, Option<String>)| it.1.as_deref().is_none_or(|own| own == version);
        let mut found = packages.get(package)?.iter().filter(may_be);
        let (folder, _) = found.next()?;
        found.next().is_none().then(|| folder.clone())
    }

    /// The checkout of a commit, if cargo has finished it.
    fn checkout(&self, commit: &Commit<'_>) -> Option<PathBuf> {
        let repositories = self.repositories.get(&commit.repository.to_lowercase())?;
        let is_it = |folder: &PathBuf| {
            let short = folder.file_name().and_then(|it| it.to_str()).unwrap_or_default();
            short.len() >= FEWEST_DIGITS && commit.hash.starts_with(short) && folder.join(".cargo-ok").is_file()
        };
        repositories.iter().flat_map(|folder| folders_in(folder)).find(is_it)
    }

    fn packages_in(&self, checkout: PathBuf) -> Rc<Packages> {
        let known = self.packages.borrow().get(&checkout).cloned();
        known.unwrap_or_else(|| {
            let found = Rc::new(packages_below(&checkout));
            self.packages.borrow_mut().insert(checkout, Rc::clone(&found));
            found
        })
    }
}

/// All packages of a checkout.
fn packages_below(checkout: &Path) -> Packages {
    let is_looked_into = |entry: &DirEntry| entry.depth() == 0 || !files::is_never_source(entry.file_name());
    let entries = WalkDir::new(checkout).sort_by_file_name().into_iter().filter_entry(is_looked_into).flatten();
    let mut packages = Packages::new();
    for entry in entries.filter(|entry| entry.file_name() == "Cargo.toml") {
        let folder = entry.path().parent().unwrap_or(checkout);
        let Some(table) = table_in(folder) else { continue };
        let said = |key: &str| Some(table.get("package")?.get(key)?.as_str()?.to_owned());
        if let Some(called) = said("name") {
            packages.entry(called).or_default().push((folder.to_owned(), said("version")));
        }
    }
    packages
}

/// The folders in a folder, in order.
fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "0123456789abcdef0123456789abcdef01234567";

    #[test]
    fn the_commit_of_a_source() {
        let repository = |address: &str| {
            let source = format!("{address}#{HASH}");
            Commit::of(&source).map(|commit| (commit.repository.to_owned(), commit.hash == HASH))
        };
        let wire = Some(("Wire".to_owned(), true));
        assert_eq!(repository("git+https://host.test/owner/Wire.git?branch=a/b"), wire);
        assert_eq!(repository("git+ssh://git@host.test/Wire/"), wire);
        assert_eq!(repository("registry+https://host.test/index"), None);
        assert_eq!(Commit::of("git+https://host.test/wire"), None);
    }

    #[test]
    fn a_package_in_a_checkout() {
        let home = tempfile::tempdir().expect("a folder can be made");
        let checkout = home.path().join("git/checkouts/wire-0011223344556677/0123456");
        let write = |path: &str, text: &str| {
            let path = checkout.join(path);
            std::fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder can be made");
            std::fs::write(path, text).expect("it can be written to");
        };
        write("Cargo.toml", "[workspace]\nmembers = ['inner']");
        write("inner/Cargo.toml", "[package]\nname = 'wire'\nversion.workspace = true");
        write("target/Cargo.toml", "[package]\nname = 'wire'\nversion = '1.0.0'");
        write("old/Cargo.toml", "[package]\nname = 'old'\nversion = '1.0.0'");
        write("older/Cargo.toml", "[package]\nname = 'old'\nversion = '0.9.0'");
        let source = format!("git+https://host.test/owner/Wire.git#{HASH}");
        let commit = Commit::of(&source).expect("it is a commit");
        let folder = |package: &str, version: &str| {
            let found = Checkouts::of(Some(home.path())).folder(&commit, package, version)?;
            Some(found.strip_prefix(&checkout).ok()?.to_owned())
        };
        assert_eq!(folder("wire", "1.0.0"), None, "cargo has not finished it");
        write(".cargo-ok", "");
        assert_eq!(folder("wire", "1.0.0"), Some("inner".into()));
        assert_eq!(folder("old", "0.9.0"), Some("older".into()));
        assert_eq!(folder("old", "2.0.0"), None);
    }
}
