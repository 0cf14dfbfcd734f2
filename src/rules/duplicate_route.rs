//! Two registrations for one method and path.
//!
//! # Why it matters
//! Only one of them can answer. Some frameworks take the first and say nothing, so that the other is dead while it looks
//! alive; some fail when the program starts, so that the build is green and the deployment is not.
//!
//! # Example
//! ```text
//! fn api(cfg: &mut ServiceConfig) { cfg.service(live).service(live_legacy); }
//! #[get("/live")] async fn live() {}
//! #[get("/live")] async fn live_legacy() {}          // duplicate-route: actix-web takes the first
//! ```
//!
//! # Not reported
//! Alternatives (`if`, `match`, conditions that exclude each other); different methods; what guards, ranks, hosts or filters
//! tell apart; collections that never stand in one server; paths that are made at run time.

use super::Rule;
use crate::audit::Audit;
use crate::connect::table::{Handler, Route};
use crate::facts::Cfg;
use crate::facts::regions::{RegionKind, enclosing, region_at};
use crate::finding::{Confidence, Finding, Item, Related};
use std::collections::BTreeMap;

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let mut by_shape: BTreeMap<_, Vec<&Route>> = BTreeMap::new();
    for route in &audit.route_table().routes {
        if route.path.is_known() && !route.guarded && route.method != "fallback" && route.method != "?" {
            by_shape.entry((route.root, route.path.shape())).or_default().push(route);
        }
    }
    for routes in by_shape.values() {
        for (at, later) in routes.iter().enumerate() {
            let clashes = |first: &&&Route| clash(first, later) && can_meet(audit, first, later);
            if let Some(first) = routes[..at].iter().find(clashes) {
                out.push(finding(audit, rule, first, later));
            }
        }
    }
}

/// Whether two registrations of one shape are for the same requests.
fn clash(first: &Route, later: &Route) -> bool {
    // Two choices may be one that was remembered (`if !mounted { … }`).
    let two_choices = !first.branches.is_empty() && !later.branches.is_empty() && first.branches != later.branches;
    if first.excludes(later) || two_choices {
        return false;
    }
    let same = first.method == later.method;
    match first.framework.as_str() {
        // Two names for one placeholder are a conflict whatever the methods are.
        "axum" | "utoipa_axum" => same || first.path != later.path,
        // Placeholders of other names are other nodes.
        "poem" => same && first.path == later.path,
        "rocket" => same,
        // The first takes all that its method allows.
        _ => same || first.method == "*",
    }
}

/// Whether both exist in one configuration.
fn can_meet(audit: &Audit<'_>, first: &Route, later: &Route) -> bool {
    let (first, later) = (conditions(audit, first), conditions(audit, later));
    // What two different conditions have in common is not worked out here.
    first.is_empty() || later.is_empty() || first == later
}

fn conditions<'a>(audit: &Audit<'a>, route: &Route) -> Vec<&'a Cfg> {
    let mut found = vec![];
    for site in route.calls.iter().chain(&route.sites) {
        let facts = audit.def(site.by);
        found.extend(&facts.attrs.cfg);
        let regions = &audit.file(site.by).facts.regions;
        let inside = enclosing(regions, region_at(regions, site.at.start));
        found.extend(inside.filter_map(|region| match &region.kind {
            RegionKind::Cfg(cfg) => Some(&**cfg),
            _ => None,
        }));
    }
    found
}

fn finding(audit: &Audit<'_>, rule: &Rule, first: &Route, later: &Route) -> Finding {
    let site = later.sites[0];
    let what = format!("{} {}", later.method, later.path);
    let item = Item {
        kind: "route".into(),
        path: what.clone(),
        name: later.path.to_string(),
        package: audit.package(site.by).into(),
        visibility: String::new(),
    };
    let place = |route: &Route| {
        let site = route.sites[0];
        audit.location(audit.input.bindings.defs.file(site.by), site.at)
    };
    let message = match first.path == later.path || first.method == later.method {
        true => format!("{what} is registered twice: {}", outcome(&later.framework)),
        false => format!("{what} and {} are one place with two names: {}", first.path, outcome(&later.framework)),
    };
    let mut finding = rule.finding(item, place(later), message);
    let by = |route: &Route| match route.handler {
        Handler::Item(def) => format!("first registered here, answered by `{}`", audit.path(def)),
        _ => "first registered here".into(),
    };
    finding.related.push(Related { message: by(first), location: place(first) });
    finding.condition = audit.condition(site.by);
    finding.connection = match later.handler {
        Handler::Item(def) => audit.places().of(def),
        _ => None,
    };
    if later.framework == "warp" {
        finding.confidence = Confidence::Likely;
        finding.notes.push("unless the first rejects a request after the path: then warp asks the next".into());
    }
    finding
}

/// What a framework makes of two registrations.
fn outcome(framework: &str) -> &'static str {
    match framework {
        "axum" | "axum_extra" | "utoipa_axum" => "axum panics when the router is built",
        "rocket" => "rocket refuses to launch",
        "poem" => "poem panics when the route is added",
        "tonic" => "tonic panics when the service is added",
        "jsonrpsee" => "jsonrpsee refuses the second",
        "socketioxide" => "socketioxide takes the last, without a word",
        _ => "the first answers, the second never does",
    }
}
