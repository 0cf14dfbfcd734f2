//! A manifest as it is written: what it depends on, and where its source lies.
//!
//! In: a folder with a `Cargo.toml`, and the manifests that it may inherit from. Out: dependencies of all kinds and targets,
//! features, names. It does not know which packages are members, nor ask cargo: what cargo would not build is a target all
//! the same.

use crate::discover::locked::{is_procedural, of_platforms};
use crate::discover::{Target, TargetKind};
use crate::model::{PackageId, name};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// The tables of dependencies, and whether they are the build script's.
const KINDS: [(&str, bool); 5] = [
    ("dependencies", false),
    ("dev-dependencies", false),
    ("dev_dependencies", false),
    ("build-dependencies", true),
    ("build_dependencies", true),
];

/// A manifest that could be read.
pub(super) struct Manifest {
    /// Its folder, without links.
    pub(super) folder: PathBuf,
    table: Table,
}

/// A manifest that could not be read.
pub(super) struct Unread {
    /// Its folder, without links.
    pub(super) folder: PathBuf,
    /// Why.
    pub(super) cause: String,
    /// What it says; `None` if not even that is known.
    text: Option<String>,
}

/// A dependency as it is written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// Its name in the manifest.
    pub(super) key: String,
    /// The package it means.
    pub(super) package: String,
    /// Whether the name is another than that of the package because the manifest says so.
    pub(super) renamed: bool,
    /// Its folder, without links where it is there.
    pub(super) path: Option<PathBuf>,
    /// The versions that it takes.
    version: Option<String>,
    /// Features of it that are asked for.
    pub(super) features: Vec<String>,
    pub(super) optional: bool,
    pub(super) build: bool,
}

/// Reads the manifest in a folder.
pub(super) fn read(folder: PathBuf) -> Result<Manifest, Unread> {
    let text = text_in(&folder)?;
    parsed(folder, text)
}

/// The text of the manifest in a folder.
pub(super) fn text_in(folder: &Path) -> Result<String, Unread> {
    let unread = |cause: String, text: Option<String>| Unread { folder: folder.to_owned(), cause, text };
    let bytes = std::fs::read(folder.join("Cargo.toml")).map_err(|error| unread(error.to_string(), None))?;
    String::from_utf8(bytes).map_err(|error| {
        let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
        unread("not UTF-8".into(), Some(text))
    })
}

/// The manifest of a folder by its text.
pub(super) fn parsed(folder: PathBuf, text: String) -> Result<Manifest, Unread> {
    match text.parse::<Table>() {
        Ok(table) => Ok(Manifest { folder, table }),
        Err(error) => Err(Unread { folder, cause: error.message().to_owned(), text: Some(text) }),
    }
}

impl Unread {
    /// Whether it may depend on a package: it has its name for a word, or its folder for a path.
    pub(super) fn may_name(&self, package: &str, root: &Path) -> bool {
        let Some(text) = &self.text else { return true };
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
        let mut words = text.split(|letter: char| !is_part(letter));
        words.any(|word| word == package) || self.leads_to(root)
    }

    /// Whether it has a folder for a path.
    pub(super) fn leads_to(&self, root: &Path) -> bool {
        let is_there = |path: &str| path.contains(['/', '.']) && real(&self.folder.join(path)) == root;
        self.text.as_ref().is_some_and(|text| text.split(['"', '\'']).any(is_there))
    }
}

/// A path without links, if it is there.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

impl Manifest {
    /// The same, for those alone that inherit from it.
    pub(super) fn of_workspace_only(mut self) -> Manifest {
        self.table.retain(|key, _| key == "workspace");
        self
    }

    fn section(&self, key: &str) -> Option<&Table> {
        self.table.get(key).and_then(Value::as_table)
    }

    fn package(&self, key: &str) -> Option<&Value> {
        self.section("package").or_else(|| self.section("project"))?.get(key)
    }

    /// The name of its package; `None` if it has none.
    pub(super) fn package_name(&self) -> Option<&str> {
        self.package("name")?.as_str()
    }

    /// The version of its package, where it is written.
    pub(super) fn version(&self) -> &str {
        self.package("version").and_then(Value::as_str).unwrap_or_default()
    }

    /// Whether it is the root of a workspace.
    pub(super) fn is_workspace(&self) -> bool {
        self.table.contains_key("workspace")
    }

    /// Its features, with what they enable.
    pub(super) fn features(&self) -> Vec<(String, Vec<String>)> {
        let declared = self.section("features").into_iter().flatten();
        declared.map(|(feature, enables)| (feature.clone(), texts(Some(enables)))).collect()
    }

    /// The name of its library, if it has one.
    pub(super) fn library_name(&self) -> Option<&str> {
        self.library()?;
        let own = self.section("lib").and_then(|lib| lib.get("name")).and_then(Value::as_str);
        own.or_else(|| self.package_name())
    }

    /// All that it depends on; `roots` are the manifests of workspaces by their folder.
    pub(super) fn dependencies(&self, roots: &FxHashMap<&Path, &Manifest>) -> Vec<Written> {
        if self.package_name().is_none() {
            return vec![];
        }
        let above = match self.package("workspace").and_then(Value::as_str) {
            Some(path) => roots.get(real(&self.folder.join(path)).as_path()),
            None => self.folder.ancestors().find_map(|folder| roots.get(folder)),
        };
        let lists = of_platforms(&self.table).flat_map(|table| {
            KINDS.iter().filter_map(move |(kind, build)| Some((*build, table.get(*kind)?.as_table()?)))
        });
        let rows = lists.flat_map(|(build, list)| list.iter().map(move |(key, value)| (build, key, value)));
        rows.map(|(build, key, value)| self.written(build, (key.as_str(), value), above.copied())).collect()
    }

    fn written(&self, build: bool, (key, own): (&str, &Value), above: Option<&Manifest>) -> Written {
        let inherits = own.get("workspace").and_then(Value::as_bool) == Some(true);
        let inherited =
            || above.and_then(|above| Some((above.section("workspace")?.get("dependencies")?.get(key)?, above)));
        // What is inherited and not found means what has its name.
        let (value, of) = if inherits { inherited().unwrap_or((own, self)) } else { (own, self) };
        let text = |key: &str| value.get(key).and_then(Value::as_str);
        let mut features = texts(own.get("features"));
        if inherits {
            features.extend(texts(value.get("features")));
        }
        Written {
            key: key.to_owned(),
            package: text("package").unwrap_or(key).to_owned(),
            renamed: value.get("package").is_some(),
            path: text("path").map(|path| real(&of.folder.join(path))),
            version: value.as_str().or_else(|| text("version")).map(str::to_owned),
            features,
            optional: own.get("optional").and_then(Value::as_bool) == Some(true),
            build,
        }
    }

    /// The folders that it speaks of, without links where they are there: those of dependencies, also for others to inherit.
    pub(super) fn paths(&self) -> Vec<PathBuf> {
        let tables = of_platforms(&self.table).chain(self.section("workspace"));
        let lists = tables.flat_map(|table| KINDS.iter().filter_map(move |(kind, _)| table.get(*kind)?.as_table()));
        lists.flat_map(|list| self.folders_in(list)).chain(self.patched()).collect()
    }

    /// The folders that it puts in the place of other packages.
    pub(super) fn patched(&self) -> Vec<PathBuf> {
        let patches = self.section("patch").into_iter().flatten().filter_map(|(_, of)| of.as_table());
        patches.chain(self.section("replace")).flat_map(|list| self.folders_in(list)).collect()
    }

    fn folders_in(&self, list: &Table) -> Vec<PathBuf> {
        let paths = list.iter().filter_map(|(_, value)| value.get("path")?.as_str());
        paths.map(|path| real(&self.folder.join(path))).collect()
    }

    /// The root of its library.
    fn library(&self) -> Option<PathBuf> {
        let named = self.section("lib").and_then(|lib| lib.get("path")).and_then(Value::as_str);
        Some(self.folder.join(named.unwrap_or("src/lib.rs"))).filter(|path| path.is_file())
    }

    /// What is compiled as a crate of its own: where cargo looks for it, and what the manifest names. No other kinds than these
    /// are told apart: none of it is a test of the workspace.
    pub(super) fn targets(&self, package: PackageId) -> Vec<Target> {
        let library = self.library();
        let library_kind = if is_procedural(&self.table) { TargetKind::ProcMacro } else { TargetKind::Lib };
        let script = match self.package("build") {
            Some(Value::String(path)) => Some(self.folder.join(path)),
            Some(Value::Boolean(false)) => None,
            _ => Some(self.folder.join("build.rs")),
        };
        let mut roots: BTreeSet<PathBuf> = BTreeSet::from([self.folder.join("src/main.rs")]);
        for folder in ["src/bin", "tests", "examples", "benches"] {
            roots.extend(crates_in(&self.folder.join(folder)));
        }
        for kind in ["bin", "test", "example", "bench"] {
            let named = self.table.get(kind).and_then(Value::as_array).into_iter().flatten();
            roots.extend(named.filter_map(|one| one.get("path")?.as_str()).map(|path| self.folder.join(path)));
        }
        let first = library.map(|path| (path, library_kind)).into_iter();
        let script = script.map(|path| (path, TargetKind::BuildScript));
        let all = first.chain(script).chain(roots.into_iter().map(|path| (path, TargetKind::Bin)));
        let mut seen = BTreeSet::new();
        let there = all.filter(|(path, _)| path.is_file()).map(|(path, kind)| (real(&path), kind));
        there
            .filter(|(path, _)| seen.insert(path.clone()))
            .map(|(path, kind)| {
                let is_library = matches!(kind, TargetKind::Lib | TargetKind::ProcMacro);
                let own = self.library_name().filter(|_| is_library).map(str::to_owned);
                target(package, own.unwrap_or_else(|| crate_of(&path)), kind, path)
            })
            .collect()
    }
}

/// The files of a folder that cargo takes for crates, there or not: `x.rs` and `x/main.rs`.
fn crates_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.map(|path| if crate::discover::files::is_rust(&path) { path } else { path.join("main.rs") }).collect()
}

/// The name of the crate of a file.
fn crate_of(path: &Path) -> String {
    let stem = path.file_stem().filter(|stem| *stem != "main");
    let folder = path.parent().and_then(Path::file_name);
    stem.or(folder).map(|it| it.to_string_lossy().into_owned()).unwrap_or_default()
}

fn target(package: PackageId, own: String, kind: TargetKind, root: PathBuf) -> Target {
    let crate_name = name(&own.replace('-', "_"));
    Target { package, name: own, crate_name, kind, root, required_features: vec![], doctest: false }
}

/// The texts of a list.
fn texts(list: Option<&Value>) -> Vec<String> {
    let list = list.and_then(Value::as_array).into_iter().flatten();
    list.filter_map(Value::as_str).map(str::to_owned).collect()
}

impl Written {
    /// Whether it takes a version; of one that is not asked for by a version this is not known.
    pub(super) fn takes(&self, version: &str) -> bool {
        let wanted = self.version.as_deref().and_then(|version| semver::VersionReq::parse(version).ok());
        let version = semver::Version::parse(version).ok();
        wanted.zip(version).is_some_and(|(wanted, version)| wanted.matches(&version))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(folder: &str, text: &str) -> Manifest {
        Manifest { folder: folder.into(), table: text.parse().expect("the text is TOML") }
    }

    #[test]
    fn dependencies_of_all_kinds_are_found() {
        let root =
            manifest("/no/such", "[workspace.dependencies]\nfar = { path = 'x', package = 'own', features = ['a'] }");
        let inner = manifest(
            "/no/such/inner",
            "package.name = 'inner'\ndependencies.plain = '1.2'\nbuild-dependencies.script = { version = '2' }\n\
             [target.'cfg(unix)'.dev-dependencies]\nfar = { workspace = true, features = ['b'] }",
        );
        let found = inner.dependencies(&[(root.folder.as_path(), &root)].into_iter().collect());
        let told: Vec<(&str, &str, bool)> =
            found.iter().map(|it| (it.key.as_str(), it.package.as_str(), it.build)).collect();
        assert_eq!(told, [("plain", "plain", false), ("script", "script", true), ("far", "own", false)]);
        assert_eq!(found[2].path.as_deref(), Some(Path::new("/no/such/x")));
        assert_eq!((&found[2].features[..], found[2].renamed), (&["b".to_owned(), "a".to_owned()][..], true));
        assert!(found[0].takes("1.9.0") && !found[0].takes("2.0.0") && !found[2].takes("1.0.0"));
    }

    #[test]
    fn a_manifest_that_is_no_toml_may_name_a_package_by_a_word() {
        let text = Some("[dependencies\nmy-app = '1'".to_owned());
        let unread = Unread { folder: "/no/such".into(), cause: String::new(), text };
        assert!(unread.may_name("my-app", Path::new("/elsewhere")));
        assert!(!unread.may_name("app", Path::new("/elsewhere")));
    }

    #[test]
    fn all_folders_of_a_manifest_are_found() {
        let text = "dependencies.a = { path = 'a' }\nworkspace.dependencies.b = { path = '../b' }\n\
                    target.'cfg(unix)'.dev-dependencies.c.path = 'c'\npatch.crates-io.d.path = 'd'";
        let found = manifest("/no/such", text);
        let paths = found.paths();
        assert_eq!(paths, ["/no/such/a", "/no/such/c", "/no/such/../b", "/no/such/d"].map(PathBuf::from));
        assert_eq!(found.patched(), [PathBuf::from("/no/such/d")]);
    }
}
