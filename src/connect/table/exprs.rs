//! Expressions and patterns of the code that sets routes up.
//!
//! In: an expression, and what locals hold. Out: its value. Every branch is taken; what is made in one carries the branch.

use super::patterns::Text;
use super::values::{Site, Value};
use super::walk::{Frame, Walk};
use crate::facts::body::{Arm, Block, Lit, Stmt, StructLit};
use crate::facts::{Expr, ExprId, Pat, PatId};
use crate::model::Span;

/// Expressions that are read at most, so that code that calls itself in many ways ends.
const MOST_STEPS: usize = 4_000_000;
/// Values of a list that a loop is read for.
const MOST_ROUNDS: usize = 32;

impl<'a> Walk<'a> {
    pub(super) fn expr(&mut self, frame: &mut Frame<'a>, id: ExprId) -> Value {
        self.steps += 1;
        let body = frame.body;
        let Some(expr) = body.exprs.get(id as usize).filter(|_| self.steps < MOST_STEPS) else { return Value::Unknown };
        match expr {
            Expr::Path(path) => self.path(frame, &body.paths[*path as usize]),
            Expr::Lit(Lit::Str(span)) => self.literal(frame, *span),
            Expr::Call(func, args) => self.function(frame, *func, args),
            Expr::Method(call) => self.method(frame, call),
            Expr::Block(block) => self.block(frame, block),
            Expr::If(condition, then, otherwise) => self.choice(frame, *condition, *then, *otherwise),
            Expr::Match(source, arms) => self.matched(frame, *source, arms),
            Expr::Let(pat, value) => {
                let value = self.expr(frame, *value);
                self.bind(frame, *pat, value);
                Value::Unknown
            }
            Expr::While(condition, repeat) => {
                let depth = frame.locals.len();
                self.expr(frame, *condition);
                self.expr(frame, *repeat);
                frame.locals.truncate(depth);
                Value::Unknown
            }
            Expr::For(pat, over, repeat) => self.rounds(frame, *pat, *over, *repeat),
            Expr::Closure(_) => Value::Closure(frame.def, id),
            Expr::Leave(value) | Expr::Break(value, _) => {
                if let Some(value) = value {
                    let value = self.expr(frame, *value);
                    frame.returned.push((value, self.branches.clone()));
                }
                Value::Never
            }
            Expr::Assign(place, value) => {
                let value = self.expr(frame, *value);
                self.set(frame, *place, value);
                Value::Unknown
            }
            Expr::Macro(call) => self.macro_call(frame, call),
            Expr::Under(_, inner) => self.expr(frame, *inner),
            Expr::Tuple(items) | Expr::Array(items) => {
                Value::List(items.iter().map(|item| self.expr(frame, *item)).collect())
            }
            Expr::Struct(literal) => self.struct_literal(frame, literal),
            Expr::Ref(inner) | Expr::Deref(inner) | Expr::Try(inner) | Expr::Await(inner) | Expr::Cast(inner, _) => {
                self.expr(frame, *inner)
            }
            Expr::Repeat(item, _) | Expr::Unary(item) | Expr::Field(item, ..) => {
                self.expr(frame, *item);
                Value::Unknown
            }
            Expr::Binary(_, left, right) | Expr::AssignOp(left, right) | Expr::Index(left, right) => {
                self.expr(frame, *left);
                self.expr(frame, *right);
                Value::Unknown
            }
            Expr::Lit(_) | Expr::Range(..) | Expr::Unknown => Value::Unknown,
        }
    }

    fn matched(&mut self, frame: &mut Frame<'a>, source: ExprId, arms: &'a [Arm]) -> Value {
        let source = self.expr(frame, source);
        let choice = self.fork();
        let mut all = vec![];
        for (way, arm) in (0..).zip(arms) {
            let depth = frame.locals.len();
            self.branches.push((choice, way));
            self.bind(frame, arm.pat, source.clone());
            let value = self.expr(frame, arm.body);
            all.push((value, self.branches.clone()));
            self.branches.pop();
            frame.locals.truncate(depth);
        }
        self.one_of(all, Site { by: frame.def, at: Span::default() })
    }

    /// A value with fields: what is put into them is somebody else's from then on.
    fn struct_literal(&mut self, frame: &mut Frame<'a>, literal: &'a StructLit) -> Value {
        for (_, _, value) in &literal.fields {
            let value = self.expr(frame, *value);
            self.read_closure(frame, &value);
            self.hand_on(&value);
        }
        let path = &frame.body.paths[literal.path as usize];
        self.meaning(frame.def, path.span.start).map_or(Value::Unknown, Value::Item)
    }

    fn fork(&mut self) -> u32 {
        self.choices += 1;
        self.choices
    }

    fn choice(&mut self, frame: &mut Frame<'a>, condition: ExprId, then: ExprId, otherwise: Option<ExprId>) -> Value {
        let depth = frame.locals.len();
        self.expr(frame, condition);
        let choice = self.fork();
        let mut all = vec![];
        for (way, part) in (0..).zip([Some(then), otherwise].into_iter().flatten()) {
            self.branches.push((choice, way));
            let value = self.expr(frame, part);
            all.push((value, self.branches.clone()));
            self.branches.pop();
            frame.locals.truncate(depth);
        }
        match (otherwise, all.first()) {
            // What follows runs where this did not.
            (None, Some((Value::Never, _))) => {
                self.branches.push((choice, 1));
                Value::Unknown
            }
            (None, _) => Value::Unknown,
            _ => self.one_of(all, Site { by: frame.def, at: Span::default() }),
        }
    }

    fn rounds(&mut self, frame: &mut Frame<'a>, pat: PatId, over: ExprId, repeat: ExprId) -> Value {
        let values = match self.expr(frame, over) {
            Value::List(values) if !values.is_empty() => values,
            _ => vec![Value::Unknown],
        };
        for value in values.into_iter().take(MOST_ROUNDS) {
            let depth = frame.locals.len();
            self.bind(frame, pat, value);
            self.expr(frame, repeat);
            frame.locals.truncate(depth);
        }
        Value::Unknown
    }

    fn block(&mut self, frame: &mut Frame<'a>, block: &'a Block) -> Value {
        let (depth, branches) = (frame.locals.len(), self.branches.len());
        let mut leaves = false;
        for stmt in &block.stmts {
            match stmt {
                Stmt::Let(stmt) => {
                    let value = stmt.value.map_or(Value::Unknown, |value| self.expr(frame, value));
                    stmt.otherwise.into_iter().for_each(|other| drop(self.expr(frame, other)));
                    self.bind(frame, stmt.pat, value);
                }
                Stmt::Expr(expr) => {
                    let value = self.expr(frame, *expr);
                    self.read_closure(frame, &value);
                    leaves |= matches!(value, Value::Never);
                }
            }
        }
        let value = match block.tail {
            Some(tail) => self.expr(frame, tail),
            None if leaves => Value::Never,
            None => Value::Unknown,
        };
        frame.locals.truncate(depth);
        self.branches.truncate(branches);
        value
    }

    pub(super) fn bind(&mut self, frame: &mut Frame<'a>, pat: PatId, value: Value) {
        let Some(pat) = frame.body.pats.get(pat as usize) else { return };
        match (pat, value) {
            (Pat::Bind { name, .. }, value) => frame.locals.push((*name, value)),
            (Pat::Typed(inner, _) | Pat::Ref(inner) | Pat::Under(_, inner), value) => self.bind(frame, *inner, value),
            (Pat::Tuple(pats) | Pat::Slice(pats), Value::List(values)) => {
                let values = values.into_iter().chain(std::iter::repeat(Value::Unknown));
                pats.iter().zip(values).for_each(|(pat, value)| self.bind(frame, *pat, value));
            }
            // `Some(router)`, `Ok(router)`.
            (Pat::TupleStruct(_, pats), value) => match pats[..] {
                [only] => self.bind(frame, only, value),
                _ => pats.iter().for_each(|pat| self.bind(frame, *pat, Value::Unknown)),
            },
            (Pat::Tuple(pats) | Pat::Slice(pats), _) => {
                pats.iter().for_each(|pat| self.bind(frame, *pat, Value::Unknown));
            }
            (Pat::Call { cases, known, .. }, value) => {
                let value = if *known { value } else { Value::Unknown };
                cases.iter().for_each(|case| self.bind(frame, *case, value.clone()));
            }
            (Pat::Struct(_, fields), _) => {
                fields.iter().for_each(|(_, _, pat)| self.bind(frame, *pat, Value::Unknown));
            }
            _ => {}
        }
    }

    fn path(&mut self, frame: &Frame<'a>, path: &crate::facts::Path) -> Value {
        if let Some(local) = path.single().and_then(|seg| frame.local(seg.name)) {
            return local.clone();
        }
        match self.meanings.get(&(frame.def, path.span.start)) {
            Some(def) => self.item(*def),
            None => Value::Unknown,
        }
    }

    fn literal(&self, frame: &Frame<'a>, span: Span) -> Value {
        let text = self.text_at(frame.def, span);
        Value::Text(crate::extract::string_value_of(text).map_or_else(Text::unknown, |text| Text::known(&text)))
    }
}
