//! What the imports of a file say of macros.
//!
//! In: the facts of a file, and the crates of the workspace. Out: names of macros that come from elsewhere, and other names for
//! those of the workspace. What a glob brings in it does not know.

use super::handed_on::only_rules;
use super::known::{Known, definitions};
use crate::extract::OwnMacro;
use crate::facts::types::Lead;
use crate::facts::{Facts, Import};
use crate::model::{DefKind, Name};
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// What the imports of a file say of macros.
#[derive(Default)]
pub(super) struct Imported {
    /// Names that come from crates that are none of the workspace.
    pub(super) foreign: FxHashSet<Name>,
    /// Names that stand for others of the workspace, with these.
    renamed: Vec<(Name, Name)>,
    /// Names that come from the workspace as they are.
    pub(super) taken: FxHashSet<Name>,
    /// Something that is neither of the crate paste nor of pastey has the name of their macro.
    pub(super) hides_paste: bool,
}

/// The macro that puts names together.
pub(super) const PASTE: &str = "paste";

impl Imported {
    pub(super) fn of(facts: &Facts, crates: &[Name]) -> Self {
        let mut imported = Imported::default();
        for import in &facts.imports {
            let foreign = match (import.path.lead, import.path.segs.first()) {
                (Lead::Plain, Some(first)) => !crates.contains(&first.name) && !is_of_file(facts, import),
                (Lead::Global, Some(first)) => !crates.contains(&first.name),
                _ => false,
            };
            let is_named = import.alias.is_some_and(|alias| alias == PASTE);
            imported.hides_paste |= is_named && !may_be_paste(import);
            match (import.alias, import.path.segs.last()) {
                (Some(alias), _) if foreign => _ = imported.foreign.insert(alias),
                (Some(alias), Some(last)) if last.name != alias => imported.renamed.push((alias, last.name)),
                (Some(alias), Some(_)) => _ = imported.taken.insert(alias),
                _ => {}
            }
        }
        imported
    }

    /// Whether a macro of this name is hidden by an import, or called by another name.
    pub(super) fn concerns(&self, name: Name, words: &FxHashSet<&str>) -> bool {
        let renames = |(alias, goal): &(Name, Name)| *goal == name && words.contains(alias.as_str());
        self.foreign.contains(&name) || self.renamed.iter().any(renames)
    }

    /// The macros that a file calls by other names, where there is only one that can be meant.
    pub(super) fn renamed(&self, words: &FxHashSet<&str>, seen: &[&Known]) -> Vec<(Name, Arc<OwnMacro>)> {
        let called = self
            .renamed
            .iter()
            .filter(|(alias, _)| words.contains(alias.as_str()) && !seen.iter().any(|known| known.name == *alias));
        called.filter_map(|(alias, goal)| Some((*alias, only_rules(*goal, seen)?))).collect()
    }
}

/// Whether an import may bring in the macro that puts names together, or its crate: by its crate, or out of a module.
fn may_be_paste(import: &Import) -> bool {
    let holds = |name: Name| matches!(name.as_str(), "paste" | "pastey");
    match (import.path.lead, &import.path.segs[..]) {
        (Lead::Plain | Lead::Global, [only]) => holds(only.name),
        (Lead::Plain | Lead::Global, [holders @ .., _]) => holders.iter().any(|seg| holds(seg.name)),
        _ => true,
    }
}

/// Whether an import takes a macro that the file defines: beside it (`use name`), or in a module (`module::name`).
fn is_of_file(facts: &Facts, import: &Import) -> bool {
    let scope = import.def.and_then(|row| facts.defs.get(row as usize)).map(|def| def.scope);
    let (module, last) = match &import.path.segs[..] {
        [last] => (None, last),
        [module, last] => (Some(module), last),
        _ => return false,
    };
    definitions(facts).filter(|def| def.name == last.name && def.attrs.cfg.is_empty()).any(|def| match module {
        None => Some(def.scope) == scope,
        Some(module) => {
            let holder = def.parent.and_then(|row| facts.defs.get(row as usize));
            holder.is_some_and(|it| it.kind == DefKind::Module && it.name == module.name && it.attrs.cfg.is_empty())
        }
    })
}
