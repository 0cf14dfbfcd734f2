//! The worklist.

use super::Input;
use super::aspects::Aspects;
use super::live::{Keep, Keeper};
use super::roots::{RootReason, Roots};
use crate::facts::DefData;
use crate::graph::{DefGraph, EdgeData, EdgeKind, Node};
use crate::model::{DefId, DefKind, Span};
use crate::resolve::ImplInfo;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;
use std::collections::VecDeque;

/// Which sort of root reaches a definition.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum World {
    /// A root of production.
    Production,
    /// Only roots of tests.
    Test,
}

/// Why a node is live.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cause {
    /// It is a root.
    Root(RootReason),
    /// A live node leads to it.
    From {
        /// That node.
        node: NodeIndex<u32>,
        /// Where the reference stands, in the file of that node; empty where none is written.
        span: Span,
    },
}

type Index = NodeIndex<u32>;

struct Marker<'a> {
    input: Input<'a>,
    aspects: &'a Aspects,
    roots: &'a Roots,
    worlds: Vec<Option<World>>,
    causes: Vec<Option<Cause>>,
    /// Live nodes whose edges are still to be followed: those of known meaning first.
    sure: VecDeque<Index>,
    by_name: VecDeque<Index>,
    world: World,
    /// What waits for a definition to be live.
    waiting: Vec<Vec<(DefId, Cause)>>,
    /// How many needs of each impl are not live yet.
    missing: Vec<usize>,
    impls_by_need: Vec<Vec<usize>>,
    /// Definitions of test builds that production refers to; they wait for the tests.
    deferred: Vec<(DefId, Cause)>,
    /// All that keeps a node.
    keeps: Vec<Keep>,
}

/// What marking found.
pub(super) struct Marks {
    /// Worlds by node.
    pub(super) worlds: Vec<Option<World>>,
    /// Causes by node.
    pub(super) causes: Vec<Option<Cause>>,
    /// All that keeps a node, in the order in which it was found.
    pub(super) keeps: Vec<Keep>,
}

impl Marks {
    /// Takes definitions out that are live in no world; whether that is all, as no other is explained by one of them.
    pub(super) fn take_out(&mut self, unreached: &[bool]) -> bool {
        let gone = |node: Index| unreached.get(node.index()).copied().unwrap_or(false);
        for (node, cause) in self.causes.iter().enumerate() {
            if let Some(Cause::From { node: from, .. }) = cause
                && gone(*from)
                && !gone(Index::new(node))
            {
                return false;
            }
        }
        for def in (0..unreached.len()).filter(|def| unreached[*def]) {
            self.worlds[def] = None;
            self.causes[def] = None;
        }
        true
    }
}

/// Marks all nodes.
pub(super) fn mark(input: Input<'_>, aspects: &Aspects, roots: &Roots) -> Marks {
    let nodes = input.graph.graph.node_count();
    let count = input.bindings.defs.len();
    let mut impls_by_need = vec![vec![]; count];
    for (row, info) in input.bindings.impls.rows.iter().enumerate() {
        for need in &info.needs {
            impls_by_need[need.index()].push(row);
        }
    }
    let mut marker = Marker {
        input,
        aspects,
        roots,
        worlds: vec![None; nodes],
        causes: vec![None; nodes],
        sure: VecDeque::new(),
        by_name: VecDeque::new(),
        world: World::Production,
        waiting: vec![vec![]; count],
        missing: input.bindings.impls.rows.iter().map(|info| info.needs.len()).collect(),
        impls_by_need,
        deferred: vec![],
        keeps: Vec::with_capacity(input.graph.graph.edge_count()),
    };
    for world in [World::Production, World::Test] {
        marker.world = world;
        marker.start(&|reason| reason != RootReason::Neighbour);
        marker.free_impls();
        if world == World::Test {
            marker.examples();
        }
        marker.run();
        // Later, so that what members reach themselves is explained by them.
        marker.start(&|reason| reason == RootReason::Neighbour);
        marker.run();
    }
    // Last, so that what a test reaches is explained by the test.
    for (def, cause) in std::mem::take(&mut marker.deferred) {
        marker.live(def, cause);
    }
    marker.run();
    Marks { worlds: marker.worlds, causes: marker.causes, keeps: marker.keeps }
}

impl Marker<'_> {
    /// Marks the roots of the present world whose reason is wanted.
    fn start(&mut self, wanted: &dyn Fn(RootReason) -> bool) {
        let (roots, world) = (self.roots, self.world);
        for (def, _, reason) in roots.rows.iter().filter(|(_, of, reason)| *of == world && wanted(*reason)) {
            self.keep(DefGraph::node(*def), Keeper::Root(world), None, None);
            self.live(*def, Cause::Root(*reason));
        }
    }

    fn run(&mut self) {
        while let Some(node) = self.sure.pop_front().or_else(|| self.by_name.pop_front()) {
            self.follow(node);
        }
    }

    /// Impls that need nothing of the workspace.
    fn free_impls(&mut self) {
        for row in 0..self.missing.len() {
            if self.missing[row] == 0 {
                let info = &self.input.bindings.impls.rows[row];
                self.keep(DefGraph::node(info.def), Keeper::Needs(row as u32), None, None);
                self.live(info.def, Cause::Root(RootReason::Source));
            }
        }
    }

    /// Examples of what production reaches count from the start of the tests.
    fn examples(&mut self) {
        for def in self.input.bindings.defs.ids() {
            let live = self.worlds[def.index()].is_some();
            if live && self.input.bindings.defs.kind(def) != DefKind::DocTest {
                self.follow_examples(def);
            }
        }
    }

    fn follow_examples(&mut self, def: DefId) {
        let from = DefGraph::node(def);
        let graph = &self.input.graph.graph;
        let found: Vec<Index> = graph
            .edges(from)
            .filter(|edge| edge.weight().kind == EdgeKind::Example)
            .map(|edge| edge.target())
            .collect();
        for target in found {
            if let Node::Def(example) = graph[target]
                && self.runs(example)
            {
                self.keep(target, Keeper::Node(from.index() as u32), None, None);
                self.live(example, Cause::From { node: from, span: Span::default() });
            }
        }
    }

    /// Whether an example is run at all.
    fn runs(&self, example: DefId) -> bool {
        self.aspects.examples_run[self.input.bindings.defs.file(example).index()]
    }

    fn keep(&mut self, node: Index, by: Keeper, with: Option<DefId>, edge: Option<EdgeData>) {
        let (region, span) = edge.map_or((None, Span::default()), |edge| (edge.region, edge.span));
        self.keeps.push(Keep { node: node.index() as u32, by, with, region, span });
    }

    /// Marks a definition.
    fn live(&mut self, def: DefId, cause: Cause) {
        if self.worlds[def.index()].is_some() || !self.aspects.counts(def) || self.aspects.unreached[def.index()] {
            return;
        }
        let test_only = self.aspects.test_only[def.index()] || self.aspects.test_only_trails[def.index()];
        if self.world == World::Production && test_only {
            self.deferred.push((def, cause));
            return;
        }
        self.worlds[def.index()] = Some(self.world);
        self.causes[def.index()] = Some(cause);
        self.sure.push_back(DefGraph::node(def));
    }

    fn follow(&mut self, from: Index) {
        let input = self.input;
        let graph = &input.graph.graph;
        for (target, edge) in graph.edges(from).map(|edge| (edge.target(), *edge.weight())) {
            let cause = Cause::From { node: from, span: edge.span };
            let by = Keeper::Node(from.index() as u32);
            let gate = match (edge.kind, graph[target]) {
                (EdgeKind::Candidate, Node::Def(def)) => self.gate(def),
                _ => None,
            };
            if edge.kind != EdgeKind::Example || self.world == World::Test {
                self.keep(target, by, gate, Some(edge));
            }
            match (edge.kind, graph[target]) {
                (EdgeKind::Example, Node::Def(def)) => {
                    if self.world == World::Test && self.runs(def) {
                        self.live(def, cause);
                    }
                }
                (EdgeKind::Candidate, Node::Def(def)) => self.candidate(def, gate, cause),
                (_, Node::Def(def)) => self.live(def, cause),
                (_, Node::Named(..)) => self.named(target, cause),
            }
        }
        if let Node::Def(def) = graph[from] {
            self.consequences(def);
        }
    }

    fn named(&mut self, node: Index, cause: Cause) {
        if self.worlds[node.index()].is_none() {
            self.worlds[node.index()] = Some(self.world);
            self.causes[node.index()] = Some(cause);
            self.by_name.push_back(node);
        }
    }

    /// Something that a name could mean: a part of a type waits until the type is live.
    fn candidate(&mut self, def: DefId, gate: Option<DefId>, cause: Cause) {
        match gate {
            Some(gate) if self.worlds[gate.index()].is_none() => self.waiting[gate.index()].push((def, cause)),
            _ => self.live(def, cause),
        }
    }

    /// The type that must be live before a part of it can be meant by name.
    fn gate(&self, def: DefId) -> Option<DefId> {
        let defs = &self.input.bindings.defs;
        let parent = defs.parent(self.input.sources, def)?;
        match defs.kind(parent) {
            DefKind::Impl => self.impl_info(parent)?.self_def,
            DefKind::Struct | DefKind::Union | DefKind::Enum => Some(parent),
            DefKind::Variant => defs.parent(self.input.sources, parent),
            _ => None,
        }
    }

    fn impl_info(&self, def: DefId) -> Option<&ImplInfo> {
        self.input.bindings.impls.info(def)
    }

    /// What a definition that has become live brings with it beside its edges.
    fn consequences(&mut self, def: DefId) {
        let from = DefGraph::node(def);
        let cause = Cause::From { node: from, span: Span::default() };
        for (waiting, cause) in std::mem::take(&mut self.waiting[def.index()]) {
            self.live(waiting, cause);
        }
        for row in std::mem::take(&mut self.impls_by_need[def.index()]) {
            self.missing[row] -= 1;
            if self.missing[row] == 0 {
                let block = self.input.bindings.impls.rows[row].def;
                self.keep(DefGraph::node(block), Keeper::Needs(row as u32), None, None);
                self.live(block, cause);
            }
        }
        let input = self.input;
        for child in &input.graph.children[def.index()] {
            if self.roots.open_members[child.index()] || self.roots.staying[child.index()] {
                self.keep(DefGraph::node(*child), Keeper::Node(from.index() as u32), None, None);
                self.live(*child, cause);
            }
        }
        if self.input.bindings.defs.kind(def) == DefKind::Impl {
            self.impl_items(def, cause);
        }
    }

    /// Items of a live trait impl: those of a foreign trait are live, those of a trait of the workspace with the item
    /// that the trait declares.
    fn impl_items(&mut self, def: DefId, cause: Cause) {
        let Some(info) = self.impl_info(def).cloned() else { return };
        let facts = self.input.bindings.defs.get(self.input.sources, def);
        let DefData::Impl(header) = &facts.data else { return };
        let unknown = |attr: &crate::facts::Attr| {
            self.input.catalog.attribute_role(&attr.path) == crate::catalog::AttributeRole::Unknown
        };
        let registered = facts.attrs.others.iter().any(unknown);
        if header.of_trait.is_none() && !registered {
            return;
        }
        for child in self.input.graph.children[def.index()].clone() {
            let name = self.input.bindings.defs.get(self.input.sources, child).name;
            let members = &self.input.bindings.impls.members;
            let declared = match info.of_trait {
                crate::resolve::ImplTrait::Local(of) if !registered => members.own_trait_item(of, name),
                _ => &[],
            };
            let by = Keeper::Node(def.index() as u32);
            if declared.is_empty() {
                self.keep(DefGraph::node(child), by, None, None);
            }
            for item in declared {
                self.keep(DefGraph::node(child), by, Some(*item), None);
            }
            if declared.is_empty() || declared.iter().any(|item| self.worlds[item.index()].is_some()) {
                self.live(child, cause);
            } else {
                declared.iter().for_each(|item| self.waiting[item.index()].push((child, cause)));
            }
        }
    }
}
