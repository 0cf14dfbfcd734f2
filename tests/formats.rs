//! The formats of the report, each against what its readers demand. Reports are made by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "formats/cargo.rs"]
mod cargo;
#[path = "formats/github.rs"]
mod github;
#[path = "formats/gitlab.rs"]
mod gitlab;
#[path = "formats/junit.rs"]
mod junit;
#[path = "formats/markdown.rs"]
mod markdown;
#[path = "formats/sarif.rs"]
mod sarif;

use cargo_vestige::finding::{
    Confidence, Connection, Finding, Gate, Item, Level, Location, Proof, ProofStatus, Related, Removal, Report,
    Summary, Tool, TrailStep, WorkspaceSummary, stable_id,
};
use cargo_vestige::model::Certainty;
use cargo_vestige::report::RuleText;
use cargo_vestige::rules::RULES;
use std::io::Write;

fn place(file: &str, line: u32) -> Location {
    Location { file: file.into(), line, column: 4, end_line: line, end_column: 8, byte_start: 3, byte_end: 7 }
}

/// A finding with what every finding has.
fn finding(code: &str, file: &str, line: u32) -> Finding {
    let family = RULES.iter().find(|rule| rule.code == code).map_or("unreachable", |rule| rule.family);
    Finding {
        id: stable_id(&[code, file, &line.to_string()]),
        code: code.into(),
        family: family.into(),
        level: Level::Warn,
        confidence: Confidence::Certain,
        item: Item {
            kind: "function".into(),
            path: format!("server::dead_{line}"),
            name: format!("dead_{line}"),
            package: "server".into(),
            visibility: "pub".into(),
        },
        location: place(file, line),
        message: format!("function `dead_{line}` is never used"),
        notes: vec![],
        related: vec![],
        trail: vec![],
        condition: None,
        island: None,
        connection: None,
        removal: vec![],
        unproven: None,
        proof: None,
        suppressed: None,
        subject: None,
    }
}

/// A finding with everything that one can have.
fn full() -> Finding {
    let step = |path: &str, guard: Option<&str>, cfg: Option<&str>, certainty| TrailStep {
        path: path.into(),
        location: place("src/main.rs", 2),
        guard: guard.map(str::to_owned),
        cfg: cfg.map(str::to_owned),
        certainty,
    };
    let (protocol, role, api) = ("websocket".into(), "upgrade".into(), "axum::WebSocketUpgrade".into());
    let removal = Removal { file: "src/ws.rs".into(), byte_start: 0, byte_end: 13, replacement: String::new() };
    Finding {
        notes: vec!["marked: `legacy`".into(), "also reached".into()],
        related: vec![Related { message: "its twin".into(), location: place("src/twin.rs", 5) }],
        trail: vec![
            step("server::main", Some("`LEGACY` is set"), Some("feature = \"ws\""), Certainty::Exact),
            step("server::dead_1", None, None, Certainty::ByName),
        ],
        condition: Some("feature = \"ws\"".into()),
        connection: Some(Connection { protocol, role, api }),
        removal: vec![removal],
        ..finding("legacy-path", "src/ws.rs", 1)
    }
}

/// An island of three, in their order; the second is its head.
fn island() -> Vec<Finding> {
    let mut all: Vec<Finding> = [7, 3, 9].map(|line| finding("unreachable-item", "src/island.rs", line)).into();
    let id = all[0].id.clone();
    all.iter_mut().for_each(|it| it.island = Some(id.clone()));
    all.swap(0, 1);
    all
}

fn proof(status: ProofStatus) -> Option<Proof> {
    Some(Proof { status, rounds: 1, features: vec!["default".into()], rustc: "rustc 1.95.0".into(), errors: vec![] })
}

fn report(findings: Vec<Finding>) -> Report {
    let mut by_code = std::collections::BTreeMap::new();
    findings.iter().for_each(|it| *by_code.entry(it.code.clone()).or_insert(0) += 1);
    Report {
        schema: 1,
        tool: Tool { name: "cargo-vestige".into(), version: "0.1.0".into() },
        workspace: WorkspaceSummary {
            root: ".".into(),
            packages: 2,
            files: 3,
            lines: 40,
            complete: true,
            notes: vec!["a note".into()],
        },
        gate: Gate { status: "pass".into(), reasons: vec![], compared_with: None, enforced: true, comparison: None },
        summary: Summary { findings: findings.len(), by_code, removable_lines: 4, closed_world_adds: 0, suppressed: 0 },
        findings,
        connections: vec![],
    }
}

fn rules() -> Vec<RuleText> {
    let texts = RULES.iter().map(|rule| RuleText {
        code: rule.code.into(),
        family: rule.family.into(),
        level: rule.level,
        summary: rule.summary(),
        doc: rule.doc(),
    });
    texts.collect()
}

/// What a format writes; the same a second time.
fn written(write: impl Fn(&mut dyn Write) -> std::io::Result<()>) -> String {
    let mut bytes: [Vec<u8>; 2] = [vec![], vec![]];
    for bytes in &mut bytes {
        write(bytes).expect("memory takes everything");
    }
    let [first, second] = bytes.map(|bytes| String::from_utf8(bytes).expect("text"));
    assert_eq!(first, second);
    first
}
