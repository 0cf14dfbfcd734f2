//! The steps of a unit: its tokens cut at semicolons, at braces and at the commas of lists in braces.

use super::{Lexeme, folded, mixed};
use crate::facts::units::Step;
use crate::lex::TokenKind;
use crate::model::Span;

/// Words before a brace that opens a block, whatever stands between.
const BLOCKS: [&str; 17] = [
    "if", "else", "while", "for", "loop", "match", "unsafe", "async", "move", "fn", "impl", "mod", "struct", "enum",
    "trait", "union", "extern",
];

/// Collects steps, token by token.
#[derive(Default)]
pub(super) struct Steps {
    found: Vec<Step>,
    open: Vec<Open>,
    /// The steps that ended with the brace of fields which is open now.
    openers: Vec<usize>,
    current: Current,
}

/// What an open bracket holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// `(`, `[`.
    Other,
    /// Statements or arms.
    Block,
    /// The fields of a literal or a pattern.
    Fields,
}

/// The step that is read now.
#[derive(Default)]
struct Current {
    span: Option<Span>,
    shape: u64,
    strict: u64,
    tokens: u16,
    /// It has more than marks.
    tells: bool,
    /// It has a `=>`.
    is_arm: bool,
    /// It begins with a word that a block follows.
    begins_block: bool,
    /// It is only `else`.
    is_else: bool,
    /// The last token begins like a type.
    after_type: bool,
    /// The last token, if it is a mark.
    last: Option<u8>,
    /// How many colons the last tokens are.
    colons: u8,
    /// How many `<` of type arguments are open.
    angles: u8,
    /// The step whose fields ended where this one begins: a pattern, if an arm goes on from it.
    closes: Option<usize>,
}

impl Steps {
    pub(super) fn add(&mut self, lexeme: &Lexeme, text: &str) {
        match lexeme.kind {
            // A closing brace says nothing that its opening did not.
            TokenKind::Mark(b'}') => {
                self.end();
                if self.open.pop() == Some(Open::Fields) {
                    self.current.closes = self.openers.pop();
                }
                return;
            }
            TokenKind::Mark(b')' | b']') => _ = self.open.pop(),
            _ => {}
        }
        let opens = match lexeme.kind {
            TokenKind::Mark(b'{') if self.holds_fields() => Some(Open::Fields),
            TokenKind::Mark(b'{') => Some(Open::Block),
            _ => None,
        };
        self.take(lexeme, text);
        let in_brackets = self.open.last() == Some(&Open::Other);
        match (lexeme.kind, opens) {
            (_, Some(open)) => {
                self.end();
                if open == Open::Fields {
                    self.openers.push(self.found.len().saturating_sub(1));
                }
                self.open.push(open);
            }
            (TokenKind::Mark(b'(' | b'['), _) => self.open.push(Open::Other),
            (TokenKind::Mark(b';'), _) if !in_brackets => self.end(),
            (TokenKind::Mark(b','), _) if !in_brackets && !self.open.is_empty() && self.current.angles == 0 => {
                self.end()
            }
            _ => {}
        }
    }

    /// The steps, the last one included.
    pub(super) fn finish(mut self) -> Vec<Step> {
        self.end();
        self.found
    }

    /// Whether a brace that opens now holds fields: `Point {`, but not `if x == LIMIT {`; the first is the body.
    fn holds_fields(&self) -> bool {
        !self.found.is_empty() && self.current.after_type && !self.current.begins_block
    }

    fn take(&mut self, lexeme: &Lexeme, text: &str) {
        let current = &mut self.current;
        let written = text.get(lexeme.span.start as usize..lexeme.span.end as usize).unwrap_or_default();
        let is_word = lexeme.kind == TokenKind::Word;
        if current.span.is_none() {
            current.begins_block = is_word && BLOCKS.contains(&written);
            current.is_else = written == "else";
        }
        // The field of a shorthand and its value stand at one place.
        current.span = Some(current.span.map_or(lexeme.span, |span| span.to(lexeme.span)));
        current.shape = mixed(current.shape, lexeme.shape);
        current.strict = mixed(current.strict, lexeme.strict);
        current.tokens = current.tokens.saturating_add(1);
        current.tells |= !matches!(lexeme.kind, TokenKind::Mark(_));
        match lexeme.kind {
            TokenKind::Mark(b'<') if current.after_type || current.colons > 1 => {
                current.angles = current.angles.saturating_add(1)
            }
            TokenKind::Mark(b'>') => match current.last {
                Some(b'=') => {
                    current.is_arm = true;
                    if let Some(pattern) = current.closes.and_then(|at| self.found.get_mut(at)) {
                        pattern.goes_on = true;
                    }
                }
                Some(b'-') => {}
                _ => current.angles = current.angles.saturating_sub(1),
            },
            _ => {}
        }
        current.colons = if lexeme.kind == TokenKind::Mark(b':') { current.colons.saturating_add(1) } else { 0 };
        current.last = if let TokenKind::Mark(mark) = lexeme.kind { Some(mark) } else { None };
        current.after_type = is_word && written.starts_with(char::is_uppercase);
    }

    fn end(&mut self) {
        let current = std::mem::take(&mut self.current);
        let Some(span) = current.span.filter(|_| current.tells) else { return };
        let is_field = self.open.last() == Some(&Open::Fields) && !current.is_arm;
        let is_lone_else = current.is_else && current.tokens <= 2;
        let braces = self.open.iter().filter(|open| **open != Open::Other).count();
        self.found.push(Step {
            span,
            shape: folded(current.shape),
            strict: folded(current.strict),
            tokens: current.tokens,
            depth: braces.min(u8::MAX.into()) as u8,
            is_statement: !is_field && !is_lone_else,
            goes_on: current.is_arm || current.is_else,
        });
    }
}
