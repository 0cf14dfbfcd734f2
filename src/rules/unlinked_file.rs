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
//! Files whose name or folder stands in a string of the package (test data, templates, `include!`, what a build script or a
//! procedural macro declares, a folder that a build script lists), files that an unexpanded macro may declare, files outside of
//! the folders that targets have their source in. All that the words of files could mean that are named so counts as used, unless
//! only their text is taken (`include_str!`).
//!
//! # How to keep it
//! Declare it, or move it out of the source folder.

use super::Rule;
use crate::audit::Audit;
use crate::discover::source_targets;
use crate::finding::{Confidence, Finding, Item, Location, Removal};
use crate::model::PackageId;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let sources = audit.input.sources;
    let read = sources.files.iter().map(|file| &file.path);
    let linked: FxHashSet<&Path> = read.chain(&sources.named).map(PathBuf::as_path).collect();
    for (index, files) in audit.disk.iter().enumerate() {
        let package = PackageId::new(index);
        // Most have the path of a file that was read, and need not be looked up.
        for path in files.iter().filter(|path| !linked.contains(path.as_path())) {
            let canonical = path.canonicalize().unwrap_or_else(|_| path.clone());
            let is_source = || !source_targets(audit.input.workspace, package, path).is_empty();
            if !linked.contains(canonical.as_path()) && is_source() {
                out.push(finding(audit, rule, package, path));
            }
        }
    }
}

fn finding(audit: &Audit<'_>, rule: &Rule, package: PackageId, path: &Path) -> Finding {
    let info = &audit.input.workspace.packages[package.index()];
    let shown = crate::discover::shown(path, &audit.input.workspace.root);
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
    let location =
        Location { file: shown.clone(), line: 1, column: 1, end_line: 1, end_column: 1, ..Location::default() };
    let message = format!("no module tree includes `{inner}`");
    let mut finding = rule.finding(item, location, message);
    finding.confidence = Confidence::Likely;
    finding.notes.push("a build script or a tool outside of cargo could still read it".into());
    finding.removal = vec![Removal { file: shown, byte_start: 0, byte_end: bytes, replacement: String::new() }];
    finding
}
