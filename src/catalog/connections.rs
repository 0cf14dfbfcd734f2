//! APIs that make and serve connections, as data.
//!
//! In: `connections.toml`, embedded. Out: [`Connections`], look-ups by path and by crate. It knows no source; its paths are
//! those that users write, so what code refers to has to be brought to the same form before it is looked up.

use anyhow::{Context, Result};
use rustc_hash::FxHashMap;
use serde::Deserialize;

/// What an API does to a connection.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Makes a connection one of another protocol.
    Upgrade,
    /// Agrees on a protocol with the peer.
    Handshake,
    /// Goes to a peer.
    Connect,
    /// Takes a peer that came.
    Accept,
    /// Waits for peers, or gets ready to.
    Listen,
    /// Connects again what was lost.
    Reconnect,
    /// Sets up encryption.
    Tls,
    /// Keeps connections for use.
    Pool,
    /// Ends a connection.
    Close,
    /// Hands data to the peer.
    Send,
    /// Takes data from the peer.
    Receive,
    /// Asks for what comes under a key.
    Subscribe,
    /// Wants no more of it.
    Unsubscribe,
    /// Names a handler of events.
    Register,
    /// Limits how long something may take.
    Timeout,
    /// Sets an option of a connection.
    Tune,
    /// Finds the addresses of a name.
    Resolve,
    /// Tries something again.
    Retry,
}

impl Role {
    /// The word of the report and of the table.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Listen => "listen",
            Role::Accept => "accept",
            Role::Connect => "connect",
            Role::Upgrade => "upgrade",
            Role::Handshake => "handshake",
            Role::Send => "send",
            Role::Receive => "receive",
            Role::Subscribe => "subscribe",
            Role::Unsubscribe => "unsubscribe",
            Role::Close => "close",
            Role::Reconnect => "reconnect",
            Role::Pool => "pool",
            Role::Tls => "tls",
            Role::Timeout => "timeout",
            Role::Tune => "tune",
            Role::Resolve => "resolve",
            Role::Retry => "retry",
            Role::Register => "register",
        }
    }

    /// Whether it sets a connection up.
    pub fn sets_up(self) -> bool {
        self <= Role::Pool
    }

    /// Whether code that does this handles connections: time-outs and attempts are of anything.
    pub fn handles(self) -> bool {
        self <= Role::Register
    }
}

/// What a path names.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A free function.
    Fn,
    /// A function of an impl of a type.
    Method,
    /// A function that a trait declares: a call means it by the type of its receiver.
    TraitMethod,
    /// A struct, an enum or an alias.
    Type,
    /// A trait.
    Trait,
    /// A macro that is called.
    Macro,
    /// A module; all in it is meant.
    Module,
    /// An attribute.
    Attribute,
}

/// That something is deprecated.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deprecation {
    /// Since which version, if that is said.
    pub since: Option<String>,
    /// What to use instead.
    pub note: String,
}

/// An API.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Api {
    /// As users write it.
    pub path: String,
    /// What it is.
    pub kind: Kind,
    /// What it does; the word to report.
    pub role: Role,
    /// What it does besides.
    pub also: Option<Role>,
    /// Of which protocol; `any` where arguments decide.
    pub protocol: String,
    /// Whether the call reaches no peer itself, and so needs no time-out and cannot fail for the peer's sake.
    #[serde(default)]
    pub lazy: bool,
    /// Whether what it gives runs the whole connection, so that its error is not one of setting it up.
    #[serde(default)]
    pub drives: bool,
    /// The version that has it, where the newest one has not.
    pub version: Option<String>,
    /// That its crate deprecates it.
    pub deprecated: Option<Deprecation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    apis: Vec<Api>,
}

/// The APIs.
pub struct Connections {
    /// In the order of the table.
    pub apis: Vec<Api>,
    by_path: FxHashMap<String, u32>,
    by_crate: FxHashMap<String, Vec<u32>>,
}

impl Connections {
    /// Reads the embedded table.
    ///
    /// # Errors
    /// It does not parse; a test holds that it does.
    pub fn load() -> Result<Connections> {
        let table: Table = toml::from_str(include_str!("connections.toml")).context("catalog/connections.toml")?;
        let mut by_path = FxHashMap::default();
        let mut by_crate: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        for (row, api) in (0..).zip(&table.apis) {
            by_path.insert(api.path.clone(), row);
            let krate = api.path.split("::").next().unwrap_or_default();
            by_crate.entry(krate.to_owned()).or_default().push(row);
        }
        Ok(Connections { apis: table.apis, by_path, by_crate })
    }

    /// The row of an API by its path.
    pub fn row(&self, path: &str) -> Option<u32> {
        self.by_path.get(path).copied()
    }

    /// The rows of the APIs of a crate, by its name in paths.
    pub fn of_crate(&self, krate: &str) -> &[u32] {
        self.by_crate.get(krate).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_path_stands_once_on_a_line_of_its_own() {
        let table = Connections::load().expect("the embedded table parses");
        let lines = include_str!("connections.toml").lines().filter(|line| line.starts_with("    {")).count();
        assert_eq!((table.apis.len(), table.by_path.len()), (lines, lines));
        assert!(table.apis.iter().all(|api| api.path.contains("::") && api.also != Some(api.role)));
    }

    #[test]
    fn roles_are_the_words_of_the_table() {
        let raw: toml::Table = toml::from_str(include_str!("connections.toml")).expect("TOML");
        let rows = raw["apis"].as_array().expect("a list");
        for (api, raw) in Connections::load().expect("it parses").apis.iter().zip(rows) {
            assert_eq!(raw["role"].as_str(), Some(api.role.as_str()), "{}", api.path);
        }
    }
}
