//! Whether a file that writes code writes items other than impls.
//!
//! In: the text of a procedural macro or of what it calls. Out: yes or no, and yes where it is in doubt: what stands in
//! `quote!` outside of an impl, in a string, or is made by giving a parsed item another name. It knows no macro by name
//! but those that quote.

use super::tokens::{is_punct, is_word};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

const QUOTING: [&str; 4] = ["quote", "quote_spanned", "parse_quote", "parse_quote_spanned"];
/// Words before the name of an item.
const KEYWORDS: [&str; 10] =
    ["struct", "enum", "union", "trait", "mod", "static", "type", "fn", "const", "macro_rules"];
/// Of these, those that nothing before the braces of an impl has.
const ITEMS: [&str; 6] = ["struct", "enum", "union", "trait", "mod", "type"];
/// Items of `syn`: whoever has one may give it back under another name.
const PARSED: [&str; 8] =
    ["ItemStruct", "ItemEnum", "ItemMod", "ItemType", "ItemTrait", "ItemStatic", "ItemConst", "ItemFn"];
/// What stands in strings that are code, and hardly in those that are read by people.
const CODE: [&str; 4] = ["{{", "}}", ";", "::"];

/// Whether the text may write items.
pub fn quotes_items(text: &str) -> bool {
    let found = text.parse::<TokenStream>().map_or(true, in_code);
    // They are kept for as long as the thread runs, and nothing else is being read.
    crate::extract::spans::forget();
    found
}

fn in_code(tokens: TokenStream) -> bool {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < trees.len() {
        let found = match &trees[at] {
            TokenTree::Ident(word) if QUOTING.iter().any(|one| word == one) && is_punct(&trees, at + 1, '!') => {
                at += 2;
                matches!(trees.get(at), Some(TokenTree::Group(group)) if in_quote(group.stream()))
            }
            TokenTree::Ident(word) if word == "ident" => {
                let is_field = at > 0 && is_punct(&trees, at - 1, '.');
                is_field && is_punct(&trees, at + 1, '=') && !is_punct(&trees, at + 2, '=')
            }
            TokenTree::Ident(word) => PARSED.iter().any(|one| word == one),
            TokenTree::Group(group) => !super::pieces::is_documentation(group) && in_code(group.stream()),
            TokenTree::Literal(text) => in_text(&text.to_string()),
            TokenTree::Punct(_) => false,
        };
        if found {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether an item is written in tokens, or in groups of them.
fn in_quote(tokens: TokenStream) -> bool {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < trees.len() {
        match &trees[at] {
            // Nobody can name what is in these.
            TokenTree::Ident(word) if word == "impl" || (word == "const" && is_word(&trees, at + 1, "_")) => {
                // A body that is interpolated has no braces: then another item comes first.
                let is_item =
                    |tree: &TokenTree| matches!(tree, TokenTree::Ident(word) if ITEMS.iter().any(|one| word == one));
                let length = trees[at..].iter().position(|tree| is_braces(tree) || is_item(tree)).unwrap_or(0);
                at += length;
                if length > 0 && is_item(&trees[at]) {
                    continue;
                }
            }
            // `'static` is none.
            TokenTree::Ident(word) if KEYWORDS.iter().any(|one| word == one) => {
                let is_lifetime = at > 0 && is_punct(&trees, at - 1, '\'');
                let named = matches!(trees.get(at + 1), Some(TokenTree::Ident(_) | TokenTree::Punct(_)));
                if named && !is_lifetime {
                    return true;
                }
            }
            TokenTree::Group(group) if in_quote(group.stream()) => return true,
            _ => {}
        }
        at += 1;
    }
    false
}

fn in_text(text: &str) -> bool {
    let mut words = text.split(|it: char| !it.is_alphanumeric() && it != '_');
    CODE.iter().any(|sign| text.contains(sign)) && words.any(|word| KEYWORDS.contains(&word))
}

fn is_braces(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_in_quotes() {
        assert!(!quotes_items("/// A struct; it is.\nfn f() { quote!(impl<'a> #t for X<'static> { fn f() {} }) }"));
        assert!(!quotes_items("fn f() { error(\"expected a struct\"); quote!(const _: () = { fn a() {} };) }"));
        assert!(quotes_items("fn f() { quote! { impl X {} #(pub struct #name;)* } }"));
        assert!(quotes_items("fn f() { quote! { impl #a for #b #body pub struct #c { n: u8 } } }"));
        assert!(quotes_items("fn f() { doc.push(quote!(struct X;)); }"));
        assert!(quotes_items("fn f() { format!(\"struct {kind} {{}}\") }"));
        assert!(quotes_items("fn f() { input.ident = other; quote!(#input) }"));
    }
}
