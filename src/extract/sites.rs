//! What has to change in a file where fields that are only written, and variants that are only matched, go.
//!
//! In: the text of one file and the offsets at which dead fields and variants are mentioned. Out: an edit for each
//! mention that can go with what it stands in: the value of a field in a literal, an assignment, an arm, an
//! alternative. A mention without an edit stays, and keeps what it mentions.

mod calm;
mod patterns;

use crate::edit::{Edit, Element, without};
use crate::model::Span;
use quote::ToTokens;
use std::collections::BTreeSet;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// An edit for one mention or several.
#[derive(Debug, Clone)]
pub struct Site {
    /// What to change.
    pub edit: Edit,
    /// The mentions that go with it, by offset.
    pub of: Vec<u32>,
    /// Something that may do more than to give a value is no longer run.
    pub silences: bool,
}

/// Finds the edits for mentions at the offsets `wanted`; `base` is the offset of the tree in the text.
pub fn sites(tree: &syn::File, text: &str, base: u32, wanted: &BTreeSet<u32>) -> Vec<Site> {
    let mut finder = Finder { text, base, wanted, sites: vec![] };
    finder.visit_file(tree);
    finder.sites
}

struct Finder<'a> {
    text: &'a str,
    base: u32,
    wanted: &'a BTreeSet<u32>,
    sites: Vec<Site>,
}

impl Finder<'_> {
    fn span(&self, node: impl ToTokens) -> Span {
        let range = node.span().byte_range();
        Span { start: self.base + range.start as u32, end: self.base + range.end as u32 }
    }

    fn source(&self, node: impl ToTokens) -> &str {
        let span = self.span(node);
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// The offset of a name, if it is a mention that was asked for.
    fn mention(&self, node: impl ToTokens) -> Option<u32> {
        Some(self.span(node).start).filter(|start| self.wanted.contains(start))
    }

    fn add(&mut self, edit: Edit, of: Vec<u32>, silences: bool) {
        self.sites.push(Site { edit, of, silences });
    }

    /// Takes elements out of a list; each element with the mentions that it goes with. What has none at the end of
    /// the list stays.
    fn take(&mut self, elements: &[Element], gone: &[Option<Vec<u32>>], silences: bool) {
        let of: Vec<u32> = gone.iter().flatten().flatten().copied().collect();
        for span in without(self.text, elements, |at| gone.get(at).is_some_and(Option::is_some)) {
            self.add(Edit::remove(span), of.clone(), silences);
        }
    }

    fn element(&self, node: impl ToTokens) -> Element {
        let span = self.span(node);
        Element { span, end: span.end }
    }

    /// The elements of a list with their separators, and what stands behind them all.
    fn elements<T: ToTokens, P: ToTokens>(
        &self,
        list: &syn::punctuated::Punctuated<T, P>,
        rest: Option<impl ToTokens>,
    ) -> Vec<Element> {
        let element = |pair: syn::punctuated::Pair<&T, &P>| Element {
            end: pair.punct().map_or(self.span(pair.value()).end, |it| self.span(it).end),
            ..self.element(pair.value())
        };
        list.pairs().map(element).chain(rest.map(|rest| self.element(rest))).collect()
    }

    /// The mention of a field on the left of `=`, where nothing is run to get there.
    fn assigned(&self, left: &syn::Expr) -> Option<u32> {
        match left {
            syn::Expr::Field(field) if calm::is_calm(&field.base) => self.mention(&field.member),
            _ => None,
        }
    }

    /// An assignment to a dead field as a statement.
    fn assignment(&mut self, whole: &impl ToTokens, assign: &syn::ExprAssign) -> bool {
        let Some(at) = self.assigned(&assign.left) else { return false };
        let span = self.span(whole);
        if calm::is_calm(&assign.right) {
            self.add(Edit::remove_item(self.text, span), vec![at], false);
        } else {
            let put = format!("let _ = {};", self.source(&assign.right));
            self.add(Edit::replace(span, put), vec![at], false);
        }
        true
    }

    /// A condition that can never hold: `let` with a dead variant, alone or with others that do nothing.
    fn never(&self, condition: &syn::Expr) -> Option<Vec<u32>> {
        match condition {
            syn::Expr::Let(one) if calm::is_calm(&one.expr) => self.dead(&one.pat),
            syn::Expr::Binary(both) if matches!(both.op, syn::BinOp::And(_)) => match self.never(&both.left) {
                Some(of) => Some(of),
                None if calm::is_calm(&both.left) => self.never(&both.right),
                None => None,
            },
            syn::Expr::Paren(inner) => self.never(&inner.expr),
            _ => None,
        }
    }

    /// A statement that is never run.
    fn idle(&mut self, whole: &impl ToTokens, expr: &syn::Expr) -> bool {
        let of = match expr {
            syn::Expr::If(it) if it.else_branch.is_none() => self.never(&it.cond),
            syn::Expr::While(it) => self.never(&it.cond),
            _ => None,
        };
        let Some(of) = of else { return false };
        self.add(Edit::remove_item(self.text, self.span(whole)), of, false);
        true
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_expr_struct(&mut self, literal: &'ast syn::ExprStruct) {
        let gone: Vec<_> = literal.fields.iter().map(|field| self.mention(&field.member).map(|at| vec![at])).collect();
        let noisy = literal.fields.iter().zip(&gone).any(|(it, gone)| gone.is_some() && !calm::is_calm(&it.expr));
        let list = self.elements(&literal.fields, literal.dot2_token);
        self.take(&list, &gone, noisy);
        let stays = literal.fields.iter().zip(&gone).filter(|(_, gone)| gone.is_none());
        stays.for_each(|(field, _)| self.visit_field_value(field));
        literal.rest.iter().for_each(|rest| self.visit_expr(rest));
    }

    fn visit_stmt(&mut self, stmt: &'ast syn::Stmt) {
        let done = match stmt {
            syn::Stmt::Expr(syn::Expr::Assign(assign), _) => self.assignment(stmt, assign),
            syn::Stmt::Expr(expr, _) => self.idle(stmt, expr),
            _ => false,
        };
        if !done {
            visit::visit_stmt(self, stmt);
        }
    }

    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        // As the value of an arm or a closure.
        if let Some(at) = self.assigned(&assign.left) {
            let put = match calm::is_calm(&assign.right) {
                true => "{}".to_owned(),
                false => format!("{{ let _ = {}; }}", self.source(&assign.right)),
            };
            self.add(Edit::replace(self.span(assign), put), vec![at], false);
        } else {
            visit::visit_expr_assign(self, assign);
        }
    }

    fn visit_expr_if(&mut self, branch: &'ast syn::ExprIf) {
        if let (Some(of), Some((_, other))) = (self.never(&branch.cond), &branch.else_branch) {
            let (start, end) = (self.span(branch).start, self.span(other).start);
            self.add(Edit::remove(Span { start, end }), of, false);
            self.visit_expr(other);
        } else {
            visit::visit_expr_if(self, branch);
        }
    }

    fn visit_expr_match(&mut self, it: &'ast syn::ExprMatch) {
        self.visit_expr(&it.expr);
        let gone: Vec<_> = it.arms.iter().map(|arm| self.dead(&arm.pat)).collect();
        let list: Vec<_> = it.arms.iter().map(|arm| self.element(arm)).collect();
        self.take(&list, &gone, false);
        let stays = it.arms.iter().zip(&gone).filter(|(_, gone)| gone.is_none());
        stays.for_each(|(arm, _)| self.visit_arm(arm));
    }

    fn visit_pat(&mut self, pat: &'ast syn::Pat) {
        self.prune(pat);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.in_macro(call);
    }
}

impl Finder<'_> {
    /// A macro call: `matches!` has a pattern, others may have expressions or statements.
    fn in_macro(&mut self, call: &syn::Macro) {
        let span = self.span(&call.tokens);
        if self.wanted.range(span.start..span.end).next().is_none() {
            return;
        }
        if call.path.segments.last().is_some_and(|last| last.ident == "matches") {
            if let Ok(patterns::Matches { value, pat }) = call.parse_body() {
                match self.dead(&pat) {
                    Some(of) if calm::is_calm(&value) => {
                        self.add(Edit::replace(self.span(call), "false"), of, false);
                    }
                    Some(_) => {}
                    None => self.prune(&pat),
                }
                self.visit_expr(&value);
            }
            return;
        }
        let list = syn::punctuated::Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated;
        if let Ok(exprs) = call.parse_body_with(list) {
            exprs.iter().for_each(|expr| self.visit_expr(expr));
        } else if let Ok(stmts) = call.parse_body_with(syn::Block::parse_within) {
            stmts.iter().for_each(|stmt| self.visit_stmt(stmt));
        } else {
            self.in_blocks(call.tokens.clone());
        }
    }

    /// Blocks in tokens of no known shape, such as the arms of `select!`.
    fn in_blocks(&mut self, tokens: proc_macro2::TokenStream) {
        for tree in tokens {
            let proc_macro2::TokenTree::Group(group) = tree else { continue };
            let span = self.span(&group);
            if self.wanted.range(span.start..span.end).next().is_none() {
                continue;
            }
            let parse = syn::Block::parse_within;
            match syn::parse::Parser::parse2(parse, group.stream()) {
                Ok(stmts) if group.delimiter() == proc_macro2::Delimiter::Brace => {
                    stmts.iter().for_each(|stmt| self.visit_stmt(stmt));
                }
                _ => self.in_blocks(group.stream()),
            }
        }
    }
}
