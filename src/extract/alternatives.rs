//! Items in the branches of `cfg_if!`: each is there where the condition of its branch holds and none before it does.
//!
//! In: the tokens of the call. Out: definitions with these conditions, as if each item had them as attributes. What
//! does not read as such branches is left to others.

use super::Lower;
use crate::facts::Cfg;
use proc_macro2::TokenStream;
use syn::Token;
use syn::parse::{ParseStream, Parser};

/// A branch.
struct Branch {
    /// What stands in its `cfg(…)`; `None` for the last `else`.
    condition: Option<TokenStream>,
    items: Vec<syn::Item>,
}

impl Lower<'_> {
    /// Reads `if #[cfg(a)] { … } else if #[cfg(b)] { … } else { … }`. Returns whether the tokens are that.
    pub(super) fn conditional_items(&mut self, tokens: &TokenStream) -> bool {
        let Ok(branches) = branches.parse2(tokens.clone()) else { return false };
        let mut before: Vec<Cfg> = vec![];
        for Branch { condition, items } in branches {
            let own = condition.map(|predicate| self.condition(&predicate, None, true));
            let first = self.facts.defs.len();
            let body = std::mem::take(&mut self.body);
            self.items(&items);
            self.body = body;
            for def in &mut self.facts.defs[first..] {
                def.attrs.cfg.extend(own.iter().chain(&before).cloned());
            }
            before.extend(own.map(|cfg| Cfg::Not(Box::new(cfg))));
        }
        true
    }
}

fn branches(input: ParseStream<'_>) -> syn::Result<Vec<Branch>> {
    let mut found = vec![];
    loop {
        let condition = match input.parse::<Option<Token![if]>>()? {
            Some(_) => Some(predicate(input)?),
            None if found.is_empty() => return Err(input.error("no branch")),
            None => None,
        };
        let is_last = condition.is_none();
        found.push(Branch { condition, items: items(input)? });
        if is_last || input.is_empty() {
            return Ok(found);
        }
        input.parse::<Token![else]>()?;
    }
}

/// What stands in the brackets of `#[cfg(…)]`.
fn predicate(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    match &input.call(syn::Attribute::parse_outer)?[..] {
        [attr] if attr.path().is_ident("cfg") => Ok(attr.meta.require_list()?.tokens.clone()),
        _ => Err(input.error("no condition")),
    }
}

fn items(input: ParseStream<'_>) -> syn::Result<Vec<syn::Item>> {
    let content;
    syn::braced!(content in input);
    let file = content.parse::<syn::File>()?;
    let is_plain = file.attrs.is_empty() && !file.items.iter().any(|item| matches!(item, syn::Item::Verbatim(_)));
    if is_plain { Ok(file.items) } else { Err(content.error("no items")) }
}
