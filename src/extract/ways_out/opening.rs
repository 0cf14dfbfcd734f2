//! What opens, what closes, and what has come from a connection: the questions that one expression answers.

use super::{Meaning, Walk};
use crate::extract::words::{has_word, is_endless};
use crate::model::Span;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::visit::Visit;
use syn::{Expr, Pat};

/// Methods that hand a result on, or take the success out of it.
const HANDING: [&str; 10] = [
    "context",
    "with_context",
    "wrap_err",
    "wrap_err_with",
    "map_err",
    "expect",
    "unwrap",
    "unwrap_or_else",
    "instrument",
    "timeout",
];

/// Words in patterns and conditions that mean: it failed, or is at its end.
const FAILURES: [&str; 10] = [
    "Err",
    "None",
    "Close",
    "Closed",
    "ConnectionClosed",
    "is_close",
    "is_closed",
    "is_err",
    "is_none",
    "is_terminated",
];

/// Parts of the names of what closes a connection.
const CLOSING: [&str; 5] = ["close", "shutdown", "disconnect", "hang_up", "terminate"];
/// Names of what closes a connection.
const ENDS: [&str; 6] = ["quit", "stop", "goodbye", "logout", "finish", "end"];
/// Methods after which somebody else has the connection, or the means to end a task.
const LEAVING: [&str; 9] =
    ["split", "forward", "fuse", "boxed", "map", "compat", "abort_handle", "reunite", "on_upgrade"];

/// Whether something of that name closes a connection or, for a task, ends it.
pub(super) fn is_closing(name: &str, task: bool) -> bool {
    let closes = CLOSING.iter().any(|part| name.contains(part)) || ENDS.contains(&name);
    let asks = name.starts_with("is_") || name.starts_with("on_") || name.starts_with("wait_");
    if task { matches!(name, "abort" | "cancel") } else { closes && !asks }
}

/// Whether a method takes its receiver away.
pub(super) fn is_leaving(name: &str) -> bool {
    name.starts_with("into_") || LEAVING.contains(&name)
}

/// Whether tokens speak of a failure or of an end.
pub(super) fn speaks_of_failure(tokens: &TokenStream) -> bool {
    has_word(tokens, &|word| FAILURES.contains(&word))
}

/// Whether a pattern takes failures, or whatever is left.
pub(super) fn takes_failure(pat: &Pat) -> bool {
    match pat {
        Pat::Wild(_) => true,
        Pat::Ident(bound) => bound.subpat.is_none(),
        Pat::Paren(inner) => takes_failure(&inner.pat),
        Pat::Guard(inner) => takes_failure(&inner.pat),
        other => speaks_of_failure(&other.to_token_stream()),
    }
}

/// The variable that takes the connection out of what opening it gives.
fn holder(pat: &Pat) -> Option<&syn::Ident> {
    match pat {
        Pat::Ident(bound) => Some(&bound.ident),
        Pat::Type(typed) => holder(&typed.pat),
        Pat::Paren(inner) => holder(&inner.pat),
        Pat::Tuple(list) => holder(list.elems.first()?),
        Pat::TupleStruct(made) => holder(made.elems.first()?),
        _ => None,
    }
}

/// What opens a connection or starts a task.
pub(super) struct Opened {
    /// The call that opens a connection, by offset; `None` for a task.
    of: Option<u32>,
    /// The call.
    at: Span,
    /// The function that a task runs.
    runs: Option<String>,
}

impl Opened {
    fn connection(at: Span) -> Self {
        Opened { of: Some(at.start), at, runs: None }
    }
}

/// Names that a pattern binds.
struct Bound(Vec<String>);

impl<'ast> Visit<'ast> for Bound {
    fn visit_pat_ident(&mut self, bound: &'ast syn::PatIdent) {
        self.0.push(bound.ident.to_string());
        syn::visit::visit_pat_ident(self, bound);
    }
}

impl Walk<'_> {
    /// The call that opens a connection or starts a task, whose success an expression is.
    pub(super) fn opened(&self, expr: &Expr) -> Option<Opened> {
        match expr {
            Expr::Try(inner) => self.opened(&inner.expr),
            Expr::Await(inner) => self.opened(&inner.base),
            Expr::Paren(inner) => self.opened(&inner.expr),
            Expr::Group(inner) => self.opened(&inner.expr),
            Expr::Field(inner) => self.opened(&inner.base),
            Expr::Match(choice) => self.opened(&choice.expr),
            Expr::MethodCall(call) => {
                let at = self.span(&call.method);
                let opens = self.asked.opens.contains(&at.start);
                let handed = HANDING.iter().any(|name| call.method == name);
                if opens { Some(Opened::connection(at)) } else { self.opened(&call.receiver).filter(|_| handed) }
            }
            Expr::Call(call) => {
                let at = self.span(&call.func);
                let names = path_names(&call.func);
                let last = names.last().map(String::as_str).unwrap_or_default();
                let thread = names.iter().any(|name| matches!(name.as_str(), "thread" | "rayon"));
                if self.asked.opens.contains(&at.start) {
                    Some(Opened::connection(at))
                } else if last.contains("timeout") {
                    call.args.iter().find_map(|arg| self.opened(arg))
                } else {
                    let task = matches!(last, "spawn" | "spawn_local") && !thread;
                    let is_told = has_word(&call.args.to_token_stream(), &tells_to_end);
                    let runs = call.args.iter().find_map(endless).filter(|_| task && !is_told)?;
                    Some(Opened { of: None, at, runs })
                }
            }
            _ => None,
        }
    }

    /// The connection that goes over to the names of a `let` as a whole: `let stream = stream`, `socket.split()`.
    pub(super) fn handed_over(&self, expr: &Expr) -> Option<usize> {
        match expr {
            Expr::Path(_) => self.held_by(expr),
            Expr::Paren(inner) => self.handed_over(&inner.expr),
            Expr::MethodCall(call) if matches!(call.method.to_string().as_str(), "split" | "into_split" | "fuse") => {
                let is_name = matches!(&*call.receiver, Expr::Path(_));
                self.held_by(&call.receiver).filter(|_| is_name)
            }
            _ => None,
        }
    }

    /// The connections and tasks that tokens name, or name something of.
    pub(super) fn mentioned(&self, tokens: &TokenStream) -> Vec<usize> {
        let rows = self.names.iter().filter_map(|(name, meaning)| match meaning {
            Meaning::Held(row) | Meaning::From(row) => has_word(tokens, &|word| word == name).then_some(*row),
            Meaning::Other => None,
        });
        let mut rows: Vec<usize> = rows.collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    /// What an expression is made from.
    pub(super) fn source(&self, expr: &Expr) -> Meaning {
        let rows = self.mentioned(&expr.to_token_stream());
        rows.first().map_or(Meaning::Other, |row| Meaning::From(*row))
    }

    /// Whether an expression fails because the connection does, or is the task itself.
    pub(super) fn is_own(&self, expr: &Expr, row: usize) -> bool {
        match expr {
            Expr::Try(inner) => self.is_own(&inner.expr, row),
            Expr::Await(inner) => self.is_own(&inner.base, row),
            Expr::Paren(inner) => self.is_own(&inner.expr, row),
            Expr::Group(inner) => self.is_own(&inner.expr, row),
            Expr::Reference(inner) => self.is_own(&inner.expr, row),
            Expr::Field(inner) => self.is_own(&inner.base, row),
            Expr::Path(path) => {
                let name = path.path.get_ident().map(ToString::to_string).unwrap_or_default();
                matches!(self.meaning(&name), Meaning::Held(of) | Meaning::From(of) if of == row)
            }
            Expr::MethodCall(call) => {
                self.is_own(&call.receiver, row) || call.args.iter().any(|arg| self.touches(arg, row))
            }
            Expr::Call(call) => call.args.iter().any(|arg| self.touches(arg, row)),
            Expr::Macro(call) => self.mentioned(&call.mac.tokens).contains(&row),
            _ => false,
        }
    }

    /// Whether an argument is the connection, or what waits for it.
    fn touches(&self, arg: &Expr, row: usize) -> bool {
        match arg {
            Expr::MethodCall(call) => self.touches(&call.receiver, row),
            Expr::Call(call) => call.args.iter().any(|arg| self.touches(arg, row)),
            Expr::Await(inner) => self.touches(&inner.base, row),
            other => self.held_by(other) == Some(row),
        }
    }

    /// Gives the names of a pattern a meaning.
    pub(super) fn bind(&mut self, pat: &Pat, meaning: Meaning) {
        let mut bound = Bound(vec![]);
        bound.visit_pat(pat);
        self.names.extend(bound.0.into_iter().map(|name| (name, meaning)));
    }

    /// Lets the first name of a pattern hold what was opened.
    pub(super) fn hold(&mut self, pat: &Pat, opened: Opened) {
        self.bind(pat, Meaning::Other);
        if let Some(ident) = holder(pat) {
            let name = ident.to_string();
            self.names.push((name.clone(), Meaning::Held(self.held.len())));
            let Opened { of, at, runs } = opened;
            self.held.push(super::Held { name, of, runs, open: at, closes: vec![], exits: vec![] });
            self.open.push(true);
        }
    }
}

/// Words for the means to end a task: a token, a channel, a flag.
fn tells_to_end(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    ["cancel", "shutdown", "token", "stop", "quit"].iter().any(|part| word.contains(part))
}

/// The name of the function whose future a task is, which may be endless, or nothing for a block that is.
fn endless(task: &Expr) -> Option<Option<String>> {
    match task {
        Expr::Async(block) => is_endless(&block.block.to_token_stream()).then_some(None),
        Expr::MethodCall(call) if call.method == "instrument" || call.method == "in_current_span" => {
            endless(&call.receiver)
        }
        Expr::Call(call) => path_names(&call.func).pop().map(Some),
        Expr::MethodCall(call) => Some(Some(call.method.to_string())),
        _ => None,
    }
}

/// The names of a path.
pub(super) fn path_names(expr: &Expr) -> Vec<String> {
    match expr {
        Expr::Path(path) => path.path.segments.iter().map(|seg| seg.ident.to_string()).collect(),
        _ => vec![],
    }
}
