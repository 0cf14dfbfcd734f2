//! Files that no target mounts although the source of their package names them: in a string, by their folder in one, or as a
//! module that a macro may declare.
//!
//! In: the files on disk, and what was loaded. Out: such files; those of them that may be code are loaded as words. A build
//! script or a macro may write their `mod` line. Where they would stand in the module tree is not known, so that all that
//! their words could mean is used, and nothing in them is reported.

use super::lent::ReadAs;
use super::load::{Loaded, LoadedFiles, names_only, read, shown_path};
use super::own_macros::{Macros, Plain};
use crate::discover::{Workspace, possible_targets};
use crate::model::{PackageId, TargetId};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Roots of targets and of folders: alone they name no file in particular.
const ROOTS: [&str; 4] = ["lib.rs", "main.rs", "mod.rs", "build.rs"];
/// What begins or ends a part of a path that is not written out.
const HOLES: [char; 4] = ['{', '}', '*', '?'];

/// What a text says that lists the files of a folder.
const LISTING: [&str; 4] = ["read_dir", "WalkDir", "walk(", "glob("];

/// A file that is named.
pub(super) struct Named {
    /// Where it is, without symbolic links.
    pub(super) path: PathBuf,
    /// The targets among whose source it lies.
    pub(super) targets: Vec<TargetId>,
    /// Whether it may be code, and was loaded as words.
    pub(super) is_code: bool,
}

/// A file that no target mounts.
struct Unmounted<'d> {
    /// Its path as it was found.
    on_disk: &'d Path,
    /// Its path without symbolic links.
    path: PathBuf,
    /// Its path from the folder of its package, with `/`.
    inner: String,
    targets: Vec<TargetId>,
}

/// How a file is named.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    /// By a string that may mean another file of its name, or that only takes its text.
    Perhaps,
    /// By what may make code of it.
    AsCode,
}

/// Finds the files of members that are named, and loads those that may be code.
pub(super) fn load_named(workspace: &Workspace, macros: &Macros, loaded: &mut LoadedFiles) {
    for (index, package) in workspace.members().iter().enumerate() {
        let mut left: Vec<Unmounted<'_>> = (macros.on_disk(index).iter())
            .filter(|path| !loaded.files.contains_key(*path))
            .filter_map(|path| unmounted(workspace, PackageId::new(index), path))
            .filter(|file| !loaded.files.contains_key(&file.path))
            .collect();
        while !left.is_empty() {
            let how: Vec<Option<How>> = {
                let names = Names::of(&package.root, &loaded.files);
                left.iter().map(|file| names.how(file)).collect()
            };
            let is_last = !how.contains(&Some(How::AsCode));
            let mut rest = vec![];
            for (file, how) in left.into_iter().zip(how) {
                match how {
                    Some(How::AsCode) => add(workspace, macros, loaded, file),
                    Some(How::Perhaps) if is_last => loaded.named.push(file.named(false)),
                    _ => rest.push(file),
                }
            }
            if is_last {
                break;
            }
            // What was loaded may name others.
            left = rest;
        }
    }
}

fn unmounted<'d>(workspace: &Workspace, package: PackageId, path: &'d Path) -> Option<Unmounted<'d>> {
    let targets = possible_targets(workspace, package, path);
    if targets.is_empty() {
        return None;
    }
    let inner = shown_path(path, &workspace.packages[package.index()].root);
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    Some(Unmounted { on_disk: path, path: real, inner, targets })
}

fn add(workspace: &Workspace, macros: &Macros, loaded: &mut LoadedFiles, file: Unmounted<'_>) {
    let shown = shown_path(&file.path, &workspace.root);
    let (text, problem) = match macros.early(file.on_disk) {
        Some(early) => (early.text, None),
        None => read(file.on_disk, &shown),
    };
    loaded.problems.extend(problem);
    let facts = Arc::new(names_only(&text));
    let words = Loaded { text, facts, plain: Plain::Same, expected: true, read_as: ReadAs::Words };
    loaded.files.insert(file.path.clone(), words);
    loaded.named.push(file.named(true));
}

impl Unmounted<'_> {
    fn named(self, is_code: bool) -> Named {
        Named { path: self.path, targets: self.targets, is_code }
    }

    /// The name of the module that it would be.
    fn module(&self) -> &str {
        let path = self.inner.strip_suffix(".rs").unwrap_or(&self.inner);
        let path = path.strip_suffix("/mod").unwrap_or(path);
        path.rsplit('/').next().unwrap_or(path)
    }
}

/// What the files of a package name.
struct Names<'l> {
    /// Modules that macros may declare.
    modules: FxHashSet<&'l str>,
    /// Words in strings of files that write code and list files: parts of the paths of folders, perhaps.
    folders: FxHashSet<&'l str>,
    /// Strings that look like a path, with the file that they stand in.
    paths: Vec<(&'l Loaded, &'l str)>,
}

impl<'l> Names<'l> {
    fn of(root: &Path, files: &'l FxHashMap<PathBuf, Loaded>) -> Self {
        let own: Vec<&Loaded> = files.iter().filter(|(path, _)| path.starts_with(root)).map(|(_, file)| file).collect();
        let modules = own.iter().flat_map(|file| &file.facts.hidden_mods).map(|(_, module)| module.as_str()).collect();
        let lists = |file: &&&'l Loaded| LISTING.iter().any(|sign| file.text.contains(sign));
        let folders = own.iter().filter(lists).flat_map(|file| &file.facts.quoted_words).map(|word| word.as_str());
        let folders = folders.filter(|word| *word != "src").collect();
        let of_file = |file: &'l Loaded| file.facts.path_literals.iter().map(move |path| (file, path.as_str()));
        Names { modules, folders, paths: own.into_iter().flat_map(of_file).collect() }
    }

    fn how(&self, file: &Unmounted<'_>) -> Option<How> {
        let is_listed = || file.inner.split('/').rev().skip(1).any(|folder| self.folders.contains(folder));
        if self.modules.contains(file.module()) || is_listed() {
            return Some(How::AsCode);
        }
        let by_path = self.paths.iter().filter_map(|(by, path)| {
            if means(path, &file.inner) {
                // What a file that writes code takes the text of may become code.
                let is_data = by.facts.quoted_words.is_empty() && is_data(&by.text, path);
                return Some(if is_data { How::Perhaps } else { How::AsCode });
            }
            may_mean(path, &file.inner).then_some(How::Perhaps)
        });
        by_path.max()
    }
}

/// Whether a string could mean a file: by its last name, or by the folder that it begins with.
fn may_mean(path: &str, file: &str) -> bool {
    let path = path.trim_start_matches("./").trim_start_matches("../").trim_end_matches('/');
    let name = path.rsplit('/').next().unwrap_or(path);
    (path.ends_with(".rs") && file.ends_with(name.trim_start_matches('*'))) || is_folder_of(path, file)
}

fn is_folder_of(path: &str, file: &str) -> bool {
    path.len() > 3 && path != "src" && file.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
}

/// Whether a string means a file by all that is written out in it: `plugins/alpha.rs`, `{root}/plugins/{name}.rs`; or a folder
/// around the file.
fn means(path: &str, file: &str) -> bool {
    if ROOTS.contains(&path) {
        return false;
    }
    if !path.ends_with(".rs") {
        let mut folders = path.split(HOLES).map(|part| part.trim_start_matches(['.', '/']).trim_end_matches('/'));
        return folders.any(|folder| is_folder_of(folder, file));
    }
    let mut parts = file.rsplit('/');
    let mut written = 0;
    for part in path.rsplit('/').filter(|part| !matches!(*part, "" | ".")) {
        let Some(own) = parts.next().filter(|_| part != "..") else { break };
        let Some(fitting) = fitting(part, own) else { return false };
        written += fitting;
        // It may stand for several folders.
        if written > ".rs".len() && part.contains(HOLES) {
            break;
        }
    }
    written > ".rs".len()
}

/// How many letters of a part of a path are written out, if another one fits to it.
fn fitting(part: &str, own: &str) -> Option<usize> {
    let (Some(first), Some(last)) = (part.find(HOLES), part.rfind(HOLES)) else {
        return (part == own).then_some(part.len());
    };
    let (before, behind) = (&part[..first], &part[last + 1..]);
    let fits = own.len() >= before.len() + behind.len() && own.starts_with(before) && own.ends_with(behind);
    fits.then_some(before.len() + behind.len())
}

/// Whether a string stands in a text only where the text of a file is taken: `include_str!("a.rs")`.
fn is_data(text: &str, path: &str) -> bool {
    let quoted = format!("\"{path}\"");
    let mut before = text.match_indices(&quoted).map(|(at, _)| text[..at].trim_end());
    before.all(|before| ["include_str!(", "include_bytes!("].iter().any(|call| before.ends_with(call)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_mean_files_by_what_is_written_out() {
        for (path, file) in [
            ("plugins/alpha.rs", "src/plugins/alpha.rs"),
            ("../app/src/plugins/alpha.rs", "src/plugins/alpha.rs"),
            ("{root}/plugins/{name}.rs", "src/plugins/alpha.rs"),
            ("plugins/*.rs", "src/plugins/alpha.rs"),
            ("src/**/*_impl.rs", "src/plugins/alpha_impl.rs"),
            ("src/plugins", "src/plugins/deep/alpha.rs"),
            ("{}/src/plugins/", "src/plugins/alpha.rs"),
        ] {
            assert!(means(path, file), "{path} {file}");
        }
        for (path, file) in [
            ("new/wire.rs", "src/wire.rs"),
            ("mod.rs", "src/plugins/mod.rs"),
            ("{name}.rs", "src/plugins/alpha.rs"),
            ("src/plug", "src/plugins/alpha.rs"),
            ("https://example.org/{name}", "src/plugins/alpha.rs"),
        ] {
            assert!(!means(path, file), "{path} {file}");
        }
    }

    #[test]
    fn a_text_that_is_taken_is_data() {
        assert!(is_data("const A: &str = include_str!(\"a.rs\");", "a.rs"));
        assert!(!is_data("include!(\"a.rs\"); include_str!(\"a.rs\")", "a.rs"));
    }
}
