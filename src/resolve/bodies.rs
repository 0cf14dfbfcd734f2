//! Bodies, read once from front to back: every path, call and field in them, with the types of values where known.

use super::causes::{Local, Source};
use super::standard::literal_type;
use super::types::{Env, TraitRef, Type};
use super::{CallCounts, Context, Edge, Goal, Mention, Part, ResolvedCall, UnknownCall, Why};
use crate::facts::body::StructLit;
use crate::facts::{Body, Cfg, Def, DefData, Expr, ExprId};
use crate::model::{DefId, ModId, Name, Span};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;
use std::sync::Arc;

/// Resolves all that the definitions of a mounted file refer to.
pub(super) fn resolve_mount(cx: &Context<'_>, mount: usize) -> Part {
    let file = cx.sources.mounts[mount].file;
    let facts = &cx.sources.files[file.index()].facts;
    let places = super::edges::Places::new(&facts.regions);
    let package = cx.workspace.targets[cx.sources.mounts[mount].target.index()].package;
    let routed = cx.routed[package.index()];
    let mut part = Part::default();
    let mut seen = FxHashSet::default();
    let words_of_file = OnceCell::new();
    let empty = Body::default();
    for (row, def) in facts.defs.iter().enumerate() {
        let id = cx.defs.id(file, row as u32);
        let module = cx.modules.of_scope(mount, def.scope);
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
            source: Source::None,
            unknown_calls: FxHashMap::default(),
            words_of_file: &words_of_file,
            expectations: FxHashMap::default(),
            breaks: vec![],
            places: &places,
            edges: &mut part.edges,
            looks: &mut part.looks,
            in_signature: true,
            deprecated: &mut part.deprecated,
            connections: &mut part.connections,
            routing: &mut part.routing,
            routed,
            watched: vec![],
            meant: Default::default(),
            foreign_rules: vec![],
            mentions: &mut part.mentions,
            layouts: &mut part.layouts,
            met: Default::default(),
            unknown_writes: &mut part.unknown_writes,
            vars: vec![],
            pending: vec![],
            conditions: Default::default(),
            seen: &mut seen,
            calls: &mut part.calls,
            resolved: &mut part.resolved,
            unknown: &mut part.unknown,
        };
        walk.signature(def);
        walk.in_signature = false;
        walk.run(def);
    }
    super::generated::generated(cx, mount, &mut part.edges);
    if cx.workspace.packages[package.index()].neighbour {
        (part.calls, part.unknown) = (CallCounts::default(), vec![]);
    }
    part
}

/// Rows of a file by the first word of their name, with all its words.
pub(super) type NamesByWord = FxHashMap<String, Vec<(usize, Vec<String>)>>;

/// A bound on a type that is not known yet, and the conditions around the code that it is from.
pub(super) type Pending = (Type, TraitRef, Option<Arc<[Cfg]>>);

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
    pub(super) locals: Vec<Local>,
    /// Where the value is from that the next pattern takes apart.
    pub(super) source: Source,
    /// Method calls on values of unknown type, by the place of their name.
    pub(super) unknown_calls: FxHashMap<u32, super::Cause>,
    /// The words of the names of all definitions of the file, where they were asked for.
    pub(super) words_of_file: &'a OnceCell<NamesByWord>,
    /// What closures are called with and have to give, where a type said so before they are read.
    pub(super) expectations: FxHashMap<ExprId, (Vec<Type>, Type)>,
    /// Loops and labelled blocks around, inner ones last.
    pub(super) breaks: Vec<super::flow::Break>,
    /// What stands under a condition.
    pub(super) places: &'a super::edges::Places<'a>,
    pub(super) edges: &'a mut Vec<Edge>,
    looks: &'a mut Vec<super::Look>,
    /// The signature is read, not the body.
    in_signature: bool,
    pub(super) deprecated: &'a mut Vec<super::DeprecatedUse>,
    pub(super) connections: &'a mut Vec<super::ConnectionUse>,
    pub(super) routing: &'a mut super::routes::RouteFacts,
    /// Whether the package can register routes.
    pub(super) routed: bool,
    /// Values whose type is asked for: the expression, the place and the name of what takes it, its type.
    pub(super) watched: Vec<(ExprId, u32, Name, Type)>,
    /// What the words that are read now may mean, where anything is deprecated.
    pub(super) meant: smallvec::SmallVec<[(Span, DefId, Name); 2]>,
    /// Paths of calls of other crates' macros that were expanded: the words of their rules stand there.
    pub(super) foreign_rules: Vec<Span>,
    pub(super) mentions: &'a mut Vec<Mention>,
    pub(super) layouts: &'a mut Vec<(DefId, super::Layout)>,
    /// Types that something is done with that goes by their layout.
    pub(super) met: super::layouts::Met,
    pub(super) unknown_writes: &'a mut FxHashSet<Name>,
    /// Types that are found out on the way.
    pub(super) vars: Vec<Option<Type>>,
    /// Bounds on types that are not known yet, with the conditions that they stand under.
    pub(super) pending: Vec<Pending>,
    /// What stands under conditions, and what types are there.
    pub(super) conditions: super::conditions::Conditions,
    pub(super) seen: &'a mut FxHashSet<(Goal, Option<u32>)>,
    pub(super) calls: &'a mut CallCounts,
    pub(super) resolved: &'a mut Vec<ResolvedCall>,
    pub(super) unknown: &'a mut Vec<UnknownCall>,
}

impl<'a> Walk<'a> {
    pub(super) fn edge(&mut self, to: Goal, span: Span, why: Why) {
        if to == Goal::Def(self.owner) {
            return;
        }
        if let (Goal::Def(def), Why::Resolved) = (to, why) {
            self.note_own(def, span);
        }
        let (region, looked) = self.places.at(span);
        if looked {
            let file = self.cx.defs.file(self.owner);
            self.looks.push(super::Look { file, at: span.start, to });
        }
        // What is referred to without a condition says all that one under a condition does.
        if !self.seen.contains(&(to, None)) && self.seen.insert((to, region)) {
            let in_signature = self.in_signature;
            self.edges.push(Edge { from: self.owner, to, span, why, region, in_signature });
        }
    }

    pub(super) fn refer(&mut self, def: DefId, span: Span) {
        self.edge(Goal::Def(def), span, Why::Resolved);
        // Whoever names a macro other than by a call that was expanded may get all that its rules name.
        if let Some(template) = self.cx.template_of(def) {
            self.edge(Goal::Def(template), span, Why::Resolved);
        }
    }

    fn run(&mut self, def: &Def) {
        let body = self.body;
        self.tokens_and_attributes(body);
        self.made_names(def);
        self.meant_outside(def);
        self.hand_to_attributes(def);
        let params: Vec<Type> = match &def.data {
            DefData::Fn(sig) => sig.params.iter().map(|ty| self.lowered(ty)).collect(),
            _ => vec![],
        };
        self.note_demands(&params);
        for (at, pat) in body.params.iter().enumerate() {
            self.bind(*pat, &params.get(at).cloned().unwrap_or(Type::Unknown));
        }
        for extra in &body.extra {
            self.expr(*extra);
        }
        if let Some(value) = body.value {
            if let DefData::Fn(sig) = &def.data
                && let Some(ret) = &sig.ret
            {
                let ret = self.lowered(ret);
                self.expect(value, &ret);
            }
            self.expr(value);
        }
        self.note_supplied();
        self.note_layouts();
    }

    pub(super) fn expr(&mut self, id: ExprId) -> Type {
        let ty = self.type_of_expr(id);
        if !self.watched.is_empty() {
            self.seen_type(id, &ty);
        }
        ty
    }

    fn type_of_expr(&mut self, id: ExprId) -> Type {
        let body = self.body;
        let Some(expr) = body.exprs.get(id as usize) else { return Type::Unknown };
        match expr {
            Expr::Path(path) => self.path_value(*path),
            Expr::Lit(lit) => literal_type(*lit),
            Expr::Call(func, args) => self.call(*func, args),
            Expr::Method(call) => self.method_call(call),
            Expr::Field(base, field, span) => {
                let base = self.expr(*base);
                self.field(&base, *field, *span)
            }
            Expr::Struct(literal) => self.struct_literal(literal),
            Expr::Tuple(items) => self.tuple(items),
            Expr::Array(items) => {
                let types = self.read_all(items);
                if self.any_conditional(items) {
                    let items: Vec<(ExprId, Type)> = items.iter().copied().zip(types).collect();
                    return Type::Slice(Arc::new(self.one_of(&items)));
                }
                let item = self.fresh();
                types.iter().for_each(|ty| self.unify(&item, ty));
                Type::Slice(Arc::new(self.deep(&item)))
            }
            Expr::Repeat(item, count) => {
                let item = self.expr(*item);
                self.expr(*count);
                Type::Slice(Arc::new(item))
            }
            Expr::Block(block) => self.block(block),
            Expr::Ref(inner) => self.expr(*inner).reference(),
            Expr::Deref(inner) => {
                let inner = self.expr(*inner);
                match self.settled(&inner) {
                    // A raw pointer dereferences nowhere else.
                    Type::Ext(path, args) if path == "*" => args.first().cloned().unwrap_or(Type::Unknown),
                    inner => self.cx.deref(&inner).unwrap_or(Type::Unknown),
                }
            }
            Expr::Unary(inner) => match self.expr(*inner) {
                ty if ty.is_primitive() => ty,
                _ => Type::Unknown,
            },
            Expr::Cast(inner, ty) => {
                let from = self.expr(*inner);
                self.use_type(ty);
                let to = self.lowered(ty);
                self.cast_layout(&from, &to);
                to
            }
            Expr::Await(inner) => {
                let inner = self.expr(*inner);
                self.awaited(&inner)
            }
            Expr::Try(inner) => self.attempt(*inner),
            Expr::Closure(closure) => {
                let expected = self.expectations.remove(&id);
                self.closure(closure, expected)
            }
            Expr::Macro(call) => self.macro_call(call),
            Expr::Under(cfg, inner) => self.within(cfg, |walk| walk.expr(*inner)),
            Expr::Unknown => Type::Unknown,
            other => self.flow(other),
        }
    }

    fn struct_literal(&mut self, literal: &StructLit) -> Type {
        let body = self.body;
        let path = &body.paths[literal.path as usize];
        let (ty, meant) = self.constructed_or_matched(path, false);
        let foreign = if meant.is_empty() && ty.is_unknown() { self.foreign_holder(path) } else { None };
        let ty = foreign.as_ref().map_or(ty, |(_, made)| made.clone());
        let ty = self.filled(&ty);
        // Fields are written here; that does not make them read.
        for (name, span, value) in &literal.fields {
            for of in &meant {
                self.mention_fields(*of, *name, *span);
            }
            let field = match (&meant[..], &foreign) {
                ([of], _) => match self.cx.impls.members.field(*of, *name) {
                    [field] => Some(self.declared(*field, &ty)),
                    _ => None,
                },
                ([], Some((item, made))) => self.field_of_foreign(*item, made, *name),
                _ => None,
            };
            self.given(*value, field.as_ref());
        }
        literal.rest.into_iter().for_each(|rest| drop(self.expr(rest)));
        if foreign.is_some() { self.deep(&ty) } else { ty }
    }
}
