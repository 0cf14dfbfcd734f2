//! Values with names, as macros of `tracing`, `log`, `slog` and `metrics` take them, and `#[instrument(…)]`.
//!
//! In: the tokens of a call. Out: the expressions in it, each with the name that it is given. What a name means to the
//! macro is not known here: it is no name of the code.

use super::keys::{Value, entries_of};
use super::{Lower, tokens::punct};
use crate::facts::body::MacroCall;
use crate::model::Name;
use proc_macro2::{Group, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, Ident, Token};

/// A value that such a macro takes.
struct Field {
    /// The words of the name that it is given; none if it has none, or a text.
    words: Vec<Ident>,
    /// Whether the value is written beside its name, or behind a sign: a word alone names a local as well as a field.
    is_value: bool,
    value: Expr,
}

impl Lower<'_> {
    /// `target: a, %b, name.of = ?c, "d" => e, "text {}", f`. Returns whether all of it was understood.
    pub(super) fn field_args(&mut self, tokens: &TokenStream, call: &mut MacroCall) -> bool {
        let Ok(fields) = list.parse2(tokens.clone()) else { return false };
        // A text takes what is named behind it, and none of the fields before.
        let text = fields.iter().position(|field| field.words.is_empty() && is_text(&field.value));
        let behind = fields.iter().skip(text.unwrap_or(fields.len()));
        let given: Vec<Name> = behind.filter_map(Field::single).map(Self::name).collect();
        for field in &fields {
            self.captured(&field.value, &given, call);
            let value = self.expr(&field.value);
            call.args.push(value);
        }
        true
    }

    /// Whether an attribute is tracing's `instrument`, as far as the file says: by its path, or by an import before.
    pub(super) fn is_of_tracing(&self, path: &syn::Path) -> bool {
        let first = path.segments.first().map(|seg| Self::name(&seg.ident));
        let last = path.segments.last().map(|seg| Self::name(&seg.ident));
        let is_crate = |name: Name| matches!(name.as_str(), "tracing" | "tracing_attributes");
        let imported = || {
            let mut imports = self.facts.imports.iter().filter(|import| import.alias == last);
            imports.any(|import| import.path.segs.first().is_some_and(|seg| is_crate(seg.name)))
        };
        last.is_some_and(|last| last == "instrument") && (first.is_some_and(is_crate) || imported())
    }

    /// The values in `#[instrument(level = "debug", parent = value, fields(name = value, …))]`, which are read with the
    /// parameters in scope. Gives back what is not understood.
    pub(super) fn instrumented(&mut self, args: TokenStream) -> TokenStream {
        let args = without_name(args);
        let Some(entries) = entries_of(&args, true) else { return args };
        let mut rest = TokenStream::new();
        for entry in entries {
            match entry.value {
                Value::Group(tokens) if entry.key == "fields" => match list.parse2(tokens.clone()) {
                    Ok(fields) => {
                        fields.iter().filter(|field| field.is_value).for_each(|field| self.extra(&field.value))
                    }
                    Err(_) => rest.extend(tokens),
                },
                // These are parameters.
                Value::Group(_) if entry.key == "skip" => {}
                // `err(level = LEVEL, Debug)`
                Value::Group(tokens) => match entries_of(&tokens, true) {
                    Some(inner) => inner.iter().for_each(|entry| self.told(&entry.value)),
                    None => rest.extend(tokens),
                },
                value => self.told(&value),
            }
        }
        rest
    }

    fn told(&mut self, value: &Value) {
        if let Value::Expr(value) = value
            && !is_text(value)
        {
            self.extra(value);
        }
    }

    fn extra(&mut self, value: &Expr) {
        let value = self.expr(value);
        self.body.extra.push(value);
    }
}

impl Field {
    /// Its name, if that is one word.
    fn single(&self) -> Option<&Ident> {
        match &self.words[..] {
            [word] => Some(word),
            _ => None,
        }
    }
}

/// `#[instrument("name", …)]` without the name.
fn without_name(args: TokenStream) -> TokenStream {
    let is_named = matches!(args.clone().into_iter().next(), Some(TokenTree::Literal(_)));
    args.into_iter().skip(if is_named { 2 } else { 0 }).collect()
}

pub(super) fn is_text(value: &Expr) -> bool {
    matches!(value, Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(_), .. }))
}

/// All up to the end; `log` and `slog` have a semicolon between values and text.
fn list(input: ParseStream<'_>) -> syn::Result<Vec<Field>> {
    let mut all = vec![];
    while !input.is_empty() {
        field(input, &mut all)?;
        if !input.is_empty() && input.parse::<Option<Token![,]>>()?.is_none() {
            input.parse::<Token![;]>()?;
        }
    }
    Ok(all)
}

fn field(input: ParseStream<'_>, all: &mut Vec<Field>) -> syn::Result<()> {
    let seen_text = all.iter().any(|field| field.words.is_empty() && is_text(&field.value));
    if input.peek(syn::token::Brace) && !seen_text {
        let group: Group = input.fork().parse()?;
        if holds_fields(&group) {
            // `{ name = value, … }` before the text.
            input.parse::<Group>()?;
            all.extend(list.parse2(group.stream())?);
            return Ok(());
        }
        if is_equals(&input.fork(), true) {
            // `{ CONSTANT } = value`: the field has the name that the constant says.
            let block = Expr::Block(syn::ExprBlock { attrs: vec![], label: None, block: input.parse()? });
            all.push(Field { words: vec![], is_value: true, value: block });
            input.parse::<Token![=]>()?;
        }
    }
    let words = if named(&input.fork()).is_ok() { Some(named(input)?) } else { None };
    let is_value = sign(input)? || words.is_some();
    let value = input.parse()?;
    all.push(Field { words: words.unwrap_or_default(), is_value, value });
    if input.parse::<Option<Token![=>]>>()?.is_some() {
        sign(input)?;
        let value = input.parse()?;
        all.push(Field { words: vec![], is_value: true, value });
    }
    Ok(())
}

/// `%` for `Display` and `?` for `Debug` before a value.
fn sign(input: ParseStream<'_>) -> syn::Result<bool> {
    let shown = input.parse::<Option<Token![%]>>()?.is_some();
    Ok(shown || input.parse::<Option<Token![?]>>()?.is_some())
}

/// Whether `=` follows, behind one group if `skip` says so, and neither `==` nor `=>`.
fn is_equals(input: ParseStream<'_>, skip: bool) -> bool {
    if skip && input.parse::<Group>().is_err() {
        return false;
    }
    input.peek(Token![=]) && !input.peek(Token![==]) && !input.peek(Token![=>])
}

/// `name.of =`, `"name" =`, `name:`, `name:? =`, `name:debug =`: the words of the name. An error for anything else.
fn named(input: ParseStream<'_>) -> syn::Result<Vec<Ident>> {
    let mut words = vec![];
    if input.peek(syn::LitStr) {
        input.parse::<syn::LitStr>()?;
    } else {
        words.push(input.call(Ident::parse_any)?);
        while input.peek(Token![.]) && !input.peek(Token![..]) {
            input.parse::<Token![.]>()?;
            words.push(input.call(Ident::parse_any)?);
        }
        if input.peek(Token![:]) && !input.peek(Token![::]) {
            input.parse::<Token![:]>()?;
            let how = input.fork();
            let is_shown = sign(&how)? || how.call(Ident::parse_any).is_ok();
            if is_shown && is_equals(&how, false) && !sign(input)? {
                input.call(Ident::parse_any)?;
            }
            input.parse::<Option<Token![=]>>()?;
            return Ok(words);
        }
    }
    if is_equals(&input.fork(), false) {
        input.parse::<Token![=]>()?;
        return Ok(words);
    }
    Err(input.error("expected a name"))
}

/// Whether braces begin with a field, not with code.
fn holds_fields(group: &Group) -> bool {
    let trees: Vec<TokenTree> = group.stream().into_iter().collect();
    let begins = |input: ParseStream<'_>| {
        let is_one = sign(input)? || named(&input.fork()).is_ok();
        input.parse::<TokenStream>()?;
        Ok(is_one)
    };
    let shorthand = matches!(trees.first(), Some(TokenTree::Ident(_))) && punct(&trees, 1) == Some(',');
    shorthand || begins.parse2(group.stream()).unwrap_or(false)
}
