//! What paths, calls and fields mean.

use super::bodies::Walk;
use super::paths::{Found, Kinds};
use super::scopes::{Namespace, Res};
use super::types::Type;
use super::{ByName, Context, Goal, Why, prelude};
use crate::facts::body::MethodCall;
use crate::facts::{DefData, Expr, ExprId, Path};
use crate::model::{DefId, DefKind, Name, Span};
use smallvec::SmallVec;
use std::rc::Rc;

type Ids = SmallVec<[DefId; 2]>;

impl Walk<'_> {
    /// A path as a type or bound.
    pub(super) fn type_path(&mut self, path: &Path) {
        self.path_args(path);
        self.path_meaning(path, Namespace::Types, false);
    }

    fn path_args(&mut self, path: &Path) {
        if let Some(qself) = &path.qself {
            self.use_type(&qself.0);
        }
        for args in path.segs.iter().filter_map(|seg| seg.args.as_ref()) {
            args.types.iter().for_each(|ty| self.use_type(ty));
            args.assoc.iter().for_each(|(_, ty)| self.use_type(ty));
            args.bounds.iter().for_each(|bound| self.use_bound(bound));
            args.ret.iter().flatten().for_each(|ty| self.use_type(ty));
        }
    }

    /// A macro by its path, or else by textual scope: any of that name that could be seen here.
    pub(super) fn use_macro(&mut self, path: &Path) {
        let resolved = super::paths::resolve(&self.cx.modules, self.cx, self.module, path, Namespace::Macros);
        resolved.imports.iter().for_each(|import| self.refer(*import, path.span));
        let mut known = false;
        for found in resolved.found {
            if let Res::Def(def) = found.res {
                known |= self.cx.kind(def) == DefKind::Macro;
                self.refer(def, path.span);
            }
        }
        if let (Some(last), false) = (path.segs.last(), known) {
            let named = self.cx.impls.members.by_name.get(&last.name);
            let macros: Vec<DefId> = (named.into_iter().flatten().copied())
                .filter(|def| is_macro(self.cx, *def) && self.cx.in_textual_scope(*def, self.module))
                .collect();
            macros.into_iter().for_each(|def| self.refer(def, path.span));
        }
    }

    /// The definitions that a path means, with edges to them; `pattern` if it only looks at a variant.
    pub(super) fn path_meaning(&mut self, path: &Path, namespace: Namespace, pattern: bool) -> (Ids, Type) {
        let span = path.span;
        if let Some(qself) = &path.qself {
            return self.qualified_meaning(path, &qself.0, qself.1 as usize);
        }
        let head = path.segs.first();
        if path.lead == crate::facts::types::Lead::Plain
            && let Some(head) = head
        {
            let known = match head.name.as_str() {
                "Self" => Some(self.env.self_type.clone().unwrap_or(Type::Unknown)),
                _ => self.env.params.iter().rev().find(|(param, _)| *param == head.name).map(|(_, ty)| ty.clone()),
            };
            if let Some(ty) = known {
                return self.in_type(&ty, path, 1, pattern);
            }
        }
        let resolved = super::paths::resolve(&self.cx.modules, self.cx, self.module, path, namespace);
        resolved.imports.iter().for_each(|import| self.refer(*import, span));
        if resolved.found.is_empty() {
            self.unresolved(path);
            return (Ids::new(), Type::Unknown);
        }
        let mut meant = Ids::new();
        let mut owner = Type::Unknown;
        for found in &resolved.found {
            owner = self.found_meaning(path, *found, pattern, &mut meant);
        }
        if resolved.found.len() > 1 {
            owner = Type::Unknown;
        }
        (meant, owner)
    }

    fn found_meaning(&mut self, path: &Path, found: Found, pattern: bool, meant: &mut Ids) -> Type {
        let whole = found.used >= path.segs.len();
        match found.res {
            Res::Def(def) if whole => {
                self.mention(def, path.span, pattern);
                meant.push(def);
                Type::Unknown
            }
            Res::Def(def) => {
                self.refer(def, path.span);
                let ty = self.cx.type_of_def(def);
                let (inner, owner) = self.in_type(&ty, path, found.used, pattern);
                meant.extend(inner);
                owner
            }
            Res::Mod(module) => {
                if !whole {
                    self.unresolved(path);
                } else if let Some(def) = self.cx.modules.get(module).def {
                    self.refer(def, path.span);
                }
                Type::Unknown
            }
            Res::Ext(_) => {
                // `String::extension()`: an item of a trait of the workspace on a foreign type.
                if let Some(last) = path.segs.last().filter(|_| path.segs.len() > 1) {
                    self.trait_item_named(last.name, path.span);
                }
                Type::Unknown
            }
        }
    }

    /// A variant in a pattern is looked at, not made: that keeps its enum, not the variant.
    fn mention(&mut self, def: DefId, span: Span, pattern: bool) {
        match self.cx.kind(def) {
            DefKind::Variant if pattern => {
                if let Some(parent) = self.cx.defs.parent(self.cx.sources, def) {
                    self.refer(parent, span);
                }
            }
            _ => self.refer(def, span),
        }
    }

    /// The names of a path behind a type.
    fn in_type(&mut self, ty: &Type, path: &Path, used: usize, pattern: bool) -> (Ids, Type) {
        let span = path.span;
        let Some(seg) = path.segs.get(used) else {
            if let Type::Adt(def, _) = ty {
                self.refer(*def, span);
                return (SmallVec::from_slice(&[*def]), ty.clone());
            }
            return (Ids::new(), ty.clone());
        };
        if path.segs.len() > used + 1 {
            // `T::Item::method`: what `T::Item` is, is not known.
            self.member_of(ty, seg.name, span, pattern);
            if let Some(last) = path.segs.last() {
                self.edge(Goal::Named(ByName::Member, last.name), span, Why::UnknownPath);
            }
            return (Ids::new(), Type::Unknown);
        }
        (self.member_of(ty, seg.name, span, pattern), ty.clone())
    }

    fn member_of(&mut self, ty: &Type, name: Name, span: Span, pattern: bool) -> Ids {
        let members = &self.cx.impls.members;
        let found: Ids = match ty.peeled() {
            Type::Adt(def, _) => {
                let own = members.variants(*def, name).iter().chain(members.inherent(*def, name)).copied();
                // An inherent item may be for other arguments of the type than those that are meant.
                own.chain(members.items_of_traits(*def, name)).collect()
            }
            Type::Bound(traits) => members.items_of_bounds(traits, name).into_iter().collect(),
            Type::Unknown => {
                self.edge(Goal::Named(ByName::Member, name), span, Why::UnknownPath);
                return Ids::new();
            }
            _ => Ids::new(),
        };
        if found.is_empty() {
            self.trait_item_named(name, span);
        }
        for def in &found {
            self.mention(*def, span, pattern);
        }
        found
    }

    fn trait_item_named(&mut self, name: Name, span: Span) {
        if self.cx.impls.members.any_trait_declares(name) {
            self.edge(Goal::Named(ByName::TraitItem, name), span, Why::ForeignReceiver);
        }
    }

    /// `<T as Trait>::name`, `<T>::name`.
    fn qualified_meaning(&mut self, path: &Path, ty: &crate::facts::Ty, position: usize) -> (Ids, Type) {
        let own = self.cx.lower(self.module, &self.env, ty);
        if position == 0 {
            return self.in_type(&own, path, 0, false);
        }
        let of_trait = Path { qself: None, segs: path.segs[..position].to_vec(), ..path.clone() };
        let (traits, _) = self.path_meaning(&of_trait, Namespace::Types, false);
        let Some(seg) = path.segs.get(position) else { return (Ids::new(), Type::Unknown) };
        let members = &self.cx.impls.members;
        let found: Ids = traits.iter().flat_map(|one| members.trait_item(*one, seg.name)).copied().collect();
        for def in &found {
            self.refer(*def, path.span);
        }
        if let Some(last) = path.segs.get(position + 1..).and_then(<[_]>::last) {
            self.edge(Goal::Named(ByName::Member, last.name), path.span, Why::UnknownPath);
            return (Ids::new(), Type::Unknown);
        }
        (found, own)
    }

    fn unresolved(&mut self, path: &Path) {
        for seg in &path.segs {
            self.edge(Goal::Named(ByName::Any, seg.name), path.span, Why::UnknownPath);
        }
    }

    /// A path as a value: its type, and the functions or constructors that it means with their owner.
    pub(super) fn value_path(&mut self, path: &Path) -> (Type, Ids, Type) {
        self.path_args(path);
        if let Some(seg) = path.single()
            && let Some((_, ty)) = self.locals.iter().rev().find(|(local, _)| *local == seg.name)
        {
            let ty = ty.clone();
            if self.conditional_locals.contains(&seg.name) {
                // Under another condition the name means something else.
                self.path_meaning(path, Namespace::Values, false);
                return (Type::Unknown, Ids::new(), Type::Unknown);
            }
            return (ty, Ids::new(), Type::Unknown);
        }
        let (meant, owner) = self.path_meaning(path, Namespace::Values, false);
        let ty = match meant[..] {
            [def] => self.cx.value_type(def, &owner),
            _ => Type::Unknown,
        };
        (ty, meant, owner)
    }

    /// The path of a struct literal or of a pattern with fields.
    pub(super) fn constructed(&mut self, path: &Path) -> (Type, Ids) {
        self.constructed_or_matched(path, false)
    }

    pub(super) fn constructed_or_matched(&mut self, path: &Path, pattern: bool) -> (Type, Ids) {
        self.path_args(path);
        let (meant, owner) = self.path_meaning(path, Namespace::Types, pattern);
        let ty = match meant[..] {
            [def] if self.cx.kind(def) == DefKind::Variant => match owner {
                Type::Adt(..) => owner,
                _ => self.cx.returned(def, &Type::Unknown),
            },
            [def] => match owner {
                Type::Adt(..) => owner,
                _ => self.cx.type_of_def(def),
            },
            _ => Type::Unknown,
        };
        (ty, meant)
    }

    pub(super) fn call(&mut self, func: ExprId, args: &[ExprId]) -> Type {
        let body = self.body;
        let (ty, meant, owner) = match &body.exprs[func as usize] {
            Expr::Path(path) => self.value_path(&body.paths[*path as usize]),
            _ => (self.expr(func), Ids::new(), Type::Unknown),
        };
        let args: Vec<Type> = args.iter().map(|arg| self.expr(*arg)).collect();
        match (&meant[..], ty) {
            ([def], _) => self.cx.returned(*def, &owner),
            ([], Type::Item(def)) => self.cx.returned(def, &Type::Unknown),
            ([], _) => match &body.exprs[func as usize] {
                Expr::Path(path) => foreign_call(body.paths[*path as usize].segs.last().map(|seg| seg.name), &args),
                _ => Type::Unknown,
            },
            _ => Type::Unknown,
        }
    }

    pub(super) fn field(&mut self, base: &Type, name: Name, span: Span) -> Type {
        let mut at = base.clone();
        for _ in 0..8 {
            if let (Type::Tuple(items), Ok(index)) = (&at, name.parse::<usize>()) {
                return items.get(index).cloned().unwrap_or(Type::Unknown);
            }
            if let Type::Adt(def, _) = &at {
                match self.cx.impls.members.field(*def, name) {
                    [] => {}
                    [field] => {
                        self.refer(*field, span);
                        return self.cx.declared(*field, &at);
                    }
                    fields => {
                        fields.iter().for_each(|field| self.refer(*field, span));
                        return Type::Unknown;
                    }
                }
            }
            match self.cx.deref(&at) {
                Some(inner) => at = inner,
                None => break,
            }
        }
        self.edge(Goal::Named(ByName::Field, name), span, Why::UnknownReceiver);
        Type::Unknown
    }

    pub(super) fn method_call(&mut self, call: &MethodCall) -> Type {
        let receiver = self.expr(call.receiver);
        call.types.iter().for_each(|ty| self.use_type(ty));
        let args: Vec<Type> = call.args.iter().map(|arg| self.expr(*arg)).collect();
        let _ = args;
        let mut at = receiver.clone();
        for _ in 0..8 {
            match self.probe(&at, call) {
                Probe::Found(ty) => {
                    self.calls.exact += 1;
                    return ty;
                }
                Probe::Unknown => {
                    self.calls.unknown += 1;
                    self.edge(Goal::Named(ByName::Method, call.name), call.span, Why::UnknownReceiver);
                    return foreign_method(&receiver, call.name);
                }
                Probe::Beyond => match self.cx.deref(&at) {
                    Some(inner) => {
                        // A trait may be implemented for the reference or pointer itself.
                        let items = self.cx.impls.members.items_on_others(call.name);
                        items.into_iter().for_each(|item| self.refer(item, call.span));
                        at = inner;
                    }
                    None => break,
                },
            }
        }
        // A foreign type has the methods of its crate, and those of traits that are implemented for it here.
        if self.cx.impls.members.any_trait_declares(call.name) {
            self.calls.foreign += 1;
            self.trait_item_named(call.name, call.span);
        } else {
            self.calls.exact += 1;
        }
        foreign_method(&receiver, call.name)
    }

    /// Looks for a method on a type itself, not on what it dereferences to.
    fn probe(&mut self, ty: &Type, call: &MethodCall) -> Probe {
        let members = &self.cx.impls.members;
        let found: Ids = match ty {
            Type::Unknown | Type::Item(_) | Type::Never => return Probe::Unknown,
            Type::Adt(def, _) => {
                // A trait method that takes `self` goes before an inherent one that takes `&self`: both are kept.
                let mut items: Ids = members.inherent(*def, call.name).iter().copied().collect();
                items.extend(members.items_of_traits(*def, call.name));
                // `impl<T: Bound> Trait for T` need not hold for this type; then the search goes on behind it.
                if !members.surely_has(*def, call.name) && members.is_open(*def) {
                    for item in &items {
                        self.refer(*item, call.span);
                    }
                    return Probe::Unknown;
                }
                items
            }
            Type::Bound(traits) => {
                if traits.iter().any(|one| members.is_open(*one)) {
                    return Probe::Unknown;
                }
                members.items_of_bounds(traits, call.name).into_iter().collect()
            }
            Type::Ext(path, args) if may_deref(*path, args) => return Probe::Unknown,
            Type::Future(_) | Type::Ext(..) | Type::Ref(_) | Type::Slice(_) | Type::Tuple(_) => return Probe::Beyond,
        };
        for def in &found {
            self.refer(*def, call.span);
        }
        match found[..] {
            [] => Probe::Beyond,
            [def] => Probe::Found(self.cx.returned(def, ty)),
            _ => Probe::Found(Type::Unknown),
        }
    }
}

/// The outcome of looking for a method on one type.
enum Probe {
    /// Found; what it gives back.
    Found(Type),
    /// The type is not known well enough.
    Unknown,
    /// Not on this type; perhaps on what it dereferences to.
    Beyond,
}

impl Context<'_> {
    /// Whether a macro could be named here without a path: it stands in a module around, in one with `#[macro_use]`
    /// inside of such, or is exported.
    fn in_textual_scope(&self, def: DefId, from: crate::model::ModId) -> bool {
        let facts = self.defs.get(self.sources, def);
        if !matches!(facts.data, DefData::Macro { exported: false }) {
            return true;
        }
        let file = self.defs.file(def);
        let homes = self.modules.of_file(file).map(|first| crate::model::ModId(first.0 + facts.scope));
        homes.into_iter().any(|home| {
            let mut at = home;
            while let Some(parent) = self.modules.get(at).parent {
                let module = self.modules.get(at).def.map(|def| self.defs.get(self.sources, def));
                let opened = module.is_some_and(|module| module.attrs.has("macro_use"));
                let included = self.modules.get(at).falls_through && self.modules.get(at).scope == 0;
                if !opened && !included {
                    break;
                }
                at = parent;
            }
            self.modules.is_within(from, at)
        })
    }

    /// The type that a definition is, without arguments.
    pub(crate) fn type_of_def(&self, def: DefId) -> Type {
        let facts = self.defs.get(self.sources, def);
        match &facts.data {
            _ if facts.kind.is_adt() => Type::Adt(def, Rc::new([])),
            DefData::Trait { .. } => Type::Bound(Rc::new([def])),
            DefData::Alias { ty: Some(ty), .. } => match self.modules.home(def) {
                Some(module) => self.lower(module, &self.env_of(def, &Type::Unknown), ty),
                None => Type::Unknown,
            },
            _ => Type::Unknown,
        }
    }

    /// The type of a definition that is used as a value.
    pub(crate) fn value_type(&self, def: DefId, owner: &Type) -> Type {
        let facts = self.defs.get(self.sources, def);
        match (&facts.data, facts.kind) {
            (_, DefKind::Constant | DefKind::Static | DefKind::AssociatedConstant) => self.declared(def, owner),
            (DefData::Variant { unit: true, .. }, _) => self.returned(def, owner),
            (DefData::Adt { .. }, _) if super::members::children(self, def).is_empty() => self.returned(def, owner),
            _ => Type::Item(def),
        }
    }

    /// What a loop over a value gives.
    pub(crate) fn item_type(&self, source: &Type) -> Type {
        match source {
            Type::Slice(item) => (**item).clone(),
            Type::Ext(path, args) if is_sequence(*path) => args.first().cloned().unwrap_or(Type::Unknown),
            Type::Ref(inner) => match self.item_type(inner) {
                Type::Unknown => Type::Unknown,
                item => item.reference(),
            },
            _ => Type::Unknown,
        }
    }

    /// What an index gives; an index that is a range gives the same again, which makes it unknown.
    pub(crate) fn indexed(&self, base: &Type) -> Type {
        let _ = base;
        Type::Unknown
    }
}

fn is_macro(cx: &Context<'_>, def: DefId) -> bool {
    let facts = cx.defs.get(cx.sources, def);
    let procedural = facts.attrs.others.iter().any(|attr| attr.path.starts_with("proc_macro"));
    facts.kind == DefKind::Macro || procedural
}

fn is_sequence(path: Name) -> bool {
    matches!(prelude::last(path), "Vec" | "VecDeque" | "HashSet" | "BTreeSet" | "Option")
}

/// Whether a foreign type could dereference to one of the workspace: only through its arguments.
fn may_deref(path: Name, args: &[Type]) -> bool {
    fn local(ty: &Type) -> bool {
        match ty {
            Type::Ext(_, args) | Type::Tuple(args) => args.iter().any(local),
            Type::Ref(inner) | Type::Slice(inner) => local(inner),
            _ => true,
        }
    }
    if !prelude::is_standard(path) {
        return args.iter().any(local);
    }
    const PLAIN: [&str; 32] = [
        "Vec",
        "VecDeque",
        "HashMap",
        "BTreeMap",
        "HashSet",
        "BTreeSet",
        "IndexMap",
        "IndexSet",
        "BinaryHeap",
        "Option",
        "Result",
        "Mutex",
        "RwLock",
        "RefCell",
        "Cell",
        "OnceLock",
        "OnceCell",
        "Sender",
        "Receiver",
        "UnboundedSender",
        "UnboundedReceiver",
        "Weak",
        "PhantomData",
        "JoinHandle",
        "SyncSender",
        "Iter",
        "IterMut",
        "IntoIter",
        "Range",
        "SmallVec",
        "Poll",
        "ControlFlow",
    ];
    let name = prelude::last(path);
    !PLAIN.contains(&name) && !prelude::is_pointer(path) && args.iter().any(local)
}

/// What a few functions of `std` give back.
fn foreign_call(name: Option<Name>, args: &[Type]) -> Type {
    let wrapped = |path: &str| Type::Ext(crate::model::name(path), args.to_vec().into());
    match name.map(Name::as_str) {
        Some("Some") => wrapped("std::option::Option"),
        Some("Ok") => wrapped("std::result::Result"),
        _ => Type::Unknown,
    }
}

/// What a few methods of `std` give back.
fn foreign_method(receiver: &Type, name: Name) -> Type {
    match (receiver.peeled(), name.as_str()) {
        (Type::Ext(path, args), "unwrap" | "expect" | "unwrap_or_default" | "unwrap_or" | "unwrap_or_else")
            if matches!(prelude::last(*path), "Option" | "Result") && !matches!(receiver, Type::Ref(_)) =>
        {
            args.first().cloned().unwrap_or(Type::Unknown)
        }
        (ty @ (Type::Adt(..) | Type::Ext(..)), "clone") => ty.clone(),
        _ => Type::Unknown,
    }
}
