//! Names of other crates that mean another thing in each of two functions: `use ring::aead` here, `use aws_lc_rs::aead` there.
//!
//! In: two functions of one text, or a part of each, through the view of the audit. Out: whether a word of both at the head of
//! a path, of a type or of a call comes from another crate in one of them and from elsewhere in the other. Paths are
//! compared as imports write them: of what a crate hands on, one is mostly a part of the other. It does not read the crates.

use super::{Part, Sort};
use crate::audit::Audit;
use crate::lex::{self, Token, TokenKind};
use crate::model::{DefId, known_name};
use crate::resolve::{Namespace, Res};
use std::collections::BTreeSet;

/// Whether a name leads to another crate in one of two places and to something else in the other.
pub(super) fn are_apart(audit: &Audit<'_>, a: Part, b: Part, sort: Sort) -> bool {
    let words = heads(audit, b);
    let common = heads(audit, a).into_iter().filter(|word| words.contains(word));
    // What is written in lower case is a function, or a module that leads to code.
    let counts = |word: &&str| sort == Sort::All || word.starts_with(char::is_lowercase);
    common.filter(counts).any(|word| {
        let (of_a, of_b) = (meant(audit, a.0, word), meant(audit, b.0, word));
        let mut all = of_a.iter().chain(&of_b);
        let is_foreign = all.any(|res| matches!(res, Res::Ext(_)));
        let known = !of_a.is_empty() && !of_b.is_empty();
        known && is_foreign && !of_a.iter().any(|one| of_b.iter().any(|other| may_be_one(*one, *other)))
    })
}

/// Words that paths begin with, and those of types, macros and calls, none of them behind a dot.
fn heads<'a>(audit: &Audit<'a>, (def, within): Part) -> BTreeSet<&'a str> {
    let text: &'a str = &audit.file(def).text;
    let mut tokens = vec![];
    lex::tokens(text, within.unwrap_or(audit.def(def).span), &mut tokens);
    let is = |at: Option<usize>, mark: u8| at.and_then(|at| tokens.get(at)).is_some_and(|token: &Token| token.is(mark));
    let is_head = |at: usize| {
        let word = tokens[at].text(text);
        let is_inner = is(at.checked_sub(1), b'.') || is(at.checked_sub(1), b':') && is(at.checked_sub(2), b':');
        let is_path = is(Some(at + 1), b':') && is(Some(at + 2), b':');
        let is_called = is(Some(at + 1), b'(') || is(Some(at + 1), b'!');
        !is_inner && (is_path || is_called || word.starts_with(char::is_uppercase))
    };
    let words = (0..tokens.len()).filter(|at| tokens[*at].kind == TokenKind::Word && is_head(*at));
    words.map(|at| tokens[at].text(text)).collect()
}

/// What a word means where a function stands.
fn meant(audit: &Audit<'_>, def: DefId, word: &str) -> BTreeSet<Res> {
    let bindings = &audit.input.bindings;
    let (Some(home), Some(word)) = (bindings.modules.home(def), known_name(word)) else { return BTreeSet::new() };
    let of_module = |module| {
        let all = Namespace::ALL.into_iter().flat_map(|space| bindings.meanings(module, space, word));
        all.map(|binding| binding.res).collect::<BTreeSet<Res>>()
    };
    let own = of_module(home);
    // A function in the block of another sees what the module has.
    if own.is_empty() { of_module(bindings.modules.nearest(home)) } else { own }
}

/// Whether two meanings may be the same thing.
fn may_be_one(a: Res, b: Res) -> bool {
    let (Res::Ext(of_a), Res::Ext(of_b)) = (a, b) else { return a == b };
    let (of_a, of_b) = (parts(of_a.as_str()), parts(of_b.as_str()));
    let (short, long) = if of_a.len() < of_b.len() { (&of_a, &of_b) } else { (&of_b, &of_a) };
    // `tokio::sync::Mutex` and `tokio::sync::mutex::Mutex`.
    let mut rest = long.iter();
    let is_part = short.iter().all(|part| rest.any(|other| other == part));
    // `futures::Stream` and `futures_core::stream::Stream`.
    let is_of_family = |one: &str, other: &str| other.strip_prefix(one).is_some_and(|rest| rest.starts_with('_'));
    let are_family = short.first().zip(long.first()).is_some_and(|(a, b)| is_of_family(a, b) || is_of_family(b, a));
    is_part || (are_family && short.last() == long.last())
}

/// The names of a path, those aside that say nothing of what it is.
fn parts(path: &str) -> Vec<&str> {
    let parts = path.split("::").filter(|part| *part != "prelude");
    parts.map(|part| if matches!(part, "core" | "alloc") { "std" } else { part }).collect()
}
