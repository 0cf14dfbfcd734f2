//! Packages that a workspace depends on by folders, and that are neither members nor published.
//!
//! In: the members, and what the lock file says. Out: those packages, with their folders, among the locked ones. A folder is
//! known from the manifests that lead to it: of members, of the root, which may patch, and of such packages. It reads no
//! source, and does not know what lies beside the workspace and uses it.

use super::lock::{self, Lock, LockedPackage, Origin};
use super::{Package, locked};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use toml::Value;

/// Adds them to the locked packages, and forgets the sources of all that depend on members.
pub(super) fn add(packages: &[Package], root: &Path, lock: &mut Lock) {
    let own: BTreeSet<&str> = packages.iter().map(|package| package.name.as_str()).collect();
    let outside = |name: &str| !own.contains(name);
    if lock.members.iter().any(|row| outside(&row.name)) {
        let folders = folders(packages, root, &outside);
        for row in lock.members.iter().filter(|row| outside(&row.name)) {
            // Of two with a name it is not known which is which.
            let is_only = lock.members.iter().filter(|other| other.name == row.name).count() == 1;
            let folder = folders.get(&row.name).filter(|found| found.len() == 1 && is_only);
            let folder = folder.and_then(|found| found.first()).cloned();
            let library = folder.as_deref().and_then(|folder| lock::own_library_name(folder, &row.name));
            let at = lock.packages.partition_point(|it| it.name < row.name);
            let package = LockedPackage {
                name: row.name.clone(),
                version: row.version.clone(),
                origin: Origin::Folder,
                folder,
                direct: false,
                hidden: false,
                beside: false,
                dependencies: row.dependencies.clone(),
                library,
            };
            lock.packages.insert(at, package);
        }
    }
    let members = lock.members.iter().filter(|row| !outside(&row.name));
    lock::forget_users(&mut lock.packages, members);
}

/// The folders that manifests say packages of a name lie in.
fn folders(packages: &[Package], root: &Path, outside: &dyn Fn(&str) -> bool) -> BTreeMap<String, BTreeSet<PathBuf>> {
    let mut found: BTreeMap<String, BTreeSet<PathBuf>> = BTreeMap::new();
    let needed = packages.iter().flat_map(|package| &package.dependencies);
    let needed = needed.filter_map(|it| Some((it.package.clone(), it.path.clone()?)));
    let mut work: Vec<(String, PathBuf)> = needed.chain(patched(root)).filter(|(name, _)| outside(name)).collect();
    while let Some((name, folder)) = work.pop() {
        let Ok(folder) = folder.canonicalize() else { continue };
        if found.entry(name.clone()).or_default().insert(folder.clone()) {
            let manifest = locked::manifest_in(&folder, &name);
            let needed = manifest.into_iter().flat_map(|manifest| manifest.dependencies);
            let needed = needed.filter_map(|it| Some((it.package, it.path?)));
            work.extend(needed.filter(|(name, _)| outside(name)));
        }
    }
    found
}

/// What the root puts in the place of published packages.
fn patched(root: &Path) -> Vec<(String, PathBuf)> {
    let manifest = locked::table_in(root).unwrap_or_default();
    let patches = manifest.get("patch").and_then(Value::as_table).into_iter().flatten();
    let lists = patches.filter_map(|(_, list)| list.as_table()).flatten();
    let folder = |(key, value): (&String, &Value)| {
        let name = value.get("package").and_then(Value::as_str).unwrap_or(key);
        Some((name.to_owned(), root.join(value.get("path")?.as_str()?)))
    };
    lists.filter_map(folder).collect()
}
