//! The comment on a pull request.

use crate::{finding, full, island, report, written};
use cargo_vestige::finding::{Finding, Report};
use cargo_vestige::report::markdown;

fn comment(report: &Report) -> String {
    written(|out| markdown::write(report, out))
}

/// The line of a finding with this message.
fn line(message: &str) -> String {
    let finding = Finding { message: message.into(), ..finding("legacy-path", "src/a.rs", 1) };
    let text = comment(&report(vec![finding]));
    let line = text.lines().find_map(|line| line.strip_prefix("- `src/a.rs:1` `legacy-path`: "));
    line.expect("the line").to_owned()
}

#[test]
fn the_mark_is_first_and_then_the_verdict() {
    let mut report = report(vec![full()]);
    report.gate.status = "fail".into();
    report.gate.reasons = vec!["1 findings at or above `warn`".into()];
    report.gate.compared_with = Some("main".into());
    let text = comment(&report);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "<!-- cargo-vestige -->");
    let verdict = "**cargo-vestige: the gate fails**: 1 findings at or above `warn`, compared with `main`";
    assert_eq!(lines[1], verdict);
    assert!(text.contains("\n| rule | findings |\n| :-- | --: |\n| `legacy-path` | 1 |\n"), "{text}");
}

#[test]
fn nothing_to_report_is_said() {
    let mut report = report(vec![]);
    report.workspace.notes.clear();
    let text = comment(&report);
    assert_eq!(text, "<!-- cargo-vestige -->\n**cargo-vestige: the gate passes**: nothing to report\n");
}

#[test]
fn an_incomplete_analysis_is_said() {
    let mut report = report(vec![]);
    report.workspace.complete = false;
    report.workspace.notes = (0..30).map(|row| format!("file {row}")).collect();
    let text = comment(&report);
    assert!(text.contains("<summary>the analysis is incomplete</summary>\n\n- note: file 0\n"), "{text}");
    assert!(text.contains("- note: file 19\n- 10 more notes\n"), "{text}");
}

#[test]
fn connections_come_first() {
    let mut findings = vec![full()];
    findings.extend(island());
    let text = comment(&report(findings));
    let at = |piece: &str| text.find(piece).unwrap_or_else(|| panic!("no {piece} in {text}"));
    assert!(at("### On connections") < at("`src/ws.rs:1`"));
    assert!(at("`src/ws.rs:1`") < at("### Findings"));
    assert!(at("### Findings") < at("`src/island.rs:7`"));
}

#[test]
fn an_island_is_one_line_with_its_names_folded() {
    let text = comment(&report(island()));
    assert_eq!(text.lines().filter(|line| line.starts_with("- `src/island.rs")).count(), 1);
    assert!(text.contains("and 2 more die with it\n"), "{text}");
    assert!(text.contains("- dies with it: function `server::dead_3`, function `server::dead_9`\n"), "{text}");
}

#[test]
fn details_are_folded() {
    let text = comment(&report(vec![full()]));
    let wanted = "- `src/ws.rs:1` `legacy-path`: function `dead_1` is never used

  <details><summary>details</summary>

  - note: marked: `legacy`
  - note: also reached
  - under: `feature = \"ws\"`
  - connection: websocket, upgrade, `axum::WebSocketUpgrade`
  - reached by: ``server::main, when `LEGACY` is set, under feature = \"ws\"`` → `server::dead_1, known by name only`
  - see: `src/twin.rs:5` its twin

  </details>
";
    assert!(text.contains(wanted), "{text}");
}

#[test]
fn text_is_meant_as_it_is_written() {
    assert_eq!(line("a <b> & *c* _d_ [e](f) #1 | ~g~ $h$"), r"a \<b\> \& \*c\* \_d\_ \[e\](f) \#1 \| \~g\~ \$h\$");
    assert_eq!(line("`Vec<_>` and <T>"), r"`Vec<_>` and \<T\>");
    assert_eq!(line("``a ` <b>`` <c>"), r"``a ` <b>`` \<c\>");
    // A backtick without another is none of Markdown's.
    assert_eq!(line("a ` <b>"), r"a \` \<b\>");
    assert_eq!(line("a `` <b>` c"), r"a \`\` \<b\>\` c");
    assert_eq!(line("ask @someone\nnow"), "ask @&#8203;someone now");
}

#[test]
fn a_path_with_backticks_stays_code() {
    let text = comment(&report(vec![finding("legacy-path", "src/a`b.rs", 1)]));
    assert!(text.contains("- ``src/a`b.rs:1`` "), "{text}");
}

#[test]
fn a_comment_has_an_end() {
    let findings: Vec<Finding> = (1..=3_000).map(|line| finding("unreachable-item", "src/ä.rs", line)).collect();
    let text = comment(&report(findings));
    assert!(text.chars().count() <= 60_000, "{}", text.chars().count());
    assert!(text.chars().count() > 59_000, "{}", text.chars().count());
    let shown = text.lines().filter(|line| line.starts_with("- `src")).count();
    let last = format!("\nFindings left out, because a comment holds no more: {}.\n", 3_000 - shown);
    assert!(text.ends_with(&last), "{}", &text[text.len() - 100..]);
}

#[test]
fn what_has_no_room_unfolded_is_one_line() {
    let mut long = full();
    long.notes = vec!["x".repeat(70_000)];
    let text = comment(&report(vec![long, full()]));
    assert!(!text.contains("xxx"));
    assert_eq!(text.matches("- `src/ws.rs:1`").count(), 2);
    assert!(!text.contains("left out"));
}
