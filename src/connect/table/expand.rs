//! From collections of routes to routes: each path with all prefixes, and what handlers below it are supplied with.
//!
//! In: the collections that [`super::walk`] made. Out: [`Route`]s by the collection that nobody holds.

use super::patterns::Pattern;
use super::values::{Branch, NodeId, Site, Value, What};
use super::walk::Walk;
use crate::model::DefId;
use crate::resolve::Type;
use std::sync::Arc;

/// Who answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Handler {
    /// A function or a type.
    Item(DefId),
    /// A closure.
    Closure,
    /// A service or a value of which nothing is known.
    Unknown,
}

/// A registration.
#[derive(Clone, Debug)]
pub(crate) struct Route {
    /// The framework, by its crate.
    pub(crate) framework: String,
    /// The method; `*` for all, `fallback` for the rest.
    pub(crate) method: String,
    /// The whole path.
    pub(crate) path: Pattern,
    /// Who answers.
    pub(crate) handler: Handler,
    /// The calls that put it there, the innermost first.
    pub(crate) sites: Vec<Site>,
    /// Calls of functions of the workspace around these.
    pub(crate) calls: Vec<Site>,
    /// The collection that nobody holds.
    pub(crate) root: u32,
    /// Choices on the way.
    pub(crate) branches: Vec<Branch>,
    /// What handlers at this place are supplied with.
    pub(crate) supplies: Vec<Arc<Type>>,
    /// Something on the way may supply any value.
    pub(crate) layered: bool,
    /// More than method and path decides.
    pub(crate) guarded: bool,
    /// Where the outermost collection goes is not known: there may be more in front, and more that is supplied.
    pub(crate) escapes: bool,
}

impl Route {
    /// Whether two registrations never stand beside each other.
    pub(crate) fn excludes(&self, other: &Route) -> bool {
        self.branches.iter().any(|(choice, way)| other.branches.iter().any(|(it, other)| it == choice && other != way))
    }
}

/// What holds on the way to a part.
#[derive(Clone, Default)]
struct Way {
    path: Pattern,
    methods: Vec<String>,
    sites: Vec<Site>,
    calls: Vec<Site>,
    branches: Vec<Branch>,
    supplies: Vec<Arc<Type>>,
    layered: bool,
    guarded: bool,
}

/// Parts inside parts; more are a collection that holds itself.
const DEEPEST: usize = 40;

/// All routes.
pub(super) fn routes(walk: &Walk<'_>) -> Vec<Route> {
    let mut found = vec![];
    for (row, node) in (0..).zip(&walk.nodes) {
        if !node.held {
            expand(walk, row, row, &Way::default(), 0, &mut found);
        }
    }
    found
}

fn expand(walk: &Walk<'_>, root: NodeId, row: NodeId, above: &Way, depth: usize, found: &mut Vec<Route>) {
    let node = &walk.nodes[row as usize];
    if depth > DEEPEST {
        return;
    }
    // Most have one path, or none of their own.
    let paths = if node.paths.is_empty() { &[Pattern::default()][..] } else { &node.paths };
    for path in paths {
        let path = above.path.join(path);
        expand_at(walk, root, row, Way { path, ..above.clone() }, depth, found);
    }
}

/// Expands a collection at one of its paths.
fn expand_at(walk: &Walk<'_>, root: NodeId, row: NodeId, mut way: Way, depth: usize, found: &mut Vec<Route>) {
    let node = &walk.nodes[row as usize];
    if !node.methods.is_empty() {
        way.methods.clone_from(&node.methods);
    }
    way.guarded |= node.guarded;
    // Layers of axum wrap what is there already; elsewhere the order does not matter.
    let framework = node.made.split("::").next().unwrap_or_default();
    let wraps_before = matches!(framework, "axum" | "utoipa_axum");
    for (at, entry) in node.entries.iter().enumerate() {
        let mut way = way.clone();
        for (other, supplying) in node.entries.iter().enumerate() {
            if wraps_before && other < at {
                continue;
            }
            match &supplying.what {
                What::Supply(ty) => way.supplies.push(Arc::new(ty.clone())),
                What::Layer => way.layered = true,
                _ => {}
            }
        }
        way.branches.extend(&entry.branches);
        way.sites.insert(0, entry.site);
        way.calls.extend(&entry.calls);
        match &entry.what {
            What::Node(inner) => expand(walk, root, *inner, &way, depth + 1, found),
            What::Handler(value) => found.extend(registered(walk, root, framework, way, value, false)),
            What::Fallback(value) => {
                for value in catchers(walk, value) {
                    found.extend(registered(walk, root, framework, way.clone(), value, true));
                }
            }
            What::Supply(_) | What::Layer => {}
        }
    }
}

/// The handlers of a list of catchers; of anything else, itself.
fn catchers<'w>(walk: &'w Walk<'_>, value: &'w Value) -> Vec<&'w Value> {
    let Value::Node(node) = value else { return vec![value] };
    let entries = walk.nodes[*node as usize].entries.iter();
    let all: Vec<&Value> = entries
        .flat_map(|entry| match &entry.what {
            What::Handler(value) => vec![value],
            What::Node(inner) => (walk.nodes[*inner as usize].entries.iter())
                .filter_map(|entry| match &entry.what {
                    What::Handler(value) => Some(value),
                    _ => None,
                })
                .collect(),
            _ => vec![],
        })
        .collect();
    if all.is_empty() { vec![value] } else { all }
}

fn registered(walk: &Walk<'_>, root: NodeId, framework: &str, way: Way, value: &Value, fallback: bool) -> Vec<Route> {
    let handler = match value {
        Value::Item(def) => Handler::Item(*def),
        Value::Closure(..) => Handler::Closure,
        // `fallback(router)` and lists of catchers: what answers there is not told apart.
        _ => Handler::Unknown,
    };
    let methods = match (fallback, way.methods.is_empty()) {
        (true, _) => vec!["fallback".to_owned()],
        (false, true) => vec!["*".to_owned()],
        (false, false) => way.methods.clone(),
    };
    let mut branches = way.branches;
    branches.sort_unstable();
    branches.dedup();
    let route = |method: String| Route {
        framework: framework.to_owned(),
        method,
        path: way.path.clone(),
        handler: handler.clone(),
        sites: way.sites.clone(),
        calls: way.calls.clone(),
        root,
        branches: branches.clone(),
        supplies: way.supplies.clone(),
        layered: way.layered,
        guarded: way.guarded,
        escapes: walk.nodes[root as usize].escapes,
    };
    methods.into_iter().map(route).collect()
}
