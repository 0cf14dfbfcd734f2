//! What macro calls take, where that is code: expressions with commas between them, or the branches of `select!`.
//!
//! In: tokens of a call. Out: syntax. It knows the form of `select!` and no other macro.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, Token};

/// A branch of `select!`: what it waits for (pattern, future, guard; nothing for `else`), and what it then runs.
pub(super) type Branch = (Option<(syn::Pat, Expr, Option<Expr>)>, Expr);

/// What a call takes.
pub(super) enum Given {
    /// Expressions with commas between them.
    Exprs(Vec<Expr>),
    /// The branches of `select!`.
    Branches(Vec<Branch>),
}

/// The last name of the path of a macro.
pub(super) fn macro_name(mac: &syn::Macro) -> String {
    mac.path.segments.last().map(|seg| seg.ident.to_string()).unwrap_or_default()
}

/// What a call takes, if that is code.
pub(super) fn given(mac: &syn::Macro) -> Option<Given> {
    if matches!(macro_name(mac).as_str(), "select" | "select_biased") {
        return branches(&mac.tokens).map(Given::Branches);
    }
    let list = Punctuated::<Expr, Token![,]>::parse_terminated;
    list.parse2(mac.tokens.clone()).ok().map(|all| Given::Exprs(all.into_iter().collect()))
}

/// The branches of `select! { pattern = future, if guard => handler, else => handler }`.
pub(super) fn branches(tokens: &TokenStream) -> Option<Vec<Branch>> {
    let read = |input: ParseStream<'_>| {
        let mut branches: Vec<Branch> = vec![];
        if input.peek(syn::Ident) && input.peek2(Token![;]) {
            input.parse::<syn::Ident>()?;
            input.parse::<Token![;]>()?;
        }
        while !input.is_empty() {
            branches.push(branch(input)?);
        }
        Ok(branches)
    };
    read.parse2(tokens.clone()).ok()
}

fn branch(input: ParseStream<'_>) -> syn::Result<Branch> {
    let head = if input.parse::<Option<Token![else]>>()?.is_some() {
        None
    } else {
        let pat = input.call(syn::Pat::parse_multi_with_leading_vert)?;
        input.parse::<Token![=]>()?;
        let future = input.parse::<Expr>()?;
        let mut guard = None;
        if input.parse::<Option<Token![,]>>()?.is_some() {
            input.parse::<Token![if]>()?;
            guard = Some(input.parse::<Expr>()?);
        }
        Some((pat, future, guard))
    };
    input.parse::<Token![=>]>()?;
    let braced = input.peek(syn::token::Brace);
    let handler = if braced {
        Expr::Block(syn::ExprBlock { attrs: vec![], label: None, block: input.parse()? })
    } else {
        input.parse::<Expr>()?
    };
    let comma = input.parse::<Option<Token![,]>>()?;
    if comma.is_none() && !braced && !input.is_empty() {
        return Err(input.error("expected `,`"));
    }
    Ok((head, handler))
}
