//! Words in tokens: whether something is told, and whether a name occurs.
//!
//! In: tokens. Out: yes or no. It knows no scopes: a word is a word wherever it stands, also in what a text captures.

use proc_macro2::{TokenStream, TokenTree};

/// Macros that tell somebody, or end the program.
const TELLING: [&str; 14] = [
    "trace",
    "debug",
    "info",
    "warn",
    "error",
    "event",
    "log",
    "println",
    "eprintln",
    "panic",
    "unreachable",
    "todo",
    "unimplemented",
    "dbg",
];

/// Whether tokens write to a log, count something up, or end the program.
pub(super) fn tells(tokens: &TokenStream) -> bool {
    let macros = has_word(tokens, &|word| TELLING.contains(&word));
    macros || has_word(tokens, &|word| word.contains("log") || word.contains("report") || word.contains("record"))
}

/// Whether a word stands in tokens; a text that captures (`"{error}"`) counts by what it holds.
pub(super) fn has_word(tokens: &TokenStream, accept: &dyn Fn(&str) -> bool) -> bool {
    tokens.clone().into_iter().any(|tree| match tree {
        TokenTree::Group(group) => has_word(&group.stream(), accept),
        TokenTree::Ident(ident) => accept(&ident.to_string()),
        TokenTree::Literal(text) => {
            text.to_string().split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(accept)
        }
        TokenTree::Punct(_) => false,
    })
}
