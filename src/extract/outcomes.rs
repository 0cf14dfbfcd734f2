//! What becomes of the error of a call: whether its cause is thrown away where it is met first.
//!
//! In: the tree of a file and the offsets of calls (of the path, or of the name of the method). Out: for those whose error is
//! dropped without a word, how and where. An error that is handed on (`?`, `return`, a mapping that uses it), that ends
//! the program or that is written to a log is not dropped, nor where a function that gives a `bool` answers by it whether the
//! call succeeds. It knows no types: the calls are known to give a `Result`.

use super::words::{has_word, tells};
use crate::model::Span;
use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, Pat};

/// How an error is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drop {
    /// `let _ = call`, or a statement.
    Ignored,
    /// `.ok()`, `.unwrap_or(…)`, `.is_ok()` and the like.
    Method,
    /// `.map_err(|_| …)`.
    Mapped,
    /// `if let Ok(…) = call`, `while let`, `let … else`, without the error.
    OnlyOk,
    /// `Err(_) => …`.
    Arm,
}

impl Drop {
    /// The way in words.
    pub fn in_words(self) -> &'static str {
        match self {
            Drop::Ignored => "the result is not looked at",
            Drop::Method => "this takes the success and drops the error",
            Drop::Mapped => "this makes another error and forgets the cause",
            Drop::OnlyOk => "only success is looked at, the error says nothing to anybody",
            Drop::Arm => "this arm does not look at the error",
        }
    }
}

/// A dropped error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dropped {
    /// How.
    pub how: Drop,
    /// What drops it.
    pub at: Span,
}

/// The calls whose error is dropped, by offset; `base` is the offset of the tree in the text.
pub fn outcomes(tree: &syn::File, base: u32, wanted: &BTreeSet<u32>) -> BTreeMap<u32, Dropped> {
    let mut finder = Finder { base, wanted, answers: BTreeSet::new(), found: BTreeMap::new() };
    finder.visit_file(tree);
    finder.found
}

/// Methods that hand a result on as it is, or with more to say.
const HANDED_ON: [&str; 10] = [
    "context",
    "with_context",
    "wrap_err",
    "wrap_err_with",
    "attach_printable",
    "instrument",
    "in_current_span",
    "boxed",
    "map",
    "and_then",
];
/// Methods that drop the error whatever they are given.
const DROPPING: [&str; 6] = ["ok", "unwrap_or_default", "unwrap_or", "map_or", "is_ok", "is_ok_and"];
/// Methods whose closure gets the error.
const GIVEN: [&str; 4] = ["map_err", "unwrap_or_else", "or_else", "map_or_else"];

struct Finder<'a> {
    base: u32,
    wanted: &'a BTreeSet<u32>,
    /// Calls whose success is all that their function says.
    answers: BTreeSet<u32>,
    found: BTreeMap<u32, Dropped>,
}

impl Finder<'_> {
    fn span(&self, node: impl ToTokens) -> Span {
        let range = node.span().byte_range();
        Span { start: self.base + range.start as u32, end: self.base + range.end as u32 }
    }

    /// The call whose result an expression is.
    fn result_of(&self, expr: &Expr) -> Option<u32> {
        match expr {
            Expr::MethodCall(call) => {
                let own = self.span(&call.method).start;
                let handed_on = HANDED_ON.iter().any(|name| call.method == name);
                if self.wanted.contains(&own) {
                    Some(own)
                } else {
                    handed_on.then(|| self.result_of(&call.receiver)).flatten()
                }
            }
            Expr::Call(call) => Some(self.span(&call.func).start).filter(|start| self.wanted.contains(start)),
            Expr::Await(inner) => self.result_of(&inner.base),
            Expr::Paren(inner) => self.result_of(&inner.expr),
            Expr::Group(inner) => self.result_of(&inner.expr),
            Expr::Reference(inner) => self.result_of(&inner.expr),
            _ => None,
        }
    }

    fn drop(&mut self, call: u32, how: Drop, at: impl ToTokens) {
        if !self.answers.contains(&call) {
            let at = self.span(at);
            self.found.entry(call).or_insert(Dropped { how, at });
        }
    }

    /// Looks for the answer of a function that only says whether something succeeds.
    fn function(&mut self, sig: &syn::Signature, body: &syn::Block) {
        let is_bool = match &sig.output {
            syn::ReturnType::Type(_, ty) => {
                matches!(&**ty, syn::Type::Path(path) if path.qself.is_none() && path.path.is_ident("bool"))
            }
            syn::ReturnType::Default => false,
        };
        if let Some(value) = value_of(body).filter(|_| is_bool) {
            self.answer(value);
        }
    }

    /// Notes the calls whose success a value of type `bool` says.
    fn answer(&mut self, value: &Expr) {
        match value {
            Expr::Paren(inner) => self.answer(&inner.expr),
            Expr::Group(inner) => self.answer(&inner.expr),
            Expr::Unary(inner) => self.answer(&inner.expr),
            Expr::Return(inner) => inner.expr.iter().for_each(|value| self.answer(value)),
            Expr::Block(inner) => value_of(&inner.block).into_iter().for_each(|value| self.answer(value)),
            Expr::Binary(binary) => {
                self.answer(&binary.left);
                self.answer(&binary.right);
            }
            Expr::MethodCall(call) => {
                let asks = call.method != "ok" && DROPPING.iter().any(|name| call.method == name);
                self.answers.extend(self.result_of(&call.receiver).filter(|_| asks));
            }
            Expr::If(branch) => self.answer_of_branches(branch),
            Expr::Match(choice) => {
                let mut failures = choice.arms.iter().filter(|arm| variant(&arm.pat, "Ok").is_none());
                let plain = failures.all(|arm| is_yes_or_no(&arm.body));
                self.answers.extend(self.result_of(&choice.expr).filter(|_| plain));
                choice.arms.iter().for_each(|arm| self.answer(&arm.body));
            }
            _ => {}
        }
    }

    fn answer_of_branches(&mut self, branch: &syn::ExprIf) {
        let plain = branch.else_branch.as_ref().is_some_and(|(_, otherwise)| is_yes_or_no(otherwise));
        match &*branch.cond {
            Expr::Let(binding) if plain && variant(&binding.pat, "Ok").is_some() => {
                self.answers.extend(self.result_of(&binding.expr));
            }
            Expr::Let(_) => {}
            asked if plain && value_of(&branch.then_branch).is_some_and(is_yes_or_no) => self.answer(asked),
            _ => {}
        }
        value_of(&branch.then_branch).into_iter().for_each(|value| self.answer(value));
        branch.else_branch.iter().for_each(|(_, otherwise)| self.answer(otherwise));
    }

    /// Looks at a pattern that the result is held against, and at what runs where it matches.
    fn matched(
        &mut self,
        call: u32,
        pat: &Pat,
        body: &dyn ToTokens,
        otherwise: Option<&dyn ToTokens>,
        at: &dyn ToTokens,
    ) {
        let quiet = otherwise.is_none_or(|otherwise| !tells(&otherwise.to_token_stream()));
        if variant(pat, "Ok").is_some() && quiet {
            self.drop(call, Drop::OnlyOk, at);
        }
        if variant(pat, "Err").is_some_and(|inner| unused(inner, body)) {
            self.drop(call, Drop::Arm, at);
        }
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        item.default.iter().for_each(|body| self.function(&item.sig, body));
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if let Some(of) = self.result_of(&call.receiver) {
            let named = |names: &[&str]| names.iter().any(|name| call.method == name);
            let forgets = match call.args.first() {
                Some(Expr::Closure(closure)) => closure.inputs.first().is_some_and(|pat| unused(pat, &closure.body)),
                _ => false,
            };
            if named(&DROPPING) {
                self.drop(of, Drop::Method, &call.method);
            } else if named(&GIVEN) && forgets {
                let how = if call.method == "map_err" { Drop::Mapped } else { Drop::Method };
                self.drop(of, how, &call.method);
            }
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        if let Some(init) = &local.init
            && let Some(of) = self.result_of(&init.expr)
        {
            match (&local.pat, &init.diverge) {
                (Pat::Wild(_), _) => self.drop(of, Drop::Ignored, local),
                (pat, Some((_, otherwise))) => self.matched(of, pat, &quote::quote!(), Some(otherwise), &local.pat),
                _ => {}
            }
        }
        visit::visit_local(self, local);
    }

    fn visit_stmt(&mut self, stmt: &'ast syn::Stmt) {
        if let syn::Stmt::Expr(expr, Some(_)) = stmt
            && let Some(of) = self.result_of(expr)
        {
            self.drop(of, Drop::Ignored, expr);
        }
        visit::visit_stmt(self, stmt);
    }

    fn visit_expr_if(&mut self, branch: &'ast syn::ExprIf) {
        if let Expr::Let(binding) = &*branch.cond
            && let Some(of) = self.result_of(&binding.expr)
        {
            let otherwise = branch.else_branch.as_ref().map(|(_, otherwise)| &**otherwise as &dyn ToTokens);
            self.matched(of, &binding.pat, &branch.then_branch, otherwise, &branch.cond);
        }
        visit::visit_expr_if(self, branch);
    }

    fn visit_expr_while(&mut self, looped: &'ast syn::ExprWhile) {
        if let Expr::Let(binding) = &*looped.cond
            && let Some(of) = self.result_of(&binding.expr)
        {
            self.matched(of, &binding.pat, &looped.body, None, &looped.cond);
        }
        visit::visit_expr_while(self, looped);
    }

    fn visit_expr_match(&mut self, choice: &'ast syn::ExprMatch) {
        if let Some(of) = self.result_of(&choice.expr) {
            for arm in &choice.arms {
                let wild = matches!(arm.pat, Pat::Wild(_)) && !tells(&arm.body.to_token_stream());
                if wild || variant(&arm.pat, "Err").is_some_and(|inner| unused(inner, &arm.body)) {
                    self.drop(of, Drop::Arm, &arm.pat);
                }
            }
        }
        visit::visit_expr_match(self, choice);
    }
}

/// The value of a block: its last expression.
fn value_of(block: &syn::Block) -> Option<&Expr> {
    match block.stmts.last()? {
        syn::Stmt::Expr(value, None) => Some(value),
        syn::Stmt::Expr(value @ Expr::Return(_), Some(_)) => Some(value),
        _ => None,
    }
}

/// Whether an expression is `true` or `false`, and nothing else happens.
fn is_yes_or_no(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(literal) => matches!(literal.lit, syn::Lit::Bool(_)),
        Expr::Block(inner) => inner.block.stmts.len() == 1 && value_of(&inner.block).is_some_and(is_yes_or_no),
        _ => false,
    }
}

/// What stands in `Ok(…)` or `Err(…)`.
fn variant<'p>(pat: &'p Pat, name: &str) -> Option<&'p Pat> {
    match pat {
        Pat::TupleStruct(made) if made.path.segments.last()?.ident == name => made.elems.first(),
        Pat::Paren(inner) => variant(&inner.pat, name),
        _ => None,
    }
}

/// Whether an error that a pattern takes is neither used nor told of.
fn unused(pat: &Pat, body: &dyn ToTokens) -> bool {
    let tokens = body.to_token_stream();
    let name = match pat {
        Pat::Wild(_) => None,
        Pat::Ident(bound) => Some(bound.ident.to_string()),
        Pat::Type(typed) => return unused(&typed.pat, body),
        // A kind of error was looked for.
        _ => return false,
    };
    let used = name.is_some_and(|name| has_word(&tokens, &|word| word == name));
    !used && !tells(&tokens)
}
