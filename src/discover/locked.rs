//! What the manifest of a dependency says, where its sources lie on this machine.
//!
//! In: a locked package. Out: the name and the root of its library, and the crates that its code can name. It reads that one
//! manifest, and the one that this inherits from, and knows no source.

use super::{Dependency, LockedPackage};
use crate::model::{Name, name};
use std::path::{Path, PathBuf};
use toml::{Table, Value};

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
        manifest_in(self.folder.as_ref()?, &self.name)
    }

    /// Whether the lock file says that it depends on another package, in that version.
    pub fn needs(&self, other: &LockedPackage) -> bool {
        super::lock::needs(&self.dependencies, other)
    }
}

/// The manifest of a package in a folder.
pub(super) fn manifest_in(folder: &Path, package: &str) -> Option<LockedManifest> {
    let manifest = table_in(folder)?;
    let lib = manifest.get("lib").and_then(Value::as_table);
    let text = |key: &str| lib.and_then(|lib| lib.get(key)).and_then(Value::as_str);
    Some(LockedManifest {
        crate_name: name(&text("name").unwrap_or(package).replace('-', "_")),
        root: folder.join(text("path").unwrap_or("src/lib.rs")),
        procedural: is_procedural(&manifest),
        dependencies: named_dependencies(folder, &manifest),
    })
}

/// The manifest in a folder as it is written.
pub(super) fn table_in(folder: &Path) -> Option<Table> {
    std::fs::read_to_string(folder.join("Cargo.toml")).ok()?.parse().ok()
}

/// Whether a manifest makes its library one of procedural macros.
pub(super) fn is_procedural(manifest: &Table) -> bool {
    let flag = |key: &str| manifest.get("lib").and_then(|lib| lib.get(key)?.as_bool());
    flag("proc-macro").or_else(|| flag("proc_macro")) == Some(true)
}

/// A manifest, and its tables for some platforms: each may list dependencies.
pub(super) fn of_platforms(manifest: &Table) -> impl Iterator<Item = &Table> {
    let targets = manifest.get("target").and_then(Value::as_table);
    std::iter::once(manifest).chain(targets.into_iter().flatten().filter_map(|(_, it)| it.as_table()))
}

/// The crates that the code of a dependency can name.
fn named_dependencies(folder: &Path, manifest: &Table) -> Vec<Dependency> {
    let lists = of_platforms(manifest).filter_map(|table| table.get("dependencies").and_then(Value::as_table));
    // What a registry has inherits nothing any more.
    let above = std::cell::LazyCell::new(|| workspace_of(folder, manifest));
    let inherits = |value: &Value| value.get("workspace").and_then(Value::as_bool) == Some(true);
    lists
        .flatten()
        .map(|(key, own)| {
            let of_workspace = || above.as_ref().and_then(|(of, all)| Some((of.as_path(), all.get(key)?)));
            let inherited = if inherits(own) { of_workspace() } else { None };
            let (of, value) = inherited.unwrap_or((folder, own));
            let text = |key: &str| value.get(key).and_then(Value::as_str);
            Dependency {
                name: name(&key.replace('-', "_")),
                package: text("package").unwrap_or(key).to_owned(),
                requirement: semver::VersionReq::STAR,
                version: None,
                path: text("path").map(|path| of.join(path)),
                optional: false,
                dev: false,
                build: false,
                features: vec![],
                is_unknown: false,
            }
        })
        .collect()
}

/// The folder of the workspace that a package belongs to, and the dependencies that packages inherit from it.
fn workspace_of(folder: &Path, manifest: &Table) -> Option<(PathBuf, Table)> {
    let of_workspace = |table: &Table| table.get("workspace")?.get("dependencies")?.as_table().cloned();
    let named = manifest.get("package").and_then(|package| package.get("workspace")?.as_str());
    if let Some(named) = named {
        let root = folder.join(named);
        return Some((root.clone(), of_workspace(&table_in(&root)?)?));
    }
    let above = folder.ancestors().filter_map(|folder| Some((folder, table_in(folder)?)));
    let (root, table) = above.into_iter().find(|(_, table)| table.contains_key("workspace"))?;
    Some((root.to_owned(), of_workspace(&table)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_dependency_inherits_is_known_by_its_own_name() {
        let root = tempfile::tempdir().expect("a folder can be made");
        let inner = root.path().join("crates/inner");
        std::fs::create_dir_all(&inner).expect("a folder can be made");
        let write =
            |folder: &Path, text: &str| std::fs::write(folder.join("Cargo.toml"), text).expect("it can be written to");
        write(root.path(), "[workspace.dependencies]\nfar = { path = 'far', package = 'own' }\nnear = '1'");
        write(
            &inner,
            "package.name = 'inner'\nlib.proc_macro = true\n[dependencies]\nfar.workspace = true\nplain = '1'\n\
             [target.'cfg(unix)'.dependencies]\nnear = { path = '../near' }",
        );
        let read = manifest_in(&inner, "inner").expect("there is a manifest");
        let told: Vec<(&str, Option<PathBuf>)> =
            read.dependencies.iter().map(|it| (it.package.as_str(), it.path.clone())).collect();
        let expected = [("own", Some(root.path().join("far"))), ("plain", None), ("near", Some(inner.join("../near")))];
        assert!(read.procedural);
        assert_eq!(told, expected);
    }
}
