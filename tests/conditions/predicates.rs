//! Features and predicates over them. In: random numbers. Out: what a manifest and a `cfg` say, and what they mean in
//! one configuration. This is written anew on purpose: it shares nothing with the code that is tested.

use super::random::Random;
use std::collections::BTreeSet;
use std::fmt;

/// A set of features: bit `n` is feature `n`.
pub type Set = u32;

const NAMES: [&str; 4] = ["a", "b", "c", "d"];

fn has(set: Set, feature: usize) -> bool {
    (set >> feature) & 1 == 1
}

/// A cfg predicate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pred {
    Feature(usize),
    All(Vec<Pred>),
    Any(Vec<Pred>),
    Not(Box<Pred>),
}

impl Pred {
    /// A predicate over the first `features` features, nested no deeper than `depth`.
    pub fn random(random: &mut Random, features: usize, depth: usize) -> Self {
        let kind = if depth == 0 { 0 } else { random.below(5) };
        match kind {
            2 => Pred::All(Self::two(random, features, depth - 1)),
            3 => Pred::Any(Self::two(random, features, depth - 1)),
            4 => Self::random(random, features, depth - 1).opposite(),
            _ => Pred::Feature(random.below(features)),
        }
    }

    fn two(random: &mut Random, features: usize, depth: usize) -> Vec<Pred> {
        vec![Self::random(random, features, depth), Self::random(random, features, depth)]
    }

    pub fn opposite(self) -> Pred {
        Pred::Not(Box::new(self))
    }

    /// Whether it holds where exactly these features are on.
    pub fn holds(&self, set: Set) -> bool {
        match self {
            Pred::Feature(at) => has(set, *at),
            Pred::All(parts) => parts.iter().all(|part| part.holds(set)),
            Pred::Any(parts) => parts.iter().any(|part| part.holds(set)),
            Pred::Not(inner) => !inner.holds(set),
        }
    }
}

impl fmt::Display for Pred {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Pred::Feature(at) => write!(f, "feature = \"{}\"", NAMES[*at]),
            Pred::All(parts) => write!(f, "all({})", list(parts)),
            Pred::Any(parts) => write!(f, "any({})", list(parts)),
            Pred::Not(inner) => write!(f, "not({inner})"),
        }
    }
}

/// Predicates with commas between them.
pub fn list(preds: &[Pred]) -> String {
    preds.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Whether all of them hold.
pub fn all_hold(preds: &[Pred], set: Set) -> bool {
    preds.iter().all(|pred| pred.holds(set))
}

/// Both conditions at once.
pub fn joined(one: &[Pred], other: &[Pred]) -> Vec<Pred> {
    [one, other].concat()
}

/// A workspace of its own, so that none around the folder matters.
const PACKAGE: &str = "[package]
name = \"app\"
version = \"0.1.0\"
edition = \"2024\"
publish = false

[workspace]

[features]
";

/// The features of a package.
#[derive(Debug, Clone)]
pub struct Features {
    pub count: usize,
    /// The first brings the second along.
    pub implied: Vec<(usize, usize)>,
}

impl Features {
    /// Two to four features; one brings only later ones along, as cargo refuses a feature that depends on itself.
    pub fn random(random: &mut Random) -> Self {
        let count = random.between(2, NAMES.len());
        let mut implied = vec![];
        for from in 0..count {
            for to in from + 1..count {
                if random.one_in(4) {
                    implied.push((from, to));
                }
            }
        }
        Features { count, implied }
    }

    /// Every set that a user can ask for.
    pub fn requests(&self) -> std::ops::Range<Set> {
        let end: Set = 1 << self.count;
        0..end
    }

    /// What cargo switches on where a user asks for a set.
    pub fn closure(&self, set: Set) -> Set {
        let mut all = set;
        loop {
            let before = all;
            for &(from, to) in &self.implied {
                if has(all, from) {
                    let bit: Set = 1 << to;
                    all |= bit;
                }
            }
            if all == before {
                return all;
            }
        }
    }

    /// Every set that a build can have.
    pub fn configurations(&self) -> BTreeSet<Set> {
        self.requests().map(|set| self.closure(set)).collect()
    }

    /// Whether one predicate holds in every build in which all of `given` do.
    pub fn implies(&self, given: &[Pred], one: &Pred) -> bool {
        self.configurations().into_iter().all(|set| !all_hold(given, set) || one.holds(set))
    }

    /// The names of the features of a set.
    pub fn names(&self, set: Set) -> Vec<&'static str> {
        (0..self.count).filter(|at| has(set, *at)).map(|at| NAMES[at]).collect()
    }

    /// The manifest of a package with these features.
    pub fn manifest(&self) -> String {
        let mut text = PACKAGE.to_owned();
        for (at, name) in NAMES.iter().enumerate().take(self.count) {
            let brought = self.implied.iter().filter(|(from, _)| *from == at);
            let brought: Vec<String> = brought.map(|(_, to)| format!("\"{}\"", NAMES[*to])).collect();
            text.push_str(&format!("{name} = [{}]\n", brought.join(", ")));
        }
        text
    }
}
