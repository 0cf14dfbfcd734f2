//! What documentation says: the text of an item's attributes, once for each configuration that their conditions tell apart.
//!
//! In: attributes. Out: texts, and where they stand. Not known: which of them are examples. Opening lines of one example may
//! stand under opposite conditions (`cfg_attr(unix, doc = "```")` and `cfg_attr(not(unix), doc = "```ignore")`), so that all
//! lines together make no sense.

use super::attrs::{Metas, predicate};
use crate::facts::Cfg;
use crate::model::Name;
use proc_macro2::Span;
use syn::{Meta, punctuated::Punctuated, spanned::Spanned};

/// Of more conditions than this not every set is tried.
const MOST_TOGETHER: usize = 4;

/// A text in one attribute.
pub(super) struct Line {
    text: String,
    /// Where it stands.
    pub(super) at: Span,
    /// The conditions that have to hold.
    under: Vec<Cfg>,
}

/// The lines of documentation in attributes, those under `cfg_attr` too.
pub(super) fn lines(attrs: &[syn::Attribute]) -> Vec<Line> {
    let mut found = vec![];
    attrs.iter().for_each(|attr| collect(&attr.meta, &[], &mut found));
    found
}

fn collect(meta: &Meta, under: &[Cfg], found: &mut Vec<Line>) {
    match meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => {
            let line = |text| Line { text, at: pair.value.span(), under: under.to_vec() };
            found.extend(text_of(&pair.value).map(line));
        }
        Meta::List(list) if list.path.is_ident("cfg_attr") => {
            let Ok(metas) = list.parse_args_with(Metas::parse_terminated) else { return };
            let mut metas = metas.iter();
            let Some(condition) = metas.next() else { return };
            let inner: Vec<Cfg> = under.iter().cloned().chain([predicate(condition)]).collect();
            metas.for_each(|meta| collect(meta, &inner, found));
        }
        _ => {}
    }
}

/// What the lines say together, in each configuration that says something else.
pub(super) fn texts(lines: &[Line]) -> Vec<String> {
    let mut atoms: Vec<(Name, Option<Name>)> = vec![];
    for cfg in lines.iter().flat_map(|line| &line.under) {
        cfg.atoms(&mut |key, value| {
            if !atoms.contains(&(*key, *value)) {
                atoms.push((*key, *value));
            }
        });
    }
    let mut texts = vec![];
    for set in sets(atoms.len()) {
        let known = |key: &Name, value: &Option<Name>| {
            let at = atoms.iter().position(|(own, of)| own == key && of == value)?;
            set.get(at).copied()
        };
        let stands = |line: &&Line| line.under.iter().all(|cfg| cfg.eval(&known) != Some(false));
        let text: String = lines.iter().filter(stands).flat_map(|line| [line.text.as_str(), "\n"]).collect();
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}

/// Which of so many conditions hold: every set of a few; of many all, none, each one alone and all but each one.
fn sets(count: usize) -> Vec<Vec<bool>> {
    if count <= MOST_TOGETHER {
        return (0..1_usize << count).map(|set| (0..count).map(|at| (set >> at) & 1 == 1).collect()).collect();
    }
    let one = |only: usize, holds: bool| -> Vec<bool> { (0..count).map(|at| (at == only) == holds).collect() };
    (0..=count).flat_map(|only| [one(only, true), one(only, false)]).collect()
}

/// What a line of documentation says: a text, or one that `concat!` puts together, as it is written or given to a macro.
fn text_of(value: &syn::Expr) -> Option<String> {
    match value {
        syn::Expr::Group(group) => text_of(&group.expr),
        syn::Expr::Lit(literal) => match &literal.lit {
            syn::Lit::Str(text) => Some(text.value()),
            syn::Lit::Int(number) => Some(number.base10_digits().to_owned()),
            syn::Lit::Char(letter) => Some(letter.value().to_string()),
            syn::Lit::Bool(value) => Some(value.value.to_string()),
            _ => None,
        },
        syn::Expr::Macro(call) if call.mac.path.is_ident("stringify") => Some(call.mac.tokens.to_string()),
        syn::Expr::Macro(call) if call.mac.path.is_ident("concat") => {
            let parts = call.mac.parse_body_with(Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated).ok()?;
            parts.iter().map(text_of).collect()
        }
        _ => None,
    }
}
