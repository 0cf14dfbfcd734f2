//! SARIF against its schema, and against what GitHub asks beyond it.

use crate::{finding, full, island, report, rules, written};
use cargo_vestige::finding::{Level, Related, Report};
use cargo_vestige::report::sarif;
use serde_json::Value;

fn log(report: &Report) -> Value {
    let text = written(|out| sarif::write(report, &rules(), out));
    serde_json::from_str(&text).expect("JSON")
}

fn many(count: usize) -> Report {
    report((1..=count as u32).map(|line| finding("unreachable-item", "src/a.rs", line)).collect())
}

/// The official schema, as the crate `serde-sarif` ships it: it makes its types of it.
fn schema() -> Value {
    let home = std::env::var_os("CARGO_HOME").map(std::path::PathBuf::from);
    let request = cargo_vestige::discover::Request {
        manifest: concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml").into(),
        cargo_home: home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))),
        ..Default::default()
    };
    let dependencies = cargo_vestige::discover::discover(&request).expect("this package").dependencies;
    let found = dependencies.iter().find(|package| package.name == "serde-sarif").expect("a dependency of the tests");
    let folder = found.folder.as_ref().expect("its sources, which were built");
    let text = std::fs::read_to_string(folder.join("src/schema.json")).expect("the schema");
    let mut schema: Value = serde_json::from_str(&text).expect("the schema is JSON");
    // Its pattern for a language, which no log of ours has, is no regular expression: a bracket too many.
    for of in ["run", "toolComponent"] {
        let language = schema.pointer_mut(&format!("/definitions/{of}/properties/language"));
        assert!(language.and_then(Value::as_object_mut).expect("an object").remove("pattern").is_some());
    }
    schema
}

fn assert_valid(log: &Value) {
    let validator = jsonschema::validator_for(&schema()).expect("the schema compiles");
    let errors: Vec<String> =
        validator.iter_errors(log).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

/// Every text in it, by its path.
fn texts(value: &Value, path: &str, out: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => out.push((path.to_owned(), text.clone())),
        Value::Array(items) => items.iter().for_each(|item| texts(item, path, out)),
        Value::Object(fields) => fields.iter().for_each(|(key, value)| texts(value, &format!("{path}/{key}"), out)),
        _ => {}
    }
}

#[test]
fn it_is_valid_and_says_nothing_empty() {
    let mut all = island();
    all.push(full());
    // What no rule makes: the format stands it all the same.
    let mut bare = finding("a-rule-of-tomorrow", "", 0);
    bare.message = String::new();
    bare.item.path = String::new();
    bare.notes = vec![String::new()];
    bare.related = vec![Related { message: String::new(), location: Default::default() }; 2];
    all.push(bare);
    let log = log(&report(all));
    assert_valid(&log);
    let mut found = vec![];
    texts(&log, "", &mut found);
    assert!(found.len() > 100, "{}", found.len());
    for (path, text) in found {
        assert!(!text.trim().is_empty(), "{path} is empty");
    }
}

#[test]
fn the_schema_finds_faults() {
    let mut log = log(&report(vec![full()]));
    log["runs"][0]["results"][0]["level"] = "warn".into();
    assert!(!jsonschema::is_valid(&schema(), &log));
    // What types cannot hold, the types that are made of it refuse too.
    assert!(serde_json::from_value::<serde_sarif::sarif::Sarif>(log).is_err());
}

#[test]
fn a_run_without_findings_is_valid() {
    let log = log(&report(vec![]));
    assert_valid(&log);
    assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
}

#[test]
fn a_result_has_all_that_a_finding_has() {
    let finding = full();
    let log = log(&report(vec![finding.clone()]));
    let run = &log["runs"][0];
    let result = &run["results"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["automationDetails"]["id"], "cargo-vestige/");
    assert_eq!(result["level"], "warning");
    let row = result["ruleIndex"].as_u64().expect("a row") as usize;
    assert_eq!(run["tool"]["driver"]["rules"][row]["id"], result["ruleId"]);
    assert_eq!(result["message"]["text"], "function `dead_1` is never used.\nmarked: `legacy`.\nalso reached.");
    assert_eq!(result["partialFingerprints"]["vestige/v1"], finding.id);
    assert_eq!(result["partialFingerprints"]["primaryLocationLineHash"], format!("{}:1", finding.id));
    let place = &result["locations"][0];
    assert_eq!(place["physicalLocation"]["artifactLocation"]["uri"], "src/ws.rs");
    let region = serde_json::json!({ "startLine": 1, "startColumn": 4, "endLine": 1, "endColumn": 8 });
    assert_eq!(place["physicalLocation"]["region"], region);
    assert_eq!(place["logicalLocations"][0]["fullyQualifiedName"], "server::dead_1");
    let steps = &result["codeFlows"][0]["threadFlows"][0]["locations"];
    let first = "server::main, when `LEGACY` is set, under feature = \"ws\"";
    assert_eq!(steps[0]["location"]["message"]["text"], first);
    assert_eq!(steps[1]["location"]["message"]["text"], "server::dead_1, known by name only");
    assert_eq!(result["relatedLocations"][0]["message"]["text"], "its twin");
    assert_eq!(result["properties"]["connection"]["role"], "upgrade");
    assert_eq!(result["properties"]["island"], Value::Null);
    assert_eq!(result["properties"].get("island"), None);
}

#[test]
fn a_denied_finding_is_an_error() {
    let mut denied = full();
    denied.level = Level::Deny;
    assert_eq!(log(&report(vec![denied]))["runs"][0]["results"][0]["level"], "error");
}

#[test]
fn paths_are_encoded() {
    let log = log(&report(vec![finding("unreachable-item", "c:/a b/ü%#?.rs", 1)]));
    let uri = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "c%3A/a%20b/%C3%BC%25%23%3F.rs");
    assert_valid(&log);
}

#[test]
fn descriptions_are_complete_and_short() {
    let mut rules = rules();
    rules[0].summary = "é".repeat(2_000);
    rules[0].doc = format!("First.\n\n# Why\n{}", "x".repeat(2_000));
    let text = written(|out| sarif::write(&report(vec![]), &rules, out));
    let log: Value = serde_json::from_str(&text).expect("JSON");
    let told = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(told.len(), rules.len());
    for (told, rule) in told.iter().zip(&rules) {
        assert_eq!(told["id"], rule.code);
        assert_eq!(told["help"]["markdown"], rule.doc);
        for part in ["shortDescription", "fullDescription", "help"] {
            let text = told[part]["text"].as_str().expect("text");
            assert!(!text.is_empty() && (part == "help" || text.chars().count() <= 1_024), "{}: {part}", rule.code);
        }
        assert!(told["properties"]["tags"].as_array().expect("tags").len() <= 10);
    }
    assert_eq!(told[1]["name"], "TestOnlyItem");
    let full = told[1]["fullDescription"]["text"].as_str().expect("text");
    assert!(full.contains("production does not use it") && !full.contains('#'), "{full}");
}

#[test]
fn an_incomplete_analysis_did_not_succeed() {
    let mut report = report(vec![]);
    report.workspace.complete = false;
    let invocation = &log(&report)["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(invocation["toolExecutionNotifications"][0]["message"]["text"], "a note");
    assert_eq!(invocation["toolExecutionNotifications"][0]["level"], "warning");
}

#[test]
fn limits_are_kept() {
    let mut report = many(25_003);
    let related = report.findings[0].location.clone();
    report.findings[0].related = vec![Related { message: "twin".into(), location: related }; 150];
    report.findings[0].trail = vec![full().trail[0].clone(); 1_200];
    let run = &log(&report)["runs"][0];
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 25_000);
    assert_eq!(results[0]["relatedLocations"].as_array().expect("places").len(), 100);
    let steps = &results[0]["codeFlows"][0]["threadFlows"][0]["locations"];
    assert_eq!(steps.as_array().expect("steps").len(), 1_000);
    let told = &run["invocations"][0]["toolExecutionNotifications"][1]["message"]["text"];
    assert!(told.as_str().expect("text").starts_with("3 findings are left out"), "{told}");
}
