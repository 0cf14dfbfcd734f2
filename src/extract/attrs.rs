//! Attributes: conditions, derives, deprecation, and the names that helpers of derives use.

use super::Lower;
use super::by_rules::Derive;
use crate::facts::{
    Attr, Attrs, Cfg, Condition, Deprecated, IncludeKind,
    body::{TokenName, TokenRole},
};
use crate::model::name;
use proc_macro2::{Group, TokenStream, TokenTree};
use syn::{Meta, Token, punctuated::Punctuated, spanned::Spanned};

/// Attributes in a list.
pub(super) type Metas = Punctuated<Meta, Token![,]>;

impl Lower<'_> {
    /// Reads attributes; the names in their arguments go to the current body.
    pub(super) fn attrs(&mut self, attrs: &[syn::Attribute], def: Option<u32>) -> Attrs {
        let mut read = Attrs::default();
        for attr in attrs {
            self.macro_as_value(&attr.meta);
            if !attr.path().is_ident("doc") {
                self.attr(&attr.meta, def, &mut read, false);
            } else if let Meta::NameValue(pair) = &attr.meta {
                self.included_doc(&pair.value);
            }
        }
        read
    }

    fn attr(&mut self, meta: &Meta, def: Option<u32>, read: &mut Attrs, conditional: bool) {
        let path = meta.path();
        let args = match meta {
            Meta::List(list) => list.tokens.clone(),
            Meta::NameValue(pair) => quote::ToTokens::to_token_stream(&pair.value),
            Meta::Path(_) => TokenStream::new(),
        };
        let text = match path.get_ident() {
            Some(ident) => Self::name(ident),
            None => name(&text_of(path)),
        };
        match text.as_str() {
            "cfg" => {
                let condition = self.condition(&args, def, true);
                // A condition inside `cfg_attr` holds only where that one does.
                if !conditional {
                    read.cfg.push(condition);
                }
            }
            "cfg_attr" => self.cfg_attr(meta, def, read),
            "derive" => self.derives(meta, read),
            "deprecated" => read.deprecated = Some(Deprecated { sometimes: conditional, ..deprecated(meta) }),
            "allow" | "expect" | "warn" | "deny" | "forbid" => {
                let text = args.to_string();
                let dead = text.split([',', ' ']).any(|lint| matches!(lint, "dead_code" | "unused" | "warnings"));
                read.allows_dead |=
                    dead && path.segments.first().is_some_and(|seg| seg.ident == "allow" || seg.ident == "expect");
                read.others.push(Attr { path: name(&text_of(path)), args: text.into() });
            }
            "unsafe" => {
                if let Meta::List(list) = meta
                    && let Ok(inner) = list.parse_args::<Meta>()
                {
                    self.attr(&inner, def, read, conditional);
                }
            }
            text => {
                if !self.catalog.is_builtin_attribute(text) {
                    let instruments = self.is_of_tracing(path);
                    let args =
                        if instruments && def.is_some() { self.instrumented(args.clone()) } else { args.clone() };
                    self.attribute_args(path, &args, def.is_some());
                    self.named_by_field(path, &args, def);
                    let at = self.span(path.span());
                    let names = path.segments.iter().map(|seg| Self::name(&seg.ident)).collect();
                    self.body.tokens.push(TokenName { path: names, span: at, role: TokenRole::Macro });
                }
                // Only of these is it asked what they say; writing tokens out is slow.
                let told = matches!(text, "proc_macro_derive" | "repr" | "export_name" | "link_name");
                let args = if told { args.to_string() } else { String::new() };
                read.others.push(Attr { path: name(text), args: args.into() });
            }
        }
    }

    pub(super) fn condition(&mut self, args: &TokenStream, def: Option<u32>, of_code: bool) -> Cfg {
        let cfg = condition_of(args);
        cfg.atoms(&mut |key, value| {
            if let (true, Some(value)) = (*key == "feature", value) {
                self.facts.features.push(*value);
            }
        });
        let span = args.clone().into_iter().map(|tree| self.span(tree.span())).reduce(crate::model::Span::to);
        if let (Some(span), None) = (span, self.fixed_span) {
            let made = self.expanding > 0;
            self.facts.conditions.push(Condition { cfg: cfg.clone(), span, def, of_code, made });
        }
        cfg
    }

    /// `cfg_attr(condition, attr, …)`: every configuration counts, so the attributes do.
    fn cfg_attr(&mut self, meta: &Meta, def: Option<u32>, read: &mut Attrs) {
        let Meta::List(list) = meta else { return };
        let Ok(metas) = list.parse_args_with(Metas::parse_terminated) else { return };
        let mut metas = metas.iter();
        if let Some(condition) = metas.next() {
            self.condition(&quote::ToTokens::to_token_stream(condition), None, false);
        }
        for meta in metas {
            self.macro_as_value(meta);
            if !meta.path().is_ident("doc") {
                self.attr(meta, def, read, true);
            } else if let Meta::NameValue(pair) = meta {
                self.included_doc(&pair.value);
            }
        }
    }

    /// The value of an attribute of the compiler may be a macro call: `#[doc = text!("…")]`.
    fn macro_as_value(&mut self, meta: &Meta) {
        let Meta::NameValue(pair) = meta else { return };
        let value = ungrouped(&pair.value);
        if let syn::Expr::Macro(call) = value
            && !call.mac.path.is_ident("include_str")
            && self.catalog.is_builtin_attribute(&text_of(meta.path()))
        {
            let mut names = vec![];
            let tokens = quote::ToTokens::to_token_stream(value);
            // A macro of the workspace may have the name of the one that makes a text of its words.
            let is_known = self.catalog.macro_form("stringify").is_some();
            self.scan(if is_known { without_texts(tokens) } else { tokens }, false, &mut names);
            self.body.tokens.append(&mut names);
        }
    }

    fn derives(&mut self, meta: &Meta, read: &mut Attrs) {
        let Meta::List(list) = meta else { return };
        let Ok(derives) = list.parse_args_with(Punctuated::<Derive, Token![,]>::parse_terminated) else { return };
        for derive in derives {
            if derive.by_rules {
                self.derived_by_rules.push(derive.path);
            } else {
                let path = self.path(&derive.path);
                read.derives.push(path);
            }
        }
    }

    /// `#[path = "…"]`, also inside `cfg_attr`; and whether the plain path is a possibility as well.
    pub(super) fn path_attributes(attrs: &[syn::Attribute]) -> (Vec<(String, Option<Cfg>)>, bool) {
        let mut paths = vec![];
        let mut default_path = true;
        for attr in attrs {
            if attr.path().is_ident("path") {
                paths.extend(string_value(&attr.meta).map(|path| (path, None)));
                default_path = false;
            } else if attr.path().is_ident("cfg_attr") {
                let Meta::List(list) = &attr.meta else { continue };
                let Ok(metas) = list.parse_args_with(Metas::parse_terminated) else { continue };
                let inner = metas.iter().filter(|meta| meta.path().is_ident("path"));
                let condition = metas.first().map(predicate);
                paths.extend(inner.filter_map(string_value).map(|path| (path, condition.clone())));
            }
        }
        (paths, default_path)
    }

    fn included_doc(&mut self, value: &syn::Expr) {
        if let syn::Expr::Macro(call) = ungrouped(value)
            && call.mac.path.is_ident("include_str")
            && let Ok(path) = syn::parse2::<syn::LitStr>(call.mac.tokens.clone())
        {
            let span = self.span(path.span());
            self.include(path.value(), IncludeKind::Documentation, span);
        }
    }
}

/// An expression, out of the group that it is in where a macro was given it.
fn ungrouped(value: &syn::Expr) -> &syn::Expr {
    match value {
        syn::Expr::Group(group) => &group.expr,
        value => value,
    }
}

pub(super) fn text_of(path: &syn::Path) -> String {
    if let Some(ident) = path.get_ident() {
        return ident.to_string();
    }
    let names: Vec<String> = path.segments.iter().map(|seg| seg.ident.to_string()).collect();
    names.join("::")
}

fn string_value(meta: &Meta) -> Option<String> {
    match meta {
        Meta::NameValue(syn::MetaNameValue {
            value: syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }),
            ..
        }) => Some(text.value()),
        _ => None,
    }
}

fn deprecated(meta: &Meta) -> Deprecated {
    let mut read = Deprecated { note: string_value(meta), ..Deprecated::default() };
    if let Meta::List(list) = meta
        && let Ok(metas) = list.parse_args_with(Metas::parse_terminated)
    {
        for meta in &metas {
            if meta.path().is_ident("since") {
                read.since = string_value(meta);
            } else if meta.path().is_ident("note") {
                read.note = string_value(meta);
            }
        }
    }
    read
}

/// What stands in the `cfg(…)` of a statement.
pub(super) fn conditions(attrs: &[syn::Attribute]) -> Vec<Cfg> {
    let cfgs = attrs.iter().filter(|attr| attr.path().is_ident("cfg"));
    cfgs.filter_map(|attr| attr.meta.require_list().ok()).map(|list| condition_of(&list.tokens)).collect()
}

/// What stands in a `cfg(…)`.
pub(super) fn condition_of(args: &TokenStream) -> Cfg {
    match syn::parse2::<Meta>(args.clone()) {
        Ok(meta) => predicate(&meta),
        Err(_) => match args.to_string().as_str() {
            "true" => Cfg::Const(true),
            "false" => Cfg::Const(false),
            text => Cfg::Unknown(name(text)),
        },
    }
}

/// A predicate of `cfg`.
pub(super) fn predicate(meta: &Meta) -> Cfg {
    let text = text_of(meta.path());
    match meta {
        Meta::Path(_) => Cfg::Atom(name(&text), None),
        Meta::NameValue(_) => match string_value(meta) {
            Some(value) => Cfg::Atom(name(&text), Some(name(&value))),
            None => Cfg::Unknown(name(&text)),
        },
        Meta::List(list) => {
            let inner: Option<Vec<Cfg>> = split(&list.tokens);
            match (text.as_str(), inner) {
                ("all", Some(inner)) => Cfg::All(inner),
                ("any", Some(inner)) => Cfg::Any(inner),
                ("not", Some(mut inner)) if inner.len() == 1 => Cfg::Not(Box::new(inner.remove(0))),
                _ => Cfg::Unknown(name(&format!("{text}({})", list.tokens))),
            }
        }
    }
}

/// The predicates of a list; `true` and `false` are no attributes to the parser.
fn split(tokens: &TokenStream) -> Option<Vec<Cfg>> {
    let read = |input: syn::parse::ParseStream<'_>| {
        let mut inner = vec![];
        while !input.is_empty() {
            match input.parse::<Option<syn::LitBool>>()? {
                Some(value) => inner.push(Cfg::Const(value.value)),
                None => inner.push(predicate(&input.parse::<Meta>()?)),
            }
            if input.parse::<Option<Token![,]>>()?.is_none() {
                break;
            }
        }
        Ok(inner)
    };
    syn::parse::Parser::parse2(read, tokens.clone()).ok()
}

/// Tokens without what `stringify!` is given in them.
fn without_texts(tokens: TokenStream) -> TokenStream {
    let (mut kept, mut before) = (vec![], [String::new(), String::new()]);
    for token in tokens {
        let is_text = before[0] == "stringify" && before[1] == "!";
        before = [std::mem::take(&mut before[1]), token.to_string()];
        match token {
            TokenTree::Group(_) if is_text => {}
            TokenTree::Group(group) => {
                let inner = Group::new(group.delimiter(), without_texts(group.stream()));
                kept.push(TokenTree::Group(inner));
            }
            token => kept.push(token),
        }
    }
    kept.into_iter().collect()
}
