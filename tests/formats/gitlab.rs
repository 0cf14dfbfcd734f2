//! The code quality report.

use crate::{finding, full, island, report, written};
use cargo_vestige::finding::{Finding, Level};
use cargo_vestige::report::gitlab;
use serde_json::{Value, json};

fn all(findings: Vec<Finding>) -> Vec<Value> {
    let report = report(findings);
    let text = written(|out| gitlab::write(&report, out));
    // GitLab takes no mark of the byte order.
    assert!(text.starts_with('['));
    serde_json::from_str(&text).expect("an array")
}

#[test]
fn a_finding_has_the_fields_that_are_read() {
    let finding = finding("unreachable-item", "src/a.rs", 3);
    let wanted = json!({
        "description": "function `dead_3` is never used",
        "check_name": "unreachable-item",
        "fingerprint": finding.id,
        "severity": "minor",
        "location": { "path": "src/a.rs", "lines": { "begin": 3, "end": 3 } },
    });
    assert_eq!(all(vec![finding]), [wanted]);
}

#[test]
fn severity_follows_level_and_connection() {
    let mut denied = full();
    denied.level = Level::Deny;
    let severities: Vec<Value> = all(vec![denied, full()]).iter().map(|it| it["severity"].clone()).collect();
    assert_eq!(severities, ["critical", "major"]);
}

#[test]
fn fingerprints_are_unique() {
    let all = all(island());
    let fingerprints: std::collections::BTreeSet<&str> =
        all.iter().filter_map(|it| it["fingerprint"].as_str()).collect();
    assert_eq!(fingerprints.len(), 3);
}

#[test]
fn nothing_is_an_empty_array() {
    assert_eq!(all(vec![]), Vec::<Value>::new());
}
