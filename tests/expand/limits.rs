//! Input that asks too much.

use crate::{call, rules};
use cargo_vestige::extract::expand::{Limits, Rules, Unexpanded, expand};
use proc_macro2::{Span, TokenStream};

fn is_shared<T: Send + Sync + Clone + std::fmt::Debug>() {}

#[test]
fn rules_may_be_given_to_a_thread() {
    is_shared::<Rules>();
    let rules = rules("($x:expr, $($y:tt)*) => { $x \"a\" 'l' 1.5 'b $($y)* }");
    let text = std::thread::spawn(move || {
        let input = "1, 2 3".parse().unwrap();
        expand(&rules, input, "own", Span::call_site(), &mut Limits::default()).map(|it| it.to_string())
    });
    assert_eq!(text.join().unwrap(), Ok("1 \"a\" 'l' 1.5 'b 2 3".into()));
}

#[test]
fn the_size_of_what_is_written_is_bounded() {
    let doubled = rules("($($x:tt)*) => { $($x $x)* }");
    let input: TokenStream = "a b c".parse().unwrap();
    let run = |tokens| expand(&doubled, input.clone(), "own", Span::call_site(), &mut Limits { tokens, steps: 1000 });
    assert!(run(6).is_ok());
    assert_eq!(run(5).map(|it| it.to_string()), Err(Unexpanded::TooLarge));
}

#[test]
fn what_is_left_is_shared_by_calls() {
    let doubled = rules("($($x:tt)*) => { $($x $x)* }");
    let mut tokens: TokenStream = "a".parse().unwrap();
    let mut limits = Limits::default();
    let mut rounds = 0;
    let why = loop {
        match expand(&doubled, tokens, "own", Span::call_site(), &mut limits) {
            Ok(more) => tokens = more,
            Err(why) => break why,
        }
        rounds += 1;
    };
    assert_eq!((why, rounds), (Unexpanded::TooLarge, 13));
}

#[test]
fn the_work_of_matching_is_bounded() {
    let list = rules("($($x:expr),*) => { }");
    let input: TokenStream = "1,".repeat(500).parse().unwrap();
    let mut limits = Limits { tokens: 1000, steps: 1000 };
    assert_eq!(
        expand(&list, input, "own", Span::call_site(), &mut limits).map(|it| it.to_string()),
        Err(Unexpanded::TooLarge)
    );
}

#[test]
fn deep_nesting_does_not_overflow_the_stack() {
    let deep = |count: usize| format!("{}1{}", "(".repeat(count), ")".repeat(count));
    assert!(call("($x:expr) => { $x }", &deep(60)).is_ok());
    assert!(matches!(call("($x:expr) => { $x }", &deep(5000)), Err(Unexpanded::TooLarge)));
    let marks = format!("{}x", "!".repeat(5000));
    assert!(matches!(call("($x:expr) => { $x }", &marks), Err(Unexpanded::TooLarge)));
    let angles = format!("{}u8{}", "A<".repeat(5000), ">".repeat(5000));
    assert!(matches!(call("($x:ty) => { $x }", &angles), Err(Unexpanded::TooLarge)));
    let words = format!("{}1", "&mut return ".repeat(5000));
    assert!(matches!(call("($x:expr) => { $x }", &words), Err(Unexpanded::TooLarge)));
    let definition = format!("() => {{ {} }}", deep(5000));
    assert!(matches!(Rules::parse(definition.parse().unwrap()), Err(Unexpanded::TooLarge)));
}

#[test]
fn a_name_that_is_no_word_does_not_panic() {
    let own = rules("() => { $crate::f() }");
    for name in ["", "1", "a-b", "r#self", "a b", "é", "😀"] {
        let tokens = expand(&own, TokenStream::new(), name, Span::call_site(), &mut Limits::default());
        assert!(tokens.is_ok(), "{name}");
    }
}

#[test]
fn many_tokens_take_no_time() {
    let list = "($($k:expr => $v:expr),* $(,)?) => { 0 }";
    assert!(call(list, &"a + 1 => f(b),".repeat(4000)).is_ok());
}

#[test]
fn pieces_of_code_do_not_panic() {
    let definition = "(@a $x:expr, $($y:tt)*) => { let z = $x; [$($y)*] };
        ($(#[$m:meta])* $v:vis $i:ident $($t:ty),* $(; $p:pat => $s:stmt)*) => { $($t)* $($p => { $s })* };
        ($($l:lifetime $b:block)+ $c:path $k:item) => { $($l)* $c $k };";
    let text =
        "@a #[x] pub(crate) f Vec<u8>, &'a T; Some(x) | None => let y = 1 'l { } a::b<C> fn f() {} - 1 = => $ . _";
    let trees: Vec<_> = text.parse::<TokenStream>().unwrap().into_iter().collect();
    let rules = rules(definition);
    for start in 0..trees.len() {
        for end in start..=trees.len() {
            let input: TokenStream = trees[start..end].iter().cloned().collect();
            let _ = expand(&rules, input.clone(), "own", Span::call_site(), &mut Limits::default());
            if let Ok(rules) = Rules::parse(input.clone()) {
                let _ = expand(&rules, input, "own", Span::call_site(), &mut Limits::default());
            }
        }
    }
}
