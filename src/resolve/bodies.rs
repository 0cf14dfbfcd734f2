//! Bodies: every path, call and field in them, with the types of values as far as they are known.
//!
//! Types flow forward only: from what is written to what is made of it.

use super::standard::{bool_type, literal_type};
use super::types::{Env, Type};
use super::{CallCounts, Context, Edge, Goal, Mention, Part, Why};
use crate::facts::body::{Block, BlockKind, Closure, LetStmt, MacroCall, Stmt, StructLit, TokenRole};
use crate::facts::{Body, Def, DefData, Expr, ExprId};
use crate::model::{DefId, DefKind, ModId, Name, Span, name};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;
use std::rc::Rc;

/// Resolves all that the definitions of a mounted file refer to.
pub(super) fn resolve_mount(cx: &Context<'_>, mount: usize) -> Part {
    let file = cx.sources.mounts[mount].file;
    let facts = &cx.sources.files[file.index()].facts;
    let mut edges = vec![];
    let mut mentions = vec![];
    let mut unknown_writes = FxHashSet::default();
    let mut calls = CallCounts::default();
    let mut seen = FxHashSet::default();
    let words_of_file = OnceCell::new();
    for (row, def) in facts.defs.iter().enumerate() {
        let id = cx.defs.id(file, row as u32);
        let module = cx.modules.of_scope(mount, def.scope);
        let empty = Body::default();
        let body = def.body.as_deref().unwrap_or(&empty);
        seen.clear();
        let env = cx.own_env(id, module);
        let mut walk = Walk {
            cx,
            module,
            owner: id,
            body,
            env,
            locals: vec![],
            words_of_file: &words_of_file,
            conditional_locals: vec![],
            edges: &mut edges,
            mentions: &mut mentions,
            unknown_writes: &mut unknown_writes,
            seen: &mut seen,
            calls: &mut calls,
        };
        walk.signature(def);
        walk.run(def);
    }
    super::tokens::generated(cx, mount, &mut edges);
    Part { edges, mentions, unknown_writes, calls }
}

/// Rows of a file by the first word of their name, with all its words.
pub(super) type NamesByWord = FxHashMap<String, Vec<(usize, Vec<String>)>>;

/// The walk over the code of one definition.
pub(super) struct Walk<'a> {
    pub(super) cx: &'a Context<'a>,
    /// The module or block that names are now looked up in.
    pub(super) module: ModId,
    pub(super) owner: DefId,
    pub(super) body: &'a Body,
    /// What `Self` and the type parameters stand for.
    pub(super) env: Env,
    /// Locals in scope, inner ones last.
    pub(super) locals: Vec<(Name, Type)>,
    /// The words of the names of all definitions of the file, where they were asked for.
    pub(super) words_of_file: &'a OnceCell<NamesByWord>,
    /// Names of locals that exist only under a condition.
    pub(super) conditional_locals: Vec<Name>,
    pub(super) edges: &'a mut Vec<Edge>,
    pub(super) mentions: &'a mut Vec<Mention>,
    pub(super) unknown_writes: &'a mut FxHashSet<Name>,
    pub(super) seen: &'a mut FxHashSet<Goal>,
    pub(super) calls: &'a mut CallCounts,
}

impl<'a> Walk<'a> {
    pub(super) fn edge(&mut self, to: Goal, span: Span, why: Why) {
        if to != Goal::Def(self.owner) && self.seen.insert(to) {
            self.edges.push(Edge { from: self.owner, to, span, why });
        }
    }

    pub(super) fn refer(&mut self, def: DefId, span: Span) {
        self.edge(Goal::Def(def), span, Why::Resolved);
    }

    fn run(&mut self, def: &Def) {
        let body = self.body;
        self.tokens(&body.tokens);
        if def.kind == DefKind::Anonymous {
            self.made_names(def);
        }
        let params: Vec<Type> = match &def.data {
            DefData::Fn(sig) => sig.params.iter().map(|ty| self.cx.lower(self.module, &self.env, ty)).collect(),
            _ => vec![],
        };
        for (at, pat) in body.params.iter().enumerate() {
            self.bind(*pat, &params.get(at).cloned().unwrap_or(Type::Unknown));
        }
        for extra in &body.extra {
            self.expr(*extra);
        }
        if let Some(value) = body.value {
            self.expr(value);
        }
    }

    pub(super) fn expr(&mut self, id: ExprId) -> Type {
        let body = self.body;
        let Some(expr) = body.exprs.get(id as usize) else { return Type::Unknown };
        match expr {
            Expr::Path(path) => self.value_path(&body.paths[*path as usize]).0,
            Expr::Lit(lit) => literal_type(*lit),
            Expr::Call(func, args) => self.call(*func, args),
            Expr::Method(call) => self.method_call(call),
            Expr::Field(base, field, span) => {
                let base = self.expr(*base);
                self.field(&base, *field, *span)
            }
            Expr::Struct(literal) => self.struct_literal(literal),
            Expr::Tuple(items) => Type::Tuple(items.iter().map(|item| self.expr(*item)).collect()),
            Expr::Array(items) => {
                let types: Vec<Type> = items.iter().map(|item| self.expr(*item)).collect();
                let known = types.into_iter().find(|ty| !ty.is_unknown());
                Type::Slice(Rc::new(known.unwrap_or(Type::Unknown)))
            }
            Expr::Repeat(item, count) => {
                let item = self.expr(*item);
                self.expr(*count);
                Type::Slice(Rc::new(item))
            }
            Expr::Block(block) => self.block(block),
            Expr::Ref(inner) => self.expr(*inner).reference(),
            Expr::Deref(inner) => {
                let inner = self.expr(*inner);
                self.cx.deref(&inner).unwrap_or(Type::Unknown)
            }
            Expr::Unary(inner) => match self.expr(*inner) {
                ty if ty.is_primitive() => ty,
                _ => Type::Unknown,
            },
            Expr::Cast(inner, ty) => {
                self.expr(*inner);
                self.use_type(ty);
                self.cx.lower(self.module, &self.env, ty)
            }
            Expr::Await(inner) => match self.expr(*inner) {
                Type::Future(output) => (*output).clone(),
                _ => Type::Unknown,
            },
            Expr::Try(inner) => self.attempt(*inner),
            Expr::Closure(closure) => self.closure(closure),
            Expr::Macro(call) => self.macro_call(call),
            Expr::Unknown => Type::Unknown,
            other => self.flow(other),
        }
    }

    /// Expressions that branch, repeat or assign.
    fn flow(&mut self, expr: &Expr) -> Type {
        match expr {
            Expr::If(condition, then, otherwise) => {
                let depth = self.locals.len();
                self.expr(*condition);
                let then = self.expr(*then);
                self.locals.truncate(depth);
                let otherwise = otherwise.map(|other| self.expr(other));
                either(then, otherwise.unwrap_or(Type::Unknown))
            }
            Expr::Let(pat, value) => {
                let ty = self.expr(*value);
                self.bind(*pat, &ty);
                bool_type()
            }
            Expr::Match(value, arms) => {
                let value = self.expr(*value);
                let mut result = Type::Never;
                for arm in arms {
                    let depth = self.locals.len();
                    self.bind(arm.pat, &value);
                    arm.guard.into_iter().for_each(|guard| drop(self.expr(guard)));
                    let ty = self.expr(arm.body);
                    result = either(result, ty);
                    self.locals.truncate(depth);
                }
                result
            }
            Expr::While(condition, repeat) => {
                let depth = self.locals.len();
                self.expr(*condition);
                self.expr(*repeat);
                self.locals.truncate(depth);
                Type::Tuple(Rc::new([]))
            }
            Expr::For(pat, source, repeat) => {
                let source = self.expr(*source);
                let depth = self.locals.len();
                self.bind(*pat, &self.cx.item_type(&source));
                self.expr(*repeat);
                self.locals.truncate(depth);
                Type::Tuple(Rc::new([]))
            }
            Expr::Leave(value) => {
                value.iter().for_each(|value| drop(self.expr(*value)));
                Type::Never
            }
            Expr::Assign(place, value) => {
                self.expr(*value);
                self.assigned(*place);
                Type::Tuple(Rc::new([]))
            }
            Expr::AssignOp(left, right) => {
                self.expr(*left);
                self.expr(*right);
                Type::Tuple(Rc::new([]))
            }
            Expr::Binary(op, left, right) => {
                let left = self.expr(*left);
                let right = self.expr(*right);
                match op {
                    // Only between equal primitives is the result known: an operator may be implemented for any pair.
                    crate::facts::body::BinaryOp::Arithmetic if left.is_primitive() && left == right => left,
                    crate::facts::body::BinaryOp::Arithmetic => Type::Unknown,
                    _ => bool_type(),
                }
            }
            Expr::Index(base, index) => {
                self.expr(*base);
                self.expr(*index);
                Type::Unknown
            }
            Expr::Range(start, end) => {
                start.iter().chain(end).for_each(|end| drop(self.expr(*end)));
                Type::Unknown
            }
            _ => Type::Unknown,
        }
    }

    /// The left side of `=`: a field there is written, not read.
    fn assigned(&mut self, place: ExprId) {
        match &self.body.exprs[place as usize] {
            Expr::Field(base, name, span) => {
                let base = self.expr(*base);
                self.written(&base, *name, *span);
            }
            Expr::Tuple(places) => places.iter().for_each(|place| self.assigned(*place)),
            _ => drop(self.expr(place)),
        }
    }

    fn attempt(&mut self, inner: ExprId) -> Type {
        match self.expr(inner) {
            Type::Ext(path, args) if matches!(super::prelude::last(path), "Option" | "Result") => {
                args.first().cloned().unwrap_or(Type::Unknown)
            }
            _ => Type::Unknown,
        }
    }

    fn block(&mut self, block: &Block) -> Type {
        let depth = self.locals.len();
        let outer = self.module;
        if let Some(scope) = block.scope {
            // The blocks of one mount are numbered like the scopes of its file.
            let base = outer.0 - self.cx.modules.get(outer).scope;
            self.module = ModId(base + scope);
        }
        for stmt in &block.stmts {
            match stmt {
                Stmt::Let(stmt) => self.local(stmt),
                Stmt::Expr(expr) => drop(self.expr(*expr)),
            }
        }
        let value = match block.tail {
            Some(tail) => self.expr(tail),
            None => match block.stmts.last() {
                Some(Stmt::Expr(last)) if matches!(self.body.exprs[*last as usize], Expr::Leave(_)) => Type::Never,
                _ => Type::Tuple(Rc::new([])),
            },
        };
        self.locals.truncate(depth);
        self.module = outer;
        match block.kind {
            BlockKind::Plain => value,
            BlockKind::Async => Type::Future(Rc::new(if value == Type::Never { Type::Unknown } else { value })),
            BlockKind::Loop | BlockKind::Try => Type::Unknown,
        }
    }

    fn local(&mut self, stmt: &LetStmt) {
        let value = stmt.value.map(|value| self.expr(value));
        let mut ty = value.unwrap_or(Type::Unknown);
        if let Some(written) = &stmt.ty {
            self.use_type(written);
            let written = self.cx.lower(self.module, &self.env, written);
            if !written.is_unknown() {
                ty = written;
            }
        }
        stmt.otherwise.into_iter().for_each(|other| drop(self.expr(other)));
        if ty == Type::Never {
            ty = Type::Unknown;
        }
        let before = self.locals.len();
        self.bind(stmt.pat, &ty);
        if stmt.conditional {
            self.conditional_locals.extend(self.locals[before..].iter().map(|(name, _)| *name));
        }
    }

    fn closure(&mut self, closure: &Closure) -> Type {
        let depth = self.locals.len();
        for (pat, ty) in &closure.params {
            let known = match ty {
                Some(ty) => {
                    self.use_type(ty);
                    self.cx.lower(self.module, &self.env, ty)
                }
                None => Type::Unknown,
            };
            self.bind(*pat, &known);
        }
        closure.ret.iter().for_each(|ty| self.use_type(ty));
        self.expr(closure.body);
        self.locals.truncate(depth);
        Type::Unknown
    }

    fn struct_literal(&mut self, literal: &StructLit) -> Type {
        let body = self.body;
        let (ty, meant) = self.constructed_or_matched(&body.paths[literal.path as usize], false);
        // Fields are written here; that does not make them read.
        for (name, span, value) in &literal.fields {
            for of in &meant {
                self.mention_fields(*of, *name, *span);
            }
            self.expr(*value);
        }
        literal.rest.into_iter().for_each(|rest| drop(self.expr(rest)));
        ty
    }

    fn macro_call(&mut self, call: &MacroCall) -> Type {
        let body = self.body;
        let path = &body.paths[call.path as usize];
        self.use_macro(path);
        self.tokens(&call.tokens);
        // A macro may bind a name anew that it is given.
        for token in call.tokens.iter().filter(|token| token.role == TokenRole::Any) {
            if let [single] = token.path[..]
                && self.locals.iter().any(|(local, _)| *local == single)
            {
                self.locals.push((single, Type::Unknown));
            }
        }
        let mut first = None;
        for arg in &call.args {
            let depth = self.locals.len();
            let ty = self.expr(*arg);
            first.get_or_insert(ty);
            self.locals.truncate(depth);
        }
        let first = first.unwrap_or(Type::Unknown);
        match path.segs.last().map(|seg| seg.name.as_str()) {
            Some("vec") => Type::Ext(name("std::vec::Vec"), Rc::new([first])),
            Some("format") => Type::Ext(name("std::string::String"), Rc::new([])),
            Some("dbg") if call.args.len() == 1 => first,
            Some("panic" | "unreachable" | "todo" | "unimplemented" | "bail") => Type::Never,
            Some("matches") => bool_type(),
            _ => Type::Unknown,
        }
    }
}

/// The type of a value that comes from one of two branches.
fn either(one: Type, other: Type) -> Type {
    match (one, other) {
        (Type::Never, other) => other,
        (one, Type::Never) => one,
        (one, other) if one == other => one,
        (Type::Adt(one, args), Type::Adt(other, _)) if one == other => Type::Adt(one, args),
        (Type::Ext(one, args), Type::Ext(other, others)) if one == other => {
            let known = if args.iter().any(Type::is_unknown) { others } else { args };
            Type::Ext(one, known)
        }
        _ => Type::Unknown,
    }
}
