//! Dependencies that no registry has: from a checkout of git, as cargo keeps it, and from a folder outside of the workspace.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use cargo_vestige::discover::Request;
use cargo_vestige::pipeline::{Options, analyse};
use std::path::Path;
use tempfile::TempDir;

const COMMIT: &str = "0123456789abcdef0123456789abcdef01234567";

/// A program that calls `get` on what two packages of its dependencies give it, one behind the other.
const MAIN: &str = "struct Own;
impl Own { fn get(&self) {} fn len(&self) {} }
fn kept() {}
fn main() {
    let _own = Own;
    wire::link().get();
    wire::link().frame().len();
    wire::run!(kept);
}
";
const WIRE: &str = "pub struct Link;
impl Link { pub fn get(&self) {} pub fn frame(&self) -> base::Frame { base::frame() } }
pub fn link() -> Link { Link }
#[macro_export] macro_rules! run { ($what:ident) => { $what() } }
";
const BASE: &str = "pub struct Frame;
impl Frame { pub fn len(&self) -> usize { 0 } }
pub fn frame() -> Frame { Frame }
";

fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// A workspace with `wire`, and with `wire-base`, which that inherits under another name.
fn dependencies(folder: &Path, version: &str) {
    write(
        &folder.join("Cargo.toml"),
        "[workspace]\nmembers = ['wire', 'base']\n[workspace.dependencies]\nbase = { path = 'base', package = 'wire-base' }\n",
    );
    let manifest =
        |name: &str, more: &str| format!("[package]\nname = '{name}'\nversion = '{version}'\nedition = '2024'\n{more}");
    write(&folder.join("wire/Cargo.toml"), &manifest("wire", "[dependencies]\nbase.workspace = true\n"));
    write(&folder.join("wire/src/lib.rs"), WIRE);
    write(&folder.join("base/Cargo.toml"), &manifest("wire-base", ""));
    write(&folder.join("base/src/lib.rs"), BASE);
}

/// The program in a folder, with this for its dependency and this source in its lock file.
fn program(folder: &TempDir, wire: &str, source: &str) -> Request {
    let app = folder.path().join("app");
    let package = "[package]\nname = 'app'\nversion = '1.0.0'\nedition = '2024'\npublish = false\n[workspace]\n";
    write(&app.join("Cargo.toml"), &format!("{package}[dependencies]\nwire = {{ {wire} }}\n"));
    let row = |name: &str, needs: &str, source: &str| {
        format!("[[package]]\nname = '{name}'\nversion = '1.0.0'\ndependencies = [{needs}]\n{source}\n")
    };
    let rows = [row("app", "'wire'", ""), row("wire", "'wire-base'", source), row("wire-base", "", source)];
    write(&app.join("Cargo.lock"), &format!("version = 4\n{}", rows.concat()));
    write(&app.join("src/main.rs"), MAIN);
    let cargo_home = Some(folder.path().join("cargo"));
    Request { manifest: app.join("Cargo.toml"), cargo_home, ..Request::default() }
}

/// How many calls stay by name, and the notes.
fn unknown(request: Request) -> (usize, Vec<String>) {
    let analysis = analyse(&Options { request, ..Options::default() }).unwrap();
    (analysis.bindings.unknown.len(), analysis.workspace.notes)
}

#[test]
fn a_checkout_of_the_locked_commit_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let checkout = folder.path().join("cargo/git/checkouts/wire-89abcdef01234567").join(&COMMIT[..7]);
    dependencies(&checkout, "1.0.0");
    let git = |commit: &str| {
        let source = format!("source = 'git+https://host.test/owner/wire?branch=main#{commit}'");
        unknown(program(&folder, "git = 'https://host.test/owner/wire'", &source))
    };
    assert_eq!(git(COMMIT).0, 3, "cargo has not finished it");
    write(&checkout.join(".cargo-ok"), "");
    assert_eq!(git(COMMIT), (0, vec![]));
    let (calls, notes) = git("fedcba9876543210fedcba9876543210fedcba98");
    assert_eq!(calls, 3, "another commit is not here");
    let note = "2 of 2 dependencies have no source here (wire, wire-base); what they say is not known";
    assert_eq!(notes, [note]);
}

#[test]
fn a_folder_outside_of_the_workspace_is_read() {
    let folder = tempfile::tempdir().unwrap();
    dependencies(&folder.path().join("near"), "1.0.0");
    let request = program(&folder, "path = '../near/wire'", "");
    assert_eq!(unknown(request.clone()), (0, vec![]));
    // What it patches lies there as well.
    let manifest = folder.path().join("app/Cargo.toml");
    let text = std::fs::read_to_string(&manifest).unwrap();
    let text = text.replace("path = '../near/wire'", "version = '1'");
    write(&manifest, &format!("{text}[patch.crates-io]\nwire = {{ path = '../near/wire' }}\n"));
    assert_eq!(unknown(request), (0, vec![]));
}

#[test]
fn what_depends_on_a_member_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    dependencies(&folder.path().join("near"), "1.0.0");
    let request = program(&folder, "path = '../near/wire'", "");
    let lock = folder.path().join("app/Cargo.lock");
    let text = std::fs::read_to_string(&lock).unwrap();
    write(&lock, &text.replace("'wire-base']", "'wire-base', 'app']"));
    assert_eq!(unknown(request).0, 3);
}
