//! Annotations of GitHub Actions, as workflow commands on the standard output of a step.
//!
//! In: the report. Out: at most ten annotations of each level, because a step shows no more and says nothing of the
//! rest; the rest is Markdown for the summary of the step. It does not know where that summary is.
//!
//! The format: <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>.

use super::{Told, comparison_lines, markdown, told};
use crate::finding::{Level, Report};
use std::cmp::Reverse;
use std::io::{Result, Write};

/// What a step shows of each level.
const MOST_ANNOTATIONS: usize = 10;
/// Bytes of the summary; GitHub refuses one of more than a mebibyte, and other tools of the step may write to it too.
const MOST_SUMMARY: usize = 900_000;

/// Writes the commands, and what does not fit into them to the summary of the step, if there is one.
///
/// # Errors
/// Writing fails.
pub fn write(report: &Report, out: &mut dyn Write, summary: Option<&mut dyn Write>) -> Result<()> {
    let mut told = told(report);
    // Equal levels keep their order.
    told.sort_by_key(|it| Reverse(it.level()));
    let (mut errors, mut warnings) = (0, 0);
    let mut left = vec![];
    for it in &told {
        let (word, count) = match it.level() {
            Level::Deny => ("error", &mut errors),
            Level::Warn | Level::Allow => ("warning", &mut warnings),
        };
        if *count == MOST_ANNOTATIONS {
            left.push(it);
            continue;
        }
        *count += 1;
        writeln!(out, "{}", command(word, it))?;
    }
    if let Some(first) = comparison_lines(report).first() {
        writeln!(out, "::notice title=cargo-vestige::{}", data(first))?;
    }
    if left.is_empty() {
        return Ok(());
    }
    let place = if summary.is_some() { "; the summary of the step lists them" } else { "" };
    writeln!(out, "::notice title=cargo-vestige::{}", data(&format!("{} without an annotation{place}", more(&left))))?;
    match summary {
        Some(summary) => rest(&left, summary),
        None => Ok(()),
    }
}

fn command(word: &str, told: &Told<'_>) -> String {
    let at = &told.finding.location;
    let line = at.line.max(1);
    let end_line = at.end_line.max(line);
    // Columns mean nothing to GitHub in an annotation of several lines.
    let columns = match end_line == line {
        true => format!(",col={},endColumn={}", at.column.max(1), at.end_column.max(at.column).max(1)),
        false => String::new(),
    };
    let mut message = told.message();
    for note in &told.finding.notes {
        message.push('\n');
        message.push_str(note);
    }
    format!(
        "::{word} file={},line={line},endLine={end_line}{columns},title={}::{}",
        property(&at.file),
        property(&told.finding.code),
        data(&message)
    )
}

/// What stands after the second `::`. The sign of the escapes goes first.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands after a `=`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

fn more(left: &[&Told<'_>]) -> String {
    let count: usize = left.iter().map(|it| it.count()).sum();
    if count == 1 { "1 more finding".into() } else { format!("{count} more findings") }
}

fn rest(left: &[&Told<'_>], out: &mut dyn Write) -> Result<()> {
    writeln!(out, "### cargo-vestige: {}\n", more(left))?;
    let mut room = MOST_SUMMARY;
    for (row, it) in left.iter().enumerate() {
        let line = markdown::line(it);
        // The line end counts.
        let Some(less) = room.checked_sub(line.len() + 1) else {
            return writeln!(out, "\nThere is no room here for {}.", more(&left[row..]));
        };
        room = less;
        writeln!(out, "{line}")?;
    }
    Ok(())
}
