//! A package with what is known of it by construction, and the verdicts about it. It knows neither who made the package
//! nor who judges it.

use super::predicates::{Features, Pred, Set, all_hold};
use std::collections::BTreeMap;
use std::path::Path;

/// For each set of features that a build can have, whether each item is live.
pub type Verdicts = BTreeMap<Set, Vec<bool>>;

/// Something that can be dead.
#[derive(Debug, Clone)]
pub struct Item {
    pub name: String,
    /// The file, from the root of the package.
    pub file: String,
    /// The first byte of its name.
    pub at: usize,
    /// It exists where all of these hold.
    pub when: Vec<Pred>,
    /// The type that it is part of; it comes before.
    pub owner: Option<usize>,
}

/// A package: its files, and the items in them.
#[derive(Debug, Clone)]
pub struct Package {
    pub features: Features,
    /// Paths and texts, the manifest first.
    pub files: Vec<(String, String)>,
    pub items: Vec<Item>,
}

impl Package {
    pub fn exists(&self, item: usize, set: Set) -> bool {
        all_hold(&self.items[item].when, set)
    }

    /// The item whose name begins at a place.
    pub fn item_at(&self, file: &str, at: usize) -> Option<usize> {
        self.items.iter().position(|item| item.file == file && item.at == at)
    }

    /// Puts the files on disk.
    pub fn write(&self, root: &Path) {
        for (path, text) in &self.files {
            let path = root.join(path);
            std::fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("its folder");
            std::fs::write(path, text).expect("the file is writable");
        }
    }

    /// All files, for a message.
    pub fn shown(&self) -> String {
        self.files.iter().map(|(path, text)| format!("--- {path}\n{text}\n")).collect()
    }
}
