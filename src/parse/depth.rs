//! Texts that are nested too deeply for a parser that calls itself.
//!
//! In: a text. Out: the line from which on it may be. It knows no tokens: what is in strings and comments counts too.

/// Brackets inside brackets beyond this are not read: no hand writes them, and the parser is recursive.
pub(super) const DEEPEST: usize = 2_000;

/// The line where nesting goes too deep for the parser, if it does: brackets, type arguments, prefix operators, chains
/// of `else if`. Strings and comments are read as code: it is only a bound.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    // With so few of them nothing can be nested so deep; counting is far quicker than following.
    let brackets = count(text, |byte| matches!(byte, b'(' | b'[' | b'{'));
    let angles = count(text, |byte| byte == b'<');
    let prefixes = count(text, |byte| matches!(byte, b'&' | b'!' | b'*' | b'-'));
    if brackets <= DEEPEST && angles <= DEEPEST && prefixes <= 4 * DEEPEST {
        return too_long(text);
    }
    let (mut depth, mut angles, mut prefixes, mut line) = (0_usize, 0_usize, 0_usize, 1);
    for byte in text.bytes() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            b'<' => angles += 1,
            b'>' => angles = angles.saturating_sub(1),
            b'\n' => line += 1,
            _ => {}
        }
        match byte {
            b'&' | b'!' | b'*' | b'-' => prefixes += 1,
            b' ' | b'\n' | b'\r' | b'\t' => {}
            _ => prefixes = 0,
        }
        if matches!(byte, b';' | b'{' | b'}') {
            angles = 0;
        }
        // Rules of dashes and stars in comments are no operators; no screen is as wide as the bound.
        if depth.max(angles) > DEEPEST || prefixes > 4 * DEEPEST {
            return Some(line);
        }
    }
    too_long(text)
}

/// How many bytes of a text are meant. What is counted in a part fits into a byte, so that many are counted at once.
fn count(text: &str, is_meant: impl Fn(u8) -> bool) -> usize {
    let in_part = |part: &[u8]| part.iter().map(|byte| u8::from(is_meant(*byte))).sum::<u8>();
    text.as_bytes().chunks(255).map(|part| usize::from(in_part(part))).sum()
}

/// The last line, if chains of `else if` may be longer than the parser bears.
fn too_long(text: &str) -> Option<usize> {
    // So many do not fit into less text.
    let chain = 10 * DEEPEST;
    let is_long = text.len() > chain * "else if{}".len() && text.matches("else if").count() > chain;
    is_long.then(|| 1 + text.matches('\n').count())
}
