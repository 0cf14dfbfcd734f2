//! Reading ahead: files are read while it is still being found out what the workspace is.
//!
//! In: a folder. Out: the texts of the source files below it, and what those of them say that define macros or seem to
//! call none by rules, as far as there was time. Whether a file belongs to a package it does not know: one that belongs to
//! none was read for nothing. Nor does it know which macros of dependencies there are: who takes what was read asks that.

use super::load::{lock, parse, read};
use super::own_macros::{definitions, may_call};
use crate::catalog::Catalog;
use crate::discover::{is_never_source, is_rust};
use crate::extract::OwnMacros;
use crate::facts::Facts;
use crate::model::Name;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use walkdir::{DirEntry, WalkDir};

/// What was read ahead, by path.
#[derive(Default)]
pub struct Ahead(Mutex<FxHashMap<PathBuf, Early>>);

/// A file that was read before others.
pub(super) struct Early {
    pub(super) text: String,
    /// What it says where no macro is known, of the workspace or of a dependency, if it was parsed.
    pub(super) plain: Option<Arc<Facts>>,
}

impl Early {
    /// Reads the text of a file; `None` if there is a problem.
    pub(super) fn text_of(path: &Path) -> Option<Self> {
        // Who needs the file reads it again and tells the problem.
        let (text, problem) = read(path, "");
        problem.is_none().then_some(Early { text, plain: None })
    }

    pub(super) fn may_define_macros(&self) -> bool {
        self.text.contains("macro_rules")
    }
}

impl Ahead {
    /// Reads files below a folder, which has no symbolic links in its path, until it is enough: first those that define
    /// macros, then those that seem to call none by rules; of both the longest first, for which others would wait in the
    /// end.
    pub fn read(folder: &Path, catalog: &Catalog, is_enough: &(dyn Fn() -> bool + Sync)) -> Self {
        let read = files(folder, is_enough).into_par_iter().filter(|_| !is_enough());
        let mut all: Vec<(PathBuf, Early)> =
            read.filter_map(|path| Early::text_of(&path).map(|early| (path, early))).collect();
        all.sort_by_cached_key(|(_, early)| (!early.may_define_macros(), std::cmp::Reverse(early.text.len())));
        let first_other = all.partition_point(|(_, early)| early.may_define_macros());
        let (defining, others) = all.split_at_mut(first_other);
        let parsed = |early: &Early| parse(&early.text, "", catalog, &OwnMacros::default()).ok().map(Arc::new);
        defining.par_iter_mut().filter(|_| !is_enough()).for_each(|(_, early)| early.plain = parsed(early));
        let plain = defining.iter().filter_map(|(_, early)| early.plain.as_ref());
        let own: FxHashSet<Name> = plain.flat_map(|facts| definitions(facts)).map(|def| def.name).collect();
        others
            .par_iter_mut()
            .filter(|(_, early)| !is_enough() && !may_call(&early.text, &own, catalog))
            .for_each(|(_, early)| early.plain = parsed(early));
        Ahead(Mutex::new(all.into_iter().collect()))
    }

    /// What was read of a file; once.
    pub(super) fn take(&self, path: &Path) -> Option<Early> {
        lock(&self.0).remove(path)
    }
}

/// The source files below a folder, as far as there is time to list them.
fn files(folder: &Path, is_enough: &(dyn Fn() -> bool + Sync)) -> Vec<PathBuf> {
    let holds_source = |entry: &DirEntry| {
        let name = entry.file_name();
        let is_other = is_never_source(name) || name == "node_modules";
        entry.depth() == 0 || !is_other
    };
    let walk = WalkDir::new(folder).into_iter().filter_entry(holds_source);
    let files = walk.take_while(|_| !is_enough()).flatten().filter(|entry| entry.file_type().is_file());
    files.map(DirEntry::into_path).filter(|path| is_rust(path)).collect()
}
