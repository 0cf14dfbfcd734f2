//! Macro calls and macro definitions.
//!
//! What a macro of the catalogue takes is read like code; of any other the names in its tokens are kept.

use super::{Lower, arguments::branches, attrs::text_of, tokens::punct};
use crate::catalog::MacroForm;
use crate::facts::body::{Arm, Body, MacroCall, TokenRole};
use crate::facts::{Expr, ExprId, body::Lit};
use crate::model::{DefKind, Span};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Token, punctuated::Punctuated};

impl Lower<'_> {
    pub(super) fn call_span(&self, mac: &syn::Macro) -> Span {
        let close = match &mac.delimiter {
            syn::MacroDelimiter::Paren(it) => it.span.close(),
            syn::MacroDelimiter::Brace(it) => it.span.close(),
            syn::MacroDelimiter::Bracket(it) => it.span.close(),
        };
        self.span(mac.bang_token.span).to(self.span(close))
    }

    /// A call that stands among items, with its attributes, path and semicolon.
    pub(super) fn call_among_items(&self, mac: &syn::Macro, attrs: &[syn::Attribute], semi: Option<Token![;]>) -> Span {
        let first = match (&mac.path.leading_colon, mac.path.segments.first()) {
            (Some(colon), _) => colon.spans[0],
            (None, Some(seg)) => seg.ident.span(),
            (None, None) => mac.bang_token.span,
        };
        let end = semi.map_or(mac.bang_token.span, |semi| semi.span);
        self.call_span(mac).to(self.item_span(attrs, None, first, end))
    }

    pub(super) fn form(&self, mac: &syn::Macro) -> Option<MacroForm> {
        let name = mac.path.segments.last()?.ident.to_string();
        let Some(first) = mac.path.segments.first().filter(|_| mac.path.segments.len() > 1) else {
            return self.catalog.macro_form(&name);
        };
        let first = first.ident.to_string();
        let own = matches!(first.as_str(), "crate" | "self" | "super")
            || self.own_macros.crates.iter().any(|krate| *krate == first.as_str());
        // `log::debug!` is that of the crate, whatever macros the workspace has.
        if own { self.catalog.macro_form(&name) } else { self.catalog.foreign_macro_form(&name) }
    }

    /// A call in an expression.
    pub(super) fn macro_call(&mut self, mac: &syn::Macro) -> ExprId {
        let form = self.form(mac);
        match if form.is_none() { self.expanded_stmts(mac) } else { None } {
            Some(all) => {
                let args = all.into_iter().map(|stmts| self.expanded_value(mac, stmts)).collect();
                self.expanded_call(mac, args)
            }
            None => self.call_of_form(mac, form),
        }
    }

    pub(super) fn expanded_call(&mut self, mac: &syn::Macro, args: Vec<ExprId>) -> ExprId {
        let path = self.path(&mac.path);
        let path = self.add_path(path);
        let call = MacroCall { path, args, tokens: vec![], span: self.call_span(mac), expanded: true };
        self.add_expr(Expr::Macro(Box::new(call)))
    }

    /// A call that is not expanded: its arguments are read as far as the form of the macro is known.
    pub(super) fn call_of_form(&mut self, mac: &syn::Macro, form: Option<MacroForm>) -> ExprId {
        let path = self.path(&mac.path);
        let path = self.add_path(path);
        let mut call = MacroCall { path, args: vec![], tokens: vec![], span: self.call_span(mac), expanded: false };
        self.file_reading(mac);
        let understood = match form {
            Some(MacroForm::Expressions) => self.expression_args(&mac.tokens, &mut call),
            Some(MacroForm::Fields) => self.field_args(&mac.tokens, &mut call),
            Some(MacroForm::Matches) => self.matches_args(&mac.tokens, &mut call),
            Some(MacroForm::Select) => self.select_args(&mac.tokens, &mut call),
            Some(MacroForm::Statics) => self.statics(mac),
            Some(MacroForm::Names) => true,
            Some(MacroForm::Items) | None => false,
        };
        if !understood {
            self.scan(mac.tokens.clone(), false, &mut call.tokens);
            self.items_in_tokens(&mac.tokens, false);
        }
        if form.is_none() {
            self.members_in_rules(mac, &mut call.tokens);
        }
        self.given(&text_of(&mac.path), &mac.tokens, &mut call.tokens);
        self.add_expr(Expr::Macro(Box::new(call)))
    }

    pub(super) fn unknown_macro_tokens(&mut self, mac: &syn::Macro) {
        let path = self.path(&mac.path);
        if let Some(seg) = path.segs.last() {
            self.token(seg.name, path.span, TokenRole::Macro);
        }
        self.unknown_tokens(&mac.tokens);
        let mut names = vec![];
        self.given(&text_of(&mac.path), &mac.tokens, &mut names);
        self.body.tokens.append(&mut names);
    }

    /// `include!("x.rs")`, `include_str!("x")`.
    fn file_reading(&mut self, mac: &syn::Macro) {
        if mac.path.segments.last().is_none_or(|seg| seg.ident != "include") {
            return;
        }
        let plain = syn::parse2::<syn::LitStr>(mac.tokens.clone()).map(|path| path.value());
        if let Some(path) = plain.ok().or_else(|| made_path(&mac.tokens)) {
            let span = self.call_span(mac);
            self.include(path, crate::facts::IncludeKind::Code, span);
        }
    }

    /// `a, b, name = c` as in `format!`; also `[value; count]` of `vec!`.
    fn expression_args(&mut self, tokens: &TokenStream, call: &mut MacroCall) -> bool {
        let list = Punctuated::<syn::Expr, Token![,]>::parse_terminated;
        let repeat = |input: ParseStream<'_>| {
            let value = input.parse::<syn::Expr>()?;
            input.parse::<Token![;]>()?;
            Ok([value, input.parse::<syn::Expr>()?])
        };
        let args: Vec<syn::Expr> = if let Ok(args) = list.parse2(tokens.clone()) {
            args.into_iter().collect()
        } else if let Ok(args) = repeat.parse2(tokens.clone()) {
            args.into()
        } else {
            return false;
        };
        let given: Vec<_> = args.iter().filter_map(argument_name).collect();
        for arg in &args {
            let value = match arg {
                syn::Expr::Assign(named) if matches!(&*named.left, syn::Expr::Path(_)) => &named.right,
                other => other,
            };
            self.captured(value, &given, call);
            let value = self.operand(value);
            call.args.push(value);
        }
        true
    }

    /// What a format string captures, but for what the call gives it by name.
    pub(super) fn captured(&mut self, value: &syn::Expr, given: &[crate::model::Name], call: &mut MacroCall) {
        let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = value else { return };
        let said = text.value();
        // Only what stands in braces is captured.
        if said.contains('{') {
            let span = self.span(text.span());
            self.scan_literal(&format!("\"{said}\""), span, false, &mut call.tokens);
            call.tokens.retain(|token| !token.path.iter().any(|name| given.contains(name)));
        }
    }

    /// `matches!(value, pattern if guard)`.
    fn matches_args(&mut self, tokens: &TokenStream, call: &mut MacroCall) -> bool {
        let read = |input: ParseStream<'_>| {
            let value = input.parse::<syn::Expr>()?;
            input.parse::<Token![,]>()?;
            let pat = input.call(syn::Pat::parse_multi_with_leading_vert)?;
            let guard = match input.parse::<Option<Token![if]>>()? {
                Some(_) => Some(input.parse::<syn::Expr>()?),
                None => None,
            };
            input.parse::<Option<Token![,]>>()?;
            let rest = input.parse::<TokenStream>()?;
            Ok((value, pat, guard, rest))
        };
        let Ok((value, pat, guard, rest)) = read.parse2(tokens.clone()) else { return false };
        let value = self.expr(&value);
        let pat = self.pat(&pat);
        let guard = guard.as_ref().map(|guard| self.expr(guard));
        let body = self.add_expr(Expr::Lit(Lit::Bool));
        let value = self.add_expr(Expr::Match(value, Box::new([Arm { pat, guard, body }])));
        call.args.push(value);
        self.scan(rest, false, &mut call.tokens);
        true
    }

    /// `select! { pattern = future, if guard => handler, else => handler }`.
    fn select_args(&mut self, tokens: &TokenStream, call: &mut MacroCall) -> bool {
        let Some(branches) = branches(tokens) else { return false };
        for (head, handler) in branches {
            let Some((pat, future, guard)) = head else {
                let handler = self.expr(&handler);
                call.args.push(handler);
                continue;
            };
            let future = self.expr(&future);
            let value = self.add_expr(Expr::Await(future));
            let guard = guard.as_ref().map(|guard| self.expr(guard));
            let pat = self.pat(&pat);
            let body = self.expr(&handler);
            let value = self.add_expr(Expr::Match(value, Box::new([Arm { pat, guard, body }])));
            call.args.push(value);
        }
        true
    }

    /// `static ref NAME: T = value;` of `lazy_static!`, and `thread_local!`.
    fn statics(&mut self, mac: &syn::Macro) -> bool {
        let plain = without_ref(mac.tokens.clone());
        // The last declaration of `thread_local!` may go without its semicolon.
        let closed: TokenStream = plain.clone().into_iter().chain([semicolon()]).collect();
        let Ok(mut file) = syn::parse2::<syn::File>(plain).or_else(|_| syn::parse2::<syn::File>(closed)) else {
            return false;
        };
        if mac.path.segments.last().is_some_and(|last| last.ident == "thread_local") {
            file.items.iter_mut().for_each(with_key);
        }
        self.items(&file.items);
        true
    }

    /// A macro definition or a call between items.
    pub(super) fn macro_item(&mut self, item: &syn::ItemMacro) {
        if let Some(ident) = &item.ident {
            self.macro_definition(item, ident);
            return;
        }
        self.file_reading(&item.mac);
        let path = self.path(&item.mac.path);
        let span = self.call_span(&item.mac).to(path.span);
        let attrs = self.attrs(&item.attrs, None);
        let first = self.facts.defs.len();
        let mut tokens = std::mem::take(&mut self.body.tokens);
        if let Some(seg) = path.segs.last() {
            let form = self.form(&item.mac);
            let whole = self.call_among_items(&item.mac, &item.attrs, item.semi_token);
            let expanded = form.is_none() && self.expanded_items(&item.mac, whole);
            // Its words may name modules.
            self.hides |= expanded || self.expanding > 0;
            match form {
                _ if expanded => {}
                Some(MacroForm::Statics) if self.statics(&item.mac) => {}
                Some(MacroForm::Items) if self.conditional_items(&item.mac.tokens) => {}
                Some(MacroForm::Items) if self.items_in_tokens(&item.mac.tokens, true) => {}
                Some(MacroForm::Names) => {}
                _ => {
                    self.scan(item.mac.tokens.clone(), false, &mut tokens);
                    self.given(&text_of(&item.mac.path), &item.mac.tokens, &mut tokens);
                    self.items_in_tokens(&item.mac.tokens, false);
                    self.modules_of_words(&item.mac.tokens);
                    self.named_documentation(&item.mac.tokens);
                }
            }
            let name = seg.name;
            let call = MacroCall { path: 0, args: vec![], tokens, span, expanded };
            let exprs = vec![Expr::Macro(Box::new(call))];
            let body = Body { exprs, paths: vec![path], value: Some(0), ..Body::default() };
            let call = self.anonymous(name.as_str(), span, body);
            self.facts.defs[call as usize].from_macro = true;
        }
        for def in &mut self.facts.defs[first..] {
            def.attrs.cfg.extend(attrs.cfg.iter().cloned());
        }
    }

    fn macro_definition(&mut self, item: &syn::ItemMacro, ident: &syn::Ident) {
        let end = match (&item.mac.delimiter, &item.semi_token) {
            (_, Some(semi)) => semi.span,
            (syn::MacroDelimiter::Brace(brace), None) => brace.span.close(),
            (syn::MacroDelimiter::Paren(it), None) => it.span.close(),
            (syn::MacroDelimiter::Bracket(it), None) => it.span.close(),
        };
        let keyword = item.mac.path.segments.first().map_or(ident.span(), |seg| seg.ident.span());
        let span = self.item_span(&item.attrs, None, keyword, end);
        let vis = syn::Visibility::Inherited;
        let def = self.named(DefKind::Macro, ident, span, &vis, &item.attrs);
        self.enter_in_scope(def);
        self.template(def, ident, span, &item.mac.tokens);
        let exported = item.attrs.iter().any(|attr| attr.path().is_ident("macro_export"));
        self.facts.defs[def as usize].data = crate::facts::DefData::Macro { exported };
    }

    /// What the rules of a macro name: it counts where a call is not expanded.
    fn template(&mut self, def: u32, ident: &syn::Ident, span: Span, tokens: &TokenStream) {
        let owner = self.owner.replace(def);
        let outer = std::mem::replace(&mut self.from_macro, true);
        let name = Self::name(ident);
        let ident = (name, self.ident_span(ident, name));
        let template = self.define(DefKind::Template, ident, span, crate::facts::Vis::Inherited, Default::default());
        self.within(template, |lower| lower.unknown_tokens(tokens));
        self.from_macro = outer;
        self.owner = owner;
    }

    /// Reads tokens as items if they are items, as a whole or in braces; `transparent` if the macro gives them back
    /// unchanged. Returns whether all of the tokens were understood.
    fn items_in_tokens(&mut self, tokens: &TokenStream, transparent: bool) -> bool {
        let (outer, making) = (self.from_macro, self.making);
        if !transparent {
            self.from_macro = true;
            self.making = None;
        }
        let understood = self.try_items(tokens, 0);
        self.from_macro = outer;
        self.making = making;
        understood
    }

    fn try_items(&mut self, tokens: &TokenStream, depth: u32) -> bool {
        if depth > 4 || !has_item_keyword(tokens) {
            return false;
        }
        if let Ok(file) = syn::parse2::<syn::File>(tokens.clone())
            && !file.items.is_empty()
            && file.items.iter().all(|item| !matches!(item, syn::Item::Verbatim(_)))
        {
            let body = std::mem::take(&mut self.body);
            self.items(&file.items);
            self.body = body;
            return true;
        }
        let mut found = false;
        for tree in tokens.clone() {
            if let TokenTree::Group(group) = tree
                && group.delimiter() == Delimiter::Brace
            {
                found |= self.try_items(&group.stream(), depth + 1);
            }
        }
        found
    }
}

/// The path of `concat!(env!("CARGO_MANIFEST_DIR"), "/a", "/b.rs")`, with the variable for the folder of the package.
fn made_path(tokens: &TokenStream) -> Option<String> {
    let text = tokens.to_string();
    let rest = text.strip_prefix("concat")?.split_once("CARGO_MANIFEST_DIR")?.1;
    let parts: Vec<&str> = rest.split('"').skip(2).step_by(2).collect();
    (!parts.is_empty()).then(|| format!("$CARGO_MANIFEST_DIR{}", parts.concat()))
}

/// The name of `name = value`, which a format string takes before anything in scope.
fn argument_name(arg: &syn::Expr) -> Option<crate::model::Name> {
    let syn::Expr::Assign(named) = arg else { return None };
    let syn::Expr::Path(path) = &*named.left else { return None };
    path.path.get_ident().map(Lower::name)
}

/// What `thread_local!` declares is a key to a value of the type that is written.
fn with_key(item: &mut syn::Item) {
    let syn::Item::Static(item) = item else { return };
    let ty = &item.ty;
    let key = quote::quote_spanned!(item.ident.span()=> ::std::thread::LocalKey<#ty>);
    if let Ok(key) = syn::parse2(key) {
        *item.ty = key;
    }
}

fn semicolon() -> TokenTree {
    proc_macro2::Punct::new(';', proc_macro2::Spacing::Alone).into()
}

/// Words that start an item.
const STARTS: [&str; 11] = ["fn", "mod", "struct", "enum", "impl", "trait", "use", "const", "static", "type", "extern"];

/// Whether a word that starts an item stands directly in the tokens or in braces.
fn has_item_keyword(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|tree| match tree {
        TokenTree::Ident(ident) => STARTS.iter().any(|start| ident == *start),
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace && has_item_keyword(&group.stream()),
        _ => false,
    })
}

/// `static ref X` without its `ref`.
fn without_ref(tokens: TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let keep = |at: &usize| {
        let is_ref = matches!(&trees[*at], TokenTree::Ident(ident) if *ident == "ref");
        let after = at.checked_sub(1).map(|at| trees[at].to_string());
        !(is_ref && after.as_deref() == Some("static")) || punct(&trees, *at).is_some()
    };
    (0..trees.len()).filter(keep).map(|at| trees[at].clone()).collect()
}
