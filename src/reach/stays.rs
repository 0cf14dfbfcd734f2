//! What stays although nothing uses it.
//!
//! In: fields and variants, and in which worlds marking found what. Out: those of which no finding says that they can go.
//! They are there as long as what they are a part of, so what they name has to be there too. This module marks nothing and
//! knows no rule but for what rules never report.

use super::aspects::Aspects;
use super::{Input, Roots, World};
use crate::graph::{DefGraph, EdgeData, EdgeKind, Node};
use crate::model::{DefId, DefKind};
use petgraph::graph::EdgeReference;
use petgraph::visit::EdgeRef;

/// Whether a field or a variant is never said to be dead: it is allowed to be, its name says that it may be unused, or
/// its value does something when it is dropped. The same goes for all that an example is made of.
pub(super) fn stays(input: Input<'_>, aspects: &Aspects, def: DefId) -> bool {
    let facts = input.bindings.defs.get(input.sources, def);
    let quiet = aspects.allowed[def.index()] || aspects.doctest_only[def.index()];
    let silent = quiet || facts.name.starts_with('_');
    match facts.kind {
        DefKind::DocTest => false,
        _ if aspects.in_example[def.index()] => true,
        DefKind::Variant => silent,
        DefKind::Field => silent || !input.bindings.inert.contains(&def),
        _ => false,
    }
}

/// Notes fields and variants of production that only tests use, where they name something that only tests reach: that
/// items are there for tests is said, of parts of a type it is not. Returns whether any is new.
pub(super) fn used_by_tests(input: Input<'_>, aspects: &Aspects, worlds: &[Option<World>], roots: &mut Roots) -> bool {
    let defs = &input.bindings.defs;
    let mut any = false;
    for def in defs.ids() {
        let kind = defs.kind(def);
        let is_part = matches!(kind, DefKind::Field | DefKind::Variant);
        let skip = !is_part || roots.staying[def.index()] || aspects.test_only[def.index()];
        if skip || worlds[def.index()] != Some(World::Test) || !names_test_code(input, worlds, def) {
            continue;
        }
        let Some(holder) = defs.parent(input.sources, def) else { continue };
        let variant = Some(holder).filter(|it| defs.kind(*it) == DefKind::Variant);
        let of = variant.and_then(|variant| defs.parent(input.sources, variant)).unwrap_or(holder);
        if worlds[of.index()] == Some(World::Production) {
            roots.staying[def.index()] = true;
            any = true;
            // A variant that nobody makes goes with its fields.
            if let Some(variant) = variant.filter(|variant| worlds[variant.index()] == Some(World::Test)) {
                roots.staying[variant.index()] = true;
            }
        }
    }
    any
}

/// Whether a part of a type refers to something that only tests reach.
fn names_test_code(input: Input<'_>, worlds: &[Option<World>], def: DefId) -> bool {
    let graph = &input.graph.graph;
    let to_tests = |edge: EdgeReference<'_, EdgeData, u32>| match (edge.weight().kind, graph[edge.target()]) {
        (EdgeKind::Reference, _) => worlds[edge.target().index()] == Some(World::Test),
        (EdgeKind::Part, Node::Def(part)) => names_test_code(input, worlds, part),
        _ => false,
    };
    graph.edges(DefGraph::node(def)).any(to_tests)
}
