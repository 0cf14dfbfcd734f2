//! A small program and small crates where cargo would keep them.

use cargo_vestige::discover::Request;
use std::path::Path;
use tempfile::TempDir;

pub fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// A program, and what asks for it. Crates depend on all others; the program on those whose name does not begin with
/// `far`. One without a text is not on the machine.
pub fn program(crates: &[(&str, &str)], main: &str) -> (TempDir, Request) {
    let folder = tempfile::tempdir().unwrap();
    let needed = |name: &str| {
        let others = crates.iter().map(|(other, _)| *other).filter(move |other| *other != name);
        others.filter(|other| name != "app" || !other.starts_with("far")).collect::<Vec<_>>()
    };
    let manifest = |name: &str| {
        let others: String = needed(name).iter().map(|other| format!("{other} = \"1\"\n")).collect();
        format!(
            "[package]\nname = \"{name}\"\nversion = \"1.0.0\"\nedition = \"2024\"\npublish = false\n[dependencies]\n{others}"
        )
    };
    let locked = |name: &str, source: &str| {
        format!("[[package]]\nname = \"{name}\"\nversion = \"1.0.0\"\n{source}dependencies = {:?}\n", needed(name))
    };
    let mut lock = format!("version = 4\n{}", locked("app", ""));
    for (name, text) in crates {
        lock += &locked(name, "source = \"registry+https://github.com/rust-lang/crates.io-index\"\n");
        let sources = folder.path().join("cargo/registry/src/index").join(format!("{name}-1.0.0"));
        if !text.is_empty() {
            write(&sources.join("Cargo.toml"), &manifest(name));
            write(&sources.join("src/lib.rs"), text);
        }
    }
    let app = folder.path().join("app");
    write(&app.join("Cargo.toml"), &manifest("app"));
    write(&app.join("Cargo.lock"), &lock);
    write(&app.join("src/main.rs"), main);
    let cargo_home = Some(folder.path().join("cargo"));
    let request = Request { manifest: app.join("Cargo.toml"), cargo_home, ..Request::default() };
    (folder, request)
}
