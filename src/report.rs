//! The formats. Each is one file and sees the report only; what a rule is, they are told as text.

pub mod cargo;
pub mod github;
pub mod gitlab;
pub mod json;
pub mod junit;
pub mod markdown;
pub mod proof;
pub mod sarif;
pub mod short;
pub mod text;

use crate::finding::{Finding, Level, Report, Suppressed, SuppressedBy, TrailStep};
use crate::model::Certainty;
use std::collections::{BTreeMap, BTreeSet};

/// What a format may say of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleText {
    /// Its code.
    pub code: String,
    /// Its family.
    pub family: String,
    /// Its level, unless a finding has another.
    pub level: Level,
    /// One sentence.
    pub summary: String,
    /// The documentation, in Markdown.
    pub doc: String,
}

/// A finding that is told, with those of its island that it speaks for.
struct Told<'a> {
    finding: &'a Finding,
    others: Vec<&'a Finding>,
}

impl Told<'_> {
    /// Whether any of it handles connections.
    fn on_connection(&self) -> bool {
        self.finding.connection.is_some() || self.others.iter().any(|it| it.connection.is_some())
    }

    /// The highest level in it.
    fn level(&self) -> Level {
        self.others.iter().map(|it| it.level).fold(self.finding.level, Level::max)
    }

    /// How many findings it stands for.
    fn count(&self) -> usize {
        1 + self.others.len()
    }

    /// The message, and how many go with it.
    fn message(&self) -> String {
        let message = &self.finding.message;
        match self.others.len() {
            0 => message.clone(),
            1 => format!("{message}, and 1 more dies with it"),
            count => format!("{message}, and {count} more die with it"),
        }
    }
}

/// The findings that count.
fn counted(report: &Report) -> impl Iterator<Item = &Finding> {
    report.findings.iter().filter(|finding| finding.suppressed.is_none())
}

/// Why a finding does not count, in words.
fn suppression_text(suppressed: &Suppressed) -> String {
    let by = match suppressed.by {
        SuppressedBy::Comment => "suppressed",
        SuppressedBy::Attribute => "hidden by an attribute",
        SuppressedBy::Baseline => "in the baseline",
    };
    let until = suppressed.until.as_ref().map_or(String::new(), |until| format!(" until {until}"));
    format!("{by}{until}: {}", suppressed.reason)
}

/// So many sentences on a change, and so many findings that are gone, are told.
const MOST_CHANGES: usize = 20;

/// What came of comparing, in lines; the first has the counts.
fn comparison_lines(report: &Report) -> Vec<String> {
    let Some(it) = &report.gate.comparison else { return vec![] };
    let base = report.gate.compared_with.as_ref().map_or(String::new(), |base| format!(", compared with `{base}`"));
    let mut lines = vec![format!("{} new, {} fixed, {} unchanged{base}", it.new, it.fixed, it.unchanged)];
    lines.extend(it.suppressions.iter().map(|one| {
        let codes = one.codes.iter().map(|code| format!("`{code}`")).collect::<Vec<_>>().join(", ");
        let until = one.until.as_ref().map_or(String::new(), |until| format!(" until {until}"));
        let place = format!("{}:{}", one.location.file, one.location.line);
        format!("this change suppresses {codes}{until} at `{place}`: {}", one.reason)
    }));
    let more = |count: usize| (count > MOST_CHANGES).then(|| format!("and {} more", count - MOST_CHANGES));
    lines.extend(it.changes.iter().take(MOST_CHANGES).cloned());
    lines.extend(more(it.changes.len()));
    lines.extend(it.gone.iter().take(MOST_CHANGES).map(|gone| format!("fixed: {} `{}`", gone.code, gone.path)));
    lines.extend(more(it.gone.len()));
    lines
}

/// Findings that count, in their order. The head of an island, which has its id, speaks for all of it at the place of the first.
fn told(report: &Report) -> Vec<Told<'_>> {
    let mut islands: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in counted(report) {
        if let Some(island) = &finding.island {
            islands.entry(island.as_str()).or_default().push(finding);
        }
    }
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut told = vec![];
    for finding in counted(report) {
        let members = finding.island.as_deref().and_then(|island| islands.get(island));
        let head = members.and_then(|all| all.iter().copied().find(|it| it.island.as_ref() == Some(&it.id)));
        match (head, members) {
            (Some(head), Some(members)) => {
                if seen.insert(&head.id) {
                    let others = members.iter().copied().filter(|it| it.id != head.id).collect();
                    told.push(Told { finding: head, others });
                }
            }
            // The head is not in the report: each speaks for itself.
            _ => told.push(Told { finding, others: vec![] }),
        }
    }
    told
}

/// A step of a trail in words.
fn step_text(step: &TrailStep) -> String {
    let mut text = step.path.clone();
    for (word, condition) in [(", when ", &step.guard), (", under ", &step.cfg)] {
        if let Some(condition) = condition {
            text.push_str(word);
            text.push_str(condition);
        }
    }
    if step.certainty == Certainty::ByName {
        text.push_str(", known by name only");
    }
    text
}

/// What is given, or something else where that is blank.
fn text_or<'a>(given: &'a str, instead: &'a str) -> &'a str {
    if given.trim().is_empty() { instead } else { given }
}
