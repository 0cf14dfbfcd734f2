//! Source files on disk.

use super::Workspace;
use crate::model::PackageId;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The `.rs` files in the folder of a package: without those of packages inside it, of hidden folders and of
/// `target`. Sorted. Folders that cannot be read are named in `notes`. Links to folders are not followed.
pub fn package_files(workspace: &Workspace, package: PackageId, notes: &mut Vec<String>) -> Vec<PathBuf> {
    let root = &workspace.packages[package.index()].root;
    let walk = WalkDir::new(root).sort_by_file_name().into_iter();
    let mut files = vec![];
    for entry in walk.filter_entry(|entry| is_inside(entry, root, workspace)) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                if entry.path().extension().is_some_and(|extension| extension == "rs") {
                    files.push(entry.into_path());
                }
            }
            Ok(_) => {}
            Err(error) => notes.push(unreadable(&error, &workspace.root)),
        }
    }
    files
}

fn unreadable(error: &walkdir::Error, root: &Path) -> String {
    let path = error.path().unwrap_or(Path::new("?"));
    let path = path.strip_prefix(root).unwrap_or(path).display();
    let cause = error.io_error().map_or_else(|| "is a loop of links".to_owned(), ToString::to_string);
    format!("{path}: cannot be read: {cause}")
}

fn is_inside(entry: &DirEntry, root: &Path, workspace: &Workspace) -> bool {
    if !entry.file_type().is_dir() || entry.path() == root {
        return true;
    }
    let hidden = entry.file_name().to_str().is_some_and(|name| name.starts_with('.'));
    let build_output = entry.path() == workspace.target_dir || entry.path().join("CACHEDIR.TAG").exists();
    !hidden && !build_output && entry.file_name() != "target" && !entry.path().join("Cargo.toml").exists()
}
