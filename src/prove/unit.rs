//! What is removed together, and what has to come back together.

use crate::audit::Audit;
use crate::edit::Edit;
use crate::model::{DefId, FileId};
use crate::removal;
use crate::resolve::Goal;
use std::collections::{BTreeMap, BTreeSet};

/// The removals that are tried.
#[derive(Debug, Default)]
pub struct Units {
    /// Findings that are out at present.
    pub active: BTreeSet<DefId>,
    /// Each with all that goes with it, and what is inside of that.
    pub members: BTreeSet<(DefId, DefId)>,
    /// The other way round.
    of_member: BTreeMap<DefId, BTreeSet<DefId>>,
}

impl Units {
    /// Finds what goes with each finding.
    pub fn new(audit: &Audit<'_>, active: BTreeSet<DefId>) -> Self {
        let mut units = Units { active, ..Units::default() };
        for unit in units.active.clone() {
            let mut work: Vec<DefId> = removal::gone(audit, &BTreeSet::from([unit])).into_iter().collect();
            while let Some(member) = work.pop() {
                if units.members.insert((unit, member)) {
                    units.of_member.entry(member).or_default().insert(unit);
                    work.extend(audit.children(member));
                    work.extend(audit.contents(member));
                }
            }
        }
        units
    }

    /// The findings with something in edits of a file.
    pub fn in_edits(&self, audit: &Audit<'_>, file: FileId, edits: &[&Edit]) -> BTreeSet<DefId> {
        let defs = &audit.input.bindings.defs;
        let inside = |at: u32| edits.iter().any(|edit| edit.span.start <= at && at < edit.span.end);
        let of_members = self.members.iter().filter(|(_, member)| defs.file(*member) == file);
        let mut found: BTreeSet<DefId> =
            of_members.filter(|(_, member)| inside(audit.def(*member).span.start)).map(|(unit, _)| *unit).collect();
        for unit in &self.active {
            let mut mentions = audit.mentions(*unit).iter().filter(|mention| defs.file(mention.by) == file);
            if mentions.any(|mention| inside(mention.at)) {
                found.insert(*unit);
            }
        }
        found.retain(|unit| self.active.contains(unit));
        found
    }

    /// Takes findings out again, but for those that something needs that stays; returns those that are out.
    pub fn take_out(&mut self, audit: &Audit<'_>, group: &BTreeSet<DefId>) -> BTreeSet<DefId> {
        self.active.extend(group);
        let stays: BTreeSet<DefId> =
            self.members.iter().map(|(unit, _)| *unit).filter(|it| !self.active.contains(it)).collect();
        for unit in stays {
            // As if it were put back now: what its text needs comes along.
            self.active.insert(unit);
            self.restore(audit, &BTreeSet::from([unit]));
        }
        group.intersection(&self.active).copied().collect()
    }

    /// Puts findings back, with those that their text needs and those that hold them; returns what came back with them.
    pub fn restore(&mut self, audit: &Audit<'_>, back: &BTreeSet<DefId>) -> BTreeSet<DefId> {
        let mut work: Vec<DefId> = back.iter().copied().collect();
        let mut along = BTreeSet::new();
        while let Some(unit) = work.pop() {
            if !self.active.remove(&unit) {
                continue;
            }
            if !back.contains(&unit) {
                along.insert(unit);
            }
            for (_, member) in self.members.range((unit, DefId(0))..=(unit, DefId(u32::MAX))) {
                let needed = needs(audit, *member).into_iter().filter_map(|def| self.of_member.get(&def));
                work.extend(needed.flatten().filter(|other| self.active.contains(other)));
            }
        }
        along
    }
}

/// What the text of a definition refers to, and what holds it.
fn needs(audit: &Audit<'_>, def: DefId) -> Vec<DefId> {
    let bindings = audit.input.bindings;
    let mut needed = vec![];
    for edge in bindings.edges_from(def) {
        match edge.to {
            Goal::Def(goal) => needed.push(goal),
            Goal::Named(_, name) => {
                needed.extend(bindings.impls.members.by_name.get(&name).into_iter().flatten());
            }
        }
    }
    needed.extend(audit.parent(def));
    needed.extend(&audit.input.graph.module_of[def.index()]);
    needed
}
