//! Writes many files as one: killed at any moment, each file is whole, and the next run finishes.
//!
//! All new texts are first written to one journal, which appears as a whole or not at all. Then each file is replaced by
//! renaming. As long as the journal is there, the change is not finished.

use super::Change;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What is to be written.
#[derive(Debug, Serialize, Deserialize)]
pub struct Journal {
    /// The root of the workspace.
    root: PathBuf,
    changes: Vec<Entry>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    file: String,
    /// What the file was, by a hash of it.
    before: String,
    /// What it shall be; `None` if it goes.
    after: Option<String>,
}

/// The file of the journal in the folder where cargo builds.
pub fn place(target_dir: &Path) -> PathBuf {
    target_dir.join("vestige").join("fix.json")
}

impl Journal {
    /// Notes down changes, so that they will be finished whatever happens.
    ///
    /// # Errors
    /// The journal cannot be written; nothing is changed then.
    pub fn write(path: &Path, root: &Path, changes: &[Change]) -> Result<Journal> {
        let entry = |change: &Change| Entry {
            file: change.file.clone(),
            before: crate::finding::stable_id(&[&change.before]),
            after: change.after.clone(),
        };
        let journal = Journal { root: root.to_owned(), changes: changes.iter().map(entry).collect() };
        let text = serde_json::to_vec(&journal)?;
        replace(path, &text, None).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(journal)
    }

    /// The journal of a run that did not finish.
    pub fn read(path: &Path) -> Option<Journal> {
        serde_json::from_slice(&fs::read(path).ok()?).ok()
    }

    /// Makes the changes and takes the journal away; returns the files that somebody else has changed, which are left
    /// as they are.
    ///
    /// # Errors
    /// A file cannot be written; the journal stays.
    pub fn finish(&self, path: &Path) -> Result<Vec<String>> {
        let mut foreign = vec![];
        for entry in &self.changes {
            let file = self.root.join(&entry.file);
            let now = fs::read_to_string(&file).ok();
            if now == entry.after {
                continue;
            }
            if now.as_deref().map(|text| crate::finding::stable_id(&[text])).as_ref() != Some(&entry.before) {
                foreign.push(entry.file.clone());
                continue;
            }
            match &entry.after {
                Some(text) => replace(&file, text.as_bytes(), path.parent()),
                None => delete(&file),
            }
            .with_context(|| format!("cannot write {}", file.display()))?;
        }
        fs::remove_file(path).with_context(|| format!("cannot remove {}", path.display()))?;
        Ok(foreign)
    }
}

/// Replaces a file as a whole; where it is a link, the file it leads to. The new one is made in the folder `spare`, where
/// nobody minds it if it stays behind.
fn replace(path: &Path, text: &[u8], spare: Option<&Path>) -> std::io::Result<()> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    match made(&path, text, spare.unwrap_or(folder))?.persist(&path) {
        Err(error) if error.error.kind() == std::io::ErrorKind::CrossesDevices => {
            made(&path, text, folder)?.persist(&path)?;
        }
        done => drop(done?),
    }
    Ok(())
}

fn made(path: &Path, text: &[u8], folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let mut new = tempfile::Builder::new().prefix(".vestige-").tempfile_in(folder)?;
    new.write_all(text)?;
    if let Ok(about) = fs::metadata(path) {
        new.as_file().set_permissions(about.permissions())?;
    }
    new.as_file().sync_all()?;
    Ok(new)
}

/// Removes a file, and its folder if that is empty then.
fn delete(path: &Path) -> std::io::Result<()> {
    fs::remove_file(path)?;
    if let Some(folder) = path.parent() {
        // It fails where something is left in it, which is right.
        let _ = fs::remove_dir(folder);
    }
    Ok(())
}
