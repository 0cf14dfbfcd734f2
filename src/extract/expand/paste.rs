//! Expands calls of `paste!`, of the crates paste and pastey.
//!
//! In come the tokens between the brackets of a call, out go the tokens that it becomes: `[<get_ name:lower>]` is one
//! identifier, and texts in `#[doc = "a" name "b"]` are one. Written from the documentation of these crates. What is not
//! put together of words and literals (a variable of rules that were not expanded, a variable of the environment) is
//! refused as a whole. The module does not know whether the macro of that crate is meant.

use super::{Unexpanded, check_depth};
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// The mark of a local that was renamed when rules were expanded; it is not part of its name.
const RENAMED: &str = "__hyg";

/// Part of a name that is put together.
enum Segment {
    Text(String),
    /// `'`: a lifetime is made.
    Apostrophe,
    /// `#` of pastey: the name is written with `r#`.
    Raw,
    /// `:lower` and the like: it changes the text before it.
    Modifier(String),
}

/// What a call becomes, and whether any name or text in it is put together.
pub fn paste(input: TokenStream) -> Result<(TokenStream, bool), Unexpanded> {
    check_depth(&input)?;
    let mut joined = false;
    let tokens = within(input, &mut joined)?;
    Ok((tokens, joined))
}

fn within(input: TokenStream, joined: &mut bool) -> Result<TokenStream, Unexpanded> {
    let mut out: Vec<TokenTree> = vec![];
    for tree in input {
        let group = match tree {
            TokenTree::Group(group) => group,
            other => {
                out.push(other);
                continue;
            }
        };
        let delimiter = group.delimiter();
        if delimiter == Delimiter::Bracket
            && let Some(inner) = between_angles(&group)
        {
            *joined = true;
            out.extend(name(segments(inner)?, group.span())?);
        } else if delimiter == Delimiter::None && is_plain(&group) {
            // One name or literal that rules were given stands as if it were written here.
            out.extend(group.stream());
        } else {
            let mut inner = within(group.stream(), joined)?;
            if delimiter == Delimiter::Bracket && is_attribute(&out) {
                inner = attribute(inner, joined)?;
            }
            let mut new = Group::new(delimiter, inner);
            new.set_span(group.span());
            out.push(new.into());
        }
    }
    Ok(out.into_iter().collect())
}

fn is(tree: &TokenTree, sign: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// Whether `#` or `#!` comes last.
fn is_attribute(before: &[TokenTree]) -> bool {
    match before {
        [.., hash, bang] if is(bang, '!') => is(hash, '#'),
        [.., hash] => is(hash, '#'),
        [] => false,
    }
}

/// What stands in `[< >]`, if there is anything.
fn between_angles(group: &Group) -> Option<Vec<TokenTree>> {
    let mut trees: Vec<TokenTree> = group.stream().into_iter().collect();
    let closes = trees.iter().position(|tree| is(tree, '>'))?;
    if closes < 2 || closes + 1 < trees.len() || !is(trees.first()?, '<') {
        return None;
    }
    trees.pop();
    trees.remove(0);
    Some(trees)
}

/// Whether it is a name, a path of names, a literal or a lifetime.
fn is_plain(group: &Group) -> bool {
    let trees: Vec<TokenTree> = group.stream().into_iter().collect();
    match trees.as_slice() {
        [TokenTree::Literal(_)] => true,
        [TokenTree::Punct(punct), TokenTree::Ident(_)] => punct.as_char() == '\'',
        [TokenTree::Ident(_), rest @ ..] => {
            rest.chunks(3).all(|part| matches!(part, [one, two, TokenTree::Ident(_)] if is(one, ':') && is(two, ':')))
        }
        _ => false,
    }
}

fn segments(trees: Vec<TokenTree>) -> Result<Vec<Segment>, Unexpanded> {
    let mut found = vec![];
    let mut trees = trees.into_iter().peekable();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Ident(word) => {
                let word = word.to_string();
                let calls = matches!(trees.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == '!');
                if word == "env" && calls {
                    return Err(Unexpanded::Unsupported("a variable of the environment in a name"));
                }
                let word = word.strip_prefix("r#").unwrap_or(&word);
                found.push(Segment::Text(word.split(RENAMED).next().unwrap_or(word).to_owned()));
            }
            TokenTree::Literal(literal) => found.push(Segment::Text(literal.to_string())),
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                found.extend(segments(group.stream().into_iter().collect())?);
            }
            TokenTree::Punct(punct) => match (punct.as_char(), found.is_empty()) {
                ('\'', _) => found.push(Segment::Apostrophe),
                ('#', true) => found.push(Segment::Raw),
                (':', _) => match trees.next() {
                    Some(TokenTree::Ident(modifier)) => found.push(Segment::Modifier(modifier.to_string())),
                    _ => return Err(Unexpanded::Malformed),
                },
                _ => return Err(Unexpanded::Unsupported("a name of something that is no word")),
            },
            TokenTree::Group(_) => return Err(Unexpanded::Malformed),
        }
    }
    Ok(found)
}

/// The tokens of a name that is put together: an identifier, a lifetime, or a literal if it starts with a digit.
fn name(mut segments: Vec<Segment>, span: Span) -> Result<Vec<TokenTree>, Unexpanded> {
    for segment in &mut segments {
        if let Segment::Text(text) = segment {
            *text = word_of(text)?;
        }
    }
    let is_raw = matches!(segments.first(), Some(Segment::Raw));
    let is_lifetime = segments.iter().any(|segment| matches!(segment, Segment::Apostrophe));
    let text = join(segments)?;
    if text.starts_with(|letter: char| letter.is_ascii_digit()) {
        let mut literal: Literal = text.parse().map_err(|_| Unexpanded::Malformed)?;
        literal.set_span(span);
        return Ok(vec![literal.into()]);
    }
    let fits = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    // Which other letters a name may have, only the compiler knows.
    if text.is_empty() || !text.chars().all(fits) {
        return Err(Unexpanded::Unsupported("a name of other letters"));
    }
    let special = matches!(text.as_str(), "_" | "self" | "Self" | "super" | "crate");
    let ident = if is_raw && !special { Ident::new_raw(&text, span) } else { Ident::new(&text, span) };
    let mut apostrophe = Punct::new('\'', Spacing::Joint);
    apostrophe.set_span(span);
    let before = is_lifetime.then_some(TokenTree::Punct(apostrophe));
    Ok(before.into_iter().chain([ident.into()]).collect())
}

/// What a word or a literal gives to a name: of a text its letters, with `_` for `-`.
fn word_of(text: &str) -> Result<String, Unexpanded> {
    let is_bytes = ["b'", "b\"", "br\""].iter().any(|start| text.starts_with(start));
    if is_bytes || text.contains(['#', '\\', '.', '+']) {
        return Err(Unexpanded::Unsupported("a name of an unusual literal"));
    }
    let inner = match text.strip_prefix("r\"").or_else(|| text.strip_prefix(['"', '\''])) {
        Some(rest) => rest.strip_suffix(['"', '\'']).ok_or(Unexpanded::Malformed)?,
        None => text,
    };
    Ok(inner.replace('-', "_"))
}

fn join(segments: Vec<Segment>) -> Result<String, Unexpanded> {
    let mut texts: Vec<String> = vec![];
    for segment in segments {
        match segment {
            Segment::Text(text) => texts.push(text),
            Segment::Apostrophe | Segment::Raw => {}
            Segment::Modifier(modifier) => {
                let text = texts.pop().ok_or(Unexpanded::Malformed)?;
                texts.push(modified(&text, &modifier)?);
            }
        }
    }
    Ok(texts.concat())
}

fn modified(text: &str, modifier: &str) -> Result<String, Unexpanded> {
    match modifier {
        "lower" => Ok(text.to_lowercase()),
        "upper" => Ok(text.to_uppercase()),
        "snake" => Ok(snake(text)),
        "camel" | "upper_camel" => Ok(camel(text, false, false)),
        "lower_camel" => Ok(camel(text, true, false)),
        "camel_edge" => Ok(camel(text, false, true)),
        _ => Err(Unexpanded::Unsupported("a way to change names that is not known")),
    }
}

/// `_` before each capital letter that has none, and small letters.
fn snake(text: &str) -> String {
    let mut out = String::new();
    let mut before = '_';
    for letter in text.chars() {
        if letter.is_uppercase() && before != '_' {
            out.push('_');
        }
        out.push(letter);
        before = letter;
    }
    out.to_lowercase()
}

/// A capital letter after each `_`, which goes; a small one after a capital letter. `small` makes the first one small,
/// `edge` keeps the second `_` of two.
pub(in crate::extract) fn camel(text: &str, mut small: bool, edge: bool) -> String {
    let mut out = String::new();
    let mut before = '_';
    for letter in text.chars() {
        match (letter, before) {
            ('_', '_') if edge => out.push('_'),
            ('_', _) => {}
            (_, '_') if std::mem::take(&mut small) => out.extend(letter.to_lowercase()),
            (_, '_') => out.extend(letter.to_uppercase()),
            _ if before.is_uppercase() => out.extend(letter.to_lowercase()),
            _ => out.push(letter),
        }
        before = letter;
    }
    out
}

/// The content of an attribute: where several words and texts stand after `name =`, they are one text; in brackets too.
fn attribute(tokens: TokenStream, joined: &mut bool) -> Result<TokenStream, Unexpanded> {
    let mut trees: Vec<TokenTree> = tokens.into_iter().collect();
    let in_path = |tree: &&TokenTree| matches!(tree, TokenTree::Ident(_)) || is(tree, ':');
    let path = trees.iter().take_while(in_path).count();
    if path == 0 {
        return Ok(trees.into_iter().collect());
    }
    match trees.get(path) {
        Some(sign) if is(sign, '=') => {
            let value = trees.split_off(path + 1);
            if value.len() < 2 || !value.iter().all(is_text) {
                trees.extend(value);
            } else {
                *joined = true;
                let span = value[0].span();
                let mut text = Literal::string(&text_of(value)?);
                text.set_span(span);
                trees.push(text.into());
            }
        }
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis && path + 1 == trees.len() => {
            let mut inner = vec![];
            let parts: Vec<TokenTree> = group.stream().into_iter().collect();
            for part in parts.split_inclusive(|tree| is(tree, ',')) {
                let (part, comma) = match part.split_last() {
                    Some((comma, part)) if is(comma, ',') => (part, Some(comma)),
                    _ => (part, None),
                };
                inner.extend(attribute(part.iter().cloned().collect(), joined)?);
                inner.extend(comma.cloned());
            }
            let mut new = Group::new(Delimiter::Parenthesis, inner.into_iter().collect());
            new.set_span(group.span());
            trees[path] = new.into();
        }
        _ => {}
    }
    Ok(trees.into_iter().collect())
}

/// Whether it can be a part of a text in an attribute.
fn is_text(tree: &TokenTree) -> bool {
    match tree {
        TokenTree::Ident(_) => true,
        TokenTree::Literal(literal) => !literal.to_string().starts_with(['b', '\'']),
        TokenTree::Group(group) => {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            group.delimiter() == Delimiter::None && matches!(inner.as_slice(), [only] if is_text(only))
        }
        TokenTree::Punct(punct) => match punct.as_char() {
            ':' => punct.spacing() == Spacing::Alone,
            sign => sign == '\'',
        },
    }
}

fn text_of(value: Vec<TokenTree>) -> Result<String, Unexpanded> {
    let mut segments = segments(value)?;
    for segment in &mut segments {
        if let Segment::Text(text) = segment
            && text.contains('"')
        {
            *text = syn::parse_str::<syn::LitStr>(text).map_err(|_| Unexpanded::Malformed)?.value();
        }
    }
    let apostrophe = if segments.iter().any(|segment| matches!(segment, Segment::Apostrophe)) { "'" } else { "" };
    Ok(format!("{apostrophe}{}", join(segments)?))
}
