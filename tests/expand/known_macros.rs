//! Macros as they are written out there.

use crate::{becomes, call_to_the_end, expression, items, shown, statements};
use cargo_vestige::extract::expand::Unexpanded;
use syn::{Expr, Item};

#[test]
fn vec() {
    let def = "() => { $crate::vec::Vec::new() };
        ($elem:expr; $n:expr) => { $crate::vec::from_elem($elem, $n) };
        ($($x:expr),+ $(,)?) => { <[_]>::into_vec($crate::boxed::box_new([$($x),+])) };";
    becomes(def, "", "::own::vec::Vec::new()");
    becomes(def, "0u8; n + 1", "::own::vec::from_elem(0u8, n + 1)");
    becomes(def, "a, b(c),", "<[_]>::into_vec(::own::boxed::box_new([a, b(c)]))");
    assert!(matches!(expression(def, "1, 2"), Expr::Call(_)));
}

#[test]
fn assert_macro() {
    let def = "($cond:expr $(,)?) => { if !$cond { $crate::panic!(stringify!($cond)) } };
        ($cond:expr, $($arg:tt)+) => { if !$cond { $crate::panic!($($arg)+) } };";
    becomes(def, "a == b", "if !a == b { ::own::panic!(stringify!(a == b)) }");
    becomes(def, "a, \"{}\", b", "if !a { ::own::panic!(\"{}\", b) }");
    let Expr::If(check) = expression(def, "a == b,") else { panic!() };
    assert!(matches!(*check.cond, Expr::Unary(_)));
}

#[test]
fn assert_eq_macro() {
    let def = "($left:expr, $right:expr $(,)?) => { match (&$left, &$right) { (left_val, right_val) => {
            if !(*left_val == *right_val) { let kind = $crate::Kind::Eq; fail(kind, &*left_val, &*right_val); } } } };
        ($left:expr, $right:expr, $($arg:tt)+) => { 2 };";
    assert!(matches!(expression(def, "a, b"), Expr::Match(_)));
    becomes(def, "a, b, \"{kind}\"", "2");
}

#[test]
fn matches() {
    let def = "($expression:expr, $pattern:pat $(if $guard:expr)? $(,)?) => {
        match $expression { $pattern $(if $guard)? => true, _ => false } };";
    becomes(def, "x, A | B(_)", "match x { A | B(_) => true, _ => false }");
    becomes(def, "f(x), Some(y) if y > 1,", "match f(x) { Some(y) if y > 1 => true, _ => false }");
    let Expr::Match(found) = expression(def, "x, 'a'..='z' | '_' if y") else { panic!() };
    assert!(matches!(found.arms[0].pat, syn::Pat::Guard(_)));
}

#[test]
fn hashmap() {
    let def = "(@single $($x:tt)*) => { () };
        (@count $($rest:expr),*) => { <[()]>::len(&[$(hashmap!(@single $rest)),*]) };
        ($($key:expr => $value:expr,)+) => { hashmap!($($key => $value),+) };
        ($($key:expr => $value:expr),*) => { { let _cap = hashmap!(@count $($key),*);
            let mut _map = ::std::collections::HashMap::with_capacity(_cap);
            $(let _ = _map.insert($key, $value);)* _map } };";
    becomes(def, "1 + 1 => a, b => 2,", "hashmap!(1 + 1 => a, b => 2)");
    assert!(matches!(expression(def, "\"a\" => 1, \"b\" => 2"), Expr::Block(block) if block.block.stmts.len() == 5));
    becomes(def, "@count a, b", "<[()]>::len(&[hashmap!(@single a), hashmap!(@single b)])");
}

#[test]
fn bitflags() {
    let def = "($(#[$outer:meta])* $vis:vis struct $BitFlags:ident: $T:ty {
            $($(#[$inner:ident $($args:tt)*])* const $Flag:tt = $value:expr;)* } $($t:tt)*) => {
        $(#[$outer])* $vis struct $BitFlags { bits: $T }
        impl $BitFlags { $($(#[$inner $($args)*])* pub const $Flag: Self = Self { bits: $value };)* }
        bitflags! { $($t)* } };
        () => {};";
    let made = items(def, "/// Flags.\n#[derive(Clone)] pub(crate) struct Flags: u32 { const A = 1 << 0; #[cfg(b)] const B = Self::A.bits | 2; }
        struct More: u8 { const C = 1; }");
    let [Item::Struct(flags), Item::Impl(values), Item::Macro(rest)] = made.as_slice() else { panic!() };
    assert_eq!((flags.attrs.len(), values.items.len(), rest.mac.tokens.is_empty()), (2, 2, false));
    becomes(def, "", "");
}

#[test]
fn lazy_static() {
    let def = "(@MAKE $(#[$attr:meta])*, ($($vis:tt)*), $N:ident) => { $(#[$attr])* $($vis)* struct $N { p: () } };
        ($(#[$attr:meta])* ($($vis:tt)*) static ref $N:ident : $T:ty = $e:expr; $($t:tt)*) => {
            again!(@MAKE $(#[$attr])*, ($($vis)*), $N) };
        ($(#[$attr:meta])* static ref $N:ident : $T:ty = $e:expr; $($t:tt)*) => {
            again!($(#[$attr])* () static ref $N : $T = $e; $($t)*) };
        ($(#[$attr:meta])* pub static ref $N:ident : $T:ty = $e:expr; $($t:tt)*) => {
            again!($(#[$attr])* (pub) static ref $N : $T = $e; $($t)*) };
        ($(#[$attr:meta])* pub ($($vis:tt)+) static ref $N:ident : $T:ty = $e:expr; $($t:tt)*) => {
            again!($(#[$attr])* (pub ($($vis)+)) static ref $N : $T = $e; $($t)*) };
        () => ();";
    for (input, expected) in [
        ("static ref A: HashMap<u8, u8> = HashMap::new();", "struct A { p : ( ) }"),
        ("#[a] pub static ref B: u8 = 1 + 2; static ref C: u8 = 3;", "# [ a ] pub struct B { p : ( ) }"),
        ("pub(crate) static ref D: &'static str = \"x\";", "pub ( crate ) struct D { p : ( ) }"),
    ] {
        assert_eq!(call_to_the_end(def, input).map(|it| shown(it, false)), Ok(expected.into()));
    }
}

#[test]
fn thread_local() {
    let def = "() => {};
        ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = const { $init:expr }; $($rest:tt)*) => (
            $crate::inner!($(#[$attr])* $vis $name, $t, const $init); $crate::thread_local!($($rest)*); );
        ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = $init:expr; $($rest:tt)*) => (
            $crate::inner!($(#[$attr])* $vis $name, $t, $init); $crate::thread_local!($($rest)*); );
        ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = $init:expr) => (
            $crate::inner!($(#[$attr])* $vis $name, $t, $init); );";
    becomes(
        def,
        "pub static A: Cell<u8> = Cell::new(1); static B: u8 = 2",
        "::own::inner!(pub A, Cell<u8>, Cell::new(1)); ::own::thread_local!(static B: u8 = 2);",
    );
    becomes(def, "static B: u8 = 2", "::own::inner!(B, u8, 2);");
    becomes(def, "static C: u8 = const { 2 };", "::own::inner!(C, u8, const 2); ::own::thread_local!();");
}

#[test]
fn a_rule_for_one_kind_of_expression_before_a_general_one() {
    // As in rustc, `const` does not begin an expression before 2024, so the order of the rules does not matter.
    let def = "(const $b:block) => { 1 }; ($e:expr) => { 2 };";
    becomes(def, "const { 1 }", "1");
    let def = "($e:expr) => { 2 }; (const $b:block) => { 1 };";
    becomes(def, "const { 1 }", "1");
}

#[test]
fn counting_tokens() {
    let def = "(@one $_t:tt) => { () }; ($($t:tt)*) => { <[()]>::len(&[$(count!(@one $t)),*]) };";
    becomes(def, "a (b c) =>", "<[()]>::len(&[count!(@one a), count!(@one (b c)), count!(@one =>)])");
    let def = "() => { 0usize }; ($head:tt $($tail:tt)*) => { 1usize + count!($($tail)*) };";
    becomes(def, "a 'b c", "1usize + count!('b c)");
    becomes(def, "", "0usize");
}

#[test]
fn munching_tokens() {
    let def = "(@ [$($done:tt)*]) => { [$($done)*] };
        (@ [$($done:tt)*] , $($rest:tt)*) => { again!(@ [$($done)* ;] $($rest)*) };
        (@ [$($done:tt)*] $next:tt $($rest:tt)*) => { again!(@ [$($done)* $next] $($rest)*) };
        ($($all:tt)*) => { again!(@ [] $($all)*) };";
    assert_eq!(
        call_to_the_end(def, "a, b => (c, d), 'e").map(|it| shown(it, false)),
        Ok("[ a ; b = > ( c , d ) ; ' e ]".into())
    );
}

#[test]
fn callbacks() {
    let def = "($callback:ident ! { $($args:tt)* } with $($x:expr),*) => { $callback! { $($args)* [$($x),*] } };
        ($callback:path) => { $callback! { a b } };";
    becomes(def, "m!{ 1, 2 } with a + b, c", "m! { 1, 2 [a + b, c] }");
    becomes(def, "crate::m", "crate::m! { a b }");
    assert_eq!(statements(def, "crate::m").len(), 1);
}

#[test]
fn json() {
    let def = "(@array [$($elems:expr,)*]) => { vec![$($elems,)*] };
        (@array [$($elems:expr,)*] null $($rest:tt)*) => { again!(@array [$($elems,)* Null] $($rest)*) };
        (@array [$($elems:expr,)*] $next:expr, $($rest:tt)*) => { again!(@array [$($elems,)* to($next),] $($rest)*) };
        (@array [$($elems:expr,)*] $last:expr) => { again!(@array [$($elems,)* to($last),]) };
        ([$($tt:tt)*]) => { again!(@array [] $($tt)*) };
        ($other:expr) => { to(&$other) };";
    assert_eq!(
        call_to_the_end(def, "[1 + 1, a]").map(|it| shown(it, false)),
        Ok("vec ! [ to ( 1 + 1 ) , to ( a ) , ]".into())
    );
    becomes(def, "a.b", "to(&a.b)");
}

#[test]
fn items_with_attributes_and_visibility() {
    let def = "($(#[$meta:meta])* $vis:vis struct $name:ident $(<$($g:ident $(: $b:path)?),* $(,)?>)? {
            $($(#[$fmeta:meta])* $fvis:vis $field:ident : $ty:ty $(= $default:expr)?),* $(,)? }) => {
        $(#[$meta])* $vis struct $name $(<$($g $(: $b)?),*>)? { $($(#[$fmeta])* $fvis $field: $ty),* }
        impl $(<$($g $(: $b)?),*>)? $name $(<$($g),*>)? { $($fvis fn $field(&self) -> &$ty { &self.$field })* } };";
    let made = items(def, "#[derive(Debug)] pub struct S<T: Clone, U> { pub a: Vec<T> = vec![], /// b\n b: U, }");
    let [Item::Struct(made), Item::Impl(methods)] = made.as_slice() else { panic!() };
    assert_eq!((made.generics.params.len(), made.fields.len(), methods.items.len()), (2, 2, 2));
    assert_eq!(items(def, "struct S {}").len(), 2);
}

#[test]
fn implementations_for_many_types() {
    let def = "($($t:ty),+ => $tr:path) => { $(impl $tr for $t { fn f(&self) -> $t { *self } })+ };";
    assert_eq!(items(def, "u8, &'static str, [u8; 4] => a::Trait<u8>").len(), 3);
}

#[test]
fn enums_with_strings() {
    let def = "($name:ident { $($variant:ident = $text:literal),+ $(,)? }) => { enum $name { $($variant),+ }
        impl $name { fn text(&self) -> &'static str { match self { $(Self::$variant => $text),+ } } } };";
    assert_eq!(items(def, "E { A = \"a\", B = \"b\", }").len(), 2);
}

#[test]
fn a_select_like_macro() {
    let def = "($($p:pat = $f:expr => $h:expr),+ $(,)?) => { $(if let $p = $f.await { $h })+ };";
    assert_eq!(statements(def, "Some(x) = rx.recv() => f(x), _ = sleep(1) => { y }").len(), 2);
}

#[test]
fn calls_that_no_rule_is_for() {
    let def = "($a:ident = $b:expr) => {}; (@x) => {};";
    for input in ["", "a", "a =", "a = b c", "@y", "1 = 2", "(a = b)"] {
        let tokens = crate::call(def, input).map(|it| it.to_string());
        assert_eq!(tokens, Err(Unexpanded::NoRule), "{input}");
    }
}
