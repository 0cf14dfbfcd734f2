//! What a macro that nobody expands may find in the texts and words that a call gives it, beside the names in its tokens.
//!
//! In: the path of the macro and the tokens of a call. Out: names. Which macros the workspace has itself, and whether these
//! make names of texts, is not known here.

use super::Lower;
use super::expand::paste::camel;
use crate::facts::body::{TokenName, TokenRole};
use crate::model::name;
use proc_macro2::{TokenStream, TokenTree};

impl Lower<'_> {
    /// Takes down what a macro may find in what a call gives it; `path` is how the call names it.
    pub(super) fn given(&mut self, path: &str, tokens: &TokenStream, out: &mut Vec<TokenName>) {
        let last = path.rsplit("::").next().unwrap_or(path);
        let catalog = self.catalog;
        if catalog.may_name_texts(last) {
            self.scan_texts(tokens.clone(), (name(path), TokenRole::GivenText), out);
        }
        if catalog.texts().code.contains(last) {
            self.code_in_texts(tokens, holes, out);
        }
        if catalog.texts().types.contains(last) {
            self.code_in_texts(tokens, types_of_columns, out);
        }
        if catalog.texts().cases.contains(last) {
            self.words_in_cases(tokens, out);
        }
    }

    /// Names in those parts of texts that are code.
    fn code_in_texts(&mut self, tokens: &TokenStream, code: fn(&str) -> Vec<&str>, out: &mut Vec<TokenName>) {
        for tree in tokens.clone() {
            match tree {
                TokenTree::Group(group) => self.code_in_texts(&group.stream(), code, out),
                TokenTree::Literal(literal) => {
                    let span = self.span(literal.span());
                    let syn::Lit::Str(text) = syn::Lit::new(literal) else { continue };
                    let text = text.value();
                    let outer = self.fixed_span.replace(span);
                    for tokens in code(&text).into_iter().filter_map(|part| part.parse::<TokenStream>().ok()) {
                        self.scan(tokens, false, out);
                    }
                    self.fixed_span = outer;
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }

    /// Names that may be made of words by their case alone.
    fn words_in_cases(&mut self, tokens: &TokenStream, out: &mut Vec<TokenName>) {
        for tree in tokens.clone() {
            match tree {
                TokenTree::Group(group) => self.words_in_cases(&group.stream(), out),
                TokenTree::Ident(word) => {
                    let span = self.span(word.span());
                    let all = in_cases(Self::name(&word).as_str());
                    out.extend(all.iter().map(|made| TokenName { path: vec![name(made)], span, role: TokenRole::Any }));
                }
                TokenTree::Literal(_) | TokenTree::Punct(_) => {}
            }
        }
    }
}

/// What stands in braces: `compute(3)` in `"{compute(3)} times"`.
fn holes(text: &str) -> Vec<&str> {
    let mut found = vec![];
    let (mut depth, mut start) = (0_u32, 0);
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => {
                if depth == 0 {
                    start = at + 1;
                }
                depth += 1;
            }
            '}' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    found.push(&text[start..at]);
                }
            }
            _ => {}
        }
    }
    found
}

/// What stands behind a colon in the quotes of a database: `UserId` in `select id as "id!: UserId"`.
fn types_of_columns(text: &str) -> Vec<&str> {
    let parts: Vec<&str> = text.split(['"', '`']).collect();
    // Where the quotes do not come in pairs, any part may be between two.
    let step = if parts.len() % 2 == 1 { 2 } else { 1 };
    parts.into_iter().skip(1).step_by(step).filter_map(|part| Some(part.split_once(':')?.1)).collect()
}

/// A word in every case that names are written in.
fn in_cases(word: &str) -> Vec<String> {
    let mut snake = String::new();
    let mut after_small = false;
    for letter in word.chars() {
        if letter.is_uppercase() && after_small {
            snake.push('_');
        }
        after_small = letter.is_lowercase() || letter.is_numeric();
        snake.extend(letter.to_lowercase());
    }
    let (pascal, camel) = (camel(&snake, false, false), camel(&snake, true, false));
    vec![word.to_lowercase(), word.to_uppercase(), snake.to_uppercase(), camel, pascal, snake]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_stands_in_braces() {
        assert_eq!(holes("{a::B} {c(3)} {{d}} }{e"), ["a::B", "c(3)", "{d}"]);
    }

    #[test]
    fn types_stand_behind_colons() {
        let of_columns = types_of_columns("select a::text as \"id!: types::Id\", `b: B`, \"c\" from t");
        assert_eq!(of_columns, [" types::Id", " B"]);
    }

    #[test]
    fn words_in_all_cases() {
        assert_eq!(in_cases("GetOne"), ["getone", "GETONE", "GET_ONE", "getOne", "GetOne", "get_one"]);
        assert!(in_cases("get_one").contains(&"GetOne".to_owned()));
    }
}
