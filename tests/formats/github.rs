//! Workflow commands and the summary of the step.

use crate::{finding, full, island, report};
use cargo_vestige::finding::{Finding, Level};
use cargo_vestige::report::github;
use std::io::Write;

/// The commands, and the summary.
fn both(findings: Vec<Finding>) -> (Vec<String>, String) {
    let (mut out, mut summary): (Vec<u8>, Vec<u8>) = (vec![], vec![]);
    let as_summary: &mut dyn Write = &mut summary;
    github::write(&report(findings), &mut out, Some(as_summary)).expect("memory takes everything");
    let out = String::from_utf8(out).expect("text");
    (out.lines().map(str::to_owned).collect(), String::from_utf8(summary).expect("text"))
}

fn many(count: u32, level: Level) -> Vec<Finding> {
    let all = (1..=count).map(|line| Finding { level, ..finding("unreachable-item", "src/a.rs", line) });
    all.collect()
}

#[test]
fn a_finding_is_one_line() {
    let (lines, summary) = both(vec![full()]);
    let wanted = "::warning file=src/ws.rs,line=1,endLine=1,col=4,endColumn=8,title=legacy-path::\
                  function `dead_1` is never used%0Amarked: `legacy`%0Aalso reached";
    assert_eq!(lines, [wanted]);
    assert_eq!(summary, "");
}

#[test]
fn what_would_end_a_part_is_escaped() {
    let mut odd = finding("legacy-path", "src/a,b:c%.rs", 1);
    odd.message = "100%, a: b\r\n::error::no".into();
    let (lines, _) = both(vec![odd]);
    let wanted = "::warning file=src/a%2Cb%3Ac%25.rs,line=1,endLine=1,col=4,endColumn=8,title=legacy-path::\
                  100%25, a: b%0D%0A::error::no";
    assert_eq!(lines, [wanted]);
}

#[test]
fn columns_are_for_one_line() {
    let mut long = finding("legacy-path", "src/a.rs", 1);
    long.location.end_line = 3;
    let (lines, _) = both(vec![long]);
    assert!(lines[0].starts_with("::warning file=src/a.rs,line=1,endLine=3,title="), "{}", lines[0]);
}

#[test]
fn an_island_is_one_annotation() {
    let (lines, _) = both(island());
    assert_eq!(lines.len(), 1);
    assert!(
        lines[0].contains("line=7,") && lines[0].ends_with("::function `dead_7` is never used, and 2 more die with it")
    );
}

#[test]
fn an_island_without_its_head_is_told_one_by_one() {
    let mut members = island();
    members.remove(1);
    assert_eq!(both(members).0.len(), 2);
}

#[test]
fn ten_of_each_and_the_rest_in_the_summary() {
    let mut findings = many(12, Level::Warn);
    findings.extend(many(11, Level::Deny).into_iter().map(|it| Finding { id: format!("{}x", it.id), ..it }));
    let (lines, summary) = both(findings);
    assert_eq!(lines.len(), 21);
    // What is denied goes first.
    assert!(lines[..10].iter().all(|line| line.starts_with("::error ")), "{lines:?}");
    assert!(lines[10..20].iter().all(|line| line.starts_with("::warning ")), "{lines:?}");
    let notice =
        "::notice title=cargo-vestige::3 more findings without an annotation; the summary of the step lists them";
    assert_eq!(lines[20], notice);
    let listed: Vec<&str> = summary.lines().filter(|line| line.starts_with("- ")).collect();
    assert_eq!(listed.len(), 3, "{summary}");
    assert_eq!(listed[0], "- `src/a.rs:11` `unreachable-item`: function `dead_11` is never used");
    assert!(summary.starts_with("### cargo-vestige: 3 more findings\n\n"), "{summary}");
}

#[test]
fn without_a_summary_the_rest_is_counted() {
    let mut out = vec![];
    github::write(&report(many(11, Level::Warn)), &mut out, None).expect("memory takes everything");
    let out = String::from_utf8(out).expect("text");
    assert_eq!(out.lines().count(), 11);
    assert!(out.ends_with("::notice title=cargo-vestige::1 more finding without an annotation\n"), "{out}");
}

#[test]
fn the_summary_has_an_end() {
    let mut findings = many(40, Level::Warn);
    findings.iter_mut().for_each(|it| it.message = "x".repeat(50_000));
    let (_, summary) = both(findings);
    assert!(summary.len() < 1 << 20, "{}", summary.len());
    assert!(
        summary.ends_with("\nThere is no room here for 13 more findings.\n"),
        "{}",
        &summary[summary.len() - 100..]
    );
}
