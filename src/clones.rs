//! Stage 6. Code that stands more than once: twins, and what is nearly one.
//!
//! In: the units of all files, liveness and connections, through the view of the audit. Out: [`Twins`]: groups that are
//! the same but for local names, pairs that are nearly so, runs of statements that stand in several functions, and
//! functions that do the same to connections in the same order. It does not judge: whether a twin is worth a word is
//! for the rules.
//!
//! What is compared is in the order of paths, which stays when files move and items change places. Equal hashes make
//! groups. Near pairs are found by an inverted index over the rarest steps of each function (`search.rs`) and held
//! against each other token by token. Tests, examples and files made by programs are not
//! compared (`aside.rs`).

mod aside;
pub mod bounds;
pub mod compare;
pub mod homonyms;
mod kernels;
pub mod kin;
pub mod naming;
pub mod packages;
pub mod parallel;
pub mod roles;
mod runs;
mod search;
pub mod standing;
mod subsequence;
mod work;

pub use runs::Run;

use crate::audit::Audit;
use crate::extract::units;
use crate::facts::DefData;
use crate::facts::units::Unit;
use crate::model::{DefId, DefKind, FileId, Name};
use crate::reach::paths;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// The least tokens of a function that near twins are looked for: below, five statements of common words are alike by
/// chance.
pub const LEAST_TOKENS: u32 = 40;
/// The least steps of such a function, its head included: with fewer, one changed step makes another function of it.
pub const LEAST_STEPS: usize = 4;
/// From this share of common tokens on, in per cent, two functions are near. Two of five statements may differ then;
/// with two edits in a function of eight statements 75 to 90 per cent are left.
pub const LEAST_LIKENESS: u32 = 60;
/// More near twins of one function are not kept: it is a pattern then, not a copy.
const MOST_NEAR: usize = 16;

/// A function, a method or a macro definition with its unit.
#[derive(Debug)]
pub struct Piece {
    /// The definition.
    pub def: DefId,
    /// What it says, as numbers.
    pub unit: Unit,
    /// The class that it is in, by row.
    class: u32,
}

/// Definitions that are the same but for the names of locals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// In order of paths; impl blocks where all functions of these are the same.
    pub members: Vec<DefId>,
    /// Whether local names are the same too.
    pub exact: bool,
    /// The tokens of one.
    pub tokens: u32,
    /// The statements of one.
    pub statements: u32,
}

/// Two classes that are nearly the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near {
    /// The classes by row, the smaller first.
    pub classes: (u32, u32),
    /// The share of common tokens, in per cent.
    pub likeness: u32,
}

/// What stands more than once.
#[derive(Debug, Default)]
pub struct Twins {
    /// What is the same but for local names, the first member first.
    pub groups: Vec<Group>,
    /// What is nearly the same.
    pub near: Vec<Near>,
    /// Runs of statements that functions share which are no twins.
    pub runs: Vec<Run>,
    /// Functions that do the same to connections in the same order, with the share in per cent.
    pub by_roles: Vec<(DefId, DefId, u32)>,
    pieces: Vec<Piece>,
    row_of: FxHashMap<DefId, u32>,
    classes: Vec<Vec<DefId>>,
    /// The rows of `near` by class.
    near_of: FxHashMap<u32, Vec<u32>>,
}

/// Compares all functions and macro definitions outside of tests.
pub fn twins(audit: &Audit<'_>) -> Twins {
    let mut pieces = collect(audit);
    let row_of: FxHashMap<DefId, u32> = pieces.iter().enumerate().map(|(row, piece)| (piece.def, row as u32)).collect();
    let classes = classes(&mut pieces);
    let mut twins = Twins { pieces, row_of, classes, ..Twins::default() };
    twins.groups = groups(audit, &twins);
    twins.near = near(audit, &twins);
    for (row, near) in twins.near.iter().enumerate() {
        for class in [near.classes.0, near.classes.1] {
            twins.near_of.entry(class).or_default().push(row as u32);
        }
    }
    twins.runs = runs::runs(audit, &twins);
    twins.by_roles = roles::alike(audit);
    twins
}

/// The pieces of all files, in order of paths.
fn collect(audit: &Audit<'_>) -> Vec<Piece> {
    let (sources, defs) = (audit.input.sources, &audit.input.bindings.defs);
    let files = sources.files.par_iter().enumerate().map(|(at, file)| {
        let neighbour = audit.reach.aspects.neighbour[at];
        if neighbour || aside::is_aside(&file.shown) || aside::is_generated(&file.text) {
            return vec![];
        }
        let units = units::units(&file.facts, &file.text).into_iter();
        units.map(|unit| (defs.id(FileId::new(at), unit.def), unit)).collect::<Vec<_>>()
    });
    let all: Vec<Vec<(DefId, Unit)>> = files.collect();
    let aspects = &audit.reach.aspects;
    let counts = |def: DefId| {
        let loose = aspects.loose[defs.file(def).index()];
        let written = audit.is_written(def) && !audit.is_test_code(def) && !loose;
        written && !aspects.impossible[def.index()] && !aside::is_in_help_for_tests(audit, def)
    };
    let all = all.into_iter().flatten().filter(|(def, _)| counts(*def));
    let mut pieces: Vec<Piece> = all.map(|(def, unit)| Piece { def, unit, class: 0 }).collect();
    let input = audit.input;
    pieces.par_sort_by_cached_key(|piece| (paths::path(input, piece.def), piece.def));
    pieces
}

/// Gives each piece its class; returns the members of classes, in order of the first.
fn classes(pieces: &mut [Piece]) -> Vec<Vec<DefId>> {
    let mut rows: FxHashMap<u64, u32> = FxHashMap::default();
    let mut classes: Vec<Vec<DefId>> = vec![];
    for piece in pieces {
        let row = *rows.entry(piece.unit.renamed).or_insert(classes.len() as u32);
        if row as usize == classes.len() {
            classes.push(vec![]);
        }
        classes[row as usize].push(piece.def);
        piece.class = row;
    }
    classes
}

/// Classes of several members as groups; impl blocks whose functions are all the same come in place of these.
fn groups(audit: &Audit<'_>, twins: &Twins) -> Vec<Group> {
    let mut groups = impl_groups(audit, twins);
    let blocks: FxHashMap<DefId, usize> = (groups.iter().enumerate())
        .flat_map(|(row, group)| group.members.iter().map(move |member| (*member, row)))
        .collect();
    let block_of = |def: &DefId| audit.parent(*def).and_then(|parent| blocks.get(&parent));
    for members in twins.classes.iter().filter(|members| members.len() > 1) {
        let first = block_of(&members[0]);
        if first.is_some() && members.iter().all(|member| block_of(member) == first) {
            continue;
        }
        let units: Vec<&Unit> = members.iter().filter_map(|member| twins.unit(*member)).collect();
        groups.push(Group {
            members: members.clone(),
            exact: units.iter().all(|unit| unit.exact == units[0].exact),
            tokens: units[0].tokens,
            statements: units[0].statements,
        });
    }
    groups.sort_by_key(|group| group.members[0]);
    groups
}

/// Impl blocks of no trait, of two functions or more of which each has a twin of its name in the other.
fn impl_groups(audit: &Audit<'_>, twins: &Twins) -> Vec<Group> {
    let mut by_content: FxHashMap<Vec<(Name, u64)>, Vec<DefId>> = FxHashMap::default();
    // What a trait asks of several types is not to be merged as a block; its large functions come alone.
    let is_inherent = |def: &DefId| matches!(&audit.def(*def).data, DefData::Impl(header) if header.of_trait.is_none());
    for def in audit.defs().filter(is_inherent) {
        let own = audit.children(def).iter().filter(|child| audit.def(**child).kind.is_fn());
        let content: Option<Vec<(Name, u64)>> =
            own.map(|child| Some((audit.def(*child).name, twins.unit(*child)?.renamed))).collect();
        if let Some(mut content) = content.filter(|content| content.len() > 1) {
            content.sort_unstable();
            by_content.entry(content).or_default().push(def);
        }
    }
    let several = by_content.into_values().filter(|members| members.len() > 1);
    let group = |mut members: Vec<DefId>| {
        members.sort_by_cached_key(|def| (audit.path(*def), *def));
        let units = |def: DefId| audit.children(def).iter().filter_map(|child| twins.unit(*child)).collect::<Vec<_>>();
        let exact = |def: &DefId| units(*def).iter().map(|unit| unit.exact).collect::<std::collections::BTreeSet<_>>();
        let first = units(members[0]);
        Group {
            exact: members.iter().all(|member| exact(member) == exact(&members[0])),
            tokens: first.iter().map(|unit| unit.tokens).sum(),
            statements: first.iter().map(|unit| unit.statements).sum(),
            members,
        }
    };
    several.map(group).collect()
}

/// Classes that share most of their tokens, in order.
fn near(audit: &Audit<'_>, twins: &Twins) -> Vec<Near> {
    let firsts: Vec<&Piece> = twins.classes.iter().filter_map(|members| twins.piece(members[0])).collect();
    let bags: Vec<Vec<u32>> = firsts.iter().map(|piece| bag(&piece.unit)).collect();
    let pairs = search::candidates(&bags);
    let mut wanted: Vec<u32> = pairs.iter().flat_map(|pair| [pair.0, pair.1]).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let sources = audit.input.sources;
    let files: Vec<FileId> = firsts.iter().map(|piece| audit.input.bindings.defs.file(piece.def)).collect();
    let shapes: FxHashMap<u32, Vec<u32>> = wanted
        .par_iter()
        .map(|row| {
            let file = &sources.files[files[*row as usize].index()];
            (*row, units::shapes(&file.facts, &file.text, &firsts[*row as usize].unit))
        })
        .collect();
    let mut near: Vec<Near> = pairs
        .par_iter()
        .map(|(a, b)| Near { classes: (*a, *b), likeness: likeness(&shapes[a], &shapes[b]) })
        .filter(|near| near.likeness >= LEAST_LIKENESS)
        .collect();
    // A function that stands in another is a part of it.
    near.retain(|near| !kin::is_part(audit, firsts[near.classes.0 as usize].def, firsts[near.classes.1 as usize].def));
    keep_nearest(&mut near);
    near
}

/// What a unit is found by: the shapes of its steps.
fn bag(unit: &Unit) -> Vec<u32> {
    if unit.tokens < LEAST_TOKENS || unit.steps.len() < LEAST_STEPS {
        return vec![];
    }
    unit.steps.iter().map(|step| step.shape).collect()
}

/// The share of tokens that two sequences have in common, in their order, in per cent.
fn likeness(a: &[u32], b: &[u32]) -> u32 {
    (200 * subsequence::longest(a, b) / (a.len() + b.len()).max(1)) as u32
}

/// Of many near twins the nearest.
fn keep_nearest(near: &mut Vec<Near>) {
    near.sort_by_key(|near| (std::cmp::Reverse(near.likeness), near.classes));
    let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
    near.retain(|near| {
        let (a, b) = near.classes;
        let full = [a, b].iter().any(|class| counts.get(class).is_some_and(|count| *count >= MOST_NEAR));
        if !full {
            *counts.entry(a).or_default() += 1;
            *counts.entry(b).or_default() += 1;
        }
        !full
    });
    near.sort_by_key(|near| near.classes);
}

impl Twins {
    /// All that was compared, in order of paths.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// What was compared of a definition.
    pub fn piece(&self, def: DefId) -> Option<&Piece> {
        self.row_of.get(&def).map(|row| &self.pieces[*row as usize])
    }

    /// The unit of a definition.
    pub fn unit(&self, def: DefId) -> Option<&Unit> {
        self.piece(def).map(|piece| &piece.unit)
    }

    /// The members of a class: the same but for local names.
    pub fn class(&self, row: u32) -> &[DefId] {
        &self.classes[row as usize]
    }

    /// Whether a function, or all of an impl block, only hands on, looks up or stores.
    pub fn is_idle(&self, audit: &Audit<'_>, def: DefId) -> bool {
        let idle = |def: DefId| self.unit(def).is_none_or(|unit| work::is_idle(&audit.file(def).text, unit));
        match audit.def(def).kind {
            DefKind::Impl => audit.children(def).iter().all(|child| idle(*child)),
            _ => idle(def),
        }
    }

    /// Whether a function makes a value and does nothing else: it decides, counts and fails nowhere.
    pub fn only_makes(&self, audit: &Audit<'_>, def: DefId) -> bool {
        self.unit(def).is_some_and(|unit| work::only_makes(&audit.file(def).text, unit))
    }

    /// Whether a part of a function is still to be written: `todo!()`, `unimplemented!()`.
    pub fn is_unfinished(&self, audit: &Audit<'_>, def: DefId) -> bool {
        self.unit(def).is_some_and(|unit| work::is_unfinished(&audit.file(def).text, unit.span))
    }

    /// Whether two definitions are twins or near ones.
    pub fn are_alike(&self, a: DefId, b: DefId) -> bool {
        self.likeness(a, b).is_some()
    }

    /// How much two definitions are alike, in per cent; `None` if they are no twins.
    pub fn likeness(&self, a: DefId, b: DefId) -> Option<u32> {
        let (a, b) = (self.piece(a)?.class, self.piece(b)?.class);
        if a == b {
            return Some(100);
        }
        let key = (a.min(b), a.max(b));
        let found = self.near.binary_search_by_key(&key, |near| near.classes).ok()?;
        Some(self.near[found].likeness)
    }

    /// The twins of a definition with how much they are alike, in per cent, the nearest first.
    pub fn of(&self, def: DefId) -> Vec<(DefId, u32)> {
        let Some(own) = self.piece(def).map(|piece| piece.class) else { return vec![] };
        let same = self.class(own).iter().filter(|other| **other != def).map(|other| (*other, 100));
        let near = self.near_of.get(&own).into_iter().flatten().flat_map(|row| {
            let near = self.near[*row as usize];
            let other = if near.classes.0 == own { near.classes.1 } else { near.classes.0 };
            self.class(other).iter().map(move |other| (*other, near.likeness))
        });
        let mut all: Vec<(DefId, u32)> = same.chain(near).collect();
        all.sort_by_key(|(other, likeness)| (std::cmp::Reverse(*likeness), *other));
        all
    }
}
