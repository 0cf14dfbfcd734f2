//! Audits every workspace below `fixtures/` and compares the findings with the marks in its source, both ways.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "fixtures/fix.rs"]
mod fix;
#[path = "fixtures/marks.rs"]
mod marks;
#[path = "fixtures/oracle.rs"]
mod oracle;
#[path = "fixtures/workspace.rs"]
mod workspace;

use libtest_mimic::{Arguments, Trial};
use std::path::{Path, PathBuf};

fn main() {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut trials = vec![];
    for folder in fixtures(&root) {
        let name = folder.strip_prefix(&root).unwrap_or(&folder).to_string_lossy().into_owned();
        let own = folder.clone();
        trials.push(Trial::test(format!("marks/{name}"), move || workspace::check(&own).map_err(Into::into)));
        if oracle::applies(&folder) {
            let own = folder.clone();
            trials.push(Trial::test(format!("rustc/{name}"), move || oracle::check(&own).map_err(Into::into)));
            trials.push(Trial::test(format!("fix/{name}"), move || fix::check(&folder).map_err(Into::into)));
        }
    }
    trials.extend(marks::self_tests());
    libtest_mimic::run(&arguments, trials).exit();
}

/// Folders with a `Cargo.toml`, down to the second level; deeper ones are parts of a workspace.
fn fixtures(root: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = vec![];
    for first in entries(root) {
        if first.join("Cargo.toml").is_file() {
            found.push(first);
        } else {
            found.extend(entries(&first).into_iter().filter(|folder| folder.join("Cargo.toml").is_file()));
        }
    }
    found.sort();
    found
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
}
