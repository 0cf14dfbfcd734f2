//! Trails: why a definition is live, step by step from a root.

use super::marks::Cause;
use super::{Input, Reach, RootReason};
use crate::graph::{DefGraph, Node};
use crate::model::{Certainty, DefId, Span};

/// One step of a trail.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Step {
    /// The definition.
    pub def: DefId,
    /// Where it refers to the next step, in its own file; `None` on the last step and where nothing is written.
    pub span: Option<Span>,
    /// Whether the reference to it was resolved or is only by name.
    pub certainty: Certainty,
}

/// The trail that marking found to a live definition: resolved references before those by name, roots of production
/// before those of tests. The root comes first.
pub fn trail(input: Input<'_>, reach: &Reach, def: DefId) -> Option<(RootReason, Vec<Step>)> {
    let mut steps = vec![];
    let mut at = DefGraph::node(def);
    let mut next_span: Option<Span> = None;
    let mut by_name;
    let mut reason = None;
    // A cause always points to a node that was live before, so this ends; the bound is for a broken graph.
    for _ in 0..input.graph.graph.node_count() {
        let cause = reach.causes[at.index()]?;
        match input.graph.graph[at] {
            Node::Def(def) => {
                let certainty = match cause {
                    Cause::From { node, .. } if matches!(input.graph.graph[node], Node::Named(..)) => Certainty::ByName,
                    _ => Certainty::Exact,
                };
                steps.push(Step { def, span: next_span.filter(|span| *span != Span::default()), certainty });
                by_name = false;
            }
            Node::Named(..) => by_name = true,
        }
        match cause {
            Cause::Root(why) => {
                reason = Some(why);
                break;
            }
            Cause::From { node, span } => {
                // Through a name, the place is that of the reference to the name.
                if !by_name || matches!(input.graph.graph[node], Node::Def(_)) {
                    next_span = Some(span);
                }
                at = node;
            }
        }
    }
    steps.reverse();
    reason.map(|reason| (reason, steps))
}
