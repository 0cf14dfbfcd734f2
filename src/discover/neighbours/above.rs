//! Packages that use a workspace and lie above or beside its root, in the same repository.
//!
//! In: the workspace, and the folder of the repository. Out: all manifests there, if one of them depends by its folder on a member
//! that nobody else uses; else none. By its name a package from there means what was published. What a library that others could
//! depend on is used for does not matter: all that it makes public counts as used. So most workspaces cost a walk through folders
//! and a look at texts, and others do not even cost that.

use super::folders;
use super::manifest::{self, Manifest, Unread};
use crate::discover::{Request, Workspace};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};

/// What lies around a workspace.
#[derive(Default)]
pub(super) struct Above {
    /// The manifests, by folder.
    pub(super) manifests: Vec<Manifest>,
    /// Members that somebody unseen uses, with what a reader must know.
    pub(super) unseen: Vec<(usize, String)>,
    /// What a reader must know beside that.
    pub(super) note: Option<String>,
    /// The folder that they know the root of the workspace by.
    pub(super) origin: PathBuf,
    /// The folder of the repository.
    pub(super) top: PathBuf,
}

/// Looks for manifests around a workspace; `closed` says of which members their users matter.
pub(super) fn look(workspace: &Workspace, request: &Request, closed: &[bool]) -> Above {
    let Some((top, origin)) = places(workspace, request) else { return Above::default() };
    let goals: FxHashMap<PathBuf, usize> = (workspace.packages.iter().enumerate())
        .filter(|(at, _)| closed[*at])
        .map(|(at, package)| match package.root.strip_prefix(&workspace.root) {
            Ok(inner) => (origin.join(inner), at),
            Err(_) => (package.root.clone(), at),
        })
        .collect();
    if goals.is_empty() {
        return Above::default();
    }
    let Some(found) = folders::around(workspace, &top, &origin) else {
        let note = "the repository is too large to look for packages around this workspace that use it; what only they use is \
                    reported";
        return Above { note: Some(note.into()), ..Above::default() };
    };
    let mut above = Above { origin, top, ..Above::default() };
    let texts: Vec<(PathBuf, Result<String, Unread>)> =
        found.into_par_iter().map(|folder| (folder.clone(), manifest::text_in(&folder))).collect();
    if texts.par_iter().any(|(folder, text)| text.as_ref().is_ok_and(|text| leads_to(folder, text, &goals))) {
        let read = texts.into_par_iter().map(|(folder, text)| text.and_then(|text| manifest::parsed(folder, text)));
        for read in read.collect::<Vec<Result<Manifest, Unread>>>() {
            match read {
                Ok(manifest) => above.manifests.push(manifest),
                Err(why) => above.note_unread(&why, &goals, workspace),
            }
        }
    }
    above.note_patches(&goals, workspace);
    above
}

/// The folder of the repository, and the root of the workspace that its packages know: that of the original, of a copy. `None` if
/// there is no repository, or if nothing lies around the root: what was built there is no source of others.
fn places(workspace: &Workspace, request: &Request) -> Option<(PathBuf, PathBuf)> {
    let origin = match &request.copy_of {
        Some(origin) => origin.canonicalize().ok()?,
        None => workspace.root.clone(),
    };
    let top = match &request.around {
        Some(folder) => folder.canonicalize().ok()?,
        None => {
            let top = origin.ancestors().find(|folder| folder.join(".git").exists())?;
            if origin.ancestors().take_while(|folder| *folder != top).any(folders::is_made) {
                return None;
            }
            top.to_owned()
        }
    };
    (top != origin && origin.starts_with(&top)).then_some((top, origin))
}

/// Whether a manifest speaks of the folder of a member. One that cannot be parsed may.
fn leads_to(folder: &Path, text: &str, goals: &FxHashMap<PathBuf, usize>) -> bool {
    let name = |goal: &PathBuf| goal.file_name().map(|name| name.to_string_lossy().into_owned());
    let is_named = |goal: &PathBuf| name(goal).is_some_and(|name| text.contains(&name));
    text.contains("path")
        && goals.keys().any(is_named)
        && match manifest::parsed(folder.to_owned(), text.to_owned()) {
            Ok(manifest) => manifest.paths().iter().any(|path| goals.contains_key(path)),
            Err(why) => goals.keys().any(|goal| why.leads_to(goal)),
        }
}

impl Above {
    /// Notes the members that a manifest leads to which cannot be read.
    fn note_unread(&mut self, why: &Unread, goals: &FxHashMap<PathBuf, usize>, workspace: &Workspace) {
        for at in goals.iter().filter(|(goal, _)| why.leads_to(goal)).map(|(_, at)| *at) {
            let shown = super::shown(&why.folder, &self.origin);
            let name = &workspace.packages[at].name;
            let note = format!("{shown}: cannot be read: {}; all public items of {name} count as used", why.cause);
            self.unseen.push((at, note));
        }
        self.unseen.sort();
    }

    /// Notes the members that a manifest puts in the place of others: who depends on these is not asked.
    fn note_patches(&mut self, goals: &FxHashMap<PathBuf, usize>, workspace: &Workspace) {
        for manifest in &self.manifests {
            for at in manifest.patched().iter().filter_map(|path| goals.get(path)) {
                let shown = super::shown(&manifest.folder, &self.origin);
                let name = &workspace.packages[*at].name;
                let note = format!("{shown}: patches something by {name}, of which all public items count as used");
                self.unseen.push((*at, note));
            }
        }
    }
}
