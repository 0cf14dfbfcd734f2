//! A handler asks for a value that nothing on the way to it supplies.
//!
//! # Why it matters
//! It compiles. At run time each request gets 500 before the handler runs (axum `Extension`, actix-web `Data`, poem `Data`),
//! or the program does not start (rocket `State`). It is what is left when a layer goes with the legacy part that used it, and
//! a handler stays.
//!
//! # Example
//! ```text
//! async fn online(Extension(hub): Extension<Arc<Hub>>) -> String { … }
//!
//! Router::new().route("/online", get(online))        // missing-state
//!     // .layer(Extension(hub))                      // went with the legacy hub
//! ```
//!
//! # Not reported
//! `Option<Extension<T>>` and the like; types that anything in the workspace puts among extensions, or supplies without its
//! type being known; types of other crates below layers of other crates, which may supply them; routes of collections that
//! are handed to somebody unknown; `axum::extract::State`, which the compiler checks.

use super::Rule;
use crate::audit::Audit;
use crate::connect::table::{Handler, Route};
use crate::finding::{Finding, Item, Related};
use crate::model::DefId;
use crate::resolve::{Demand, Type};
use std::collections::BTreeSet;

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let table = &audit.input.catalog.routes;
    let mut told = BTreeSet::new();
    for route in &audit.route_table().routes {
        let Handler::Item(handler) = route.handler else { continue };
        for demand in audit.input.bindings.routing.demands_of(handler) {
            let api = &table.apis[demand.api as usize];
            let of_path = api.last() == "Path";
            if of_path || demand.optional || !demand.ty.is_whole() || is_supplied(audit, route, demand) {
                continue;
            }
            if told.insert((handler, demand.param, route.sites[0])) {
                out.push(finding(audit, rule, route, handler, demand, api.last()));
            }
        }
    }
}

/// Methods that put a value among the extensions of a request.
const INSERTS: [&str; 2] = ["insert", "set_data"];

/// Methods that count wherever they stand: rocket has one place for all values, and poem's may be called on a handler or
/// on an endpoint of which only a trait is known.
const ANYWHERE: [(&str, &str); 2] = [("rocket", "manage"), ("poem", "data")];

/// Whether the value may be there.
fn is_supplied(audit: &Audit<'_>, route: &Route, demand: &Demand) -> bool {
    // poem hands out references: `Data<&T>`.
    let ty = demand.ty.peeled();
    let on_the_way = route.supplies.iter().any(|given| may_be(given.peeled(), ty));
    let routing = &audit.input.bindings.routing;
    let inserted = routing.supplied.iter().any(|given| INSERTS.contains(&&*given.by_name) && may_be(given.ty.peeled(), ty));
    // Rocket has one place for all, wherever it is handed in.
    let anywhere = ANYWHERE.iter().filter(|(framework, _)| *framework == route.framework);
    let mut anywhere = anywhere.flat_map(|(_, method)| routing.supplied.iter().filter(move |it| it.by_name == *method));
    let anywhere = anywhere.any(|given| may_be(given.ty.peeled(), ty));
    let by_layer = route.layered && !is_own(ty);
    route.escapes || on_the_way || inserted || anywhere || by_layer
}

/// Whether a type holds one of the workspace: a layer of another crate cannot make that up.
fn is_own(ty: &Type) -> bool {
    match ty {
        Type::Adt(..) => true,
        Type::Ext(_, args) | Type::Tuple(args) => args.iter().any(is_own),
        Type::Ref(inner) | Type::Slice(inner) => is_own(inner),
        _ => false,
    }
}

/// Whether two types may be the same, as far as both are known.
fn may_be(one: &Type, other: &Type) -> bool {
    let all = |one: &[Type], other: &[Type]| one.iter().zip(other).all(|(one, other)| may_be(one, other));
    match (one, other) {
        (Type::Adt(one, args), Type::Adt(other, others)) => one == other && all(args, others),
        (Type::Ext(one, args), Type::Ext(other, others)) => {
            let last = |path: &str| path.rsplit("::").next().unwrap_or_default().to_owned();
            last(one) == last(other) && all(args, others)
        }
        (Type::Tuple(one), Type::Tuple(other)) => one.len() == other.len() && all(one, other),
        (Type::Ref(one), Type::Ref(other)) | (Type::Slice(one), Type::Slice(other)) => may_be(one, other),
        (Type::Adt(..) | Type::Ext(..) | Type::Tuple(_) | Type::Slice(_), Type::Adt(..) | Type::Ext(..)) => false,
        (Type::Adt(..) | Type::Ext(..), Type::Tuple(_) | Type::Slice(_)) => false,
        _ => true,
    }
}

fn finding(audit: &Audit<'_>, rule: &Rule, route: &Route, handler: DefId, demand: &Demand, by: &str) -> Finding {
    let site = route.sites[0];
    let what = format!("{} {}", route.method, route.path);
    let asked = shown(audit, &demand.ty);
    let item = Item {
        kind: "route".into(),
        path: format!("{what} {asked}"),
        name: route.path.to_string(),
        package: audit.package(site.by).into(),
        visibility: String::new(),
    };
    let place = audit.location(audit.input.bindings.defs.file(site.by), site.at);
    let message = format!("{what}: `{}` asks for `{by}<{asked}>`, and nothing supplies it", audit.def(handler).name);
    let mut finding = rule.finding(item, place, message);
    finding.notes.push(match route.framework.as_str() {
        "rocket" => "rocket refuses to launch".into(),
        "socketioxide" => "the handler is not called".into(),
        _ => "each request of this route gets 500 Internal Server Error before the handler runs".to_owned(),
    });
    let location = audit.name_location(handler);
    finding.related.push(Related { message: format!("`{}` asks for it", audit.path(handler)), location });
    finding.trail = audit.trail(site.by);
    finding.condition = audit.condition(site.by);
    finding.connection = audit.places().of(handler);
    finding
}

/// A type as it would be written.
fn shown(audit: &Audit<'_>, ty: &Type) -> String {
    let with = |name: &str, args: &[Type]| {
        let args: Vec<String> = args.iter().map(|arg| shown(audit, arg)).collect();
        if args.is_empty() { name.to_owned() } else { format!("{name}<{}>", args.join(", ")) }
    };
    match ty {
        Type::Adt(def, args) => with(&audit.def(*def).name, args),
        Type::Ext(path, args) => with(path.rsplit("::").next().unwrap_or_default(), args),
        Type::Ref(inner) => format!("&{}", shown(audit, inner)),
        Type::Slice(inner) => format!("[{}]", shown(audit, inner)),
        Type::Tuple(args) => {
            let args: Vec<String> = args.iter().map(|arg| shown(audit, arg)).collect();
            format!("({})", args.join(", "))
        }
        _ => "_".into(),
    }
}
