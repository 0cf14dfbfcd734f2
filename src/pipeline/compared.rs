//! The gate: the work tree against its base.
//!
//! In: a commit, and how to audit. Out: a report of what is new, with what the change did, and the verdict on that alone. Both
//! sides are audited at once, by the same configuration (that of the work tree): a change of it makes nothing new. What one
//! side has read need not be read for the other; the result does not show it.

use super::reported::terms;
use super::{Analysis, Discovered, Options, audit_discovered, configuration, discovered, with_audit};
use crate::audit::Audit;
use crate::catalog::Catalog;
use crate::catalog::tools::Tools;
use crate::discover::{Request, Workspace, plain};
use crate::finding::{Comparison, Finding, Identity, Report};
use crate::gate::base::{Base, Differences, always_read};
use crate::gate::changes::Said;
use crate::gate::compare::{Matched, compare};
use crate::gate::side::Side;
use crate::gate::{self, added, changes};
use crate::history;
use crate::parse::{self, Ahead, Lent, ToolFiles};
use crate::resolve::Shelf;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};
use std::thread::JoinHandle;
use tempfile::TempDir;

/// What the base is audited with: its files are in a folder of its own, which goes with this.
pub struct Before {
    report: Report,
    analysis: Analysis,
    notes: Vec<String>,
    folder: Folder,
}

/// A folder that goes when nobody needs it any more.
struct Folder {
    /// Takes away what is in memory while the comparison goes on.
    clearing: Option<JoinHandle<()>>,
    _folder: TempDir,
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Two that take away the same could hinder each other.
        drop(self.clearing.take().map(JoinHandle::join));
    }
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
    /// The git to ask for the history of what is new.
    git: Option<PathBuf>,
}

/// The work tree, discovered.
pub struct WorkTree {
    discovered: Discovered,
    options: Options,
}

/// The question what the change is.
pub struct Question {
    root: PathBuf,
    options: Options,
    git: Option<PathBuf>,
}

/// Discovers the work tree: it can be audited before it is known what it is compared with.
///
/// # Errors
/// The workspace or its configuration cannot be read.
pub fn begin(options: &Options) -> Result<(WorkTree, Question)> {
    let discovered = discovered(options, true)?;
    let root = discovered.workspace.root.clone();
    let config = configuration(&root)?;
    let git = options.git.clone();
    let shelf = Some(Arc::new(Shelf::default()));
    let options = Options { config: Some(config), only_findings: true, git: None, shelf, ..options.clone() };
    Ok((WorkTree { discovered, options: options.clone() }, Question { root, options, git }))
}

impl Question {
    /// Finds out what the change is: `wanted` is the base that is asked for, else the configured or the usual one counts.
    ///
    /// # Errors
    /// There is no base.
    pub fn change(self, wanted: Option<&str>) -> Result<Change> {
        let Question { root, options, git } = self;
        let configured = options.config.as_ref().and_then(|config| config.gate.base.as_deref());
        let base = Base::find(&root, wanted.or(configured))?;
        let differences = base.differences()?;
        Ok(Change { base, differences, options, git })
    }
}

impl WorkTree {
    /// Audits it; what the audit of the base may take over goes to `lend`.
    ///
    /// # Errors
    /// As [`super::audit`].
    pub fn audit(self, lend: &Sender<Lent>) -> Result<(Report, Analysis)> {
        let parse = |workspace: &Workspace, catalog: &Catalog, ahead: &Ahead| {
            // Where there is nothing to compare, nobody waits for it.
            parse::parse_lending(workspace, catalog, ahead, &|lent| drop(lend.send(lent)))
        };
        audit_discovered(&self.options, self.discovered, &parse)
    }
}

/// Audits the base with what the audit of the work tree lends.
///
/// # Errors
/// Its files are not all in the repository or cannot be written; it is no workspace.
pub fn audit_before(change: &Change, lent: &Receiver<Lent>) -> Result<Before> {
    let folder = tempfile::Builder::new().prefix("cargo-vestige-base-").tempdir().context("cannot make a folder")?;
    let notes = change.base.write(folder.path(), &Tools::load()?)?;
    let manifest = change.base.root_in(folder.path()).join("Cargo.toml");
    if !manifest.is_file() {
        bail!("the base has no workspace here: there is no Cargo.toml in {}", change.base.commit);
    }
    // The whole of the repository is there, and nothing around that is the base.
    let around = Some(change.base.top_in(folder.path()));
    let request = Request { manifest, around, ..change.options.request.clone() };
    let options = Options { request, without_baseline: true, ignored_too: false, ..change.options.clone() };
    let parse = |workspace: &Workspace, catalog: &Catalog, _: &Ahead| match lent.recv() {
        Ok(lent) => {
            let sources = parse::parse_borrowing(workspace, catalog, &lent);
            // Most of it is in use, and the rest goes with the process.
            std::mem::forget(lent);
            sources
        }
        // The audit of the work tree has failed, and says why.
        Err(_) => parse::parse(workspace, catalog),
    };
    // Most of it will be lent, so nothing is read ahead.
    let audited = discovered(&options, false).and_then(|discovered| audit_discovered(&options, discovered, &parse));
    let (report, analysis) = audited.context("the base cannot be audited")?;
    let folder = Folder { clearing: Some(clear(folder.path(), &analysis)), _folder: folder };
    Ok(Before { report, analysis, notes, folder })
}

/// Takes away the sources in a folder, which are in memory, while the comparison goes on.
fn clear(folder: &Path, analysis: &Analysis) -> JoinHandle<()> {
    let folder = folder.canonicalize().ok();
    let paths = analysis.sources.files.iter().map(|file| file.path.clone());
    // A link may have led to a file elsewhere.
    let own: Vec<PathBuf> = paths.filter(|path| folder.as_ref().is_some_and(|it| path.starts_with(it))).collect();
    std::thread::spawn(move || own.iter().for_each(|path| drop(std::fs::remove_file(path))))
}

impl Change {
    /// Whether no audit reads any of the changed files, by their names and by what the audit of the work tree has read; as
    /// long as that is not known, by their names alone.
    pub fn is_inert(&self, now: Option<&Analysis>) -> bool {
        let read = now.into_iter().flat_map(|now| &now.sources.files);
        let read: BTreeSet<&str> = read.map(|file| file.shown.as_str()).collect();
        // What tools read may have been taken away.
        let by_tools = now.map(|now| (&now.workspace.root, ToolFiles::of(&now.workspace, &now.catalog.tools)));
        let by_tool =
            |file: &str| by_tools.as_ref().is_some_and(|(root, files)| files.may_read(&plain(&root.join(file))));
        !self.differences.files.iter().any(|file| always_read(file) || read.contains(file.as_str()) || by_tool(file))
    }
}

/// Turns the report on the work tree into one on the change. Without `before` nothing that counts has changed.
pub fn judge(report: Report, analysis: &Analysis, before: Option<&Before>, change: &Change) -> Report {
    with_audit(analysis, |audit| judged(report, (analysis, audit), before, change))
}

fn judged(
    report: Report,
    (analysis, audit): (&Analysis, &Audit<'_>),
    before: Option<&Before>,
    change: &Change,
) -> Report {
    let mut report = report;
    let (counted, ignored): (Vec<Finding>, Vec<Finding>) =
        std::mem::take(&mut report.findings).into_iter().partition(|finding| finding.suppressed.is_none());
    let mut comparison = Comparison::default();
    let mut new = vec![];
    match before {
        Some(before) => with_audit(&before.analysis, |then| {
            let now = Side::new(audit, &counted);
            let then = Side::new(then, &before.report.findings);
            let matched = compare(&now, &then, &change.differences.renames);
            (new, comparison) = told(&now, &then, &matched);
            comparison.suppressions = added::added(now.audit, then.audit);
        }),
        None => comparison.unchanged = counted.len(),
    }
    let complete = report.workspace.complete && before.is_none_or(|before| before.report.workspace.complete);
    report.findings = new;
    report.findings.extend(ignored);
    report.findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    if let Some(git) = &change.git {
        history::tell(audit, git, &mut report.findings);
    }
    report.summary = gate::summary(&report.findings, report.summary.suppressed);
    let removals = report.findings.iter().filter(|it| it.suppressed.is_none()).flat_map(|it| &it.removal);
    report.summary.removable_lines = crate::removal::lines(audit, removals);
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
