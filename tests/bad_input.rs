//! Input that is broken, hostile or mistyped: what is said, with which exit status, and that nothing panics.
//!
//! An analysis that lacks something says so and fails (1) unless `--allow-incomplete`; what cannot be worked on is 2.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::Value;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const MANIFEST: &str =
    "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n[workspace]\n";

/// A folder of a test; it goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn empty(test: &str) -> Self {
        let name = format!("cargo-vestige-bad-input-{}-{test}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a folder for the test");
        // Notes and findings have no links in their paths, and neither must what they are compared with.
        Self(path.canonicalize().expect("the folder is there"))
    }

    /// A package with these files, given by path and content.
    fn package(test: &str, files: &[(&str, &str)]) -> Self {
        let folder = Self::empty(test);
        folder.write("Cargo.toml", MANIFEST);
        for (path, content) in files {
            folder.write(path, content);
        }
        folder
    }

    fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("its folder");
        fs::write(path, content).expect("the file is writable");
    }

    #[cfg(unix)]
    fn link(&self, path: &str, goal: &str) {
        std::os::unix::fs::symlink(goal, self.0.join(path)).expect("the link can be made");
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        let manifest = self.0.join("Cargo.toml").into_os_string();
        let arguments = arguments.iter().map(OsString::from).chain(["--manifest-path".into(), manifest]);
        run(arguments.collect())
    }

    /// Audits, with the JSON report.
    fn audit(&self, arguments: &[&str]) -> Ran {
        let ran = self.run(&[&["check", "--format", "json", "--quiet"], arguments].concat());
        assert!(ran.err.is_empty() || ran.status == 2, "quiet, but says: {}", ran.err);
        ran
    }

    /// Audits what is incomplete, and nothing but incomplete: a note begins with `note`, the gate fails, and passes
    /// if it is told to.
    fn audit_incomplete(&self, note: &str) -> Report {
        let strict = self.audit(&[]).report(1);
        strict.assert_note(note);
        assert!(!strict.complete(), "said to be complete: {}", strict.0);
        assert_eq!(strict.0["gate"]["status"], "fail");
        let reasons = strict.0["gate"]["reasons"].to_string();
        assert!(reasons.contains("incomplete"), "{reasons}");
        assert_eq!(strict.findings(), [""; 0]);
        let lenient = self.audit(&["--allow-incomplete"]).report(0);
        assert!(!lenient.complete(), "said to be complete: {}", lenient.0);
        assert_eq!(lenient.0["gate"]["status"], "pass");
        strict
    }

    /// Audits what is complete and sound.
    fn audit_sound(&self) -> Report {
        let report = self.audit(&[]).report(0);
        assert!(report.complete(), "said to be incomplete: {}", report.0);
        assert_eq!(report.findings(), [""; 0]);
        report
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A second panic would hide the first one.
        drop(fs::remove_dir_all(&self.0));
    }
}

/// What a run gave.
struct Ran {
    status: u8,
    out: String,
    err: String,
}

fn run(arguments: Vec<OsString>) -> Ran {
    let (mut out, mut err) = (vec![], vec![]);
    let line = ["cargo-vestige", "vestige"].map(OsString::from).into_iter().chain(arguments);
    let status = cargo_vestige::cli::run(line, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("what is printed is UTF-8");
    let ran = Ran { status, out: text(out), err: text(err) };
    assert!(!ran.err.contains("internal error"), "it panicked: {}", ran.err);
    ran
}

impl Ran {
    fn report(&self, status: u8) -> Report {
        assert_eq!(self.status, status, "stdout: {}\nstderr: {}", self.out, self.err);
        Report(serde_json::from_str(&self.out).expect("stdout is JSON"))
    }

    /// It could not work: nothing on stdout, and an error that holds all of `parts`.
    fn refused(&self, parts: &[&str]) {
        assert_eq!(self.status, 2, "stdout: {}\nstderr: {}", self.out, self.err);
        assert_eq!(self.out, "");
        assert!(self.err.starts_with("error: "), "{}", self.err);
        for part in parts {
            assert!(self.err.contains(part), "no {part:?} in: {}", self.err);
        }
    }
}

struct Report(Value);

impl Report {
    fn complete(&self) -> bool {
        self.0["workspace"]["complete"].as_bool().expect("`complete` is said")
    }

    fn notes(&self) -> Vec<&str> {
        let notes = self.0["workspace"]["notes"].as_array().expect("notes");
        notes.iter().map(|note| note.as_str().expect("a note is text")).collect()
    }

    fn assert_note(&self, start: &str) {
        let notes = self.notes();
        assert!(notes.iter().any(|note| note.starts_with(start)), "no note {start:?} in {notes:?}");
    }

    /// Findings as `code path file:line:column`.
    fn findings(&self) -> Vec<String> {
        let text = |value: &Value| value.as_str().expect("text").to_owned();
        let findings = self.0["findings"].as_array().expect("findings").iter();
        findings
            .map(|finding| {
                let at = &finding["location"];
                let (code, path, file) = (text(&finding["code"]), text(&finding["item"]["path"]), text(&at["file"]));
                format!("{code} {path} {file}:{}:{}", at["line"], at["column"])
            })
            .collect()
    }
}

// Source that cannot be read or parsed.

#[test]
fn invalid_rust() {
    let folder = Folder::package(
        "invalid-rust",
        &[
            ("src/main.rs", "mod broken;\nfn kept_by_the_broken_file() {}\nfn main() {}\n"),
            ("src/broken.rs", "pub fn unknown() {\n    let = crate::kept_by_the_broken_file();\n}\n"),
        ],
    );
    folder.audit_incomplete("src/broken.rs:2:9: does not parse: expected ");
    let text = folder.run(&["check"]);
    assert_eq!(text.status, 1);
    assert!(text.out.contains("src/broken.rs:2:9: does not parse: expected "), "{}", text.out);
    assert!(text.out.contains("--allow-incomplete"), "{}", text.out);
    // Brackets that do not match are found before anything is parsed, where the wrong one is.
    folder.write("src/broken.rs", "pub fn unknown() {\n    crate::kept_by_the_broken_file(;\n}\n");
    folder.audit_incomplete("src/broken.rs:3:1: does not parse");
}

#[test]
fn invalid_rust_still_holds_its_modules() {
    let folder = Folder::package(
        "invalid-rust-modules",
        &[
            ("src/main.rs", "mod plain;\nmod ws_v1;\nfn kept() {}\nfn main( {\n"),
            ("src/plain.rs", "pub fn live() {}\n"),
            ("src/ws_v1.rs", "pub fn live() {\n    crate::kept();\n    crate::plain::live();\n}\n"),
        ],
    );
    let report = folder.audit(&[]).report(1);
    report.assert_note("src/main.rs:4:");
    let unlinked = report.findings().into_iter().find(|finding| finding.starts_with("unlinked-file"));
    assert_eq!(unlinked, None, "its module is declared in the file that does not parse");
}

#[test]
fn a_file_that_is_not_utf8() {
    let folder = Folder::package(
        "not-utf8",
        &[("src/main.rs", "mod latin1;\nfn kept() {}\nfn main() {\n    latin1::go();\n}\n")],
    );
    folder.write("src/latin1.rs", b"// one\n// caf\xe9\npub fn go() {\n    crate::kept();\n}\n");
    folder.audit_incomplete("src/latin1.rs:2:1: is not UTF-8");
}

#[test]
fn a_root_that_is_a_folder() {
    let folder = Folder::package("root-is-a-folder", &[("src/main.rs", "fn main() {\n    app::live();\n}\n")]);
    folder.write("Cargo.toml", format!("{MANIFEST}[lib]\npath = \"src/lib.rs\"\n"));
    fs::create_dir(folder.0.join("src/lib.rs")).unwrap();
    folder.audit_incomplete("src/lib.rs: cannot be read");
}

#[test]
fn an_empty_file() {
    let folder = Folder::package("empty-file", &[("src/main.rs", "mod empty;\nfn main() {}\n"), ("src/empty.rs", "")]);
    assert_eq!(folder.audit_sound().0["workspace"]["files"], 2);
    let folder = Folder::package("empty-root", &[("src/lib.rs", "")]);
    assert_eq!(folder.audit_sound().0["workspace"]["lines"], 0);
}

#[test]
fn a_file_of_five_megabytes() {
    let rows = 5 * 1024 * 1024 / 8;
    let mut table = format!("pub static TABLE: [u32; {rows}] = [\n");
    for row in 0..rows {
        table.push_str(&format!("{:>6},\n", row % 1_000_000));
    }
    table.push_str("];\npub static DEAD: u8 = 0;\n");
    assert!(table.len() > 5 * 1024 * 1024);
    let main = "mod table;\nfn main() {\n    println!(\"{}\", table::TABLE[0]);\n}\n";
    let folder = Folder::package("five-megabytes", &[("src/main.rs", main), ("src/table.rs", &table)]);
    let report = folder.audit(&[]).report(1);
    assert!(report.complete());
    let dead = format!("unreachable-item app::table::DEAD src/table.rs:{}:12", rows + 3);
    assert_eq!(report.findings(), [dead]);
}

#[test]
fn three_thousand_nested_parentheses() {
    let nested = |depth| format!("fn main() {{\n    let _ = {}1{};\n}}\n", "(".repeat(depth), ")".repeat(depth));
    let folder = Folder::package("nested", &[("src/main.rs", &nested(3_000))]);
    folder.audit_incomplete("src/main.rs:2:1: code is nested deeper");
    // What is let through is also read.
    folder.write("src/main.rs", nested(1_900));
    folder.audit_sound();
}

/// Depth without brackets, which the bound does not see; in a process of its own, for it would end this one.
#[test]
fn a_hundred_thousand_nested_types() {
    let (open, close) = ("Vec<".repeat(100_000), ">".repeat(100_000));
    let main = format!("fn live(_: {open}u8{close}) {{}}\nfn main() {{\n    live(todo!());\n}}\n");
    let folder = Folder::package("nested-types", &[("src/main.rs", &main)]);
    let status = program(&folder).status().expect("the program runs");
    assert_eq!(status.code(), Some(1), "{status}");
}

// Files that are not where they should be.

#[test]
fn a_cycle_of_modules() {
    let folder = Folder::package(
        "cycle",
        &[
            ("src/main.rs", "#[path = \"b.rs\"]\nmod b;\nfn main() {\n    b::live();\n    b::c::live();\n}\n"),
            ("src/b.rs", "#[path = \"c.rs\"]\npub mod c;\npub fn live() {}\n"),
            ("src/c.rs", "\n#[path = \"b.rs\"]\nmod b;\npub fn live() {}\n"),
        ],
    );
    let report = folder.audit_incomplete("src/c.rs:3:5: mounts src/b.rs, which mounts it: a cycle");
    assert_eq!(report.0["workspace"]["files"], 3);
    let folder = Folder::package("self-cycle", &[("src/main.rs", "#[path = \"main.rs\"]\nmod again;\nfn main() {}\n")]);
    folder.audit_incomplete("src/main.rs:2:5: mounts src/main.rs, which mounts it: a cycle");
}

#[test]
#[cfg(unix)]
fn a_loop_of_links() {
    let folder = Folder::package("link-loop", &[("src/main.rs", "fn main() {}\n")]);
    folder.link("src/here", ".");
    folder.link("src/above", "..");
    folder.link("src/one", "two");
    folder.link("src/two", "one");
    assert_eq!(folder.audit_sound().0["workspace"]["files"], 1);
    folder.link("src/own.rs", "own.rs");
    folder.write("src/main.rs", "mod own;\nfn main() {}\n");
    folder.audit_incomplete("src/main.rs:1:5: no file for module `own`");
}

#[test]
#[cfg(unix)]
fn a_cycle_of_modules_through_a_link() {
    let main = "#[path = \"here/main.rs\"]\nmod again;\nfn main() {}\n";
    let folder = Folder::package("link-cycle", &[("src/main.rs", main)]);
    folder.link("src/here", ".");
    let report = folder.audit_incomplete("src/main.rs:2:5: mounts src/main.rs, which mounts it: a cycle");
    assert_eq!(report.0["workspace"]["files"], 1);
}

#[test]
#[cfg(unix)]
fn a_linked_folder_is_the_folder() {
    let manifest = |name: &str| MANIFEST.replace("app", name).replace("[workspace]\n", "");
    let main = |name: &str| format!("mod common;\nfn main() {{\n    common::for_{name}();\n}}\n");
    let folder = Folder::empty("linked-folder");
    folder.write("Cargo.toml", "[workspace]\nmembers = [\"a\", \"b\"]\nresolver = \"3\"\n");
    for name in ["a", "b"] {
        folder.write(&format!("{name}/Cargo.toml"), manifest(name));
        folder.write(&format!("{name}/src/main.rs"), main(name));
    }
    folder.write("a/src/common/mod.rs", "pub fn for_a() {}\npub fn for_b() {}\n");
    folder.link("b/src/common", "../../a/src/common");
    // Each function is used, by one of the two.
    assert_eq!(folder.audit_sound().0["workspace"]["files"], 3);
}

#[test]
fn a_missing_module_file() {
    let folder = Folder::package("missing", &[("src/main.rs", "\nmod gone;\nfn main() {\n    gone::go();\n}\n")]);
    folder.audit_incomplete("src/main.rs:2:5: no file for module `gone` (gone.rs)");
}

#[test]
#[cfg(unix)]
fn a_module_file_that_is_a_dangling_link() {
    let folder = Folder::package("dangling", &[("src/main.rs", "\nmod gone;\nfn main() {\n    gone::go();\n}\n")]);
    folder.link("src/gone.rs", "nowhere.rs");
    folder.audit_incomplete("src/main.rs:2:5: no file for module `gone` (gone.rs)");
}

#[test]
#[cfg(unix)]
fn an_unreadable_folder() {
    let folder = Folder::package("unreadable", &[("src/main.rs", "fn main() {}\n")]);
    let unreadable = make_unreadable(&folder);
    let report = folder.audit(&["--allow-incomplete"]).report(0);
    let note = report.notes().into_iter().find(|note| note.contains("cannot be read"));
    let note = note.unwrap_or_else(|| panic!("it is not said: {:?}", report.notes()));
    assert!(note.starts_with("src/locked"), "{note}");
    // Nothing mounts it, so no definition is missed, only files that nothing mounts. Stricter would be:
    // assert!(!report.complete());
    let module = unreadable.join("gone.rs");
    let main = format!("#[path = {module:?}]\nmod gone;\nfn main() {{\n    gone::go();\n}}\n");
    folder.write("src/main.rs", main);
    folder.audit_incomplete("src/main.rs:2:5: no file for module `gone`");
    readable_again(&folder);
}

/// Makes `src/locked`, or a folder deep in it, unreadable; returns its path.
#[cfg(unix)]
fn make_unreadable(folder: &Folder) -> PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let locked = folder.0.join("src/locked");
    fs::create_dir(&locked).unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read_dir(&locked).is_err() {
        return locked;
    }
    // Permissions do not bind root, but nobody reads a folder whose path is longer than paths can be.
    let (outer, inner) = (chain(&locked), folder.0.join("inner"));
    fs::create_dir_all(&outer).unwrap();
    fs::create_dir_all(chain(&inner)).unwrap();
    fs::rename(inner, outer.join("inner")).unwrap();
    let path = chain(&outer.join("inner"));
    assert!(fs::read_dir(&path).is_err(), "the path is too long to be read");
    path
}

#[cfg(unix)]
fn chain(folder: &Path) -> PathBuf {
    (0..17).fold(folder.to_owned(), |path, _| path.join("d".repeat(200)))
}

#[cfg(unix)]
fn readable_again(folder: &Folder) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder.0.join("src/locked"), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn line_ends_mark_and_interpreter() {
    let main = "\u{feff}#!/usr/bin/env run-cargo-script\r\nfn main() {}\r\nfn dead() {}\r\n";
    let folder = Folder::package("line-ends", &[("src/main.rs", main)]);
    let report = folder.audit(&[]).report(1);
    assert!(report.complete());
    assert_eq!(report.findings(), ["unreachable-item app::dead src/main.rs:3:4"]);
    let at = &report.0["findings"][0]["location"];
    let byte = |field: &str| at[field].as_u64().expect("an offset") as usize;
    assert_eq!(main.get(byte("byte_start")..byte("byte_end")), Some("dead"));
    assert_eq!(at["end_column"], 8);
}

#[test]
fn a_mark_is_no_column() {
    let folder = Folder::package("mark", &[("src/main.rs", "\u{feff}fn dead() {}\nfn main() {}\n")]);
    assert_eq!(folder.audit(&[]).report(1).findings(), ["unreachable-item app::dead src/main.rs:1:4"]);
}

// Manifests, lock files, toolchains.

#[test]
fn a_manifest_that_does_not_parse() {
    let folder = Folder::package("bad-manifest", &[("src/main.rs", "fn main() {}\n")]);
    folder.write("Cargo.toml", "[package]\nname = \"app\"\nedition = = 1\n");
    folder.audit(&[]).refused(&["Cargo.toml", ":3:"]);
    folder.write("Cargo.toml", "[workspace]\nmembers = [\"inner\"]\n");
    folder.write("inner/Cargo.toml", "[package]\nname = \"app\"\n\nedition = = 1\n");
    folder.audit(&[]).refused(&["inner/Cargo.toml", ":4:"]);
    folder.write("Cargo.toml", "");
    folder.audit(&[]).refused(&["Cargo.toml"]);
}

#[test]
fn no_manifest() {
    let folder = Folder::empty("no-manifest");
    let path = folder.0.to_string_lossy().into_owned();
    run(["check", "--manifest-path", &path].map(OsString::from).to_vec()).refused(&["no Cargo.toml in", &path]);
    folder.audit(&[]).refused(&["cannot read", "Cargo.toml"]);
    folder.run(&["why", "main"]).refused(&["cannot read", "Cargo.toml"]);
}

#[test]
fn a_lock_file_that_does_not_parse() {
    let folder = Folder::package("bad-lock", &[("src/main.rs", "fn main() {}\n")]);
    let lock = "version = 4\n\n[[package]\nname = 1\n";
    folder.write("Cargo.lock", lock);
    // The audit does not need it, so it goes on and says so. Better, as of any file:
    // report.assert_note("Cargo.lock:3:11: …");
    let report = folder.audit_sound();
    report.assert_note("dependencies were not resolved: Cargo.lock: ");
    assert_eq!(fs::read_to_string(folder.0.join("Cargo.lock")).unwrap(), lock);
    folder.write("Cargo.lock", b"\xff\xfe");
    let report = folder.audit_sound();
    report.assert_note("dependencies were not resolved: ");
    // It says that there is none, which is not so; wanted:
    // report.assert_note("dependencies were not resolved: Cargo.lock: is not UTF-8");
    assert!(report.notes()[0].contains("Cargo.lock"), "{:?}", report.notes());
}

/// The program as users start it: cargo's and rustup's variables of this test would hide what it does without them.
fn program(folder: &Folder) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-vestige"));
    command.args(["vestige", "check", "--format", "json"]).current_dir(&folder.0);
    command.env_remove("CARGO").env_remove("RUSTUP_TOOLCHAIN").env("RUSTUP_AUTO_INSTALL", "0");
    command
}

#[test]
fn a_toolchain_file_that_names_a_missing_toolchain() {
    let folder = Folder::package("toolchain", &[("src/main.rs", "fn main() {}\n")]);
    folder.write("rust-toolchain.toml", "[toolchain]\nchannel = \"1.2.3\"\n");
    let output = program(&folder).output().expect("the program runs");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(0), "{out}{err}");
    assert!(!err.contains("1.2.3") && !err.contains("error"), "{err}");
    let report = Report(serde_json::from_str(&out).expect("stdout is JSON and nothing else"));
    assert!(report.complete());
    assert!(err.lines().all(|line| line.starts_with("note: ")), "{err}");
}

/// All below a folder: path to content.
fn listing(folder: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let mut all = BTreeMap::new();
    let mut work = vec![folder.to_owned()];
    while let Some(folder) = work.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                work.push(path.clone());
            }
            let content = fs::read(&path).ok();
            all.insert(path, content);
        }
    }
    all
}

#[test]
fn nothing_is_written() {
    let folder = Folder::package("nothing-written", &[("src/main.rs", "fn dead() {}\nfn main() {}\n")]);
    folder.write("Cargo.toml", format!("{MANIFEST}\n[dependencies]\nserde = \"1\"\n"));
    let before = listing(&folder.0);
    assert_eq!(before.len(), 3, "{before:?}");
    let report = folder.audit(&[]).report(1);
    assert!(report.complete());
    report.assert_note("dependencies were not resolved: there is no Cargo.lock, and none is written");
    for arguments in [&["check"][..], &["check", "--all-features", "--closed-world"], &["why", "dead"]] {
        let ran = folder.run(arguments);
        assert!(ran.status < 2, "{arguments:?}: {}", ran.err);
    }
    program(&folder).output().expect("the program runs");
    assert_eq!(listing(&folder.0), before);
}

// The command line.

fn sound(test: &str) -> Folder {
    Folder::package(test, &[("src/main.rs", "fn live() {}\nfn main() {\n    live();\n}\n")])
}

#[test]
fn a_mistyped_code() {
    let folder = sound("mistyped-code");
    let wanted = ["no rule `unreachable-itme`", "did you mean `unreachable-item`?"];
    folder.audit(&["--only", "unreachable-itme"]).refused(&wanted);
    run(["explain", "unreachable-itme"].map(OsString::from).to_vec()).refused(&wanted);
}

#[test]
fn a_mistyped_path_in_why() {
    let folder = sound("mistyped-path");
    folder.run(&["why", "lvie"]).refused(&["no item `lvie`", "did you mean `app::live`?"]);
    let known = folder.run(&["why", "live"]);
    assert_eq!(known.status, 0, "{}", known.err);
    assert!(known.out.starts_with("function `app::live` (src/main.rs:1) is live"), "{}", known.out);
}

#[test]
fn an_unknown_package() {
    let folder = sound("unknown-package");
    let wanted = ["no package `apq` in this workspace", "did you mean `app`?"];
    folder.audit(&["-p", "apq"]).refused(&wanted);
    folder.audit(&["--exclude", "apq"]).refused(&wanted);
    folder.audit(&["-p", "app"]).report(0);
}

#[test]
fn an_unknown_flag() {
    let folder = sound("unknown-flag");
    folder.audit(&["--closed-wrold"]).refused(&["--closed-wrold", "--closed-world"]);
    folder.run(&["check", "--format", "yaml"]).refused(&["yaml", "json"]);
    run(vec!["chekc".into()]).refused(&["chekc", "check"]);
}

#[test]
fn options_before_the_subcommand_are_not_dropped() {
    let folder = sound("options-before");
    let ran = folder.run(&["--format", "json", "check"]);
    // Refusing them would do as well.
    if ran.status != 2 {
        ran.report(0);
    }
}

#[test]
fn explaining_and_listing() {
    let list = run(vec!["list-rules".into()]);
    assert_eq!((list.status, list.err.as_str()), (0, ""));
    assert!(list.out.lines().count() >= 5, "{}", list.out);
    for line in list.out.lines() {
        let code = line.split_whitespace().next().expect("a code");
        let explained = run(vec!["explain".into(), code.into()]);
        assert_eq!((explained.status, explained.err.as_str()), (0, ""));
        assert!(explained.out.starts_with(&format!("{code}\n")), "{}", explained.out);
    }
}

#[test]
fn help_and_version() {
    for arguments in [&["--help"][..], &["check", "--help"], &["why", "--help"], &["help"]] {
        let help = run(arguments.iter().map(OsString::from).collect());
        assert_eq!((help.status, help.err.as_str()), (0, ""), "{arguments:?}");
        assert!(help.out.contains("Usage: cargo vestige"), "{}", help.out);
    }
    let version = run(vec!["--version".into()]);
    assert_eq!((version.status, version.err.as_str()), (0, ""));
    assert!(version.out.contains(env!("CARGO_PKG_VERSION")), "{}", version.out);
}

#[test]
fn output_goes_to_the_file() {
    let folder = sound("output");
    let printed = folder.audit(&[]);
    let file = folder.0.join("report.json");
    let ran = folder.audit(&["--output", file.to_str().unwrap()]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    assert_eq!(fs::read_to_string(&file).unwrap(), printed.out);
    let ran = folder.run(&["check", "--output", file.to_str().unwrap()]);
    assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{}", ran.err);
    assert!(fs::read_to_string(&file).unwrap().contains("nothing to report"));
    let nowhere = folder.0.join("no-such-folder").join("report.json");
    folder.audit(&["--output", nowhere.to_str().unwrap()]).refused(&["cannot write", nowhere.to_str().unwrap()]);
}

#[test]
fn stdout_is_only_json() {
    let folder = Folder::package("only-json", &[("src/main.rs", "fn dead() {}\nfn main() {}\n")]);
    let ran = folder.run(&["--format", "json", "--timings", "--verbose"]);
    let report = ran.report(1);
    assert_eq!(report.findings(), ["unreachable-item app::dead src/main.rs:1:4"]);
    assert!(ran.out.starts_with('{') && ran.out.ends_with("}\n"), "{}", ran.out);
    // What people want to know goes to stderr.
    assert!(ran.err.contains("note: ") && ran.err.contains("parse"), "{}", ran.err);
    let output = program(&folder).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stdout), ran.out);
}
