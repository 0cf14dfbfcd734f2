//! One line for each finding, as `cargo check --message-format short` has it: `file:line:column: level: message [code]`.

use super::counted;
use crate::finding::{Level, Report};
use std::io::{Result, Write};

/// Writes the lines.
///
/// # Errors
/// Writing fails.
pub fn write(report: &Report, out: &mut dyn Write) -> Result<()> {
    for finding in counted(report) {
        let at = &finding.location;
        let level = if finding.level == Level::Deny { "error" } else { "warning" };
        let message = finding.message.replace('\n', " ");
        writeln!(out, "{}:{}:{}: {level}: {message} [{}]", at.file, at.line, at.column, finding.code)?;
    }
    Ok(())
}
