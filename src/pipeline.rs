//! The stages in their order.
//!
//! In: what to audit. Out: the report, or the answer to a question about one definition.

use crate::audit::Audit;
use crate::catalog::Catalog;
use crate::catalog::markers::Markers;
use crate::config::{self, Config};
use crate::connect;
use crate::discover::{self, Request, Workspace, package_files};
use crate::finding::{Finding, Gate, Level, Location, Report, Summary, Tool, WorkspaceSummary};
use crate::graph::{self, DefGraph};
use crate::history;
use crate::model::PackageId;
use crate::parse::{self, Sources};
use crate::reach::{self, Input, Reach};
use crate::resolve::{self, Bindings};
use crate::rules;
use anyhow::Result;
use rayon::prelude::*;
use std::path::PathBuf;
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
    /// The gate fails on findings from this level on; `None` never.
    pub fail_on: Option<Level>,
    /// An incomplete analysis does not fail the gate.
    pub allow_incomplete: bool,
    /// The git to ask for the history of drifted copies; `None` to ask none.
    pub git: Option<PathBuf>,
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

/// Runs the stages up to liveness.
///
/// # Errors
/// The workspace cannot be discovered.
pub fn analyse(options: &Options) -> Result<Analysis> {
    let mut timings = Timings::default();
    let catalog = Catalog::load()?;
    let workspace = timings.time("discover", || discover::discover(&options.request))?;
    let codes: Vec<&str> = rules::RULES.iter().map(|rule| rule.code).collect();
    let config = config::load(&workspace.root, &codes)?;
    let markers = Markers::load()?.changed(&config.markers);
    let sources = timings.time("parse", || parse::parse(&workspace, &catalog));
    let bindings = timings.time("resolve", || resolve::resolve(&workspace, &sources, &catalog));
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
    let reach = timings.time("reach", || reach::reach(input, options.closed_world));
    Ok(Analysis { workspace, config, catalog, markers, sources, bindings, graph, reach, timings })
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
    let wanted = |rule: &rules::Rule| options.only.is_empty() || options.only.iter().any(|code| code == rule.code);
    run(options, &|audit, _| {
        let is_on = |rule: &rules::Rule| level(audit.input.config, options, (rule.code, rule.level)) != Level::Allow;
        rules::check_all(audit, &|rule| wanted(rule) && is_on(rule))
    })
}

/// The level of a rule: what the configuration says, else its own. Who asks for a rule by its code wants to see it.
fn level(config: &Config, options: &Options, (code, usual): (&str, Level)) -> Level {
    let asked = options.only.iter().any(|only| only == code);
    config.levels.get(code).copied().unwrap_or(if asked { usual.max(Level::Warn) } else { usual })
}

/// Reports what the sunsets of the configuration end, on any day.
///
/// # Errors
/// The workspace cannot be discovered.
pub fn sunset(options: &Options) -> Result<(Report, Analysis)> {
    run(options, &|audit, notes| {
        let mut findings = vec![];
        for ended in audit.input.config.sunset.0.iter().filter_map(|sunset| rules::after(audit, sunset)) {
            notes.extend(ended.unmatched.iter().map(|key| format!("nothing in this workspace is `{key}` of [sunset]")));
            let lines = |at: &Location| format!("never runs then: {}:{}-{}", at.file, at.line, at.end_line);
            notes.extend(ended.never_run.iter().map(lines));
            findings.extend(ended.findings);
        }
        rules::connections(audit, &mut findings);
        rules::in_order(findings)
    })
}

/// Finds what to report, with notes.
type Find<'f> = &'f dyn Fn(&Audit<'_>, &mut Vec<String>) -> Vec<Finding>;

fn run(options: &Options, find: Find<'_>) -> Result<(Report, Analysis)> {
    let mut analysis = analyse(options)?;
    let start = Instant::now();
    let report = report(&analysis, options, find);
    analysis.timings.0.push(("rules", start.elapsed()));
    Ok((report, analysis))
}

/// Asks the view of an analysis that rules have.
pub fn with_audit<T>(analysis: &Analysis, ask: impl FnOnce(&Audit<'_>) -> T) -> T {
    let disk = files_on_disk(&analysis.workspace, &mut vec![]);
    ask(&Audit::new(analysis.input(), &analysis.reach, &disk))
}

/// The source files in the folder of each package; folders that cannot be read are named in `notes`.
fn files_on_disk(workspace: &Workspace, notes: &mut Vec<String>) -> Vec<Vec<PathBuf>> {
    let of_package = |package| {
        let mut notes = vec![];
        (package_files(workspace, PackageId::new(package), &mut notes), notes)
    };
    let found: Vec<(Vec<PathBuf>, Vec<String>)> =
        (0..workspace.packages.len()).into_par_iter().map(of_package).collect();
    let (files, said): (Vec<_>, Vec<_>) = found.into_iter().unzip();
    notes.extend(said.into_iter().flatten());
    files
}

fn report(analysis: &Analysis, options: &Options, find: Find<'_>) -> Report {
    let input = analysis.input();
    let mut notes = analysis.workspace.notes.clone();
    let before = notes.len();
    let disk = files_on_disk(&analysis.workspace, &mut notes);
    let unreadable_folder = notes.len() > before;
    let audit = Audit::new(input, &analysis.reach, &disk);
    let mut dead_if_closed = None;
    // It takes as long as the rules do, and neither waits for the other.
    let mut findings = rayon::in_place_scope(|scope| {
        if !options.closed_world && analysis.reach.roots.open.contains(&true) {
            scope.spawn(|_| dead_if_closed = Some(dead_if_closed_world(input, &disk)));
        }
        find(&audit, &mut notes)
    });
    for finding in &mut findings {
        finding.level = level(&analysis.config, options, (finding.code.as_str(), finding.level));
    }
    findings.retain(|finding| finding.level != Level::Allow && in_packages(finding, options));
    findings.retain(|finding| !options.connections_only || finding.connection.is_some());
    if let Some(git) = &options.git {
        history::tell(&audit, git, &mut findings);
    }
    let mut by_code = std::collections::BTreeMap::new();
    for finding in &findings {
        *by_code.entry(finding.code.clone()).or_insert(0) += 1;
    }
    let removable_lines = crate::removal::lines(&audit, findings.iter().flat_map(|finding| &finding.removal));
    let closed_world_adds = dead_if_closed.map_or(0, |closed| closed.saturating_sub(rules::dead_items(&audit).len()));
    if closed_world_adds > 0 {
        notes.push(format!(
            "{closed_world_adds} public items are used by nobody in this workspace; see them with `--closed-world`"
        ));
        notes.extend(serves_itself(analysis));
    }
    let problems = &analysis.sources.problems;
    notes.extend(problems.iter().map(ToString::to_string));
    let complete = !unreadable_folder && !problems.iter().any(|problem| problem.incomplete);
    let gate = gate(&findings, complete, options);
    Report {
        schema: 1,
        tool: Tool { name: "cargo-vestige".into(), version: env!("CARGO_PKG_VERSION").into() },
        workspace: WorkspaceSummary {
            root: ".".into(),
            packages: analysis.workspace.packages.len(),
            files: analysis.sources.files.len(),
            lines: analysis.sources.files.iter().map(|file| file.facts.lines.len().saturating_sub(1)).sum(),
            complete,
            notes,
        },
        gate,
        summary: Summary { findings: findings.len(), by_code, removable_lines, closed_world_adds },
        findings,
        connections: connect::map(&audit, audit.places(), false),
    }
}

fn in_packages(finding: &Finding, options: &Options) -> bool {
    let named = |names: &[String]| names.contains(&finding.item.package);
    (options.packages.is_empty() || named(&options.packages)) && !named(&options.exclude)
}

/// How many dead items there are when no package is open.
fn dead_if_closed_world(input: Input<'_>, disk: &[Vec<PathBuf>]) -> usize {
    let closed = reach::reach(input, true);
    rules::dead_items(&Audit::new(input, &closed, disk)).len()
}

/// A workspace whose open libraries are used by its own binaries is perhaps closed as a whole.
fn serves_itself(analysis: &Analysis) -> Option<String> {
    let open: Vec<&discover::Package> = analysis
        .workspace
        .packages
        .iter()
        .zip(&analysis.reach.roots.open)
        .filter(|(_, open)| **open)
        .map(|it| it.0)
        .collect();
    let has_binary = |package: usize| {
        let mut targets = analysis.workspace.targets.iter();
        targets.any(|target| target.package.index() == package && target.kind == discover::TargetKind::Bin)
    };
    let serving = open.iter().filter(|library| {
        analysis.workspace.packages.iter().enumerate().any(|(index, package)| {
            has_binary(index) && package.dependencies.iter().any(|dependency| dependency.package == library.name)
        })
    });
    let count = serving.count();
    (count > 0).then(|| {
        format!("{count} of the libraries whose public items count as used serve binaries of this workspace; `publish = false` closes them")
    })
}

fn gate(findings: &[Finding], complete: bool, options: &Options) -> Gate {
    let mut reasons = vec![];
    if let Some(level) = options.fail_on {
        let count = findings.iter().filter(|finding| finding.level >= level).count();
        if count > 0 {
            let word = if level == Level::Deny { "deny" } else { "warn" };
            reasons.push(format!("{count} findings at or above `{word}`"));
        }
        if !complete && !options.allow_incomplete {
            reasons.push("the analysis is incomplete".into());
        }
    }
    let status = if reasons.is_empty() { "pass" } else { "fail" };
    Gate { status: status.into(), reasons, compared_with: None }
}
