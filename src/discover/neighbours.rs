//! Packages beside the workspace that use it: fuzz targets, excluded crates, examples with a manifest of their own.
//!
//! In: the members, and the folders below the root of the workspace. Out: a package for each other manifest there that
//! depends on a member, or on such a package, or that compiles a file of a member as its own (`mounts.rs`), with all of
//! its source as targets; after the members, by path. A dependency with a folder means what lies there; one without may
//! be patched, and means the member of that name. What neighbours depend on by folder comes along, as their code says
//! what they do with members. `cargo` is not asked: it would be a process for each of them, and some of them no longer
//! build.

mod manifest;
mod mounts;

use super::{Dependency, Feature, Package, Target, Workspace, files};
use crate::model::{PackageId, name};
use manifest::{Manifest, Written};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Adds the neighbours of a workspace to its packages. A manifest that cannot be read and may name a member is noted, and
/// that member is used by somebody unseen.
pub(super) fn add(workspace: &mut Workspace) {
    let members: FxHashSet<&Path> = workspace.packages.iter().map(|package| package.root.as_path()).collect();
    let (mut found, mut unread) = (vec![], vec![]);
    let others = folders(workspace).into_par_iter().filter(|folder| !members.contains(folder.as_path()));
    let read: Vec<Result<Manifest, manifest::Unread>> = others.map(manifest::read).collect();
    for read in read {
        match read {
            Ok(manifest) => found.push(manifest),
            Err(why) => unread.push(why),
        }
    }
    // Of a member only the root can be one that others inherit from.
    if members.contains(workspace.root.as_path()) {
        found.extend(manifest::read(workspace.root.clone()).map(Manifest::of_workspace_only));
    }
    let (packages, targets) = Neighbours::new(workspace, &found).packages();
    for why in unread {
        use_unseen(workspace, &why);
    }
    workspace.packages.extend(packages);
    workspace.targets.extend(targets);
}

/// The folders below the root, and below members elsewhere, that have a manifest, sorted; without hidden ones, and those
/// that something is built in.
fn folders(workspace: &Workspace) -> Vec<PathBuf> {
    let found = Mutex::new(vec![]);
    let outside = workspace.packages.iter().map(|package| &package.root).filter(|it| !it.starts_with(&workspace.root));
    let starts = std::iter::once(&workspace.root).chain(outside);
    rayon::scope(|scope| starts.for_each(|start| look(workspace, &found, scope, start.clone())));
    let mut found = found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    found.sort();
    found.dedup();
    found
}

/// Looks into a folder, and starts a task for each in it. Each is listed once, and nothing else is asked of the disk.
fn look<'s>(workspace: &'s Workspace, found: &'s Mutex<Vec<PathBuf>>, scope: &rayon::Scope<'s>, folder: PathBuf) {
    let (mut inner, mut has_manifest) = (vec![], false);
    for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
        let file_name = entry.file_name();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            let path = entry.path();
            if path != workspace.target_dir && !files::is_never_source(&file_name) && file_name != "node_modules" {
                inner.push(path);
            }
        } else if file_name == "CACHEDIR.TAG" && folder != workspace.root {
            return;
        } else {
            has_manifest |= file_name == "Cargo.toml";
        }
    }
    // A link that leads nowhere is no manifest.
    if has_manifest && folder.join("Cargo.toml").is_file() {
        found.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(folder);
    }
    for folder in inner {
        scope.spawn(move |scope| look(workspace, found, scope, folder));
    }
}

/// Marks the members that a manifest which cannot be read may name.
fn use_unseen(workspace: &mut Workspace, unread: &manifest::Unread) {
    let root = &workspace.root;
    let named: Vec<usize> = (0..workspace.packages.len())
        .filter(|at| unread.may_name(&workspace.packages[*at].name, &workspace.packages[*at].root))
        .collect();
    if named.is_empty() {
        return;
    }
    let shown = shown(&unread.folder, root);
    let names: Vec<&str> = named.iter().take(3).map(|at| workspace.packages[*at].name.as_str()).collect();
    let more = if named.len() > names.len() { ", …" } else { "" };
    let note = format!(
        "{shown}: cannot be read: {}; it may use {}{more}, of which all public items count as used",
        unread.cause,
        names.join(", ")
    );
    workspace.notes.push(note);
    for at in named {
        workspace.packages[at].used_unseen = true;
    }
}

/// The manifest of a folder, from the root of the workspace: no package has such a name, so that it can stand for one.
fn shown(folder: &Path, root: &Path) -> String {
    let manifest = folder.join("Cargo.toml");
    manifest.strip_prefix(root).unwrap_or(&manifest).to_string_lossy().replace('\\', "/")
}

/// What a dependency means.
enum Goal {
    /// A member.
    Member(usize),
    /// Another manifest that was found.
    Found(usize),
    /// Something that is not looked at.
    Elsewhere,
}

/// The manifests beside the members, and which of them belong to neighbours.
struct Neighbours<'a> {
    workspace: &'a Workspace,
    found: &'a [Manifest],
    /// Their dependencies; none of what is no package.
    needs: Vec<Vec<Written>>,
    members: FxHashMap<&'a Path, usize>,
    members_by_name: FxHashMap<&'a str, usize>,
    by_folder: FxHashMap<&'a Path, usize>,
    by_name: FxHashMap<&'a str, usize>,
}

impl<'a> Neighbours<'a> {
    fn new(workspace: &'a Workspace, found: &'a [Manifest]) -> Self {
        let all = || workspace.packages.iter().enumerate();
        let packages = || found.iter().enumerate().filter(|(_, manifest)| manifest.package_name().is_some());
        let roots: FxHashMap<&Path, &Manifest> = (found.iter())
            .filter(|manifest| manifest.is_workspace())
            .map(|manifest| (manifest.folder.as_path(), manifest))
            .collect();
        let needs = found.par_iter().map(|manifest| manifest.dependencies(&roots)).collect();
        let mut by_name = FxHashMap::default();
        for (at, manifest) in packages() {
            by_name.entry(manifest.package_name().unwrap_or_default()).or_insert(at);
        }
        Neighbours {
            workspace,
            found,
            needs,
            members: all().map(|(at, package)| (package.root.as_path(), at)).collect(),
            members_by_name: all().map(|(at, package)| (package.name.as_str(), at)).collect(),
            by_folder: packages().map(|(at, manifest)| (manifest.folder.as_path(), at)).collect(),
            by_name,
        }
    }

    fn goal(&self, need: &Written) -> Goal {
        let (member, other) = match &need.path {
            Some(path) => (self.members.get(path.as_path()), self.by_folder.get(path.as_path())),
            None => (self.members_by_name.get(need.package.as_str()), self.by_name.get(need.package.as_str())),
        };
        match (member, other) {
            (Some(member), _) => Goal::Member(*member),
            (None, Some(other)) => Goal::Found(*other),
            (None, None) => Goal::Elsewhere,
        }
    }

    /// Whether a manifest is that of a neighbour by itself: it depends on a member, or has its files in its own source.
    fn starts(&self, at: usize) -> bool {
        let owner = |folder: &Path| match self.members.contains_key(folder) {
            true => Some(true),
            false => self.by_folder.contains_key(folder).then_some(false),
        };
        let manifest = &self.found[at];
        self.needs[at].iter().any(|need| matches!(self.goal(need), Goal::Member(_)))
            || manifest.package_name().is_some()
                // What cargo vendored was published: it has no files of others.
                && !manifest.folder.join(".cargo-checksum.json").is_file()
                && mounts::any(&manifest.folder, self.workspace, &owner)
    }

    /// The manifests of neighbours, in order.
    fn rows(&self) -> Vec<usize> {
        let mut is_one: Vec<bool> = (0..self.found.len()).into_par_iter().map(|at| self.starts(at)).collect();
        loop {
            let uses = |need: &Written, is_one: &[bool]| match self.goal(need) {
                Goal::Found(other) => is_one[other],
                Goal::Member(_) | Goal::Elsewhere => false,
            };
            let next: Vec<usize> = (0..is_one.len())
                .filter(|at| !is_one[*at] && self.needs[*at].iter().any(|need| uses(need, &is_one)))
                .collect();
            if next.is_empty() {
                break;
            }
            next.into_iter().for_each(|at| is_one[at] = true);
        }
        let mut work: Vec<usize> = (0..is_one.len()).filter(|at| is_one[*at]).collect();
        while let Some(at) = work.pop() {
            for need in self.needs[at].iter().filter(|need| need.path.is_some()) {
                if let Goal::Found(other) = self.goal(need)
                    && !std::mem::replace(&mut is_one[other], true)
                {
                    work.push(other);
                }
            }
        }
        (0..is_one.len()).filter(|at| is_one[*at]).collect()
    }

    /// The packages of neighbours, and their targets.
    fn packages(&self) -> (Vec<Package>, Vec<Target>) {
        let rows = self.rows();
        let first = self.workspace.packages.len();
        let targets =
            rows.iter().enumerate().flat_map(|(at, row)| self.found[*row].targets(PackageId::new(first + at)));
        (rows.iter().map(|row| self.package(*row, &rows)).collect(), targets.collect())
    }

    fn package(&self, row: usize, rows: &[usize]) -> Package {
        let manifest = &self.found[row];
        let needs = &self.needs[row];
        let optional = needs.iter().filter(|need| need.optional).map(|need| (need.key.clone(), vec![]));
        let features = manifest.features().into_iter().chain(optional);
        let name = shown(&manifest.folder, &self.workspace.root);
        Package {
            id: name.clone(),
            name,
            version: manifest.version().to_owned(),
            root: manifest.folder.clone(),
            manifest: manifest.folder.join("Cargo.toml"),
            publishable: false,
            features: features.map(|(name, enables)| Feature { name, enables, place: None }).collect(),
            checked_features: vec![],
            dependencies: needs.iter().map(|need| self.dependency(need, rows)).collect(),
            neighbour: true,
            used_unseen: false,
        }
    }

    /// A dependency of a neighbour. What it means is named so that nothing else has that name, and nothing is taken for
    /// known of another version than the locked one.
    fn dependency(&self, need: &Written, rows: &[usize]) -> Dependency {
        let (mut key, mut is_unknown, mut version) = (need.key.as_str(), false, None);
        let package = match self.goal(need) {
            Goal::Member(member) => self.workspace.packages[member].name.clone(),
            Goal::Found(other) if rows.binary_search(&other).is_ok() => {
                // The library of a package may have a name of its own, which an explicit one goes before.
                key = self.found[other].library_name().filter(|_| !need.renamed).unwrap_or(key);
                shown(&self.found[other].folder, &self.workspace.root)
            }
            Goal::Found(_) | Goal::Elsewhere => {
                let locked = self.workspace.dependencies.iter().filter(|locked| locked.name == need.package);
                let versions: Vec<&String> = locked.map(|it| &it.version).collect();
                is_unknown = need.path.is_some() || !versions.iter().all(|version| need.takes(version));
                version = versions.first().filter(|_| versions.len() == 1 && !is_unknown).map(|it| (*it).clone());
                match is_unknown {
                    true => format!("{} (of a neighbour)", need.package),
                    false => need.package.clone(),
                }
            }
        };
        Dependency {
            name: name(&key.replace('-', "_")),
            package,
            // Whether a version fits is known here already.
            requirement: semver::VersionReq::STAR,
            version,
            path: need.path.clone(),
            optional: need.optional,
            // All of its code counts alike.
            dev: false,
            build: need.build,
            features: need.features.clone(),
            is_unknown,
        }
    }
}
