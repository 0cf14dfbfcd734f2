//! What closures are expected to be, where a type says so before they are read: `let f: Box<dyn Fn(&Tcp)> = Box::new(|it| …)`.
//!
//! In: an expression that is to be read next, and the type that its place has. Out: for each closure that is its value,
//! or stands in it where that is plain (behind `&`, in `Box::new`, in a branch), what it is called with. Nothing else is
//! changed: what the expression gives is found out as ever.

use super::bodies::Walk;
use super::types::{TraitRef, Type};
use crate::facts::{Expr, ExprId};

/// Branches in branches; deeper ones are not gone into.
const DEEPEST: u32 = 8;

impl Walk<'_> {
    /// Notes what the closures in an expression are expected to be.
    pub(super) fn expect(&mut self, id: ExprId, ty: &Type) {
        self.expect_within(id, ty, DEEPEST);
    }

    fn expect_within(&mut self, id: ExprId, ty: &Type, depth: u32) {
        let body = self.body;
        let (Some(expr), Some(depth)) = (body.exprs.get(id as usize), depth.checked_sub(1)) else { return };
        let holds_some = matches!(
            expr,
            Expr::Closure(_)
                | Expr::Ref(_)
                | Expr::Call(..)
                | Expr::Block(_)
                | Expr::If(..)
                | Expr::Match(..)
                | Expr::Tuple(_)
                | Expr::Array(_)
                | Expr::Macro(_)
                | Expr::Under(..)
        );
        if !holds_some {
            return;
        }
        let ty = self.shallow(ty);
        match (expr, &ty) {
            (Expr::Closure(_), Type::Bound(refs)) => {
                if let Some((params, output)) = refs.iter().find_map(TraitRef::signature) {
                    let params = params.iter().map(|param| self.deep(param)).collect();
                    self.expectations.insert(id, (params, output));
                }
            }
            (Expr::Closure(_), Type::Fn(about)) => {
                let params = about.0.iter().map(|param| self.deep(param)).collect();
                self.expectations.insert(id, (params, about.1.clone()));
            }
            (Expr::Ref(inner), Type::Ref(ty)) => self.expect_within(*inner, ty, depth),
            (Expr::Call(func, args), Type::Ext(path, types)) => {
                if let ([arg], Some(ty)) = (&args[..], types.first())
                    && self.wraps(*func, super::prelude::last(*path))
                {
                    self.expect_within(*arg, ty, depth);
                }
            }
            (Expr::Macro(call), Type::Ext(path, types)) if super::prelude::last(*path) == "Vec" && !call.expanded => {
                if let Some(ty) = types.first() {
                    call.args.iter().for_each(|arg| self.expect_within(*arg, ty, depth));
                }
            }
            (Expr::Tuple(items), Type::Tuple(types)) if !self.any_conditional(items) => {
                items.iter().zip(&**types).for_each(|(item, ty)| self.expect_within(*item, ty, depth));
            }
            (Expr::Array(items), Type::Slice(ty)) => {
                items.iter().for_each(|item| self.expect_within(*item, ty, depth));
            }
            (Expr::Under(_, inner), ty) => self.expect_within(*inner, ty, depth),
            (Expr::Block(block), ty) => block.tail.iter().for_each(|id| self.expect_within(*id, ty, depth)),
            (Expr::If(_, then, otherwise), ty) => {
                self.expect_within(*then, ty, depth);
                otherwise.iter().for_each(|id| self.expect_within(*id, ty, depth));
            }
            (Expr::Match(_, arms), ty) => arms.iter().for_each(|arm| self.expect_within(arm.body, ty, depth)),
            _ => {}
        }
    }

    /// Whether a call puts its argument into a type of this name: `Box::new(…)`, `Some(…)`.
    fn wraps(&self, func: ExprId, of: &str) -> bool {
        let Some(Expr::Path(path)) = self.body.exprs.get(func as usize) else { return false };
        match &self.body.paths[*path as usize].segs[..] {
            [.., holder, made] if made.name == "new" => holder.name == of && matches!(of, "Arc" | "Box" | "Rc"),
            [made] => matches!((made.name.as_str(), of), ("Some", "Option") | ("Ok", "Result")),
            _ => false,
        }
    }

    /// The closure that an argument is, perhaps behind references, with its part of the type of the parameter.
    pub(super) fn closure_within<'t>(&self, arg: ExprId, input: &'t Type) -> Option<(ExprId, &'t Type)> {
        match (self.body.exprs.get(arg as usize)?, input) {
            (Expr::Closure(_), input) => Some((arg, input)),
            (Expr::Ref(inner), Type::Ref(input)) => self.closure_within(*inner, input),
            (Expr::Under(_, inner), input) => self.closure_within(*inner, input),
            _ => None,
        }
    }
}
