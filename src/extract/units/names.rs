//! Which words of a unit are local names: what its patterns bind, its type parameters and lifetimes, the `$x` of a
//! macro.
//!
//! In: the facts of a file, tokens around a word. Out: the number of a local name, in order of first use. Names of
//! functions, fields, types and macros are never local.

use super::{hashed, local, mixed};
use crate::facts::{Body, DefData, Expr, Facts, Pat, PathId};
use crate::lex::{Token, TokenKind};
use crate::model::DefKind;
use rustc_hash::FxHashMap;

/// The local names of a unit.
pub(super) struct Names<'t> {
    known: FxHashMap<&'t str, Known>,
    /// Names of fields in literals and patterns by offset, and whether the name stands for its value too. What a macro
    /// makes has offsets of the macro, so the name has to be the one that stands there.
    fields: FxHashMap<u32, (&'static str, bool)>,
    is_macro: bool,
    next: u32,
}

#[derive(Clone, Copy)]
struct Known {
    /// In order of first use; `None` until then.
    number: Option<u32>,
    /// A type parameter, which paths may start with.
    of_type: bool,
}

impl<'t> Names<'t> {
    /// Those of a definition.
    pub(super) fn of(facts: &Facts, row: u32) -> Self {
        let def = &facts.defs[row as usize];
        let is_macro = def.kind == DefKind::Macro;
        let mut names = Names { known: FxHashMap::default(), fields: FxHashMap::default(), is_macro, next: 0 };
        if let Some(body) = &def.body {
            names.add_body(body);
        }
        let holder = def.parent.map(|parent| &facts.defs[parent as usize].data);
        for data in [Some(&def.data), holder].into_iter().flatten() {
            let generics = match data {
                DefData::Fn(sig) => &sig.generics,
                DefData::Impl(header) => &header.generics,
                DefData::Trait { generics, .. } => &**generics,
                _ => continue,
            };
            let params = generics.params.iter().map(|param| param.name).chain(generics.consts.iter().copied());
            names.known.extend(params.map(|name| (name.as_str(), Known { number: None, of_type: true })));
        }
        names
    }

    /// Whether they are those of a macro.
    pub(super) fn is_of_macro(&self) -> bool {
        self.is_macro
    }

    fn add_body(&mut self, body: &Body) {
        for pat in &body.pats {
            match pat {
                // A plain name that begins like a type is a variant or a constant.
                Pat::Bind { name, plain, .. }
                    if *name != "self" && !(*plain && name.starts_with(char::is_uppercase)) =>
                {
                    self.known.insert(name.as_str(), Known { number: None, of_type: false });
                }
                Pat::Struct(_, fields) => {
                    for (name, span, pat) in fields.iter() {
                        let pat = match &body.pats[*pat as usize] {
                            Pat::Under(_, inner) => &body.pats[*inner as usize],
                            pat => pat,
                        };
                        let shorthand = matches!(pat, Pat::Bind { span: own, .. } if own.start == span.start);
                        self.fields.insert(span.start, (name.as_str(), shorthand));
                    }
                }
                _ => {}
            }
        }
        let literals = body.exprs.iter().filter_map(|expr| match expr {
            Expr::Struct(literal) => Some(&literal.fields),
            _ => None,
        });
        for (name, span, value) in literals.flatten() {
            let starts_at = |path: &PathId| body.paths[*path as usize].span.start == span.start;
            let value = body.without_conditions(*value);
            let shorthand = matches!(&body.exprs[value as usize], Expr::Path(path) if starts_at(path));
            self.fields.insert(span.start, (name.as_str(), shorthand));
        }
    }

    /// Whether a name of a field stands for its value too; `None` if there is no field of this name.
    pub(super) fn is_shorthand(&self, written: &str, offset: u32) -> Option<bool> {
        let (name, shorthand) = self.fields.get(&offset)?;
        (*name == written).then_some(*shorthand)
    }

    /// The number of the word at a place, if it is a local name there.
    pub(super) fn number(&mut self, text: &'t str, tokens: &[Token], at: usize) -> Option<u32> {
        let token = tokens[at];
        let written = token.text(text);
        let before = |back: usize, mark: u8| at >= back && tokens[at - back].is(mark);
        let after = |on: usize, mark: u8| tokens.get(at + on).is_some_and(|token| token.is(mark));
        if token.kind == TokenKind::Lifetime {
            let named = !matches!(written, "'static" | "'_");
            return named.then(|| self.number_of(written, false));
        }
        if self.is_macro && before(1, b'$') && written != "crate" {
            return Some(self.number_of(written, false));
        }
        let known = *self.known.get(written)?;
        let is_path = after(1, b':') && after(2, b':') && !known.of_type;
        // `a.x` is a field, `a..x` ends at a local.
        let is_member = before(1, b'.') && !before(2, b'.');
        let in_path = before(1, b':') && before(2, b':');
        let is_macro_call = after(1, b'!') && (after(2, b'(') || after(2, b'[') || after(2, b'{'));
        let is_field = self.is_shorthand(written, token.span.start) == Some(false);
        let is_local = !(is_path || is_member || in_path || is_macro_call || is_field);
        is_local.then(|| self.number_of(written, known.of_type))
    }

    fn number_of(&mut self, written: &'t str, of_type: bool) -> u32 {
        let next = &mut self.next;
        let known = self.known.entry(written).or_insert(Known { number: None, of_type });
        *known.number.get_or_insert_with(|| {
            *next += 1;
            *next - 1
        })
    }

    /// The hashes of a literal in which a format string may name locals: with their numbers, and with one mark for all.
    pub(super) fn in_literal(&mut self, written: &'t str) -> (u64, u64) {
        let whole = hashed(written);
        if !written.contains('{') {
            return (whole, whole);
        }
        let (mut renamed, mut strict, mut rest) = (0, 0, written);
        let mut found = false;
        while let Some((before, inside)) = rest.split_once('{') {
            let length = inside.bytes().take_while(|byte| *byte == b'_' || byte.is_ascii_alphanumeric()).count();
            let (name, after) = inside.split_at(length);
            let captures = after.starts_with(['}', ':']) && self.known.get(name).is_some_and(|known| !known.of_type);
            let (by_number, by_mark) = if captures {
                (local(self.number_of(name, false)), local(u32::MAX))
            } else {
                (hashed(name), hashed(name))
            };
            found |= captures;
            renamed = mixed(mixed(renamed, hashed(before)), by_number);
            strict = mixed(mixed(strict, hashed(before)), by_mark);
            rest = after;
        }
        if !found {
            return (whole, whole);
        }
        (mixed(renamed, hashed(rest)), mixed(strict, hashed(rest)))
    }
}
