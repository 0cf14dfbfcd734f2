//! What keeps definitions that macros make.
//!
//! In: a definition with the call that makes it. Out: whether it is live for being made, lives with what holds it, or
//! lives by its uses as what is written does. What an expanded call makes is known to the word, so what the call names is
//! like written code. What the macro itself names nobody can take out of the call: it stays with what it is part of, and a
//! part of nothing stays for good. What one word of a call names goes together, so one of it that is live keeps the others.
//! This module does not know what is live.

use super::Input;
use crate::facts::{Def, DefData};
use crate::model::{DefId, DefKind, FileId, Span};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// How a definition that a macro makes is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kept {
    /// For being made.
    Always,
    /// Where what holds it is live.
    WithHolder,
    /// By what uses it, or by the laws of impls.
    ByUse,
}

/// What keeps a definition that a macro makes.
pub(super) fn kept(input: Input<'_>, def: DefId) -> Kept {
    let defs = &input.bindings.defs;
    let facts = defs.get(input.sources, def);
    let Some(made) = &facts.made else { return Kept::Always };
    let holder = defs.parent(input.sources, def).map(|holder| defs.get(input.sources, holder));
    let holder = holder.filter(|holder| holder.made.is_some() && holder.kind != DefKind::Module);
    match holder {
        _ if facts.kind == DefKind::Impl || made.named => Kept::ByUse,
        Some(holder) if is_trait_impl(holder) => Kept::ByUse,
        Some(_) => Kept::WithHolder,
        None => Kept::Always,
    }
}

/// What words of calls name, where a word names several things.
#[derive(Debug, Default)]
pub struct Words {
    rows: Vec<Vec<DefId>>,
    row_of: FxHashMap<DefId, usize>,
}

impl Words {
    /// Collects them. Impls live by laws of their own.
    pub(super) fn collect(input: Input<'_>) -> Words {
        let mut by_word: BTreeMap<(FileId, Span), Vec<DefId>> = BTreeMap::new();
        for def in input.bindings.defs.ids() {
            let facts = input.bindings.defs.get(input.sources, def);
            if facts.kind != DefKind::Impl && facts.made.as_ref().is_some_and(|made| made.named) {
                by_word.entry((input.bindings.defs.file(def), facts.name_span)).or_default().push(def);
            }
        }
        let mut words = Words::default();
        for row in by_word.into_values().filter(|row| row.len() > 1) {
            let number = words.rows.len();
            words.row_of.extend(row.iter().map(|def| (*def, number)));
            words.rows.push(row);
        }
        words
    }

    /// All that the word which names a definition names, itself included.
    pub(super) fn with(&self, def: DefId) -> &[DefId] {
        match self.row_of.get(&def) {
            Some(row) => &self.rows[*row],
            None => &[],
        }
    }
}

fn is_trait_impl(def: &Def) -> bool {
    matches!(&def.data, DefData::Impl(header) if header.of_trait.is_some())
}
