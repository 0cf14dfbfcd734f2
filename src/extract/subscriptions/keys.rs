//! Keys of subscriptions: what an argument says, as far as it can be read.
//!
//! In: an argument, and what local variables were set to. Out: the keys that it names; several for a list. What is computed,
//! or may be set again, is [`Key::Unknown`].

use super::{Key, strip};
use std::collections::BTreeMap;
use syn::punctuated::Punctuated;
use syn::{Expr, Lit, Pat};

/// What local variables of a function were set to; one that has two values is not known.
#[derive(Default)]
pub(super) struct Scope(BTreeMap<String, Vec<Key>>);

impl Scope {
    /// Takes in a `let`.
    pub(super) fn set(&mut self, local: &syn::Local) {
        let mut pat = &local.pat;
        if let Pat::Type(typed) = pat {
            pat = &typed.pat;
        }
        let Pat::Ident(bound) = pat else { return };
        let name = bound.ident.to_string();
        let value = match &local.init {
            Some(init) if bound.mutability.is_none() && !self.0.contains_key(&name) => keys(&init.expr, self),
            _ => vec![Key::Unknown],
        };
        self.0.insert(name, value);
    }

    /// Takes in that something is set again.
    pub(super) fn forget(&mut self, place: &Expr) {
        if let Expr::Path(path) = place
            && let Some(ident) = path.path.get_ident()
        {
            self.0.insert(ident.to_string(), vec![Key::Unknown]);
        }
    }
}

/// Methods that give the same text in another form.
const SAME: [&str; 10] = [
    "to_string",
    "to_owned",
    "into",
    "clone",
    "as_str",
    "as_ref",
    "as_bytes",
    "to_vec",
    "into_bytes",
    "into_boxed_str",
];

/// The keys that an argument names.
pub(super) fn keys(arg: &Expr, scope: &Scope) -> Vec<Key> {
    match strip(arg) {
        Expr::Array(list) => list.elems.iter().flat_map(|elem| keys(elem, scope)).collect(),
        Expr::Tuple(list) => list.elems.iter().flat_map(|elem| keys(elem, scope)).collect(),
        Expr::Macro(call) if call.mac.path.is_ident("vec") => {
            let list = Punctuated::<Expr, syn::Token![,]>::parse_terminated;
            match syn::parse::Parser::parse2(list, call.mac.tokens.clone()) {
                Ok(list) => list.iter().flat_map(|elem| keys(elem, scope)).collect(),
                Err(_) => vec![Key::Unknown],
            }
        }
        Expr::Path(path) => match path.path.get_ident().and_then(|ident| scope.0.get(&ident.to_string())) {
            Some(known) => known.clone(),
            None => vec![named(&path.path)],
        },
        Expr::MethodCall(call) if SAME.iter().any(|name| call.method == name) => keys(&call.receiver, scope),
        Expr::Call(call) => called(call, scope),
        other => vec![key(other)],
    }
}

fn key(expr: &Expr) -> Key {
    match expr {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Str(text) => whole(text.value()),
            Lit::ByteStr(text) => whole(String::from_utf8_lossy(&text.value()).into_owned()),
            Lit::Int(number) => whole(number.base10_digits().to_owned()),
            _ => Key::Unknown,
        },
        Expr::Macro(call) if call.mac.path.is_ident("format") => formatted(&call.mac.tokens),
        Expr::Struct(made) => named(&made.path),
        _ => Key::Unknown,
    }
}

fn whole(text: String) -> Key {
    Key::Text { prefix: text, suffix: String::new(), whole: true }
}

/// `Topic::Room(id)`, `Topic::new("room")`, `String::from("room")`.
fn called(call: &syn::ExprCall, scope: &Scope) -> Vec<Key> {
    let Expr::Path(path) = &*call.func else { return vec![Key::Unknown] };
    match named(&path.path) {
        Key::Variant(of, variant) if !of.is_empty() => vec![Key::Variant(of, variant)],
        // A wrapper or a constructor around one value: two that wrap different text are not equal.
        _ if call.args.len() == 1 => call.args.iter().flat_map(|arg| keys(arg, scope)).collect(),
        _ => vec![Key::Unknown],
    }
}

/// A variant or a constant, by how it is written.
fn named(path: &syn::Path) -> Key {
    let mut names = path.segments.iter().rev().map(|seg| seg.ident.to_string());
    let Some(last) = names.next() else { return Key::Unknown };
    let holder = names.next().unwrap_or_default();
    let is_camel = |name: &str| name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
    let is_shouted = last.chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '_');
    if is_shouted && last.len() > 1 {
        Key::Constant(last)
    } else if last.starts_with(char::is_uppercase) && (holder.is_empty() || is_camel(&holder)) {
        Key::Variant(holder, last)
    } else {
        Key::Unknown
    }
}

/// `format!("room:{id}:left")`: what stands before the first and behind the last computed part.
fn formatted(tokens: &proc_macro2::TokenStream) -> Key {
    let first = tokens.clone().into_iter().next().map(Into::into);
    let Some(text) = first.and_then(|first: proc_macro2::TokenStream| syn::parse2::<syn::LitStr>(first).ok()) else {
        return Key::Unknown;
    };
    let text = text.value();
    if text.contains("{{") || text.contains("}}") {
        return Key::Unknown;
    }
    match (text.find('{'), text.rfind('}')) {
        (Some(open), Some(close)) if open < close => {
            Key::Text { prefix: text[..open].to_owned(), suffix: text[close + 1..].to_owned(), whole: false }
        }
        (None, None) => whole(text),
        _ => Key::Unknown,
    }
}

impl Key {
    /// Whether two keys may be the same.
    pub fn may_be(&self, other: &Key) -> bool {
        match (self, other) {
            (Key::Text { prefix, whole: true, .. }, Key::Text { prefix: text, whole: true, .. }) => prefix == text,
            (Key::Text { prefix: text, whole: true, .. }, pattern @ Key::Text { .. })
            | (pattern @ Key::Text { .. }, Key::Text { prefix: text, whole: true, .. }) => pattern.fits(text),
            (Key::Text { prefix, suffix, .. }, Key::Text { prefix: other, suffix: end, .. }) => {
                let begins = prefix.starts_with(other.as_str()) || other.starts_with(prefix.as_str());
                begins && (suffix.ends_with(end.as_str()) || end.ends_with(suffix.as_str()))
            }
            (Key::Variant(of, variant), Key::Variant(holder, other)) => {
                variant == other || (of != holder && !of.is_empty() && !holder.is_empty())
            }
            // A constant may have any value but its name is one and the same.
            _ => true,
        }
    }

    /// Whether a text is one of those that a pattern may become.
    fn fits(&self, text: &str) -> bool {
        match self {
            Key::Text { prefix, suffix, .. } => {
                let rest = text.strip_prefix(prefix.as_str());
                rest.is_some_and(|rest| rest.ends_with(suffix.as_str()))
            }
            _ => true,
        }
    }
}
