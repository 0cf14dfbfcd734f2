//! Names of macros that a text may call.
//!
//! In: a text. Out: words before `!`. It knows no tokens: what is in strings and comments counts too.

use crate::model::Name;
use rustc_hash::FxHashSet;

/// Whether a text may call a macro of this name by a path, other than the one of the standard library.
pub(super) fn by_path(text: &str, name: Name) -> bool {
    let call = format!("::{name}!");
    let is_standard = |before: &str| {
        let of = |krate| before.strip_suffix(krate).is_some_and(|rest| !rest.ends_with(is_of_path));
        ["std", "core", "alloc"].into_iter().any(of)
    };
    text.match_indices(&call).any(|(at, _)| !is_standard(&text[..at]))
}

/// Whether a text may call a macro of this name by a path whose first name is such.
pub(super) fn by_path_from(text: &str, name: Name, is_start: impl Fn(&str) -> bool) -> bool {
    text.match_indices(&format!("::{name}!")).any(|(at, _)| {
        let before = text[..at].trim_end_matches(is_of_path);
        let first = text[before.len()..at].split("::").find(|step| !step.is_empty());
        first.is_some_and(&is_start)
    })
}

/// Whether a text may name a macro otherwise than where it defines it and calls it without a path: an import may bring in
/// another one of its name.
pub(super) fn may_be_brought(text: &str, word: &str) -> bool {
    let is_word = |sign: char| sign.is_alphanumeric() || sign == '_';
    text.match_indices(word).any(|(at, _)| {
        let (before, behind) = (&text[..at], text[at + word.len()..].trim_start());
        let whole = !before.ends_with(is_word) && !text[at + word.len()..].starts_with(is_word);
        let is_defined = before.trim_end().ends_with("macro_rules!");
        whole && !is_defined && (!behind.starts_with('!') || before.ends_with("::"))
    })
}

/// The names of the macros by rules that a text defines.
pub(super) fn defined_in(text: &str) -> impl Iterator<Item = Name> {
    let definitions = text.match_indices("macro_rules!").map(|(at, mark)| text[at + mark.len()..].trim_start());
    let names = definitions.filter_map(|rest| rest.split(|sign: char| !sign.is_alphanumeric() && sign != '_').next());
    names.filter(|name| !name.is_empty()).map(crate::model::name)
}

/// Whether a path goes on to the left of what follows this.
fn is_of_path(before: char) -> bool {
    before.is_alphanumeric() || matches!(before, '_' | ':')
}

/// The words before `!` in a text: the names of all macros that it calls are among them.
pub(super) fn called(text: &str) -> FxHashSet<&str> {
    let marks = text.match_indices('!').map(|(at, _)| &text[..at]);
    let words = marks.map(|before| {
        let start = before.rfind(|it: char| !it.is_alphanumeric() && it != '_');
        start.map_or(before, |start| before[start..].trim_start_matches(|it: char| !it.is_alphanumeric() && it != '_'))
    });
    words.filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::name;

    #[test]
    fn a_call_by_a_path_starts_at_its_first_name() {
        let text = "let x = anyhow::bail!(1); $crate::macros::bail!(2); ::wire::bail!(3); bail!(4)";
        let starts = |start: &str| by_path_from(text, name("bail"), |first| first == start);
        assert!(starts("anyhow") && starts("crate") && starts("wire"));
        assert!(!starts("macros") && !starts("bail") && !starts("x"));
    }
}
