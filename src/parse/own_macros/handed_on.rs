//! Names under which files of the workspace hand on the macros that they define: `pub use crate::_send as send;`.
//!
//! In: the facts of a file that defines macros; a file that calls one by such a name, and what it imports. Out: the rules that
//! the name means there. It means them where an import has it or a path ends in it: by a glob alone, or in the rules of another
//! macro, it is not known.

use super::called::by_path;
use super::imported::Imported;
use super::known::Known;
use super::own::Caller;
use crate::extract::OwnMacro;
use crate::facts::types::Lead;
use crate::facts::{Def, Facts, Import, Vis};
use crate::model::Name;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Other names of macros, with those by which they are defined; with none where several are handed on by one name.
pub(super) struct HandedOn(FxHashMap<Name, Option<Name>>);

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
        let mut all: FxHashMap<Name, Option<Name>> = FxHashMap::default();
        for one in known {
            for alias in &*one.aliases {
                let goal = all.entry(*alias).or_insert(Some(one.name));
                *goal = goal.filter(|goal| *goal == one.name);
            }
        }
        HandedOn(all)
    }

    /// The macros that a file calls by such names, of those that it sees.
    pub(super) fn called(&self, file: &Caller<'_>, imported: &Imported, seen: &[&Known]) -> Vec<(Name, Arc<OwnMacro>)> {
        let is_called = |alias: Name| {
            let is_brought = || imported.taken.contains(&alias) || by_path(file.text, alias);
            file.words.contains(alias.as_str()) && !seen.iter().any(|known| known.name == alias) && is_brought()
        };
        let meant = self.0.iter().filter(|(alias, _)| is_called(**alias));
        meant.filter_map(|(alias, goal)| Some((*alias, only_rules((*goal)?, seen)?))).collect()
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
