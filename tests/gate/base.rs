//! Which base a change is compared with, what happens where there is none, and that nothing of the user's is touched.

use crate::{MANIFEST, Package, counts, git, paths, run};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const OLD: &str = "fn old() {}\n\nfn main() {}\n";
const FRESH: &str = "fn fresh() {}\nfn old() {}\n\nfn main() {}\n";

/// Everything in a folder, git's own included, but for what it writes when it is asked.
fn state(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("readable"));
    let files = files.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    files.map(|path| (path.clone(), std::fs::read(path).expect("readable"))).collect()
}

#[test]
fn nothing_of_the_users_is_touched() {
    let package = Package::new(&[("src/main.rs", OLD), ("src/gone.rs", "")]);
    package.write("src/main.rs", FRESH);
    package.write("src/staged.rs", "fn a() {}\n");
    package.git(&["add", "src/staged.rs"]);
    package.write("src/staged.rs", "fn b() {}\n");
    package.remove("src/gone.rs");
    package.write("notes.txt", "mine");
    let before = state(&package.root());
    package.gate("HEAD").report(1);
    assert!(state(&package.root()) == before, "the gate changes something");
}

/// The note that says what the base is.
fn chosen(report: &Value) -> &str {
    report["workspace"]["notes"][0].as_str().expect("a note")
}

#[test]
fn the_usual_base_is_where_the_branch_left_the_main_one() {
    let package = Package::new(&[("src/main.rs", OLD)]);
    let base = package.git(&["rev-parse", "HEAD"]);
    package.git(&["checkout", "--quiet", "-b", "feature"]);
    package.write("src/main.rs", FRESH);
    package.commit();
    // What the main branch has got since is no part of the change.
    package.git(&["checkout", "--quiet", "main"]);
    package.write("src/main.rs", "fn main() {}\n");
    package.commit();
    package.git(&["checkout", "--quiet", "feature"]);
    for arguments in [&["gate"][..], &["gate", "--base", "main"]] {
        let report = package.run(&[arguments, &["--format", "json"]].concat()).report(1);
        assert_eq!((paths(&report), counts(&report)), (vec!["app::fresh"], [1, 0, 1]));
        assert_eq!(report["gate"]["compared_with"], base.as_str());
        assert!(chosen(&report).ends_with("the merge base with `main`"), "{}", chosen(&report));
    }
    // The upstream goes first, and the configuration before it.
    package.git(&["branch", "develop", "HEAD"]);
    package.git(&["branch", "--quiet", "--set-upstream-to", "develop"]);
    let report = package.run(&["gate", "--format", "json"]).report(0);
    assert!(chosen(&report).ends_with("`develop`"), "{}", chosen(&report));
    package.write("vestige.toml", "[gate]\nbase = \"main\"\n");
    let report = package.run(&["gate", "--format", "json"]).report(1);
    assert!(chosen(&report).ends_with("`main`"), "{}", chosen(&report));
}

#[test]
fn a_copy_of_the_branch_at_the_remote_is_not_what_it_goes_to() {
    let package = Package::new(&[("src/main.rs", OLD)]);
    let clone = package.0.path().join("clone");
    git(package.0.path(), &["clone", "--quiet", "work", "clone"]);
    git(&clone, &["checkout", "--quiet", "-b", "feature"]);
    std::fs::write(clone.join("src/main.rs"), FRESH).unwrap();
    git(&clone, &["commit", "--quiet", "-am", "change"]);
    git(&clone, &["push", "--quiet", "--set-upstream", "origin", "feature"]);
    let report = run(&clone, &["gate", "--format", "json"]).report(1);
    assert!(chosen(&report).ends_with("`origin/main`"), "{}", chosen(&report));
}

#[test]
fn a_workspace_below_the_top_of_the_repository() {
    let package = Package::new(&[]);
    let inner = package.root().join("rust/app");
    for (path, text) in [("Cargo.toml", MANIFEST), ("src/main.rs", OLD)] {
        package.write(&format!("rust/app/{path}"), text);
    }
    package.remove("Cargo.toml");
    package.commit();
    package.write("rust/app/src/main.rs", FRESH);
    let report = run(&inner, &["gate", "--base", "HEAD", "--format", "json", "--quiet"]).report(1);
    assert_eq!(counts(&report), [1, 0, 1]);
}

#[test]
fn what_no_audit_reads_needs_no_second_one() {
    let package = Package::new(&[("src/main.rs", OLD), ("README.md", "a\n")]);
    package.write("README.md", "b\n");
    let report = package.gate("HEAD").report(0);
    assert_eq!(counts(&report), [0, 0, 1]);
    // A file that is part of the documentation is read.
    let main = "#![doc = include_str!(\"../README.md\")]\nfn old() {}\n\nfn main() {}\n";
    package.write("src/main.rs", main);
    package.commit();
    package.write("README.md", "c\n");
    assert_eq!(counts(&package.gate("HEAD").report(0)), [0, 0, 1]);
}

#[test]
fn what_git_ignores_is_on_both_sides() {
    let package = Package::new(&[
        ("src/main.rs", "mod made;\nfn old() {}\nfn main() { made::live(); }\n"),
        (".gitignore", "/target\nCargo.lock\nsrc/made.rs\n"),
    ]);
    package.write("src/made.rs", "pub fn live() {}\n");
    package.write("src/new.rs", "");
    let report = package.gate("HEAD").report(1);
    assert_eq!((counts(&report)[0], counts(&report)[2]), (1, 1), "{report}");
    assert_eq!(report["workspace"]["complete"], true);
}

#[test]
fn without_a_base_it_does_not_work() {
    let package = Package::new(&[("src/main.rs", OLD)]);
    package.gate("nowhere").refused(&["there is no commit `nowhere` here", "git fetch origin nowhere"]);
    package.git(&["checkout", "--quiet", "--orphan", "other"]);
    // The same content in the same second would be the same commit.
    package.write("other.txt", "");
    package.commit();
    package.gate("main").refused(&["`main` have no history in common"]);
    package.git(&["branch", "-M", "lonely"]);
    package.git(&["branch", "--quiet", "-D", "main"]);
    package.run(&["gate"]).refused(&["there is nothing to compare with", "--base"]);

    let bare = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(bare.path().join("src")).unwrap();
    std::fs::write(bare.path().join("Cargo.toml"), MANIFEST).unwrap();
    std::fs::write(bare.path().join("src/main.rs"), OLD).unwrap();
    run(bare.path(), &["gate"]).refused(&["is not in a git repository"]);
    git(bare.path(), &["init", "--quiet"]);
    run(bare.path(), &["gate"]).refused(&["no commit yet"]);
}

#[test]
fn a_shallow_clone_is_told_what_to_fetch() {
    let package = Package::new(&[("src/main.rs", OLD)]);
    package.git(&["checkout", "--quiet", "-b", "feature"]);
    package.write("src/main.rs", FRESH);
    package.commit();
    let url = format!("file://{}", package.root().display());
    git(package.0.path(), &["clone", "--quiet", "--depth", "1", "--branch", "feature", &url, "clone"]);
    let clone = package.0.path().join("clone");
    run(&clone, &["gate", "--base", "origin/main"]).refused(&["no commit `origin/main`", "shallow", "fetch-depth: 0"]);
    git(&clone, &["fetch", "--quiet", "--depth", "1", "origin", "main:refs/remotes/origin/main"]);
    run(&clone, &["gate", "--base", "origin/main"]).refused(&["no history in common", "git fetch --unshallow"]);
    git(&clone, &["fetch", "--quiet", "--unshallow", "origin", "main:refs/remotes/origin/main"]);
    run(&clone, &["gate", "--base", "origin/main", "--format", "json"]).report(1);
}

#[test]
fn a_base_that_cannot_be_read_fails_closed() {
    let package = Package::new(&[("src/main.rs", "mod broken;\nfn main() {}\n"), ("src/broken.rs", "fn broken( {\n")]);
    package.write("src/broken.rs", "fn mended() {}\n");
    let report = package.run(&["gate", "--base", "HEAD", "--format", "json"]).report(1);
    assert!(report["gate"]["reasons"].to_string().contains("the analysis is incomplete"), "{report}");
    assert!(report["workspace"]["notes"].to_string().contains("in the base: src/broken.rs:"), "{report}");
    package.write("src/broken.rs", "");
    package.run(&["gate", "--base", "HEAD", "--allow-incomplete", "--format", "json"]).report(0);

    let package = Package::new(&[("README.md", "")]);
    package.git(&["rm", "--quiet", "--cached", "Cargo.toml"]);
    package.git(&["commit", "--quiet", "--amend", "-m", "no workspace"]);
    package.write("src/main.rs", OLD);
    package.gate("HEAD").refused(&["the base has no workspace here"]);
}

#[test]
fn what_lies_outside_of_the_repository_is_known_on_both_sides() {
    let main = "struct Own;\nimpl Own { fn get(&self) {} }\nfn main() { let _own = Own; near::side().get(); }\n";
    let package = Package::new(&[("src/main.rs", main)]);
    package.write("../near/Cargo.toml", &MANIFEST.replace("app", "near"));
    package.write(
        "../near/src/lib.rs",
        "pub struct Side;\nimpl Side { pub fn get(&self) {} }\npub fn side() -> Side { Side }\n",
    );
    package.write("Cargo.toml", &format!("{MANIFEST}[dependencies]\nnear = {{ path = \"../near\" }}\n"));
    let row = |name: &str, needs: &str| format!("[[package]]\nname = \"{name}\"\nversion = \"0.1.0\"\n{needs}");
    package
        .write("Cargo.lock", &format!("version = 4\n{}{}", row("app", "dependencies = [\"near\"]\n"), row("near", "")));
    package.write(".gitignore", "/target\n");
    let base = package.commit();
    package.write("src/main.rs", &format!("\n{main}"));
    let report = package.gate(&base).report(0);
    assert_eq!(counts(&report), [0, 0, 1]);
}
