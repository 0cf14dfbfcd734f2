//! Signatures: functions, fields, impls and traits with their types, type parameters by place.
//!
//! In: definitions and modules. Out: [`Signatures`], of the workspace or of another crate, in one shape. What a file that
//! several targets mount means differently in each is unknown.

mod functions;

use super::Context;
use super::forms::Forms;
use super::kept::File;
use super::open::Unseen;
use super::paths::Kinds;
use super::table::{List, Table};
use super::types::{Env, Head, MOST_HOMES, TraitRef, Type};
use crate::facts::{Cfg, DefData, FnSig as Written, Generics, Vis};
use crate::model::{DefId, DefKind, ModId, Name};
use functions::function;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Bounds: the type, and the trait that it has to implement.
pub(crate) type Bounds = Vec<(Type, TraitRef)>;

/// A function. Parameters of the impl or trait around come first; in a trait the first is `Self`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct FnSig {
    /// How many parameters the impl or trait around has.
    pub(crate) outer: u32,
    /// How many there are with its own.
    pub(crate) params: u32,
    /// Its parameters, `self` first if there is one.
    pub(crate) inputs: Vec<Type>,
    /// Those of them that exist under conditions, by row.
    pub(crate) conditional: Vec<(u32, Vec<Cfg>)>,
    /// What it gives back.
    pub(crate) output: Option<Type>,
    /// Whether it is called on a value.
    pub(crate) has_self: bool,
    /// Whether it takes that as `&mut`.
    pub(crate) mut_self: bool,
    /// What its parameters must fulfil.
    pub(crate) bounds: Bounds,
}

/// An impl.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ImplSig {
    pub(crate) params: u32,
    pub(crate) self_ty: Type,
    pub(crate) of: Option<TraitRef>,
    pub(crate) bounds: Bounds,
    pub(crate) assoc: Vec<(Name, Type)>,
    /// The type is narrower than types tell: `&mut T`, `Buf<2>`, `[u8; 4]`.
    pub(crate) narrower: bool,
    /// It exists only under conditions.
    pub(crate) sometimes: bool,
    /// The forms of the type that it is for.
    pub(crate) forms: Forms,
    /// Which of the first parameters must have a size, as bits.
    pub(crate) sized: u32,
}

/// A trait; `Self` is its first parameter.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct TraitSig {
    pub(crate) params: u32,
    pub(crate) supers: Vec<TraitRef>,
    pub(crate) items: FxHashMap<Name, Head>,
    /// Associated types with their bounds.
    pub(crate) assoc: Vec<(Name, Vec<TraitRef>)>,
}

/// All signatures of the workspace, or of one other crate.
#[derive(Debug, Default)]
pub(crate) struct Signatures {
    /// The name of the crate, with a `!` for one of procedural macros; `None` for the workspace.
    pub(crate) krate: Option<Name>,
    pub(crate) fns: Table<Head, FnSig>,
    pub(crate) traits: Table<Head, TraitSig>,
    /// Items of inherent impls: the impl, and the item.
    pub(crate) inherent: Table<(Head, Name), Vec<(u32, Head)>>,
    pub(crate) inherent_impls: List<ImplSig>,
    /// Impls by trait and by the head of the type, both without the path: crates name what is not theirs by any of its
    /// paths. Those for a parameter have no head.
    pub(crate) impls: Table<(Head, Option<Head>), Vec<ImplSig>>,
    /// Paths of traits of other crates than `std` that impls here are of.
    pub(crate) foreign_traits: Table<Name, ()>,
    /// Traits by the name of a function, a constant or a type that they declare.
    pub(crate) traits_with: Table<Name, Vec<Head>>,
    /// Types of fields, constants and statics; parameters are those of the type around.
    pub(crate) typed: Table<Head, Type>,
    /// Fields by their type or variant.
    pub(crate) fields: Table<(Head, Name), Type>,
    /// How many parameters a type has.
    pub(crate) arity: Table<Head, u32>,
    /// Defaults of the parameters of a type that has any.
    pub(crate) defaults: Table<Head, Vec<Type>>,
    /// The enum of a variant.
    pub(crate) enum_of: Table<Head, Head>,
    /// Aliases of a library by path; in the workspace they are looked through at once.
    pub(crate) aliases: Table<Name, Type>,
    /// Modules that take all names of others, in a library.
    pub(crate) globs: Table<Name, Vec<Name>>,
    /// Other paths of things in a library.
    pub(crate) canonical: Table<Name, Name>,
    /// What a library says of its deprecated things.
    pub(crate) deprecated: Table<Name, crate::facts::Deprecated>,
    /// What the macros that a library exports may make for types, procedural ones too; nothing is known of others.
    pub(super) macros: Table<Name, Unseen>,
    /// The file that all tables lie in, if they are not made in memory.
    pub(crate) file: Option<Arc<File>>,
}

/// Reads all signatures.
pub(crate) fn collect(cx: &Context<'_>) -> Signatures {
    let defs: Vec<DefId> = cx.defs.ids().collect();
    let parts: Vec<Signatures> = defs
        .par_chunks(2_000)
        .map(|defs| {
            let mut part = Signatures::default();
            defs.iter().for_each(|def| part.add(cx, *def));
            part
        })
        .collect();
    let mut all = Signatures::default();
    for part in parts {
        all.join(part);
    }
    let of = |row: &ImplSig| match row.of.as_ref()?.of {
        Head::Ext(path) if !path.starts_with("std::") && super::prelude::is_path(path) => Some(path),
        _ => None,
    };
    let foreign: Vec<Name> = all.impls.values().flatten().filter_map(of).filter(|path| !all.has_trait(*path)).collect();
    foreign.into_iter().for_each(|path| all.foreign_traits.insert(path, ()));
    all
}

/// Traits of `std` without associated types that bounds name most.
const PLAIN: [&str; 18] = [
    "Send",
    "Sync",
    "Sized",
    "Copy",
    "Clone",
    "Unpin",
    "Debug",
    "Display",
    "Default",
    "Eq",
    "PartialEq",
    "Ord",
    "PartialOrd",
    "Hash",
    "AsRef",
    "Into",
    "From",
    "Any",
];

/// Type parameters numbered from `first`, each with the one trait among its bounds that may have associated types.
fn numbered(cx: &Context<'_>, home: ModId, env: &mut Env, generics: &Generics, first: u32) -> u32 {
    for (at, param) in generics.params.iter().enumerate() {
        env.params.push((param.name, Type::Param(first + at as u32)));
    }
    for param in &generics.params {
        let own = param.bounds.iter();
        let wheres = generics.wheres.iter().filter(|(ty, _)| {
            matches!(ty, crate::facts::Ty::Path(path) if path.single().is_some_and(|seg| seg.name == param.name))
        });
        let all = own.chain(wheres.flat_map(|(_, bounds)| bounds));
        let mut traits = all.filter(|path| path.segs.last().is_some_and(|seg| !PLAIN.contains(&seg.name.as_str())));
        if let (Some(path), None) = (traits.next(), traits.next())
            && let Some(of) = cx.trait_ref(home, env, path)
        {
            let args = if of.is_fn() { vec![] } else { of.args.to_vec() };
            env.hints.push((param.name, of.of, args));
        }
    }
    first + generics.params.len() as u32
}

impl Signatures {
    fn has_trait(&self, path: Name) -> bool {
        self.traits.contains_key(&Head::Ext(path))
    }

    fn join(&mut self, other: Signatures) {
        let shift = self.inherent_impls.made().len() as u32;
        self.inherent_impls.extend(other.inherent_impls);
        for (key, rows) in other.inherent.into_made() {
            self.inherent.entry(key).or_default().extend(rows.into_iter().map(|(row, item)| (row + shift, item)));
        }
        for (of, rows) in other.impls.into_made() {
            self.impls.entry(of).or_default().extend(rows);
        }
        for (name, traits) in other.traits_with.into_made() {
            self.traits_with.entry(name).or_default().extend(traits);
        }
        self.fns.extend(other.fns);
        self.traits.extend(other.traits);
        self.typed.extend(other.typed);
        self.fields.extend(other.fields);
        self.arity.extend(other.arity);
        self.defaults.extend(other.defaults);
        self.enum_of.extend(other.enum_of);
    }

    fn add(&mut self, cx: &Context<'_>, def: DefId) {
        let facts = cx.defs.get(cx.sources, def);
        let homes = cx.modules.homes(def);
        let Some(home) = homes.first().copied() else { return };
        let parent = cx.defs.parent(cx.sources, def);
        match &facts.data {
            DefData::Fn(written) => {
                let sig = function(cx, home, parent, written);
                let same = |other: &ModId| function(cx, *other, parent, written) == sig;
                let agreed = homes.iter().skip(1).take(MOST_HOMES).all(same);
                let sig = if agreed { sig } else { FnSig { has_self: sig.has_self, ..FnSig::default() } };
                self.fns.insert(cx.head_of(def), sig);
            }
            DefData::Impl(_) => self.add_impl(cx, home, def),
            DefData::Trait { .. } => self.add_trait(cx, home, def),
            DefData::Typed(ty) => {
                let mut env = Env::default();
                if let Some(parent) = parent {
                    outer(cx, home, parent, &mut env);
                }
                let known = cx.lower(home, &env, ty);
                let same = homes.iter().skip(1).take(MOST_HOMES).all(|home| cx.lower(*home, &env, ty) == known);
                let known = if same { known } else { Type::Unknown };
                // What is private in a library is never meant, but what lies behind it may be.
                let is_seen =
                    |of: DefId| cx.naming.is_none() || facts.vis == Vis::Public || cx.kind(of) == DefKind::Variant;
                if let (DefKind::Field, Some(parent)) = (facts.kind, parent.filter(|of| is_seen(*of))) {
                    let is_number = facts.name.starts_with(|first: char| first.is_ascii_digit());
                    let open = is_number && super::members::numbered_fields(cx, parent).is_none();
                    let known = if open { Type::Unknown } else { known.clone() };
                    let field = self.fields.entry((cx.head_of(parent), facts.name)).or_insert_with(|| known.clone());
                    // Of alternatives under conditions none is known to be meant.
                    if *field != known {
                        *field = Type::Unknown;
                    }
                }
                self.typed.insert(cx.head_of(def), known);
            }
            DefData::Adt { generics, .. } => {
                self.add_derives(cx, home, def);
                self.arity.insert(cx.head_of(def), generics.params.len() as u32);
                if generics.params.iter().any(|param| param.default.is_some()) {
                    let mut env = Env::default();
                    outer(cx, home, def, &mut env);
                    let default = |ty: &crate::facts::Ty| cx.lower(home, &env, ty);
                    let all = generics.params.iter().map(|it| it.default.as_ref().map_or(Type::Unknown, default));
                    self.defaults.insert(cx.head_of(def), all.collect());
                }
            }
            DefData::Variant { .. } => {
                if let Some(parent) = parent {
                    self.enum_of.insert(cx.head_of(def), cx.head_of(parent));
                }
            }
            _ => {}
        }
    }

    fn add_impl(&mut self, cx: &Context<'_>, home: ModId, def: DefId) {
        let DefData::Impl(header) = &cx.defs.get(cx.sources, def).data else { return };
        let mut env = Env::default();
        let params = outer(cx, home, def, &mut env);
        let self_ty = env.self_type.clone().unwrap_or(Type::Unknown);
        let children = super::members::children(cx, def);
        let mut assoc: Vec<(Name, Type)> = vec![];
        for facts in children.iter().map(|item| cx.defs.get(cx.sources, *item)) {
            let DefData::Alias { ty: Some(ty), .. } = &facts.data else { continue };
            let ty = cx.lower(home, &env, ty);
            match assoc.iter_mut().find(|(known, _)| *known == facts.name) {
                // Alternatives under conditions.
                Some((_, known)) if *known != ty => *known = Type::Unknown,
                Some(_) => {}
                None => assoc.push((facts.name, ty)),
            }
        }
        let bounds = bounds(cx, home, &env, &header.generics);
        let sized = super::forms::sized(cx, &header.generics);
        // Of alternatives under conditions, which only the workspace has, the bounds have the first: whether they hold
        // is open.
        let of_params = header.generics.params.iter().flat_map(|param| &param.bounds);
        let mut written = of_params.chain(header.generics.wheres.iter().flat_map(|(_, bounds)| bounds));
        let is_open = cx.naming.is_none() && written.any(|bound| cx.trait_refs(home, &env, bound).len() > 1);
        let is_sometimes = cx.naming.is_none() && cx.is_conditional(home, def);
        let is_told = !(header.narrower || is_open || is_sometimes) || cx.is_header();
        let narrower = !is_told || (header.exclusive && !cx.is_header());
        let forms = Forms::of(header, &self_ty, is_told);
        let mut sig =
            ImplSig { params, self_ty, of: None, bounds, assoc, narrower, sometimes: is_sometimes, forms, sized };
        match &header.of_trait {
            Some(path) => {
                if let Some(of) = cx.trait_ref(home, &env, path).filter(|_| !header.negative) {
                    let of_trait = of.of.bare();
                    sig.of = Some(of);
                    for row in cx.rows_of_impl(home, &env, &header.self_ty, sig) {
                        let key = (of_trait, row.self_ty.head().map(Head::bare));
                        self.impls.entry(key).or_default().push(row);
                    }
                }
            }
            None => {
                let row = self.inherent_impls.made().len() as u32;
                if let Some(head) = sig.self_ty.head() {
                    for item in children {
                        let facts = cx.defs.get(cx.sources, item);
                        // What is private in a library is passed by for what lies behind.
                        if cx.naming.is_none() || facts.vis == Vis::Public {
                            self.inherent.entry((head, facts.name)).or_default().push((row, cx.head_of(item)));
                        }
                    }
                }
                self.inherent_impls.push(sig);
            }
        }
    }

    fn add_trait(&mut self, cx: &Context<'_>, home: ModId, def: DefId) {
        let DefData::Trait { supers, .. } = &cx.defs.get(cx.sources, def).data else { return };
        let mut env = Env::default();
        let mut sig = TraitSig { params: outer(cx, home, def, &mut env), ..TraitSig::default() };
        sig.supers = supers.iter().filter_map(|path| cx.trait_ref(home, &env, path)).collect();
        let head = cx.head_of(def);
        for item in super::members::children(cx, def) {
            let facts = cx.defs.get(cx.sources, item);
            if let DefData::Alias { bounds, .. } = &facts.data {
                let bounds = bounds.iter().flat_map(|path| cx.trait_refs(home, &env, path)).collect();
                sig.assoc.push((facts.name, bounds));
            } else {
                sig.items.insert(facts.name, cx.head_of(item));
            }
            self.traits_with.entry(facts.name).or_default().push(head);
        }
        self.traits.insert(head, sig);
    }
}

/// The parameters and `Self` of what a definition stands in; returns how many parameters there are.
pub(super) fn outer(cx: &Context<'_>, home: ModId, holder: DefId, env: &mut Env) -> u32 {
    let facts = cx.defs.get(cx.sources, holder);
    match &facts.data {
        DefData::Impl(header) => {
            let count = numbered(cx, home, env, &header.generics, 0);
            env.self_type = Some(cx.lower(home, env, &header.self_ty));
            count
        }
        DefData::Trait { generics, .. } => {
            env.self_type = Some(Type::Param(0));
            let args = (1..=generics.params.len() as u32).map(Type::Param).collect();
            env.hints.push((crate::model::name("Self"), cx.head_of(holder), args));
            numbered(cx, home, env, generics, 1)
        }
        DefData::Adt { generics, .. } => {
            let count = numbered(cx, home, env, generics, 0);
            let args: Arc<[Type]> = (0..count).map(Type::Param).collect();
            env.self_type = Some(cx.adt(holder, args));
            count
        }
        DefData::Variant { .. } => match cx.defs.parent(cx.sources, holder) {
            Some(parent) => outer(cx, home, parent, env),
            None => 0,
        },
        _ => 0,
    }
}

fn bounds(cx: &Context<'_>, home: ModId, env: &Env, generics: &Generics) -> Bounds {
    let mut all = vec![];
    for param in &generics.params {
        let ty = env.get(param.name).cloned().unwrap_or(Type::Unknown);
        all.extend(param.bounds.iter().filter_map(|path| Some((ty.clone(), cx.trait_ref(home, env, path)?))));
    }
    for (ty, paths) in generics.wheres.iter().filter(|(_, paths)| !paths.is_empty()) {
        let ty = cx.lower(home, env, ty);
        all.extend(paths.iter().filter_map(|path| Some((ty.clone(), cx.trait_ref(home, env, path)?))));
    }
    all
}
