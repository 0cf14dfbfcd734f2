//! Bodies: every path, call and field in them, with the types of values as far as they are known.
//!
//! Types flow forward only: from what is written to what is made of it.

use super::scopes::Res;
use super::types::{Env, Type};
use super::{ByName, CallCounts, Context, Edge, Goal, Why};
use crate::discover::TargetKind;
use crate::facts::body::{Block, BlockKind, Closure, LetStmt, MacroCall, Stmt, StructLit, TokenName, TokenRole};
use crate::facts::{Body, Def, DefData, Expr, ExprId};
use crate::model::{DefId, DefKind, ModId, Name, Span, name};
use rustc_hash::FxHashSet;
use std::rc::Rc;

/// Resolves all that the definitions of a mounted file refer to.
pub(super) fn resolve_mount(cx: &Context<'_>, mount: usize) -> (Vec<Edge>, CallCounts) {
    let file = cx.sources.mounts[mount].file;
    let facts = &cx.sources.files[file.index()].facts;
    let mut edges = vec![];
    let mut calls = CallCounts::default();
    let mut seen = FxHashSet::default();
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
            conditional_locals: vec![],
            edges: &mut edges,
            seen: &mut seen,
            calls: &mut calls,
        };
        walk.signature(def);
        walk.run(def);
    }
    generated(cx, mount, &mut edges);
    (edges, calls)
}

/// Build scripts and procedural macros may hold code in strings: each word there may name something. The words belong to
/// the function that runs.
fn generated(cx: &Context<'_>, mount: usize, edges: &mut Vec<Edge>) {
    let row = &cx.sources.mounts[mount];
    let makes_code =
        matches!(cx.workspace.targets[row.target.index()].kind, TargetKind::BuildScript | TargetKind::ProcMacro);
    if !makes_code {
        return;
    }
    let Some(root) = cx.modules.roots[row.target.index()] else { return };
    let root = cx.modules.get(root).file;
    let rows = &cx.sources.files[root.index()].facts.defs;
    let runs =
        |def: &Def| def.name == "main" || def.attrs.others.iter().any(|attr| attr.path.starts_with("proc_macro"));
    let Some(owner) = rows.iter().position(|def| def.kind == DefKind::Function && runs(def)) else { return };
    let from = cx.defs.id(root, owner as u32);
    for word in &cx.sources.files[row.file.index()].facts.quoted_words {
        let to = Goal::Named(ByName::Any, *word);
        edges.push(Edge { from, to, span: Span::default(), why: Why::Tokens });
    }
}

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
    /// Names of locals that exist only under a condition.
    pub(super) conditional_locals: Vec<Name>,
    pub(super) edges: &'a mut Vec<Edge>,
    pub(super) seen: &'a mut FxHashSet<Goal>,
    pub(super) calls: &'a mut CallCounts,
}

impl Context<'_> {
    /// The environment inside a definition: its own type parameters by their bounds, `Self` by the impl.
    fn own_env(&self, def: DefId, module: ModId) -> Env {
        let mut env = Env::default();
        let chain: Vec<DefId> = std::iter::successors(Some(def), |def| self.defs.parent(self.sources, *def)).collect();
        for holder in chain.iter().rev() {
            let facts = self.defs.get(self.sources, *holder);
            match &facts.data {
                // Items inside a function see neither its type parameters nor its `Self`.
                _ if matches!(facts.kind, DefKind::Module) => env = Env::default(),
                DefData::Fn(_) if *holder != def && facts.kind.is_fn() => env = Env::default(),
                DefData::Impl(header) => {
                    self.bind_bounds(*holder, module, &mut env);
                    env.self_type = Some(self.lower(module, &env, &header.self_ty));
                }
                DefData::Trait { .. } => {
                    env.self_type = Some(Type::Bound(Rc::new([*holder])));
                    self.bind_bounds(*holder, module, &mut env);
                }
                DefData::Adt { .. } if facts.kind.is_adt() => {
                    self.bind_bounds(*holder, module, &mut env);
                    let args = env.params.iter().map(|(_, ty)| ty.clone()).collect();
                    env.self_type = Some(Type::Adt(*holder, args));
                }
                _ => self.bind_bounds(*holder, module, &mut env),
            }
        }
        // Bounds of a method on parameters of its impl are about what is in `self`.
        if let (Some(block), DefData::Fn(_)) = (chain.get(1), &self.defs.get(self.sources, def).data)
            && let DefData::Impl(header) = &self.defs.get(self.sources, *block).data
            && env.self_type.as_ref().is_some_and(|ty| !ty.is_unknown())
        {
            env.self_type = Some(self.lower(module, &env, &header.self_ty));
        }
        env
    }

    fn bind_bounds(&self, def: DefId, module: ModId, env: &mut Env) {
        let Some(generics) = self.generics_of(def) else { return };
        for param in &generics.params {
            let mut bounds = param.bounds.clone();
            for (ty, more) in &generics.wheres {
                if matches!(ty, crate::facts::Ty::Path(path) if path.single().is_some_and(|seg| seg.name == param.name))
                {
                    bounds.extend(more.iter().cloned());
                }
            }
            let ty = self.bounded(module, env, &bounds);
            env.params.push((param.name, ty));
        }
        self.bind_outer_bounds(generics, module, env);
    }

    /// `where` on a parameter of the impl or trait around, or on `Self`: it holds here in addition.
    fn bind_outer_bounds(&self, generics: &crate::facts::Generics, module: ModId, env: &mut Env) {
        for (ty, bounds) in &generics.wheres {
            let crate::facts::Ty::Path(path) = ty else { continue };
            let Some(seg) = path.single() else { continue };
            if generics.params.iter().any(|param| param.name == seg.name) {
                continue;
            }
            let more = self.bounded(module, env, bounds);
            let known = match seg.name.as_str() {
                "Self" => env.self_type.clone(),
                _ => env.params.iter().rev().find(|(param, _)| *param == seg.name).map(|(_, ty)| ty.clone()),
            };
            let both = match (known, more) {
                (Some(Type::Bound(one)), Type::Bound(other)) => {
                    Type::Bound(one.iter().chain(&*other).copied().collect())
                }
                (Some(Type::Adt(def, args)), Type::Bound(_)) => Type::Adt(def, args),
                (Some(_), _) => Type::Unknown,
                (None, _) => continue,
            };
            match seg.name.as_str() {
                "Self" => env.self_type = Some(both),
                _ => env.params.push((seg.name, both)),
            }
        }
    }
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

    /// Names in tokens.
    pub(super) fn tokens(&mut self, tokens: &[TokenName]) {
        for token in tokens {
            self.token(token);
        }
    }

    fn token(&mut self, token: &TokenName) {
        let Some(last) = token.path.last().copied() else { return };
        match token.role {
            TokenRole::Captured => self.captured(last, token.span),
            TokenRole::Member => self.edge(Goal::Named(ByName::Any, last), token.span, Why::Tokens),
            TokenRole::Piece => self.edge(Goal::Named(ByName::Piece, last), token.span, Why::Tokens),
            TokenRole::Macro => self.macro_named(&token.path, token.span),
            TokenRole::Any | TokenRole::Crate | TokenRole::OwnCrate | TokenRole::Quoted => {
                self.named_path(&token.path, token.span, token.role);
            }
        }
    }

    /// A name that a format string captures: a local, or a constant or static in scope, and nothing else.
    fn captured(&mut self, name: Name, span: Span) {
        use crate::facts::types::{Lead, Seg};
        if self.locals.iter().any(|(local, _)| *local == name) {
            return;
        }
        let segs = vec![Seg { name, args: None }];
        let path = crate::facts::Path { qself: None, lead: Lead::Plain, segs, span };
        let resolved = super::paths::resolve(&self.cx.modules, self.cx, self.module, &path, super::Namespace::Values);
        resolved.imports.iter().for_each(|import| self.refer(*import, span));
        for found in resolved.found {
            if let Res::Def(def) = found.res {
                self.refer(def, span);
            }
        }
    }

    /// A path in tokens: resolved where it can be, and anything of its names besides.
    fn named_path(&mut self, names: &[Name], span: Span, role: TokenRole) {
        use crate::facts::types::{Lead, Seg};
        let of_crate = matches!(role, TokenRole::Crate | TokenRole::OwnCrate);
        let lead = if of_crate { Lead::Crate } else { Lead::Plain };
        let segs = names.iter().map(|name| Seg { name: *name, args: None }).collect();
        let path = crate::facts::Path { qself: None, lead, segs, span };
        let mut whole = false;
        for namespace in super::Namespace::ALL {
            let resolved = super::paths::resolve(&self.cx.modules, self.cx, self.module, &path, namespace);
            resolved.imports.iter().for_each(|import| self.refer(*import, span));
            for found in resolved.found {
                whole |= found.used == names.len();
                match found.res {
                    Res::Def(def) => self.refer(def, span),
                    // `serde(with = "module")`: the functions of the module are called.
                    Res::Mod(module) if role == TokenRole::Quoted => self.whole_module(module, span),
                    _ => {}
                }
            }
        }
        // `$crate::path` means the same wherever the macro is called.
        if whole && role == TokenRole::OwnCrate {
            return;
        }
        for name in names {
            self.edge(Goal::Named(ByName::Any, *name), span, Why::Tokens);
        }
    }

    fn whole_module(&mut self, module: ModId, span: Span) {
        let row = self.cx.modules.get(module);
        let bindings = row.names.values().flatten().map(|binding| binding.res);
        let sources = row.globs.iter().map(|glob| glob.source);
        let all: Vec<Res> = bindings.chain(sources).collect();
        for res in all {
            match res {
                Res::Def(def) => self.refer(def, span),
                Res::Mod(inner) if row.globs.iter().any(|glob| glob.source == res) && inner != module => {
                    let names = self.cx.modules.get(inner).names.values().flatten();
                    let defs: Vec<Res> = names.map(|binding| binding.res).collect();
                    for def in defs {
                        if let Res::Def(def) = def {
                            self.refer(def, span);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn macro_named(&mut self, names: &[Name], span: Span) {
        use crate::facts::types::{Lead, Seg};
        let segs = names.iter().map(|name| Seg { name: *name, args: None }).collect();
        let path = crate::facts::Path { qself: None, lead: Lead::Plain, segs, span };
        self.use_macro(&path);
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
                let base = self.expr(*base);
                self.expr(*index);
                self.cx.indexed(&base)
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
            Expr::Field(base, ..) => drop(self.expr(*base)),
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
        let (ty, defs) = self.constructed(&body.paths[literal.path as usize]);
        // Fields are written here; that does not make them read.
        let _ = defs;
        for (_, _, value) in &literal.fields {
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

/// Types that are asked for again and again, made once for a thread.
struct Common {
    bool: Type,
    str_ref: Type,
    bytes_ref: Type,
    c_str_ref: Type,
    char: Type,
    byte: Type,
    integer: Type,
    float: Type,
}

thread_local! {
    static COMMON: Common = {
        let plain = |text: &str| Type::Ext(name(text), Rc::new([]));
        Common {
            bool: plain("bool"),
            str_ref: plain("str").reference(),
            bytes_ref: Type::Slice(Rc::new(plain("u8"))).reference(),
            c_str_ref: plain("std::ffi::CStr").reference(),
            char: plain("char"),
            byte: plain("u8"),
            // A number without suffix may be of any numeric type, and traits are implemented for some of them.
            integer: plain("{integer}"),
            float: plain("{float}"),
        }
    };
}

pub(super) fn bool_type() -> Type {
    COMMON.with(|common| common.bool.clone())
}

fn literal_type(lit: crate::facts::body::Lit) -> Type {
    use crate::facts::body::Lit;
    COMMON.with(|common| match lit {
        Lit::Str => common.str_ref.clone(),
        Lit::Bytes => common.bytes_ref.clone(),
        Lit::CStr => common.c_str_ref.clone(),
        Lit::Char => common.char.clone(),
        Lit::Byte => common.byte.clone(),
        Lit::Bool => common.bool.clone(),
        Lit::Int(None) => common.integer.clone(),
        Lit::Float(None) => common.float.clone(),
        Lit::Int(Some(suffix)) | Lit::Float(Some(suffix)) => Type::Ext(suffix, Rc::new([])),
    })
}
