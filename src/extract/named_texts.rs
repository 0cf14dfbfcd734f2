//! Whether a source of procedural macros makes names of texts.
//!
//! In: the text of a file. Out: whether something in it turns a text into tokens, and to which macros and attributes
//! its templates hand texts. It knows neither packages nor what these macros do.
//!
//! Why that is all: code that a macro gives back is made of tokens. A name in it is a token of a template, a token of
//! the call, or was made of a text, and what makes tokens of a text is `Ident::new`, `format_ident!`, `from_str` and
//! `parse` for a `TokenStream`, `parse_str`, and `parse` of a `LitStr`. A text that is put into a template as it is
//! becomes a literal; it is a name again only where the code hands it to a macro or an attribute that does one of
//! these, and those are given back here by name. `x.parse()` is also how a `ParseStream` is read, which holds tokens:
//! it counts as one of these where every `x` of the file is surely one, or where what is asked for is no name. In
//! doubt, texts are names.

mod streams;

use super::tokens::{is_punct, is_word};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;
use streams::Streams;

/// What a source does with texts.
#[derive(Debug, Default)]
pub struct TextUses {
    /// It makes names of them.
    pub makes_names: bool,
    /// Macros, by their last names, that calls in its templates may hand texts to.
    pub macros: BTreeSet<String>,
    /// Attributes in its templates that are given texts.
    pub attributes: BTreeSet<String>,
}

/// Words that make tokens of texts, or names of words.
const MAKERS: [&str; 7] =
    ["parse_str", "parse_file", "parse_with", "format_ident", "mk_ident", "paste", "concat_idents"];
/// Types whose values tell of no name.
const PLAIN: [&str; 8] = ["Token", "LitStr", "LitBool", "LitInt", "LitFloat", "LitChar", "String", "bool"];
/// Words that items under `cfg(test)` begin with, and no arm or field that others follow.
const ITEMS: [&str; 8] = ["mod", "fn", "use", "pub", "impl", "struct", "enum", "trait"];

/// What a file does with texts.
pub fn text_uses(text: &str) -> TextUses {
    uses_in(text, false)
}

/// What the rules of a macro do with texts that they are given.
pub fn rules_uses(text: &str) -> TextUses {
    uses_in(text, true)
}

fn uses_in(text: &str, of_rules: bool) -> TextUses {
    let mut uses = TextUses::default();
    match text.parse::<TokenStream>() {
        Ok(tokens) => {
            let mut streams = Streams::default();
            streams.collect(tokens.clone(), None);
            uses.walk(tokens, &streams, of_rules);
        }
        Err(_) => uses.makes_names = true,
    }
    // They are kept for as long as the thread runs, and nothing else is being read.
    crate::extract::spans::forget();
    uses
}

impl TextUses {
    /// Looks through tokens; `in_call`: they are given to a macro, so they may be a template.
    fn walk(&mut self, tokens: TokenStream, streams: &Streams, in_call: bool) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < trees.len() && !self.makes_names {
            if is_attribute(&trees, at) {
                let attribute = inner(&trees[at + 1]);
                // What stands under `cfg(test)` runs in no macro.
                let is_item = ITEMS.iter().any(|word| is_word(&trees, at + 2, word));
                if !in_call && is_of_tests(&attribute) && is_item {
                    at = behind_item(&trees, at + 2);
                    continue;
                }
                if in_call && holds_text(&attribute) && !is_word(&attribute, 0, "doc") {
                    self.attributes.insert(path_of(&attribute));
                }
                // What an attribute of an item is given runs in no macro of this package.
                if !in_call {
                    at += 2;
                    continue;
                }
            }
            match &trees[at] {
                TokenTree::Ident(word) => {
                    let word = word.to_string();
                    self.makes_names |= makes_name(&trees, at, &word, streams);
                    if let (true, Some(TokenTree::Group(given))) = (is_punct(&trees, at + 1, '!'), trees.get(at + 2)) {
                        let given: Vec<TokenTree> = given.stream().into_iter().collect();
                        if in_call && holds_text(&given) {
                            self.macros.insert(word);
                        }
                        self.walk(given.into_iter().collect(), streams, true);
                        at += 3;
                        continue;
                    }
                }
                TokenTree::Group(group) => self.walk(group.stream(), streams, in_call),
                TokenTree::Literal(text) => self.makes_names |= text.to_string().contains("OUT_DIR"),
                TokenTree::Punct(_) => {}
            }
            at += 1;
        }
    }
}

/// Whether a word makes a name of a text where it stands.
fn makes_name(trees: &[TokenTree], at: usize, word: &str, streams: &Streams) -> bool {
    let is_def = at > 0 && is_word(trees, at - 1, "fn");
    let renamed = is_word(trees, at + 1, "as").then(|| trees.get(at + 2)).flatten();
    match word {
        _ if is_def => false,
        _ if MAKERS.contains(&word) => true,
        // An alias hides what it is one of.
        _ if is_token_type(word) && renamed.is_some() => {
            renamed.is_some_and(|other| other.to_string() != "_" && !is_token_type(&other.to_string()))
        }
        "type" => hides_token_type(&trees[at..]),
        "new" | "new_raw" => holder(trees, at).is_some_and(|of| of.contains("Ident")),
        "__private" => holder(trees, at).is_some_and(|of| of == "quote"),
        "from_str" => holder(trees, at).is_none_or(|of| is_token_type(&of) || is_any_type(&of)),
        "parse" => match holder(trees, at) {
            Some(of) => is_any_type(&of) || of == "String",
            None => is_behind_dot(trees, at) && !reads_tokens(trees, at, streams),
        },
        _ => false,
    }
}

/// `Name` of `Name::word`, or of `<Name>::word`.
fn holder(trees: &[TokenTree], at: usize) -> Option<String> {
    if at < 3 || !is_punct(trees, at - 1, ':') || !is_punct(trees, at - 2, ':') {
        return None;
    }
    let mut of = at - 3;
    while of > 0 && matches!(&trees[of], TokenTree::Punct(punct) if punct.as_char() == '>') {
        of -= 1;
    }
    Some(trees[of].to_string())
}

/// Types that are tokens, or that these are made of, by what their names hold.
fn is_token_type(word: &str) -> bool {
    ["Ident", "Literal", "TokenStream", "TokenTree"].iter().any(|name| word.contains(name))
}

/// What may stand for any type.
fn is_any_type(word: &str) -> bool {
    word.len() == 1 || matches!(word, "FromStr" | "Self" | "str")
}

/// `type Name = Ident;` under another name.
fn hides_token_type(trees: &[TokenTree]) -> bool {
    let name = trees.get(1).map(ToString::to_string).unwrap_or_default();
    let end = trees.iter().position(|tree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ';'));
    let last = end.and_then(|end| trees[..end].last());
    !is_token_type(&name) && matches!(last, Some(TokenTree::Ident(of)) if is_token_type(&of.to_string()))
}

/// Whether `.parse` reads tokens, or gives back what tells of no name.
fn reads_tokens(trees: &[TokenTree], at: usize, streams: &Streams) -> bool {
    if is_punct(trees, at + 1, ':') {
        let of = trees.get(at + 4..).unwrap_or_default();
        return (is_punct(trees, at + 3, '<') && is_plain(of)) || is_stream(trees, at, streams);
    }
    is_stream(trees, at, streams) || is_plain_let(trees, at)
}

/// Whether the receiver of a method is a stream of tokens.
fn is_stream(trees: &[TokenTree], at: usize, streams: &Streams) -> bool {
    let Some(TokenTree::Ident(word)) = at.checked_sub(2).and_then(|of| trees.get(of)) else { return false };
    let is_whole = at < 3 || !(is_punct(trees, at - 3, '.') || is_punct(trees, at - 3, ':'));
    let word = word.to_string();
    is_whole && streams.sure.contains(&word) && !streams.other.contains(&word)
}

/// `let name: LitStr = value.parse()?;`.
fn is_plain_let(trees: &[TokenTree], at: usize) -> bool {
    let before = trees[..at].iter().rposition(|tree| matches!(tree, TokenTree::Punct(it) if it.as_char() == ';'));
    let statement = &trees[before.map_or(0, |end| end + 1)..at];
    let Some(start) = statement.iter().rposition(|tree| matches!(tree, TokenTree::Ident(word) if word == "let")) else {
        return false;
    };
    let rest = &statement[start + 1..];
    let Some(colon) = (1..3).find(|at| is_punct(rest, *at, ':')) else { return false };
    let Some(equals) = rest.iter().position(|tree| matches!(tree, TokenTree::Punct(it) if it.as_char() == '=')) else {
        return false;
    };
    let of_chain = |tree: &TokenTree| match tree {
        TokenTree::Punct(punct) => matches!(punct.as_char(), '.' | '?' | ':'),
        TokenTree::Group(group) => group.delimiter() == proc_macro2::Delimiter::Parenthesis,
        TokenTree::Ident(word) => !["if", "match", "as"].iter().any(|one| word == one),
        TokenTree::Literal(_) => false,
    };
    let ends = |at: usize| is_punct(trees, at, ';') || (is_punct(trees, at, '?') && is_punct(trees, at + 1, ';'));
    colon < equals
        && is_plain(&rest[colon + 1..equals])
        && rest[equals + 1..].iter().all(of_chain)
        && matches!(trees.get(at + 1), Some(TokenTree::Group(_)))
        && ends(at + 2)
}

/// Whether the type that some tokens begin with tells of no name.
fn is_plain(trees: &[TokenTree]) -> bool {
    let of_path = |tree: &&TokenTree| match tree {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == ':',
        _ => false,
    };
    let last = trees.iter().take_while(of_path).last();
    last.is_some_and(|last| PLAIN.contains(&last.to_string().as_str()))
}

fn is_attribute(trees: &[TokenTree], at: usize) -> bool {
    let brackets = |tree: &TokenTree| match tree {
        TokenTree::Group(group) => group.delimiter() == proc_macro2::Delimiter::Bracket,
        _ => false,
    };
    is_punct(trees, at, '#') && trees.get(at + 1).is_some_and(brackets)
}

/// Whether it is `cfg(test)`.
fn is_of_tests(attribute: &[TokenTree]) -> bool {
    let is_test = |given: &TokenTree| matches!(&inner(given)[..], [TokenTree::Ident(word)] if word == "test");
    is_word(attribute, 0, "cfg") && attribute.get(1).is_some_and(is_test)
}

/// The place behind the item that begins at `at`.
fn behind_item(trees: &[TokenTree], at: usize) -> usize {
    let ends = |tree: &TokenTree| match tree {
        TokenTree::Group(group) => group.delimiter() == proc_macro2::Delimiter::Brace,
        TokenTree::Punct(punct) => punct.as_char() == ';',
        _ => false,
    };
    trees[at..].iter().position(ends).map_or(trees.len(), |length| at + length + 1)
}

/// Whether a text, or something that a template or rules put there, stands in tokens or in groups of them.
fn holds_text(trees: &[TokenTree]) -> bool {
    trees.iter().enumerate().any(|(at, tree)| match tree {
        TokenTree::Group(group) => holds_text(&group.stream().into_iter().collect::<Vec<_>>()),
        TokenTree::Literal(text) => text.to_string().contains('"'),
        TokenTree::Punct(punct) => punct.as_char() == '$' || (punct.as_char() == '#' && !is_attribute(trees, at)),
        TokenTree::Ident(_) => false,
    })
}

/// The path that an attribute begins with.
fn path_of(attribute: &[TokenTree]) -> String {
    let of_path = |tree: &&TokenTree| match tree {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == ':',
        _ => false,
    };
    attribute.iter().take_while(of_path).map(ToString::to_string).collect()
}

fn inner(tree: &TokenTree) -> Vec<TokenTree> {
    match tree {
        TokenTree::Group(group) => group.stream().into_iter().collect(),
        _ => vec![],
    }
}

fn is_behind_dot(trees: &[TokenTree], at: usize) -> bool {
    at > 0 && is_punct(trees, at - 1, '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn makes(text: &str) -> bool {
        text_uses(text).makes_names
    }

    #[test]
    fn texts_that_stay_texts() {
        assert!(!makes("fn f(input: ParseStream) -> R { let kw = input.parse()?; error(\"get\") }"));
        assert!(!makes("fn f(m: Meta) -> R { let name: LitStr = m.value()?.parse()?; Case::from_str(&name) }"));
        assert!(!makes(
            "fn f(i: ParseStream) { let inner; braced!(inner in i); inner.parse::<Token![,]>()?; inner.parse() }"
        ));
        assert!(!makes("fn f(i: ParseStream) { i.parse_terminated(|i| i.parse(), Token![,]) }"));
        assert!(!makes("#[cfg(test)] mod tests { fn f() { format_ident!(\"a\") } }"));
    }

    #[test]
    fn texts_that_become_names() {
        assert!(makes("fn f() { Ident::new(\"get\", span) }"));
        assert!(makes("fn f() -> TokenStream { \"fn get() {}\".parse().unwrap() }"));
        assert!(makes("fn f(input: &str) { let path: Path = input.parse()?; }"));
        assert!(makes("fn f(i: ParseStream) {} fn g(i: &str) -> R { i.parse() }"));
        assert!(makes("fn f(i: ParseStream) { match text() { Some(i) => i.parse() } }"));
        assert!(makes("use proc_macro2::Ident as Word;"));
        assert!(makes("fn f() { TokenStream::from_str(text) }"));
    }

    #[test]
    fn texts_that_are_handed_on() {
        let uses = text_uses("fn f() { quote! { #[serde(default = \"get\")] #[inline] a!(#text) b!(c) } }");
        assert_eq!(uses.attributes.into_iter().collect::<Vec<_>>(), ["serde"]);
        assert_eq!(uses.macros.into_iter().collect::<Vec<_>>(), ["a"]);
    }
}
