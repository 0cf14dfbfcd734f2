//! The gate: the work tree against its base.
//!
//! In: a commit, and how to audit. Out: a report of what is new, with what the change did, and the verdict on that alone. Both
//! sides are audited at once, by the same configuration (that of the work tree): a change of it makes nothing new.

use super::{Analysis, Options, audit, configuration, terms, with_audit};
use crate::discover::{self, Request};
use crate::finding::{Comparison, Finding, Identity, Report};
use crate::gate::base::{Base, Differences};
use crate::gate::changes::Said;
use crate::gate::compare::{Matched, compare};
use crate::gate::side::Side;
use crate::gate::{self, added, changes};
use anyhow::{Context, Result, bail};
use std::path::Path;
use tempfile::TempDir;

/// What the base is audited with: its files are in a folder of its own, which goes with this.
pub struct Before {
    report: Report,
    analysis: Analysis,
    notes: Vec<String>,
    folder: TempDir,
}

impl Before {
    /// Takes the folder away and leaves the memory to the end of the process.
    pub fn end(self) {
        drop(self.folder);
        std::mem::forget(self.analysis);
    }
}

/// A change, and how to audit its two sides.
pub struct Change {
    /// What it is compared with.
    pub base: Base,
    /// What it is.
    pub differences: Differences,
    options: Options,
}

/// Finds out what the change is: `wanted` is the base that is asked for, else the configured or the usual one counts.
///
/// # Errors
/// The workspace or its configuration cannot be read; there is no base.
pub fn change(options: &Options, wanted: Option<&str>) -> Result<Change> {
    let workspace = discover::discover(&options.request)?;
    let config = configuration(&workspace.root)?;
    let base = Base::find(&workspace.root, wanted.or(config.gate.base.as_deref()))?;
    let differences = base.differences()?;
    let options = Options { config: Some(config), only_findings: true, ..options.clone() };
    Ok(Change { base, differences, options })
}

/// Audits the work tree.
///
/// # Errors
/// As [`audit`].
pub fn audit_now(change: &Change) -> Result<(Report, Analysis)> {
    audit(&change.options)
}

/// Audits the base.
///
/// # Errors
/// Its files are not all in the repository or cannot be written; it is no workspace.
pub fn audit_before(change: &Change) -> Result<Before> {
    let folder = tempfile::Builder::new().prefix("cargo-vestige-base-").tempdir().context("cannot make a folder")?;
    let notes = change.base.write(folder.path())?;
    let manifest = change.base.root_in(folder.path()).join("Cargo.toml");
    if !manifest.is_file() {
        bail!("the base has no workspace here: there is no Cargo.toml in {}", change.base.commit);
    }
    let request = Request { manifest, ..change.options.request.clone() };
    let options = Options { request, without_baseline: true, ignored_too: false, ..change.options.clone() };
    let (report, analysis) = audit(&options).context("the base cannot be audited")?;
    Ok(Before { report, analysis, notes, folder })
}

impl Change {
    /// Whether no audit reads any of the changed files, by their names and by what the audit of the work tree has read; as
    /// long as that is not known, by their names alone.
    pub fn is_inert(&self, now: Option<&Analysis>) -> bool {
        let files = &self.differences.files;
        let speaks = |file: &String| {
            let ending = Path::new(file).extension().map(|ending| ending.to_string_lossy().to_lowercase());
            ending.is_none_or(|ending| ["rs", "toml", "lock", "tag"].contains(&ending.as_str()))
        };
        let read = |file: &String| now.is_some_and(|now| now.sources.files.iter().any(|known| known.shown == *file));
        !files.iter().any(|file| speaks(file) || read(file))
    }
}

/// Turns the report on the work tree into one on the change. Without `before` nothing that counts has changed.
pub fn judge(report: Report, analysis: &Analysis, before: Option<&Before>, change: &Change) -> Report {
    let mut report = report;
    let (counted, ignored): (Vec<Finding>, Vec<Finding>) =
        std::mem::take(&mut report.findings).into_iter().partition(|finding| finding.suppressed.is_none());
    let mut comparison = Comparison::default();
    let mut new = vec![];
    match before {
        Some(before) => with_audit(analysis, |now| {
            with_audit(&before.analysis, |then| {
                let now = Side::new(now, &counted);
                let then = Side::new(then, &before.report.findings);
                let matched = compare(&now, &then, &change.differences.renames);
                (new, comparison) = told(&now, &then, &matched);
                comparison.suppressions = added::added(now.audit, then.audit);
            });
        }),
        None => comparison.unchanged = counted.len(),
    }
    let complete = report.workspace.complete && before.is_none_or(|before| before.report.workspace.complete);
    report.findings = new;
    report.findings.extend(ignored);
    report.findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    report.summary = gate::summary(&report.findings, report.summary.suppressed);
    let removals = report.findings.iter().filter(|it| it.suppressed.is_none()).flat_map(|it| &it.removal);
    report.summary.removable_lines = with_audit(analysis, |audit| crate::removal::lines(audit, removals));
    report.gate = gate::verdict(&report.findings, terms(analysis, &change.options, complete));
    report.gate.compared_with = Some(change.base.commit.clone());
    report.gate.comparison = Some(comparison);
    let notes = &mut report.workspace.notes;
    notes.insert(0, format!("compared with {:.12}, {}", change.base.commit, change.base.chosen));
    if let Some(before) = before {
        let problems = before.analysis.sources.problems.iter().filter(|problem| problem.incomplete);
        notes.extend(problems.map(|problem| format!("in the base: {problem}")));
        notes.extend(before.notes.iter().cloned());
    }
    report
}

/// The new findings with what the change did first among their notes, and what came of comparing.
fn told(now: &Side<'_>, before: &Side<'_>, matched: &Matched) -> (Vec<Finding>, Comparison) {
    let new = matched.new.iter().map(|row| &now.findings[*row]);
    let explained: Vec<(&Finding, Said)> =
        new.map(|finding| (finding, changes::explain(now, before, finding))).collect();
    let grown =
        matched.same.iter().filter_map(|(row, other)| changes::grown(&now.findings[*row], &before.findings[*other]));
    let mut said = changes::told(&explained);
    said.extend(grown);
    let mut gone: Vec<Identity> = matched.gone.iter().map(|row| before.findings[*row].identity()).collect();
    gone.sort();
    let comparison = Comparison {
        new: explained.len(),
        fixed: gone.len(),
        unchanged: matched.same.len(),
        gone,
        changes: said,
        suppressions: vec![],
    };
    let with_note = |(finding, said): (&Finding, Said)| {
        let mut finding = finding.clone();
        finding.notes.insert(0, said.text);
        finding
    };
    (explained.into_iter().map(with_note).collect(), comparison)
}
