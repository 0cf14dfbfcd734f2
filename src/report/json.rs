//! The JSON report: schema 1, described by `docs/report.schema.json`.

use crate::finding::Report;
use std::io::{Result, Write};

/// Writes the report and a line end.
///
/// # Errors
/// Writing fails.
pub fn write(report: &Report, out: &mut dyn Write) -> Result<()> {
    serde_json::to_writer_pretty(&mut *out, report)?;
    writeln!(out)
}
