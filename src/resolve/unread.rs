//! Source that is included and cannot be read: what a build script writes, or a file that is not there.
//!
//! In: a macro call. Out: whether it includes such source, and then all that this may name without a path: items and imports
//! of the module, what its globs bring in, and the members of all these. What it names by a path is not known here.

use super::Context;
use super::impls::ImplTrait;
use super::members::children;
use super::paths::Kinds;
use super::scopes::Res;
use crate::facts::{IncludeKind, Path};
use crate::model::{DefId, DefKind, FileId, ModId, Span};
use crate::parse::MountPoint;
use rustc_hash::FxHashSet;

/// Whether a call includes source that was not read.
pub(super) fn is_unread_include(cx: &Context<'_>, path: &Path, file: FileId, call: Span) -> bool {
    let Some(last) = path.segs.last() else { return false };
    cx.catalog.is_generated(&last.name) || (last.name == "include" && !is_mounted(cx, file, call))
}

/// Whether a file was read for an `include!`.
fn is_mounted(cx: &Context<'_>, file: FileId, call: Span) -> bool {
    let (files, mounts) = (&cx.sources.files, &cx.sources.mounts);
    let includes = &files[file.index()].facts.includes;
    let is_it = |it: &&crate::facts::Include| it.kind == IncludeKind::Code && call.contains(it.span);
    let Some(include) = includes.iter().find(is_it) else { return false };
    let Some(last) = std::path::Path::new(&include.path).file_name() else { return false };
    mounts.iter().any(|mount| match mount.parent {
        Some((parent, MountPoint::Include(scope))) => {
            let is_here = mounts[parent].file == file && scope == include.scope;
            is_here && files[mount.file.index()].path.file_name() == Some(last)
        }
        _ => false,
    })
}

/// All that can be named in a module without a path, with its members, in order.
pub(super) fn in_sight(cx: &Context<'_>, module: ModId) -> Vec<DefId> {
    let mut found = FxHashSet::default();
    let mut seen = FxHashSet::default();
    let mut work = vec![module];
    while let Some(at) = work.pop() {
        if !seen.insert(at) {
            continue;
        }
        let row = cx.modules.get(at);
        work.extend(row.parent.filter(|_| row.falls_through));
        // Of another module, by a glob, only what this one may name.
        let seen_here = |reach| cx.modules.can_see(module, reach);
        for binding in row.names.values().flatten().filter(|binding| seen_here(binding.reach)) {
            found.extend(binding.import);
            match binding.res {
                Res::Def(def) => _ = found.insert(def),
                Res::Mod(inner) => found.extend(cx.modules.get(inner).def),
                Res::Ext(_) => {}
            }
        }
        for glob in row.globs.iter().filter(|glob| seen_here(glob.reach)) {
            found.extend(glob.import);
            match glob.source {
                Res::Def(def) => _ = found.insert(def),
                Res::Mod(source) => work.push(source),
                Res::Ext(_) => {}
            }
        }
    }
    let mut all: Vec<DefId> = found.iter().flat_map(|def| with_members(cx, *def)).collect();
    for block in &cx.impls.rows {
        if block.of_trait == ImplTrait::None && block.self_defs.iter().any(|of| found.contains(of)) {
            all.extend(children(cx, block.def));
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

fn with_members(cx: &Context<'_>, def: DefId) -> Vec<DefId> {
    let kind = cx.kind(def);
    let mut all = vec![def];
    all.extend(cx.template_of(def));
    if kind.is_adt() || kind == DefKind::Trait {
        let members = children(cx, def);
        let variants = members.iter().filter(|member| cx.kind(**member) == DefKind::Variant);
        all.extend(variants.flat_map(|variant| children(cx, *variant)));
        all.extend(members);
    }
    all
}
