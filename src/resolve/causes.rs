//! Why the type of a value is not known: the place where it was lost, told for each method call that stays by name.
//!
//! Only for the reader and for measurements; nothing is decided by it.

use super::bodies::Walk;
use super::types::Type;
use crate::facts::body::MethodCall;
use crate::facts::{Cfg, Expr, ExprId};
use crate::model::{ModId, Name, name};
use std::fmt;
use std::sync::Arc;

/// A local variable.
#[derive(Clone, Debug)]
pub(super) struct Local {
    pub(super) name: Name,
    pub(super) ty: Type,
    /// Where its value is from.
    pub(super) from: Source,
    /// The conditions under which it exists, if there are any: another of its name may stand before it.
    pub(super) under: Option<Arc<[Cfg]>>,
    /// Whether the rules of a macro bind it: it is for words of these alone.
    pub(super) made: bool,
    /// The module or block that it is bound in.
    pub(super) module: ModId,
}

/// Where the value of a local is from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Source {
    /// A parameter.
    None,
    /// This expression, or a part of it.
    Value(ExprId),
    /// A caller of a closure.
    Closure,
    /// A macro that was given its name.
    Macro(Name),
}

/// Why the type of a value is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cause {
    /// What sort of reason.
    pub kind: CauseKind,
    /// What it is about.
    pub about: Name,
}

/// Sorts of reasons why a type is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CauseKind {
    /// The result of a macro.
    Macro,
    /// The result of a method that is known.
    Result,
    /// The result of a function by its path.
    Call,
    /// A path as a value.
    Path,
    /// A field.
    Field,
    /// A parameter of a closure.
    Closure,
    /// A parameter of a function.
    Parameter,
    /// Part of a value that a pattern took apart, or a variable whose type no later line was looked at for.
    Pattern,
    /// A type that may have more methods than are seen.
    Open,
    /// Another sort of expression.
    Other,
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            CauseKind::Macro => "result of the macro",
            CauseKind::Result => "result of the method",
            CauseKind::Call => "result of the function",
            CauseKind::Path => "path",
            CauseKind::Field => "field",
            CauseKind::Closure => "parameter of a closure",
            CauseKind::Parameter => "parameter",
            CauseKind::Pattern => "variable",
            CauseKind::Open => "type with members that are not seen",
            CauseKind::Other => "expression",
        };
        write!(f, "{kind} `{}`", self.about)
    }
}

/// A chain of values that come from each other; longer ones are cut.
const LONGEST: u32 = 32;

impl Walk<'_> {
    /// Why the receiver of a call, or `at` behind it, is not known well enough.
    pub(super) fn cause_of_call(&self, call: &MethodCall, at: &Type) -> Cause {
        match at.peeled() {
            Type::Adt(def, _) => Cause { kind: CauseKind::Open, about: self.cx.defs.get(self.cx.sources, *def).name },
            Type::Ext(path, _) => Cause { kind: CauseKind::Open, about: *path },
            Type::Bound(_) => Cause { kind: CauseKind::Open, about: name("dyn") },
            _ => self.cause(call.receiver, LONGEST),
        }
    }

    fn cause(&self, id: ExprId, depth: u32) -> Cause {
        let other = |about: &str| Cause { kind: CauseKind::Other, about: name(about) };
        let (Some(expr), Some(depth)) = (self.body.exprs.get(id as usize), depth.checked_sub(1)) else {
            return other("long chain");
        };
        match expr {
            Expr::Path(path) => self.cause_of_path(&self.body.paths[*path as usize], depth),
            Expr::Method(call) if self.unknown_calls.contains_key(&call.span.start) => {
                self.unknown_calls[&call.span.start]
            }
            Expr::Method(call) => Cause { kind: CauseKind::Result, about: call.name },
            Expr::Call(func, _) => match self.body.exprs.get(*func as usize) {
                Some(Expr::Path(path)) => {
                    let path = &self.body.paths[*path as usize];
                    Cause { kind: CauseKind::Call, about: name(&path.text()) }
                }
                _ => self.cause(*func, depth),
            },
            Expr::Field(base, field, _) => match self.cause(*base, depth) {
                known if known.kind != CauseKind::Path => known,
                _ => Cause { kind: CauseKind::Field, about: *field },
            },
            Expr::Macro(call) => {
                let last = self.body.paths[call.path as usize].segs.last();
                Cause { kind: CauseKind::Macro, about: last.map_or(name("?"), |seg| seg.name) }
            }
            Expr::Ref(inner)
            | Expr::Deref(inner)
            | Expr::Try(inner)
            | Expr::Await(inner)
            | Expr::Unary(inner)
            | Expr::Under(_, inner) => self.cause(*inner, depth),
            Expr::Index(base, _) => self.cause(*base, depth),
            Expr::Block(block) => block.tail.map_or(other("block"), |tail| self.cause(tail, depth)),
            Expr::If(..) => other("if"),
            Expr::Match(..) => other("match"),
            Expr::Binary(..) => other("operator"),
            Expr::Struct(..) => other("struct literal"),
            Expr::Closure(..) => other("closure"),
            Expr::Cast(..) => other("as"),
            _ => other("?"),
        }
    }

    fn cause_of_path(&self, path: &crate::facts::Path, depth: u32) -> Cause {
        let local = path.single().and_then(|seg| self.locals.iter().rev().find(|local| local.name == seg.name));
        match local.map(|local| (local.name, local.from)) {
            None => Cause { kind: CauseKind::Path, about: name(&path.text()) },
            Some((about, Source::None)) => Cause { kind: CauseKind::Parameter, about },
            Some((about, Source::Closure)) => Cause { kind: CauseKind::Closure, about },
            Some((_, Source::Macro(about))) => Cause { kind: CauseKind::Macro, about },
            Some((about, Source::Value(from))) => match self.cause(from, depth) {
                Cause { kind: CauseKind::Other, .. } => Cause { kind: CauseKind::Pattern, about },
                known => known,
            },
        }
    }
}
