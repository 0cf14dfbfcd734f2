//! Impls of traits under names that other crates gave them: `impl serde::ser::StdError for Error`.
//!
//! In: the paths of foreign traits in impls. Out: whether such an impl is of a trait that was asked for. A crate is asked what
//! a path stands for only where the new name holds the old one: it would have to be read for every impl otherwise.

use super::Context;
use super::forms::Answer;
use super::sig::Signatures;
use super::traits::Holds;
use super::types::{Head, Type};
use crate::model::Name;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

/// Other names of a trait, by the signatures that have the impls and the path of the trait.
type OtherNames = FxHashMap<(*const Signatures, Name), Rc<[Name]>>;

thread_local! {
    /// What this thread found in the analysis of that number. Few traits are asked for, and each for many types.
    static REMEMBERED: RefCell<(u64, OtherNames)> = RefCell::default();
}

impl Context<'_> {
    /// Whether a type implements a trait that the impl has under another name.
    pub(super) fn implements_renamed(&self, ty: &Type, of: Head) -> Answer {
        let mut best = Answer::from(Holds::No);
        let Head::Ext(path) = of else { return best };
        for signatures in self.signatures([super::traits::behind_pointers(ty).head(), None]) {
            for &renamed in &*self.other_names(signatures, path) {
                let rows = self.impls_by(signatures, Head::Ext(renamed), ty, None);
                rows.for_each(|row| best.add(&self.fit(row, ty, &[]), row));
            }
        }
        best
    }

    /// The names other than its own that impls have for a trait.
    fn other_names(&self, signatures: &Signatures, path: Name) -> Rc<[Name]> {
        let key = (std::ptr::from_ref(signatures), path);
        let analysis = self.modules.sealed;
        let known = REMEMBERED.with_borrow_mut(|(about, remembered)| {
            if *about != analysis || !self.ready {
                *about = analysis;
                remembered.clear();
            }
            remembered.get(&key).cloned()
        });
        known.unwrap_or_else(|| {
            let last = super::prelude::last(path);
            let is_other = |renamed: &Name| {
                let name = super::prelude::last_name(*renamed);
                name != last && name.contains(last) && self.canonical(*renamed) == path
            };
            let found: Rc<[Name]> = signatures.foreign_traits.keys().filter(is_other).collect();
            REMEMBERED.with_borrow_mut(|(_, remembered)| remembered.insert(key, Rc::clone(&found)));
            found
        })
    }
}
