//! Folding: the value of an expression where some of what it looks at is given.
//!
//! In: the text of an expression, and who tells the values of what it names. Out: its value, or that it depends on
//! something else. A variable of the environment that is not set is a value too ([`Value::Unset`]: `Err` or `None`). It
//! follows no loop, no call with arguments but those of `Option`, `Result` and `env`, and knows no types.

mod patterns;

use patterns::{fits, pattern_range};
use syn::{BinOp, Expr, Lit, Pat};

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `true`, `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Text.
    Text(String),
    /// `Err` or `None`, of a variable that is not set.
    Unset,
    /// The default of a type that is not known.
    Default,
}

/// What an expression asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask<'a> {
    /// A variable of the environment; [`Value::Unset`] where it is not set.
    Variable(&'a str),
    /// A constant, a static or a function without arguments, by its name.
    Item(&'a str),
    /// A field, by its name.
    Field(&'a str),
    /// A feature.
    Feature(&'a str),
}

/// Who tells values.
pub type Tell<'t> = &'t dyn Fn(Ask<'_>) -> Option<Value>;

/// What a comparison says of the value on its left: `version < 3`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// The left side, as it is written.
    pub of: String,
    /// The least value.
    pub least: i64,
    /// The greatest value.
    pub greatest: i64,
}

fn parse(text: &str) -> Option<Expr> {
    // `let` stands only where a condition does.
    match syn::parse_str::<Expr>(&format!("if {text} {{}}")) {
        Ok(Expr::If(branch)) => Some(*branch.cond),
        _ => syn::parse_str(text).ok(),
    }
}

/// The value of an expression, a condition or a block of one expression.
pub fn value(text: &str, tell: Tell<'_>) -> Option<Value> {
    fold(&parse(text)?, tell)
}

/// Whether a condition holds.
pub fn holds(text: &str, tell: Tell<'_>) -> Option<bool> {
    truth(value(text, tell)?)
}

/// What a condition says of a number, if it is one comparison.
pub fn bound(text: &str, holds: bool, tell: Tell<'_>) -> Option<Bound> {
    let Expr::Binary(binary) = parse(text)? else { return None };
    let int = |expr: &Expr| match fold(expr, tell) {
        Some(Value::Int(number)) => Some(number),
        _ => None,
    };
    let (of, number, mirrored) = match (int(&binary.left), int(&binary.right)) {
        (None, Some(number)) => (&binary.left, number, false),
        (Some(number), None) => (&binary.right, number, true),
        _ => return None,
    };
    let (below, with) = match (&binary.op, mirrored, holds) {
        (BinOp::Lt(_), false, true) | (BinOp::Gt(_), true, true) => (true, false),
        (BinOp::Ge(_), false, false) | (BinOp::Le(_), true, false) => (true, false),
        (BinOp::Le(_), false, true) | (BinOp::Ge(_), true, true) => (true, true),
        (BinOp::Gt(_), false, false) | (BinOp::Lt(_), true, false) => (true, true),
        (BinOp::Gt(_), false, true) | (BinOp::Lt(_), true, true) => (false, false),
        (BinOp::Le(_), false, false) | (BinOp::Ge(_), true, false) => (false, false),
        (BinOp::Ge(_), false, true) | (BinOp::Le(_), true, true) => (false, true),
        (BinOp::Lt(_), false, false) | (BinOp::Gt(_), true, false) => (false, true),
        (BinOp::Eq(_), _, true) | (BinOp::Ne(_), _, false) => return Some(exactly(of, number)),
        _ => return None,
    };
    let edge = i64::from(!with);
    let of = written(of);
    Some(match below {
        true => Bound { of, least: i64::MIN, greatest: number.saturating_sub(edge) },
        false => Bound { of, least: number.saturating_add(edge), greatest: i64::MAX },
    })
}

fn exactly(of: &Expr, number: i64) -> Bound {
    Bound { of: written(of), least: number, greatest: number }
}

fn written(expr: &Expr) -> String {
    same_spelling(&quote::ToTokens::to_token_stream(expr).to_string())
}

/// Text without the blanks that printing and writing differ in.
pub fn same_spelling(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Whether a pattern matches a value.
pub fn matches(pattern: &str, value: &Value, tell: Tell<'_>) -> Option<bool> {
    let pat = syn::parse::Parser::parse_str(Pat::parse_multi_with_leading_vert, pattern).ok()?;
    fits(&pat, value, tell)
}

/// The numbers between which all values lie that a pattern matches.
pub fn range_of(pattern: &str, tell: Tell<'_>) -> Option<(i64, i64)> {
    let pat = syn::parse::Parser::parse_str(Pat::parse_multi_with_leading_vert, pattern).ok()?;
    pattern_range(&pat, tell)
}

fn comparable(a: &Value, b: &Value) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b) && !matches!(a, Value::Unset | Value::Default)
}

fn truth(value: Value) -> Option<bool> {
    match value {
        Value::Bool(value) => Some(value),
        Value::Default => Some(false),
        _ => None,
    }
}

fn fold(expr: &Expr, tell: Tell<'_>) -> Option<Value> {
    match expr {
        Expr::Paren(inner) => fold(&inner.expr, tell),
        Expr::Group(inner) => fold(&inner.expr, tell),
        Expr::Reference(inner) => fold(&inner.expr, tell),
        Expr::Block(block) => match &block.block.stmts[..] {
            [syn::Stmt::Expr(last, None)] => fold(last, tell),
            _ => None,
        },
        Expr::Lit(lit) => match &lit.lit {
            Lit::Bool(value) => Some(Value::Bool(value.value)),
            Lit::Int(number) => number.base10_parse().ok().map(Value::Int),
            Lit::Str(text) => Some(Value::Text(text.value())),
            _ => None,
        },
        Expr::Unary(unary) => match (&unary.op, fold(&unary.expr, tell)?) {
            (syn::UnOp::Not(_), value) => truth(value).map(|value| Value::Bool(!value)),
            (syn::UnOp::Neg(_), Value::Int(number)) => number.checked_neg().map(Value::Int),
            (syn::UnOp::Deref(_), value) => Some(value),
            _ => None,
        },
        Expr::Path(path) => tell(Ask::Item(&path.path.segments.last()?.ident.to_string())),
        Expr::Field(field) => match &field.member {
            syn::Member::Named(name) => tell(Ask::Field(&name.to_string())),
            syn::Member::Unnamed(_) => None,
        },
        Expr::Let(binding) => {
            let value = fold(&binding.expr, tell)?;
            fits(&binding.pat, &value, tell).map(Value::Bool)
        }
        Expr::Binary(binary) => fold_binary(binary, tell),
        Expr::Call(call) => fold_call(call, tell),
        Expr::MethodCall(call) => fold_method(call, tell),
        Expr::Macro(call) => fold_macro(&call.mac, tell),
        _ => None,
    }
}

fn fold_binary(binary: &syn::ExprBinary, tell: Tell<'_>) -> Option<Value> {
    let (left, right) = (fold(&binary.left, tell), fold(&binary.right, tell));
    let decides = |deciding: bool| {
        let sides = [left.clone().and_then(truth), right.clone().and_then(truth)];
        let all = sides.iter().all(|side| *side == Some(!deciding));
        sides.contains(&Some(deciding)).then_some(deciding).or(all.then_some(!deciding)).map(Value::Bool)
    };
    let compare = |test: fn(&i64, &i64) -> bool| match (&left, &right) {
        (Some(Value::Int(a)), Some(Value::Int(b))) => Some(Value::Bool(test(a, b))),
        _ => None,
    };
    let equal = || match (&left, &right) {
        (Some(a), Some(b)) if comparable(a, b) => Some(a == b),
        (Some(Value::Default), Some(Value::Text(text))) if !text.is_empty() => Some(false),
        (Some(Value::Unset), None) => unset_equals(&binary.right),
        (None, Some(Value::Unset)) => unset_equals(&binary.left),
        _ => None,
    };
    match binary.op {
        BinOp::And(_) => decides(false),
        BinOp::Or(_) => decides(true),
        BinOp::Lt(_) => compare(|a, b| a < b),
        BinOp::Le(_) => compare(|a, b| a <= b),
        BinOp::Gt(_) => compare(|a, b| a > b),
        BinOp::Ge(_) => compare(|a, b| a >= b),
        BinOp::Eq(_) => equal().map(Value::Bool),
        BinOp::Ne(_) => equal().map(|equal| Value::Bool(!equal)),
        _ => None,
    }
}

/// Whether `None` or `Err` equals what is written.
fn unset_equals(other: &Expr) -> Option<bool> {
    match other {
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) if path.path.is_ident("Ok") || path.path.is_ident("Some") => Some(false),
            _ => None,
        },
        Expr::Path(path) if path.path.is_ident("None") => Some(true),
        _ => None,
    }
}

fn fold_call(call: &syn::ExprCall, tell: Tell<'_>) -> Option<Value> {
    let Expr::Path(path) = &*call.func else { return None };
    let names: Vec<String> = path.path.segments.iter().map(|seg| seg.ident.to_string()).collect();
    let last = names.last()?;
    let of_env = names.len() == 1 || names[names.len() - 2] == "env";
    if (last == "var" || last == "var_os") && of_env && call.args.len() == 1 {
        return match fold(call.args.first()?, tell)? {
            Value::Text(name) => tell(Ask::Variable(&name)),
            _ => None,
        };
    }
    let lazy = names.iter().rev().nth(1).is_some_and(|of| ["LazyLock", "LazyCell", "Lazy"].contains(&of.as_str()));
    match call.args.first() {
        None => tell(Ask::Item(last)),
        Some(Expr::Closure(made)) if lazy && last == "new" => fold(&made.body, tell),
        Some(_) => None,
    }
}

fn fold_method(call: &syn::ExprMethodCall, tell: Tell<'_>) -> Option<Value> {
    let receiver = fold(&call.receiver, tell)?;
    let method = call.method.to_string();
    let argument = || fold(call.args.first()?, tell);
    let closure = || match call.args.first()? {
        Expr::Closure(closure) => fold(&closure.body, tell),
        _ => None,
    };
    match (receiver, method.as_str()) {
        (Value::Unset, "is_ok" | "is_some" | "is_ok_and" | "is_some_and") => Some(Value::Bool(false)),
        (Value::Unset, "is_err" | "is_none" | "is_none_or") => Some(Value::Bool(true)),
        (
            Value::Unset,
            "ok" | "as_deref" | "as_ref" | "map" | "and_then" | "filter" | "map_err" | "cloned" | "copied" | "as_mut"
            | "ok_or" | "ok_or_else" | "and" | "into_string" | "inspect" | "flatten" | "as_deref_mut",
        ) => Some(Value::Unset),
        (Value::Unset, "unwrap_or" | "map_or" | "or") => argument(),
        (Value::Unset, "unwrap_or_else" | "map_or_else" | "or_else") => closure(),
        (Value::Unset, "unwrap_or_default") => Some(Value::Default),
        (value, "clone" | "to_owned" | "to_string" | "as_str" | "get") if value != Value::Unset => Some(value),
        (Value::Text(text), "is_empty") => Some(Value::Bool(text.is_empty())),
        (Value::Default, "is_empty") => Some(Value::Bool(true)),
        (Value::Bool(value), "then" | "then_some") if !value => Some(Value::Unset),
        _ => None,
    }
}

fn fold_macro(call: &syn::Macro, tell: Tell<'_>) -> Option<Value> {
    let name = call.path.segments.last()?.ident.to_string();
    match name.as_str() {
        "option_env" => match call.parse_body::<syn::LitStr>() {
            Ok(name) => tell(Ask::Variable(&name.value())),
            Err(_) => None,
        },
        "cfg" => {
            let meta = call.parse_body::<syn::Meta>().ok()?;
            let cfg = super::attrs::predicate(&meta);
            let known = |key: &crate::model::Name, value: &Option<crate::model::Name>| match value {
                Some(feature) if *key == "feature" => tell(Ask::Feature(feature)).and_then(truth),
                _ => None,
            };
            cfg.eval(&known).map(Value::Bool)
        }
        "matches" => {
            let parser = |input: syn::parse::ParseStream<'_>| {
                let expr: Expr = input.parse()?;
                input.parse::<syn::Token![,]>()?;
                let pat = Pat::parse_multi_with_leading_vert(input)?;
                let guarded = input.peek(syn::Token![if]);
                input.parse::<proc_macro2::TokenStream>()?;
                Ok((expr, pat, guarded))
            };
            let (expr, pat, guarded) = call.parse_body_with(parser).ok()?;
            let value = fold(&expr, tell)?;
            let fits = fits(&pat, &value, tell)?;
            (!guarded || !fits).then_some(Value::Bool(fits))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tell(ask: Ask<'_>) -> Option<Value> {
        match ask {
            Ask::Variable("OLD") => Some(Value::Unset),
            Ask::Item("MIN") => Some(Value::Int(3)),
            Ask::Item("NAME") => Some(Value::Text("OLD".into())),
            Ask::Field("legacy") => Some(Value::Bool(false)),
            Ask::Feature("old") => Some(Value::Bool(false)),
            _ => None,
        }
    }

    #[test]
    fn conditions_on_what_is_not_set_do_not_hold() {
        let never = [
            "std::env::var(\"OLD\").is_ok()",
            "env::var_os(NAME).is_some() && other()",
            "let Ok(value) = env::var(\"OLD\")",
            "env::var(\"OLD\").as_deref() == Ok(\"1\")",
            "env::var(\"OLD\").map(|v| v == \"1\").unwrap_or(false)",
            "env::var(\"OLD\").is_ok_and(|it| it != \"0\")",
            "option_env!(\"OLD\").is_some()",
            "matches!(env::var(\"OLD\").as_deref(), Ok(\"1\" | \"yes\"))",
            "config.legacy",
            "cfg!(feature = \"old\")",
            "MIN < 3",
            "env::var(\"OLD\").unwrap_or_default() == \"yes\"",
        ];
        for text in never {
            assert_eq!(holds(text, &tell), Some(false), "{text}");
        }
    }

    #[test]
    fn what_depends_on_something_else_is_open() {
        let open =
            ["env::var(\"NEW\").is_ok()", "other()", "config.modern", "version < MIN", "!(config.legacy && x) && y"];
        for text in open {
            assert_eq!(holds(text, &tell), None, "{text}");
        }
        assert_eq!(holds("!config.legacy || other()", &tell), Some(true));
    }

    #[test]
    fn comparisons_bound_a_number() {
        let bound = bound("version < MIN", false, &tell).unwrap();
        assert_eq!((bound.of.as_str(), bound.least), ("version", 3));
        assert_eq!(range_of("1 | 2", &tell), Some((1, 2)));
        assert_eq!(range_of("0..3", &tell), Some((0, 2)));
        assert_eq!(range_of("other", &tell), None);
    }
}
