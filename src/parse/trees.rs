//! Syntax trees of single files, read again where a rule has to know what something stands in.

use super::load::prologue;
use crate::extract;
use crate::extract::bounds::Bounds;
use crate::extract::outcomes::Dropped;
use crate::extract::sites::Site;
use crate::extract::spans;
use crate::extract::subscriptions::Subscription;
use crate::extract::ways_out::{Asked, WayOut};
use crate::model::FileId;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// A file of an analysis.
#[derive(Clone, Copy)]
pub(crate) struct Of<'t> {
    /// The number of the analysis.
    pub(crate) analysis: u64,
    pub(crate) file: FileId,
    pub(crate) text: &'t str,
}

/// Trees by file; those that do not parse are `None`.
type Trees = FxHashMap<FileId, Option<syn::File>>;

thread_local! {
    /// What this thread read for the analysis of that number, since it forgot the places of what it had read before. Trees do
    /// not leave their thread.
    static TREES: RefCell<((u64, u64), Trees)> = RefCell::default();
}

/// The edits for mentions of fields and variants, by offset, in a file of this text.
pub(crate) fn sites(of: Of<'_>, wanted: &BTreeSet<u32>) -> Vec<Site> {
    with(of, |tree, base| extract::sites::sites(tree, of.text, base, wanted)).unwrap_or_default()
}

/// The calls whose error is dropped, by offset, in a file of this text.
pub(crate) fn outcomes(of: Of<'_>, wanted: &BTreeSet<u32>) -> BTreeMap<u32, Dropped> {
    with(of, |tree, base| extract::outcomes::outcomes(tree, base, wanted)).unwrap_or_default()
}

/// The calls that begin and end subscriptions, in a file of this text; of those in `known` it is said which they do.
pub(crate) fn subscriptions(of: Of<'_>, known: &BTreeMap<u32, bool>) -> Vec<Subscription> {
    with(of, |tree, base| extract::subscriptions::subscriptions(tree, base, known)).unwrap_or_default()
}

/// What the functions of a file of this text say of time, and which calls in `wanted` stay on this machine.
pub(crate) fn bounds(of: Of<'_>, wanted: &BTreeSet<u32>) -> Bounds {
    with(of, |tree, base| extract::bounds::bounds(tree, base, wanted)).unwrap_or_default()
}

/// The connections and tasks that a way out leaves behind, in a file of this text.
pub(crate) fn ways_out(of: Of<'_>, asked: &Asked) -> Vec<WayOut> {
    with(of, |tree, base| extract::ways_out::ways_out(tree, base, asked)).unwrap_or_default()
}

/// Whether each function of a file of this text tells what it does, by the offset of its name.
pub(crate) fn telling(of: Of<'_>) -> BTreeMap<u32, bool> {
    with(of, extract::telling::telling).unwrap_or_default()
}

/// Reads a file, or takes what this thread has of it.
fn with<T>(of: Of<'_>, ask: impl FnOnce(&syn::File, u32) -> T) -> Option<T> {
    let base = prologue(of.text);
    let state = (of.analysis, spans::forgotten());
    TREES.with_borrow_mut(|(known, trees)| {
        if *known != state {
            *known = state;
            trees.clear();
        }
        let read = || syn::parse_str(of.text.get(base..).unwrap_or_default()).ok();
        trees.entry(of.file).or_insert_with(read).as_ref().map(|tree| ask(tree, base as u32))
    })
}
