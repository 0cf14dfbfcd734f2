//! The lock file: which versions of dependencies are meant, and where their sources lie on this machine.

use serde::Deserialize;
use std::path::{Path, PathBuf};

/// A dependency as the lock file names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockedPackage {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its sources, if they are on this machine.
    pub folder: Option<PathBuf>,
    /// A member names it in its manifest, and no other version of it is locked for another member.
    pub direct: bool,
    /// What it depends on: `name`, or `name version` where several versions of that are locked.
    pub dependencies: Vec<String>,
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

/// Reads `Cargo.lock`. What it cannot tell is said in `notes`: without it the audit goes on, it only knows less.
pub(super) fn read(root: &Path, cargo_home: Option<&Path>, notes: &mut Vec<String>) -> Vec<LockedPackage> {
    let text = match std::fs::read_to_string(root.join("Cargo.lock")) {
        Ok(text) => text,
        Err(_) => {
            notes.push("dependencies were not resolved: there is no Cargo.lock, and none is written".into());
            return vec![];
        }
    };
    let lock: LockFile = match toml::from_str(&text) {
        Ok(lock) => lock,
        Err(error) => {
            notes.push(format!("dependencies were not resolved: Cargo.lock: {}", error.message()));
            return vec![];
        }
    };
    let registries = registries(cargo_home);
    let members = lock.package.iter().filter(|row| row.source.is_none());
    // `name`, or `name version` where there are several.
    let wanted: std::collections::BTreeSet<String> = members.flat_map(|row| row.dependencies.iter().cloned()).collect();
    let mut versions: std::collections::BTreeMap<&str, usize> = Default::default();
    for named in wanted.iter().filter_map(|it| it.split(' ').next()) {
        *versions.entry(named).or_default() += 1;
    }
    let is_direct = |row: &Row| {
        versions.get(row.name.as_str()) == Some(&1)
            && (wanted.contains(&row.name) || wanted.contains(&format!("{} {}", row.name, row.version)))
    };
    let direct: Vec<bool> = lock.package.iter().map(is_direct).collect();
    // A published twin of a member has the same paths: what code says of them is taken for the member's.
    let own: std::collections::BTreeSet<String> =
        lock.package.iter().filter(|row| row.source.is_none()).map(|row| row.name.clone()).collect();
    let foreign = lock.package.into_iter().zip(direct);
    let foreign = foreign.filter(|(row, _)| row.source.is_some() && !own.contains(&row.name));
    let packages: Vec<LockedPackage> = foreign
        .map(|(row, direct)| {
            let folder = format!("{}-{}", row.name, row.version);
            let folder = registries.iter().map(|registry| registry.join(&folder)).find(|path| path.is_dir());
            LockedPackage { name: row.name, version: row.version, folder, direct, dependencies: row.dependencies }
        })
        .collect();
    let missing: Vec<&str> =
        packages.iter().filter(|package| package.folder.is_none()).map(|package| package.name.as_str()).collect();
    if !missing.is_empty() {
        let shown = missing.iter().take(3).copied().collect::<Vec<_>>().join(", ");
        let more = if missing.len() > 3 { ", …" } else { "" };
        notes.push(format!(
            "{} of {} dependencies have no source on this machine ({shown}{more}); what they say is not known",
            missing.len(),
            packages.len()
        ));
    }
    packages
}

fn registries(cargo_home: Option<&Path>) -> Vec<PathBuf> {
    let folder = cargo_home.map(|home| home.join("registry").join("src"));
    let entries = folder.and_then(|folder| std::fs::read_dir(folder).ok());
    let mut found: Vec<PathBuf> = entries.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    found.sort();
    found
}
