//! What a change brings, and that moving code around brings nothing.

use crate::{MANIFEST, Package, changes, counts, paths};

const OLD: &str = "fn old() {}\n\nfn main() {}\n";

#[test]
fn only_what_the_change_brings_is_reported_and_fails() {
    let package = Package::new(&[("src/main.rs", OLD)]);
    let base = package.git(&["rev-parse", "HEAD"]);
    package.write("src/main.rs", &format!("fn fresh() {{}}\n\n{OLD}"));
    let report = package.gate("main").report(1);
    assert_eq!(paths(&report), ["app::fresh"]);
    assert_eq!(counts(&report), [1, 0, 1]);
    assert_eq!(changes(&report), ["this change adds `app::fresh`, which nothing uses"]);
    assert_eq!(report["gate"]["compared_with"], base.as_str());
    assert_eq!(report["summary"]["findings"], 1);
    assert_eq!(report["findings"][0]["notes"][0], "this change adds `app::fresh`, which nothing uses");
    // What is fixed is told by name.
    package.write("src/main.rs", "fn main() {}\n");
    let report = package.gate("main").report(0);
    assert_eq!((paths(&report).len(), counts(&report)), (0, [0, 1, 0]));
    assert_eq!(report["gate"]["comparison"]["gone"][0]["path"], "app::old");
}

#[test]
fn all_forms_show_the_new_finding_and_no_other() {
    let package = Package::new(&[("src/main.rs", OLD)]);
    package.write("src/main.rs", &format!("fn fresh() {{}}\n\n{OLD}"));
    for format in ["text", "sarif", "gitlab", "markdown", "junit", "cargo", "github"] {
        let ran = package.run(&["gate", "--base", "main", "--format", format, "--color", "never"]);
        assert_eq!(ran.status, 1, "{format}: {}", ran.err);
        assert!(ran.out.contains("fresh") && !ran.out.contains("function `old`"), "{format}: {}", ran.out);
    }
    let ran = package.run(&["gate", "--base", "main", "--exit-zero", "--format", "json", "--quiet"]);
    let report = ran.report(0);
    assert_eq!((&report["gate"]["status"], &report["gate"]["enforced"]), (&"fail".into(), &false.into()));
    package.run(&["gate", "--base", "main", "--fail-on", "deny", "--format", "json", "--quiet"]).report(0);
}

#[test]
fn the_last_caller_is_named() {
    let ws = "pub fn upgrade() {}\n";
    let package =
        Package::new(&[("src/main.rs", "mod ws;\nmod app;\nfn main() { app::router(); }\n"), ("src/ws.rs", ws)]);
    package.write("src/app.rs", "use crate::ws::upgrade;\npub fn router() { upgrade(); }\n");
    package.commit();
    package.write("src/app.rs", "pub fn router() {}\n");
    let report = package.gate("main").report(1);
    assert!(paths(&report).contains(&"app::ws::upgrade"), "{report}");
    let said = "this change removed the last caller of `ws::upgrade`: `app::router` no longer refers to it";
    assert_eq!(changes(&report), [said]);
    // The caller itself goes.
    package.write("src/main.rs", "mod ws;\nfn main() {}\n");
    package.remove("src/app.rs");
    let report = package.gate("main").report(1);
    assert!(
        changes(&report).iter().any(|said| said.ends_with("`app::router`, which referred to it, is gone")),
        "{report}"
    );
}

#[test]
fn what_is_left_without_use_is_told_by_its_head() {
    let text = |call: &str| format!("fn first() {{ second(); }}\nfn second() {{}}\nfn main() {{ {call} }}\n");
    let package = Package::new(&[("src/main.rs", &text("first();"))]);
    package.write("src/main.rs", &text(""));
    let report = package.gate("main").report(1);
    assert_eq!(paths(&report), ["app::first", "app::second"]);
    assert_eq!(
        changes(&report),
        ["this change removed the last caller of `app::first`: `app::main` no longer refers to it"]
    );
    let second = report["findings"][1]["notes"][0].as_str().unwrap();
    assert!(second.contains("`app::first`, which refers to it, has lost its own"), "{second}");
}

#[test]
fn deprecating_and_using_what_is_deprecated_are_told_apart() {
    let text = |said: &str, body: &str| {
        format!("{said}fn dial() {{}}\nfn other() {{ dial(); }}\nfn main() {{ other(); {body} }}\n")
    };
    let package = Package::new(&[("src/main.rs", &text("", ""))]);
    package.write("src/main.rs", &text("#[deprecated]\n", ""));
    let report = package.gate("main").report(1);
    assert_eq!(changes(&report), ["this change deprecates `app::dial`, which 1 place still uses"]);
    package.commit();
    package.write("src/main.rs", &text("#[deprecated]\n", "dial();"));
    let report = package.gate("HEAD").report(0);
    assert_eq!(changes(&report), ["this change adds 1 more use of `app::dial`, which is deprecated"]);
}

#[test]
fn a_copy_is_called_one() {
    let body = "(a: u32, b: u32) -> u32 {\n    let sum = a.wrapping_add(b).rotate_left(3);\n    sum.wrapping_mul(31) ^ a.leading_zeros()\n}\n";
    let main = format!("fn mix{body}\nfn main() {{ println!(\"{{}}\", mix(1, 2)); }}\n");
    let package = Package::new(&[("src/main.rs", &main)]);
    package.write("src/main.rs", &format!("fn blend{body}\n{main}"));
    let report = package.gate("main").report(1);
    let said = changes(&report);
    assert!(said.contains(&"this change copies `app::mix` to `app::blend`, which nothing uses"), "{said:?}");
}

#[test]
fn features_and_files_have_sentences_of_their_own() {
    let package = Package::new(&[
        ("src/main.rs", "mod wire;\nfn main() {}\n"),
        ("src/wire.rs", "#[cfg(feature = \"x\")]\nconst _: () = ();\n"),
    ]);
    package.write("Cargo.toml", &format!("{}\n[features]\nx = []\n", crate::MANIFEST));
    package.commit();
    package.write("src/main.rs", "fn main() {}\n");
    let report = package.gate("main").report(1);
    let said = changes(&report);
    assert!(said.contains(&"this change removed the last mention of the feature `x`"), "{said:?}");
    assert!(said.contains(&"this change removed the last `mod` that included `src/wire.rs`"), "{said:?}");
}

/// Dead code of many kinds, and where it is used from.
const KINDS: &str = "pub struct Dead { field: u8 }\nimpl Dead {\n    pub fn method(&self) -> u8 { self.field }\n}\npub enum Mode { Live, Dead(u8) }\n\
                     pub const LIMIT: u32 = 3;\n#[cfg(all(unix, not(unix)))]\npub fn never() {}\npub fn dead(a: u32, b: u32) -> u32 { a + b }\n";
const USER: &str = "mod kinds;\nfn main() { let _ = kinds::Mode::Live; }\n";

fn assert_nothing_new(package: &Package, change: &str) {
    let report = package.gate("main").report(0);
    let [new, fixed, unchanged] = counts(&report);
    assert_eq!((new, fixed), (0, 0), "{change}: {report}");
    assert!(unchanged > 3, "{change}: {report}");
}

#[test]
fn moving_lines_files_and_items_brings_nothing() {
    let package = Package::new(&[("src/main.rs", USER), ("src/kinds.rs", KINDS)]);
    package.write("src/kinds.rs", &format!("\n\n// A comment.\n{KINDS}"));
    assert_nothing_new(&package, "lines");

    package.write(
        "src/kinds.rs",
        &KINDS.replace("(a: u32, b: u32) -> u32 { a + b }", "(\n    a: u32,\n    b: u32,\n) -> u32 {\n    a + b\n}"),
    );
    assert_nothing_new(&package, "format");

    let (first, last) = KINDS.split_once("pub const").unwrap();
    package.write("src/kinds.rs", &format!("pub const{last}{first}"));
    assert_nothing_new(&package, "order");

    package.remove("src/kinds.rs");
    package.write("src/kinds/mod.rs", KINDS);
    assert_nothing_new(&package, "a module in a folder");

    package.remove("src/kinds/mod.rs");
    package.write("src/sorts.rs", KINDS);
    package.write("src/main.rs", &USER.replace("kinds", "sorts"));
    assert_nothing_new(&package, "a module with another name");

    // Renamed and changed: git sees that it is the same file.
    package.git(&["add", "-A"]);
    package.write("src/sorts.rs", &KINDS.replace("{ a + b }", "{ a * b }"));
    assert_nothing_new(&package, "another name and another body");

    package.git(&["reset", "--quiet", "--hard"]);
    package.write("src/kinds.rs", first);
    package.write("src/rest.rs", &format!("pub const{last}pub fn live() {{}}\n"));
    package.write("src/main.rs", &format!("mod rest;\n{}", USER.replace("{ let", "{ rest::live(); let")));
    assert_nothing_new(&package, "items in another file");
}

/// A function that copies of are worth a word.
fn address(name: &str) -> String {
    let body = "let rest = text.strip_prefix(\"ws://\")?;
    let (host, port) = rest.split_once(':').unwrap_or((rest, \"80\"));
    let port = port.trim().parse::<u16>().unwrap_or(usual);
    if host.is_empty() || port == 0 {
        return None;
    }
    Some((host.to_owned(), port))";
    format!("pub fn {name}(text: &str, usual: u16) -> Option<(String, u16)> {{\n    {body}\n}}\n")
}

/// Copies in modules of their own, all in use.
fn write_copies(package: &Package, modules: &[&str]) {
    let mods: String = modules.iter().map(|name| format!("mod {name};\n")).collect();
    let calls: String =
        modules.iter().map(|name| format!("    println!(\"{{:?}}\", {name}::{name}_address(\"x\", 1));\n")).collect();
    package.write("src/main.rs", &format!("{mods}fn main() {{\n{calls}}}\n"));
    for name in modules {
        package.write(&format!("src/{name}.rs"), &address(&format!("{name}_address")));
    }
}

#[test]
fn copies_that_change_places_bring_nothing() {
    let (first, second) = (address("first"), address("second"));
    let main = "fn main() { println!(\"{:?} {:?}\", first(\"x\", 1), second(\"y\", 2)); }\n";
    let package = Package::new(&[("src/main.rs", &format!("{second}{first}{main}"))]);
    package.write("src/main.rs", &format!("{main}{first}{second}"));
    assert_eq!(counts(&package.gate("main").report(0)), [0, 0, 1]);

    let package = Package::new(&[]);
    write_copies(&package, &["a", "b", "c"]);
    package.commit();
    let report = package.run(&["check", "--format", "json", "--quiet"]).report(1);
    assert_eq!(paths(&report), ["app::a::a_address"], "the first by path");
    // The module of the first has another name, and another one is the first.
    package.write("src/z.rs", &address("a_address"));
    package.remove("src/a.rs");
    let text = std::fs::read_to_string(package.root().join("src/main.rs")).unwrap();
    package.write("src/main.rs", &text.replace("mod a;", "mod z;").replace("a::a_", "z::a_"));
    assert_eq!(counts(&package.gate("HEAD").report(0)), [0, 0, 1]);
    // One is gone, and another one is the first.
    package.remove("src/z.rs");
    write_copies(&package, &["b", "c"]);
    assert_eq!(counts(&package.gate("HEAD").report(0)), [0, 0, 1]);
    // One more is told.
    write_copies(&package, &["a", "b", "c", "d"]);
    let report = package.gate("HEAD").report(0);
    assert_eq!(
        (counts(&report), changes(&report)),
        ([0, 0, 1], vec!["this change adds 1 more copy of `a::a_address`"])
    );
}

#[test]
fn a_copy_is_told_from_what_it_copies() {
    let package = Package::new(&[]);
    write_copies(&package, &["b"]);
    package.commit();
    write_copies(&package, &["a", "b"]);
    let report = package.gate("HEAD").report(1);
    assert_eq!(changes(&report), ["this change copies src/b.rs:1 to `a::a_address`"]);
    package.remove("src/a.rs");
    write_copies(&package, &["b", "c"]);
    assert_eq!(changes(&package.gate("HEAD").report(1)), ["this change copies src/b.rs:1 to `c::c_address`"]);
}

#[test]
fn comments_in_short_methods_make_them_no_copies() {
    let method = "fn shown(&self, given: &str) -> String {
        let mut all = self.0.iter().filter(|it| it.len() > 3).cloned().collect::<Vec<String>>();
        all.push(given.trim().to_lowercase());
        all.sort_unstable();
        all.join(\"/\")
    }";
    let text = |method: &str| {
        let of = |name: &str| format!("struct {name}(Vec<String>);\nimpl {name} {{\n    {method}\n}}\n");
        let main = "fn main() { println!(\"{} {}\", Plain(vec![]).shown(\"a\"), Secure(vec![]).shown(\"b\")); }\n";
        format!("{}{}{main}", of("Plain"), of("Secure"))
    };
    let package = Package::new(&[("src/main.rs", &text(method))]);
    package.write("src/main.rs", &text(&method.replace(";\n", ";\n\n        // A comment.\n\n\n")));
    assert_eq!(counts(&package.gate("main").report(0)), [0, 0, 0]);
}

#[test]
fn one_finding_in_the_place_of_another_is_new() {
    let package = Package::new(&[("src/main.rs", OLD)]);
    package.write("src/main.rs", &OLD.replace("old", "fresh"));
    let report = package.gate("main").report(1);
    assert_eq!((paths(&report), counts(&report)), (vec!["app::fresh"], [1, 1, 0]));
}

#[test]
fn what_a_package_beside_the_workspace_stops_using_is_new() {
    let manifest =
        "[package]\nname = \"beside\"\nedition = \"2024\"\n\n[dependencies]\napp = { path = \"..\" }\n\n[workspace]\n";
    let both = "fn main() {\n    app::used();\n    app::left();\n}\n";
    let files = [("src/lib.rs", "pub fn used() {}\npub fn left() {}\n"), ("beside/src/main.rs", both)];
    let package = Package::new(&[files[0], files[1], ("beside/Cargo.toml", manifest)]);
    package.write("beside/src/main.rs", "fn main() {\n    app::used();\n}\n");
    let report = package.gate("main").report(1);
    assert_eq!((paths(&report), counts(&report)), (vec!["app::left"], [1, 0, 0]));
    // The whole package goes.
    package.remove("beside/Cargo.toml");
    let report = package.gate("main").report(1);
    assert_eq!(counts(&report), [2, 0, 0], "{report}");
}

#[test]
fn what_a_template_no_longer_names_is_new() {
    let manifest = MANIFEST.replace("[workspace]", "[dependencies]\naskama = \"0.14\"\n\n[workspace]");
    let page = "#[derive(askama::Template)]\n#[template(path = \"page.txt\")]\nstruct Page;\n\n";
    let text = format!(
        "{page}impl Page {{\n    fn title(&self) -> u8 {{\n        1\n    }}\n}}\n\nfn main() {{\n    drop(Page);\n}}\n"
    );
    let files = [("Cargo.toml", &*manifest), ("src/main.rs", &*text), ("templates/page.txt", "{{ self.title() }}\n")];
    let package = Package::new(&files);
    package.write("templates/page.txt", "{{ self.title() }}!\n");
    assert_eq!(counts(&package.gate("HEAD").report(0)), [0, 0, 0]);
    package.write("templates/page.txt", "title\n");
    assert_eq!(paths(&package.gate("HEAD").report(1)), ["app::Page::title"]);
    package.remove("templates/page.txt");
    assert_eq!(paths(&package.gate("HEAD").report(1)), ["app::Page::title"]);
}
