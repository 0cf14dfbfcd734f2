//! What known macros give back. In: the name of the macro and the types of its arguments, where it is known to take
//! expressions. Out: the type of the call. What the arguments of a macro are, the catalogue knows (`macros.toml`).

use super::bodies::Walk;
use super::causes::{Local, Source};
use super::paths::Found;
use super::standard::bool_type;
use super::types::Type;
use super::{Goal, Namespace, Res, Why};
use crate::catalog::MacroForm;
use crate::facts::body::{MacroCall, MethodCall, TokenRole};
use crate::facts::{Expr, ExprId, Path, Ty};
use crate::model::{Span, name};
use std::sync::Arc;

/// Macros of other crates that give back tokens or a value, and bind no name anew, beside those of the catalogue.
const TAKE_TOKENS: [&str; 5] = ["json", "parse_quote", "parse_quote_spanned", "quote", "quote_spanned"];

/// Macros that write to what they are given first; the tokens of `writedoc!` are not read as code.
const WRITE: [&str; 3] = ["write", "writedoc", "writeln"];

/// An argument that a macro makes and that stands nowhere.
const MADE: ExprId = ExprId::MAX;

impl Walk<'_> {
    /// A call: what it was given, and what it gives back.
    pub(super) fn macro_call(&mut self, call: &MacroCall) -> Type {
        let body = self.body;
        let path = &body.paths[call.path as usize];
        self.use_macro(path, call.expanded);
        self.tokens(&call.tokens);
        self.hand_to_macro(path, call);
        self.unread_include(path, call);
        self.glued_names(call);
        // A macro may bind a name anew that it is given; one that takes values does not, however it writes them
        // (`info!(address = %socket.peer())`).
        let binds = !self.takes_values(path);
        for token in call.tokens.iter().filter(|token| binds && token.role == TokenRole::Any) {
            let [single] = token.path[..] else { continue };
            for made in [false, true] {
                // What a macro has bound anew is not bound once more: there may be thousands of calls.
                let last = self.locals.iter().rev().find(|local| local.name == single && local.made == made);
                let is_so = |local: &Local| matches!(local.from, Source::Macro(_)) && local.module == self.module;
                if last.is_some_and(|local| !is_so(local)) {
                    self.locals.push(Local {
                        name: single,
                        ty: Type::Unknown,
                        from: Source::Macro(path.segs.last().map_or(single, |seg| seg.name)),
                        under: None,
                        made,
                        module: self.module,
                    });
                }
            }
        }
        let mut given = vec![];
        for arg in &call.args {
            let depth = self.locals.len();
            given.push(self.expr(*arg));
            self.locals.truncate(depth);
        }
        if call.expanded {
            let value = given.pop().unwrap_or_else(Type::unit);
            return if given.is_empty() { value } else { Type::Unknown };
        }
        let Some(last) = path.segs.last() else { return Type::Unknown };
        // A macro of the workspace that was not expanded may give anything.
        let writes = WRITE.contains(&last.name.as_str());
        if self.may_be_own_macro(path) {
            if writes {
                self.written_to(call, path.span, &given);
            }
            return Type::Unknown;
        }
        match self.query(&last.name, call) {
            Some(query) => query,
            None if writes => self.written_to(call, path.span, &given),
            None => self.metric(&last.name, path).unwrap_or_else(|| match last.name.as_str() {
                // Each item is one where its conditions hold.
                "vec" if self.any_conditional(&call.args) => {
                    let items: Vec<(ExprId, Type)> = call.args.iter().copied().zip(given).collect();
                    Type::Ext(name("std::vec::Vec"), Arc::new([self.one_of(&items)]))
                }
                other if self.any_conditional(&call.args) => plain(other),
                other => self.result_of_macro(other, given),
            }),
        }
    }

    /// `write!` calls the method `write_fmt` of what it is given first, whatever that is, with an argument of its own.
    fn written_to(&mut self, call: &MacroCall, span: Span, given: &[Type]) -> Type {
        let method = MethodCall {
            receiver: call.args.first().copied().unwrap_or(MADE),
            name: name("write_fmt"),
            span,
            types: vec![],
            args: vec![MADE],
        };
        let ty = self.method_on(given.first().unwrap_or(&Type::Unknown), &method);
        if !ty.is_unknown() || self.cx.impls.members.by_name.contains_key(&method.name) {
            return ty;
        }
        // All of other crates give this.
        let error = self.fresh();
        Type::Ext(name("std::result::Result"), Arc::new([Type::unit(), error]))
    }

    /// Source that was not read may use whatever can be seen from it.
    fn unread_include(&mut self, path: &Path, call: &MacroCall) {
        let file = self.cx.defs.file(self.owner);
        if !call.expanded && super::unread::is_unread_include(self.cx, path, file, call.span) {
            for def in super::unread::in_sight(self.cx, self.module) {
                self.edge(Goal::Def(def), call.span, Why::Tokens);
            }
        }
    }

    /// Whether a macro is known to take values and names, and is no macro of the workspace.
    fn takes_values(&self, path: &Path) -> bool {
        let Some(last) = path.segs.last() else { return false };
        let form = self.cx.catalog.macro_form(&last.name);
        let takes = matches!(form, Some(MacroForm::Expressions | MacroForm::Fields | MacroForm::Names))
            || TAKE_TOKENS.contains(&last.name.as_str());
        takes && !self.may_be_own_macro(path)
    }

    /// Whether a call here may be of a macro of the workspace.
    pub(super) fn may_be_own_macro(&self, path: &Path) -> bool {
        self.cx.may_be_own_macro(path, self.cx.defs.file(self.owner), &[self.module])
    }

    /// What `sqlx`'s macros give back: a query whose rows are of the type that is named first.
    fn query(&mut self, macro_name: &str, call: &MacroCall) -> Option<Type> {
        let body = self.body;
        let row = match macro_name.trim_end_matches("_unchecked") {
            "query" | "query_scalar" => Type::Unknown,
            "query_as" => match body.exprs.get(*call.args.first()? as usize)? {
                Expr::Path(path) => self.lowered(&Ty::Path(Box::new(body.paths[*path as usize].clone()))),
                _ => Type::Unknown,
            },
            _ => return None,
        };
        if !self.is_macro_of(&body.paths[call.path as usize], "sqlx") {
            return None;
        }
        let rows = Type::Ext(name("std::result::Result"), Arc::new([row, Type::plain("sqlx_core::error::Error")]));
        let mapper = Type::Fn(Arc::new((vec![Type::Unknown], rows)));
        Some(Type::Ext(name("sqlx_core::query::Map"), Arc::new([Type::Unknown, mapper, Type::Unknown])))
    }

    /// What the macros of `metrics` give back.
    fn metric(&self, macro_name: &str, path: &Path) -> Option<Type> {
        let handle = match macro_name {
            "counter" => "metrics::Counter",
            "gauge" => "metrics::Gauge",
            "histogram" => "metrics::Histogram",
            _ => return None,
        };
        self.is_macro_of(path, "metrics").then(|| self.cx.foreign(name(handle), Arc::new([])))
    }

    fn is_macro_of(&self, path: &Path, krate: &str) -> bool {
        let resolved = super::paths::resolve(&self.cx.modules, self.cx, self.module, path, Namespace::Macros);
        let is_of_it = |found: &Found| matches!(found.res, Res::Ext(path) if super::prelude::first(&path) == krate);
        resolved.found.iter().any(is_of_it)
    }

    /// What `try_join!` gives back: all values, or the error of one.
    fn joined(&mut self, futures: Vec<Type>) -> Type {
        let error = self.fresh();
        let mut values = vec![];
        for future in futures {
            let output = self.awaited(&future);
            let value = match self.settled(&output) {
                Type::Ext(path, args) if super::prelude::last(path) == "Result" => {
                    args.get(1).into_iter().for_each(|other| self.unify(&error, other));
                    args.first().cloned()
                }
                _ => None,
            };
            values.push(value.unwrap_or(Type::Unknown));
        }
        let values = Type::Tuple(values.into());
        Type::Ext(name("std::result::Result"), Arc::new([values, self.deep(&error)]))
    }

    fn result_of_macro(&mut self, macro_name: &str, given: Vec<Type>) -> Type {
        let count = given.len();
        let mut given = given.into_iter();
        let first = given.next();
        match (macro_name, first) {
            ("vec", first) => {
                let item = match first {
                    Some(first) => {
                        // Where the items differ, they were turned into one type.
                        given.by_ref().for_each(|other| self.unify(&first, &other));
                        self.deep(&first)
                    }
                    None => self.fresh(),
                };
                Type::Ext(name("std::vec::Vec"), Arc::new([item]))
            }
            ("dbg", Some(first)) if count == 1 => first,
            ("pin", Some(first)) if count == 1 => Type::Ext(name("std::pin::Pin"), Arc::new([first.reference()])),
            ("join", Some(first)) => {
                let futures: Vec<Type> = std::iter::once(first).chain(given).collect();
                Type::Tuple(futures.iter().map(|future| self.awaited(future)).collect())
            }
            ("try_join", Some(first)) => self.joined(std::iter::once(first).chain(given).collect()),
            ("select" | "select_biased", Some(first)) => given.fold(first, |one, other| self.either(one, other)),
            ("ready", Some(first)) => match self.settled(&first) {
                Type::Ext(path, args) if path == "std::task::Poll" => args.first().cloned().unwrap_or(Type::Unknown),
                _ => Type::Unknown,
            },
            ("panic" | "unreachable" | "todo" | "unimplemented" | "bail" | "compile_error", _) => Type::Never,
            ("matches", _) => bool_type(),
            (other, _) => plain(other),
        }
    }
}

/// Macros whose result does not depend on what they are given.
fn plain(macro_name: &str) -> Type {
    match macro_name {
        "format" => Type::plain("std::string::String"),
        "format_args" => Type::plain("std::fmt::Arguments"),
        "debug_span" | "error_span" | "info_span" | "span" | "trace_span" | "warn_span" => Type::plain("tracing::Span"),
        "anyhow" => Type::plain("anyhow::Error"),
        "formatdoc" => Type::plain("std::string::String"),
        "concat" | "env" | "file" | "include_str" | "indoc" | "module_path" | "stringify" => {
            Type::plain("str").reference()
        }
        "include_bytes" => Type::Slice(Arc::new(Type::plain("u8"))).reference(),
        "column" | "line" => Type::plain("u32"),
        "cfg" => bool_type(),
        "option_env" => Type::Ext(name("std::option::Option"), Arc::new([Type::plain("str").reference()])),
        "assert" | "assert_eq" | "assert_ne" | "debug_assert" | "debug_assert_eq" | "debug_assert_ne" | "ensure"
        | "eprint" | "eprintln" | "print" | "println" => Type::unit(),
        _ => Type::Unknown,
    }
}
