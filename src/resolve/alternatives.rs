//! Types of one name under conditions that exclude each other.
//!
//! In: a written type or bound. Out: all types or traits that it may mean. An impl for such a name is one for each of them; otherwise it
//! would be for a type of which nothing is known, and fit everything.

use super::Context;
use super::forms::Forms;
use super::paths::Kinds;
use super::scopes::{Namespace, Res};
use super::sig::ImplSig;
use super::types::{Env, TraitRef, Type};
use crate::facts::{Path, Ty};
use crate::model::{DefId, ModId};
use std::sync::Arc;

impl Context<'_> {
    /// The traits that a bound may mean; none if it cannot be resolved.
    pub(super) fn trait_refs(&self, module: ModId, env: &Env, bound: &Path) -> Vec<TraitRef> {
        let Some(first) = self.trait_ref(module, env, bound) else { return vec![] };
        let others = self.other_traits(module, bound, first.of).into_iter();
        others.map(|of| TraitRef { of, ..first.clone() }).chain([first.clone()]).collect()
    }

    /// The rows of an impl for a written type: one, or one for each type that its name may mean.
    pub(super) fn rows_of_impl(&self, module: ModId, env: &Env, ty: &Ty, sig: ImplSig) -> Vec<ImplSig> {
        let others = if sig.self_ty.is_unknown() { self.alternatives(module, env, ty) } else { vec![] };
        if others.is_empty() {
            return vec![sig];
        }
        // Which of them it is for, conditions tell.
        others
            .into_iter()
            .map(|self_ty| ImplSig { self_ty, narrower: true, forms: Forms::NONE, ..sig.clone() })
            .collect()
    }

    /// The types that a path means, where it means several and nothing else.
    fn alternatives(&self, module: ModId, env: &Env, ty: &Ty) -> Vec<Type> {
        let Ty::Path(path) = ty else { return vec![] };
        let resolved = super::paths::resolve(&self.modules, self, module, path, Namespace::Types);
        let of_type = |found: &super::paths::Found| match found.res {
            Res::Def(def) if found.used == path.segs.len() && self.kind(def).is_adt() => Some(def),
            _ => None,
        };
        let types: Option<Vec<DefId>> = resolved.found.iter().map(of_type).collect();
        let Some(types) = types.filter(|types| path.qself.is_none() && types.len() > 1) else { return vec![] };
        let args = path.segs.last().and_then(|seg| seg.args.as_ref());
        let args: Arc<[Type]> =
            args.into_iter().flat_map(|args| &args.types).map(|ty| self.lower(module, env, ty)).collect();
        types.into_iter().map(|def| self.adt(def, Arc::clone(&args))).collect()
    }
}

impl Type {
    /// Whether no value is of both types, as far as they are known.
    pub(crate) fn excludes(&self, other: &Type) -> bool {
        let any = |one: &[Type], other: &[Type]| one.iter().zip(other).any(|(one, other)| one.excludes(other));
        match (self, other) {
            (Type::Adt(one, args), Type::Adt(other, others)) => one != other || any(args, others),
            (Type::Ext(one, args), Type::Ext(other, others)) if one == other => any(args, others),
            (Type::Tuple(one), Type::Tuple(other)) => any(one, other),
            (Type::Ref(one), Type::Ref(other)) | (Type::Slice(one), Type::Slice(other)) => one.excludes(other),
            _ => false,
        }
    }
}
