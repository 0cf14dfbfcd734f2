//! What closures read of every definition that they meet, side by side.
//!
//! In: all definitions and edges. Out: [`Signatures`], so that a closure, which is followed for each body, reads no facts and
//! no other edges for what it can have here.

use super::super::{Context, Edge, Goal, Why};
use crate::model::DefId;
use std::ops::Range;

/// What signatures name, and what may be added to definitions.
pub(super) struct Signatures {
    /// What the signatures of all definitions name, one after the other.
    goals: Vec<(Goal, Why)>,
    /// Where those of a definition end; they begin where those of the one before end.
    ends: Vec<u32>,
    /// Whether something that is not known may add to what a definition says.
    pub(super) gains: Vec<bool>,
    /// Whether derives make methods of a type that hand out what its members have.
    pub(super) hands_out: Vec<bool>,
    /// Whether derives may make associated types for a type, of what their attributes name.
    pub(super) associates: Vec<bool>,
}

impl Signatures {
    pub(super) fn new(cx: &Context<'_>, edges: &[Edge], ranges: &[Range<usize>]) -> Self {
        let mut all = Signatures { goals: vec![], ends: vec![], gains: vec![], hands_out: vec![], associates: vec![] };
        for def in cx.defs.ids() {
            let start = all.goals.len();
            for edge in edges[ranges[def.index()].clone()].iter().filter(|edge| edge.in_signature) {
                let named = (edge.to, edge.why);
                if !all.goals[start..].contains(&named) {
                    all.goals.push(named);
                }
            }
            all.ends.push(all.goals.len() as u32);
            let attrs = &cx.defs.get(cx.sources, def).attrs;
            all.gains.push(super::tables::may_gain(cx.catalog, attrs));
            let derives = || attrs.derives.iter().filter_map(|path| path.segs.last());
            all.hands_out.push(derives().any(|seg| cx.catalog.derive_hands_out(&seg.name)));
            all.associates.push(derives().any(|seg| cx.catalog.derive_is_unknown(&seg.name)));
        }
        all
    }

    /// What the signature of a definition names, each once.
    pub(super) fn of(&self, def: DefId) -> &[(Goal, Why)] {
        let start = def.index().checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.goals[start as usize..self.ends[def.index()] as usize]
    }
}
