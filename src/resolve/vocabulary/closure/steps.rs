//! What single definitions lead to, told once and taken by all closures.
//!
//! In: a definition. Out: its [`Step`]. It does not know the names in the text of a body: members of types are met by the closure.

use super::super::super::paths::Kinds;
use super::super::tables::Tables;
use super::Closure;
use crate::model::{DefId, DefKind, Name};

/// What a definition leads to, whatever body comes by it.
pub(in super::super) struct Step {
    /// Definitions.
    meets: Vec<DefId>,
    /// Names of which all types and traits that have them count.
    words: Vec<Name>,
    /// Whether it leads anywhere.
    open: bool,
    /// Whether code that procedural macros of the workspace write may change it.
    procedural: bool,
    /// Whether it is a type or a trait.
    is_type: bool,
}

impl<'a> Closure<'a> {
    /// Follows what a definition leads to.
    pub(super) fn take(&mut self, def: DefId) {
        let step = self.tables.step(def);
        self.open |= step.open;
        for met in &step.meets {
            self.meet(*met);
        }
        for word in &step.words {
            self.types_of(*word);
        }
        if step.procedural {
            self.written_by_macros();
        }
        if step.is_type {
            self.types.insert(def);
            self.members(def);
        }
    }

    /// What a definition leads to in any body.
    pub(in super::super) fn step(tables: &'a Tables<'a>, def: DefId) -> Step {
        let mut one = Closure { is_step: true, ..Closure::new(tables) };
        one.follow(def);
        one.work.sort_unstable();
        one.work.dedup();
        let mut words: Vec<Name> = one.words.into_iter().map(|(word, _)| word).collect();
        words.sort_unstable();
        let is_type = tables.cx.kind(def).is_adt() || tables.cx.kind(def) == DefKind::Trait;
        Step { meets: one.work, words, open: one.open, procedural: one.procedural, is_type }
    }
}
