//! What calls and fields mean: the method of a receiver's type, the result of a function.

use super::bodies::Walk;
use super::candidates::{Candidate, best};
use super::members::Members;
use super::traits::{Holds, Subst};
use super::types::{Head, Type};
use super::{ByName, Context, Goal, ResolvedCall, Why};
use crate::facts::body::MethodCall;
use crate::facts::{DefData, Expr, ExprId, Ty};
use crate::model::{DefId, Name, Span};
use smallvec::SmallVec;

pub(super) type Ids = SmallVec<[DefId; 2]>;

/// References and pointers in front of a receiver; more are a cycle of `Deref`.
const MOST_STEPS: usize = 10;

impl Walk<'_> {
    pub(super) fn call(&mut self, func: ExprId, args: &[ExprId]) -> Type {
        let body = self.body;
        let Expr::Path(path) = &body.exprs[func as usize] else {
            let callee = self.expr(func);
            return self.call_value(&callee, args);
        };
        let path = &body.paths[*path as usize];
        let (ty, meant, owner) = self.value_path(path);
        let explicit: &[Ty] = path.segs.last().and_then(|seg| seg.args.as_ref()).map_or(&[], |args| &args.types);
        let found = match meant[..] {
            [def] => Some((Head::Own(def), self.outer_of(def, &owner))),
            [] if ty.is_unknown() && !self.is_local(path) => self.foreign_function(path, &owner),
            _ => None,
        };
        match found {
            Some((item, outer)) => self.call_item(item, &outer, explicit, args),
            None if meant.is_empty() => self.call_value(&ty, args),
            None => {
                self.read_all(args);
                Type::Unknown
            }
        }
    }

    fn read_all(&mut self, args: &[ExprId]) -> Vec<Type> {
        args.iter().map(|arg| self.expr(*arg)).collect()
    }

    /// Calls a function or a constructor by its signature.
    fn call_item(&mut self, item: Head, outer: &Subst, explicit: &[Ty], args: &[ExprId]) -> Type {
        let cx = self.cx;
        if let Some(sig) = cx.function(item) {
            return self.invoke(sig, outer, explicit, None, args);
        }
        let given = self.read_all(args);
        match self.constructor(item) {
            Some((made, fields)) => {
                for (field, given) in fields.iter().zip(&given) {
                    self.unify(field, given);
                }
                self.deep(&made)
            }
            None => Type::Unknown,
        }
    }

    /// Calls a closure, a function pointer or a function as a value.
    fn call_value(&mut self, callee: &Type, args: &[ExprId]) -> Type {
        let callee = self.settled(callee);
        match callee.peeled() {
            Type::Item(item) => self.call_item(*item, &vec![], &[], args),
            Type::Fn(about) => {
                let about = about.clone();
                for (param, arg) in about.0.iter().zip(args) {
                    let given = self.expr(*arg);
                    self.unify(param, &given);
                }
                args.iter().skip(about.0.len()).for_each(|arg| drop(self.expr(*arg)));
                self.deep(&about.1)
            }
            Type::Bound(refs) => {
                let output = refs.iter().find_map(super::types::TraitRef::signature).map(|(_, output)| output);
                self.read_all(args);
                output.unwrap_or(Type::Unknown)
            }
            _ => {
                self.read_all(args);
                Type::Unknown
            }
        }
    }

    /// The parameters of the impl or trait around an item, when it is reached through a type.
    fn outer_of(&self, def: DefId, owner: &Type) -> Subst {
        let Some(parent) = self.cx.defs.parent(self.cx.sources, def) else { return vec![] };
        match (&self.cx.defs.get(self.cx.sources, parent).data, owner) {
            (_, Type::Unknown) => vec![],
            (DefData::Trait { .. }, owner) => vec![Some(owner.clone())],
            (DefData::Impl(_), owner) => {
                let name = self.cx.defs.get(self.cx.sources, def).name;
                let all = self.cx.candidates(owner, name);
                all.into_iter().find(|one| one.item == Head::Own(def)).map(|one| one.outer).unwrap_or_default()
            }
            _ => vec![],
        }
    }

    pub(super) fn field(&mut self, base: &Type, name: Name, span: Span) -> Type {
        let mut at = self.settled(base);
        for _ in 0..MOST_STEPS {
            if let (Type::Tuple(items), Ok(index)) = (&at, name.parse::<usize>()) {
                return items.get(index).cloned().unwrap_or(Type::Unknown);
            }
            if let Type::Adt(def, _) = &at {
                match self.cx.impls.members.field(*def, name) {
                    [] => {}
                    [field] => {
                        self.refer(*field, span);
                        return self.declared(*field, &at);
                    }
                    fields => {
                        fields.iter().for_each(|field| self.refer(*field, span));
                        return Type::Unknown;
                    }
                }
            }
            if let (Type::Ext(_, args), Some(ty)) = (&at, at.head().and_then(|head| self.cx.field_of(head, name))) {
                return self.cx.substitute(ty, args);
            }
            match self.cx.deref(&at) {
                Some(inner) => at = self.deep(&inner),
                None => break,
            }
        }
        self.edge(Goal::Named(ByName::Field { from: self.package() }, name), span, Why::UnknownReceiver);
        Type::Unknown
    }

    /// The type of a field as seen through a value of type `owner`.
    pub(super) fn declared(&self, field: DefId, owner: &Type) -> Type {
        let ty = self.cx.declared(field, owner);
        self.deep(&ty)
    }

    /// The field that is assigned to.
    pub(super) fn written(&mut self, base: &Type, name: Name, span: Span) {
        let base = self.settled(base);
        let mut at = Some(base.clone());
        for _ in 0..MOST_STEPS {
            match &at {
                Some(Type::Adt(def, _)) if !self.cx.impls.members.field(*def, name).is_empty() => {
                    return self.mention_fields(*def, name, span);
                }
                Some(other) => at = self.cx.deref(other),
                None => break,
            }
        }
        if matches!(base.peeled(), Type::Unknown | Type::Var(_) | Type::Proj(_)) {
            self.unknown_writes.insert(name);
        }
    }

    pub(super) fn method_call(&mut self, call: &MethodCall) -> Type {
        let receiver = self.expr(call.receiver);
        call.types.iter().for_each(|ty| self.use_type(ty));
        let receiver = self.settled(&receiver);
        let mut at = receiver.clone();
        for _ in 0..MOST_STEPS {
            match self.probe(&at, call) {
                Probe::Found(one) => {
                    self.calls.exact += 1;
                    self.resolved.push(ResolvedCall { by: self.owner, at: call.span.start, of: own_def(one.item) });
                    let cx = self.cx;
                    let Some(sig) = cx.function(one.item) else {
                        self.read_all(&call.args);
                        return Type::Unknown;
                    };
                    let ty = self.invoke(sig, &one.outer, &call.types, Some(&at), &call.args);
                    return as_number(&ty, &at);
                }
                Probe::Several => {
                    self.calls.exact += 1;
                    self.read_all(&call.args);
                    return Type::Unknown;
                }
                Probe::Unknown => return self.by_name(call),
                Probe::Beyond => match self.cx.deref(&at) {
                    Some(inner) => {
                        // A trait may be implemented for the reference or pointer itself.
                        let items = self.cx.impls.members.items_on_others(call.name);
                        items.into_iter().for_each(|item| self.refer(item, call.span));
                        at = self.deep(&inner);
                    }
                    None => break,
                },
            }
        }
        self.not_found(&receiver, &at, call)
    }

    /// The package that the text is read as part of.
    pub(super) fn package(&self) -> u16 {
        let target = self.cx.modules.get(self.module).target;
        self.cx.workspace.targets[target.index()].package.index() as u16
    }

    fn by_name(&mut self, call: &MethodCall) -> Type {
        self.calls.unknown += 1;
        let class = ByName::Method { args: call.args.len().min(255) as u8, from: self.package() };
        self.edge(Goal::Named(class, call.name), call.span, Why::UnknownReceiver);
        self.read_all(&call.args);
        Type::Unknown
    }

    /// No type on the way has the method as far as is known. A foreign type has the methods of its crate, and those of
    /// traits that are implemented for it here; one that holds a type of ours may lead to that.
    fn not_found(&mut self, receiver: &Type, last: &Type, call: &MethodCall) -> Type {
        let leads_here = |ty: &Type| match ty.peeled() {
            Type::Ext(path, args) => {
                let leads = super::standard::may_deref(*path, args) || super::prelude::is_pointer(*path);
                (leads || !self.cx.is_known(*path)) && super::standard::holds_own(args)
            }
            Type::Adt(..) | Type::Bound(_) => false,
            _ => false,
        };
        if leads_here(receiver) || leads_here(last) {
            return self.by_name(call);
        }
        if self.cx.impls.members.any_trait_declares(call.name) {
            self.calls.foreign += 1;
            self.trait_item_named(call.name, call.span);
        } else {
            self.calls.exact += 1;
        }
        self.read_all(&call.args);
        Type::Unknown
    }

    /// Looks for a method on a type itself, not on what it dereferences to.
    fn probe(&mut self, ty: &Type, call: &MethodCall) -> Probe {
        let cx = self.cx;
        let members: &Members = &cx.impls.members;
        let name = call.name;
        let own: Ids = match ty {
            Type::Unknown | Type::Never | Type::Var(_) | Type::Param(_) | Type::Proj(_) => return Probe::Unknown,
            Type::Adt(def, _) => {
                // A trait method that takes `self` goes before an inherent one that takes `&self`: both are kept.
                let mut items: Ids = members.inherent(*def, name).iter().copied().collect();
                let of_traits = members.items_of_traits(*def, name).into_iter();
                let mut unsure = false;
                items.extend(of_traits.filter(|item| {
                    let of = cx.defs.parent(cx.sources, *item);
                    let holds = of.map_or(Holds::Maybe, |of| cx.implements(ty, Head::Own(of)));
                    unsure |= holds == Holds::Maybe;
                    holds != Holds::No
                }));
                // `impl<T: Bound> Trait for T` need not hold for this type; then the search goes on behind it.
                let open = members.is_open(*def) || self.derefs_somewhere(ty, *def) || (unsure && members.derefs(*def));
                if !members.surely_has(*def, name) && open {
                    for item in &items {
                        self.refer(*item, call.span);
                    }
                    return Probe::Unknown;
                }
                items
            }
            Type::Bound(refs) => {
                let traits: Vec<DefId> = refs.iter().filter_map(|of| own_def(of.of)).collect();
                if traits.iter().any(|one| members.is_open(*one)) {
                    return Probe::Unknown;
                }
                members.items_of_bounds(&traits, name).into_iter().collect()
            }
            Type::Ref(_) => Ids::new(),
            other => {
                let mut items = Ids::new();
                for of in members.traits_declaring(name) {
                    match cx.implements(other, Head::Own(*of)) {
                        Holds::No => {}
                        // It may be this one as well as one of the type's own crate.
                        Holds::Maybe => {
                            members.own_trait_item(*of, name).iter().for_each(|item| self.refer(*item, call.span));
                        }
                        Holds::Yes => items.extend(members.own_trait_item(*of, name).iter().copied()),
                    }
                }
                items
            }
        };
        for def in &own {
            self.refer(*def, call.span);
        }
        let by_value = matches!(ty, Type::Ref(_));
        let mut all = cx.candidates(ty, name);
        all.retain(|one| (!by_value || takes_value(cx, one)) && self.is_in_scope(one));
        match &own[..] {
            // A trait of another crate with a method of this name may be the one in scope.
            [def]
                if !is_inherent(cx, *def)
                    && all.iter().any(|one| own_def(one.item).is_none() && one.holds == Holds::Yes) =>
            {
                Probe::Several
            }
            [def] => match all.into_iter().find(|one| one.item == Head::Own(*def)) {
                Some(one) => Probe::Found(one),
                None => Probe::Found(Candidate {
                    item: Head::Own(*def),
                    outer: vec![Some(ty.clone())],
                    inherent: false,
                    holds: Holds::Maybe,
                }),
            },
            [] => {
                let foreign: Vec<Candidate> = all.into_iter().filter(|one| own_def(one.item).is_none()).collect();
                let sure = foreign.iter().any(|one| one.holds == Holds::Yes);
                match best(foreign) {
                    Some(one) if one.holds == Holds::Yes || one.inherent => Probe::Found(one),
                    _ if sure => Probe::Several,
                    _ => Probe::Beyond,
                }
            }
            _ => Probe::Several,
        }
    }

    /// Whether the trait of a candidate may be in scope: one of another crate than `std` has to be imported in this file.
    fn is_in_scope(&self, one: &Candidate) -> bool {
        let Head::Ext(path) = one.item else { return true };
        if one.inherent || path.as_str().starts_with("std::") {
            return true;
        }
        let of = path.as_str().rsplit("::").nth(1).unwrap_or_default();
        let file = self.cx.modules.get(self.module).file;
        let imports = &self.cx.sources.files[file.index()].facts.imports;
        imports.iter().any(|import| import.glob || import.path.segs.last().is_some_and(|seg| seg.name == of))
    }

    /// Whether a type dereferences to something that is not known.
    fn derefs_somewhere(&self, ty: &Type, def: DefId) -> bool {
        self.cx.impls.members.derefs(def) && self.cx.deref(ty).is_none()
    }
}

fn is_inherent(cx: &Context<'_>, def: DefId) -> bool {
    let parent = cx.defs.parent(cx.sources, def).map(|parent| &cx.defs.get(cx.sources, parent).data);
    matches!(parent, Some(DefData::Impl(header)) if header.of_trait.is_none())
}

fn own_def(head: Head) -> Option<DefId> {
    match head {
        Head::Own(def) => Some(def),
        Head::Ext(_) => None,
    }
}

/// Whether a candidate takes its receiver as it is: on a reference nothing else is meant, the rest is looked for behind it.
fn takes_value(cx: &Context<'_>, one: &Candidate) -> bool {
    let first = cx.function(one.item).and_then(|sig| sig.inputs.first());
    !one.inherent && matches!(first, Some(Type::Param(0)))
}

/// The methods of a number give back numbers of its own type.
fn as_number(ty: &Type, receiver: &Type) -> Type {
    let receiver = receiver.peeled();
    if !receiver.is_primitive() {
        return ty.clone();
    }
    ty.map(&mut |part| match part {
        Type::Ext(path, _) if matches!(path.as_str(), "{integer}" | "{float}") => Some(receiver.clone()),
        _ => None,
    })
}

/// The outcome of looking for a method on one type.
enum Probe {
    /// Found.
    Found(Candidate),
    /// Found, more than one.
    Several,
    /// The type is not known well enough.
    Unknown,
    /// Not on this type; perhaps on what it dereferences to.
    Beyond,
}
