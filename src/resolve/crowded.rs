//! Where a program that wrote the code made thousands of traits that declare one name, or thousands of impls of one trait.
//!
//! In: what traits declare, and the signatures of impls in the workspace. Out: of the traits that declare a name those that a type
//! may implement, and of the impls of a trait those that may be for a type, each in the order of all. What is left out is what
//! matching a type against the heads of impls would rule out: one look-up costs what may match instead of what there is, as with
//! the simplified types of rustc (`fast_reject`). It does not know whether bounds hold. Where there are few, nothing is kept.

use super::Context;
use super::numbers;
use super::sig::{ImplSig, Signatures};
use super::traits::behind_pointers;
use super::types::{Head, Type};
use crate::model::{DefId, Name};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// So many are soon gone through.
const FEW: usize = 16;

/// Rows of a list by what a type has to have for them to matter; under `None` those that matter to every type.
type Rows = FxHashMap<Option<Head>, Vec<u32>>;

/// Long lists by what their rows are for.
#[derive(Debug, Default)]
pub(crate) struct Crowded {
    /// By the name of an item: places in the list of traits that declare it.
    traits: FxHashMap<Name, Rows>,
    /// By the key of a list of impls: places in it.
    impls: FxHashMap<(Head, Option<Head>), Rows>,
}

impl Crowded {
    /// Looks through the traits and impls of a workspace.
    pub(super) fn of(cx: &Context<'_>) -> Self {
        let mut crowded = Crowded::default();
        for (key, rows) in cx.own.impls.iter().filter(|(_, rows)| rows.len() > FEW) {
            let all = crowded.impls.entry(key).or_default();
            for (at, row) in rows.iter().enumerate() {
                let arg = row.of.as_ref().and_then(|of| of.args.first());
                let by = if is_reference(key.1) { Some(row.self_ty.peeled()) } else { arg };
                all.entry(by.and_then(told)).or_default().push(at as u32);
            }
        }
        let names: Vec<(Name, &[DefId])> = cx.impls.members.declared_by_more_than(FEW).collect();
        if names.is_empty() {
            return crowded;
        }
        let mut heads: FxHashMap<DefId, Vec<Option<Head>>> = FxHashMap::default();
        for (of, head) in cx.own.impls.keys() {
            if let Head::Own(of) = of {
                heads.entry(of).or_default().push(head);
            }
        }
        for (name, traits) in names {
            let all = crowded.traits.entry(name).or_default();
            for (at, of) in traits.iter().enumerate() {
                // Bounds name the trait, and a derive of its name stands for it.
                let by_name = Head::Ext(cx.defs.get(cx.sources, *of).name);
                let itself = [Some(Head::Own(*of)), Some(by_name)];
                for key in heads.get(of).into_iter().flatten().copied().chain(itself) {
                    let rows = all.entry(key).or_default();
                    if rows.last() != Some(&(at as u32)) {
                        rows.push(at as u32);
                    }
                }
            }
        }
        crowded
    }
}

/// Whether it is the key of impls for references.
fn is_reference(head: Option<Head>) -> bool {
    matches!(head, Some(Head::Ext(sign)) if sign == "&")
}

/// The head by which a type is told from others; `None` for one that may match others as well.
fn told(ty: &Type) -> Option<Head> {
    match ty.head()?.bare() {
        Head::Ext(number) if number == "{integer}" || number == "{float}" => None,
        head => Some(head),
    }
}

/// The rows under some keys, in order and each once.
fn merged<'r>(rows: impl IntoIterator<Item = &'r Vec<u32>>) -> Vec<u32> {
    let mut all: Vec<u32> = rows.into_iter().flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Impls of one list: all, or those at some places.
enum Impls<'s> {
    All(std::slice::Iter<'s, ImplSig>),
    At(&'s [ImplSig], std::vec::IntoIter<u32>),
}

impl<'s> Iterator for Impls<'s> {
    type Item = &'s ImplSig;

    fn next(&mut self) -> Option<&'s ImplSig> {
        match self {
            Impls::All(rows) => rows.next(),
            Impls::At(rows, places) => {
                let rows = *rows;
                places.find_map(|at| rows.get(at as usize))
            }
        }
    }
}

impl Context<'_> {
    /// The traits of the workspace that declare an item of this name, without those that a type surely does not implement.
    pub(crate) fn own_traits_for(&self, ty: &Type, item: Name) -> Cow<'_, [DefId]> {
        let all = self.impls.members.traits_declaring(item);
        let Some(by) = self.crowded.traits.get(&item).filter(|_| !self.may_have_any(ty)) else {
            return Cow::Borrowed(all);
        };
        let rows = merged(self.keys_of(ty).iter().filter_map(|key| by.get(key)));
        Cow::Owned(rows.into_iter().filter_map(|at| all.get(at as usize).copied()).collect())
    }

    /// The same with those of other crates.
    pub(crate) fn traits_for(&self, ty: &Type, item: Name) -> Cow<'_, [Head]> {
        let all = self.traits_with(item);
        let own = match self.own_traits_for(ty, item) {
            Cow::Owned(own) => own,
            Cow::Borrowed(_) => return Cow::Borrowed(all),
        };
        // As in the list of all: in order, each once, those of the workspace first.
        let mut heads: Vec<Head> = own.into_iter().map(Head::Own).collect();
        heads.sort_unstable();
        heads.dedup();
        let others = all.partition_point(|of| matches!(of, Head::Own(_)));
        heads.extend(&all[others..]);
        Cow::Owned(heads)
    }

    /// Whether it is open of a type whether it implements a trait of the workspace, or it implements them all.
    fn may_have_any(&self, ty: &Type) -> bool {
        let is_open = match ty {
            Type::Unknown | Type::Never | Type::Var(_) | Type::Param(_) | Type::Proj(_) => true,
            Type::Ext(path, _) => !self.is_known(*path),
            Type::Bound(refs) => refs.iter().any(|one| self.is_hidden(one.of)),
            _ => false,
        };
        is_open || behind_pointers(ty).head().is_some_and(|head| self.is_hidden(head))
    }

    /// What a trait has to be listed under for a type to implement it.
    fn keys_of(&self, ty: &Type) -> Vec<Option<Head>> {
        let mut keys = vec![None];
        keys.extend(numbers::heads(ty.head().map(Head::bare), |_| false).into_iter().map(Some));
        match ty {
            Type::Bound(refs) => {
                keys.extend(refs.iter().flat_map(|one| self.with_supers(one.of)).map(Some));
            }
            Type::Adt(def, _) => {
                let derives = &self.defs.get(self.sources, *def).attrs.derives;
                keys.extend(derives.iter().filter_map(|path| path.segs.last()).map(|seg| Some(Head::Ext(seg.name))));
            }
            _ => {}
        }
        keys
    }

    /// The impls of a trait that may be for a type, without those that the head of the type, or of the first argument of the
    /// trait where that is given, rules out.
    pub(super) fn impls_by<'s>(
        &self,
        signatures: &'s Signatures,
        of: Head,
        ty: &Type,
        arg: Option<&Type>,
    ) -> impl Iterator<Item = &'s ImplSig> {
        let is_own = std::ptr::eq(signatures, &self.own);
        let bare = of.bare();
        let heads = self.heads_of_impls(signatures, of, ty);
        let rows = heads.filter_map(move |head| Some((head, signatures.impls.get(&(bare, head))?)));
        let by_type = told(ty.peeled());
        let by_arg = arg.and_then(told);
        let picked = move |(head, rows): (Option<Head>, &'s Vec<ImplSig>)| {
            let by = if is_reference(head) { by_type } else { by_arg };
            let crowd = by.filter(|_| is_own).and_then(|_| self.crowded.impls.get(&(bare, head)));
            match crowd {
                Some(crowd) => {
                    Impls::At(rows, merged([crowd.get(&by), crowd.get(&None)].into_iter().flatten()).into_iter())
                }
                None => Impls::All(rows.iter()),
            }
        };
        rows.flat_map(picked).filter(move |row| self.is_impl_of(row, of))
    }
}
