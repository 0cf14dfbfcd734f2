//! Which of the types in a template something is implemented for: `impl Trait for Type`, `impl Type`.
//!
//! In: the text of the file, and the place of a name in tokens. Out: yes, or surely no. A template that no macro is called in makes
//! nothing of the types that it mentions elsewhere, as parameters or in expressions.

use crate::model::Span;

/// Whether the name at a place may be what an `impl` in its tokens is for.
pub(super) fn may_be_subject(text: &str, at: Span) -> bool {
    let Some(before) = text.get(..at.start as usize) else { return true };
    let before = before_type(before_path(before));
    let ends_with_word = |word: &str| {
        let rest = before.strip_suffix(word);
        rest.is_some_and(|rest| !rest.ends_with(|sign: char| sign.is_alphanumeric() || sign == '_'))
    };
    // Behind a bracket it may be that of `impl<T>`, or of a lifetime or a type that an interpolation wrote.
    let behind_bracket = before.ends_with('>') && !before.ends_with("->") && !before.ends_with("=>");
    // What an interpolation writes is not known: in `impl #generics Type` it may be a bracket.
    let word_before = before.trim_end_matches(|sign: char| sign.is_alphanumeric() || sign == '_');
    let behind_interpolation = word_before.len() < before.len() && word_before.ends_with(['#', '$']);
    // What stands before a comment is not looked for.
    let behind_comment = before.ends_with("*/") || before.lines().next_back().is_some_and(|line| line.contains("//"));
    behind_bracket
        || behind_interpolation
        || behind_comment
        || ["impl", "for", "mut", "const", "dyn"].into_iter().any(ends_with_word)
        || !before.ends_with(|sign: char| sign.is_ascii())
}

/// A text without what stands around a type that something is implemented for: `&'a `, `(`.
fn before_type(text: &str) -> &str {
    let around = |sign: char| sign.is_whitespace() || matches!(sign, '&' | '(' | '[');
    let before = text.trim_end_matches(around);
    let name = before.trim_end_matches(|sign: char| sign.is_alphanumeric() || sign == '_');
    match name.strip_suffix('\'') {
        Some(rest) if name.len() < before.len() => rest.trim_end_matches(around),
        _ => before,
    }
}

/// A text without the beginning of a path that ends it: `::a::`, `#krate::`.
fn before_path(mut text: &str) -> &str {
    while let Some(rest) = text.trim_end().strip_suffix("::") {
        let is_name = |sign: char| sign.is_alphanumeric() || matches!(sign, '_' | '#' | '$');
        let word = rest.trim_end();
        let name = word.trim_end_matches(is_name);
        // `for ::a::Type`: the word before is none of the path.
        if name.len() == word.len() || rest.len() != word.len() {
            return rest;
        }
        text = name;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subjects(text: &str) -> Vec<bool> {
        let places = text.match_indices("Type");
        let at = |start: usize| Span { start: start as u32, end: start as u32 + 4 };
        places.map(|(start, _)| may_be_subject(text, at(start))).collect()
    }

    #[test]
    fn what_an_impl_is_for() {
        assert_eq!(subjects("impl A for Type {} impl Type {} impl<T> Type {}"), [true, true, true]);
        assert_eq!(subjects("impl A for ::a::Type {} impl #krate::Type {}"), [true, true]);
        assert_eq!(subjects("impl A for &'a mut Type {} impl A for (Type, u8) {}"), [true, true]);
        assert_eq!(subjects("impl A for &'a Type {} impl A for *const Type {}"), [true, true]);
        assert_eq!(subjects("impl #generics Type {} impl #generics #krate::Type {}"), [true, true]);
        assert_eq!(subjects("impl A for /* one */ Type {} impl A for // one\nType {}"), [true, true]);
    }

    #[test]
    fn what_is_only_mentioned() {
        assert_eq!(subjects("impl A for #name { fn f(x: Type) -> Type { a::Type::new() } }"), [false, false, false]);
        assert_eq!(subjects("impl From<Type> for #name { const X: Type = Type(1); }"), [false, false, false]);
        assert_eq!(subjects("match x { A => Type, B => ::a::Type }"), [false, false]);
    }
}
