//! One side of a comparison: an audited state, its findings, and its definitions by name.
//!
//! In: the view of an audit and findings. Out: answers about definitions by path, and texts in a form that outlives
//! reformatting. It does not know of the other side.

use crate::audit::Audit;
use crate::finding::{Finding, Item, Location};
use crate::model::{DefId, DefKind, FileId, Name, Span, known_name};
use rustc_hash::FxHashMap;

/// One side of a comparison.
pub struct Side<'a> {
    /// The audited state.
    pub audit: &'a Audit<'a>,
    /// Its findings that count.
    pub findings: &'a [Finding],
    by_name: FxHashMap<Name, Vec<DefId>>,
    by_place: FxHashMap<(FileId, u32), DefId>,
    files: FxHashMap<&'a str, FileId>,
}

impl<'a> Side<'a> {
    /// Prepares the look-ups.
    pub fn new(audit: &'a Audit<'a>, findings: &'a [Finding]) -> Self {
        let mut side = Side {
            audit,
            findings,
            by_name: FxHashMap::default(),
            by_place: FxHashMap::default(),
            files: FxHashMap::default(),
        };
        for (row, file) in audit.input.sources.files.iter().enumerate() {
            side.files.insert(&file.shown, FileId::new(row));
        }
        for def in audit.defs() {
            let facts = audit.def(def);
            side.by_name.entry(facts.name).or_default().push(def);
            if facts.name_span != Span::default() && !facts.from_macro {
                side.by_place.entry((audit.input.bindings.defs.file(def), facts.name_span.start)).or_insert(def);
            }
        }
        side
    }

    /// The definition of a path.
    pub(super) fn find(&self, path: &str, kind: &str) -> Option<DefId> {
        let name = known_name(path.rsplit("::").next()?)?;
        let mut all = self.by_name.get(&name)?.iter().copied();
        all.find(|def| self.audit.def(*def).kind.as_str() == kind && self.audit.path(*def) == path)
    }

    /// The definition of an item.
    pub(super) fn item(&self, item: &Item) -> Option<DefId> {
        self.find(&item.path, &item.kind)
    }

    /// The definition whose name a finding is at.
    pub(super) fn subject(&self, finding: &Finding) -> Option<DefId> {
        let file = self.files.get(finding.location.file.as_str())?;
        let at = self.by_place.get(&(*file, finding.location.byte_start)).copied();
        at.filter(|def| self.audit.def(*def).name == finding.item.name.as_str())
    }

    /// The smallest definition that a finding stands in.
    pub(super) fn around(&self, finding: &Finding) -> Option<DefId> {
        self.around_place(&finding.location)
    }

    /// The definition whose name is at a place, else the smallest one around it.
    pub(super) fn meant(&self, at: &Location) -> Option<DefId> {
        self.declared(at).or_else(|| self.around_place(at))
    }

    /// What each place of a finding on copies says, sorted.
    pub(super) fn copies(&self, finding: &Finding) -> Vec<String> {
        let places = std::iter::once(&finding.location).chain(finding.related.iter().map(|it| &it.location));
        let mut texts: Vec<String> = places.map(|at| self.copy(at)).collect();
        texts.sort_unstable();
        texts
    }

    /// An item by its name and text, or the statements at a place by the name of what they stand in.
    fn copy(&self, at: &Location) -> String {
        let def = self.meant(at);
        let text = match self.declared(at) {
            Some(def) => self.text(def),
            None => self.located(at),
        };
        let named = def.map(|def| (self.audit.def(def).name.to_string(), self.holder(def)));
        let (name, holder) = named.unwrap_or_default();
        [name, holder, text].join("\0")
    }

    /// The text at a place, without what formatting changes.
    pub(super) fn located(&self, at: &Location) -> String {
        let file = self.files.get(at.file.as_str()).map(|file| &self.audit.input.sources.files[file.index()]);
        plain(file.and_then(|file| file.text.get(at.byte_start as usize..at.byte_end as usize)).unwrap_or_default())
    }

    /// The definition whose name is at a place.
    fn declared(&self, at: &Location) -> Option<DefId> {
        let def = *self.by_place.get(&(*self.files.get(at.file.as_str())?, at.byte_start))?;
        (self.audit.def(def).name_span.end == at.byte_end).then_some(def)
    }

    fn around_place(&self, at: &Location) -> Option<DefId> {
        let file = *self.files.get(at.file.as_str())?;
        let at = Span { start: at.byte_start, end: at.byte_end };
        let rows = &self.audit.input.sources.files[file.index()].facts.defs;
        let holds = |row: &usize| !rows[*row].from_macro && rows[*row].span.contains(at);
        let row = (0..rows.len()).filter(holds).min_by_key(|row| rows[*row].span.end - rows[*row].span.start)?;
        Some(self.audit.input.bindings.defs.id(file, row as u32))
    }

    /// The text of a definition without what formatting changes; of a module in a file of its own that of the file.
    pub(super) fn text(&self, def: DefId) -> String {
        let facts = self.audit.def(def);
        let file = self.audit.file(def);
        if facts.kind == DefKind::Module
            && let Some(inner) = self.audit.contents(def).first().map(|first| self.audit.file(*first))
            && inner.path != file.path
        {
            return plain(&inner.text);
        }
        plain(file.text.get(facts.span.start as usize..facts.span.end as usize).unwrap_or_default())
    }

    /// The name of what holds a definition: its type, trait or function.
    pub(super) fn holder(&self, def: DefId) -> String {
        self.audit.parent(def).map_or(String::new(), |parent| self.audit.def(parent).name.to_string())
    }
}

/// A text without blanks and without commas before closing brackets.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        if matches!(letter, ')' | ']' | '}' | '>') && out.ends_with(',') {
            out.pop();
        }
        out.push(letter);
    }
    out
}

/// The end of a path, as people say it: `ws_v1::upgrade`.
pub(super) fn short(path: &str) -> &str {
    let start = path.rmatch_indices("::").nth(1).map_or(0, |(at, _)| at + 2);
    &path[start..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formatting_does_not_change_a_plain_text() {
        assert_eq!(plain("fn a(\n    b: C,\n    d: E,\n) {}"), plain("fn a(b: C, d: E) {}"));
        assert_ne!(plain("fn a(b: C) {}"), plain("fn a(b: D) {}"));
    }

    #[test]
    fn a_short_path_has_two_names() {
        assert_eq!(
            (short("server::ws_v1::upgrade"), short("server::main"), short("main")),
            ("ws_v1::upgrade", "server::main", "main")
        );
    }
}
