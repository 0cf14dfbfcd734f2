//! SARIF 2.1.0, with all that GitHub's code scanning reads of it.
//!
//! In: the report and the texts of the rules. Out: one log with one run. It does not know where the repository begins:
//! URIs are relative to the root of the workspace.
//!
//! The format: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>. The part that GitHub reads, and its
//! limits:
//! <https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning>

use super::{RuleText, step_text, suppression_text, text_or};
use crate::finding::{Finding, Item, Level, Location, Report, SuppressedBy, TrailStep};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Result, Write};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// GitHub refuses a run with more.
const MOST_RESULTS: usize = 25_000;
/// GitHub shows no more.
const MOST_RELATED: usize = 100;
/// GitHub shows no more.
const MOST_STEPS: usize = 1_000;
/// Characters of a description.
const MOST_TEXT: usize = 1_024;

/// Writes the log and a line end.
///
/// # Errors
/// Writing fails.
pub fn write(report: &Report, rules: &[RuleText], out: &mut dyn Write) -> Result<()> {
    let log = json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run(report, rules)] });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn run(report: &Report, rules: &[RuleText]) -> Value {
    let rows: BTreeMap<&str, usize> = rules.iter().enumerate().map(|(row, rule)| (rule.code.as_str(), row)).collect();
    let results: Vec<Value> = (report.findings.iter().take(MOST_RESULTS))
        .map(|finding| result(finding, rows.get(finding.code.as_str()).copied()))
        .collect();
    let rules: Vec<Value> = rules.iter().map(rule).collect();
    json!({
        "tool": { "driver": {
            "name": text_or(&report.tool.name, "cargo-vestige"),
            "semanticVersion": text_or(&report.tool.version, "0.0.0"),
            "rules": rules,
        } },
        // The category is what stands before the slash; without one, two tools would overwrite each other's results.
        "automationDetails": { "id": "cargo-vestige/" },
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation(report)],
        "results": results,
    })
}

fn rule(rule: &RuleText) -> Value {
    let summary = text_or(&rule.summary, &rule.code);
    let help = text_or(&rule.doc, summary);
    let severity = match rule.level {
        Level::Allow => "recommendation",
        Level::Warn => "warning",
        Level::Deny => "error",
    };
    json!({
        "id": rule.code,
        "name": pascal_case(&rule.code),
        "shortDescription": { "text": clip(summary) },
        "fullDescription": { "text": clip(text_or(&introduction(&rule.doc), summary)) },
        "help": { "text": help, "markdown": help },
        "defaultConfiguration": { "level": level(rule.level) },
        "properties": {
            "tags": ["maintainability", text_or(&rule.family, "cargo-vestige")],
            "precision": "high",
            "problem.severity": severity,
        },
    })
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Allow => "note",
        Level::Warn => "warning",
        Level::Deny => "error",
    }
}

/// `unreachable-item` as the name of a rule is written: `UnreachableItem`.
fn pascal_case(code: &str) -> String {
    let mut name = String::new();
    for word in code.split('-') {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.extend(letters);
    }
    name
}

/// The summary and the paragraph after it; headings are no sentences.
fn introduction(doc: &str) -> String {
    let lines = doc.split("\n\n").take(2).flat_map(str::lines).filter(|line| !line.starts_with('#'));
    lines.collect::<Vec<_>>().join(" ")
}

fn clip(text: &str) -> String {
    if text.chars().count() <= MOST_TEXT {
        return text.to_owned();
    }
    text.chars().take(MOST_TEXT - 1).chain(['…']).collect()
}

fn invocation(report: &Report) -> Value {
    let about = &report.workspace;
    let level = if about.complete { "note" } else { "warning" };
    let left = report.findings.len().saturating_sub(MOST_RESULTS);
    let left = (left > 0).then(|| format!("{left} findings are left out: a run has no more than {MOST_RESULTS}"));
    let notes: Vec<Value> = (about.notes.iter().chain(&left))
        .filter(|note| !note.trim().is_empty())
        .map(|note| json!({ "level": level, "message": { "text": note } }))
        .collect();
    json!({ "executionSuccessful": about.complete, "toolExecutionNotifications": notes })
}

fn result(finding: &Finding, row: Option<usize>) -> Value {
    let mut primary = place(&finding.location);
    if let Some(logical) = logical(&finding.item) {
        primary["logicalLocations"] = json!([logical]);
    }
    let mut result = json!({
        "ruleId": finding.code,
        "level": level(finding.level),
        "message": { "text": message(finding) },
        "locations": [primary],
        "partialFingerprints": {
            "vestige/v1": finding.id,
            // The only one that GitHub compares, and its own would be that of the line.
            "primaryLocationLineHash": format!("{}:1", finding.id),
        },
        "properties": properties(finding),
    });
    if let Some(row) = row {
        result["ruleIndex"] = json!(row);
    }
    if !finding.related.is_empty() {
        let related = finding.related.iter().take(MOST_RELATED).enumerate().map(|(row, other)| {
            let mut at = place(&other.location);
            at["id"] = json!(row + 1);
            at["message"] = json!({ "text": text_or(&other.message, "related") });
            at
        });
        result["relatedLocations"] = related.collect();
    }
    if let Some(suppressed) = &finding.suppressed {
        // GitHub closes an alert that has one.
        let kind = if suppressed.by == SuppressedBy::Baseline { "external" } else { "inSource" };
        result["suppressions"] = json!([{ "kind": kind, "justification": suppression_text(suppressed) }]);
    }
    if !finding.trail.is_empty() {
        result["codeFlows"] = flow(&finding.trail);
    }
    result
}

/// The message as a sentence of its own, because GitHub shows the first alone where room is short; then the notes.
fn message(finding: &Finding) -> String {
    let first = text_or(&finding.message, &finding.code);
    let notes = finding.notes.iter().map(String::as_str).filter(|note| !note.trim().is_empty());
    std::iter::once(first).chain(notes).map(sentence).collect::<Vec<_>>().join("\n")
}

fn sentence(text: &str) -> String {
    let text = text.trim_end();
    let end = if text.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{text}{end}")
}

fn properties(finding: &Finding) -> Value {
    let mut all = json!({
        "family": finding.family,
        "confidence": finding.confidence,
        "condition": finding.condition,
        "connection": finding.connection,
        "island": finding.island,
    });
    if let Value::Object(fields) = &mut all {
        fields.retain(|_, value| !value.is_null());
    }
    all
}

/// The way from a root to the item.
fn flow(trail: &[TrailStep]) -> Value {
    let steps = trail.iter().take(MOST_STEPS).map(|step| {
        let mut at = place(&step.location);
        at["message"] = json!({ "text": text_or(&step_text(step), "a step") });
        json!({ "location": at })
    });
    json!([{ "threadFlows": [{ "locations": steps.collect::<Vec<_>>() }] }])
}

fn place(at: &Location) -> Value {
    let (line, column) = (at.line.max(1), at.column.max(1));
    let end_line = at.end_line.max(line);
    let end_column = if end_line == line { at.end_column.max(column) } else { at.end_column.max(1) };
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(text_or(&at.file, "Cargo.toml")), "uriBaseId": "%SRCROOT%" },
        "region": { "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column },
    } })
}

/// A relative path as a URI reference: all but what RFC 3986 calls unreserved is encoded, also `:`, which would make a
/// scheme of the first folder.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => {
                // Writing to a string does not fail.
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

fn logical(item: &Item) -> Option<Value> {
    let kind = match item.kind.as_str() {
        "function" | "method" | "associated-function" => "function",
        "associated-constant" | "associated-type" | "variant" | "field" => "member",
        "struct" | "enum" | "union" | "trait" | "type-alias" => "type",
        "constant" | "static" => "variable",
        other => text_or(other, "resource"),
    };
    let named = !item.path.trim().is_empty();
    named.then(|| json!({ "name": text_or(&item.name, &item.path), "fullyQualifiedName": item.path, "kind": kind }))
}
