//! cfg predicates as they are written.

use crate::model::Name;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A cfg predicate.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Cfg {
    /// `all(…)`.
    All(Vec<Cfg>),
    /// `any(…)`.
    Any(Vec<Cfg>),
    /// `not(…)`.
    Not(Box<Cfg>),
    /// `unix`, `feature = "x"`.
    Atom(Name, Option<Name>),
    /// `true`, `false`.
    Const(bool),
    /// Something that cannot be read; by its text.
    Unknown(Name),
}

impl Cfg {
    /// Calls `found` with each atom.
    pub fn atoms<'a>(&'a self, found: &mut dyn FnMut(&'a Name, &'a Option<Name>)) {
        match self {
            Cfg::All(inner) | Cfg::Any(inner) => inner.iter().for_each(|cfg| cfg.atoms(found)),
            Cfg::Not(inner) => inner.atoms(found),
            Cfg::Atom(key, value) => found(key, value),
            Cfg::Const(_) | Cfg::Unknown(_) => {}
        }
    }

    /// The value of the predicate where `known` tells that of some atoms; `None` where it depends on others.
    pub fn eval(&self, known: &dyn Fn(&Name, &Option<Name>) -> Option<bool>) -> Option<bool> {
        let decide = |inner: &[Cfg], deciding: bool| {
            let mut open = false;
            for cfg in inner {
                match cfg.eval(known) {
                    Some(value) if value == deciding => return Some(deciding),
                    Some(_) => {}
                    None => open = true,
                }
            }
            (!open).then_some(!deciding)
        };
        match self {
            Cfg::All(inner) => decide(inner, false),
            Cfg::Any(inner) => decide(inner, true),
            Cfg::Not(inner) => inner.eval(known).map(|value| !value),
            Cfg::Atom(key, value) => known(key, value),
            Cfg::Const(value) => Some(*value),
            Cfg::Unknown(_) => None,
        }
    }

    /// Whether it can only hold in a test build.
    pub fn needs_test(&self) -> bool {
        self.needs(&["test", "doctest"])
    }

    /// Whether it can only hold where the examples in documentation are looked for.
    pub fn needs_doctest(&self) -> bool {
        self.needs(&["doctest"])
    }

    /// Whether it cannot hold where none of these words does.
    fn needs(&self, words: &[&str]) -> bool {
        let is_one = |key: &Name| words.iter().any(|word| *key == *word);
        self.eval(&|key, value| (is_one(key) && value.is_none()).then_some(false)) == Some(false)
    }
}

impl fmt::Display for Cfg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |f: &mut fmt::Formatter<'_>, word: &str, inner: &[Cfg]| {
            write!(f, "{word}(")?;
            for (at, cfg) in inner.iter().enumerate() {
                write!(f, "{}{cfg}", if at > 0 { ", " } else { "" })?;
            }
            write!(f, ")")
        };
        match self {
            Cfg::All(inner) => list(f, "all", inner),
            Cfg::Any(inner) => list(f, "any", inner),
            Cfg::Not(inner) => write!(f, "not({inner})"),
            Cfg::Atom(key, None) => write!(f, "{key}"),
            Cfg::Atom(key, Some(value)) => write!(f, "{key} = \"{value}\""),
            Cfg::Const(value) => write!(f, "{value}"),
            Cfg::Unknown(text) => write!(f, "{text}"),
        }
    }
}
