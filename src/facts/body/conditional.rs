//! Under which conditions parts of a body exist.
//!
//! In: the row of an expression or a pattern. Out: what `cfg` says before it. Whether it can hold is not known here.

use super::{Body, Expr, ExprId, Pat, PatId};
use crate::facts::Cfg;

impl Body {
    /// What an expression is whose conditions are left out.
    pub fn without_conditions(&self, mut expr: ExprId) -> ExprId {
        while let Some(Expr::Under(_, inner)) = self.exprs.get(expr as usize) {
            expr = *inner;
        }
        expr
    }

    /// The conditions under which an operand exists; none if it is always there.
    pub fn conditions(&self, expr: ExprId) -> &[Cfg] {
        match self.exprs.get(expr as usize) {
            Some(Expr::Under(cfg, _)) => cfg,
            _ => &[],
        }
    }

    /// The same of a pattern.
    pub fn pattern_conditions(&self, pat: PatId) -> &[Cfg] {
        match self.pats.get(pat as usize) {
            Some(Pat::Under(cfg, _)) => cfg,
            _ => &[],
        }
    }
}
