//! The first and the last token of an expression, found without writing all of it out as tokens, as
//! `syn::spanned::Spanned` does.
//!
//! In: an expression as it was parsed. Out: the places of both tokens, or nothing for what is rare or begins with attributes.

use proc_macro2::Span;
use syn::Expr;

/// The places of the first and of the last token.
pub(super) fn ends(expr: &Expr) -> Option<(Span, Span)> {
    Some((first(expr)?, last(expr)?))
}

fn first(expr: &Expr) -> Option<Span> {
    if !super::exprs::expr_attrs(expr).is_empty() {
        return None;
    }
    Some(match expr {
        Expr::Array(it) => it.bracket_token.span.open(),
        Expr::Assign(it) => first(&it.left)?,
        Expr::Async(it) => it.async_token.span,
        Expr::Await(it) => first(&it.base)?,
        Expr::Binary(it) => first(&it.left)?,
        Expr::Block(it) if it.label.is_none() => it.block.brace_token.span.open(),
        Expr::Call(it) => first(&it.func)?,
        Expr::Cast(it) => first(&it.expr)?,
        Expr::Field(it) => first(&it.base)?,
        Expr::ForLoop(it) if it.label.is_none() => it.for_token.span,
        Expr::If(it) => it.if_token.span,
        Expr::Index(it) => first(&it.expr)?,
        Expr::Let(it) => it.let_token.span,
        Expr::Lit(it) => it.lit.span(),
        Expr::Loop(it) if it.label.is_none() => it.loop_token.span,
        Expr::Macro(it) => first_of_path(&it.mac.path)?,
        Expr::Match(it) => it.match_token.span,
        Expr::MethodCall(it) => first(&it.receiver)?,
        Expr::Paren(it) => it.paren_token.span.open(),
        Expr::Path(it) if it.qself.is_none() => first_of_path(&it.path)?,
        Expr::Reference(it) => it.and_token.spans[0],
        Expr::Return(it) => it.return_token.span,
        Expr::Struct(it) if it.qself.is_none() => first_of_path(&it.path)?,
        Expr::Try(it) => first(&it.expr)?,
        Expr::Tuple(it) => it.paren_token.span.open(),
        Expr::Unary(it) => match &it.op {
            syn::UnOp::Deref(token) => token.spans[0],
            syn::UnOp::Not(token) => token.spans[0],
            syn::UnOp::Neg(token) => token.spans[0],
            _ => return None,
        },
        Expr::Unsafe(it) => it.unsafe_token.span,
        Expr::While(it) if it.label.is_none() => it.while_token.span,
        _ => return None,
    })
}

fn last(expr: &Expr) -> Option<Span> {
    Some(match expr {
        Expr::Array(it) => it.bracket_token.span.close(),
        Expr::Assign(it) => last(&it.right)?,
        Expr::Async(it) => it.block.brace_token.span.close(),
        Expr::Await(it) => it.await_token.span,
        Expr::Binary(it) => last(&it.right)?,
        Expr::Block(it) => it.block.brace_token.span.close(),
        Expr::Call(it) => it.paren_token.span.close(),
        Expr::Closure(it) => last(&it.body)?,
        Expr::Field(it) => match &it.member {
            syn::Member::Named(name) => name.span(),
            syn::Member::Unnamed(index) => index.span,
        },
        Expr::ForLoop(it) => it.body.brace_token.span.close(),
        Expr::If(it) => match &it.else_branch {
            Some((_, otherwise)) => last(otherwise)?,
            None => it.then_branch.brace_token.span.close(),
        },
        Expr::Index(it) => it.bracket_token.span.close(),
        Expr::Let(it) => last(&it.expr)?,
        Expr::Lit(it) => it.lit.span(),
        Expr::Loop(it) => it.body.brace_token.span.close(),
        Expr::Macro(it) => it.mac.delimiter.span().close(),
        Expr::Match(it) => it.brace_token.span.close(),
        Expr::MethodCall(it) => it.paren_token.span.close(),
        Expr::Paren(it) => it.paren_token.span.close(),
        Expr::Path(it) => last_of_path(&it.path)?,
        Expr::Reference(it) => last(&it.expr)?,
        Expr::Return(it) => match &it.expr {
            Some(value) => last(value)?,
            None => it.return_token.span,
        },
        Expr::Struct(it) => it.brace_token.span.close(),
        Expr::Try(it) => it.question_token.spans[0],
        Expr::Tuple(it) => it.paren_token.span.close(),
        Expr::Unary(it) => last(&it.expr)?,
        Expr::Unsafe(it) => it.block.brace_token.span.close(),
        Expr::While(it) => it.body.brace_token.span.close(),
        _ => return None,
    })
}

fn first_of_path(path: &syn::Path) -> Option<Span> {
    match &path.leading_colon {
        Some(colons) => Some(colons.spans[0]),
        None => path.segments.first().map(|seg| seg.ident.span()),
    }
}

fn last_of_path(path: &syn::Path) -> Option<Span> {
    let last = path.segments.last()?;
    match &last.arguments {
        syn::PathArguments::None => Some(last.ident.span()),
        syn::PathArguments::AngleBracketed(args) => Some(args.gt_token.spans[0]),
        syn::PathArguments::Parenthesized(_) => None,
    }
}
