//! Names that macros put together from pieces. In: all goals of edges. Out: whether a name may be made of a piece.

use super::{ByName, Goal};
use crate::model::Name;
use rustc_hash::{FxHashMap, FxHashSet};

/// Names that macros put together. One with a word of its own in it (`[<get_ $field>]`) may be any name that holds the
/// word, with a `*` in it one that has something
/// there; one without (`[<$name:snake>]`) is a name that stands in some macro's tokens, but for case and underscores.
pub struct Pieces {
    /// Words in tokens, by what they are but for case and underscores.
    given: FxHashMap<String, FxHashSet<Name>>,
}

impl Pieces {
    /// What the tokens of all macros name.
    pub fn new(goals: impl Iterator<Item = Goal>) -> Self {
        let words = goals.filter_map(|goal| match goal {
            Goal::Named(ByName::Any | ByName::Alone | ByName::Behind { .. } | ByName::Dotted { .. }, name) => {
                Some(name)
            }
            _ => None,
        });
        let words: FxHashSet<Name> = words.collect();
        let mut given: FxHashMap<String, FxHashSet<Name>> = FxHashMap::default();
        for word in words {
            given.entry(folded(word)).or_default().insert(word);
        }
        Pieces { given }
    }

    /// Whether a macro that puts a piece into a name could make this one.
    pub fn could_make(&self, known: Name, word: Name) -> bool {
        match word.split_once('*') {
            // A word that is spelled so itself is meant where it stands.
            None if word.is_empty() => {
                let words = self.given.get(&folded(known));
                words.is_some_and(|words| words.iter().any(|word| *word != known))
            }
            None => known.contains(word.as_str()),
            Some((start, rest)) => known.strip_prefix(start).is_some_and(|known| could_follow(known, rest)),
        }
    }
}

/// Whether a text may stand where a piece of a name has a `*` and then `rest`.
fn could_follow(text: &str, rest: &str) -> bool {
    match rest.split_once('*') {
        None => text.ends_with(rest),
        Some((middle, rest)) => {
            text.match_indices(middle).any(|(at, _)| could_follow(&text[at + middle.len()..], rest))
        }
    }
}

fn folded(name: Name) -> String {
    name.chars().filter(|it| *it != '_').flat_map(char::to_lowercase).collect()
}
