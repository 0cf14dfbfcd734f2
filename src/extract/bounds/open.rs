//! A function while it is read: its variables, and what becomes of the futures in them.
//!
//! In: what the walk over its body meets, in order. Out: what it says of time, with the futures that it hands on. It knows no
//! scopes: a variable is its name.

use super::FnBounds;
use crate::model::Span;
use std::collections::BTreeSet;

/// What waits for a future that it is given.
const WAITING: [&str; 7] = ["block_on", "spawn", "spawn_local", "join", "join_all", "try_join", "try_join_all"];

/// A local variable.
pub(super) struct Local {
    /// Its name.
    pub(super) name: String,
    /// What it is set to.
    pub(super) value: Span,
    /// Whether that speaks of this machine.
    pub(super) near: bool,
    /// The call asked about whose future it holds.
    pub(super) of: Option<u32>,
}

/// A function that is read now.
#[derive(Default)]
pub(super) struct Open {
    /// What it says of time so far.
    pub(super) bounds: FnBounds,
    /// Its variables.
    pub(super) locals: Vec<Local>,
    /// Variables that it waits for.
    pub(super) awaited: BTreeSet<String>,
    /// Variables that it gives away, and the names of what takes them.
    pub(super) given: Vec<(String, String)>,
}

impl Open {
    /// What it says, once it is read.
    pub(super) fn finish(mut self) -> FnBounds {
        let pending = self.locals.iter().filter_map(|local| {
            let given = self.given.iter().filter(|(name, _)| *name == local.name);
            let into: Vec<String> = given.map(|(_, taker)| taker.clone()).collect();
            let taken = into.iter().any(|taker| WAITING.contains(&taker.as_str()));
            let waits = taken || self.awaited.contains(&local.name);
            let of = local.of.filter(|_| self.bounds.is_async && !waits)?;
            Some((of, into))
        });
        self.bounds.pending = pending.collect();
        self.bounds
    }
}
