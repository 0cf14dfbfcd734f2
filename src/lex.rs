//! Tokens of Rust text, found without a grammar: words, lifetimes, literals and single marks.
//!
//! In: a text and a range of it. Out: the tokens in that range with their places; comments and white space are left
//! out. It knows no syntax: text that is no Rust gives tokens as well.

use crate::model::Span;

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// An identifier or a keyword.
    Word,
    /// `'a`.
    Lifetime,
    /// A number, a string or a character.
    Literal,
    /// One character of punctuation.
    Mark(u8),
}

/// A token and its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands in the text.
    pub span: Span,
}

impl Token {
    /// The token as it is written.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.span.start as usize..self.span.end as usize).unwrap_or_default()
    }

    /// Whether it is this mark.
    pub fn is(&self, mark: u8) -> bool {
        self.kind == TokenKind::Mark(mark)
    }
}

/// Adds the tokens of a range of a text to `out`.
pub fn tokens(text: &str, within: Span, out: &mut Vec<Token>) {
    let end = (within.end as usize).min(text.len());
    let bytes = &text.as_bytes()[..end];
    let mut at = within.start as usize;
    while let Some(byte) = bytes.get(at) {
        let start = at;
        let (kind, after) = match byte {
            b' ' | b'\t' | b'\n' | b'\r' => {
                at += 1;
                continue;
            }
            b'/' if matches!(bytes.get(at + 1), Some(b'/' | b'*')) => {
                at = after_comment(bytes, at);
                continue;
            }
            b'"' => (TokenKind::Literal, after_quoted(bytes, at + 1, b'"')),
            b'\'' => after_apostrophe(bytes, at),
            b'0'..=b'9' => (TokenKind::Literal, after_number(bytes, at)),
            byte if is_word(*byte) => after_word(bytes, at),
            mark => (TokenKind::Mark(*mark), at + 1),
        };
        at = after.min(end);
        out.push(Token { kind, span: Span { start: start as u32, end: at as u32 } });
    }
}

fn is_word(byte: u8) -> bool {
    byte == b'_' || byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// How many bytes of a word stand at the start.
fn word_length(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| is_word(**byte)).count()
}

fn after_comment(bytes: &[u8], at: usize) -> usize {
    if bytes.get(at + 1) == Some(&b'/') {
        let line = bytes[at..].iter().position(|byte| *byte == b'\n');
        return line.map_or(bytes.len(), |length| at + length);
    }
    // Comments of this sort nest.
    let (mut at, mut depth) = (at + 2, 1_usize);
    while depth > 0 {
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b'/'), Some(b'*')) => {
                depth += 1;
                at += 2;
            }
            (Some(b'*'), Some(b'/')) => {
                depth -= 1;
                at += 2;
            }
            (Some(_), _) => at += 1,
            (None, _) => break,
        }
    }
    at
}

/// Behind a text in quotes that has begun before `at`.
fn after_quoted(bytes: &[u8], mut at: usize, quote: u8) -> usize {
    while let Some(byte) = bytes.get(at) {
        match *byte {
            b'\\' => at += 2,
            byte if byte == quote => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// Behind a raw text whose hashes or whose quote begins at `at`; `None` if there is none.
fn after_raw(bytes: &[u8], at: usize) -> Option<usize> {
    let hashes = bytes[at..].iter().take_while(|byte| **byte == b'#').count();
    if bytes.get(at + hashes) != Some(&b'"') {
        return None;
    }
    let mut at = at + hashes + 1;
    while at < bytes.len() {
        let closing = bytes[at + 1..].iter().take(hashes).filter(|byte| **byte == b'#').count();
        if bytes[at] == b'"' && closing == hashes {
            return Some(at + 1 + hashes);
        }
        at += 1;
    }
    Some(bytes.len())
}

/// A character in quotes, or a lifetime.
fn after_apostrophe(bytes: &[u8], at: usize) -> (TokenKind, usize) {
    let width = match bytes.get(at + 1) {
        Some(b'\\') => return (TokenKind::Literal, after_quoted(bytes, at + 1, b'\'')),
        Some(0..0x80) => 1,
        Some(0x80..0xe0) => 2,
        Some(0xe0..0xf0) => 3,
        Some(_) => 4,
        None => return (TokenKind::Lifetime, at + 1),
    };
    if bytes.get(at + 1 + width) == Some(&b'\'') {
        return (TokenKind::Literal, at + 2 + width);
    }
    (TokenKind::Lifetime, at + 1 + word_length(&bytes[at + 1..]))
}

fn after_number(bytes: &[u8], at: usize) -> usize {
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = at + word_length(&bytes[at..]);
    // Neither `0..n` nor `1.max(n)`.
    if bytes.get(end) == Some(&b'.') && is_digit(end + 1) {
        end += 1 + word_length(&bytes[end + 1..]);
    }
    let exponent = matches!(bytes[end - 1], b'e' | b'E') && !bytes[at..end].starts_with(b"0x");
    if exponent && matches!(bytes.get(end), Some(b'+' | b'-')) && is_digit(end + 1) {
        end += 1 + word_length(&bytes[end + 1..]);
    }
    end
}

/// A word, or a literal that begins with letters: `b"…"`, `r#"…"#`.
fn after_word(bytes: &[u8], at: usize) -> (TokenKind, usize) {
    let end = at + word_length(&bytes[at..]);
    let prefix = &bytes[at..end];
    match bytes.get(end) {
        Some(b'"') if matches!(prefix, b"b" | b"c") => (TokenKind::Literal, after_quoted(bytes, end + 1, b'"')),
        Some(b'\'') if prefix == b"b" => (TokenKind::Literal, after_quoted(bytes, end + 1, b'\'')),
        Some(b'"' | b'#') if matches!(prefix, b"r" | b"br" | b"cr") => match after_raw(bytes, end) {
            Some(after) => (TokenKind::Literal, after),
            // `r#type`.
            None => (TokenKind::Word, end + 1 + word_length(&bytes[end + 1..])),
        },
        _ => (TokenKind::Word, end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        let mut found = vec![];
        tokens(text, Span { start: 0, end: text.len() as u32 }, &mut found);
        found.iter().map(|token| token.text(text)).collect()
    }

    #[test]
    fn comments_and_space_are_left_out() {
        assert_eq!(read("a // b\n/* c /* d */ e */ f"), ["a", "f"]);
        assert_eq!(read("a /* open"), ["a"]);
    }

    #[test]
    fn texts_are_single_tokens() {
        assert_eq!(
            read(r###"x("a\"b", r#"c"d"#, b'\'', 'e', "open)"###),
            ["x", "(", r#""a\"b""#, ",", r##"r#"c"d"#"##, ",", r"b'\''", ",", "'e'", ",", "\"open)"]
        );
        assert_eq!(read("'ä' 'a r#type"), ["'ä'", "'a", "r#type"]);
    }

    #[test]
    fn numbers_end_where_ranges_and_methods_begin() {
        assert_eq!(
            read("0..n 1.5e-3 1.max(2) 0xe+1"),
            ["0", ".", ".", "n", "1.5e-3", "1", ".", "max", "(", "2", ")", "0xe", "+", "1"]
        );
    }
}
