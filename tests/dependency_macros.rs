//! Macros by rules of dependencies: a small program and small crates where cargo would keep them. What a call becomes counts
//! as if it were written; a call that nobody can tell the meaning of keeps all that its words could mean.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "dependencies/program.rs"]
mod program;

use cargo_vestige::catalog::Catalog;
use cargo_vestige::discover::discover;
use cargo_vestige::parse::{Ahead, parse, parse_rest};
use cargo_vestige::pipeline::{Options, audit};
use program::program;

/// Two types of which each has a method of one name; `main` comes behind them, from line 3 on.
const TYPES: &str = "struct Tcp; impl Tcp { fn send(&self) {} fn close(&self) {} }
struct Udp; impl Udp { fn send(&self) {} }
";

/// What is found in a program, by line and word.
fn found(crates: &[(&str, &str)], main: &str) -> Vec<String> {
    let main = format!("{TYPES}{main}\n");
    let (_folder, request) = program(crates, &main);
    let (report, _) = audit(&Options { request, ..Options::default() }).unwrap();
    let shown = report.findings.iter().filter(|finding| finding.location.file.ends_with("main.rs")).map(|finding| {
        let at = &finding.location;
        let word = main.get(at.byte_start as usize..at.byte_end as usize).unwrap_or_default();
        format!("{} {}:{word}", finding.code, at.line)
    });
    shown.collect()
}

const SEND: &str = "#[macro_export] macro_rules! send { ($to:expr) => { $to.send() } }";
/// What is found where all calls are expanded.
const OTHERS: [&str; 2] = ["unreachable-item 1:close", "unreachable-item 2:send"];

#[test]
fn a_method_that_only_the_rules_name_is_that_of_the_type() {
    let calls = [
        "fn main() { let (tcp, _) = (Tcp, Udp); wire::send!(tcp); }",
        "fn main() { let (tcp, _) = (Tcp, Udp); ::wire::send!(tcp); }",
        "use wire::send; fn main() { let (tcp, _) = (Tcp, Udp); send!(tcp); }",
        "use wire::send as hand; fn main() { let (tcp, _) = (Tcp, Udp); hand!(tcp); }",
        "use wire::*; fn main() { let (tcp, _) = (Tcp, Udp); send!(tcp); }",
        "use wire as w; fn main() { let (tcp, _) = (Tcp, Udp); w::send!(tcp); }",
        "#[macro_use] extern crate wire; fn main() { let (tcp, _) = (Tcp, Udp); send!(tcp); }",
        "macro_rules! go { ($t:expr) => { wire::send!($t) } } fn main() { let (tcp, _) = (Tcp, Udp); go!(tcp); }",
    ];
    for call in calls {
        assert_eq!(found(&[("wire", SEND)], call), OTHERS, "{call}");
    }
}

#[test]
fn items_under_a_word_of_the_call_are_found_at_that_word() {
    let shapes = "#[macro_export] macro_rules! shape { ($name:ident) => {
            pub struct $name;
            impl $name { pub fn area(&self) -> u32 { 1 } }
        } }";
    let main = "shapes::shape!(Square);
shapes::shape!(Circle);
fn main() { Square.area(); Tcp.send(); Tcp.close(); Udp.send(); }";
    assert_eq!(found(&[("shapes", shapes)], main), ["unreachable-item 4:Circle"]);
}

#[test]
fn rules_that_call_others_of_their_crate() {
    let by_crate = "#[doc(hidden)] #[macro_export] macro_rules! __inner { ($to:expr) => { $to.send() } }
        #[macro_export] macro_rules! send { ($to:expr) => { $crate::__inner!($to) } }";
    let local = "#[doc(hidden)] #[macro_export] macro_rules! __inner { ($to:expr) => { $to.send() } }
        #[macro_export(local_inner_macros)] macro_rules! send { ($to:expr) => { __inner!($to) } }";
    for wire in [by_crate, local] {
        let main = "use wire::send; fn main() { let (tcp, _) = (Tcp, Udp); send!(tcp); }";
        assert_eq!(found(&[("wire", wire)], main), OTHERS, "{wire}");
    }
}

#[test]
fn locals_of_the_rules_are_none_of_the_caller() {
    let wire = "#[macro_export] macro_rules! send { ($to:expr) => {{ let to = 1_u32; let _ = to; $to.send() }} }";
    let main = "fn main() { let (to, _) = (Tcp, Udp); wire::send!(to); }";
    assert_eq!(found(&[("wire", wire)], main), OTHERS);
}

#[test]
fn a_macro_that_another_crate_hands_on() {
    let back = "pub fn same<T>(it: T) -> T { it }
        #[macro_export] macro_rules! send { ($to:expr) => { $crate::same($to).send() } }";
    let fronts = [
        ("pub use far_back::send;", "front::send!(tcp)"),
        ("pub use far_back::*;", "front::send!(tcp)"),
        ("pub use far_back::send as hand;", "front::hand!(tcp)"),
        ("pub use far_back as back;", "front::back::send!(tcp)"),
        ("pub extern crate far_back as back;", "front::back::send!(tcp)"),
        (
            "#[macro_export] macro_rules! hand { ($t:expr) => { $crate::__inner::send!($t) } }
            pub mod __inner { pub use far_back::send; }",
            "front::hand!(tcp)",
        ),
    ];
    for (front, call) in fronts {
        let main = format!("fn main() {{ let (tcp, _) = (Tcp, Udp); {call}; }}");
        assert_eq!(found(&[("far_back", back), ("front", front)], &main), OTHERS, "{front}");
    }
}

#[test]
fn what_is_not_on_the_machine_stays_words() {
    let main = "fn main() { let (tcp, _) = (Tcp, Udp); absent::call!(tcp, send, close); }";
    assert_eq!(found(&[("absent", "")], main), Vec::<String>::new());
}

#[test]
fn a_call_that_no_rule_is_for_stays_words() {
    let main = "fn main() { let (tcp, _) = (Tcp, Udp); wire::send!(tcp => send, close); }";
    assert_eq!(found(&[("wire", SEND)], main), Vec::<String>::new());
}

#[test]
fn a_call_that_no_rule_is_for_may_call_what_the_rules_name() {
    let main = "fn main() { let (to, _) = (absent::of(Tcp), Udp); wire::send!(to => now); }";
    assert_eq!(found(&[("wire", SEND), ("absent", "")], main), ["unreachable-item 1:close"]);
}

#[test]
fn a_name_of_two_crates_is_none_of_them() {
    let other = "#[macro_export] macro_rules! send { ($to:expr) => { $to.close() } }";
    let main = "use wire::*; use other::*; fn main() { let (tcp, _) = (Tcp, Udp); send!(tcp.send().close()); }";
    assert_eq!(found(&[("wire", SEND), ("other", other)], main), Vec::<String>::new());
}

#[test]
fn alternatives_under_conditions_all_count() {
    let wire = "#[cfg(feature = \"a\")] #[macro_export] macro_rules! send { ($to:expr) => { $to.send() } }
        #[cfg(not(feature = \"a\"))] #[macro_export] macro_rules! send { ($to:expr) => { $to.close() } }
        #[cfg(doc)] #[macro_export] macro_rules! send { ($($all:tt)*) => { unimplemented!() } }";
    let main = "fn main() { let (tcp, _) = (Tcp, Udp); wire::send!(tcp); }";
    assert_eq!(found(&[("wire", wire)], main), ["unreachable-item 2:send"]);
}

#[test]
fn a_macro_of_the_workspace_goes_first() {
    let main = "#[macro_use] extern crate wire;
macro_rules! send { ($to:expr) => { $to.close() } }
fn main() { let (tcp, _) = (Tcp, Udp); send!(tcp); }";
    assert_eq!(found(&[("wire", SEND)], main), ["unreachable-item 1:send", "unreachable-item 2:send"]);
}

#[test]
fn what_is_known_as_data_is_not_expanded() {
    // `hashmap!` only takes values, whoever defines it.
    let wire = "#[macro_export] macro_rules! hashmap { ($to:expr) => { $to.close() } }";
    let main = "fn main() { let (tcp, _) = (Tcp, Udp); wire::hashmap!(tcp.send()); }";
    let found = found(&[("wire", wire)], main);
    assert!(found.contains(&"unreachable-item 1:close".to_owned()), "{found:?}");
}

#[test]
fn what_rules_use_that_is_deprecated_is_for_their_crate_to_mend() {
    let wire = "#[deprecated] pub fn old() {}
        #[macro_export] macro_rules! send { ($to:expr) => {{ $crate::old(); $to.send() }} }";
    let main = "fn main() { let (tcp, _) = (Tcp, Udp); wire::send!(tcp); }";
    assert_eq!(found(&[("wire", wire)], main), OTHERS);
    let named = "fn main() { let (tcp, _) = (Tcp, Udp); tcp.send(); wire::old(); }";
    assert!(found(&[("wire", wire)], named).iter().any(|it| it.starts_with("deprecated-dependency-api")));
}

#[test]
fn what_was_read_ahead_is_not_all_that_a_file_says_which_calls_one() {
    // Both define macros, and are read ahead for that; they call none that they define.
    let far = "macro_rules! kept { () => {} } fn main() { wire::send!(Tcp); }";
    let none = "macro_rules! kept { () => {} } fn main() { println!(\"{}\", 1); }";
    let catalog = Catalog::load().unwrap();
    for main in [far, none] {
        let (_folder, request) = program(&[("wire", SEND)], &format!("{TYPES}{main}\n"));
        let workspace = discover(&request).unwrap();
        let ahead = Ahead::read(&workspace.root, &catalog, &|| false);
        let rest = parse_rest(&workspace, &catalog, &ahead);
        assert_eq!(format!("{rest:#?}"), format!("{:#?}", parse(&workspace, &catalog)), "{main}");
    }
}

#[test]
fn two_macros_of_one_name_in_a_file_are_not_told_apart() {
    let own_hides = "use wire::send;
fn main() { { macro_rules! send { ($t:expr) => { $t.close() } } send!(Tcp); } send!(Udp); }
mod m { macro_rules! send { ($t:expr) => { $t.close() } } pub fn go() { send!(crate::Tcp); } }
const _: fn() = m::go;";
    let by_scope = "mod a { pub fn go() { use wire::send; send!(super::Udp); } }
mod b { pub fn go() { use wire::other as send; send!(super::Tcp); } }
fn main() { a::go(); b::go(); Tcp.send(); }";
    let wire = format!("{SEND}\n#[macro_export] macro_rules! other {{ ($to:expr) => {{ $to.close() }} }}");
    for main in [own_hides, by_scope] {
        let wrong = found(&[("wire", &wire)], main);
        let wrong: Vec<_> = wrong.iter().filter(|it| *it != "unreachable-item 1:send").collect();
        assert!(wrong.is_empty(), "{wrong:?} of {main}");
    }
}

#[test]
fn a_macro_that_nobody_can_read_may_call_what_it_is_given() {
    let calls = [
        "fn main() { wire::send!(Tcp); wire::send!(Udp); }",
        "fn main() { let (tcp, udp) = (Tcp, &Udp); wire::send!(tcp, udp); }",
        "use wire::send; impl Tcp { fn all(&self) { send!(self, Udp); } } fn main() { Tcp.all(); }",
    ];
    for call in calls {
        assert_eq!(found(&[("wire", "")], call), Vec::<String>::new(), "{call}");
    }
}
