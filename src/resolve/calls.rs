//! What calls and fields mean: the method of a receiver's type, the result of a function.

use super::bodies::Walk;
use super::standard::{foreign_call, foreign_method, is_sequence, may_deref};
use super::types::Type;
use super::{ByName, Context, Goal, Why};
use crate::facts::body::MethodCall;
use crate::facts::{DefData, Expr, ExprId};
use crate::model::{DefId, DefKind, Name, Span};
use smallvec::SmallVec;
use std::rc::Rc;

pub(super) type Ids = SmallVec<[DefId; 2]>;

impl Walk<'_> {
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

    /// The field that is assigned to.
    pub(super) fn written(&mut self, base: &Type, name: Name, span: Span) {
        let mut at = Some(base.clone());
        for _ in 0..8 {
            match &at {
                Some(Type::Adt(def, _)) if !self.cx.impls.members.field(*def, name).is_empty() => {
                    return self.mention_fields(*def, name, span);
                }
                Some(other) => at = self.cx.deref(other),
                None => break,
            }
        }
        if base.is_unknown() {
            self.unknown_writes.insert(name);
        }
    }

    pub(super) fn method_call(&mut self, call: &MethodCall) -> Type {
        let receiver = self.expr(call.receiver);
        call.types.iter().for_each(|ty| self.use_type(ty));
        call.args.iter().for_each(|arg| drop(self.expr(*arg)));
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
}
