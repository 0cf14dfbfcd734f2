//! `prove` and `fix` as users run them: what they leave alone, what they refuse, and that no moment is a bad one to die.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use cargo_vestige::fix::Change;
use cargo_vestige::fix::journal::Journal;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

const MANIFEST: &str = "[package]\nname = \"app\"\nedition = \"2024\"\n\n[workspace]\n\n[features]\nextra = []\n";

/// A package in a folder of its own, in git.
struct Package(tempfile::TempDir);

impl Package {
    fn new(files: &[(&str, &str)]) -> Self {
        let package = Package(tempfile::tempdir().expect("a folder for the test"));
        package.write("Cargo.toml", MANIFEST);
        package.write(".gitignore", "/target\nCargo.lock\n");
        files.iter().for_each(|(path, text)| package.write(path, text));
        package.git(&["init", "--quiet"]);
        package.commit();
        package
    }

    fn root(&self) -> PathBuf {
        self.0.path().join("work")
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("its folder");
        fs::write(path, text).expect("the file is writable");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).expect("the file is there")
    }

    fn git(&self, arguments: &[&str]) {
        let about = ["-c", "user.name=t", "-c", "user.email=t@t"];
        let status =
            Command::new("git").args(about).args(arguments).current_dir(self.root()).status().expect("git runs");
        assert!(status.success(), "git {arguments:?}");
    }

    fn commit(&self) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "--quiet", "--allow-empty", "-m", "state"]);
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-vestige"));
        command.arg("vestige").args(arguments).arg("--manifest-path").arg(self.root().join("Cargo.toml"));
        command.env("CARGO_TARGET_DIR", self.target()).env_remove("RUSTFLAGS").current_dir(self.root());
        command
    }

    fn target(&self) -> PathBuf {
        self.0.path().join("target")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    /// Everything in the folder but git's own, with the time of its last change.
    fn state(&self) -> BTreeMap<PathBuf, (String, std::time::SystemTime)> {
        let entries = walkdir::WalkDir::new(self.root()).into_iter().filter_entry(|entry| entry.file_name() != ".git");
        let files = entries.map(|entry| entry.expect("readable")).filter(|entry| entry.file_type().is_file());
        let state = |entry: walkdir::DirEntry| {
            let changed = entry.metadata().expect("readable").modified().expect("known");
            (entry.path().to_owned(), (fs::read_to_string(entry.path()).expect("text"), changed))
        };
        files.map(state).collect()
    }
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn proofs(output: &Output) -> BTreeMap<String, Value> {
    let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", err(output)));
    let list = report["findings"].as_array().expect("findings");
    list.iter().map(|it| (it["item"]["name"].as_str().unwrap_or_default().to_owned(), it["proof"].clone())).collect()
}

const ONE_DEAD: &str = "fn dead() {}\n\nfn main() {}\n";

#[test]
fn proving_touches_nothing_and_leaves_nothing() {
    let package = Package::new(&[("src/main.rs", ONE_DEAD)]);
    let before = package.state();
    let output = package.run(&["prove", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let proofs = proofs(&output);
    assert_eq!(proofs["dead"]["status"], "compiles");
    assert_eq!(proofs["dead"]["rounds"], 1);
    assert_eq!(proofs["dead"]["features"][0], "default");
    assert!(proofs["dead"]["rustc"].as_str().is_some_and(|it| it.starts_with("rustc ")));
    assert_eq!(package.state(), before);
    assert!(!package.target().join("vestige/shadow").exists());
    assert!(err(&output).contains("round 1"), "progress goes to stderr: {}", err(&output));
}

#[test]
fn a_refuted_removal_is_listed_with_the_words_of_the_compiler() {
    // Known to be reported wrongly: of two macros of a name none is expanded (fixture extract/macros-in-a-trait).
    let source = "macro_rules! methods { () => {}; }\nmacro_rules! methods { () => { fn live(&self) {} }; }\ntrait Wire { methods!(); }\nstruct Tcp;\n\
                  impl Wire for Tcp {}\nfn dead() {}\nfn main() { Tcp.live(); }\n";
    let package = Package::new(&[("src/main.rs", source)]);
    let output = package.run(&["prove", "--report-precision"]);
    assert_eq!(output.status.code(), Some(1));
    let said = out(&output);
    assert!(said.contains("refuted: trait `app::Wire`") && said.contains("no method named `live`"), "{said}");
    assert!(said.contains("1 of 2 removals compile, 1 refuted"), "{said}");
    assert!(said.contains("precision: 1 proven, 1 refuted: 50.0 %"), "{said}");
    let output = package.run(&["fix"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(package.read("src/main.rs"), source.replace("fn dead() {}\n", ""));
}

#[test]
fn what_no_check_compiles_is_not_proven() {
    let source =
        "#[cfg(feature = \"extra\")]\nfn dead() {}\n\nfn main() { println!(\"{}\", cfg!(feature = \"extra\")); }\n";
    let package = Package::new(&[("src/main.rs", source)]);
    let output = package.run(&["prove", "--format", "json"]);
    let proof = &proofs(&output)["dead"];
    assert_eq!(proof["status"], "not-run");
    assert!(proof["errors"][0].as_str().is_some_and(|it| it.contains("feature = \"extra\"")), "{proof}");
    let output = package.run(&["prove", "--format", "json", "--each-feature-set", "none;all"]);
    let proof = &proofs(&output)["dead"];
    assert_eq!(proof["status"], "compiles");
    assert_eq!(proof["features"], serde_json::json!(["default", "none", "all"]));
    package.run(&["fix"]);
    assert_eq!(package.read("src/main.rs"), source, "nothing is written that no check compiled");
}

#[test]
fn what_compiling_cannot_prove_needs_a_word() {
    let source = "#[derive(Clone)]\nstruct Hub;\n\nimpl Hub {\n    fn clone(&self) -> Hub {\n        Hub\n    }\n}\n\n\
                  fn main() {\n    let _ = Clone::clone(&Hub);\n}\n";
    let package = Package::new(&[("src/main.rs", source)]);
    let output = package.run(&["fix"]);
    assert!(out(&output).contains("`Clone` gives its type a method of this name too"), "{}", out(&output));
    assert_eq!(package.read("src/main.rs"), source);
    let output = package.run(&["fix", "--unproven"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(!package.read("src/main.rs").contains("impl Hub"), "{}", package.read("src/main.rs"));
}

#[test]
fn what_a_program_says_of_sizes_is_not_proven_by_compiling() {
    let source = "struct Slot {\n    live: u8,\n    padding: u8,\n}\n\nfn main() {\n    \
                  let slot = Slot { live: 1, padding: 2 };\n    \
                  println!(\"{} {}\", size_of::<Slot>(), slot.live);\n}\n";
    let package = Package::new(&[("src/main.rs", source)]);
    let output = package.run(&["fix"]);
    assert!(out(&output).contains("the size or the layout of its type"), "{}", out(&output));
    assert_eq!(package.read("src/main.rs"), source);
}

#[test]
fn a_dry_run_prints_a_patch_and_writes_nothing() {
    let package = Package::new(&[("src/main.rs", "mod old;\n\nfn main() {}\n"), ("src/old.rs", "pub fn dead() {}\n")]);
    let before = package.state();
    let output = package.run(&["fix", "--dry-run"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(package.state(), before);
    package.write("change.patch", &out(&output));
    package.git(&["apply", "change.patch"]);
    assert_eq!(package.read("src/main.rs"), "fn main() {}\n");
    assert!(!package.root().join("src/old.rs").exists(), "the patch deletes the file");
}

#[test]
fn changes_that_git_does_not_have_are_not_built_upon() {
    let package = Package::new(&[("src/main.rs", ONE_DEAD)]);
    package.write("src/main.rs", &format!("// mine\n{ONE_DEAD}"));
    let output = package.run(&["fix"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("--allow-dirty") && err(&output).contains("src/main.rs"), "{}", err(&output));
    let output = package.run(&["fix", "--allow-dirty"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(package.read("src/main.rs"), "// mine\n\nfn main() {}\n");
}

#[test]
fn one_item_alone_can_be_chosen() {
    let source = "fn one() {}\n\nfn two() {}\n\nfn main() {}\n";
    let package = Package::new(&[("src/main.rs", source)]);
    let output = package.run(&["fix", "--only", "app::two"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(package.read("src/main.rs"), "fn one() {}\n\nfn main() {}\n");
    let output = package.run(&["prove", "--only", "nonsense"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("`nonsense`"), "{}", err(&output));
}

#[test]
fn a_workspace_that_does_not_build_is_told_from_a_wrong_removal() {
    let package = Package::new(&[("src/main.rs", "fn dead() {}\nfn main() { let _: u8 = \"\"; }\n")]);
    let output = package.run(&["prove"]);
    assert_eq!(output.status.code(), Some(0), "{}{}", out(&output), err(&output));
    assert!(out(&output).contains("does not build as it is: mismatched types"), "{}", out(&output));
    assert!(out(&output).contains("0 of 1 removals compile, 0 refuted, 1 not tried"), "{}", out(&output));
}

#[test]
fn a_cargo_that_is_not_there_is_named() {
    let package = Package::new(&[("src/main.rs", ONE_DEAD)]);
    let output = package.command(&["prove"]).env("CARGO", "/no/such/cargo").output().expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("cargo"), "{}", err(&output));
}

#[test]
fn tests_that_fail_without_the_removed_code_stop_it() {
    // The test reads the source: the compiler cannot know.
    let source = "#[allow(unused)]\nfn live() {}\nfn dead() {}\nfn main() {}\n\n#[test]\nfn reads() {\n    \
                  assert!(include_str!(\"main.rs\").contains(concat!(\"fn \", \"dead\")));\n}\n";
    let package = Package::new(&[("src/main.rs", source)]);
    let output = package.run(&["fix", "--test"]);
    assert_eq!(output.status.code(), Some(2), "{}", out(&output));
    assert!(err(&output).contains("reads ... FAILED"), "{}", err(&output));
    assert_eq!(package.read("src/main.rs"), source);
}

#[cfg(unix)]
#[test]
fn an_interruption_cleans_up() {
    let slow = "fn main() {\n    std::thread::sleep(std::time::Duration::from_secs(60));\n}\n";
    let package = Package::new(&[("src/main.rs", ONE_DEAD), ("build.rs", slow)]);
    let mut child =
        package.command(&["prove"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program runs");
    let shadow = package.target().join("vestige/shadow/src/main.rs");
    let start = Instant::now();
    while !shadow.exists() && start.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(20));
    }
    std::thread::sleep(Duration::from_millis(500));
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill runs");
    let status = child.wait().expect("it ends");
    assert!(start.elapsed() < Duration::from_secs(40), "it did not wait for the build");
    assert_eq!(status.code(), Some(2));
    assert!(!package.target().join("vestige/shadow").exists(), "the copy is gone");
}

const FILES: usize = 150;

fn text(file: usize, new: bool) -> String {
    format!("// {file} {}\n", if new { "new" } else { "old" }).repeat(200)
}

fn changes() -> Vec<Change> {
    let change = |file| Change {
        file: format!("src/f{file}.rs"),
        before: text(file, false),
        // Some files go.
        after: (file % 7 != 0).then(|| text(file, true)),
    };
    (0..FILES).map(change).collect()
}

/// Not a test: the process that the next one kills.
#[test]
#[ignore = "it is run by another test"]
fn writer() {
    let root = PathBuf::from(std::env::var_os("VESTIGE_WRITER_ROOT").expect("run by the other test"));
    let place = root.join("fix.json");
    let journal = Journal::read(&place);
    let journal = journal.unwrap_or_else(|| Journal::write(&place, &root, &changes()).expect("writable"));
    assert_eq!(journal.finish(&place).expect("writable"), Vec::<String>::new());
}

fn start_writer(root: &Path) -> std::process::Child {
    let own = std::env::current_exe().expect("a test has a path");
    let mut command = Command::new(own);
    command.args(["--ignored", "--exact", "writer"]).env("VESTIGE_WRITER_ROOT", root);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the writer starts")
}

fn lay_out(root: &Path) {
    fs::create_dir_all(root.join("src")).expect("a folder");
    for file in 0..FILES {
        fs::write(root.join(format!("src/f{file}.rs")), text(file, false)).expect("writable");
    }
}

/// How many files are new; each must be the old or the new one as a whole.
fn count_new(root: &Path) -> usize {
    let mut new = 0;
    for change in changes() {
        let now = fs::read_to_string(root.join(&change.file)).ok();
        new += usize::from(now == change.after);
        assert!(
            now == change.after || now.as_deref() == Some(&change.before),
            "{} is neither old nor new",
            change.file
        );
    }
    new
}

#[test]
fn killed_at_any_moment_nothing_is_lost() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let whole = folder.path().join("whole");
    lay_out(&whole);
    let start = Instant::now();
    start_writer(&whole).wait().expect("it ends");
    let full = start.elapsed();
    assert_eq!(count_new(&whole), FILES);
    // A new seed each time; it is told when something fails.
    let mut seed = std::time::SystemTime::UNIX_EPOCH.elapsed().map_or(1, |it| it.as_nanos() as u64);
    let mut partial = 0;
    for round in 0..20 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let moment = full.mul_f64((seed >> 33) as f64 / f64::from(u32::MAX >> 1));
        let root = folder.path().join(format!("run{round}"));
        lay_out(&root);
        let mut writer = start_writer(&root);
        std::thread::sleep(moment);
        writer.kill().expect("it can be killed");
        writer.wait().expect("it ends");
        let new = count_new(&root);
        partial += usize::from(new > 0 && new < FILES);
        start_writer(&root).wait().expect("it ends");
        assert_eq!(count_new(&root), FILES, "killed after {moment:?} with {new} new files, seed {seed}");
        assert!(!root.join("fix.json").exists());
    }
    assert!(partial > 0, "no kill hit the writing itself");
}

#[test]
fn an_unfinished_fix_is_finished_first() {
    let package = Package::new(&[("src/main.rs", ONE_DEAD)]);
    let change = Change { file: "src/main.rs".into(), before: ONE_DEAD.into(), after: Some("fn main() {}\n".into()) };
    let place = cargo_vestige::fix::journal::place(&package.target());
    fs::create_dir_all(place.parent().expect("a folder")).expect("writable");
    Journal::write(&place, &package.root(), &[change]).expect("writable");
    let output = package.run(&["fix"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(out(&output).contains("finished the change"), "{}", out(&output));
    assert_eq!(package.read("src/main.rs"), "fn main() {}\n");
    assert!(!place.exists());
}
