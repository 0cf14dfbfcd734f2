//! Where the tokens of a result stand.

use crate::rules;
use cargo_vestige::extract::expand::{Limits, expand};
use proc_macro2::{Span, TokenStream, TokenTree};

fn places(tokens: TokenStream, out: &mut Vec<(String, usize)>) {
    for tree in tokens {
        let column = tree.span().start().column;
        match tree {
            TokenTree::Group(group) => {
                out.push(("group".into(), column));
                places(group.stream(), out);
            }
            other => out.push((other.to_string(), column)),
        }
    }
}

#[test]
fn tokens_of_the_call_stay_and_others_stand_at_the_call() {
    let rules = rules("($x:expr, $y:ident) => { let $y = f($x, \"s\", 'a); $crate::g }");
    let input: TokenStream = "          1 + a, b".parse().unwrap();
    let here: TokenStream = "     here".parse().unwrap();
    let here = here.into_iter().next().map_or_else(Span::call_site, |tree| tree.span());
    let tokens = expand(&rules, input, "own", here, &mut Limits::default()).unwrap();
    let mut found = vec![];
    places(tokens, &mut found);
    for (text, column) in found {
        let expected = match text.as_str() {
            "1" => 10,
            "+" => 12,
            "b" => 17,
            // `a` is the lifetime of the definition and the name of the call.
            "a" => continue,
            "group" if column == 10 => 10,
            _ => 5,
        };
        assert_eq!(column, expected, "{text}");
    }
}
