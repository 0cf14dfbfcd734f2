//! Which findings are new, which are gone, and which are the same.
//!
//! In: two sides, and the files that were renamed between them. Out: rows of findings. A finding is the same if it has the
//! same identity (rule, kind, package, path); of what is left over, if the same text is found elsewhere (moved to another
//! module or file, or in a renamed one); of the rest, if an item of the same name is in the file that its own was renamed to,
//! or, of copies, if all of them were named in one finding: another may come first now. Lines do not count.

use super::side::{Side, plain};
use crate::finding::Finding;
use std::collections::{BTreeMap, BTreeSet};

/// Rows of findings.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Matched {
    /// Of the new side, those that the old one does not have.
    pub new: Vec<usize>,
    /// Of the old side, those that the new one does not have.
    pub gone: Vec<usize>,
    /// Of both, new and old.
    pub same: Vec<(usize, usize)>,
}

/// Compares the findings of two sides.
pub fn compare(now: &Side<'_>, before: &Side<'_>, renames: &BTreeMap<String, String>) -> Matched {
    let mut open =
        Open { now: (0..now.findings.len()).collect(), before: (0..before.findings.len()).collect(), same: vec![] };
    open.pair(|row| Some(now.findings[row].id.clone()), |row| Some(before.findings[row].id.clone()));
    open.pair(|row| content(now, &now.findings[row]), |row| content(before, &before.findings[row]));
    let renamed = |row: usize| {
        let finding = &before.findings[row];
        named(before, finding, renames.get(&finding.location.file)?)
    };
    open.pair(|row| named(now, &now.findings[row], &now.findings[row].location.file), renamed);
    open.pair_copies(now, before);
    open.same.sort_unstable();
    Matched { new: open.now.into_iter().collect(), gone: open.before.into_iter().collect(), same: open.same }
}

/// What is not matched yet, and what is.
struct Open {
    now: BTreeSet<usize>,
    before: BTreeSet<usize>,
    same: Vec<(usize, usize)>,
}

impl Open {
    /// Matches rows with equal keys, in their order.
    fn pair(&mut self, now: impl Fn(usize) -> Option<String>, before: impl Fn(usize) -> Option<String>) {
        if self.now.is_empty() || self.before.is_empty() {
            return;
        }
        let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for row in self.before.iter().rev() {
            if let Some(key) = before(*row) {
                by_key.entry(key).or_default().push(*row);
            }
        }
        for row in self.now.clone() {
            let found = now(row).and_then(|key| by_key.get_mut(&key)?.pop());
            if let Some(other) = found {
                self.now.remove(&row);
                self.before.remove(&other);
                self.same.push((row, other));
            }
        }
    }

    /// Matches findings on copies, all of which stand among those of one old finding.
    fn pair_copies(&mut self, now: &Side<'_>, before: &Side<'_>) {
        let copies = |side: &Side<'_>, rows: &BTreeSet<usize>| {
            let of_copies = rows.iter().filter(|row| side.findings[**row].family == "duplicated");
            of_copies.map(|row| (*row, side.copies(&side.findings[*row]))).collect::<Vec<(usize, Vec<String>)>>()
        };
        let mut others = copies(before, &self.before);
        for (row, texts) in copies(now, &self.now) {
            let code = &now.findings[row].code;
            let holds =
                |(other, known): &(usize, Vec<String>)| before.findings[*other].code == *code && has_all(known, &texts);
            if let Some(at) = others.iter().position(holds) {
                let (other, _) = others.remove(at);
                self.now.remove(&row);
                self.before.remove(&other);
                self.same.push((row, other));
            }
        }
    }
}

/// Whether the second of two sorted lists is a part of the first.
fn has_all(known: &[String], wanted: &[String]) -> bool {
    let mut known = known.iter();
    wanted.iter().all(|text| known.any(|other| other == text))
}

/// What a finding is by its text, wherever that stands; `None` where it has none.
fn content(side: &Side<'_>, finding: &Finding) -> Option<String> {
    let item = &finding.item;
    let parts = if finding.code == "unlinked-file" {
        let path = side.audit.input.workspace.root.join(&finding.location.file);
        vec![plain(&std::fs::read_to_string(path).ok()?)]
    } else if let Some(def) = side.subject(finding) {
        // A module in a renamed file has another name.
        let name = if item.kind == "module" { "" } else { &item.name };
        vec![name.to_owned(), side.holder(def), side.text(def)]
    } else if let Some(def) = side.around(finding) {
        vec![item.name.clone(), side.audit.def(def).name.to_string(), side.located(&finding.location), side.text(def)]
    } else {
        let text = side.located(&finding.location);
        if text.is_empty() {
            return None;
        }
        vec![item.name.clone(), text]
    };
    Some(format!("{} {} {}", finding.code, item.kind, parts.join("\0")))
}

/// What a finding is by its name in a file.
fn named(side: &Side<'_>, finding: &Finding, file: &str) -> Option<String> {
    let def = side.subject(finding).or_else(|| side.around(finding))?;
    let (code, item) = (&finding.code, &finding.item);
    Some(format!("{code} {} {} {} {file}", item.kind, item.name, side.holder(def)))
}
