//! Two histories beside each other: when the copies were the same last, and what came after.

use super::log::{Git, Lines, Version};
use crate::lex::{self, TokenKind};
use crate::model::Span;

/// Words of a commit that mends something.
const MENDING: [&str; 10] = ["fix", "fixes", "fixed", "bug", "leak", "hang", "hangs", "race", "deadlock", "regression"];

/// Which of two copies changed after they were the same, in a sentence.
pub(super) fn told(git: &Git, pair: &[Lines; 2]) -> Option<String> {
    let versions = [git.versions(&pair[0])?, git.versions(&pair[1])?];
    sentence([&pair[0].name, &pair[1].name], &versions)
}

fn sentence(names: [&str; 2], versions: &[Vec<Version>; 2]) -> Option<String> {
    let since = last_same(versions)?;
    let after = |side: usize| versions[side].iter().filter(|version| version.time > since).collect::<Vec<_>>();
    let (first, second) = (after(0), after(1));
    match (&first[..], &second[..]) {
        ([], []) => None,
        ([], changes) => Some(one_side(names[1], names[0], changes)),
        (changes, []) => Some(one_side(names[0], names[1], changes)),
        (of_first, of_second) => Some(format!(
            "both changed after they were the same: `{}` in {}, `{}` in {}",
            names[0],
            commits(of_first),
            names[1],
            commits(of_second)
        )),
    }
}

fn one_side(changed: &str, other: &str, changes: &[&Version]) -> String {
    let mends = |version: &&Version| {
        let subject = version.subject.to_lowercase();
        subject.split(|letter: char| !letter.is_alphanumeric()).any(|word| MENDING.contains(&word))
    };
    let verb = if changes.iter().any(mends) { "fixed" } else { "changed" };
    format!("the two were the same; `{changed}` was {verb} in {}, `{other}` was not", commits(changes))
}

/// The oldest change, which made the difference, and how many came after.
fn commits(changes: &[&Version]) -> String {
    let Some(first) = changes.last() else { return String::new() };
    let more = changes.len() - 1;
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{} ({}, \"{}\"){more}", first.commit, first.date, first.subject)
}

/// The last moment at which both were there and the same.
fn last_same(versions: &[Vec<Version>; 2]) -> Option<i64> {
    let keyed = versions.each_ref().map(|of| of.iter().map(|it| (it.time, key(&it.text))).collect::<Vec<_>>());
    let mut moments: Vec<i64> = keyed.iter().flatten().map(|(time, _)| *time).collect();
    moments.sort_unstable();
    moments.dedup();
    // The newest version comes first.
    let at = |side: usize, moment: i64| keyed[side].iter().find(|(time, _)| *time <= moment).map(|(_, key)| key);
    moments.into_iter().rev().find(|moment| {
        let (first, second) = (at(0, *moment), at(1, *moment));
        first.is_some_and(|key| !key.is_empty()) && first == second
    })
}

/// A function without its name, its comments and the names of what may be local to it.
fn key(text: &str) -> Vec<&str> {
    let mut tokens = vec![];
    lex::tokens(text, Span { start: 0, end: text.len() as u32 }, &mut tokens);
    let function = tokens.iter().position(|token| token.text(text) == "fn");
    // Behind `fn` stands the name.
    let start = function.map_or(0, |at| at + 2).min(tokens.len());
    let tokens = &tokens[start..];
    let said = tokens.iter().enumerate().map(|(at, token)| {
        let is = |on: usize, mark: u8| tokens.get(on).is_some_and(|token| token.is(mark));
        let called = is(at + 1, b'(') || is(at + 1, b'!') || (is(at + 1, b':') && is(at + 2, b':'));
        let member = (at > 0 && is(at - 1, b'.')) || (at > 1 && is(at - 1, b':') && is(at - 2, b':'));
        let word = token.text(text);
        let plain = token.kind == TokenKind::Word && word.starts_with(|first: char| first.is_lowercase());
        if plain && !called && !member && !KEYWORDS.contains(&word) { "_" } else { word }
    });
    said.collect()
}

/// Words that are no names.
const KEYWORDS: [&str; 22] = [
    "as", "async", "await", "break", "continue", "crate", "dyn", "else", "false", "for", "if", "impl", "in", "let",
    "loop", "match", "move", "mut", "ref", "return", "true", "while",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn version(commit: &str, time: i64, subject: &str, text: &str) -> Version {
        let (commit, subject, text) = (commit.to_owned(), subject.to_owned(), text.to_owned());
        Version { commit, time, date: "2024-03-01".into(), subject, text }
    }

    #[test]
    fn the_side_that_changed_is_named() {
        let same = version("aaa", 1, "add both", "fn a(x: u8) { open(x); }");
        let copy = version("aaa", 1, "add both", "fn b(y: u8) { open(y); }");
        let mended = version("bbb", 2, "fix: hang", "fn a(x: u8) { timeout(open(x)); }");
        let told = sentence(["a", "b"], &[vec![mended, same.clone()], vec![copy.clone()]]);
        let expected = "the two were the same; `a` was fixed in bbb (2024-03-01, \"fix: hang\"), `b` was not";
        assert_eq!(told.as_deref(), Some(expected));
        assert_eq!(sentence(["a", "b"], &[vec![same], vec![copy]]), None);
    }

    #[test]
    fn of_what_was_never_the_same_nothing_is_said() {
        let one = version("aaa", 1, "one", "fn a() { open(1); }");
        let other = version("bbb", 2, "other", "fn b() { open(2); }");
        assert_eq!(sentence(["a", "b"], &[vec![one], vec![other]]), None);
    }
}
