//! `fix`: takes out of the user's files what was proven to be removable.
//!
//! In: an analysis with its findings, and a copy of the workspace to prove them in. Out: changes of files. What dies only
//! when the first removals are gone (features, imports, functions that only a dead arm called) is found by auditing
//! the copy again, and proven in turn, until nothing new appears: a second `fix` has nothing to do.

pub mod journal;
mod orphans;

use crate::audit::Audit;
use crate::discover::Request;
use crate::finding::{Finding, Proof, ProofStatus, Report};
use crate::model::DefId;
use crate::pipeline::{self, Analysis, Options};
use crate::prove::{self, Complaint, Configurations};
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Generations of dead code that only another removal shows; more than three are not known.
const MOST_GENERATIONS: usize = 8;
/// Findings of these rules are the work of removals, if they are new.
const FOLLOWERS: [&str; 4] = ["unreachable-item", "unregistered-handler", "unused-feature", "unlinked-file"];

/// What `fix` would change.
#[derive(Debug, Default)]
pub struct Fixed {
    /// Files with their text before and after; `None` after for those that go.
    pub changes: Vec<Change>,
    /// Proofs by the id of the finding, of those that were asked for.
    pub proofs: BTreeMap<String, Proof>,
    /// What went because the removal of others left it without use.
    pub followers: Vec<String>,
    /// How many times everything was checked.
    pub rounds: u32,
    /// Why the workspace does not build as it is.
    pub broken: Vec<String>,
}

/// A change of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The path from the root of the workspace.
    pub file: String,
    /// Its text now.
    pub before: String,
    /// Its text then; `None` if it goes.
    pub after: Option<String>,
}

/// Proves the removal of findings, and of what they leave behind.
///
/// # Errors
/// As [`prove::prove`]; the copy cannot be audited.
pub fn fix(
    analysis: &Analysis,
    report: &Report,
    chosen: &BTreeSet<DefId>,
    options: &Options,
    request: &prove::Request<'_>,
) -> Result<Fixed> {
    let root = analysis.workspace.root.clone();
    let mut work = Work { request, root, fixed: Fixed::default(), touched: BTreeSet::new() };
    let ids: BTreeMap<DefId, &str> =
        report.findings.iter().filter_map(|finding| Some((finding.subject?, finding.id.as_str()))).collect();
    let proven = pipeline::with_audit(analysis, |audit| work.generation(audit, chosen))?;
    for (def, proof) in proven.proofs {
        work.fixed.proofs.extend(ids.get(&def).map(|id| ((*id).to_owned(), proof)));
    }
    work.fixed.broken = proven.broken;
    let mut seen: BTreeSet<String> = report.findings.iter().map(|finding| finding.id.clone()).collect();
    let mut last = (proven.warnings, proven.built);
    for _ in 0..MOST_GENERATIONS {
        match work.follow(options, &mut seen, &last)? {
            Some(next) => last = next,
            None => break,
        }
    }
    work.finish(analysis)
}

struct Work<'a> {
    request: &'a prove::Request<'a>,
    /// The root of the user's workspace.
    root: PathBuf,
    fixed: Fixed,
    /// Files of the copy that may differ from the user's.
    touched: BTreeSet<String>,
}

type Said = (Vec<Complaint>, Configurations);

impl Work<'_> {
    fn generation(&mut self, audit: &Audit<'_>, defs: &BTreeSet<DefId>) -> Result<prove::Proven> {
        let proven = prove::prove(audit, defs, self.request)?;
        self.fixed.rounds += proven.rounds;
        let files = &audit.input.sources.files;
        self.touched.extend(proven.plan.edits.keys().map(|file| files[file.index()].shown.clone()));
        Ok(proven)
    }

    /// Audits the copy and takes out what is new; `None` if nothing is.
    fn follow(&mut self, options: &Options, seen: &mut BTreeSet<String>, last: &Said) -> Result<Option<Said>> {
        let manifest = self.request.shadow.root.join("Cargo.toml");
        let request = Request { manifest, copy_of: Some(self.root.clone()), ..options.request.clone() };
        let options = Options { request, closed_world: options.closed_world, ..Options::default() };
        let (report, analysis) = pipeline::audit(&options)?;
        let new = |finding: &&Finding| FOLLOWERS.contains(&finding.code.as_str()) && !seen.contains(&finding.id);
        let new: Vec<Finding> = report.findings.iter().filter(new).cloned().collect();
        let (dead, loose): (Vec<&Finding>, Vec<&Finding>) =
            new.iter().filter(|finding| finding.unproven.is_none()).partition(|finding| finding.subject.is_some());
        let mut defs: BTreeSet<DefId> = dead.iter().filter_map(|finding| finding.subject).collect();
        let names: BTreeMap<DefId, String> = dead.iter().filter_map(|it| Some((it.subject?, named(it)))).collect();
        pipeline::with_audit(&analysis, |audit| -> Result<Option<Said>> {
            defs.extend(orphans::imports(audit, &last.0, &last.1, &self.touched));
            seen.extend(new.iter().map(|finding| finding.id.clone()));
            if defs.is_empty() && loose.is_empty() {
                return Ok(None);
            }
            let undo = self.take_out(&loose)?;
            let proven = self.generation(audit, &defs)?;
            if !proven.broken.is_empty() && !loose.is_empty() {
                // Not source that is compiled as such (a feature, a file): if anything breaks, they stay.
                for (file, text) in undo {
                    self.request.shadow.write(&file, Some(&text))?;
                }
            } else {
                self.fixed.followers.extend(loose.iter().map(|finding| named(finding)));
            }
            let gone = proven.proofs.iter().filter(|(_, proof)| proof.status == ProofStatus::Compiles);
            self.fixed.followers.extend(gone.filter_map(|(def, _)| names.get(def).cloned()));
            Ok(Some((proven.warnings, proven.built)))
        })
    }

    /// Applies removals that are no definitions; returns the files as they were.
    fn take_out(&mut self, findings: &[&Finding]) -> Result<BTreeMap<String, String>> {
        let mut by_file: BTreeMap<&str, Vec<crate::edit::Edit>> = BTreeMap::new();
        for removal in findings.iter().flat_map(|finding| &finding.removal) {
            let span = crate::model::Span { start: removal.byte_start, end: removal.byte_end };
            let edit = crate::edit::Edit::replace(span, removal.replacement.clone());
            by_file.entry(&removal.file).or_default().push(edit);
        }
        let mut before = BTreeMap::new();
        for (file, edits) in by_file {
            let Some(text) = self.request.shadow.read(file) else { continue };
            let edits = crate::edit::tidy(&text, edits, "#", |_| false);
            self.request.shadow.write(file, prove::changed(&text, &edits).as_deref())?;
            self.touched.insert(file.to_owned());
            before.insert(file.to_owned(), text);
        }
        Ok(before)
    }

    fn finish(mut self, analysis: &Analysis) -> Result<Fixed> {
        for file in &self.touched {
            let path = analysis.workspace.root.join(file);
            let Ok(before) = std::fs::read_to_string(&path) else { continue };
            let after = self.request.shadow.read(file);
            if after.as_deref() != Some(before.as_str()) {
                self.fixed.changes.push(Change { file: file.clone(), before, after });
            }
        }
        Ok(self.fixed)
    }
}

fn named(finding: &Finding) -> String {
    format!("{} `{}`", finding.item.kind.replace('-', " "), finding.item.path)
}

/// What changes, as a unified diff that `git apply` and `patch -p1` take.
pub fn diff(changes: &[Change]) -> String {
    let mut text = String::new();
    for change in changes {
        let after = change.after.as_deref().unwrap_or_default();
        let new = change.after.as_ref().map_or("/dev/null".to_owned(), |_| format!("b/{}", change.file));
        let diff = similar::TextDiff::from_lines(change.before.as_str(), after);
        let lines = diff.unified_diff().header(&format!("a/{}", change.file), &new).to_string();
        text.push_str(&lines);
    }
    text
}
