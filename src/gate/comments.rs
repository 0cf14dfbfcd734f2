//! Comments that speak to this program, in the text of a file.
//!
//! In: the text of a Rust file or of a manifest. Out: each comment that begins with `vestige:`, with its place. It knows
//! strings and characters only so far as not to take what stands in them for a comment, and not what comments say.

use memchr::memmem;

/// What a comment for this program begins with.
pub(super) const SIGN: &str = "vestige:";

/// How comments and strings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    /// `//` and `/* */`, raw strings, lifetimes.
    Rust,
    /// `#`, strings of one and of several lines.
    Toml,
}

/// A comment that begins with [`SIGN`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Comment<'t> {
    /// Offset of its first byte.
    pub(super) start: usize,
    /// Offset after its last byte.
    pub(super) end: usize,
    /// What follows the sign.
    pub(super) said: &'t str,
}

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// A comment that is no documentation.
    Comment,
    /// Documentation, a string or a character.
    Quoted,
    /// A byte of code.
    Code,
}

/// The comments of a text that speak to this program.
pub(super) fn comments(text: &str, language: Language) -> Vec<Comment<'_>> {
    let mut found = vec![];
    // Nearly all files have none.
    if memmem::find(text.as_bytes(), SIGN.as_bytes()).is_none() {
        return found;
    }
    let mut at = 0;
    while at < text.len() {
        let (piece, end) = piece(text.as_bytes(), at, language);
        if piece == Piece::Comment
            && let Some(written) = text.get(at..end)
            && let Some(said) = inner(written, language).strip_prefix(SIGN)
        {
            found.push(Comment { start: at, end: at + written.trim_end().len(), said: said.trim() });
        }
        at = end;
    }
    found
}

/// Where code goes on after comments and blanks; the end of the text if it does not.
pub(super) fn next_code(text: &str, from: usize, language: Language) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        let (piece, end) = piece(bytes, at, language);
        match piece {
            Piece::Code if bytes[at].is_ascii_whitespace() => at = end,
            Piece::Comment => at = end,
            Piece::Code | Piece::Quoted => return at,
        }
    }
    at
}

/// Where the head of a statement ends that begins at `from`: before a brace, after a semicolon or a comma, and in a
/// manifest at the end of the line.
pub(super) fn statement_end(text: &str, from: usize, language: Language) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (from, 0_usize);
    while at < bytes.len() {
        let (piece, end) = piece(bytes, at, language);
        match bytes[at] {
            _ if piece != Piece::Code => {}
            b'(' | b'[' => depth += 1,
            b')' | b']' if depth > 0 => depth -= 1,
            b')' | b']' | b'}' if depth == 0 => return at,
            b'{' | b';' | b',' if depth == 0 && language == Language::Rust => return at,
            b'\n' if depth == 0 && language == Language::Toml => return at,
            _ => {}
        }
        at = end;
    }
    bytes.len()
}

/// A comment without its signs.
fn inner(written: &str, language: Language) -> &str {
    let text = match language {
        Language::Toml => written.trim_start_matches('#'),
        Language::Rust => match written.strip_prefix("/*") {
            Some(block) => block.trim_end().trim_end_matches("*/").trim_start_matches('*'),
            None => written.trim_start_matches('/'),
        },
    };
    text.trim()
}

/// What begins at an offset, and where it ends.
fn piece(bytes: &[u8], at: usize, language: Language) -> (Piece, usize) {
    let rest = &bytes[at..];
    match (language, rest) {
        (Language::Toml, [b'#', ..]) => (Piece::Comment, line_end(bytes, at)),
        (Language::Toml, [b'"', b'"', b'"', ..]) => (Piece::Quoted, after(bytes, at + 3, b"\"\"\"")),
        (Language::Toml, [b'\'', b'\'', b'\'', ..]) => (Piece::Quoted, after(bytes, at + 3, b"'''")),
        (Language::Toml, [b'\'', ..]) => (Piece::Quoted, after(bytes, at + 1, b"'").min(line_end(bytes, at))),
        (Language::Toml, [b'"', ..]) => (Piece::Quoted, string_end(bytes, at + 1).min(line_end(bytes, at))),
        (Language::Rust, [b'/', b'/', ..]) => (comment(rest, b'/'), line_end(bytes, at)),
        (Language::Rust, [b'/', b'*', ..]) => (comment(rest, b'*'), block_end(bytes, at)),
        (Language::Rust, [b'"', ..]) => (Piece::Quoted, string_end(bytes, at + 1)),
        (Language::Rust, [b'\'', ..]) => match character_end(bytes, at) {
            Some(end) => (Piece::Quoted, end),
            None => (Piece::Code, at + 1),
        },
        (Language::Rust, [b'r' | b'b' | b'c', ..]) if !follows_word(bytes, at) => match raw_end(bytes, at) {
            Some(end) => (Piece::Quoted, end),
            None => (Piece::Code, at + 1),
        },
        _ => (Piece::Code, at + 1),
    }
}

/// `///`, `//!`, `/**` and `/*!` are documentation; `////`, `/***` and `/**/` are not.
fn comment(rest: &[u8], sign: u8) -> Piece {
    match (rest.get(2), rest.get(3)) {
        (Some(b'!'), _) => Piece::Quoted,
        (Some(third), fourth) if *third == sign && fourth != Some(&sign) && fourth != Some(&b'/') => Piece::Quoted,
        _ => Piece::Comment,
    }
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |length| at + length)
}

/// The offset after the next `sign`.
fn after(bytes: &[u8], at: usize, sign: &[u8]) -> usize {
    memmem::find(&bytes[at..], sign).map_or(bytes.len(), |length| at + length + sign.len())
}

/// Block comments nest.
fn block_end(bytes: &[u8], at: usize) -> usize {
    let (mut at, mut depth) = (at, 0_usize);
    while at < bytes.len() {
        match &bytes[at..] {
            [b'/', b'*', ..] => (at, depth) = (at + 2, depth + 1),
            [b'*', b'/', ..] if depth <= 1 => return at + 2,
            [b'*', b'/', ..] => (at, depth) = (at + 2, depth - 1),
            _ => at += 1,
        }
    }
    at
}

/// After the quote that ends a string of which the first byte is at an offset.
fn string_end(bytes: &[u8], at: usize) -> usize {
    let mut at = at;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// After a character literal; `None` for a lifetime.
fn character_end(bytes: &[u8], at: usize) -> Option<usize> {
    let first = *bytes.get(at + 1)?;
    if first == b'\\' {
        // The escaped byte may be the quote itself.
        return Some(after(bytes, (at + 3).min(bytes.len()), b"'"));
    }
    let length = match first {
        0..=0x7f => 1,
        0x80..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xff => 4,
    };
    (bytes.get(at + 1 + length) == Some(&b'\'')).then_some(at + length + 2)
}

/// After a raw string (`r"…"`, `br#"…"#`) that begins at an offset.
fn raw_end(bytes: &[u8], at: usize) -> Option<usize> {
    let prefix = usize::from(matches!(bytes[at], b'b' | b'c'));
    let hashes_at = at + prefix + 1;
    if bytes.get(at + prefix) != Some(&b'r') {
        return None;
    }
    let hashes = bytes.get(hashes_at..)?.iter().take_while(|byte| **byte == b'#').count();
    if bytes.get(hashes_at + hashes) != Some(&b'"') {
        return None;
    }
    let sign: Vec<u8> = std::iter::once(b'"').chain(std::iter::repeat_n(b'#', hashes)).collect();
    Some(after(bytes, hashes_at + hashes + 1, &sign))
}

fn follows_word(bytes: &[u8], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| bytes[before].is_ascii_alphanumeric() || bytes[before] == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, language: Language) -> Vec<&str> {
        comments(text, language).into_iter().map(|comment| comment.said).collect()
    }

    #[test]
    fn comments_are_found_and_what_looks_like_one_is_not() {
        let text = r####"
// vestige: first
let a = "// vestige: string"; // vestige: second
let b = r#"" // vestige: raw "#; let c = br"\"; // vestige: third
let d = '"'; // vestige: fourth
fn e<'a>(f: &'a str, g: char) -> &'a str { h('\'', '\\', 'ü', b'"') } // vestige: fifth
/// // vestige: documentation
//! vestige: documentation
/* vestige: sixth /* inner */ */ //// vestige: seventh
let r#type = "\" // vestige: escaped"; /** vestige: documentation */
// not for us: vestige: x
"####;
        let expected = ["first", "second", "third", "fourth", "fifth", "sixth /* inner */", "seventh"];
        assert_eq!(said(text, Language::Rust), expected);
    }

    #[test]
    fn comments_of_a_manifest() {
        let text = "a = \"# vestige: no\" # vestige: one\nb = '''\n# vestige: no\n'''\n# vestige: two\n";
        assert_eq!(said(text, Language::Toml), ["one", "two"]);
    }

    #[test]
    fn a_text_that_ends_in_the_middle_is_read_to_its_end() {
        for text in
            ["// vestige: a\n\"", "// vestige: a\n'", "// vestige: a\n'\\", "// vestige: a\nr#\"", "/* vestige: a"]
        {
            assert_eq!(said(text, Language::Rust), ["a"], "{text:?}");
        }
    }

    #[test]
    fn a_statement_ends_before_its_block() {
        let text = "let a = b(|x| { x; })\n    .c();\nnext";
        assert_eq!(statement_end(text, 0, Language::Rust), text.find(";\nnext").unwrap());
        assert_eq!(statement_end("if a { b }", 0, Language::Rust), 5);
        assert_eq!(next_code("  // a\n /* b */ c", 0, Language::Rust), 16);
    }
}
