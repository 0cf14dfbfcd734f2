//! Names under which files of the workspace hand on the macros that they define: `pub use crate::_send as send;`.
//!
//! In: the facts of a file that defines macros; a file that calls one by such a name, and what it imports. Out: the rules that
//! the name means there. It means them where an import has it or a path ends in it, also in rules that are expanded; what a
//! glob alone brings in is not known.

use super::called::{by_path, by_path_from};
use super::imported::Imported;
use super::known::Known;
use super::own::Caller;
use crate::extract::OwnMacro;
use crate::facts::types::Lead;
use crate::facts::{Def, Facts, Import, Vis};
use crate::model::Name;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Macros by the names that they are handed on by.
pub(super) struct HandedOn(FxHashMap<Name, Goal>);

/// What is handed on by a name.
struct Goal {
    /// The name by which it is defined; `None` if several are handed on by this one.
    own: Option<Name>,
    /// Whether rules of the workspace call it, by a path: what they write may stand in any file.
    is_in_rules: bool,
}

/// The other names under which a file hands on a macro that it defines, in the crate of this name.
pub(super) fn aliases_of(facts: &Facts, def: &Def, own_crate: &str) -> Arc<[Name]> {
    let is_of_crate = |import: &Import| match (import.path.lead, &import.path.segs[..]) {
        (Lead::Plain, [_]) => true,
        (Lead::Plain, [first, ..]) => first.name == own_crate,
        (lead, _) => lead != Lead::Global,
    };
    let hands_on = |import: &&Import| {
        let is_it = import.path.segs.last().is_some_and(|seg| seg.name == def.name) && is_of_crate(import);
        is_it && !matches!(import.vis, Vis::Inherited | Vis::SelfMod) && !import.conditional
    };
    let aliases = facts.imports.iter().filter(hands_on).filter_map(|import| import.alias);
    aliases.filter(|alias| *alias != def.name).collect()
}

impl HandedOn {
    pub(super) fn of(known: &[Known]) -> Self {
        let mut all: FxHashMap<Name, Goal> = FxHashMap::default();
        for one in known {
            for alias in &*one.aliases {
                let goal = all.entry(*alias).or_insert(Goal { own: Some(one.name), is_in_rules: false });
                goal.own = goal.own.filter(|own| *own == one.name);
            }
        }
        for (alias, goal) in &mut all {
            goal.is_in_rules = known.iter().any(|one| by_path(&one.said, *alias));
        }
        HandedOn(all)
    }

    /// The macros that a file, or what macros in it become, may call by such names, of those that it sees.
    /// A path to one starts in the crate of the file or at one of `crates`.
    pub(super) fn called(
        &self,
        file: &Caller<'_>,
        (imported, crates): (&Imported, &[Name]),
        seen: &[&Known],
    ) -> Vec<(Name, Arc<OwnMacro>)> {
        let is_start =
            |first: &str| matches!(first, "crate" | "self" | "super") || crates.iter().any(|krate| *krate == first);
        let may_be_called = |alias: Name, goal: &Goal| match file.words.contains(alias.as_str()) {
            true => imported.taken.contains(&alias) || by_path_from(file.text, alias, is_start),
            false => goal.is_in_rules,
        };
        let is_free = |alias: Name| !seen.iter().any(|known| known.name == alias);
        let meant = self.0.iter().filter(|(alias, goal)| may_be_called(**alias, goal) && is_free(**alias));
        meant.filter_map(|(alias, goal)| Some((*alias, only_rules(goal.own?, seen)?))).collect()
    }

    /// Whether a file that calls these words means one of the macros only by its imports.
    pub(super) fn concerns(&self, imported: &Imported, words: &FxHashSet<&str>) -> bool {
        imported.taken.iter().any(|name| words.contains(name.as_str()) && self.0.contains_key(name))
    }
}

/// The rules that a name means, if one macro in sight has it and no condition stands before that.
pub(super) fn only_rules(called: Name, seen: &[&Known]) -> Option<Arc<OwnMacro>> {
    let mut all = seen.iter().filter(|known| known.name == called);
    let only = all.next().filter(|known| !known.conditional)?;
    if all.next().is_some() { None } else { only.rules.clone() }
}
