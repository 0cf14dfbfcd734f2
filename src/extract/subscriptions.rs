//! Calls that begin and end subscriptions, with what is subscribed to.
//!
//! In: the tree of a file, its offset in the text, and the calls that are known to begin or end one. Out: those, and calls
//! of methods whose names are such a pair, with receiver and key as they are written. A local variable is followed to the
//! literal that it was set to, a constant to its name; what is computed is not known.

mod keys;

use super::arguments::{Given, given};
use crate::model::Span;
use keys::{Scope, keys};
use quote::ToTokens;
use std::collections::BTreeMap;
use syn::Expr;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// What is subscribed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// Text, or a number: what it begins and ends with; not `whole` where something computed stands between.
    Text {
        /// Up to the first computed part.
        prefix: String,
        /// From behind the last computed part; empty where there is none.
        suffix: String,
        /// Whether nothing in it is computed.
        whole: bool,
    },
    /// A variant of an enum: the enum as it is named, and the variant.
    Variant(String, String),
    /// A constant, by its name.
    Constant(String),
    /// Computed.
    Unknown,
}

/// A call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// Where the name of the function stands that it is in.
    pub function: u32,
    /// The name of the call.
    pub at: Span,
    /// What it is called on, without blanks; empty for a function.
    pub receiver: String,
    /// The name that begins a subscription in its pair.
    pub pair: &'static str,
    /// Whether it ends one.
    pub ends: bool,
    /// What it names; empty for all that there is.
    pub keys: Vec<Key>,
    /// How the keys are written.
    pub written: String,
    /// How many parts of the function came before it: what stands in one part follows each other without waiting.
    pub part: u32,
}

/// The names that begin and end a subscription.
const PAIRS: [(&str, &[&str]); 12] = [
    ("subscribe", &["unsubscribe"]),
    ("psubscribe", &["punsubscribe"]),
    ("ssubscribe", &["sunsubscribe"]),
    ("listen", &["unlisten"]),
    ("on", &["off"]),
    ("add_listener", &["remove_listener"]),
    ("add_event_listener", &["remove_event_listener"]),
    ("add_event_listener_with_callback", &["remove_event_listener_with_callback"]),
    ("register", &["unregister", "deregister"]),
    ("join", &["leave"]),
    ("watch", &["unwatch"]),
    ("attach", &["detach"]),
];

/// Names of calls that wait for something to happen.
const WAITING: [&str; 8] = ["next", "recv", "receive", "get_message", "on_message", "into_on_message", "poll", "wait"];

/// Whether a text may hold a call that ends a subscription.
pub fn may_end(text: &str) -> bool {
    PAIRS.iter().any(|(_, ends)| ends.iter().any(|end| text.contains(&format!(".{end}("))))
}

/// The calls; of those in `known`, by offset, it is said whether they end one. `base` is the offset of the tree in the text.
pub fn subscriptions(tree: &syn::File, base: u32, known: &BTreeMap<u32, bool>) -> Vec<Subscription> {
    let mut finder = Finder { base, known, functions: vec![], found: vec![] };
    finder.visit_file(tree);
    finder.found
}

/// A function that is read now.
struct Open {
    name: u32,
    part: u32,
    scope: Scope,
}

struct Finder<'a> {
    base: u32,
    known: &'a BTreeMap<u32, bool>,
    functions: Vec<Open>,
    found: Vec<Subscription>,
}

impl Finder<'_> {
    fn span(&self, node: impl ToTokens) -> Span {
        let range = node.span().byte_range();
        Span { start: self.base + range.start as u32, end: self.base + range.end as u32 }
    }

    fn function(&mut self, ident: &syn::Ident, body: &syn::Block) {
        let name = self.span(ident).start;
        self.functions.push(Open { name, part: 0, scope: Scope::default() });
        Visit::visit_block(self, body);
        self.functions.pop();
    }

    /// What follows does not follow what came before at once, or not at all.
    fn next_part(&mut self) {
        if let Some(open) = self.functions.last_mut() {
            open.part += 1;
        }
    }

    fn note(&mut self, call: Call<'_>) {
        let at = self.span(call.name);
        let known = self.known.get(&call.offset).copied();
        let named = PAIRS.iter().find_map(|(begins, ends)| {
            let is_end = ends.iter().any(|end| call.name == end);
            (is_end || call.name == begins).then_some((*begins, is_end))
        });
        let (pair, ends) = match (named, known) {
            (Some((pair, _)), Some(ends)) => (pair, ends),
            (None, Some(ends)) => ("subscribe", ends),
            (Some(named), None) if call.receiver.is_some() => named,
            _ => return,
        };
        let Some(open) = self.functions.last() else { return };
        let receiver = call.receiver.map(|receiver| spelled(strip(receiver))).unwrap_or_default();
        // Of a method of a pair the key comes first; a function may be handed the connection before it.
        let all: Vec<Vec<Key>> = call.args.iter().map(|arg| keys(arg, &open.scope)).collect();
        let is_known = |keys: &Vec<Key>| !keys.contains(&Key::Unknown);
        let row = if call.receiver.is_some() { 0 } else { all.iter().position(is_known).unwrap_or(0) };
        let written = call.args.iter().nth(row).map(spelled).unwrap_or_default();
        let keys = all.into_iter().nth(row).unwrap_or_default();
        let (function, part) = (open.name, open.part);
        self.found.push(Subscription { function, at, receiver, pair, ends, keys, written, part });
    }
}

/// A call as it is written.
struct Call<'a> {
    name: &'a syn::Ident,
    /// Where the table of known calls has it.
    offset: u32,
    receiver: Option<&'a Expr>,
    args: &'a syn::punctuated::Punctuated<Expr, syn::Token![,]>,
}

/// An expression without what only borrows or waits for it.
fn strip(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(inner) => strip(&inner.expr),
        Expr::Group(inner) => strip(&inner.expr),
        Expr::Reference(inner) => strip(&inner.expr),
        Expr::Await(inner) => strip(&inner.base),
        Expr::Try(inner) => strip(&inner.expr),
        other => other,
    }
}

fn spelled(expr: &Expr) -> String {
    expr.to_token_stream().to_string().split_whitespace().collect()
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
    fn visit_type(&mut self, _: &'ast syn::Type) {}

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

    fn visit_local(&mut self, local: &'ast syn::Local) {
        visit::visit_local(self, local);
        if let Some(open) = self.functions.last_mut() {
            open.scope.set(local);
        }
    }

    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        visit::visit_expr_assign(self, assign);
        if let Some(open) = self.functions.last_mut() {
            open.scope.forget(&assign.left);
        }
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        visit::visit_expr_method_call(self, call);
        if WAITING.iter().any(|name| call.method == name) {
            self.next_part();
        }
        let offset = self.span(&call.method).start;
        self.note(Call { name: &call.method, offset, receiver: Some(&call.receiver), args: &call.args });
    }

    /// Whoever waits for something else lets time pass.
    fn visit_expr_await(&mut self, wait: &'ast syn::ExprAwait) {
        visit::visit_expr_await(self, wait);
        let name = match strip(&wait.base) {
            Expr::MethodCall(call) => Some(&call.method),
            Expr::Call(call) => match &*call.func {
                Expr::Path(path) => path.path.segments.last().map(|seg| &seg.ident),
                _ => None,
            },
            _ => None,
        };
        let is_of_pair = |name: &&syn::Ident| {
            PAIRS.iter().any(|(begins, ends)| *name == begins || ends.iter().any(|end| *name == end))
        };
        if name.is_some_and(|name| !is_of_pair(&name)) {
            self.next_part();
        }
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        visit::visit_expr_call(self, call);
        let offset = self.span(&call.func).start;
        if let Expr::Path(path) = &*call.func
            && let Some(seg) = path.path.segments.last()
        {
            self.note(Call { name: &seg.ident, offset, receiver: None, args: &call.args });
        }
    }

    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        self.next_part();
        visit::visit_expr_closure(self, closure);
        self.next_part();
    }

    fn visit_expr_async(&mut self, block: &'ast syn::ExprAsync) {
        self.next_part();
        visit::visit_expr_async(self, block);
        self.next_part();
    }

    fn visit_expr_loop(&mut self, looped: &'ast syn::ExprLoop) {
        self.next_part();
        visit::visit_expr_loop(self, looped);
        self.next_part();
    }

    fn visit_expr_while(&mut self, looped: &'ast syn::ExprWhile) {
        self.next_part();
        visit::visit_expr_while(self, looped);
        self.next_part();
    }

    fn visit_expr_for_loop(&mut self, looped: &'ast syn::ExprForLoop) {
        self.next_part();
        visit::visit_expr_for_loop(self, looped);
        self.next_part();
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        self.next_part();
        visit::visit_arm(self, arm);
        self.next_part();
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        match given(mac) {
            Some(Given::Exprs(all)) => all.iter().for_each(|expr| Visit::visit_expr(self, expr)),
            Some(Given::Branches(all)) => {
                for (head, handler) in &all {
                    self.next_part();
                    head.iter().for_each(|(_, future, _)| Visit::visit_expr(self, future));
                    Visit::visit_expr(self, handler);
                }
                self.next_part();
            }
            None => {}
        }
    }
}
