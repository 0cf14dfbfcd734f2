//! Syntax trees of single files, read again where a rule has to know what something stands in.

use super::load::prologue;
use crate::extract::bounds::{Bounds, bounds};
use crate::extract::outcomes::{Dropped, outcomes};
use crate::extract::sites::{Site, sites};
use crate::extract::subscriptions::{Subscription, subscriptions};
use crate::extract::telling::telling;
use crate::extract::ways_out::{Asked, WayOut, ways_out};
use crate::model::FileId;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Trees of this thread, by file; those that do not parse are `None`.
#[derive(Default)]
pub struct Trees(RefCell<FxHashMap<FileId, Option<syn::File>>>);

impl Trees {
    /// The edits for mentions of fields and variants, by offset, in a file of this text.
    pub fn sites(&self, file: FileId, text: &str, wanted: &BTreeSet<u32>) -> Vec<Site> {
        self.with(file, text, |tree, base| sites(tree, text, base, wanted)).unwrap_or_default()
    }

    /// The calls whose error is dropped, by offset, in a file of this text.
    pub fn outcomes(&self, file: FileId, text: &str, wanted: &BTreeSet<u32>) -> BTreeMap<u32, Dropped> {
        self.with(file, text, |tree, base| outcomes(tree, base, wanted)).unwrap_or_default()
    }

    /// The calls that begin and end subscriptions, in a file of this text; of those in `known` it is said which they do.
    pub fn subscriptions(&self, file: FileId, text: &str, known: &BTreeMap<u32, bool>) -> Vec<Subscription> {
        self.with(file, text, |tree, base| subscriptions(tree, base, known)).unwrap_or_default()
    }

    /// What the functions of a file of this text say of time, and which calls in `wanted` stay on this machine.
    pub fn bounds(&self, file: FileId, text: &str, wanted: &BTreeSet<u32>) -> Bounds {
        self.with(file, text, |tree, base| bounds(tree, base, wanted)).unwrap_or_default()
    }

    /// The connections and tasks that a way out leaves behind, in a file of this text.
    pub fn ways_out(&self, file: FileId, text: &str, asked: &Asked) -> Vec<WayOut> {
        self.with(file, text, |tree, base| ways_out(tree, base, asked)).unwrap_or_default()
    }

    /// Whether each function of a file of this text tells what it does, by the offset of its name.
    pub fn telling(&self, file: FileId, text: &str) -> BTreeMap<u32, bool> {
        self.with(file, text, telling).unwrap_or_default()
    }

    fn with<T>(&self, file: FileId, text: &str, ask: impl FnOnce(&syn::File, u32) -> T) -> Option<T> {
        let base = prologue(text);
        let mut trees = self.0.borrow_mut();
        let tree = trees.entry(file).or_insert_with(|| syn::parse_str(text.get(base..).unwrap_or_default()).ok());
        tree.as_ref().map(|tree| ask(tree, base as u32))
    }
}
