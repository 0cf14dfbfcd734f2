//! What keeps definitions that macros make.
//!
//! In: a definition with the call that makes it. Out: whether it is live for being made, lives with what holds it, or
//! lives by its uses as what is written does. What an expanded call makes is known to the word, so what the call names is
//! like written code. What the macro itself names nobody can take out of the call: it stays with what it is part of, and a
//! part of nothing stays for good. This module does not know what is live.

use super::Input;
use crate::facts::{Def, DefData};
use crate::model::{DefId, DefKind};

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

fn is_trait_impl(def: &Def) -> bool {
    matches!(&def.data, DefData::Impl(header) if header.of_trait.is_some())
}
