//! What a file takes from outside of itself, before anything else of it is read.
//!
//! In: the tree of a file. Out: its imports, those in blocks and modules too, the names of its modules, and names that calls of
//! macros may import. What any of it means this module does not know, nor what macros become.

use super::Lower;
use crate::model::Name;
use proc_macro2::{TokenStream, TokenTree};
use rustc_hash::FxHashSet;
use syn::visit::{self, Visit};

/// A name that is brought into a file, or all names of a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// The path that it is taken from, with its name at the end; of a crate that name alone.
    pub path: Vec<Name>,
    /// Whether the path starts at a crate for certain: `use ::krate::name`, `extern crate`.
    pub global: bool,
    /// The name that it gets here; `None` for `as _` and for a glob.
    pub alias: Option<Name>,
    /// Whether the path is that of a module, of which all names are taken.
    pub glob: bool,
}

/// What a file takes from outside of itself.
#[derive(Debug, Default)]
pub struct Outside {
    /// Its imports, in order.
    pub brought: Vec<Brought>,
    /// The modules that it declares.
    pub modules: FxHashSet<Name>,
    /// Names that stand in a `use` among what a macro is given.
    pub hidden: FxHashSet<Name>,
}

/// What a file takes from outside of itself.
pub fn outside(tree: &syn::File) -> Outside {
    let mut outside = Outside::default();
    outside.visit_file(tree);
    outside
}

impl Outside {
    fn tree(&mut self, tree: &syn::UseTree, path: &[Name], global: bool) {
        let with = |ident: &syn::Ident| {
            let name = Lower::name(ident);
            // `use a::{self}` is `use a`.
            let step = Some(name).filter(|name| path.is_empty() || *name != "self");
            path.iter().copied().chain(step).collect::<Vec<Name>>()
        };
        match tree {
            syn::UseTree::Path(step) => {
                let path = with(&step.ident);
                self.tree(&step.tree, &path, global);
            }
            syn::UseTree::Name(leaf) => {
                let path = with(&leaf.ident);
                let alias = path.last().copied();
                self.brought.push(Brought { path, global, alias, glob: false });
            }
            syn::UseTree::Rename(leaf) => {
                let alias = Some(Lower::name(&leaf.rename)).filter(|alias| *alias != "_");
                let path = with(&leaf.ident);
                self.brought.push(Brought { path, global, alias, glob: false });
            }
            syn::UseTree::Glob(_) => {
                self.brought.push(Brought { path: path.to_vec(), global, alias: None, glob: true });
            }
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.tree(tree, path, global);
                }
            }
        }
    }
}

/// The names in tokens that stand behind `use`, up to the next `;`, and have no path behind them.
fn hidden(tokens: &TokenStream, mut in_use: bool, found: &mut FxHashSet<Name>) {
    let mut trees = tokens.clone().into_iter().peekable();
    while let Some(tree) = trees.next() {
        let is_step = matches!(trees.peek(), Some(TokenTree::Punct(sign)) if sign.as_char() == ':');
        match tree {
            TokenTree::Ident(word) if word == "use" => in_use = true,
            TokenTree::Ident(word) if in_use && !is_step => _ = found.insert(Lower::name(&word)),
            TokenTree::Punct(sign) if sign.as_char() == ';' => in_use = false,
            TokenTree::Group(group) => hidden(&group.stream(), in_use, found),
            _ => {}
        }
    }
}

impl<'ast> Visit<'ast> for Outside {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree(&item.tree, &[], item.leading_colon.is_some());
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        let alias = item.rename.as_ref().map_or(&item.ident, |(_, ident)| ident);
        let alias = Some(Lower::name(alias)).filter(|alias| *alias != "_");
        let path = vec![Lower::name(&item.ident)];
        self.brought.push(Brought { path, global: true, alias, glob: false });
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        hidden(&mac.tokens, false, &mut self.hidden);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.modules.insert(Lower::name(&item.ident));
        visit::visit_item_mod(self, item);
    }
}
