//! Live conditions: in which configurations some root reaches a definition.
//!
//! In: what marking found to keep what, and presence conditions. Out: a formula for each node, the least ones that satisfy:
//! a definition is live where it exists and something that is live there refers to it. An impl needs all that its header
//! is about; what is meant by name needs the type it belongs to.

use super::formulas::Formula;
use super::presence::{Presence, cfg_test, tests};
use super::{Input, World};
use crate::graph::Node;
use crate::model::{DefId, Span};
use petgraph::graph::NodeIndex;
use std::collections::VecDeque;

/// Who keeps a definition.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keeper {
    /// It is a root.
    Root(World),
    /// A node.
    Node(u32),
    /// The needs of an impl, all of them; the row of the impl.
    Needs(u32),
}

/// One way in which a node is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Keep {
    /// What is kept.
    pub node: u32,
    /// By what.
    pub by: Keeper,
    /// Only where this is live too.
    pub with: Option<DefId>,
    /// The region of the file of the keeper that the reference stands in.
    pub region: Option<u32>,
    /// Where the reference stands, in that file; empty where none is written.
    pub span: Span,
}

/// Solves for the live condition of each node.
pub fn solve(input: Input<'_>, presence: &mut Presence, keeps: &[Keep]) -> Vec<Formula> {
    let nodes = input.graph.graph.node_count();
    let (starts, order) = dependents(input, keeps, nodes);
    let mut solve = Solve {
        input,
        presence,
        live: vec![Formula::NEVER; nodes],
        done: vec![],
        open: VecDeque::new(),
        queued: vec![false; nodes],
    };
    for keep in keeps {
        if let Keeper::Root(_) = keep.by {
            solve.apply(keep);
        }
        if let Keeper::Needs(row) = keep.by
            && input.bindings.impls.rows[row as usize].needs.is_empty()
        {
            solve.apply(keep);
        }
    }
    while let Some(node) = solve.done.pop().or_else(|| solve.open.pop_front()) {
        let node = node as usize;
        solve.queued[node] = false;
        for keep in &order[starts[node] as usize..starts[node + 1] as usize] {
            solve.apply(&keeps[*keep as usize]);
        }
    }
    solve.live
}

/// For each node the rows of `keeps` that depend on it.
pub(super) fn dependents(input: Input<'_>, keeps: &[Keep], nodes: usize) -> (Vec<u32>, Vec<u32>) {
    let each = |keep: &Keep, found: &mut dyn FnMut(usize)| {
        match keep.by {
            Keeper::Root(_) => {}
            Keeper::Node(node) => found(node as usize),
            Keeper::Needs(row) => {
                input.bindings.impls.rows[row as usize].needs.iter().for_each(|need| found(need.index()));
            }
        }
        if let Some(with) = keep.with {
            found(with.index());
        }
    };
    let mut starts = vec![0_u32; nodes + 1];
    for keep in keeps {
        each(keep, &mut |node| starts[node + 1] += 1);
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut next = starts.clone();
    let mut order = vec![0; starts[nodes] as usize];
    for (row, keep) in keeps.iter().enumerate() {
        each(keep, &mut |node| {
            order[next[node] as usize] = row as u32;
            next[node] += 1;
        });
    }
    (starts, order)
}

struct Solve<'a, 'p> {
    input: Input<'a>,
    presence: &'p mut Presence,
    live: Vec<Formula>,
    /// Nodes to follow whose formula is final.
    done: Vec<u32>,
    /// Nodes to follow whose formula may grow.
    open: VecDeque<u32>,
    queued: Vec<bool>,
}

impl Solve<'_, '_> {
    fn apply(&mut self, keep: &Keep) {
        let node = keep.node as usize;
        let known = self.live[node];
        let exists = self.exists(keep.node);
        if known == Formula::ALWAYS || known == exists {
            return;
        }
        let mut when = match keep.by {
            Keeper::Root(World::Production) => Formula::ALWAYS,
            Keeper::Root(World::Test) => self.presence.formulas.literal(tests(), true),
            Keeper::Node(by) => self.reference(by, keep),
            Keeper::Needs(row) => {
                let needs = &self.input.bindings.impls.rows[row as usize].needs;
                needs.iter().fold(Formula::ALWAYS, |all, need| self.presence.formulas.and(all, self.live[need.index()]))
            }
        };
        if let Some(with) = keep.with {
            when = self.presence.formulas.and(when, self.live[with.index()]);
        }
        when = self.presence.formulas.and(when, exists);
        let joined = self.presence.formulas.or(known, when);
        if joined != known {
            self.live[node] = joined;
            // What holds wherever it exists is followed first: it will not be followed again.
            if joined == exists {
                self.done.push(keep.node);
            } else if !std::mem::replace(&mut self.queued[node], true) {
                self.open.push_back(keep.node);
            }
        }
    }

    /// When what stands in a node is live where it refers to another.
    fn reference(&mut self, by: u32, keep: &Keep) -> Formula {
        let mut when = self.live[by as usize];
        let Node::Def(from) = self.input.graph.graph[NodeIndex::new(by as usize)] else { return when };
        if let Some(row) = keep.region {
            let region = self.presence.of_region(self.input, from, row);
            when = self.presence.formulas.and(when, region);
        }
        if when == Formula::ALWAYS || when == Formula::NEVER {
            return when;
        }
        // A crate whose unit tests are built may be built for something that they use as well, without them.
        let crosses = match self.input.graph.graph[NodeIndex::new(keep.node as usize)] {
            Node::Def(to) => {
                let packages = &self.input.bindings.packages_of;
                let defs = &self.input.bindings.defs;
                packages[defs.file(from).index()] != packages[defs.file(to).index()]
            }
            Node::Named(..) => true,
        };
        if crosses { self.presence.formulas.without(when, cfg_test()) } else { when }
    }

    fn exists(&self, node: u32) -> Formula {
        match self.input.graph.graph[NodeIndex::new(node as usize)] {
            Node::Def(def) => self.presence.of_def[def.index()],
            Node::Named(..) => Formula::ALWAYS,
        }
    }
}
