//! What `Self` and type parameters stand for inside a definition.

use super::Context;
use super::types::{Head, TraitRef, Type};
use crate::facts::DefData;
use crate::model::{DefId, DefKind, ModId, Name};
use std::sync::Arc;

/// What stands for the type parameters of a definition, and for its `Self`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Env {
    pub(crate) params: Vec<(Name, Type)>,
    pub(crate) self_type: Option<Type>,
    /// The one trait with associated types that bounds a parameter, with its arguments.
    pub(crate) hints: Vec<(Name, Head, Vec<Type>)>,
}

impl Env {
    pub(crate) fn get(&self, name: Name) -> Option<&Type> {
        if name == "Self" {
            return self.self_type.as_ref();
        }
        self.params.iter().rev().find(|(param, _)| *param == name).map(|(_, ty)| ty)
    }
}

impl Context<'_> {
    /// The environment inside a definition: its own type parameters by their bounds, `Self` by the impl.
    pub(super) fn own_env(&self, def: DefId, module: ModId) -> Env {
        let mut env = Env::default();
        let chain: Vec<DefId> = std::iter::successors(Some(def), |def| self.defs.parent(self.sources, *def)).collect();
        for holder in chain.iter().rev() {
            let facts = self.defs.get(self.sources, *holder);
            match &facts.data {
                // Items inside a function see neither its type parameters nor its `Self`.
                _ if matches!(facts.kind, DefKind::Module) => env = Env::default(),
                DefData::Fn(_) if *holder != def && facts.kind.is_fn() => env = Env::default(),
                DefData::Impl(header) => {
                    self.bind_bounds(*holder, module, &mut env);
                    env.self_type = Some(self.lower(module, &env, &header.self_ty));
                }
                DefData::Trait { .. } => {
                    env.self_type = Some(self.type_of_def(*holder));
                    let before = env.params.len();
                    self.bind_bounds(*holder, module, &mut env);
                    env.self_type =
                        env.self_type.take().map(|own| self.with_own_arguments(*holder, own, &env.params[before..]));
                }
                DefData::Adt { .. } if facts.kind.is_adt() => {
                    self.bind_bounds(*holder, module, &mut env);
                    let args = env.params.iter().map(|(_, ty)| ty.clone()).collect();
                    env.self_type = Some(Type::Adt(*holder, args));
                }
                _ => self.bind_bounds(*holder, module, &mut env),
            }
        }
        // Bounds of a method on parameters of its impl are about what is in `self`.
        if let (Some(block), DefData::Fn(_)) = (chain.get(1), &self.defs.get(self.sources, def).data)
            && let DefData::Impl(header) = &self.defs.get(self.sources, *block).data
            && env.self_type.as_ref().is_some_and(|ty| !ty.is_unknown())
        {
            env.self_type = Some(self.lower(module, &env, &header.self_ty));
        }
        env
    }

    /// `Self` in a trait implements it with the parameters of the trait as arguments.
    fn with_own_arguments(&self, def: DefId, own: Type, params: &[(Name, Type)]) -> Type {
        let count = self.generics_of(def).map_or(0, |generics| generics.params.len());
        let args: Arc<[Type]> = params.iter().take(count).map(|(_, ty)| ty.clone()).collect();
        match own {
            Type::Bound(refs) => Type::Bound(
                (refs.iter())
                    .map(|one| match one.of {
                        Head::Own(of) if of == def => TraitRef { args: args.clone(), ..one.clone() },
                        _ => one.clone(),
                    })
                    .collect(),
            ),
            other => other,
        }
    }

    fn bind_bounds(&self, def: DefId, module: ModId, env: &mut Env) {
        let Some(generics) = self.generics_of(def) else { return };
        let before = env.params.len();
        self.bind_params(generics, module, env);
        // A bound may speak of a parameter that comes later.
        if generics.params.len() > 1 {
            let first = env.params.clone();
            env.params.truncate(before);
            let mut later = Env { params: first, ..env.clone() };
            self.bind_params(generics, module, &mut later);
            env.params.extend(later.params.drain(later.params.len() - generics.params.len()..));
        }
        self.bind_outer_bounds(generics, module, env);
    }

    fn bind_params(&self, generics: &crate::facts::Generics, module: ModId, env: &mut Env) {
        for param in &generics.params {
            let mut bounds = param.bounds.clone();
            for (ty, more) in &generics.wheres {
                if matches!(ty, crate::facts::Ty::Path(path) if path.single().is_some_and(|seg| seg.name == param.name))
                {
                    bounds.extend(more.iter().cloned());
                }
            }
            let mut ty = self.bounded(module, env, &bounds);
            if let Type::Bound(refs) = &ty {
                ty = Type::Bound(self.with_bounds_of_associated(generics, param.name, module, env, refs));
            }
            env.params.push((param.name, ty));
        }
    }

    /// `where I::Item: Bound` for the parameter `I`.
    fn with_bounds_of_associated(
        &self,
        generics: &crate::facts::Generics,
        param: crate::model::Name,
        module: ModId,
        env: &Env,
        refs: &Arc<[TraitRef]>,
    ) -> Arc<[TraitRef]> {
        let mut refs = refs.to_vec();
        for (ty, bounds) in &generics.wheres {
            let crate::facts::Ty::Path(path) = ty else { continue };
            let [first, assoc] = &path.segs[..] else { continue };
            if first.name != param || path.qself.is_some() || bounds.is_empty() {
                continue;
            }
            let bounded = self.bounded(module, env, bounds);
            let mut known = refs.iter().flat_map(|of| &*of.assoc);
            if let (false, Some(of)) = (known.any(|(name, _)| *name == assoc.name), refs.first_mut()) {
                of.assoc = of.assoc.iter().cloned().chain([(assoc.name, bounded)]).collect();
            }
        }
        refs.into()
    }

    /// `where` on a parameter of the impl or trait around, or on `Self`: it holds here in addition.
    fn bind_outer_bounds(&self, generics: &crate::facts::Generics, module: ModId, env: &mut Env) {
        for (ty, bounds) in &generics.wheres {
            let crate::facts::Ty::Path(path) = ty else { continue };
            let Some(seg) = path.single() else { continue };
            if generics.params.iter().any(|param| param.name == seg.name) {
                continue;
            }
            let more = self.bounded(module, env, bounds);
            let known = match seg.name.as_str() {
                "Self" => env.self_type.clone(),
                _ => env.params.iter().rev().find(|(param, _)| *param == seg.name).map(|(_, ty)| ty.clone()),
            };
            let both = match (known, more) {
                (Some(Type::Bound(one)), Type::Bound(other)) => {
                    Type::Bound(one.iter().chain(&*other).cloned().collect::<Arc<[_]>>())
                }
                (Some(Type::Adt(def, args)), Type::Bound(_)) => Type::Adt(def, args),
                (Some(_), _) => Type::Unknown,
                (None, _) => continue,
            };
            match seg.name.as_str() {
                "Self" => env.self_type = Some(both),
                _ => env.params.push((seg.name, both)),
            }
        }
    }
}
