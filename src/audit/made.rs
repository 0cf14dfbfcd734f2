//! Questions about what macros make: which word of a call names it, and whether a call can go as a whole.

use super::Audit;
use crate::facts::{Def, Expr};
use crate::model::{DefId, DefKind, FileId, Name, Span};
use std::collections::{BTreeMap, BTreeSet};

impl Audit<'_> {
    /// The macro whose call makes a definition under a name that is a word of the call.
    pub fn named_in_call(&self, def: DefId) -> Option<Name> {
        self.def(def).made.as_ref().filter(|made| made.named).map(|made| made.by)
    }

    /// Of definitions that one word of a call names, the one that stands for all: a type before a module before others.
    /// None of them does if anything that the word names is live. What is written stays.
    pub fn one_for_each_word(&self, dead: Vec<DefId>) -> Vec<DefId> {
        let mut by_word: BTreeMap<(FileId, Span), DefId> = BTreeMap::new();
        for def in dead.iter().copied().filter(|def| self.named_in_call(*def).is_some()) {
            let standing = by_word.entry(self.word(def)).or_insert(def);
            if rank(self.def(def).kind) < rank(self.def(*standing).kind) {
                *standing = def;
            }
        }
        let files: BTreeSet<FileId> = by_word.keys().map(|(file, _)| *file).collect();
        for file in files {
            let rows = self.input.sources.files[file.index()].facts.defs.iter().zip(0..);
            for (row, at) in rows.filter(|(row, _)| row.made.as_ref().is_some_and(|made| made.named)) {
                if !self.reach.is_dead(self.input.bindings.defs.id(file, at)) {
                    by_word.remove(&(file, row.name_span));
                }
            }
        }
        let stands = |def: &DefId| self.named_in_call(*def).is_none() || by_word.get(&self.word(*def)) == Some(def);
        dead.into_iter().filter(stands).collect()
    }

    fn word(&self, def: DefId) -> (FileId, Span) {
        (self.input.bindings.defs.file(def), self.def(def).name_span)
    }

    /// What is taken out to take out one definition: with it all that the same call makes, if all of that is dead.
    pub fn removed_with(&self, def: DefId) -> BTreeSet<DefId> {
        let alone = BTreeSet::from([def]);
        let Some(call) = self.def(def).made.as_ref().and_then(|made| made.call) else { return alone };
        let of_call: Vec<DefId> = self.of_call(self.input.bindings.defs.file(def), call).collect();
        if !of_call.iter().all(|it| self.reach.is_dead(*it) || is_expanded_call(self.def(*it))) {
            return alone;
        }
        let is_part = |it: &DefId| self.parent(*it).is_some_and(|holder| self.def(holder).made.is_some());
        of_call.into_iter().filter(|it| !is_part(it) && self.def(*it).kind != DefKind::Anonymous).chain([def]).collect()
    }

    /// Of definitions that are to go, those that a macro makes together with something that would stay.
    pub fn half_made(&self, gone: &BTreeSet<DefId>) -> BTreeSet<DefId> {
        let mut known: BTreeMap<(FileId, Option<Span>), bool> = BTreeMap::new();
        let half = |def: &DefId| {
            let Some(made) = &self.def(*def).made else { return false };
            let (file, call) = (self.input.bindings.defs.file(*def), made.call);
            let goes = || call.is_some_and(|call| self.goes_whole(file, call, gone));
            !*known.entry((file, call)).or_insert_with(goes)
        };
        gone.iter().copied().filter(half).collect()
    }

    /// Whether all that a call makes is gone, by itself or with what holds it.
    fn goes_whole(&self, file: FileId, call: Span, gone: &BTreeSet<DefId>) -> bool {
        let goes = |def: DefId| {
            let mut holders = std::iter::successors(Some(def), |holder| self.parent(*holder));
            is_expanded_call(self.def(def)) || holders.any(|holder| gone.contains(&holder))
        };
        self.of_call(file, call).all(goes)
    }

    /// All that a call makes.
    fn of_call(&self, file: FileId, call: Span) -> impl Iterator<Item = DefId> {
        let rows = self.input.sources.files[file.index()].facts.defs.iter().zip(0..);
        let by_call = move |row: &Def| row.made.as_ref().is_some_and(|made| made.call == Some(call));
        rows.filter(move |(row, _)| by_call(row)).map(move |(_, row)| self.input.bindings.defs.id(file, row))
    }
}

fn rank(kind: DefKind) -> u8 {
    match kind {
        kind if kind.is_adt() => 0,
        DefKind::Trait | DefKind::TypeAlias => 1,
        DefKind::Module => 2,
        _ => 3,
    }
}

/// A call within what a call becomes: what it becomes in turn are definitions of their own.
fn is_expanded_call(def: &Def) -> bool {
    let expanded = |expr: &Expr| matches!(expr, Expr::Macro(call) if call.expanded);
    def.kind == DefKind::Anonymous && def.body.as_ref().is_none_or(|body| body.exprs.iter().all(expanded))
}
