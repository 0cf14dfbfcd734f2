//! cfg conditions: which of them no configuration satisfies.
//!
//! Conditions are decision diagrams over their atoms; a feature that no manifest declares is false, and of the values of
//! a key such as `target_os` at most one holds.

use crate::facts::Cfg;
use crate::model::Name;
use biodivine_lib_bdd::{Bdd, BddVariable, BddVariableSet};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Keys of which one build has at most one value.
const SINGLE: [&str; 7] =
    ["target_os", "target_arch", "target_env", "target_endian", "target_pointer_width", "target_vendor", "panic"];

/// More atoms than this in one condition are not decided: it counts as satisfiable.
const MOST_ATOMS: usize = 64;

type Atom = (Name, Option<Name>);

/// Why a condition cannot be satisfied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Impossible {
    /// It needs a feature that is not declared.
    UndeclaredFeature(Name),
    /// Its parts exclude each other.
    Contradiction,
}

/// Whether no configuration satisfies all of `conditions`; `declared` tells which features there are.
pub fn impossible(conditions: &[&Cfg], declared: &dyn Fn(Name) -> bool) -> Option<Impossible> {
    let mut atoms: BTreeMap<Atom, usize> = BTreeMap::new();
    for cfg in conditions {
        cfg.atoms(&mut |key, value| {
            let next = atoms.len();
            atoms.entry((*key, *value)).or_insert(next);
        });
    }
    let readable = !conditions.iter().any(|cfg| has_unknown(cfg));
    if !readable || atoms.is_empty() || atoms.len() > MOST_ATOMS {
        return None;
    }
    let set = BddVariableSet::new_anonymous(atoms.len() as u16);
    let variables = set.variables();
    let lookup: FxHashMap<&Atom, BddVariable> = atoms.iter().map(|(atom, at)| (atom, variables[*at])).collect();
    let all = conditions.iter().fold(set.mk_true(), |all, cfg| all.and(&diagram(cfg, &set, &lookup)));
    let possible = all.and(&exclusions(&atoms, &set, &variables));
    if possible.is_false() {
        return Some(Impossible::Contradiction);
    }
    let missing: Vec<(&Atom, Name)> = (atoms.keys())
        .filter_map(|atom| match atom {
            (key, Some(value)) if *key == "feature" && !declared(*value) => Some((atom, *value)),
            _ => None,
        })
        .collect();
    let without = missing.iter().fold(possible, |rest, (atom, _)| rest.and(&set.mk_not_var(lookup[atom])));
    match missing.first() {
        Some((_, feature)) if without.is_false() => Some(Impossible::UndeclaredFeature(*feature)),
        _ => None,
    }
}

fn diagram(cfg: &Cfg, set: &BddVariableSet, lookup: &FxHashMap<&Atom, BddVariable>) -> Bdd {
    match cfg {
        Cfg::All(inner) => inner.iter().fold(set.mk_true(), |all, cfg| all.and(&diagram(cfg, set, lookup))),
        Cfg::Any(inner) => inner.iter().fold(set.mk_false(), |any, cfg| any.or(&diagram(cfg, set, lookup))),
        Cfg::Not(inner) => diagram(inner, set, lookup).not(),
        Cfg::Atom(key, value) => set.mk_var(lookup[&(*key, *value)]),
        Cfg::Const(value) => {
            if *value {
                set.mk_true()
            } else {
                set.mk_false()
            }
        }
        Cfg::Unknown(_) => set.mk_true(),
    }
}

/// At most one value of a single-valued key; `unix` and `windows` exclude each other.
fn exclusions(atoms: &BTreeMap<Atom, usize>, set: &BddVariableSet, variables: &[BddVariable]) -> Bdd {
    let mut rule = set.mk_true();
    let all: Vec<(&Atom, usize)> = atoms.iter().map(|(atom, at)| (atom, *at)).collect();
    for (index, ((key, value), at)) in all.iter().enumerate() {
        for ((other, other_value), other_at) in &all[index + 1..] {
            let single = key == other && SINGLE.contains(&key.as_str()) && value.is_some() && other_value.is_some();
            let families = value.is_none() && other_value.is_none() && *key == "unix" && *other == "windows";
            if single || families {
                let both = set.mk_var(variables[*at]).and(&set.mk_var(variables[*other_at]));
                rule = rule.and_not(&both);
            }
        }
    }
    rule
}

/// Whether a condition has a part that cannot be read: nothing is said of such a one.
fn has_unknown(cfg: &Cfg) -> bool {
    match cfg {
        Cfg::All(inner) | Cfg::Any(inner) => inner.iter().any(has_unknown),
        Cfg::Not(inner) => has_unknown(inner),
        Cfg::Unknown(_) => true,
        Cfg::Atom(..) | Cfg::Const(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::name;

    fn atom(key: &str, value: Option<&str>) -> Cfg {
        Cfg::Atom(name(key), value.map(name))
    }

    #[test]
    fn decides() {
        let none = |_: Name| false;
        let unix = atom("unix", None);
        let not_unix = Cfg::Not(Box::new(unix.clone()));
        assert_eq!(impossible(&[&unix], &none), None);
        assert_eq!(impossible(&[&unix, &not_unix], &none), Some(Impossible::Contradiction));
        let (linux, mac) = (atom("target_os", Some("linux")), atom("target_os", Some("macos")));
        assert_eq!(impossible(&[&linux, &mac], &none), Some(Impossible::Contradiction));
        assert_eq!(impossible(&[&Cfg::Any(vec![linux, mac])], &none), None);
        let old = atom("feature", Some("old"));
        assert_eq!(impossible(&[&old], &none), Some(Impossible::UndeclaredFeature(name("old"))));
        assert_eq!(impossible(&[&old], &|_| true), None);
        assert_eq!(impossible(&[&Cfg::Any(vec![old, unix])], &none), None);
    }
}
