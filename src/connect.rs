//! Stage 6. What handles connections, and the map of their set-up.
//!
//! In: uses of the catalogue's APIs, liveness and routes, through the view of the audit; wrappers of the configuration. Out:
//! for a definition the connection that it handles, and for each place that sets a connection up the ways that lead there.
//! It knows calls, not values: what only holds or hands on a connection is not seen.

use crate::audit::Audit;
use crate::catalog::connections::{Kind, Role};
use crate::finding::{Connection, TrailStep, Way};
use crate::graph::{DefGraph, Node};
use crate::model::{DefId, Span};
use crate::reach::World;
use petgraph::visit::EdgeRef;
use rustc_hash::FxHashMap;

/// A place that does something to a connection.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The definition in whose text it stands.
    pub by: DefId,
    /// Where.
    pub at: Span,
    /// What it does.
    pub role: Role,
    /// Of which protocol.
    pub protocol: String,
    /// By which API.
    pub api: String,
    /// Whether it is called there, and not only named as a type.
    pub called: bool,
    /// Whether the call reaches no peer itself.
    pub lazy: bool,
}

/// The places of a workspace.
#[derive(Debug, Default)]
pub struct Places {
    /// All of them, by definition and place.
    pub all: Vec<Place>,
    /// The most telling place in each definition, and in what it holds.
    of_def: FxHashMap<DefId, usize>,
}

/// Collects the places.
pub fn places(audit: &Audit<'_>) -> Places {
    let apis = &audit.input.catalog.connections.apis;
    let known = audit.input.bindings.connections.iter().map(|one| {
        let api = &apis[one.api as usize];
        let called = matches!(api.kind, Kind::Fn | Kind::Method | Kind::TraitMethod | Kind::Macro);
        let (protocol, path) = (api.protocol.clone(), api.path.clone());
        Place { by: one.by, at: one.at, role: api.role, protocol, api: path, called, lazy: api.lazy }
    });
    let mut all: Vec<Place> = known.chain(wrapped(audit)).collect();
    all.sort();
    all.dedup();
    let mut of_def: FxHashMap<DefId, usize> = FxHashMap::default();
    for (row, place) in all.iter().enumerate().filter(|(_, place)| place.role.handles()) {
        let mut work = vec![place.by];
        while let Some(def) = work.pop() {
            let kept = of_def.get(&def).is_none_or(|other| all[*other].role > place.role);
            if kept {
                of_def.insert(def, row);
                work.extend(audit.holders(def));
                work.extend(audit.type_of_impl(def));
            }
        }
    }
    Places { all, of_def }
}

/// Calls of what the configuration names.
fn wrapped(audit: &Audit<'_>) -> Vec<Place> {
    let wrappers = &audit.input.config.connections;
    let mut found = vec![];
    for def in audit.defs().filter(|_| !wrappers.is_empty()) {
        let last = audit.def(def).name;
        for wrapper in wrappers.iter().filter(|it| it.path.rsplit("::").next() == Some(last.as_str())) {
            let path = audit.path(def);
            if path != wrapper.path && !path.ends_with(&format!("::{}", wrapper.path)) {
                continue;
            }
            let graph = &audit.input.graph.graph;
            for edge in graph.edges_directed(DefGraph::node(def), petgraph::Direction::Incoming) {
                let Node::Def(by) = graph[edge.source()] else { continue };
                let at = edge.weight().span;
                if at != Span::default() && audit.def(by).kind != crate::model::DefKind::ReExport {
                    let (role, protocol) = (wrapper.role, wrapper.protocol.clone());
                    found.push(Place { by, at, role, protocol, api: path.clone(), called: true, lazy: false });
                }
            }
        }
    }
    found
}

impl Places {
    /// The connection that a definition handles: itself, or by what it holds.
    pub fn of(&self, def: DefId) -> Option<Connection> {
        let place = &self.all[*self.of_def.get(&def)?];
        Some(Connection { protocol: place.protocol.clone(), role: place.role.as_str().into(), api: place.api.clone() })
    }
}

/// The map: the ways on which production reaches what sets connections up; with `all`, also what uses and ends them.
pub fn map(audit: &Audit<'_>, places: &Places, all: bool) -> Vec<Way> {
    let mut ways = vec![];
    for place in &places.all {
        let wanted = if all { place.role.handles() } else { place.role.sets_up() };
        if wanted && place.called && audit.reach.world(place.by) == Some(World::Production) {
            ways.extend(ways_to(audit, place));
        }
    }
    ways.sort_by(|a, b| {
        let key = |way: &Way| (way.entry.clone(), way.location.clone(), way.api.clone(), way.conditions.clone());
        key(a).cmp(&key(b))
    });
    ways.dedup();
    ways
}

fn ways_to(audit: &Audit<'_>, place: &Place) -> Vec<Way> {
    let file = audit.input.bindings.defs.file(place.by);
    let last = audit.trail_step(place.by, Some(place.at), false);
    let cfg = audit.condition(place.by);
    let way = |mut trail: Vec<TrailStep>, guards: Vec<String>| {
        // The last step says where the call stands, and under which conditions there.
        trail.pop();
        trail.push(last.clone());
        let mut conditions = guards;
        conditions.extend(last.guard.clone());
        conditions.extend(cfg.clone());
        conditions.extend(last.cfg.as_ref().map(|cfg| format!("cfg({cfg})")));
        let mut seen = std::collections::BTreeSet::new();
        conditions.retain(|it| seen.insert(it.clone()));
        Way {
            entry: trail.first().map(|step| step.path.clone()).unwrap_or_default(),
            api: place.api.clone(),
            role: place.role.as_str().into(),
            protocol: place.protocol.clone(),
            location: audit.location(file, place.at),
            legacy: legacy_on(audit, &trail),
            trail,
            conditions,
        }
    };
    let routes: Vec<_> = audit.routes().to(place.by).collect();
    if routes.is_empty() {
        return vec![way(audit.trail(place.by), vec![])];
    }
    routes.into_iter().map(|route| way(audit.trail_of(route), audit.guards_of(route))).collect()
}

fn legacy_on(audit: &Audit<'_>, trail: &[TrailStep]) -> Vec<String> {
    let marked = audit.legacy_paths();
    trail.iter().filter(|step| marked.contains(&step.path)).map(|step| step.path.clone()).collect()
}
