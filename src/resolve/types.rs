//! Types of values, as far as they are known, and how written types become such.
//!
//! Unknown is a type of its own: whatever is asked of it stays by name.

use super::Context;
pub(crate) use super::environment::Env;
use super::scopes::{Namespace, Res};
use crate::facts::{self, DefData, Generics, Path};
use crate::model::{DefId, DefKind, ModId, Name, name};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A type definition or a trait: of the workspace, or of another crate by its path. Types that have no name of their own
/// go by a sign: `[]`, `&`, `()`, `fn`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub(crate) enum Head {
    /// A definition of the workspace.
    Own(DefId),
    /// A path of another crate, a primitive type, or a sign.
    Ext(Name),
}

impl Head {
    /// The same under whatever path it goes.
    pub(crate) fn bare(self) -> Head {
        match self {
            Head::Ext(path) => Head::Ext(super::prelude::last_name(path)),
            Head::Own(_) => self,
        }
    }
}

/// The signs of types without a name, interned once.
static SIGNS: std::sync::LazyLock<[Name; 4]> = std::sync::LazyLock::new(|| ["&", "[]", "()", "fn"].map(name));

/// A trait with its arguments, as a bound.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct TraitRef {
    pub(crate) of: Head,
    pub(crate) args: Arc<[Type]>,
    /// `Item = T`. Of `Fn(A) -> B` the result is `Output`, and the one argument is the tuple of parameters.
    pub(crate) assoc: Arc<[(Name, Type)]>,
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) enum Type {
    /// Not known.
    Unknown,
    /// Never comes back.
    Never,
    /// Not known yet, in the body that is read.
    Var(u32),
    /// A type parameter of a signature, by its place.
    Param(u32),
    /// An associated type of a type that is not known yet; the trait, where it is known, with its arguments.
    Proj(Arc<(Type, Name, Option<Head>, Vec<Type>)>),
    /// A struct, enum or union of the workspace with its arguments.
    Adt(DefId, Arc<[Type]>),
    /// A type of another crate by its path, or a primitive type, with its arguments.
    Ext(Name, Arc<[Type]>),
    /// `&T`.
    Ref(Arc<Type>),
    /// `[T]`, `[T; N]`.
    Slice(Arc<Type>),
    /// `(A, B)`.
    Tuple(Arc<[Type]>),
    /// Something of which only traits are known: a type parameter in its own body, `impl` and `dyn`.
    Bound(Arc<[TraitRef]>),
    /// A closure or function pointer: parameters and result.
    Fn(Arc<(Vec<Type>, Type)>),
    /// A future of a known result.
    Future(Arc<Type>),
    /// A function or constructor as a value.
    Item(Head),
}

impl Type {
    pub(crate) fn reference(self) -> Type {
        Type::Ref(Arc::new(self))
    }

    pub(crate) fn unit() -> Type {
        Type::Tuple(Arc::new([]))
    }

    /// A type without arguments of another crate.
    pub(crate) fn plain(path: &str) -> Type {
        Type::Ext(name(path), Arc::new([]))
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
        matches!(self, Type::Ext(path, args) if args.is_empty() && !super::prelude::is_path(*path) && *path != "str")
    }

    pub(crate) fn is_unknown(&self) -> bool {
        matches!(self, Type::Unknown)
    }

    /// Whether no part of it is unknown.
    pub(crate) fn is_whole(&self) -> bool {
        match self {
            Type::Unknown | Type::Var(_) | Type::Param(_) | Type::Proj(_) => false,
            Type::Never | Type::Item(_) => true,
            Type::Adt(_, args) | Type::Ext(_, args) | Type::Tuple(args) => args.iter().all(Type::is_whole),
            Type::Ref(inner) | Type::Slice(inner) | Type::Future(inner) => inner.is_whole(),
            Type::Bound(refs) => refs.iter().all(|one| one.args.iter().all(Type::is_whole)),
            Type::Fn(about) => about.0.iter().all(Type::is_whole) && about.1.is_whole(),
        }
    }

    /// What it is by its head; `None` for what has none.
    pub(crate) fn head(&self) -> Option<Head> {
        Some(match self {
            Type::Adt(def, _) => Head::Own(*def),
            Type::Ext(path, _) => Head::Ext(*path),
            Type::Ref(_) => Head::Ext(SIGNS[0]),
            Type::Slice(_) => Head::Ext(SIGNS[1]),
            Type::Tuple(_) => Head::Ext(SIGNS[2]),
            Type::Fn(_) | Type::Item(_) => Head::Ext(SIGNS[3]),
            Type::Bound(refs) => refs.first()?.of,
            Type::Unknown | Type::Never | Type::Var(_) | Type::Param(_) | Type::Proj(_) | Type::Future(_) => {
                return None;
            }
        })
    }

    /// The same with each innermost part replaced.
    pub(crate) fn map(&self, change: &mut dyn FnMut(&Type) -> Option<Type>) -> Type {
        if let Some(changed) = change(self) {
            return changed;
        }
        let many = |types: &[Type], change: &mut dyn FnMut(&Type) -> Option<Type>| -> Arc<[Type]> {
            types.iter().map(|ty| ty.map(change)).collect()
        };
        match self {
            Type::Adt(def, args) if !args.is_empty() => Type::Adt(*def, many(args, change)),
            Type::Ext(path, args) if !args.is_empty() => Type::Ext(*path, many(args, change)),
            Type::Tuple(args) if !args.is_empty() => Type::Tuple(many(args, change)),
            Type::Ref(inner) => Type::Ref(Arc::new(inner.map(change))),
            Type::Slice(inner) => Type::Slice(Arc::new(inner.map(change))),
            Type::Future(inner) => Type::Future(Arc::new(inner.map(change))),
            Type::Proj(about) => {
                let args = about.3.iter().map(|arg| arg.map(change)).collect();
                Type::Proj(Arc::new((about.0.map(change), about.1, about.2, args)))
            }
            Type::Fn(about) => {
                let params = about.0.iter().map(|ty| ty.map(change)).collect();
                Type::Fn(Arc::new((params, about.1.map(change))))
            }
            Type::Bound(refs) => Type::Bound(refs.iter().map(|one| one.map(change)).collect()),
            other => other.clone(),
        }
    }
}

impl TraitRef {
    pub(crate) fn map(&self, change: &mut dyn FnMut(&Type) -> Option<Type>) -> TraitRef {
        TraitRef {
            of: self.of,
            args: self.args.iter().map(|ty| ty.map(change)).collect(),
            assoc: self.assoc.iter().map(|(name, ty)| (*name, ty.map(change))).collect(),
        }
    }

    /// Whether it is `Fn`, `FnMut`, `FnOnce` or one of their async kind.
    pub(crate) fn is_fn(&self) -> bool {
        matches!(self.of, Head::Ext(path) if is_fn_trait(path))
    }

    /// What `Fn(A) -> B` says: the parameters and the result.
    pub(crate) fn signature(&self) -> Option<(Vec<Type>, Type)> {
        let (Some(Type::Tuple(params)), Some((_, output))) = (self.args.first(), self.assoc.first()) else {
            return None;
        };
        self.is_fn().then(|| (params.to_vec(), output.clone()))
    }
}

pub(crate) fn is_fn_trait(path: Name) -> bool {
    let last = super::prelude::last(path);
    matches!(last, "Fn" | "FnMut" | "FnOnce" | "AsyncFn" | "AsyncFnMut" | "AsyncFnOnce")
}

/// A file that more targets mount than this is judged by the first of them: helpers of tests, which all see the same.
pub(crate) const MOST_HOMES: usize = 8;

impl Context<'_> {
    /// The type that a written type means in a module.
    pub(crate) fn lower(&self, module: ModId, env: &Env, ty: &facts::Ty) -> Type {
        // Aliases of aliases may go in circles where alternatives exclude each other.
        super::traits::deeper(Type::Unknown, || self.lower_inside(module, env, ty))
    }

    fn lower_inside(&self, module: ModId, env: &Env, ty: &facts::Ty) -> Type {
        match ty {
            facts::Ty::Path(path) => self.lower_path(module, env, path, 0),
            facts::Ty::Ref(inner) => self.lower(module, env, inner).reference(),
            facts::Ty::Slice(inner) | facts::Ty::Array(inner) => Type::Slice(Arc::new(self.lower(module, env, inner))),
            facts::Ty::Tuple(types) => Type::Tuple(types.iter().map(|ty| self.lower(module, env, ty)).collect()),
            facts::Ty::Impl(bounds) | facts::Ty::Dyn(bounds) => self.bounded(module, env, bounds),
            facts::Ty::Never => Type::Never,
            facts::Ty::Ptr(inner) => Type::Ext(name("*"), Arc::new([self.lower(module, env, inner)])),
            facts::Ty::Fn(params, ret) => {
                let params = params.iter().map(|ty| self.lower(module, env, ty)).collect();
                let ret = ret.as_ref().map_or_else(Type::unit, |ret| self.lower(module, env, ret));
                Type::Fn(Arc::new((params, ret)))
            }
            facts::Ty::Infer | facts::Ty::Unknown => Type::Unknown,
        }
    }

    /// A value of which only traits are known. With `Deref` among them it has the methods of what that gives, if it says.
    pub(crate) fn bounded(&self, module: ModId, env: &Env, bounds: &[Path]) -> Type {
        let mut refs = vec![];
        for bound in bounds {
            let seg = bound.segs.last();
            let target = || seg.and_then(|seg| seg.args.as_ref()).and_then(|args| args.assoc.first());
            if seg.is_some_and(|seg| seg.name.starts_with("Deref")) && target().is_none() {
                return Type::Unknown;
            }
            refs.extend(self.trait_refs(module, env, bound));
        }
        Type::Bound(refs.into())
    }

    /// A trait as a bound; `None` if it cannot be resolved.
    pub(crate) fn trait_ref(&self, module: ModId, env: &Env, path: &Path) -> Option<TraitRef> {
        let found = super::paths::resolve(&self.modules, self, module, path, Namespace::Types).found;
        let mut heads = found.iter().filter_map(|found| match found.res {
            Res::Def(def) if self.defs.kind(def) == DefKind::Trait => Some(self.head_of(def)),
            Res::Ext(path) if !self.is_header() => Some(Head::Ext(self.canonical(path))),
            _ => None,
        });
        // A library may have a trait of its own for those who do without `std`, which nearly nobody does.
        let of = heads.clone().find(|head| head.is_of_std()).filter(|_| self.naming.is_some()).or_else(|| heads.next());
        let last = path.segs.last()?;
        // What cannot be resolved is some trait of which nothing is known.
        let unseen = || Head::Ext(self.unseen(module, path, found.is_empty()).unwrap_or(last.name));
        let of = of.or_else(|| self.lenient_head(last.name)).unwrap_or_else(unseen);
        let Some(args) = &last.args else {
            return Some(TraitRef { of, args: Arc::new([]), assoc: Arc::new([]) });
        };
        let types = args.types.iter().map(|ty| self.lower(module, env, ty));
        if let Some(ret) = &args.ret {
            let ret = ret.as_ref().map_or_else(Type::unit, |ret| self.lower(module, env, ret));
            let params = Type::Tuple(types.collect());
            return Some(TraitRef { of, args: Arc::new([params]), assoc: Arc::new([(name("Output"), ret)]) });
        }
        let assoc = args.assoc.iter().map(|(name, ty)| (*name, self.lower(module, env, ty)));
        Some(TraitRef { of, args: types.collect(), assoc: assoc.collect() })
    }

    fn lower_path(&self, module: ModId, env: &Env, path: &Path, depth: u32) -> Type {
        if depth > 8 {
            return Type::Unknown;
        }
        if let Some(qself) = &path.qself {
            let own = self.lower(module, env, &qself.0);
            return match path.segs.last() {
                Some(last) if path.segs.len() == qself.1 as usize + 1 => {
                    let segs = path.segs[..qself.1 as usize].to_vec();
                    let of = Path { qself: None, segs, ..path.clone() };
                    let of = self.trait_ref(module, env, &of);
                    let args = of.as_ref().map_or(&[][..], |of| &of.args[..]);
                    self.project_by(&own, last.name, of.as_ref().map(|of| of.of), args)
                }
                _ => Type::Unknown,
            };
        }
        let known =
            path.segs.first().filter(|_| path.lead == facts::types::Lead::Plain).and_then(|seg| env.get(seg.name));
        if let Some(known) = known {
            let first = path.segs.first().map(|seg| seg.name);
            let mut hint = env.hints.iter().find(|(param, ..)| Some(*param) == first);
            return path.segs[1..].iter().fold(known.clone(), |ty, seg| match hint.take() {
                Some((_, of, args)) => self.project_by(&ty, seg.name, Some(*of), args),
                None => self.project(&ty, seg.name, None),
            });
        }
        if path.segs.first().is_some_and(|seg| seg.name == "Self") {
            return Type::Unknown;
        }
        let resolved = super::paths::resolve(&self.modules, self, module, path, Namespace::Types);
        let args = || -> Arc<[Type]> {
            let args = path.segs.last().and_then(|seg| seg.args.as_ref());
            args.into_iter().flat_map(|args| &args.types).map(|ty| self.lower(module, env, ty)).collect()
        };
        match self.agreed(&resolved, path.segs.len()) {
            Some(Res::Def(def)) => self.applied(def, args(), depth),
            // `use std::str` brings in a module, which is no type: the primitive one is meant.
            Some(Res::Ext(path)) if is_module_of_primitive(path) => Type::plain(super::prelude::last(path)),
            Some(Res::Ext(path)) if !self.is_header() || !super::prelude::is_path(path) => {
                self.with_defaults(self.foreign(path, args()))
            }
            _ => match path.segs.last().and_then(|seg| self.lenient(seg.name)) {
                Some(def) => self.applied(def, args(), depth),
                None => {
                    let unseen = self.unseen(module, path, resolved.found.is_empty());
                    unseen.map_or(Type::Unknown, |path| Type::Ext(path, args()))
                }
            },
        }
    }

    /// What all meanings of a path are: two imports under conditions may lead to one thing.
    fn agreed(&self, resolved: &super::paths::Resolved, names: usize) -> Option<Res> {
        let canonical = |res: Res| match res {
            Res::Ext(path) => Res::Ext(self.canonical(path)),
            other => other,
        };
        let (first, others) = resolved.found.split_first()?;
        // In a library, alternatives of one path are one.
        let same = |other: &super::paths::Found| match (first.res, other.res) {
            (Res::Def(one), Res::Def(other)) => self.head_of(one) == self.head_of(other),
            (one, other) => canonical(one) == canonical(other),
        };
        (first.used == names && others.iter().all(same)).then_some(first.res)
    }

    /// A type of another crate; aliases of known crates are looked through.
    pub(crate) fn foreign(&self, path: Name, args: Arc<[Type]>) -> Type {
        let path = self.canonical(path);
        if self.naming.is_none() && super::unseen::is_unseen(path) {
            return Type::Unknown;
        }
        match self.library_of(path).and_then(|library| library.aliases.get(&path)) {
            Some(alias) => match self.with_defaults(Type::Ext(path, args)) {
                Type::Ext(_, args) => self.substitute(alias, &args),
                other => other,
            },
            None => Type::Ext(path, args),
        }
    }

    /// A type definition with arguments; aliases are looked through.
    fn applied(&self, def: DefId, args: Arc<[Type]>, depth: u32) -> Type {
        let facts = self.defs.get(self.sources, def);
        match &facts.data {
            DefData::Adt { generics, .. } => self.adt(def, self.completed(def, generics, args)),
            DefData::Alias { generics, ty: Some(ty), .. } if facts.kind == DefKind::TypeAlias => {
                let Some(module) = self.modules.home(def) else { return Type::Unknown };
                let env = Env { params: self.bind(generics, &args, module), ..Env::default() };
                match &**ty {
                    facts::Ty::Path(path) => self.lower_path(module, &env, path, depth + 1),
                    other => self.lower(module, &env, other),
                }
            }
            DefData::Trait { .. } => {
                Type::Bound(Arc::new([TraitRef { of: self.head_of(def), args, assoc: Arc::new([]) }]))
            }
            _ => Type::Unknown,
        }
    }

    /// Parameters with the arguments given for them, in order; those left out have their default, or are unknown.
    pub(super) fn bind(&self, generics: &Generics, args: &[Type], module: ModId) -> Vec<(Name, Type)> {
        let mut env = Env::default();
        for (at, param) in generics.params.iter().enumerate() {
            let default = || param.default.as_ref().map(|ty| self.lower(module, &env, ty));
            let ty = args.get(at).cloned().or_else(default).unwrap_or(Type::Unknown);
            env.params.push((param.name, ty));
        }
        env.params
    }

    /// The type of a definition; a library knows its own by path.
    pub(crate) fn adt(&self, def: DefId, args: Arc<[Type]>) -> Type {
        match self.head_of(def) {
            Head::Own(def) => Type::Adt(def, args),
            Head::Ext(path) if path.as_str().starts_with("std::primitive::") => match path.as_str() {
                "std::primitive::Pointer" => Type::Ext(name("*"), args),
                "std::primitive::Float" => Type::plain("{float}"),
                _ => Type::plain("{integer}"),
            },
            Head::Ext(path) => Type::Ext(path, args),
        }
    }
}

/// `std::str`, `core::u8`: the modules that have the names of primitive types.
fn is_module_of_primitive(path: Name) -> bool {
    let krate = path.as_str().rsplit_once("::").map(|(krate, _)| krate);
    krate.is_some_and(|krate| super::prelude::STANDARD.contains(&krate))
        && super::prelude::is_primitive(super::prelude::last_name(path))
}
