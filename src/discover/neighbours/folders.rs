//! Folders with a manifest: below the root of a workspace, and around it.
//!
//! In: where to look. Out: the folders that have a `Cargo.toml`, sorted. Hidden folders, and those that something is built or
//! installed in, are not looked into. What the manifests say is not known here.

use crate::discover::{Workspace, files};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Around a workspace no more folders than these are looked into: nobody has a repository of more that is one of Rust.
const MOST_AROUND: usize = 20_000;

/// What is looked for, and what was found.
struct Search<'w> {
    /// Where cargo builds.
    target_dir: &'w Path,
    /// Where it begins: these are looked into whatever they hold.
    starts: Vec<&'w Path>,
    /// What is left out.
    without: Vec<&'w Path>,
    /// Other repositories are left out too.
    one_repository: bool,
    /// No more than so many folders are looked into.
    most: usize,
    seen: AtomicUsize,
    found: Mutex<Vec<PathBuf>>,
}

/// The folders below the root, and below members elsewhere.
pub(super) fn below(workspace: &Workspace) -> Vec<PathBuf> {
    let outside = workspace.packages.iter().map(|package| package.root.as_path());
    let outside = outside.filter(|root| !root.starts_with(&workspace.root));
    let starts = std::iter::once(workspace.root.as_path()).chain(outside).collect();
    let search = Search::new(workspace, starts, vec![], false, usize::MAX);
    search.run().unwrap_or_default()
}

/// The folders below `top`, other repositories in it excepted, and without those that [`below`] finds; `without` is the root of the
/// workspace that this one is a copy of. `None` if there are too many to look.
pub(super) fn around(workspace: &Workspace, top: &Path, without: &Path) -> Option<Vec<PathBuf>> {
    let own = workspace.packages.iter().map(|package| package.root.as_path());
    let without = own.chain([workspace.root.as_path(), without]).collect();
    Search::new(workspace, vec![top], without, true, MOST_AROUND).run()
}

/// Whether a folder holds what was built or installed, or is hidden.
pub(super) fn is_made(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| files::is_never_source(name) || name == "node_modules")
        || folder.join("CACHEDIR.TAG").is_file()
}

impl<'w> Search<'w> {
    fn new(
        workspace: &'w Workspace,
        starts: Vec<&'w Path>,
        without: Vec<&'w Path>,
        one_repository: bool,
        most: usize,
    ) -> Self {
        let (seen, found) = (AtomicUsize::new(0), Mutex::new(vec![]));
        Search { target_dir: &workspace.target_dir, starts, without, one_repository, most, seen, found }
    }

    fn run(self) -> Option<Vec<PathBuf>> {
        rayon::scope(|scope| self.starts.iter().for_each(|start| self.look(scope, start.to_path_buf())));
        let is_too_large = self.seen.into_inner() > self.most;
        let mut found = self.found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        found.sort();
        found.dedup();
        (!is_too_large).then_some(found)
    }

    /// Looks into a folder, and starts a task for each in it. Each is listed once, and nothing else is asked of the disk.
    fn look<'s>(&'s self, scope: &rayon::Scope<'s>, folder: PathBuf) {
        if self.seen.fetch_add(1, Ordering::Relaxed) >= self.most {
            return;
        }
        let is_start = self.starts.contains(&folder.as_path());
        let (mut inner, mut has_manifest) = (vec![], false);
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let file_name = entry.file_name();
            if !is_start && (file_name == "CACHEDIR.TAG" || self.one_repository && file_name == ".git") {
                return;
            }
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                let path = entry.path();
                let is_made = files::is_never_source(&file_name) || file_name == "node_modules";
                if !is_made && path != self.target_dir && !self.without.contains(&path.as_path()) {
                    inner.push(path);
                }
            } else {
                has_manifest |= file_name == "Cargo.toml";
            }
        }
        // A link that leads nowhere is no manifest.
        if has_manifest && folder.join("Cargo.toml").is_file() {
            self.found.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(folder);
        }
        for folder in inner {
            scope.spawn(move |scope| self.look(scope, folder));
        }
    }
}
