//! What parsing one state of a workspace lends to parsing another one that differs little from it.
//!
//! In: files as they were first read, and the macros that were known then. Out: what a file of the other state says, where
//! it has the same path, the same text and the same macros to call: exactly what reading it there would give. Which state is
//! the older one it does not know.

use super::load::{LoadedFiles, shown_path};
use super::own_macros::{Defining, Macros, Plain, Table, words};
use crate::facts::Facts;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::Path;
use std::sync::Arc;

/// What one state of a workspace lends to another one.
pub struct Lent {
    /// Files that were read without a problem, by their path from the root.
    files: FxHashMap<String, Read>,
    /// Files that define macros, in the same way; also such that no target mounts.
    defining: FxHashMap<String, Defining>,
    table: Table,
}

/// What a file is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReadAs {
    /// Rust.
    Code,
    /// Documentation, of which the examples count.
    Documentation,
    /// Mere words, because there is a problem: it has to be told wherever it is met.
    Words,
}

/// A file as it was read before anything was known of the macros that files turn out to define.
struct Read {
    text: String,
    facts: Arc<Facts>,
    plain: Plain,
    read_as: ReadAs,
    /// The folder of its package.
    package: Option<String>,
}

impl Lent {
    /// What can be lent of loaded files and of the macros that they were read with.
    pub(super) fn of(loaded: &LoadedFiles, macros: &Macros, root: &Path) -> Self {
        let sound = loaded.files.iter().filter(|(_, file)| file.read_as != ReadAs::Words);
        let read = sound.map(|(path, file)| {
            let (facts, plain) = (Arc::clone(&file.facts), file.plain.clone());
            let package = macros.package_of(path, root);
            let read = Read { text: file.text.clone(), facts, plain, read_as: file.read_as, package };
            (shown_path(path, root), read)
        });
        Lent { files: read.collect(), defining: macros.defining(), table: macros.table(root) }
    }

    /// The macros that a file of this text defines.
    pub(super) fn defining(&self, shown: &str, text: &str) -> Option<&Defining> {
        self.defining.get(shown).filter(|defining| defining.text == text)
    }
}

/// What another state lends, as far as it may be taken over.
pub(super) struct Borrowed<'a> {
    lent: &'a Lent,
    macros: &'a Macros,
    root: &'a Path,
    /// Words that may have another meaning here; `None` if that cannot be told by words.
    differing: Option<FxHashSet<&'static str>>,
}

impl<'a> Borrowed<'a> {
    /// Holds the macros of this state against those of the other.
    pub(super) fn new(lent: &'a Lent, macros: &'a Macros, root: &'a Path) -> Self {
        Borrowed { lent, macros, root, differing: macros.table(root).differing(&lent.table) }
    }

    /// What a file of this text says; `None` if it has to be read.
    pub(super) fn file(&self, path: &Path, shown: &str, text: &str, read_as: ReadAs) -> Option<(Arc<Facts>, Plain)> {
        let read = self.lent.files.get(shown)?;
        let differing = self.differing.as_ref()?;
        let same = read.text == text && read.read_as == read_as;
        let in_package = || read.package == self.macros.package_of(path, self.root);
        let means_other = || !differing.is_empty() && words(text).any(|word| differing.contains(word));
        (same && in_package() && !means_other()).then(|| (Arc::clone(&read.facts), read.plain.clone()))
    }
}
