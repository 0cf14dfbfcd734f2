//! The JSON report against `docs/report.schema.json`, and what the design promises of its order and ids.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use cargo_vestige::finding::{
    AddedSuppression, Comparison, Connection, Finding, Item, Location, Proof, ProofStatus, Related, Removal, Report,
    Suppressed, SuppressedBy, TrailStep, Way,
};
use cargo_vestige::model::{Certainty, DefKind};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders of fixtures, those of every rule among them.
const FOLDERS: [&str; 8] = [
    "unreachable-item",
    "test-only-item",
    "unlinked-file",
    "impossible-cfg",
    "unused-feature",
    "unused-suppression",
    "parse",
    "reach",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// Both halves of the incident, and every workspace of the folders.
fn fixtures() -> Vec<PathBuf> {
    let folders = FOLDERS.iter().flat_map(|folder| fs::read_dir(root().join(folder)).expect("a folder of fixtures"));
    let mut all: Vec<PathBuf> = folders.map(|entry| entry.expect("an entry").path()).collect();
    all.retain(|folder| folder.join("Cargo.toml").is_file());
    all.extend(["before", "after"].map(|half| root().join("incident").join(half)));
    all.sort();
    assert!(all.len() > 20, "{all:?}");
    all
}

fn audit(folder: &Path) -> Vec<u8> {
    let mut line: Vec<OsString> =
        vec!["cargo-vestige".into(), "--manifest-path".into(), folder.join("Cargo.toml").into()];
    line.extend(["--format", "json", "--quiet"].map(OsString::from));
    let (mut out, mut err) = (vec![], vec![]);
    let status = cargo_vestige::cli::run(line.into_iter(), &mut out, &mut err);
    assert!(status < 2, "{}: {}", folder.display(), String::from_utf8_lossy(&err));
    out
}

fn report(folder: &Path) -> Value {
    serde_json::from_slice(&audit(folder)).expect("stdout is JSON")
}

fn schema() -> Value {
    serde_json::from_str(include_str!("../docs/report.schema.json")).expect("the schema is JSON")
}

/// The schema, but without room for fields that it does not name.
fn strict(schema: &Value) -> Value {
    match schema {
        Value::Object(fields) => {
            let closed = |(key, value): (&String, &Value)| match (key.as_str(), value) {
                ("additionalProperties", Value::Bool(true)) => (key.clone(), Value::Bool(false)),
                _ => (key.clone(), strict(value)),
            };
            Value::Object(fields.iter().map(closed).collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(strict).collect()),
        other => other.clone(),
    }
}

fn assert_valid(schema: &Value, report: &Value, of: &str) {
    let validator = jsonschema::validator_for(schema).expect("the schema compiles");
    let errors: Vec<String> =
        validator.iter_errors(report).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{of}:\n{}", errors.join("\n"));
}

#[test]
fn the_schema_is_a_schema() {
    jsonschema::meta::validate(&schema()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(schema()["$id"], "urn:cargo-vestige:report:1");
}

#[test]
fn reports_of_fixtures_are_valid_and_the_schema_names_all_their_fields() {
    let strict = strict(&schema());
    let mut seen = BTreeSet::new();
    for folder in fixtures() {
        let report = report(&folder);
        assert_valid(&strict, &report, &folder.to_string_lossy());
        for finding in report["findings"].as_array().expect("findings") {
            seen.insert(finding["code"].as_str().expect("a code").to_owned());
            for field in ["notes", "trail", "island", "removal"] {
                let used = finding[field].is_string() || finding[field].as_array().is_some_and(|list| !list.is_empty());
                seen.extend(used.then(|| field.to_owned()));
            }
        }
    }
    // Else the fixtures would show nothing.
    let wanted = FOLDERS[..6].iter().chain(&["notes", "trail", "island", "removal"]);
    for wanted in wanted {
        assert!(seen.contains(*wanted), "no fixture has {wanted}");
    }
}

fn place() -> Location {
    let file = "crates/server/src/ws_v1.rs".to_owned();
    Location { file, line: 12, column: 14, end_line: 12, end_column: 21, byte_start: 310, byte_end: 317 }
}

/// A report with every optional part filled in.
fn full() -> Report {
    let mut report: Report =
        serde_json::from_value(report(&root().join("incident/before"))).expect("the report reads back");
    report.gate.compared_with = Some("main".into());
    let gone = report.findings.iter().take(2).map(Finding::identity).collect();
    let (codes, reason, until) = (vec!["legacy-path".into()], "a reason".into(), Some("2027-03".into()));
    report.gate.comparison = Some(Comparison {
        new: 1,
        fixed: 2,
        unchanged: 3,
        gone,
        changes: vec!["this change adds `a`".into()],
        suppressions: vec![AddedSuppression { location: place(), codes, reason, until }],
    });
    report.findings.truncate(1);
    let first = &mut report.findings[0];
    let (by, reason, until) = (SuppressedBy::Comment, "a reason".into(), None);
    first.suppressed = Some(Suppressed { by, reason, until });
    first.notes = vec!["a note".into()];
    first.related = vec![Related { message: "twin".into(), location: place() }];
    let (guard, cfg) = (Some("legacy".into()), Some("unix".into()));
    let path = "server::main".to_owned();
    first.trail = vec![
        TrailStep { path: path.clone(), location: place(), guard, cfg, certainty: Certainty::ByName },
        TrailStep { path, location: place(), guard: None, cfg: None, certainty: Certainty::Exact },
    ];
    first.condition = Some("feature = \"legacy-ws\"".into());
    first.island = Some(first.id.clone());
    let (protocol, role) = ("websocket".into(), "upgrade".into());
    first.connection = Some(Connection { protocol, role, api: "axum::extract::ws::WebSocketUpgrade".into() });
    first.removal = vec![Removal { file: place().file, byte_start: 280, byte_end: 512, replacement: String::new() }];
    first.proof = Some(Proof {
        status: ProofStatus::Compiles,
        rounds: 1,
        features: vec!["default".into()],
        rustc: "rustc 1.95.0".into(),
        errors: vec![],
    });
    report.connections = vec![Way {
        entry: "server::main".into(),
        api: "axum::extract::ws::WebSocketUpgrade".into(),
        role: "accept".into(),
        protocol: "websocket".into(),
        location: place(),
        trail: first.trail.clone(),
        conditions: vec!["environment variable: LEGACY".into()],
        legacy: vec!["server::ws_v1".into()],
        twins: vec!["server::ws_v1::upgrade".into()],
    }];
    report
}

#[test]
fn a_full_report_is_valid() {
    assert_valid(&strict(&schema()), &serde_json::to_value(full()).unwrap(), "the full report");
}

#[test]
fn every_kind_of_item_is_valid() {
    use DefKind::*;
    let kinds = [
        Function,
        Method,
        AssociatedFunction,
        AssociatedConstant,
        AssociatedType,
        Struct,
        Enum,
        Union,
        Trait,
        TypeAlias,
        Constant,
        Static,
        Variant,
        Field,
        Macro,
        ReExport,
        Module,
        Impl,
        DocTest,
        Anonymous,
    ];
    let names = kinds.iter().map(|kind| kind.as_str()).chain(["file", "feature", "route"]);
    for name in names {
        let mut report = full();
        let (path, package) = ("a::b".into(), "a".into());
        report.findings[0].item =
            Item { kind: name.into(), path, name: "b".into(), package, visibility: "pub(crate)".into() };
        assert_valid(&schema(), &serde_json::to_value(report).unwrap(), name);
    }
}

#[test]
fn a_field_more_is_valid() {
    let mut report = serde_json::to_value(full()).unwrap();
    report["findings"][0]["new"] = json!(1);
    report["workspace"]["new"] = json!(1);
    assert_valid(&schema(), &report, "the report with additions");
}

#[test]
fn a_field_less_is_not_valid() {
    let validator = jsonschema::validator_for(&schema()).expect("the schema compiles");
    let report = serde_json::to_value(full()).unwrap();
    let mut tried = 0;
    for object in [
        "",
        "/tool",
        "/workspace",
        "/gate",
        "/summary",
        "/findings/0",
        "/findings/0/item",
        "/findings/0/location",
        "/findings/0/related/0",
        "/findings/0/trail/0",
        "/findings/0/trail/1/location",
        "/findings/0/connection",
        "/findings/0/removal/0",
        "/connections/0",
    ] {
        let fields = report.pointer(object).and_then(Value::as_object).unwrap_or_else(|| panic!("no {object}"));
        // Reports of before have none of these.
        let later = ["enforced", "comparison", "suppressed", "twins"];
        for field in fields.keys().filter(|field| !later.contains(&field.as_str())) {
            let mut broken = report.clone();
            broken.pointer_mut(object).and_then(Value::as_object_mut).unwrap().remove(field);
            assert!(!validator.is_valid(&broken), "valid without {object}/{field}");
            tried += 1;
        }
    }
    assert!(tried > 60, "only {tried} fields");
}

#[test]
fn a_broken_report_is_not_valid() {
    let validator = jsonschema::validator_for(&schema()).expect("the schema compiles");
    let report = serde_json::to_value(full()).unwrap();
    assert!(validator.is_valid(&report));
    for (pointer, value) in [
        ("/schema", json!(2)),
        ("/tool/name", json!("another")),
        ("/tool/version", json!(1)),
        ("/workspace/root", json!("elsewhere")),
        ("/workspace/complete", json!("yes")),
        ("/workspace/files", json!(-1)),
        ("/workspace/notes", json!([1])),
        ("/gate/status", json!("passed")),
        ("/gate/reasons", json!("because")),
        ("/summary/by_code", json!({"unreachable-item": "two"})),
        ("/summary/removable_lines", json!(1.5)),
        ("/findings/0/id", json!("7D492A78B922C91B")),
        ("/findings/0/id", json!("7d492a78b922c91")),
        ("/findings/0/code", json!("UnreachableItem")),
        ("/findings/0/family", json!("dead")),
        ("/findings/0/level", json!("error")),
        ("/findings/0/confidence", json!("sure")),
        ("/findings/0/item/kind", json!("thing")),
        ("/findings/0/item/visibility", json!("public")),
        ("/findings/0/location/line", json!(0)),
        ("/findings/0/location/file", json!("src\\main.rs")),
        ("/findings/0/message", json!("")),
        ("/findings/0/trail/0/certainty", json!("ByName")),
        ("/findings/0/island", json!("none")),
        ("/findings/0/connection", json!("websocket")),
        ("/findings/0/removal/0/byte_end", Value::Null),
        ("/findings", Value::Null),
        ("/connections", json!({})),
    ] {
        let mut broken = report.clone();
        *broken.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value.clone();
        assert!(!validator.is_valid(&broken), "valid with {value} at {pointer}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let copies = Folder::new("same-bytes");
    for folder in fixtures() {
        let first = audit(&folder);
        let again = audit(&folder);
        assert!(first == again, "{}: two runs differ", folder.display());
        // Where the workspace lies is no part of the input.
        let copy = copies.0.join(folder.strip_prefix(root()).unwrap());
        copy_folder(&folder, &copy);
        let elsewhere = audit(&copy);
        let (first, elsewhere) = (String::from_utf8_lossy(&first), String::from_utf8_lossy(&elsewhere));
        assert_eq!(first, elsewhere, "{}: a copy differs", folder.display());
    }
}

#[test]
fn findings_are_sorted_and_their_ids_are_unique() {
    for folder in fixtures() {
        let report = report(&folder);
        let findings = report["findings"].as_array().expect("findings");
        let key = |finding: &Value| {
            let at = &finding["location"];
            let file = at["file"].as_str().expect("a file").to_owned();
            (finding["connection"].is_null(), file, at["line"].as_u64().expect("a line"), at["column"].as_u64())
        };
        assert!(findings.is_sorted_by_key(key), "{}: not sorted", folder.display());
        let mut ids = BTreeSet::new();
        for finding in findings {
            let id = finding["id"].as_str().expect("an id");
            assert!(id.len() == 16 && id.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f')), "{id}");
            assert!(ids.insert(id), "{}: two findings have the id {id}", folder.display());
        }
        assert_eq!(report["summary"]["findings"], findings.len(), "{}", folder.display());
        let by_code = report["summary"]["by_code"].as_object().expect("counts");
        let sum: u64 = by_code.values().map(|count| count.as_u64().expect("a count")).sum();
        assert_eq!(sum, findings.len() as u64, "{}", folder.display());
    }
}

/// Every finding by its id: code, path, file and line.
fn by_id(report: &Value) -> BTreeMap<String, (String, String, String, u64)> {
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let findings = report["findings"].as_array().expect("findings").iter();
    findings
        .map(|finding| {
            let at = &finding["location"];
            let line = at["line"].as_u64().expect("a line");
            (text(&finding["id"]), (text(&finding["code"]), text(&finding["item"]["path"]), text(&at["file"]), line))
        })
        .collect()
}

#[test]
fn ids_outlive_blank_lines() {
    let copy = Folder::new("blank-lines");
    copy_folder(&root().join("incident/before"), &copy.0);
    let mut before = by_id(&report(&copy.0));
    assert!(before.len() > 10, "{before:?}");
    let files: BTreeSet<String> = before.values().map(|(_, _, file, _)| file.clone()).collect();
    for file in files {
        let path = copy.0.join(&file);
        let text = fs::read_to_string(&path).expect("a file of the fixture");
        fs::write(&path, format!("\n\n\n{text}")).expect("the copy is writable");
        for (code, _, _, line) in before.values_mut().filter(|(_, _, other, _)| *other == file) {
            // A file as a whole is reported at its first line.
            *line += if code == "unlinked-file" { 0 } else { 3 };
        }
        assert_eq!(by_id(&report(&copy.0)), before, "after blank lines in {file}");
    }
}

#[test]
fn ids_outlive_a_rename() {
    let folder = Folder::new("rename");
    fs::create_dir_all(folder.0.join("src/old")).unwrap();
    let manifest = "[package]\nname = \"app\"\nedition = \"2024\"\npublish = false\n\n[workspace]\n";
    fs::write(folder.0.join("Cargo.toml"), manifest).unwrap();
    fs::write(folder.0.join("src/main.rs"), "mod old;\nfn main() {\n    old::live();\n}\n").unwrap();
    // A condition inside a body is named by its file today, so its id does not outlive this; wanted is that it does:
    // `pub fn live() {\n    #[cfg(all(unix, not(unix)))]\n    loop {}\n}\n`
    let module = "pub fn live() {}\npub fn dead() {}\n#[cfg(feature = \"gone\")]\npub fn never() {}\n";
    fs::write(folder.0.join("src/old.rs"), module).unwrap();
    let before: Vec<String> = by_id(&report(&folder.0)).into_keys().collect();
    assert_eq!(before.len(), 2);
    fs::rename(folder.0.join("src/old.rs"), folder.0.join("src/old/mod.rs")).unwrap();
    let after: Vec<String> = by_id(&report(&folder.0)).into_keys().collect();
    assert_eq!(before, after);
}

/// A folder of a test; it goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("cargo-vestige-schema-{}-{test}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A second panic would hide the first one.
        drop(fs::remove_dir_all(&self.0));
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for the copy");
    for entry in fs::read_dir(from).expect("the folder is readable") {
        let entry = entry.expect("an entry");
        let goal = to.join(entry.file_name());
        match entry.file_type().expect("its type") {
            kind if kind.is_dir() && entry.file_name() == "target" => {}
            kind if kind.is_dir() => copy_folder(&entry.path(), &goal),
            _ => drop(fs::copy(entry.path(), &goal).expect("the file can be copied")),
        }
    }
}
