//! Routes: under which run-time guards production reaches a definition.
//!
//! In: all that keeps a node, and guards. Out: for each node a few sets of guards of which none holds another: a trail with
//! just these conditions leads there. A node with the empty set runs whatever the environment, the configuration and the
//! command line say. Conditions of class `Other` are shown on trails and make no set: every program is full of them.

use super::guards::{Class, Guards};
use super::live::{Keep, Keeper};
use super::{Input, Reach, World};
use crate::graph::Node;
use crate::model::DefId;
use petgraph::graph::NodeIndex;
use smallvec::SmallVec;

/// More sets than this are not kept for one node.
const MOST_SETS: usize = 6;
/// Sets larger than this are not followed.
const MOST_GUARDS: usize = 6;

/// One way to a node.
#[derive(Clone, Debug)]
pub struct Route {
    /// The node.
    pub node: u32,
    /// The guards on the way, by number, sorted.
    pub guards: SmallVec<[u32; 4]>,
    /// Whether a step of it is known by name only.
    pub by_name: bool,
    /// The route before it, and the keep that continues it.
    pub before: Option<u32>,
    /// The row of the keep that leads here.
    pub keep: u32,
}

/// All routes.
pub struct Routes {
    /// The guards.
    pub guards: Guards,
    all: Vec<Route>,
    of_node: Vec<SmallVec<[u32; 1]>>,
}

/// Finds the routes from roots of production.
pub fn routes(input: Input<'_>, reach: &Reach) -> Routes {
    let nodes = input.graph.graph.node_count();
    let mut found = Routes { guards: Guards::default(), all: vec![], of_node: vec![SmallVec::new(); nodes] };
    let (starts, order) = super::live::dependents(input, &reach.keeps, nodes);
    // References of known meaning go first, then those by name; within each the ways with few guards.
    let mut queues: Vec<std::collections::VecDeque<u32>> = vec![Default::default(); 2 * (MOST_GUARDS + 1)];
    let alive = |node: u32| reach.worlds[node as usize] == Some(World::Production);
    for (row, keep) in reach.keeps.iter().enumerate() {
        let starts = match keep.by {
            Keeper::Root(world) => world == World::Production,
            Keeper::Needs(of) => input.bindings.impls.rows[of as usize].needs.is_empty(),
            Keeper::Node(_) => false,
        };
        if starts && alive(keep.node) {
            found.offer(keep, row as u32, (None, false), SmallVec::new(), &mut queues);
        }
    }
    while let Some(queue) = queues.iter_mut().find(|queue| !queue.is_empty()) {
        let Some(at) = queue.pop_front() else { break };
        let node = found.all[at as usize].node as usize;
        for row in &order[starts[node] as usize..starts[node + 1] as usize] {
            let keep = &reach.keeps[*row as usize];
            // What runs always cannot be reached with fewer guards.
            let settled = found.of_node[keep.node as usize].first();
            if !alive(keep.node) || settled.is_some_and(|it| found.all[*it as usize].guards.is_empty()) {
                continue;
            }
            if let Some((before, guards)) = found.along(input, keep, at) {
                let named = matches!(input.graph.graph[NodeIndex::new(keep.node as usize)], Node::Named(..));
                let by_name = named || found.all[before as usize].by_name;
                found.offer(keep, *row, (Some(before), by_name), guards, &mut queues);
            }
        }
    }
    found
}

impl Routes {
    /// The guards of a keep that a route continues with, and the route to what refers to it, which is another one where
    /// this leads to what is needed besides; `None` where something else is needed that is not reached yet.
    fn along(&mut self, input: Input<'_>, keep: &Keep, at: u32) -> Option<(u32, SmallVec<[u32; 4]>)> {
        let mut before = at;
        let mut guards = self.all[at as usize].guards.clone();
        let mut add = |ids: &[u32]| guards.extend(ids.iter().copied());
        match keep.by {
            Keeper::Root(_) => return None,
            Keeper::Node(by) => {
                // The route may be that of the other thing that is needed.
                if by != self.all[at as usize].node {
                    before = *self.of_node[by as usize].first()?;
                    add(&self.all[before as usize].guards);
                }
                if let (Some(region), Node::Def(from)) = (keep.region, input.graph.graph[NodeIndex::new(by as usize)]) {
                    let ids = self.guards.of_region(input, from, Some(region));
                    let told: Vec<u32> =
                        ids.into_iter().filter(|id| self.guards.get(*id).class != Class::Other).collect();
                    add(&told);
                }
            }
            Keeper::Needs(row) => {
                for need in &input.bindings.impls.rows[row as usize].needs {
                    let first = *self.of_node[need.index()].first()?;
                    add(&self.all[first as usize].guards);
                }
            }
        }
        if let Some(with) = keep.with {
            let first = *self.of_node[with.index()].first()?;
            add(&self.all[first as usize].guards);
        }
        guards.sort_unstable();
        guards.dedup();
        (guards.len() <= MOST_GUARDS).then_some((before, guards))
    }

    fn offer(
        &mut self,
        keep: &Keep,
        row: u32,
        (before, by_name): (Option<u32>, bool),
        guards: SmallVec<[u32; 4]>,
        queues: &mut [std::collections::VecDeque<u32>],
    ) {
        let known = &self.of_node[keep.node as usize];
        let less = |route: &u32| self.all[*route as usize].guards.iter().all(|guard| guards.contains(guard));
        if known.len() >= MOST_SETS || known.iter().any(less) {
            return;
        }
        let id = self.all.len() as u32;
        queues[guards.len() + if by_name { MOST_GUARDS + 1 } else { 0 }].push_back(id);
        self.all.push(Route { node: keep.node, guards, by_name, before, keep: row });
        self.of_node[keep.node as usize].push(id);
    }

    /// The routes to a definition, those with the fewest guards first.
    pub fn to(&self, def: DefId) -> impl Iterator<Item = &Route> {
        self.of_node[def.index()].iter().map(|route| &self.all[*route as usize])
    }

    /// The guards of a route by its row.
    pub fn guards_before(&self, route: u32) -> &[u32] {
        &self.all[route as usize].guards
    }

    /// A route from its start.
    pub fn steps<'r>(&'r self, route: &'r Route) -> Vec<&'r Route> {
        let mut steps: Vec<&Route> =
            std::iter::successors(Some(route), |step| step.before.map(|before| &self.all[before as usize])).collect();
        steps.reverse();
        steps
    }
}
