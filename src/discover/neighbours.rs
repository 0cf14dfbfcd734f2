//! Packages beside the workspace that use it: fuzz targets, excluded crates, examples with a manifest of their own.
//!
//! In: the members, and the folders below the root of the workspace (`folders.rs`), and those of the same repository if a
//! package there depends by its folder on a member that nobody else uses (`above.rs`). Out: a package for each other manifest
//! there that depends on a member, or on such a package, or that compiles a file of a member as its own (`mounts.rs`), with
//! all of its source as targets; after the members, those below the root by path, then the others by path. A dependency with
//! a folder means what lies there; one without may be patched, and means the member of that name, but around the root what
//! was published. What neighbours depend on by folder comes along, as their code says what they do with members, but nothing
//! around the root. What only their own lock files have comes to what is locked (`locks.rs`). `cargo` is not asked: it would
//! be a process for each of them, and some of them no longer build.

mod above;
mod folders;
mod locks;
mod manifest;
mod mounts;

use super::{Dependency, Feature, LockedPackage, Package, Request, Target, TargetKind, Workspace, files};
use crate::config;
use crate::model::{PackageId, name};
use locks::{Locked, Owner};
use manifest::{Manifest, Written};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};

/// Adds the neighbours of a workspace to its packages. A manifest that cannot be read and may name a member is noted, and
/// that member is used by somebody unseen. What lock files of neighbours have more is added to its dependencies.
pub(super) fn add(workspace: &mut Workspace, request: &Request) {
    let members: FxHashSet<&Path> = workspace.packages.iter().map(|package| package.root.as_path()).collect();
    let (mut found, mut unread) = (vec![], vec![]);
    let others = folders::below(workspace).into_par_iter().filter(|folder| !members.contains(folder.as_path()));
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
    let closed = closed(workspace, request);
    let above = above::look(workspace, request, &closed);
    let around = Around { first: found.len(), origin: above.origin, top: above.top, closed };
    found.extend(above.manifests);
    let (packages, targets, locked) = Neighbours::new(workspace, &found, around).packages(request);
    for why in unread {
        use_unseen(workspace, &why);
    }
    workspace.notes.extend(above.note);
    for (at, note) in above.unseen {
        workspace.packages[at].used_unseen = true;
        workspace.notes.push(note);
    }
    workspace.dependencies.extend(locked);
    workspace.packages.extend(packages);
    workspace.targets.extend(targets);
}

/// For each member, whether its library has no users but those that can be found.
fn closed(workspace: &Workspace, request: &Request) -> Vec<bool> {
    let said = request.closed.clone().unwrap_or_else(|| config::closed_world(&workspace.root));
    let is_library = |target: &Target| matches!(target.kind, TargetKind::Lib | TargetKind::ProcMacro);
    let has_library = |at: usize| {
        let mut targets = workspace.targets.iter().filter(|target| is_library(target));
        targets.any(|target| target.package.index() == at)
    };
    let is_closed = |package: &Package| !package.publishable || said.closes(&package.name);
    workspace.packages.iter().enumerate().map(|(at, package)| is_closed(package) && has_library(at)).collect()
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
    files::shown(&folder.join("Cargo.toml"), root)
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

/// What is known of manifests that lie around the root.
struct Around {
    /// The first of them: what is found below the root comes before.
    first: usize,
    /// The root of the workspace as they know it.
    origin: PathBuf,
    /// The folder of the repository.
    top: PathBuf,
    /// Members that have no other users.
    closed: Vec<bool>,
}

/// The manifests beside the members, and which of them belong to neighbours.
struct Neighbours<'a> {
    workspace: &'a Workspace,
    found: &'a [Manifest],
    around: Around,
    /// Their dependencies; none of what is no package.
    needs: Vec<Vec<Written>>,
    members: FxHashMap<&'a Path, usize>,
    members_by_name: FxHashMap<&'a str, usize>,
    by_folder: FxHashMap<&'a Path, usize>,
    by_name: FxHashMap<&'a str, usize>,
}

impl<'a> Neighbours<'a> {
    fn new(workspace: &'a Workspace, found: &'a [Manifest], around: Around) -> Self {
        let all = || workspace.packages.iter().enumerate();
        let packages = || found.iter().enumerate().filter(|(_, manifest)| manifest.package_name().is_some());
        let roots: FxHashMap<&Path, &Manifest> = (found.iter())
            .filter(|manifest| manifest.is_workspace())
            .map(|manifest| (manifest.folder.as_path(), manifest))
            .collect();
        let mut needs: Vec<Vec<Written>> = found.par_iter().map(|manifest| manifest.dependencies(&roots)).collect();
        for need in needs[around.first..].iter_mut().flatten() {
            // What uses the original uses its copy.
            if let Some(inner) = need.path.as_ref().and_then(|path| path.strip_prefix(&around.origin).ok()) {
                need.path = Some(workspace.root.join(inner));
            }
        }
        let mut by_name = FxHashMap::default();
        for (at, manifest) in packages().filter(|(at, _)| *at < around.first) {
            by_name.entry(manifest.package_name().unwrap_or_default()).or_insert(at);
        }
        Neighbours {
            workspace,
            found,
            around,
            needs,
            members: all().map(|(at, package)| (package.root.as_path(), at)).collect(),
            members_by_name: all().map(|(at, package)| (package.name.as_str(), at)).collect(),
            by_folder: packages().map(|(at, manifest)| (manifest.folder.as_path(), at)).collect(),
            by_name,
        }
    }

    /// What a dependency of a manifest means. By a name alone those around the root mean what was published.
    fn goal(&self, at: usize, need: &Written) -> Goal {
        let (member, other) = match &need.path {
            Some(path) => (self.members.get(path.as_path()), self.by_folder.get(path.as_path())),
            None if self.is_around(at) => (None, None),
            None => (self.members_by_name.get(need.package.as_str()), self.by_name.get(need.package.as_str())),
        };
        match (member, other) {
            (Some(member), _) => Goal::Member(*member),
            (None, Some(other)) => Goal::Found(*other),
            (None, None) => Goal::Elsewhere,
        }
    }

    fn is_around(&self, at: usize) -> bool {
        at >= self.around.first
    }

    /// Whether a manifest is that of a neighbour by itself: it depends on a member, or has its files in its own source.
    fn starts(&self, at: usize) -> bool {
        let owner = |folder: &Path| match self.members.contains_key(folder) {
            true => Some(true),
            false => self.by_folder.contains_key(folder).then_some(false),
        };
        let manifest = &self.found[at];
        let uses = |need: &Written| match self.goal(at, need) {
            Goal::Member(member) => !self.is_around(at) || self.around.closed[member],
            Goal::Found(_) | Goal::Elsewhere => false,
        };
        self.needs[at].iter().any(uses)
            || manifest.package_name().is_some()
                && !self.is_around(at)
                // What cargo vendored was published: it has no files of others.
                && !manifest.folder.join(".cargo-checksum.json").is_file()
                && mounts::any(&manifest.folder, self.workspace, &owner)
    }

    /// The manifests of neighbours, in order.
    fn rows(&self) -> Vec<usize> {
        let mut is_one: Vec<bool> = (0..self.found.len()).into_par_iter().map(|at| self.starts(at)).collect();
        loop {
            let uses = |at: usize, need: &Written| match self.goal(at, need) {
                Goal::Found(other) => is_one[other],
                Goal::Member(_) | Goal::Elsewhere => false,
            };
            let next: Vec<usize> = (0..is_one.len())
                .filter(|at| !is_one[*at] && self.needs[*at].iter().any(|need| uses(*at, need)))
                .collect();
            if next.is_empty() {
                break;
            }
            next.into_iter().for_each(|at| is_one[at] = true);
        }
        let mut work: Vec<usize> = (0..is_one.len()).filter(|at| is_one[*at]).collect();
        while let Some(at) = work.pop() {
            for need in self.needs[at].iter().filter(|need| need.path.is_some()) {
                // Those around the root may depend on half the repository.
                if let Goal::Found(other) = self.goal(at, need)
                    && !self.is_around(other)
                    && !std::mem::replace(&mut is_one[other], true)
                {
                    work.push(other);
                }
            }
        }
        (0..is_one.len()).filter(|at| is_one[*at]).collect()
    }

    /// The packages of neighbours, their targets, and what their lock files add to what is locked.
    fn packages(&self, request: &Request) -> (Vec<Package>, Vec<Target>, Vec<LockedPackage>) {
        let rows = self.rows();
        let more =
            if request.without_dependencies { vec![] } else { self.locked(&rows, request.cargo_home.as_deref()) };
        let first = self.workspace.packages.len();
        let targets =
            rows.iter().enumerate().flat_map(|(at, row)| self.found[*row].targets(PackageId::new(first + at)));
        let targets: Vec<Target> = targets.collect();
        let locked = Locked::new(self.workspace.dependencies.iter().chain(&more));
        let packages: Vec<Package> = rows.iter().map(|row| self.package(*row, &rows, &locked)).collect();
        (packages, targets, more)
    }

    /// What the lock files of neighbours have more than that of the workspace.
    fn locked(&self, rows: &[usize], cargo_home: Option<&Path>) -> Vec<LockedPackage> {
        let owner = |row: &usize| {
            let needs = self.needs[*row].iter().filter(|need| need.path.is_none());
            let is_elsewhere = |need: &&Written| match self.goal(*row, need) {
                Goal::Member(_) => false,
                Goal::Found(other) => rows.binary_search(&other).is_err(),
                Goal::Elsewhere => true,
            };
            let top = if self.is_around(*row) { &self.around.top } else { &self.workspace.root };
            Owner { manifest: &self.found[*row], top, needs: needs.filter(is_elsewhere).collect() }
        };
        let owners: Vec<Owner<'_>> = rows.iter().map(owner).collect();
        locks::read(self.workspace, &owners, cargo_home)
    }

    fn package(&self, row: usize, rows: &[usize], locked: &Locked<'_>) -> Package {
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
            dependencies: needs.iter().map(|need| self.dependency((row, need), rows, locked)).collect(),
            neighbour: true,
            used_unseen: false,
        }
    }

    /// A dependency of a neighbour. What it means is named so that nothing else has that name, and nothing is taken for
    /// known of another version than the locked one.
    fn dependency(&self, (row, need): (usize, &Written), rows: &[usize], locked: &Locked<'_>) -> Dependency {
        let (mut key, mut is_unknown, mut version) = (need.key.as_str(), false, None);
        let package = match self.goal(row, need) {
            Goal::Member(member) => self.workspace.packages[member].name.clone(),
            Goal::Found(other) if rows.binary_search(&other).is_ok() => {
                // The library of a package may have a name of its own, which an explicit one goes before.
                key = self.found[other].library_name().filter(|_| !need.renamed).unwrap_or(key);
                shown(&self.found[other].folder, &self.workspace.root)
            }
            Goal::Found(_) | Goal::Elsewhere => {
                let meant = locked.meant_by(need);
                is_unknown = meant.is_unknown;
                version = meant.version.map(str::to_owned);
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
