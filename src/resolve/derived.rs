//! What derives implement.
//!
//! In: the derives that stand on a type. Out: impls as signatures, for types of libraries; for those of the workspace only
//! what does not go by the name of its derive, for the rest is asked by name. Conditions on type parameters are not known.

use super::Context;
use super::forms::Forms;
use super::paths;
use super::scopes::{Namespace, Res};
use super::sig::{ImplSig, Signatures, outer};
use super::types::{Env, Head, TraitRef, Type};
use crate::facts::{Def, DefData, Path};
use crate::model::{DefId, DefKind, ModId, Name, name};
use std::sync::Arc;

const DEREF: &str = "std::ops::Deref";

/// Derives whose traits are known: the derive, the trait, and the argument of that, where it has one.
const DERIVED: [(&str, &str, &str); 20] = [
    // Of `derive_more` and others.
    ("Deref", DEREF, ""),
    ("Clone", "std::clone::Clone", ""),
    ("Copy", "std::marker::Copy", ""),
    ("Debug", "std::fmt::Debug", ""),
    ("Default", "std::default::Default", ""),
    ("PartialEq", "std::cmp::PartialEq", "Self"),
    ("Eq", "std::cmp::Eq", ""),
    ("PartialOrd", "std::cmp::PartialOrd", "Self"),
    ("Ord", "std::cmp::Ord", ""),
    ("Hash", "std::hash::Hash", ""),
    ("Display", "std::fmt::Display", ""),
    // Of `thiserror`, `snafu` and others: whoever is an error can be shown.
    ("Error", "std::error::Error", ""),
    ("Error", "std::fmt::Display", ""),
    ("ThisError", "std::error::Error", ""),
    ("ThisError", "std::fmt::Display", ""),
    ("Snafu", "std::error::Error", ""),
    ("Snafu", "std::fmt::Display", ""),
    // Of `strum` and others.
    ("AsRefStr", "std::convert::AsRef", "str"),
    ("EnumString", "std::str::FromStr", ""),
    ("FromStr", "std::str::FromStr", ""),
];

fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

/// Whether a derive of this name asks all type parameters for its trait.
pub(super) fn asks_arguments(of: &str) -> bool {
    matches!(of, "Clone" | "Copy" | "Debug" | "Default" | "PartialEq" | "Eq" | "PartialOrd" | "Ord" | "Hash")
}

impl Context<'_> {
    /// Whether a type of the workspace derives a trait that goes by the name of its derive.
    pub(super) fn derives(&self, def: DefId, of: Head) -> bool {
        let derives = &self.defs.get(self.sources, def).attrs.derives;
        if derives.is_empty() {
            return false;
        }
        let last_name = match of {
            Head::Own(of) => self.defs.get(self.sources, of).name,
            Head::Ext(path) => super::prelude::last_name(path),
        };
        let mut named = derives.iter().filter(|path| path.segs.last().is_some_and(|seg| seg.name == last_name));
        match of {
            // A derive of another crate is for a trait of that.
            Head::Own(_) => named.any(|path| self.is_own_derive(def, path)),
            Head::Ext(path) => {
                // A trait of another crate that is called `Default` is not the one that is derived.
                let is_plain = DERIVED.iter().any(|(_, known, _)| last_name == last(known));
                let is_it = !is_plain || !super::prelude::is_path(path) || self.canonical(path).starts_with("std::");
                is_it && named.next().is_some()
            }
        }
    }

    /// Whether a derive on a type means a macro of the workspace and nothing else.
    fn is_own_derive(&self, on: DefId, path: &Path) -> bool {
        let Some(module) = self.modules.home(on) else { return false };
        let found = paths::resolve(&self.modules, self, module, path, Namespace::Macros).found;
        !found.is_empty() && found.iter().all(|found| matches!(found.res, Res::Def(_)))
    }
}

impl Signatures {
    /// What the derives of a type implement for it.
    pub(super) fn add_derives(&mut self, cx: &Context<'_>, home: ModId, def: DefId) {
        let derives = &cx.defs.get(cx.sources, def).attrs.derives;
        if derives.is_empty() {
            return;
        }
        let mut env = Env::default();
        let params = outer(cx, home, def, &mut env);
        let Some(self_ty) = env.self_type.clone() else { return };
        let is_own = cx.naming.is_none();
        for path in derives {
            let Some(seg) = path.segs.last() else { continue };
            // What goes by its own name is asked by that; only of `Deref` more than that is known.
            let by_name = |of: &str| is_own && last(of) == seg.name.as_str() && of != DEREF;
            let known = DERIVED.iter().filter(|(derive, of, _)| seg.name == **derive && !by_name(of));
            let mut traits: Vec<TraitRef> = known.map(|(_, of, arg)| of_std(of, arg, &self_ty)).collect();
            if !is_own && !DERIVED.iter().any(|(derive, ..)| seg.name == **derive) {
                // Mostly a derive goes by the name and path of its trait.
                traits.extend(cx.trait_ref(home, &Env::default(), path));
            }
            for of in traits {
                let is_deref = of.of == Head::Ext(name(DEREF));
                let assoc = if is_deref { target(cx, home, def, &env) } else { vec![] };
                if is_own && is_deref && assoc.is_empty() {
                    continue;
                }
                let key = (of.of.bare(), self_ty.head().map(Head::bare));
                let row = ImplSig {
                    params,
                    self_ty: self_ty.clone(),
                    of: Some(of),
                    bounds: vec![],
                    assoc,
                    narrower: false,
                    forms: Forms::ALL,
                    sized: 0,
                    sometimes: false,
                };
                self.impls.entry(key).or_default().push(row);
            }
        }
    }
}

/// What a type dereferences to by its derive: its only field, unless an attribute on that says more.
fn target(cx: &Context<'_>, home: ModId, def: DefId, env: &Env) -> Vec<(Name, Type)> {
    let fields = super::members::children(cx, def).into_iter().map(|field| cx.defs.get(cx.sources, field));
    let fields: Vec<&Def> = fields.filter(|field| field.kind == DefKind::Field).collect();
    match &fields[..] {
        [Def { data: DefData::Typed(ty), attrs, .. }] if !attrs.has("deref") => {
            vec![(name("Target"), cx.lower(home, env, ty))]
        }
        _ => vec![],
    }
}

fn of_std(of: &str, arg: &str, self_ty: &Type) -> TraitRef {
    let args: Arc<[Type]> = match arg {
        "" => Arc::new([]),
        "Self" => Arc::new([self_ty.clone()]),
        plain => Arc::new([Type::plain(plain)]),
    };
    TraitRef { of: Head::Ext(name(of)), args, assoc: Arc::new([]) }
}
