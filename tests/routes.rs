//! The table of routes of each workspace in `fixtures/routes`, against the lines of its source that begin with `//=`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use cargo_vestige::discover::Request;
use cargo_vestige::finding::RouteRow;
use cargo_vestige::pipeline::{Options, analyse, with_audit};
use std::path::Path;

fn line(row: &RouteRow) -> String {
    let when =
        if row.conditions.is_empty() { String::new() } else { format!(" when {}", row.conditions.join(" and ")) };
    format!("{} {} {}{when}", row.method, row.path, row.handler)
}

#[test]
fn each_framework_has_the_routes_that_its_source_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/routes");
    let mut wrong = String::new();
    let mut folders: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    for folder in &folders {
        let source = std::fs::read_to_string(folder.join("src/main.rs")).unwrap();
        let mut expected: Vec<&str> = source.lines().filter_map(|line| line.strip_prefix("//= ")).collect();
        let request = Request { manifest: folder.join("Cargo.toml"), ..Request::default() };
        let analysis = analyse(&Options { request, ..Options::default() }).unwrap();
        let mut found: Vec<String> = with_audit(&analysis, cargo_vestige::connect::routes).iter().map(line).collect();
        expected.sort_unstable();
        found.sort_unstable();
        if found != expected {
            wrong +=
                &format!("{}:\n  {}\nexpected\n  {}\n", folder.display(), found.join("\n  "), expected.join("\n  "));
        }
    }
    assert!(wrong.is_empty() && folders.len() > 7, "{wrong}");
}
