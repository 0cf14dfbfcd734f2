//! Crates of which several versions are locked: what a dependency hands on of another crate is of the version that it means.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "dependencies/program.rs"]
mod program;

use cargo_vestige::pipeline::{Options, audit};
use program::{program, write};
use std::collections::BTreeSet;

/// `wire` deprecates a function, and `old` hands on `wire`.
const CRATES: [(&str, &str); 2] = [
    ("wire", "#[deprecated] pub fn dial() {}\npub mod prelude { #[deprecated] pub fn hang_up() {} }"),
    ("old", "pub use wire;\npub use wire::dial as call;\npub mod all { pub use wire::prelude::*; }"),
];
const MAIN: &str = "fn main() { own(); through(); by_name(); by_glob() }
fn own() { wire::dial() }
fn through() { old::wire::dial() }
fn by_name() { old::call() }
fn by_glob() { old::all::hang_up() }
";

/// The lines of a program with uses of what is deprecated, where `old` means this version of `wire`.
fn deprecated_where_old_means(version: &str) -> Vec<u32> {
    let (folder, request) = program(&CRATES, MAIN);
    let row = |name: &str, version: &str, rest: &str| {
        format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n{rest}\n")
    };
    let source = "source = \"registry+https://github.com/rust-lang/crates.io-index\"\n";
    let rows = [
        row("app", "1.0.0", "dependencies = [\"old\", \"wire 1.0.0\"]"),
        row("old", "1.0.0", &format!("{source}dependencies = [\"wire {version}\"]")),
        row("wire", "1.0.0", source),
        row("wire", "0.9.0", source),
    ];
    write(&folder.path().join("app/Cargo.lock"), &format!("version = 4\n{}", rows.concat()));
    let (report, _) = audit(&Options { request, ..Options::default() }).unwrap();
    let of_rule = report.findings.iter().filter(|finding| finding.code == "deprecated-dependency-api");
    of_rule.map(|finding| finding.location.line).collect()
}

#[test]
fn what_is_handed_on_is_of_the_version_that_the_dependency_means() {
    assert_eq!(deprecated_where_old_means("1.0.0"), [2, 3, 4, 5]);
    assert_eq!(deprecated_where_old_means("0.9.0"), [2]);
}

#[test]
fn what_is_deprecated_goes_by_the_name_that_the_code_writes() {
    let wire = "mod call { #[deprecated] pub fn dial() {}\n#[deprecated] pub fn hang_up() {} }\npub use call::{dial, hang_up};";
    let main = "use wire::hang_up;\nfn main() { own(); by_import() }\nfn own() { wire::dial() }\nfn by_import() { hang_up() }\n";
    let (_folder, request) = program(&[("wire", wire)], main);
    let (report, _) = audit(&Options { request, ..Options::default() }).unwrap();
    let of_rule = report.findings.iter().filter(|finding| finding.code == "deprecated-dependency-api");
    let messages: BTreeSet<&str> = of_rule.map(|finding| finding.message.as_str()).collect();
    assert_eq!(Vec::from_iter(messages), ["`wire::dial` is deprecated", "`wire::hang_up` is deprecated"]);
}
