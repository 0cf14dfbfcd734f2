//! Macros of the workspace that have the name of a known one.

use super::load::{LoadedFiles, parse, shown_path};
use super::places::package_folder;
use crate::catalog::Catalog;
use crate::discover::Workspace;
use crate::facts::{Def, DefData, Facts};
use crate::model::DefKind;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};

/// A macro of the workspace that has the name of one of the catalogue takes what it likes: the files that may call it
/// are read once more without that knowledge.
pub(super) fn read_again(workspace: &Workspace, catalog: &Catalog, loaded: &mut LoadedFiles) {
    let mut own: Vec<(&'static str, PathBuf)> = vec![];
    for (path, file) in &loaded.files {
        for def in file.facts.defs.iter().filter(|def| def.kind == DefKind::Macro) {
            if catalog.macro_form(&def.name).is_some() {
                own.push((def.name.as_str(), textual_scope(path, &file.facts, def)));
            }
        }
    }
    if own.is_empty() {
        return;
    }
    loaded.files.par_iter_mut().for_each(|(path, file)| {
        let called = own.iter().filter(|(name, scope)| path.starts_with(scope) && calls(&file.text, name));
        let called: FxHashSet<&str> = called.map(|(name, _)| *name).collect();
        let shown = shown_path(path, &workspace.root);
        if !called.is_empty()
            && let Ok(facts) = parse(&file.text, &shown, &catalog.without_macros(called))
        {
            file.facts = facts;
        }
    });
}

fn calls(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        text[at + name.len()..].starts_with('!') && before.is_none_or(|it| !it.is_alphanumeric() && it != '_')
    })
}

/// The file or folder whose files may see a macro: any file if it is exported, its own file if it stands in an inner
/// module that keeps it, else its package: `#[macro_use]` carries a macro out of its module, however deep.
fn textual_scope(path: &Path, facts: &Facts, def: &Def) -> PathBuf {
    if matches!(def.data, DefData::Macro { exported: true }) {
        return PathBuf::new();
    }
    let holders = std::iter::successors(def.parent, |row| facts.defs[*row as usize].parent);
    let kept = holders.into_iter().any(|row| !facts.defs[row as usize].attrs.has("macro_use"));
    match package_folder(path) {
        Some(package) if !kept => package.to_owned(),
        _ => path.to_owned(),
    }
}
