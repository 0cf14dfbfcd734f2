//! What would be dead if no package were open.
//!
//! In: an analysis. Out: how many items a user leaves unseen without `--closed-world`, and whether that would be the truth.
//! Which items they are it does not say.

use super::Analysis;
use crate::audit::Audit;
use crate::discover;
use crate::reach::{self, Input};
use crate::rules;
use std::path::PathBuf;

/// How many dead items there are when no package is open.
pub(super) fn dead_if_closed_world(input: Input<'_>, disk: &[Vec<PathBuf>]) -> usize {
    let closed = reach::reach(input, true);
    rules::dead_items(&Audit::new(input, &closed, disk)).len()
}

/// A workspace whose open libraries are used by its own binaries is perhaps closed as a whole.
pub(super) fn serves_itself(analysis: &Analysis) -> Option<String> {
    let open: Vec<&discover::Package> = analysis
        .workspace
        .members()
        .iter()
        .zip(&analysis.reach.roots.open)
        .filter(|(_, open)| **open)
        .map(|it| it.0)
        .collect();
    let has_binary = |package: usize| {
        let mut targets = analysis.workspace.targets.iter();
        targets.any(|target| target.package.index() == package && target.kind == discover::TargetKind::Bin)
    };
    let serving = open.iter().filter(|library| {
        analysis.workspace.members().iter().enumerate().any(|(index, package)| {
            has_binary(index) && package.dependencies.iter().any(|dependency| dependency.package == library.name)
        })
    });
    let count = serving.count();
    (count > 0).then(|| {
        format!("{count} of the libraries whose public items count as used serve binaries of this workspace; `publish = false` closes them")
    })
}
