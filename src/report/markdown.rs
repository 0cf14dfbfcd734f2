//! A comment on a pull request, in GitHub's Markdown.
//!
//! In: the report. Out: a verdict, counts, and the findings, an island as one, as many as a comment holds; the first
//! line is a mark by which a program finds its comment again to replace it. It does not know where files can be seen.
//!
//! The format: <https://github.github.com/gfm/>. A comment holds 65,536 characters.

use super::{Told, comparison_lines, step_text, told};
use crate::finding::{Finding, Report};
use std::io::{Result, Write};

/// What the program that comments looks for.
const MARK: &str = "<!-- cargo-vestige -->";
/// Characters of a comment; the limit of GitHub is a little above.
const MOST_TEXT: usize = 60_000;
/// Characters for the line that says what is left out.
const LAST_LINE: usize = 200;
/// Notes on the workspace.
const MOST_NOTES: usize = 20;
/// Steps of a trail, and names of an island.
const MOST_NAMES: usize = 20;

/// Writes the comment.
///
/// # Errors
/// Writing fails.
pub fn write(report: &Report, out: &mut dyn Write) -> Result<()> {
    let told = told(report);
    let (connections, others): (Vec<_>, Vec<_>) = told.iter().partition(|it| it.on_connection());
    let mut page = Page { text: String::new(), room: MOST_TEXT - LAST_LINE };
    page.add(&format!("{MARK}\n{}\n", verdict(report)));
    page.add(&counts(report));
    page.add(&changes(report));
    page.add(&workspace_notes(report));
    let mut left = section("On connections", &connections, &mut page);
    // What comes later must not take the place of what comes first.
    left += if left == 0 { section("Findings", &others, &mut page) } else { count(&others) };
    if left > 0 {
        page.text.push_str(&format!("\nFindings left out, because a comment holds no more: {left}.\n"));
    }
    out.write_all(page.text.as_bytes())
}

/// The text so far, and how many characters may follow.
struct Page {
    text: String,
    room: usize,
}

impl Page {
    /// Adds a piece if there is room for all of it.
    fn add(&mut self, piece: &str) -> bool {
        let rest = self.room.checked_sub(piece.chars().count());
        if let Some(room) = rest {
            self.room = room;
            self.text.push_str(piece);
        }
        rest.is_some()
    }
}

fn verdict(report: &Report) -> String {
    let gate = &report.gate;
    let word = if gate.status == "fail" { "the gate fails" } else { "the gate passes" };
    let count = report.summary.findings;
    let why = match (gate.reasons.is_empty(), count) {
        (false, _) => escape(&gate.reasons.join("; ")),
        (true, 0) => "nothing to report".into(),
        (true, _) => format!("{count} findings, {} lines can go", report.summary.removable_lines),
    };
    let base = gate.compared_with.as_ref().map(|base| format!(", compared with {}", code(base))).unwrap_or_default();
    format!("**cargo-vestige: {word}**: {why}{base}")
}

fn counts(report: &Report) -> String {
    let rows: Vec<String> =
        report.summary.by_code.iter().map(|(rule, count)| format!("| {} | {count} |\n", code(rule))).collect();
    if rows.is_empty() { String::new() } else { format!("\n| rule | findings |\n| :-- | --: |\n{}", rows.concat()) }
}

/// What differs from what it was compared with.
fn changes(report: &Report) -> String {
    let lines = comparison_lines(report);
    if lines.is_empty() {
        return String::new();
    }
    let items: String = lines.iter().map(|line| format!("- {}\n", escape(line))).collect();
    format!("\n### The change\n\n{items}")
}

fn workspace_notes(report: &Report) -> String {
    let notes = &report.workspace.notes;
    let mut lines: Vec<String> = notes.iter().take(MOST_NOTES).map(|note| format!("note: {}", escape(note))).collect();
    if notes.len() > MOST_NOTES {
        lines.push(format!("{} more notes", notes.len() - MOST_NOTES));
    }
    let title = if report.workspace.complete { "notes" } else { "the analysis is incomplete" };
    folded(title, &lines, "")
}

fn count(told: &[&Told<'_>]) -> usize {
    told.iter().map(|it| it.count()).sum()
}

/// Adds a group; returns how many findings had no room.
fn section(title: &str, told: &[&Told<'_>], page: &mut Page) -> usize {
    if told.is_empty() {
        return 0;
    }
    let mut title = format!("\n### {title}\n\n");
    for (row, it) in told.iter().enumerate() {
        let line = format!("{}{}\n", std::mem::take(&mut title), line(it));
        if !page.add(&format!("{line}{}", details(it))) && !page.add(&line) {
            return count(&told[row..]);
        }
    }
    0
}

/// A finding in one line.
pub(super) fn line(told: &Told<'_>) -> String {
    let Finding { location, code: rule, .. } = told.finding;
    let place = code(&format!("{}:{}", location.file, location.line));
    format!("- {place} {}: {}", code(rule), escape(&told.message()))
}

/// What is shown when a finding is unfolded.
fn details(told: &Told<'_>) -> String {
    let finding = told.finding;
    let mut lines: Vec<String> = finding.notes.iter().map(|note| format!("note: {}", escape(note))).collect();
    lines.extend(finding.condition.iter().map(|condition| format!("under: {}", code(condition))));
    if let Some(connection) = &finding.connection {
        lines.push(format!(
            "connection: {}, {}, {}",
            escape(&connection.protocol),
            escape(&connection.role),
            code(&connection.api)
        ));
    }
    if !finding.trail.is_empty() {
        let steps = finding.trail.iter().map(|step| code(&step_text(step)));
        lines.push(format!("reached by: {}", some(steps, " → ")));
    }
    for other in &finding.related {
        let place = code(&format!("{}:{}", other.location.file, other.location.line));
        lines.push(format!("see: {place} {}", escape(&other.message)));
    }
    if !told.others.is_empty() {
        let names = told.others.iter().map(|it| format!("{} {}", it.item.kind.replace('-', " "), code(&it.item.path)));
        lines.push(format!("dies with it: {}", some(names, ", ")));
    }
    folded("details", &lines, "  ")
}

/// The first names of a list, and how many follow.
fn some(names: impl ExactSizeIterator<Item = String>, between: &str) -> String {
    let more = names.len().saturating_sub(MOST_NAMES);
    let more = (more > 0).then(|| format!("{more} more"));
    names.take(MOST_NAMES).chain(more).collect::<Vec<_>>().join(between)
}

/// Lines that are shown on demand; `indent` makes them part of an item of a list.
fn folded(title: &str, lines: &[String], indent: &str) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let items: String = lines.iter().map(|line| format!("{indent}- {line}\n")).collect();
    format!("\n{indent}<details><summary>{title}</summary>\n\n{items}\n{indent}</details>\n\n")
}

/// Text as code, whatever backticks it has.
fn code(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ");
    let longest = text.split(|letter: char| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.is_empty() || text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Text as it is meant; pieces of code in it stay code.
fn escape(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find('`') {
        escape_plain(&rest[..start], &mut out);
        let run = backticks(&rest[start..]);
        let after = start + run;
        match closing(&rest[after..], run) {
            Some(inner) => {
                let end = after + inner + run;
                out.push_str(&rest[start..end]);
                rest = &rest[end..];
            }
            None => {
                out.push_str(&"\\`".repeat(run));
                rest = &rest[after..];
            }
        }
    }
    escape_plain(rest, &mut out);
    out
}

/// How many backticks a text starts with.
fn backticks(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}

/// Where the next run of exactly so many backticks is: only that ends a piece of code.
fn closing(text: &str, run: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = text[at..].find('`') {
        let start = at + found;
        let length = backticks(&text[start..]);
        if length == run {
            return Some(start);
        }
        at = start + length;
    }
    None
}

fn escape_plain(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '$' | '&' => out.extend(['\\', letter]),
            // Without the space of no width a name after it would be told of the comment.
            '@' => out.push_str("@&#8203;"),
            _ => out.push(letter),
        }
    }
}
