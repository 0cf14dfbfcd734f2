//! The crates that the code of each target can name.
//!
//! In: packages with their dependencies, the root modules of targets. Out: for each target what the names of crates mean: the
//! root of another target, or another crate by its name. It knows nothing of what is in crates.

use super::{Modules, Res};
use crate::discover::{TargetKind, Workspace};
use crate::model::{Name, name};
use rustc_hash::FxHashMap;

/// What stands behind the name of a crate of which nothing is known, as others mean another version by it.
pub(in crate::resolve) const OTHER_VERSION: &str = " (another version)";

/// For each target, the crates that its code can name.
pub(super) fn named(workspace: &Workspace, modules: &Modules) -> Vec<FxHashMap<Name, Res>> {
    let library = |package: usize| {
        let mut targets = workspace.targets.iter().enumerate();
        targets.find(|(_, target)| {
            target.package.index() == package && matches!(target.kind, TargetKind::Lib | TargetKind::ProcMacro)
        })
    };
    let by_name: FxHashMap<&str, usize> =
        workspace.packages.iter().enumerate().map(|(index, package)| (package.name.as_str(), index)).collect();
    let of_package: Vec<FxHashMap<Name, Res>> = (workspace.packages.iter().enumerate())
        .map(|(index, package)| {
            let mut names = FxHashMap::default();
            let standard = ["std", "core", "alloc", "proc_macro", "test"].map(name);
            names.extend(standard.map(|krate| (krate, Res::Ext(krate))));
            for dependency in &package.dependencies {
                let member = by_name.get(dependency.package.as_str()).and_then(|index| library(*index));
                let root = member.and_then(|(target, info)| Some((modules.roots[target]?, info)));
                let res = match root {
                    Some((root, info)) => {
                        // Without `package = …` a library may have a name of its own.
                        if dependency.name == dependency.package.replace('-', "_").as_str() {
                            names.insert(info.crate_name, Res::Mod(root));
                        }
                        Res::Mod(root)
                    }
                    // Nothing has this name, and nothing is known of it.
                    None if dependency.is_unknown && package.neighbour => Res::Ext(name(&dependency.package)),
                    None => {
                        let locked = workspace.dependencies.iter().filter(|it| it.name == dependency.package);
                        let plain = dependency.name == dependency.package.replace('-', "_").as_str();
                        // What is known by a name is another version then.
                        let other = if dependency.is_unknown { OTHER_VERSION } else { "" };
                        let meant = |krate: &str| Res::Ext(name(&format!("{krate}{other}")));
                        for library in locked.filter_map(|it| it.library.as_deref()).filter(|_| plain) {
                            names.entry(name(library)).or_insert(meant(library));
                        }
                        meant(&dependency.name)
                    }
                };
                names.insert(dependency.name, res);
            }
            if let Some((target, info)) = library(index)
                && let Some(root) = modules.roots[target]
            {
                names.insert(info.crate_name, Res::Mod(root));
            }
            names
        })
        .collect();
    workspace.targets.iter().map(|target| of_package[target.package.index()].clone()).collect()
}
