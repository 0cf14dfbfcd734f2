//! What can be seen from where code stands: members that may be private elsewhere, and the traits that are in scope.
//!
//! In: the module of the code. Out: whether a member can be named there, and which traits are in scope by whatever name
//! and through whatever glob. Of other crates that nothing is known of, it is not known what their globs bring.

use super::Context;
use super::bodies::Walk;
use super::paths::{self, Kinds};
use super::scopes::{Namespace, Reach, Res, reach_of};
use crate::facts::{Import, Vis, types::Lead};
use crate::model::{DefId, DefKind, ModId, Name, Span};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::RefCell;
use std::rc::Rc;

/// What a module has in scope, less what is around it.
#[derive(Default)]
struct InScope {
    /// Traits of the workspace.
    own: FxHashSet<DefId>,
    /// Those of them that are there whatever the conditions of imports.
    sure: FxHashSet<DefId>,
    /// Things of other crates.
    foreign: FxHashSet<Name>,
    /// Modules of other crates of which all names are taken.
    opened: Vec<Name>,
    /// Re-exports that the paths of imports of traits of the workspace pass through, with the trait.
    passed: Vec<(DefId, DefId)>,
}

thread_local! {
    /// What this thread found in the analysis of that number.
    static REMEMBERED: RefCell<(u64, FxHashMap<ModId, Rc<InScope>>)> = RefCell::default();
}

impl Walk<'_> {
    /// Whether a field or an item of an inherent impl is visible here: what is not is passed by.
    pub(super) fn sees(&self, def: DefId) -> bool {
        let cx = self.cx;
        let vis = &cx.defs.get(cx.sources, def).vis;
        let homes = cx.modules.homes(def);
        let sees_from = |home: &ModId| {
            let home = cx.modules.nearest(*home);
            if let Vis::Path(path) = vis {
                let found = paths::resolve(&cx.modules, cx, home, path, Namespace::Types).found;
                let within = |res: Res| match res {
                    Res::Mod(module) => cx.modules.is_within(self.module, module),
                    _ => true,
                };
                return found.is_empty() || found.iter().any(|it| within(it.res));
            }
            cx.modules.can_see(self.module, reach_of(&cx.modules, home, vis))
        };
        homes.is_empty() || homes.iter().any(sees_from)
    }

    /// Whether a trait of the workspace is in scope.
    pub(super) fn has_in_scope(&self, of: DefId) -> bool {
        self.any_scope(|scope| scope.own.contains(&of))
    }

    /// Refers to the re-exports by which traits come into scope that have a method of this name: whoever calls it needs them.
    pub(super) fn refer_to_ways_of_traits(&mut self, method: Name, span: Span) {
        let members = &self.cx.impls.members;
        if !members.any_trait_declares(method) {
            return;
        }
        let mut ways: smallvec::SmallVec<[DefId; 2]> = smallvec::SmallVec::new();
        self.any_scope(|scope| {
            let has = |of: DefId| !members.own_trait_item(of, method).is_empty();
            ways.extend(scope.passed.iter().filter(|(of, _)| has(*of)).map(|(_, way)| *way));
            false
        });
        ways.into_iter().for_each(|way| self.refer(way, span));
    }

    /// Whether a trait of another crate is imported, by whatever name, or may come through a glob of a crate that is not
    /// known.
    pub(super) fn has_foreign_in_scope(&self, of: Name) -> bool {
        let cx = self.cx;
        let of = cx.canonical(of);
        self.any_scope(|scope| {
            scope.foreign.contains(&of) || scope.opened.iter().any(|source| cx.library_of(*source).is_none())
        })
    }

    /// Whether an import of this file may bring in a trait of another crate, by whatever name: not where it means traits of
    /// the workspace, or something else that is known.
    pub(super) fn may_bring(&self, row: u32, import: &Import, of: Name) -> bool {
        let cx = self.cx;
        let file = cx.modules.get(self.module).file;
        let facts = &cx.sources.files[file.index()].facts;
        let around = std::iter::successors(Some(self.module), |at| cx.modules.get(*at).parent);
        let mut around = around.take_while(|at| cx.modules.get(*at).file == file);
        let stands_in = |at: &ModId| {
            let scope = facts.scopes.get(cx.modules.get(*at).scope as usize);
            scope.is_some_and(|scope| scope.imports.contains(&row))
        };
        // A path from `crate` means the same wherever it stands in the file.
        let from = around.find(stands_in).or((import.path.lead == Lead::Crate).then_some(self.module));
        let Some(from) = from else { return true };
        let found = paths::resolve(&cx.modules, cx, from, &import.path, Namespace::Types).found;
        let may_be = |res: Res| match res {
            Res::Def(def) => cx.kind(def) != DefKind::Trait,
            Res::Mod(_) => true,
            Res::Ext(path) => {
                let path = cx.canonical(path);
                cx.same_path(path, of) || !cx.library_of(path).is_some_and(|library| library.has(path))
            }
        };
        found.is_empty() || found.iter().any(|it| it.used != import.path.segs.len() || may_be(it.res))
    }

    fn any_scope(&self, mut accept: impl FnMut(&InScope) -> bool) -> bool {
        let cx = self.cx;
        let mut at = Some(self.module);
        while let Some(module) = at {
            if accept(&in_scope(cx, module)) {
                return true;
            }
            let row = cx.modules.get(module);
            at = row.parent.filter(|_| row.falls_through);
        }
        false
    }
}

/// Whether a module has a trait in scope whatever the conditions of its imports.
pub(super) fn surely_in_scope(cx: &Context<'_>, module: ModId, of: DefId) -> bool {
    in_scope(cx, module).sure.contains(&of)
}

fn in_scope(cx: &Context<'_>, module: ModId) -> Rc<InScope> {
    let analysis = cx.modules.sealed;
    let known = REMEMBERED.with_borrow_mut(|(of, known)| {
        if *of != analysis {
            *of = analysis;
            known.clear();
        }
        known.get(&module).cloned()
    });
    known.unwrap_or_else(|| {
        let found = Rc::new(look_up(cx, module));
        REMEMBERED.with_borrow_mut(|(_, known)| known.insert(module, Rc::clone(&found)));
        found
    })
}

fn look_up(cx: &Context<'_>, module: ModId) -> InScope {
    let mut out = InScope::default();
    let mut seen = FxHashSet::from_iter([(module, true)]);
    let mut open = vec![(module, true)];
    let visible = |reach: Reach| cx.modules.can_see(module, reach);
    while let Some((at, is_sure)) = open.pop() {
        let row = cx.modules.get(at);
        let names = row.names.iter().filter(|((space, _), _)| *space == Namespace::Types);
        let bindings = names.flat_map(|(_, bindings)| bindings).filter(|one| visible(one.reach));
        bindings.for_each(|one| enter(cx, one.res, is_sure && !(one.conditional && one.import.is_some()), &mut out));
        enter_without_name(cx, at, is_sure, &visible, &mut out);
        passed(cx, at, &mut out.passed);
        for glob in row.globs.iter().filter(|glob| visible(glob.reach)) {
            match glob.source {
                Res::Mod(source) if seen.insert((source, is_sure && !glob.conditional)) => {
                    open.push((source, is_sure && !glob.conditional));
                }
                Res::Ext(source) => out.opened.push(source),
                _ => {}
            }
        }
    }
    out
}

/// The re-exports that imports of traits in a module pass through.
fn passed(cx: &Context<'_>, module: ModId, out: &mut Vec<(DefId, DefId)>) {
    let names = &cx.modules.get(module).names;
    let trait_of = |res: Res| match res {
        Res::Def(def) if cx.kind(def) == DefKind::Trait => Some(def),
        _ => None,
    };
    let may_be_one = |alias: Name| {
        let bound = names.get(&(Namespace::Types, alias)).into_iter().flatten();
        bound.into_iter().any(|one| trait_of(one.res).is_some())
    };
    let named = imports_in(cx, module).filter(|it| !it.glob && !it.extern_crate);
    for import in named.filter(|it| it.alias.is_none_or(may_be_one)) {
        let resolved = paths::resolve(&cx.modules, cx, module, &import.path, Namespace::Types);
        for of in resolved.found.iter().filter_map(|found| trait_of(found.res)) {
            out.extend(resolved.imports.iter().map(|way| (of, *way)));
        }
    }
}

/// The imports of a module that bring in traits without a name: `as _`, and globs of modules that have any.
pub(super) fn nameless_traits(cx: &Context<'_>, module: ModId) -> Vec<DefId> {
    let row = cx.modules.get(module);
    let globs = row.globs.iter().filter_map(|glob| match glob.source {
        Res::Mod(source) if !in_scope(cx, source).own.is_empty() => glob.import,
        _ => None,
    });
    let own = without_name(cx, module).filter_map(|import| import.def).map(|def| cx.defs.id(row.file, def));
    globs.chain(own).collect()
}

/// `use path::Trait as _` in a module.
fn without_name<'c>(cx: &'c Context<'_>, module: ModId) -> impl Iterator<Item = &'c Import> {
    imports_in(cx, module).filter(|it| !it.glob && it.alias.is_none())
}

/// The imports that stand directly in a module.
fn imports_in<'c>(cx: &'c Context<'_>, module: ModId) -> impl Iterator<Item = &'c Import> {
    let row = cx.modules.get(module);
    let facts = &cx.sources.files[row.file.index()].facts;
    let rows = facts.scopes.get(row.scope as usize).map_or(&[][..], |scope| &scope.imports[..]);
    rows.iter().map(|import| &facts.imports[*import as usize])
}

fn enter_without_name(
    cx: &Context<'_>,
    module: ModId,
    is_sure: bool,
    visible: &dyn Fn(Reach) -> bool,
    out: &mut InScope,
) {
    for import in without_name(cx, module) {
        if visible(reach_of(&cx.modules, module, &import.vis)) {
            let found = paths::resolve(&cx.modules, cx, module, &import.path, Namespace::Types).found;
            found
                .iter()
                .filter(|it| it.used == import.path.segs.len())
                .for_each(|it| enter(cx, it.res, is_sure && !import.conditional, out));
        }
    }
}

fn enter(cx: &Context<'_>, res: Res, is_sure: bool, out: &mut InScope) {
    match res {
        Res::Def(def) if cx.kind(def) == DefKind::Trait => {
            out.own.insert(def);
            if is_sure {
                out.sure.insert(def);
            }
        }
        Res::Ext(path) => drop(out.foreign.insert(cx.canonical(path))),
        _ => {}
    }
}
