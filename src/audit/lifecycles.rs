//! Questions about what happens to connections in time: a second look at single files, and who calls whom.

use super::Audit;
use crate::connect::Place;
use crate::extract::bounds::Bounds;
use crate::extract::subscriptions::{Subscription, may_end};
use crate::extract::ways_out::{Asked, WayOut};
use crate::graph::{DefGraph, EdgeKind, Node};
use crate::model::{DefId, DefKind, FileId};
use crate::parse::trees;
use crate::reach::World;
use crate::resolve::ImplTrait;
use petgraph::visit::EdgeRef;
use std::collections::{BTreeMap, BTreeSet};

/// Parts of the names of packages and folders whose code serves tests, examples and measurements.
const SCAFFOLDS: [&str; 7] = ["test", "tests", "testing", "example", "examples", "bench", "benches"];

impl Audit<'_> {
    /// Whether production runs a definition that somebody wrote, in no package for tests, examples or measurements.
    pub fn is_at_work(&self, def: DefId) -> bool {
        let lives = self.reach.world(def) == Some(World::Production) && !self.is_test_code(def);
        let is_scaffold = |text: &str| text.split(['-', '_', '/']).any(|part| SCAFFOLDS.contains(&part));
        lives && self.is_written(def) && !is_scaffold(self.package(def)) && !is_scaffold(&self.file(def).shown)
    }

    /// The places that production runs, by file.
    pub fn places_at_work(&self) -> BTreeMap<FileId, Vec<&Place>> {
        let mut by_file: BTreeMap<FileId, Vec<&Place>> = BTreeMap::new();
        for place in self.places().all.iter().filter(|place| place.called && self.is_at_work(place.by)) {
            by_file.entry(self.input.bindings.defs.file(place.by)).or_default().push(place);
        }
        by_file
    }

    /// The function whose name stands at an offset of a file.
    pub fn function_at(&self, file: FileId, name: u32) -> Option<DefId> {
        let defs = &self.input.sources.files[file.index()].facts.defs;
        let row = defs.iter().position(|def| def.kind.is_fn() && !def.from_macro && def.name_span.start == name)?;
        Some(self.input.bindings.defs.id(file, row as u32))
    }

    /// The functions whose text calls a function, or names it: those of an item of a trait for what implements it, and
    /// those that may mean it by its name.
    pub fn callers(&self, def: DefId) -> BTreeSet<DefId> {
        let graph = &self.input.graph.graph;
        let mut found = BTreeSet::new();
        for goal in std::iter::once(def).chain(self.declared_by_trait(def)) {
            let mut work = vec![DefGraph::node(goal)];
            while let Some(node) = work.pop() {
                for edge in graph.edges_directed(node, petgraph::Direction::Incoming) {
                    match graph[edge.source()] {
                        Node::Named(..) => work.push(edge.source()),
                        Node::Def(user) if edge.weight().kind == EdgeKind::Reference => drop(found.insert(user)),
                        Node::Def(_) => {}
                    }
                }
            }
        }
        found.retain(|user| *user != def && self.def(*user).kind.is_fn());
        found
    }

    /// The functions outside of tests whose text surely refers to a function, and not to an item of a trait for it.
    pub fn sure_callers(&self, def: DefId) -> BTreeSet<DefId> {
        let mut found: BTreeSet<DefId> = self.input.graph.users(def).collect();
        found.retain(|user| *user != def && self.def(*user).kind.is_fn() && !self.is_test_code(*user));
        found
    }

    /// The functions of the workspace that the text of a function surely refers to.
    pub fn callees(&self, def: DefId) -> BTreeSet<DefId> {
        let graph = &self.input.graph.graph;
        let edges = graph.edges_directed(DefGraph::node(def), petgraph::Direction::Outgoing);
        let referred = edges.filter(|edge| edge.weight().kind == EdgeKind::Reference);
        let goals = referred.filter_map(|edge| match graph[edge.target()] {
            Node::Def(goal) => Some(goal),
            Node::Named(..) => None,
        });
        goals.filter(|goal| *goal != def && self.def(*goal).kind.is_fn()).collect()
    }

    /// The item of a trait of the workspace that a method of an impl stands for.
    fn declared_by_trait(&self, def: DefId) -> Option<DefId> {
        let ImplTrait::Local(of) = self.trait_around(def)? else { return None };
        let name = self.def(def).name;
        self.children(of).iter().copied().find(|item| self.def(*item).name == name)
    }

    /// The trait of the impl that a definition stands in; `None` outside of impls.
    pub fn trait_around(&self, def: DefId) -> Option<ImplTrait> {
        let block = self.parent(def).filter(|parent| self.def(*parent).kind == DefKind::Impl)?;
        self.input.bindings.impls.info(block).map(|info| info.of_trait)
    }

    /// The calls that begin and end subscriptions in a file; those of `known`, by offset, are such whatever their name.
    pub fn subscriptions(&self, file: FileId, known: &BTreeMap<u32, bool>) -> Vec<Subscription> {
        let of = self.tree_of(file);
        if known.is_empty() && !may_end(of.text) {
            return vec![];
        }
        trees::subscriptions(of, known)
    }

    /// What the functions of a file say of time.
    pub fn bounds(&self, file: FileId, wanted: &BTreeSet<u32>) -> Bounds {
        trees::bounds(self.tree_of(file), wanted)
    }

    /// The connections and tasks of a file that a way out leaves behind.
    pub fn ways_out(&self, file: FileId, asked: &Asked) -> Vec<WayOut> {
        trees::ways_out(self.tree_of(file), asked)
    }

    /// Whether each function of a file tells what it does, by the offset of its name.
    pub fn telling(&self, file: FileId) -> BTreeMap<u32, bool> {
        trees::telling(self.tree_of(file))
    }
}
