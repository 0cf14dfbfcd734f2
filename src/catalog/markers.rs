//! What marks code as legacy, as data.

use crate::config::MarkerChanges;
use anyhow::{Context, Result};
use serde::Deserialize;

/// A word of a name.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Word {
    /// In lower case.
    pub word: String,
    /// How much it weighs.
    pub weight: u32,
}

/// A word that marks beside a twin with another word or none.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// In lower case.
    pub word: String,
    /// What its twin may have in its place.
    pub other: String,
    /// How much it weighs.
    pub weight: u32,
}

/// A phrase of comments.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// In lower case.
    pub text: String,
    /// How much it weighs.
    pub weight: u32,
    /// Whether it counts only where the sentence speaks of the item itself: it begins so, or with `this`, `it` or the
    /// name of the item. Else it is mostly about what the item works on.
    #[serde(default)]
    pub subject: bool,
    /// Whether it counts so, or behind what only describes the item: `a shim, kept for old clients`.
    #[serde(default)]
    pub participle: bool,
}

/// All markers.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Markers {
    /// From which weight on something is marked.
    pub threshold: u32,
    /// Words of names.
    pub words: Vec<Word>,
    /// Words that need a twin.
    pub paired: Vec<Pair>,
    /// Weight of a version beside a higher one.
    pub version: u32,
    /// The most that words of a type's name weigh.
    pub type_words: u32,
    /// Phrases of comments.
    pub phrases: Vec<Phrase>,
    /// Weight of `allow(deprecated)` on an item.
    pub allows_deprecated: u32,
    /// Names that are no marks, their words joined by `_`; those of several words also as a part of a longer name, or
    /// where the comment says them.
    pub terms: Vec<String>,
    /// Names that are no marks where they are the whole name, their words joined by `_`.
    pub whole_terms: Vec<String>,
}

impl Markers {
    /// Reads the embedded table.
    ///
    /// # Errors
    /// It does not parse; a test holds that it does.
    pub fn load() -> Result<Markers> {
        toml::from_str(include_str!("markers.toml")).context("catalog/markers.toml")
    }

    /// The markers with the changes that a workspace configures.
    #[must_use]
    pub fn changed(mut self, changes: &MarkerChanges) -> Markers {
        let stays = |text: &str| !changes.remove.iter().any(|removed| removed.eq_ignore_ascii_case(text));
        self.words.retain(|it| stays(&it.word));
        self.paired.retain(|it| stays(&it.word));
        self.phrases.retain(|it| stays(&it.text));
        self.words.extend(changes.words.iter().cloned());
        self.phrases.extend(changes.phrases.iter().cloned());
        self.terms.extend(changes.terms.iter().cloned());
        self
    }
}
