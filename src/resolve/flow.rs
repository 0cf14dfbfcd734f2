//! Branches, loops, blocks and assignments.
//!
//! In: expressions as they are met. Out: their types; locals come and go with their blocks.

use super::bodies::Walk;
use super::causes::Source;
use super::standard::bool_type;
use super::types::Type;
use super::values::common;
use crate::facts::body::{Arm, BinaryOp, Block, BlockKind, LetStmt, Stmt, StructLit};
use crate::facts::{Expr, ExprId, PatId, PathId};
use crate::model::{DefId, ModId, Name, name};
use std::sync::Arc;

/// A loop or labelled block that is read now.
#[derive(Debug)]
pub(super) struct Break {
    label: Option<Name>,
    is_loop: bool,
    /// What those that leave it by `break` give; `Never` as long as none did.
    value: Type,
    /// What those give that are there under conditions, if there are any.
    conditional: Option<Type>,
    /// How many conditions it stands under itself.
    depth: usize,
}

impl Break {
    /// What all that leave it give; `Never` if none does.
    fn given(self) -> Type {
        match (self.value, self.conditional) {
            (value, Some(conditional)) => common(value, &conditional),
            (value, _) => value,
        }
    }
}

impl Walk<'_> {
    /// Expressions that branch, repeat or assign.
    pub(super) fn flow(&mut self, expr: &Expr) -> Type {
        match expr {
            Expr::If(condition, then, otherwise) => self.branch(*condition, *then, *otherwise),
            Expr::Let(pat, value) => {
                let ty = self.expr(*value);
                self.source = Source::Value(*value);
                self.bind(*pat, &ty);
                bool_type()
            }
            Expr::Match(source, arms) => self.arms(*source, arms),
            Expr::While(condition, repeat) => self.while_loop(*condition, *repeat),
            Expr::For(pat, over, repeat) => self.for_loop(*pat, *over, *repeat),
            Expr::Leave(value) => {
                value.iter().for_each(|value| drop(self.expr(*value)));
                Type::Never
            }
            Expr::Break(value, label) => {
                let given = value.map_or_else(Type::unit, |value| self.expr(value));
                self.broken(*label, given);
                Type::Never
            }
            Expr::Assign(place, value) => self.assignment(*place, *value),
            Expr::AssignOp(left, right) => {
                self.expr(*left);
                self.expr(*right);
                Type::unit()
            }
            Expr::Binary(op, left, right) => self.operated(*op, *left, *right),
            Expr::Index(base, index) => {
                let base = self.expr(*base);
                let index = self.expr(*index);
                self.indexed(&base, &index)
            }
            Expr::Range(start, end) => self.range(*start, *end),
            _ => Type::Unknown,
        }
    }

    /// `if`: what its condition binds is there in its block alone.
    fn branch(&mut self, condition: ExprId, then: ExprId, otherwise: Option<ExprId>) -> Type {
        let depth = self.locals.len();
        self.expr(condition);
        let first = self.expr(then);
        self.locals.truncate(depth);
        let Some(otherwise) = otherwise else { return Type::unit() };
        let second = self.expr(otherwise);
        if self.any_conditional(&[then, otherwise]) {
            self.one_of(&[(then, first), (otherwise, second)])
        } else {
            self.either(first, second)
        }
    }

    /// `match`: the type that its arms agree on.
    fn arms(&mut self, source: ExprId, arms: &[Arm]) -> Type {
        let value = self.expr(source);
        let mut result = Type::Never;
        let mut conditional: Vec<(ExprId, Type)> = vec![];
        let body = self.body;
        for arm in arms {
            let depth = self.locals.len();
            let cfg = body.conditions(arm.body);
            let ty = self.within(cfg, |walk| {
                walk.source = Source::Value(source);
                walk.bind(arm.pat, &value);
                arm.guard.into_iter().for_each(|guard| drop(walk.expr(guard)));
                walk.expr(arm.body)
            });
            if cfg.is_empty() {
                result = self.either(result, ty);
            } else {
                conditional.push((arm.body, ty));
            }
            self.locals.truncate(depth);
        }
        self.beside(result, &conditional)
    }

    fn while_loop(&mut self, condition: ExprId, repeat: ExprId) -> Type {
        let depth = self.locals.len();
        self.expr(condition);
        self.repeated(repeat);
        self.locals.truncate(depth);
        Type::unit()
    }

    fn for_loop(&mut self, pat: PatId, over: ExprId, repeat: ExprId) -> Type {
        let source = self.expr(over);
        let depth = self.locals.len();
        let item = self.item_of(&source);
        self.source = Source::Value(over);
        self.bind(pat, &item);
        self.repeated(repeat);
        self.locals.truncate(depth);
        Type::unit()
    }

    /// What is the same everywhere, beside what it is under conditions: of these alone, if it is nothing elsewhere.
    fn beside(&mut self, always: Type, conditional: &[(ExprId, Type)]) -> Type {
        if always == Type::Never {
            return self.one_of(conditional);
        }
        let body = self.body;
        for (id, ty) in conditional {
            self.within(body.conditions(*id), |walk| walk.unify(&always, ty));
        }
        always
    }

    /// Begins something that `break` leaves.
    fn leaving(&mut self, label: Option<Name>, is_loop: bool) {
        let depth = self.conditions.depth();
        self.breaks.push(Break { label, is_loop, value: Type::Never, conditional: None, depth });
    }

    /// The block of a `for` or `while`, to which a plain `break` in it belongs.
    fn repeated(&mut self, block: ExprId) {
        self.leaving(None, true);
        self.expr(block);
        self.breaks.pop();
    }

    /// A value that a `break` gives to what it leaves.
    fn broken(&mut self, label: Option<Name>, given: Type) {
        let is_meant = |one: &Break| if label.is_some() { one.label == label } else { one.is_loop };
        let Some(at) = self.breaks.iter().rposition(is_meant) else { return };
        if self.conditions.depth() > self.breaks[at].depth {
            let given = self.deep(&given);
            let earlier = self.breaks[at].conditional.take();
            self.breaks[at].conditional = Some(match earlier {
                Some(earlier) => common(earlier, &given),
                None => given,
            });
            return;
        }
        let earlier = std::mem::replace(&mut self.breaks[at].value, Type::Never);
        self.breaks[at].value = self.either(earlier, given);
    }

    /// `=`: a variable takes on the type of what it is given, and any other place is written to.
    fn assignment(&mut self, place: ExprId, value: ExprId) -> Type {
        let given = self.expr(value);
        if let Expr::Path(path) = &self.body.exprs[place as usize] {
            self.given_to(*path, &given);
        } else {
            self.assigned(place, &given);
        }
        Type::unit()
    }

    /// A value for a local, or for a static.
    fn given_to(&mut self, path: PathId, given: &Type) {
        let (ty, ..) = self.value_path(path);
        self.unify(&ty, given);
        self.contradicted(path, &ty, given);
    }

    /// The left side of `=`: a field there is written, not read. A local that a tuple is taken apart into has the type of its
    /// part; what else is taken apart here says no types.
    fn assigned(&mut self, place: ExprId, given: &Type) {
        match &self.body.exprs[place as usize] {
            Expr::Path(path) if !given.is_unknown() => self.given_to(*path, given),
            Expr::Field(base, name, span) => {
                let base = self.expr(*base);
                self.written(&base, *name, *span);
            }
            Expr::Tuple(places) => {
                let parts = self.parts_given(places, given);
                for (at, place) in places.iter().enumerate() {
                    self.assigned(*place, parts.get(at).unwrap_or(&Type::Unknown));
                }
            }
            Expr::Array(places) => places.iter().for_each(|place| self.assigned(*place, &Type::Unknown)),
            Expr::Struct(taken) => self.taken_apart_into(taken),
            // `Line(a, b) = line`: no call is a place.
            Expr::Call(made, places) => {
                self.expr(*made);
                places.iter().for_each(|place| self.assigned(*place, &Type::Unknown));
            }
            _ => drop(self.expr(place)),
        }
    }

    /// The types of the parts of a tuple, for as many places as are before `..`; none of what is no tuple of that length.
    fn parts_given(&mut self, places: &[ExprId], given: &Type) -> Vec<Type> {
        // Which place is for which part hangs on the conditions.
        if self.any_conditional(places) {
            return vec![];
        }
        let Type::Tuple(parts) = self.settled(given) else { return vec![] };
        let exprs = &self.body.exprs;
        let rest = places.iter().position(|place| matches!(exprs[*place as usize], Expr::Range(None, None)));
        match rest {
            Some(rest) => parts.iter().take(rest).cloned().collect(),
            None if parts.len() == places.len() => parts.to_vec(),
            None => vec![],
        }
    }

    /// `Line { from: a, to: b } = line`: the fields are read, as by a pattern.
    fn taken_apart_into(&mut self, taken: &StructLit) {
        let body = self.body;
        let (_, meant) = self.constructed_or_matched(&body.paths[taken.path as usize], true);
        for (name, span, place) in &taken.fields {
            let declared: Vec<DefId> =
                meant.iter().flat_map(|of| self.cx.impls.members.field(*of, *name)).copied().collect();
            self.read_field(&declared, *name, *span);
            self.assigned(*place, &Type::Unknown);
        }
    }

    /// An operator between two values.
    fn operated(&mut self, op: BinaryOp, left: ExprId, right: ExprId) -> Type {
        let left = self.expr(left);
        let right = self.expr(right);
        let (left, right) = (self.settled(&left), self.settled(&right));
        match op {
            BinaryOp::Arithmetic(of) => self.arithmetic(of, &left, &right),
            BinaryOp::Compare | BinaryOp::Lazy => bool_type(),
        }
    }

    /// `start..end`: its ends are of one type.
    fn range(&mut self, start: Option<ExprId>, end: Option<ExprId>) -> Type {
        let item = self.fresh();
        for end in start.into_iter().chain(end) {
            let ty = self.expr(end);
            self.unify(&item, &ty);
        }
        let path = match (start, end) {
            (Some(_), Some(_)) => "std::ops::Range",
            (Some(_), None) => "std::ops::RangeFrom",
            (None, Some(_)) => "std::ops::RangeTo",
            (None, None) => return Type::plain("std::ops::RangeFull"),
        };
        Type::Ext(name(path), Arc::new([self.deep(&item)]))
    }

    pub(super) fn block(&mut self, block: &Block) -> Type {
        let depth = self.locals.len();
        let outer = self.module;
        if let Some(scope) = block.scope {
            // The blocks of one mount are numbered like the scopes of its file.
            let base = outer.0 - self.cx.modules.get(outer).scope;
            self.module = ModId(base + scope);
        }
        let env = block.scope.and_then(|_| self.hide_params());
        let label = match block.kind {
            BlockKind::Loop(label) => label,
            BlockKind::Labelled(label) => Some(label),
            BlockKind::Plain | BlockKind::Async | BlockKind::Try => None,
        };
        let frames = self.breaks.len();
        if label.is_some() || matches!(block.kind, BlockKind::Loop(_)) {
            self.leaving(label, matches!(block.kind, BlockKind::Loop(_)));
        }
        let mut leaves = false;
        for stmt in &block.stmts {
            match stmt {
                Stmt::Let(stmt) => self.local(stmt),
                Stmt::Expr(expr) => leaves |= self.expr(*expr) == Type::Never,
            }
        }
        let value = match block.tail {
            Some(tail) => self.expr(tail),
            None if leaves => Type::Never,
            None => Type::unit(),
        };
        self.locals.truncate(depth);
        self.module = outer;
        env.into_iter().for_each(|env| self.env = env);
        let is_conditional = self.breaks[frames..].iter().any(|one| one.conditional.is_some());
        let broken = self.breaks.drain(frames..).next().map(Break::given);
        match block.kind {
            BlockKind::Plain => value,
            // What is given under conditions is given instead of the rest.
            BlockKind::Labelled(_) if is_conditional => common(broken.unwrap_or(Type::Never), &value),
            BlockKind::Labelled(_) => self.either(broken.unwrap_or(Type::Never), value),
            // A loop that nobody is seen to leave may be left by a macro.
            BlockKind::Loop(_) => broken.filter(|value| *value != Type::Never).unwrap_or(Type::Unknown),
            BlockKind::Async => Type::Future(Arc::new(if value == Type::Never { Type::Unknown } else { value })),
            BlockKind::Try => Type::Unknown,
        }
    }

    fn local(&mut self, stmt: &LetStmt) {
        let before = self.within(&stmt.cfg, |walk| walk.local_inside(stmt));
        self.exist_under(before, &stmt.cfg);
    }

    /// Gives back the first of the locals that it binds.
    fn local_inside(&mut self, stmt: &LetStmt) -> usize {
        let written = stmt.ty.as_ref().map(|written| self.lowered(written));
        if let (Some(written), Some(value)) = (&written, stmt.value) {
            self.expect(value, written);
        }
        let mut ty = match stmt.value {
            Some(value) => self.expr(value),
            None => self.fresh(),
        };
        stmt.ty.iter().for_each(|written| self.use_type(written));
        if let Some(written) = written.filter(|written| !written.is_unknown()) {
            self.unify(&written, &ty);
            ty = self.deep(&written);
        }
        stmt.otherwise.into_iter().for_each(|other| drop(self.expr(other)));
        if ty == Type::Never {
            ty = Type::Unknown;
        }
        let before = self.locals.len();
        self.source = stmt.value.map_or(Source::None, Source::Value);
        self.bind(stmt.pat, &ty);
        before
    }
}
