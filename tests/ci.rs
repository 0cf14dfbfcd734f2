//! What other programs start: the action, the job for GitLab, the hooks, the editor's command, completions and pages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use cargo_metadata::Message;
use serde_json::Value;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use yaml_rust2::{Yaml, YamlLoader};

const MANIFEST: &str =
    "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n[workspace]\n";
const OLD: &str = "fn old() {}\n\nfn main() {}\n";
const FRESH: &str = "fn fresh() {}\nfn old() {}\n\nfn main() {}\n";

/// A package in git with an old finding and a new one, and the program in the path.
struct Package {
    folder: tempfile::TempDir,
}

impl Package {
    fn new() -> Self {
        let package = Package { folder: tempfile::tempdir().expect("a folder for the test") };
        package.write("Cargo.toml", MANIFEST);
        package.write(".gitignore", "/target\nCargo.lock\nvestige-*\n");
        package.write("src/main.rs", OLD);
        package.git(&["init", "--quiet", "--initial-branch", "main"]);
        package.git(&["add", "-A"]);
        package.git(&["commit", "--quiet", "-m", "state"]);
        package.write("src/main.rs", FRESH);
        package
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join("work").join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("its folder");
        fs::write(path, text).expect("the file is writable");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn git(&self, arguments: &[&str]) {
        let about = ["-c", "user.name=t", "-c", "user.email=t@t"];
        let output = Command::new("git").args(about).args(arguments).current_dir(self.path("")).output().expect("git");
        assert!(output.status.success(), "git {arguments:?}");
    }

    /// Runs a program in the folder, with ours in the path and no variables of a real pipeline.
    fn run(&self, program: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
        let ours = Path::new(env!("CARGO_BIN_EXE_cargo-vestige")).parent().expect("a folder");
        let paths = std::env::var_os("PATH").unwrap_or_default();
        let paths = std::env::join_paths(std::iter::once(ours.to_owned()).chain(std::env::split_paths(&paths)));
        let mut command = Command::new(program);
        command.args(arguments).current_dir(self.path("")).env("PATH", paths.expect("a path"));
        for variable in ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "CI_MERGE_REQUEST_DIFF_BASE_SHA", "RUSTFLAGS"] {
            command.env_remove(variable);
        }
        command.env("CARGO_TARGET_DIR", self.folder.path().join("target"));
        command.envs(variables.iter().copied()).output().expect("the program runs")
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn yaml(path: &str) -> Yaml {
    let text = fs::read_to_string(repository(path)).expect("the file is there");
    YamlLoader::load_from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}")).remove(0)
}

fn keys(yaml: &Yaml) -> Vec<&str> {
    yaml.as_hash().expect("a table").keys().map(|key| key.as_str().expect("a name")).collect()
}

#[test]
fn the_action_has_what_it_names() {
    let action = yaml("action.yml");
    let page = fs::read_to_string(repository("docs/ci.md")).unwrap();
    for input in keys(&action["inputs"]) {
        assert!(page.contains(&format!("| `{input}` |")), "docs/ci.md has no `{input}`");
        assert!(action["inputs"][input]["description"].as_str().is_some(), "{input}");
    }
    assert_eq!(keys(&action["outputs"]), ["verdict", "issues", "report"]);
    let steps = action["runs"]["steps"].as_vec().expect("steps");
    let audit = steps.iter().find(|step| step["id"].as_str() == Some("audit")).expect("the step");
    let script = fs::read_to_string(repository("ci/action.sh")).unwrap();
    for variable in keys(&audit["env"]).into_iter().filter(|name| *name != "VESTIGE_SOURCE") {
        assert!(script.contains(&format!("{{{variable}")), "ci/action.sh does not read {variable}");
    }
    for step in steps {
        assert_eq!(step["shell"].as_str(), Some("bash"), "a composite step needs its shell");
        // What is given could be anything, and must not become a part of a script.
        assert!(!step["run"].as_str().expect("a script").contains("${{"), "{step:?}");
    }
}

/// Runs the script of the action; its status, what it prints, and what it gives.
fn action(package: &Package, variables: &[(&str, &str)]) -> (Option<i32>, String, BTreeMap<String, String>) {
    let (output, summary) = (package.path("vestige-output"), package.path("vestige-summary"));
    fs::write(&output, "").unwrap();
    let mut all = vec![("GITHUB_OUTPUT", output.to_str().unwrap()), ("GITHUB_STEP_SUMMARY", summary.to_str().unwrap())];
    all.extend_from_slice(variables);
    let script = repository("ci/action.sh");
    let ran = package.run("bash", &[script.to_str().unwrap()], &all);
    let given = fs::read_to_string(&output).unwrap();
    let given =
        given.lines().filter_map(|line| line.split_once('=')).map(|(key, value)| (key.to_owned(), value.to_owned()));
    (ran.status.code(), text(&ran.stdout) + &text(&ran.stderr), given.collect())
}

#[test]
fn the_action_shows_what_is_new_and_ends_as_the_gate_decides() {
    let package = Package::new();
    let (status, said, given) = action(&package, &[("VESTIGE_BASE", "HEAD"), ("VESTIGE_SARIF", "vestige.sarif")]);
    assert_eq!(status, Some(1), "{said}");
    assert_eq!((given["verdict"].as_str(), given["issues"].as_str()), ("fail", "1"));
    assert!(said.contains("::warning file=src/main.rs,line=1"), "{said}");
    assert!(package.read("vestige-summary").contains("`fresh`"), "the summary has no finding");
    let report: Value = serde_json::from_str(&package.read(&given["report"])).unwrap();
    assert_eq!(report["gate"]["comparison"]["unchanged"], 1);
    let log: Value = serde_json::from_str(&package.read("vestige.sarif")).unwrap();
    assert_eq!(log["runs"][0]["results"].as_array().map(Vec::len), Some(1));

    let all = [("VESTIGE_GATE", "all"), ("VESTIGE_ANNOTATIONS", "false"), ("VESTIGE_ARGS", "--fail-on deny")];
    let (status, said, given) = action(&package, &all);
    assert_eq!((status, given["verdict"].as_str(), given["issues"].as_str()), (Some(0), "pass", "2"), "{said}");
    assert!(!said.contains("::warning"), "{said}");

    let (status, said, given) = action(&package, &[("VESTIGE_BASE", "nowhere")]);
    assert_eq!((status, given.len()), (Some(2), 0), "{said}");
    assert!(said.contains("there is no commit `nowhere`") && said.contains("::error title=cargo-vestige::"), "{said}");
    assert_eq!(action(&package, &[("VESTIGE_GATE", "some")]).0, Some(2));
}

#[test]
fn the_job_for_gitlab_makes_its_reports() {
    let template = yaml("templates/cargo-vestige.gitlab-ci.yml");
    let job = &template["cargo-vestige"];
    assert_eq!(job["variables"]["GIT_DEPTH"].as_str(), Some("0"));
    let script = job["script"][0].as_str().expect("a script");
    let package = Package::new();
    let ran = package.run("sh", &["-e", "-c", script], &[("CI_MERGE_REQUEST_DIFF_BASE_SHA", "HEAD")]);
    assert_eq!(ran.status.code(), Some(1), "{}{}", text(&ran.stdout), text(&ran.stderr));
    let reports = &job["artifacts"]["reports"];
    let quality: Value = serde_json::from_str(&package.read(reports["codequality"].as_str().unwrap())).unwrap();
    assert_eq!(quality.as_array().map(Vec::len), Some(1));
    assert!(quality[0]["description"].as_str().unwrap().contains("`fresh`"), "{quality}");
    assert!(package.read(reports["junit"].as_str().unwrap()).contains("failures=\"1\""));
    let ran = package.run("sh", &["-e", "-c", script], &[("CI_MERGE_REQUEST_DIFF_BASE_SHA", "nowhere")]);
    assert_eq!(ran.status.code(), Some(2));
}

#[test]
fn the_hooks_run_and_need_no_names_of_files() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let hooks = hooks.as_vec().expect("a list");
    assert_eq!(hooks.len(), 3);
    let package = Package::new();
    for hook in hooks {
        let flags = ["pass_filenames", "require_serial"].map(|key| hook[key].as_bool());
        assert_eq!(flags, [Some(false), Some(true)], "{hook:?}");
        let mut words = hook["entry"].as_str().expect("an entry").split(' ');
        let ran = package.run(words.next().unwrap(), &words.collect::<Vec<_>>(), &[]);
        assert_eq!(ran.status.code(), Some(1), "{hook:?}: {}", text(&ran.stderr));
        let is_gate = hook["id"].as_str() != Some("cargo-vestige-check");
        assert_eq!(text(&ran.stdout).contains("function `old`"), !is_gate, "{}", text(&ran.stdout));
    }
}

#[test]
fn the_command_of_the_editor_has_the_compilers_messages_and_ours() {
    let page = fs::read_to_string(repository("docs/editor.md")).unwrap();
    let example = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let settings: Value = serde_json::from_str(example).expect("it is JSON");
    let words = settings["rust-analyzer.check.overrideCommand"].as_array().expect("a command");
    let words: Vec<&str> = words.iter().map(|word| word.as_str().expect("a word")).collect();
    let package = Package::new();
    package.write("src/main.rs", "pub mod ours {\n    pub fn dead() {}\n}\nfn main() { let x = 1; }\n");
    let ran = package.run(words[0], &words[1..], &[]);
    assert_eq!(ran.status.code(), Some(0), "{}", text(&ran.stderr));
    let messages: Vec<Message> = Message::parse_stream(&ran.stdout[..]).map(|it| it.expect("a message")).collect();
    let codes: Vec<String> = (messages.iter())
        .filter_map(|message| match message {
            Message::CompilerMessage(message) => Some(message.message.code.clone()?.code),
            _ => None,
        })
        .collect();
    let at = |code: &str| codes.iter().position(|it| it == code);
    assert!(at("unused_variables") < codes.iter().rposition(|it| it == "dead_code"), "{codes:?}");
    assert!(at("unused_variables").is_some(), "{codes:?}");
    let ends: Vec<bool> = (messages.iter())
        .filter_map(|it| if let Message::BuildFinished(end) = it { Some(end.success) } else { None })
        .collect();
    assert_eq!(ends, [true], "the build ends once");
    assert!(matches!(messages.last(), Some(Message::BuildFinished(_))));
    // A build that fails does so behind our findings.
    package.write("src/main.rs", "fn dead() {}\nfn main() { nothing(); }\n");
    let ran = package.run(words[0], &words[1..], &[]);
    assert_eq!(ran.status.code(), Some(1));
    let last = text(&ran.stdout).lines().last().unwrap_or_default().to_owned();
    assert_eq!(serde_json::from_str::<Value>(&last).unwrap()["success"], false);
}

fn run(arguments: &[&str]) -> (u8, String, String) {
    let line = ["cargo-vestige", "vestige"].iter().chain(arguments).map(OsString::from);
    let (mut out, mut err) = (vec![], vec![]);
    let status = cargo_vestige::cli::run(line, &mut out, &mut err);
    (status, text(&out), text(&err))
}

#[test]
fn completions_know_the_commands_and_the_shells_take_them() {
    for (shell, sign) in [
        ("bash", "complete -F"),
        ("zsh", "#compdef"),
        ("fish", "complete -c"),
        ("elvish", "edit:completion"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let (status, out, err) = run(&["completions", shell]);
        assert_eq!((status, err.as_str()), (0, ""));
        for part in [sign, "cargo-vestige", "baseline", "connections", "exit-zero"] {
            assert!(out.contains(part), "{shell}: no {part}");
        }
    }
    let script = run(&["completions", "bash"]).1;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("completions");
    fs::write(&file, script).unwrap();
    let taken = Command::new("bash").arg("-n").arg(&file).output().expect("bash runs");
    assert!(taken.status.success(), "{}", text(&taken.stderr));
}

#[test]
fn there_is_a_page_for_the_program_and_for_each_command() {
    let (status, page, err) = run(&["man"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(page.contains(".TH") && page.contains("gate"), "{page}");
    // Those that are made for machines are hidden.
    assert!(!page.contains("completions") && !run(&["--help"]).1.contains("completions"), "{page}");
    for command in ["check", "gate", "baseline", "init", "why", "prove", "fix"] {
        let (status, page, err) = run(&["man", command]);
        assert_eq!((status, err.as_str()), (0, ""), "{command}");
        assert!(page.contains(".TH") && page.contains("SYNOPSIS"), "{page}");
    }
    let (status, _, err) = run(&["man", "gaet"]);
    assert!(status == 2 && err.contains("no command `gaet`"), "{err}");
}
