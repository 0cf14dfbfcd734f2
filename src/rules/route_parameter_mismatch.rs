//! The placeholders of a route and what its handler takes from the path disagree.
//!
//! # Why it matters
//! Nothing in the types connects the two: it compiles, starts, and answers each request of that route with an error (axum
//! 500 or 400, actix-web 404, poem 400). It is the shape of the incident that this tool was born from: a name was changed in
//! the handlers and not in the routes.
//!
//! # Example
//! ```text
//! #[derive(Deserialize)]
//! struct LiveParams { organization_id: String }
//! async fn live(Path(params): Path<LiveParams>) { … }
//!
//! Router::new().route("/{organization_slug}/live", get(live))   // route-parameter-mismatch
//! ```
//!
//! # Not reported
//! Fields that can be missing (`Option`, `default`), `rename`d and `alias`ed ones by the names that serde reads; types that
//! read the path in their own way or that are not known; handlers that are closures; routes whose prefix is not known;
//! frameworks in which it does not compile (rocket, warp).

use super::Rule;
use crate::audit::Audit;
use crate::connect::table::{Handler, Route};
use crate::extract::{ReadField, read_fields};
use crate::facts::DefData;
use crate::finding::{Finding, Item, Related};
use crate::model::{DefId, DefKind};
use crate::resolve::Type;

/// What a handler takes from a path.
enum Taken {
    /// So many values by place; `exact` if there may be no more of them.
    Places { count: usize, exact: bool },
    /// Values by name.
    Fields(DefId, Vec<ReadField>),
}

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let table = &audit.input.catalog.routes;
    for route in &audit.route_table().routes {
        let Handler::Item(handler) = route.handler else { continue };
        if !route.path.is_known() || route.escapes || route.method == "fallback" {
            continue;
        }
        for demand in audit.input.bindings.routing.demands_of(handler) {
            let api = &table.apis[demand.api as usize];
            let of_path = api.last() == "Path" && !demand.optional;
            if let (true, Some(taken)) = (of_path, taken(audit, &demand.ty, api.krate()))
                && let Some(why) = disagreement(route, &taken)
            {
                out.push(finding(audit, rule, route, handler, &taken, why));
            }
        }
    }
}

/// Versions of axum that take longer paths than the handler asks for.
const OLD_AXUM: [&str; 7] = ["0.1.", "0.2.", "0.3.", "0.4.", "0.5.", "0.6.", "0.7."];

fn taken(audit: &Audit<'_>, ty: &Type, krate: &str) -> Option<Taken> {
    // A tuple may be shorter than the path in actix-web, poem and axum before 0.8.
    let mut locked = audit.input.workspace.dependencies.iter().filter(|it| it.name == "axum");
    let exact = krate == "axum" && !locked.any(|it| OLD_AXUM.iter().any(|old| it.version.starts_with(old)));
    match ty {
        Type::Tuple(items) if !items.is_empty() => Some(Taken::Places { count: items.len(), exact }),
        Type::Ext(path, args) if args.is_empty() && is_single(path) => Some(Taken::Places { count: 1, exact: true }),
        Type::Adt(def, args) if args.is_empty() => own(audit, *def, exact),
        _ => None,
    }
}

/// Types of other crates that are read from one segment.
fn is_single(path: &str) -> bool {
    let last = path.rsplit("::").next().unwrap_or_default();
    !path.contains("::") && path != "{integer}" && path != "{float}" || matches!(last, "String" | "Uuid" | "PathBuf")
}

fn own(audit: &Audit<'_>, def: DefId, exact: bool) -> Option<Taken> {
    let facts = audit.def(def);
    let text = audit.file(def).text.get(facts.span.start as usize..facts.span.end as usize)?;
    let derives = facts.attrs.derives.iter().any(|path| path.segs.last().is_some_and(|seg| seg.name == "Deserialize"));
    if !derives || facts.kind != DefKind::Struct {
        return None;
    }
    let fields = audit.children(def).iter().filter(|child| audit.def(**child).kind == DefKind::Field).count();
    match facts.data {
        // A type around one value is read as that; what it is itself may be anything.
        DefData::Adt { tuple: true, .. } => {
            (fields > 1 && !text.contains("serde(")).then_some(Taken::Places { count: fields, exact })
        }
        DefData::Adt { tuple: false, .. } if fields > 0 => Some(Taken::Fields(def, read_fields(text)?)),
        _ => None,
    }
}

/// Why the two cannot go together.
fn disagreement(route: &Route, taken: &Taken) -> Option<String> {
    let names = route.path.placeholders();
    match taken {
        Taken::Places { count, exact } => {
            let wrong = names.len() < *count || *exact && names.len() != *count;
            let has = counted(names.len(), "placeholder");
            wrong.then(|| format!("the path has {has}, the handler takes {}", counted(*count, "value")))
        }
        Taken::Fields(_, fields) => {
            let missing = fields.iter().find(|it| it.required && !it.names.iter().any(|it| names.contains(&it.as_str())));
            let has = match names[..] {
                [] => "no placeholder".to_owned(),
                _ => names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "),
            };
            missing.map(|field| format!("the path has {has}, the handler takes `{}`", field.names[0]))
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    match count {
        0 => format!("no {what}"),
        1 => format!("one {what}"),
        count => format!("{count} {what}s"),
    }
}

fn finding(audit: &Audit<'_>, rule: &Rule, route: &Route, handler: DefId, taken: &Taken, why: String) -> Finding {
    let site = route.sites[0];
    let what = format!("{} {}", route.method, route.path);
    let item = Item {
        kind: "route".into(),
        path: what.clone(),
        name: route.path.to_string(),
        package: audit.package(site.by).into(),
        visibility: String::new(),
    };
    let place = audit.location(audit.input.bindings.defs.file(site.by), site.at);
    let mut finding = rule.finding(item, place, format!("{what} can never be answered: {why}"));
    let answer = match route.framework.as_str() {
        "axum" | "utoipa_axum" if matches!(taken, Taken::Places { .. }) => "500 Internal Server Error",
        "actix_web" => "404 Not Found",
        _ => "400 Bad Request",
    };
    finding.notes.push(format!("each request of this route gets {answer} before the handler runs"));
    let location = audit.name_location(handler);
    finding.related.push(Related { message: format!("`{}` answers it", audit.path(handler)), location });
    if let Taken::Fields(def, _) = taken {
        let location = audit.name_location(*def);
        finding.related.push(Related { message: "what it takes from the path".into(), location });
    }
    finding.trail = audit.trail(site.by);
    finding.condition = audit.condition(site.by);
    finding.connection = audit.places().of(handler);
    finding
}
