//! What is in things of a name, for paths of which only the beginning is written.
//!
//! In: definitions, modules and impls. Out: for a name all that stands in types, traits and modules that have it, however
//! deep: what is not written may be more than one name (`natives::` and then `display::draw`). It does not know who
//! writes the path, so what is private is not left out.

use super::impls::{ImplTrait, Impls};
use super::members::children_in;
use super::{Definitions, Modules, Res, Visibility};
use crate::facts::DefData;
use crate::model::{DefId, DefKind, ModId, Name};
use crate::parse::Sources;
use rustc_hash::{FxHashMap, FxHashSet};

/// Tables to look into what holds items.
pub(crate) struct Inside<'a> {
    sources: &'a Sources,
    defs: &'a Definitions,
    modules: &'a Modules,
    impls: &'a Impls,
    /// Modules by the definition whose content they are.
    rows: FxHashMap<DefId, Vec<ModId>>,
    /// Inherent impls by the types that they may be for.
    blocks: FxHashMap<DefId, Vec<DefId>>,
}

/// What was found, and what is still to be looked into.
#[derive(Default)]
struct Search {
    found: FxHashSet<DefId>,
    seen: FxHashSet<DefId>,
    entered: FxHashSet<ModId>,
    holders: Vec<DefId>,
    modules: Vec<ModId>,
}

impl<'a> Inside<'a> {
    /// Makes the tables.
    pub(crate) fn new(sources: &'a Sources, defs: &'a Definitions, modules: &'a Modules, impls: &'a Impls) -> Self {
        let mut rows: FxHashMap<DefId, Vec<ModId>> = FxHashMap::default();
        for (at, row) in modules.rows.iter().enumerate() {
            if let Some(def) = row.def {
                rows.entry(def).or_default().push(ModId::new(at));
            }
        }
        let mut blocks: FxHashMap<DefId, Vec<DefId>> = FxHashMap::default();
        for block in impls.rows.iter().filter(|block| block.of_trait == ImplTrait::None) {
            for of in &block.self_defs {
                blocks.entry(*of).or_default().push(block.def);
            }
        }
        Inside { sources, defs, modules, impls, rows, blocks }
    }

    /// All that is in types, traits and modules of a name, in order.
    pub(crate) fn of_name(&self, name: Name) -> Vec<DefId> {
        let mut search = Search::default();
        for def in self.impls.members.by_name.get(&name).into_iter().flatten() {
            search.holders.push(*def);
            // `use natives as table;`: the other name is one of the same.
            let is_import = matches!(self.defs.get(self.sources, *def).data, DefData::Import(_));
            if let Some(home) = self.modules.home(*def).filter(|_| is_import) {
                let named = self.modules.get(home).names.values().flatten();
                let goals = named.filter(|binding| binding.import == Some(*def)).map(|binding| binding.res);
                goals.for_each(|res| search.enter(res));
            }
        }
        self.run(search)
    }

    /// All that is in a module, in order.
    pub(crate) fn of_module(&self, module: ModId) -> Vec<DefId> {
        self.run(Search { modules: vec![module], ..Search::default() })
    }

    fn run(&self, mut search: Search) -> Vec<DefId> {
        loop {
            if let Some(module) = search.modules.pop() {
                if search.entered.insert(module) {
                    self.module(module, &mut search);
                }
            } else if let Some(holder) = search.holders.pop() {
                if search.seen.insert(holder) {
                    self.holder(holder, &mut search);
                }
            } else {
                break;
            }
        }
        let mut all: Vec<DefId> = search.found.into_iter().collect();
        all.sort_unstable();
        all
    }

    fn module(&self, module: ModId, search: &mut Search) {
        let row = self.modules.get(module);
        search.found.extend(row.names.values().flatten().filter_map(|binding| binding.import));
        // What a module takes for itself, no path goes through.
        let is_handed_on = |reach: Visibility| reach != Visibility::In(module);
        for binding in row.names.values().flatten() {
            if let Res::Def(def) = binding.res {
                search.found.insert(def);
            }
            if binding.import.is_none() || is_handed_on(binding.reach) {
                search.enter(binding.res);
            }
        }
        for glob in row.globs.iter().filter(|glob| is_handed_on(glob.reach)) {
            search.found.extend(glob.import);
            search.enter(glob.source);
        }
    }

    fn holder(&self, holder: DefId, search: &mut Search) {
        let kind = self.defs.kind(holder);
        if kind == DefKind::Module {
            search.modules.extend(self.rows.get(&holder).into_iter().flatten());
        } else if kind.is_adt() || kind == DefKind::Trait {
            let blocks = self.blocks.get(&holder).into_iter().flatten();
            for block in std::iter::once(&holder).chain(blocks) {
                search.found.extend(children_in(self.sources, self.defs, *block));
            }
        }
    }
}

impl Search {
    fn enter(&mut self, res: Res) {
        match res {
            Res::Def(def) => self.holders.push(def),
            Res::Mod(module) => self.modules.push(module),
            Res::Ext(_) => {}
        }
    }
}
