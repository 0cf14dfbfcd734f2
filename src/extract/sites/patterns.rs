//! Patterns with variants that nobody makes: which can never match, and which only lose an alternative.

use super::{Edit, Finder};
use crate::model::Span;
use syn::visit;

/// The arguments of `matches!`.
pub(super) struct Matches {
    pub(super) value: syn::Expr,
    pub(super) pat: syn::Pat,
}

impl syn::parse::Parse for Matches {
    fn parse(input: syn::parse::ParseStream<'_>) -> syn::Result<Self> {
        let value = input.parse()?;
        input.parse::<syn::Token![,]>()?;
        let pat = syn::Pat::parse_multi_with_leading_vert(input)?;
        // A guard and the last comma change nothing.
        input.parse::<proc_macro2::TokenStream>()?;
        Ok(Matches { value, pat })
    }
}

impl Finder<'_> {
    /// The mentions for which a pattern can never match; `None` if it could.
    pub(super) fn dead(&self, pat: &syn::Pat) -> Option<Vec<u32>> {
        let one = |at: u32| vec![at];
        let any = |mut pats: &mut dyn Iterator<Item = &syn::Pat>| Iterator::find_map(&mut pats, |pat| self.dead(pat));
        match pat {
            syn::Pat::Path(it) => self.mention(it).map(one),
            syn::Pat::Ident(it) => match &it.subpat {
                Some((_, inner)) => self.dead(inner),
                None => self.mention(&it.ident).map(one),
            },
            syn::Pat::TupleStruct(it) => self.mention(&it.path).map(one).or_else(|| any(&mut it.elems.iter())),
            syn::Pat::Struct(it) => {
                let inside = || any(&mut it.fields.iter().map(|field| &*field.pat));
                self.mention(&it.path).map(one).or_else(inside)
            }
            syn::Pat::Tuple(it) => any(&mut it.elems.iter()),
            syn::Pat::Slice(it) => any(&mut it.elems.iter()),
            syn::Pat::Reference(it) => self.dead(&it.pat),
            syn::Pat::Paren(it) => self.dead(&it.pat),
            syn::Pat::Type(it) => self.dead(&it.pat),
            syn::Pat::Or(it) => {
                let cases: Option<Vec<Vec<u32>>> = it.cases.iter().map(|case| self.dead(case)).collect();
                cases.map(|cases| cases.concat())
            }
            _ => None,
        }
    }

    /// Takes out of a pattern the alternatives that can never match, and fields that are gone.
    pub(super) fn prune(&mut self, pat: &syn::Pat) {
        match pat {
            syn::Pat::Or(it) => {
                let gone: Vec<_> = it.cases.iter().map(|case| self.dead(case)).collect();
                if gone.iter().any(Option::is_some) && gone.iter().any(Option::is_none) {
                    self.take_cases(it, &gone);
                }
                let stays = it.cases.iter().zip(&gone).filter(|(_, gone)| gone.is_none());
                stays.for_each(|(case, _)| self.prune(case));
            }
            syn::Pat::Struct(it) => {
                let gone: Vec<_> =
                    it.fields.iter().map(|field| self.mention(&field.member).map(|at| vec![at])).collect();
                let list = self.elements(&it.fields, it.rest.as_ref());
                self.take(&list, &gone, false);
                let stays = it.fields.iter().zip(&gone).filter(|(_, gone)| gone.is_none());
                stays.for_each(|(field, _)| self.prune(&field.pat));
            }
            _ => visit::visit_pat(self, pat),
        }
    }

    /// Alternatives with the `|` that goes with each: the one behind it for those in front, else the one before it.
    fn take_cases(&mut self, or: &syn::PatOr, gone: &[Option<Vec<u32>>]) {
        let spans: Vec<Span> = or.cases.iter().map(|case| self.span(case)).collect();
        let first_stays = gone.iter().position(Option::is_none).unwrap_or(0);
        for (at, of) in gone.iter().enumerate() {
            let Some(of) = of else { continue };
            let span = match at < first_stays {
                true => Span { start: spans[at].start, end: spans[at + 1].start },
                false => Span { start: spans[at - 1].end, end: spans[at].end },
            };
            self.add(Edit::remove(span), of.clone(), false);
        }
    }
}
