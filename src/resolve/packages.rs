//! Which packages see which, and which mount a file.
//!
//! In: the workspace and its sources. Out: tables by package and by file.

use crate::discover::Workspace;
use crate::parse::Sources;

/// For each package, itself and what it depends on, however far.
pub(super) fn sees(workspace: &Workspace) -> Vec<Vec<bool>> {
    let packages = &workspace.packages;
    let by_name: rustc_hash::FxHashMap<&str, usize> =
        packages.iter().enumerate().map(|(at, package)| (package.name.as_str(), at)).collect();
    let reached = |start: usize| {
        let mut seen = vec![false; packages.len()];
        let mut work = vec![start];
        while let Some(at) = work.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                let names = packages[at].dependencies.iter();
                work.extend(names.filter_map(|it| by_name.get(it.package.as_str()).copied()));
            }
        }
        seen
    };
    (0..packages.len()).map(reached).collect()
}

/// The packages whose libraries run with the library of a package, or with its build script; the package itself is one.
pub(super) fn linked(workspace: &Workspace, package: usize, build_script: bool) -> Vec<bool> {
    let packages = &workspace.packages;
    let mut seen = vec![false; packages.len()];
    seen[package] = true;
    let mut work = vec![package];
    while let Some(at) = work.pop() {
        let of_script = build_script && at == package;
        let needed = packages[at].dependencies.iter().filter(|it| !it.dev && it.build == of_script);
        for name in needed.map(|it| &it.package) {
            let other = packages.iter().position(|other| other.name == *name);
            if let Some(other) = other.filter(|other| !std::mem::replace(&mut seen[*other], true)) {
                work.push(other);
            }
        }
    }
    seen
}

/// The packages that mount each file.
pub(super) fn packages_of(workspace: &Workspace, sources: &Sources) -> Vec<Vec<u16>> {
    let mut all = vec![vec![]; sources.files.len()];
    for mount in &sources.mounts {
        let package = workspace.targets[mount.target.index()].package.index() as u16;
        if !all[mount.file.index()].contains(&package) {
            all[mount.file.index()].push(package);
        }
    }
    all
}
