//! Which calls stand under a limit of time, in the functions of a file.
//!
//! In: the tree of a file, its offset in the text, and the offsets of the calls that are asked about. Out: for each
//! function what a limit is around, what repeats, which calls it makes, and whether it speaks of a limit in another way (an
//! option of a builder, a deadline that is checked). It goes by words: what is called a time-out is one.

use super::arguments::{Given, given, macro_name};
use super::words::has_word;
use crate::model::Span;
use quote::ToTokens;
use std::collections::BTreeSet;
use syn::Expr;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// What a function says of time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FnBounds {
    /// Where its name stands.
    pub name: u32,
    /// What a limit is around.
    pub bounded: Vec<Span>,
    /// Bodies of loops.
    pub loops: Vec<Span>,
    /// Whether it speaks of a limit beside those.
    pub mentions: bool,
    /// What it calls: the last name, and where that stands.
    pub calls: Vec<(String, u32)>,
}

/// What the functions of a file say of time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bounds {
    /// Its functions, those in others first.
    pub functions: Vec<FnBounds>,
    /// The calls asked about whose peer is this machine, by offset.
    pub near: BTreeSet<u32>,
}

impl FnBounds {
    /// Whether a limit is around a place.
    pub fn bounds(&self, at: u32) -> bool {
        self.bounded.iter().any(|span| span.start <= at && at < span.end)
    }

    /// Whether a place is in a loop.
    pub fn repeats(&self, at: u32) -> bool {
        self.loops.iter().any(|span| span.start <= at && at < span.end)
    }

    /// Where it calls what has a name.
    pub fn calls_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = u32> + 'a {
        self.calls.iter().filter(move |(called, _)| called == name).map(|(_, at)| *at)
    }
}

/// What the functions of a file say of time; `base` is the offset of the tree in the text.
pub fn bounds(tree: &syn::File, base: u32, wanted: &BTreeSet<u32>) -> Bounds {
    let mut finder = Finder { base, wanted, open: vec![], quiet: 0, found: Bounds::default() };
    finder.visit_file(tree);
    finder.found
}

/// Words by which a branch of `select!` ends the others after some time, or when somebody says so.
const CLOCKS: [&str; 12] = [
    "sleep",
    "sleep_until",
    "delay",
    "delay_for",
    "tick",
    "interval",
    "Timer",
    "timer",
    "cancelled",
    "cancel",
    "shutdown",
    "Delay",
];

/// Calls that wait for the first of several.
const FIRST: [&str; 4] = ["select", "race", "first", "select_ok"];

/// Words for this machine.
const NEAR: [&str; 3] = ["localhost", "LOCALHOST", "loopback"];

fn is_limit(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    word.contains("timeout") || word.contains("deadline") || word.contains("time_limit")
}

fn has_clock(tokens: &proc_macro2::TokenStream) -> bool {
    has_word(tokens, &|word| CLOCKS.contains(&word) || is_limit(word))
}

/// A function that is read now.
#[derive(Default)]
struct Open {
    bounds: FnBounds,
    /// What local variables are set to.
    locals: Vec<(String, Span)>,
}

struct Finder<'a> {
    base: u32,
    wanted: &'a BTreeSet<u32>,
    open: Vec<Open>,
    /// Words are not looked at in so many expressions around.
    quiet: u32,
    found: Bounds,
}

impl Finder<'_> {
    fn span(&self, node: impl ToTokens) -> Span {
        let range = node.span().byte_range();
        Span { start: self.base + range.start as u32, end: self.base + range.end as u32 }
    }

    fn function(&mut self, ident: &syn::Ident, body: &syn::Block) {
        let bounds = FnBounds { name: self.span(ident).start, ..FnBounds::default() };
        self.open.push(Open { bounds, locals: vec![] });
        let quiet = std::mem::take(&mut self.quiet);
        Visit::visit_block(self, body);
        self.quiet = quiet;
        self.found.functions.extend(self.open.pop().map(|open| open.bounds));
    }

    fn bound(&mut self, span: Span) {
        if let Some(open) = self.open.last_mut() {
            open.bounds.bounded.push(span);
        }
    }

    fn mention(&mut self) {
        if let Some(open) = self.open.last_mut().filter(|_| self.quiet == 0) {
            open.bounds.mentions = true;
        }
    }

    fn repeat(&mut self, body: &syn::Block) {
        let span = self.span(body);
        if let Some(open) = self.open.last_mut() {
            open.bounds.loops.push(span);
        }
    }

    fn call(&mut self, name: String, at: u32) {
        if let Some(open) = self.open.last_mut() {
            open.bounds.calls.push((name, at));
        }
    }

    /// A future that is waited for under a limit: it may have been made before.
    fn bound_value(&mut self, value: &Expr) {
        let span = self.span(value);
        self.bound(span);
        let mut at = value;
        loop {
            at = match at {
                Expr::Reference(inner) => &inner.expr,
                Expr::Paren(inner) => &inner.expr,
                Expr::MethodCall(call) => &call.receiver,
                _ => break,
            };
        }
        if let Expr::Path(path) = at
            && let Some(ident) = path.path.get_ident()
        {
            let name = ident.to_string();
            self.bound_locals(&|local| local == name);
        }
    }

    fn bound_locals(&mut self, named: &dyn Fn(&str) -> bool) {
        if let Some(open) = self.open.last_mut() {
            let made = open.locals.iter().filter(|(name, _)| named(name)).map(|(_, span)| *span);
            open.bounds.bounded.extend(made);
        }
    }

    fn is_near(&mut self, at: u32, call: &dyn ToTokens) {
        if self.wanted.contains(&at) {
            let tokens = call.to_token_stream();
            let text = tokens.to_string();
            let number = ["127.0.0.1", "0.0.0.0", "[::1]", "\"::1\""].iter().any(|it| text.contains(it));
            if number || has_word(&tokens, &|word| NEAR.contains(&word)) {
                self.found.near.insert(at);
            }
        }
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
    fn visit_type(&mut self, _: &'ast syn::Type) {}
    fn visit_item_use(&mut self, _: &'ast syn::ItemUse) {}

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig.ident, &item.block);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig.ident, &item.block);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(body) = &item.default {
            self.function(&item.sig.ident, body);
        }
    }

    fn visit_ident(&mut self, ident: &'ast syn::Ident) {
        if is_limit(&ident.to_string()) {
            self.mention();
        }
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        let mut pat = &local.pat;
        if let syn::Pat::Type(typed) = pat {
            pat = &typed.pat;
        }
        if let (syn::Pat::Ident(bound), Some(init)) = (pat, &local.init) {
            let made = (bound.ident.to_string(), self.span(&init.expr));
            if let Some(open) = self.open.last_mut() {
                open.locals.push(made);
            }
        }
        visit::visit_local(self, local);
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        let at = self.span(&call.func).start;
        let name = match &*call.func {
            Expr::Path(path) => path.path.segments.last().map(|seg| seg.ident.to_string()),
            _ => None,
        };
        self.is_near(at, call);
        let name = name.unwrap_or_default();
        let first = FIRST.contains(&name.as_str()) && has_clock(&call.args.to_token_stream());
        if is_limit(&name) || first {
            for arg in &call.args {
                self.bound_value(arg);
            }
            if !matches!(name.as_str(), "timeout" | "timeout_at") && !first {
                self.mention();
            }
            // How long it takes at most is an argument of it, and no word on anything else.
            self.quiet += 1;
            call.args.iter().for_each(|arg| self.visit_expr(arg));
            self.quiet -= 1;
        } else {
            visit::visit_expr_call(self, call);
        }
        self.call(name, at);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let at = self.span(&call.method).start;
        let name = call.method.to_string();
        self.is_near(at, call);
        let first = FIRST.contains(&name.as_str()) || name == "or";
        if is_limit(&name) {
            self.bound_value(&call.receiver);
        } else if first && has_clock(&call.to_token_stream()) {
            self.bound_value(&call.receiver);
            call.args.iter().for_each(|arg| self.bound_value(arg));
        }
        self.call(name, at);
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_loop(&mut self, looped: &'ast syn::ExprLoop) {
        self.repeat(&looped.body);
        visit::visit_expr_loop(self, looped);
    }

    fn visit_expr_while(&mut self, looped: &'ast syn::ExprWhile) {
        self.repeat(&looped.body);
        visit::visit_expr_while(self, looped);
    }

    fn visit_expr_for_loop(&mut self, looped: &'ast syn::ExprForLoop) {
        self.repeat(&looped.body);
        visit::visit_expr_for_loop(self, looped);
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        let name = macro_name(mac);
        let waits = matches!(name.as_str(), "select" | "select_biased" | "race") && has_clock(&mac.tokens);
        if waits || is_limit(&name) {
            let span = self.span(mac);
            self.bound(span);
            let tokens = &mac.tokens;
            self.bound_locals(&|local| has_word(tokens, &|word| word == local));
            self.quiet += 1;
        }
        match given(mac) {
            Some(Given::Exprs(all)) => all.iter().for_each(|expr| Visit::visit_expr(self, expr)),
            Some(Given::Branches(all)) => {
                for (head, handler) in &all {
                    if let Some((_, future, guard)) = head {
                        Visit::visit_expr(self, future);
                        guard.iter().for_each(|guard| Visit::visit_expr(self, guard));
                    }
                    Visit::visit_expr(self, handler);
                }
            }
            None if has_word(&mac.tokens, &is_limit) => self.mention(),
            None => {}
        }
        if waits || is_limit(&name) {
            self.quiet -= 1;
        }
    }
}
