//! What rules found, as the report.
//!
//! In: an analysis, and what finds. Out: the report: findings with their levels, without what is suppressed, what the baseline
//! knows of them, the verdict, and notes. How an analysis comes about it does not know.

use super::{Analysis, Find, Judged, Options, closed};
use crate::audit::Audit;
use crate::connect;
use crate::finding::{Comparison, Finding, Level, Report, SuppressedBy, Tool, WorkspaceSummary};
use crate::gate::{self, Terms, baseline::Baseline, suppressions};
use crate::history;
use crate::parse::Sources;
use crate::rules;
use anyhow::Result;
use rustc_hash::FxHashSet;

/// Runs the rules and reports.
///
/// # Errors
/// The baseline cannot be read.
pub(super) fn report(analysis: &Analysis, options: &Options, find: Find<'_>, judged: Judged<'_>) -> Result<Report> {
    let Sources { disk, unlisted, problems, .. } = &analysis.sources;
    let audit = Audit::new(analysis.input(), &analysis.reach, disk);
    let mut notes = analysis.workspace.notes.clone();
    notes.extend(unlisted.iter().cloned());
    notes.extend(gate::hints::hints(&audit));
    let (found, dead_if_closed) = found(&audit, options, find, &mut notes);
    let beside = beside(&audit);
    let mut findings = counted(&audit, found, options, judged, &beside);
    if let Some(git) = &options.git {
        history::tell(&audit, git, &mut findings);
    }
    let known = known(analysis, options, &mut findings, &mut notes)?;
    let by_comment = |it: &&Finding| it.suppressed.as_ref().is_some_and(|it| it.by == SuppressedBy::Comment);
    let mut summary = gate::summary(&findings, findings.iter().filter(by_comment).count());
    if !options.ignored_too {
        findings.retain(|finding| finding.suppressed.is_none());
    }
    let removals = findings.iter().filter(|finding| finding.suppressed.is_none()).flat_map(|it| &it.removal);
    summary.removable_lines = crate::removal::lines(&audit, removals);
    summary.closed_world_adds =
        dead_if_closed.map_or(0, |closed| closed.saturating_sub(rules::dead_items(&audit).len()));
    if summary.closed_world_adds > 0 {
        notes.push(format!(
            "{} public items are used by nobody in this workspace; see them with `--closed-world`",
            summary.closed_world_adds
        ));
        notes.extend(closed::serves_itself(analysis));
    }
    notes.extend(problems.iter().map(ToString::to_string));
    // What is not understood of a neighbour counts as a use of every word in it, and its code is not what is audited.
    let lacking = problems.iter().any(|problem| problem.incomplete && !beside.contains(problem.file.as_str()));
    let complete = unlisted.is_empty() && !lacking;
    let mut gate = gate::verdict(&findings, terms(analysis, options, complete));
    (gate.compared_with, gate.comparison) = known.unzip();
    let connections = if options.only_findings { vec![] } else { connect::map(&audit, audit.places(), false) };
    Ok(Report {
        schema: 1,
        tool: Tool { name: "cargo-vestige".into(), version: env!("CARGO_PKG_VERSION").into() },
        workspace: workspace(analysis, &beside, complete, notes),
        gate,
        summary,
        findings,
        connections,
    })
}

/// What the rules find, and how many items would be dead if no package were open, where that may add any and is asked for.
fn found(
    audit: &Audit<'_>,
    options: &Options,
    find: Find<'_>,
    notes: &mut Vec<String>,
) -> (Vec<Finding>, Option<usize>) {
    let (input, disk) = (audit.input, audit.disk);
    let open = !options.closed_world && !options.only_findings && audit.reach.roots.open.contains(&true);
    let mut dead_if_closed = None;
    // It takes as long as the rules do, and neither waits for the other.
    let found = rayon::in_place_scope(|scope| {
        if open {
            scope.spawn(|_| dead_if_closed = Some(closed::dead_if_closed_world(input, disk)));
        }
        find(audit, notes)
    });
    (found, dead_if_closed)
}

/// What was audited: the files of neighbours are not.
fn workspace(analysis: &Analysis, beside: &FxHashSet<&str>, complete: bool, notes: Vec<String>) -> WorkspaceSummary {
    let own = analysis.sources.files.iter().filter(|file| !beside.contains(file.shown.as_str()));
    WorkspaceSummary {
        root: ".".into(),
        packages: analysis.workspace.members().len(),
        files: own.clone().count(),
        lines: own.map(|file| file.facts.lines.len().saturating_sub(1)).sum(),
        complete,
        notes,
    }
}

/// What decides over the gate of an analysis.
pub(super) fn terms(analysis: &Analysis, options: &Options, complete: bool) -> Terms {
    let fail_on = options.fail_on.or(analysis.config.gate.fail_on).unwrap_or_default();
    Terms { fail_on, enforced: !options.exit_zero, lacks_something: !complete && !options.allow_incomplete }
}

/// The findings that are asked for, with levels, marked where comments and attributes suppress them.
fn counted(
    audit: &Audit<'_>,
    found: Vec<Finding>,
    options: &Options,
    judged: Judged<'_>,
    beside: &FxHashSet<&str>,
) -> Vec<Finding> {
    let config = audit.input.config;
    let mut findings = found;
    let comments = suppressions::collect(audit, &findings);
    suppressions::apply(audit, &comments, judged, &mut findings);
    suppressions::keep_what_is_used(audit, &mut findings);
    if options.ignored_too && judged("unreachable-item") {
        findings.extend(suppressions::by_attribute(audit));
    }
    for finding in &mut findings {
        // Who asks for a rule by its code wants to see it.
        let asked = options.only.contains(&finding.code);
        let usual = if asked { finding.level.max(Level::Warn) } else { finding.level };
        finding.level = config.levels.of(&finding.code, &finding.location.file).unwrap_or(usual);
    }
    let ignored = |finding: &Finding| config.ignore.iter().any(|glob| glob.matches(&finding.location.file));
    findings.retain(|finding| !beside.contains(finding.location.file.as_str()));
    findings.retain(|finding| finding.level != Level::Allow && in_packages(finding, options) && !ignored(finding));
    findings.retain(|finding| !options.connections_only || finding.connection.is_some());
    rules::in_order(findings)
}

/// Marks the findings that the baseline has; the baseline, and what differs from it.
fn known(
    analysis: &Analysis,
    options: &Options,
    findings: &mut [Finding],
    notes: &mut Vec<String>,
) -> Result<Option<(String, Comparison)>> {
    let configured = analysis.config.gate.baseline.as_ref().map(|file| analysis.workspace.root.join(file));
    let Some(path) = options.baseline.clone().or(configured).filter(|_| !options.without_baseline) else {
        return Ok(None);
    };
    let baseline = Baseline::read(&path)?;
    let counted = findings.iter().filter(|finding| finding.suppressed.is_none()).count();
    // Of what was not asked for nobody knows whether it is gone.
    let narrowed = !(options.only.is_empty() && options.packages.is_empty() && options.exclude.is_empty());
    let gone = if narrowed || options.connections_only { vec![] } else { baseline.stale(findings) };
    baseline.mark(findings);
    let new = findings.iter().filter(|finding| finding.suppressed.is_none()).count();
    let shown = path.strip_prefix(&analysis.workspace.root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
    if !gone.is_empty() {
        notes.push(format!(
            "{} entries of {shown} match nothing any more; `cargo vestige baseline --prune` takes them out",
            gone.len()
        ));
    }
    let comparison = Comparison { new, fixed: gone.len(), unchanged: counted - new, gone, ..Comparison::default() };
    Ok(Some((shown, comparison)))
}

/// The files and manifests of neighbours, of which nothing is reported.
fn beside<'a>(audit: &Audit<'a>) -> FxHashSet<&'a str> {
    let input = audit.input;
    let files = input.sources.files.iter().zip(&audit.reach.aspects.neighbour).filter(|(_, beside)| **beside);
    let manifests = input.workspace.packages.iter().filter(|package| package.neighbour);
    // The manifest is the name of a neighbour.
    files.map(|(file, _)| file.shown.as_str()).chain(manifests.map(|package| package.name.as_str())).collect()
}

fn in_packages(finding: &Finding, options: &Options) -> bool {
    let named = |names: &[String]| names.contains(&finding.item.package);
    (options.packages.is_empty() || named(&options.packages)) && !named(&options.exclude)
}
