//! Which method a call means on one type: what the type has itself, before what it dereferences to.

use super::Context;
use super::bodies::Walk;
use super::calls::{Ids, own_def};
use super::candidates::{Candidate, best};
use super::forms::Forms;
use super::impls::ImplTrait;
use super::members::Members;
use super::open::Unseen;
use super::scopes::{Namespace, Res};
use super::traits::Holds;
use super::types::{Head, Type};
use crate::facts::body::MethodCall;
use crate::facts::types::{Lead, Seg};
use crate::facts::{DefData, Path, Ty};
use crate::model::{DefId, Name};

/// The outcome of looking for a method on one type.
pub(super) enum Probe {
    /// Found.
    Found(Candidate),
    /// Found, more than one.
    Several,
    /// The type is not known well enough.
    Unknown,
    /// The type is known, but a macro may have given it items and impls that are not seen.
    Unseen,
    /// Not on this type; perhaps on what it dereferences to.
    Beyond,
}

impl Walk<'_> {
    /// Looks for a method on a type itself, not on what it dereferences to; what may be meant and is passed by for what
    /// lies behind is added to `perhaps`.
    pub(super) fn probe(&mut self, ty: &Type, call: &MethodCall, perhaps: &mut Vec<(Candidate, Type)>) -> Probe {
        let cx = self.cx;
        let by_value = matches!(ty, Type::Ref(_));
        let mut all = cx.candidates(ty, call.name);
        all.retain(|one| is_method(cx, one.item) && (!by_value || takes_value(cx, one)) && self.is_in_scope(ty, one));
        let mut own = match self.own_items(ty, call, &all, perhaps) {
            Ok(own) => own,
            Err(lost) => return lost,
        };
        let foreign = all.iter().any(|one| own_def(one.item).is_none() && one.holds == Holds::Yes);
        // A trait is meant that is in scope; what a bound says holds without that. Where there is none, one that is not seen
        // is, by a macro that imports or implements it.
        let mut lost = false;
        if !matches!(ty, Type::Bound(_)) && !own.iter().any(|def| is_inherent(cx, *def)) {
            let seen: Ids = own.iter().copied().filter(|def| self.sees_trait_of(*def)).collect();
            lost = seen.is_empty() && !own.is_empty() && !all.iter().any(|one| own_def(one.item).is_none());
            if !lost {
                own = seen;
            }
        }
        for def in &own {
            self.refer(*def, call.span);
        }
        match &own[..] {
            _ if lost => Probe::Several,
            // A trait of another crate with a method of this name may be the one in scope; and a type of which nothing is known
            // may have one itself.
            [def] if !is_inherent(cx, *def) && (foreign || self.is_of_unread_crate(ty)) => Probe::Several,
            [def] => match all.into_iter().find(|one| one.item == Head::Own(*def)) {
                Some(one) => Probe::Found(one),
                None => Probe::Found(of_trait(*def, ty)),
            },
            [] => {
                let foreign: Vec<Candidate> = all.into_iter().filter(|one| own_def(one.item).is_none()).collect();
                let sure = foreign.iter().any(|one| one.holds == Holds::Yes);
                perhaps.extend(foreign.iter().map(|one| (one.clone(), ty.clone())));
                match best(foreign) {
                    Some(one) if one.holds == Holds::Yes || one.inherent => Probe::Found(one),
                    _ if sure => Probe::Several,
                    _ => Probe::Beyond,
                }
            }
            _ => Probe::Several,
        }
    }

    /// The method that takes `self` of a trait of another crate that `&T` has and `T` has not: `value.into_iter()`.
    pub(super) fn probe_borrowed(&mut self, ty: &Type, call: &MethodCall, perhaps: &[(Candidate, Type)]) -> Probe {
        // What the type may have itself goes before.
        if matches!(ty, Type::Ref(_)) || perhaps.iter().any(|(_, on)| on == ty) {
            return Probe::Beyond;
        }
        self.probe(&ty.clone().reference(), call, &mut vec![])
    }

    /// The items of the workspace that may be meant, or [`Probe::Unknown`] and [`Probe::Unseen`] if there may be others. What
    /// may be meant beside something foreign is referred to at once.
    fn own_items(
        &mut self,
        ty: &Type,
        call: &MethodCall,
        all: &[Candidate],
        perhaps: &mut Vec<(Candidate, Type)>,
    ) -> Result<Ids, Probe> {
        match ty {
            Type::Unknown | Type::Never | Type::Var(_) | Type::Param(_) | Type::Proj(_) => Err(Probe::Unknown),
            Type::Adt(def, _) => self.own_items_of_adt(ty, *def, call, all),
            Type::Bound(refs) => {
                let cx = self.cx;
                let members: &Members = &cx.impls.members;
                let traits: Vec<DefId> = refs.iter().filter_map(|of| own_def(of.of)).collect();
                let leads_somewhere = cx.is_pointer(refs) && cx.deref(ty).is_none();
                if leads_somewhere || traits.iter().any(|one| members.is_open(*one)) {
                    return Err(Probe::Unknown);
                }
                let items = members.items_of_bounds(&traits, call.name).into_iter();
                Ok(items.filter(|item| is_method(cx, Head::Own(*item))).collect())
            }
            Type::Ref(_) => Ok(Ids::new()),
            other => Ok(self.own_items_of_foreign(other, call, perhaps)),
        }
    }

    /// As [`Self::own_items`], of a type of the workspace.
    fn own_items_of_adt(&mut self, ty: &Type, def: DefId, call: &MethodCall, all: &[Candidate]) -> Result<Ids, Probe> {
        let cx = self.cx;
        let members: &Members = &cx.impls.members;
        // A trait method that takes `self` goes before an inherent one that takes `&self`: both are kept.
        let mut items = self.inherent_items(def, call, all);
        // One that takes the value as it is goes before all that traits have.
        let first = |one: &Candidate| {
            one.inherent && one.holds == Holds::Yes && own_def(one.item).is_some_and(|def| by_value(cx, def))
        };
        if let ([item], true) = (&items[..], all.iter().any(first)) {
            return Ok(Ids::from_slice(&[*item]));
        }
        let of_traits = members.items_of_traits_among(def, call.name, &cx.own_traits_for(ty, call.name)).into_iter();
        let may_not_hold = |one: &Candidate| one.inherent && one.holds == Holds::Maybe;
        let mut unsure = all.iter().any(may_not_hold);
        items.extend(of_traits.filter(|item| is_method(cx, Head::Own(*item))).filter(|item| {
            let of = cx.defs.parent(cx.sources, *item);
            let holds = of.map_or(Holds::Maybe, |of| cx.receiver_implements(ty, Head::Own(of)));
            unsure |= holds == Holds::Maybe;
            holds != Holds::No
        }));
        // A derive that has the name of a trait implements it.
        let sure = all.iter().filter(|one| !one.inherent && one.holds == Holds::Yes);
        let own = sure.filter_map(|one| own_def(one.item));
        let derived: Ids = own.filter(|item| !items.contains(item)).collect();
        items.extend(derived.iter().copied());
        // `impl<T: Bound> Trait for T` need not hold for this type; then the search goes on behind it.
        let unseen = members.unseen(def);
        let leads_on = members.derefs(def) && (unsure || unseen == Unseen::Members);
        let open = unseen == Unseen::Anything || self.derefs_somewhere(ty, def) || leads_on;
        // A macro could add a method of the name of one of `std`'s traits, before which it would go: nobody does.
        let by_std = |one: &Candidate| one.holds == Holds::Yes && one.item.is_of_std();
        let has = members.surely_has(def, call.name) || !derived.is_empty();
        let found = has || (items.is_empty() && all.iter().any(by_std));
        if (open || unseen == Unseen::Members) && !found {
            items.iter().for_each(|item| self.refer(*item, call.span));
            return Err(if open { Probe::Unknown } else { Probe::Unseen });
        }
        Ok(items)
    }

    /// The items of inherent impls that may be meant. The only one of its name is referred to in any case, also where its
    /// impl is for other arguments than this type has.
    fn inherent_items(&mut self, def: DefId, call: &MethodCall, all: &[Candidate]) -> Ids {
        let cx = self.cx;
        let members: &Members = &cx.impls.members;
        let inherent = members.inherent(def, call.name).iter().copied();
        let mut items: Ids = inherent.filter(|item| is_method(cx, Head::Own(*item))).collect();
        if items.len() > 1 || members.derefs(def) {
            // `impl Type<u8>` beside `impl Type<u16>`.
            let described = cx.own.inherent.get(&(Head::Own(def), call.name));
            let described = |item: &DefId| described.is_some_and(|all| all.iter().any(|it| it.1 == Head::Own(*item)));
            let fits = |item: &DefId| !described(item) || all.iter().any(|one| one.item == Head::Own(*item));
            if let ([item], false) = (&items[..], items.iter().all(fits)) {
                self.refer(*item, call.span);
            }
            items.retain(|item| fits(item));
        }
        items
    }

    /// The items of traits of the workspace that a type of another crate surely has; those that it may have as well as one
    /// of its own crate are referred to at once.
    fn own_items_of_foreign(&mut self, ty: &Type, call: &MethodCall, perhaps: &mut Vec<(Candidate, Type)>) -> Ids {
        let cx = self.cx;
        let members: &Members = &cx.impls.members;
        let mut items = Ids::new();
        for of in cx.own_traits_for(ty, call.name).iter() {
            let items_of = members.own_trait_item(*of, call.name).iter().copied();
            let items_of = items_of.filter(|item| is_method(cx, Head::Own(*item)));
            match cx.receiver_implements(ty, Head::Own(*of)) {
                Holds::No => {}
                // It may be this one as well as one of the type's own crate.
                Holds::Maybe => {
                    for item in items_of {
                        self.refer(item, call.span);
                        if self.sees_trait_of(item) {
                            perhaps.push((of_trait(item, ty), ty.clone()));
                        }
                    }
                }
                Holds::Yes => items.extend(items_of),
            }
        }
        items
    }

    /// Whether all inherent methods of a type are known.
    pub(super) fn is_described(&self, ty: &Type) -> bool {
        match ty.peeled() {
            Type::Ext(path, _) => self.cx.is_known(*path),
            Type::Bound(refs) => !refs.iter().any(|one| self.cx.is_hidden(one.of)),
            _ => true,
        }
    }

    /// Whether it is a type of a crate of which nothing is known.
    fn is_of_unread_crate(&self, ty: &Type) -> bool {
        matches!(ty, Type::Ext(..)) && ty.head().is_some_and(|head| self.cx.is_hidden(head))
    }

    /// The method of the one trait that can be meant, where a known type has none of that name: some impl is not seen, be
    /// it made by a macro.
    pub(super) fn only_trait(&mut self, ty: &Type, call: &MethodCall) -> Option<Candidate> {
        let members: &Members = &self.cx.impls.members;
        let [of] = members.traits_declaring(call.name) else { return None };
        let [def] = members.own_trait_item(*of, call.name) else { return None };
        let def = *def;
        let others = self.cx.traits_with(call.name).iter().filter(|head| matches!(head, Head::Ext(_)));
        let mut others = others.filter(|head| self.names_trait(**head));
        if others.next().is_some() || !self.sees_trait_of(def) {
            return None;
        }
        self.refer(def, call.span);
        Some(of_trait(def, ty))
    }

    /// Whether the trait that declares an item can be named here, so that its methods can be called.
    pub(super) fn sees_trait_of(&self, item: DefId) -> bool {
        let cx = self.cx;
        let Some(of) = cx
            .defs
            .parent(cx.sources, item)
            .filter(|of| super::paths::Kinds::kind(cx, *of) == crate::model::DefKind::Trait)
        else {
            return true;
        };
        if self.stands_in(of) {
            return true;
        }
        let facts = cx.defs.get(cx.sources, of);
        let path =
            Path { qself: None, lead: Lead::Plain, segs: vec![Seg { name: facts.name, args: None }], span: facts.span };
        let named = super::paths::resolve(&cx.modules, cx, self.module, &path, Namespace::Types);
        named.found.iter().any(|found| found.res == Res::Def(of)) || self.has_in_scope(of)
    }

    /// The same whatever the conditions of imports.
    pub(super) fn surely_sees_trait_of(&self, item: DefId) -> bool {
        let cx = self.cx;
        let Some(of) = cx.defs.parent(cx.sources, item) else { return true };
        if self.stands_in(of) {
            return true;
        }
        let around = std::iter::successors(Some(self.module), |at| {
            let row = cx.modules.get(*at);
            row.parent.filter(|_| row.falls_through)
        });
        around.into_iter().any(|module| super::sight::surely_in_scope(cx, module, of))
    }

    /// Whether this is code of a trait or of an impl of it: there it is in scope whether it can be named or not.
    fn stands_in(&self, of: DefId) -> bool {
        let cx = self.cx;
        let holders = std::iter::successors(Some(self.owner), |def| cx.defs.parent(cx.sources, *def));
        holders.into_iter().any(|def| {
            let row = cx.impls.of_def.get(&def).map(|row| &cx.impls.rows[*row]);
            def == of || row.is_some_and(|row| row.of_trait == ImplTrait::Local(of))
        })
    }

    /// Whether the file imports something that may be this trait of another crate.
    fn imports(&self, of: Name) -> bool {
        let last = super::prelude::last_name(of);
        let file = self.cx.modules.get(self.module).file;
        let imports = self.cx.sources.files[file.index()].facts.imports.iter().enumerate();
        let mut named = imports.filter(|(_, it)| !it.glob && it.path.segs.last().is_some_and(|seg| seg.name == last));
        named.any(|(row, import)| self.may_bring(row as u32, import, of))
    }

    /// Whether the trait of a candidate may be in scope; one that a bound on the type names need not be.
    pub(super) fn is_in_scope(&self, ty: &Type, one: &Candidate) -> bool {
        let Head::Ext(path) = one.item else { return true };
        let of = path.as_str().rsplit_once("::").map_or("", |(of, _)| of);
        let of = Head::Ext(crate::model::name(of));
        let by_bound = || match ty {
            Type::Bound(refs) => refs.iter().any(|bound| self.cx.within(bound, of)),
            _ => false,
        };
        // Code of an impl sees what the trait of that has.
        let by_impl = || self.trait_around().is_some_and(|around| self.cx.same_head(around, of));
        one.inherent || self.names_trait(of) || by_bound() || by_impl()
    }

    /// Whether a trait of another crate is in scope: one that is not of the prelude has to be imported, by name or by a
    /// glob.
    fn names_trait(&self, of: Head) -> bool {
        let Head::Ext(path) = of else { return true };
        let last = super::prelude::last_name(path);
        if super::prelude::type_path(last).is_some_and(|known| self.cx.same_path(known, path)) || self.imports(path) {
            return true;
        }
        if path.as_str().starts_with("std::") && self.has_foreign_in_scope(path) {
            return true;
        }
        let segs = vec![Seg { name: last, args: None }];
        let named = Path { qself: None, lead: Lead::Plain, segs, span: crate::model::Span::default() };
        let named = super::paths::resolve(&self.cx.modules, self.cx, self.module, &named, Namespace::Types);
        named.found.iter().any(|found| matches!(found.res, Res::Ext(found) if self.cx.same_path(found, path)))
    }

    /// Whether a type dereferences to something that is not known.
    fn derefs_somewhere(&self, ty: &Type, def: DefId) -> bool {
        self.cx.impls.members.derefs(def) && self.cx.deref(ty).is_none()
    }
}

/// The method of a trait of the workspace on a type.
fn of_trait(def: DefId, ty: &Type) -> Candidate {
    let forms = [Forms::NONE, Forms::ALL];
    Candidate { item: Head::Own(def), outer: vec![Some(ty.clone())], inherent: false, holds: Holds::Maybe, forms }
}

fn is_inherent(cx: &Context<'_>, def: DefId) -> bool {
    let parent = cx.defs.parent(cx.sources, def).map(|parent| &cx.defs.get(cx.sources, parent).data);
    matches!(parent, Some(DefData::Impl(header)) if header.of_trait.is_none())
}

/// Whether a method takes `self`: neither `&self` nor `self: Box<Self>`.
fn by_value(cx: &Context<'_>, def: DefId) -> bool {
    let is_plain = |ty: &Ty| matches!(ty, Ty::Path(path) if path.single().is_some_and(|seg| seg.name == "Self"));
    match &cx.defs.get(cx.sources, def).data {
        DefData::Fn(sig) => sig.has_self && sig.params.first().is_some_and(is_plain),
        _ => false,
    }
}

/// Whether an item can be called on a value, as far as that is known: `Arc::get_mut(this)` cannot, and the search goes on behind
/// it.
fn is_method(cx: &Context<'_>, item: Head) -> bool {
    cx.function(item).is_none_or(|sig| sig.has_self)
}

/// Whether a candidate takes its receiver as it is: on a reference nothing else is meant, the rest is looked for behind it.
fn takes_value(cx: &Context<'_>, one: &Candidate) -> bool {
    let first = cx.function(one.item).and_then(|sig| sig.inputs.first());
    !one.inherent && matches!(first, Some(Type::Param(0)))
}
