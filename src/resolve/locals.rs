//! Which local a name means, if it means one, and which type parameters are in sight.
//!
//! In: the locals in scope, the blocks around, and which words stand in the rules of macros. Out: the type of a local.
//! Items and imports of a block go before the locals and type parameters that are from outside of it. A word of the
//! rules of a macro never means a local of who calls the macro, nor a word of the call one of the rules. Which of
//! several expansions within each other binds a local is not known: an item of the name counts as used beside it.
//! A local that exists under conditions is meant where these hold, none where they cannot, and elsewhere it or what
//! the name would mean without it; never an item of a type or a trait, which no word alone can mean.

use super::bodies::Walk;
use super::calls::Ids;
use super::causes::Local;
use super::conditions::hold;
use super::paths;
use super::scopes::{Binding, Namespace, Res};
use super::traits::Holds;
use super::types::{Env, Type};
use super::values::common;
use super::{ByName, Goal, Why};
use crate::facts::{Cfg, Path, PathId};
use crate::model::{ModId, Name, Span};
use smallvec::SmallVec;
use std::sync::Arc;

impl Walk<'_> {
    pub(super) fn is_local(&self, id: PathId) -> bool {
        self.local_meant(id).is_some()
    }

    /// The local that a path means or may mean.
    fn local_meant(&self, id: PathId) -> Option<usize> {
        let path = &self.body.paths[id as usize];
        let name = path.single()?.name;
        let made = self.body.is_made_path(id);
        let is_it = |local: &Local| local.name == name && local.made == made;
        let is_meant = |local: &Local| is_it(local) && self.exists_at(local, path.span) != Holds::No;
        let at = self.locals.iter().rposition(is_meant)?;
        (self.item_before(&self.locals[at]) != Holds::Yes).then_some(at)
    }

    /// Whether a name that a string captures means a local, be it of a macro or not.
    pub(super) fn is_surely_local(&self, name: Name) -> bool {
        let local = self.locals.iter().rev().find(|local| local.name == name);
        local.is_some_and(|local| local.under.is_none() && self.item_before(local) == Holds::No)
    }

    /// The type of the local that a path means; `None` if it means none.
    pub(super) fn local_value(&mut self, id: PathId) -> Option<Type> {
        let at = self.local_meant(id)?;
        let body = self.body;
        let path = &body.paths[id as usize];
        let local = &self.locals[at];
        if local.made {
            self.refer_to_items(path);
        }
        let local = &self.locals[at];
        if self.exists_at(local, path.span) != Holds::Yes || self.item_before(local) != Holds::No {
            return Some(self.alternatives(path, at));
        }
        Some(local.ty.clone())
    }

    /// A local that is given values of two types exists under conditions, or one was turned into the other: what it is from
    /// there on is not known.
    pub(super) fn contradicted(&mut self, id: PathId, ty: &Type, given: &Type) {
        let (ty, given) = (self.deep(ty), self.deep(given));
        if ty.excludes(&given)
            && let Some(at) = self.local_meant(id)
        {
            self.locals[at].ty = Type::Unknown;
        }
    }

    /// What a name means of which there are locals or items under conditions: what the types have in common of all that it
    /// may mean. `at` is the innermost local.
    fn alternatives(&mut self, path: &Path, at: usize) -> Type {
        let (name, made) = (self.locals[at].name, self.locals[at].made);
        let mut types = vec![];
        let (mut always, mut item) = (false, Holds::No);
        for local in self.locals[..=at].iter().rev().filter(|local| local.name == name && local.made == made) {
            let exists = self.exists_at(local, path.span);
            if exists == Holds::No {
                continue;
            }
            item = item.max(self.item_before(local));
            if item == Holds::Yes {
                break;
            }
            types.push(self.deep(&local.ty));
            if exists == Holds::Yes {
                always = true;
                break;
            }
        }
        let agreed = types.into_iter().reduce(|one, other| common(one, &other)).unwrap_or(Type::Unknown);
        if always && item == Holds::No {
            return agreed;
        }
        // Under no condition of these, an item of the name may be meant.
        let items = self.items_of_name(path);
        if items.is_empty() && item == Holds::No { agreed } else { Type::Unknown }
    }

    /// What the name of a local that may not exist means where it does not. Where no such thing is seen, it may be one
    /// that a macro makes.
    fn items_of_name(&mut self, path: &Path) -> Ids {
        let resolved = paths::resolve(&self.cx.modules, self.cx, self.module, path, Namespace::Values);
        if !resolved.found.is_empty() {
            return self.path_meaning(path, Namespace::Values, false).0;
        }
        resolved.imports.iter().for_each(|import| self.refer(*import, path.span));
        for seg in &path.segs {
            self.edge(Goal::Named(ByName::Alone, seg.name), path.span, Why::Tokens);
        }
        Ids::new()
    }

    /// Whether a local exists where something stands in its body.
    fn exists_at(&self, local: &Local, span: Span) -> Holds {
        let Some(under) = &local.under else { return Holds::Yes };
        let mut here: SmallVec<[&Cfg; 4]> = SmallVec::new();
        self.places.conditions(span).for_each(|cfg| here.push(cfg));
        self.conditions.here().for_each(|cfg| here.push(cfg));
        hold(under, here.into_iter())
    }

    /// Locals from one on exist where conditions hold.
    pub(super) fn exist_under(&mut self, first: usize, cfg: &[Cfg]) {
        if cfg.is_empty() {
            return;
        }
        for local in self.locals.iter_mut().skip(first) {
            let before = local.under.iter().flat_map(|under| under.iter());
            let under: Arc<[Cfg]> = before.chain(cfg).cloned().collect();
            local.under = Some(under);
        }
    }

    /// Refers to all that the name of a local would mean without it.
    fn refer_to_items(&mut self, path: &Path) {
        let resolved = paths::resolve(&self.cx.modules, self.cx, self.module, path, Namespace::Values);
        resolved.imports.iter().for_each(|import| self.refer(*import, path.span));
        for found in resolved.found {
            if let Res::Def(def) = found.res {
                self.refer(def, path.span);
            }
        }
    }

    /// Whether an item or import goes before a local: one of a block inside the block of the local.
    fn item_before(&self, local: &Local) -> Holds {
        let modules = &self.cx.modules;
        let (mut at, mut holds) = (self.module, Holds::No);
        while at != local.module && modules.get(at).falls_through {
            holds = holds.max(exists(&self.in_block(at, (Namespace::Values, local.name))));
            match modules.get(at).parent {
                Some(parent) if holds != Holds::Yes => at = parent,
                _ => break,
            }
        }
        holds
    }

    fn in_block(&self, block: ModId, sought: (Namespace, Name)) -> SmallVec<[Binding; 2]> {
        paths::in_module(&self.cx.modules, self.cx, block, sought, &mut SmallVec::new())
    }

    /// Takes the type parameters out of sight that items of the block have the names of. Gives back what was in sight
    /// before, if that was more.
    pub(super) fn hide_params(&mut self) -> Option<Env> {
        let named = |(name, _): &(Name, Type)| (*name, self.in_block(self.module, (Namespace::Types, *name)));
        let mut hidden: Vec<(Name, SmallVec<[Binding; 2]>)> = self.env.params.iter().map(named).collect();
        hidden.retain(|(_, bindings)| !bindings.is_empty());
        if hidden.is_empty() {
            return None;
        }
        let before = self.env.clone();
        for (name, bindings) in hidden {
            if exists(&bindings) == Holds::Yes {
                self.env.params.retain(|(param, _)| *param != name);
                continue;
            }
            // Either may be meant.
            self.env.params.iter_mut().filter(|(param, _)| *param == name).for_each(|(_, ty)| *ty = Type::Unknown);
            for binding in bindings {
                if let Res::Def(def) = binding.res {
                    let named = binding.import.unwrap_or(def);
                    let span = self.cx.defs.get(self.cx.sources, named).name_span;
                    self.refer(named, span);
                    self.refer(def, span);
                }
            }
        }
        Some(before)
    }
}

/// Whether one of these is there whatever the conditions.
fn exists(bindings: &[Binding]) -> Holds {
    match bindings {
        [] => Holds::No,
        some if some.iter().any(|binding| !binding.conditional) => Holds::Yes,
        _ => Holds::Maybe,
    }
}
