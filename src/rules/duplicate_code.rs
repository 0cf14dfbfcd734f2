//! Code that stands more than once, the same or with other local names.
//!
//! # Why it matters
//! Whoever mends one copy has to know of the others. Most do not, and the copies drift.
//!
//! # Example
//! ```text
//! fn plain(a: &str) -> Option<Url> { … nine statements … }     // duplicate-code: `plain` has a twin, `secure`
//! fn secure(b: &str) -> Option<Url> { … the same nine, with `b` for `a` … }
//! ```
//!
//! # What is compared
//! Functions, methods, impl blocks and macro definitions as wholes, and runs of statements within functions, across
//! files, crates and conditions. Names of functions, fields and types count, and so do literals; local names, type
//! parameters and lifetimes may be renamed one to one. A note says what merging saves, and which place that has among
//! all.
//!
//! # Not reported
//! What is small: getters, setters, wrappers. Tests and what helps them, examples, benchmarks, migrations, files that a
//! program made. What no configuration builds together; async forms; what a trait asks of several types, unless it is a
//! large function and no conversion; modules of versions (`v4`, `v5`) that are meant to stay as they are; functions of
//! one text in which a name means other things (`Entity::find()` in a module for each table); what is not in use; runs
//! that begin with an arm of a `match`.

use super::Rule;
use crate::audit::Audit;
use crate::clones::kin::{Kin, kin};
use crate::clones::standing::{Standing, standing};
use crate::clones::{Group, Run};
use crate::finding::{Confidence, Finding, Related};
use crate::model::{DefId, DefKind, Span};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// The least tokens of a copy: about six lines. Of what is smaller a call with its signature takes nearly as much.
const LEAST_TOKENS: u32 = 60;
/// Statements of a method that is an idiom, at most.
const MOST_OF_IDIOM: u32 = 4;
/// Lines that one copy instead of several of such a method has to save.
const LEAST_SAVED: usize = 15;
/// The least statements of a copy: one long expression is mostly data.
const LEAST_STATEMENTS: u32 = 3;
/// What a trait asks of several types has to be larger: a function that all of them call needs a name and a place.
const LEAST_OF_TRAIT: u32 = 150;
/// Functions of traits that are a table of what a type has.
const CONVERSIONS: [&str; 6] = ["from", "into", "try_from", "try_into", "from_str", "fmt"];

/// Copies that are worth a word.
struct Copies {
    /// Each with the part of it that is copied, or all of it.
    places: Vec<(DefId, Option<Span>)>,
    exact: bool,
    statements: u32,
    /// The lines of one.
    lines: usize,
    /// What makes them a risk, in sentences.
    risks: Vec<String>,
}

impl Copies {
    /// How many lines are left out if there is only one.
    fn saves(&self) -> usize {
        self.lines * (self.places.len() - 1)
    }

    /// What it is worth to merge them: a risk counts as half of the lines again.
    fn worth(&self) -> usize {
        self.saves() * (2 + self.risks.len())
    }
}

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let twins = audit.twins();
    let groups: Vec<(&Group, Vec<DefId>)> =
        twins.groups.iter().filter_map(|group| Some((group, members(audit, group)?))).collect();
    let all: FxHashSet<DefId> = groups.iter().flat_map(|(_, members)| members.iter().copied()).collect();
    let in_larger = |def: &DefId| {
        let mut holders = std::iter::successors(audit.parent(*def), |holder| audit.parent(*holder));
        holders.any(|holder| all.contains(&holder))
    };
    let wholes = groups.iter().filter(|(_, members)| !members.iter().all(in_larger)).map(|(group, members)| {
        let places = members.iter().map(|member| (*member, None)).collect();
        copies(audit, places, group.exact, group.statements)
    });
    let wholes = wholes.filter(|copies| !is_idiom(audit, copies));
    let parts = twins.runs.iter().filter_map(|run| part(audit, run));
    let mut copies: Vec<Copies> = wholes.chain(parts).collect();
    copies.sort_by_key(|copies| (std::cmp::Reverse(copies.worth()), copies.places[0].0, copies.places[0].1));
    let count = copies.len();
    out.extend(copies.iter().enumerate().map(|(at, copies)| finding(audit, rule, copies, (at + 1, count))));
}

/// A short method of several types: the words are the same, what they are said of is not, and little would be saved.
fn is_idiom(audit: &Audit<'_>, copies: &Copies) -> bool {
    let of = |def: DefId| audit.parent(def).and_then(|block| audit.type_of_impl(block));
    let methods = copies.places.iter().all(|(def, _)| audit.def(*def).kind == DefKind::Method);
    let types: BTreeSet<Option<DefId>> = copies.places.iter().map(|(def, _)| of(*def)).collect();
    methods && types.len() > 1 && copies.statements <= MOST_OF_IDIOM && copies.saves() < LEAST_SAVED
}

/// The members of a group that are in use together, if there are two and they are large enough.
fn members(audit: &Audit<'_>, group: &Group) -> Option<Vec<DefId>> {
    if group.tokens < LEAST_TOKENS || group.statements < LEAST_STATEMENTS {
        return None;
    }
    let members: Vec<DefId> = group.members.iter().copied().filter(|def| is_in_use(audit, *def)).collect();
    together(audit, &members, group.tokens, true)
}

fn is_in_use(audit: &Audit<'_>, def: DefId) -> bool {
    let is_block = audit.def(def).kind == DefKind::Impl;
    let in_use = !matches!(standing(audit, def), Standing::Dead | Standing::TestOnly);
    in_use && audit.is_written(def) && !audit.is_test_code(def) && (is_block || audit.is_declared(def))
}

/// Those that could be merged with the first one that has such a twin.
fn together(audit: &Audit<'_>, members: &[DefId], tokens: u32, whole: bool) -> Option<Vec<DefId>> {
    let apart = |a: DefId, b: DefId| match kin(audit, audit.twins(), a, b) {
        // Who calls the other may still say a part of it again.
        Some(Kin::Calls) => whole,
        Some(Kin::Exclusive | Kin::Waiting | Kin::Part | Kin::Version | Kin::Homonym) => true,
        Some(Kin::Trait) => tokens < LEAST_OF_TRAIT || is_of_trait_alone(audit, a),
        // The ends of something do not do the same.
        Some(Kin::Mirror) | None => false,
    };
    let mergeable = |at: usize| {
        let (first, others) = members[at..].split_first()?;
        let mut kept = vec![*first];
        kept.extend(others.iter().filter(|other| !apart(*first, **other)));
        (kept.len() > 1).then_some(kept)
    };
    (0..members.len()).find_map(mergeable)
}

/// Whether what a trait asks of several types is not to be merged however large it is: impls as wholes, conversions.
fn is_of_trait_alone(audit: &Audit<'_>, def: DefId) -> bool {
    let facts = audit.def(def);
    facts.kind == DefKind::Impl || CONVERSIONS.contains(&facts.name.as_str())
}

/// A run, if the functions that it stands in are in use together.
fn part(audit: &Audit<'_>, run: &Run) -> Option<Copies> {
    if run.statements < LEAST_STATEMENTS {
        return None;
    }
    let in_use: Vec<DefId> = run.places.iter().map(|place| place.0).filter(|def| is_in_use(audit, *def)).collect();
    let kept = together(audit, &in_use, run.tokens, false)?;
    let places = run.places.iter().filter(|place| kept.contains(&place.0)).map(|(def, span)| (*def, Some(*span)));
    Some(copies(audit, places.collect(), false, run.statements))
}

fn copies(audit: &Audit<'_>, places: Vec<(DefId, Option<Span>)>, exact: bool, statements: u32) -> Copies {
    let (first, part) = places[0];
    let lines = match part {
        Some(span) => {
            let at = audit.location(audit.input.bindings.defs.file(first), span);
            (at.end_line - at.line + 1) as usize
        }
        None => audit.lines_of(&[first]),
    };
    let risks = risks(audit, &places);
    Copies { places, exact, statements, lines, risks }
}

fn risks(audit: &Audit<'_>, places: &[(DefId, Option<Span>)]) -> Vec<String> {
    let mut risks = vec![];
    for (def, _) in places {
        let standing = standing(audit, *def);
        if standing.is_marked() {
            risks.push(format!("`{}` is {}: it could call the other", audit.path(*def), standing.in_words()));
        }
    }
    if let Some(connection) = audit.places().of(places[0].0) {
        risks.push(format!("the copies handle connections ({}, {})", connection.protocol, connection.role));
    }
    let packages: BTreeSet<&str> = places.iter().map(|(def, _)| audit.package(*def)).collect();
    if packages.len() > 1 {
        let names: Vec<&str> = packages.into_iter().collect();
        risks.push(format!("they are in different packages: {}", names.join(", ")));
    }
    risks
}

fn finding(audit: &Audit<'_>, rule: &Rule, copies: &Copies, (rank, count): (usize, usize)) -> Finding {
    // What is marked should call the other.
    let marked = copies.places.iter().position(|(def, _)| standing(audit, *def).is_marked());
    let own = marked.unwrap_or(0);
    let (def, part) = copies.places[own];
    let facts = audit.def(def);
    let others: Vec<(DefId, Option<Span>)> =
        copies.places.iter().enumerate().filter(|(at, _)| *at != own).map(|(_, place)| *place).collect();
    let other = audit.path(others[0].0);
    let more = if others.len() > 1 { format!(" and {} more", others.len() - 1) } else { String::new() };
    let (kind, name) = (facts.kind.in_words(), facts.name);
    let how = if copies.exact { "an exact twin" } else { "a twin with other local names" };
    let message = match part {
        Some(_) => format!("{} statements of `{name}` stand in `{other}`{more} as well", copies.statements),
        None => format!("{kind} `{name}` has {how}, `{other}`{more}: {} statements", copies.statements),
    };
    let location = match part {
        Some(span) => audit.location(audit.input.bindings.defs.file(def), span),
        None => audit.name_location(def),
    };
    let mut finding = rule.finding(audit.item(def), location, message);
    finding.confidence = Confidence::Likely;
    finding.notes.push(format!(
        "one copy instead of {} saves about {} lines; number {rank} of {count} by lines and risk",
        copies.places.len(),
        copies.saves()
    ));
    finding.notes.extend(copies.risks.iter().cloned());
    finding.related = others.into_iter().map(|(def, part)| twin(audit, def, part)).collect();
    finding
}

fn twin(audit: &Audit<'_>, def: DefId, part: Option<Span>) -> Related {
    let file = audit.input.bindings.defs.file(def);
    let location = part.map_or_else(|| audit.name_location(def), |span| audit.location(file, span));
    Related { message: format!("twin: `{}`", audit.path(def)), location }
}
