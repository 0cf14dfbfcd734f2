//! Impls of traits under names that other crates gave them: `impl serde::ser::StdError for Error`.
//!
//! In: the paths of foreign traits in impls. Out: whether such an impl is of a trait that was asked for. A crate is asked what
//! a path stands for only where the new name holds the old one: it would have to be read for every impl otherwise.

use super::Context;
use super::sig::ImplSig;
use super::traits::Holds;
use super::types::{Head, Type};

impl Context<'_> {
    /// Whether a type implements a trait that the impl has under another name.
    pub(super) fn implements_renamed(&self, ty: &Type, of: Head) -> Holds {
        let (Head::Ext(path), Some(head)) = (of, ty.head()) else { return Holds::No };
        let last = super::prelude::last(path);
        let mut best = Holds::No;
        for signatures in self.signatures([Some(head), None]) {
            for renamed in signatures.foreign_traits.keys() {
                let name = super::prelude::last_name(renamed);
                if name == last || !name.contains(last) || self.canonical(renamed) != path {
                    continue;
                }
                let rows = signatures.impls.get(&(Head::Ext(name), Some(head.bare()))).into_iter().flatten();
                let is_it = |row: &&ImplSig| row.of.as_ref().is_some_and(|one| one.of == Head::Ext(renamed));
                best = rows.filter(is_it).fold(best, |best, row| best.max(self.fits(row, ty).0));
            }
        }
        best
    }
}
