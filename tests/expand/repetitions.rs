//! Repetitions, separators, and several rules.

use crate::{becomes, call_to_the_end, fails, rules, shown};
use cargo_vestige::extract::expand::Rules;
use cargo_vestige::extract::expand::Unexpanded::{Ambiguous, Malformed, NoRule, Unsupported};

#[test]
fn the_first_rule_that_matches_is_taken() {
    let two = "(a) => { 1 }; ($x:ident) => { 2 }; (a b) => { 3 };";
    becomes(two, "a", "1");
    becomes(two, "b", "2");
    becomes(two, "a b", "3");
    fails(two, "a c", NoRule);
}

#[test]
fn any_number_of_rounds() {
    let list = "($($x:expr),*) => { [$($x),*] }";
    becomes(list, "", "[]");
    becomes(list, "1", "[1]");
    becomes(list, "1, 2, 3", "[1, 2, 3]");
    fails(list, "1, 2,", NoRule);
}

#[test]
fn a_comma_at_the_end() {
    becomes("($($x:expr),* $(,)?) => { [$($x),*] }", "1, 2,", "[1, 2]");
    becomes("($($x:expr),+ $(,)*) => { [$($x),+] }", "1, 2,,,", "[1, 2]");
    becomes("($($x:expr,)*) => { [$($x),*] }", "1, 2,", "[1, 2]");
    fails("($($x:expr,)*) => {}", "1, 2", NoRule);
    fails("($($x:expr),+ $(,)?) => {}", "", NoRule);
}

#[test]
fn at_most_one_round() {
    let optional = "($a:ident $(= $b:expr)?) => { $a $(, $b)? }";
    becomes(optional, "x", "x");
    becomes(optional, "x = 1", "x, 1");
    fails(optional, "x = 1 2", NoRule);
}

#[test]
fn separators_of_many_kinds() {
    becomes("($($x:ident)=>*) => { $($x)&&* }", "a => b => c", "a && b && c");
    becomes("($($x:ident);+) => { $($x)::+ }", "a; b", "a::b");
    becomes("($($x:ident)and+) => { $($x)'a* }", "a and b", "a 'a b");
    becomes("($($x:ident)|*) => { $($x)||* }", "a | b", "a || b");
    becomes("($($x:ident)..=*) => { $($x)<<=* }", "a ..= b", "a <<= b");
}

#[test]
fn repetitions_within_repetitions() {
    let nested = "($($k:ident: [$($v:expr),*]);*) => { $($k($($v),*);)* }";
    becomes(nested, "a: [1, 2]; b: []; c: [3]", "a(1, 2); b(); c(3);");
    becomes("($($($x:ident)+),*) => { $([$($x)-+])* }", "a b, c", "[a - b] [c]");
    becomes("($($($($x:ident)*);*),*) => { $($($({$x})*)*)* }", "a b; c, d", "{a}{b}{c}{d}");
}

#[test]
fn an_outer_variable_is_the_same_in_each_round() {
    becomes("($t:ty; $($x:ident)*) => { $($x: $t,)* }", "u8; a b", "a: u8, b: u8,");
    let keyed = "($($k:ident => $($v:ident)*),*) => { $($( $k.$v; )*)* }";
    becomes(keyed, "a => b c, d => e", "a.b; a.c; d.e;");
}

#[test]
fn variables_side_by_side_repeat_alike() {
    let zip = "($($a:ident)*; $($b:ident)*) => { $($a = $b;)* }";
    becomes(zip, "a b; c d", "a = c; b = d;");
    fails(zip, "a b; c", Malformed);
}

#[test]
fn a_repetition_needs_a_variable_that_repeats() {
    fails("($x:ident) => { $($x)* }", "a", Malformed);
    fails("($($x:ident)*) => { $x }", "a", Malformed);
    fails("($($x:ident)*) => { $(a)* }", "a", Malformed);
}

#[test]
fn groups_have_to_be_of_the_same_kind() {
    let groups = "([$a:ident] ($b:ident) {$c:ident}) => { {$a} [$b] ($c) }";
    becomes(groups, "[a] (b) {c}", "{a} [b] (c)");
    fails(groups, "(a) (b) {c}", NoRule);
    fails("(($($a:ident)*) b) => {}", "(a 1) b", NoRule);
}

#[test]
fn two_ways_are_an_error_as_in_the_compiler() {
    fails("($($a:ident)* $b:ident) => {}", "a b", Ambiguous);
    fails("($($k:ident).+ $($t:tt)*) => {}", "a.b = 1", Ambiguous);
    becomes("($($a:ident)* ; $b:ident) => { $b }", "a b; c", "c");
}

#[test]
fn common_beginnings_are_followed_together() {
    becomes("($(a b)* a c) => { 1 }", "a b a b a c", "1");
    becomes("($(a $x:ident;)* a) => { $($x)* }", "a x; a y; a", "x y");
    becomes("($(a $x:expr),* $(, b)?) => { $($x)* }", "a 1, a 2, b", "1 2");
}

#[test]
fn an_attribute_list_before_more() {
    let list = "($(#[$m:meta])* $v:vis fn) => { $(#[$m])* $v }";
    becomes(list, "#[a] #[b(c)] pub fn", "#[a] #[b(c)] pub");
    becomes(list, "fn", "");
}

#[test]
fn the_crate_of_the_macro() {
    becomes("($x:expr) => { $crate::f($x) }", "1", "::own::f(1)");
    becomes("() => { $crate::m!{} use $crate::{a, b}; }", "", "::own::m!{} use ::own::{a, b};");
    let own = rules("() => { $crate::f() }");
    let mut limits = cargo_vestige::extract::expand::Limits::default();
    let here = proc_macro2::Span::call_site();
    let tokens = cargo_vestige::extract::expand::expand(&own, Default::default(), "crate", here, &mut limits);
    assert_eq!(tokens.map(|it| shown(it, true)), Ok("crate : : f ( )".into()));
}

#[test]
fn the_crate_of_the_macro_is_one_token_to_a_further_macro() {
    let mine = "(@ $k:tt $x:ident) => { use $k::$x; }; ($x:ident) => { again!(@ $crate $x) }";
    let tokens = call_to_the_end(mine, "a").map(|it| shown(it, true));
    assert_eq!(tokens, Ok("use : : own : : a ;".into()));
    let named = "(@ $crate::a) => { 1 }; () => { again!(@ $crate::a) }";
    assert_eq!(call_to_the_end(named, "").map(|it| shown(it, true)), Ok("1".into()));
    becomes("($k:tt $($r:tt)*) => { [$k] }", "::own::a", "[::]");
}

#[test]
fn what_was_an_expression_stays_one_for_a_further_macro() {
    let count = "(@ $($t:tt)*) => { $([$t])* }; ($a:expr, $b:expr) => { again!(@ $a , $b) }";
    let tokens = call_to_the_end(count, "1 + 2, x.y()").map(|it| shown(it, true));
    assert_eq!(tokens, Ok("[ « 1 + 2 » ] [ , ] [ « x . y ( ) » ]".into()));
    let kept = "(@ - 1) => { 1 }; (@ $e:expr) => { 2 }; ($e:expr) => { again!(@ $e) }";
    assert_eq!(call_to_the_end(kept, "-1").map(|it| shown(it, true)), Ok("2".into()));
    let types = "(@ $e:expr) => { 1 }; (@ $t:ty) => { $t }; ($t:ty) => { again!(@ $t) }";
    assert_eq!(call_to_the_end(types, "&'a [u8]").map(|it| shown(it, false)), Ok("& ' a [ u8 ]".into()));
    let patterns = "(@ $p:pat_param) => { $p }; ($p:pat) => { again!(@ $p) }";
    assert_eq!(call_to_the_end(patterns, "A | B").map(|it| shown(it, true)), Ok("« A | B »".into()));
}

#[test]
fn definitions_in_the_result() {
    let outer = "($n:ident, $d:tt) => { macro_rules! $n { ($d x:expr) => { $d x }; ($d ($d y:tt)*) => {} } }";
    becomes(outer, "m, $", "macro_rules! m { ($x:expr) => { $x }; ($($y:tt)*) => {} }");
    becomes("() => { macro_rules! n { ($x:expr) => { $x } } }", "", "macro_rules! n { ($x:expr) => { $x } }");
    becomes("() => { macro_rules! n { ($$x:expr) => { $$x } } }", "", "macro_rules! n { ($x:expr) => { $x } }");
    becomes(
        "($v:ident) => { macro_rules! n { ($x:ident) => { $x $v } } }",
        "a",
        "macro_rules! n { ($x:ident) => { $x a } }",
    );
}

#[test]
fn a_definition_from_a_macro_can_be_called() {
    let made = crate::call("($($v:expr),*) => { ($x:ident) => { $x($($v),*) } }", "1 + 1, 2").unwrap();
    let made = Rules::parse(made).unwrap();
    let mut limits = cargo_vestige::extract::expand::Limits::default();
    let here = proc_macro2::Span::call_site();
    let tokens = cargo_vestige::extract::expand::expand(&made, "f".parse().unwrap(), "own", here, &mut limits);
    assert_eq!(tokens.map(|it| shown(it, true)), Ok("f ( « 1 + 1 » , 2 )".into()));
}

#[test]
fn expressions_about_variables_are_refused_where_they_are_used() {
    let counted = "(a $($x:ident)*) => { ${count($x)} }; ($x:ident) => { $x }";
    fails(counted, "a b", Unsupported("an expression about variables, `${…}`"));
    becomes(counted, "b", "b");
}

#[test]
fn macros_2_0() {
    becomes("($x:expr) { f($x) }", "1", "f(1)");
    becomes("($x:ident) => { 1 }, (,) => { 2 }", ",", "2");
}

#[test]
fn bad_definitions() {
    for bad in [
        "($x) => {}",
        "($x:ident $x:ident) => {}",
        "($($(a)?)*) => {}",
        "($()*) => {}",
        "(a) =>",
        "a => {}",
        "($(a)) => {}",
        "($(a),?) => {}",
        "($: x) => {}",
        "() => { $() }",
        "() => { $= }",
    ] {
        assert_eq!(Rules::parse(bad.parse().unwrap()).map(|_| ()), Err(Malformed), "{bad}");
    }
    let unknown = Rules::parse("($x:adt) => {}".parse().unwrap()).map(|_| ());
    assert_eq!(unknown, Err(Unsupported("an unknown kind of fragment")));
    assert!(Rules::parse(Default::default()).is_ok());
}

#[test]
fn comments_in_a_pattern_are_gone_over() {
    becomes("(\n/// about a\na = $a:ident) => { $a }", "a = b", "b");
    becomes("(#[doc = r\" SAFETY:\"] $a:ident) => { $a }", "/// SAFETY:\n b", "b");
    becomes("(/* plain */ $a:ident // more\n) => { $a }", "b", "b");
}

#[test]
fn a_dollar_at_the_end_is_a_token() {
    becomes("([$]) => { 1 }; ([=]) => { 2 }", "[$]", "1");
    becomes("() => { f!([$]) }", "", "f!([$])");
}
