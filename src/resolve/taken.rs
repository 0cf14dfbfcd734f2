//! Which packages take source that is not there when they are read: a build script may write it, or have written it.
//!
//! In: the texts of files, and which modules were found. Out: yes or no for each package. What is taken as text or as bytes
//! is no source.

use super::Context;
use crate::discover::TargetKind;
use crate::facts::DefData;
use crate::parse::MountPoint;
use rustc_hash::FxHashSet;

/// Calls that take a file as data, up to the name of the folder of generated ones, without blanks.
const AS_DATA: [&str; 2] = ["include_str!(concat!(env!(\"", "include_bytes!(concat!(env!(\""];

/// For each package, whether its code takes such source; that of its build script aside.
pub(super) fn by_package(cx: &Context<'_>) -> Vec<bool> {
    let mounts = &cx.sources.mounts;
    let found: FxHashSet<(usize, u32)> = (mounts.iter())
        .filter_map(|mount| match mount.parent {
            Some((holder, MountPoint::Module(row))) => Some((holder, row)),
            _ => None,
        })
        .collect();
    let mut taken = vec![false; cx.workspace.packages.len()];
    for (at, mount) in mounts.iter().enumerate() {
        let target = &cx.workspace.targets[mount.target.index()];
        let package = target.package.index();
        if taken[package] || target.kind == TargetKind::BuildScript {
            continue;
        }
        let file = &cx.sources.files[mount.file.index()];
        let mut modules = file.facts.defs.iter().enumerate();
        let is_missing = modules.any(|(row, def)| {
            matches!(def.data, DefData::Module { inline: None, .. }) && !found.contains(&(at, row as u32))
        });
        taken[package] = is_missing || takes_code(cx, &file.text);
    }
    taken
}

fn takes_code(cx: &Context<'_>, text: &str) -> bool {
    // Backwards, and no further than the call is long: there may be many in one statement.
    let is_behind = |at: usize, call: &str| {
        let mut before = text[..at].chars().rev().filter(|letter| !letter.is_whitespace());
        call.chars().rev().all(|letter| before.next() == Some(letter))
    };
    let is_code = |at: usize| !AS_DATA.iter().any(|call| is_behind(at, call));
    text.contains("include!")
        || cx.catalog.generated().any(|sign| text.contains(sign))
        || text.match_indices("OUT_DIR").any(|(at, _)| is_code(at))
}
