//! Finds the names that a template introduces: in `let`, `for`, `match`, closures, parameters, and as labels.
//!
//! In come the tokens of a template, out go names. The module does not know where else a name stands, and of the
//! arguments of a macro it knows no more than that they look like code.

use super::View;
use proc_macro2::Delimiter;
use std::collections::BTreeSet;

/// What a template introduces.
#[derive(Default)]
pub(super) struct Introduced<'t> {
    /// Locals, and labels with their `'`.
    pub(super) names: BTreeSet<&'t str>,
    /// Locals that cannot be renamed alone: `x` of the pattern `S { x }` names a field as well.
    pub(super) unclear: BTreeSet<&'t str>,
}

/// Takes down all that these tokens introduce, with those in groups.
pub(super) fn introduced<'t>(views: &[View<'t>], out: &mut Introduced<'t>) {
    let mut at = 0;
    while let Some(view) = views.get(at) {
        let after = views.get(at + 1..).unwrap_or_default();
        match view {
            View::Word("let", _) => pattern(until(after, &["=", ":", ";"], &["else", "in"]), false, out),
            View::Word("for", _) => for_loop(after, out),
            View::Word("match", _) => arms(after, out),
            View::Word("fn", _) => parameters(after, out),
            View::Word("matches", _) => matches_call(after, out),
            View::Mark("|") if at.checked_sub(1).is_none_or(|at| views.get(at).is_none_or(opens_closure)) => {
                let inner = until(after, &["|"], &[]);
                each(inner, |parameter| pattern(until(parameter, &[":"], &[]), false, out));
                at += inner.len() + 1;
            }
            View::Label(name, _) if is_label(after) => {
                out.names.insert(name);
            }
            View::Group(_, inner) if !is_attribute(views, at) => introduced(inner, out),
            _ => {}
        }
        at += 1;
    }
}

/// Whether the group at this place is that of `#[…]`.
pub(super) fn is_attribute(views: &[View<'_>], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| views.get(at));
    let bracket = matches!(views.get(at), Some(View::Group(Delimiter::Bracket, _)));
    let inner = matches!(before(1), Some(View::Mark("!"))) && matches!(before(2), Some(View::Mark("#")));
    bracket && (inner || matches!(before(1), Some(View::Mark("#"))))
}

/// Whether a `|` after this starts the parameters of a closure.
fn opens_closure(before: &View<'_>) -> bool {
    match before {
        View::Word(word, _) => {
            matches!(*word, "move" | "return" | "async" | "static" | "in" | "else" | "match" | "break" | "if" | "while")
        }
        View::Mark(mark) => !matches!(*mark, "?" | ">" | "*"),
        View::Label(..) | View::Literal(_) | View::Group(..) | View::Variable => false,
    }
}

fn is_label(after: &[View<'_>]) -> bool {
    let body = |view: &View<'_>| {
        matches!(view, View::Word("loop" | "while" | "for", _) | View::Group(Delimiter::Brace, _) | View::Variable)
    };
    matches!(after, [View::Mark(":"), next, ..] if body(next))
}

/// The views before the first of these marks or words.
fn until<'v, 't>(views: &'v [View<'t>], marks: &[&str], words: &[&str]) -> &'v [View<'t>] {
    let is_end = |view: &View<'t>| match view {
        View::Mark(mark) => marks.contains(mark),
        View::Word(word, _) => words.contains(word),
        _ => false,
    };
    let end = views.iter().position(is_end).unwrap_or(views.len());
    views.get(..end).unwrap_or_default()
}

/// The parts of a list with commas.
fn each<'v, 't>(views: &'v [View<'t>], run: impl FnMut(&'v [View<'t>])) {
    views.split(|view| matches!(view, View::Mark(","))).for_each(run);
}

fn for_loop<'t>(after: &[View<'t>], out: &mut Introduced<'t>) {
    let names = until(after, &["<", ";"], &["in"]);
    let found = matches!(after.get(names.len()), Some(View::Word("in", _)));
    // `impl A for B { … }` has no `in`, but its body may.
    if found && !names.iter().any(|view| matches!(view, View::Group(Delimiter::Brace, _))) {
        pattern(names, false, out);
    }
}

fn parameters<'t>(after: &[View<'t>], out: &mut Introduced<'t>) {
    for view in until(after, &[";"], &[]) {
        match view {
            View::Group(Delimiter::Parenthesis, inner) => each(inner, |parameter| {
                let name = until(parameter, &[":"], &[]);
                if name.len() < parameter.len() {
                    pattern(name, false, out);
                }
            }),
            View::Group(Delimiter::Brace, _) => break,
            _ => {}
        }
    }
}

fn matches_call<'t>(after: &[View<'t>], out: &mut Introduced<'t>) {
    let [View::Mark("!"), View::Group(_, inner), ..] = after else { return };
    let value = until(inner, &[","], &[]).len();
    let rest = inner.get(value + 1..).unwrap_or_default();
    pattern(until(rest, &[], &["if"]), false, out);
}

fn arms<'t>(after: &[View<'t>], out: &mut Introduced<'t>) {
    let mut before: Option<&View<'t>> = None;
    for view in after {
        match view {
            // `match unsafe { … } { … }`
            View::Group(Delimiter::Brace, inner)
                if !matches!(before, None | Some(View::Word("unsafe" | "async", _))) =>
            {
                return arms_in(inner, out);
            }
            View::Mark(";") => return,
            other => before = Some(other),
        }
    }
}

fn arms_in<'t>(mut views: &[View<'t>], out: &mut Introduced<'t>) {
    loop {
        let head = until(views, &["=>"], &[]);
        if head.len() == views.len() {
            return;
        }
        pattern(until(head, &[], &["if"]), false, out);
        let body = views.get(head.len() + 1..).unwrap_or_default();
        let end = match body {
            [View::Group(Delimiter::Brace, _), View::Mark(","), ..] => 2,
            [View::Group(Delimiter::Brace, _), ..] => 1,
            // A block from the call, after which no comma has to stand.
            [View::Variable, next, ..] if !matches!(next, View::Mark(_)) => 1,
            _ => until(body, &[","], &[]).len() + 1,
        };
        views = body.get(end..).unwrap_or_default();
    }
}

/// Takes down the names of a pattern; `fields` if it is the inside of `S { … }`.
fn pattern<'t>(views: &[View<'t>], fields: bool, out: &mut Introduced<'t>) {
    for (at, view) in views.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| views.get(at));
        let after = views.get(at + 1);
        match view {
            View::Group(_, _) if matches!(before, Some(View::Mark("#" | "!"))) => {}
            View::Group(delimiter, inner) => pattern(inner, *delimiter == Delimiter::Brace, out),
            View::Word(name, _) if is_local(name) && !is_other(before, after, fields) => {
                out.names.insert(name);
                let starts = matches!(before, None | Some(View::Mark(",") | View::Word("ref" | "mut", _)));
                if fields && starts && matches!(after, None | Some(View::Mark(","))) {
                    out.unclear.insert(name);
                }
            }
            _ => {}
        }
    }
}

/// Whether a word in a pattern is something else than a new local.
fn is_other(before: Option<&View<'_>>, after: Option<&View<'_>>, fields: bool) -> bool {
    let path = matches!(before, Some(View::Mark("::" | "$")));
    path || match after {
        Some(View::Mark("::" | "!")) | Some(View::Group(..)) => true,
        Some(View::Mark(":")) => fields,
        _ => false,
    }
}

/// Whether the word looks like the name of a local.
fn is_local(name: &str) -> bool {
    const KEYWORDS: [&str; 42] = [
        "_",
        "as",
        "async",
        "await",
        "box",
        "break",
        "const",
        "continue",
        "crate",
        "dyn",
        "else",
        "enum",
        "extern",
        "false",
        "fn",
        "for",
        "if",
        "impl",
        "in",
        "let",
        "loop",
        "match",
        "mod",
        "move",
        "mut",
        "pub",
        "ref",
        "return",
        "self",
        "static",
        "struct",
        "super",
        "trait",
        "true",
        "type",
        "union",
        "unsafe",
        "use",
        "where",
        "while",
        "yield",
        "macro_rules",
    ];
    let first = name.trim_start_matches("r#").trim_start_matches('_').chars().next();
    !KEYWORDS.contains(&name) && first.is_some_and(|first| !first.is_uppercase())
}
