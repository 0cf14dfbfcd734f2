//! Linchpins: the one reference that keeps a region alive.
//!
//! In: all that keeps a node. Out: for each definition what dominates it ([`super::dominators`]), and with it the regions
//! that one reference holds. Where something needs two others, either of them counts as a way to it: what is said to be
//! freed by a cut surely is, and sometimes more would be.

use super::live::Keeper;
use super::{Input, Reach, dominators};
use crate::graph::Node;
use crate::model::{DefId, Span};
use petgraph::graph::NodeIndex;

/// What dominates what.
pub struct Linchpins {
    /// The nearest node on every way to a node; the root for what several ways lead to.
    nearest: Vec<Option<u32>>,
    /// Definitions and names that a node alone leads to.
    below: Vec<Vec<u32>>,
    /// How many nodes go with each, itself included; 0 for what nothing leads to.
    sizes: Vec<u32>,
    root: u32,
}

/// The reference that keeps a region alive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Linchpin {
    /// In the text of this definition.
    pub from: DefId,
    /// What it refers to.
    pub to: DefId,
    /// Where it stands, in the file of `from`; empty where nothing is written.
    pub span: Span,
}

/// Finds the dominators of all live nodes.
pub fn linchpins(input: Input<'_>, reach: &Reach) -> Linchpins {
    let nodes = input.graph.graph.node_count();
    let root = nodes as u32;
    let mut edges: Vec<(u32, u32)> = Vec::with_capacity(reach.keeps.len());
    for keep in &reach.keeps {
        match keep.by {
            Keeper::Root(_) => edges.push((root, keep.node)),
            Keeper::Node(by) => edges.push((by, keep.node)),
            Keeper::Needs(row) => {
                let needs = &input.bindings.impls.rows[row as usize].needs;
                if needs.is_empty() {
                    edges.push((root, keep.node));
                }
                edges.extend(needs.iter().map(|need| (need.0, keep.node)));
            }
        }
    }
    let mut nearest = dominators::nearest(nodes + 1, &edges, root);
    nearest.truncate(nodes);
    let mut below = vec![vec![]; nodes + 1];
    for (node, above) in nearest.iter().enumerate() {
        if let Some(above) = above {
            below[*above as usize].push(node as u32);
        }
    }
    let sizes = sizes(&below, nodes);
    Linchpins { nearest, below, sizes, root }
}

/// How many nodes each dominates: those below a node are counted before it is.
fn sizes(below: &[Vec<u32>], root: usize) -> Vec<u32> {
    let mut order = vec![root as u32];
    let mut at = 0;
    while let Some(node) = order.get(at) {
        order.extend(&below[*node as usize]);
        at += 1;
    }
    let mut sizes = vec![0; below.len()];
    for node in order.iter().rev() {
        let inner: u32 = below[*node as usize].iter().map(|inner| sizes[*inner as usize]).sum();
        sizes[*node as usize] = inner + 1;
    }
    sizes
}

impl Linchpins {
    /// How many definitions and names die with a definition, itself included; 0 for what is dead.
    pub fn size(&self, def: DefId) -> usize {
        self.sizes[def.index()] as usize
    }

    /// The definitions that die with a definition, itself first.
    pub fn region(&self, input: Input<'_>, def: DefId) -> Vec<DefId> {
        let mut found = vec![];
        let mut work = vec![def.0];
        while let Some(node) = work.pop() {
            if let Node::Def(def) = input.graph.graph[NodeIndex::new(node as usize)] {
                found.push(def);
            }
            work.extend(&self.below[node as usize]);
        }
        found
    }

    /// The one reference that keeps a definition and all that depends on it, if it is only one.
    pub fn of(&self, input: Input<'_>, reach: &Reach, def: DefId) -> Option<Linchpin> {
        let above = self.nearest[def.index()].filter(|above| *above != self.root)?;
        let Node::Def(from) = input.graph.graph[NodeIndex::new(above as usize)] else { return None };
        let inside: rustc_hash::FxHashSet<u32> = self.region(input, def).into_iter().map(|def| def.0).collect();
        let mut entries = reach.graph_edges(input, def).filter(|(by, _)| !inside.contains(by));
        let (by, span) = entries.next()?;
        (entries.next().is_none() && by == from.0).then_some(Linchpin { from, to: def, span })
    }
}

impl Reach {
    /// The live nodes that lead to a definition, with the place of the reference.
    fn graph_edges<'a>(&'a self, input: Input<'a>, def: DefId) -> impl Iterator<Item = (u32, Span)> + 'a {
        use petgraph::visit::EdgeRef;
        let edges = input.graph.graph.edges_directed(crate::graph::DefGraph::node(def), petgraph::Direction::Incoming);
        edges.filter_map(move |edge| {
            let by = edge.source().index();
            let lives = self.worlds[by].is_some() && edge.weight().kind != crate::graph::EdgeKind::Holder;
            lives.then_some((by as u32, edge.weight().span))
        })
    }
}
