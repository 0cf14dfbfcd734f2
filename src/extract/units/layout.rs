//! Tokens that formatting puts in or leaves out: braces around the one expression of an arm or a closure, commas at ends
//! and behind the braces of arms, the semicolon of a last `return`.
//!
//! In: the tokens of a unit. Out: what becomes of each, so that code which is wrapped at another width gives the same tokens.
//! It knows no syntax: where a word follows a block it takes it for another statement, and leaves the braces.

use crate::lex::{Token, TokenKind};
use crate::model::Span;

/// What becomes of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Kept,
    Dropped,
    /// The brace at the end of an arm, in place of which there would be a comma.
    Comma,
}

/// What braces are around, if that could stand without them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Body {
    Arm,
    Closure,
}

/// An open bracket.
struct Open {
    at: usize,
    body: Option<Body>,
    /// Where the present statement begins.
    start: usize,
    /// How many statements ended with a semicolon.
    ended: usize,
    /// The last semicolon, if nothing is done after its statement.
    leaving: Option<usize>,
    /// Whether a statement ended without one.
    several: bool,
}

/// What becomes of each token; in the rules of a macro braces are no blocks.
pub(super) fn fates(text: &str, tokens: &[Token], of_macro: bool) -> Vec<Fate> {
    let mut fates = vec![Fate::Kept; tokens.len()];
    let mut open: Vec<Open> = vec![];
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Mark(b',') if tokens.get(at + 1).is_some_and(ends_list) => fates[at] = Fate::Dropped,
            TokenKind::Mark(b'(' | b'[' | b'{') => {
                let body = if of_macro || !token.is(b'{') { None } else { body(&tokens[..at]) };
                open.push(Open { at, body, start: at + 1, ended: 0, leaving: None, several: false });
            }
            TokenKind::Mark(b';') => {
                if let Some(own) = open.last_mut() {
                    own.end_statement(text, tokens, at);
                }
            }
            TokenKind::Mark(b')' | b']' | b'}') => {
                let Some(own) = open.pop() else { continue };
                if token.is(b'}') && !of_macro {
                    own.close(tokens, at, &mut fates);
                    if let Some(around) = open.last_mut()
                        && begins_statement(text, tokens.get(at + 1))
                    {
                        around.several = true;
                        around.start = at + 1;
                    }
                }
            }
            _ => {}
        }
    }
    fates
}

/// The place of a token with the dropped ends of what it stands in.
pub(super) fn whole(tokens: &[Token], fates: &[Fate], at: usize) -> Span {
    let ends = |row: &usize| fates[*row] == Fate::Dropped && (tokens[*row].is(b'}') || tokens[*row].is(b';'));
    let last = (at + 1..tokens.len()).take_while(ends).last();
    last.map_or(tokens[at].span, |last| tokens[at].span.to(tokens[last].span))
}

impl Open {
    fn end_statement(&mut self, text: &str, tokens: &[Token], at: usize) {
        let first = tokens.get(self.start).map_or("", |token| token.text(text));
        self.leaving = matches!(first, "return" | "break" | "continue").then_some(at);
        self.ended += 1;
        self.start = at + 1;
    }

    /// Decides on braces that close at a place.
    fn close(mut self, tokens: &[Token], at: usize, fates: &mut [Fate]) {
        if let Some(last) = self.leaving.filter(|last| last + 1 == at) {
            fates[last] = Fate::Dropped;
            self.ended -= 1;
        }
        let Some(body) = self.body else { return };
        let next = tokens.get(at + 1);
        let has_comma = next.is_some_and(|next| next.is(b','));
        let is_one = self.ended == 0 && !self.several && self.at + 1 < at;
        match (is_one, body) {
            (true, Body::Arm) => {
                let at_end = has_comma || next.is_none_or(ends_list);
                fates[self.at] = Fate::Dropped;
                fates[at] = if at_end { Fate::Dropped } else { Fate::Comma };
            }
            (true, Body::Closure) => {
                fates[self.at] = Fate::Dropped;
                fates[at] = Fate::Dropped;
            }
            (false, Body::Arm) if has_comma => fates[at + 1] = Fate::Dropped,
            (false, _) => {}
        }
    }
}

/// What a brace behind these tokens is around.
fn body(before: &[Token]) -> Option<Body> {
    match before {
        [.., first, last] if first.is(b'=') && last.is(b'>') => Some(Body::Arm),
        [.., last] if last.is(b'|') => Some(Body::Closure),
        _ => None,
    }
}

/// Whether a comma before this is the last of a list.
fn ends_list(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Mark(b')' | b']' | b'}' | b'>'))
}

/// Whether what follows a block is another statement, and does not go on with it.
fn begins_statement(text: &str, next: Option<&Token>) -> bool {
    next.is_some_and(|next| match next.kind {
        TokenKind::Word => !matches!(next.text(text), "else" | "as" | "in"),
        TokenKind::Literal | TokenKind::Lifetime => true,
        TokenKind::Mark(_) => false,
    })
}
