//! What one side has read is not read again for the other, and nobody can tell.

use crate::{Package, counts, paths};
use cargo_vestige::catalog::Catalog;
use cargo_vestige::discover::{Request, Workspace, discover};
use cargo_vestige::parse::{self, Ahead, Sources};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

const MACROS: &str = "macro_rules! made { () => { one() } }
macro_rules! around { () => { made!() } }
macro_rules! call { ($name:ident) => { $name!() } }
macro_rules! kept { ($e:expr) => { $e } }
";

const FILES: [(&str, &str); 8] = [
    (
        "src/lib.rs",
        "#[macro_use]\nmod macros;\nmod caller;\nmod far;\nmod handed;\nmod plain;\nmod words;
#[doc = include_str!(\"../NOTES.md\")]\npub struct Noted;\n",
    ),
    ("src/macros.rs", MACROS),
    ("src/caller.rs", "pub fn caller() -> u32 { made!() }\n"),
    ("src/far.rs", "pub fn far() -> u32 { around!() }\n"),
    ("src/handed.rs", "pub fn handed() -> u32 { call!(made) }\n"),
    ("src/plain.rs", "pub fn plain() -> u32 { kept!(one()) }\npub fn one() -> u32 { 1 }\n"),
    ("src/words.rs", "pub fn words(tool: u32) -> u32 { tool }\n"),
    ("NOTES.md", "```\napp::Noted;\n```\n"),
];

/// The package with these files instead.
fn state(files: &[(&str, &str)]) -> (Package, Workspace) {
    let package = Package::new(&FILES);
    files.iter().for_each(|(path, text)| package.write(path, text));
    let manifest = package.root().join("Cargo.toml");
    let request = Request { manifest, without_dependencies: true, ..Request::default() };
    let workspace = discover(&request).expect("a workspace");
    (package, workspace)
}

/// The files of which both states have the same facts; what is borrowed must be what reading gives.
fn shared(before: &[(&str, &str)]) -> BTreeSet<String> {
    let catalog = Catalog::load().expect("the catalogue");
    let (_now, now) = state(&[]);
    let (_before, before) = state(before);
    let lent = RefCell::new(None);
    let now = parse::parse_lending(&now, &catalog, &Ahead::default(), &|it| drop(lent.replace(Some(it))));
    let lent = lent.into_inner().expect("something is lent");
    let (alone, borrowing) = (parse::parse(&before, &catalog), parse::parse_borrowing(&before, &catalog, &lent));
    assert_eq!(format!("{borrowing:#?}"), format!("{alone:#?}"));
    let same = |sources: &Sources, shown: &str| {
        sources.files.iter().find(|file| file.shown == shown).map(|file| Arc::as_ptr(&file.facts))
    };
    let files = borrowing.files.iter().map(|file| file.shown.clone());
    files.filter(|shown| same(&now, shown) == same(&borrowing, shown)).collect()
}

/// All files but these.
fn without(missing: &[&str]) -> BTreeSet<String> {
    FILES.iter().map(|(path, _)| *path).filter(|path| !missing.contains(path)).map(str::to_owned).collect()
}

#[test]
fn nobody_can_tell_what_was_read_ahead() {
    let catalog = Catalog::load().expect("the catalogue");
    let renamed = ("src/far.rs", "use crate::made as other;\npub fn far() -> u32 { other!() }\n");
    for files in [vec![], vec![renamed]] {
        let (_package, workspace) = state(&files);
        let ahead = Ahead::read(&workspace.root, &catalog, &|| false);
        let rest = parse::parse_rest(&workspace, &catalog, &ahead);
        assert_eq!(format!("{rest:#?}"), format!("{:#?}", parse::parse(&workspace, &catalog)));
    }
}

#[test]
fn a_file_that_is_as_it_was_is_read_once() {
    assert_eq!(shared(&[]), without(&[]));
    let before = [("src/plain.rs", "pub fn plain() -> u32 { kept!(2) }\n")];
    assert_eq!(shared(&before), without(&["src/plain.rs"]));
}

#[test]
fn a_file_is_read_again_where_a_macro_that_it_may_call_differs() {
    let macros = MACROS.replace("one()", "two()");
    let again = ["src/macros.rs", "src/caller.rs", "src/far.rs", "src/handed.rs"];
    assert_eq!(shared(&[("src/macros.rs", &macros)]), without(&again));
}

#[test]
fn a_macro_that_only_moves_in_its_file_is_the_same() {
    let macros = format!("// Moved.\n{MACROS}");
    assert_eq!(shared(&[("src/macros.rs", &macros)]), without(&["src/macros.rs"]));
}

#[test]
fn a_file_that_names_a_crate_of_one_state_only_is_read_again() {
    assert_eq!(shared(&[("tests/tool.rs", "fn main() {}\n")]), without(&["src/words.rs"]));
}

#[test]
fn another_package_around_a_file_is_another_state() {
    let manifest =
        "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\nmembers = [\"inner\"]\n";
    let inner = "[package]\nname = \"inner\"\nversion = \"0.1.0\"\nedition = \"2024\"\n";
    let before = [
        ("Cargo.toml", manifest),
        ("inner/Cargo.toml", inner),
        ("inner/src/lib.rs", "macro_rules! kept { ($e:expr) => { $e + 1 } }\npub fn inner() -> u32 { kept!(1) }\n"),
    ];
    // `kept` of another package is not in sight, but that a word may mean something else is enough to read it again.
    assert_eq!(shared(&before), without(&["src/macros.rs", "src/plain.rs"]));
}

#[test]
fn what_does_not_parse_is_told_on_both_sides() {
    let package = Package::new(&[("src/main.rs", "mod broken;\nfn main() {}\n"), ("src/broken.rs", "fn (\n")]);
    package.write("src/main.rs", "mod broken;\nfn fresh() {}\nfn main() {}\n");
    let ran = package.gate("main");
    let report = ran.report(1);
    let notes: Vec<&str> =
        report["workspace"]["notes"].as_array().expect("notes").iter().filter_map(|note| note.as_str()).collect();
    let told = |start: &str| notes.iter().filter(|note| note.starts_with(start)).count();
    assert_eq!((told("src/broken.rs:"), told("in the base: src/broken.rs:")), (1, 1), "{notes:?}");
}

#[test]
fn a_change_of_a_macro_counts_where_it_is_called() {
    let macros = "macro_rules! start { () => { $crate::work::one() }; }\n";
    let work = "pub fn run() { start!() }\npub fn one() {}\npub fn two() {}\n";
    let main = "#[macro_use]\nmod macros;\nmod work;\nfn main() { work::run(); }\n";
    let package = Package::new(&[("src/main.rs", main), ("src/macros.rs", macros), ("src/work.rs", work)]);
    package.write("src/macros.rs", &macros.replace("one", "two"));
    let report = package.gate("main").report(1);
    assert_eq!((paths(&report), counts(&report)), (vec!["app::work::one"], [1, 1, 0]));
}
