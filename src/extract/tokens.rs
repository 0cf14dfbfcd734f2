//! Names in tokens that nobody expands: what a macro is given, or an attribute.

use super::{Lower, pieces};
use crate::facts::body::{TokenName, TokenRole};
use crate::model::{Name, Span, name};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// More words than this in a macro call are not taken for modules.
const MOST_MODULES: usize = 64;

/// A path as it stands in tokens.
struct TokenPath {
    /// Its names, without `crate`, `self` and `super` at its start.
    names: Vec<Name>,
    /// Where it stands; `None` if it has no word.
    span: Option<Span>,
    /// It starts at `crate`.
    of_crate: bool,
    /// The place of its last name, or of what stands behind its last `::` instead.
    end: usize,
}

impl Lower<'_> {
    /// Takes down the names in tokens of which nothing is known.
    pub(super) fn unknown_tokens(&mut self, tokens: &TokenStream) {
        let mut names = vec![];
        self.scan(tokens.clone(), false, &mut names);
        self.body.tokens.append(&mut names);
    }

    /// As [`Self::unknown_tokens`], for tokens that stand between items.
    pub(super) fn loose_tokens(&mut self, tokens: &TokenStream) {
        let mut names = vec![];
        self.scan(tokens.clone(), false, &mut names);
        self.loose.append(&mut names);
    }

    /// `mods!(a, b { c })` may declare modules of these names.
    pub(super) fn modules_of_words(&mut self, tokens: &TokenStream) {
        let mut words = vec![];
        words_in(tokens, &mut words);
        let scope = self.scope;
        self.facts.hidden_mods.extend(words.into_iter().map(|word| (scope, word)));
    }

    /// Reads names; `quoted` also takes strings that are a path (`default = "path::to"`).
    pub(super) fn scan(&mut self, tokens: TokenStream, quoted: bool, out: &mut Vec<TokenName>) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < trees.len() {
            match &trees[at] {
                TokenTree::Group(group) => {
                    if !self.scan_pasted(group, out) {
                        self.scan(group.stream(), quoted, out);
                    }
                }
                TokenTree::Ident(_) => at = self.scan_path(&trees, at, out),
                TokenTree::Literal(literal) => {
                    let span = self.span(literal.span());
                    self.scan_literal(&literal.to_string(), span, quoted, out);
                }
                TokenTree::Punct(_) => {}
            }
            at += 1;
        }
    }

    /// Reads `a::b::c` from `start` on and returns the place of its last token.
    fn scan_path(&mut self, trees: &[TokenTree], start: usize, out: &mut Vec<TokenName>) -> usize {
        let TokenPath { names: path, span: Some(span), of_crate, end: at } = self.path_in(trees, start) else {
            return start;
        };
        let before = start.checked_sub(1).and_then(|at| punct(trees, at));
        let before_that = start.checked_sub(2).and_then(|at| punct(trees, at));
        let mut role = match before {
            Some('$') if of_crate => TokenRole::OwnCrate,
            _ if of_crate => TokenRole::Crate,
            // `x.name!()` is a macro behind a value.
            Some('.') if before_that != Some('.') && !calls_macro(trees, start) => TokenRole::Member,
            _ => TokenRole::Any,
        };
        if let Some((part, role)) = path.last().and_then(|last| part_of_name(trees, at, *last)) {
            out.push(TokenName { path: vec![part], span, role });
        }
        // Not `-> impl Trait`, `&impl Trait` or `x: impl Trait`.
        let of_type = matches!(before, Some(':' | '&')) || (before == Some('>') && before_that == Some('-'));
        if let [word] = &path[..]
            && *word == "impl"
            && !of_type
        {
            out.push(TokenName { path: vec![], span, role: TokenRole::Impl });
        }
        // `$name` stands for something that is written where the macro is called.
        let variable = before == Some('$') && role != TokenRole::OwnCrate;
        let keyword = path.len() == 1 && is_keyword(path[0].as_str());
        if calls_macro(trees, at) && matches!(role, TokenRole::Any | TokenRole::Crate | TokenRole::OwnCrate) {
            role = self.scan_call(&path, span, role, trees.get(at + 2), out);
        }
        if !path.is_empty() && !variable && !keyword {
            out.push(TokenName { path, span, role });
        }
        // What is no name is read as what it is: a group, or a piece.
        let end = if is_name(trees, at) { at } else { at.saturating_sub(1) };
        end.min(trees.len().saturating_sub(1)).max(start)
    }

    /// The path that starts at a place; what its words declare is noted.
    fn path_in(&mut self, trees: &[TokenTree], start: usize) -> TokenPath {
        let mut path = TokenPath { names: vec![], span: None, of_crate: false, end: start };
        while let Some(TokenTree::Ident(ident)) = trees.get(path.end) {
            let word = Self::name(ident);
            let here = self.span(ident.span());
            path.span = Some(path.span.map_or(here, |span| span.to(here)));
            match word.as_str() {
                "crate" if path.names.is_empty() => path.of_crate = true,
                "self" | "super" if path.names.is_empty() => {}
                _ => path.names.push(word),
            }
            self.note_declared(trees, path.end, word);
            if punct(trees, path.end + 1) != Some(':') || punct(trees, path.end + 2) != Some(':') {
                break;
            }
            path.end += 3;
        }
        path
    }

    /// `mod name;` may declare a module, and `feature = "name"` asks for a feature; `word` stands at `at`.
    fn note_declared(&mut self, trees: &[TokenTree], at: usize, word: Name) {
        if word == "mod"
            && punct(trees, at + 2) == Some(';')
            && let Some(TokenTree::Ident(module)) = trees.get(at + 1)
        {
            let scope = self.scope;
            self.hides |= self.expanding > 0;
            self.facts.hidden_mods.push((scope, Self::name(module)));
        }
        if word == "feature"
            && punct(trees, at + 1) == Some('=')
            && let Some(TokenTree::Literal(value)) = trees.get(at + 2)
        {
            let value = name(value.to_string().trim_matches('"'));
            self.facts.features.push(value);
        }
    }

    /// The call of a macro by a path, with what it is given. Returns what the path is by that, which was `role` by itself.
    fn scan_call(
        &mut self,
        path: &[Name],
        span: Span,
        role: TokenRole,
        given: Option<&TokenTree>,
        out: &mut Vec<TokenName>,
    ) -> TokenRole {
        let Some(last) = path.last().copied() else { return role };
        if role != TokenRole::Any {
            out.push(TokenName { path: vec![last], span, role: TokenRole::MacroOfPath });
        }
        if let Some(TokenTree::Group(given)) = given {
            let given = given.stream();
            if says_impl(&given) {
                out.push(TokenName { path: vec![last], span, role: TokenRole::GivenImpl });
            }
            let names: Vec<&str> = path.iter().map(|name| name.as_str()).collect();
            self.given(&names.join("::"), &given, out);
        }
        if role == TokenRole::Any { TokenRole::MacroAnywhere } else { role }
    }

    /// `[<get_ $name>]`: the pieces of a name that is put together. Returns whether it was one.
    fn scan_pasted(&mut self, group: &proc_macro2::Group, out: &mut Vec<TokenName>) -> bool {
        if group.delimiter() != Delimiter::Bracket {
            return false;
        }
        let trees: Vec<TokenTree> = group.stream().into_iter().collect();
        let closed = punct(&trees, 0) == Some('<') && punct(&trees, trees.len().wrapping_sub(1)) == Some('>');
        if !closed || trees.len() < 3 {
            return false;
        }
        let mut longest: Option<Name> = None;
        for at in 1..trees.len() - 1 {
            if let TokenTree::Ident(ident) = &trees[at] {
                let before = punct(&trees, at - 1);
                let piece = Self::name(ident);
                if before != Some('$') && before != Some(':') && longest.is_none_or(|it| it.len() < piece.len()) {
                    longest = Some(piece);
                }
            }
        }
        let span = self.span(group.span_open()).to(self.span(group.span_close()));
        out.push(TokenName { path: vec![longest.unwrap_or(name(""))], span, role: TokenRole::Piece });
        true
    }

    /// Paths in texts that an attribute or a macro is given; whether they are names is known where those are known who
    /// read it. `role` is [`TokenRole::Text`] or [`TokenRole::GivenText`], and `holder` what is given the texts.
    pub(super) fn scan_texts(
        &mut self,
        tokens: TokenStream,
        (holder, role): (Name, TokenRole),
        out: &mut Vec<TokenName>,
    ) {
        for tree in tokens {
            match tree {
                TokenTree::Group(group) => self.scan_texts(group.stream(), (holder, role), out),
                TokenTree::Literal(literal) => {
                    let span = self.span(literal.span());
                    let mut words = vec![];
                    self.scan_literal(&literal.to_string(), span, true, &mut words);
                    for mut word in words {
                        let is_name = matches!(
                            word.role,
                            TokenRole::Any
                                | TokenRole::Member
                                | TokenRole::Crate
                                | TokenRole::OwnCrate
                                | TokenRole::MacroAnywhere
                                | TokenRole::Quoted
                        );
                        if is_name {
                            word.path.insert(0, holder);
                            word.role = role;
                        } else if role == TokenRole::GivenText {
                            // The rest was read with the tokens of the call.
                            continue;
                        }
                        out.push(word);
                    }
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }

    pub(super) fn scan_literal(&mut self, text: &str, span: Span, quoted: bool, out: &mut Vec<TokenName>) {
        let Some(inner) = text.split_once('"').and_then(|(_, rest)| rest.rsplit_once('"')) else { return };
        if quoted && is_path(inner.0) {
            let path = inner.0.split("::").map(name).collect();
            out.push(TokenName { path, span, role: TokenRole::Quoted });
        } else if quoted {
            // An expression or a type in a string: `bound = "T: Trait"`.
            if let Ok(tokens) = inner.0.parse::<TokenStream>() {
                let outer = self.fixed_span.replace(span);
                self.scan(tokens, false, out);
                self.fixed_span = outer;
            }
        }
        if self.writes_code {
            for piece in pieces::in_format(inner.0) {
                let (text, role) = match piece.strip_suffix(pieces::HOLE_IN_PATH) {
                    Some(holder) => (holder, TokenRole::Inside),
                    None => (piece.as_str(), TokenRole::Piece),
                };
                out.push(TokenName { path: vec![name(text)], span, role });
            }
        }
        for captured in captures(inner.0) {
            out.push(TokenName { path: vec![name(captured)], span, role: TokenRole::Captured });
        }
    }
}

/// What a name at the end of a path is a part of: `a::` before what is no name, or a name with a number behind it.
fn part_of_name(trees: &[TokenTree], at: usize, last: Name) -> Option<(Name, TokenRole)> {
    match (is_name(trees, at), punct(trees, at), punct(trees, at + 1)) {
        (false, Some('#' | '$'), _) => Some((last, TokenRole::Inside)),
        // `handler~N` of `seq!`.
        (true, _, Some('~')) => Some((name(&format!("{last}*")), TokenRole::Piece)),
        _ => None,
    }
}

fn is_name(trees: &[TokenTree], at: usize) -> bool {
    matches!(trees.get(at), Some(TokenTree::Ident(_)))
}

/// The words in tokens, also in groups: as many as may be of use.
fn words_in(tokens: &TokenStream, found: &mut Vec<Name>) {
    for tree in tokens.clone() {
        match tree {
            _ if found.len() >= MOST_MODULES => return,
            TokenTree::Ident(word) => found.push(Lower::name(&word)),
            TokenTree::Group(group) => words_in(&group.stream(), found),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Whether `!` follows, and not `!=`.
fn calls_macro(trees: &[TokenTree], at: usize) -> bool {
    punct(trees, at + 1) == Some('!') && punct(trees, at + 2) != Some('=')
}

/// Whether this sign stands at a place.
pub(super) fn is_punct(trees: &[TokenTree], at: usize, sign: char) -> bool {
    punct(trees, at) == Some(sign)
}

/// Whether this word stands at a place.
pub(super) fn is_word(trees: &[TokenTree], at: usize, text: &str) -> bool {
    matches!(trees.get(at), Some(TokenTree::Ident(word)) if word == text)
}

/// The sign at a place.
pub(super) fn punct(trees: &[TokenTree], at: usize) -> Option<char> {
    match trees.get(at) {
        Some(TokenTree::Punct(punct)) => Some(punct.as_char()),
        _ => None,
    }
}

/// Whether the word `impl` stands in tokens, or in groups in them.
fn says_impl(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|tree| match tree {
        TokenTree::Ident(word) => word == "impl",
        TokenTree::Group(group) => says_impl(&group.stream()),
        _ => false,
    })
}

/// `serde_impls::default_port` and the like.
pub(super) fn is_path(text: &str) -> bool {
    let mut parts = text.split("::");
    !text.is_empty()
        && parts.all(|part| {
            part.starts_with(|it: char| it.is_alphabetic() || it == '_')
                && part.chars().all(|it| it.is_alphanumeric() || it == '_')
        })
}

/// Names that a format string captures: `"{name:>width$.precision$}"`.
pub(super) fn captures(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).flat_map(|rest| {
        let inner = rest.split('}').next().unwrap_or(rest);
        let (head, spec) = inner.split_once(':').unwrap_or((inner, ""));
        let head = head.trim().split(['.', '[']).next().unwrap_or_default();
        let sizes = spec.split('$').rev().skip(1).map(|part| {
            let start = part.rfind(|it: char| !it.is_alphanumeric() && it != '_').map_or(0, |at| at + 1);
            part.get(start..).unwrap_or_default()
        });
        let is_name = |name: &&str| {
            name.starts_with(|it: char| it.is_alphabetic() || it == '_')
                && name.chars().all(|it| it.is_alphanumeric() || it == '_')
        };
        std::iter::once(head).chain(sizes).filter(is_name)
    })
}

fn is_keyword(text: &str) -> bool {
    const KEYWORDS: [&str; 37] = [
        "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "false", "fn",
        "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self",
        "static", "struct", "super", "trait", "true", "type", "unsafe", "use", "where", "while",
    ];
    KEYWORDS.contains(&text)
}

/// String literals that look like a path of a source file or of a folder of them. The text is read without the
/// tree: a literal inside a macro counts like any other.
pub(crate) fn path_literals(text: &str) -> Vec<String> {
    let mut found: Vec<String> = text
        .split('"')
        .filter(|part| {
            part.len() < 200
                && !part.contains('\n')
                && (part.ends_with(".rs") || part.contains('/'))
                && !part.contains(' ')
        })
        .map(str::to_owned)
        .collect();
    found.sort();
    found.dedup();
    found
}
