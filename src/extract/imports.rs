//! Imports: `use` and `extern crate`.
//!
//! In: an item. Out: a row for each name that it brings in, and a definition for each row. What the names mean is not known
//! here.

use super::Lower;
use crate::facts::{Attrs, DefData, Import, Path, types::Lead};
use crate::model::{DefKind, Name, Span};

impl Lower<'_> {
    pub(super) fn extern_crate(&mut self, item: &syn::ItemExternCrate) {
        let attrs = self.attrs(&item.attrs, None);
        let path = Path {
            qself: None,
            lead: Lead::Global,
            segs: vec![crate::facts::types::Seg { name: Self::name(&item.ident), args: None }],
            span: self.span(item.ident.span()),
        };
        let alias = item.rename.as_ref().map_or(&item.ident, |(_, ident)| ident);
        let import = Import {
            path,
            alias: Some(Self::name(alias)),
            glob: false,
            extern_crate: true,
            vis: self.vis(&item.vis),
            conditional: !attrs.cfg.is_empty(),
            span: self.span(alias.span()),
            leaf_span: self.span(alias.span()),
            item_span: self.item_span(&item.attrs, Some(&item.vis), item.extern_token.span, item.semi_token.span),
            siblings: 1,
            def: None,
        };
        let def = self.add_import(import, &attrs);
        self.docs(def, &item.attrs);
    }

    pub(super) fn use_item(&mut self, item: &syn::ItemUse) {
        let lead = if item.leading_colon.is_some() { Lead::Global } else { Lead::Plain };
        let start = Path { qself: None, lead, segs: vec![], span: Span::default() };
        let mut leaves = vec![];
        self.use_tree(&item.tree, start, None, &mut leaves);
        let span = self.item_span(&item.attrs, Some(&item.vis), item.use_token.span, item.semi_token.span);
        let attrs = self.attrs(&item.attrs, None);
        let vis = self.vis(&item.vis);
        let siblings = leaves.len() as u32;
        let mut only = None;
        for (path, alias, glob, at, leaf_span) in leaves {
            let import = Import {
                path,
                alias,
                glob,
                extern_crate: false,
                vis: vis.clone(),
                conditional: !attrs.cfg.is_empty(),
                span: at,
                leaf_span,
                item_span: span,
                siblings,
                def: None,
            };
            let def = self.add_import(import, &attrs);
            only = (siblings == 1).then_some(def);
        }
        match only {
            Some(def) => self.docs(def, &item.attrs),
            // Whichever of them goes, the examples may stay.
            None => self.file_docs(&item.attrs),
        }
    }

    /// Records an import. Each is a definition as well: what is used through it is used by it.
    fn add_import(&mut self, mut import: Import, attrs: &Attrs) -> u32 {
        let row = self.facts.imports.len() as u32;
        let ident = (import.alias.unwrap_or(crate::model::name("*")), import.span);
        let (vis, attrs) = (import.vis.clone(), attrs.clone());
        let def = self.define(DefKind::ReExport, ident, import.item_span, vis, attrs);
        self.facts.defs[def as usize].data = DefData::Import(row);
        import.def = Some(def);
        self.facts.imports.push(import);
        self.facts.scopes[self.scope as usize].imports.push(row);
        def
    }

    /// Reads the names that a tree brings in; `start` is where its part of the innermost group begins.
    fn use_tree(&self, tree: &syn::UseTree, path: Path, start: Option<Span>, out: &mut Vec<Leaf>) {
        let here = |span: Span| start.unwrap_or(span).to(span);
        match tree {
            syn::UseTree::Path(step) => {
                let start = start.or_else(|| Some(self.span(step.ident.span())));
                let path = self.step(path, &step.ident);
                self.use_tree(&step.tree, path, start, out);
            }
            syn::UseTree::Name(leaf) => {
                let alias = match Self::name(&leaf.ident) {
                    own if own == "self" => path.segs.last().map(|seg| seg.name),
                    name => Some(name),
                };
                let at = self.span(leaf.ident.span());
                out.push((self.step(path, &leaf.ident), alias, false, at, here(at)));
            }
            syn::UseTree::Rename(leaf) => {
                let alias = Some(Self::name(&leaf.rename)).filter(|name| *name != "_");
                let at = self.span(leaf.rename.span());
                let whole = here(self.span(leaf.ident.span())).to(at);
                out.push((self.step(path, &leaf.ident), alias, false, at, whole));
            }
            syn::UseTree::Glob(leaf) => {
                let at = self.span(leaf.star_token.span);
                out.push((Path { span: path.span.to(at), ..path }, None, true, at, here(at)));
            }
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.use_tree(tree, path.clone(), None, out);
                }
            }
        }
    }
}

/// A name of a `use`: its path, the name it gets, whether it is a glob, where the name stands, its part of the group.
type Leaf = (Path, Option<Name>, bool, Span, Span);
