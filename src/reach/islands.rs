//! Islands: dead definitions that only refer to each other.

use super::{Input, Reach};
use crate::graph::{DefGraph, Node};
use crate::model::DefId;
use petgraph::unionfind::UnionFind;
use petgraph::visit::EdgeRef;

/// For each definition, the first definition of its island; live ones are islands of their own.
pub fn islands(input: Input<'_>, reach: &Reach) -> Vec<DefId> {
    let count = input.bindings.defs.len();
    let mut sets: UnionFind<u32> = UnionFind::new(count);
    let counts = |def: &DefId| reach.is_dead(*def) && reach.aspects.counts(*def);
    for def in input.bindings.defs.ids().filter(counts) {
        for edge in input.graph.graph.edges(DefGraph::node(def)) {
            if let Node::Def(to) = input.graph.graph[edge.target()]
                && reach.is_dead(to)
                && edge.weight().kind == crate::graph::EdgeKind::Reference
            {
                sets.union(def.0, to.0);
            }
        }
        if let Some(parent) = input.bindings.defs.parent(input.sources, def).filter(|parent| reach.is_dead(*parent)) {
            sets.union(def.0, parent.0);
        }
    }
    let labels = sets.into_labeling();
    let mut first: Vec<Option<DefId>> = vec![None; count];
    input
        .bindings
        .defs
        .ids()
        .map(|def| {
            let label = labels[def.index()] as usize;
            *first[label].get_or_insert(def)
        })
        .collect()
}
