//! The stages in their order.
//!
//! In: what to audit. Out: the report, or the answer to a question about one definition.

mod closed;
pub mod compared;

use crate::audit::Audit;
use crate::catalog::Catalog;
use crate::catalog::markers::Markers;
use crate::config::{self, ClosedWorld, Config, FailOn};
use crate::connect;
use crate::discover::{self, Request, Workspace};
use crate::finding::{Comparison, Finding, Level, Location, Report, SuppressedBy, Tool, WorkspaceSummary};
use crate::gate::{self, Terms, baseline::Baseline, suppressions};
use crate::graph::{self, DefGraph};
use crate::history;
use crate::parse::{self, Ahead, Sources};
use crate::reach::{self, Input, Reach};
use crate::resolve::{self, Bindings, Shelf};
use crate::rules;
use anyhow::Result;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// What to audit, and how.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The workspace.
    pub request: Request,
    /// No package is open.
    pub closed_world: bool,
    /// Only these codes; empty for all.
    pub only: Vec<String>,
    /// Only findings in these packages; empty for all.
    pub packages: Vec<String>,
    /// No findings in these packages.
    pub exclude: Vec<String>,
    /// Only findings on code that handles connections.
    pub connections_only: bool,
    /// The gate fails on findings from this level on; `None` as it is configured.
    pub fail_on: Option<FailOn>,
    /// The exit status does not follow the verdict.
    pub exit_zero: bool,
    /// An incomplete analysis does not fail the gate.
    pub allow_incomplete: bool,
    /// The git to ask for the history of drifted copies; `None` to ask none.
    pub git: Option<PathBuf>,
    /// What is suppressed is in the report too, marked.
    pub ignored_too: bool,
    /// The file of known findings; `None` as it is configured.
    pub baseline: Option<PathBuf>,
    /// No baseline is read, whatever is configured.
    pub without_baseline: bool,
    /// The configuration; `None` to read that of the workspace.
    pub config: Option<Config>,
    /// Only findings are wanted: not what a closed world would add, nor the map of connections.
    pub only_findings: bool,
    /// What is known of other crates, where several audits share it.
    pub shelf: Option<Arc<Shelf>>,
}

/// How long each stage took.
#[derive(Debug, Clone, Default)]
pub struct Timings(pub Vec<(&'static str, Duration)>);

impl Timings {
    fn time<T>(&mut self, stage: &'static str, run: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = run();
        self.0.push((stage, start.elapsed()));
        result
    }
}

/// The products of the stages up to liveness.
pub struct Analysis {
    /// Stage 1.
    pub workspace: Workspace,
    /// What the workspace says of itself.
    pub config: Config,
    /// Knowledge.
    pub catalog: Catalog,
    /// What marks code as legacy.
    pub markers: Markers,
    /// Stage 2.
    pub sources: Sources,
    /// Stage 3.
    pub bindings: Bindings,
    /// Stage 4.
    pub graph: DefGraph,
    /// Stage 5.
    pub reach: Reach,
    /// What it took.
    pub timings: Timings,
}

/// A workspace, what was read ahead of it, and how long it took.
pub struct Discovered {
    workspace: Workspace,
    catalog: Catalog,
    ahead: Ahead,
    timings: Timings,
}

/// Makes the sources of a workspace.
type Parse<'p> = &'p dyn Fn(&Workspace, &Catalog, &Ahead) -> Sources;

/// Runs the stages up to liveness.
///
/// # Errors
/// The workspace cannot be discovered.
pub fn analyse(options: &Options) -> Result<Analysis> {
    analyse_discovered(options, discovered(options, true)?, &parse::parse_rest)
}

/// Runs the first stage, which waits for cargo. Meanwhile files are read ahead, if that is wanted.
fn discovered(options: &Options, reads_ahead: bool) -> Result<Discovered> {
    let mut timings = Timings::default();
    let closed = match (options.closed_world, &options.config) {
        (true, _) => Some(ClosedWorld::All(true)),
        (false, Some(config)) => Some(config.closed_world.clone()),
        (false, None) => options.request.closed.clone(),
    };
    let request = Request { closed, ..options.request.clone() };
    let is_discovered = AtomicBool::new(false);
    let discover = || {
        let workspace = discover::discover(&request);
        is_discovered.store(true, Ordering::Relaxed);
        workspace
    };
    let read = || -> Result<(Catalog, Ahead)> {
        let catalog = Catalog::load()?;
        let folder = if reads_ahead { discover::folder(&options.request) } else { None };
        let ahead = folder.map(|folder| Ahead::read(&folder, &catalog, &|| is_discovered.load(Ordering::Relaxed)));
        Ok((catalog, ahead.unwrap_or_default()))
    };
    let (workspace, known) = timings.time("discover", || rayon::join(discover, read));
    let (workspace, (catalog, ahead)) = (workspace?, known?);
    Ok(Discovered { workspace, catalog, ahead, timings })
}

/// Runs the other stages up to liveness.
fn analyse_discovered(options: &Options, discovered: Discovered, parse: Parse<'_>) -> Result<Analysis> {
    let Discovered { workspace, catalog, ahead, mut timings } = discovered;
    let config = options.config.clone().map_or_else(|| configuration(&workspace.root), Ok)?;
    let markers = Markers::load()?.changed(&config.markers);
    let sources = timings.time("parse", || parse(&workspace, &catalog, &ahead));
    // What is left of it belongs to no package.
    drop(ahead);
    let own_shelf = Shelf::default();
    let shelf = options.shelf.as_deref().unwrap_or(&own_shelf);
    let bindings = timings.time("resolve", || resolve::resolve(&workspace, &sources, &catalog, shelf));
    let graph = timings.time("graph", || graph::build(&sources, &bindings, &catalog));
    let input = Input {
        workspace: &workspace,
        sources: &sources,
        bindings: &bindings,
        graph: &graph,
        catalog: &catalog,
        markers: &markers,
        config: &config,
    };
    let closed_world = options.closed_world || config.closed_world.is_whole();
    let reach = timings.time("reach", || reach::reach(input, closed_world));
    Ok(Analysis { workspace, config, catalog, markers, sources, bindings, graph, reach, timings })
}

/// The configuration of the workspace in a folder.
///
/// # Errors
/// It cannot be read.
pub fn configuration(root: &Path) -> Result<Config> {
    let codes: Vec<&str> = rules::RULES.iter().map(|rule| rule.code).collect();
    config::load(root, &codes)
}

impl Analysis {
    /// What liveness and rules read.
    pub fn input(&self) -> Input<'_> {
        Input {
            workspace: &self.workspace,
            sources: &self.sources,
            bindings: &self.bindings,
            graph: &self.graph,
            catalog: &self.catalog,
            markers: &self.markers,
            config: &self.config,
        }
    }
}

/// Runs everything.
///
/// # Errors
/// The workspace cannot be discovered.
pub fn audit(options: &Options) -> Result<(Report, Analysis)> {
    audit_discovered(options, discovered(options, true)?, &parse::parse_rest)
}

/// Runs everything after the first stage.
fn audit_discovered(options: &Options, discovered: Discovered, parse: Parse<'_>) -> Result<(Report, Analysis)> {
    let asked = |code: &str| options.only.iter().any(|only| only == code);
    let judged = |code: &str| options.only.is_empty() || asked(code);
    let find = |audit: &Audit<'_>, _: &mut Vec<String>| {
        let is_on = |rule: &rules::Rule| {
            asked(rule.code) || rule.level != Level::Allow || audit.input.config.levels.speaks_of(rule.code)
        };
        rules::check_all(audit, &|rule| judged(rule.code) && is_on(rule))
    };
    run(options, analyse_discovered(options, discovered, parse)?, &find, &judged)
}

/// Reports what the sunsets of the configuration end, on any day.
///
/// # Errors
/// The workspace cannot be discovered.
pub fn sunset(options: &Options) -> Result<(Report, Analysis)> {
    let find = |audit: &Audit<'_>, notes: &mut Vec<String>| {
        let mut findings = vec![];
        for ended in audit.input.config.sunset.0.iter().filter_map(|sunset| rules::after(audit, sunset)) {
            notes.extend(ended.unmatched.iter().map(|key| format!("nothing in this workspace is `{key}` of [sunset]")));
            let lines = |at: &Location| format!("never runs then: {}:{}-{}", at.file, at.line, at.end_line);
            notes.extend(ended.never_run.iter().map(lines));
            findings.extend(ended.findings);
        }
        rules::connections(audit, &mut findings);
        rules::in_order(findings)
    };
    // Other rules did not run, so nothing is known of suppressions.
    run(options, analyse(options)?, &find, &|_| false)
}

/// Finds what to report, with notes.
type Find<'f> = &'f dyn Fn(&Audit<'_>, &mut Vec<String>) -> Vec<Finding>;
/// Tells of which rules all findings are there.
type Judged<'f> = &'f dyn Fn(&str) -> bool;

fn run(options: &Options, analysis: Analysis, find: Find<'_>, judged: Judged<'_>) -> Result<(Report, Analysis)> {
    let mut analysis = analysis;
    let start = Instant::now();
    let report = report(&analysis, options, find, judged)?;
    analysis.timings.0.push(("rules", start.elapsed()));
    Ok((report, analysis))
}

/// Asks the view of an analysis that rules have.
pub fn with_audit<T>(analysis: &Analysis, ask: impl FnOnce(&Audit<'_>) -> T) -> T {
    ask(&Audit::new(analysis.input(), &analysis.reach, &analysis.sources.disk))
}

fn report(analysis: &Analysis, options: &Options, find: Find<'_>, judged: Judged<'_>) -> Result<Report> {
    let input = analysis.input();
    let mut notes = analysis.workspace.notes.clone();
    let Sources { disk, unlisted, .. } = &analysis.sources;
    notes.extend(unlisted.iter().cloned());
    let audit = Audit::new(input, &analysis.reach, disk);
    notes.extend(gate::hints::hints(&audit));
    let mut dead_if_closed = None;
    let open = !options.closed_world && !options.only_findings && analysis.reach.roots.open.contains(&true);
    // It takes as long as the rules do, and neither waits for the other.
    let found = rayon::in_place_scope(|scope| {
        if open {
            scope.spawn(|_| dead_if_closed = Some(closed::dead_if_closed_world(input, disk)));
        }
        find(&audit, &mut notes)
    });
    let beside = beside(&audit);
    let mut findings = counted(&audit, found, options, judged, &beside);
    if let Some(git) = &options.git {
        history::tell(&audit, git, &mut findings);
    }
    let known = known(analysis, options, &mut findings, &mut notes)?;
    let by = |what: SuppressedBy| {
        findings.iter().filter(|it| it.suppressed.as_ref().is_some_and(|it| it.by == what)).count()
    };
    let mut summary = gate::summary(&findings, by(SuppressedBy::Comment));
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
    let problems = &analysis.sources.problems;
    notes.extend(problems.iter().map(ToString::to_string));
    // What is not understood of a neighbour counts as a use of every word in it, and its code is not what is audited.
    let lacking = problems.iter().any(|problem| problem.incomplete && !beside.contains(problem.file.as_str()));
    let complete = unlisted.is_empty() && !lacking;
    let own = analysis.sources.files.iter().filter(|file| !beside.contains(file.shown.as_str()));
    let mut gate = gate::verdict(&findings, terms(analysis, options, complete));
    (gate.compared_with, gate.comparison) = known.unzip();
    let connections = if options.only_findings { vec![] } else { connect::map(&audit, audit.places(), false) };
    Ok(Report {
        schema: 1,
        tool: Tool { name: "cargo-vestige".into(), version: env!("CARGO_PKG_VERSION").into() },
        workspace: WorkspaceSummary {
            root: ".".into(),
            packages: analysis.workspace.members().len(),
            files: own.clone().count(),
            lines: own.map(|file| file.facts.lines.len().saturating_sub(1)).sum(),
            complete,
            notes,
        },
        gate,
        summary,
        findings,
        connections,
    })
}

/// What decides over the gate of an analysis.
fn terms(analysis: &Analysis, options: &Options, complete: bool) -> Terms {
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
