//! Derives by rules: `#[derive(Name!)]`, as `macro_rules_attribute` has it, calls a macro with the item.
//!
//! In: the derives of an item, and the item. Out: what such calls become, read beside it; of a macro of which the rules are not
//! known, the names in the item's tokens. Attributes that call a macro (`#[apply(name!)]`) are like any that nobody knows.

use super::Lower;
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Attribute, Item, Token};

/// What stands in `derive(…)`.
pub(super) struct Derive {
    pub(super) path: syn::Path,
    /// Whether it is a macro by rules.
    pub(super) by_rules: bool,
}

impl Parse for Derive {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let path = input.call(syn::Path::parse_mod_style)?;
        Ok(Derive { path, by_rules: input.parse::<Option<Token![!]>>()?.is_some() })
    }
}

impl Lower<'_> {
    /// Reads what the derives by rules of an item make of it.
    pub(super) fn derive_by_rules(&mut self, item: &Item) {
        let derives = std::mem::take(&mut self.derived_by_rules);
        let mut item = item.clone();
        let attrs: &mut Vec<Attribute> = match &mut item {
            Item::Struct(item) => &mut item.attrs,
            Item::Enum(item) => &mut item.attrs,
            Item::Union(item) => &mut item.attrs,
            _ => return,
        };
        attrs.retain(|attr| !attr.path().is_ident("derive"));
        let tokens = item.into_token_stream();
        for path in derives {
            let at = path.span();
            let delimiter = syn::MacroDelimiter::Brace(syn::token::Brace(at));
            let mac = syn::Macro { path, bang_token: Token![!](at), delimiter, tokens: tokens.clone() };
            self.macro_item(&syn::ItemMacro { attrs: vec![], ident: None, mac, semi_token: None });
        }
    }
}
