//! Items that a derive or an attribute makes beside the item that it stands on, under names that hold its name:
//! `FooBuilder`, `ArchivedFoo`, `foo_no_cache`.
//!
//! In: definitions with such attributes (the catalogue knows which these are). Out: for a name, the definitions that may
//! have made something of that name. It does not know whether the name means something else.

use crate::catalog::{Beside, Catalog};
use crate::facts::{Def, TokenRole};
use crate::model::{DefId, DefKind, Name};
use crate::parse::Sources;
use crate::resolve::{Bindings, words};
use rustc_hash::FxHashMap;

/// The derive of which each variant has a type of its own.
const BY_VARIANT: &str = "Snafu";

/// Definitions by what the names hold that are made for them.
#[derive(Default)]
pub(super) struct Namesakes {
    /// By the words of their names, in small letters and without anything between them.
    by_words: FxHashMap<String, Vec<DefId>>,
    /// By what such a name starts with: their own name, or that of a variant.
    by_start: FxHashMap<String, Vec<DefId>>,
    /// By such a name as a whole: one that an attribute gives.
    given: FxHashMap<String, Vec<DefId>>,
}

impl Namesakes {
    pub(super) fn of(sources: &Sources, bindings: &Bindings, catalog: &Catalog) -> Self {
        let mut all = Namesakes::default();
        for def in bindings.defs.ids() {
            let facts = bindings.defs.get(sources, def);
            if makes_namesakes(facts, catalog) {
                all.add(def, facts);
            }
            let holder = (facts.kind == DefKind::Variant).then(|| bindings.defs.parent(sources, def)).flatten();
            if let Some(holder) = holder.filter(|it| makes_types_of_variants(bindings.defs.get(sources, *it))) {
                all.by_start.entry(facts.name.to_string()).or_default().push(holder);
            }
        }
        all
    }

    fn add(&mut self, def: DefId, facts: &Def) {
        self.by_words.entry(words(&facts.name).concat()).or_default().push(def);
        self.by_start.entry(facts.name.to_string()).or_default().push(def);
        // `cached` keeps what `foo` has given back in `FOO`.
        if facts.kind.is_fn() {
            self.given.entry(facts.name.to_uppercase()).or_default().push(def);
        }
        for token in facts.body.iter().flat_map(|body| &body.tokens) {
            let Some(given) = token.path.last() else { continue };
            if token.role == TokenRole::Quoted || given.starts_with(char::is_uppercase) {
                self.given.entry(given.to_string()).or_default().push(def);
            }
        }
    }

    /// What may have made something of this name, in order.
    pub(super) fn makers_of(&self, name: Name) -> Vec<DefId> {
        if self.by_start.is_empty() {
            return vec![];
        }
        let starts = (1..name.len()).filter_map(|end| self.by_start.get(name.get(..end)?));
        let mut found: Vec<DefId> = starts.chain(self.given.get(name.as_str())).flatten().copied().collect();
        let parts = words(&name);
        for start in 0..parts.len() {
            let mut held = String::new();
            for (at, part) in parts.iter().enumerate().skip(start) {
                held.push_str(part);
                // The same words and no more are the item itself, or a local of its name.
                if (start, at + 1) != (0, parts.len()) {
                    found.extend(self.by_words.get(&held).into_iter().flatten());
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn makes_namesakes(facts: &Def, catalog: &Catalog) -> bool {
    let derives = facts.attrs.derives.iter().filter_map(|path| path.segs.last());
    derives.into_iter().any(|seg| catalog.made_beside_by_derive(&seg.name) == Beside::Namesakes)
        || facts.attrs.others.iter().any(|attr| catalog.attribute_makes_namesakes(&attr.path))
}

fn makes_types_of_variants(facts: &Def) -> bool {
    facts.attrs.derives.iter().filter_map(|path| path.segs.last()).any(|seg| seg.name == BY_VARIANT)
}
