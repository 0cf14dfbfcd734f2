//! What stands inside types, traits and impls: fields, variants, associated items.

use super::Lower;
use crate::facts::DefData;
use crate::model::{DefKind, Span};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;

impl Lower<'_> {
    pub(super) fn struct_item(&mut self, item: &syn::ItemStruct) {
        let end = match (&item.fields, &item.semi_token) {
            (_, Some(semi)) => semi.span,
            (syn::Fields::Named(fields), None) => fields.brace_token.span.close(),
            _ => item.ident.span(),
        };
        let span = self.item_span(&item.attrs, Some(&item.vis), item.struct_token.span, end);
        let def = self.named(DefKind::Struct, &item.ident, span, &item.vis, &item.attrs);
        self.enter_in_scope(def);
        let generics = Box::new(self.within(def, |lower| lower.generics(&item.generics)));
        let tuple = !matches!(item.fields, syn::Fields::Named(_));
        self.facts.defs[def as usize].data = DefData::Adt { generics, tuple };
        self.fields(def, &item.fields);
    }

    pub(super) fn union_item(&mut self, item: &syn::ItemUnion) {
        let end = item.fields.brace_token.span.close();
        let span = self.item_span(&item.attrs, Some(&item.vis), item.union_token.span, end);
        let def = self.named(DefKind::Union, &item.ident, span, &item.vis, &item.attrs);
        self.enter_in_scope(def);
        let generics = Box::new(self.within(def, |lower| lower.generics(&item.generics)));
        self.facts.defs[def as usize].data = DefData::Adt { generics, tuple: false };
        self.field_list(def, &item.fields.named);
    }

    pub(super) fn enum_item(&mut self, item: &syn::ItemEnum) {
        let end = item.brace_token.span.close();
        let span = self.item_span(&item.attrs, Some(&item.vis), item.enum_token.span, end);
        let def = self.named(DefKind::Enum, &item.ident, span, &item.vis, &item.attrs);
        self.enter_in_scope(def);
        let generics = Box::new(self.within(def, |lower| lower.generics(&item.generics)));
        self.facts.defs[def as usize].data = DefData::Adt { generics, tuple: false };
        let owner = self.owner.replace(def);
        for variant in &item.variants {
            self.variant(variant);
        }
        self.owner = owner;
    }

    fn variant(&mut self, item: &syn::Variant) {
        let end = match (&item.discriminant, &item.fields) {
            (Some((_, value)), _) => value.span(),
            (None, syn::Fields::Named(fields)) => fields.brace_token.span.close(),
            (None, syn::Fields::Unnamed(fields)) => fields.paren_token.span.close(),
            (None, syn::Fields::Unit) => item.ident.span(),
        };
        let span = self.item_span(&item.attrs, None, item.ident.span(), end);
        let vis = syn::Visibility::Inherited;
        let def = self.named(DefKind::Variant, &item.ident, span, &vis, &item.attrs);
        let tuple = matches!(item.fields, syn::Fields::Unnamed(_));
        let unit = matches!(item.fields, syn::Fields::Unit);
        self.facts.defs[def as usize].data = DefData::Variant { tuple, unit };
        if let Some((_, value)) = &item.discriminant {
            self.within(def, |lower| {
                let value = lower.expr(value);
                lower.body.extra.push(value);
            });
        }
        self.fields(def, &item.fields);
    }

    fn fields(&mut self, parent: u32, fields: &syn::Fields) {
        match fields {
            syn::Fields::Named(fields) => self.field_list(parent, &fields.named),
            syn::Fields::Unnamed(fields) => self.field_list(parent, &fields.unnamed),
            syn::Fields::Unit => {}
        }
    }

    fn field_list(&mut self, parent: u32, fields: &Punctuated<syn::Field, syn::Token![,]>) {
        let owner = self.owner.replace(parent);
        for (position, pair) in fields.pairs().enumerate() {
            let (field, comma) = pair.into_tuple();
            let (name, at) = match &field.ident {
                Some(ident) => (Self::name(ident), ident.span()),
                None => (crate::model::name(&position.to_string()), field.ty.span()),
            };
            let name_span = match &field.ident {
                Some(ident) => self.item_name_span(ident, name),
                None => self.span(at),
            };
            let mut span = match comma {
                Some(comma) => self.item_span(&field.attrs, Some(&field.vis), at, comma.span),
                None => self.item_span(&field.attrs, Some(&field.vis), at, field.ty.span()),
            };
            if let (Some(comma), None) = (comma, self.fixed_span) {
                span.end = self.span(comma.span).start;
            }
            let vis = self.vis(&field.vis);
            let def = self.define(DefKind::Field, (name, name_span), span, vis, Default::default());
            let attrs = self.within(def, |lower| lower.attrs(&field.attrs, Some(def)));
            self.facts.defs[def as usize].attrs = attrs;
            self.docs(def, &field.attrs);
            self.typed_value(def, &field.ty, field.default.as_ref().map(|(_, value)| value));
        }
        self.owner = owner;
    }

    pub(super) fn trait_item(&mut self, item: &syn::ItemTrait) {
        let keyword = (item.unsafety.map(|token| token.span))
            .or(item.modifiers.auto_token.map(|token| token.span))
            .unwrap_or(item.trait_token.span);
        let end = item.brace_token.span.close();
        let span = self.item_span(&item.attrs, Some(&item.vis), keyword, end);
        let def = self.named(DefKind::Trait, &item.ident, span, &item.vis, &item.attrs);
        self.enter_in_scope(def);
        let (generics, supers) =
            self.within(def, |lower| (lower.generics(&item.generics), lower.bounds(&item.supertraits)));
        let generics = Box::new(generics);
        self.facts.defs[def as usize].data = DefData::Trait { generics, supers };
        let owner = self.owner.replace(def);
        for inner in &item.items {
            self.trait_member(inner);
        }
        self.owner = owner;
    }

    fn trait_member(&mut self, item: &syn::TraitItem) {
        let vis = syn::Visibility::Inherited;
        match item {
            syn::TraitItem::Fn(func) => {
                let end = match (&func.default, &func.semi_token) {
                    (Some(block), _) => block.brace_token.span.close(),
                    (None, Some(semi)) => semi.span,
                    (None, None) => func.sig.ident.span(),
                };
                let span = self.item_span(&func.attrs, None, Self::fn_keyword(&func.sig), end);
                self.member_fn(&func.sig, func.default.as_ref(), span, &vis, &func.attrs);
            }
            syn::TraitItem::Const(item) => {
                let span = self.item_span(&item.attrs, None, item.const_token.span, item.semi_token.span);
                let def = self.named(DefKind::AssociatedConstant, &item.ident, span, &vis, &item.attrs);
                self.typed_value(def, &item.ty, item.default.as_ref().map(|(_, value)| value));
            }
            syn::TraitItem::Type(item) => {
                let span = self.item_span(&item.attrs, None, item.type_token.span, item.semi_token.span);
                let def = self.named(DefKind::AssociatedType, &item.ident, span, &vis, &item.attrs);
                let default = item.default.as_ref().map(|(_, ty)| ty);
                self.alias(def, &item.generics, default, Some(&item.bounds));
            }
            syn::TraitItem::Macro(call) => match self.expanded_trait_items(&call.mac) {
                Some(items) => {
                    let whole = self.call_among_items(&call.mac, &call.attrs, call.semi_token);
                    self.made_members(&call.mac, whole, &items, Self::trait_member);
                }
                None => self.loose_tokens(&quote::ToTokens::to_token_stream(item)),
            },
            other => self.loose_tokens(&quote::ToTokens::to_token_stream(other)),
        }
    }

    pub(super) fn impl_items(&mut self, def: u32, items: &[syn::ImplItem]) {
        let owner = self.owner.replace(def);
        for item in items {
            self.impl_member(item);
        }
        self.owner = owner;
    }

    fn impl_member(&mut self, item: &syn::ImplItem) {
        match item {
            syn::ImplItem::Fn(func) => {
                let end = func.block.brace_token.span.close();
                let start = match &func.modifiers.defaultness {
                    Some(token) => token.span,
                    None => Self::fn_keyword(&func.sig),
                };
                let span = self.item_span(&func.attrs, Some(&func.vis), start, end);
                self.member_fn(&func.sig, Some(&func.block), span, &func.vis, &func.attrs);
            }
            syn::ImplItem::Const(item) => {
                let (start, end) = (item.const_token.span, item.semi_token.span);
                let span = self.item_span(&item.attrs, Some(&item.vis), start, end);
                let kind = DefKind::AssociatedConstant;
                let def = self.named(kind, &item.ident, span, &item.vis, &item.attrs);
                self.typed_value(def, &item.ty, Some(&item.expr));
            }
            syn::ImplItem::Type(item) => {
                let (start, end) = (item.type_token.span, item.semi_token.span);
                let span = self.item_span(&item.attrs, Some(&item.vis), start, end);
                let def = self.named(DefKind::AssociatedType, &item.ident, span, &item.vis, &item.attrs);
                self.alias(def, &item.generics, Some(&item.ty), None);
            }
            syn::ImplItem::Macro(call) => match self.expanded_impl_items(&call.mac) {
                Some(items) => {
                    let whole = self.call_among_items(&call.mac, &call.attrs, call.semi_token);
                    self.made_members(&call.mac, whole, &items, Self::impl_member);
                }
                None => self.loose_tokens(&quote::ToTokens::to_token_stream(item)),
            },
            other => self.loose_tokens(&quote::ToTokens::to_token_stream(other)),
        }
    }

    fn member_fn(
        &mut self,
        sig: &syn::Signature,
        block: Option<&syn::Block>,
        span: Span,
        vis: &syn::Visibility,
        attrs: &[syn::Attribute],
    ) {
        let has_self = sig.receiver().is_some();
        let kind = if has_self { DefKind::Method } else { DefKind::AssociatedFunction };
        let def = self.named(kind, &sig.ident, span, vis, attrs);
        let sig = self.within(def, |lower| lower.signature(sig, block));
        self.facts.defs[def as usize].data = DefData::Fn(Box::new(sig));
    }

    pub(super) fn alias(
        &mut self,
        def: u32,
        generics: &syn::Generics,
        ty: Option<&syn::Type>,
        bounds: Option<&syn::punctuated::Punctuated<syn::TypeParamBound, syn::Token![+]>>,
    ) {
        let data = self.within(def, |lower| DefData::Alias {
            generics: Box::new(lower.generics(generics)),
            ty: ty.map(|ty| Box::new(lower.ty(ty))),
            bounds: bounds.map(|bounds| lower.bounds(bounds)).unwrap_or_default(),
        });
        self.facts.defs[def as usize].data = data;
    }

    /// Attributes of a parameter, an arm or an expression: only what they name matters.
    pub(super) fn member_attrs(&mut self, attrs: &[syn::Attribute]) {
        if !attrs.is_empty() {
            self.attrs(attrs, None);
        }
    }
}
