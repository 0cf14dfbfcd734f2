//! What code may name that build scripts and procedural macros write: the words of their strings.
//!
//! In: targets, and the strings of their files. Out: edges from the function that runs. It does not know what becomes of a
//! string, nor what stands in files that are read while the code is written.

use super::inside::Inside;
use super::members::children;
use super::packages::linked;
use super::paths::Kinds;
use super::{ByName, Context, Edge, Goal, Why};
use crate::discover::TargetKind;
use crate::extract;
use crate::facts::Def;
use crate::model::{DefId, DefKind, FileId, ModId, Name, PackageId, Span, TargetId, name};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::{Mutex, PoisonError};

/// What a path begins with that leads through the crate which the code is written for.
const OF_OWN_CRATE: [&str; 3] = ["crate", "self", "super"];

/// A function that may write code with the source of a target.
#[derive(Clone, Copy, Debug)]
struct Writer {
    def: DefId,
    /// It may make names of texts.
    names_texts: bool,
}

/// Who writes code, and with what.
#[derive(Default)]
pub(super) struct Writers {
    /// By target, the functions that may write code with its source.
    of_target: Vec<Vec<Writer>>,
    /// Words of files of a build script, or of procedural macros, that do not look as if they wrote code: a table of names
    /// is one. Libraries that these link are there for other ends too, so of them only files count that do.
    words: FxHashMap<FileId, Vec<Name>>,
    /// By target, whether it writes code when it runs: procedural macros, or a build script where somebody takes what it
    /// writes as code.
    pub(super) runs: Vec<bool>,
    /// Crates all of which a writer was found to mean.
    whole: Mutex<FxHashSet<(DefId, Name)>>,
}

impl Writers {
    pub(super) fn new(cx: &Context<'_>) -> Self {
        let (taken, sees) = (super::taken::by_package(cx), super::packages::sees(cx.workspace));
        // A package that sees another may be handed the place of what the script of that writes.
        let is_taken =
            |package: PackageId| taken.iter().zip(&sees).any(|(takes, sees)| *takes && sees[package.index()]);
        let runs = cx.workspace.targets.iter().map(|target| match target.kind {
            TargetKind::BuildScript => is_taken(target.package),
            kind => kind == TargetKind::ProcMacro,
        });
        let runs: Vec<bool> = runs.collect();
        let of_target = writers(cx, &runs);
        let mounts = cx.sources.mounts.iter().filter(|mount| runs[mount.target.index()]);
        let files: FxHashSet<FileId> = mounts.map(|mount| mount.file).collect();
        let unread = |file: &FileId| cx.sources.files[file.index()].facts.quoted_words.is_empty();
        let files: Vec<FileId> = files.into_iter().filter(unread).collect();
        let read = |file: &FileId| (*file, extract::quoted_words(&cx.sources.files[file.index()].text));
        Writers { of_target, words: files.par_iter().map(read).collect(), runs, whole: Mutex::default() }
    }
}

/// Build scripts and procedural macros may hold code in strings: each word there may name something. The words belong to
/// the function that runs. Where macros make no names of texts, a string is a literal in what they write.
pub(super) fn generated(cx: &Context<'_>, mount: usize, edges: &mut Vec<Edge>) {
    let row = &cx.sources.mounts[mount];
    let writers = cx.writers.of_target.get(row.target.index()).map_or(&[][..], Vec::as_slice);
    let read = cx.writers.words.get(&row.file);
    let words = read.unwrap_or(&cx.sources.files[row.file.index()].facts.quoted_words);
    if words.is_empty() || writers.is_empty() {
        return;
    }
    for Writer { def: from, names_texts } in writers.iter().copied() {
        for word in words {
            if !names_texts {
                captured_by_literals(cx, from, *word, edges);
                continue;
            }
            named_by_word(cx, from, *word, edges);
        }
    }
}

/// What a word of a string can name that becomes code.
pub(super) fn named_by_word(cx: &Context<'_>, from: DefId, word: Name, edges: &mut Vec<Edge>) {
    let mut add = |to: Goal| {
        let (span, why) = (Span::default(), Why::Tokens);
        edges.push(Edge { from, to, span, why, region: None, in_signature: false });
    };
    match word.strip_suffix("::*").map(name) {
        // What is in nothing opens nothing.
        Some(holder) => {
            if cx.impls.members.by_name.contains_key(&holder) {
                add(Goal::Named(ByName::Inside, holder));
            }
            // Another file of the same writer may have said it.
            let whole = || cx.writers.whole.lock().unwrap_or_else(PoisonError::into_inner);
            if is_crate(cx, holder) && whole().insert((from, holder)) {
                in_crates(cx, from, holder).into_iter().for_each(|def| add(Goal::Def(def)));
            }
        }
        None if word.is_empty() || word.contains('*') => add(Goal::Named(ByName::Piece, word)),
        None => add(Goal::Named(ByName::Any, word)),
    }
}

/// What a word of a literal can name that a format string captures: a value with a name of its own, or an import of one.
fn captured_by_literals(cx: &Context<'_>, from: DefId, word: Name, edges: &mut Vec<Edge>) {
    for def in cx.impls.members.by_name.get(&word).into_iter().flatten() {
        let is_value = match cx.kind(*def) {
            DefKind::Constant | DefKind::Static | DefKind::Variant | DefKind::ReExport => true,
            DefKind::Struct => children(cx, *def).is_empty(),
            _ => false,
        };
        if is_value {
            let (to, span) = (Goal::Def(*def), Span::default());
            edges.push(Edge { from, to, span, why: Why::Tokens, region: None, in_signature: false });
        }
    }
}

/// Whether a path that begins so leads through a whole crate of the workspace.
pub(super) fn is_crate(cx: &Context<'_>, first: Name) -> bool {
    let mut targets = cx.workspace.targets.iter();
    OF_OWN_CRATE.contains(&first.as_str()) || targets.any(|target| target.crate_name == first)
}

/// All that a build script may mean by a path of which nothing is written behind `crate`, or the name of a library.
fn in_crates(cx: &Context<'_>, script: DefId, first: Name) -> Vec<DefId> {
    let targets = &cx.workspace.targets;
    let script = cx.modules.home(script).map(|home| cx.modules.get(home).target);
    let Some(script) = script.map(|at| &targets[at.index()]).filter(|it| it.kind == TargetKind::BuildScript) else {
        return vec![];
    };
    let of_own = OF_OWN_CRATE.contains(&first.as_str());
    let mut roots: Vec<ModId> = vec![];
    for (at, target) in targets.iter().enumerate() {
        let is_own = of_own && target.package == script.package && target.kind != TargetKind::BuildScript;
        if is_own || (target.kind == TargetKind::Lib && target.crate_name == first) {
            roots.extend(cx.modules.roots[at]);
        }
    }
    if roots.is_empty() {
        return vec![];
    }
    let inside = Inside::new(cx.sources, &cx.defs, &cx.modules, &cx.impls);
    let mut all: Vec<DefId> = roots.into_iter().flat_map(|root| inside.of_module(root)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// For each target, the functions that may write code with its source: its own, or those of targets that call a library.
fn writers(cx: &Context<'_>, runs: &[bool]) -> Vec<Vec<Writer>> {
    let targets = &cx.workspace.targets;
    let mut all = vec![vec![]; targets.len()];
    for (at, target) in targets.iter().enumerate().filter(|(at, _)| runs[*at]) {
        let of_script = target.kind == TargetKind::BuildScript;
        let Some(def) = runs_in(cx, TargetId::new(at)) else { continue };
        let may_name = cx.named_texts.get(target.package.index()).copied().unwrap_or(true);
        let from = Writer { def, names_texts: of_script || may_name };
        all[at].push(from);
        let linked = linked(cx.workspace, target.package.index(), of_script);
        for (other, library) in targets.iter().enumerate() {
            let is_called = library.package != target.package && linked[library.package.index()];
            if library.kind == TargetKind::Lib && is_called {
                all[other].push(from);
            }
        }
    }
    all
}

/// The function of a build script, or one of a crate of procedural macros, that is run.
pub(super) fn runs_in(cx: &Context<'_>, target: TargetId) -> Option<DefId> {
    let file = cx.modules.get(cx.modules.roots[target.index()]?).file;
    let rows = &cx.sources.files[file.index()].facts.defs;
    let runs = |def: &Def| def.name == "main" || def.procedural_macro().is_some();
    // A macro may make it (`decl_derive!`), or a file that is included.
    let made = || rows.iter().position(|def| def.kind == DefKind::Anonymous && def.parent.is_none());
    let owner = rows.iter().position(|def| def.kind == DefKind::Function && runs(def)).or_else(made)?;
    Some(cx.defs.id(file, owner as u32))
}
