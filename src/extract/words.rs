//! Words in tokens: whether something is told, whether a name occurs, and whether code never ends.
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

/// Whether code goes round until somebody ends it: a `loop`, and nothing that would leave it.
pub(super) fn is_endless(tokens: &TokenStream) -> bool {
    let leaves = |tree: &TokenTree| match tree {
        TokenTree::Ident(ident) => ident == "break" || ident == "return",
        TokenTree::Punct(punct) => punct.as_char() == '?',
        _ => false,
    };
    let repeats = |tree: &TokenTree| matches!(tree, TokenTree::Ident(ident) if ident == "loop");
    has_tree(tokens, &repeats) && !has_tree(tokens, &leaves)
}

/// Whether a token stands among others, however deep.
fn has_tree(tokens: &TokenStream, accept: &dyn Fn(&TokenTree) -> bool) -> bool {
    tokens.clone().into_iter().any(|tree| match &tree {
        TokenTree::Group(group) => has_tree(&group.stream(), accept),
        other => accept(other),
    })
}
