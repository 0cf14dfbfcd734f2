//! What the names of two functions have in common.
//!
//! In: two names. Out: whether they are one name but for words that tell an old from a new form, or mostly one. It does
//! not know what the names are of.

use crate::model::{Name, name};
use crate::reach::guards::words;

/// Words that tell an old form from a new one.
const MARKS: [&str; 16] = [
    "backup",
    "bak",
    "compat",
    "compatibility",
    "copy",
    "deprecated",
    "legacy",
    "modern",
    "new",
    "obsolete",
    "old",
    "orig",
    "original",
    "outdated",
    "previous",
    "unused",
];

/// Whether two names are the same but for versions and words such as `old`.
pub fn are_one(a: Name, b: Name) -> bool {
    a == b || core(a) == core(b)
}

/// Whether more than half of the words of each of two names are in the other, versions and words such as `old` aside.
pub fn are_mostly_one(a: Name, b: Name) -> bool {
    let (a, b) = (core(a), core(b));
    let common = a.iter().filter(|word| b.contains(word)).count();
    2 * common > a.len().max(b.len())
}

/// Whether two parts of paths differ by a version only: `v4` and `v5`, `client` and `client_v2`.
pub(super) fn are_versions(a: &str, b: &str) -> bool {
    let (of_a, of_b) = (without_version(a), without_version(b));
    let whole = |part: &str| words(name(part));
    (of_a.is_some() || of_b.is_some()) && of_a.unwrap_or_else(|| whole(a)) == of_b.unwrap_or_else(|| whole(b))
}

/// The words of a part of a path without its version; `None` if it has none.
fn without_version(part: &str) -> Option<Vec<String>> {
    let mut words = words(name(part));
    let all = words.len();
    words.retain(|word| !is_version(word));
    (words.len() < all).then_some(words)
}

/// The words of a name that are no marks; all of them if there are no others.
fn core(of: Name) -> Vec<String> {
    let all = words(of);
    let plain: Vec<String> =
        all.iter().filter(|word| !MARKS.contains(&word.as_str()) && !is_version(word)).cloned().collect();
    if plain.is_empty() { all } else { plain }
}

/// `v1`, `v12`.
fn is_version(word: &str) -> bool {
    word.strip_prefix('v').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_versions_make_no_other_name() {
        for (a, b) in [("dial", "dial_legacy"), ("old_dial", "new_dial"), ("dial_v1", "dial_v2"), ("new", "new")] {
            assert!(are_one(name(a), name(b)), "{a} {b}");
        }
        for (a, b) in [("as_json", "as_string"), ("new", "old"), ("read_u8", "read_u16"), ("parse", "parse_list")] {
            assert!(!are_one(name(a), name(b)), "{a} {b}");
        }
    }

    #[test]
    fn most_words_have_to_be_in_both() {
        assert!(are_mostly_one(name("send_json"), name("send_empty_json")));
        assert!(!are_mostly_one(name("start"), name("start_again")));
        assert!(!are_mostly_one(name("publish"), name("resolve")));
    }

    #[test]
    fn versions_of_parts() {
        assert!(are_versions("client", "client_v2") && are_versions("v4", "v5") && are_versions("ApiV1", "Api"));
        assert!(!are_versions("client", "server_v2") && !are_versions("read_u8", "read_u16"));
    }
}
