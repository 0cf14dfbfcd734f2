//! `twins`, and what git knows of drifted copies, in a repository that is made here.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::Path;
use std::process::Command;

const MANIFEST: &str = "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n";

/// Two functions that are the same but for a local name; of the second a comment says that it is old.
const BOTH: &str = r#"use std::io::{Result, Write};
use std::net::TcpStream;
fn dial(address: &str, greeting: &[u8]) -> Result<TcpStream> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    stream.write_all(b"hello")?;
    stream.write_all(greeting)?;
    stream.flush()?;
    Ok(stream)
}
/// Kept for backward compatibility.
fn dial_legacy(address: &str, greeting: &[u8]) -> Result<TcpStream> {
    let mut socket = TcpStream::connect(address)?;
    socket.set_nodelay(true)?;
    socket.write_all(b"hello")?;
    socket.write_all(greeting)?;
    socket.flush()?;
    Ok(socket)
}
fn main() -> Result<()> {
    drop((dial("a:1", b"x")?, dial_legacy("a:1", b"x")?));
    Ok(())
}
"#;

fn run(folder: &Path, arguments: &[&str]) -> String {
    let manifest = folder.join("Cargo.toml");
    let mut line = vec!["cargo-vestige".into(), "vestige".into()];
    line.extend(arguments.iter().map(std::ffi::OsString::from));
    line.extend(["--manifest-path".into(), manifest.into(), "--quiet".into()]);
    let (mut out, mut err) = (vec![], vec![]);
    let status = cargo_vestige::cli::run(line.into_iter(), &mut out, &mut err);
    assert!(status < 2, "{}", String::from_utf8_lossy(&err));
    String::from_utf8(out).unwrap()
}

fn git(folder: &Path, day: &str, arguments: &[&str]) {
    let date = format!("2024-03-{day}T12:00:00Z");
    let mut command = Command::new("git");
    command.args(["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]);
    command.args(arguments).current_dir(folder).env("GIT_COMMITTER_DATE", &date).env("GIT_AUTHOR_DATE", &date);
    assert!(command.output().expect("git runs").status.success(), "{arguments:?}");
}

fn write(folder: &Path, text: &str) {
    std::fs::create_dir_all(folder.join("src")).unwrap();
    std::fs::write(folder.join("Cargo.toml"), MANIFEST).unwrap();
    std::fs::write(folder.join("src/main.rs"), text).unwrap();
}

fn mended() -> String {
    let limit = "?;\n    stream.set_read_timeout(Some(std::time::Duration::from_secs(5)))?;\n    stream.set_nodelay";
    BOTH.replace("?;\n    stream.set_nodelay", limit)
}

#[test]
fn twins_are_shown_side_by_side() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), BOTH);
    let same = run(folder.path(), &["twins", "dial"]);
    assert!(same.contains("the same but for local names as `app::dial_legacy`"), "{same}");
    assert!(same.contains("marked as legacy"), "{same}");
    let list = run(folder.path(), &["twins", "--all"]);
    assert_eq!(list, "src/main.rs:3\tsrc/main.rs:12\t100\n");
    write(folder.path(), &mended());
    let apart = run(folder.path(), &["twins", "dial_legacy"]);
    let expected = [
        "+     stream.set_read_timeout(",
        "only `app::dial` has a time-out",
        "+ connections: connect, timeout 5, tune",
    ];
    for expected in expected {
        assert!(apart.contains(expected), "{apart}");
    }
    assert!(!apart.contains("the two were the same"), "there is no repository\n{apart}");
    let alone = run(folder.path(), &["twins", "main"]);
    assert!(alone.contains("has no twin"), "{alone}");
}

#[test]
fn git_knows_which_copy_changed() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), BOTH);
    git(folder.path(), "01", &["init", "--quiet"]);
    git(folder.path(), "01", &["add", "."]);
    git(folder.path(), "01", &["commit", "--quiet", "-m", "add both"]);
    write(folder.path(), &mended());
    git(folder.path(), "02", &["commit", "--quiet", "-a", "-m", "fix: do not wait for ever"]);
    let check = ["check", "--only", "drifted-copy", "--fail-on", "never"];
    let told = run(folder.path(), &check);
    assert!(told.contains("the two were the same; `dial` was fixed in "), "{told}");
    assert!(told.contains("\"fix: do not wait for ever\"), `dial_legacy` was not"), "{told}");
    let quiet = run(folder.path(), &[&check[..], &["--without-history"]].concat());
    assert!(quiet.contains("it lacks a time-out") && !quiet.contains("the two were the same"), "{quiet}");
    // What is not committed has no history.
    write(folder.path(), &format!("\n{}", mended()));
    assert!(!run(folder.path(), &check).contains("the two were the same"));
}
