//! Units of a file: its functions and macro definitions as hashes, to be compared with those of other files.
//!
//! In: the facts of a file and its text. Out: [`Unit`]s, or the shapes of the tokens of one. The items and what their
//! patterns bind come from the syntax tree, by way of the facts; tokens come from the text, so that no tree is walked
//! again. It knows no other file, and not what is alike.
//!
//! Three hashes are made of each token: as it is written; with local names numbered in order of their first use, which
//! makes alpha-equivalent code equal; and with local names all the same, which makes a statement equal wherever it
//! stands.

mod layout;
mod names;
mod steps;

use crate::facts::units::Unit;
use crate::facts::{Def, DefData, Facts};
use crate::lex::{self, Token, TokenKind};
use crate::model::{DefKind, Span};
use layout::Fate;
use names::Names;
use steps::Steps;

/// Units with fewer tokens get no steps: they are compared as wholes only. A getter has about 15, a builder's setter
/// 20.
pub const LEAST_WITH_STEPS: u32 = 30;

/// A token as the comparisons see it.
struct Lexeme {
    kind: TokenKind,
    span: Span,
    /// As it is written.
    exact: u64,
    /// With numbers for local names.
    renamed: u64,
    /// With one mark for all local names.
    strict: u64,
    /// And with the sort of a literal in place of it.
    shape: u64,
}

/// Reads the units of a file.
pub fn units(facts: &Facts, text: &str) -> Vec<Unit> {
    let mut tokens = vec![];
    let rows = (0..facts.defs.len()).filter_map(|row| {
        let span = code_of(facts, row, text)?;
        Some(unit(facts, text, row as u32, span, &mut tokens))
    });
    rows.collect()
}

/// The shapes of the tokens of a unit, one number each.
pub fn shapes(facts: &Facts, text: &str, unit: &Unit) -> Vec<u32> {
    let mut shapes = Vec::with_capacity(unit.tokens as usize);
    let mut names = Names::of(facts, unit.def);
    each(text, (unit.span, unit.span), &mut names, &mut vec![], &mut |lexeme| shapes.push(folded(lexeme.shape)));
    shapes
}

/// Numbers for what a range of a unit says, with local names numbered from its start on.
pub fn renamed(facts: &Facts, text: &str, unit: &Unit, within: Span) -> Vec<u64> {
    let mut found = vec![];
    let mut names = Names::of(facts, unit.def);
    each(text, (unit.span, within), &mut names, &mut vec![], &mut |lexeme| found.push(lexeme.renamed));
    found
}

/// From behind the name of a function or a macro to its end, if it is written in the file.
fn code_of(facts: &Facts, row: usize, text: &str) -> Option<Span> {
    let def: &Def = &facts.defs[row];
    let has_code = match &def.data {
        DefData::Fn(sig) => sig.has_body && !sig.foreign,
        _ => def.kind == DefKind::Macro,
    };
    if !has_code || def.from_macro || !def.span.contains(def.name_span) {
        return None;
    }
    let written = text.get(def.name_span.start as usize..def.name_span.end as usize)?;
    let is_its_name = written.strip_prefix("r#").unwrap_or(written) == def.name.as_str();
    is_its_name.then_some(Span { start: def.name_span.end, end: def.span.end })
}

fn unit(facts: &Facts, text: &str, row: u32, span: Span, tokens: &mut Vec<Token>) -> Unit {
    let mut names = Names::of(facts, row);
    let mut steps = Steps::default();
    let (mut exact, mut renamed, mut count) = (0, 0, 0);
    let mut waits = matches!(&facts.defs[row as usize].data, DefData::Fn(sig) if sig.is_async);
    let await_hash = hashed("await");
    each(text, (span, span), &mut names, tokens, &mut |lexeme| {
        exact = mixed(exact, lexeme.exact);
        renamed = mixed(renamed, lexeme.renamed);
        count += 1;
        waits |= lexeme.kind == TokenKind::Word && lexeme.exact == await_hash;
        steps.add(lexeme, text);
    });
    let steps = steps.finish();
    let body = steps.iter().skip(1);
    let statements = body.filter(|step| step.is_statement).count() as u32;
    let steps = if count < LEAST_WITH_STEPS { vec![] } else { steps };
    Unit { def: row, span, exact, renamed, tokens: count, statements, waits, steps }
}

/// Calls `found` with each token of a range within a unit; what formatting adds is none.
fn each<'t>(
    text: &'t str,
    (unit, within): (Span, Span),
    names: &mut Names<'t>,
    tokens: &mut Vec<Token>,
    found: &mut dyn FnMut(&Lexeme),
) {
    tokens.clear();
    lex::tokens(text, unit, tokens);
    let tokens: &[Token] = tokens;
    let fates = layout::fates(text, tokens, names.is_of_macro());
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| within.contains(token.span)) {
        let span = layout::whole(tokens, &fates, at);
        let plain = |kind: TokenKind, written: &str| {
            let hash = hashed(written);
            Lexeme { kind, span, exact: hash, renamed: hash, strict: hash, shape: hash }
        };
        match fates[at] {
            Fate::Kept => {}
            Fate::Dropped => continue,
            Fate::Comma => {
                found(&plain(TokenKind::Mark(b','), ","));
                continue;
            }
        }
        let written = token.text(text);
        match token.kind {
            TokenKind::Mark(_) => found(&plain(token.kind, written)),
            TokenKind::Literal => {
                let (renamed, strict) = names.in_literal(written);
                let shape = hashed(sort_of(written));
                found(&Lexeme { renamed, strict, shape, ..plain(token.kind, written) });
            }
            TokenKind::Word | TokenKind::Lifetime => {
                let Some(number) = names.number(text, tokens, at) else {
                    found(&plain(token.kind, written));
                    continue;
                };
                // `Point { x }` is `Point { x: x }`.
                if names.is_shorthand(written, token.span.start) == Some(true) {
                    found(&plain(token.kind, written));
                    found(&plain(TokenKind::Mark(b':'), ":"));
                }
                let (renamed, strict) = (local(number), local(u32::MAX));
                found(&Lexeme { renamed, strict, shape: strict, ..plain(token.kind, written) });
            }
        }
    }
}

/// What sort of literal it is.
fn sort_of(literal: &str) -> &'static str {
    match literal.bytes().find(|byte| matches!(byte, b'"' | b'\'' | b'0'..=b'9')) {
        Some(b'"') => "\"\"",
        Some(b'\'') => "''",
        _ => "0",
    }
}

/// The hash of a local name.
fn local(number: u32) -> u64 {
    mixed(0x10ca1, u64::from(number))
}

/// The hash of a token: FNV-1a, which is short for short texts.
fn hashed(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The hash of a sequence with one more at its end.
pub fn mixed(hash: u64, next: u64) -> u64 {
    (hash.rotate_left(5) ^ next).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// A hash in half as many bits.
fn folded(hash: u64) -> u32 {
    (hash ^ (hash >> 32)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;

    fn read(text: &str) -> Vec<Unit> {
        let catalog = Catalog::load().unwrap();
        units(&crate::parse::facts_of(text, &catalog).unwrap(), text)
    }

    fn same_but_for_names(first: &str, second: &str) -> bool {
        let (first, second) = (read(first), read(second));
        first[0].renamed == second[0].renamed
    }

    #[test]
    fn names_are_renamed_one_to_one() {
        let first = "fn a<'x, T: Copy>(x: &'x [T], y: T) -> T { let z = x.len(); f(y, z); T::g(y) }";
        assert!(same_but_for_names(
            first,
            "fn b<'q, U: Copy>(u: &'q [U], v: U) -> U { let w = u.len(); f(v, w); U::g(v) }"
        ));
        let crossed = "fn b<'q, U: Copy>(u: &'q [U], v: U) -> U { let w = u.len(); f(w, v); U::g(v) }";
        assert!(!same_but_for_names(first, crossed));
        let called = "fn b<'q, U: Copy>(u: &'q [U], v: U) -> U { let w = u.len(); h(v, w); U::g(v) }";
        assert!(!same_but_for_names(first, called));
    }

    #[test]
    fn fields_are_no_locals_and_may_stand_for_both() {
        let first = "fn a(x: u8) -> P { let y = 1; log!(\"{x} {y:?}\"); P { x, y, z: self.x } }";
        let second = "fn b(u: u8) -> P { let v = 1; log!(\"{u} {v:?}\"); P { x: u, y: v, z: self.x } }";
        assert!(same_but_for_names(first, second));
        assert!(!same_but_for_names(first, &second.replace("y: v", "w: v")));
        assert!(!same_but_for_names(first, &second.replace("self.x", "self.u")));
        assert!(!same_but_for_names(first, &second.replace("{v:?}", "{u:?}")));
    }

    #[test]
    fn rules_of_macros_are_units_and_commas_at_ends_are_none() {
        let first = "macro_rules! a { ($x:expr, $($y:ident),*) => { f($x, [$($y),*]) }; }";
        assert!(same_but_for_names(first, "macro_rules! b { ($u:expr, $($v:ident),*) => { f($u, [$($v),*],) }; }"));
        assert!(!same_but_for_names(first, "macro_rules! b { ($u:expr, $($v:ident),*) => { f($v, [$($u),*]) }; }"));
    }

    #[test]
    fn formatting_makes_no_other_unit() {
        let short = "fn a(m: M, n: Map<K, V>) -> u8 { let Some(o) = n.get(0) else { return 4 }; \
                     match m { A => f(|x| g(x, o)), B => { h(); 1 } C => return 2, _ => match h() { _ => 3 }, } }";
        let long = "fn a(m: M, n: Map<K, V,>,) -> u8 { let Some(o) = n.get(0) else { return 4; }; \
                    match m { A => { f(|x| { g(x, o) }) } B => { h(); 1 }, C => { return 2; } \
                    _ => { match h() { _ => { 3 } } } } }";
        let said = |text: &str| {
            let unit = read(text).remove(0);
            let steps: Vec<(u32, u8)> = unit.steps.iter().map(|step| (step.strict, step.depth)).collect();
            (unit.exact, unit.renamed, unit.tokens, unit.statements, steps)
        };
        assert_eq!(said(short), said(long));
        assert_ne!(said(short).0, said(&long.replace("h(); 1", "h()")).0);
        assert_ne!(said(short).0, said(&long.replace("{ 3 }", "{ { 3 } }")).0, "blocks by themselves count");
        // The end of a step is in its text.
        let unit = read(long).remove(0);
        let texts = unit.steps.iter().map(|step| &long[step.span.start as usize..step.span.end as usize]);
        assert!(
            texts.clone().any(|text| text == "return 4;")
                && texts.clone().any(|text| text == "A => { f(|x| { g(x, o) }) }")
        );
    }

    #[test]
    fn steps_are_statements_arms_and_heads() {
        let text = "fn a(m: Map<K, V>) { let p: Map<K, V> = P { x: 1, y: 2 }; match m { Some(q) => f(q), None => {} } \
                    for r in s { g(r, |t| { h(t); }); } }";
        let unit = read(text).remove(0);
        let said = unit.steps.iter().map(|step| &text[step.span.start as usize..step.span.end as usize]);
        let expected = [
            "(m: Map<K, V>) {",
            "let p: Map<K, V> = P {",
            "x: 1,",
            "y: 2",
            "match m {",
            "Some(q) => f(q),",
            "None => {",
            "for r in s {",
            "g(r, |t| {",
            "h(t);",
        ];
        assert_eq!(said.collect::<Vec<_>>(), expected);
        assert_eq!(unit.statements, 7);
    }

    #[test]
    fn arms_and_else_go_on() {
        let text = "fn a(m: M) { match m { A { x, y } => f(x, y), B(q) if q => g(q), _ => {} } \
                    if p { f(P { x: 1 }); } else { g(); } }";
        let unit = read(text).remove(0);
        let going_on = unit.steps.iter().filter(|step| step.goes_on);
        let said: Vec<&str> = going_on.map(|step| &text[step.span.start as usize..step.span.end as usize]).collect();
        assert_eq!(said, ["A {", "=> f(x, y),", "B(q) if q => g(q),", "_ => {", "else {"]);
    }
}
