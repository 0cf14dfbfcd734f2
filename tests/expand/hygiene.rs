//! Locals of a macro and names of a call.

use crate::{becomes, fails};
use cargo_vestige::extract::expand::Unexpanded::Hygiene;

#[test]
fn a_local_is_renamed_if_the_call_has_the_name() {
    let local = "($e:expr) => { { let x = 1; x + $e } }";
    becomes(local, "y", "{ let x = 1; x + y }");
    becomes(local, "x", "{ let x__hyg = 1; x__hyg + x }");
    becomes(local, "f(&mut [x])", "{ let x__hyg = 1; x__hyg + f(&mut [x]) }");
}

#[test]
fn every_place_that_introduces_a_name() {
    becomes("($e:expr) => { for x in $e { f(x) } }", "x", "for x__hyg in x { f(x__hyg) }");
    becomes("($e:expr) => { $e.map(|x| x.y) }", "x", "x.map(|x__hyg| x__hyg.y)");
    becomes("($e:expr) => { (|a: A, (x, _)| x)($e) }", "x", "(|a: A, (x__hyg, _)| x__hyg)(x)");
    becomes(
        "($e:expr) => { match $e { Ok(x) => x, Err(e) if e.x => { e } } }",
        "(x, e)",
        "match (x, e) { Ok(x__hyg) => x__hyg, Err(e__hyg) if e__hyg.x => { e__hyg } }",
    );
    becomes(
        "($e:expr) => { if let Some(ref mut x) = $e { *x = 1 } }",
        "x",
        "if let Some(ref mut x__hyg) = x { *x__hyg = 1 }",
    );
    becomes(
        "($e:expr) => { let S { y: x, .. } = $e else { return x }; }",
        "x",
        "let S { y: x__hyg, .. } = x else { return x__hyg };",
    );
    becomes(
        "($b:block) => { fn f<T: A>(mut x: T) -> T { $b; x } }",
        "{ x }",
        "fn f<T: A>(mut x__hyg: T) -> T { { x }; x__hyg }",
    );
    becomes("($e:expr) => { let x @ (1 | 2) = $e; }", "x", "let x__hyg @ (1 | 2) = x;");
    becomes("($e:expr) => { matches!($e, Some(x) if x > 1) }", "x", "matches!(x, Some(x__hyg) if x__hyg > 1)");
    becomes("($e:expr) => { while let x = $e {} }", "x", "while let x__hyg = x {}");
}

#[test]
fn labels_are_renamed_and_lifetimes_are_not() {
    becomes("($e:expr) => { 'a: loop { $e; break 'a } }", "break 'a", "'a__hyg: loop { break 'a; break 'a__hyg }");
    becomes("($t:ty) => { fn f<'a>(x: &'a $t) {} }", "&'a u8", "fn f<'a>(x: &'a &'a u8) {}");
}

#[test]
fn fields_methods_paths_and_macros_keep_their_names() {
    becomes(
        "($e:expr) => { let x = $e; s.x; s.x(); x::y; a::x; x!(x); T { x: x } }",
        "x",
        "let x__hyg = x; s.x; s.x(); x::y; a::x; x!(x__hyg); T { x: x__hyg }",
    );
    becomes(
        "($e:expr) => { struct S { pub x: u8, #[a] x: u8 } fn f(x: S) { $e } }",
        "x",
        "struct S { pub x: u8, #[a] x: u8 } fn f(x__hyg: S) { x }",
    );
}

#[test]
fn names_of_the_call_that_are_no_locals_do_not_count() {
    let local = "($e:expr) => { let x = $e; x }";
    becomes(local, "a.x + x::y + a::x + x!()", "let x = a.x + x::y + a::x + x!(); x");
    becomes("(x = $e:expr) => { let x = $e; x }", "x = 1", "let x = 1; x");
    becomes(local, "0..x", "let x__hyg = 0..x; x__hyg");
}

#[test]
fn items_are_not_hygienic() {
    becomes("($e:expr) => { fn x() {} const Y: u8 = 1; $e }", "x() + Y", "fn x() {} const Y: u8 = 1; x() + Y");
    becomes("($e:expr) => { static x: u8 = $e; x }", "x", "static x: u8 = x; x");
}

#[test]
fn a_name_that_is_not_introduced_is_left() {
    becomes("($e:expr) => { x + $e }", "x", "x + x");
    becomes("($x:ident) => { let $x = 1; x }", "x", "let x = 1; x");
}

#[test]
fn unclear_names_are_an_error_only_if_they_meet() {
    let call = "($e:expr) => { let x = x($e); x }";
    becomes(call, "1", "let x = x(1); x");
    fails(call, "x", Hygiene("x".into()));
    fails("($e:expr) => { let S { x } = $e; x }", "x", Hygiene("x".into()));
    fails("($e:expr) => { let x = $e; S { x, y: 1 } }", "x", Hygiene("x".into()));
    fails("($e:expr) => { let x = $e; println!(\"{x:?}\") }", "x", Hygiene("x".into()));
    fails("($e:expr) => { let x = $e; fn x() {} }", "x", Hygiene("x".into()));
}

#[test]
fn a_string_of_the_call_may_name_a_local() {
    becomes(
        "($f:literal) => { let x = 1; println!($f); x }",
        "\"{x:?}\"",
        "let x__hyg = 1; println!(\"{x:?}\"); x__hyg",
    );
}

#[test]
fn a_new_name_is_new() {
    becomes("($e:expr) => { let x = 1; $e + x }", "x + x__hyg", "let x__hyg2 = 1; x + x__hyg + x__hyg2");
}

#[test]
fn names_in_nested_definitions_are_theirs() {
    becomes(
        "($e:expr) => { macro_rules! m { ($x:expr) => { $x } } $e }",
        "x",
        "macro_rules! m { ($x:expr) => { $x } } x",
    );
}
