//! Which packages with procedural macros make names of texts.
//!
//! In: the sources of packages and what they depend on. Out: yes or no for each package. Where it is no, no string of the
//! package becomes a name in what its macros write, but for what format strings capture: see `extract/named_texts.rs`. What a
//! template hands texts to has to be known: macros of the catalogue, rules of the workspace that make no names either,
//! attributes of the compiler. Nothing is known of dependencies but of those that the catalogue lists as tools of such packages.

use super::Context;
use crate::catalog::Made;
use crate::discover::TargetKind;
use crate::extract::{rules_uses, text_uses};
use crate::facts::Cfg;
use crate::model::{DefKind, Name, name};
use crate::parse::MountPoint;
use rustc_hash::FxHashSet;

/// For each package, whether its procedural macros may make names of texts.
pub(super) fn make_names(cx: &Context<'_>) -> Vec<bool> {
    let mut may = vec![true; cx.workspace.packages.len()];
    for target in cx.workspace.targets.iter().filter(|target| target.kind == TargetKind::ProcMacro) {
        let package = target.package.index();
        may[package] = of_package(cx, package);
    }
    may
}

fn of_package(cx: &Context<'_>, package: usize) -> bool {
    let Some(members) = cx.workspace.with_members(package, |needed| cx.catalog.is_macro_tool(needed)) else {
        return true;
    };
    let mounts = &cx.sources.mounts;
    let mut seen = FxHashSet::default();
    (0..mounts.len()).any(|at| {
        let target = &cx.workspace.targets[mounts[at].target.index()];
        let runs = matches!(target.kind, TargetKind::Lib | TargetKind::ProcMacro);
        let is_read = runs && members.contains(&target.package.index()) && !is_of_tests(cx, at);
        is_read && seen.insert(mounts[at].file) && makes_names(cx, &cx.sources.files[mounts[at].file.index()].text)
    })
}

/// Whether a mount is there in tests alone: no macro runs it.
fn is_of_tests(cx: &Context<'_>, mount: usize) -> bool {
    let mut at = mount;
    while let Some((parent, point)) = cx.sources.mounts[at].parent {
        let facts = &cx.sources.files[cx.sources.mounts[parent].file.index()].facts;
        if let MountPoint::Module(row) = point {
            let holders = std::iter::successors(Some(row), |row| facts.defs[*row as usize].parent);
            let mut conditions = holders.flat_map(|row| &facts.defs[row as usize].attrs.cfg);
            if conditions.any(Cfg::needs_test) {
                return true;
            }
        }
        at = parent;
    }
    false
}

fn makes_names(cx: &Context<'_>, text: &str) -> bool {
    let uses = text_uses(text);
    uses.makes_names
        || uses.attributes.iter().any(|path| !cx.catalog.is_builtin_attribute(path))
        || uses.macros.iter().any(|word| macro_makes_names(cx, name(word)))
}

/// Whether a macro may make names of the texts that it is given.
fn macro_makes_names(cx: &Context<'_>, word: Name) -> bool {
    let mut seen = FxHashSet::default();
    let mut work = vec![word];
    while let Some(word) = work.pop() {
        if !seen.insert(word) {
            continue;
        }
        let mut is_own = false;
        for def in cx.impls.members.by_name.get(&word).into_iter().flatten() {
            let facts = cx.defs.get(cx.sources, *def);
            if facts.procedural_macro().is_some() {
                return true;
            }
            if facts.kind == DefKind::Macro {
                is_own = true;
                let text = &cx.sources.files[cx.defs.file(*def).index()].text;
                let rules = text.get(facts.span.start as usize..facts.span.end as usize);
                let Some(uses) = rules.map(rules_uses).filter(|uses| !uses.makes_names) else { return true };
                if uses.attributes.iter().any(|path| !cx.catalog.is_builtin_attribute(path)) {
                    return true;
                }
                work.extend(uses.macros.iter().map(|word| name(word)));
            }
        }
        if !is_own && cx.catalog.made_by_macro(&word) != Made::Nothing {
            return true;
        }
    }
    false
}
