//! What attributes say of a handler: its method and its path.
//!
//! In: the attributes of a definition. Out: the routes that they describe. It knows nothing of who registers them.

use super::apply::syntax;
use super::patterns::{Pattern, Text};
use crate::audit::Audit;
use crate::catalog::connections::Kind;
use crate::catalog::routes::{Does, RouteApi};
use crate::extract::RouteAttribute;
use crate::model::DefId;

/// A route that attributes describe.
pub(super) struct Described {
    pub(super) path: Pattern,
    pub(super) methods: Vec<String>,
    /// A rank or a format decides as well.
    pub(super) guarded: bool,
}

/// The APIs that the attributes of a definition are.
pub(crate) fn apis<'a>(audit: &Audit<'a>, def: DefId) -> Vec<&'a RouteApi> {
    let table = &audit.input.catalog.routes;
    let noted = audit.input.bindings.routing.uses_in(def).map(|one| &table.apis[one.api as usize]);
    noted.filter(|api| api.kind == Kind::Attribute).collect()
}

/// Whether attributes say where a handler is to be found.
pub(super) fn describes(audit: &Audit<'_>, def: DefId) -> bool {
    apis(audit, def).iter().any(|api| matches!(api.does, Does::Route | Does::Described))
}

/// The routes that the attributes of a definition describe.
pub(super) fn routes(audit: &Audit<'_>, def: DefId) -> Vec<Described> {
    let apis = apis(audit, def);
    let mut found = vec![];
    for attribute in &written(audit, def) {
        let last = attribute.path.rsplit("::").next().unwrap_or_default();
        let described = attribute.path == "utoipa::path";
        let Some(api) = apis.iter().find(|api| api.last() == last) else {
            // `#[routes] #[get("/a")] #[post("/b")]`
            if apis.iter().any(|api| api.last() == "routes") && METHODS.contains(&last.to_uppercase().as_str()) {
                found.push(read(attribute, "actix_web", Some(last.to_uppercase())));
            }
            continue;
        };
        match api.does {
            Does::Route => found.push(read(attribute, api.krate(), api.method.clone())),
            Does::Described if described => found.push(read(attribute, "utoipa_axum", None)),
            _ => {}
        }
    }
    found
}

const METHODS: [&str; 9] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT"];

fn read(attribute: &RouteAttribute, krate: &str, method: Option<String>) -> Described {
    let key = |names: &[&str]| -> Vec<&String> {
        attribute.named.iter().filter(|(key, _)| names.contains(&key.as_str())).map(|(_, value)| value).collect()
    };
    let mut methods: Vec<String> = method.into_iter().collect();
    methods.extend(key(&["method"]).into_iter().map(|it| it.to_uppercase()));
    let words = attribute.words.iter().map(|word| word.to_uppercase());
    methods.extend(words.filter(|word| METHODS.contains(&word.as_str())));
    let path = attribute.texts.first().or_else(|| key(&["uri", "path"]).first().copied());
    let path = Pattern::read(&path.map_or_else(Text::unknown, |path| Text::known(path)), syntax(krate));
    let guarded = !key(&["rank", "format", "guard"]).is_empty();
    Described { path, methods, guarded }
}

/// The routes that the attributes in the impl blocks of a type describe (`#[oai(path = "/a", method = "get")]`).
pub(super) fn of_type(audit: &Audit<'_>, def: DefId) -> Vec<(DefId, Described)> {
    let mut found = vec![];
    for block in audit.impls_of(def) {
        let prefix = named(audit, block, "OpenApi", &["prefix_path"]).unwrap_or_default();
        for function in audit.children(block) {
            for attribute in written(audit, *function).iter().filter(|attribute| attribute.path == "oai") {
                let mut route = read(attribute, "poem", None);
                route.path = Pattern::read(&Text::known(&prefix), syntax("poem")).join(&route.path);
                found.push((*function, route));
            }
        }
    }
    found
}

/// The remote methods of a trait (`#[rpc(namespace = "chain")]`, `#[method(name = "head")]`).
pub(super) fn of_trait(audit: &Audit<'_>, def: DefId) -> Vec<(DefId, Described)> {
    let space = named(audit, def, "rpc", &["namespace"]);
    let separator = named(audit, def, "rpc", &["namespace_separator"]).unwrap_or_else(|| "_".into());
    let mut found = vec![];
    for function in audit.children(def) {
        for attribute in written(audit, *function) {
            let method = match attribute.path.as_str() {
                "method" => "RPC",
                "subscription" => "SUBSCRIBE",
                _ => continue,
            };
            let Some((_, name)) = attribute.named.iter().find(|(key, _)| key == "name") else { continue };
            let whole = space.iter().map(|space| format!("{space}{separator}")).collect::<String>() + name;
            let path = Pattern::read(&Text::known(&whole), syntax("jsonrpsee"));
            found.push((*function, Described { path, methods: vec![method.into()], guarded: false }));
        }
    }
    found
}

fn written(audit: &Audit<'_>, def: DefId) -> Vec<RouteAttribute> {
    let facts = audit.def(def);
    let text = audit.file(def).text.get(facts.span.start as usize..facts.span.end as usize).unwrap_or_default();
    crate::extract::route_attributes(text)
}

/// What an attribute says under one of these names.
fn named(audit: &Audit<'_>, def: DefId, attribute: &str, keys: &[&str]) -> Option<String> {
    let all = written(audit, def);
    let attribute = all.iter().find(|it| it.path.rsplit("::").next() == Some(attribute))?;
    attribute.named.iter().find(|(key, _)| keys.contains(&key.as_str())).map(|(_, value)| value.clone())
}
