//! `docs/conventions.md`: each test that it names is there; and conventions of the command line that no other test holds.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn every_convention_names_tests_that_are_there() {
    let page = fs::read_to_string(repository("docs/conventions.md")).unwrap();
    let mut named = 0;
    for line in page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| convention")) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").collect();
        let held = cells.last().unwrap_or(&"");
        let quoted: Vec<&str> = held.split('`').skip(1).step_by(2).collect();
        assert!(cells.len() == 3 && (!quoted.is_empty() || line.contains("not so")), "no test in: {line}");
        let mut file = String::new();
        for name in quoted {
            if name.ends_with(".rs") {
                file = fs::read_to_string(repository("tests").join(name)).unwrap_or_else(|_| panic!("no tests/{name}"));
            } else {
                assert!(file.contains(&format!("#[test]\nfn {name}()")), "no test `{name}` for: {line}");
                named += 1;
            }
        }
    }
    assert!(named > 40, "only {named}");
}

/// A package with one finding.
fn package() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("src")).unwrap();
    let manifest =
        "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n[features]\nx = []\n";
    fs::write(folder.path().join("Cargo.toml"), manifest).unwrap();
    let main = "#[cfg(feature = \"x\")]\nconst _: () = ();\nfn dead() {}\nfn main() {}\n";
    fs::write(folder.path().join("src/main.rs"), main).unwrap();
    folder
}

/// The program in the folder of a package, without variables that speak of colour.
fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-vestige"));
    command.current_dir(folder);
    for variable in ["CARGO_TERM_COLOR", "NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "CARGO", "CI"] {
        command.env_remove(variable);
    }
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    program(folder).args(arguments).output().expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn with_and_without_cargo() {
    let package = package();
    let outputs = [&["vestige"][..], &[], &["vestige", "check"], &["check"]].map(|it| run(package.path(), it));
    for output in &outputs {
        assert_eq!((output.status.code(), &output.stdout), (Some(1), &outputs[0].stdout), "{}", text(&output.stderr));
    }
}

#[test]
fn cargo_is_called_through_its_variable() {
    let package = package();
    let output = program(package.path()).env("CARGO", "/no/such/cargo").output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stdout));
    assert!(text(&output.stderr).contains("cannot run `cargo metadata`"), "{}", text(&output.stderr));
}

#[test]
fn flags_of_cargo_are_taken() {
    let package = package();
    let manifest = package.path().join("Cargo.toml");
    let flags = "--workspace --features x --no-default-features --target x86_64-unknown-linux-gnu --all-targets --locked \
                 --offline --frozen --color never --quiet --manifest-path";
    let mut flags: Vec<&str> = flags.split_whitespace().collect();
    flags.push(manifest.to_str().unwrap());
    let plain = run(package.path(), &["--color", "never"]);
    let with = run(package.path(), &flags);
    assert_eq!((with.status.code(), text(&with.stdout)), (Some(1), text(&plain.stdout)), "{}", text(&with.stderr));
    let with = run(package.path(), &["--all-features", "-p", "app", "-v"]);
    assert!(text(&with.stderr).contains("every configuration is audited"), "{}", text(&with.stderr));
}

#[test]
fn forms_in_the_words_of_cargo() {
    let package = package();
    let short = text(&run(package.path(), &["--message-format", "short", "--quiet"]).stdout);
    assert_eq!(short, "src/main.rs:3:4: warning: function `dead` is never called [unreachable-item]\n");
    let human = text(&run(package.path(), &["--message-format", "human"]).stdout);
    assert_eq!(human, text(&run(package.path(), &["--format", "text"]).stdout));
    for form in ["json", "json-diagnostic-rendered-ansi"] {
        let lines = text(&run(package.path(), &["--message-format", form]).stdout);
        let reasons: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(reasons[0]["reason"], "compiler-message");
        assert_eq!(reasons.last().unwrap()["reason"], "build-finished");
    }
    assert_eq!(run(package.path(), &["--format", "json", "--message-format", "short"]).status.code(), Some(2));
}

#[test]
fn colour_is_decided_in_order() {
    let package = package();
    let coloured = |arguments: &[&str], variables: &[(&str, &str)]| {
        let output = program(package.path()).args(arguments).envs(variables.iter().copied()).output().unwrap();
        text(&output.stdout).contains('\u{1b}')
    };
    let force = ("CLICOLOR_FORCE", "1");
    assert!(!coloured(&[], &[]), "no terminal, no colour");
    assert!(coloured(&[], &[force]));
    assert!(!coloured(&[], &[force, ("NO_COLOR", "1")]));
    assert!(coloured(&[], &[("NO_COLOR", "1"), ("CARGO_TERM_COLOR", "always")]));
    assert!(!coloured(&[], &[force, ("CARGO_TERM_COLOR", "never")]));
    assert!(!coloured(&["--color", "never"], &[force, ("CARGO_TERM_COLOR", "always")]));
    assert!(coloured(&["--color", "always"], &[("NO_COLOR", "1"), ("TERM", "dumb")]));
}

#[test]
fn rules_and_schemas_are_printed() {
    let folder = tempfile::tempdir().unwrap();
    let rules: Value = serde_json::from_slice(&run(folder.path(), &["list-rules", "--json"]).stdout).unwrap();
    let rules = rules.as_array().unwrap();
    assert_eq!(rules.len(), cargo_vestige::rules::RULES.len());
    assert!(rules.iter().all(|rule| ["code", "family", "level", "summary"].iter().all(|key| rule[key].is_string())));
    for (of, id) in [("report", "urn:cargo-vestige:report:1"), ("configuration", "urn:cargo-vestige:configuration:1")] {
        let schema: Value = serde_json::from_slice(&run(folder.path(), &["schema", of]).stdout).unwrap();
        assert_eq!(schema["$id"], id);
    }
}

#[test]
fn an_error_is_no_report() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["--format", "json"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    let said = text(&output.stderr);
    assert!(said.starts_with("error: ") && said.lines().count() == 1, "{said}");
}

#[test]
fn the_oldest_rust_is_stated() {
    let manifest: toml::Table = fs::read_to_string(repository("Cargo.toml")).unwrap().parse().unwrap();
    let version = manifest["package"]["rust-version"].as_str().unwrap();
    let readme = fs::read_to_string(repository("README.md")).unwrap();
    assert!(readme.contains(&format!("Rust {version}")), "the README does not name Rust {version}");
}
