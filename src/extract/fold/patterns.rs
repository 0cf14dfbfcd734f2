//! Patterns against values: which numbers one can match, and whether it matches a value that is known.

use super::{Ask, Tell, Value, comparable, fold};
use syn::{Expr, Pat};

/// The numbers between which all values lie that a pattern matches.
pub(super) fn pattern_range(pat: &Pat, tell: Tell<'_>) -> Option<(i64, i64)> {
    let number = |expr: &Expr| match fold(expr, tell) {
        Some(Value::Int(number)) => Some(number),
        _ => None,
    };
    match pat {
        Pat::Lit(lit) => number(&Expr::Lit(lit.clone())).map(|number| (number, number)),
        Pat::Path(path) => number(&Expr::Path(path.clone())).map(|number| (number, number)),
        Pat::Ident(ident) if ident.subpat.is_none() => match tell(Ask::Item(&ident.ident.to_string())) {
            Some(Value::Int(number)) => Some((number, number)),
            _ => None,
        },
        Pat::Range(range) => {
            let start = range.start.as_ref().map_or(Some(i64::MIN), |start| number(start))?;
            let end = range.end.as_ref().map_or(Some(i64::MAX), |end| number(end))?;
            let open = matches!(range.limits, syn::RangeLimits::HalfOpen(_)) && range.end.is_some();
            Some((start, if open { end.saturating_sub(1) } else { end }))
        }
        Pat::Or(any) => {
            let mut whole: Option<(i64, i64)> = None;
            for case in &any.cases {
                let (start, end) = pattern_range(case, tell)?;
                whole = Some(whole.map_or((start, end), |(least, most)| (least.min(start), most.max(end))));
            }
            whole
        }
        Pat::Paren(inner) => pattern_range(&inner.pat, tell),
        _ => None,
    }
}

/// Whether a pattern matches a value.
pub(super) fn fits(pat: &Pat, value: &Value, tell: Tell<'_>) -> Option<bool> {
    match (pat, value) {
        (Pat::Wild(_), _) => Some(true),
        (Pat::Paren(inner), _) => fits(&inner.pat, value, tell),
        (Pat::Reference(inner), _) => fits(&inner.pat, value, tell),
        (Pat::Or(any), _) => {
            let all: Vec<Option<bool>> = any.cases.iter().map(|case| fits(case, value, tell)).collect();
            if all.contains(&Some(true)) {
                return Some(true);
            }
            all.iter().all(|it| *it == Some(false)).then_some(false)
        }
        (Pat::TupleStruct(made), Value::Unset) => match made.path.segments.last()?.ident.to_string().as_str() {
            "Ok" | "Some" => Some(false),
            "Err" => all_bind(&made.elems).then_some(true),
            _ => None,
        },
        (Pat::Ident(ident), Value::Unset) if ident.ident == "None" => Some(true),
        (Pat::Path(path), Value::Unset) if path.path.is_ident("None") => Some(true),
        (Pat::Lit(lit), _) => {
            let other = fold(&Expr::Lit(lit.clone()), tell)?;
            comparable(&other, value).then_some(other == *value)
        }
        (_, Value::Int(number)) => {
            let (least, greatest) = pattern_range(pat, tell)?;
            let inside = least <= *number && *number <= greatest;
            // Several ranges in one pattern are known by their ends only.
            (!inside || !matches!(pat, Pat::Or(_))).then_some(inside)
        }
        _ => None,
    }
}

fn all_bind(pats: &syn::punctuated::Punctuated<Pat, syn::Token![,]>) -> bool {
    pats.iter().all(|pat| match pat {
        Pat::Wild(_) | Pat::Rest(_) => true,
        Pat::Ident(ident) => ident.subpat.is_none() && ident.ident.to_string().starts_with(char::is_lowercase),
        _ => false,
    })
}
