//! Names in the strings of files that write code, whole and in pieces.
//!
//! In: the text of a build script or of a procedural macro. Out: the words of its string literals, and what they say of
//! names that are put together: with a `*` where something is not written. It does not know what becomes of a string.

use super::tokens::is_path;
use crate::model::{Name, name};
use proc_macro2::{TokenStream, TokenTree};

/// The end of a name that stands before one that is not written: `Kind::*` for `"Kind::{}"`.
pub(super) const HOLE_IN_PATH: &str = "::*";
/// What a file says that writes code: where generated files go, or what tokens are made with.
const SIGNS: [&str; 5] = ["OUT_DIR", "TokenStream", "format_ident!", "quote!", "Ident::new"];
/// Ways to change the case of a name.
const CASES: [&str; 6] = ["_case(", "_camel(", "Case::", "RenameRule", "to_lowercase", "to_uppercase"];
/// Breaks of lines and the like, as they are written.
const BREAKS: [&str; 3] = ["\\n", "\\t", "\\r"];
/// Longer texts in braces are code.
const LONGEST_HOLE: usize = 40;

/// Whether a file may write code.
pub(super) fn writes_code(text: &str) -> bool {
    SIGNS.iter().any(|sign| text.contains(sign))
}

/// Words in the string literals of a file that writes code, and pieces of names: `get_*`, `*Builder`, `Kind::*`. One that is
/// empty says that names are made of others by their case.
pub(crate) fn quoted_words(text: &str) -> Vec<Name> {
    let mut found = vec![];
    if let Ok(tokens) = text.parse::<TokenStream>() {
        words_in(tokens, &mut found);
    }
    if CASES.iter().any(|sign| text.contains(sign)) {
        found.push(name(""));
    }
    found.sort();
    found.dedup();
    found
}

fn words_in(tokens: TokenStream, found: &mut Vec<Name>) {
    for tree in tokens {
        match tree {
            // What documentation says of code is no code.
            TokenTree::Group(group) if is_documentation(&group) => {}
            TokenTree::Group(group) => words_in(group.stream(), found),
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                let Some((_, inner)) = text.split_once('"') else { continue };
                let inner = inner.rsplit_once('"').map_or(inner, |(inner, _)| inner);
                // What is behind a backslash is no letter of a word.
                let inner = BREAKS.iter().fold(inner.to_owned(), |text, sign| text.replace(sign, " "));
                let words = inner.split(|it: char| !it.is_alphanumeric() && it != '_');
                let made = in_format(&inner);
                let told: Vec<(&str, String)> = made.iter().flat_map(|piece| told_by_longest(piece)).collect();
                for word in words.filter(|word| word.starts_with(|it: char| it.is_alphabetic() || it == '_')) {
                    found.push(name(word));
                    let by = told.iter().find(|(part, _)| *part == word && inner.matches(word).count() == 1);
                    let pieces = match by {
                        Some((_, longest)) => vec![longest.clone()],
                        None => as_piece(word, word.len() == inner.len()),
                    };
                    found.extend(pieces.iter().map(|piece| name(piece)));
                }
                found.extend(made.iter().map(|piece| name(piece)));
                found.extend(open_paths(&inner).iter().map(|piece| name(piece)));
                found.extend(handed_paths(&inner).iter().map(|piece| name(piece)));
            }
            _ => {}
        }
    }
}

/// `[doc = "text"]`, which comments of documentation are read as.
pub(super) fn is_documentation(group: &proc_macro2::Group) -> bool {
    let trees: Vec<TokenTree> = group.stream().into_iter().take(3).collect();
    let is_doc = matches!(trees.first(), Some(TokenTree::Ident(word)) if word == "doc");
    let is_text = matches!(&trees[..], [_, TokenTree::Punct(mark), TokenTree::Literal(_)] if mark.as_char() == '=');
    group.delimiter() == proc_macro2::Delimiter::Bracket && is_doc && is_text
}

/// What may be made of a word by putting something before or behind it: `"get_"`, `"_impl"`, and a string that is nothing
/// but `"Builder"`.
fn as_piece(word: &str, alone: bool) -> Vec<String> {
    let is_part = word.ends_with('_') || word.starts_with('_') || (alone && word.starts_with(char::is_uppercase));
    if !is_part || !is_telling(word) {
        return vec![];
    }
    let (before, behind) = (format!("*{word}"), format!("{word}*"));
    match (word.starts_with('_'), word.ends_with('_')) {
        (true, true) => vec![format!("*{word}*")],
        (true, false) => vec![before],
        (false, true) => vec![behind],
        (false, false) => vec![before, behind],
    }
}

/// Of a piece in several parts all but the longest, with what that says: a name that has one of them has that as well.
fn told_by_longest(piece: &str) -> Vec<(&str, String)> {
    let parts: Vec<&str> = piece.split('*').filter(|part| is_telling(part)).collect();
    let Some(longest) = parts.iter().copied().max_by_key(|part| part.len()) else { return vec![] };
    parts.into_iter().filter(|part| *part != longest).map(|part| (part, format!("*{longest}*"))).collect()
}

/// Pieces of names in a format string: `get_*` for `"get_{name}"`; `Kind::*` for `"Kind::{name}"`.
pub(super) fn in_format(text: &str) -> Vec<String> {
    let mut found = vec![];
    let mut piece = String::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let behind = &rest[letter.len_utf8()..];
        let hole = if letter == '{' { hole_of(behind) } else { None };
        rest = hole.map_or(behind, |length| &behind[length..]);
        if hole.is_some() {
            if !piece.ends_with('*') {
                piece.push('*');
            }
            continue;
        }
        if letter.is_alphanumeric() || letter == '_' {
            piece.push(letter);
            continue;
        }
        let into_hole = letter == ':' && behind.strip_prefix(":{").is_some_and(|inner| hole_of(inner).is_some());
        if into_hole && is_telling(&piece) && !piece.contains('*') {
            found.push(format!("{piece}{HOLE_IN_PATH}"));
        }
        end(&mut piece, &mut found);
        if letter == '\\' && rest.starts_with(['n', 't', 'r']) {
            rest = &rest[1..];
        }
        // `{{` and `}}` stand for themselves.
        if matches!(letter, '{' | '}') && rest.starts_with(letter) {
            rest = &rest[1..];
        }
    }
    end(&mut piece, &mut found);
    found
}

/// Paths that a text begins and does not end: `natives::*` for `"crate::natives::"`, which something is put behind, for
/// `"use crate::natives::{"` and for `"use crate::natives::*;"`, which names behind it may come by; `Kind::*` for
/// `"crate::Kind."`.
fn open_paths(text: &str) -> Vec<String> {
    let mut found = vec![];
    for (at, colons) in text.match_indices("::") {
        let behind = &text[at + colons.len()..];
        let inner = behind.trim_start_matches(|it: char| it.is_whitespace() || it == '{');
        let in_braces = behind[..behind.len() - inner.len()].ends_with('{') && hole_of(inner).is_some();
        if inner.is_empty() || inner.starts_with('*') || in_braces {
            found.extend(last_word(&text[..at]).map(|word| format!("{word}{HOLE_IN_PATH}")));
        }
    }
    let before_dot = text.strip_suffix('.').and_then(|path| Some((path, last_word(path)?)));
    if let Some((path, word)) = before_dot
        && path[..path.len() - word.len()].ends_with("::")
    {
        found.push(format!("{word}{HOLE_IN_PATH}"));
    }
    found
}

/// Paths in a text that somebody else puts names behind: `hex::*` for `"serde(with = \"crate::hex\")"`, an attribute in
/// what is written, and for a text that is `"crate::hex"`, which may be put into one or stand for a whole protocol.
fn handed_paths(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split('"').collect();
    let quoted = parts.windows(2).filter(|pair| pair[0].trim_end_matches(['\\', ' ']).ends_with('='));
    let quoted = quoted.map(|pair| pair[1].trim_end_matches('\\'));
    let is_module = |path: &&str| last_word(path).is_some_and(|word| !word.starts_with(char::is_uppercase));
    let whole = Some(text).filter(|text| text.contains("::")).filter(is_module);
    let paths = quoted.chain(whole).filter(|path| is_path(path.trim_start_matches("::")));
    let names = paths.filter_map(last_word).filter(|word| !matches!(*word, "crate" | "self" | "super" | "Self"));
    names.map(|word| format!("{word}{HOLE_IN_PATH}")).collect()
}

/// The name that a text ends with, if it says enough.
fn last_word(text: &str) -> Option<&str> {
    let start = text.trim_end_matches(|it: char| it.is_alphanumeric() || it == '_').len();
    text.get(start..).filter(|word| is_telling(word) && !word.starts_with(|it: char| it.is_numeric()))
}

fn end(piece: &mut String, found: &mut Vec<String>) {
    if piece.contains('*') && is_telling(piece) {
        found.push(std::mem::take(piece));
    }
    piece.clear();
}

/// The length of what stands in braces and behind them, where it is the place of a value.
fn hole_of(behind: &str) -> Option<usize> {
    let length = behind.find('}').filter(|length| *length <= LONGEST_HOLE)?;
    let is_value = |it: char| it.is_alphanumeric() || matches!(it, '_' | ':' | '?' | '#' | '<' | '>' | '^' | '.' | '$');
    behind[..length].chars().all(is_value).then_some(length + 1)
}

/// Whether a piece says enough of a name: what stands in it is more than a letter.
fn is_telling(piece: &str) -> bool {
    let written = piece.chars().filter(|it| *it != '*');
    written.clone().count() > 1 && written.clone().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_format_strings() {
        assert_eq!(in_format("fn run_{n}() {{ before_{n}(); {n}() }}"), ["run_*", "before_*"]);
        assert_eq!(in_format("struct {kind} {{ spec: {kind:?}Spec }}"), ["*Spec"]);
        assert_eq!(in_format("get_{}_of_{}"), ["get_*_of_*"]);
        assert_eq!(in_format("crate::Kind::{}"), ["Kind::*"]);
        assert_eq!(in_format("\\nget_{}"), ["get_*"]);
        assert!(in_format("{}{} {name} { not a hole }").is_empty());
        assert_eq!(open_paths("crate::natives::"), ["natives::*"]);
        assert_eq!(open_paths("use crate::natives::{{{names}}};"), ["natives::*"]);
        assert_eq!(open_paths("use crate::natives::*; crate::Thing."), ["natives::*", "Thing::*"]);
        assert!(open_paths("crate::natives::one, ::{}").is_empty());
        assert_eq!(handed_paths("serde(with = \\\"crate::hex\\\")"), ["hex::*"]);
        assert_eq!(handed_paths("crate::hex"), ["hex::*"]);
        assert!(handed_paths("hex").is_empty());
        assert!(handed_paths("say \\\"crate::hex\\\"").is_empty());
        assert_eq!(as_piece("part_", false), ["part_*"]);
        assert_eq!(as_piece("Builder", true), ["*Builder", "Builder*"]);
        assert!(as_piece("words", true).is_empty());
        assert_eq!(told_by_longest("__check_*_future"), [("_future", "*__check_*".to_owned())]);
        assert!(told_by_longest("*_future").is_empty());
    }
}
