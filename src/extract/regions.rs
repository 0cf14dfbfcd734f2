//! Regions of bodies that stand under a condition. Only what is written in the file has them: what a macro call becomes
//! counts as unconditional.

use super::Lower;
use super::attrs::predicate;
use super::ends::ends;
use crate::facts::Cfg;
use crate::facts::regions::{Region, RegionKind};
use crate::model::{Name, Span};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// Methods whose closure runs when the receiver is an error or nothing.
const FALLBACKS: [&str; 6] =
    ["or_else", "unwrap_or_else", "map_or_else", "get_or_insert_with", "or_insert_with", "ok_or_else"];

/// The regions of a file, by start; those that begin at one place from the outer to the inner.
pub(super) fn collect(lower: &Lower<'_>, tree: &syn::File) -> Vec<Region> {
    let mut walk = Walk { lower, found: vec![], locals: vec![] };
    walk.visit_file(tree);
    let mut found = walk.found;
    found.sort_by_key(|region| (region.span.start, std::cmp::Reverse(region.span.end)));
    let mut open: Vec<u32> = vec![];
    for row in 0..found.len() {
        let start = found[row].span.start;
        open.retain(|outer| start < found[*outer as usize].span.end);
        found[row].parent = open.last().copied();
        open.push(row as u32);
    }
    found
}

struct Walk<'l, 'a, 'ast> {
    lower: &'l Lower<'a>,
    found: Vec<Region>,
    /// What local variables of the body were set to, the latest last.
    locals: Vec<(Name, &'ast syn::Expr)>,
}

impl Walk<'_, '_, '_> {
    fn span(&self, node: &impl Spanned) -> Span {
        self.lower.span(node.span())
    }

    /// As [`Self::span`], which writes all of it out as tokens.
    fn of_expr(&self, expr: &syn::Expr) -> Span {
        match ends(expr) {
            Some((first, last)) => self.lower.between(first, last),
            None => self.span(expr),
        }
    }

    fn add(&mut self, span: Span, kind: RegionKind, condition: Span, subject: Option<Span>) {
        if span.start < span.end {
            self.found.push(Region { span, kind, condition, subject, parent: None });
        }
    }

    /// What follows an attribute `cfg` and belongs to it.
    fn under_attributes(&mut self, attrs: &[syn::Attribute], whole: impl Fn(&Self) -> Span) {
        let cfgs = attrs.iter().filter(|attr| attr.path().is_ident("cfg"));
        for list in cfgs.filter_map(|attr| attr.meta.require_list().ok()) {
            let cfg = list.parse_args::<syn::Meta>().map_or(Cfg::Const(true), |meta| predicate(&meta));
            let condition = self.span(&list.tokens);
            let span = whole(self);
            self.add(span, RegionKind::Cfg(Box::new(cfg)), condition, None);
        }
    }

    fn condition(&self, condition: &syn::Expr) -> (Span, Option<Span>) {
        (self.of_expr(condition), self.origin(condition))
    }

    /// What the first local variable of a condition was set to.
    fn origin(&self, condition: &syn::Expr) -> Option<Span> {
        let mut at = condition;
        loop {
            at = match at {
                syn::Expr::Paren(inner) => &inner.expr,
                syn::Expr::Unary(inner) => &inner.expr,
                syn::Expr::Reference(inner) => &inner.expr,
                syn::Expr::MethodCall(call) => &call.receiver,
                syn::Expr::Binary(binary) => &binary.left,
                syn::Expr::Let(binding) => &binding.expr,
                syn::Expr::Await(inner) => &inner.base,
                syn::Expr::Path(path) => {
                    let name = Lower::name(path.path.get_ident()?);
                    return self.locals.iter().rev().find(|local| local.0 == name).map(|local| self.of_expr(local.1));
                }
                _ => return None,
            };
        }
    }

    fn block_span(&self, block: &syn::Block) -> Span {
        self.lower.between(block.brace_token.span.open(), block.brace_token.span.close())
    }

    fn in_new_body(&mut self, visit: impl FnOnce(&mut Self)) {
        let outer = std::mem::take(&mut self.locals);
        visit(self);
        self.locals = outer;
    }
}

impl<'ast> Visit<'ast> for Walk<'_, '_, 'ast> {
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
    fn visit_type(&mut self, _: &'ast syn::Type) {}
    fn visit_pat(&mut self, _: &'ast syn::Pat) {}
    fn visit_path(&mut self, _: &'ast syn::Path) {}
    fn visit_generics(&mut self, _: &'ast syn::Generics) {}
    fn visit_item_use(&mut self, _: &'ast syn::ItemUse) {}

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.in_new_body(|walk| walk.visit_block(&item.block));
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.in_new_body(|walk| walk.visit_block(&item.block));
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        self.in_new_body(|walk| item.default.iter().for_each(|block| walk.visit_block(block)));
    }

    fn visit_expr(&mut self, expr: &'ast syn::Expr) {
        self.under_attributes(super::exprs::expr_attrs(expr), |walk| walk.of_expr(expr));
        visit::visit_expr(self, expr);
    }

    fn visit_field_value(&mut self, field: &'ast syn::FieldValue) {
        self.under_attributes(&field.attrs, |walk| walk.span(field));
        visit::visit_field_value(self, field);
    }

    fn visit_stmt_macro(&mut self, call: &'ast syn::StmtMacro) {
        self.under_attributes(&call.attrs, |walk| walk.span(call));
        for branch in self.lower.conditional_blocks(&call.mac) {
            let (span, condition) = (self.block_span(&branch.block), self.span(&branch.predicate));
            self.add(span, RegionKind::Cfg(Box::new(branch.cfg)), condition, None);
            let found = std::mem::take(&mut self.found);
            let mut inner = Walk { lower: self.lower, found, locals: vec![] };
            inner.visit_block(&branch.block);
            self.found = inner.found;
        }
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        self.under_attributes(&local.attrs, |walk| walk.span(local));
        visit::visit_local(self, local);
        let pat = match &local.pat {
            syn::Pat::Type(typed) => &*typed.pat,
            pat => pat,
        };
        if let (syn::Pat::Ident(bound), Some(init)) = (pat, &local.init) {
            self.locals.push((Lower::name(&bound.ident), &*init.expr));
        }
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        visit::visit_block(self, block);
        let end = self.lower.span(block.brace_token.span.close()).start;
        for stmt in &block.stmts {
            if let syn::Stmt::Expr(syn::Expr::If(branch), _) = stmt
                && branch.else_branch.is_none()
                && branch.attrs.is_empty()
                && leaves(&branch.then_branch)
            {
                let start = self.block_span(&branch.then_branch).end;
                let (condition, subject) = self.condition(&branch.cond);
                self.add(Span { start, end }, RegionKind::After, condition, subject);
            }
        }
    }

    fn visit_expr_if(&mut self, branch: &'ast syn::ExprIf) {
        let (condition, subject) = self.condition(&branch.cond);
        let then = self.block_span(&branch.then_branch);
        self.add(then, RegionKind::If, condition, subject);
        if let Some((_, otherwise)) = &branch.else_branch {
            let span = match &**otherwise {
                syn::Expr::Block(block) => self.block_span(&block.block),
                other => self.of_expr(other),
            };
            self.add(span, RegionKind::Unless, condition, subject);
        }
        visit::visit_expr_if(self, branch);
    }

    fn visit_expr_match(&mut self, choice: &'ast syn::ExprMatch) {
        let subject = self.of_expr(&choice.expr);
        let origin = self.origin(&choice.expr);
        for arm in &choice.arms {
            self.under_attributes(&arm.attrs, |walk| walk.span(arm));
            // Of a bare variable it says more where it comes from.
            let condition = self.span(&arm.pat);
            let body = self.of_expr(&arm.body);
            self.add(body, RegionKind::Arm, condition, Some(origin.unwrap_or(subject)));
        }
        visit::visit_expr_match(self, choice);
    }

    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        let kind = match binary.op {
            syn::BinOp::And(_) => Some(RegionKind::If),
            syn::BinOp::Or(_) => Some(RegionKind::Unless),
            _ => None,
        };
        if let Some(kind) = kind {
            let (condition, subject) = self.condition(&binary.left);
            let right = self.of_expr(&binary.right);
            self.add(right, kind, condition, subject);
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let fallback = FALLBACKS.iter().any(|name| call.method == name);
        if fallback || call.method == "then" {
            let span = &call.paren_token.span;
            let args = self.lower.between(span.open(), span.close());
            let (condition, subject) = self.condition(&call.receiver);
            self.add(args, if fallback { RegionKind::Fallback } else { RegionKind::If }, condition, subject);
        }
        visit::visit_expr_method_call(self, call);
    }
}

/// Whether a block never reaches its end.
fn leaves(block: &syn::Block) -> bool {
    match block.stmts.last() {
        Some(syn::Stmt::Expr(expr, _)) => match expr {
            syn::Expr::Return(_) | syn::Expr::Break(_) | syn::Expr::Continue(_) => true,
            syn::Expr::Macro(call) => panics(&call.mac),
            _ => false,
        },
        Some(syn::Stmt::Macro(call)) => panics(&call.mac),
        _ => false,
    }
}

fn panics(call: &syn::Macro) -> bool {
    let last = call.path.segments.last();
    last.is_some_and(|seg| {
        ["panic", "unreachable", "todo", "unimplemented", "bail"].iter().any(|name| seg.ident == name)
    })
}
