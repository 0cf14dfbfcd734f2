//! What the manifests of the base lead to outside of the repository.
//!
//! In: the base in a folder that stands for the whole disk. Out: links there, to what lies at these places on the disk: cargo
//! reads the manifests of dependencies by path. It does not know whether they are needed; what is not there is not linked.

use crate::discover::{plain, shown};
use crate::links::symlink;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use toml::Value;
use walkdir::WalkDir;

/// Links what manifests below `top` lead to: it was written from the work tree at `original`, to a place in `disk`.
pub(super) fn link(original: &Path, top: &Path, disk: &Path) {
    let mut places = BTreeSet::new();
    for entry in WalkDir::new(top).into_iter().flatten().filter(|entry| entry.file_name() == "Cargo.toml") {
        let text = fs::read_to_string(entry.path()).unwrap_or_default();
        let (Some(folder), true) = (entry.path().parent(), text.contains("..")) else { continue };
        let mut paths = vec![];
        if let Ok(manifest) = text.parse() {
            collect(&Value::Table(manifest), &mut paths);
        }
        places.extend(paths.into_iter().map(|path| plain(&folder.join(path))));
    }
    // Outer folders come first.
    for place in places.into_iter().filter(|place| place.starts_with(disk) && !place.starts_with(top)) {
        let goal = original.join(shown(&place, top));
        if !place.exists() && goal.is_dir() {
            // What is needed and missing is an error that cargo reports.
            let _ = place.parent().map(fs::create_dir_all);
            let _ = symlink(&goal, &place, true);
        }
    }
}

/// All paths that a manifest speaks of.
fn collect(value: &Value, paths: &mut Vec<String>) {
    match value {
        Value::Table(table) => table.iter().for_each(|(key, value)| match value {
            Value::String(path) if key == "path" => paths.push(path.clone()),
            value => collect(value, paths),
        }),
        Value::Array(list) => list.iter().for_each(|value| collect(value, paths)),
        _ => {}
    }
}
