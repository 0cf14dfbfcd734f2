//! Messages as cargo prints them for `--message-format json`, for editors and for what else reads those.
//!
//! In: the report, what cargo calls the packages, and the texts of files. Out: a message for each finding and the end
//! of the build, each on a line. It does not know the compiler's messages: whoever wants both prints those before.
//!
//! The format: <https://doc.rust-lang.org/cargo/reference/external-tools.html#json-messages> around
//! <https://doc.rust-lang.org/rustc/json.html>. rust-analyzer reads it from its `check.overrideCommand`.

use super::text::ReadSource;
use super::{counted, step_text};
use crate::finding::{Finding, Level, Location, ProofStatus, Removal, Report};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Result, Write};

/// What cargo calls a package, and the target of it that its messages name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageText {
    /// Its name.
    pub name: String,
    /// Its id, as `cargo metadata` prints it.
    pub id: String,
    /// Its manifest.
    pub manifest_path: String,
    /// Its folder from the root of the workspace, with `/`; empty for the root itself.
    pub root: String,
    /// The name of the target.
    pub target: String,
    /// Its kind: `lib`, `bin` …
    pub kind: String,
    /// Its root file.
    pub src_path: String,
}

/// Writes the messages and the end of the build.
///
/// # Errors
/// Writing fails.
pub fn write(report: &Report, packages: &[PackageText], source: ReadSource<'_>, out: &mut dyn Write) -> Result<()> {
    messages(report, packages, source, out)?;
    // Findings are no errors of a build.
    finished(true, out)
}

/// Writes the message that ends a build.
///
/// # Errors
/// Writing fails.
pub fn finished(success: bool, out: &mut dyn Write) -> Result<()> {
    writeln!(out, "{}", json!({ "reason": "build-finished", "success": success }))
}

/// Writes a message for each finding.
///
/// # Errors
/// Writing fails.
pub fn messages(report: &Report, packages: &[PackageText], source: ReadSource<'_>, out: &mut dyn Write) -> Result<()> {
    let mut texts = Texts { source, known: BTreeMap::new() };
    for finding in counted(report) {
        let message = diagnostic(finding, &mut texts);
        let line = match package(finding, packages) {
            Some(package) => envelope(package, message),
            // rust-analyzer takes a message of the compiler without what cargo says of it, too.
            None => message,
        };
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
    }
    Ok(())
}

/// Texts of files, each read once.
struct Texts<'a> {
    source: ReadSource<'a>,
    known: BTreeMap<String, Option<String>>,
}

impl Texts<'_> {
    fn get(&mut self, file: &str) -> Option<&str> {
        self.known.entry(file.to_owned()).or_insert_with(|| (self.source)(file)).as_deref()
    }
}

/// The package of a finding; one that has none is told of the package that it lies in, or else of the first.
fn package<'a>(finding: &Finding, packages: &'a [PackageText]) -> Option<&'a PackageText> {
    let file = finding.location.file.as_str();
    let holds = |package: &&PackageText| {
        package.root.is_empty() || file.strip_prefix(&package.root).is_some_and(|rest| rest.starts_with('/'))
    };
    let named = packages.iter().find(|package| package.name == finding.item.package);
    let around = packages.iter().filter(holds).max_by_key(|package| package.root.len());
    named.or(around).or(packages.first())
}

fn envelope(package: &PackageText, message: Value) -> Value {
    let crate_type = match package.kind.as_str() {
        kind @ ("lib" | "proc-macro") => kind,
        _ => "bin",
    };
    json!({
        "reason": "compiler-message",
        "package_id": package.id,
        "manifest_path": package.manifest_path,
        "target": {
            "kind": [package.kind],
            "crate_types": [crate_type],
            "name": package.target,
            "src_path": package.src_path,
        },
        "message": message,
    })
}

fn diagnostic(finding: &Finding, texts: &mut Texts<'_>) -> Value {
    let lint = lint(finding);
    let level = if finding.level == Level::Deny { "error" } else { "warning" };
    // Under a name of the compiler's the code of the rule would be lost.
    let message = match lint.contains("::") {
        true => finding.message.clone(),
        false => format!("{} [{}]", finding.message, finding.code),
    };
    json!({
        "$message_type": "diagnostic",
        "message": message,
        "code": { "code": lint, "explanation": null },
        "level": level,
        "spans": [span(&finding.location, texts)],
        "children": children(finding, texts),
        "rendered": rendered(level, &message, finding),
    })
}

/// The name under which editors draw it as it should be: `dead_code` fades, `deprecated` is struck through.
fn lint(finding: &Finding) -> String {
    match (finding.code.as_str(), finding.family.as_str()) {
        ("deprecated-item-in-use" | "deprecated-dependency-api", _) => "deprecated".into(),
        (_, "unreachable") => "dead_code".into(),
        (code, _) => format!("vestige::{code}"),
    }
}

fn rendered(level: &str, message: &str, finding: &Finding) -> String {
    let at = &finding.location;
    let mut text = format!("{level}: {message}\n --> {}:{}:{}\n", at.file, at.line, at.column);
    for note in &finding.notes {
        // Writing to a string does not fail.
        let _ = writeln!(text, "  = note: {note}");
    }
    text
}

fn children(finding: &Finding, texts: &mut Texts<'_>) -> Vec<Value> {
    let mut all: Vec<Value> = finding.notes.iter().map(|note| child("note", note, vec![])).collect();
    if finding.trail.len() > 1 {
        let steps: Vec<String> = finding.trail.iter().map(step_text).collect();
        all.push(child("note", &format!("reached by {}", steps.join(" → ")), vec![]));
    }
    for other in &finding.related {
        all.push(child("note", &other.message, vec![span(&other.location, texts)]));
    }
    all.extend(suggestion(finding, texts));
    all
}

fn child(level: &str, message: &str, spans: Vec<Value>) -> Value {
    json!({ "message": message, "code": null, "level": level, "spans": spans, "children": [], "rendered": null })
}

/// The removal as a fix. None where the compiler refuted it, nor where a part of it cannot be placed: half of a removal
/// is worse than none.
fn suggestion(finding: &Finding, texts: &mut Texts<'_>) -> Option<Value> {
    let status = finding.proof.as_ref().map(|proof| proof.status);
    if finding.removal.is_empty() || status == Some(ProofStatus::Refuted) {
        return None;
    }
    // What compiling cannot prove is for a person to judge, however well it compiles.
    let sure = status == Some(ProofStatus::Compiles) && finding.unproven.is_none();
    let mut spans = vec![];
    for cut in &finding.removal {
        let mut span = span(&place(texts.get(&cut.file)?, cut)?, texts);
        span["suggested_replacement"] = json!(cut.replacement);
        span["suggestion_applicability"] = json!(if sure { "MachineApplicable" } else { "MaybeIncorrect" });
        spans.push(span);
    }
    Some(child("help", "remove it", spans))
}

/// The lines and columns of a removal.
fn place(text: &str, cut: &Removal) -> Option<Location> {
    let (byte_start, byte_end) = (cut.byte_start, cut.byte_end);
    let (line, column) = position(text, byte_start)?;
    let (end_line, end_column) = position(text, byte_end)?;
    (byte_start <= byte_end).then(|| Location {
        file: cut.file.clone(),
        line,
        column,
        end_line,
        end_column,
        byte_start,
        byte_end,
    })
}

/// Line and column, in characters, of an offset; `None` outside of the text and within a character.
fn position(text: &str, offset: u32) -> Option<(u32, u32)> {
    let before = text.get(..offset as usize)?;
    let last = before.rsplit('\n').next().unwrap_or_default();
    Some((before.matches('\n').count() as u32 + 1, last.chars().count() as u32 + 1))
}

/// A place as the compiler writes it. All are primary: of the others rust-analyzer shows only those with a label.
fn span(at: &Location, texts: &mut Texts<'_>) -> Value {
    json!({
        "file_name": at.file,
        "byte_start": at.byte_start,
        "byte_end": at.byte_end,
        "line_start": at.line,
        "line_end": at.end_line,
        "column_start": at.column,
        "column_end": at.end_column,
        "is_primary": true,
        "text": texts.get(&at.file).map(|text| lines(text, at)).unwrap_or_default(),
        "label": null,
        "suggested_replacement": null,
        "suggestion_applicability": null,
        "expansion": null,
    })
}

/// The lines that a place touches; columns are counted in them.
fn lines(text: &str, at: &Location) -> Vec<Value> {
    let (before, count) = (at.line.saturating_sub(1), at.end_line.saturating_sub(at.line) + 1);
    let rows = (1_u32..).zip(text.split('\n')).skip(before as usize).take(count as usize);
    let lines = rows.map(|(row, line)| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let start = if row == at.line { at.column } else { 1 };
        let end = if row == at.end_line { at.end_column } else { line.chars().count() as u32 + 1 };
        json!({ "text": line, "highlight_start": start, "highlight_end": end })
    });
    lines.collect()
}
