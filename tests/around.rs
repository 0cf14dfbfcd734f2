//! Packages above or beside the root of a workspace, in the same repository: what they use is in use.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use cargo_vestige::discover::Request;
use cargo_vestige::pipeline::{Options, audit};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const CLIENT: &str = "[package]\nname = \"client\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n";
const LIBRARY: &str = "pub fn used() {}\npub fn unused() {}\n";
const USER: &str = "fn main() {\n    client::used();\n}\n";

fn write(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// A repository with a library in `tests/client`, and these files.
fn repository(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    write(folder.path(), &[("tests/client/Cargo.toml", CLIENT), ("tests/client/src/lib.rs", LIBRARY)]);
    write(folder.path(), files);
    folder
}

fn package(dependency: &str) -> String {
    format!("[package]\nname = \"user\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependency}\n")
}

/// The names of what is reported.
fn reported(request: Request) -> Vec<String> {
    let request = Request { without_dependencies: true, ..request };
    let (report, _) = audit(&Options { request, ..Options::default() }).unwrap();
    report.findings.iter().map(|finding| finding.item.name.clone()).collect()
}

fn of_client(folder: &Path) -> Vec<String> {
    reported(Request { manifest: folder.join("tests/client/Cargo.toml"), ..Request::default() })
}

#[test]
fn a_package_beside_the_root_uses_what_it_calls() {
    let user = package("client = { path = \"../client\" }");
    let folder = repository(&[("tests/board/Cargo.toml", &user), ("tests/board/src/main.rs", USER)]);
    assert_eq!(of_client(folder.path()), ["unused"]);
    // Without a repository nobody knows where to stop.
    fs::remove_dir(folder.path().join(".git")).unwrap();
    assert_eq!(of_client(folder.path()), ["used", "unused"]);
    let manifest = folder.path().join("tests/client/Cargo.toml");
    let around = Some(folder.path().to_owned());
    assert_eq!(reported(Request { manifest, around, ..Request::default() }), ["unused"]);
}

#[test]
fn a_package_above_may_inherit_the_folder() {
    let workspace =
        "[workspace]\nmembers = [\"app\"]\n\n[workspace.dependencies]\nclient = { path = \"tests/client\" }\n";
    let user = package("client = { workspace = true }");
    let folder = repository(&[("Cargo.toml", workspace), ("app/Cargo.toml", &user), ("app/src/main.rs", USER)]);
    // A workspace of its own.
    write(folder.path(), &[("tests/client/Cargo.toml", &format!("{CLIENT}\n[workspace]\n"))]);
    assert_eq!(of_client(folder.path()), ["unused"]);
}

#[test]
fn a_name_alone_means_what_was_published() {
    let user = package("client = \"1\"");
    let folder = repository(&[("tests/board/Cargo.toml", &user), ("tests/board/src/main.rs", USER)]);
    assert_eq!(of_client(folder.path()), ["used", "unused"]);
    // Nor where another one means the member.
    let other = package("client = { path = \"../client\" }");
    write(folder.path(), &[("tests/other/Cargo.toml", &other), ("tests/other/src/main.rs", "fn main() {}\n")]);
    assert_eq!(of_client(folder.path()), ["used", "unused"]);
}

#[test]
fn another_repository_is_not_looked_into() {
    let user = package("client = { path = \"../../tests/client\" }");
    let folder = repository(&[("vendor/board/Cargo.toml", &user), ("vendor/board/src/main.rs", USER)]);
    assert_eq!(of_client(folder.path()), ["unused"]);
    write(folder.path(), &[("vendor/.git", "gitdir: ../.git/modules/vendor\n")]);
    assert_eq!(of_client(folder.path()), ["used", "unused"]);
}

#[test]
fn what_uses_the_original_uses_a_copy() {
    let user = package("client = { path = \"../client\" }");
    let folder = repository(&[("tests/board/Cargo.toml", &user), ("tests/board/src/main.rs", USER)]);
    let copy = tempfile::tempdir().unwrap();
    write(copy.path(), &[("Cargo.toml", CLIENT), ("src/lib.rs", LIBRARY)]);
    let manifest = copy.path().join("Cargo.toml");
    assert_eq!(reported(Request { manifest: manifest.clone(), ..Request::default() }), ["used", "unused"]);
    let copy_of = Some(folder.path().join("tests/client"));
    assert_eq!(reported(Request { manifest, copy_of, ..Request::default() }), ["unused"]);
}

#[test]
fn a_manifest_that_is_no_toml_opens_the_package_that_it_leads_to() {
    let broken = "[package]\nname = \"{{name}}\n[dependencies]\nclient = { path = \"../client\" }\n";
    let folder = repository(&[("tests/template/Cargo.toml", broken)]);
    assert!(of_client(folder.path()).is_empty());
    write(folder.path(), &[("tests/template/Cargo.toml", &broken.replace("../client", "../clients"))]);
    assert_eq!(of_client(folder.path()), ["used", "unused"]);
}

#[test]
fn nothing_outside_of_the_root_is_changed() {
    let member =
        "[package]\nname = \"common\"\nversion = \"0.1.0\"\nedition = \"2024\"\nworkspace = \"../tests/client\"\n";
    let folder = repository(&[("common/Cargo.toml", member), ("common/src/main.rs", "fn dead() {}\nfn main() {}\n")]);
    let root = format!("{CLIENT}\n[workspace]\nmembers = [\"../../common\"]\n");
    write(folder.path(), &[("tests/client/Cargo.toml", &root)]);
    let request = Request { manifest: folder.path().join("tests/client/Cargo.toml"), ..Request::default() };
    let (report, _) = audit(&Options { request, ..Options::default() }).unwrap();
    let dead = report.findings.iter().find(|finding| finding.item.name == "dead").unwrap();
    assert_eq!(dead.location.file, "../../common/src/main.rs");
    assert!(dead.removal.is_empty());
    let unused = report.findings.iter().find(|finding| finding.item.name == "unused").unwrap();
    assert!(!unused.removal.is_empty());
}
