//! The branches of `cfg_if!`: each is there where the condition of its branch holds and none before it does.
//!
//! In: the tokens of the call. Out: between items definitions with these conditions, as if each item had them as
//! attributes; in a body statements in the block around the call, for what they bind can be seen behind it. What does not
//! read as such branches is left to others.

use super::Lower;
use super::attrs::condition_of;
use crate::catalog::MacroForm;
use crate::facts::body::{Block, BlockKind, Stmt};
use crate::facts::{Cfg, Expr, ExprId};
use proc_macro2::TokenStream;
use syn::Token;
use syn::parse::{Parse, ParseStream, Parser};

/// A branch.
struct Branch<T> {
    /// What stands in its `cfg(…)`; `None` for the last `else`.
    condition: Option<TokenStream>,
    content: T,
}

/// A branch in a body.
pub(super) struct ConditionalBlock {
    /// When it exists.
    pub(super) cfg: Cfg,
    /// What stands in its `cfg(…)`; of the last `else` that of the branch before.
    pub(super) predicate: TokenStream,
    /// It is the last `else`.
    is_else: bool,
    pub(super) block: syn::Block,
}

impl Lower<'_> {
    /// Reads `if #[cfg(a)] { … } else if #[cfg(b)] { … } else { … }`. Returns whether the tokens are that.
    pub(super) fn conditional_items(&mut self, tokens: &TokenStream) -> bool {
        let read = |input: ParseStream<'_>| branches(input, items);
        let Ok(branches) = read.parse2(tokens.clone()) else { return false };
        let mut before: Vec<Cfg> = vec![];
        for Branch { condition, content } in branches {
            let own = condition.map(|predicate| self.condition(&predicate, None, true));
            let all: Vec<Cfg> = own.iter().chain(&before).cloned().collect();
            let body = std::mem::take(&mut self.body);
            self.under(&all, |lower| lower.items(&content));
            self.body = body;
            before.extend(own.map(|cfg| Cfg::Not(Box::new(cfg))));
        }
        true
    }

    /// The branches of a call in a body, where it is one of such a macro and they are blocks.
    pub(super) fn conditional_blocks(&self, mac: &syn::Macro) -> Vec<ConditionalBlock> {
        if self.form(mac) != Some(MacroForm::Items) {
            return vec![];
        }
        let read = |input: ParseStream<'_>| branches(input, <syn::Block as Parse>::parse);
        let mut before: Vec<Cfg> = vec![];
        let mut predicate = TokenStream::new();
        let mut found = vec![];
        for Branch { condition, content } in read.parse2(mac.tokens.clone()).unwrap_or_default() {
            let own = condition.as_ref().map(condition_of);
            let is_else = condition.is_none();
            predicate = condition.unwrap_or(predicate);
            let mut all: Vec<Cfg> = own.iter().chain(&before).cloned().collect();
            let cfg = if all.len() == 1 { all.remove(0) } else { Cfg::All(all) };
            found.push(ConditionalBlock { cfg, predicate: predicate.clone(), is_else, block: content });
            before.extend(own.map(|cfg| Cfg::Not(Box::new(cfg))));
        }
        found
    }

    /// Puts the statements of all branches into a block, each under its condition. Returns the value of the call; `None`
    /// if it has no branches.
    pub(super) fn conditional_stmts(&mut self, mac: &syn::Macro, block: &mut Block) -> Option<ExprId> {
        let branches = self.conditional_blocks(mac);
        if branches.is_empty() {
            return None;
        }
        let call = self.expanded_call(mac, vec![]);
        block.stmts.push(Stmt::Expr(call));
        let values: Vec<ExprId> = branches.iter().map(|branch| self.conditional_value(branch, block)).collect();
        self.choice(&values)
    }

    /// Puts the statements of a branch into a block, but for the value that is returned.
    fn conditional_value(&mut self, branch: &ConditionalBlock, block: &mut Block) -> ExprId {
        if !branch.is_else {
            self.condition(&branch.predicate, None, true);
        }
        let (first, known) = (block.stmts.len(), self.block_macros.len());
        self.under(std::slice::from_ref(&branch.cfg), |lower| lower.stmts(&branch.block.stmts, block));
        self.doubt_block_macros(known);
        self.stmts_under_conditions(std::slice::from_ref(&branch.cfg), first, block);
        let value = block.tail.take().unwrap_or_else(|| {
            // What leaves the body gives no value: it is the last statement of a block.
            let is_own = block.stmts.len() > first;
            let last = if is_own { block.stmts.pop_if(|stmt| matches!(stmt, Stmt::Expr(_))) } else { None };
            let stmts = last.into_iter().collect();
            self.add_expr(Expr::Block(Box::new(Block { scope: None, kind: BlockKind::Plain, stmts, tail: None })))
        });
        self.under_conditions(vec![branch.cfg.clone()], value)
    }

    /// The statements of a block from one on exist where conditions hold.
    pub(super) fn stmts_under_conditions(&mut self, conditions: &[Cfg], first: usize, block: &mut Block) {
        if conditions.is_empty() {
            return;
        }
        for stmt in block.stmts.iter_mut().skip(first) {
            match stmt {
                Stmt::Let(bound) => bound.cfg.extend_from_slice(conditions),
                Stmt::Expr(expr) => *expr = self.under_conditions(conditions.to_vec(), *expr),
            }
        }
    }

    /// What is defined while `read` runs exists under conditions.
    pub(super) fn under<T>(&mut self, conditions: &[Cfg], read: impl FnOnce(&mut Self) -> T) -> T {
        let (first, first_import) = (self.facts.defs.len(), self.facts.imports.len());
        let result = read(self);
        if conditions.is_empty() {
            return result;
        }
        for def in &mut self.facts.defs[first..] {
            def.attrs.cfg.extend(conditions.iter().cloned());
        }
        // What stands in modules there is in these without a condition.
        let (scope, defs) = (self.scope, &self.facts.defs);
        for import in &mut self.facts.imports[first_import..] {
            import.conditional |= import.def.is_some_and(|def| defs[def as usize].scope == scope);
        }
        result
    }
}

fn branches<T>(
    input: ParseStream<'_>,
    content: impl Fn(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<Vec<Branch<T>>> {
    let mut found = vec![];
    loop {
        let condition = match input.parse::<Option<Token![if]>>()? {
            Some(_) => Some(predicate(input)?),
            None if found.is_empty() => return Err(input.error("no branch")),
            None => None,
        };
        let is_last = condition.is_none();
        found.push(Branch { condition, content: content(input)? });
        if is_last || input.is_empty() {
            return Ok(found);
        }
        input.parse::<Token![else]>()?;
    }
}

/// What stands in the brackets of `#[cfg(…)]`.
fn predicate(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    match &input.call(syn::Attribute::parse_outer)?[..] {
        [attr] if attr.path().is_ident("cfg") => Ok(attr.meta.require_list()?.tokens.clone()),
        _ => Err(input.error("no condition")),
    }
}

fn items(input: ParseStream<'_>) -> syn::Result<Vec<syn::Item>> {
    let content;
    syn::braced!(content in input);
    let file = content.parse::<syn::File>()?;
    let is_plain = file.attrs.is_empty() && !file.items.iter().any(|item| matches!(item, syn::Item::Verbatim(_)));
    if is_plain { Ok(file.items) } else { Err(content.error("no items")) }
}
