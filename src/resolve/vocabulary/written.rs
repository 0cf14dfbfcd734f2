//! What the code that procedural macros of the workspace write can come by.
//!
//! In: the source of the macros and all places where they stand. Out: for each definition with `quote!` in it that only
//! procedural macros run, the types and traits that the code out of it can come by. That code is made of the words of
//! the macro's source and of the items that the macro stands on or is given, so the types that it comes by are the closure
//! of these: all types and functions that the source names in tokens and strings, all that the items name, and what the
//! members of these types lead to whose names stand in either.
//!
//! It does not know where in the code a name comes to stand. What it does not see the calls of (a macro that is made
//! by another one, code that a build script writes) has no row, and anything may be meant by it.

mod macros;

use super::super::packages::{linked, packages_of};
use super::closure::Closure;
use super::dotted::Standing;
use super::is_unknown;
use super::tables::Tables;
use crate::discover::{TargetKind, Workspace};
use crate::model::{DefId, PackageId};
pub(super) use macros::Macro;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// What code out of procedural macros can come by.
pub(super) struct Written {
    /// The row of `types`, by the definition whose tokens the code is made of.
    rows: FxHashMap<DefId, usize>,
    types: Vec<Option<FxHashSet<DefId>>>,
}

impl Written {
    pub(super) fn new(tables: &Tables<'_>) -> Self {
        let mut written = Written { rows: FxHashMap::default(), types: vec![] };
        let wanted = quoting(tables);
        if wanted.is_empty() {
            return written;
        }
        let macros = macros::of_workspace(tables);
        let mut sets: FxHashMap<Vec<usize>, usize> = FxHashMap::default();
        let mut all = vec![];
        for def in wanted {
            let by: Vec<usize> = (0..macros.len()).filter(|at| macros[*at].source.contains(&def)).collect();
            if by.is_empty() {
                continue;
            }
            let row = *sets.entry(by.clone()).or_insert(all.len());
            if row == all.len() {
                all.push(by);
            }
            written.rows.insert(def, row);
        }
        let of_set = |by: &Vec<usize>| {
            let together: Vec<&Macro> = by.iter().map(|at| &macros[*at]).collect();
            Closure::of_macros(tables, &together)
        };
        written.types = all.par_iter().map(of_set).collect();
        written
    }

    /// The types and traits that code out of the tokens of a definition can come by; `None` if that cannot be told.
    pub(super) fn types(&self, def: DefId) -> Option<&FxHashSet<DefId>> {
        self.rows.get(&def).and_then(|row| self.types[*row].as_ref())
    }
}

/// Definitions with a name after a dot in `quote!`, whose code runs in procedural macros and nowhere else.
fn quoting(tables: &Tables<'_>) -> Vec<DefId> {
    let cx = tables.cx;
    let only_macros = for_macros(cx.workspace);
    let runs_there = |def: DefId| {
        let homes = cx.modules.homes(def);
        !homes.is_empty()
            && homes.iter().all(|home| {
                let target = &cx.workspace.targets[cx.modules.get(*home).target.index()];
                let runs = matches!(target.kind, TargetKind::Lib | TargetKind::ProcMacro | TargetKind::Test);
                runs && only_macros[target.package.index()]
            })
    };
    let has_any = |def: &DefId| tables.of(*def).iter().any(|edge| is_unknown(cx, edge));
    let wanted = cx.defs.ids().filter(has_any).filter(|def| runs_there(*def));
    wanted.filter(|def| Standing::of_any(tables, *def).in_quotes).collect()
}

/// Packages that only procedural macros use, however far away: these themselves, and what nobody else depends on.
fn for_macros(workspace: &Workspace) -> Vec<bool> {
    let mut known = vec![false; workspace.packages.len()];
    for target in workspace.targets.iter().filter(|target| target.kind == TargetKind::ProcMacro) {
        known[target.package.index()] = true;
    }
    let users: Vec<Vec<usize>> = (0..known.len()).map(|package| users(workspace, package)).collect();
    loop {
        let is_next = |at: &usize| !known[*at] && !users[*at].is_empty() && users[*at].iter().all(|by| known[*by]);
        let next = (0..known.len()).find(is_next);
        match next {
            Some(package) => known[package] = true,
            None => return known,
        }
    }
}

/// The packages that depend on a package other than for tests.
fn users(workspace: &Workspace, package: usize) -> Vec<usize> {
    let name = &workspace.packages[package].name;
    let all = workspace.packages.iter().enumerate();
    let needs = all.filter(|(_, other)| other.dependencies.iter().any(|it| !it.dev && it.package == *name));
    needs.map(|(at, _)| at).collect()
}

/// The packages whose code runs in the procedural macros of a package.
pub(super) fn needed(workspace: &Workspace, package: PackageId) -> Vec<bool> {
    linked(workspace, package.index(), false)
}

/// By file, the packages that mount it.
fn mounting(tables: &Tables<'_>) -> Vec<Vec<u16>> {
    packages_of(tables.cx.workspace, tables.cx.sources)
}
