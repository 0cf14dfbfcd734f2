//! Stage 1. A manifest in, a [`Workspace`] out: packages, targets, features, dependencies, files on disk.
//!
//! It runs `cargo metadata` and reads manifests; it builds nothing and writes nothing, and it knows no Rust source.

mod asked_for;
mod checkouts;
mod files;
mod lock;
mod locked;
mod manifest;
mod metadata;
mod neighbours;
mod outside;
mod versions;

pub use asked_for::{turned_on, turned_on_by_commands};
pub use files::{files_below, package_files, plain, possible_targets, shown, source_targets};
pub(crate) use files::{is_never_source, is_rust};
pub use lock::{LockedPackage, Origin};
pub use manifest::FeaturePlace;

use crate::config::ClosedWorld;
use crate::model::{Name, PackageId, TargetId};
use anyhow::Result;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};

/// What to discover.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The manifest, or the folder to look for one from.
    pub manifest: PathBuf,
    /// The cargo to ask, from `CARGO`.
    pub cargo: Option<PathBuf>,
    /// The toolchain that the user asked for, from `RUSTUP_TOOLCHAIN`.
    pub toolchain: Option<String>,
    /// Where rustup keeps its settings.
    pub rustup_home: Option<PathBuf>,
    /// Where cargo keeps sources of dependencies.
    pub cargo_home: Option<PathBuf>,
    /// Where what was read of dependencies may be kept; `None` to read it each time.
    pub cache: Option<PathBuf>,
    /// Dependencies are not read.
    pub without_dependencies: bool,
    /// The date, `2027-01-31`; `None` if promises of a date are not to be judged.
    pub today: Option<String>,
    /// The folder that packages which use the workspace lie in; `None` for the git repository around it.
    pub around: Option<PathBuf>,
    /// The root of the workspace that this one is a copy of: who uses that one uses this one.
    pub copy_of: Option<PathBuf>,
    /// Packages that nobody uses from outside of that folder, beside those that cannot be published; `None` to read the
    /// configuration.
    pub closed: Option<ClosedWorld>,
}

/// A workspace as cargo sees it.
#[derive(Debug)]
pub struct Workspace {
    /// The folder of the root manifest, without symbolic links.
    pub root: PathBuf,
    /// Where cargo builds; never read.
    pub target_dir: PathBuf,
    /// Members, by name, and after them the neighbours, by folder.
    pub packages: Vec<Package>,
    /// Targets of all packages; one crate each.
    pub targets: Vec<Target>,
    /// What a user must know to judge the result: each a sentence.
    pub notes: Vec<String>,
    /// Sources of dependencies that are on this machine: package, version, folder.
    pub dependencies: Vec<LockedPackage>,
    /// Where what was read of dependencies may be kept.
    pub cache: Option<PathBuf>,
    /// The date, `2027-01-31`.
    pub today: Option<String>,
}

impl Workspace {
    /// The members: what is audited.
    pub fn members(&self) -> &[Package] {
        &self.packages[..self.packages.partition_point(|package| !package.neighbour)]
    }

    /// Whether a target belongs to a neighbour.
    pub fn is_of_neighbour(&self, target: &Target) -> bool {
        self.packages[target.package.index()].neighbour
    }

    /// The package of a target.
    pub fn package_of(&self, target: TargetId) -> &Package {
        &self.packages[self.targets[target.index()].package.index()]
    }

    /// A package and all members that its libraries depend on, but for tests; `None` if it depends on something else that is
    /// no tool.
    pub fn with_members(&self, package: usize, is_tool: impl Fn(&str) -> bool) -> Option<FxHashSet<usize>> {
        let all = self.packages.iter().enumerate();
        let by_name: FxHashMap<&str, usize> = all.map(|(at, package)| (package.name.as_str(), at)).collect();
        let (mut members, mut work) = (FxHashSet::default(), vec![package]);
        while let Some(at) = work.pop() {
            if !members.insert(at) {
                continue;
            }
            for needed in self.packages[at].dependencies.iter().filter(|needed| !needed.dev) {
                match by_name.get(needed.package.as_str()) {
                    Some(member) => work.push(*member),
                    None if is_tool(&needed.package) => {}
                    None => return None,
                }
            }
        }
        Some(members)
    }
}

/// A member of the workspace, or a neighbour.
#[derive(Debug)]
pub struct Package {
    /// Its name in the manifest; of a neighbour the path of that, from the root of the workspace.
    pub name: String,
    /// What cargo calls it in its messages.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its folder.
    pub root: PathBuf,
    /// Its manifest.
    pub manifest: PathBuf,
    /// Whether it may be published: others could depend on it.
    pub publishable: bool,
    /// Declared features, the implicit ones of optional dependencies too.
    pub features: Vec<Feature>,
    /// Features that `check-cfg` of its lints lists: whoever builds it may set them.
    pub checked_features: Vec<String>,
    /// Dependencies as the code names them.
    pub dependencies: Vec<Dependency>,
    /// Whether it is no member: it lies beside the members and uses them. All of its code runs, and nothing is reported of it.
    pub neighbour: bool,
    /// Whether a manifest that cannot be read may name it: somebody unseen may use all that it makes public.
    pub used_unseen: bool,
}

/// A declared feature.
#[derive(Debug, Clone)]
pub struct Feature {
    /// Its name.
    pub name: String,
    /// What it enables, as written.
    pub enables: Vec<String>,
    /// Where the manifest declares it; `None` for the implicit feature of an optional dependency.
    pub place: Option<FeaturePlace>,
}

/// A dependency as the code of a package names it.
#[derive(Debug, Clone)]
pub struct Dependency {
    /// The name in the code: renamed or not, with `_` for `-`.
    pub name: Name,
    /// The package it means.
    pub package: String,
    /// The versions that the manifest takes.
    pub requirement: semver::VersionReq,
    /// The one of the lock file that it means, if that is known.
    pub version: Option<String>,
    /// Its folder, for a dependency by path.
    pub path: Option<PathBuf>,
    /// Whether it is optional.
    pub optional: bool,
    /// Whether only tests, examples and benchmarks have it.
    pub dev: bool,
    /// Whether only the build script has it.
    pub build: bool,
    /// Features of it that are asked for.
    pub features: Vec<String>,
    /// Whether nothing is known of it, although the lock file may have something of its name: another version or place.
    pub is_unknown: bool,
}

/// A crate of the workspace.
#[derive(Debug)]
pub struct Target {
    /// Its package.
    pub package: PackageId,
    /// Its name.
    pub name: String,
    /// Its name in code.
    pub crate_name: Name,
    /// What it is.
    pub kind: TargetKind,
    /// Its root file.
    pub root: PathBuf,
    /// Features it needs.
    pub required_features: Vec<String>,
    /// Whether examples in its documentation are run.
    pub doctest: bool,
}

/// What a target is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TargetKind {
    /// A library.
    Lib,
    /// A procedural macro.
    ProcMacro,
    /// A binary.
    Bin,
    /// A build script.
    BuildScript,
    /// An example.
    Example,
    /// An integration test.
    Test,
    /// A benchmark.
    Bench,
    /// A file among the tests that is no target of cargo's: compiled by a test perhaps, with another harness.
    Loose,
}

impl TargetKind {
    /// What cargo calls it in its messages.
    pub fn as_cargo(self) -> &'static str {
        match self {
            TargetKind::Lib => "lib",
            TargetKind::ProcMacro => "proc-macro",
            TargetKind::Bin => "bin",
            TargetKind::BuildScript => "custom-build",
            TargetKind::Example => "example",
            TargetKind::Test | TargetKind::Loose => "test",
            TargetKind::Bench => "bench",
        }
    }

    /// Whether what it runs counts as a test.
    pub fn is_test(self) -> bool {
        matches!(self, TargetKind::Example | TargetKind::Test | TargetKind::Bench | TargetKind::Loose)
    }
}

/// The folder of the manifest that a request means, without symbolic links.
pub fn folder(request: &Request) -> Option<PathBuf> {
    metadata::manifest_path(&request.manifest).ok()?.parent().map(Path::to_owned)
}

/// Discovers a workspace.
///
/// # Errors
/// No manifest, or one that cargo cannot read; the message is cargo's own.
pub fn discover(request: &Request) -> Result<Workspace> {
    let metadata = metadata::read(request)?;
    let mut notes = vec![];
    let root = metadata.workspace_root.as_std_path();
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let mut members: Vec<_> = metadata.workspace_packages();
    members.sort_by(|a, b| (&a.name, &a.manifest_path).cmp(&(&b.name, &b.manifest_path)));
    // Each manifest is read again for what `cargo metadata` does not tell.
    let read: Vec<(Package, Vec<String>)> = (members.par_iter())
        .map(|member| {
            let mut notes = vec![];
            (metadata::package(member, &mut notes), notes)
        })
        .collect();
    let mut packages = vec![];
    let mut targets = vec![];
    for (member, (package, said)) in members.into_iter().zip(read) {
        targets.extend(metadata::targets(member, PackageId::new(packages.len())));
        packages.push(package);
        notes.extend(said);
    }
    let target_dir = metadata.target_directory.into_std_path_buf();
    let mut lock = lock::read(&root, request.cargo_home.as_deref(), &mut notes);
    outside::add(&packages, &root, &mut lock);
    lock::note_missing(&lock.packages, &mut notes);
    let lock::Lock { packages: mut dependencies, members: locked } = lock;
    if request.without_dependencies {
        dependencies.clear();
    }
    versions::settle(&mut packages, &mut dependencies, &locked);
    let cache = request.cache.clone();
    let mut workspace =
        Workspace { root, target_dir, packages, targets, notes, dependencies, cache, today: request.today.clone() };
    neighbours::add(&mut workspace, request);
    files::add_loose_targets(&mut workspace);
    Ok(workspace)
}
