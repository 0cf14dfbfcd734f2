//! Runs of statements that stand in several functions which are no twins as a whole.
//!
//! In: the pieces with their steps. Out: runs, each as long as all its places allow, and cut to what could stand in a
//! function of its own: a block that goes on differently is left out. Windows of a fixed number of steps are hashed and
//! sorted, so the work grows with the source and not with its square.

use super::{Piece, Twins, kin, work};
use crate::audit::Audit;
use crate::extract::units;
use crate::facts::units::Step;
use crate::model::{DefId, Span};
use rustc_hash::FxHashSet;

/// The least steps of a run: what is shorter is an idiom, or takes as many lines to call.
const LEAST_STEPS: usize = 8;
/// The least steps of one that was cut at its ends.
const LEAST_LEFT: usize = 6;
/// The least tokens of a run.
const LEAST_TOKENS: u32 = 100;
/// So many steps of a run may be missing at the end of the block that it stands in, one in this number: a helper takes
/// the rest along.
const MOST_OPEN: usize = 4;
/// Code that stands at more places than this is a pattern of the workspace.
const MOST_PLACES: usize = 12;

/// A run of statements that stands at several places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The function and the statements of each place, in order; none in functions that are alike.
    pub places: Vec<(DefId, Span)>,
    /// The same statements in functions that are alike to one of these.
    pub others: Vec<(DefId, Span)>,
    /// How many tokens one has.
    pub tokens: u32,
    /// How many statements one has.
    pub statements: u32,
    /// Whether it does something: else it only makes values, copies them and sets fields.
    pub works: bool,
    /// Whether it yields values, as a part of a generator: a function of its own could not.
    pub yields: bool,
}

/// A window: a hash, the row of the piece, the first step.
type Window = (u64, u32, u32);

/// Finds the runs.
pub(super) fn runs(audit: &Audit<'_>, twins: &Twins) -> Vec<Run> {
    let pieces = twins.pieces();
    let mut windows = windows(pieces);
    windows.sort_unstable();
    let mut groups: Vec<Vec<Window>> = windows
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|group| (2..=MOST_PLACES).contains(&group.len()))
        .map(<[Window]>::to_vec)
        .collect();
    groups.sort_unstable_by_key(|group| (group[0].1, group[0].2));
    let mut covered: FxHashSet<(u32, u32)> = FxHashSet::default();
    let mut found = vec![];
    for group in groups {
        let free = group.iter().filter(|(_, piece, step)| !covered.contains(&(*piece, *step)));
        let free: Vec<(u32, u32)> = free.map(|(_, piece, step)| (*piece, *step)).collect();
        let places = apart(audit, twins, free.iter().copied());
        if places.len() < 2 {
            continue;
        }
        let length = length(pieces, &places);
        for (piece, step) in &places {
            covered.extend((0..length as u32).map(|on| (*piece, step + on)));
        }
        let (start, length) = whole(pieces, &places, length);
        let from_start = |(piece, step): &(u32, u32)| (*piece, step + start as u32);
        let alike = alike(audit, twins, &free, &places);
        let places: Vec<(u32, u32)> = places.iter().map(from_start).collect();
        let alike: Vec<(u32, u32)> = alike.iter().map(from_start).collect();
        found.extend(run(audit, twins, (&places, &alike), length));
    }
    found
}

fn windows(pieces: &[Piece]) -> Vec<Window> {
    let mut windows = vec![];
    for (row, piece) in pieces.iter().enumerate() {
        // The head is no statement, and an arm without its `match` is nothing that could stand alone.
        let starts = piece.unit.steps.windows(LEAST_STEPS).enumerate().skip(1);
        for (at, window) in starts.filter(|(_, window)| !window[0].goes_on) {
            let hash = window.iter().fold(0, |hash, step| units::mixed(hash, step.strict.into()));
            windows.push((hash, row as u32, at as u32));
        }
    }
    windows
}

/// Of places in one function, or in functions that are twins, the first.
fn apart(audit: &Audit<'_>, twins: &Twins, places: impl Iterator<Item = (u32, u32)>) -> Vec<(u32, u32)> {
    let mut kept: Vec<(u32, u32)> = vec![];
    for (piece, step) in places {
        let def = twins.pieces()[piece as usize].def;
        let alone = |(other, _): &(u32, u32)| {
            let other_def = twins.pieces()[*other as usize].def;
            *other != piece && !twins.are_alike(other_def, def) && !kin::is_part(audit, other_def, def)
        };
        if kept.iter().all(alone) {
            kept.push((piece, step));
        }
    }
    kept
}

/// Of the places that are left out, one in each function that is none of the kept ones and no part of one.
fn alike(audit: &Audit<'_>, twins: &Twins, free: &[(u32, u32)], kept: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let mut found: Vec<(u32, u32)> = vec![];
    for (piece, step) in free {
        let def = twins.pieces()[*piece as usize].def;
        let alone =
            |(other, _): &(u32, u32)| other != piece && !kin::is_part(audit, twins.pieces()[*other as usize].def, def);
        if kept.iter().chain(&found).all(alone) {
            found.push((*piece, *step));
        }
    }
    found
}

/// How many steps are the same at all places, in the block that the first one stands in.
fn length(pieces: &[Piece], places: &[(u32, u32)]) -> usize {
    let step = |place: &(u32, u32), on: usize| pieces[place.0 as usize].unit.steps.get(place.1 as usize + on);
    let Some(first) = step(&places[0], 0) else { return 0 };
    let goes_on = |on: &usize| {
        let Some(own) = step(&places[0], *on) else { return false };
        own.depth >= first.depth
            && places.iter().all(|place| step(place, *on).is_some_and(|it| it.strict == own.strict))
    };
    (0..).take_while(goes_on).count()
}

/// The longest part of what is the same at all places that ends with the block that it stands in: where it begins,
/// and how many steps it has.
fn whole(pieces: &[Piece], places: &[(u32, u32)], length: usize) -> (usize, usize) {
    // Steps behind the run that belong to the block of a step in it; places stand at different depths.
    let open_at = |place: &(u32, u32), start: usize| {
        let steps = pieces[place.0 as usize].unit.steps.get(place.1 as usize..).unwrap_or_default();
        let Some(depth) = steps.get(start).map(|step| step.depth) else { return 0 };
        let belongs = |step: &&Step| step.depth > depth || (step.depth == depth && step.goes_on);
        steps.iter().skip(length).take_while(belongs).count()
    };
    let open = |start: usize| places.iter().map(|place| open_at(place, start)).max().unwrap_or_default();
    let (piece, step) = (&pieces[places[0].0 as usize], places[0].1 as usize);
    let own = &piece.unit.steps[step..step + length];
    let end = |start: usize| {
        let depth = own[start].depth;
        let inside = own[start..].iter().take_while(|step| step.depth >= depth).count();
        if start + inside < length || open(start) * MOST_OPEN <= inside {
            return start + inside;
        }
        // What stands in a block that goes on differently is left out with the head of the block.
        let begins = |at: &usize| own[*at].depth == depth && !own[*at].goes_on;
        (start + 1..length).rev().find(begins).unwrap_or(start)
    };
    let starts = (0..length).filter(|start| !own[*start].goes_on);
    let parts = starts.map(|start| (start, end(start) - start));
    parts.max_by_key(|(start, steps)| (*steps, std::cmp::Reverse(*start))).unwrap_or_default()
}

/// Where a run begins: the piece and the step.
type Place = (u32, u32);

/// A run, if it is large enough and local names are renamed one to one.
fn run(audit: &Audit<'_>, twins: &Twins, (places, alike): (&[Place], &[Place]), length: usize) -> Option<Run> {
    let steps = |(piece, step): &(u32, u32)| {
        let unit = &twins.pieces()[*piece as usize].unit;
        unit.steps.get(*step as usize..*step as usize + length).unwrap_or_default()
    };
    let own = steps(&places[0]);
    let tokens: u32 = own.iter().map(|step| u32::from(step.tokens)).sum();
    if length < LEAST_LEFT || tokens < LEAST_TOKENS {
        return None;
    }
    let text = &audit.file(twins.pieces()[places[0].0 as usize].def).text;
    let works = own.iter().any(|step| work::works(text, step.span));
    let yields = own.iter().any(|step| work::yields(text, step.span));
    let located = |place: &(u32, u32)| {
        let steps = steps(place);
        let span = steps.first()?.span.to(steps.last()?.span);
        Some((twins.pieces()[place.0 as usize].def, span))
    };
    let said = |(def, span): &(DefId, Span)| {
        let (file, unit) = (audit.file(*def), twins.unit(*def)?);
        Some(units::renamed(&file.facts, &file.text, unit, *span))
    };
    let same = |places: &[(u32, u32)], first: &Option<Vec<u64>>| {
        let mut places: Vec<(DefId, Span)> = places.iter().filter_map(located).collect();
        places.retain(|place| said(place) == *first);
        places
    };
    let first = said(&located(&places[0])?);
    let (places, others) = (same(places, &first), same(alike, &first));
    let statements = own.iter().filter(|step| step.is_statement).count() as u32;
    (places.len() > 1).then_some(Run { places, others, tokens, statements, works, yields })
}
