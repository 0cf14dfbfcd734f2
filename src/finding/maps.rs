//! Rows of the maps beside the findings: how connections are set up, which stages they go through, who answers which path.
//!
//! In: nothing. Out: the nouns of the report's `connections` and of the commands that print maps.

use super::{Location, TrailStep};
use serde::{Deserialize, Serialize};

/// One way to a place that sets a connection up: a row of the map of connections.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Way {
    /// Where production starts.
    pub entry: String,
    /// The API that is called.
    pub api: String,
    /// What it does.
    pub role: String,
    /// Of which protocol.
    pub protocol: String,
    /// Where it is called.
    pub location: Location,
    /// From the entry to the call.
    pub trail: Vec<TrailStep>,
    /// The conditions on the way: of the environment, the configuration and the like, and of cfg.
    pub conditions: Vec<String>,
    /// What on the way is deprecated or marked as legacy.
    pub legacy: Vec<String>,
    /// What stands a second time, nearly the same, as the function that calls the API.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub twins: Vec<String>,
}

/// A route: a row of the table of routes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RouteRow {
    /// The framework, by its crate.
    pub framework: String,
    /// The method; `*` for all, `fallback` for what nothing else takes, a word of the framework where it knows none.
    pub method: String,
    /// The path with all prefixes; placeholders as `{name}`, `…` for what is made at run time.
    pub path: String,
    /// Who answers.
    pub handler: String,
    /// The call that registers it.
    pub location: Location,
    /// The conditions on the way.
    pub conditions: Vec<String>,
    /// What else stands in front of the path is not known.
    pub escapes: bool,
}

/// The stages of a connection that becomes another one, from the request to the end.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Chain {
    /// The function that begins it.
    pub start: String,
    /// The stages, in order.
    pub stages: Vec<Stage>,
}

/// A stage: `request`, `switch`, `established`, `exchange` or `closed`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Stage {
    /// Its name.
    pub name: String,
    /// What serves it; empty where nothing was found.
    pub places: Vec<StagePlace>,
}

/// Code that serves a stage.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct StagePlace {
    /// The function, or the route and its handler.
    pub path: String,
    /// Where.
    pub location: Location,
    /// The API that is called, if one is.
    pub api: Option<String>,
    /// What becomes of its errors.
    pub errors: String,
    /// Where the cause is lost: the line that says something else instead.
    pub told: Option<String>,
}
