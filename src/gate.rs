//! Stage 8. Findings in, a verdict out.
//!
//! In: the findings of the rules, comments that suppress, the configuration, and what to compare with: a baseline, or the
//! findings of a base. Out: findings that are marked with what keeps them from counting, the new ones among them, what the
//! change did, and a [`Gate`]. It does not know how findings are shown, nor how a base is audited.

pub mod added;
pub mod base;
pub mod baseline;
pub mod changes;
mod comments;
pub mod compare;
pub mod hints;
pub mod side;
pub mod suppressions;

use crate::config::FailOn;
use crate::finding::{Finding, Gate, Level, Summary};

/// What decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// From which level on findings fail.
    pub fail_on: FailOn,
    /// Whether the exit status follows.
    pub enforced: bool,
    /// Whether something could not be read and must not be overlooked.
    pub lacks_something: bool,
}

/// The verdict on findings.
pub fn verdict(findings: &[Finding], terms: Terms) -> Gate {
    let mut reasons = vec![];
    let least = match terms.fail_on {
        FailOn::Warn => Some((Level::Warn, "warn")),
        FailOn::Deny => Some((Level::Deny, "deny")),
        FailOn::Never => None,
    };
    if let Some((level, word)) = least {
        let count = findings.iter().filter(|it| it.suppressed.is_none() && it.level >= level).count();
        if count > 0 {
            reasons.push(format!("{count} findings at or above `{word}`"));
        }
        if terms.lacks_something {
            reasons.push("the analysis is incomplete".into());
        }
    }
    let status = if reasons.is_empty() { "pass" } else { "fail" };
    let enforced = terms.enforced && least.is_some();
    Gate { status: status.into(), reasons, compared_with: None, enforced, comparison: None }
}

/// Counts the findings that count; the rest of the summary is for others to fill in.
pub fn summary(findings: &[Finding], suppressed: usize) -> Summary {
    let mut summary = Summary { suppressed, ..Summary::default() };
    for finding in findings.iter().filter(|finding| finding.suppressed.is_none()) {
        summary.findings += 1;
        *summary.by_code.entry(finding.code.clone()).or_insert(0) += 1;
    }
    summary
}
