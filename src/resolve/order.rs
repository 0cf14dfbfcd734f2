//! The order in which the compiler looks for a method, where a name may mean several.
//!
//! In: a receiver of known type, and the name of a method. Out: the one method that is surely meant, or all that may be.
//! For each type that the receiver leads to by `Deref`, the method is sought that takes the value as it is, then `&`, then
//! `&mut` of it; each time inherent ones of all types on the way and those that bounds give, then those of traits in scope.
//! Whether a type is `&` or `&mut` is not known: both are tried. Source: the Rust reference, "Method-call expressions", and
//! `rustc_hir_typeck::method::probe`.

use super::bodies::Walk;
use super::calls::{Ids, own_def};
use super::candidates::Candidate;
use super::open::Unseen;
use super::traits::Holds;
use super::types::{Head, Type};
use crate::facts::body::MethodCall;
use crate::facts::{DefData, Expr};
use crate::model::{DefId, Name};
use rustc_hash::FxHashSet;
use smallvec::SmallVec;

/// A method that may be meant.
struct Entry {
    one: Candidate,
    /// What it takes as `self`.
    takes: Type,
    /// For `&self` and `&mut self`: whether it is the second.
    by_ref: Option<bool>,
    /// Inherent, or given by a bound on the type.
    given: bool,
    holds: Holds,
}

/// What methods of a name there are for a receiver.
#[derive(Default)]
struct Pool {
    entries: Vec<Entry>,
    /// All of that name, those that cannot be seen too.
    named: FxHashSet<Head>,
}

/// How a receiver is handed on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Value,
    Ref,
    Mut,
}

/// What may be meant: rows of the pool. If the last ones are surely meant, the number of the type they were found at.
#[derive(Default)]
struct Meant {
    rows: SmallVec<[usize; 4]>,
    sure: Option<usize>,
}

/// What the order says.
pub(super) enum Ordered {
    /// This method, with the type that it was found at.
    Sure(Candidate, Type),
    /// One of several; those of the workspace are referred to.
    Several,
    /// One of these, or something that is not known; those of the workspace are referred to.
    Open(SmallVec<[Head; 4]>),
}

impl Walk<'_> {
    /// What a method call means by the order of the compiler; `None` where the name does not mean several things.
    pub(super) fn in_order(&mut self, receiver: &Type, call: &MethodCall) -> Option<Ordered> {
        if !self.cx.impls.members.has_any(call.name) {
            return None;
        }
        let steps = self.steps(receiver);
        let pool = self.pool(&steps, call.name);
        if pool.named.len() < 2 || !pool.named.iter().any(|item| own_def(*item).is_some()) {
            return None;
        }
        let worlds = self.worlds(&steps, call);
        let all: SmallVec<[Meant; 2]> = worlds.iter().map(|is_mut| self.meant(&steps, &pool, *is_mut)).collect();
        let mut items: SmallVec<[Head; 4]> = SmallVec::new();
        for row in all.iter().flat_map(|meant| &meant.rows) {
            let item = pool.entries[*row].one.item;
            if !items.contains(&item) {
                items.push(item);
            }
        }
        // What no world has is no meaning; a world that has none is not this one.
        let mut known = all.iter().filter(|meant| !meant.rows.is_empty());
        let first = known.next();
        let sure = first.is_some_and(|meant| meant.sure.is_some()) && known.all(|meant| meant.sure.is_some());
        let farthest = all.iter().filter_map(|meant| meant.sure).max();
        let sure = sure && farthest.is_some_and(|last| !self.is_clouded(&steps, last, call.name));
        if sure
            && let Some(Meant { rows, sure: Some(at) }) = first
            && let Some(entry) = rows.last().map(|row| &pool.entries[*row])
            && items.iter().all(|item| *item == entry.one.item || self.only_hands_on(*item, &steps))
            && rows.iter().all(|row| pool.entries[*row].one.item == entry.one.item)
        {
            own_def(entry.one.item).into_iter().for_each(|def| self.refer_with_alternatives(def, call));
            return Some(Ordered::Sure(entry.one.clone(), steps[*at].clone()));
        }
        items.iter().filter_map(|item| own_def(*item)).for_each(|def| self.refer_with_alternatives(def, call));
        Some(if sure { Ordered::Several } else { Ordered::Open(items) })
    }

    /// Refers to a method and, in a trait, to those of its name under other conditions.
    fn refer_with_alternatives(&mut self, def: DefId, call: &MethodCall) {
        self.refer(def, call.span);
        let cx = self.cx;
        if let Some(of) = cx.defs.parent(cx.sources, def) {
            cx.impls.members.own_trait_item(of, call.name).iter().for_each(|item| self.refer(*item, call.span));
        }
    }

    /// The types that a receiver leads to, itself first, as far as they are known.
    fn steps(&self, receiver: &Type) -> Vec<Type> {
        let mut steps = vec![];
        let mut at = Some(receiver.clone());
        while let Some(ty) = at.filter(|_| steps.len() < super::calls::MOST_STEPS) {
            if matches!(ty, Type::Unknown | Type::Never | Type::Var(_) | Type::Param(_) | Type::Proj(_)) {
                break;
            }
            at = self.cx.deref(&ty).map(|inner| self.deep(&inner));
            steps.push(ty);
        }
        steps
    }

    /// Whether references on the way are `&` or `&mut`, as far as it matters: both, unless it is `self`.
    fn worlds(&self, steps: &[Type], call: &MethodCall) -> &'static [bool] {
        let is_ref = |ty: &Type| matches!(ty, Type::Ref(_));
        if !steps.iter().any(is_ref) {
            return &[false];
        }
        let is_self = match self.body.exprs.get(call.receiver as usize) {
            Some(Expr::Path(path)) => self.body.paths[*path as usize].single().is_some_and(|seg| seg.name == "self"),
            _ => false,
        };
        match &self.cx.defs.get(self.cx.sources, self.owner).data {
            DefData::Fn(sig) if is_self && sig.has_self && !steps.iter().skip(1).any(is_ref) => {
                if sig.mut_self {
                    &[true]
                } else {
                    &[false]
                }
            }
            _ => &[false, true],
        }
    }

    fn pool(&self, steps: &[Type], name: Name) -> Pool {
        let cx = self.cx;
        let mut pool = Pool::default();
        for (at, step) in steps.iter().enumerate() {
            for one in cx.candidates(step, name) {
                self.add(&mut pool, one, step, name);
            }
            if let Type::Adt(def, _) = step {
                // Of alternatives under conditions not all are among the signatures.
                let described = cx.own.inherent.get(&(Head::Own(*def), name));
                let described = |item: DefId| described.is_some_and(|all| all.iter().any(|it| it.1 == Head::Own(item)));
                for item in cx.impls.members.inherent(*def, name).iter().filter(|item| !described(**item)) {
                    let one = Candidate { item: Head::Own(*item), outer: vec![], inherent: true, holds: Holds::Maybe };
                    self.add(&mut pool, one, &Type::Unknown, name);
                }
            }
            let by_ref = step.clone().reference();
            if !cx.traits_with(name).is_empty() && (at == 0 || steps[at - 1] != by_ref) {
                for one in cx.candidates(&by_ref, name).into_iter().filter(|one| !one.inherent) {
                    self.add(&mut pool, one, &by_ref, name);
                }
            }
        }
        pool
    }

    /// Adds a method of the type `on` to what may be meant, if it can be seen from here.
    fn add(&self, pool: &mut Pool, one: Candidate, on: &Type, name: Name) {
        let cx = self.cx;
        let Some(sig) = cx.function(one.item).filter(|sig| sig.has_self) else { return };
        pool.named.insert(one.item);
        let own = own_def(one.item);
        let by_bound = !one.inherent && self.is_by_bound(&one, on);
        let in_scope = match own {
            Some(def) if one.inherent => self.sees(def),
            Some(def) => by_bound || self.sees_trait_of(def),
            None => by_bound || self.is_in_scope(on, &one),
        };
        if !in_scope {
            return;
        }
        // What is written for `self`, with the type in place of what the impl or trait calls `Self`.
        let pattern = if one.inherent { self.self_of_impl(&one, on, name) } else { Some(Type::Param(0)) };
        let takes = match (sig.inputs.first(), &pattern) {
            (Some(first), Some(pattern)) => {
                let first = first.map(&mut |part| (part == pattern).then(|| on.clone()));
                cx.substitute_known(&first, &one.outer)
            }
            (Some(first), None) => cx.substitute_known(first, &one.outer),
            (None, _) => Type::Unknown,
        };
        let by_ref = matches!(sig.inputs.first(), Some(Type::Ref(_))).then_some(sig.mut_self);
        let is_conditional = own.is_some_and(|def| one.inherent && self.is_conditional(def));
        // `impl dyn Trait` is not for what only implements the trait; an impl for `&mut T` is not for `&T`.
        let of_dyn = one.inherent && matches!(on, Type::Bound(_));
        let of_ref = !one.inherent && matches!(on, Type::Ref(_)) && self.is_of_one_reference(one.item, on, by_ref);
        let holds = if is_conditional || of_dyn || of_ref { one.holds.min(Holds::Maybe) } else { one.holds };
        let given = one.inherent || by_bound;
        pool.entries.push(Entry { takes, by_ref, given, holds, one });
    }

    /// The trait that declares an item.
    pub(super) fn trait_of(&self, item: Head) -> Option<Head> {
        match item {
            Head::Own(def) => self.cx.defs.parent(self.cx.sources, def).map(Head::Own),
            Head::Ext(path) => path.as_str().rsplit_once("::").map(|(of, _)| Head::Ext(crate::model::name(of))),
        }
    }

    fn is_by_bound(&self, one: &Candidate, on: &Type) -> bool {
        match (on, self.trait_of(one.item)) {
            (Type::Bound(refs), Some(of)) => refs.iter().any(|bound| self.cx.within(bound, of)),
            _ => false,
        }
    }

    /// How the impl of an inherent method writes its type.
    fn self_of_impl(&self, one: &Candidate, on: &Type, name: Name) -> Option<Type> {
        let head = on.head()?;
        self.cx.signatures([Some(head), None]).into_iter().find_map(|signatures| {
            let rows = signatures.inherent.get(&(head, name))?;
            let (row, _) = rows.iter().find(|(_, item)| *item == one.item)?;
            signatures.inherent_impls.get(*row).map(|row| row.self_ty.clone())
        })
    }

    /// Whether a method or its impl exists only under a condition.
    fn is_conditional(&self, def: DefId) -> bool {
        let cx = self.cx;
        let is_so = |def: DefId| !cx.defs.get(cx.sources, def).attrs.cfg.is_empty();
        is_so(def) || cx.defs.parent(cx.sources, def).is_some_and(is_so)
    }

    /// Whether a trait may be implemented for `&` alone or for `&mut` alone: for references as such, or for all types that
    /// fulfil a bound which the one does and the other does not.
    fn is_of_one_reference(&self, item: Head, on: &Type, by_ref: Option<bool>) -> bool {
        let Some(of) = self.trait_of(item) else { return false };
        let mut all = self.cx.signatures_for(of, on).into_iter();
        let as_such = all.any(|it| self.cx.impls_for(it, of, on).any(|row| matches!(row.self_ty, Type::Ref(_))));
        if as_such { by_ref.is_none() } else { !self.cx.surely_implements(on, of) }
    }

    /// Goes through the types, and at each through the ways to hand it on, up to what is surely meant.
    fn meant(&self, steps: &[Type], pool: &Pool, is_mut: bool) -> Meant {
        let mut meant = Meant::default();
        for at in 0..steps.len() {
            for by in [By::Value, By::Ref, By::Mut] {
                for given in [true, false] {
                    let mut sure = false;
                    for (row, entry) in pool.entries.iter().enumerate().filter(|(_, it)| it.given == given) {
                        let holds = entry.holds.min(self.is_taken(entry, steps, (at, by), is_mut));
                        if holds != Holds::No {
                            meant.rows.push(row);
                            sure |= holds == Holds::Yes;
                        }
                    }
                    if sure {
                        meant.sure = Some(at);
                        return meant;
                    }
                }
            }
        }
        meant
    }

    /// Whether a method takes what is handed on.
    fn is_taken(&self, entry: &Entry, steps: &[Type], (at, by): (usize, By), is_mut: bool) -> Holds {
        let step = &steps[at];
        let as_written = match (entry.by_ref, by) {
            (None, By::Value) => !self.moves_out(steps, at),
            (None, _) => true,
            // Behind the first type, whether a reference is `&mut` is as unknown, and the same is tried for all.
            (Some(wants_mut), By::Value) => wants_mut == is_mut,
            (Some(wants_mut), by) => wants_mut == (by == By::Mut),
        };
        if !as_written {
            return Holds::No;
        }
        let given = if by == By::Value { step.clone() } else { step.clone().reference() };
        // Behind a pointer it may be a `dyn Trait`, which has no size to be taken as it is.
        let may_be_unsized =
            at > 0 && by == By::Value && entry.by_ref.is_none() && !entry.given && matches!(step, Type::Bound(_));
        match may_be_unsized {
            true => Holds::Maybe.min(self.cx.matches(&entry.takes, &given, &mut vec![])),
            false if entry.takes == given => Holds::Yes,
            false => self.cx.matches(&entry.takes, &given, &mut vec![]),
        }
    }

    /// Whether a value is behind a reference that it cannot be taken from: such code does not compile.
    fn moves_out(&self, steps: &[Type], at: usize) -> bool {
        let behind = at.checked_sub(1).is_some_and(|before| matches!(steps[before], Type::Ref(_)));
        let copy = Head::Ext(crate::model::name("std::marker::Copy"));
        behind && matches!(steps[at], Type::Adt(..)) && self.cx.implements(&steps[at], copy) == Holds::No
    }

    /// Whether a method of another crate does for references what it does for the type behind them.
    fn only_hands_on(&self, item: Head, steps: &[Type]) -> bool {
        let (Head::Ext(_), Some(of)) = (item, self.trait_of(item)) else { return false };
        let refs = steps.iter().filter(|step| matches!(step, Type::Ref(_)));
        let mut own = refs.flat_map(|step| self.cx.impls_for(&self.cx.own, of, step));
        !own.any(|row| matches!(row.self_ty, Type::Ref(_) | Type::Param(_)))
    }

    /// Whether something that is not seen may be meant before what was found at a type.
    fn is_clouded(&self, steps: &[Type], found: usize, name: Name) -> bool {
        let cx = self.cx;
        let members = &cx.impls.members;
        steps.iter().take(found + 1).enumerate().any(|(at, step)| match step {
            Type::Adt(def, _) => {
                members.unseen(*def) != Unseen::Nothing && (at < found || !members.surely_has(*def, name))
            }
            Type::Bound(refs) if at < found => {
                let own: Ids = refs.iter().filter_map(|of| own_def(of.of)).collect();
                own.iter().any(|of| members.is_open(*of)) || refs.iter().any(|of| cx.is_hidden(of.of))
            }
            Type::Ext(path, _) => !cx.is_known(*path),
            _ => false,
        })
    }
}
