//! APIs that register routes, as data.
//!
//! In: `routes.toml`, embedded. Out: [`Routes`], look-ups by crate and by the type that a method is called on. It knows what
//! each API does to a collection of routes, and nothing of paths and handlers.

use super::connections::Kind;
use anyhow::{Context, Result};
use rustc_hash::FxHashMap;
use serde::Deserialize;

/// What an API does; `routes.toml` says what each word means.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Does {
    /// Makes an empty collection.
    New,
    /// Makes one at a path, or says the path of one.
    At,
    /// Makes one at a path in the collection that it is called on.
    Below,
    /// Puts what it is given below a path.
    Nest,
    /// Puts a handler or a collection at a path or a method.
    Route,
    /// A handler whose type knows its path.
    Typed,
    /// Takes in what knows its own paths.
    Merge,
    /// Takes in a handler or a collection that knows its own paths.
    Service,
    /// Handlers of a method.
    Method,
    /// Hands the collection to a function.
    Configure,
    /// Hands the collection to a function, and takes what comes back.
    Then,
    /// Wraps what is there; it may supply values.
    Layer,
    /// Supplies a value.
    State,
    /// Supplies a value in the type that handlers ask for.
    WrappedState,
    /// Makes a value that supplies one.
    Supply,
    /// Makes a value that supplies what its argument points to.
    SupplyInner,
    /// Answers what no route takes.
    Fallback,
    /// Names what is registered.
    List,
    /// More than method and path decides.
    Guard,
    /// Takes a collection apart.
    Parts,
    /// One filter and another.
    And,
    /// One filter or another.
    Or,
    /// Gives a filter its handler.
    Handle,
    /// A filter that takes one segment of the path.
    Param,
    /// A filter that takes the rest of the path.
    Rest,
    /// A filter that answers by itself.
    Answer,
    /// A type by which a handler asks for a value.
    Demand,
    /// A type of collections.
    Holder,
    /// An attribute that makes an item a handler.
    Handler,
    /// An attribute that says method and path of a handler.
    Described,
    /// An attribute that makes the methods of a trait remote ones.
    Rpc,
}

/// An API.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RouteApi {
    /// As users write it.
    pub path: String,
    /// What it is.
    pub kind: Kind,
    /// What it does.
    pub does: Does,
    /// For which method; `*` for all.
    pub method: Option<String>,
    /// Which argument is the path, from 0 behind the receiver.
    pub path_arg: Option<usize>,
    /// Which argument is registered or supplied.
    pub what_arg: Option<usize>,
    /// The type of what comes back, where it is not the receiver.
    pub makes: Option<String>,
}

impl RouteApi {
    /// The crate that it is of.
    pub fn krate(&self) -> &str {
        self.path.split("::").next().unwrap_or_default()
    }

    /// Its last name.
    pub fn last(&self) -> &str {
        self.path.rsplit("::").next().unwrap_or_default()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    apis: Vec<RouteApi>,
}

/// The APIs.
pub struct Routes {
    /// In the order of the table.
    pub apis: Vec<RouteApi>,
    by_crate: FxHashMap<String, Vec<u32>>,
    methods: FxHashMap<String, Vec<u32>>,
}

impl Routes {
    /// Reads the embedded table.
    ///
    /// # Errors
    /// It does not parse; a test holds that it does.
    pub fn load() -> Result<Routes> {
        let table: Table = toml::from_str(include_str!("routes.toml")).context("catalog/routes.toml")?;
        let mut by_crate: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        let mut methods: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        for (row, api) in (0..).zip(&table.apis) {
            by_crate.entry(api.krate().to_owned()).or_default().push(row);
            if matches!(api.kind, Kind::Method | Kind::TraitMethod) {
                methods.entry(api.last().to_owned()).or_default().push(row);
            }
        }
        Ok(Routes { apis: table.apis, by_crate, methods })
    }

    /// The rows of the APIs of a crate, by its name in paths.
    pub fn of_crate(&self, krate: &str) -> &[u32] {
        self.by_crate.get(krate).map_or(&[], Vec::as_slice)
    }

    /// The method of a name on a type of collections: its own, or one of a trait of the framework.
    pub fn method(&self, of: &str, name: &str) -> Option<u32> {
        let all = self.methods.get(name)?;
        let own =
            |row: &&u32| self.apis[**row as usize].path.strip_suffix(name).is_some_and(|it| it == format!("{of}::"));
        let framework = |krate: &str| krate.split(['_', ':']).next().map(str::to_owned);
        let given = |row: &&u32| {
            let api = &self.apis[**row as usize];
            api.kind == Kind::TraitMethod && framework(&api.path) == framework(of)
        };
        all.iter().find(own).or_else(|| all.iter().find(given)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_parses_and_answers() {
        let table = Routes::load().expect("the embedded table parses");
        let lines = include_str!("routes.toml").lines().filter(|line| line.starts_with("    {")).count();
        assert_eq!(table.apis.len(), lines);
        let row = table.method("axum::Router", "nest").expect("known");
        assert_eq!(table.apis[row as usize].does, Does::Nest);
        let row = table.method("poem::Route", "data").expect("of a trait");
        assert_eq!(table.apis[row as usize].does, Does::State);
        assert_eq!(table.method("axum::Router", "mount"), None);
    }
}
