//! Whether statements do something, or only get things ready.
//!
//! In: a text and the range of one step in it. Out: yes or no. Making a value, copying one, reading or setting a field
//! and putting into a collection is getting ready; a condition, a loop, an error that is looked at, arithmetic and a
//! chain of calls is work. It goes by words and marks and knows no types.

use super::compare::{ERRORS, TELLING};
use crate::facts::units::{Step, Unit};
use crate::lex::{self, Token, TokenKind};
use crate::model::Span;

/// Words that a step of work begins with. `if let` and a lone `else` are told by what they run.
const STARTS: [&str; 7] = ["break", "continue", "for", "loop", "match", "return", "while"];
/// Calls that make, copy, hand on or store a value.
const IDLE_CALLS: [&str; 28] = [
    "as_deref",
    "as_mut",
    "as_ref",
    "as_str",
    "build",
    "clone",
    "clone_from",
    "cloned",
    "copied",
    "default",
    "expect",
    "from",
    "get",
    "insert",
    "into",
    "into_iter",
    "is_none",
    "is_some",
    "iter",
    "len",
    "lock",
    "new",
    "push",
    "take",
    "to_owned",
    "to_string",
    "to_vec",
    "unwrap",
];
/// Calls beyond these that make a chain.
const CHAIN: usize = 2;

/// Whether a step does something.
pub(super) fn works(text: &str, step: Span) -> bool {
    let mut tokens = vec![];
    lex::tokens(text, step, &mut tokens);
    let word = |at: usize| tokens.get(at).map_or("", |token| token.text(text));
    decides(word(0), word(1), word(2))
        || (0..tokens.len()).any(|at| tells(text, &tokens, at))
        || calls(text, &tokens) >= CHAIN
}

/// Whether a step that begins with three words is a condition or a loop.
fn decides(first: &str, second: &str, third: &str) -> bool {
    match (first, second) {
        ("if", second) => second != "let",
        ("else", "if") => third != "let",
        (first, _) => STARTS.contains(&first),
    }
}

/// Whether a unit decides, counts and fails nowhere: what it calls makes the parts of a value.
pub(super) fn only_makes(text: &str, unit: &Unit) -> bool {
    let mut tokens = vec![];
    unit.steps.iter().skip(1).all(|step| {
        tokens.clear();
        lex::tokens(text, step.span, &mut tokens);
        let word = |at: usize| tokens.get(at).map_or("", |token| token.text(text));
        !decides(word(0), word(1), word(2)) && !(0..tokens.len()).any(|at| tells(text, &tokens, at))
    })
}

/// Whether a range names a macro for what is still to be written.
pub(super) fn is_unfinished(text: &str, within: Span) -> bool {
    let mut tokens = vec![];
    lex::tokens(text, within, &mut tokens);
    tokens.windows(2).any(|pair| matches!(pair[0].text(text), "todo" | "unimplemented") && pair[1].is(b'!'))
}

/// Whether a range gives a value to who asks for the next one: in a function of its own it could not.
pub(super) fn yields(text: &str, within: Span) -> bool {
    let mut tokens = vec![];
    lex::tokens(text, within, &mut tokens);
    let is_word = |token: &&Token| token.kind == TokenKind::Word;
    tokens.iter().filter(is_word).any(|token| matches!(token.text(text), "yield" | "yield_"))
}

/// Whether a unit does nothing but look something up: a `match` with a value for each arm is no work here.
pub(super) fn is_idle(text: &str, unit: &Unit) -> bool {
    let decides = |step: &Step| text.get(step.span.start as usize..).is_some_and(|rest| rest.starts_with("match "));
    unit.steps.iter().skip(1).all(|step| decides(step) || !works(text, step.span))
}

/// Whether a token alone says that there is work.
fn tells(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = tokens[at];
    let next = tokens.get(at + 1);
    // A mark of two characters has nothing in between.
    let joined = |mark: u8| next.is_some_and(|next| next.is(mark) && next.span.start == token.span.end);
    match token.kind {
        TokenKind::Mark(b'?' | b'+' | b'/' | b'%') => true,
        TokenKind::Mark(b'=' | b'!') => joined(b'='),
        TokenKind::Mark(b'&') => joined(b'&') && follows_value(text, tokens, at),
        TokenKind::Mark(b'*') => follows_value(text, tokens, at),
        TokenKind::Mark(b'-') => !joined(b'>') && follows_value(text, tokens, at),
        TokenKind::Word => {
            let word = token.text(text);
            let is_macro = next.is_some_and(|next| next.is(b'!'))
                && tokens.get(at + 2).is_some_and(|open| open.is(b'(') || open.is(b'[') || open.is(b'{'));
            word == "await" || ERRORS.contains(&word) || (is_macro && word != "vec" && !TELLING.contains(&word))
        }
        _ => false,
    }
}

/// Whether a value ends before a token, so that the token takes it as its left side.
fn follows_value(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| tokens[before]) else { return false };
    match before.kind {
        TokenKind::Word => {
            !matches!(before.text(text), "as" | "else" | "if" | "in" | "let" | "match" | "mut" | "return")
        }
        TokenKind::Literal => true,
        _ => before.is(b')') || before.is(b']'),
    }
}

/// How many calls a step has that do more than making and copying values.
fn calls(text: &str, tokens: &[Token]) -> usize {
    let is_call = |pair: &&[Token]| {
        let word = pair[0].text(text);
        let is_named = pair[0].kind == TokenKind::Word && word.starts_with(|first: char| first.is_lowercase());
        let is_idle = IDLE_CALLS.contains(&word) || word.starts_with("with_") || word.starts_with("set_");
        is_named && pair[1].is(b'(') && !is_idle
    };
    tokens.windows(2).filter(is_call).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_work(text: &str) -> bool {
        works(text, Span { start: 0, end: text.len() as u32 })
    }

    #[test]
    fn getting_ready_is_no_work() {
        for text in [
            "let mut names = Vec::with_capacity(rows.len());",
            "let body = body.clone();",
            "if let Some(limit) = self.limit {",
            "else {",
            "options.limit = limit;",
            "options.address.clone_from(address);",
            "let row: &mut Vec<u8> = &mut *self.row;",
            "| Statement::ShowRoles { .. }",
            "info!(\"ready\");",
            "Self::Int(row) => row.count(),",
        ] {
            assert!(!is_work(text), "{text}");
        }
    }

    #[test]
    fn generators_and_what_is_to_be_written_are_told() {
        let whole = |text: &str| Span { start: 0, end: text.len() as u32 };
        for (text, yields_some) in [("yield chunk?;", true), ("let yielded = chunk.yield_all();", false)] {
            assert_eq!(yields(text, whole(text)), yields_some, "{text}");
        }
        for (text, is_open) in [("A => todo!(),", true), ("unimplemented!(\"b\")", true), ("todo(1)", false)] {
            assert_eq!(is_unfinished(text, whole(text)), is_open, "{text}");
        }
    }

    #[test]
    fn deciding_counting_and_failing_is() {
        for text in [
            "if names.is_empty() {",
            "else if length > 3 {",
            "let row = rows.next()?;",
            "let sum = width * 2;",
            "total -= 1;",
            "Err(error) => {",
            "let text = format!(\"{first}\");",
            "let first = parts.next().unwrap_or(\"none\").to_lowercase();",
            "for row in rows {",
        ] {
            assert!(is_work(text), "{text}");
        }
    }
}
