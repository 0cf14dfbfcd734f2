//! Types of values, as far as they are known.
//!
//! Unknown is a type of its own: whatever is asked of it stays by name.

use super::Context;
use super::prelude;
use super::scopes::{Namespace, Res};
use crate::facts::{self, DefData, Generics, Path};
use crate::model::{DefId, DefKind, ModId, Name};
use std::rc::Rc;

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    /// Not known.
    Unknown,
    /// A struct, enum or union of the workspace with its arguments.
    Adt(DefId, Rc<[Type]>),
    /// A type of another crate by its path, or a primitive type, with its arguments.
    Ext(Name, Rc<[Type]>),
    /// `&T`.
    Ref(Rc<Type>),
    /// `[T]`, `[T; N]`.
    Slice(Rc<Type>),
    /// `(A, B)`.
    Tuple(Rc<[Type]>),
    /// A type parameter in scope, or `Self` of a trait, with the traits of the workspace that bound it.
    Bound(Rc<[DefId]>),
    /// A future of a known result.
    Future(Rc<Type>),
    /// A function or constructor of the workspace as a value.
    Item(DefId),
    /// Never comes back.
    Never,
}

impl Type {
    pub(crate) fn reference(self) -> Type {
        Type::Ref(Rc::new(self))
    }

    /// The type behind all references.
    pub(crate) fn peeled(&self) -> &Type {
        match self {
            Type::Ref(inner) => inner.peeled(),
            other => other,
        }
    }

    /// A number, `bool` or `char`.
    pub(crate) fn is_primitive(&self) -> bool {
        matches!(self, Type::Ext(path, args) if args.is_empty() && !path.contains("::") && *path != "str")
    }

    pub(crate) fn is_unknown(&self) -> bool {
        matches!(self, Type::Unknown)
    }
}

/// A file that more targets mount than this is judged by the first of them: helpers of tests, which all see the same.
const MOST_HOMES: usize = 8;

/// What stands for the type parameters of a definition, and for its `Self`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Env {
    pub(crate) params: Vec<(Name, Type)>,
    pub(crate) self_type: Option<Type>,
}

impl Env {
    fn get(&self, name: Name) -> Option<&Type> {
        self.params.iter().rev().find(|(param, _)| *param == name).map(|(_, ty)| ty)
    }
}

impl Context<'_> {
    /// The type that a written type means in a module.
    pub(crate) fn lower(&self, module: ModId, env: &Env, ty: &facts::Ty) -> Type {
        match ty {
            facts::Ty::Path(path) => self.lower_path(module, env, path, 0),
            facts::Ty::Ref(inner) => self.lower(module, env, inner).reference(),
            facts::Ty::Slice(inner) | facts::Ty::Array(inner) => Type::Slice(Rc::new(self.lower(module, env, inner))),
            facts::Ty::Tuple(types) => Type::Tuple(types.iter().map(|ty| self.lower(module, env, ty)).collect()),
            facts::Ty::Impl(bounds) | facts::Ty::Dyn(bounds) => self.bounded(module, env, bounds),
            facts::Ty::Never => Type::Never,
            facts::Ty::Ptr(_) | facts::Ty::Fn(..) | facts::Ty::Infer | facts::Ty::Unknown => Type::Unknown,
        }
    }

    /// A value of which only traits are known. With a foreign trait among them more could be meant than is listed.
    pub(crate) fn bounded(&self, module: ModId, env: &Env, bounds: &[Path]) -> Type {
        let mut traits = vec![];
        for bound in bounds {
            // What it dereferences to has methods as well.
            if bound.segs.last().is_some_and(|seg| seg.name.starts_with("Deref")) {
                return Type::Unknown;
            }
            if let Some(future) = self.future_output(module, env, bound) {
                return future;
            }
            let found = super::paths::resolve(&self.modules, self, module, bound, Namespace::Types);
            traits.extend(found.found.iter().filter_map(|found| match found.res {
                Res::Def(def) => Some(def),
                _ => None,
            }));
        }
        Type::Bound(traits.into())
    }

    fn future_output(&self, module: ModId, env: &Env, bound: &Path) -> Option<Type> {
        let seg = bound.segs.last().filter(|seg| seg.name == "Future")?;
        let output = seg.args.as_ref()?.assoc.iter().find(|(name, _)| *name == "Output")?;
        Some(Type::Future(Rc::new(self.lower(module, env, &output.1))))
    }

    fn lower_path(&self, module: ModId, env: &Env, path: &Path, depth: u32) -> Type {
        if path.qself.is_some() || depth > 8 {
            return Type::Unknown;
        }
        if let Some(seg) = path.single() {
            if seg.name == "Self" {
                return env.self_type.clone().unwrap_or(Type::Unknown);
            }
            if let Some(ty) = env.get(seg.name) {
                return ty.clone();
            }
        } else if path.segs.first().is_some_and(|seg| seg.name == "Self" || env.get(seg.name).is_some()) {
            return Type::Unknown;
        }
        let resolved = super::paths::resolve(&self.modules, self, module, path, Namespace::Types);
        let [found] = resolved.found[..] else { return Type::Unknown };
        if found.used != path.segs.len() {
            return Type::Unknown;
        }
        let args: Vec<Type> = (path.segs.last().and_then(|seg| seg.args.as_ref()))
            .map(|args| args.types.iter().map(|ty| self.lower(module, env, ty)).collect())
            .unwrap_or_default();
        match found.res {
            Res::Ext(path) => Type::Ext(path, args.into()),
            Res::Def(def) => self.applied(def, args, depth),
            Res::Mod(_) => Type::Unknown,
        }
    }

    /// A type definition with arguments; aliases are looked through.
    fn applied(&self, def: DefId, args: Vec<Type>, depth: u32) -> Type {
        let facts = self.defs.get(self.sources, def);
        match &facts.data {
            _ if facts.kind.is_adt() => Type::Adt(def, args.into()),
            DefData::Alias { generics, ty: Some(ty), .. } if facts.kind == DefKind::TypeAlias => {
                let Some(module) = self.modules.home(def) else { return Type::Unknown };
                let env = Env { params: bind(generics, &args), self_type: None };
                match &**ty {
                    facts::Ty::Path(path) => self.lower_path(module, &env, path, depth + 1),
                    other => self.lower(module, &env, other),
                }
            }
            DefData::Trait { .. } => Type::Bound(Rc::new([def])),
            _ => Type::Unknown,
        }
    }

    /// What a wrapper that dereferences to its argument holds.
    pub(crate) fn deref(&self, ty: &Type) -> Option<Type> {
        match ty {
            Type::Ref(inner) => Some((**inner).clone()),
            Type::Ext(path, args) => {
                if prelude::is_pointer(*path) {
                    args.first().cloned()
                } else {
                    None
                }
            }
            _ => None,
        }
    }

    /// The environment in which the signature of `def` is read, when it is reached through `owner`.
    pub(crate) fn env_of(&self, def: DefId, owner: &Type) -> Env {
        let mut env = Env { params: vec![], self_type: Some(owner.clone()) };
        if let Some(generics) = self.generics_of(def) {
            env.params.extend(generics.params.iter().map(|param| (param.name, Type::Unknown)));
        }
        let Some(parent) = self.defs.parent(self.sources, def) else { return env };
        let args: &[Type] = match owner.peeled() {
            Type::Adt(_, args) => args,
            _ => &[],
        };
        match &self.defs.get(self.sources, parent).data {
            DefData::Impl(header) => {
                env.params.extend(header.generics.params.iter().map(|param| (param.name, Type::Unknown)));
                env.params.extend(matched(&header.self_ty, args));
                if !matches!(owner, Type::Adt(..)) {
                    let module = self.modules.home(def);
                    env.self_type = module.map(|module| self.lower(module, &env, &header.self_ty));
                }
            }
            DefData::Adt { generics, .. } => env.params.extend(bind(generics, args)),
            DefData::Trait { generics, .. } => {
                env.params.extend(generics.params.iter().map(|param| (param.name, Type::Unknown)));
            }
            DefData::Variant { .. } => {
                let adt = self.defs.parent(self.sources, parent);
                if let Some(DefData::Adt { generics, .. }) = adt.map(|adt| &self.defs.get(self.sources, adt).data) {
                    env.params.extend(bind(generics, args));
                }
            }
            _ => {}
        }
        env
    }

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

    /// The type of a field, constant or static, as seen through a value of type `owner`.
    pub(crate) fn declared(&self, def: DefId, owner: &Type) -> Type {
        let DefData::Typed(ty) = &self.defs.get(self.sources, def).data else { return Type::Unknown };
        self.lower_at_home(def, &self.env_of(def, owner), ty)
    }

    /// The type that a definition's text means, if it means the same wherever its file is mounted.
    fn lower_at_home(&self, def: DefId, env: &Env, ty: &facts::Ty) -> Type {
        let mut homes = self.modules.homes(def).iter();
        let Some(first) = homes.next() else { return Type::Unknown };
        let lowered = self.lower(*first, env, ty);
        let same = homes.take(MOST_HOMES).all(|home| self.lower(*home, env, ty) == lowered);
        if same { lowered } else { Type::Unknown }
    }

    /// What a function gives back when it is called through `owner`.
    pub(crate) fn returned(&self, def: DefId, owner: &Type) -> Type {
        let facts = self.defs.get(self.sources, def);
        match &facts.data {
            DefData::Fn(sig) => {
                let ret = match &sig.ret {
                    Some(ty) => self.lower_at_home(def, &self.env_of(def, owner), ty),
                    None => Type::Tuple(Rc::new([])),
                };
                if sig.is_async { Type::Future(Rc::new(ret)) } else { ret }
            }
            DefData::Variant { .. } => {
                let parent = self.defs.parent(self.sources, def);
                parent.map_or(Type::Unknown, |parent| Type::Adt(parent, Rc::new([])))
            }
            DefData::Adt { .. } => Type::Adt(def, Rc::new([])),
            _ => Type::Unknown,
        }
    }
}

/// Parameters with the arguments given for them, in order; those left out are unknown.
fn bind(generics: &Generics, args: &[Type]) -> Vec<(Name, Type)> {
    let params = generics.params.iter().enumerate();
    params.map(|(at, param)| (param.name, args.get(at).cloned().unwrap_or(Type::Unknown))).collect()
}

/// What the parameters of `impl<T> Name<T>` stand for, given the arguments of `Name`.
fn matched(header: &facts::Ty, args: &[Type]) -> Vec<(Name, Type)> {
    let facts::Ty::Path(path) = header else { return vec![] };
    let written = path.segs.last().and_then(|seg| seg.args.as_ref());
    let pairs = written.into_iter().flat_map(|written| written.types.iter().zip(args));
    let named = pairs.filter_map(|(written, arg)| match written {
        facts::Ty::Path(path) => Some((path.single()?.name, arg.clone())),
        _ => None,
    });
    named.collect()
}
