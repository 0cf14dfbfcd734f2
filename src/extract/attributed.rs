//! Code in attributes: what a format string shows (`#[error("{}", self.0.len())]`), and the values of cases (`#[case(vec![1])]`).
//!
//! In: the arguments of an attribute. Out: where the catalogue says that such an attribute holds code, the expressions in it,
//! read like any other; and in any case the names in its tokens, for somebody else may read it. Who does is not known here.

use super::Lower;
use super::fields::is_text;
use super::tokens::{is_punct, is_word};
use crate::facts::ExprId;
use crate::facts::body::{AttributeCode, TokenName, TokenRole};
use crate::model::Name;
use proc_macro2::{Group, Ident, Literal, Punct, TokenStream, TokenTree};
use syn::parse::Parser;
use syn::{Token, punctuated::Punctuated};

impl Lower<'_> {
    /// Reads the arguments of an attribute that is not built in; `on_item` if it stands on a definition.
    pub(super) fn attribute_args(&mut self, path: &syn::Path, args: &TokenStream, on_item: bool) {
        if self.keyed_args(path, args, on_item) {
            return;
        }
        let of_text = path.segments.iter().find(|seg| self.catalog.may_hold_texts(&seg.ident.to_string()));
        let name = of_text.map(|seg| Self::name(&seg.ident)).filter(|_| !has_code_in_texts(args));
        let code = name.filter(|_| on_item).map(|name| (name, self.code_of_attribute(name, args)));
        let mut names = vec![];
        self.scan(args.clone(), name.is_none(), &mut names);
        if let Some(name) = name {
            self.scan_texts(args.clone(), (name, TokenRole::Text), &mut names);
        }
        if let Some((name, args)) = code.filter(|(_, args)| !args.is_empty()) {
            // What a format string captures, and what its words may mean, no expression says.
            let is_said = |token: &TokenName| !matches!(token.role, TokenRole::Captured | TokenRole::Text);
            let (mut said, others) = names.into_iter().partition(is_said);
            names = others;
            let start = self.body.tokens.len() as u32;
            self.body.tokens.append(&mut said);
            let tokens = start..self.body.tokens.len() as u32;
            self.body.attributed.push(AttributeCode { name, args, tokens });
        }
        self.body.tokens.append(&mut names);
    }

    /// `#[bpaf(external)]` on a field calls the function that has its name.
    pub(super) fn named_by_field(&mut self, path: &syn::Path, args: &TokenStream, def: Option<u32>) {
        let catalog = self.catalog;
        let mut keys =
            path.segments.iter().flat_map(|seg| catalog.keys_named_by_field(&seg.ident.to_string())).peekable();
        let Some(field) = def.map(|def| self.facts.defs[def as usize].name).filter(|_| keys.peek().is_some()) else {
            return;
        };
        let trees: Vec<TokenTree> = args.clone().into_iter().collect();
        // Other keys may have paths with arguments behind them, so they are not read one by one.
        let is_alone =
            |at: usize| !matches!(trees.get(at + 1), Some(TokenTree::Group(_))) && !is_punct(&trees, at + 1, '=');
        for key in keys {
            let said = (0..trees.len()).find(|at| is_word(&trees, *at, key) && is_alone(*at));
            if let Some(at) = said {
                let span = self.span(trees[at].span());
                self.body.tokens.push(TokenName { path: vec![field], span, role: TokenRole::Any });
            }
        }
    }

    /// The expressions in an attribute; none where not all of it is understood.
    fn code_of_attribute(&mut self, name: Name, args: &TokenStream) -> Vec<ExprId> {
        let of_function = self.catalog.texts_are_values(&name);
        if !of_function && !self.catalog.shows_by_format(&name) {
            return vec![];
        }
        let plain = if of_function { args.clone() } else { with_names_of_fields(args.clone()) };
        let list = Punctuated::<syn::Expr, Token![,]>::parse_terminated;
        let Ok(values) = list.parse2(plain) else { return vec![] };
        if !of_function && !values.first().is_some_and(is_text) {
            return vec![];
        }
        let values = values.iter().map(|value| match value {
            syn::Expr::Assign(named) if matches!(&*named.left, syn::Expr::Path(_)) => &*named.right,
            other => other,
        });
        values.map(|value| self.expr(value)).collect()
    }
}

/// `fmt = "{}", "self.name()"`, as derive_more had it before 1.0: behind the format string stands code in texts.
fn has_code_in_texts(args: &TokenStream) -> bool {
    let trees: Vec<TokenTree> = args.clone().into_iter().take(5).collect();
    is_word(&trees, 0, "fmt") && is_punct(&trees, 1, '=') && is_punct(&trees, 3, ',') && trees.len() > 4
}

/// Keywords that a value begins behind.
const BEFORE_VALUES: [&str; 6] = ["else", "if", "in", "match", "return", "while"];

/// `.field` and `.0` where no value stands before the dot are the fields `field` and `_0`: so thiserror has it.
fn with_names_of_fields(tokens: TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut out = vec![];
    for (at, tree) in trees.iter().enumerate() {
        let is_field = at > 0 && begins_field(&trees, at - 1);
        match tree {
            TokenTree::Punct(_) if begins_field(&trees, at) => {}
            TokenTree::Literal(number) if is_field => numbered(number, &mut out),
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), with_names_of_fields(group.stream()));
                inner.set_span(group.span());
                out.push(TokenTree::Group(inner));
            }
            other => out.push(other.clone()),
        }
    }
    out.into_iter().collect()
}

/// Whether a field without a value before it begins with the sign at a place.
fn begins_field(trees: &[TokenTree], at: usize) -> bool {
    let is_named = match trees.get(at + 1) {
        Some(TokenTree::Ident(_)) => true,
        Some(TokenTree::Literal(number)) => number.to_string().starts_with(|first: char| first.is_ascii_digit()),
        _ => false,
    };
    let is_free = match at.checked_sub(1).and_then(|before| trees.get(before)) {
        None => true,
        Some(TokenTree::Punct(sign)) => !matches!(sign.as_char(), '.' | '?'),
        Some(TokenTree::Ident(word)) => BEFORE_VALUES.iter().any(|keyword| word == keyword),
        Some(TokenTree::Group(_) | TokenTree::Literal(_)) => false,
    };
    is_punct(trees, at, '.') && is_named && is_free
}

/// `0` is `_0`, and `0.1`, which is one token, `_0.1`.
fn numbered(number: &Literal, out: &mut Vec<TokenTree>) {
    let text = number.to_string();
    let (first, second) = text.split_once('.').map_or((text.as_str(), None), |(first, second)| (first, Some(second)));
    let is_index = |text: &str| !text.is_empty() && text.chars().all(|digit| digit.is_ascii_digit());
    if !is_index(first) {
        return out.push(TokenTree::Literal(number.clone()));
    }
    out.push(TokenTree::Ident(Ident::new(&format!("_{first}"), number.span())));
    if let Some(Ok(second)) = second.map(str::parse::<usize>) {
        out.push(TokenTree::Punct(Punct::new('.', proc_macro2::Spacing::Alone)));
        out.push(TokenTree::Literal(Literal::usize_unsuffixed(second)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_without_a_value_before_them() {
        let said = |text: &str| with_names_of_fields(text.parse().expect("the text is tokens")).to_string();
        let same = |text: &str| text.parse::<TokenStream>().expect("the text is tokens").to_string();
        assert_eq!(said("\"{}\", .0.len(), f(.name, .1)"), same("\"{}\", _0.len(), f(name, _1)"));
        assert_eq!(said("a.b, 1.0, 0..n, x?.y, S { a }.b, .0.1"), same("a.b, 1.0, 0..n, x?.y, S { a }.b, _0.1"));
    }

    #[test]
    fn code_in_texts_stands_behind_a_named_format() {
        let is_code = |text: &str| has_code_in_texts(&text.parse().expect("the text is tokens"));
        assert!(is_code("fmt = \"{}\", \"self.0.len()\""));
        assert!(!is_code("fmt = \"{}\"") && !is_code("\"{}\", fmt"));
    }
}
