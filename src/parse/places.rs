//! Where the files lie that a file mounts.

use super::MountPoint;
use super::load::lock;
use crate::facts::{Cfg, DefData, Facts, IncludeKind};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// A file that another one mounts.
pub(super) struct Child {
    pub(super) path: PathBuf,
    pub(super) owns_folder: bool,
    pub(super) point: MountPoint,
    pub(super) condition: Option<Cfg>,
}

/// The files that a file mounts, for those that exist.
pub(super) fn children(path: &Path, owns_folder: bool, facts: &Facts, folders: &Folders) -> Vec<Child> {
    existing(&candidates(path, owns_folder, facts), folders)
}

/// Those of the candidates that exist.
pub(super) fn existing(candidates: &[(MountPoint, Vec<Place>)], folders: &Folders) -> Vec<Child> {
    candidates.iter().flat_map(|(point, places)| found(*point, places, folders)).collect()
}

fn found(point: MountPoint, places: &[Place], folders: &Folders) -> impl Iterator<Item = Child> {
    places.iter().filter_map(move |place| {
        // Of the words in a macro call nearly none is a file: no need to ask for each.
        if matches!(point, MountPoint::Hidden(..)) && !folders.has(&place.path) {
            return None;
        }
        let path = folders.real_file(&place.path)?;
        Some(Child { path, owns_folder: place.owns_folder, point, condition: place.condition.clone() })
    })
}

/// Folders without links, remembered: resolving each part of each path is slow.
#[derive(Default)]
pub(super) struct Folders {
    /// Folders as they are named, with their path without links.
    real: Mutex<FxHashMap<PathBuf, Option<PathBuf>>>,
    /// What is in a folder.
    entries: Mutex<FxHashMap<PathBuf, FxHashSet<OsString>>>,
    /// Files as they are named, with their path without links; `None` where there is none.
    files: Mutex<FxHashMap<PathBuf, Option<PathBuf>>>,
}

impl Folders {
    /// Whether there is anything at a path; the folder is read once.
    fn has(&self, path: &Path) -> bool {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return false };
        let mut known = lock(&self.entries);
        if let Some(entries) = known.get(folder) {
            return entries.contains(name);
        }
        let listed = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
        let entries: FxHashSet<OsString> = listed.collect();
        let has = entries.contains(name);
        known.insert(folder.to_owned(), entries);
        has
    }

    /// The file at a path, without links; it is looked for once.
    fn real_file(&self, path: &Path) -> Option<PathBuf> {
        if let Some(known) = lock(&self.files).get(path) {
            return known.clone();
        }
        let real = self.look_for(path);
        lock(&self.files).insert(path.to_owned(), real.clone());
        real
    }

    fn look_for(&self, path: &Path) -> Option<PathBuf> {
        let about = std::fs::symlink_metadata(path).ok()?;
        if !about.is_file() {
            return path.canonicalize().ok().filter(|path| path.is_file());
        }
        let (folder, name) = (path.parent()?, path.file_name()?);
        let mut known = lock(&self.real);
        let folder = known.entry(folder.to_owned()).or_insert_with(|| folder.canonicalize().ok());
        folder.as_ref().map(|folder| folder.join(name))
    }
}

/// Where the file of a module may lie.
pub(super) struct Place {
    pub(super) path: PathBuf,
    /// Whether its own modules would lie beside it: so for `mod.rs` and after `#[path]`.
    pub(super) owns_folder: bool,
    /// When it is this one: of `#[cfg_attr(…, path = "…")]`.
    condition: Option<Cfg>,
}

/// For each `mod x;` and `include!`, the places where its file may lie.
pub(super) fn candidates(path: &Path, owns_folder: bool, facts: &Facts) -> Vec<(MountPoint, Vec<Place>)> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let own = match owns_folder {
        true => folder.to_owned(),
        false => folder.join(path.file_stem().unwrap_or_default()),
    };
    let mut all = vec![];
    for (row, def) in facts.defs.iter().enumerate() {
        let DefData::Module { inline: None, paths, default_path } = &def.data else { continue };
        let (base, explicit_base) = module_folders(facts, def.scope, folder, &own);
        let place = |path, owns_folder, condition| Place { path, owns_folder, condition };
        let explicit = paths.iter().map(|(path, condition)| place(explicit_base.join(path), true, condition.clone()));
        let mut at: Vec<Place> = explicit.collect();
        if *default_path {
            let others: Vec<Cfg> = paths.iter().filter_map(|(_, condition)| condition.clone()).collect();
            let rest = (!others.is_empty()).then(|| Cfg::Not(Box::new(Cfg::Any(others))));
            at.push(place(base.join(format!("{}.rs", def.name)), false, rest.clone()));
            at.push(place(base.join(def.name.as_str()).join("mod.rs"), true, rest));
        }
        all.push((MountPoint::Module(row as u32), at));
    }
    for (scope, module) in &facts.hidden_mods {
        let (base, _) = module_folders(facts, *scope, folder, &own);
        let place = |path, owns_folder| Place { path, owns_folder, condition: None };
        let file = place(base.join(format!("{module}.rs")), false);
        let inner = place(base.join(module.as_str()).join("mod.rs"), true);
        all.push((MountPoint::Hidden(*scope, *module), vec![file, inner]));
    }
    for include in &facts.includes {
        let point = match include.kind {
            IncludeKind::Code => MountPoint::Include(include.scope),
            IncludeKind::Documentation => MountPoint::Documentation(include.scope),
        };
        all.push((point, vec![Place { path: included(folder, &include.path), owns_folder: true, condition: None }]));
    }
    all
}

/// The path of an included file: from the file that includes it, or from the folder of its package.
fn included(folder: &Path, path: &str) -> PathBuf {
    match path.strip_prefix("$CARGO_MANIFEST_DIR") {
        Some(rest) => package_folder(folder).unwrap_or(folder).join(rest.trim_start_matches('/')),
        None => folder.join(path),
    }
}

/// Where plain modules and `#[path]` modules of a scope lie: inline modules add their names to the path, or their own `#[path]` to
/// the folder. Source: `mod_dir_path` of `rustc_expand`.
fn module_folders(facts: &Facts, scope: u32, folder: &Path, own: &Path) -> (PathBuf, PathBuf) {
    let mut around = vec![];
    let mut inner = Some(scope);
    while let Some(row) = inner {
        let scope = &facts.scopes[row as usize];
        around.extend(scope.module.map(|module| &facts.defs[module as usize]));
        inner = scope.parent;
    }
    let (mut plain, mut explicit) = (own.to_owned(), folder.to_owned());
    for def in around.into_iter().rev() {
        let renamed = match &def.data {
            DefData::Module { paths, .. } => paths.first(),
            _ => None,
        };
        explicit = match renamed {
            Some((path, _)) => explicit.join(path),
            None => plain.join(def.name.as_str()),
        };
        plain.clone_from(&explicit);
    }
    (plain, explicit)
}

/// The folder of the package that a folder is part of.
pub(super) fn package_folder(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| folder.join("Cargo.toml").is_file())
}
