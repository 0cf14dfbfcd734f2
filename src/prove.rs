//! Stage 9. Findings in, proofs out: what the compiler says when they are gone.
//!
//! In: the view of the audit, a copy of the workspace, and how to run cargo. All removals are applied to the copy at
//! once; each error is traced to the removal that caused it, which comes back with what its text needs, until the rest
//! builds. The user's files are not touched; see [`fix`](crate::fix) for that.

mod blame;
pub mod compiler;
mod configurations;
mod shadow;
mod unit;

pub use compiler::{Cargo, FeatureSet, Interrupt};
pub use shadow::Shadow;

use crate::audit::Audit;
use crate::finding::{Proof, ProofStatus};
use crate::model::{DefId, FileId};
use crate::removal::{self, Plan};
use anyhow::{Result, bail};
pub use compiler::Complaint;
use compiler::Outcome;
pub use configurations::Configurations;
use std::collections::{BTreeMap, BTreeSet};
use unit::Units;

/// No workspace has needed as many; what is then left is put back.
const MOST_ROUNDS: u32 = 12;

/// What to prove, and with what.
pub struct Request<'a> {
    /// The copy.
    pub shadow: &'a Shadow,
    /// Cargo.
    pub cargo: &'a Cargo<'a>,
    /// Each is checked in each round.
    pub features: &'a [FeatureSet],
    /// The compiler's version.
    pub rustc: &'a str,
    /// Conditions that hold without features.
    pub base: &'a [String],
    /// What no check compiles is put back.
    pub restores_unbuilt: bool,
    /// Is told what goes on.
    pub say: &'a dyn Fn(&str),
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Proven {
    /// For each definition that was asked for.
    pub proofs: BTreeMap<DefId, Proof>,
    /// How many times everything was checked.
    pub rounds: u32,
    /// What the copy now lacks.
    pub plan: Plan,
    /// Warnings in the copy.
    pub warnings: Vec<Complaint>,
    /// What was built.
    pub built: Configurations,
    /// Why the workspace does not build as it is; empty if it does, or if nobody had to know.
    pub broken: Vec<String>,
}

/// Tries the removal of definitions.
///
/// # Errors
/// Cargo cannot be run or does its work for other reasons than the source; files cannot be written; it was interrupted.
pub fn prove(audit: &Audit<'_>, defs: &BTreeSet<DefId>, request: &Request<'_>) -> Result<Proven> {
    if defs.is_empty() {
        return Ok(Proven::default());
    }
    let mut trial = Trial {
        audit,
        request,
        units: Units::new(audit, defs.clone()),
        applied: BTreeMap::new(),
        known: None,
        suspects: vec![],
        tried: None,
        verdicts: BTreeMap::new(),
        rounds: 0,
    };
    let (plan, outcomes) = trial.run()?;
    let built = configurations(&outcomes, request.base);
    let labels: Vec<String> = request.features.iter().map(|set| set.label.clone()).collect();
    let mut proofs = BTreeMap::new();
    for def in defs {
        let (status, errors) = match trial.verdicts.remove(def) {
            Some(verdict) => verdict,
            None if plan.outside.contains(def) => (ProofStatus::NotRun, vec![OUTSIDE.to_owned()]),
            None if plan.stuck.contains(def) => (ProofStatus::NotRun, vec![BY_HAND.to_owned()]),
            None if !built.has(audit, *def) => (ProofStatus::NotRun, vec![not_built(audit, *def)]),
            None => (ProofStatus::Compiles, vec![]),
        };
        let proof =
            Proof { status, rounds: trial.rounds, features: labels.clone(), rustc: request.rustc.into(), errors };
        proofs.insert(*def, proof);
    }
    let warnings = outcomes.into_iter().flat_map(|outcome| outcome.warnings).collect();
    let broken = trial.known.iter().flatten().map(|known| known.message.clone()).collect();
    Ok(Proven { proofs, rounds: trial.rounds, plan, warnings, broken, built })
}

fn configurations(outcomes: &[Outcome], base: &[String]) -> Configurations {
    let mut built = Configurations::default();
    outcomes.iter().for_each(|outcome| built.add(outcome, base));
    built
}

const NEEDED: &str = "something that could not be removed needs it";
const OUTLIVED: &str = "something that stands in it works without it and has to be taken out by hand";
const OUTSIDE: &str = "it lies outside of the folder of the workspace, of which alone a copy is made";
const BY_HAND: &str = "what speaks of it has to be rewritten by hand";

fn not_built(audit: &Audit<'_>, def: DefId) -> String {
    match Configurations::wanted(audit, def) {
        none if none.is_empty() => "no configuration that was checked builds it".into(),
        wanted => format!("no configuration that was checked builds it: it needs {wanted}"),
    }
}

struct Trial<'a> {
    audit: &'a Audit<'a>,
    request: &'a Request<'a>,
    units: Units,
    /// Files of the copy that differ from the user's, with the change.
    applied: BTreeMap<FileId, Vec<crate::edit::Edit>>,
    /// Errors that are there without any removal; `None` before anybody looked.
    known: Option<Vec<Complaint>>,
    /// Removals of which one has caused an error, and nothing tells which: they are back and are tried again.
    suspects: Vec<BTreeSet<DefId>>,
    /// The suspects that were taken out since everything was well.
    tried: Option<BTreeSet<DefId>>,
    verdicts: BTreeMap<DefId, (ProofStatus, Vec<String>)>,
    rounds: u32,
}

impl Trial<'_> {
    fn run(&mut self) -> Result<(Plan, Vec<Outcome>)> {
        loop {
            let plan = self.plan();
            self.apply(&plan.edits)?;
            let outcomes = self.check()?;
            let mut errors: Vec<&Complaint> = outcomes.iter().flat_map(|outcome| &outcome.errors).collect();
            // Only what the workspace does not say as it is can be the work of a removal.
            if self.known.is_none() && !errors.is_empty() {
                self.look_at_the_original()?;
                self.apply(&plan.edits)?;
            }
            errors.retain(|error| !self.is_known(error));
            if errors.is_empty() || self.units.active.is_empty() {
                if let Some(failed) = outcomes.iter().find(|outcome| !outcome.success && outcome.errors.is_empty()) {
                    bail!("cargo cannot check the workspace:\n{}", failed.said.trim_end());
                }
                self.tried = None;
                if self.try_suspects() || self.restore_unbuilt(&outcomes) {
                    continue;
                }
                return Ok((plan, outcomes));
            }
            if self.rounds >= MOST_ROUNDS {
                self.give_up(errors.iter().map(|error| error.rendered.clone()).collect());
            } else if let Some(tried) = self.tried.take() {
                self.narrow(tried, &errors);
            } else {
                self.put_back(&plan, &errors);
            }
        }
    }

    /// The plan for what is out. What stays for something that stands in it keeps what its text needs.
    fn plan(&mut self) -> Plan {
        loop {
            let plan = removal::plan(self.audit, &self.units.active);
            if plan.outlived.is_empty() {
                return plan;
            }
            for def in self.units.restore(self.audit, &plan.outlived) {
                self.verdicts.insert(def, (ProofStatus::NotRun, vec![NEEDED.to_owned()]));
            }
            for def in plan.outlived {
                self.verdicts.insert(def, (ProofStatus::NotRun, vec![OUTLIVED.to_owned()]));
            }
        }
    }

    /// Puts back what the errors are traced to.
    fn put_back(&mut self, plan: &Plan, errors: &[&Complaint]) {
        let mut guilty: BTreeMap<DefId, Vec<String>> = BTreeMap::new();
        let mut suspects = BTreeSet::new();
        for error in errors {
            let blame = blame::blame(self.audit, &self.units, plan, error);
            match blame.is_sure() {
                true => blame.defs.iter().for_each(|def| note(guilty.entry(*def).or_default(), error)),
                false => suspects.extend(blame.defs),
            }
        }
        suspects.retain(|def| !guilty.contains_key(def));
        if guilty.is_empty() && suspects.is_empty() {
            suspects = self.units.active.clone();
        }
        let back: BTreeSet<DefId> = guilty.keys().chain(&suspects).copied().collect();
        for def in self.units.restore(self.audit, &back) {
            self.verdicts.insert(def, (ProofStatus::NotRun, vec![NEEDED.to_owned()]));
        }
        for (def, errors) in guilty {
            self.verdicts.insert(def, (ProofStatus::Refuted, errors));
        }
        for def in &suspects {
            self.verdicts.insert(*def, (ProofStatus::NotRun, vec![NEEDED.to_owned()]));
        }
        self.suspects.extend((!suspects.is_empty()).then_some(suspects));
    }

    /// Takes a group of suspects out again; tells whether there is one.
    fn try_suspects(&mut self) -> bool {
        let Some(group) = self.suspects.pop() else { return false };
        let out = self.units.take_out(self.audit, &group);
        for def in &out {
            self.verdicts.remove(def);
        }
        let tried = !out.is_empty();
        self.tried = tried.then_some(out);
        tried || self.try_suspects()
    }

    /// One of a group is guilty: a single one is refuted, a larger group is tried by halves.
    fn narrow(&mut self, tried: BTreeSet<DefId>, errors: &[&Complaint]) {
        self.units.restore(self.audit, &tried);
        let all: Vec<DefId> = tried.into_iter().collect();
        if let [single] = all[..] {
            let mut said = vec![];
            errors.iter().for_each(|error| note(&mut said, error));
            self.verdicts.insert(single, (ProofStatus::Refuted, said));
            return;
        }
        for def in &all {
            self.verdicts.insert(*def, (ProofStatus::NotRun, vec![NEEDED.to_owned()]));
        }
        let (first, second) = all.split_at(all.len() / 2);
        self.suspects.push(second.iter().copied().collect());
        self.suspects.push(first.iter().copied().collect());
    }

    /// Puts back what was not compiled, if that is asked for; tells whether anything was.
    fn restore_unbuilt(&mut self, outcomes: &[Outcome]) -> bool {
        if !self.request.restores_unbuilt {
            return false;
        }
        let built = configurations(outcomes, self.request.base);
        let unbuilt: BTreeSet<DefId> =
            self.units.active.iter().copied().filter(|def| !built.has(self.audit, *def)).collect();
        let along = self.units.restore(self.audit, &unbuilt);
        for def in unbuilt.iter().chain(&along) {
            self.verdicts.insert(*def, (ProofStatus::NotRun, vec![not_built(self.audit, *def)]));
        }
        !unbuilt.is_empty()
    }

    fn check(&mut self) -> Result<Vec<Outcome>> {
        self.rounds += 1;
        let count = self.units.active.len();
        (self.request.say)(&format!("round {}: checking without {count} items", self.rounds));
        let cargo = self.request.cargo;
        self.request.features.iter().map(|set| cargo.check(&self.request.shadow.root, set)).collect()
    }

    /// Brings the copy to the state of a plan.
    fn apply(&mut self, edits: &BTreeMap<FileId, Vec<crate::edit::Edit>>) -> Result<()> {
        let files: BTreeSet<FileId> = self.applied.keys().chain(edits.keys()).copied().collect();
        for file in files {
            if self.applied.get(&file) == edits.get(&file) {
                continue;
            }
            let source = &self.audit.input.sources.files[file.index()];
            let changed = changed(&source.text, edits.get(&file).map_or(&[], Vec::as_slice));
            self.request.shadow.write(&source.shown, changed.as_deref())?;
        }
        self.applied = edits.clone();
        Ok(())
    }

    fn is_known(&self, error: &Complaint) -> bool {
        self.known.iter().flatten().any(|known| known.message == error.message && known.package == error.package)
    }

    fn look_at_the_original(&mut self) -> Result<()> {
        (self.request.say)("checking the workspace as it is");
        self.apply(&BTreeMap::new())?;
        let mut known = vec![];
        for set in self.request.features {
            known.extend(self.request.cargo.check(&self.request.shadow.root, set)?.errors);
        }
        self.known = Some(known);
        Ok(())
    }

    /// Puts everything back that is still out.
    fn give_up(&mut self, errors: Vec<String>) {
        for def in std::mem::take(&mut self.units.active) {
            self.verdicts.insert(def, (ProofStatus::NotRun, errors.clone()));
        }
        self.suspects.clear();
        self.tried = None;
    }
}

/// Adds what the compiler says; a library is compiled as such and as its own test, and says it twice.
fn note(said: &mut Vec<String>, error: &Complaint) {
    if !said.contains(&error.rendered) {
        said.push(error.rendered.clone());
    }
}

/// The text of a file after edits; `None` if the file goes.
pub fn changed(text: &str, edits: &[crate::edit::Edit]) -> Option<String> {
    let all = |edit: &crate::edit::Edit| edit.span.start == 0 && edit.span.end as usize >= text.len();
    let goes = edits.iter().any(|edit| all(edit) && edit.put.is_empty());
    (!goes).then(|| crate::edit::apply(text, edits))
}
