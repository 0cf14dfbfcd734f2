//! Which calls stand under a limit of time, in the functions of a file.
//!
//! In: the tree of a file, its offset in the text, and the offsets of the calls that are asked about. Out: for each
//! function what a limit is around, what repeats, which calls it makes, and whether it speaks of a limit in another way (an
//! option of a builder, a deadline that is checked); which of the calls go to this machine, and which give a future that the
//! function does not wait for itself. It goes by words: what is called a time-out is one.

mod near;
mod open;

use super::arguments::{Given, given, macro_name};
use super::words::{has_word, is_endless};
use crate::model::Span;
use near::{is_on_this_machine, is_this_machine};
use open::{Local, Open};
use proc_macro2::TokenStream;
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
    /// Whether it is `async`.
    pub is_async: bool,
    /// Whether it goes round until somebody ends it.
    pub endless: bool,
    /// What a limit is around: one of time, or a way to cancel.
    pub bounded: Vec<Span>,
    /// What a time-out is around.
    pub timed: Vec<Span>,
    /// Bodies of loops.
    pub loops: Vec<Span>,
    /// Whether it speaks of a limit beside those.
    pub mentions: bool,
    /// What it calls.
    pub calls: Vec<Call>,
    /// The calls asked about, by offset, whose future it puts into a variable and does not wait for, with the names of what
    /// it gives that to.
    pub pending: Vec<(u32, Vec<String>)>,
}

/// A call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Call {
    /// The last name of what is called.
    pub name: String,
    /// Where that stands.
    pub at: u32,
    /// Whether an argument is an address of this machine, or was made from one.
    pub near: bool,
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

    /// Whether a time-out is around a place.
    pub fn times(&self, at: u32) -> bool {
        self.timed.iter().any(|span| span.start <= at && at < span.end)
    }

    /// Whether a place is in a loop.
    pub fn repeats(&self, at: u32) -> bool {
        self.loops.iter().any(|span| span.start <= at && at < span.end)
    }

    /// Where it calls what has a name.
    pub fn calls_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = u32> + 'a {
        self.calls.iter().filter(move |call| call.name == name).map(|call| call.at)
    }

    /// Whether it calls what has a name, and each time with an address of this machine.
    pub fn goes_near(&self, name: &str) -> bool {
        let mut calls = self.calls.iter().filter(|call| call.name == name).peekable();
        calls.peek().is_some() && calls.all(|call| call.near)
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

fn is_limit(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    word.contains("timeout") || word.contains("deadline") || word.contains("time_limit")
}

fn has_clock(tokens: &TokenStream) -> bool {
    has_word(tokens, &|word| CLOCKS.contains(&word) || is_limit(word))
}

/// The variable that an expression is, borrows, or calls methods on.
fn local_of(value: &Expr) -> Option<String> {
    match value {
        Expr::Reference(inner) => local_of(&inner.expr),
        Expr::Paren(inner) => local_of(&inner.expr),
        Expr::MethodCall(call) => local_of(&call.receiver),
        Expr::Path(path) => path.path.get_ident().map(ToString::to_string),
        _ => None,
    }
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

    fn function(&mut self, sig: &syn::Signature, body: &syn::Block) {
        let (name, is_async) = (self.span(&sig.ident).start, sig.asyncness.is_some());
        let endless = is_endless(&body.to_token_stream());
        let bounds = FnBounds { name, is_async, endless, ..FnBounds::default() };
        self.open.push(Open { bounds, ..Open::default() });
        let quiet = std::mem::take(&mut self.quiet);
        Visit::visit_block(self, body);
        self.quiet = quiet;
        self.found.functions.extend(self.open.pop().map(Open::finish));
    }

    fn bound(&mut self, span: Span, timed: bool) {
        if let Some(open) = self.open.last_mut() {
            open.bounds.bounded.push(span);
            open.bounds.timed.extend(timed.then_some(span));
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

    fn call<'e>(&mut self, name: String, at: u32, args: impl Iterator<Item = &'e Expr>) {
        let Some(open) = self.open.last_mut() else { return };
        let mut near = false;
        for arg in args {
            let tokens = arg.to_token_stream();
            let known = |word: &str| open.locals.iter().any(|local| local.near && local.name == word);
            near |= is_this_machine(&tokens) || has_word(&tokens, &|word| is_on_this_machine(word) || known(word));
            open.given.extend(local_of(arg).map(|local| (local, name.clone())));
        }
        open.bounds.calls.push(Call { name, at, near });
    }

    fn waits_for(&mut self, future: &Expr) {
        if let (Some(open), Some(local)) = (self.open.last_mut(), local_of(future)) {
            open.awaited.insert(local);
        }
    }

    /// A future that is waited for under a limit: it may have been made before.
    fn bound_value(&mut self, value: &Expr, timed: bool) {
        let span = self.span(value);
        self.bound(span, timed);
        if let Some(name) = local_of(value) {
            self.bound_locals(&|local| local == name, timed);
        }
    }

    fn bound_locals(&mut self, named: &dyn Fn(&str) -> bool, timed: bool) {
        if let Some(open) = self.open.last_mut() {
            let made: Vec<Span> =
                open.locals.iter().filter(|local| named(&local.name)).map(|local| local.value).collect();
            open.bounds.timed.extend(made.iter().filter(|_| timed));
            open.bounds.bounded.extend(made);
        }
    }

    /// The call asked about whose future an expression is, and which nobody has waited for in it.
    fn future_of(&self, value: &Expr) -> Option<u32> {
        match value {
            Expr::Paren(inner) => self.future_of(&inner.expr),
            Expr::MethodCall(call) => {
                let own = self.span(&call.method).start;
                if self.wanted.contains(&own) { Some(own) } else { self.future_of(&call.receiver) }
            }
            Expr::Call(call) => {
                let own = self.span(&call.func).start;
                if self.wanted.contains(&own) { Some(own) } else { self.future_of(call.args.first()?) }
            }
            _ => None,
        }
    }

    fn is_near(&mut self, at: u32, call: &dyn ToTokens) {
        if self.wanted.contains(&at) && is_this_machine(&call.to_token_stream()) {
            self.found.near.insert(at);
        }
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
    fn visit_type(&mut self, _: &'ast syn::Type) {}
    fn visit_item_use(&mut self, _: &'ast syn::ItemUse) {}

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(body) = &item.default {
            self.function(&item.sig, body);
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
            let (name, value, of) = (bound.ident.to_string(), self.span(&init.expr), self.future_of(&init.expr));
            let tokens = init.expr.to_token_stream();
            let near = is_this_machine(&tokens) || has_word(&tokens, &is_on_this_machine);
            if let Some(open) = self.open.last_mut() {
                open.locals.push(Local { name, value, near, of });
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
                self.bound_value(arg, is_limit(&name));
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
        self.call(name, at, call.args.iter());
    }

    fn visit_expr_await(&mut self, waiting: &'ast syn::ExprAwait) {
        self.waits_for(&waiting.base);
        visit::visit_expr_await(self, waiting);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let at = self.span(&call.method).start;
        let name = call.method.to_string();
        self.is_near(at, call);
        let first = FIRST.contains(&name.as_str()) || name == "or";
        if is_limit(&name) {
            self.bound_value(&call.receiver, true);
        } else if first && has_clock(&call.to_token_stream()) {
            self.bound_value(&call.receiver, false);
            call.args.iter().for_each(|arg| self.bound_value(arg, false));
        }
        self.call(name, at, call.args.iter());
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
            self.bound(span, is_limit(&name));
            let tokens = &mac.tokens;
            self.bound_locals(&|local| has_word(tokens, &|word| word == local), is_limit(&name));
            self.quiet += 1;
        }
        match given(mac) {
            Some(Given::Exprs(all)) => {
                for expr in &all {
                    if matches!(name.as_str(), "join" | "try_join" | "race") {
                        self.waits_for(expr);
                    }
                    Visit::visit_expr(self, expr);
                }
            }
            Some(Given::Branches(all)) => {
                for (head, handler) in &all {
                    if let Some((_, future, guard)) = head {
                        self.waits_for(future);
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
