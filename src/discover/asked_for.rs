//! Features that files beside the source turn on: those of the CI, scripts, recipes of packages.
//!
//! In: a workspace and names of features. Out: the names that a line of text asks for. Which package the line means it does not
//! know, nor what reads the file: a name counts beside the word `feature`, and in the lines of a list below that. Manifests only
//! speak of them to tools, in their `metadata`; documentation of packages only where it shows the command.

use super::{Workspace, is_never_source, is_rust};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Larger files are no settings and no scripts.
const LARGEST: u64 = 256 * 1024;
/// More files than this are not looked at.
const MOST_FILES: usize = 50_000;
/// Lines of a list below the word `feature`.
const LONGEST_LIST: usize = 20;

/// Hidden folders with commands that build the workspace.
const HIDDEN: [&str; 12] = [
    ".buildkite",
    ".cargo",
    ".ci",
    ".circleci",
    ".config",
    ".devcontainer",
    ".forgejo",
    ".gitea",
    ".github",
    ".gitlab",
    ".vscode",
    ".woodpecker",
];
/// Files that are read by no tool that builds, by the ends of their names.
const DATA: [&str; 22] = [
    "bin", "css", "csv", "gif", "gz", "ico", "jpeg", "jpg", "lock", "mp4", "otf", "pdf", "png", "po", "snap", "svg",
    "ttf", "wasm", "webp", "woff", "woff2", "zip",
];
/// Documentation, by the ends of names.
const PROSE: [&str; 7] = ["adoc", "html", "markdown", "md", "org", "rst", "txt"];

/// Which of some features a file that is no Rust turns on.
pub fn turned_on<'n>(workspace: &Workspace, names: &BTreeSet<&'n str>) -> BTreeSet<&'n str> {
    if names.is_empty() {
        return BTreeSet::new();
    }
    let asked = |path: &PathBuf| {
        if is_prose(path) && !tells_how_to_build(path) {
            return vec![];
        }
        let is_small = path.metadata().is_ok_and(|about| about.len() <= LARGEST);
        let text = is_small.then(|| std::fs::read_to_string(path).ok()).flatten();
        text.map(|text| asked_in(path, &text, names)).unwrap_or_default()
    };
    files(workspace).par_iter().flat_map_iter(asked).collect()
}

/// Which of some features commands in a text, of whatever language, turn on: each in one line, or in parts.
pub fn turned_on_by_commands<'n>(text: &str, names: &BTreeSet<&'n str>) -> Vec<&'n str> {
    let in_parts = text.contains("--features") || text.contains("\"-F\"");
    if !in_parts && !text.contains(" -F") {
        return vec![];
    }
    let commands: Vec<&str> = text.lines().filter(|line| is_command(line)).collect();
    let is_part = |name: &str| in_parts && text.contains(&format!("\"{name}\""));
    let is_asked = |name: &&'n str| is_part(name) || commands.iter().any(|line| has_word(line, name));
    names.iter().copied().filter(is_asked).collect()
}

/// The files below the root; of the rest of the repository those in its own folder, and the hidden ones.
fn files(workspace: &Workspace) -> Vec<PathBuf> {
    let root = &workspace.root;
    let below = WalkDir::new(root).sort_by_file_name().into_iter();
    let below = below.filter_entry(|entry| is_looked_into(entry, workspace)).flatten();
    let top = root.ancestors().find(|folder| folder.join(".git").exists()).filter(|top| *top != root.as_path());
    let around = top.map(|top| WalkDir::new(top).sort_by_file_name().into_iter().filter_entry(is_of_top).flatten());
    let all = below.chain(around.into_iter().flatten());
    let all = all.filter(|entry| entry.file_type().is_file() && !is_data(entry.path())).map(DirEntry::into_path);
    all.take(MOST_FILES).collect()
}

fn is_looked_into(entry: &DirEntry, workspace: &Workspace) -> bool {
    if !entry.file_type().is_dir() || entry.depth() == 0 {
        return true;
    }
    let (name, path) = (entry.file_name(), entry.path());
    let is_made = name == "node_modules" || path == workspace.target_dir || path.join("CACHEDIR.TAG").exists();
    let is_hidden = is_never_source(name) && !HIDDEN.iter().any(|hidden| name == *hidden);
    !is_made && !is_hidden && !path.join(".git").exists()
}

fn is_of_top(entry: &DirEntry) -> bool {
    // What lies inside of a hidden folder is only met where that is looked into.
    !entry.file_type().is_dir() || entry.depth() != 1 || HIDDEN.iter().any(|hidden| entry.file_name() == *hidden)
}

fn is_data(path: &Path) -> bool {
    is_rust(path) || ends_in(path, &DATA)
}

fn ends_in(path: &Path, ends: &[&str]) -> bool {
    path.extension().and_then(|end| end.to_str()).is_some_and(|end| ends.contains(&end))
}

/// The names that a file asks for.
fn asked_in<'n>(path: &Path, text: &str, names: &BTreeSet<&'n str>) -> Vec<&'n str> {
    let mut found = vec![];
    let is_manifest = path.file_name().is_some_and(|name| name == "Cargo.toml");
    let is_prose = is_prose(path);
    let (mut for_tools, mut list) = (!is_manifest, 0);
    for line in text.lines() {
        let said = line.trim();
        if is_manifest && said.starts_with('[') {
            let table = said.trim_start_matches('[');
            for_tools = table.starts_with("package.metadata") || table.starts_with("workspace.metadata");
        }
        if !for_tools {
            continue;
        }
        if is_command(line) || !is_prose && speaks_of_features(line) {
            found.extend(names.iter().filter(|name| has_word(line, name)));
            list = if is_prose { 0 } else { LONGEST_LIST };
        } else if list > 0 {
            found.extend(names.iter().filter(|name| is_listed(said, name)));
            list -= 1;
        }
    }
    found
}

fn is_command(line: &str) -> bool {
    line.contains("--features") || line.contains("cargo") && line.contains(" -F")
}

/// A setting: prose has the word, too.
fn speaks_of_features(line: &str) -> bool {
    ["eatures", "FEATURE", "feature:", "feature =", "feature="].iter().any(|word| line.contains(word))
}

fn is_prose(path: &Path) -> bool {
    path.extension().is_none() && name_starts(path, &["README"]) || ends_in(path, &PROSE)
}

/// Whether documentation is that of a package as it is, and not of what it was.
fn tells_how_to_build(path: &Path) -> bool {
    let folder = path.parent().unwrap_or(path);
    let is_of_package = folder.join("Cargo.toml").is_file() || folder.join(".git").exists();
    is_of_package && !name_starts(path, &["CHANGE", "HISTORY", "NEWS", "RELEASE"])
}

fn name_starts(path: &Path, starts: &[&str]) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_uppercase()).unwrap_or_default();
    starts.iter().any(|start| name.starts_with(start))
}

/// Whether a name stands in a line as a word: `ws` does not in `ws-v1`.
fn has_word(line: &str, name: &str) -> bool {
    let in_name = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
    line.match_indices(name).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + name.len()..]);
        !before.ends_with(in_name) && !after.starts_with(in_name)
    })
}

/// Whether a line is a part of a list with the name in it: `- name`, `"name",`, `name,other \`.
fn is_listed(line: &str, name: &str) -> bool {
    let is_around = |letter: char| letter.is_whitespace() || "-'\"[](){};\\".contains(letter);
    line.split(',').any(|part| part.trim_matches(is_around) == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(path: &str, text: &str) -> bool {
        !asked_in(Path::new(path), text, &BTreeSet::from(["ws"])).is_empty()
    }

    #[test]
    fn what_files_ask_for() {
        assert!(asked("ci.yml", "run: cargo build --features ws"));
        assert!(asked("ci.yml", "features:\n  - http\n  - ws\n"));
        assert!(asked("flake.nix", "buildFeatures = [\n  \"ws\"\n];"));
        assert!(asked("Makefile", "FEATURES = http,ws"));
        assert!(asked("build.sh", "cargo build --features \\\n  http,ws \\\n  --release"));
        assert!(asked("README.md", "    cargo run --features app/ws"));
        assert!(asked("Cargo.toml", "[package.metadata.deb]\nfeatures = [\"ws\"]"));
    }

    #[test]
    fn what_programs_ask_for() {
        let asked = |text: &str| !turned_on_by_commands(text, &BTreeSet::from(["ws"])).is_empty();
        assert!(asked("cmd!(\"cargo test --features http,ws\")") && asked("cmd!(\"cargo test -F ws\")"));
        assert!(asked("cargo.args([\"--features\", \"ws\"])") && asked("cargo.args([\"-F\", \"ws\"])"));
        assert!(!asked("cargo.args([\"--features\", \"ws-v1\"])") && !asked("cmd!(\"tar -F ws\")") && !asked("\"ws\""));
    }

    #[test]
    fn what_files_only_speak_of() {
        assert!(!asked("ci.yml", "run: cargo build --features ws-v1,no_ws"));
        assert!(!asked("ci.yml", "run: ws"));
        assert!(!asked("CHANGELOG.md", "The feature `ws` is gone.\n- ws"));
        assert!(!asked("releases.cue", "description: \"Add feature `ws`\""));
        assert!(tells_how_to_build(&Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")));
        assert!(!tells_how_to_build(&Path::new(env!("CARGO_MANIFEST_DIR")).join("CHANGELOG.md")));
        assert!(!tells_how_to_build(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/README")));
        assert!(!asked(
            "Cargo.toml",
            "[features]\nall = [\n  \"ws\",\n]\n[dependencies]\nwire = { features = [\"ws\"] }"
        ));
    }
}
