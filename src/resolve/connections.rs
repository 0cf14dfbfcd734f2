//! Uses of APIs that make or serve connections, each at its place.
//!
//! In: what calls and paths of bodies mean in other crates. Out: the rows of the catalogue that are used, where and by what.
//! A method counts by the type of its receiver; where the sources of a crate are not at hand, a path counts as written.

use super::Context;
use super::bodies::Walk;
use super::types::Head;
use crate::catalog::connections::Kind;
use crate::model::{DefId, Name, Span, known_name, name};
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

/// The rows by the paths under which a crate knows its items.
type Rows = FxHashMap<Name, u32>;

thread_local! {
    /// What this thread found in the analysis of that number, by crate.
    static ROWS: RefCell<(u64, FxHashMap<&'static str, Rc<Rows>>)> = RefCell::default();
}

impl Context<'_> {
    /// The API that an item of another crate is.
    fn connection_api(&self, item: Name) -> Option<u32> {
        let text = item.as_str();
        let krate = text.split("::").next().unwrap_or_default();
        let krate = if matches!(krate, "core" | "alloc") { "std" } else { krate };
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
        rows.get(&item).copied()
    }

    /// The items of a crate that stand in the catalogue, be it under paths of other crates that hand them on.
    fn rows_of(&self, krate: &str) -> Rows {
        let mut rows = Rows::default();
        let table = &self.catalog.connections;
        let facades = FACADES.iter().filter(|(inner, _)| *inner == krate).map(|(_, facade)| *facade);
        for row in std::iter::once(krate).chain(facades).flat_map(|krate| table.of_crate(krate)) {
            let api = &table.apis[*row as usize];
            let path = name(&api.path);
            rows.insert(path, *row);
            rows.insert(self.canonical(path), *row);
            let Some((holder, last)) = api.path.rsplit_once("::") else { continue };
            let Some(last) = known_name(last) else { continue };
            let holder = Head::Ext(self.canonical(name(holder)));
            let Head::Ext(path) = holder else { continue };
            let Some(library) = self.library_of(path) else { continue };
            let items: Vec<Head> = match api.kind {
                Kind::TraitMethod => {
                    library.traits.get(&holder).and_then(|of| of.items.get(&last)).into_iter().copied().collect()
                }
                _ => library.inherent.get(&(holder, last)).into_iter().flatten().map(|(_, item)| *item).collect(),
            };
            rows.extend(items.into_iter().filter_map(|item| match item {
                Head::Ext(item) => Some((item, *row)),
                Head::Own(_) => None,
            }));
        }
        rows
    }
}

/// Crates whose items the catalogue has under the name of the crate that hands them on.
const FACADES: [(&str, &str); 12] = [
    ("salvo_core", "salvo"),
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
    /// Notes the use of something of another crate, if that makes or serves connections.
    pub(super) fn note_connection(&mut self, item: Head, at: Span) {
        if let Head::Ext(path) = item
            && let Some(api) = self.cx.connection_api(path)
        {
            self.connections.push(ConnectionUse { by: self.owner, at, api });
        }
    }

    /// Notes that a module of such APIs is imported.
    pub(super) fn note_connection_module(&mut self, path: Name, at: Span) {
        let is_module = |row: &u32| self.cx.catalog.connections.apis[*row as usize].kind == Kind::Module;
        if let Some(api) = self.cx.connection_api(path).filter(is_module) {
            self.connections.push(ConnectionUse { by: self.owner, at, api });
        }
    }
}
