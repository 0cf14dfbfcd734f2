//! Files of members that another package compiles as its own: `#[path = "../../app/src/x.rs"] mod x;`, `include!`.
//!
//! In: the folder of a package that depends on no member, and who owns which folder. Out: yes or no. A text in quotes that
//! leads up and to a file of a member counts, whatever it is for: the sources are not parsed.

use crate::discover::Workspace;
use crate::discover::files::{is_inside, is_rust, plain};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Whether a source of the package in a folder names a file of a member. `owner` says of the folder of a package whether it
/// is a member's.
pub(super) fn any(folder: &Path, workspace: &Workspace, owner: &dyn Fn(&Path) -> Option<bool>) -> bool {
    let walk = WalkDir::new(folder).into_iter().filter_entry(|entry| is_inside(entry, folder, workspace));
    let mut sources = walk.flatten().map(DirEntry::into_path).filter(|path| is_rust(path));
    sources.any(|path| {
        let bytes = std::fs::read(&path).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let leads_up = |quoted: &&str| quoted.contains("..") && quoted.ends_with(".rs") && !quoted.contains('\n');
        let mut named = text.split('"').filter(leads_up);
        named.any(|quoted| meant(folder, &path, quoted).iter().any(|file| is_of_member(file, owner)))
    })
}

/// The files that a text in a source may mean: from its folder, from that of the modules in it, and behind
/// `env!("CARGO_MANIFEST_DIR")` from that of the manifest.
fn meant(folder: &Path, source: &Path, quoted: &str) -> Vec<PathBuf> {
    let relative = quoted.trim_start_matches('/');
    let beside = source.parent().unwrap_or(folder);
    let inside = source.with_extension("");
    let starts = [beside.to_owned(), beside.join("module"), inside.join("module"), inside, folder.to_owned()];
    starts.iter().filter_map(|start| plain(&start.join(relative)).canonicalize().ok()).collect()
}

/// Whether the nearest package around a file is a member.
fn is_of_member(file: &Path, owner: &dyn Fn(&Path) -> Option<bool>) -> bool {
    file.is_file() && file.ancestors().skip(1).find_map(owner) == Some(true)
}
