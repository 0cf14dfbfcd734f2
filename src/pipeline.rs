//! The stages in their order.
//!
//! In: what to audit. Out: the report, or the answer to a question about one definition.

mod closed;
pub mod compared;
mod reported;

use crate::audit::Audit;
use crate::catalog::Catalog;
use crate::catalog::markers::Markers;
use crate::config::{self, ClosedWorld, Config, FailOn};
use crate::discover::{self, Request, Workspace};
use crate::finding::{Finding, Level, Location, Report};
use crate::graph::{self, DefGraph};
use crate::parse::{self, Ahead, Sources};
use crate::reach::{self, Input, Reach};
use crate::resolve::{self, Bindings, Shelf};
use crate::rules;
use anyhow::Result;
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
    let report = reported::report(&analysis, options, find, judged)?;
    analysis.timings.0.push(("rules", start.elapsed()));
    Ok((report, analysis))
}

/// Asks the view of an analysis that rules have.
pub fn with_audit<T>(analysis: &Analysis, ask: impl FnOnce(&Audit<'_>) -> T) -> T {
    ask(&Audit::new(analysis.input(), &analysis.reach, &analysis.sources.disk))
}
