//! Findings and the report: what users and other programs read.
//!
//! In: nothing. Out: the nouns of every format, and their one sort order. The shape is that of the JSON report, schema 1;
//! it changes by addition only.

mod maps;

pub use maps::{Chain, RouteRow, Stage, StagePlace, Way};

use crate::model::Certainty;
use serde::{Deserialize, Serialize};

/// How much a finding weighs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Not reported.
    Allow,
    /// Reported; fails the gate unless the gate is set to `deny`.
    Warn,
    /// Reported; fails the gate.
    Deny,
}

/// How sure a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// It follows from what the source says.
    Certain,
    /// Something that the source does not say could make it wrong; a note says what.
    Likely,
}

/// A place in a file; lines and columns from 1, columns in characters, ends exclusive.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Location {
    /// The path from the root of the workspace, with `/`.
    pub file: String,
    /// First line.
    pub line: u32,
    /// First column.
    pub column: u32,
    /// Last line.
    pub end_line: u32,
    /// Column after the last character.
    pub end_column: u32,
    /// Offset of the first byte.
    pub byte_start: u32,
    /// Offset after the last byte.
    pub byte_end: u32,
}

/// What a finding is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Item {
    /// `function`, `method`, `struct`, `file`, `feature` …
    pub kind: String,
    /// Its path: `server::ws_v1::upgrade`.
    pub path: String,
    /// Its name.
    pub name: String,
    /// The package it is part of.
    pub package: String,
    /// `pub`, `pub(crate)` …; empty for what has none.
    pub visibility: String,
}

/// Another place that a finding speaks of.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Related {
    /// What is there.
    pub message: String,
    /// The place.
    pub location: Location,
}

/// A step from a root to an item.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct TrailStep {
    /// The path of the definition.
    pub path: String,
    /// Where it refers to the next step, or where it is declared.
    pub location: Location,
    /// The run-time condition on the step.
    pub guard: Option<String>,
    /// The cfg condition on the step.
    pub cfg: Option<String>,
    /// Whether the reference was resolved.
    pub certainty: Certainty,
}

/// What connection an item handles.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Connection {
    /// `websocket`, `tcp` …
    pub protocol: String,
    /// `connect`, `upgrade` …
    pub role: String,
    /// The API that is called.
    pub api: String,
}

/// What the compiler said to a removal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProofStatus {
    /// Everything builds without it.
    Compiles,
    /// Something needs it.
    Refuted,
    /// It was not tried, or no configuration that was checked builds it.
    NotRun,
}

/// How a removal was proven.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Proof {
    /// The result.
    pub status: ProofStatus,
    /// How many times everything was checked until it was known.
    pub rounds: u32,
    /// The sets of features that were checked.
    pub features: Vec<String>,
    /// The compiler.
    pub rustc: String,
    /// The compiler's words, or why it was not run.
    pub errors: Vec<String>,
}

/// Bytes to take out of a file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Removal {
    /// The path from the root of the workspace.
    pub file: String,
    /// Offset of the first byte.
    pub byte_start: u32,
    /// Offset after the last byte.
    pub byte_end: u32,
    /// What to put in their place; mostly nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub replacement: String,
}

/// Why a finding does not count for the summary and the gate.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Suppressed {
    /// What says so.
    pub by: SuppressedBy,
    /// The reason that is given, in the words of whoever gave it.
    pub reason: String,
    /// The month, day or version from which on it counts again.
    pub until: Option<String>,
}

/// What keeps a finding from counting.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SuppressedBy {
    /// A comment: `// vestige: allow(code) -- reason`.
    Comment,
    /// `#[allow(dead_code)]` or `#[expect(dead_code)]`.
    Attribute,
    /// A line of the baseline.
    Baseline,
}

/// One finding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Finding {
    /// 16 hex digits; the same when lines move and files are renamed.
    pub id: String,
    /// The rule: `unreachable-item` …
    pub code: String,
    /// The family of the rule.
    pub family: String,
    /// Its level.
    pub level: Level,
    /// How sure it is.
    pub confidence: Confidence,
    /// What it is about.
    pub item: Item,
    /// The name in the item's declaration.
    pub location: Location,
    /// One sentence.
    pub message: String,
    /// More sentences.
    pub notes: Vec<String>,
    /// Other places.
    pub related: Vec<Related>,
    /// Why the item is live, from a root; empty for what is dead.
    pub trail: Vec<TrailStep>,
    /// Under which condition it holds; `None` for always.
    pub condition: Option<String>,
    /// The id of its island: the same for all that only refer to each other.
    pub island: Option<String>,
    /// The connection it handles, if it does.
    pub connection: Option<Connection>,
    /// What to take out to remove it.
    pub removal: Vec<Removal>,
    /// What compiling without it cannot show; `None` if compiling shows enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unproven: Option<String>,
    /// What the compiler said to that.
    pub proof: Option<Proof>,
    /// Why it is not counted; `None` for what counts. Such findings are in a report only if they are asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suppressed: Option<Suppressed>,
    /// The definition, in the analysis that found it.
    #[serde(skip)]
    pub subject: Option<crate::model::DefId>,
}

impl Finding {
    /// What stays of it when it is put down.
    pub fn identity(&self) -> Identity {
        Identity { id: self.id.clone(), code: self.code.clone(), path: self.item.path.clone() }
    }

    /// The order of every report: connections first, then file, line, column, code and name.
    pub fn sort_key(&self) -> impl Ord + '_ {
        let at = &self.location;
        (self.connection.is_none(), &at.file, at.line, at.column, &self.code, &self.item.path, &self.id)
    }
}

/// What was audited.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct WorkspaceSummary {
    /// Always `.`: paths are relative to it.
    pub root: String,
    /// How many packages.
    pub packages: usize,
    /// How many files were read.
    pub files: usize,
    /// How many lines they have.
    pub lines: usize,
    /// Whether everything could be read.
    pub complete: bool,
    /// What a reader must know to judge the findings.
    pub notes: Vec<String>,
}

/// The verdict.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Gate {
    /// `pass` or `fail`.
    pub status: String,
    /// Why it failed.
    pub reasons: Vec<String>,
    /// What it was compared with: a commit, or a baseline.
    pub compared_with: Option<String>,
    /// Whether the exit status follows the verdict.
    #[serde(default = "enforced")]
    pub enforced: bool,
    /// What came of comparing; the findings of the report are the new ones then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comparison: Option<Comparison>,
}

/// Reports of before there was a choice were enforced.
fn enforced() -> bool {
    true
}

/// What differs from a base or from a baseline.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Comparison {
    /// How many findings are new.
    pub new: usize,
    /// How many are gone.
    pub fixed: usize,
    /// How many were there before and still are.
    pub unchanged: usize,
    /// Those that are gone.
    pub gone: Vec<Identity>,
    /// What the change did, a sentence each.
    pub changes: Vec<String>,
    /// Suppressions that the change adds.
    pub suppressions: Vec<AddedSuppression>,
}

/// What stays of a finding when it is put down to be compared with.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Identity {
    /// The id of the finding.
    pub id: String,
    /// Its rule.
    pub code: String,
    /// The path of its item.
    pub path: String,
}

/// A suppression that was not there before.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct AddedSuppression {
    /// The comment.
    pub location: Location,
    /// The rules that it suppresses.
    pub codes: Vec<String>,
    /// Why.
    pub reason: String,
    /// The month, day or version at which it ends.
    pub until: Option<String>,
}

/// Counts.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Summary {
    /// How many findings.
    pub findings: usize,
    /// How many of each code.
    pub by_code: std::collections::BTreeMap<String, usize>,
    /// Lines that removing all of them takes out.
    pub removable_lines: usize,
    /// How many more `unreachable-item` findings a closed world has.
    pub closed_world_adds: usize,
    /// How many findings comments suppress.
    #[serde(default)]
    pub suppressed: usize,
}

/// The name and version of this program.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Tool {
    /// `cargo-vestige`.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// The whole report.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Report {
    /// 1.
    pub schema: u32,
    /// This program.
    pub tool: Tool,
    /// What was audited.
    pub workspace: WorkspaceSummary,
    /// The verdict.
    pub gate: Gate,
    /// Counts.
    pub summary: Summary,
    /// Findings, sorted.
    pub findings: Vec<Finding>,
    /// The map of connections: how production reaches what sets them up.
    pub connections: Vec<Way>,
}

/// 16 hex digits of parts, the same on every machine and in every version (FNV-1a, 64 bits).
pub fn stable_id(parts: &[&str]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in parts.iter().flat_map(|part| part.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}
