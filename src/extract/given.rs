//! What a macro that nobody expands may find in the texts that a call gives it, beside the names in its tokens.
//!
//! In: the path of the macro and the tokens of a call. Out: names. Which macros the workspace has itself, and whether these
//! make names of texts, is not known here.

use super::Lower;
use crate::facts::body::{TokenName, TokenRole};
use crate::model::name;
use proc_macro2::TokenStream;

impl Lower<'_> {
    /// Takes down what a macro may find in what a call gives it; `path` is how the call names it.
    pub(super) fn given(&mut self, path: &str, tokens: &TokenStream, out: &mut Vec<TokenName>) {
        let last = path.rsplit("::").next().unwrap_or(path);
        if self.catalog.may_name_texts(last) {
            self.scan_texts(tokens.clone(), (name(path), TokenRole::GivenText), out);
        }
    }
}
