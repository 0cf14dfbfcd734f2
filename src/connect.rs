//! Stage 6. What handles connections, and the map of their set-up.
//!
//! In: uses of the catalogue's APIs, liveness and routes, through the view of the audit; wrappers of the configuration. Out:
//! for a definition the connection that it handles, and for each place that sets a connection up the ways that lead there.
//! It knows calls, not values: what only holds or hands on a connection is not seen.

mod stages;
pub(crate) mod table;

pub use stages::stages;
pub use table::rows as routes;

use crate::audit::Audit;
use crate::catalog::connections::{Kind, Role};
use crate::finding::{Connection, TrailStep, Way};
use crate::graph::{DefGraph, Node};
use crate::model::{DefId, Span};
use crate::reach::World;
use crate::resolve::crates_of;
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
    /// Whether the API is this workspace's own: the catalogue has it under the name of a crate that is a member here.
    pub of_member: bool,
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
        let (role, lazy, of_member) = (api.role, api.lazy, false);
        Place { by: one.by, at: one.at, role, protocol, api: path, called, lazy, of_member }
    });
    let mut all: Vec<Place> = known.chain(wrapped(audit)).filter(|place| !audit.is_beside(place.by)).collect();
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

/// An item of the workspace that does to connections what an API does.
struct Own<'a> {
    /// The crates that it may be of; empty for any.
    crates: Vec<&'a str>,
    /// The end of its path.
    path: String,
    role: Role,
    protocol: &'a str,
    /// The API, where it has another name than the item.
    api: Option<&'a str>,
    lazy: bool,
}

/// What the configuration names, and what the catalogue has of crates that are members here.
fn own<'a>(audit: &Audit<'a>) -> Vec<Own<'a>> {
    let configured = audit.input.config.connections.iter().map(|it| Own {
        crates: vec![],
        path: it.path.clone(),
        role: it.role,
        protocol: &it.protocol,
        api: None,
        lazy: false,
    });
    let workspace = audit.input.workspace;
    let targets = workspace.targets.iter().filter(|target| !workspace.is_of_neighbour(target));
    let members: Vec<&str> = targets.map(|target| target.crate_name.as_str()).collect();
    let known = audit.input.catalog.connections.apis.iter().filter_map(|api| {
        let (holder, last) = api.path.rsplit_once("::")?;
        let krate = api.path.split("::").next()?;
        let crates: Vec<&str> = crates_of(krate).filter(|krate| members.contains(krate)).collect();
        let path = match api.kind {
            Kind::Method | Kind::TraitMethod => format!("{}::{last}", holder.rsplit("::").next()?),
            Kind::Fn => last.to_owned(),
            _ => return None,
        };
        let (role, protocol, lazy) = (api.role, api.protocol.as_str(), api.lazy);
        (!crates.is_empty()).then_some(Own { crates, path, role, protocol, api: Some(&api.path), lazy })
    });
    configured.chain(known).collect()
}

/// Uses of items of the workspace that make or serve connections.
fn wrapped(audit: &Audit<'_>) -> Vec<Place> {
    let mut by_name: FxHashMap<String, Vec<Own<'_>>> = FxHashMap::default();
    for one in own(audit) {
        let last = one.path.rsplit("::").next().unwrap_or_default().to_owned();
        by_name.entry(last).or_default().push(one);
    }
    let mut found = vec![];
    for def in audit.defs().filter(|def| audit.def(*def).kind.is_fn()) {
        let Some(all) = by_name.get(audit.def(def).name.as_str()) else { continue };
        let path = audit.path(def);
        let krate = path.split("::").next().unwrap_or_default();
        let is_it = |one: &&Own<'_>| {
            let of = one.crates.is_empty() || one.crates.contains(&krate);
            of && (path == one.path || path.ends_with(&format!("::{}", one.path)))
        };
        let Some(one) = all.iter().find(is_it) else { continue };
        let graph = &audit.input.graph.graph;
        for edge in graph.edges_directed(DefGraph::node(def), petgraph::Direction::Incoming) {
            let Node::Def(by) = graph[edge.source()] else { continue };
            let at = edge.weight().span;
            if at != Span::default() && audit.def(by).kind != crate::model::DefKind::ReExport {
                let api = one.api.unwrap_or(&path).to_owned();
                let (role, protocol, lazy) = (one.role, one.protocol.to_owned(), one.lazy);
                let of_member = one.api.is_some();
                found.push(Place { by, at, role, protocol, api, called: true, lazy, of_member });
            }
        }
    }
    found
}

impl Places {
    /// The places in the text of a definition, in order.
    pub fn within(&self, def: DefId) -> &[Place] {
        let start = self.all.partition_point(|place| place.by < def);
        let end = self.all.partition_point(|place| place.by <= def);
        &self.all[start..end]
    }

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
    let twins: Vec<String> = audit.twins().of(place.by).into_iter().map(|(twin, _)| audit.path(twin)).collect();
    let way = |mut trail: Vec<TrailStep>, guards: Vec<String>| {
        // The last step says where the call stands, and under which conditions there.
        let certainty = trail.pop().map_or(last.certainty, |step| step.certainty);
        trail.push(TrailStep { certainty, ..last.clone() });
        let mut conditions = guards;
        conditions.extend(cfg.clone());
        for step in &trail {
            let known = |guard: &String| conditions.iter().any(|known| guard.contains(known.as_str()));
            let told: Vec<String> = step.guard.iter().filter(|guard| !known(guard)).cloned().collect();
            conditions.extend(told);
            conditions.extend(step.cfg.as_ref().map(|cfg| format!("cfg({cfg})")));
        }
        let mut seen = std::collections::BTreeSet::new();
        conditions.retain(|it| seen.insert(it.clone()));
        Way {
            entry: trail.first().map(|step| step.path.clone()).unwrap_or_default(),
            api: place.api.clone(),
            role: place.role.as_str().into(),
            protocol: place.protocol.clone(),
            location: audit.location(file, place.at),
            legacy: legacy_on(audit, &trail),
            twins: twins.clone(),
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
