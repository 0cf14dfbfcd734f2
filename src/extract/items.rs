//! Items that stand in a module or a block.

use super::Lower;
use crate::facts::{DefData, ImplHeader, Vis, types::Lead};
use crate::model::{DefKind, Name, Span};

impl Lower<'_> {
    pub(super) fn items(&mut self, items: &[syn::Item]) {
        for item in items {
            self.item(item);
        }
    }

    pub(super) fn item(&mut self, item: &syn::Item) {
        // Its tokens are from here and from the macro: all of it stands at the call.
        if self.expanding > 0 && self.fixed_span.is_none() {
            self.fixed_span = Some(self.call_of_expansion);
            let outer = std::mem::replace(&mut self.from_macro, true);
            self.item(item);
            self.from_macro = outer;
            self.fixed_span = None;
            return;
        }
        match item {
            syn::Item::Fn(item) => self.function(item),
            syn::Item::Const(item) => self.constant(item),
            syn::Item::Static(item) => self.static_item(item),
            syn::Item::Struct(item) => self.struct_item(item),
            syn::Item::Enum(item) => self.enum_item(item),
            syn::Item::Union(item) => self.union_item(item),
            syn::Item::Trait(item) => self.trait_item(item),
            syn::Item::TraitAlias(item) => self.trait_alias(item),
            syn::Item::Impl(item) => self.impl_item(item),
            syn::Item::Type(item) => self.type_alias(item),
            syn::Item::Mod(item) => self.module(item),
            syn::Item::Use(item) => self.use_item(item),
            syn::Item::ExternCrate(item) => self.extern_crate(item),
            syn::Item::ForeignMod(item) => self.foreign_mod(item),
            syn::Item::Macro(item) => self.macro_item(item),
            syn::Item::Verbatim(tokens) => self.loose_tokens(tokens),
            _ => self.loose_tokens(&quote::ToTokens::to_token_stream(item)),
        }
        if !self.derived_by_rules.is_empty() {
            self.derive_by_rules(item);
        }
    }

    /// From the first outer attribute, the visibility or the keyword to `end`.
    pub(super) fn item_span(
        &self,
        attrs: &[syn::Attribute],
        vis: Option<&syn::Visibility>,
        keyword: proc_macro2::Span,
        end: proc_macro2::Span,
    ) -> Span {
        let mut span = self.span(keyword).to(self.span(end));
        match vis {
            Some(syn::Visibility::Public(token)) => span = span.to(self.span(token.span)),
            Some(syn::Visibility::Restricted(vis)) => span = span.to(self.span(vis.pub_token.span)),
            _ => {}
        }
        if let Some(attr) = attrs.iter().find(|attr| matches!(attr.style, syn::AttrStyle::Outer)) {
            span = span.to(self.span(attr.pound_token.span));
        }
        span
    }

    pub(super) fn vis(&mut self, vis: &syn::Visibility) -> Vis {
        match vis {
            syn::Visibility::Public(_) => Vis::Public,
            syn::Visibility::Inherited => Vis::Inherited,
            syn::Visibility::Restricted(restricted) => {
                let path = self.path(&restricted.path);
                match (path.lead, path.segs.is_empty()) {
                    (Lead::Crate, true) => Vis::Crate,
                    (Lead::SelfMod, true) => Vis::SelfMod,
                    _ => Vis::Path(Box::new(path)),
                }
            }
        }
    }

    /// Defines an item by its identifier and makes it known in its scope.
    pub(super) fn named(
        &mut self,
        kind: DefKind,
        ident: &syn::Ident,
        span: Span,
        vis: &syn::Visibility,
        attrs: &[syn::Attribute],
    ) -> u32 {
        let name = Self::name(ident);
        let ident = match kind {
            // What uses a macro that a macro makes is not known well enough.
            DefKind::Macro => (name, self.ident_span(ident, name)),
            _ => (name, self.item_name_span(ident, name)),
        };
        let vis = self.vis(vis);
        let def = self.define(kind, ident, span, vis, Default::default());
        let read = self.within(def, |lower| lower.attrs(attrs, Some(def)));
        self.facts.defs[def as usize].attrs = read;
        self.docs(def, attrs);
        def
    }

    fn function(&mut self, item: &syn::ItemFn) {
        let start = Self::fn_keyword(&item.sig);
        let end = item.block.brace_token.span.close();
        let span = self.item_span(&item.attrs, Some(&item.vis), start, end);
        let def = self.named(DefKind::Function, &item.sig.ident, span, &item.vis, &item.attrs);
        self.enter_in_scope(def);
        let sig = self.within(def, |lower| lower.signature(&item.sig, Some(&item.block)));
        self.facts.defs[def as usize].data = DefData::Fn(Box::new(sig));
    }

    fn constant(&mut self, item: &syn::ItemConst) {
        let end = item.semi_token.span;
        let span = self.item_span(&item.attrs, Some(&item.vis), item.const_token.span, end);
        let def = self.named(DefKind::Constant, &item.ident, span, &item.vis, &item.attrs);
        self.enter_in_scope(def);
        self.typed_value(def, &item.ty, Some(&item.expr));
    }

    fn static_item(&mut self, item: &syn::ItemStatic) {
        let end = item.semi_token.span;
        let span = self.item_span(&item.attrs, Some(&item.vis), item.static_token.span, end);
        let def = self.named(DefKind::Static, &item.ident, span, &item.vis, &item.attrs);
        self.enter_in_scope(def);
        self.typed_value(def, &item.ty, Some(&item.expr));
    }

    pub(super) fn typed_value(&mut self, def: u32, ty: &syn::Type, value: Option<&syn::Expr>) {
        let ty = self.within(def, |lower| {
            let ty = lower.ty(ty);
            if let Some(value) = value {
                let value = lower.expr(value);
                lower.body.value = Some(value);
            }
            ty
        });
        self.facts.defs[def as usize].data = DefData::Typed(Box::new(ty));
    }

    fn type_alias(&mut self, item: &syn::ItemType) {
        let end = item.semi_token.span;
        let span = self.item_span(&item.attrs, Some(&item.vis), item.type_token.span, end);
        let def = self.named(DefKind::TypeAlias, &item.ident, span, &item.vis, &item.attrs);
        self.enter_in_scope(def);
        self.alias(def, &item.generics, Some(&item.ty), None);
    }

    fn trait_alias(&mut self, item: &syn::ItemTraitAlias) {
        let end = item.semi_token.span;
        let span = self.item_span(&item.attrs, Some(&item.vis), item.trait_token.span, end);
        let def = self.named(DefKind::Trait, &item.ident, span, &item.vis, &item.attrs);
        self.enter_in_scope(def);
        let (generics, supers) = self.within(def, |lower| (lower.generics(&item.generics), lower.bounds(&item.bounds)));
        let generics = Box::new(generics);
        self.facts.defs[def as usize].data = DefData::Trait { generics, supers };
    }

    fn impl_item(&mut self, item: &syn::ItemImpl) {
        let keyword = item.unsafety.map_or(item.impl_token.span, |token| token.span);
        let end = item.brace_token.span.close();
        let mut span = self.item_span(&item.attrs, None, keyword, end);
        if let Some(token) = &item.modifiers.defaultness {
            span = span.to(self.span(token.span));
        }
        let header_span = self.span(item.impl_token.span);
        let ident = (Self::last_name(&item.self_ty), header_span);
        let def = self.define(DefKind::Impl, ident, span, Vis::Inherited, Default::default());
        self.enter_in_scope(def);
        let header = self.within(def, |lower| {
            let attrs = lower.attrs(&item.attrs, Some(def));
            let generics = lower.generics(&item.generics);
            let (exclusive, narrower) = super::narrower::of_header(item, &generics.consts);
            lower.facts.defs[def as usize].attrs = attrs;
            ImplHeader {
                generics,
                of_trait: item.trait_.as_ref().map(|(path, _)| lower.path(path)),
                self_ty: lower.ty(&item.self_ty),
                negative: item.modifiers.polarity.is_some(),
                exclusive,
                narrower,
            }
        });
        self.facts.defs[def as usize].data = DefData::Impl(Box::new(header));
        self.docs(def, &item.attrs);
        self.impl_items(def, &item.items);
    }

    fn last_name(ty: &syn::Type) -> Name {
        match ty {
            syn::Type::Path(path) => {
                path.path.segments.last().map_or(crate::model::name("_"), |seg| Self::name(&seg.ident))
            }
            syn::Type::Reference(reference) => Self::last_name(&reference.elem),
            _ => crate::model::name("_"),
        }
    }

    fn module(&mut self, item: &syn::ItemMod) {
        let end = match (&item.content, &item.semi) {
            (Some((brace, _)), _) => brace.span.close(),
            (None, Some(semi)) => semi.span,
            (None, None) => item.ident.span(),
        };
        let span = self.item_span(&item.attrs, Some(&item.vis), item.mod_token.span, end);
        let def = self.named(DefKind::Module, &item.ident, span, &item.vis, &item.attrs);
        self.enter_in_scope(def);
        let (paths, default_path) = Self::path_attributes(&item.attrs);
        let mut inline = None;
        self.hides |= self.expanding > 0 && item.content.is_none();
        if let Some((_, items)) = &item.content {
            let owner = self.owner.replace(def);
            inline = Some(self.scoped(Some(def), false, |lower| lower.items(items)));
            self.owner = owner;
        }
        self.facts.defs[def as usize].data = DefData::Module { inline, paths, default_path };
    }

    fn foreign_mod(&mut self, item: &syn::ItemForeignMod) {
        let attrs = self.attrs(&item.attrs, None);
        let first = self.facts.defs.len();
        for inner in &item.items {
            match inner {
                syn::ForeignItem::Fn(func) => {
                    let (start, end) = (Self::fn_keyword(&func.sig), func.semi_token.span);
                    let span = self.item_span(&func.attrs, Some(&func.vis), start, end);
                    let def = self.named(DefKind::Function, &func.sig.ident, span, &func.vis, &func.attrs);
                    self.enter_in_scope(def);
                    let mut sig = self.within(def, |lower| lower.signature(&func.sig, None));
                    sig.foreign = true;
                    self.facts.defs[def as usize].data = DefData::Fn(Box::new(sig));
                }
                syn::ForeignItem::Static(item) => {
                    let (start, end) = (item.static_token.span, item.semi_token.span);
                    let span = self.item_span(&item.attrs, Some(&item.vis), start, end);
                    let def = self.named(DefKind::Static, &item.ident, span, &item.vis, &item.attrs);
                    self.enter_in_scope(def);
                    self.typed_value(def, &item.ty, None);
                }
                other => self.loose_tokens(&quote::ToTokens::to_token_stream(other)),
            }
        }
        for def in &mut self.facts.defs[first..] {
            def.attrs.cfg.extend(attrs.cfg.iter().cloned());
            def.attrs.allows_dead |= attrs.allows_dead;
            // Whoever is given the block may make others of its items: `diesel::declare_sql_function`.
            def.attrs.others.extend(attrs.others.iter().cloned());
        }
    }
}
