//! What a random package consists of, before any of it is written. In: random numbers. Out: modules and things in them,
//! each with the predicates before it. It knows no references: these are made up when bodies are written.

use super::predicates::{Features, Pred, joined};
use super::random::Random;

/// A module; number 0 is the root of the crate.
pub struct Place {
    pub parent: Option<usize>,
    /// Whether it has a file of its own.
    pub file: bool,
    /// Whether its predicates stand in that file (`#![cfg]`) and not before `mod`.
    pub inner: bool,
    pub when: Vec<Pred>,
}

/// Something that bodies can refer to.
pub struct Thing {
    pub kind: Kind,
    pub place: usize,
    pub when: Vec<Pred>,
}

pub enum Kind {
    /// Where there is a predicate, the function is written twice: under it and under its opposite.
    Function(Option<Pred>),
    Constant,
    Struct(Shape),
    /// The predicates before each variant; the first variant has none, as an enum without variants has no values.
    Enum(Vec<Vec<Pred>>),
}

pub struct Shape {
    /// The predicate before the second field, if there is a second field.
    pub extra: Option<Pred>,
    /// The predicates before each impl block, those of the type not counted. The first holds the constructor.
    pub blocks: Vec<Vec<Pred>>,
    pub methods: Vec<Method>,
}

pub struct Method {
    pub block: usize,
    pub when: Vec<Pred>,
}

pub struct Plan {
    pub features: Features,
    pub places: Vec<Place>,
    pub things: Vec<Thing>,
}

impl Plan {
    pub fn random(random: &mut Random) -> Self {
        let features = Features::random(random);
        let count = features.count;
        let mut places = vec![Place { parent: None, file: true, inner: false, when: vec![] }];
        for at in 1..=random.below(3) {
            let parent = random.below(at);
            // Files of nested modules would only test where they are looked for.
            let file = parent == 0 && random.one_in(2);
            let inner = file && random.one_in(3);
            places.push(Place { parent: Some(parent), file, inner, when: conditions(random, count) });
        }
        let mut plan = Plan { features, places, things: vec![] };
        for _ in 0..random.between(1, 3) {
            plan.add(random, |_| Kind::Constant);
        }
        for _ in 0..random.between(6, 14) {
            plan.add(random, |random| Kind::Function(random.one_in(6).then(|| Pred::random(random, count, 2))));
        }
        for _ in 0..random.between(1, 3) {
            plan.add(random, |random| Kind::Struct(Shape::random(random, count)));
        }
        for _ in 0..random.below(3) {
            plan.add(random, |random| Kind::Enum(variants(random, count)));
        }
        plan
    }

    fn add(&mut self, random: &mut Random, kind: impl FnOnce(&mut Random) -> Kind) {
        let place = random.below(self.places.len());
        let when = conditions(random, self.features.count);
        self.things.push(Thing { kind: kind(random), place, when });
    }

    pub fn name(&self, thing: usize) -> String {
        let word = match self.things[thing].kind {
            Kind::Function(_) => "item",
            Kind::Constant => "CONST",
            Kind::Struct(_) => "Type",
            Kind::Enum(_) => "Enum",
        };
        format!("{word}_{thing}")
    }

    /// Modules around a module and itself, the outermost first, without the root.
    fn chain(&self, place: usize) -> Vec<usize> {
        let mut chain: Vec<usize> = std::iter::successors(Some(place), |at| self.places[*at].parent).collect();
        chain.pop();
        chain.reverse();
        chain
    }

    /// The path that means a thing everywhere.
    pub fn path(&self, thing: usize) -> String {
        let modules = self.chain(self.things[thing].place).into_iter().map(|place| format!("part_{place}::"));
        format!("crate::{}{}", modules.collect::<String>(), self.name(thing))
    }

    /// When a thing exists: all of these hold.
    pub fn presence(&self, thing: usize) -> Vec<Pred> {
        let modules = self.chain(self.things[thing].place).into_iter().map(|place| self.places[place].when.as_slice());
        joined(&modules.collect::<Vec<_>>().concat(), &self.things[thing].when)
    }
}

impl Shape {
    fn random(random: &mut Random, features: usize) -> Self {
        let extra = random.one_in(2).then(|| Pred::random(random, features, 2));
        let blocks: Vec<Vec<Pred>> = (0..random.between(1, 2)).map(|_| conditions(random, features)).collect();
        let mut methods = vec![];
        for _ in 0..random.between(1, 3) {
            methods.push(Method { block: random.below(blocks.len()), when: conditions(random, features) });
        }
        Shape { extra, blocks, methods }
    }
}

fn variants(random: &mut Random, features: usize) -> Vec<Vec<Pred>> {
    let mut variants = vec![vec![]];
    for _ in 0..random.between(1, 2) {
        variants.push(conditions(random, features));
    }
    variants
}

/// The predicates before an item: often none, mostly one.
fn conditions(random: &mut Random, features: usize) -> Vec<Pred> {
    let count = random.pick(&[0, 0, 0, 1, 1, 1, 1, 2]);
    (0..count).map(|_| Pred::random(random, features, 2)).collect()
}
