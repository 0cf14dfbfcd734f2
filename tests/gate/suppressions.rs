//! Suppressions: what they hide, how that is shown, and that those of a change are listed. What they cannot do is in
//! `fixtures/unused-suppression`, `expired-suppression` and `malformed-suppression`.

use crate::{Package, counts, paths};

const SUPPRESSED: &str = "// vestige: allow(unreachable-item, until = \"2999-01\") -- a script calls it\nfn first() { second(); }\nfn second() {}\n";

#[test]
fn what_is_suppressed_is_shown_on_demand_and_counts_for_nothing() {
    let text = format!(
        "{SUPPRESSED}#[expect(dead_code, reason = \"a plug-in\")]\nfn third() {{}}\n#[allow(dead_code)]\nfn fourth() {{}}\nfn main() {{}}\n"
    );
    let package = Package::new(&[("src/main.rs", &text)]);
    let report = package.run(&["check", "--format", "json", "--quiet"]).report(0);
    assert_eq!((paths(&report).len(), report["summary"]["suppressed"].as_u64()), (0, Some(2)));
    let report = package.run(&["check", "--format", "json", "--quiet", "--ignored-too"]).report(0);
    assert_eq!(paths(&report), ["app::first", "app::second", "app::third", "app::fourth"]);
    let said =
        |row: usize, key: &str| report["findings"][row]["suppressed"][key].as_str().unwrap_or_default().to_owned();
    assert_eq!([said(0, "by"), said(0, "reason"), said(0, "until")], ["comment", "a script calls it", "2999-01"]);
    assert_eq!(said(1, "reason"), "something that is suppressed uses it");
    assert_eq!([said(2, "by"), said(2, "reason")], ["attribute", "a plug-in"]);
    assert_eq!(said(3, "reason"), "#[allow(dead_code)]");
    assert_eq!(report["summary"]["findings"], 0);
    let ran = package.run(&["check", "--ignored-too", "--color", "never"]);
    assert!(ran.out.contains("suppressed until 2999-01: a script calls it"), "{}", ran.out);
    assert!(ran.out.contains("nothing to report"), "{}", ran.out);
}

#[test]
fn other_formats_leave_out_what_is_suppressed_or_say_so() {
    let package = Package::new(&[("src/main.rs", &format!("{SUPPRESSED}fn main() {{}}\n"))]);
    for format in ["github", "gitlab", "junit", "cargo", "markdown"] {
        let ran = package.run(&["check", "--ignored-too", "--format", format, "--quiet"]);
        assert!(ran.status == 0 && !ran.out.contains("first"), "{format}: {}", ran.out);
    }
    let ran = package.run(&["check", "--ignored-too", "--format", "sarif", "--quiet"]);
    let log: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let suppression = &log["runs"][0]["results"][0]["suppressions"][0];
    assert_eq!(suppression["kind"], "inSource");
    assert_eq!(suppression["justification"], "suppressed until 2999-01: a script calls it");
}

#[test]
fn those_of_a_change_are_listed_and_those_that_move_are_not() {
    let package = Package::new(&[("src/main.rs", &format!("{SUPPRESSED}fn main() {{}}\n"))]);
    let more = "// vestige: allow(unreachable-item) -- it is new\nfn new() {}\n#[expect(dead_code, reason = \"too\")]\nfn too() {}\n";
    package.write("src/main.rs", &format!("fn main() {{}}\n{SUPPRESSED}{more}"));
    let report = package.gate("HEAD").report(0);
    assert_eq!(counts(&report), [0, 0, 0]);
    let listed = report["gate"]["comparison"]["suppressions"].as_array().unwrap();
    let reasons: Vec<&str> = listed.iter().map(|it| it["reason"].as_str().unwrap()).collect();
    assert_eq!(reasons, ["it is new", "too"]);
    let ran = package.run(&["gate", "--base", "HEAD", "--color", "never"]);
    assert!(ran.out.contains("this change suppresses `unreachable-item` at `src/main.rs:5`: it is new"), "{}", ran.out);
}

#[test]
fn a_suppression_that_a_change_takes_away_brings_its_finding() {
    let package = Package::new(&[("src/main.rs", &format!("{SUPPRESSED}fn main() {{}}\n"))]);
    package.write("src/main.rs", "fn first() { second(); }\nfn second() {}\nfn main() {}\n");
    assert_eq!(paths(&package.gate("HEAD").report(1)), ["app::first", "app::second"]);
}
