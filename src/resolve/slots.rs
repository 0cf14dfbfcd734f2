//! Which argument is for which parameter, and where entries of a list stand, if not all of them may be there.
//!
//! In: the conditions of the entries. Out: what goes together in any configuration in which there are as many arguments as
//! parameters: in another one the code would not compile. Each combination of the conditions' atoms is gone through, as there
//! are few; where there are many, nothing is known. What the atoms mean is not known: any may hold beside any other.

use super::bodies::Walk;
use super::causes::Source;
use super::types::Type;
use crate::facts::body::Closure;
use crate::facts::{Body, Cfg, Expr, ExprId};
use crate::model::Name;
use smallvec::SmallVec;

/// Atoms in the conditions of one list; with more all stays open.
const MOST_ATOMS: usize = 8;

type Atom<'c> = (&'c Name, &'c Option<Name>);

/// The parameters that an argument is for, each under some conditions.
pub(super) type Rows = SmallVec<[usize; 1]>;

/// The conditions of the entries of a list.
type Entries<'c> = SmallVec<[&'c [Cfg]; 8]>;

/// For each argument the parameters that it may be for.
fn pairs(given: &[&[Cfg]], wanted: &[&[Cfg]]) -> Vec<Rows> {
    let mut found = vec![Rows::new(); given.len()];
    let Some(atoms) = atoms(given.iter().chain(wanted)) else { return found };
    for row in 0..1 << atoms.len() {
        if let (Some(given), Some(wanted)) = (present(given, &atoms, row), present(wanted, &atoms, row))
            && given.len() == wanted.len()
        {
            for (arg, param) in given.into_iter().zip(wanted) {
                if !found[arg].contains(&param) {
                    found[arg].push(param);
                }
            }
        }
    }
    found
}

/// The place of each entry, and how many there are at once, where that is the same in all configurations.
fn places(entries: &[&[Cfg]]) -> Option<(Vec<usize>, usize)> {
    let atoms = atoms(entries.iter())?;
    let mut places: Vec<Option<usize>> = vec![None; entries.len()];
    let mut count = None;
    for row in 0..1 << atoms.len() {
        let all = present(entries, &atoms, row)?;
        if *count.get_or_insert(all.len()) != all.len() {
            return None;
        }
        for (place, entry) in all.into_iter().enumerate() {
            if *places[entry].get_or_insert(place) != place {
                return None;
            }
        }
    }
    Some((places.into_iter().collect::<Option<Vec<usize>>>()?, count?))
}

/// Whether in all configurations in which some conditions hold, all of one of several lists do.
pub(super) fn cover(lists: &[&[Cfg]], here: &[&Cfg]) -> bool {
    let around: Vec<&[Cfg]> = here.iter().map(|cfg| std::slice::from_ref(*cfg)).collect();
    let Some(atoms) = atoms(lists.iter().chain(&around)) else { return false };
    (0..1 << atoms.len()).all(|row| match present(&around, &atoms, row) {
        Some(holding) if holding.len() < around.len() => true,
        Some(_) => present(lists, &atoms, row).is_some_and(|holding| !holding.is_empty()),
        None => false,
    })
}

/// The atoms of some conditions.
fn atoms<'c>(entries: impl Iterator<Item = &'c &'c [Cfg]>) -> Option<Vec<Atom<'c>>> {
    let mut found: Vec<Atom<'c>> = vec![];
    for cfg in entries.flat_map(|cfg| cfg.iter()) {
        cfg.atoms(&mut |key, value| {
            if !found.contains(&(key, value)) {
                found.push((key, value));
            }
        });
    }
    (found.len() <= MOST_ATOMS).then_some(found)
}

/// Which entries are there where those atoms hold whose bits are set; `None` if that is not known.
fn present(entries: &[&[Cfg]], atoms: &[Atom<'_>], holding: u32) -> Option<Vec<usize>> {
    let known = |key: &Name, value: &Option<Name>| {
        let at = atoms.iter().position(|(own, of)| *own == key && *of == value)?;
        Some(holding & (1 << at) != 0)
    };
    let mut found = vec![];
    for (at, entry) in entries.iter().enumerate() {
        let mut is_there = true;
        for cfg in *entry {
            is_there &= cfg.eval(&known)?;
        }
        if is_there {
            found.push(at);
        }
    }
    Some(found)
}

/// The conditions of one of several values. What is in turn one of several is there where any of these is.
fn conditions_of_value(body: &Body, id: ExprId) -> Vec<Cfg> {
    match &body.exprs[id as usize] {
        Expr::If(_, then, Some(otherwise)) => {
            let both = [conditions_of_value(body, *then), conditions_of_value(body, *otherwise)];
            let always = both.iter().any(Vec::is_empty);
            if always { vec![] } else { vec![Cfg::Any(both.map(Cfg::All).into())] }
        }
        _ => body.conditions(id).to_vec(),
    }
}

/// The conditions of a parameter, by row.
pub(super) fn of_row(conditional: &[(u32, Vec<Cfg>)], row: usize) -> &[Cfg] {
    conditional.iter().find(|(at, _)| *at as usize == row).map_or(&[][..], |(_, cfg)| &cfg[..])
}

/// The one parameter that an argument is for, if it is for one.
pub(super) fn only(aligned: Option<&[Rows]>, at: usize) -> Option<usize> {
    match aligned {
        None => Some(at),
        Some(all) => match all.get(at).map_or(&[][..], |rows| &rows[..]) {
            [only] => Some(*only),
            _ => None,
        },
    }
}

impl Walk<'_> {
    /// Whether one of some operands exists under conditions.
    pub(super) fn any_conditional(&self, operands: &[ExprId]) -> bool {
        operands.iter().any(|operand| !self.body.conditions(*operand).is_empty())
    }

    /// For each argument the parameters that it may be for, among those behind the first `skip`; `None` where each argument
    /// is for the parameter at its place.
    pub(super) fn aligned(
        &self,
        args: &[ExprId],
        params: usize,
        conditional: &[(u32, Vec<Cfg>)],
        skip: usize,
    ) -> Option<Vec<Rows>> {
        if conditional.is_empty() && !self.any_conditional(args) {
            return None;
        }
        let given: Entries<'_> = args.iter().map(|arg| self.body.conditions(*arg)).collect();
        let wanted: Entries<'_> = (0..params).map(|row| of_row(conditional, row + skip)).collect();
        Some(pairs(&given, &wanted))
    }

    /// How many arguments a call may have: at least, and at most.
    pub(super) fn numbers_of_args(&self, args: &[ExprId]) -> std::ops::RangeInclusive<usize> {
        let always = args.iter().filter(|arg| self.body.conditions(**arg).is_empty()).count();
        always..=args.len()
    }

    /// The type of a value that is one of these, each under its conditions.
    pub(super) fn one_of(&mut self, values: &[(ExprId, Type)]) -> Type {
        let mut known = values.iter().map(|(_, ty)| ty).filter(|ty| **ty != Type::Never);
        let Some(first) = known.next() else { return Type::Never };
        if known.all(|other| other == first) {
            return first.clone();
        }
        let body = self.body;
        let value = self.fresh();
        for (id, ty) in values {
            self.within(&conditions_of_value(body, *id), |walk| walk.unify(&value, ty));
        }
        self.deep(&value)
    }

    /// `(a, b)`.
    pub(super) fn tuple(&mut self, items: &[ExprId]) -> Type {
        if !self.any_conditional(items) {
            return Type::Tuple(items.iter().map(|item| self.expr(*item)).collect());
        }
        let types = self.read_all(items);
        let body = self.body;
        let entries: Entries<'_> = items.iter().map(|item| body.conditions(*item)).collect();
        let Some((places, count)) = places(&entries) else { return Type::Unknown };
        let slots: Vec<Type> = (0..count).map(|_| self.fresh()).collect();
        for ((ty, place), cfg) in types.iter().zip(places).zip(entries) {
            self.within(cfg, |walk| walk.unify(&slots[place], ty));
        }
        Type::Tuple(slots.iter().map(|slot| self.deep(slot)).collect())
    }

    /// Whether a parameter of a closure exists under conditions.
    pub(super) fn has_conditional_params(&self, closure: &Closure) -> bool {
        closure.params.iter().any(|(pat, _)| !self.body.pattern_conditions(*pat).is_empty())
    }

    /// Binds the parameters of a closure, some of which exist under conditions; gives back what it is called with, if that
    /// is known.
    pub(super) fn conditional_params(&mut self, closure: &Closure, expected: Option<&[Type]>) -> Option<Vec<Type>> {
        let body = self.body;
        let entries: Entries<'_> = closure.params.iter().map(|(pat, _)| body.pattern_conditions(*pat)).collect();
        let places = places(&entries);
        let count = places.as_ref().map_or(0, |(_, count)| *count);
        let mut slots = vec![];
        for at in 0..count {
            let known = expected.and_then(|params| params.get(at)).cloned();
            slots.push(known.unwrap_or_else(|| self.fresh()));
        }
        for (at, (pat, written)) in closure.params.iter().enumerate() {
            let slot = places.as_ref().map(|(places, _)| &slots[places[at]]);
            let ty = match written {
                Some(written) => {
                    self.use_type(written);
                    let ty = self.lowered(written);
                    self.within(entries[at], |walk| slot.iter().for_each(|slot| walk.unify(slot, &ty)));
                    ty
                }
                None => slot.cloned().unwrap_or(Type::Unknown),
            };
            self.source = Source::Closure;
            self.bind(*pat, &ty);
        }
        places.is_some().then_some(slots)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::name;

    fn atom(key: &str) -> Cfg {
        Cfg::Atom(name(key), None)
    }

    fn not(cfg: Cfg) -> Cfg {
        Cfg::Not(Box::new(cfg))
    }

    #[test]
    fn alternatives_stand_at_one_place() {
        let (a, other) = ([atom("a")], [not(atom("a"))]);
        assert_eq!(places(&[&[], &a, &other, &[]]), Some((vec![0, 1, 1, 2], 3)));
        assert_eq!(places(&[&a, &[]]), None);
    }

    #[test]
    fn arguments_go_with_the_parameters_of_their_conditions() {
        let (a, b, neither) = ([atom("a")], [atom("b")], [not(atom("a")), not(atom("b"))]);
        let rows = |all: &[Rows]| all.iter().map(|rows| rows.to_vec()).collect::<Vec<_>>();
        assert_eq!(rows(&pairs(&[&a, &[]], &[&a, &[]])), [[0], [1]]);
        // One of three, for one parameter.
        assert_eq!(rows(&pairs(&[&a, &b, &neither], &[&[]])), [[0], [0], [0]]);
        // Which of two parameters is there, the argument does not say.
        assert_eq!(rows(&pairs(&[&[]], &[&a, &[not(atom("a"))]])), [[1, 0]]);
    }
}
