//! Macros that a block defines, and what a call of one becomes.
//!
//! In: the items of blocks as they are read, and calls behind them. Out: the tokens of a call. The rules of such a
//! macro may name locals from around the definition. Hygiene gives these words the meaning that they have where the
//! rules stand; in the code of the call they have the same, if nothing between binds the name again: only then is a
//! call expanded. A name that rules bind themselves and that is bound before them as well may mean either, and nothing
//! is expanded. It does not know which scope a binding ends in: one that is over counts too.

use super::Lower;
use super::expand::{Rules, expand};
use crate::facts::Pat;
use crate::model::Name;
use proc_macro2::{TokenStream, TokenTree};
use rustc_hash::FxHashSet;

/// A macro that a block defines; its calls stand behind it, in the block.
pub(super) struct BlockMacro {
    name: Name,
    /// Its rules; `None` if its calls are not expanded.
    rules: Option<Rules>,
    /// Words of the rules that may mean a local from around them.
    words: FxHashSet<Name>,
    /// The definition whose code the block is part of: what is defined in that sees no locals of it.
    owner: Option<u32>,
    /// How many patterns of that code stand before it.
    patterns: usize,
}

impl Lower<'_> {
    /// Takes down an item of a block, if it is a macro.
    pub(super) fn define_block_macro(&mut self, item: &syn::Item) {
        let syn::Item::Macro(item) = item else { return };
        let Some(ident) = &item.ident else { return };
        let is_conditional = |attr: &syn::Attribute| attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr");
        let is_sure =
            self.expanding == 0 && item.mac.path.is_ident("macro_rules") && !item.attrs.iter().any(is_conditional);
        let rules = if is_sure { Rules::parse(item.mac.tokens.clone()).ok() } else { None };
        let mut words = FxHashSet::default();
        words_of(item.mac.tokens.clone(), &mut words);
        let pats = &self.body.pats;
        let rules = rules.filter(|rules| {
            let mut introduced = words.iter().filter(|word| rules.introduces(word));
            !introduced.any(|word| pats.iter().any(|pat| binds(pat, *word)))
        });
        if let Some(rules) = &rules {
            words.retain(|word| !rules.introduces(word));
        }
        let (name, owner, patterns) = (Self::name(ident), self.owner, pats.len());
        self.block_macros.push(BlockMacro { name, rules, words, owner, patterns });
    }

    /// Behind a branch that exists under a condition the macros that it defines, from a row on, may not be meant.
    pub(super) fn doubt_block_macros(&mut self, first: usize) {
        self.block_macros[first..].iter_mut().for_each(|own| own.rules = None);
    }

    /// Whether a call is of a macro that a block around defines.
    pub(super) fn is_of_block(&self, mac: &syn::Macro) -> bool {
        let Some(ident) = mac.path.get_ident() else { return false };
        let name = Self::name(ident);
        self.block_macros.iter().any(|own| own.name == name)
    }

    /// What a call becomes that is of a macro that a block around defines; nothing inside if it is not expanded.
    pub(super) fn made_by_block_macro(&mut self, mac: &syn::Macro) -> Option<Option<TokenStream>> {
        let ident = mac.path.get_ident()?;
        let name = Self::name(ident);
        let own = self.block_macros.iter().rfind(|own| own.name == name)?;
        let between = self.body.pats.get(own.patterns..);
        let is_bound = |pats: &[Pat]| pats.iter().any(|pat| own.words.iter().any(|word| binds(pat, *word)));
        let means_the_same = own.owner == self.owner && between.is_some_and(|pats| !is_bound(pats));
        let Some(rules) = own.rules.as_ref().filter(|_| means_the_same) else { return Some(None) };
        Some(expand(rules, mac.tokens.clone(), "crate", ident.span(), &mut self.limits).ok())
    }
}

fn binds(pat: &Pat, word: Name) -> bool {
    matches!(pat, Pat::Bind { name, .. } if *name == word)
}

/// All words in tokens but the variables of rules, and those that format strings in them capture.
fn words_of(tokens: TokenStream, words: &mut FxHashSet<Name>) {
    let mut is_variable = false;
    for tree in tokens {
        let after_dollar =
            std::mem::replace(&mut is_variable, matches!(&tree, TokenTree::Punct(it) if it.as_char() == '$'));
        match tree {
            TokenTree::Group(group) => words_of(group.stream(), words),
            TokenTree::Ident(_) if after_dollar => {}
            TokenTree::Ident(ident) => drop(words.insert(Lower::name(&ident))),
            TokenTree::Literal(text) => {
                words.extend(super::tokens::captures(&text.to_string()).map(crate::model::name));
            }
            TokenTree::Punct(_) => {}
        }
    }
}
