//! Statements of blocks, and what the value of a block may be.
//!
//! In: statements as they are written, calls of macros among them. Out: the statements of the block, in which what a macro
//! becomes stands among the others, so that what it binds stays; and the last expression as the value. Where that exists
//! under a condition, or is a call that becomes nothing, what stands before it may be the value as well: then the value is
//! one of them, each under its conditions. It does not know which conditions exclude each other.

use super::Lower;
use super::attrs::conditions;
use crate::facts::body::{Arm, Block, Lit, Stmt};
use crate::facts::{Cfg, Expr, ExprId, Pat};

/// What statements give if nothing comes behind them.
pub(super) struct Ends {
    /// Which statements of the block may be its value, in their order: each is an expression without a semicolon.
    values: Vec<usize>,
    /// One of these is always there.
    whole: bool,
    /// All of the statements may be absent: what stands before them may be the value as well.
    open: bool,
}

impl Ends {
    /// A statement that has no value.
    fn closed() -> Self {
        Ends { values: vec![], whole: false, open: false }
    }
}

impl Lower<'_> {
    /// Reads statements into a block, and finds its value.
    pub(super) fn stmts(&mut self, stmts: &[syn::Stmt], block: &mut Block) {
        let ends = self.open_stmts(stmts, block);
        let mut values = vec![];
        for at in ends.values.into_iter().rev() {
            if let Stmt::Expr(value) = block.stmts.remove(at) {
                values.push(value);
            }
        }
        values.reverse();
        block.tail = self.choice(&values);
    }

    /// One of some values, each of which exists under its own conditions.
    pub(super) fn choice(&mut self, values: &[ExprId]) -> Option<ExprId> {
        if values.len() < 2 {
            return values.first().copied();
        }
        let source = self.add_expr(Expr::Lit(Lit::Bool));
        let mut arms = vec![];
        for body in values {
            arms.push(Arm { pat: self.add_pat(Pat::Wild), guard: None, body: *body });
        }
        Some(self.add_expr(Expr::Match(source, arms.into())))
    }

    /// Reads statements that others may follow into a block.
    pub(super) fn open_stmts(&mut self, stmts: &[syn::Stmt], block: &mut Block) -> Ends {
        let mut ends = Ends { values: vec![], whole: false, open: true };
        for stmt in stmts {
            let last = self.stmt(stmt, block);
            ends = self.followed(ends, last, block);
        }
        ends
    }

    /// What statements give with another one behind them.
    fn followed(&mut self, mut before: Ends, last: Ends, block: &mut Block) -> Ends {
        if !last.open {
            return last;
        }
        // What is always there is the value where nothing behind it exists.
        if before.whole && !last.values.is_empty() {
            let behind = last.values.iter().filter_map(|at| match block.stmts.get(*at) {
                Some(Stmt::Expr(value)) => Some(Cfg::All(self.body.conditions(*value).to_vec())),
                _ => None,
            });
            let nothing_behind = vec![Cfg::Not(Box::new(Cfg::Any(behind.collect())))];
            for at in &before.values {
                if let Some(Stmt::Expr(value)) = block.stmts.get_mut(*at) {
                    *value = self.under_conditions(nothing_behind.clone(), *value);
                }
            }
        }
        before.values.extend(last.values);
        before
    }

    fn stmt(&mut self, stmt: &syn::Stmt, block: &mut Block) -> Ends {
        match stmt {
            syn::Stmt::Local(local) => {
                self.member_attrs(&local.attrs);
                let stmt = self.local(local);
                block.stmts.push(Stmt::Let(Box::new(stmt)));
                Ends::closed()
            }
            syn::Stmt::Item(item) => {
                let body = std::mem::take(&mut self.body);
                self.item(item);
                self.body = body;
                self.define_block_macro(item);
                Ends::closed()
            }
            syn::Stmt::Expr(expr, semicolon) => {
                let value = self.operand(expr);
                let ends = self.value_stmt(value, block);
                if semicolon.is_some() { Ends::closed() } else { ends }
            }
            syn::Stmt::Macro(call) => {
                self.member_attrs(&call.attrs);
                let ends = self.macro_statement(call, block);
                if call.semi_token.is_some() { Ends::closed() } else { ends }
            }
        }
    }

    /// An expression that is the value if nothing comes behind it.
    fn value_stmt(&mut self, value: ExprId, block: &mut Block) -> Ends {
        block.stmts.push(Stmt::Expr(value));
        let whole = self.body.conditions(value).is_empty();
        Ends { values: vec![block.stmts.len() - 1], whole, open: !whole }
    }

    /// A call as a statement: what it becomes exists where the call does.
    fn macro_statement(&mut self, call: &syn::StmtMacro, block: &mut Block) -> Ends {
        let cfg = conditions(&call.attrs);
        let first = block.stmts.len();
        let mut ends = self.under(&cfg, |lower| lower.made_stmts(&call.mac, block));
        self.stmts_under_conditions(&cfg, first, block);
        if !cfg.is_empty() {
            ends.whole = false;
            ends.open = true;
        }
        ends
    }

    /// What a call becomes as statements among others, wherever it exists.
    fn made_stmts(&mut self, mac: &syn::Macro, block: &mut Block) -> Ends {
        if let Some(value) = self.conditional_stmts(mac, block) {
            return self.value_stmt(value, block);
        }
        let form = self.form(mac);
        let Some(all) = (if form.is_none() { self.expanded_stmts(mac) } else { None }) else {
            let value = self.call_of_form(mac, form);
            return self.value_stmt(value, block);
        };
        let call = self.expanded_call(mac, vec![]);
        block.stmts.push(Stmt::Expr(call));
        if let [only] = &all[..] {
            return self.expanded_into(mac, only, block);
        }
        for stmts in &all {
            self.expanded_into(mac, stmts, block);
        }
        // Which of the alternatives is there is not known, and so what it gives.
        let value = self.add_expr(Expr::Unknown);
        self.value_stmt(value, block)
    }
}
