//! What the manifest of a dependency says, where its sources lie on this machine.
//!
//! In: a locked package. Out: the name and the root of its library, and the crates that its code can name. It reads that one
//! manifest only and knows no source.

use super::{Dependency, LockedPackage};
use crate::model::{Name, name};
use std::path::PathBuf;

/// The manifest of a dependency.
#[derive(Debug, Clone)]
pub struct LockedManifest {
    /// The name of its library in code.
    pub crate_name: Name,
    /// The root file of its library.
    pub root: PathBuf,
    /// Whether the library is one of procedural macros.
    pub procedural: bool,
    /// The crates that its code can name, on any platform.
    pub dependencies: Vec<Dependency>,
}

impl LockedPackage {
    /// Its manifest; `None` if that is not on this machine or is no TOML.
    pub fn manifest(&self) -> Option<LockedManifest> {
        let folder = self.folder.as_ref()?;
        let manifest: toml::Table = std::fs::read_to_string(folder.join("Cargo.toml")).ok()?.parse().ok()?;
        let lib = manifest.get("lib").and_then(toml::Value::as_table);
        let text = |key: &str| lib.and_then(|lib| lib.get(key)).and_then(toml::Value::as_str);
        let flag = |key: &str| lib.and_then(|lib| lib.get(key)).and_then(toml::Value::as_bool);
        Some(LockedManifest {
            crate_name: name(&text("name").unwrap_or(&self.name).replace('-', "_")),
            root: folder.join(text("path").unwrap_or("src/lib.rs")),
            procedural: flag("proc-macro") == Some(true),
            dependencies: named_dependencies(&manifest),
        })
    }

    /// Whether the lock file says that it depends on another package, in that version.
    pub fn needs(&self, other: &LockedPackage) -> bool {
        super::lock::needs(&self.dependencies, other)
    }
}

/// The crates that the code of a dependency can name.
fn named_dependencies(manifest: &toml::Table) -> Vec<Dependency> {
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    let tables = std::iter::once(manifest).chain(targets.into_iter().flatten().filter_map(|(_, it)| it.as_table()));
    let lists = tables.filter_map(|table| table.get("dependencies").and_then(toml::Value::as_table));
    lists
        .flatten()
        .map(|(key, value)| {
            let package = value.get("package").and_then(toml::Value::as_str).unwrap_or(key);
            Dependency {
                name: name(&key.replace('-', "_")),
                package: package.to_owned(),
                requirement: semver::VersionReq::STAR,
                version: None,
                path: None,
                optional: false,
                dev: false,
                build: false,
                features: vec![],
                is_unknown: false,
            }
        })
        .collect()
}
