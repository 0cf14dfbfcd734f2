//! Which removal an error comes from.
//!
//! In: an error, the plan that was applied, the view of the audit. Out: what to put back. The compiler names what it
//! misses; where it does not, the change nearest to the error is blamed, then all in its file, its package, everything.

use super::compiler::{Complaint, Place};
use super::unit::Units;
use crate::audit::Audit;
use crate::edit::Edit;
use crate::model::{DefId, DefKind, FileId};
use crate::removal::Plan;
use std::collections::BTreeSet;

/// Lines between an error and a change that may have caused it.
const NEAR: usize = 2;

/// The removals that an error may come from.
#[derive(Debug, Default)]
pub struct Blame {
    /// Removals.
    pub defs: BTreeSet<DefId>,
    /// The error names what it misses.
    named: bool,
}

impl Blame {
    /// Whether all of them have caused it.
    pub fn is_sure(&self) -> bool {
        self.named || self.defs.len() == 1
    }
}

/// Finds the removals that an error may come from; none if none is in sight.
pub fn blame(audit: &Audit<'_>, units: &Units, plan: &Plan, complaint: &Complaint) -> Blame {
    let mut named = by_name(audit, units, complaint);
    named.retain(|def| units.active.contains(def));
    if !named.is_empty() {
        return Blame { defs: named, named: true };
    }
    Blame { defs: by_place(audit, units, plan, complaint), named: false }
}

fn by_place(audit: &Audit<'_>, units: &Units, plan: &Plan, complaint: &Complaint) -> BTreeSet<DefId> {
    let places = complaint.places.iter().filter_map(|place| {
        let file = file(audit, place)?;
        Some((place, file, plan.edits.get(&file)?))
    });
    let places: Vec<(&Place, FileId, &Vec<Edit>)> = places.collect();
    type Sight = for<'e> fn(&Audit<'_>, FileId, &'e [Edit], &Place) -> Vec<&'e Edit>;
    let everything: Sight = |_, _, edits, _| edits.iter().collect();
    for sight in [near as Sight, around, everything] {
        for (place, file, edits) in &places {
            let found = units.in_edits(audit, *file, &sight(audit, *file, edits, place));
            if !found.is_empty() {
                return found;
            }
        }
    }
    units.active.iter().copied().filter(|def| audit.package(*def) == complaint.package).collect()
}

fn file(audit: &Audit<'_>, place: &Place) -> Option<FileId> {
    let files = &audit.input.sources.files;
    files.iter().position(|file| file.shown == place.file).map(FileId::new)
}

/// Removals of what the error names.
fn by_name(audit: &Audit<'_>, units: &Units, complaint: &Complaint) -> BTreeSet<DefId> {
    let words = quoted_words(&complaint.words);
    let named: Vec<(DefId, DefId)> = units
        .members
        .iter()
        .copied()
        .filter(|(_, member)| words.contains(audit.def(*member).name.as_str()))
        .filter(|(_, member)| !matches!(audit.def(*member).kind, DefKind::Impl | DefKind::Anonymous))
        .collect();
    // `no method named x found for struct T`: the one of `T`, if it is among them.
    let with_holder = |(_, member): &&(DefId, DefId)| {
        audit.parent(*member).is_some_and(|holder| words.contains(audit.def(holder).name.as_str()))
    };
    let in_package = |(unit, _): &&(DefId, DefId)| audit.package(*unit) == complaint.package;
    for narrow in [&with_holder as &dyn Fn(&&(DefId, DefId)) -> bool, &in_package] {
        let found: BTreeSet<DefId> = named.iter().filter(narrow).map(|(unit, _)| *unit).collect();
        if !found.is_empty() {
            return found;
        }
    }
    named.into_iter().map(|(unit, _)| unit).collect()
}

/// Names between backticks.
fn quoted_words(text: &str) -> BTreeSet<&str> {
    let quoted = text.split('`').skip(1).step_by(2);
    let words = quoted.flat_map(|part| part.split(|it: char| !it.is_alphanumeric() && it != '_'));
    words.filter(|word| !word.is_empty()).collect()
}

/// Changes close to a place, which is one in the changed file.
fn near<'e>(audit: &Audit<'_>, file: FileId, edits: &'e [Edit], place: &Place) -> Vec<&'e Edit> {
    let text = &audit.input.sources.files[file.index()].text;
    let changed = crate::edit::apply(text, edits);
    let line = |offset: usize| changed.bytes().take(offset).filter(|byte| *byte == b'\n').count();
    let (first, last) = (line(place.start as usize), line(place.end as usize));
    let mut shift: i64 = 0;
    let mut near = vec![];
    for edit in edits {
        let at = line((i64::from(edit.span.start) + shift).max(0) as usize);
        shift += edit.put.len() as i64 - i64::from(edit.span.end - edit.span.start);
        if at + NEAR >= first && at <= last + NEAR {
            near.push(edit);
        }
    }
    near
}

/// Changes inside of the item that a place of the changed file is in.
fn around<'e>(audit: &Audit<'_>, file: FileId, edits: &'e [Edit], place: &Place) -> Vec<&'e Edit> {
    let at = original(edits, place.start);
    let rows = &audit.input.sources.files[file.index()].facts.defs;
    let outermost = rows.iter().filter(|def| def.kind != DefKind::Module && def.span.start <= at && at < def.span.end);
    let item = outermost.min_by_key(|def| def.span.start);
    edits.iter().filter(|edit| item.is_some_and(|item| item.span.contains(edit.span))).collect()
}

/// The offset in the file as it was of one in the changed file.
fn original(edits: &[Edit], offset: u32) -> u32 {
    let mut at = i64::from(offset);
    for edit in edits {
        if at < i64::from(edit.span.start) {
            break;
        }
        at += i64::from(edit.span.end - edit.span.start) - edit.put.len() as i64;
    }
    u32::try_from(at).unwrap_or_default()
}
