//! `use` declarations, globs and re-exports, to a fixed point.
//!
//! Each round resolves every import against the names found so far; names are only ever added, so the rounds end.

use super::paths::{self, Kinds};
use super::scopes::{Binding, Glob, Modules, Namespace, Reach, Res, reach_of};
use crate::facts::{Import, types::Lead};
use crate::model::{DefId, DefKind, ModId, Name};
use crate::parse::Sources;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// Kinds and variants, made once for the rounds.
pub(super) struct KindTable {
    pub(super) kinds: Vec<DefKind>,
    pub(super) variants: FxHashMap<(DefId, Name), DefId>,
}

impl Kinds for KindTable {
    fn kind(&self, def: DefId) -> DefKind {
        self.kinds[def.index()]
    }

    fn variant(&self, def: DefId, name: Name) -> Option<DefId> {
        self.variants.get(&(def, name)).copied()
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
                    table.variants.entry((parent, def.name)).or_insert(variant);
                }
            }
        }
        table
    }
}

/// An import as one target sees it.
struct Pending<'a> {
    import: &'a Import,
    module: ModId,
    reach: Reach,
    def: Option<DefId>,
    settled: bool,
    /// Modules that were looked in; while none of them gets a new name, the outcome is the same.
    visited: SmallVec<[ModId; 8]>,
}

/// Resolves all imports into the names of the modules.
pub(super) fn link(sources: &Sources, modules: &mut Modules) {
    let kinds = KindTable::new(sources);
    let mut pending = collect(sources, modules);
    // `extern crate` first: it makes names that no module tells of.
    pending.sort_by_key(|item| !item.import.extern_crate);
    // A chain of re-exports grows by one link a round; no sane one has so many.
    for round in 1..64 {
        let mut changed = false;
        for item in &mut pending {
            // Names that were added in the last round or earlier in this one.
            let news = |module: &ModId| modules.get(*module).changed + 1 >= round;
            if round == 1 || item.visited.iter().any(news) {
                changed |= step(modules, &kinds, item, round);
            }
        }
        if !changed {
            break;
        }
    }
    for item in &pending {
        if item.import.glob && !item.settled {
            modules.rows[item.module.index()].open_glob = true;
        }
    }
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
                pending.push(Pending { import, module, reach, def, settled: false, visited: SmallVec::new() });
            }
        }
    }
    pending
}

/// Resolves one import once more; returns whether that added a name.
fn step(modules: &mut Modules, kinds: &KindTable, item: &mut Pending<'_>, round: u32) -> bool {
    item.visited.clear();
    if item.import.extern_crate {
        return extern_crate(modules, item, round);
    }
    if item.import.glob {
        return glob(modules, kinds, item, round);
    }
    let Some(alias) = item.import.alias else { return false };
    let mut changed = false;
    for namespace in Namespace::ALL {
        let resolved = paths::resolve(modules, kinds, item.module, &item.import.path, namespace);
        item.visited.extend(resolved.visited.iter().copied());
        for found in resolved.found {
            let whole = found.used == item.import.path.segs.len();
            if !whole || is_itself(modules, item, namespace, alias, found.res) {
                continue;
            }
            // A foreign path may mean something in any namespace.
            let binding = Binding {
                res: found.res,
                reach: item.reach,
                import: item.def,
                glob: false,
                conditional: item.import.conditional,
            };
            changed |= add(modules, item.module, (namespace, alias), binding, round);
        }
    }
    changed
}

/// `use name;` finds itself once it is there; that is no second meaning.
fn is_itself(modules: &Modules, item: &Pending<'_>, namespace: Namespace, alias: Name, res: Res) -> bool {
    let single = item.import.path.segs.len() == 1 && item.import.path.lead == Lead::Plain;
    let known = modules.get(item.module).names.get(&(namespace, alias));
    single && known.into_iter().flatten().any(|binding| binding.res == res)
}

fn extern_crate(modules: &mut Modules, item: &Pending<'_>, round: u32) -> bool {
    let (Some(alias), Some(seg)) = (item.import.alias, item.import.path.segs.first()) else { return false };
    let root = modules.roots[modules.get(item.module).target.index()];
    let res = match (seg.name.as_str(), root) {
        ("self", Some(root)) => Res::Mod(root),
        _ => paths::krate(modules, item.module, seg.name).map_or(Res::Ext(seg.name), |found| found.res),
    };
    if item.import.path.segs.len() == 1 && alias == seg.name && root != Some(item.module) {
        let binding = Binding { res, reach: item.reach, import: None, glob: false, conditional: false };
        return add(modules, item.module, (Namespace::Types, alias), binding, round);
    }
    let target = modules.get(item.module).target;
    // At the root of a crate, the alias is a name of the crate for all its modules.
    if root == Some(item.module) {
        modules.crates[target.index()].insert(alias, res);
    }
    let binding = Binding { res, reach: item.reach, import: None, glob: false, conditional: false };
    add(modules, item.module, (Namespace::Types, alias), binding, round)
}

fn glob(modules: &mut Modules, kinds: &KindTable, item: &mut Pending<'_>, round: u32) -> bool {
    let resolved = paths::resolve(modules, kinds, item.module, &item.import.path, Namespace::Types);
    item.visited.extend(resolved.visited.iter().copied());
    let mut changed = false;
    let count = item.import.path.segs.len();
    for found in resolved.found.iter().filter(|found| found.used == count) {
        let usable = match found.res {
            Res::Mod(source) => source != item.module,
            Res::Def(def) => kinds.kind(def) == DefKind::Enum,
            Res::Ext(_) => false,
        };
        let (reach, import, conditional) = (item.reach, item.def, item.import.conditional);
        let glob = Glob { source: found.res, reach, import, conditional };
        let row = &mut modules.rows[item.module.index()];
        if usable && !row.globs.contains(&glob) {
            row.globs.push(glob);
            row.changed = round;
            changed = true;
        }
        item.settled |= usable;
    }
    changed
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
