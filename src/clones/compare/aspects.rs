//! What a step is about, by its words and by what it does to connections.

use crate::catalog::connections::Role;
use crate::facts::units::Step;
use crate::lex::{self, Token, TokenKind};
use crate::model::{Span, name};
use crate::reach::guards::words;

/// What a difference is about; the first ones say more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// How long something may take.
    Timeout,
    /// That something is ended.
    Close,
    /// That something is tried again.
    Attempt,
    /// An option of a connection.
    Option,
    /// That somebody is told.
    Log,
    /// A condition on which it stops, or does something else.
    Check,
    /// What happens with an error.
    Error,
    /// That an error is handed on with `?`.
    HandedOn,
    /// Another literal in the same step.
    Literal,
    /// The same step at another place.
    Order,
    /// The same steps with local names exchanged.
    Names,
    /// Other parameters or another result.
    Head,
    /// Anything else.
    Statement,
}

impl Aspect {
    /// What one has, in words.
    pub fn in_words(self) -> &'static str {
        match self {
            Aspect::Timeout => "a time-out",
            Aspect::Close => "a close",
            Aspect::Attempt => "another attempt",
            Aspect::Option => "an option",
            Aspect::Log => "a logged event",
            Aspect::Check => "a check",
            Aspect::Error => "an error arm",
            Aspect::HandedOn => "an error that is handed on",
            Aspect::Literal => "another literal",
            Aspect::Order => "another order",
            Aspect::Names => "local names exchanged",
            Aspect::Head => "other parameters",
            Aspect::Statement => "a statement",
        }
    }

    /// Whether it matters to whoever depends on a connection.
    pub fn is_of_lifecycle(self) -> bool {
        self < Aspect::Literal && self != Aspect::Log
    }
}

const LIMITS: [&str; 3] = ["timeout", "deadline", "elapsed"];
const ENDINGS: [&str; 7] = ["close", "shutdown", "disconnect", "abort", "unsubscribe", "hangup", "cancel"];
const ATTEMPTS: [&str; 4] = ["retry", "retries", "backoff", "reconnect"];
pub(in crate::clones) const ERRORS: [&str; 9] =
    ["Err", "map_err", "ok_or", "ok_or_else", "or_else", "unwrap_or_else", "context", "with_context", "inspect_err"];
/// Macros that tell somebody.
pub(in crate::clones) const TELLING: [&str; 14] = [
    "trace",
    "debug",
    "info",
    "warn",
    "error",
    "event",
    "log",
    "println",
    "eprintln",
    "span",
    "counter",
    "gauge",
    "histogram",
    "increment_counter",
];
/// Words and macros that a check begins with.
const CHECKS: [&str; 7] = ["if", "assert", "assert_eq", "assert_ne", "debug_assert", "ensure", "bail"];

/// Words and macros that end a program where something is missing.
const PANICS: [&str; 6] = ["expect", "panic", "todo", "unimplemented", "unreachable", "unwrap"];

/// What a step is about, what says most first; `rest` is what follows it in its function, `roles` are those of the
/// connections in it.
pub(super) fn of(text: &str, step: &Step, rest: Span, roles: &[Role]) -> Vec<Aspect> {
    let mut tokens = vec![];
    lex::tokens(text, step.span, &mut tokens);
    let mut found: Vec<Aspect> = roles.iter().filter_map(|role| of_role(*role)).collect();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Word => found.extend(of_word(text, &tokens, at)),
            TokenKind::Mark(b'?') => found.push(Aspect::HandedOn),
            _ => {}
        }
    }
    if is_check(text, &tokens) {
        found.push(Aspect::Check);
    }
    if hands_on_behind(text, &tokens, rest) {
        found.push(Aspect::HandedOn);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a step ends the program where something is missing.
pub(super) fn panics(text: &str, step: Span) -> bool {
    let mut tokens = vec![];
    lex::tokens(text, step, &mut tokens);
    let is_call = |at: usize| tokens.get(at + 1).is_some_and(|next| next.is(b'(') || next.is(b'!'));
    tokens.iter().enumerate().any(|(at, token)| PANICS.contains(&token.text(text)) && is_call(at))
}

/// Whether an error is handed on behind the argument that a step ends in: `.with_context(|| { … })?`.
fn hands_on_behind(text: &str, step: &[Token], rest: Span) -> bool {
    let depth_after = |depth: usize, token: &Token| match token.kind {
        TokenKind::Mark(b'(' | b'[' | b'{') => depth + 1,
        TokenKind::Mark(b')' | b']' | b'}') => depth.saturating_sub(1),
        _ => depth,
    };
    let mut depth = step.iter().fold(0, depth_after);
    // A block that is no argument ends with its brace.
    if depth < 2 || !step.last().is_some_and(|last| last.is(b'{')) {
        return false;
    }
    let mut tokens = vec![];
    lex::tokens(text, rest, &mut tokens);
    for pair in tokens.windows(2) {
        depth = depth_after(depth, &pair[0]);
        if depth == 0 {
            return pair[1].is(b'?');
        }
    }
    false
}

/// What a role is about, if it keeps a connection well.
pub(super) fn of_role(role: Role) -> Option<Aspect> {
    match role {
        Role::Timeout => Some(Aspect::Timeout),
        Role::Close => Some(Aspect::Close),
        Role::Retry | Role::Reconnect => Some(Aspect::Attempt),
        Role::Tune => Some(Aspect::Option),
        _ => None,
    }
}

fn of_word(text: &str, tokens: &[Token], at: usize) -> Option<Aspect> {
    let word = tokens[at].text(text);
    let next = |mark: u8| tokens.get(at + 1).is_some_and(|token| token.is(mark));
    if ERRORS.contains(&word) {
        return Some(Aspect::Error);
    }
    if next(b'!') {
        return TELLING.contains(&word).then_some(Aspect::Log);
    }
    let words = words(name(word));
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    if has(&LIMITS) || word == "time_out" {
        Some(Aspect::Timeout)
    } else if next(b'(') && has(&ENDINGS) {
        Some(Aspect::Close)
    } else {
        has(&ATTEMPTS).then_some(Aspect::Attempt)
    }
}

/// `if …`, `else if …`, `let … else`, `ensure!(…)`.
fn is_check(text: &str, tokens: &[Token]) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.text(text));
    let last = tokens.len().checked_sub(2).map_or("", word);
    CHECKS.contains(&word(0)) || (word(0) == "else" && word(1) == "if") || (word(0) == "let" && last == "else")
}
