//! Formulas over cfg atoms: conditions as small numbers, equal if they hold in the same configurations.
//!
//! In: the atoms of a workspace and what its manifests say of features. Out: [`Formula`]s, joined by `and` and `or` and
//! shown in short form. They are decision diagrams of biodivine-lib-bdd; what holds in no configuration that the manifests
//! and targets allow is [`Formula::NEVER`], what holds in all of them [`Formula::ALWAYS`]. A formula that would grow too
//! large becomes a weaker one: nothing dies for being hard to decide.

use crate::facts::Cfg;
use crate::model::{Name, PackageId};
use biodivine_lib_bdd::{Bdd, BddVariable, BddVariableSet};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// A condition: a row of [`Formulas`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Formula(u32);

impl Formula {
    /// Holds in no configuration.
    pub const NEVER: Formula = Formula(0);
    /// Holds in every configuration.
    pub const ALWAYS: Formula = Formula(1);
}

/// An atom; features are those of a package.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Atom {
    /// The package that a feature is of.
    pub package: Option<PackageId>,
    /// `feature`, `unix` …
    pub key: Name,
    /// Its value.
    pub value: Option<Name>,
}

/// Diagrams larger than this are made weaker.
const LARGEST: usize = 4096;
/// Formulas with more paths to truth than this are not written out.
const MOST_CLAUSES: usize = 48;
/// More atoms are not told apart: conditions with others always hold.
const MOST_ATOMS: usize = 20_000;
/// Keys of which one build has at most one value.
const SINGLE: [&str; 7] =
    ["target_os", "target_arch", "target_env", "target_endian", "target_pointer_width", "target_vendor", "panic"];

/// All conditions of a workspace.
pub struct Formulas {
    set: BddVariableSet,
    variables: FxHashMap<Atom, BddVariable>,
    atoms: Vec<Atom>,
    /// What is known of atoms that depend on each other, by the first atom of each group.
    laws: Vec<Bdd>,
    group: Vec<usize>,
    rows: Vec<Bdd>,
    known: FxHashMap<Bdd, Formula>,
    /// Laws by the atoms that they are asked for.
    law_of_atoms: FxHashMap<Vec<BddVariable>, Bdd>,
    joined: FxHashMap<(bool, Formula, Formula), Formula>,
}

impl Formulas {
    /// Formulas over these atoms, where each of `implied` holds wherever the one before it does.
    pub fn new(atoms: &BTreeSet<Atom>, implied: &[(Atom, Atom)]) -> Self {
        let atoms: Vec<Atom> = atoms.iter().take(MOST_ATOMS).copied().collect();
        let set = BddVariableSet::new_anonymous(atoms.len() as u16);
        let variables: FxHashMap<Atom, BddVariable> = atoms.iter().copied().zip(set.variables()).collect();
        let rows = vec![set.mk_false(), set.mk_true()];
        let known = FxHashMap::from_iter([(set.mk_false(), Formula::NEVER), (set.mk_true(), Formula::ALWAYS)]);
        let group = (0..atoms.len()).collect();
        let laws = vec![set.mk_true(); atoms.len()];
        let mut formulas = Formulas {
            set,
            variables,
            atoms,
            laws,
            group,
            rows,
            known,
            law_of_atoms: FxHashMap::default(),
            joined: FxHashMap::default(),
        };
        let mut pairs: Vec<(usize, usize, Bdd)> = vec![];
        for (from, to) in implied {
            if let (Some(a), Some(b)) = (formulas.variables.get(from), formulas.variables.get(to)) {
                let law = formulas.set.mk_var(*a).imp(&formulas.set.mk_var(*b));
                pairs.push((a.to_index(), b.to_index(), law));
            }
        }
        formulas.exclusions(&mut pairs);
        formulas.group_laws(pairs);
        formulas
    }

    /// At most one value of a single-valued key; `unix` and `windows` exclude each other.
    fn exclusions(&self, pairs: &mut Vec<(usize, usize, Bdd)>) {
        let matters = |key: &str| SINGLE.contains(&key) || key == "unix" || key == "windows";
        let all: Vec<(usize, &Atom)> = self.atoms.iter().enumerate().filter(|(_, atom)| matters(&atom.key)).collect();
        let variables = self.set.variables();
        for (index, (at, atom)) in all.iter().copied().enumerate() {
            for (other_at, other) in all[index + 1..].iter().copied() {
                let same = atom.key == other.key && atom.value.is_some() && other.value.is_some();
                let single = same && SINGLE.contains(&atom.key.as_str());
                let plain = atom.value.is_none() && other.value.is_none();
                if single || (plain && atom.key == "unix" && other.key == "windows") {
                    let both = self.set.mk_var(variables[at]).and(&self.set.mk_var(variables[other_at]));
                    pairs.push((at, other_at, both.not()));
                }
            }
        }
    }

    fn group_laws(&mut self, pairs: Vec<(usize, usize, Bdd)>) {
        let mut sets: petgraph::unionfind::UnionFind<usize> = petgraph::unionfind::UnionFind::new(self.atoms.len());
        for (a, b, _) in &pairs {
            sets.union(*a, *b);
        }
        self.group = sets.into_labeling();
        for (a, _, law) in pairs {
            let whole = &mut self.laws[self.group[a]];
            let joined = whole.and(&law);
            // What is not taken in only makes fewer formulas contradictions.
            if joined.size() <= LARGEST {
                *whole = joined;
            }
        }
    }

    /// The formula of a diagram.
    fn intern(&mut self, diagram: Bdd) -> Formula {
        if let Some(known) = self.known.get(&diagram) {
            return *known;
        }
        let law = self.law_of(&diagram);
        let possible = diagram.and(&law);
        let otherwise = diagram.not().and(&law);
        let formula = if possible.is_false() {
            Formula::NEVER
        } else if otherwise.is_false() {
            Formula::ALWAYS
        } else {
            self.rows.push(diagram.clone());
            Formula(self.rows.len() as u32 - 1)
        };
        self.known.insert(diagram, formula);
        formula
    }

    /// What the laws say of the atoms of a diagram; what they say of others is of no use for it.
    fn law_of(&mut self, diagram: &Bdd) -> Bdd {
        let mut support: Vec<BddVariable> = diagram.support_set().into_iter().collect();
        support.sort_unstable();
        if let Some(known) = self.law_of_atoms.get(&support) {
            return known.clone();
        }
        let law = self.law_about(&support);
        self.law_of_atoms.insert(support, law.clone());
        law
    }

    /// The same, computed anew.
    fn law_about(&self, support: &[BddVariable]) -> Bdd {
        let groups: BTreeSet<usize> = support.iter().map(|it| self.group[it.to_index()]).collect();
        groups.iter().fold(self.set.mk_true(), |all, group| {
            let others = self.laws[*group].support_set().into_iter().filter(|it| !support.contains(it));
            all.and(&self.laws[*group].exists(&others.collect::<Vec<_>>()))
        })
    }

    /// Whether two formulas hold together in no configuration.
    pub fn exclude(&self, a: Formula, b: Formula) -> bool {
        if a == Formula::NEVER || b == Formula::NEVER {
            return true;
        }
        if a == b || a == Formula::ALWAYS || b == Formula::ALWAYS {
            return false;
        }
        let both = self.rows[a.0 as usize].and(&self.rows[b.0 as usize]);
        let support: Vec<BddVariable> = both.support_set().into_iter().collect();
        both.and(&self.law_about(&support)).is_false()
    }

    /// Both hold.
    pub fn and(&mut self, a: Formula, b: Formula) -> Formula {
        match (a, b) {
            (Formula::NEVER, _) | (_, Formula::NEVER) => return Formula::NEVER,
            (Formula::ALWAYS, other) | (other, Formula::ALWAYS) => return other,
            _ if a == b => return a,
            _ => {}
        }
        let key = (true, a.min(b), a.max(b));
        if let Some(known) = self.joined.get(&key) {
            return *known;
        }
        let diagram = self.rows[a.0 as usize].and(&self.rows[b.0 as usize]);
        let formula = if diagram.size() > LARGEST { a } else { self.intern(diagram) };
        self.joined.insert(key, formula);
        formula
    }

    /// One of them holds.
    pub fn or(&mut self, a: Formula, b: Formula) -> Formula {
        match (a, b) {
            (Formula::ALWAYS, _) | (_, Formula::ALWAYS) => return Formula::ALWAYS,
            (Formula::NEVER, other) | (other, Formula::NEVER) => return other,
            _ if a == b => return a,
            _ => {}
        }
        let key = (false, a.min(b), a.max(b));
        if let Some(known) = self.joined.get(&key) {
            return *known;
        }
        let diagram = self.rows[a.0 as usize].or(&self.rows[b.0 as usize]);
        let formula = if diagram.size() > LARGEST { Formula::ALWAYS } else { self.intern(diagram) };
        self.joined.insert(key, formula);
        formula
    }

    /// The formula of a predicate. `atom` tells what an atom is here; `None` for one that does not hold anywhere. What
    /// cannot be read holds, and so does its opposite.
    pub fn of(&mut self, cfg: &Cfg, atom: &dyn Fn(Name, Option<Name>) -> Option<Atom>) -> Formula {
        self.polar(cfg, true, atom)
    }

    fn polar(&mut self, cfg: &Cfg, holds: bool, atom: &dyn Fn(Name, Option<Name>) -> Option<Atom>) -> Formula {
        match (cfg, holds) {
            (Cfg::All(inner), true) | (Cfg::Any(inner), false) => inner.iter().fold(Formula::ALWAYS, |all, one| {
                let one = self.polar(one, holds, atom);
                self.and(all, one)
            }),
            (Cfg::Any(inner), true) | (Cfg::All(inner), false) => inner.iter().fold(Formula::NEVER, |any, one| {
                let one = self.polar(one, holds, atom);
                self.or(any, one)
            }),
            (Cfg::Not(inner), _) => self.polar(inner, !holds, atom),
            (Cfg::Const(value), _) => {
                if *value == holds {
                    Formula::ALWAYS
                } else {
                    Formula::NEVER
                }
            }
            (Cfg::Unknown(_), _) => Formula::ALWAYS,
            (Cfg::Atom(key, value), _) => match atom(*key, *value) {
                None => {
                    if holds {
                        Formula::NEVER
                    } else {
                        Formula::ALWAYS
                    }
                }
                Some(atom) => self.literal(atom, holds),
            },
        }
    }

    /// An atom, or its opposite.
    pub fn literal(&mut self, atom: Atom, holds: bool) -> Formula {
        match self.variables.get(&atom).copied() {
            Some(variable) => {
                let diagram = self.set.mk_literal(variable, holds);
                self.intern(diagram)
            }
            None => Formula::ALWAYS,
        }
    }

    /// The formula where an atom is set.
    pub fn given(&mut self, formula: Formula, atom: Atom, holds: bool) -> Formula {
        match self.variables.get(&atom).copied() {
            Some(variable) if !matches!(formula, Formula::NEVER | Formula::ALWAYS) => {
                let diagram = self.rows[formula.0 as usize].restrict(&[(variable, holds)]);
                self.intern(diagram)
            }
            _ => formula,
        }
    }

    /// The formula where nothing is asked of an atom.
    pub fn without(&mut self, formula: Formula, atom: Atom) -> Formula {
        match self.variables.get(&atom).copied() {
            Some(variable) if !matches!(formula, Formula::NEVER | Formula::ALWAYS) => {
                let diagram = self.rows[formula.0 as usize].var_exists(variable);
                self.intern(diagram)
            }
            _ => formula,
        }
    }

    /// A formula as a predicate, as short as it is found: alternatives of which none can do with less.
    pub fn shortest(&self, formula: Formula) -> Cfg {
        let diagram = &self.rows[formula.0 as usize];
        if diagram.is_true() || diagram.is_false() {
            return Cfg::Const(diagram.is_true());
        }
        let cost = |all: &[Vec<(BddVariable, bool)>]| all.iter().map(|one| one.len() + 1).sum::<usize>();
        match (self.alternatives(diagram), self.alternatives(&diagram.not())) {
            // `any(not(a), not(b))` reads worse than `not(all(a, b))`.
            (Some(positive), Some(negative)) if cost(&negative) < cost(&positive) => {
                Cfg::Not(Box::new(self.written(negative)))
            }
            (Some(positive), _) => self.written(positive),
            (None, Some(negative)) => Cfg::Not(Box::new(self.written(negative))),
            (None, None) => Cfg::Unknown(crate::model::name(&self.summary(diagram))),
        }
    }

    /// What a formula that is too long to be read is about.
    fn summary(&self, diagram: &Bdd) -> String {
        let mut about: Vec<BddVariable> = diagram.support_set().into_iter().collect();
        about.sort_unstable();
        let atom = |variable: &BddVariable| {
            let atom = self.atoms[variable.to_index()];
            Cfg::Atom(atom.key, atom.value).to_string()
        };
        let names: Vec<String> = about.iter().map(atom).collect();
        format!("some combination of {}", names.join(", "))
    }

    /// Alternatives that together hold where a diagram does, given the laws; `None` if they are too many.
    fn alternatives(&self, diagram: &Bdd) -> Option<Vec<Vec<(BddVariable, bool)>>> {
        if diagram.sat_clauses().nth(MOST_CLAUSES).is_some() {
            return None;
        }
        // What the laws say of other atoms is of no use here.
        let support: Vec<BddVariable> = diagram.support_set().into_iter().collect();
        let law = self.law_about(&support);
        let wanted = diagram.and(&law);
        let clause = |literals: &[(BddVariable, bool)]| {
            literals.iter().fold(law.clone(), |all, (variable, holds)| all.and(&self.set.mk_literal(*variable, *holds)))
        };
        let mut found: Vec<Vec<(BddVariable, bool)>> = vec![];
        for path in diagram.to_optimized_dnf() {
            let mut literals = path.to_values();
            literals.sort_by_key(|literal| literal.0);
            // Positive literals say more to a reader than negative ones: these go first.
            for negative in [false, true] {
                let mut at = 0;
                while at < literals.len() {
                    let mut fewer = literals.clone();
                    let (_, holds) = fewer.remove(at);
                    if holds == negative && clause(&fewer).and_not(&wanted).is_false() {
                        literals = fewer;
                    } else {
                        at += 1;
                    }
                }
            }
            // An alternative that the laws rule out says nothing.
            if !found.contains(&literals) && !clause(&literals).is_false() {
                found.push(literals);
            }
        }
        let mut at = 0;
        while at < found.len() {
            let others = found.iter().enumerate().filter(|(other, _)| *other != at);
            let rest = others.fold(self.set.mk_false(), |any, (_, one)| any.or(&clause(one)));
            if found.len() > 1 && wanted.and_not(&rest).is_false() {
                found.remove(at);
            } else {
                at += 1;
            }
        }
        found.sort();
        Some(found)
    }

    fn written(&self, mut alternatives: Vec<Vec<(BddVariable, bool)>>) -> Cfg {
        let common: Vec<(BddVariable, bool)> = match alternatives.first() {
            Some(first) if alternatives.len() > 1 => {
                let shared = first.iter().filter(|literal| alternatives.iter().all(|one| one.contains(literal)));
                shared.copied().collect()
            }
            _ => vec![],
        };
        alternatives.iter_mut().for_each(|one| one.retain(|literal| !common.contains(literal)));
        let atom = |literal: &(BddVariable, bool)| {
            let atom = self.atoms[literal.0.to_index()];
            let written = Cfg::Atom(atom.key, atom.value);
            if literal.1 { written } else { Cfg::Not(Box::new(written)) }
        };
        let all = |literals: &[(BddVariable, bool)]| one_or(Cfg::All, literals.iter().map(atom).collect());
        let any = one_or(Cfg::Any, alternatives.iter().map(|one| all(one)).collect());
        if common.is_empty() {
            return any;
        }
        let mut parts: Vec<Cfg> = common.iter().map(atom).collect();
        parts.push(any);
        Cfg::All(parts)
    }
}

fn one_or(join: fn(Vec<Cfg>) -> Cfg, mut parts: Vec<Cfg>) -> Cfg {
    match parts.len() {
        1 => parts.remove(0),
        _ => join(parts),
    }
}
