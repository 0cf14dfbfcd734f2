//! What is read under conditions, and what types are one thing under these and another elsewhere.
//!
//! In: operands, statements, arms and parameters with what `cfg` says before them. Out: which conditions hold where the code
//! stands that is read now, and what variables are there. What is read under a condition binds a variable from outside of
//! it there alone: elsewhere it is what other code makes of it, and where any of several may hold, it is what all of these
//! are. So alternatives that exclude each other are each what they are, whichever comes first. Where no `cfg` stands, all of
//! this is two empty lists.

use super::Context;
use super::bodies::Walk;
use super::traits::Holds;
use super::types::Type;
use super::values::common;
use crate::facts::{Cfg, ExprId};
use crate::model::{DefId, ModId};
use smallvec::SmallVec;
use std::sync::Arc;

/// Alternatives of alternatives; more are a circle.
const DEEPEST: u32 = 8;

/// The conditions of a body that is read.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    /// Those around the code that is read now, outer ones first; the first variable that was made inside of each.
    around: Vec<(Arc<[Cfg]>, u32)>,
    /// What variables are where conditions hold, in the order of the text.
    bound: Vec<Bound>,
}

/// What a variable is where conditions hold.
#[derive(Debug)]
struct Bound {
    var: u32,
    under: Arc<[Cfg]>,
    ty: Type,
}

impl Conditions {
    /// Whether nothing is bound under conditions alone.
    pub(super) fn are_none(&self) -> bool {
        self.bound.is_empty()
    }

    /// How many there are around the code that is read now.
    pub(super) fn depth(&self) -> usize {
        self.around.len()
    }

    /// All that hold where the code stands that is read now.
    pub(super) fn here(&self) -> impl Iterator<Item = &Cfg> {
        self.around.iter().flat_map(|(cfg, _)| cfg.iter())
    }

    /// The same as a list; none where nothing stands under conditions.
    pub(super) fn all(&self) -> Option<Arc<[Cfg]>> {
        joined(&self.around)
    }

    /// Those around the code that is read now and not around the place where a variable was made.
    fn inside_of(&self, var: u32) -> Option<Arc<[Cfg]>> {
        joined(&self.around[self.around.partition_point(|(_, first)| *first <= var)..])
    }

    /// What is bound only under conditions, by variable.
    fn of(&self, var: u32) -> impl Iterator<Item = &Bound> {
        self.bound.iter().filter(move |bound| bound.var == var)
    }

    /// Whether a variable is bound in all configurations in which there is the code that is read now.
    fn cover(&self, var: u32) -> bool {
        let bound: SmallVec<[&[Cfg]; 4]> = self.of(var).map(|bound| &bound.under[..]).collect();
        let here: SmallVec<[&Cfg; 4]> = self.here().collect();
        super::slots::cover(&bound, &here)
    }

    /// Whether what stands here stands where conditions hold.
    fn hold(&self, asked: &[Cfg]) -> Holds {
        hold(asked, self.here())
    }
}

impl Walk<'_> {
    /// Reads something that stands under conditions.
    pub(super) fn within<T>(&mut self, cfg: &[Cfg], read: impl FnOnce(&mut Self) -> T) -> T {
        if cfg.is_empty() {
            return read(self);
        }
        self.conditions.around.push((Arc::from(cfg), self.vars.len() as u32));
        let result = read(self);
        self.conditions.around.pop();
        result
    }

    /// Reads what is given where a type is wanted: each says something of the other, where the conditions of what is given
    /// hold.
    pub(super) fn given(&mut self, id: ExprId, wanted: Option<&Type>) -> Type {
        let body = self.body;
        self.within(body.conditions(id), |walk| {
            wanted.iter().for_each(|wanted| walk.expect(id, wanted));
            let ty = walk.expr(id);
            wanted.iter().for_each(|wanted| walk.unify(wanted, &ty));
            ty
        })
    }

    /// Whether a variable is from outside of the innermost condition.
    pub(super) fn is_from_outside(&self, var: u32) -> bool {
        self.conditions.around.last().is_some_and(|(_, first)| var < *first)
    }

    /// Makes a variable a type: everywhere, or where the conditions hold that stand between it and here.
    pub(super) fn bind_var(&mut self, var: u32, ty: &Type) {
        if self.occurs(var, ty, 16) || matches!(ty, Type::Never) {
            return;
        }
        if let Some(under) = self.conditions.inside_of(var) {
            self.conditions.bound.push(Bound { var, under, ty: ty.clone() });
            return;
        }
        if let Some(place) = self.vars.get_mut(var as usize) {
            *place = Some(ty.clone());
        }
        // What it was where conditions hold, says there what it is now.
        if self.conditions.of(var).next().is_some() {
            let bound = std::mem::take(&mut self.conditions.bound);
            let (own, others): (Vec<Bound>, _) = bound.into_iter().partition(|bound| bound.var == var);
            self.conditions.bound = others;
            for Bound { under, ty: before, .. } in own {
                self.within(&under, |walk| walk.unify(ty, &before));
            }
        }
    }

    /// What a variable without a type of its own is for sure where the code stands that is read now.
    pub(super) fn bound_here(&self, var: u32) -> Option<&Type> {
        self.conditions.of(var).find(|bound| self.conditions.hold(&bound.under) == Holds::Yes).map(|bound| &bound.ty)
    }

    /// What a variable is under any conditions.
    pub(super) fn bound_anywhere(&self, var: u32) -> impl Iterator<Item = &Type> {
        self.conditions.of(var).map(|bound| &bound.ty)
    }

    /// A type with what a variable may be where the code stands that is read now: where that differs, it is not known.
    pub(super) fn decided(&self, ty: Type) -> Type {
        if self.conditions.are_none() { ty } else { self.decided_within(ty, DEEPEST) }
    }

    fn decided_within(&self, ty: Type, depth: u32) -> Type {
        match &ty {
            Type::Ref(inner) => self.decided_within((**inner).clone(), depth).reference(),
            Type::Var(var) if depth > 0 => {
                let may = |bound: &&Bound| self.conditions.hold(&bound.under) != Holds::No;
                // Where none of these is sure to hold, what is not known may have made it something else.
                if self.conditions.of(*var).next().is_some() && !self.conditions.cover(*var) {
                    return Type::Unknown;
                }
                let all = self.conditions.of(*var).filter(may);
                let all = all.map(|bound| self.decided_within(self.deep(&bound.ty), depth - 1));
                all.reduce(|one, other| common(one, &other)).unwrap_or(ty)
            }
            _ => ty,
        }
    }
}

/// What is known to hold, or not to.
type Known<'c> = SmallVec<[(&'c Cfg, bool); 4]>;

/// Whether conditions hold, all of which have to, where others do.
pub(super) fn hold<'c>(asked: &'c [Cfg], here: impl Iterator<Item = &'c Cfg>) -> Holds {
    let mut known = Known::new();
    here.for_each(|cfg| learn(cfg, true, &mut known));
    let mut holds = Holds::Yes;
    for cfg in asked {
        match told(cfg, &known) {
            Some(true) => {}
            Some(false) => return Holds::No,
            None => holds = Holds::Maybe,
        }
    }
    holds
}

/// What follows from a condition that holds, or does not.
fn learn<'c>(cfg: &'c Cfg, truth: bool, known: &mut Known<'c>) {
    match (cfg, truth) {
        (Cfg::All(inner), true) | (Cfg::Any(inner), false) => inner.iter().for_each(|cfg| learn(cfg, truth, known)),
        (Cfg::Not(inner), _) => learn(inner, !truth, known),
        _ => known.push((cfg, truth)),
    }
}

/// Whether a condition holds, if what is known tells that.
fn told(cfg: &Cfg, known: &[(&Cfg, bool)]) -> Option<bool> {
    if let Some((_, truth)) = known.iter().find(|(own, _)| *own == cfg) {
        return Some(*truth);
    }
    // One of them decides, or else all of them have to be known.
    let decide = |inner: &[Cfg], deciding: bool| {
        let mut all = inner.iter().map(|cfg| told(cfg, known));
        if all.clone().any(|truth| truth == Some(deciding)) {
            Some(deciding)
        } else {
            all.all(|truth| truth.is_some()).then_some(!deciding)
        }
    };
    match cfg {
        Cfg::All(inner) => decide(inner, false),
        Cfg::Any(inner) => decide(inner, true),
        Cfg::Not(inner) => told(inner, known).map(|truth| !truth),
        Cfg::Const(truth) => Some(*truth),
        Cfg::Atom(..) | Cfg::Unknown(_) => None,
    }
}

/// All conditions of some frames, in one list.
fn joined(frames: &[(Arc<[Cfg]>, u32)]) -> Option<Arc<[Cfg]>> {
    match frames {
        [] => None,
        [(only, _)] => Some(Arc::clone(only)),
        some => Some(some.iter().flat_map(|(cfg, _)| cfg.iter().cloned()).collect()),
    }
}

impl Context<'_> {
    /// All conditions around a definition in a module: its own, and those of all that it stands in.
    pub(super) fn conditions_around(&self, home: ModId, def: DefId) -> Vec<&Cfg> {
        let of = |def: DefId| &self.defs.get(self.sources, def).attrs.cfg;
        let holders = std::iter::successors(Some(def), |def| self.defs.parent(self.sources, *def));
        let mut all: Vec<&Cfg> = holders.flat_map(of).collect();
        for module in std::iter::successors(Some(home), |at| self.modules.get(*at).parent) {
            let row = self.modules.get(module);
            all.extend(row.def.into_iter().flat_map(of));
            all.extend(&self.sources.files[row.file.index()].facts.attrs.cfg);
        }
        all
    }

    /// Whether a definition in a module exists only under conditions.
    pub(super) fn is_conditional(&self, home: ModId, def: DefId) -> bool {
        !self.conditions_around(home, def).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::name;

    #[test]
    fn conditions_tell_of_others() {
        let [a, b] = ["a", "b"].map(|key| Cfg::Atom(name(key), None));
        let not = |cfg: &Cfg| Cfg::Not(Box::new(cfg.clone()));
        let neither = not(&Cfg::Any(vec![a.clone(), b.clone()]));
        let asked = |asked: &Cfg, here: &Cfg| hold(std::slice::from_ref(asked), std::iter::once(here));
        assert_eq!(asked(&a, &Cfg::All(vec![b.clone(), a.clone()])), Holds::Yes);
        assert_eq!(asked(&not(&a), &a), Holds::No);
        assert_eq!(asked(&neither, &a), Holds::No);
        assert_eq!(asked(&not(&b), &neither), Holds::Yes);
        assert_eq!(asked(&b, &a), Holds::Maybe);
    }
}
