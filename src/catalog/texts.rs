//! Macros that find names in the texts and words that they are given, as data.
//!
//! In: the table `texts` of `catalog/macros.toml`. Out: sets of macros, by their last names. How names are found is for
//! others to know.

use rustc_hash::FxHashSet;
use serde::Deserialize;

/// What macros find in texts and words.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    /// Code in braces, as in `"{compute(3)}"`.
    pub code: FxHashSet<String>,
    /// Types behind a colon in quotes, as in `select id as "id: UserId"`.
    pub types: FxHashSet<String>,
    /// Names that are words of the call in another case.
    pub cases: FxHashSet<String>,
}
