//! Attributes with keys: `#[serde(rename = "x", with = "path")]`, `#[arg(long, value_parser = parse)]`.
//!
//! In: the arguments of an attribute, and what the catalogue says of its keys. Out: the expressions in it, and the names in
//! its tokens: those that mean something to the derives that the attribute is known for, and those that do only if somebody
//! else reads it. Who reads it is not known here.

use super::Lower;
use super::fields::is_text;
use crate::catalog::keys::AttributeKeys;
use crate::facts::ExprId;
use crate::facts::body::{AttributeCode, TokenName, TokenRole};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, Ident, Token};

/// A key with what stands behind it.
pub(super) struct Entry {
    pub(super) key: Ident,
    pub(super) value: Value,
}

/// What stands behind a key.
pub(super) enum Value {
    None,
    /// `key = value`, where values are expressions.
    Expr(Box<Expr>),
    /// `key = value`.
    Tokens(TokenStream),
    /// `key(…)`.
    Group(TokenStream),
}

/// What was read of an attribute.
#[derive(Default)]
struct Read {
    args: Vec<ExprId>,
    /// Names that count only if somebody reads the attribute otherwise.
    data: Vec<TokenName>,
    /// Names that count.
    names: Vec<TokenName>,
}

impl Lower<'_> {
    /// Reads an attribute whose keys are known. Returns whether all is done that there is to do; `on_item` if it stands on a
    /// definition.
    pub(super) fn keyed_args(&mut self, path: &syn::Path, args: &TokenStream, on_item: bool) -> bool {
        let catalog = self.catalog;
        let of = |seg: &syn::PathSegment| {
            let name = Self::name(&seg.ident);
            Some((name, catalog.attribute_keys(&name)?))
        };
        let Some((name, keys)) = path.segments.iter().find_map(of) else { return false };
        let Some(entries) = entries_of(args, keys.values).filter(|_| on_item) else {
            if keys.are_all_data() {
                return false;
            }
            let mut names = vec![];
            self.scan(args.clone(), true, &mut names);
            self.body.tokens.append(&mut names);
            return true;
        };
        let mut read = Read::default();
        for entry in entries {
            self.entry(keys, entry, false, &mut read);
        }
        // Pieces of names are for code that is written elsewhere, and what a format string captures no expression says.
        let stays =
            |token: &TokenName| matches!(token.role, TokenRole::Piece | TokenRole::Inside | TokenRole::Captured);
        let (mut others, mut data) = read.data.into_iter().partition(stays);
        let start = self.body.tokens.len() as u32;
        self.body.tokens.append(&mut data);
        let tokens = start..self.body.tokens.len() as u32;
        self.body.attributed.push(AttributeCode { name, args: read.args, tokens });
        self.body.tokens.append(&mut read.names);
        self.body.tokens.append(&mut others);
        true
    }

    fn entry(&mut self, keys: &AttributeKeys, entry: Entry, is_inner: bool, read: &mut Read) {
        let key = Self::name(&entry.key);
        let name = TokenName { path: vec![key], span: self.ident_span(&entry.key, key), role: TokenRole::Any };
        match entry.value {
            // In brackets it may as well be a value.
            Value::None if is_inner && !keys.values => return read.names.push(name),
            Value::None => {}
            Value::Group(tokens) if keys.nested.contains(key.as_str()) => match entries_of(&tokens, keys.values) {
                Some(entries) => entries.into_iter().for_each(|inner| self.entry(keys, inner, true, read)),
                None => self.scan(tokens, true, &mut read.names),
            },
            Value::Group(tokens) if keys.texts.contains(key.as_str()) => self.scan(tokens, true, &mut read.data),
            Value::Group(tokens) if keys.values && keys.texts_are_data(&key) => self.values(tokens, read),
            Value::Expr(value) if is_text(&value) && !keys.texts_are_data(&key) => {
                self.scan(value.to_token_stream(), true, &mut read.names);
            }
            Value::Expr(value) => {
                self.value(&value, read);
                self.scan(value.to_token_stream(), true, &mut read.data);
            }
            Value::Group(tokens) | Value::Tokens(tokens) if keys.texts_are_data(&key) => {
                let mut texts = vec![];
                texts_in(&tokens, &mut texts);
                self.scan(tokens, false, &mut read.names);
                self.scan(texts.into_iter().collect(), true, &mut read.data);
            }
            Value::Group(tokens) | Value::Tokens(tokens) => self.scan(tokens, true, &mut read.names),
        }
        read.data.push(name);
    }

    /// `a, name = b`: the arguments of a function.
    fn values(&mut self, tokens: TokenStream, read: &mut Read) {
        let list = Punctuated::<Expr, Token![,]>::parse_terminated;
        let Ok(values) = list.parse2(tokens.clone()) else { return self.scan(tokens, true, &mut read.names) };
        for value in &values {
            match value {
                Expr::Assign(named) if matches!(&*named.left, Expr::Path(_)) => self.value(&named.right, read),
                value => self.value(value, read),
            }
        }
        self.scan(tokens, true, &mut read.data);
    }

    fn value(&mut self, value: &Expr, read: &mut Read) {
        let expr = self.expr(value);
        read.args.push(expr);
    }
}

/// The keys of an attribute, with expressions behind `=` if `are_values`; `None` where not all of it is read as such.
pub(super) fn entries_of(args: &TokenStream, are_values: bool) -> Option<Vec<Entry>> {
    let read = |input: ParseStream<'_>| entries(input, are_values);
    read.parse2(args.clone()).ok()
}

fn entries(input: ParseStream<'_>, are_values: bool) -> syn::Result<Vec<Entry>> {
    let mut all = vec![];
    while !input.is_empty() {
        let key = input.call(Ident::parse_any)?;
        let value = if input.parse::<Option<Token![=]>>()?.is_some() {
            if are_values { Value::Expr(Box::new(input.parse()?)) } else { Value::Tokens(up_to_comma(input)?) }
        } else if input.peek(syn::token::Paren) {
            let content;
            syn::parenthesized!(content in input);
            Value::Group(content.parse()?)
        } else {
            Value::None
        };
        all.push(Entry { key, value });
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(all)
}

/// All up to a comma that is not one of `<A, B>`.
fn up_to_comma(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    let (mut depth, mut before) = (0_usize, ' ');
    while !input.is_empty() && (depth > 0 || !input.peek(Token![,])) {
        let tree = input.parse::<TokenTree>()?;
        let sign = if let TokenTree::Punct(sign) = &tree { sign.as_char() } else { ' ' };
        match sign {
            '<' => depth += 1,
            '>' if !matches!(before, '-' | '=') => depth = depth.saturating_sub(1),
            _ => {}
        }
        before = sign;
        tokens.extend([tree]);
    }
    Ok(tokens)
}

/// The texts in tokens, also in groups.
fn texts_in(tokens: &TokenStream, found: &mut Vec<TokenTree>) {
    for tree in tokens.clone() {
        match tree {
            TokenTree::Group(group) => texts_in(&group.stream(), found),
            TokenTree::Literal(_) => found.push(tree),
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_told_from_what_stands_behind_them() {
        let read = |text: &str, values: bool| {
            let tokens: TokenStream = text.parse().expect("the text is tokens");
            let all = entries_of(&tokens, values)?;
            Some(all.into_iter().map(|entry| entry.key.to_string()).collect::<Vec<_>>().join(" "))
        };
        let said = |keys: &str| Some(keys.to_owned());
        assert_eq!(read("a, b = \"x, y\", c(d = 1), crate = \"e\",", false), said("a b c crate"));
        assert_eq!(read("a = |x, y| x + y, b = f::<A, B>(), c(1..), d", true), said("a b c d"));
        assert_eq!(read("a = b::<A, B>, c = Fn(D) -> E, f", false), said("a c f"));
        assert_eq!(read("\"text\"", true), None);
    }
}
