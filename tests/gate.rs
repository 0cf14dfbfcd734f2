//! The gate as users run it: what a change brings against its base, suppressions, the baseline.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "gate/base.rs"]
mod base;
#[path = "gate/baseline.rs"]
mod baseline;
#[path = "gate/changes.rs"]
mod changes;
#[path = "gate/sharing.rs"]
mod sharing;
#[path = "gate/suppressions.rs"]
mod suppressions;

use serde_json::Value;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const MANIFEST: &str =
    "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n[workspace]\n";

/// A package in a folder of its own, in git.
struct Package(tempfile::TempDir);

impl Package {
    /// A package with these files, committed.
    fn new(files: &[(&str, &str)]) -> Self {
        let package = Package(tempfile::tempdir().expect("a folder for the test"));
        package.write("Cargo.toml", MANIFEST);
        package.write(".gitignore", "/target\nCargo.lock\n");
        files.iter().for_each(|(path, text)| package.write(path, text));
        package.git(&["init", "--quiet", "--initial-branch", "main"]);
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

    fn remove(&self, path: &str) {
        fs::remove_file(self.root().join(path)).expect("the file is there");
    }

    fn git(&self, arguments: &[&str]) -> String {
        git(&self.root(), arguments)
    }

    /// Commits everything; returns the commit.
    fn commit(&self) -> String {
        self.git(&["add", "-A"]);
        self.git(&["commit", "--quiet", "--allow-empty", "-m", "state"]);
        self.git(&["rev-parse", "HEAD"])
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        run(&self.root(), arguments)
    }

    /// The gate against a base, as JSON.
    fn gate(&self, base: &str) -> Ran {
        self.run(&["gate", "--base", base, "--format", "json", "--quiet"])
    }
}

fn git(folder: &Path, arguments: &[&str]) -> String {
    let about = ["-c", "user.name=t", "-c", "user.email=t@t", "-c", "protocol.file.allow=always"];
    let output = Command::new("git").args(about).args(arguments).current_dir(folder).output().expect("git runs");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// What a run gave.
struct Ran {
    status: u8,
    out: String,
    err: String,
}

fn run(root: &Path, arguments: &[&str]) -> Ran {
    let mut line: Vec<OsString> = ["cargo-vestige", "vestige"].map(OsString::from).into();
    line.extend(arguments.iter().map(OsString::from));
    line.extend(["--manifest-path".into(), root.join("Cargo.toml").into_os_string()]);
    let (mut out, mut err) = (vec![], vec![]);
    let status = cargo_vestige::cli::run(line.into_iter(), &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("what is printed is UTF-8");
    Ran { status, out: text(out), err: text(err) }
}

impl Ran {
    /// The report, if the run ended with a status.
    fn report(&self, status: u8) -> Value {
        assert_eq!(self.status, status, "stdout: {}\nstderr: {}", self.out, self.err);
        serde_json::from_str(&self.out).expect("stdout is JSON")
    }

    /// It could not work: nothing on stdout, and an error that holds all of `parts`.
    fn refused(&self, parts: &[&str]) {
        assert_eq!((self.status, self.out.as_str()), (2, ""), "stderr: {}", self.err);
        for part in parts {
            assert!(self.err.starts_with("error: ") && self.err.contains(part), "no {part:?} in: {}", self.err);
        }
    }
}

/// The paths of the findings.
fn paths(report: &Value) -> Vec<&str> {
    let findings = report["findings"].as_array().expect("findings").iter();
    findings.map(|finding| finding["item"]["path"].as_str().expect("a path")).collect()
}

/// New, fixed, unchanged.
fn counts(report: &Value) -> [u64; 3] {
    ["new", "fixed", "unchanged"].map(|key| report["gate"]["comparison"][key].as_u64().expect("a count"))
}

/// The sentences on what the change did.
fn changes(report: &Value) -> Vec<&str> {
    let changes = report["gate"]["comparison"]["changes"].as_array().expect("changes").iter();
    changes.map(|change| change.as_str().expect("a sentence")).collect()
}
