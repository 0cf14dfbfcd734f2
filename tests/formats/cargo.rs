//! Messages of cargo, read by the parser that rust-analyzer uses.

use crate::{finding, full, proof, report};
use cargo_metadata::diagnostic::{Applicability, Diagnostic, DiagnosticLevel};
use cargo_metadata::{CompilerMessage, Message};
use cargo_vestige::finding::{Finding, Level, ProofStatus, Removal};
use cargo_vestige::report::cargo::{self, PackageText};
use serde_json::Value;

const SOURCE: &str = "fn ä() {}\r\nfn two() {\n    ü();\n}\nfn three() {}\n";

fn packages() -> Vec<PackageText> {
    let package = |name: &str, root: &str| PackageText {
        name: name.into(),
        id: format!("path+file:///w/{name}#0.1.0"),
        manifest_path: format!("/w/{name}/Cargo.toml"),
        root: root.into(),
        target: name.into(),
        kind: "bin".into(),
        src_path: format!("/w/{name}/src/main.rs"),
    };
    vec![package("client", "crates/client"), package("server", "crates/server")]
}

fn lines(findings: Vec<Finding>, packages: &[PackageText]) -> Vec<String> {
    let report = report(findings);
    let source = |file: &str| (file == "src/ws.rs").then(|| SOURCE.to_owned());
    let text = crate::written(|out| cargo::write(&report, packages, &source, out));
    text.lines().map(str::to_owned).collect()
}

/// The messages, and then the end of the build.
fn messages(findings: Vec<Finding>) -> Vec<CompilerMessage> {
    let lines = lines(findings, &packages());
    let mut all: Vec<Message> =
        Message::parse_stream(lines.join("\n").as_bytes()).map(|message| message.expect("a line")).collect();
    let last = all.pop().expect("an end");
    assert!(matches!(last, Message::BuildFinished(it) if it.success));
    let message = |message: Message| match message {
        Message::CompilerMessage(message) => message,
        other => panic!("not a message of the compiler: {other:?}"),
    };
    all.into_iter().map(message).collect()
}

fn one(finding: Finding) -> Diagnostic {
    messages(vec![finding]).remove(0).message
}

fn with_removal(ranges: &[(u32, u32)]) -> Finding {
    let cut = |&(byte_start, byte_end): &(u32, u32)| Removal {
        file: "src/ws.rs".into(),
        byte_start,
        byte_end,
        replacement: String::new(),
    };
    Finding { removal: ranges.iter().map(cut).collect(), ..finding("unreachable-item", "src/ws.rs", 2) }
}

/// The suggestion of a message: its child that is a help.
fn help(message: &Diagnostic) -> Option<&Diagnostic> {
    message.children.iter().find(|child| child.level == DiagnosticLevel::Help)
}

#[test]
fn names_of_the_compiler_where_editors_draw_by_them() {
    let code = |code: &str| {
        let message = one(finding(code, "src/ws.rs", 1));
        (message.code.expect("a code").code, message.message)
    };
    let said = "function `dead_1` is never used";
    assert_eq!(code("unreachable-item"), ("dead_code".into(), format!("{said} [unreachable-item]")));
    assert_eq!(code("deprecated-item-in-use"), ("deprecated".into(), format!("{said} [deprecated-item-in-use]")));
    assert_eq!(code("legacy-path"), ("vestige::legacy-path".into(), said.into()));
}

#[test]
fn a_message_has_its_package_and_place() {
    let all = messages(vec![full()]);
    assert_eq!(all[0].package_id.repr, "path+file:///w/server#0.1.0");
    assert_eq!(all[0].target.name, "server");
    let message = &all[0].message;
    assert_eq!(message.level, DiagnosticLevel::Warning);
    let span = &message.spans[0];
    assert!(span.is_primary);
    assert_eq!((&*span.file_name, span.line_start, span.column_start, span.column_end), ("src/ws.rs", 1, 4, 8));
    assert_eq!((&*span.text[0].text, span.text[0].highlight_start, span.text[0].highlight_end), ("fn ä() {}", 4, 8));
    let rendered = message.rendered.as_deref().expect("text");
    assert!(rendered.starts_with("warning: function `dead_1` is never used\n --> src/ws.rs:1:4\n"), "{rendered}");
    let notes: Vec<&str> = message.children.iter().map(|child| child.message.as_str()).collect();
    let trail =
        "reached by server::main, when `LEGACY` is set, under feature = \"ws\" → server::dead_1, known by name only";
    assert_eq!(notes, ["marked: `legacy`", "also reached", trail, "its twin", "remove it"]);
    // A file that cannot be read has a place, but no text.
    assert_eq!(message.children[3].spans[0].file_name, "src/twin.rs");
    assert!(message.children[3].spans[0].text.is_empty());
}

#[test]
fn denied_is_an_error() {
    let mut denied = full();
    denied.level = Level::Deny;
    assert_eq!(one(denied).level, DiagnosticLevel::Error);
}

#[test]
fn a_removal_is_a_fix_in_characters() {
    // From `two` to the start of `three`, and `ä` of the first line.
    let message = one(with_removal(&[(12, 35), (3, 5)]));
    let spans = &help(&message).expect("a fix").spans;
    let places: Vec<_> = spans.iter().map(|it| (it.line_start, it.column_start, it.line_end, it.column_end)).collect();
    assert_eq!(places, [(2, 1, 5, 1), (1, 4, 1, 5)]);
    for span in spans {
        assert_eq!(span.suggested_replacement.as_deref(), Some(""));
        assert_eq!(span.suggestion_applicability, Some(Applicability::MaybeIncorrect));
        assert!(span.is_primary);
    }
    let text: Vec<_> = spans[0].text.iter().map(|it| (&*it.text, it.highlight_start, it.highlight_end)).collect();
    assert_eq!(text, [("fn two() {", 1, 11), ("    ü();", 1, 9), ("}", 1, 2), ("fn three() {}", 1, 1)]);
    assert_eq!(&SOURCE[12..35], "fn two() {\n    ü();\n}\n");
}

#[test]
fn a_removal_may_end_with_the_file() {
    let message = one(with_removal(&[(0, SOURCE.len() as u32)]));
    let span = &help(&message).expect("a fix").spans[0];
    assert_eq!((span.line_end, span.column_end, span.text.len()), (6, 1, 6));
}

#[test]
fn a_removal_that_cannot_be_placed_is_no_fix() {
    // Within `ä`, behind the end, backwards.
    for range in [(4, 12), (0, 4_000), (12, 3)] {
        assert!(help(&one(with_removal(&[(12, 35), range]))).is_none(), "{range:?}");
    }
    let mut unread = with_removal(&[(12, 35)]);
    unread.removal[0].file = "src/gone.rs".into();
    assert!(help(&one(unread)).is_none());
}

#[test]
fn what_was_proven_is_the_preferred_fix() {
    let applicability = |status, unproven: Option<&str>| {
        let finding =
            Finding { proof: proof(status), unproven: unproven.map(str::to_owned), ..with_removal(&[(12, 35)]) };
        help(&one(finding)).map(|help| help.spans[0].suggestion_applicability.clone().expect("one"))
    };
    assert_eq!(applicability(ProofStatus::Compiles, None), Some(Applicability::MachineApplicable));
    assert_eq!(applicability(ProofStatus::Compiles, Some("a derive")), Some(Applicability::MaybeIncorrect));
    assert_eq!(applicability(ProofStatus::NotRun, None), Some(Applicability::MaybeIncorrect));
    assert_eq!(applicability(ProofStatus::Refuted, None), None);
}

#[test]
fn a_package_is_found_by_name_then_by_folder() {
    let mut nameless = finding("unused-feature", "crates/client/Cargo.toml", 1);
    nameless.item.package = String::new();
    let mut beside = nameless.clone();
    beside.location.file = "crates/server-tools/src/lib.rs".into();
    let ids: Vec<String> = messages(vec![nameless, beside]).into_iter().map(|it| it.target.name).collect();
    // Where no folder fits it is the first.
    assert_eq!(ids, ["client", "client"]);
}

#[test]
fn without_packages_it_is_what_the_compiler_prints() {
    let lines = lines(vec![full()], &[]);
    let message: Diagnostic = serde_json::from_str(&lines[0]).expect("a message of the compiler");
    assert_eq!(message.spans.len(), 1);
    let end: Value = serde_json::from_str(&lines[1]).expect("an end");
    assert_eq!(end["reason"], "build-finished");
}
