//! Methods of parallel types: one text, said of fields and methods that are other ones in each.
//!
//! In: two methods that are twins, through the view of the audit. Out: whether a field that they use has another type
//! in each, or a method that they call on `self` does something else. What both could share would need a trait over
//! these. Types go by what is written, without the modules before their names; fields and methods that are not found
//! say nothing.

use super::Twins;
use crate::audit::Audit;
use crate::lex::{self, Token, TokenKind};
use crate::model::{DefId, DefKind, Span};
use std::collections::BTreeSet;

/// So many calls of methods on `self` are followed.
const DEPTH: usize = 3;

/// Whether two methods of one text use other things in each of their types.
pub fn are_parallel(audit: &Audit<'_>, twins: &Twins, a: DefId, b: DefId) -> bool {
    differ(audit, twins, (a, b), DEPTH)
}

fn differ(audit: &Audit<'_>, twins: &Twins, (a, b): (DefId, DefId), depth: usize) -> bool {
    let owner = |def: DefId| audit.parent(def).and_then(|block| audit.type_of_impl(block));
    let (Some(of_a), Some(of_b)) = (owner(a), owner(b)) else { return false };
    if of_a == of_b {
        return false;
    }
    used(audit, twins, a).into_iter().any(|(name, is_call)| {
        if !is_call {
            let types = field_type(audit, of_a, name).zip(field_type(audit, of_b, name));
            return types.is_some_and(|(first, second)| first != second);
        }
        let Some((first, second)) = method(audit, of_a, name).zip(method(audit, of_b, name)) else { return false };
        // What is not compared may be the same.
        let known = twins.unit(first).is_some() && twins.unit(second).is_some();
        let same = twins.likeness(first, second) == Some(100);
        known && (first, second) != (a, b) && (!same || (depth > 0 && differ(audit, twins, (first, second), depth - 1)))
    })
}

/// The names behind `self.` in a function, each with whether it is called.
fn used<'a>(audit: &Audit<'a>, twins: &Twins, def: DefId) -> BTreeSet<(&'a str, bool)> {
    let Some(unit) = twins.unit(def) else { return BTreeSet::new() };
    let text: &'a str = &audit.file(def).text;
    let mut tokens = vec![];
    lex::tokens(text, unit.span, &mut tokens);
    let of_self = |four: &[Token]| {
        let is_own = four[0].text(text) == "self" && four[1].is(b'.');
        let is_name = matches!(four[2].kind, TokenKind::Word | TokenKind::Literal);
        (is_own && is_name).then(|| (four[2].text(text), four[3].is(b'(')))
    };
    tokens.windows(4).filter_map(of_self).filter(|(name, _)| *name != "await").collect()
}

/// The words and marks of the type of a field.
fn field_type<'a>(audit: &Audit<'a>, owner: DefId, name: &str) -> Option<Vec<&'a str>> {
    let mut fields = audit.children(owner).iter().copied().filter(|child| audit.def(*child).kind == DefKind::Field);
    let field = fields.find(|field| audit.def(*field).name.as_str() == name)?;
    let facts = audit.def(field);
    let text: &'a str = &audit.file(field).text;
    // Without names a field is its type.
    let is_numbered = name.starts_with(|first: char| first.is_ascii_digit());
    let start = if is_numbered { facts.span.start } else { facts.name_span.end };
    let mut tokens = vec![];
    lex::tokens(text, Span { start, end: facts.span.end }, &mut tokens);
    let mut words = vec![];
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let is_colon = |on: usize| tokens.get(at + on).is_some_and(|token| token.is(b':'));
        // The modules before a name.
        if token.kind == TokenKind::Word && is_colon(1) && is_colon(2) {
            at += 3;
            continue;
        }
        words.push(token.text(text));
        at += 1;
    }
    Some(words)
}

/// A method of a type.
fn method(audit: &Audit<'_>, owner: DefId, name: &str) -> Option<DefId> {
    let mut items = audit.impls_of(owner).flat_map(move |block| audit.children(block).iter().copied());
    items.find(|item| audit.def(*item).kind.is_fn() && audit.def(*item).name.as_str() == name)
}
