//! Calls of macros and what they become.

#![allow(clippy::panic, clippy::expect_used, clippy::indexing_slicing, reason = "a test fails by a panic")]

#[path = "expand/fragments.rs"]
mod fragments;
#[path = "expand/hygiene.rs"]
mod hygiene;
#[path = "expand/known_macros.rs"]
mod known_macros;
#[path = "expand/limits.rs"]
mod limits;
#[path = "expand/paste.rs"]
mod paste;
#[path = "expand/repetitions.rs"]
mod repetitions;
#[path = "expand/spans.rs"]
mod spans;
#[path = "expand/syntax.rs"]
mod syntax;

use cargo_vestige::extract::expand::{Limits, Rules, Unexpanded, expand};
use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use syn::parse::Parser;

fn rules(definition: &str) -> Rules {
    Rules::parse(definition.parse().expect("the definition does not lex")).expect("the definition is refused")
}

fn call(definition: &str, input: &str) -> Result<TokenStream, Unexpanded> {
    let input = input.parse().expect("the call does not lex");
    expand(&rules(definition), input, "own", Span::call_site(), &mut Limits::default())
}

/// Expands as long as the result is one call of the macro itself.
fn call_to_the_end(definition: &str, input: &str) -> Result<TokenStream, Unexpanded> {
    let rules = rules(definition);
    let mut tokens: TokenStream = input.parse().expect("the call does not lex");
    let mut limits = Limits::default();
    loop {
        tokens = expand(&rules, tokens, "own", Span::call_site(), &mut limits)?;
        let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
        match trees.as_slice() {
            [TokenTree::Ident(name), TokenTree::Punct(bang), TokenTree::Group(inner)]
                if name == "again" && bang.as_char() == '!' =>
            {
                tokens = inner.stream();
            }
            _ => return Ok(tokens),
        }
    }
}

/// The tokens in one line, invisible groups as they are if `groups`.
fn shown(tokens: TokenStream, groups: bool) -> String {
    let mut out = vec![];
    show(tokens, groups, &mut out);
    out.join(" ")
}

fn show(tokens: TokenStream, groups: bool, out: &mut Vec<String>) {
    for tree in tokens {
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None if groups => ("«", "»"),
                    Delimiter::None => ("", ""),
                };
                out.extend((!open.is_empty()).then(|| open.to_owned()));
                show(group.stream(), groups, out);
                out.extend((!close.is_empty()).then(|| close.to_owned()));
            }
            other => out.push(other.to_string()),
        }
    }
}

/// Checks the tokens that a call becomes, without invisible groups.
#[track_caller]
fn becomes(definition: &str, input: &str, expected: &str) {
    let tokens = call(definition, input).unwrap_or_else(|why| panic!("{input}: {why}"));
    let expected = expected.parse().expect("the expected tokens do not lex");
    assert_eq!(shown(tokens, false), shown(expected, false));
}

/// Checks the tokens that a call becomes, with `«…»` for invisible groups.
#[track_caller]
fn becomes_grouped(definition: &str, input: &str, expected: &str) {
    let tokens = call(definition, input).unwrap_or_else(|why| panic!("{input}: {why}"));
    assert_eq!(shown(tokens, true), expected);
}

#[track_caller]
fn fails(definition: &str, input: &str, why: Unexpanded) {
    assert_eq!(call(definition, input).map(|tokens| shown(tokens, true)), Err(why));
}

#[track_caller]
fn expression(definition: &str, input: &str) -> syn::Expr {
    let tokens = call(definition, input).unwrap_or_else(|why| panic!("{input}: {why}"));
    syn::parse2(tokens.clone()).unwrap_or_else(|why| panic!("{tokens}: {why}"))
}

#[track_caller]
fn items(definition: &str, input: &str) -> Vec<syn::Item> {
    let tokens = call(definition, input).unwrap_or_else(|why| panic!("{input}: {why}"));
    let file: syn::File = syn::parse2(tokens.clone()).unwrap_or_else(|why| panic!("{tokens}: {why}"));
    file.items
}

#[track_caller]
fn statements(definition: &str, input: &str) -> Vec<syn::Stmt> {
    let tokens = call(definition, input).unwrap_or_else(|why| panic!("{input}: {why}"));
    syn::Block::parse_within.parse2(tokens.clone()).unwrap_or_else(|why| panic!("{tokens}: {why}"))
}
