//! A source file of a package that no module tree includes.
//!
//! # Why it matters
//! It is not compiled, so it decays unseen; a search finds it, and a reader takes it for code that runs.
//!
//! # Example
//! ```text
//! src/main.rs        mod ws_v2;
//! src/ws_v1.rs       // unlinked-file: no `mod ws_v1;` anywhere
//! ```
//!
//! # Not reported
//! Files whose name or folder stands in a string of the package (test data, templates, `include!`), files that an
//! unexpanded macro may declare, files outside of the folders that targets have their source in.
//!
//! # How to keep it
//! Declare it, or move it out of the source folder.

use super::Rule;
use crate::audit::Audit;
use crate::finding::{Confidence, Finding, Item, Location, Removal};
use crate::model::PackageId;
use rustc_hash::FxHashSet;
use std::path::Path;

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let linked: FxHashSet<&Path> = audit.input.sources.files.iter().map(|file| file.path.as_path()).collect();
    for (index, files) in audit.disk.iter().enumerate() {
        let package = PackageId::new(index);
        // Most have the path of a file that was read, and need not be looked up.
        for path in files.iter().filter(|path| !linked.contains(path.as_path())) {
            let canonical = path.canonicalize().unwrap_or_else(|_| path.clone());
            if !linked.contains(canonical.as_path()) && in_source_folder(audit, package, path) && !is_named(audit, package, path) {
                out.push(finding(audit, rule, package, path));
            }
        }
    }
}

fn finding(audit: &Audit<'_>, rule: &Rule, package: PackageId, path: &Path) -> Finding {
    let info = &audit.input.workspace.packages[package.index()];
    let shown = path.strip_prefix(&audit.input.workspace.root).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let inner = path.strip_prefix(&info.root).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = std::fs::metadata(path).map_or(0, |about| about.len() as u32);
    let item = Item {
        kind: "file".into(),
        path: format!("{}/{inner}", info.name),
        name,
        package: info.name.clone(),
        visibility: String::new(),
    };
    let location = Location { file: shown.clone(), line: 1, column: 1, end_line: 1, end_column: 1, ..Location::default() };
    let message = format!("no module tree includes `{inner}`");
    let mut finding = rule.finding(item, location, message);
    finding.confidence = Confidence::Likely;
    finding.notes.push("a build script or a tool outside of cargo could still read it".into());
    finding.removal = vec![Removal { file: shown, byte_start: 0, byte_end: bytes, replacement: String::new() }];
    finding
}

/// Whether a file lies where a library or binary of its package has its source.
fn in_source_folder(audit: &Audit<'_>, package: PackageId, path: &Path) -> bool {
    let targets = audit.input.workspace.targets.iter().filter(|target| target.package == package);
    let mut folders = targets.filter(|target| !target.kind.is_test()).filter_map(|target| target.root.parent());
    let root = &audit.input.workspace.packages[package.index()].root;
    folders.any(|folder| folder != root && path.starts_with(folder) && !in_data_folder(folder, path))
}

/// Folders that hold data for tests by custom.
fn in_data_folder(folder: &Path, path: &Path) -> bool {
    let inner = path.strip_prefix(folder).unwrap_or(path);
    inner.parent().into_iter().flat_map(Path::components).any(|part| {
        let part = part.as_os_str().to_string_lossy();
        ["fixtures", "testdata", "test_data", "test-data", "snapshots", "templates", "ui"].contains(&&*part)
    })
}

/// Whether a string, a `mod` in tokens or a missing file of the package could mean this file.
fn is_named(audit: &Audit<'_>, package: PackageId, path: &Path) -> bool {
    let root = &audit.input.workspace.packages[package.index()].root;
    let inner = path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let module = if stem == "mod" { folder } else { stem };
    audit.input.sources.files.iter().filter(|file| file.path.starts_with(root)).any(|file| {
        let hidden = file.facts.hidden_mods.iter().any(|(_, name)| *name == module.as_str());
        let quoted = file.facts.path_literals.iter().any(|literal| {
            let literal = literal.trim_start_matches("./").trim_start_matches("../").trim_end_matches('/');
            let file_name = literal.rsplit('/').next().unwrap_or(literal);
            let same_file = literal.ends_with(".rs") && inner.ends_with(file_name.trim_start_matches('*'));
            same_file || (literal.len() > 3 && inner.starts_with(&format!("{literal}/")) && literal != "src")
        });
        hidden || quoted
    })
}
