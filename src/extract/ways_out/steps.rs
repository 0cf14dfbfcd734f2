//! The walk itself: expressions and statements in the order in which they run. Each step says whether the next is reached.

use super::opening::{is_closing, is_leaving, path_names, speaks_of_failure, takes_failure};
use super::{Exit, Meaning, Walk};
use crate::extract::arguments::{Branch, Given, given, macro_name};
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{BinOp, Block, Expr, Pat, Stmt};

/// Macros that only look at what they are given.
const LOOKING: [&str; 25] = [
    "println",
    "eprintln",
    "print",
    "eprint",
    "format",
    "format_args",
    "write",
    "writeln",
    "trace",
    "debug",
    "info",
    "warn",
    "error",
    "log",
    "event",
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "matches",
    "span",
    "info_span",
    "debug_span",
];

/// Macros after which nothing runs.
const ENDING: [&str; 4] = ["panic", "unreachable", "todo", "unimplemented"];

impl Walk<'_> {
    pub(super) fn block(&mut self, block: &Block) -> bool {
        let (names, held) = (self.names.len(), self.held.len());
        let goes_on = block.stmts.iter().all(|stmt| self.stmt(stmt));
        self.names.truncate(names);
        // What was opened in it is dropped with it.
        self.open.iter_mut().skip(held).for_each(|open| *open = false);
        goes_on
    }

    fn stmt(&mut self, stmt: &Stmt) -> bool {
        match stmt {
            Stmt::Local(local) => self.local(local),
            Stmt::Item(_) => true,
            Stmt::Expr(expr, _) => self.expr(expr),
            Stmt::Macro(call) => self.call_of_macro(&call.mac),
        }
    }

    fn local(&mut self, local: &syn::Local) -> bool {
        let Some(init) = &local.init else {
            self.bind(&local.pat, Meaning::Other);
            return true;
        };
        if let Some(row) = self.handed_over(&init.expr) {
            self.bind(&local.pat, Meaning::Held(row));
            return true;
        }
        let opened = self.opened(&init.expr);
        let source = self.source(&init.expr);
        if !self.expr(&init.expr) {
            return false;
        }
        if let Some((_, otherwise)) = &init.diverge {
            let failing = self.mentioned(&init.expr.to_token_stream());
            let before = self.open.clone();
            self.branch(&before, &mut None, &failing, |walk| walk.expr(otherwise));
            self.restore(before);
        }
        match opened {
            Some(opened) => self.hold(&local.pat, opened),
            None => self.bind(&local.pat, source),
        }
        true
    }

    pub(super) fn expr(&mut self, expr: &Expr) -> bool {
        match expr {
            Expr::Path(_) => {
                self.held_by(expr).into_iter().for_each(|row| self.lose(row));
                true
            }
            Expr::Reference(inner) => {
                // A task that somebody waits for may have come to its end there.
                let task = self.held_by(&inner.expr).filter(|row| inner.mutability.is_some() && self.is_task(*row));
                task.into_iter().for_each(|row| self.lose(row));
                self.looked_at(&inner.expr)
            }
            Expr::RawAddr(inner) => self.looked_at(&inner.expr),
            Expr::Unary(inner) => self.looked_at(&inner.expr),
            Expr::Field(inner) => self.looked_at(&inner.base),
            Expr::Index(inner) => self.looked_at(&inner.expr) && self.expr(&inner.index),
            Expr::Paren(inner) => self.expr(&inner.expr),
            Expr::Group(inner) => self.expr(&inner.expr),
            Expr::Cast(inner) => self.expr(&inner.expr),
            Expr::Await(inner) => self.expr(&inner.base),
            Expr::Repeat(inner) => self.expr(&inner.expr),
            Expr::Yield(inner) => inner.expr.iter().all(|value| self.expr(value)),
            Expr::Array(list) => list.elems.iter().all(|elem| self.expr(elem)),
            Expr::Tuple(list) => list.elems.iter().all(|elem| self.expr(elem)),
            Expr::Struct(made) => {
                made.fields.iter().all(|field| self.expr(&field.expr)) && made.rest.iter().all(|rest| self.expr(rest))
            }
            Expr::Range(range) => range.start.iter().chain(&range.end).all(|end| self.expr(end)),
            Expr::Let(binding) => {
                let source = self.source(&binding.expr);
                let goes_on = self.expr(&binding.expr);
                self.bind(&binding.pat, source);
                goes_on
            }
            Expr::Unsafe(inner) => self.block(&inner.block),
            Expr::Const(inner) => self.block(&inner.block),
            Expr::TryBlock(inner) => self.block(&inner.block),
            Expr::MethodCall(call) => self.method(call),
            Expr::Call(call) => self.call(call),
            Expr::Macro(call) => self.call_of_macro(&call.mac),
            Expr::Async(inner) => {
                self.captured(&inner.block.to_token_stream());
                self.apart(|walk| walk.block(&inner.block));
                true
            }
            Expr::Closure(closure) => {
                self.captured(&closure.body.to_token_stream());
                self.apart(|walk| walk.expr(&closure.body));
                true
            }
            other => self.control(other),
        }
    }

    /// What decides where it goes on.
    fn control(&mut self, expr: &Expr) -> bool {
        match expr {
            Expr::Try(inner) => {
                let goes_on = self.expr(&inner.expr);
                if goes_on {
                    self.leave(Exit::Failure, self.span(inner.question_token), Some(&*inner.expr));
                }
                goes_on
            }
            Expr::Return(inner) => {
                if inner.expr.iter().all(|value| self.expr(value)) {
                    self.leave(Exit::Return, self.span(inner.return_token), inner.expr.as_deref());
                }
                false
            }
            Expr::Break(inner) => {
                if inner.expr.iter().all(|value| self.expr(value)) {
                    self.jump(inner.label.as_ref(), false);
                }
                false
            }
            Expr::Continue(inner) => {
                self.jump(inner.label.as_ref(), true);
                false
            }
            Expr::Assign(assign) => {
                let goes_on = self.expr(&assign.right);
                self.held_by(&assign.left).into_iter().for_each(|row| self.lose(row));
                goes_on
            }
            Expr::Binary(binary) => self.binary(binary),
            Expr::Block(inner) => self.labelled(inner),
            Expr::If(branch) => self.choice(branch),
            Expr::Match(choice) => self.arms(choice),
            Expr::Loop(looped) => self.looped(looped.label.as_ref(), true, |walk| walk.block(&looped.body)),
            Expr::While(looped) => {
                let is_let = matches!(&*looped.cond, Expr::Let(_));
                let ended = self.mentioned(&looped.cond.to_token_stream());
                let goes_on = self
                    .looped(looped.label.as_ref(), false, |walk| walk.expr(&looped.cond) && walk.block(&looped.body));
                // There is nothing more to come from it.
                for row in ended {
                    if is_let && !self.is_task(row) {
                        self.lose(row);
                    }
                }
                goes_on
            }
            Expr::ForLoop(looped) => {
                let source = self.source(&looped.expr);
                self.expr(&looped.expr)
                    && self.looped(looped.label.as_ref(), false, |walk| {
                        walk.bind(&looped.pat, source);
                        walk.block(&looped.body)
                    })
            }
            _ => true,
        }
    }

    /// Something that is borrowed, or of which only a part is read.
    fn looked_at(&mut self, expr: &Expr) -> bool {
        self.held_by(expr).is_some() || self.expr(expr)
    }

    /// Whatever a body of its own names is its own from there on.
    fn captured(&mut self, tokens: &TokenStream) {
        let named = self.mentioned(tokens);
        named.into_iter().for_each(|row| self.lose(row));
    }

    fn method(&mut self, call: &syn::ExprMethodCall) -> bool {
        let (at, name) = (self.span(&call.method), call.method.to_string());
        let on = self.held_by(&call.receiver);
        if on.is_none() && !self.expr(&call.receiver) {
            return false;
        }
        if !call.args.iter().all(|arg| self.expr(arg)) {
            return false;
        }
        // `Pin::new(&mut socket).close()` closes as well.
        let about = on.map_or_else(|| self.mentioned(&call.receiver.to_token_stream()), |row| vec![row]);
        let args = call.args.to_token_stream();
        let farewell = name == "send" && crate::extract::words::has_word(&args, &|word| word == "Close");
        for row in about {
            let known = self.asked.closes.contains(&at.start) && !self.is_task(row);
            if known || farewell || is_closing(&name, self.is_task(row)) {
                self.close(row, at);
            } else if on.is_some() && is_leaving(&name) {
                self.lose(row);
            }
        }
        true
    }

    fn call(&mut self, call: &syn::ExprCall) -> bool {
        let names = path_names(&call.func);
        let last = names.last().map(String::as_str).unwrap_or_default();
        if names.is_empty() && !self.expr(&call.func) {
            return false;
        }
        let at = self.span(&call.func);
        for arg in &call.args {
            let closed = self.held_by(arg).filter(|row| is_closing(last, self.is_task(*row)));
            match closed {
                Some(row) => self.close(row, at),
                None if !self.expr(arg) => return false,
                None => {}
            }
        }
        let ends = matches!(last, "exit" | "abort") && names.iter().any(|name| name == "process");
        !ends
    }

    fn binary(&mut self, binary: &syn::ExprBinary) -> bool {
        if !self.expr(&binary.left) {
            return false;
        }
        let lazy = matches!(binary.op, BinOp::And(_) | BinOp::Or(_));
        let mut after = lazy.then(|| self.open.clone());
        if self.expr(&binary.right) {
            super::join(&mut after, &self.open);
        }
        self.meet(after)
    }

    fn labelled(&mut self, inner: &syn::ExprBlock) -> bool {
        if inner.label.is_none() {
            return self.block(&inner.block);
        }
        self.enter(inner.label.as_ref(), false);
        let goes_on = self.block(&inner.block);
        let mut after = self.loops.pop().and_then(|left| left.left);
        if goes_on {
            super::join(&mut after, &self.open);
        }
        self.meet(after)
    }

    fn choice(&mut self, branch: &syn::ExprIf) -> bool {
        let tokens = branch.cond.to_token_stream();
        let about = self.mentioned(&tokens);
        let names = self.names.len();
        if !self.expr(&branch.cond) {
            return false;
        }
        let (fails, succeeds) = (speaks_of_failure(&tokens), matches!(&*branch.cond, Expr::Let(_)));
        let (before, mut after) = (self.open.clone(), None);
        let failing = if fails { about.as_slice() } else { &[] };
        self.branch(&before, &mut after, failing, |walk| walk.block(&branch.then_branch));
        self.names.truncate(names);
        let failing = if succeeds && !fails { about.as_slice() } else { &[] };
        self.branch(&before, &mut after, failing, |walk| {
            branch.else_branch.as_ref().is_none_or(|(_, otherwise)| walk.expr(otherwise))
        });
        self.meet(after)
    }

    fn arms(&mut self, choice: &syn::ExprMatch) -> bool {
        let about = self.mentioned(&choice.expr.to_token_stream());
        let source = self.source(&choice.expr);
        if !self.expr(&choice.expr) {
            return false;
        }
        let (before, mut after) = (self.open.clone(), None);
        for arm in &choice.arms {
            let failing = if takes_failure(&arm.pat) { about.as_slice() } else { &[] };
            self.branch(&before, &mut after, failing, |walk| {
                walk.bind(&arm.pat, source);
                if let Pat::Guard(guarded) = &arm.pat {
                    walk.expr(&guarded.guard);
                }
                walk.expr(&arm.body)
            });
        }
        self.meet(after)
    }

    fn call_of_macro(&mut self, mac: &syn::Macro) -> bool {
        let name = macro_name(mac);
        let at = self.span(&mac.path);
        match (name.as_str(), given(mac)) {
            ("bail", _) => {
                self.leave(Exit::Return, at, None);
                false
            }
            ("ensure", Some(Given::Exprs(all))) => {
                let goes_on = all.first().is_none_or(|condition| self.expr(condition));
                self.leave(Exit::Failure, at, all.first());
                goes_on
            }
            (ending, _) if ENDING.contains(&ending) => false,
            (looking, Some(Given::Exprs(all))) if LOOKING.contains(&looking) => {
                all.iter().all(|arg| self.looked_at(arg))
            }
            (looking, _) if LOOKING.contains(&looking) => true,
            (_, Some(Given::Exprs(all))) => all.iter().all(|arg| self.expr(arg)),
            (_, Some(Given::Branches(all))) => self.select(&all),
            (_, None) => {
                self.captured(&mac.tokens);
                true
            }
        }
    }

    fn select(&mut self, branches: &[Branch]) -> bool {
        let heads = || branches.iter().filter_map(|(head, _)| head.as_ref());
        let all: TokenStream = heads().map(|(_, future, _)| future.to_token_stream()).collect();
        let about = self.mentioned(&all);
        if !heads().all(|(_, future, _)| self.expr(future)) {
            return false;
        }
        let (before, mut after) = (self.open.clone(), None);
        for (head, handler) in branches {
            let Some((pat, future, _)) = head else {
                self.branch(&before, &mut after, &about, |walk| walk.expr(handler));
                continue;
            };
            let source = self.source(future);
            let fails = speaks_of_failure(&pat.to_token_stream());
            let failing = if fails { self.mentioned(&future.to_token_stream()) } else { vec![] };
            self.branch(&before, &mut after, &failing, |walk| {
                walk.bind(pat, source);
                walk.expr(handler)
            });
        }
        self.meet(after)
    }
}
