//! Syntax trees of single files, read again where a removal has to know what a mention stands in.

use super::load::prologue;
use crate::extract::sites::{Site, sites};
use crate::model::FileId;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// Trees of this thread, by file; those that do not parse are `None`.
#[derive(Default)]
pub struct Trees(RefCell<FxHashMap<FileId, Option<syn::File>>>);

impl Trees {
    /// The edits for mentions of fields and variants, by offset, in a file of this text.
    pub fn sites(&self, file: FileId, text: &str, wanted: &BTreeSet<u32>) -> Vec<Site> {
        let base = prologue(text);
        let mut trees = self.0.borrow_mut();
        let tree = trees.entry(file).or_insert_with(|| syn::parse_str(text.get(base..).unwrap_or_default()).ok());
        tree.as_ref().map(|tree| sites(tree, text, base as u32, wanted)).unwrap_or_default()
    }
}
