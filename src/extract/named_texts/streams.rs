//! The values of a file that hold tokens to be parsed.
//!
//! In: the tokens of a file. Out: the names that are bound to a `ParseStream` somewhere, and those that are bound to
//! something else, or to what is not known. It knows no scopes: a name that is both is not sure.

use super::{is_punct, is_word};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;

/// Macros of `syn` that take a `ParseBuffer` out of another.
const INNER: [&str; 3] = ["braced", "bracketed", "parenthesized"];

/// Names of the values of a file that are read with `parse`.
#[derive(Default)]
pub(super) struct Streams {
    /// Bound to a stream of tokens somewhere.
    pub(super) sure: BTreeSet<String>,
    /// Bound to something else, or to what is not known.
    pub(super) other: BTreeSet<String>,
}

impl Streams {
    /// Takes down what tokens bind; `call` is the word before the group that they are.
    pub(super) fn collect(&mut self, tokens: TokenStream, call: Option<&str>) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, tree) in trees.iter().enumerate() {
            match tree {
                TokenTree::Group(group) => {
                    self.collect(group.stream(), before(&trees, at).as_deref());
                    if is_pattern(&trees, at) {
                        self.all_other(group.stream());
                    }
                }
                TokenTree::Ident(word) => self.word(&trees, at, &word.to_string(), call),
                _ => {}
            }
        }
    }

    fn word(&mut self, trees: &[TokenTree], at: usize, word: &str, call: Option<&str>) {
        let before = at.checked_sub(1).map(|at| trees[at].to_string()).unwrap_or_default();
        let typed = is_punct(trees, at + 1, ':') && !is_punct(trees, at + 2, ':') && before != ":";
        if typed {
            let of_type = trees[at + 2..].iter().skip_while(|tree| match tree {
                TokenTree::Punct(punct) => matches!(punct.as_char(), '&' | '\''),
                TokenTree::Ident(word) => word == "mut",
                _ => false,
            });
            let of_path = |tree: &&TokenTree| match tree {
                TokenTree::Ident(_) => true,
                TokenTree::Punct(punct) => punct.as_char() == ':',
                _ => false,
            };
            let last = of_type.take_while(of_path).last().map(ToString::to_string);
            match last.as_deref() {
                Some("ParseStream" | "ParseBuffer") => drop(self.sure.insert(word.to_owned())),
                _ => drop(self.other.insert(word.to_owned())),
            }
            return;
        }
        let in_inner = call.is_some_and(|call| INNER.contains(&call)) && at == 0 && is_word(trees, 1, "in");
        if in_inner {
            self.sure.insert(word.to_owned());
        }
        // `let content;` is for one of these macros.
        let bound = match before.as_str() {
            "let" | "mut" => !is_punct(trees, at + 1, ';'),
            "ref" | "for" | "static" | "const" => true,
            "|" => {
                let ends = is_punct(trees, at + 1, '|') || is_punct(trees, at + 1, ',');
                ends && !call.is_some_and(|call| call.starts_with("parse_"))
            }
            "," => is_punct(trees, at + 1, '|'),
            _ => is_punct(trees, at + 1, '@') || is_word(trees, at + 1, "if"),
        };
        // An arm, or an assignment.
        let is_set = is_punct(trees, at + 1, '=') && !is_punct(trees, at + 2, '=');
        if bound || is_set {
            self.other.insert(word.to_owned());
        }
    }

    fn all_other(&mut self, tokens: TokenStream) {
        for tree in tokens {
            match tree {
                TokenTree::Ident(word) => drop(self.other.insert(word.to_string())),
                TokenTree::Group(group) => self.all_other(group.stream()),
                _ => {}
            }
        }
    }
}

/// The word before a group: of a call, or of a macro call.
fn before(trees: &[TokenTree], at: usize) -> Option<String> {
    let mut of = at.checked_sub(1)?;
    if is_punct(trees, of, '!') {
        of = of.checked_sub(1)?;
    }
    matches!(&trees[of], TokenTree::Ident(_)).then(|| trees[of].to_string())
}

/// Whether a group may be a pattern: `Some(x) =>`, `(a, b) = `, `|(a, b)|`, `(a, b): (A, B)`, `Some(x) if`.
fn is_pattern(trees: &[TokenTree], at: usize) -> bool {
    match trees.get(at + 1) {
        Some(TokenTree::Punct(punct)) => match punct.as_char() {
            // `==` compares.
            '=' => !is_punct(trees, at + 2, '='),
            ':' => !is_punct(trees, at + 2, ':'),
            '|' => !is_punct(trees, at + 2, '|'),
            // The first parameter of a closure.
            ',' => at > 0 && is_punct(trees, at - 1, '|'),
            _ => false,
        },
        Some(TokenTree::Ident(word)) => word == "if" || word == "in",
        _ => false,
    }
}
