//! Tokens as `macro_rules!` counts them.
//!
//! In come tokens of `proc_macro2`, where `=>` is two marks and `'a` a mark and a word; out go tokens as the compiler
//! matches them, where both are one, and back again. A [`Leaf`] holds no place in a file, so it may be kept and given
//! to another thread. The module does not know what a token means.

use proc_macro2::{Delimiter, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use syn::buffer::Cursor;

/// A token that is no group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Leaf {
    /// With the `r#` of a raw one.
    Ident(Box<str>),
    /// With its `'`.
    Lifetime(Box<str>),
    Literal(Box<str>),
    Punct(Box<str>),
    /// `$crate`.
    Crate,
}

/// A token of the input, with the inside of a group.
pub(super) enum Tree<'a> {
    Leaf(Leaf),
    Group(Delimiter, Cursor<'a>),
}

/// Marks that the lexer reads as one, longer ones first.
const GLUED: [&str; 25] = [
    "<<=", ">>=", "...", "..=", "&&", "||", "==", "!=", "<=", ">=", "<<", ">>", "+=", "-=", "*=", "/=", "%=", "^=",
    "&=", "|=", "..", "::", "->", "<-", "=>",
];

impl Leaf {
    pub(super) fn punct(text: &str) -> Self {
        Self::Punct(text.into())
    }

    pub(super) fn ident(text: &str) -> Self {
        Self::Ident(text.into())
    }

    pub(super) fn is_punct(&self, text: &str) -> bool {
        matches!(self, Self::Punct(own) if **own == *text)
    }

    /// Whether a token of a call is this one of a pattern. A comment `/// x` is `#[doc = r" x"]` to a pattern, but is
    /// lexed as a plain string here.
    pub(super) fn is_like(&self, own: &Leaf) -> bool {
        match (self, own) {
            (Self::Literal(given), Self::Literal(own)) => {
                given == own || plain(given).is_some_and(|inner| plain(own) == Some(inner))
            }
            _ => self == own,
        }
    }

    /// Writes the token, as tokens that stand at `span`; [`Self::Crate`] as a path to `own_crate`.
    pub(super) fn write(&self, span: Span, own_crate: &str, out: &mut Vec<TokenTree>) {
        match self {
            Self::Ident(text) => out.extend(word(text, span)),
            Self::Lifetime(text) => write_lifetime(text, span, out),
            Self::Literal(text) => {
                // The text was lexed before, so it reads as a literal again.
                if let Ok(mut literal) = text.parse::<Literal>() {
                    literal.set_span(span);
                    out.push(literal.into());
                }
            }
            Self::Punct(text) => {
                let last = text.chars().count().saturating_sub(1);
                out.extend(text.chars().enumerate().map(|(at, mark)| {
                    let spacing = if at == last { Spacing::Alone } else { Spacing::Joint };
                    punct(mark, spacing, span)
                }));
            }
            Self::Crate => write_crate(own_crate, span, out),
        }
    }
}

fn punct(mark: char, spacing: Spacing, span: Span) -> TokenTree {
    let mut punct = Punct::new(mark, spacing);
    punct.set_span(span);
    punct.into()
}

/// The inside of a string that has no escapes.
fn plain(literal: &str) -> Option<&str> {
    let quoted = match literal.strip_prefix('r') {
        Some(raw) => raw.trim_matches('#'),
        None => literal,
    };
    let inner = quoted.strip_prefix('"')?.strip_suffix('"')?;
    (!inner.contains(['"', '\\'])).then_some(inner)
}

/// An identifier, unless the text is none.
pub(super) fn word(text: &str, span: Span) -> Option<TokenTree> {
    let ident = match text.strip_prefix("r#") {
        Some("_" | "super" | "self" | "Self" | "crate") => return None,
        Some(raw) if is_word(raw) => Ident::new_raw(raw, span),
        None if is_word(text) => Ident::new(text, span),
        _ => return None,
    };
    Some(ident.into())
}

fn is_word(text: &str) -> bool {
    if text.is_ascii() {
        // The usual case needs no lexer, which would keep the text.
        let starts = text.starts_with(|it: char| it.is_ascii_alphabetic() || it == '_');
        return starts && text.chars().all(|it| it.is_ascii_alphanumeric() || it == '_');
    }
    let Ok(lexed) = text.parse::<TokenStream>() else { return false };
    let mut lexed = lexed.into_iter();
    matches!((lexed.next(), lexed.next()), (Some(TokenTree::Ident(_)), None))
}

fn write_lifetime(text: &str, span: Span, out: &mut Vec<TokenTree>) {
    if let Some(name) = text.strip_prefix('\'').and_then(|name| word(name, span)) {
        out.push(punct('\'', Spacing::Joint, span));
        out.push(name);
    }
}

/// `::own_crate`. The second colon is marked as joined, which no lexer does before a word: that is how [`next`] knows
/// the three as one `$crate` when they are given to a further macro.
fn write_crate(own_crate: &str, span: Span, out: &mut Vec<TokenTree>) {
    if let Some(name) = word(own_crate, span) {
        if own_crate != "crate" {
            out.extend([punct(':', Spacing::Joint, span), punct(':', Spacing::Joint, span)]);
        }
        out.push(name);
    }
}

/// The place after a comment `/// …`. Its tokens are those of `#[doc = "…"]`, but all stand at one place.
pub(super) fn after_comment(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let (mark, rest) = cursor.punct().filter(|(mark, _)| mark.as_char() == '#')?;
    let (inner, span, rest) = rest.group(Delimiter::Bracket)?;
    let (name, inner) = inner.ident().filter(|(name, _)| name == "doc")?;
    let (_, inner) = inner.punct()?;
    let (_, inner) = inner.literal()?;
    let place = |span: Span| (span.start(), span.end());
    let same = place(mark.span()) == place(span.join()) && place(name.span()) == place(mark.span());
    (inner.eof() && same).then_some(rest)
}

/// The token at `cursor` and the place after it.
pub(super) fn next(cursor: Cursor<'_>) -> Option<(Tree<'_>, Cursor<'_>)> {
    if let Some((inner, delimiter, _, rest)) = cursor.any_group() {
        return Some((Tree::Group(delimiter, inner), rest));
    }
    let (tree, rest) = cursor.token_tree()?;
    let (leaf, rest) = match tree {
        TokenTree::Ident(ident) => (Leaf::Ident(ident.to_string().into()), rest),
        TokenTree::Literal(literal) => (Leaf::Literal(literal.to_string().into()), rest),
        TokenTree::Punct(first) if first.as_char() == '\'' => match rest.token_tree() {
            Some((TokenTree::Ident(name), rest)) => (Leaf::Lifetime(format!("'{name}").into()), rest),
            _ => (Leaf::punct("'"), rest),
        },
        TokenTree::Punct(first) => marks(first, rest),
        TokenTree::Group(_) => return None,
    };
    Some((Tree::Leaf(leaf), rest))
}

/// The longest token that starts with this mark.
fn marks(first: Punct, rest: Cursor<'_>) -> (Leaf, Cursor<'_>) {
    let mut text = String::from(first.as_char());
    let mut ends = vec![rest];
    let (mut joint, mut at) = (first.spacing() == Spacing::Joint, rest);
    while joint && ends.len() < 3 {
        let Some((TokenTree::Punct(more), rest)) = at.token_tree() else { break };
        text.push(more.as_char());
        ends.push(rest);
        (joint, at) = (more.spacing() == Spacing::Joint, rest);
    }
    if joint
        && text == "::"
        && let Some((TokenTree::Ident(_), rest)) = at.token_tree()
    {
        return (Leaf::Crate, rest);
    }
    for glued in GLUED {
        if text.starts_with(glued)
            && let Some(end) = ends.get(glued.len() - 1)
        {
            return (Leaf::punct(glued), *end);
        }
    }
    (Leaf::Punct(first.as_char().to_string().into()), rest)
}
