//! A handler of a web framework that no route of production registers.
//!
//! # Why it matters
//! The path in its attribute looks as if it were served, and is not: requests are answered by something else, or by 404. It is
//! what stays behind when the old half of a change of routes is taken out, or the new half is never put in.
//!
//! # Example
//! ```text
//! #[get("/live")]
//! async fn live() -> impl Responder { … }
//! #[get("/live/v1")]
//! async fn live_v1() -> impl Responder { … }        // unregistered-handler
//!
//! App::new().service(live)
//! ```
//!
//! # Not reported
//! Handlers that anything of production names, be it a macro that is not understood; public handlers of packages that others
//! could depend on (see `--closed-world`); handlers that only tests register (`test-only-item`). An item is a handler if an
//! attribute of a framework makes it one, or if a parameter is of a type by which handlers ask for values.

use super::{Rule, unreachable_item};
use crate::audit::Audit;
use crate::catalog::routes::Does;
use crate::connect::table::attributes_of;
use crate::finding::Finding;
use crate::model::DefId;

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let dead = unreachable_item::dead_items(audit);
    unreachable_item::findings(audit, rule, &dead, &|def| is_handler(audit, def), &|def| message(audit, def), out);
}

/// Whether an item is made to answer requests.
pub(super) fn is_handler(audit: &Audit<'_>, def: DefId) -> bool {
    let facts = audit.def(def);
    if !facts.kind.is_fn() {
        return false;
    }
    let makes = |does: Does| matches!(does, Does::Route | Does::Handler | Does::Described);
    audit.input.bindings.routing.asks(def) || attributes_of(audit, def).iter().any(|api| makes(api.does))
}

fn message(audit: &Audit<'_>, def: DefId) -> String {
    let name = audit.def(def).name;
    match crate::connect::table::described(audit, def).first() {
        Some((method, path)) => format!("`{name}` would answer {method} {path}, but nothing registers it"),
        None => format!("handler `{name}` is registered by no route"),
    }
}
