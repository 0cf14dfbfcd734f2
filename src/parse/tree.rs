//! The module tree: which loaded file is which module of which target.

use super::load::{LoadedFiles, shown_path};
use super::named::Named;
use super::places::{Child, Folders, Place, candidates, existing};
use super::{Mount, MountPoint, Problem, SourceFile, Sources};
use crate::discover::Workspace;
use crate::facts::DefData;
use crate::model::{FileId, TargetId, name};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::PathBuf;

/// A module path longer than this is a cycle through `#[path]` in disguise.
const DEEPEST: usize = 128;

/// Mounts the loaded files, target by target, in the order of the source.
pub(super) fn mount_all(workspace: &Workspace, loaded: LoadedFiles) -> Sources {
    let LoadedFiles { files, named, mut problems, disk, unlisted, folders } = loaded;
    let mut files: Vec<(PathBuf, super::load::Loaded)> = files.into_iter().collect();
    files.sort_by(|a, b| a.0.cmp(&b.0));
    let ids: FxHashMap<PathBuf, FileId> =
        files.iter().enumerate().map(|(at, (path, _))| (path.clone(), FileId::new(at))).collect();
    let files = files.into_iter().map(|(path, file)| {
        let shown = shown_path(&path, &workspace.root);
        SourceFile { path, shown, text: file.text, facts: file.facts }
    });
    let cargo = workspace.targets.iter().filter(|target| target.kind != crate::discover::TargetKind::Loose);
    let roots: FxHashSet<FileId> = cargo.filter_map(|target| ids.get(&target.root).copied()).collect();
    let mut sources =
        Sources { files: files.collect(), named: vec![], mounts: vec![], problems: vec![], disk, unlisted };
    for (index, target) in workspace.targets.iter().enumerate() {
        let Some(file) = ids.get(&target.root) else { continue };
        let loose = target.kind == crate::discover::TargetKind::Loose;
        if loose && sources.mounts.iter().any(|mount| mount.file == *file) {
            continue;
        }
        let mount = Mount { target: TargetId::new(index), file: *file, parent: None, condition: None };
        let most = sources.mounts.len() + MOST_PER_FILE * sources.files.len() + 1_000;
        let mut walk = Walk {
            ids: &ids,
            roots: &roots,
            sources: &mut sources,
            problems: &mut problems,
            trail: vec![],
            folders: &folders,
            most,
        };
        walk.mount(mount, true);
    }
    for file in named.iter().filter(|file| file.is_code) {
        mount_named(&mut sources, ids.get(&file.path).copied(), file);
    }
    sources.named = named.into_iter().map(|file| file.path).collect();
    sources.named.sort();
    let is_loose = |problem: &Problem| {
        let file = sources.files.iter().position(|file| file.shown == problem.file).map(FileId::new);
        let mut mounts = sources.mounts.iter().filter(|mount| Some(mount.file) == file);
        mounts.all(|mount| workspace.targets[mount.target.index()].kind == crate::discover::TargetKind::Loose)
    };
    // A file that nothing but a test may compile need not be Rust.
    let loose: Vec<bool> = problems.iter().map(is_loose).collect();
    let mut loose = loose.into_iter();
    problems.retain(|_| loose.next() != Some(true));
    problems.sort();
    problems.dedup();
    sources.problems = problems;
    sources
}

/// Makes the words of a file that is named a part of the targets among whose source it lies.
fn mount_named(sources: &mut Sources, file: Option<FileId>, named: &Named) {
    let Some(file) = file else { return };
    // No path in code means a module of such a name.
    let point = MountPoint::Hidden(0, name(&sources.files[file.index()].shown));
    for target in named.targets.iter().copied() {
        let root = sources.mounts.iter().position(|mount| mount.target == target && mount.parent.is_none());
        if let Some(root) = root {
            sources.mounts.push(Mount { target, file, parent: Some((root, point)), condition: None });
        }
    }
}

/// A target mounts each of its files once; with `#[path]` one may be mounted more often, but not without end.
const MOST_PER_FILE: usize = 2;

struct Walk<'a> {
    folders: &'a Folders,
    /// When this many files are mounted, enough is enough.
    most: usize,
    ids: &'a FxHashMap<PathBuf, FileId>,
    /// Roots of targets: a macro that has such a word for a name declares no module with it.
    roots: &'a FxHashSet<FileId>,
    sources: &'a mut Sources,
    problems: &'a mut Vec<Problem>,
    /// Files from the root of the target down to the one that is mounted.
    trail: Vec<FileId>,
}

impl Walk<'_> {
    fn mount(&mut self, mount: Mount, owns_folder: bool) {
        let file = mount.file;
        let row = self.sources.mounts.len();
        let target = mount.target;
        self.sources.mounts.push(mount);
        self.trail.push(file);
        let source = &self.sources.files[file.index()];
        let candidates = candidates(&source.path, owns_folder, &source.facts);
        let inner = existing(&candidates, self.folders);
        self.report_missing(file, &candidates, &inner);
        for child in inner {
            if self.sources.mounts.len() > self.most {
                self.problem(file, 0, "modules mount each other again and again; the rest is left out".into(), true);
                break;
            }
            let Some(id) = self.ids.get(&child.path) else { continue };
            let again = self.trail.contains(id) || self.trail.len() > DEEPEST;
            let is_hidden = matches!(child.point, MountPoint::Hidden(..));
            if is_hidden && (again || self.roots.contains(id) || self.is_mounted(target, *id)) {
                continue;
            }
            if again {
                self.report_cycle(file, *id, child.point);
                continue;
            }
            let mount = Mount { target, file: *id, parent: Some((row, child.point)), condition: child.condition };
            self.mount(mount, child.owns_folder);
        }
        self.trail.pop();
    }

    fn is_mounted(&self, target: TargetId, file: FileId) -> bool {
        self.sources.mounts.iter().any(|mount| mount.target == target && mount.file == file)
    }

    fn problem(&mut self, file: FileId, offset: u32, message: String, incomplete: bool) {
        let source = &self.sources.files[file.index()];
        let (line, column) = crate::facts::position(&source.facts.lines, &source.text, offset);
        self.problems.push(Problem { file: source.shown.clone(), line, column, message, incomplete });
    }

    fn report_missing(&mut self, file: FileId, candidates: &[(MountPoint, Vec<Place>)], found: &[Child]) {
        let source = &self.sources.files[file.index()];
        let mut missing = vec![];
        for (point, paths) in candidates {
            if found.iter().any(|child| child.point == *point) {
                continue;
            }
            let MountPoint::Module(row) = point else { continue };
            let def = &source.facts.defs[*row as usize];
            let optional = matches!(&def.data, DefData::Module { .. } if !def.attrs.cfg.is_empty() || def.from_macro);
            let path = paths.first().map(|place| place.path.to_string_lossy().into_owned()).unwrap_or_default();
            let root = source.path.parent().map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
            let near = path.strip_prefix(&root).unwrap_or(&path).trim_start_matches('/').to_owned();
            missing.push((def.name_span.start, format!("no file for module `{}` ({near})", def.name), !optional));
        }
        for (offset, message, incomplete) in missing {
            self.problem(file, offset, message, incomplete);
        }
    }

    fn report_cycle(&mut self, file: FileId, again: FileId, point: MountPoint) {
        let source = &self.sources.files[file.index()];
        let offset = match point {
            MountPoint::Module(row) => source.facts.defs[row as usize].name_span.start,
            MountPoint::Include(_) | MountPoint::Documentation(_) | MountPoint::Hidden(..) => 0,
        };
        let shown = self.sources.files[again.index()].shown.clone();
        self.problem(file, offset, format!("mounts {shown}, which mounts it: a cycle of modules"), true);
    }
}
