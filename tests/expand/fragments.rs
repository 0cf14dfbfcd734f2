//! One kind of fragment each.

use crate::{becomes, becomes_grouped, fails, items};
use cargo_vestige::extract::expand::Unexpanded::NoRule;

#[test]
fn an_ident_may_be_a_keyword_or_raw() {
    becomes("($x:ident) => { [$x] }", "a", "[a]");
    becomes("($x:ident) => { [$x] }", "self", "[self]");
    becomes("($x:ident) => { [$x] }", "r#type", "[r#type]");
    becomes("($x:ident) => { 1 }; (_) => { 2 }", "_", "2");
    fails("($x:ident) => { [$x] }", "1", NoRule);
    fails("($x:ident) => { [$x] }", "'a", NoRule);
}

#[test]
fn a_lifetime_is_one_token() {
    becomes("($l:lifetime) => { & $l str }", "'a", "&'a str");
    becomes("($($l:lifetime),*) => { for<$($l),*> }", "'a, 'static", "for<'a, 'static>");
    fails("($l:lifetime) => {}", "a", NoRule);
}

#[test]
fn a_literal_may_be_negative_or_a_bool() {
    for literal in ["1", "-1", "-1.5", "true", "'c'", "\"s\"", "b\"s\"", "r#\"s\"#", "1u8", "c\"s\""] {
        becomes("($l:literal) => { [$l] }", literal, &format!("[{literal}]"));
    }
    fails("($l:literal) => {}", "a", NoRule);
    fails("($l:literal) => {}", "- a", NoRule);
}

#[test]
fn a_tt_is_a_group_or_a_token_however_many_marks_it_has() {
    let each = "($($t:tt)*) => { $([$t])* }";
    becomes(each, "a (b c) => 'x ..= && :: <<=", "[a] [(b c)] [=>] ['x] [..=] [&&] [::] [<<=]");
    becomes(each, "a.b -1 += |x| || y", "[a] [.] [b] [-] [1] [+=] [|] [x] [|] [||] [y]");
}

#[test]
fn marks_of_a_pattern_match_as_the_compiler_reads_them() {
    becomes("(> >) => { 1 }; (>>) => { 2 }", ">>", "2");
    becomes("(> >) => { 1 }; (>>) => { 2 }", "> >", "1");
    becomes("(= =>) => { 1 }; ($($t:tt)*) => { 2 }", "==>", "2");
}

#[test]
fn a_type_goes_as_far_as_it_can() {
    becomes(
        "($t:ty, $($r:tt)*) => { [$t] [$($r)*] }",
        "Vec<(u8, &'a (dyn A + B))>, c",
        "[Vec<(u8, &'a (dyn A + B))>] [c]",
    );
    becomes("(<$t:ty> $($r:tt)*) => { [$t] }", "<Vec<Vec<u8>>>", "[Vec<Vec<u8>>]");
    becomes("($t:ty) => { [$t] }", "impl Fn(u8) -> u8 + 'static", "[impl Fn(u8) -> u8 + 'static]");
    becomes("($t:ty) => { [$t] }", "!", "[!]");
    fails("($t:ty) => {}", "1", NoRule);
}

#[test]
fn an_expression_goes_as_far_as_it_can() {
    becomes("($a:expr, $b:expr) => { [$a][$b] }", "f(1, 2) + 3, |x, y| x", "[f(1, 2) + 3][|x, y| x]");
    becomes("($a:expr => $b:expr) => { [$a][$b] }", "a.b::<C>()? => S { x, ..y }", "[a.b::<C>()?][S { x, ..y }]");
    becomes(
        "($a:expr; $b:expr) => { [$a][$b] }",
        "if a { b } else { c }; match x { _ => 1 }",
        "[if a { b } else { c }][match x { _ => 1 }]",
    );
    fails("($a:expr) => {}", "let x = 1", NoRule);
    fails("($a:expr) => {}", "a +", NoRule);
}

#[test]
fn an_expression_that_begins_and_does_not_end_stops_the_search() {
    fails("($a:expr) => { 1 }; ($($t:tt)*) => { 2 }", "a +", NoRule);
    becomes("($a:expr) => { 1 }; ($($t:tt)*) => { 2 }", "=> a", "2");
}

#[test]
fn the_wide_expression_of_2024_is_tried_last() {
    becomes("($a:expr) => { [$a] }", "_", "[_]");
    becomes("($a:expr) => { [$a] }", "const { 1 }", "[const { 1 }]");
    becomes("($a:expr) => { 1 }; (_) => { 2 }", "_", "2");
    fails("($a:expr_2021) => { [$a] }", "_", NoRule);
    becomes("($a:expr_2021) => { [$a] }", "1 + 2", "[1 + 2]");
}

#[test]
fn a_pattern_may_have_alternatives_and_a_pat_param_may_not() {
    becomes(
        "($p:pat) => { [$p] }",
        "| A | B(_, ref x) | S { y, .. } | 1..=2",
        "[| A | B(_, ref x) | S { y, .. } | 1..=2]",
    );
    becomes("($p:pat if $g:expr) => { [$p][$g] }", "Some(x) if x > 1", "[Some(x)][x > 1]");
    becomes("($($p:pat_param)|+) => { $([$p])+ }", "A | B(x) | _", "[A][B(x)][_]");
    fails("($p:pat_param) => {}", "A | B", NoRule);
    fails("($p:pat) => {}", "{}", NoRule);
}

#[test]
fn a_pattern_of_an_old_edition_is_tried_when_the_new_one_fails() {
    becomes("($p:pat | $q:pat) => { [$p][$q] }", "A | B", "[A][B]");
    becomes("($(|)? $($p:pat)|+) => { $([$p])+ }", "| A | B", "[A][B]");
}

#[test]
fn a_path_has_types_or_parentheses() {
    becomes("($p:path) => { [$p] }", "::a::b", "[::a::b]");
    becomes("($p:path) => { [$p] }", "Fn(u8) -> u8", "[Fn(u8) -> u8]");
    fails("($p:path) => {}", "(a)", NoRule);
}

#[test]
fn a_path_with_types_can_stand_in_an_expression() {
    becomes("($p:path) => { $p { a: 1 } }", "Vec<Vec<u8>>", "Vec::<Vec<u8>> { a: 1 }");
    becomes("($p:path) => { $p }", "A<B>::C<D>", "A::<B>::C::<D>");
    becomes("($p:path) => { $p }", "Fn(A<B>) -> C<D>", "Fn(A<B>) -> C::<D>");
}

#[test]
fn a_statement_has_no_semicolon() {
    let two = "($a:stmt; $b:stmt) => { [$a][$b] }";
    becomes(two, "let x: u8 = 1; f(x)", "[let x: u8 = 1][f(x)]");
    becomes(two, "let Some(x) = y else { return }; x += 1", "[let Some(x) = y else { return }][x += 1]");
    becomes(two, "use a::b;; fn f() {}", "[use a::b;][fn f() {}]");
    becomes("($($s:stmt)*) => { $([$s])* }", "f!(); g();", "[f!()][;][g()][;]");
    becomes("($a:stmt) => { [$a] }", "unsafe { f() }", "[unsafe { f() }]");
}

#[test]
fn a_block_has_braces() {
    becomes("($b:block) => { [$b] }", "{ a; b }", "[{ a; b }]");
    fails("($b:block) => {}", "(a)", NoRule);
}

#[test]
fn an_item_has_its_attributes() {
    let each = "($($i:item)*) => { $(mod m { $i })* }";
    becomes(
        each,
        "#[a] pub fn f() {} struct S; impl S {}",
        "mod m { #[a] pub fn f() {} } mod m { struct S; } mod m { impl S {} }",
    );
    assert_eq!(items("($($i:item)*) => { $($i)* }", "/// text\nconst A: u8 = 1; use b::{c, d};").len(), 2);
}

#[test]
fn a_visibility_may_be_nothing() {
    let each = "($($v:vis $n:ident),* $(,)?) => { $($v struct $n;)* }";
    becomes(
        each,
        "pub A, B, pub(crate) C, pub(in a::b) D,",
        "pub struct A; struct B; pub(crate) struct C; pub(in a::b) struct D;",
    );
    assert_eq!(items(each, "pub A, B, pub(crate) C").len(), 3);
    becomes(each, "", "");
    fails("($v:vis) => {}", "", NoRule);
}

#[test]
fn an_empty_visibility_stays_visible_to_a_further_macro() {
    becomes_grouped("($v:vis struct $n:ident) => { [$v $n] }", "struct A", "[ « » A ]");
}

#[test]
fn a_meta_is_what_an_attribute_holds() {
    let each = "($(#[$m:meta])*) => { $(#[cfg_attr(a, $m)])* }";
    becomes(
        each,
        "#[derive(A, B)] #[doc = \"x\"] #[a::b] #[unsafe(no_mangle)]",
        "#[cfg_attr(a, derive(A, B))] #[cfg_attr(a, doc = \"x\")] #[cfg_attr(a, a::b)] #[cfg_attr(a, unsafe(no_mangle))]",
    );
    becomes(each, "/// text\n", "#[cfg_attr(a, doc = \" text\")]");
}

#[test]
fn operands_stay_one() {
    becomes_grouped("($a:expr, $b:expr) => { $a * $b }", "1 + 2, x", "« 1 + 2 » * x");
    becomes_grouped("($a:expr) => { $a }", "(1 + 2)", "( 1 + 2 )");
    becomes_grouped("($t:ty) => { 1 as $t << 2 }", "u8", "1 as « u8 » < < 2");
    becomes_grouped("($i:ident $l:literal $t:tt) => { $i $l $t }", "a -1 [b]", "a - 1 [ b ]");
}
