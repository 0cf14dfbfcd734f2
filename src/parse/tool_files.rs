//! Files that are no Rust and of which tools make some: templates, grammars, interfaces.
//!
//! In: what packages depend on, the table of tools, and the files in the folders of packages. Out: such files, loaded as the names in
//! their code. What that code becomes, and where it would stand, is not known: all that its names could mean is used, and nothing in
//! such a file is reported. Where nobody depends on a tool, no folder is looked into.

use super::lent::ReadAs;
use super::load::{Loaded, LoadedFiles, names_of, read, shown_path};
use super::named::Named;
use super::own_macros::Plain;
use crate::catalog::Catalog;
use crate::catalog::tools::{Tool, Tools};
use crate::discover::{Package, TargetKind, Workspace, files_below, is_rust, plain, source_targets};
use crate::facts::body::{TokenName, TokenRole};
use crate::model::{PackageId, Span, TargetId, name};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Which files tools read in a workspace.
pub struct ToolFiles<'t>(Vec<Reading<'t>>);

/// What a tool reads for a package.
struct Reading<'t> {
    /// The row of the package.
    package: usize,
    /// Its folder.
    root: PathBuf,
    tool: &'t Tool,
    /// Folders all files of which may be read, whether they are there or not.
    folders: Vec<PathBuf>,
    /// The settings have other signs around code.
    other_signs: bool,
}

impl<'t> ToolFiles<'t> {
    /// Finds out which tools packages use, and with what settings.
    pub fn of(workspace: &Workspace, tools: &'t Tools) -> Self {
        let packages = &workspace.packages;
        // A dependency of which only signatures are asked has no folder: its files would be looked for in the current one.
        let names = |package: &Package| match package.root.as_os_str().is_empty() {
            true => BTreeSet::new(),
            false => tools.of(package.dependencies.iter().map(|it| it.package.as_str())),
        };
        let direct: Vec<BTreeSet<usize>> = packages.iter().map(names).collect();
        if direct.iter().all(BTreeSet::is_empty) {
            return ToolFiles(vec![]);
        }
        let by_name: FxHashMap<&str, usize> =
            packages.iter().enumerate().map(|(at, package)| (package.name.as_str(), at)).collect();
        let readings = (0..packages.len()).flat_map(|package| {
            let rows = rows_of(packages, &by_name, &direct, package).into_iter();
            rows.map(move |row| Reading::new(workspace, package, &tools.rows[row]))
        });
        ToolFiles(readings.collect())
    }

    /// Whether a tool may read a file, there or not.
    pub fn may_read(&self, path: &Path) -> bool {
        self.0.iter().any(|reading| reading.may_read(path))
    }
}

/// The tools that may read files of a package: it, or a package of the workspace that it depends on, depends on them.
fn rows_of(
    packages: &[Package],
    by_name: &FxHashMap<&str, usize>,
    direct: &[BTreeSet<usize>],
    package: usize,
) -> BTreeSet<usize> {
    let (mut rows, mut seen, mut work) = (BTreeSet::new(), vec![false; packages.len()], vec![package]);
    while let Some(at) = work.pop() {
        if std::mem::replace(&mut seen[at], true) {
            continue;
        }
        rows.extend(&direct[at]);
        let needed = packages[at].dependencies.iter().filter(|it| at == package || !it.dev);
        work.extend(needed.filter_map(|it| by_name.get(it.package.as_str()).copied()));
    }
    rows
}

impl<'t> Reading<'t> {
    fn new(workspace: &Workspace, package: usize, tool: &'t Tool) -> Self {
        let root = workspace.packages[package].root.clone();
        let mut folders: Vec<PathBuf> = tool.folders.iter().map(|folder| root.join(folder)).collect();
        let mut other_signs = false;
        for holder in root.ancestors().take_while(|it| *it == root || it.starts_with(&workspace.root)) {
            for config in &tool.config {
                let text = std::fs::read_to_string(holder.join(config)).ok();
                let Some(table) = text.and_then(|text| text.parse::<toml::Table>().ok()) else { continue };
                other_signs |= tool.settings.iter().any(|key| table.contains_key(key));
                let mut named = vec![];
                table.values().for_each(|value| strings(value, &mut named));
                let named = named.into_iter().map(|folder| plain(&holder.join(folder)));
                folders.extend(named.filter(|folder| folder.starts_with(&workspace.root)));
            }
        }
        Reading { package, root, tool, folders, other_signs }
    }

    fn may_read(&self, path: &Path) -> bool {
        let named = path.file_name().and_then(|name| name.to_str()).is_some_and(|name| self.tool.reads(name));
        let here = match self.tool.at_root {
            true => path.parent() == Some(self.root.as_path()),
            false => path.starts_with(&self.root),
        };
        (named && here) || self.folders.iter().any(|folder| path.starts_with(folder))
    }

    /// The files that it reads.
    fn files(&self, workspace: &Workspace) -> Vec<PathBuf> {
        let mut files = vec![];
        for folder in self.folders.iter().filter(|folder| folder.is_dir()) {
            files.extend(files_below(workspace, folder, |_| true));
        }
        if self.tool.at_root {
            let listed = std::fs::read_dir(&self.root).into_iter().flatten().flatten().map(|entry| entry.path());
            files.extend(listed.filter(|path| self.may_read(path) && path.is_file()));
        } else if self.tool.has_endings() {
            files.extend(files_below(workspace, &self.root, |path| self.may_read(path)));
        }
        // Beside sources a template of Rust is called otherwise.
        let package = PackageId::new(self.package);
        let is_source = |path: &Path| !source_targets(workspace, package, path).is_empty();
        files.retain(|path| !is_rust(path) || !is_source(path));
        files
    }
}

/// The readings that take place: a source of the package says so where the tool has to be asked.
fn asked<'r, 't>(readings: &'r [Reading<'t>], loaded: &LoadedFiles) -> Vec<&'r Reading<'t>> {
    let mut saying: BTreeMap<&str, Vec<&Path>> = BTreeMap::new();
    let is_asked = |reading: &&Reading<'t>| {
        let Some(sign) = &reading.tool.asked else { return true };
        let files = saying.entry(sign.as_str()).or_insert_with(|| {
            let saying = loaded.files.iter().filter(|(_, file)| file.text.contains(sign.as_str()));
            saying.map(|(path, _)| path.as_path()).collect()
        });
        files.iter().any(|path| path.starts_with(&reading.root))
    };
    readings.iter().filter(is_asked).collect()
}

/// All texts in a value that may name a folder.
fn strings<'v>(value: &'v toml::Value, found: &mut Vec<&'v str>) {
    match value {
        toml::Value::String(text) if !text.is_empty() => found.push(text),
        toml::Value::Array(values) => values.iter().for_each(|value| strings(value, found)),
        toml::Value::Table(table) => table.values().for_each(|value| strings(value, found)),
        _ => {}
    }
}

/// Loads what tools read.
pub(super) fn load_tool_files(workspace: &Workspace, catalog: &Catalog, loaded: &mut LoadedFiles) {
    let ToolFiles(readings) = ToolFiles::of(workspace, &catalog.tools);
    let mut by_file: BTreeMap<PathBuf, Vec<&Reading<'_>>> = BTreeMap::new();
    for reading in asked(&readings, loaded) {
        for path in reading.files(workspace) {
            let path = path.canonicalize().unwrap_or(path);
            let of_file = by_file.entry(path).or_default();
            // It may lie in two of the folders.
            if of_file.last().is_none_or(|last| !std::ptr::eq(*last, reading)) {
                of_file.push(reading);
            }
        }
    }
    let unread = by_file.into_iter().filter(|(path, _)| !loaded.files.contains_key(path));
    let unread: Vec<(PathBuf, Vec<&Reading<'_>>)> = unread.collect();
    let found: Vec<_> = unread.into_par_iter().filter_map(|(path, by)| load(workspace, path, &by)).collect();
    for (named, file) in found {
        loaded.files.insert(named.path.clone(), file);
        loaded.named.push(named);
    }
}

/// Loads a file that tools read; `None` if it is no text or names nothing.
fn load(workspace: &Workspace, path: PathBuf, by: &[&Reading<'_>]) -> Option<(Named, Loaded)> {
    let (text, problem) = read(&path, &shown_path(&path, &workspace.root));
    if problem.is_some() {
        return None;
    }
    let tokens = tokens(&text, by);
    if tokens.is_empty() {
        return None;
    }
    let facts = Arc::new(names_of("code that a tool makes of a file", &text, tokens));
    let targets: BTreeSet<TargetId> = by.iter().flat_map(|reading| targets(workspace, reading.package)).collect();
    let file = Loaded { text, facts, plain: Plain::Same, expected: true, read_as: ReadAs::Words };
    Some((Named { path, targets: targets.into_iter().collect(), is_code: true }, file))
}

/// The names in the code of a text, in order.
fn tokens(text: &str, by: &[&Reading<'_>]) -> Vec<TokenName> {
    let mut names: BTreeMap<&str, Span> = BTreeMap::new();
    for reading in by {
        names.extend(reading.tool.names_in(text, reading.other_signs));
    }
    // Where there are impls, nobody sees what they give to a type.
    let role = if names.contains_key("impl") { TokenRole::Unread } else { TokenRole::Any };
    names.into_iter().map(|(word, span)| TokenName { path: vec![name(word)], span, role }).collect()
}

/// The targets of a package that the code may be a part of: the library, else the binaries, else its tests.
fn targets(workspace: &Workspace, package: usize) -> Vec<TargetId> {
    let own = workspace.targets.iter().enumerate().filter(|(_, target)| target.package.index() == package);
    let own: Vec<(TargetId, TargetKind)> = own.map(|(at, target)| (TargetId::new(at), target.kind)).collect();
    let of = |kinds: &[TargetKind]| -> Vec<TargetId> {
        own.iter().filter(|(_, kind)| kinds.contains(kind)).map(|(target, _)| *target).collect()
    };
    let libraries = of(&[TargetKind::Lib, TargetKind::ProcMacro]);
    let binaries = of(&[TargetKind::Bin]);
    let others = of(&[TargetKind::Example, TargetKind::Test, TargetKind::Bench, TargetKind::Loose]);
    match (libraries.is_empty(), binaries.is_empty()) {
        (false, _) => libraries,
        (true, false) => binaries,
        (true, true) => others,
    }
}
