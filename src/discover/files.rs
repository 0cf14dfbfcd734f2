//! Source files on disk.

use super::{Package, Target, TargetKind, Workspace};
use crate::model::{PackageId, TargetId};
use rustc_hash::FxHashSet;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
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
                if is_rust(entry.path()) {
                    files.push(entry.into_path());
                }
            }
            Ok(_) => {}
            Err(error) => notes.push(unreadable(&error, &workspace.root)),
        }
    }
    files
}

/// The files below a folder whose path is wanted: without those of packages inside it, of hidden folders, and of what is built or
/// installed there. Sorted. Links to folders are not followed.
pub fn files_below(workspace: &Workspace, folder: &Path, is_wanted: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let is_installed = |entry: &DirEntry| entry.file_type().is_dir() && entry.file_name() == "node_modules";
    let walk = WalkDir::new(folder).sort_by_file_name().into_iter();
    let walk = walk.filter_entry(|entry| is_inside(entry, folder, workspace) && !is_installed(entry));
    let files = walk.flatten().filter(|entry| !entry.file_type().is_dir()).map(DirEntry::into_path);
    files.filter(|path| is_wanted(path) && path.is_file()).collect()
}

/// The targets of a package, but for tests and the like, among whose source a file surely lies: in the folder of their root, which
/// is not that of the manifest, and there in none that holds data for tests by custom.
pub fn source_targets(workspace: &Workspace, package: PackageId, path: &Path) -> Vec<TargetId> {
    let root = &workspace.packages[package.index()].root;
    targets_around(workspace, package, path, |_, folder| folder != root && !in_data_folder(folder, path))
}

/// The targets of a package, but for tests and the like, among whose source a file that is named somewhere may lie.
pub fn possible_targets(workspace: &Workspace, package: PackageId, path: &Path) -> Vec<TargetId> {
    let root = &workspace.packages[package.index()].root;
    // A build script lies beside the manifest: that makes nothing its source.
    targets_around(workspace, package, path, |target, folder| folder != root || target.kind != TargetKind::BuildScript)
}

fn targets_around(
    workspace: &Workspace,
    package: PackageId,
    path: &Path,
    is_source: impl Fn(&Target, &Path) -> bool,
) -> Vec<TargetId> {
    let holds = |target: &Target| {
        target.package == package
            && !target.kind.is_test()
            && target.root.parent().is_some_and(|folder| path.starts_with(folder) && is_source(target, folder))
    };
    let targets = workspace.targets.iter().enumerate().filter(|(_, target)| holds(target));
    targets.map(|(at, _)| TargetId::new(at)).collect()
}

/// Folders that hold data for tests by custom.
fn in_data_folder(folder: &Path, path: &Path) -> bool {
    let inner = path.strip_prefix(folder).unwrap_or(path);
    inner.parent().into_iter().flat_map(Path::components).any(|part| {
        let part = part.as_os_str().to_string_lossy();
        ["fixtures", "testdata", "test_data", "test-data", "snapshots", "templates", "ui"].contains(&&*part)
    })
}

/// Makes a target of each file in the folders of tests, examples and benchmarks that cargo does not take for one, and of each
/// file of a neighbour. Most of them are modules of the others and drop out again when those are read; the rest may be
/// compiled by a test.
pub(super) fn add_loose_targets(workspace: &mut Workspace) {
    let roots: FxHashSet<PathBuf> = workspace.targets.iter().map(|target| target.root.clone()).collect();
    let members = workspace.members().len();
    for index in 0..workspace.packages.len() {
        let root = workspace.packages[index].root.clone();
        let folders = match workspace.packages[index].neighbour {
            true => vec![root],
            false => ["tests", "examples", "benches"].map(|folder| root.join(folder)).to_vec(),
        };
        for folder in folders {
            // What lies in the folder of a neighbour is the neighbour's.
            let is_other = |other: &Package| other.neighbour && other.root == folder;
            let skipped = index < members && workspace.packages[members..].iter().any(is_other);
            if skipped || !folder.is_dir() {
                continue;
            }
            let walk = WalkDir::new(&folder).sort_by_file_name().into_iter();
            let files: Vec<PathBuf> = walk
                .filter_entry(|entry| is_inside(entry, &folder, workspace))
                .flatten()
                .filter(|entry| entry.file_type().is_file())
                .map(DirEntry::into_path)
                .filter(|path| is_rust(path))
                .filter_map(|path| path.canonicalize().ok())
                .filter(|path| !roots.contains(path))
                .collect();
            workspace.targets.extend(files.into_iter().map(|root| loose(PackageId::new(index), root)));
        }
    }
}

fn loose(package: PackageId, root: PathBuf) -> Target {
    let name = root.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    Target {
        package,
        crate_name: crate::model::name(&name.replace('-', "_")),
        name,
        kind: TargetKind::Loose,
        root,
        required_features: vec![],
        doctest: false,
    }
}

/// A path as it is shown: from the root of the workspace, with `/`, and with `../` where it leads out of that. One that has nothing
/// but the root of the file system in common with it is shown as it is.
pub fn shown(path: &Path, root: &Path) -> String {
    let text = |path: &Path| path.to_string_lossy().replace('\\', "/");
    let mut up = String::new();
    for folder in root.ancestors() {
        let is_top = folder.has_root() && folder.parent().is_none();
        if let (Ok(inner), false) = (path.strip_prefix(folder), is_top && !up.is_empty()) {
            return up + &text(inner);
        }
        up.push_str("../");
    }
    text(path)
}

/// A path without `.` and `..`: what stands before one need not be there.
pub fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => _ = plain.pop(),
            part => plain.push(part),
        }
    }
    plain
}

fn unreadable(error: &walkdir::Error, root: &Path) -> String {
    let path = shown(error.path().unwrap_or(Path::new("?")), root);
    let cause = error.io_error().map_or_else(|| "is a loop of links".to_owned(), ToString::to_string);
    format!("{path}: cannot be read: {cause}")
}

pub(super) fn is_inside(entry: &DirEntry, root: &Path, workspace: &Workspace) -> bool {
    if !entry.file_type().is_dir() || entry.path() == root {
        return true;
    }
    let build_output = entry.path() == workspace.target_dir || entry.path().join("CACHEDIR.TAG").exists();
    !is_never_source(entry.file_name()) && !build_output && !entry.path().join("Cargo.toml").exists()
}

/// Whether a file is Rust by its name.
pub(crate) fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

/// Whether a folder of this name holds no source: a hidden one, and the usual one to build in.
pub(crate) fn is_never_source(folder: &OsStr) -> bool {
    folder == "target" || folder.to_str().is_some_and(|name| name.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_shown_from_the_root() {
        let of = |path: &str| shown(Path::new(path), Path::new("/repository/tests/client"));
        assert_eq!(of("/repository/tests/client/src/lib.rs"), "src/lib.rs");
        assert_eq!(of("/repository/tests/server/Cargo.toml"), "../server/Cargo.toml");
        assert_eq!(of("/repository/Cargo.toml"), "../../Cargo.toml");
        assert_eq!(of("/elsewhere/lib.rs"), "/elsewhere/lib.rs");
        assert_eq!(shown(Path::new("tests/server/a.rs"), Path::new("tests/client/")), "../server/a.rs");
        assert_eq!(shown(Path::new("README.md"), Path::new("tests/client/")), "../../README.md");
        assert_eq!(shown(Path::new("a/b.rs"), Path::new("")), "a/b.rs");
    }
}
