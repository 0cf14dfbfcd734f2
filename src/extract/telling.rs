//! Which functions of a file tell somebody what they do: by a log, a trace or a metric.
//!
//! In: the tree of a file and its offset in the text. Out: for each function, by the offset of its name, whether it tells.
//! It knows words only: a macro, a call or an attribute that sounds like telling counts as telling.

use super::words::{has_word, tells};
use proc_macro2::TokenStream;
use quote::ToTokens;
use std::collections::BTreeMap;
use syn::visit::{self, Visit};

/// Parts of words that speak of metrics and traces.
const METRICS: [&str; 10] =
    ["metric", "counter", "gauge", "histogram", "instrument", "telemetry", "audit", "span", "notify", "observe"];

/// Whether each function tells, by the offset of its name; `base` is the offset of the tree in the text.
pub fn telling(tree: &syn::File, base: u32) -> BTreeMap<u32, bool> {
    let mut finder = Finder { base, found: BTreeMap::new() };
    finder.visit_file(tree);
    finder.found
}

struct Finder {
    base: u32,
    found: BTreeMap<u32, bool>,
}

impl Finder {
    fn function(&mut self, ident: &syn::Ident, attrs: &[syn::Attribute], body: &syn::Block) {
        let attributes: TokenStream = attrs.iter().map(|attr| attr.meta.to_token_stream()).collect();
        let body = body.to_token_stream();
        let measured = |word: &str| METRICS.iter().any(|part| word.to_ascii_lowercase().contains(part));
        let told = tells(&body) || has_word(&body, &measured) || has_word(&attributes, &|word| word == "instrument");
        self.found.insert(self.base + ident.span().byte_range().start as u32, told);
    }
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig.ident, &item.attrs, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig.ident, &item.attrs, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(body) = &item.default {
            self.function(&item.sig.ident, &item.attrs, body);
        }
        visit::visit_trait_item_fn(self, item);
    }
}
