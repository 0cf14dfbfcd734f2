//! The files of a commit, from git's objects to a folder.
//!
//! In: a repository and a commit. Out: files, with the names that the commit gives them, and nothing outside of the folder.
//! Files that no audit reads are left out: what is no source, unless a source names it or a tool reads it; sounds, pictures, archives.

use super::tool_files::ToolFiles;
use super::{git, told};
use crate::catalog::tools::Tools;
use anyhow::{Context, Result, bail};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Component, Path, PathBuf};
use std::process::Stdio;
use walkdir::WalkDir;

/// A file beyond this many bytes is not read by an audit either.
const LARGEST: u64 = 64 << 20;

/// Endings of files that hold no text.
const NO_TEXT: [&str; 36] = [
    "7z", "a", "avi", "bin", "bmp", "bz2", "dat", "db", "dll", "dylib", "eot", "exe", "flac", "gif", "gz", "ico",
    "jar", "jpeg", "jpg", "mov", "mp3", "mp4", "o", "ogg", "otf", "pdf", "png", "so", "tar", "ttf", "wav", "webp",
    "woff", "woff2", "xz", "zip",
];

/// An entry of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    /// A link to another path.
    link: bool,
    hash: String,
    path: String,
}

/// Writes the files of a commit to a folder; returns what a reader must know.
pub(super) fn write(top: &Path, commit: &str, folder: &Path, tools: &Tools) -> Result<Vec<String>> {
    let tree = told(top, &["ls-tree", "-r", "-l", "-z", "--full-tree", commit])?;
    let (mut next, mut others, mut modules) = (vec![], Others::default(), vec![]);
    for row in tree.split('\0').filter(|row| !row.is_empty()) {
        let Some((about, path)) = row.split_once('\t') else { bail!("`git ls-tree` says `{row}`, which is no entry") };
        let fields: Vec<&str> = about.split_whitespace().collect();
        match fields[..] {
            [_, "commit", ..] => modules.push(path),
            [mode, "blob", hash, size] if size.parse::<u64>().is_ok_and(|size| size <= LARGEST) => {
                let entry = Entry { link: mode == "120000", hash: hash.into(), path: path.into() };
                if entry.link || always_read(path) { next.push(entry) } else { others.add(entry) }
            }
            _ => {}
        }
    }
    let (mut links, mut folders, mut read) = (vec![], BTreeSet::new(), ToolFiles::new(tools));
    // What a text names may name others in turn.
    while !next.is_empty() {
        let mut named = vec![];
        objects(top, &next, &mut |entry, content| {
            {
                let text = String::from_utf8_lossy(&content);
                named.extend(others.named_in(&text));
                if read.learn(&entry.path, &text) {
                    named.extend(others.taken(|path| read.may_read(path)));
                }
            }
            if entry.link {
                links.push((entry.clone(), content));
                return Ok(());
            }
            place(folder, entry, &content, &mut folders)
        })?;
        next = named;
    }
    // A link must not lead a later file out of the folder.
    for (entry, content) in &links {
        place(folder, entry, content, &mut folders)?;
    }
    let shown = modules.iter().take(3).copied().collect::<Vec<_>>().join(", ");
    let note = format!("submodules are no part of the base and are compared as missing there: {shown}");
    Ok(if modules.is_empty() { vec![] } else { vec![note] })
}

/// The ending of a name in small letters.
fn ending(path: &str) -> Option<String> {
    let parts = path.rsplit('/').next()?.rsplit_once('.').filter(|(name, _)| !name.is_empty());
    parts.map(|(_, ending)| ending.to_lowercase())
}

/// Whether an audit, or cargo for it, reads a file of this name whatever others say.
pub fn always_read(path: &str) -> bool {
    ending(path).is_none_or(|ending| ["rs", "toml", "lock", "tag"].contains(&ending.as_str()))
}

/// Files that are read only if a source names them (`include!`, documentation, `#[path]`) or a tool reads them, by their names:
/// there may be far more of them than there are sources.
#[derive(Default)]
struct Others(FxHashMap<String, Vec<Entry>>);

impl Others {
    /// Adds a file that may hold text.
    fn add(&mut self, entry: Entry) {
        let text = ending(&entry.path).is_none_or(|ending| !NO_TEXT.contains(&ending.as_str()));
        if let Some(name) = entry.path.rsplit('/').next().filter(|_| text).map(str::to_owned) {
            self.0.entry(name).or_default().push(entry);
        }
    }

    /// Takes those out whose name ends what stands between quotes: the path of a file does.
    fn named_in(&mut self, text: &str) -> Vec<Entry> {
        if self.0.is_empty() {
            return vec![];
        }
        let names = text.split('"').filter_map(|piece| piece.rsplit(['/', '\\']).next());
        names.filter_map(|name| self.0.remove(name.trim_end())).flatten().collect()
    }

    /// Takes those out whose path is wanted, in order.
    fn taken(&mut self, is_wanted: impl Fn(&str) -> bool) -> Vec<Entry> {
        let mut taken = vec![];
        for entries in self.0.values_mut() {
            taken.extend(entries.extract_if(.., |entry| is_wanted(&entry.path)));
        }
        taken.sort_by(|a, b| a.path.cmp(&b.path));
        taken
    }
}

/// Gives each of the objects, in their order, to `each`.
fn objects(top: &Path, entries: &[Entry], each: &mut dyn FnMut(&Entry, Vec<u8>) -> Result<()>) -> Result<()> {
    let mut child = git(top, &["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot run `git`")?;
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        bail!("cannot talk to `git cat-file`");
    };
    let names: String = entries.iter().map(|entry| format!("{}\n", entry.hash)).collect();
    let result = std::thread::scope(|scope| {
        // Git answers while it is asked: both in turn could wait for each other. If it ends early, reading tells why.
        scope.spawn(move || drop(input.write_all(names.as_bytes())));
        let mut output = BufReader::new(output);
        entries.iter().try_for_each(|entry| each(entry, object(&mut output, entry)?))
    });
    // It ends when there is nothing left to ask.
    let ended = child.wait().context("cannot wait for `git cat-file`")?;
    result?;
    if !ended.success() {
        bail!("`git cat-file` fails");
    }
    Ok(())
}

/// The next object that git writes.
fn object(output: &mut impl BufRead, entry: &Entry) -> Result<Vec<u8>> {
    let mut header = String::new();
    output.read_line(&mut header).context("cannot read from `git cat-file`")?;
    let size = match header.split_whitespace().collect::<Vec<_>>()[..] {
        [_, "blob", size] => size.parse::<usize>().ok(),
        _ => None,
    };
    let Some(size) = size else {
        bail!(
            "`{}` of the base is not in this clone; in a partial clone fetch it first (`git fetch --refetch --no-filter`)",
            entry.path
        );
    };
    let mut content = vec![0; size + 1];
    output.read_exact(&mut content).context("cannot read from `git cat-file`")?;
    // A line end follows each object.
    content.pop();
    Ok(content)
}

fn place(folder: &Path, entry: &Entry, content: &[u8], folders: &mut BTreeSet<PathBuf>) -> Result<()> {
    let inner = Path::new(&entry.path);
    let is_plain = |part: Component<'_>| matches!(part, Component::Normal(name) if !name.eq_ignore_ascii_case(".git"));
    if !inner.components().all(is_plain) {
        bail!("the base has a file with the name `{}`, which is not written", entry.path);
    }
    let path = folder.join(inner);
    let cannot = || format!("cannot write {}", path.display());
    if let Some(parent) = path.parent()
        && folders.insert(parent.to_owned())
    {
        fs::create_dir_all(parent).with_context(cannot)?;
    }
    match entry.link {
        true => link(&String::from_utf8_lossy(content), &path),
        false => fs::write(&path, content),
    }
    .with_context(cannot)
}

#[cfg(unix)]
fn link(goal: &str, path: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(goal, path)
}

/// As git does where it may make no links: a file with the goal in it.
#[cfg(not(unix))]
fn link(goal: &str, path: &Path) -> std::io::Result<()> {
    fs::write(path, goal)
}

/// Copies the Rust files and manifests of what git ignores: one file, or a folder that is no output of a build.
pub(super) fn copy_sources(top: &Path, path: &str, folder: &Path) -> Result<()> {
    let from = top.join(path);
    let is_output =
        |path: &Path| path.ends_with("target") || path.ends_with("node_modules") || path.join("CACHEDIR.TAG").exists();
    let is_source = |path: &Path| path.extension().is_some_and(|ending| ending == "rs") || path.ends_with("Cargo.toml");
    let walk = WalkDir::new(&from).sort_by_file_name().into_iter();
    let walk = walk.filter_entry(|entry| !entry.file_type().is_dir() || !is_output(entry.path()));
    for entry in walk.flatten().filter(|entry| entry.file_type().is_file() && is_source(entry.path())) {
        let Ok(inner) = entry.path().strip_prefix(top) else { continue };
        let goal = folder.join(inner);
        // What the base has itself stays as it is, and a link of it must not lead out of the folder.
        if fs::symlink_metadata(&goal).is_ok() || passes_link(folder, inner) {
            continue;
        }
        let made = goal.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::copy(entry.path(), &goal));
        made.with_context(|| format!("cannot write {}", goal.display()))?;
    }
    Ok(())
}

/// Whether a link stands on the way to a path.
fn passes_link(folder: &Path, inner: &Path) -> bool {
    let mut steps = inner.ancestors().skip(1).filter(|step| !step.as_os_str().is_empty());
    steps.any(|step| fs::symlink_metadata(folder.join(step)).is_ok_and(|about| about.file_type().is_symlink()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_no_source_is_read_where_a_source_names_it() {
        let mut others = Others::default();
        for path in ["README.md", "a/README.md", "data/table.in", "data/logo.png", "notes.txt"] {
            others.add(Entry { link: false, hash: String::new(), path: path.into() });
        }
        let mut named =
            |text: &str| -> Vec<String> { others.named_in(text).into_iter().map(|entry| entry.path).collect() };
        assert!(named("// README.md\nfn main() {}").is_empty());
        assert_eq!(named("#![doc = include_str!(\"../README.md\")]"), ["README.md", "a/README.md"]);
        assert_eq!(named("include!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/data/table.in\"));"), ["data/table.in"]);
        // Not again, and nothing that is no text.
        assert!(named("include!(r\"table.in\"); include_bytes!(\"logo.png\");").is_empty());
        // The goal of a link.
        assert_eq!(named("../notes.txt"), ["notes.txt"]);
    }

    #[test]
    fn a_file_is_taken_by_its_path() {
        let mut others = Others::default();
        for path in ["b/templates/page.html", "a/templates/page.html", "page.html"] {
            others.add(Entry { link: false, hash: String::new(), path: path.into() });
        }
        let taken = others.taken(|path| path.contains("templates/"));
        let paths: Vec<&str> = taken.iter().map(|entry| entry.path.as_str()).collect();
        assert_eq!(paths, ["a/templates/page.html", "b/templates/page.html"]);
        assert_eq!(others.named_in("\"page.html\"").len(), 1);
    }
}
