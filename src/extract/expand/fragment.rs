//! The kinds of fragments: which token may begin one, and how far it goes.
//!
//! In comes a place in the tokens of a call, out goes the place after the fragment; the syntax is that of `syn`. The
//! module does not know the rule that asks, nor what the fragment is used for.

use super::tree::Leaf;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::buffer::Cursor;
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseBuffer, ParseStream, Parser};
use syn::{Expr, Pat, Result, Token};

/// What may stand after the colon of `$name:kind`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Ident,
    Lifetime,
    Literal,
    Tt,
    Ty,
    Expr,
    Expr2021,
    Pat,
    PatParam,
    Path,
    Stmt,
    Block,
    Item,
    Vis,
    Meta,
}

/// What depends on the edition of the macro, which is not known.
#[derive(Clone, Copy)]
pub(super) struct Dialect {
    /// `expr` takes `_` and `const { … }`, from the edition of 2024 on.
    pub(super) wide_expr: bool,
    /// `pat` takes no `|` outside of brackets, before the edition of 2021.
    pub(super) narrow_pat: bool,
}

/// The token at a place.
pub(super) enum Head {
    Leaf(Leaf),
    Open(Delimiter),
    /// A fragment that an outer macro took, which stays one.
    Whole(TokenStream),
    /// The end of a group, or of all.
    End,
}

impl Kind {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "ident" => Self::Ident,
            "lifetime" => Self::Lifetime,
            "literal" => Self::Literal,
            "tt" => Self::Tt,
            "ty" => Self::Ty,
            "expr" => Self::Expr,
            "expr_2021" => Self::Expr2021,
            "pat" => Self::Pat,
            "pat_param" => Self::PatParam,
            "path" => Self::Path,
            "stmt" => Self::Stmt,
            "block" => Self::Block,
            "item" => Self::Item,
            "vis" => Self::Vis,
            "meta" => Self::Meta,
            _ => return None,
        })
    }

    /// Whether a fragment of these tokens has to be kept apart from what stands around it.
    pub(super) fn is_unit(self, trees: &[TokenTree]) -> bool {
        match (self, trees) {
            (_, [TokenTree::Group(group)]) if group.delimiter() == Delimiter::None => false,
            // `1 as $t << 2` does not begin the arguments of a type.
            (Self::Ty, _) => true,
            // A further macro has to see that there was one, even if it is empty.
            (Self::Vis, _) => trees.len() != 1,
            // `if $e {}` does not return a block.
            (Self::Expr | Self::Expr2021, [TokenTree::Ident(word)]) => {
                ["return", "break", "continue"].iter().any(|jump| word == jump)
            }
            (Self::Expr | Self::Expr2021 | Self::Pat | Self::PatParam | Self::Path, _) => trees.len() > 1,
            _ => false,
        }
    }

    /// Whether the compiler would try to read this kind here; having begun, it does not turn back.
    pub(super) fn may_begin(self, head: &Head, dialect: Dialect) -> bool {
        match head {
            Head::End => false,
            Head::Whole(inner) => self.may_be_whole(inner, dialect),
            Head::Open(delimiter) => self.may_open(*delimiter),
            Head::Leaf(leaf) => self.may_begin_with(leaf, dialect),
        }
    }

    fn may_be_whole(self, inner: &TokenStream, dialect: Dialect) -> bool {
        match self {
            Self::Tt | Self::Item | Self::Stmt | Self::Vis => true,
            Self::Ident | Self::Lifetime => false,
            _ => {
                // A whole pattern may have alternatives even where a written one may not.
                let kind = if self == Self::PatParam { Self::Pat } else { self };
                let all = |input: ParseStream<'_>| kind.read(input, dialect);
                all.parse2(inner.clone()).is_ok()
            }
        }
    }

    fn may_open(self, delimiter: Delimiter) -> bool {
        let braces = delimiter == Delimiter::Brace;
        match self {
            Self::Tt | Self::Item | Self::Stmt | Self::Expr | Self::Expr2021 => true,
            Self::Ty | Self::Vis | Self::Pat | Self::PatParam => !braces,
            Self::Block => braces,
            Self::Ident | Self::Lifetime | Self::Literal | Self::Path | Self::Meta => false,
        }
    }

    fn may_begin_with(self, leaf: &Leaf, dialect: Dialect) -> bool {
        match (self, leaf) {
            (Self::Tt | Self::Item | Self::Stmt, _) => true,
            (Self::Ident, Leaf::Ident(name)) => **name != *"_",
            (Self::Ident, Leaf::Crate) => true,
            (Self::Ident | Self::Block, _) => false,
            (Self::Lifetime, leaf) => matches!(leaf, Leaf::Lifetime(_)),
            (Self::Literal, Leaf::Literal(_)) => true,
            (Self::Literal, Leaf::Ident(name)) => matches!(&**name, "true" | "false"),
            (Self::Literal, leaf) => leaf.is_punct("-"),
            (Self::Path | Self::Meta, Leaf::Punct(mark)) => **mark == *"::" || self == Self::Path && **mark == *"<",
            (Self::Path | Self::Meta, leaf) => matches!(leaf, Leaf::Ident(_) | Leaf::Crate),
            (Self::Vis, Leaf::Ident(_)) => true,
            (Self::Vis, leaf) => leaf.is_punct(",") || begins_type(leaf),
            (Self::Ty, leaf) => begins_type(leaf),
            (Self::Expr, Leaf::Ident(name)) if matches!(&**name, "_" | "const") => dialect.wide_expr,
            (Self::Expr2021, Leaf::Ident(name)) if matches!(&**name, "_" | "const") => false,
            (Self::Expr | Self::Expr2021, leaf) => begins_expr(leaf),
            (Self::Pat, leaf) if leaf.is_punct("|") => !dialect.narrow_pat,
            (Self::Pat | Self::PatParam, leaf) => begins_pat(leaf),
        }
    }

    /// The tokens of a fragment that starts here, which `input` is moved over; `None` if there is none.
    pub(super) fn take(self, input: ParseStream<'_>, head: &Head, dialect: Dialect) -> Option<Vec<TokenTree>> {
        let ahead = input.fork();
        let pattern = matches!(self, Self::Pat | Self::PatParam) && matches!(head, Head::Whole(_));
        let read = if pattern { tree(&ahead) } else { self.read(&ahead, dialect) };
        read.ok()?;
        let taken = between(input.cursor(), ahead.cursor())?;
        input.advance_to(&ahead);
        Some(taken)
    }

    fn read(self, input: ParseStream<'_>, dialect: Dialect) -> Result<()> {
        match self {
            Self::Ident if input.peek(Token![::]) => tree(input),
            Self::Ident => input.call(syn::Ident::parse_any).map(drop),
            Self::Lifetime => input.parse::<syn::Lifetime>().map(drop),
            Self::Literal => literal(input),
            Self::Tt | Self::Block => tree(input),
            Self::Ty => input.parse::<syn::Type>().map(drop),
            Self::Expr | Self::Expr2021 => input.parse::<Expr>().map(drop),
            Self::Pat if !dialect.narrow_pat => input.call(Pat::parse_multi_with_leading_vert).map(drop),
            Self::Pat | Self::PatParam => input.call(Pat::parse_single).map(drop),
            Self::Path => path(input),
            Self::Stmt => statement(input),
            Self::Item => input.parse::<syn::Item>().map(drop),
            Self::Vis => input.parse::<syn::Visibility>().map(drop),
            Self::Meta => input.parse::<syn::Meta>().map(drop),
        }
    }
}

/// One token as the compiler counts them.
fn tree(input: ParseStream<'_>) -> Result<()> {
    input.step(|cursor| match super::tree::next(*cursor) {
        Some((_, rest)) => Ok(((), rest)),
        None => Err(cursor.error("expected a token")),
    })
}

fn literal(input: ParseStream<'_>) -> Result<()> {
    input.parse::<Option<Token![-]>>()?;
    input.parse::<syn::Lit>().map(drop)
}

/// A path as in a type: `Fn(A) -> B` is one too.
fn path(input: ParseStream<'_>) -> Result<()> {
    input.parse::<syn::Path>()?;
    if input.peek(syn::token::Paren) {
        input.parse::<syn::ParenthesizedGenericArguments>()?;
    }
    Ok(())
}

/// A statement without its semicolon.
fn statement(input: ParseStream<'_>) -> Result<()> {
    if input.peek(Token![;]) {
        // The empty statement.
        return tree(input);
    }
    let ahead = input.fork();
    ahead.call(syn::Attribute::parse_outer)?;
    if ahead.peek(Token![let]) && !ahead.peek(syn::token::Group) {
        local(&ahead)?;
        input.advance_to(&ahead);
        return Ok(());
    }
    let as_item = input.fork();
    if begins_item(&ahead) && as_item.parse::<syn::Item>().is_ok() {
        input.advance_to(&as_item);
        return Ok(());
    }
    Expr::parse_with_earlier_boundary_rule(&ahead)?;
    input.advance_to(&ahead);
    Ok(())
}

fn local(input: ParseStream<'_>) -> Result<()> {
    input.parse::<Token![let]>()?;
    Pat::parse_multi_with_leading_vert(input)?;
    if input.parse::<Option<Token![:]>>()?.is_some() {
        input.parse::<syn::Type>()?;
    }
    if input.parse::<Option<Token![=]>>()?.is_some() {
        input.parse::<Expr>()?;
        if input.parse::<Option<Token![else]>>()?.is_some() {
            input.parse::<syn::Block>()?;
        }
    }
    Ok(())
}

/// Whether this is an item and not a macro call, which is an expression here.
fn begins_item(input: &ParseBuffer<'_>) -> bool {
    let Ok(first) = input.fork().call(syn::Ident::parse_any) else { return false };
    let words = [
        "pub",
        "fn",
        "struct",
        "enum",
        "union",
        "trait",
        "impl",
        "mod",
        "use",
        "const",
        "static",
        "type",
        "extern",
        "unsafe",
        "async",
        "macro_rules",
        "macro",
        "auto",
        "default",
        "safe",
    ];
    words.iter().any(|word| first == word)
}

/// The tokens between two places; `None` if the end lies within an invisible group.
fn between(mut start: Cursor<'_>, end: Cursor<'_>) -> Option<Vec<TokenTree>> {
    let mut taken = vec![];
    while start != end {
        let (tree, rest) = start.token_tree()?;
        if rest > end {
            return None;
        }
        taken.push(tree);
        start = rest;
    }
    Some(taken)
}

/// Words that no expression, type or pattern of one's own may be named.
fn is_reserved(name: &str) -> bool {
    const RESERVED: [&str; 50] = [
        "_", "as", "break", "const", "continue", "crate", "else", "enum", "extern", "false", "fn", "for", "if", "impl",
        "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "Self", "static", "struct",
        "super", "trait", "true", "type", "unsafe", "use", "where", "while", "abstract", "become", "box", "do",
        "final", "macro", "override", "priv", "typeof", "unsized", "virtual", "yield", "async", "await",
    ];
    RESERVED.contains(&name)
}

fn begins_path(name: &str) -> bool {
    matches!(name, "self" | "Self" | "super" | "crate") || !is_reserved(name)
}

fn begins_type(leaf: &Leaf) -> bool {
    match leaf {
        Leaf::Ident(name) => {
            begins_path(name) || matches!(&**name, "_" | "for" | "impl" | "fn" | "unsafe" | "extern" | "typeof" | "dyn")
        }
        Leaf::Punct(mark) => matches!(&**mark, "!" | "*" | "&" | "&&" | "?" | "<" | "<<" | "::"),
        Leaf::Lifetime(_) | Leaf::Crate => true,
        Leaf::Literal(_) => false,
    }
}

fn begins_expr(leaf: &Leaf) -> bool {
    let marks = ["!", "-", "*", "|", "||", "&", "&&", "..", "...", "..=", "<", "<<", "::", "#"];
    match leaf {
        Leaf::Ident(name) => {
            let words = [
                "async", "do", "box", "break", "const", "continue", "false", "for", "if", "loop", "match", "move",
                "return", "true", "try", "unsafe", "while", "yield", "static", "become",
            ];
            begins_path(name) || words.contains(&&**name)
        }
        Leaf::Punct(mark) => marks.contains(&&**mark),
        Leaf::Literal(_) | Leaf::Lifetime(_) | Leaf::Crate => true,
    }
}

fn begins_pat(leaf: &Leaf) -> bool {
    match leaf {
        Leaf::Punct(mark) => matches!(&**mark, "&" | "&&" | "-" | ".." | "..." | "::" | "<" | "<<"),
        Leaf::Ident(_) | Leaf::Literal(_) | Leaf::Crate => true,
        Leaf::Lifetime(_) => false,
    }
}
