//! The table of routes: which method and path is answered by whom, composed through functions of the workspace.
//!
//! In: what `resolve` noted of the APIs that register routes, through the view of the audit. Out: [`Table`]. It follows code
//! that sets routes up as it would run, with every branch taken; it runs nothing, and what is made at run time is unknown.

mod apply;
mod attributes;
mod calls;
mod expand;
mod exprs;
mod patterns;
mod texts;
mod values;
mod walk;

pub(crate) use attributes::apis as attributes_of;
pub(crate) use expand::{Handler, Route};

use crate::audit::Audit;
use crate::catalog::connections::Kind;
use crate::catalog::routes::Does;
use crate::finding::{Location, RouteRow};
use crate::model::DefId;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// The table.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// All registrations, by the collection that nobody holds, in the order of the code.
    pub(crate) routes: Vec<Route>,
}

/// Makes the table of what production registers.
pub(crate) fn table(audit: &Audit<'_>) -> Table {
    let relevant = relevant(audit);
    let remote = remote(audit);
    if relevant.is_empty() && remote.is_empty() {
        return Table::default();
    }
    let mut walk = walk::Walk::new(audit, &relevant);
    let called = called(audit, &relevant);
    let mut all: Vec<DefId> = relevant.iter().copied().collect();
    all.sort_unstable_by_key(|def| (called.contains(def), *def));
    for def in all {
        if !walk.visited.contains(&def) {
            walk.enter(def);
        }
    }
    walk.finish();
    // The traits of remote procedures are served where their code is generated; they are told where they stand.
    for def in remote {
        let node = walk.node("jsonrpsee::RpcModule");
        for (function, route) in attributes::of_trait(audit, def) {
            let site = values::Site { by: function, at: audit.def(function).name_span };
            walk.described(node, function, route, site);
        }
    }
    let mut routes = expand::routes(&walk);
    // A collection that is cloned for each listener, or set up in two ways, is told once.
    let mut seen = FxHashSet::default();
    let key = |route: &Route| {
        let handler = match route.handler {
            Handler::Item(def) => Some(def),
            _ => None,
        };
        (route.method.clone(), route.path.clone(), route.sites.clone(), route.calls.clone(), handler, route.root)
    };
    routes.retain(|route| seen.insert(key(route)));
    Table { routes }
}

/// Functions outside of tests that use an API of routes, and all that call such.
fn relevant(audit: &Audit<'_>) -> FxHashSet<DefId> {
    let table = &audit.input.catalog.routes;
    let sets_up = |api: &crate::catalog::routes::RouteApi| {
        let plain = !matches!(api.kind, Kind::Attribute | Kind::Type);
        plain && !matches!(api.does, Does::Supply | Does::SupplyInner | Does::Demand)
    };
    let uses = audit.input.bindings.route_uses().iter();
    let uses = uses.filter(|one| sets_up(&table.apis[one.api as usize])).map(|one| one.by);
    // Functions that take a collection use its methods, whatever is known of them.
    let holders = audit.input.bindings.route_uses().iter();
    let holders = holders.filter(|one| table.apis[one.api as usize].does == Does::Holder).map(|one| one.by);
    let is_code = |def: &DefId| audit.def(*def).kind.is_fn() && !audit.is_test_code(*def) && audit.is_written(*def);
    let mut work: Vec<DefId> = uses.chain(holders).filter(is_code).collect();
    let mut found = FxHashSet::default();
    while let Some(def) = work.pop() {
        if found.insert(def) {
            work.extend(audit.input.graph.users(def).filter(|user| !found.contains(user)).filter(is_code));
        }
    }
    found
}

/// Traits of which an attribute makes remote procedures.
fn remote(audit: &Audit<'_>) -> Vec<DefId> {
    let table = &audit.input.catalog.routes;
    let uses = audit.input.bindings.route_uses().iter();
    let all = uses.filter(|one| table.apis[one.api as usize].does == Does::Rpc).map(|one| one.by);
    let all: BTreeSet<DefId> = all.filter(|def| audit.def(*def).kind == crate::model::DefKind::Trait).collect();
    all.into_iter().filter(|def| !audit.is_test_code(*def)).collect()
}

/// Those that others of them call or name.
fn called(audit: &Audit<'_>, relevant: &FxHashSet<DefId>) -> FxHashSet<DefId> {
    let by_others = |def: &&DefId| audit.input.graph.users(**def).any(|user| user != **def && relevant.contains(&user));
    relevant.iter().filter(by_others).copied().collect()
}

/// The methods and paths that the attributes of a handler describe.
pub(crate) fn described(audit: &Audit<'_>, handler: DefId) -> Vec<(String, String)> {
    let all = attributes::routes(audit, handler);
    all.into_iter().map(|route| (route.methods.join(", "), route.path.to_string())).collect()
}

/// The table as the report has it.
pub fn rows(audit: &Audit<'_>) -> Vec<RouteRow> {
    let mut rows: Vec<RouteRow> = audit.route_table().routes.iter().map(|route| row(audit, route)).collect();
    rows.sort_by(|a, b| {
        let key = |row: &RouteRow| (row.path.clone(), row.method.clone(), row.location.clone(), row.handler.clone());
        key(a).cmp(&key(b))
    });
    rows.dedup();
    // What is registered on one way without a condition is so whatever other ways ask.
    let free: FxHashSet<_> = rows.iter().filter(|row| row.conditions.is_empty()).map(place).collect();
    rows.retain(|row| row.conditions.is_empty() || !free.contains(&place(row)));
    rows
}

fn place(row: &RouteRow) -> (String, String, String, Location) {
    (row.method.clone(), row.path.clone(), row.handler.clone(), row.location.clone())
}

fn row(audit: &Audit<'_>, route: &Route) -> RouteRow {
    let handler = match &route.handler {
        Handler::Item(def) => audit.path(*def),
        Handler::Closure => "a closure".into(),
        Handler::Unknown => "a service".into(),
    };
    let mut conditions = BTreeSet::new();
    for site in route.calls.iter().chain(&route.sites) {
        let step = audit.trail_step(site.by, Some(site.at), false);
        conditions.extend(step.guard);
        conditions.extend(step.cfg.map(|cfg| format!("cfg({cfg})")));
    }
    let site = route.sites[0];
    let prefix = if route.escapes && !route.path.name { "…" } else { "" };
    RouteRow {
        framework: route.framework.clone(),
        method: route.method.clone(),
        path: format!("{prefix}{}", route.path),
        handler,
        location: audit.location(audit.input.bindings.defs.file(site.by), site.at),
        conditions: conditions.into_iter().collect(),
        escapes: route.escapes,
    }
}
