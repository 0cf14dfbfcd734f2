//! Features that code of a package may name: those of its manifest, those that its `check-cfg` lists, and those that its
//! build script switches on by name.

use super::Input;
use crate::discover::TargetKind;
use crate::facts::Cfg;
use crate::model::{Name, name};
use rustc_hash::FxHashSet;

/// What a build script prints to switch a feature on, up to its name.
const SWITCH: &str = "rustc-cfg=feature=";

/// For each package the features that may be on.
pub fn declared(input: Input<'_>) -> Vec<FxHashSet<Name>> {
    let packages = input.workspace.packages.iter();
    let mut declared: Vec<FxHashSet<Name>> = packages
        .map(|package| {
            let manifest = package.features.iter().map(|feature| name(&feature.name));
            manifest.chain(package.checked_features.iter().map(|feature| name(feature))).collect()
        })
        .collect();
    let mut any = vec![false; declared.len()];
    for mount in &input.sources.mounts {
        let target = &input.workspace.targets[mount.target.index()];
        if target.kind == TargetKind::BuildScript {
            let text = &input.sources.files[mount.file.index()].text;
            for switched in text.split(SWITCH).skip(1) {
                match switched_on(switched) {
                    Some(feature) => _ = declared[target.package.index()].insert(name(feature)),
                    None => any[target.package.index()] = true,
                }
            }
        }
    }
    for mount in &input.sources.mounts {
        let package = input.workspace.targets[mount.target.index()].package.index();
        if any[package] {
            let conditions = &input.sources.files[mount.file.index()].facts.conditions;
            conditions.iter().for_each(|condition| add_named(&condition.cfg, &mut declared[package]));
        }
    }
    declared
}

/// The name that follows, where it is written out.
fn switched_on(after: &str) -> Option<&str> {
    let inside = after.strip_prefix("\\\"").or_else(|| after.strip_prefix('"'))?;
    let end = inside.find(['"', '\\'])?;
    let feature = &inside[..end];
    (!feature.contains(['{', '}'])).then_some(feature)
}

fn add_named(cfg: &Cfg, to: &mut FxHashSet<Name>) {
    cfg.atoms(&mut |key, value| {
        if let (true, Some(feature)) = (*key == "feature", value) {
            to.insert(*feature);
        }
    });
}
