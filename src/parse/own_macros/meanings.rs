//! Which macro a name means, where several have it.
//!
//! In: the macros of the workspace that a file sees, and its text. Out: by name the rules that it can only mean. What
//! the imports of the file say of them it does not know.

use super::called::{by_path, called};
use super::known::{Known, Scope};
use crate::extract::OwnMacro;
use crate::model::Name;
use rustc_hash::FxHashMap;
use std::path::Path;
use std::sync::Arc;

/// The macros that a file can mean by one name only: one, or alternatives under conditions beside each other.
pub(super) fn only_meanings(seen: &[&Known], path: &Path, text: &str) -> FxHashMap<Name, Vec<Arc<OwnMacro>>> {
    let mut by_name: FxHashMap<Name, Vec<&Known>> = FxHashMap::default();
    for known in seen {
        by_name.entry(known.name).or_default().push(known);
    }
    for known in by_name.values_mut().filter(|known| known.len() > 1) {
        known.sort_by_key(|known| known.start);
        if let Some(own) = defined_first(known, seen, path, text) {
            *known = vec![own];
        }
    }
    let only = by_name
        .into_iter()
        .filter(|(_, known)| known.len() == 1 || known.iter().all(|one| one.conditional && one.file == known[0].file));
    let rules = |known: Vec<&Known>| known.into_iter().map(|one| one.rules.clone()).collect::<Option<Vec<_>>>();
    only.filter_map(|(name, known)| Some((name, rules(known)?))).collect()
}

/// Of several macros of one name the one that a file defines itself, if no call in it can mean another: nothing is
/// expanded before it, no module of the file hands a macro out, none of them is exported, and none is called by a path.
fn defined_first<'k>(known: &[&'k Known], seen: &[&Known], path: &Path, text: &str) -> Option<&'k Known> {
    let mut here = known.iter().copied().filter(|one| one.file == path);
    let own = here.next().filter(|own| own.at_top && !own.conditional)?;
    let alone = here.next().is_none()
        && !known.iter().any(|one| one.handed_out || matches!(one.scope, Scope::Any | Scope::From(_)));
    let before = called(text.get(..own.start as usize)?);
    let first = !seen.iter().any(|one| before.contains(one.name.as_str()));
    (alone && first && !by_path(text, own.name) && !text.contains("macro_use")).then_some(own)
}
