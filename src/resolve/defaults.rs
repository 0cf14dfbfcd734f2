//! Type parameters, and arguments that a written type leaves out because they have a default where it is declared.

use super::Context;
use super::types::{Head, Type};
use crate::facts::{DefData, Generics};
use crate::model::DefId;
use std::sync::Arc;

impl Context<'_> {
    /// The type parameters of a definition.
    pub(crate) fn generics_of(&self, def: DefId) -> Option<&Generics> {
        match &self.defs.get(self.sources, def).data {
            DefData::Fn(sig) => Some(&sig.generics),
            DefData::Adt { generics, .. } | DefData::Trait { generics, .. } | DefData::Alias { generics, .. } => {
                Some(generics)
            }
            DefData::Impl(header) => Some(&header.generics),
            _ => None,
        }
    }

    /// The arguments of a type with the defaults of those that are left out.
    pub(super) fn completed(&self, def: DefId, generics: &Generics, args: Arc<[Type]>) -> Arc<[Type]> {
        let missing = generics.params.get(args.len()..).unwrap_or_default();
        match self.modules.home(def) {
            Some(home) if !missing.is_empty() && missing.iter().all(|param| param.default.is_some()) => {
                self.bind(generics, &args, home).into_iter().map(|(_, ty)| ty).collect()
            }
            _ => args,
        }
    }

    /// A written type of another crate with the arguments that it leaves out.
    pub(super) fn with_defaults(&self, ty: Type) -> Type {
        let Type::Ext(path, args) = &ty else { return ty };
        let head = Head::Ext(*path);
        let mut all = self.signatures([Some(head), None]).into_iter();
        let Some(defaults) = all.find_map(|signatures| signatures.defaults.get(&head)) else { return ty };
        let mut known = args.to_vec();
        while let Some(default) = defaults.get(known.len()) {
            known.push(self.substitute(default, &known));
        }
        Type::Ext(*path, known.into())
    }
}
