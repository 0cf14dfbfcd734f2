//! An item that should be gone by now: the configuration says that what keeps it alive has ended.
//!
//! # Why it matters
//! A flag, a variable or a protocol version that nobody uses any more still has its code, and code that can run will. The
//! configuration says once what ends and when; from that day on this rule names what can go. `cargo vestige sunset` shows it
//! on any day before.
//!
//! # Example
//! ```toml
//! # vestige.toml
//! [sunset]
//! until = "2027-01"
//! feature.legacy-ws = false     # the feature is never switched on again
//! env.LEGACY_WS = false         # the variable is never set
//! const.PROTOCOL_MIN = 3        # the constant has this value
//! field."Config.legacy" = false # and so has the field
//! ```
//!
//! # Not reported
//! Anything before the day, and without a day; what something else keeps alive as well; what stands behind a condition
//! that also depends on something that the configuration does not tell.

use super::{Rule, unreachable_item};
use crate::audit::Audit;
use crate::config::Sunset;
use crate::facts::regions::{Region, RegionKind};
use crate::finding::{Finding, Location, Related, Removal};
use crate::model::{DefId, FileId};
use crate::reach::sunset::{Assumption, assume};
use crate::reach::{World, reach_assuming};
use petgraph::visit::EdgeRef;
use std::collections::BTreeSet;

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let today = audit.input.workspace.today.as_deref();
    for sunset in &audit.input.config.sunset.0 {
        let is_over = sunset.until.as_deref().zip(today).is_some_and(|(until, today)| until <= today);
        if is_over {
            out.extend(after_by(audit, rule, sunset).findings);
        }
    }
}

/// What ends with a sunset.
pub struct Ended {
    /// What dies, and what only tests use then.
    pub findings: Vec<Finding>,
    /// Parts of bodies that never run then.
    pub never_run: Vec<Location>,
    /// What the configuration names and nothing in the workspace has.
    pub unmatched: Vec<String>,
}

/// What ends with a sunset, whatever the day.
pub fn after(audit: &Audit<'_>, sunset: &Sunset) -> Option<Ended> {
    super::find("sunset-item").map(|rule| after_by(audit, rule, sunset))
}

fn after_by(audit: &Audit<'_>, rule: &Rule, sunset: &Sunset) -> Ended {
    let assumption = assume(audit.input, sunset, &|def| audit.path(def));
    let reach = reach_assuming(audit.input, audit.reach.closed_world, &assumption);
    let then = Audit::new(audit.input, &reach, audit.disk);
    let before: BTreeSet<DefId> = unreachable_item::dead_items(audit).into_iter().collect();
    let dead: Vec<DefId> =
        unreachable_item::dead_items(&then).into_iter().filter(|def| !before.contains(def)).collect();
    let called = sunset.name.as_ref().map_or("the sunset".to_owned(), |name| format!("the sunset `{name}`"));
    let when = sunset.until.as_ref().map_or(String::new(), |until| format!(" of {until}"));
    let words = |def: DefId| (then.def(def).kind.in_words(), then.def(def).name);
    let mut findings = vec![];
    unreachable_item::findings(
        &then,
        rule,
        &dead,
        &|_| true,
        &|def| format!("{} `{}` ends with {called}{when}", words(def).0, words(def).1),
        &mut findings,
    );
    for finding in &mut findings {
        // Proofs plan removals from what is dead today.
        if let Some(def) = finding.subject.take() {
            branches(audit, &assumption, def, finding);
        }
    }
    findings.extend(for_tests_alone(audit, &then, rule, &format!("{called}{when}")));
    let mut never_run: Vec<Location> = (assumption.ended.iter())
        .map(|(file, row)| audit.location(*file, region(audit, *file, *row).span))
        .collect();
    never_run.sort();
    Ended { findings, never_run, unmatched: assumption.unmatched }
}

fn region<'a>(audit: &Audit<'a>, file: FileId, row: u32) -> &'a Region {
    &audit.input.sources.files[file.index()].facts.regions[row as usize]
}

/// Names the branches that refer to a definition and never run; its removal needs theirs.
fn branches(audit: &Audit<'_>, assumption: &Assumption, def: DefId, finding: &mut Finding) {
    let graph = &audit.input.graph.graph;
    let mut found: BTreeSet<(FileId, u32)> = BTreeSet::new();
    for edge in graph.edges_directed(crate::graph::DefGraph::node(def), petgraph::Direction::Incoming) {
        let (crate::graph::Node::Def(from), Some(row)) = (graph[edge.source()], edge.weight().region) else { continue };
        let file = audit.input.bindings.defs.file(from);
        let regions = &audit.input.sources.files[file.index()].facts.regions;
        let mut around = std::iter::successors(Some(row), |row| regions[*row as usize].parent);
        let ended = |row: &u32| assumption.ended.contains(&(file, *row)) || assumption.excludes(&regions[*row as usize]);
        found.extend(around.find(ended).map(|row| (file, row)));
    }
    let mut by_hand = false;
    for (file, row) in &found {
        let region = region(audit, *file, *row);
        let location = audit.location(*file, region.span);
        match branch(&audit.input.sources.files[file.index()].text, region) {
            Some((start, end)) if !finding.removal.is_empty() => finding.removal.push(Removal {
                file: location.file.clone(),
                byte_start: start,
                byte_end: end,
                replacement: String::new(),
            }),
            _ => by_hand = true,
        }
        finding.related.push(Related { message: "this never runs then".into(), location });
    }
    finding.removal.sort();
    if by_hand {
        finding.removal.clear();
        finding.notes.push("a branch that names it has to be rewritten by hand".into());
    }
}

/// The bytes of a branch that can be taken out as a whole: a statement `if` without `else`, an arm, a statement under `cfg`.
fn branch(text: &str, region: &Region) -> Option<(u32, u32)> {
    let (before, after) = (text.get(..region.condition.start as usize)?, text.get(region.span.end as usize..)?);
    let next = after.trim_start();
    let skipped = (after.len() - next.len()) as u32 + 1;
    match region.kind {
        RegionKind::If => {
            let head = before.trim_end().strip_suffix("if")?;
            let alone = head.trim_end().ends_with(['{', '}', ';']) && !next.starts_with("else");
            alone.then_some((head.len() as u32, region.span.end))
        }
        RegionKind::Arm => {
            let end = if next.starts_with(',') { region.span.end + skipped } else { region.span.end };
            Some((region.condition.start, end))
        }
        // A branch of `cfg_if!` stands behind its condition, which others may stand behind.
        RegionKind::Cfg(_) if region.condition.start < region.span.start => None,
        RegionKind::Cfg(_) => {
            let end = if next.starts_with(';') { region.span.end + skipped } else { region.span.end };
            Some((region.span.start, end))
        }
        RegionKind::Unless | RegionKind::After | RegionKind::Fallback => None,
    }
}

/// What production used and only tests use then.
fn for_tests_alone(audit: &Audit<'_>, then: &Audit<'_>, rule: &Rule, sunset: &str) -> Vec<Finding> {
    let changed = audit.defs().filter(|def| {
        let was = audit.reach.world(*def) == Some(World::Production);
        was && then.reach.world(*def) == Some(World::Test) && then.is_reportable(*def) && !then.is_test_code(*def)
    });
    let outer: Vec<DefId> = changed.collect();
    let all: BTreeSet<DefId> = outer.iter().copied().collect();
    let alone = outer.iter().filter(|def| !audit.holders(**def).iter().any(|holder| all.contains(holder)));
    alone
        .map(|def| {
            let facts = audit.def(*def);
            let message = format!("only tests use {} `{}` after {sunset}", facts.kind.in_words(), facts.name);
            let mut finding = rule.finding(audit.item(*def), audit.name_location(*def), message);
            finding.trail = then.trail(*def);
            finding
        })
        .collect()
}
