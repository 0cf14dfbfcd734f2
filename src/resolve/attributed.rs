//! What attributes of modules and traits mean outside of these, by the names of what stands in them.
//!
//! In: functions of `extern` blocks and items of traits, under attributes of which the catalogue knows nothing. Out:
//! edges from each to what has its name where the macro can say it. A bridge to another language (`cxx::bridge`)
//! declares functions that stand in the module around, and methods of types that it names; what a trait asks for
//! (`salsa::query_group`) is done by functions beside it. It does not know which macro does what.

use super::bodies::Walk;
use super::paths::{self, Kinds};
use super::scopes::{Namespace, Res};
use super::{ByName, Goal, Why};
use crate::catalog::Catalog;
use crate::facts::types::{Lead, Seg};
use crate::facts::{Def, DefData, FnSig, Path};
use crate::model::{DefId, DefKind, ModId};

impl Walk<'_> {
    /// What an attribute around a definition may mean by its name.
    pub(super) fn meant_outside(&mut self, def: &Def) {
        if let DefData::Fn(sig) = &def.data
            && sig.foreign
        {
            let around = self.modules_around();
            if !around.is_empty() {
                around.into_iter().for_each(|module| self.value_beside(module, def));
                self.members_of_named_types(def, sig);
            }
            return;
        }
        let holder = self.cx.defs.parent(self.cx.sources, self.owner);
        if holder.is_some_and(|it| self.cx.kind(it) == DefKind::Trait && self.is_given_away(it)) {
            self.value_beside(self.module, def);
        }
    }

    /// The modules around those that are given to such an attribute and hold what is read now.
    fn modules_around(&self) -> Vec<ModId> {
        let modules = &self.cx.modules;
        let mut around = vec![];
        let mut at = Some(modules.nearest(self.module));
        while let Some(module) = at {
            let row = modules.get(module);
            at = row.parent.map(|parent| modules.nearest(parent));
            let is_given_away = row.def.is_some_and(|def| self.is_given_away(def));
            around.extend(at.filter(|_| is_given_away));
        }
        around
    }

    fn is_given_away(&self, holder: DefId) -> bool {
        is_given_away(self.cx.catalog, self.cx.defs.get(self.cx.sources, holder))
    }

    /// A function or constant of this name, as seen from a module.
    fn value_beside(&mut self, module: ModId, def: &Def) {
        let segs = vec![Seg { name: def.name, args: None }];
        let path = Path { qself: None, lead: Lead::Plain, segs, span: def.name_span };
        let resolved = paths::resolve(&self.cx.modules, self.cx, module, &path, Namespace::Values);
        let meant = resolved.found.iter().filter_map(|found| match found.res {
            Res::Def(def) => Some(def),
            Res::Mod(_) | Res::Ext(_) => None,
        });
        for goal in resolved.imports.iter().copied().chain(meant) {
            self.edge(Goal::Def(goal), def.name_span, Why::Tokens);
        }
    }

    /// Items of this name of the types that its signature or its attributes name: `fn step(self: &Engine)`.
    fn members_of_named_types(&mut self, def: &Def, sig: &FnSig) {
        let cx = self.cx;
        let members = &cx.impls.members;
        let mut types: Vec<DefId> = vec![];
        for edge in self.edges.iter().rev().take_while(|edge| edge.from == self.owner) {
            match edge.to {
                Goal::Def(goal) => types.push(goal),
                Goal::Named(_, name) => types.extend(members.by_name.get(&name).into_iter().flatten()),
            }
        }
        types.retain(|ty| cx.kind(*ty).is_adt());
        types.sort_unstable();
        types.dedup();
        for ty in types {
            let of_traits = members.items_of_traits(ty, def.name);
            for item in members.inherent(ty, def.name).iter().copied().chain(of_traits) {
                self.edge(Goal::Def(item), def.name_span, Why::Tokens);
            }
        }
        // `fn step(&self)`, where the block has one type.
        if sig.has_self {
            self.edge(Goal::Named(ByName::Member, def.name), def.name_span, Why::Tokens);
        }
    }
}

/// Whether it is a module or a trait that is given to a macro of which nothing is known.
pub(crate) fn is_given_away(catalog: &Catalog, holder: &Def) -> bool {
    let is_holder = matches!(holder.kind, DefKind::Module | DefKind::Trait);
    is_holder && holder.attrs.others.iter().any(|attr| catalog.uses_inside(&attr.path))
}
