//! The catalogue of connection APIs, each called in code that is made here; and the map of the bundled workspace.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use cargo_vestige::catalog::connections::{Connections, Kind};
use cargo_vestige::catalog::routes::Routes;
use cargo_vestige::discover::Request;
use cargo_vestige::finding::Chain;
use cargo_vestige::pipeline::{Options, analyse};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

/// A function that uses an API as code does.
fn user(row: usize, path: &str, kind: Kind) -> String {
    match kind {
        Kind::Fn | Kind::Method | Kind::TraitMethod => format!("fn use_{row}() {{ let _ = {path}(todo!()); }}"),
        Kind::Type => format!("fn use_{row}(_: {path}) {{}}"),
        Kind::Trait => format!("fn use_{row}(_: &dyn {path}) {{}}"),
        Kind::Macro => format!("fn use_{row}() {{ {path}!(); }}"),
        Kind::Module => format!("use {path} as use_{row};"),
        Kind::Attribute => format!("#[{path}(\"/\")] fn use_{row}() {{}}"),
    }
}

/// A package that names every crate of the catalogue and uses each API in a line of its own.
fn write_package(folder: &Path, apis: &[(&str, Kind)]) {
    let crates: BTreeSet<&str> = apis.iter().filter_map(|(path, _)| path.split("::").next()).collect();
    let mut manifest =
        "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n".to_owned();
    for krate in crates.iter().filter(|krate| **krate != "std") {
        writeln!(manifest, "{krate} = \"*\"").unwrap();
    }
    let mut text: String = (0..).zip(apis).map(|(row, (path, kind))| user(row, path, *kind) + "\n").collect();
    text.push_str("fn main() {}\n");
    std::fs::create_dir_all(folder.join("src")).unwrap();
    std::fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    std::fs::write(folder.join("src/main.rs"), text).unwrap();
}

#[test]
fn each_api_of_the_catalogue_is_recognised_with_its_role() {
    let apis = Connections::load().unwrap().apis;
    let folder = tempfile::tempdir().unwrap();
    let rows: Vec<(&str, Kind)> = apis.iter().map(|api| (api.path.as_str(), api.kind)).collect();
    write_package(folder.path(), &rows);
    let request =
        Request { manifest: folder.path().join("Cargo.toml"), without_dependencies: true, ..Request::default() };
    let analysis = analyse(&Options { request, ..Options::default() }).unwrap();
    let mut found: BTreeMap<String, BTreeSet<(&str, &str)>> = BTreeMap::new();
    for one in &analysis.bindings.connections {
        let user = analysis.bindings.defs.get(&analysis.sources, one.by).name.to_string();
        let api = &analysis.catalog.connections.apis[one.api as usize];
        found.entry(user).or_default().insert((&api.path, api.role.as_str()));
    }
    let mut missed = vec![];
    for (row, api) in apis.iter().enumerate() {
        let expected = (api.path.as_str(), api.role.as_str());
        if !found.get(&format!("use_{row}")).is_some_and(|found| found.contains(&expected)) {
            missed.push(user(row, &api.path, api.kind));
        }
    }
    assert!(missed.is_empty(), "{} of {} are not recognised:\n{}", missed.len(), apis.len(), missed.join("\n"));
}

#[test]
fn each_api_of_the_table_of_routes_is_recognised() {
    let apis = Routes::load().unwrap().apis;
    let rows: Vec<(&str, Kind)> = apis.iter().map(|api| (api.path.as_str(), api.kind)).collect();
    let folder = tempfile::tempdir().unwrap();
    write_package(folder.path(), &rows);
    let request =
        Request { manifest: folder.path().join("Cargo.toml"), without_dependencies: true, ..Request::default() };
    let analysis = analyse(&Options { request, ..Options::default() }).unwrap();
    let found: BTreeSet<(String, &str)> = (analysis.bindings.route_uses().iter())
        .map(|one| {
            let user = analysis.bindings.defs.get(&analysis.sources, one.by).name.to_string();
            (user, apis[one.api as usize].path.as_str())
        })
        .collect();
    let missed = (0..).zip(&rows).filter(|(row, (path, _))| !found.contains(&(format!("use_{row}"), *path)));
    let missed: Vec<String> = missed.map(|(row, (path, kind))| user(row, path, *kind)).collect();
    assert!(missed.is_empty(), "{} of {} are not recognised:\n{}", missed.len(), apis.len(), missed.join("\n"));
}

/// Brings the sources of the bundled workspace's dependencies here: what their methods do is read there.
fn fetch(manifest: &str) {
    static FETCHED: std::sync::Once = std::sync::Once::new();
    FETCHED.call_once(|| {
        let line = ["fetch", "--locked", "--quiet", "--manifest-path", manifest];
        let status = std::process::Command::new(env!("CARGO")).args(line).status().unwrap();
        assert!(status.success(), "cargo fetch");
    });
}

fn run(arguments: &[&str]) -> String {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/incident/before/Cargo.toml");
    fetch(manifest);
    let line = ["cargo-vestige", "vestige", arguments[0], "--manifest-path", manifest];
    let line = line.iter().chain(&arguments[1..]).map(Into::into);
    let (mut out, mut err) = (vec![], vec![]);
    let status = cargo_vestige::cli::run(line, &mut out, &mut err);
    assert_eq!(status, 0, "{}", String::from_utf8_lossy(&err));
    String::from_utf8(out).unwrap()
}

#[test]
fn the_map_of_the_incident() {
    let expected = "\
chat_client::main
  connect   websocket  tokio_tungstenite::connect_async  crates/client/src/dial.rs:17
            by chat_client::dial::dial
chat_gateway::main
  connect   websocket  tokio_tungstenite::connect_async  crates/gateway/src/login.rs:69
            by chat_gateway::login::login → chat_gateway::login::reach → chat_gateway::login::reach_legacy
            when environment variable: std::env::var_os(\"LIVE_BY_SLUG\").is_some()
            legacy: chat_gateway::login::reach_legacy
  listen    tcp        tokio::net::TcpListener::bind  crates/gateway/src/main.rs:20
  listen    http       axum::serve  crates/gateway/src/main.rs:23
chat_server::main
  listen    tcp        tokio::net::TcpListener::bind  crates/server/src/main.rs:13
  listen    http       axum::serve  crates/server/src/main.rs:17
  upgrade   websocket  axum::extract::ws::WebSocketUpgrade::on_upgrade  crates/server/src/ws_v2.rs:35
            by chat_server::app::router → chat_server::ws_v2::upgrade
";
    assert_eq!(run(&["connections"]), expected);
}

#[test]
fn the_map_as_a_drawing_names_the_same_steps() {
    let dot = run(&["connections", "--format", "dot"]);
    assert!(dot.contains("\"chat_server::app::router\" -> \"chat_server::ws_v2::upgrade\";"), "{dot}");
    let mermaid = run(&["connections", "--format", "mermaid"]);
    assert_eq!(mermaid.matches("-->").count(), dot.matches("->").count());
    let all: serde_json::Value = serde_json::from_str(&run(&["connections", "--format", "json", "--all"])).unwrap();
    let roles: BTreeSet<&str> = all.as_array().unwrap().iter().filter_map(|way| way["role"].as_str()).collect();
    assert!(roles.contains("send") && roles.contains("upgrade"), "{roles:?}");
}

#[test]
fn the_stages_of_a_websocket_say_where_its_cause_is_lost() {
    let chains: Vec<Chain> = serde_json::from_str(&run(&["connections", "--stages", "--format", "json"])).unwrap();
    let stage = |start: &str, name: &str| {
        let chain = chains.iter().find(|chain| chain.start == start).unwrap();
        chain.stages.iter().find(|stage| stage.name == name).unwrap().places.clone()
    };
    let lost = stage("chat_gateway::login::reach_legacy", "switch");
    assert_eq!(lost.len(), 1);
    assert!(lost[0].told.as_ref().is_some_and(|told| told.contains("organization not found")), "{lost:?}");
    let asked = stage("chat_server::ws_v2::upgrade", "request");
    assert_eq!(asked.len(), 2);
    assert!(asked[1].path.starts_with("GET /{organization_slug}/live"), "{asked:?}");
    assert_eq!(stage("chat_server::ws_v2::upgrade", "established")[0].path, "chat_server::ws_v2::converse");
}
