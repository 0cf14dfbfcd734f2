//! What a fragment becomes parses wherever it may stand.

use crate::{expression, items, statements};
use syn::{Expr, Item, Stmt, Type};

fn without_groups(expr: &Expr) -> &Expr {
    match expr {
        Expr::Group(group) => without_groups(&group.expr),
        other => other,
    }
}

#[test]
fn an_expression_binds_as_one() {
    let Expr::Binary(product) = expression("($a:expr, $b:expr) => { $a * $b }", "1 + 2, 3 - 4") else { panic!() };
    assert!(matches!(product.op, syn::BinOp::Mul(_)));
    assert!(matches!(without_groups(&product.left), Expr::Binary(_)));
    let Expr::MethodCall(call) = expression("($a:expr) => { $a.f()?.g }", "-x").clone_call() else { panic!() };
    assert!(matches!(without_groups(&call.receiver), Expr::Unary(_)));
}

trait CloneCall {
    /// The call within `x.f()?.g`.
    fn clone_call(&self) -> Expr;
}

impl CloneCall for Expr {
    fn clone_call(&self) -> Expr {
        match self {
            Expr::Field(field) => field.base.clone_call(),
            Expr::Try(inner) => inner.expr.clone_call(),
            other => other.clone(),
        }
    }
}

#[test]
fn expressions_stand_in_all_places() {
    let def = "($e:expr) => { {
        $e; let x = $e; let y: [u8; $e] = [$e; $e]; f($e, &$e, *$e, !$e); x[$e]; x = $e; x += $e; let x = $e as u8;
        if $e {} while $e {} for _ in $e {} match $e { _ if $e => $e, _ => { $e } } S { a: $e, ..$e }; ($e, $e);
        return $e; break $e; || $e; async { f($e.await) }; f($e..$e, $e.., ..=$e); vec![$e]; format!(\"{}\", $e); let x = $e == $e;
        #[a = $e] fn g() {} const C: u8 = $e; Foo::<{ $e }>::f; let Some(x) = $e else { $e };
        $e
    } }";
    for e in [
        "a.b",
        "a + b",
        "-1",
        "f(1)",
        "a::b::<C>(d)",
        "if a { b } else { c }",
        "|x| x + 1",
        "S { a: 1 }",
        "&mut a",
        "return",
        "match a { _ => 1 }",
        "x as u8",
        "a..b",
        "vec![1]",
        "unsafe { 1 }",
        "a = b",
        "\"s\"",
        "x",
        "loop {}",
        "async move { 1 }",
        "a?",
        "<A as B>::C",
        "a[1]",
        "1..=2",
    ] {
        expression(def, e);
    }
}

#[test]
fn a_jump_takes_no_block_of_what_is_around_it() {
    let Expr::If(found) = expression("($e:expr) => { if $e { 1 } }", "return") else { panic!() };
    assert!(matches!(without_groups(&found.cond), Expr::Return(syn::ExprReturn { expr: None, .. })));
    assert!(matches!(expression("($e:expr) => { match $e { _ => $e } }", "{ 1 }"), Expr::Match(_)));
}

#[test]
fn types_stand_in_all_places() {
    let def = "($t:ty) => {
        impl $t {} impl A for $t {} impl<'a> B<$t> for &'a $t where $t: C {} type X = ($t, [$t; 1], fn($t) -> $t);
        struct S { pub a: $t, b: Vec<$t> } struct U(pub $t, $t); enum E { A($t), B { c: $t } }
        fn f(a: $t, b: &mut $t) -> Result<$t, $t> { let c: $t = 1 as $t << 2; <$t>::new(); <$t as A>::f::<$t>(); c }
        const C: Option<$t> = None; static D: &[$t] = &[]; trait T { type A: B<C = $t>; fn f() -> $t; }
    }";
    for t in [
        "u8",
        "Vec<u8>",
        "a::B<C>",
        "&'static str",
        "[u8; 2]",
        "(A, B)",
        "dyn A + B",
        "fn(A) -> B",
        "*const A",
        "!",
        "Box<dyn Fn(u8) -> u8 + 'static>",
        "<A as B>::C",
        "_",
        "[u8]",
        "m!(a)",
        "::a::B",
    ] {
        assert_eq!(items(def, t).len(), 11, "{t}");
    }
}

#[test]
fn paths_and_patterns_stand_in_all_places() {
    let def = "($p:path) => {
        use $p; #[$p] struct S; #[derive($p)] struct D; impl $p for X {} fn f<T: $p + A>(x: impl $p) where T: $p {
            $p; $p(1); $p { a: 1 }; $p!(1); $p! {} let x: $p; let $p(z) = 1; let $p { b, .. } = 1; <A as $p>::f();
            match x { $p => 1, $p(_) => 2 } let y: Vec<$p>; let y: &dyn $p;
        }
        $p! { z } pub(in $p) fn g() {}
    }";
    for p in ["a", "a::b::C", "::a::B", "crate::A", "self::a", "super::a"] {
        assert_eq!(items(def, p).len(), 7, "{p}");
    }
    let def = "($p:pat) => { match x { $p => 1, Some($p) if a => 2, (_, $p) => 3 } if let $p = x {} matches!(x, $p);
        for ($p) in x {} }";
    for p in [
        "A",
        "A | B",
        "x",
        "ref mut x",
        "S { a, .. }",
        "1..=2",
        "-1",
        "&x",
        "(a, b)",
        "[a, .., b]",
        "x @ A",
        "m!()",
        "a::B(c)",
        "<A as B>::C",
        "_",
        "| A | B",
    ] {
        statements(def, p);
    }
    statements("($p:pat_param) => { let $p = 1; let $p: u8 = 1; f(|$p| 1, |$p: u8, $p| 2); }", "S { a, .. }");
}

#[test]
fn types_may_be_extended_by_a_path() {
    let made = items("($t:ty) => { fn f() -> $t::X { $t::new() } type A = $t::B; }", "Foo");
    let [Item::Fn(function), Item::Type(alias)] = made.as_slice() else { panic!() };
    assert!(matches!(&*alias.ty, Type::Path(path) if path.path.segments.len() == 2));
    assert!(matches!(&function.block.stmts[..], [Stmt::Expr(Expr::Call(_), None)]));
}

#[test]
fn visibilities_stand_in_all_places() {
    let def = "($v:vis $n:ident) => {
        $v struct $n { $v a: u8 } $v struct T($v u8, $v (u8, u8)); $v fn f() {} $v enum E {} $v mod m {} $v use a::b;
        $v const C: u8 = 1; $v static S: u8 = 1; $v type A = u8; $v trait X {} impl $n { $v fn g() {} $v const D: u8 = 1; }
        $v unsafe extern \"C\" fn h() { $v fn inner() {} $v struct Inner; }
    }";
    for v in ["", "pub", "pub(crate)", "pub(in a::b)", "pub(self)"] {
        assert_eq!(items(def, &format!("{v} N")).len(), 12, "{v}");
    }
}

#[test]
fn other_fragments_stand_in_their_places() {
    assert_eq!(statements("($($s:stmt);* $(;)?) => { $($s;)* }", "let x = 1; f(x); x += 1;").len(), 3);
    assert_eq!(items("($(#[$m:meta])* $b:block) => { $(#[$m])* fn f() $b }", "#[a(b)] #[c = \"d\"] { 1 }").len(), 1);
    assert_eq!(items("($l:lifetime $x:literal) => { fn f(x: &$l u8) { match x { $x => {} } } }", "'a -1").len(), 1);
    assert_eq!(items("($v:expr) => { enum E { A = $v } #[doc = $v] #[path = $v] mod m; }", "\"a\"").len(), 2);
    assert_eq!(items("($v:expr) => { #[doc = $v] struct S; }", "concat!(\"a\", \"b\")").len(), 1);
}
