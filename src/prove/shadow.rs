//! A copy of the workspace to try removals in.
//!
//! In: the workspace. Out: a folder below its target folder in which the same packages build; it goes when it is
//! dropped. Files share their storage with the originals where the file system can do so without either seeing the
//! other's changes; large files that are no source may be hard links. Nothing of the user's is ever written to.

use crate::discover::Workspace;
use crate::links::symlink;
use anyhow::{Context, Result};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// From this size on a file that is no source is linked: a build script does not rewrite it, and copying takes long.
const LARGE: u64 = 256 << 10;

/// A copy of a workspace.
#[derive(Debug)]
pub struct Shadow {
    /// The folder that holds it.
    folder: PathBuf,
    /// The root of the copied workspace.
    pub root: PathBuf,
    /// Held so that one run at a time works in the folder.
    _lock: File,
}

impl Shadow {
    /// Copies a workspace to a folder below its target folder.
    ///
    /// # Errors
    /// Something cannot be read or written.
    pub fn make(workspace: &Workspace) -> Result<Shadow> {
        let home = workspace.target_dir.join("vestige");
        fs::create_dir_all(&home).with_context(|| format!("cannot make {}", home.display()))?;
        // Cargo and others know by this tag that the folder holds nothing of worth.
        let tag = "Signature: 8a477f597d28d172789f06886806bc55\n# made by cargo-vestige\n";
        fs::write(home.join("CACHEDIR.TAG"), tag).with_context(|| format!("cannot write in {}", home.display()))?;
        let lock = File::create(home.join("lock")).context("cannot make the lock file")?;
        lock.lock().context("cannot wait for another run")?;
        let folder = home.join("shadow");
        clear(&folder)?;
        let base = base(workspace);
        let inside = workspace.root.strip_prefix(&base).unwrap_or(Path::new(""));
        let root = folder.join(inside);
        fs::create_dir_all(&root).with_context(|| format!("cannot make {}", root.display()))?;
        let shadow = Shadow { folder, root, _lock: lock };
        shadow.link_surroundings(&base, inside, workspace);
        copy(&workspace.root, &shadow.root, workspace)?;
        Ok(shadow)
    }

    /// Replaces a file of the copy, or takes it out.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&self, file: &str, text: Option<&str>) -> Result<()> {
        let path = self.root.join(file);
        // The file may share its storage with the user's: it is never written in place.
        match fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => text.map_or(Ok(()), |text| {
                path.parent().map_or(Ok(()), fs::create_dir_all)?;
                fs::write(&path, text)
            }),
        }
        .with_context(|| format!("cannot write {}", path.display()))
    }

    /// The text of a file of the copy; `None` if it is not there.
    pub fn read(&self, file: &str) -> Option<String> {
        fs::read_to_string(self.root.join(file)).ok()
    }

    /// Links what lies beside the workspace, up to the folder that holds all that its packages refer to.
    fn link_surroundings(&self, base: &Path, inside: &Path, workspace: &Workspace) {
        let mut from = base.to_owned();
        let mut to = self.folder.clone();
        for part in inside.components() {
            for entry in fs::read_dir(&from).into_iter().flatten().flatten() {
                let name = entry.file_name();
                let path = entry.path();
                if name != part.as_os_str() && name != ".git" && !workspace.target_dir.starts_with(&path) {
                    // What is needed and missing is an error that the compiler reports.
                    let _ = symlink(&path, &to.join(&name), path.is_dir());
                }
            }
            from.push(part);
            to.push(part);
        }
    }
}

impl Drop for Shadow {
    fn drop(&mut self) {
        // The next run clears it, should this fail.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn clear(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot clear {}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// The folder that holds the workspace and all that it refers to by relative paths: the repository, dependencies by path.
fn base(workspace: &Workspace) -> PathBuf {
    let is_repository = |folder: &&Path| folder.join(".git").exists();
    let mut base = workspace.root.ancestors().find(is_repository).unwrap_or(&workspace.root).to_owned();
    let paths = workspace.members().iter().flat_map(|package| &package.dependencies).filter_map(|it| it.path.as_ref());
    for path in paths {
        while !path.starts_with(&base) && base.pop() {}
    }
    base
}

/// Copies a folder, less what is built, what git keeps, and caches.
fn copy(from: &Path, to: &Path, workspace: &Workspace) -> Result<()> {
    let kept = |entry: &walkdir::DirEntry| {
        let path = entry.path();
        let skipped = entry.file_name() == ".git"
            || path == workspace.target_dir
            || (entry.file_type().is_dir() && path != from && path.join("CACHEDIR.TAG").is_file());
        !skipped
    };
    for entry in walkdir::WalkDir::new(from).min_depth(1).into_iter().filter_entry(kept) {
        // What cannot be read now cannot be compiled either; the compiler says so.
        let Ok(entry) = entry else { continue };
        let Ok(inside) = entry.path().strip_prefix(from) else { continue };
        let target = to.join(inside);
        let copied = if entry.file_type().is_dir() {
            fs::create_dir_all(&target)
        } else if entry.file_type().is_symlink() {
            copy_link(entry.path(), &target, from)
        } else if entry.file_type().is_file() {
            copy_file(entry.path(), &target)
        } else {
            Ok(())
        };
        match copied {
            Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {}
            copied => copied.with_context(|| format!("cannot copy {}", entry.path().display()))?,
        }
    }
    Ok(())
}

/// A link inside the workspace stays one inside the copy; one that leads out leads to where it led.
fn copy_link(from: &Path, to: &Path, root: &Path) -> std::io::Result<()> {
    let written = fs::read_link(from)?;
    let Ok(goal) = from.canonicalize() else { return Ok(()) };
    let inside = goal.starts_with(root) && written.is_relative();
    symlink(if inside { &written } else { &goal }, to, goal.is_dir())
}

fn copy_file(from: &Path, to: &Path) -> std::io::Result<()> {
    let about = from.metadata()?;
    let source = from.extension().is_some_and(|it| it == "rs" || it == "toml" || it == "lock");
    if reflink_copy::reflink(from, to).is_err() {
        let linked = about.len() >= LARGE && !source && fs::hard_link(from, to).is_ok();
        if linked {
            return Ok(());
        }
        // The copy is new: what an earlier run built from a changed file of this name must not count as fresh.
        fs::copy(from, to)?;
    }
    Ok(())
}
