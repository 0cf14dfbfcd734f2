//! GitLab's code quality report.
//!
//! In: the report. Out: a JSON array with an object for each finding, those of an island too: a merge request compares
//! arrays by fingerprint. It does not know where the repository begins: paths start at the root of the workspace.
//!
//! The format: <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>.

use super::{counted, text_or};
use crate::finding::{Finding, Level, Report};
use serde_json::{Value, json};
use std::io::{Result, Write};

/// Writes the array and a line end.
///
/// # Errors
/// Writing fails.
pub fn write(report: &Report, out: &mut dyn Write) -> Result<()> {
    let all: Vec<Value> = counted(report).map(degradation).collect();
    serde_json::to_writer_pretty(&mut *out, &all)?;
    writeln!(out)
}

/// A finding under the name that GitLab has for it.
fn degradation(finding: &Finding) -> Value {
    let at = &finding.location;
    let begin = at.line.max(1);
    json!({
        "description": text_or(&finding.message, &finding.code),
        "check_name": finding.code,
        "fingerprint": finding.id,
        "severity": severity(finding),
        "location": { "path": at.file, "lines": { "begin": begin, "end": at.end_line.max(begin) } },
    })
}

fn severity(finding: &Finding) -> &'static str {
    match (finding.level, &finding.connection) {
        (Level::Deny, _) => "critical",
        (Level::Warn, Some(_)) => "major",
        (Level::Warn, None) => "minor",
        (Level::Allow, _) => "info",
    }
}
