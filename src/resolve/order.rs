//! The order in which the compiler looks for a method, where a name may mean several.
//!
//! In: a receiver of known type, and the name of a method. Out: the one method that is surely meant, or all that may be.
//! For each type that the receiver leads to by `Deref`, the method is sought that takes the value as it is, then `&`, then
//! `&mut` of it; each time inherent ones of all types on the way and those that bounds give, then those of traits in scope.
//! What types do not tell (`worlds.rs`) is tried in every way. One item of a trait is several methods where it is for `T` and for
//! `&T`, unless they say the same. Source: the Rust reference, "Method-call expressions", and `rustc_hir_typeck::method::probe`.

mod worlds;

use super::bodies::Walk;
use super::calls::{Ids, own_def};
use super::candidates::Candidate;
use super::conditions::hold;
use super::forms::Forms;
use super::open::Unseen;
use super::sig::Bounds;
use super::traits::Holds;
use super::types::{Head, Type};
use crate::facts::Cfg;
use crate::facts::body::MethodCall;
use crate::model::{DefId, ModId, Name};
use rustc_hash::FxHashSet;
use smallvec::SmallVec;
use worlds::{Place, World};

/// A method that may be meant.
struct Entry {
    one: Candidate,
    /// The type that it is on.
    on: Type,
    /// What it takes as `self`.
    takes: Type,
    /// Whether that is the type it is on, or a reference to it.
    is_plain: bool,
    /// For `&self` and `&mut self`: whether it is the second.
    by_ref: Option<bool>,
    /// Inherent, or given by a bound on the type.
    given: bool,
    /// Whether it is there at all.
    exists: Holds,
}

/// What methods of a name there are for a receiver.
#[derive(Default)]
struct Pool {
    entries: Vec<Entry>,
    /// All of that name, those that cannot be seen too.
    named: FxHashSet<Head>,
}

/// What a method takes beside `self` and gives, and its bounds.
type Said = (Vec<Type>, Bounds);

impl Entry {
    /// Whether its type or trait is the right one, where that has the form that it has in a world.
    fn holds_in(&self, world: World, place: Place, by: By) -> Holds {
        let [sure, possible] = self.one.forms;
        let has_forms = matches!(self.on, Type::Ref(_) | Type::Slice(_));
        let holds = match has_forms {
            true if self.is_plain => {
                let form = world.form(place, by, self.by_ref.is_some());
                match (sure.has(form), possible.has(form)) {
                    (true, _) => Holds::Yes,
                    (_, true) => Holds::Maybe,
                    _ => Holds::No,
                }
            }
            true if sure != Forms::ALL => Holds::Maybe,
            _ => self.one.holds,
        };
        holds.min(self.exists)
    }
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
    /// The same, where one item says different things of different types.
    OnSeveral,
}

impl Walk<'_> {
    /// What a method call means by the order of the compiler; `None` where the name does not mean several things.
    pub(super) fn in_order(&mut self, receiver: &Type, call: &MethodCall) -> Option<Ordered> {
        if !self.cx.impls.members.has_any(call.name) {
            return None;
        }
        let steps = self.steps(receiver);
        let pool = self.pool(&steps, call.name);
        let is_own = pool.named.iter().any(|item| own_def(*item).is_some());
        // Where none of one item is sure, there is nothing to tell apart.
        let is_sure = |entry: &Entry| entry.one.holds == Holds::Yes || entry.one.forms[0] != Forms::NONE;
        let is_one = || !pool.entries.iter().any(is_sure) || self.say_the_same(&pool.entries);
        if !is_own || (pool.named.len() < 2 && is_one()) {
            return None;
        }
        let of_slices = pool.entries.iter().any(|entry| matches!(entry.on.peeled(), Type::Slice(_)));
        let worlds = self.worlds(&steps, call, of_slices);
        let all: SmallVec<[Meant; 2]> = worlds.iter().map(|world| self.meant(&steps, &pool, *world)).collect();
        let mut items: SmallVec<[Head; 4]> = SmallVec::new();
        let meant = || all.iter().flat_map(|meant| &meant.rows).map(|row| &pool.entries[*row]);
        for entry in meant() {
            if !items.contains(&entry.one.item) {
                items.push(entry.one.item);
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
            && self.say_the_same(meant().filter(|other| other.one.item == entry.one.item))
        {
            own_def(entry.one.item).into_iter().for_each(|def| self.refer_with_alternatives(def, call));
            return Some(Ordered::Sure(entry.one.clone(), steps[*at].clone()));
        }
        items.iter().filter_map(|item| own_def(*item)).for_each(|def| self.refer_with_alternatives(def, call));
        Some(match sure {
            true => Ordered::Several,
            false if self.say_the_same(&pool.entries) => Ordered::Open(items),
            false => Ordered::OnSeveral,
        })
    }

    /// Whether methods of one item take and give the same types, whatever they are on.
    fn say_the_same<'e>(&self, entries: impl IntoIterator<Item = &'e Entry>) -> bool {
        let mut firsts: SmallVec<[(&Entry, Option<Said>); 2]> = SmallVec::new();
        entries.into_iter().all(|entry| match firsts.iter_mut().find(|(first, _)| first.one.item == entry.one.item) {
            Some((first, _)) if first.one.outer == entry.one.outer => true,
            Some((first, said)) => *said.get_or_insert_with(|| self.said(first)) == self.said(entry),
            None => {
                firsts.push((entry, None));
                true
            }
        })
    }

    /// What a method says beside what it takes as `self`; what its own parameters are, the call tells.
    fn said(&self, entry: &Entry) -> Said {
        let Some(sig) = self.cx.function(entry.one.item) else { return Said::default() };
        let with = |ty: &Type| self.cx.substitute_known(ty, &entry.one.outer);
        let own = sig.bounds.iter().filter(|(bounded, _)| !matches!(bounded, Type::Param(at) if *at < sig.outer));
        let bounds = own.map(|(bounded, of)| (with(bounded), of.map(&mut |part| Some(with(part)))));
        (sig.inputs.iter().skip(1).chain(&sig.output).map(with).collect(), bounds.collect())
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
                    let forms = [Forms::NONE, Forms::ALL];
                    let item = Head::Own(*item);
                    let one = Candidate { item, outer: vec![], inherent: true, holds: Holds::Maybe, forms };
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
        let (itself, by_ref) = match sig.inputs.first() {
            Some(Type::Ref(inner)) => (Some(&**inner), Some(sig.mut_self)),
            other => (other, None),
        };
        let is_plain = itself.is_some() && itself == pattern.as_ref();
        // `impl dyn Trait` is not for what only implements the trait.
        let of_dyn = one.inherent && matches!(on, Type::Bound(_));
        let is_in_sight = |def: DefId| one.inherent || by_bound || self.surely_sees_trait_of(def);
        let is_unsure = of_dyn || own.is_some_and(|def| self.is_conditional(def, on) || !is_in_sight(def));
        let exists = if is_unsure { Holds::Maybe } else { Holds::Yes };
        let given = one.inherent || by_bound;
        pool.entries.push(Entry { on: on.clone(), takes, is_plain, by_ref, given, exists, one });
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

    /// Whether a method, or what it stands in, exists only under conditions that may not hold here; what holds around the call and
    /// around the type does.
    fn is_conditional(&self, def: DefId, on: &Type) -> bool {
        let cx = self.cx;
        let holds = |home: &ModId| {
            // Most code stands under none.
            let asked: Vec<Cfg> = cx.conditions_around(*home, def).into_iter().cloned().collect();
            if asked.is_empty() {
                return true;
            }
            let mut here = cx.conditions_around(self.module, self.owner);
            if let Type::Adt(of, _) = on.peeled() {
                here.extend(cx.modules.home(*of).into_iter().flat_map(|home| cx.conditions_around(home, *of)));
            }
            hold(&asked, self.conditions.here().chain(here)) == Holds::Yes
        };
        let homes = cx.modules.homes(def);
        !homes.iter().all(holds) || (homes.is_empty() && !cx.defs.get(cx.sources, def).attrs.cfg.is_empty())
    }

    /// Goes through the types, and at each through the ways to hand it on, up to what is surely meant.
    fn meant(&self, steps: &[Type], pool: &Pool, world: World) -> Meant {
        let mut meant = Meant::default();
        for place in world.places(steps.len()) {
            for by in [By::Value, By::Ref, By::Mut] {
                for given in [true, false] {
                    let mut sure = false;
                    for (row, entry) in pool.entries.iter().enumerate().filter(|(_, it)| it.given == given) {
                        let holds =
                            entry.holds_in(world, place, by).min(self.is_taken(entry, steps, (place, by), world));
                        if holds != Holds::No {
                            meant.rows.push(row);
                            sure |= holds == Holds::Yes;
                        }
                    }
                    if sure {
                        meant.sure = Some(place.at);
                        return meant;
                    }
                }
            }
        }
        meant
    }

    /// Whether a method takes what is handed on.
    fn is_taken(&self, entry: &Entry, steps: &[Type], (place, by): (Place, By), world: World) -> Holds {
        let at = place.at;
        let step = &steps[at];
        let as_written = match (entry.by_ref, by) {
            (None, By::Value) => !place.has_no_size(steps) && !self.moves_out(steps, at),
            (None, _) => true,
            (Some(wants_mut), By::Value) => wants_mut == world.is_exclusive(at),
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
        let mut own = refs.flat_map(|step| self.cx.impls_by(&self.cx.own, of, step, None));
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
