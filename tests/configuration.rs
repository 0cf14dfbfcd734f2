//! The configuration: its documentation, its schema and the reader agree; what it does; and what `init` writes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::Value;
use std::ffi::OsString;
use std::fs;

const MANIFEST: &str = "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n";

/// A package in a folder of its own.
struct Package(tempfile::TempDir);

impl Package {
    fn new(files: &[(&str, &str)]) -> Self {
        let package = Package(tempfile::tempdir().expect("a folder for the test"));
        package.write("Cargo.toml", MANIFEST);
        files.iter().for_each(|(path, text)| package.write(path, text));
        package
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("its folder");
        fs::write(path, text).expect("the file is writable");
    }

    fn run(&self, arguments: &[&str]) -> (u8, String, String) {
        let mut line: Vec<OsString> = ["cargo-vestige", "vestige"].map(OsString::from).into();
        line.extend(arguments.iter().map(OsString::from));
        line.extend(["--manifest-path".into(), self.0.path().join("Cargo.toml").into_os_string()]);
        let (mut out, mut err) = (vec![], vec![]);
        let status = cargo_vestige::cli::run(line.into_iter(), &mut out, &mut err);
        let text = |bytes| String::from_utf8(bytes).expect("what is printed is UTF-8");
        (status, text(out), text(err))
    }

    /// The report of a check.
    fn report(&self, arguments: &[&str]) -> Value {
        let (_, out, err) = self.run(&[&["check", "--format", "json", "--quiet"], arguments].concat());
        serde_json::from_str(&out).unwrap_or_else(|_| panic!("{err}"))
    }
}

fn paths(report: &Value) -> Vec<&str> {
    let findings = report["findings"].as_array().expect("findings").iter();
    findings.map(|finding| finding["item"]["path"].as_str().expect("a path")).collect()
}

fn notes(report: &Value) -> String {
    report["workspace"]["notes"].to_string()
}

fn schema() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(include_str!("../docs/vestige.schema.json")).expect("the schema is JSON");
    jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{error}"));
    jsonschema::validator_for(&schema).expect("the schema compiles")
}

fn as_json(text: &str) -> Value {
    let table: toml::Table = text.parse().expect("it is TOML");
    serde_json::to_value(table).expect("it is JSON")
}

/// The example that the documentation gives.
fn documented() -> &'static str {
    let page = include_str!("../docs/configuration.md");
    page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example")
}

#[test]
fn the_documented_example_is_valid_and_is_read() {
    let example = documented();
    let value = as_json(example);
    let errors: Vec<String> = schema().iter_errors(&value).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let package = Package::new(&[("src/main.rs", "fn main() {}\n"), ("vestige.toml", example)]);
    let (status, _, err) = package.run(&["check", "--fail-on", "never"]);
    assert!(status == 2 && err.contains("cannot read the baseline"), "{err}");
    package.run(&["baseline"]);
    let (status, _, err) = package.run(&["check", "--format", "json"]);
    assert_eq!(status, 0, "{err}");
}

#[test]
fn every_key_of_the_schema_is_read_and_no_other() {
    let schema: Value = serde_json::from_str(include_str!("../docs/vestige.schema.json")).unwrap();
    let value = as_json(documented());
    for key in schema["properties"].as_object().unwrap().keys() {
        assert!(value.get(key).is_some(), "the documentation has no `{key}`");
    }
    for broken in [
        "level = 1",
        "[levels]\nlegacy-path = \"alow\"",
        "[gate]\nfail = \"warn\"",
        "[gate]\nfail-on = \"error\"",
        "closed-world = \"yes\"",
        "[sunset]\nfeatures = {}",
        "[[connections]]\npath = \"a\"",
        "ignore = \"src\"",
    ] {
        let validator = self::schema();
        assert!(!validator.is_valid(&as_json(broken)), "valid: {broken}");
        let package = Package::new(&[("src/main.rs", "fn main() {}\n"), ("vestige.toml", broken)]);
        let (status, _, err) = package.run(&["check"]);
        assert!(status == 2 && err.starts_with("error: vestige.toml:"), "{broken}: {err}");
    }
    let package = Package::new(&[("src/main.rs", "fn main() {}\n"), ("vestige.toml", "\n[gate]\nbas = \"main\"\n")]);
    let (_, _, err) = package.run(&["check"]);
    assert!(err.contains("vestige.toml:3: unknown field `bas`") && err.contains("did you mean `base`?"), "{err}");
    package.write("vestige.toml", "[levels.\"src/**\"]\nlegacy-pth = \"deny\"\n");
    let (_, _, err) = package.run(&["check"]);
    assert!(err.contains("vestige.toml:2: no rule `legacy-pth`; did you mean `legacy-path`?"), "{err}");
}

const LIBRARY: &str = "pub mod api;\npub fn used() {}\nfn hidden() {}\n";
const API: &str = "pub fn first() {}\npub fn second() {}\n";

#[test]
fn worlds_roots_and_ignored_files() {
    let package = Package::new(&[("src/lib.rs", LIBRARY), ("src/api.rs", API)]);
    assert_eq!(paths(&package.report(&[])), ["app::hidden"]);
    package.write("vestige.toml", "closed-world = true\n");
    let all = package.report(&[]);
    assert!(["app::api::first", "app::api::second", "app::used"].iter().all(|it| paths(&all).contains(it)), "{all}");
    assert_eq!(all["summary"]["closed_world_adds"], 0);
    package.write("vestige.toml", "closed-world = [\"app\"]\nroots = [\"api::*\", \"hidden\"]\n");
    assert_eq!(paths(&package.report(&[])), ["app::used"]);
    package.write("vestige.toml", "closed-world = [\"other\"]\nignore = [\"src/lib.rs\"]\n");
    let report = package.report(&[]);
    assert_eq!(paths(&report).len(), 0);
    assert!(notes(&report).contains("`other` of closed-world in the configuration is no package here"), "{report}");
}

#[test]
fn levels_by_path() {
    let package = Package::new(&[
        ("src/main.rs", "mod old;\nfn dead() {}\nfn main() {}\n"),
        ("src/old/mod.rs", "fn gone() {}\n"),
    ]);
    package.write(
        "vestige.toml",
        "[levels]\nunreachable-item = \"deny\"\n[levels.\"src/old\"]\nunreachable-item = \"allow\"\n",
    );
    let report = package.report(&[]);
    assert!(!paths(&report).contains(&"app::old::gone"), "{report}");
    let dead = report["findings"].as_array().unwrap().iter().find(|it| it["item"]["name"] == "dead").unwrap();
    assert_eq!(dead["level"], "deny");
}

#[test]
fn the_gate_is_configured_and_options_go_first() {
    let package = Package::new(&[("src/main.rs", "fn dead() {}\nfn main() {}\n")]);
    package.write("vestige.toml", "[gate]\nfail-on = \"deny\"\n");
    assert_eq!(package.run(&["check"]).0, 0);
    assert_eq!(package.run(&["check", "--fail-on", "warn"]).0, 1);
    assert_eq!(package.run(&["check", "--fail-on", "warn", "--exit-zero"]).0, 0);
}

#[test]
fn what_matches_nothing_is_named() {
    let package = Package::new(&[("src/main.rs", "fn main() {}\n")]);
    let text = "roots = [\"plugin::entry\"]\nignore = [\"gen/**\"]\n[levels.\"old/**\"]\nlegacy-path = \"allow\"\n\
                [markers]\nremove = [\"lgacy\"]\n[[connections]]\npath = \"net::dial\"\nrole = \"connect\"\nprotocol = \"tcp\"\n";
    package.write("vestige.toml", text);
    let notes = notes(&package.report(&[]));
    for entry in [
        "`plugin::entry` of roots",
        "`gen/**` of ignore",
        "`old/**` of levels",
        "`lgacy` of markers.remove",
        "`net::dial` of connections",
    ] {
        assert!(notes.contains(entry), "no {entry} in {notes}");
    }
    package.write("vestige.toml", "roots = [\"app::main\"]\nignore = [\"src\"]\n[markers]\nremove = [\"legacy\"]\n");
    let quiet = package.report(&[]);
    assert!(!self::notes(&quiet).contains("in the configuration"), "{quiet}");
}

#[test]
fn init_writes_what_is_valid_and_changes_nothing() {
    let manifest = format!("{MANIFEST}\n[features]\nlegacy-ws = []\n");
    let main = "#[cfg(feature = \"legacy-ws\")]\npub mod old;\nfn dead() {}\n";
    let package = Package::new(&[("Cargo.toml", &manifest), ("src/lib.rs", main), ("src/old.rs", "// @generated\n")]);
    let before = package.report(&[]);
    let (status, out, err) = package.run(&["init"]);
    assert!(status == 0 && out.starts_with("wrote vestige.toml"), "{out}{err}");
    let text = fs::read_to_string(package.0.path().join("vestige.toml")).unwrap();
    for part in [
        "# closed-world = true",
        "\"src/old.rs\"",
        "# feature.legacy-ws = false",
        "# unreachable-item = \"warn\"  # 1 findings",
    ] {
        assert!(text.contains(part), "no {part} in {text}");
    }
    assert!(schema().is_valid(&as_json(&text)), "{text}");
    assert_eq!(package.report(&[]), before);
    // Each line that shows what could be said can be said.
    let is_key = |line: &str| {
        let begins = line.starts_with(|it: char| it.is_ascii_lowercase() || it == '[');
        begins && (line.contains(" = ") || line.ends_with(']'))
    };
    let said = |line: &str| line.strip_prefix("# ").filter(|line| is_key(line)).unwrap_or(line).to_owned();
    let all: Vec<String> = text.lines().map(said).collect();
    let value = as_json(&all.join("\n"));
    assert!(schema().is_valid(&value), "{value}");
    assert_eq!(value["sunset"]["feature"]["legacy-ws"], false);
    let (status, _, err) = package.run(&["init"]);
    assert!(status == 2 && err.contains("is there already"), "{err}");
    fs::remove_file(package.0.path().join("vestige.toml")).unwrap();
    package.write("Cargo.toml", &format!("{manifest}\n[package.metadata.vestige]\nclosed-world = true\n"));
    let (status, _, err) = package.run(&["init"]);
    assert!(status == 2 && err.contains("Cargo.toml configures vestige already"), "{err}");
}
