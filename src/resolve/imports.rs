//! `use` declarations, globs and re-exports, to a fixed point.
//!
//! Each round resolves every import against the names found so far; names are only ever added, so the rounds end. What
//! leads nowhere is looked up once more when other crates are known: the first name may be from a glob over one of them.

use super::Context;
use super::paths::{self, Kinds};
use super::scopes::{Binding, Glob, Modules, Namespace, Reach, Res, reach_of};
use crate::facts::{Import, Path, types::Lead};
use crate::model::{DefId, DefKind, ModId, Name};
use crate::parse::Sources;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::borrow::Cow;
use std::sync::atomic::{AtomicU64, Ordering};

/// Kinds and variants, made once for the rounds.
pub(super) struct KindTable {
    pub(super) kinds: Vec<DefKind>,
    pub(super) variants: FxHashMap<(DefId, Name), SmallVec<[DefId; 1]>>,
}

impl Kinds for KindTable {
    fn kind(&self, def: DefId) -> DefKind {
        self.kinds[def.index()]
    }

    fn variants(&self, def: DefId, name: Name) -> SmallVec<[DefId; 1]> {
        self.variants.get(&(def, name)).cloned().unwrap_or_default()
    }
}

impl KindTable {
    pub(super) fn new(sources: &Sources) -> Self {
        let mut table = KindTable { kinds: vec![], variants: FxHashMap::default() };
        for source in &sources.files {
            let first = table.kinds.len() as u32;
            for (row, def) in source.facts.defs.iter().enumerate() {
                table.kinds.push(def.kind);
                if let (DefKind::Variant, Some(parent)) = (def.kind, def.parent) {
                    let (parent, variant) = (DefId(first + parent), DefId(first + row as u32));
                    table.variants.entry((parent, def.name)).or_default().push(variant);
                }
            }
        }
        table
    }
}

/// The same, with what globs over other crates give.
struct Known<'a, 'b> {
    own: &'a KindTable,
    cx: &'a Context<'b>,
}

impl Kinds for Known<'_, '_> {
    fn kind(&self, def: DefId) -> DefKind {
        self.own.kind(def)
    }

    fn variants(&self, def: DefId, name: Name) -> SmallVec<[DefId; 1]> {
        self.own.variants(def, name)
    }

    fn foreign(&self, module: Name, sought: (Namespace, Name)) -> Option<Name> {
        Kinds::foreign(self.cx, module, sought)
    }
}

/// An import as one target sees it.
struct Pending<'a> {
    import: &'a Import,
    module: ModId,
    reach: Reach,
    def: Option<DefId>,
    /// Modules that were looked in; while none of them gets a new name, the outcome is the same.
    visited: SmallVec<[ModId; 4]>,
}

/// What a look-up of an import found.
#[derive(Default)]
struct Outcome {
    names: SmallVec<[(Namespace, Res); 3]>,
    globs: SmallVec<[Res; 1]>,
    visited: SmallVec<[ModId; 4]>,
}

/// A chain of re-exports grows by one link a round; no sane one has so many.
const MOST_ROUNDS: u32 = 64;

/// Resolves all imports into the names of the modules. In each round the imports whose outcome may have changed are
/// looked up in parallel, and what they bring in is entered in order.
pub(super) fn link(sources: &Sources, modules: &mut Modules) {
    let kinds = KindTable::new(sources);
    let (crates, mut pending): (Vec<_>, Vec<_>) =
        collect(sources, modules).into_iter().partition(|item| item.import.extern_crate);
    for item in &crates {
        extern_crate(modules, item);
    }
    for round in 1..MOST_ROUNDS {
        let outcomes: Vec<Option<Outcome>> = (pending.par_iter())
            .map(|item| {
                let news = round == 1 || item.visited.iter().any(|module| modules.get(*module).changed + 1 == round);
                news.then(|| look_up(modules, &kinds, item))
            })
            .collect();
        let mut changed = false;
        for (item, outcome) in pending.iter_mut().zip(outcomes) {
            let Some(outcome) = outcome else { continue };
            changed |= enter(modules, item, &outcome, round);
            item.visited = outcome.visited;
        }
        if !changed {
            break;
        }
    }
    seal(modules, &pending);
}

/// Looks imports up again that led nowhere, once other crates are known: `use a_crate::kinds::*; use Kind::*;`. What an import
/// that is still not understood may mean stays hidden to the others, as it is to paths.
pub(super) fn link_known(cx: &mut Context<'_>) {
    let sources = cx.sources;
    let own = KindTable::new(sources);
    let leads_nowhere = |item: &Pending<'_>| match item.import.alias.filter(|_| !item.import.glob) {
        Some(alias) => cx.modules.unresolved.contains(&(item.module, alias)),
        None => item.import.glob && look_up(&cx.modules, &own, item).globs.is_empty(),
    };
    let all = collect(sources, &cx.modules).into_par_iter();
    let pending: Vec<Pending<'_>> = all.filter(|item| !item.import.extern_crate && leads_nowhere(item)).collect();
    renew(&mut cx.modules);
    for _ in 1..MOST_ROUNDS {
        let known = Known { own: &own, cx: &*cx };
        let outcomes: Vec<Outcome> = pending.par_iter().map(|item| look_up(&known.cx.modules, &known, item)).collect();
        let mut changed = false;
        for (item, outcome) in pending.iter().zip(&outcomes) {
            changed |= enter(&mut cx.modules, item, outcome, MOST_ROUNDS);
        }
        if !changed {
            break;
        }
        seal(&mut cx.modules, &pending);
    }
    renew(&mut cx.modules);
}

/// Notes which of some imports bring nothing in.
fn seal(modules: &mut Modules, pending: &[Pending<'_>]) {
    let names = |item: &Pending<'_>| Some((item.module, item.import.alias.filter(|_| !item.import.glob)?));
    let is_unresolved = |(module, alias): &(ModId, Name)| {
        let row = modules.get(*module);
        !Namespace::ALL.into_iter().any(|space| row.names.contains_key(&(space, *alias)))
    };
    modules.unresolved = pending.iter().filter_map(names).filter(is_unresolved).collect();
    renew(modules);
}

/// Has what was looked up before forgotten: names may mean something else from here on, or be asked for with other knowledge.
fn renew(modules: &mut Modules) {
    static ANALYSES: AtomicU64 = AtomicU64::new(1);
    modules.sealed = ANALYSES.fetch_add(1, Ordering::Relaxed);
}

fn collect<'a>(sources: &'a Sources, modules: &Modules) -> Vec<Pending<'a>> {
    let mut pending = vec![];
    let mut first_def = vec![0_u32];
    for source in &sources.files {
        first_def.push(first_def.last().copied().unwrap_or(0) + source.facts.defs.len() as u32);
    }
    for (index, mount) in sources.mounts.iter().enumerate() {
        let facts = &sources.files[mount.file.index()].facts;
        for (row, scope) in facts.scopes.iter().enumerate() {
            let module = modules.of_scope(index, row as u32);
            for import in &scope.imports {
                let import = &facts.imports[*import as usize];
                let def = import.def.map(|def| DefId(first_def[mount.file.index()] + def));
                let reach = reach_of(modules, module, &import.vis);
                pending.push(Pending { import, module, reach, def, visited: SmallVec::new() });
            }
        }
    }
    pending
}

/// Looks an import up in the names found so far.
fn look_up(modules: &Modules, kinds: &dyn Kinds, item: &Pending<'_>) -> Outcome {
    let path = &*import_path(modules, item);
    let mut outcome = Outcome::default();
    if item.import.glob {
        let resolved = paths::resolve(modules, kinds, item.module, path, Namespace::Types);
        outcome.visited.extend(resolved.visited);
        let whole = resolved.found.iter().filter(|found| found.used == path.segs.len());
        outcome.globs.extend(whole.map(|found| found.res).filter(|res| match res {
            Res::Mod(source) => *source != item.module,
            Res::Def(def) => kinds.kind(*def) == DefKind::Enum,
            Res::Ext(_) => true,
        }));
        return outcome;
    }
    if item.import.alias.is_none() {
        return outcome;
    }
    for namespace in Namespace::ALL {
        let resolved = paths::resolve(modules, kinds, item.module, path, namespace);
        outcome.visited.extend(resolved.visited);
        let whole = resolved.found.iter().filter(|found| found.used == path.segs.len());
        outcome.names.extend(whole.map(|found| (namespace, found.res)));
    }
    outcome.visited.sort_unstable();
    outcome.visited.dedup();
    outcome
}

/// The path of an import. In `use log::log`, the first name is the crate and not what the import itself brings in.
fn import_path<'i>(modules: &Modules, item: &'i Pending<'_>) -> Cow<'i, Path> {
    let path = &item.import.path;
    let first = path.segs.first().map(|seg| seg.name);
    let names_itself = path.lead == Lead::Plain && path.segs.len() > 1 && first == item.import.alias;
    match first {
        Some(first) if names_itself && paths::krate(modules, item.module, first).is_some() => {
            Cow::Owned(Path { lead: Lead::Global, ..path.clone() })
        }
        _ => Cow::Borrowed(path),
    }
}

/// Enters what an import brings in; returns whether any of it is new.
fn enter(modules: &mut Modules, item: &Pending<'_>, outcome: &Outcome, round: u32) -> bool {
    let mut changed = false;
    let (reach, import, conditional) = (item.reach, item.def, item.import.conditional);
    for source in &outcome.globs {
        let glob = Glob { source: *source, reach, import, conditional };
        let row = &mut modules.rows[item.module.index()];
        if !row.globs.contains(&glob) {
            row.globs.push(glob);
            row.changed = round;
            changed = true;
        }
    }
    let Some(alias) = item.import.alias else { return changed };
    for (namespace, res) in &outcome.names {
        // A foreign path may mean something in any namespace.
        if !is_itself(modules, item, *namespace, alias, *res) {
            let binding = Binding { res: *res, reach, import, glob: false, conditional };
            changed |= add(modules, item.module, (*namespace, alias), binding, round);
        }
    }
    changed
}

/// `use name;` finds itself once it is there; that is no second meaning.
fn is_itself(modules: &Modules, item: &Pending<'_>, namespace: Namespace, alias: Name, res: Res) -> bool {
    let single = item.import.path.segs.len() == 1 && item.import.path.lead == Lead::Plain;
    let known = modules.get(item.module).names.get(&(namespace, alias));
    // `pub(crate) use mac;` of a macro defined here makes it seen from further away.
    let as_far = |binding: &&Binding| {
        binding.res == res && (binding.reach == item.reach || item.reach == Reach::In(item.module))
    };
    single && known.into_iter().flatten().any(|binding| as_far(&binding))
}

fn extern_crate(modules: &mut Modules, item: &Pending<'_>) {
    let (Some(alias), Some(seg)) = (item.import.alias, item.import.path.segs.first()) else { return };
    let target = modules.get(item.module).target;
    let root = modules.roots[target.index()];
    let res = match (seg.name.as_str(), root) {
        ("self", Some(root)) => Res::Mod(root),
        _ => paths::krate(modules, item.module, seg.name).map_or(Res::Ext(seg.name), |found| found.res),
    };
    // At the root of a crate, the alias is a name of the crate for all its modules.
    if root == Some(item.module) {
        modules.crates[target.index()].insert(alias, res);
    }
    let binding = Binding { res, reach: item.reach, import: None, glob: false, conditional: false };
    add(modules, item.module, (Namespace::Types, alias), binding, 1);
}

/// Adds a meaning of a name; the widest reach of equal ones stays. Returns whether anything changed.
fn add(modules: &mut Modules, module: ModId, name: (Namespace, Name), binding: Binding, round: u32) -> bool {
    let row = &mut modules.rows[module.index()];
    let known = row.names.entry(name).or_default();
    let same =
        known.iter_mut().find(|it| it.res == binding.res && it.import == binding.import && it.glob == binding.glob);
    match same {
        Some(same) if same.reach != Reach::Public && binding.reach == Reach::Public => same.reach = Reach::Public,
        Some(_) => return false,
        None => known.push(binding),
    }
    row.changed = round;
    true
}
