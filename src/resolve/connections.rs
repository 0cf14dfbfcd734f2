//! Uses of APIs that make or serve connections, or that register routes, each at its place.
//!
//! In: what calls and paths of bodies mean in other crates. Out: the rows of the catalogue's tables that are used, where and by what.
//! A method counts by the type of its receiver; where the sources of a crate are not at hand, a path counts as written.

use super::Context;
use super::bodies::Walk;
use super::scopes::OTHER_VERSION;
use super::types::Head;
use crate::catalog::connections::Kind;
use crate::model::{DefId, Name, Span, name};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

/// A use of an API of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConnectionUse {
    /// The definition in whose text it stands.
    pub by: DefId,
    /// Where it stands, in the file of that.
    pub at: Span,
    /// The row of the API.
    pub api: u32,
}

/// What an item of another crate is known for.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// Its row among the APIs of connections.
    connection: Option<u32>,
    /// Its row among the APIs that register routes.
    route: Option<u32>,
}

/// The rows by the paths under which a crate knows its items.
type Rows = FxHashMap<Name, Known>;

thread_local! {
    /// What this thread found in the analysis of that number, by crate.
    static ROWS: RefCell<(u64, FxHashMap<&'static str, Rc<Rows>>)> = RefCell::default();
}

impl Context<'_> {
    /// What an item of another crate is known for.
    fn known_for(&self, item: Name) -> Known {
        // In whichever version, it is known by its path.
        let item = match item.split_once(OTHER_VERSION) {
            Some((krate, rest)) => name(&format!("{krate}{rest}")),
            None => item,
        };
        let krate = super::prelude::library_name(item.as_str());
        let analysis = self.modules.sealed;
        let known = ROWS.with_borrow_mut(|(of, known)| {
            if *of != analysis {
                *of = analysis;
                known.clear();
            }
            known.get(krate).cloned()
        });
        let rows = known.unwrap_or_else(|| {
            let rows = Rc::new(self.rows_of(krate));
            ROWS.with_borrow_mut(|(_, known)| known.insert(krate, Rc::clone(&rows)));
            rows
        });
        rows.get(&item).copied().unwrap_or_default()
    }

    /// The row of a type among the APIs that register routes.
    pub(super) fn route_api(&self, item: Name) -> Option<u32> {
        self.known_for(item).route
    }

    /// The items of a crate that stand in the tables, be it under paths of other crates that hand them on.
    fn rows_of(&self, krate: &str) -> Rows {
        let mut rows = Rows::default();
        let facades = FACADES.iter().filter(|(inner, _)| *inner == krate).map(|(_, facade)| *facade);
        for krate in std::iter::once(krate).chain(facades) {
            let table = &self.catalog.connections;
            for row in table.of_crate(krate) {
                let api = &table.apis[*row as usize];
                for path in self.paths_of(&api.path, api.kind) {
                    rows.entry(path).or_default().connection = Some(*row);
                }
            }
            let table = &self.catalog.routes;
            for row in table.of_crate(krate) {
                let api = &table.apis[*row as usize];
                for path in self.paths_of(&api.path, api.kind) {
                    let known = rows.entry(path).or_default();
                    // A macro and a function may share a path; the place tells them apart.
                    known.route = known.route.or(Some(*row));
                }
            }
        }
        rows
    }

    /// The paths under which something of a table may be met.
    fn paths_of(&self, path: &str, kind: Kind) -> Vec<Name> {
        let written = name(path);
        let mut paths = vec![written, self.canonical(written)];
        let Some((holder, last)) = path.rsplit_once("::") else { return paths };
        let last = name(last);
        let holder = self.canonical(name(holder));
        let Some(library) = self.library_of(holder) else { return paths };
        let head = Head::Ext(holder);
        let items: Vec<Head> = match kind {
            Kind::TraitMethod => {
                library.traits.get(&head).and_then(|of| of.items.get(&last)).into_iter().copied().collect()
            }
            _ => library.inherent.get(&(head, last)).into_iter().flatten().map(|(_, item)| *item).collect(),
        };
        paths.extend(items.into_iter().filter_map(|item| match item {
            Head::Ext(item) => Some(item),
            Head::Own(_) => None,
        }));
        paths
    }
}

/// Crates whose items the catalogue has under the name of the crate that hands them on.
const FACADES: [(&str, &str); 14] = [
    ("salvo_core", "salvo"),
    ("actix_web_codegen", "actix_web"),
    ("rocket_codegen", "rocket"),
    ("sqlx_core", "sqlx"),
    ("libp2p_swarm", "libp2p"),
    ("libp2p_core", "libp2p"),
    ("jsonrpsee_server", "jsonrpsee"),
    ("jsonrpsee_core", "jsonrpsee"),
    ("jsonrpsee_ws_client", "jsonrpsee"),
    ("jsonrpsee_http_client", "jsonrpsee"),
    ("async_net", "smol"),
    ("async_io", "smol"),
    ("axum_core", "axum"),
    ("actix_http", "actix_web"),
];

/// The crates that items may be of which the catalogue has under the name of one.
pub fn crates_of(krate: &str) -> impl Iterator<Item = &str> {
    let inner = FACADES.iter().filter(move |(_, facade)| *facade == krate).map(|(inner, _)| *inner);
    std::iter::once(krate).chain(inner)
}

impl Walk<'_> {
    /// Notes the use of something of another crate, if that makes or serves connections, or registers routes.
    pub(super) fn note_connection(&mut self, item: Head, at: Span) {
        let Head::Ext(path) = item else { return };
        let known = self.cx.known_for(path);
        if let Some(api) = known.connection {
            self.connections.push(ConnectionUse { by: self.owner, at, api });
        }
        if let Some(api) = known.route {
            self.routing.uses.push(super::RouteUse { by: self.owner, at, api });
        }
    }

    /// Notes that a module of such APIs is imported.
    pub(super) fn note_connection_module(&mut self, path: Name, at: Span) {
        let is_module = |row: &u32| self.cx.catalog.connections.apis[*row as usize].kind == Kind::Module;
        if let Some(api) = self.cx.known_for(path).connection.filter(is_module) {
            self.connections.push(ConnectionUse { by: self.owner, at, api });
        }
    }
}
