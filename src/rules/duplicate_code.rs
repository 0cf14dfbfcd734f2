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
//! all. The finding is on the one that is deprecated or legacy, else on the first by path; the others are named with it.
//!
//! What two files have in common is told in one finding where it is three things or more: on the first of them by path.
//!
//! # Not reported
//! What is small: getters, setters, wrappers, what saves less than forty tokens behind its head. Tests and what
//! helps them, examples, benchmarks, migrations, build scripts, files that a program made. What no configuration
//! builds together; async forms; what a trait asks of several types, unless it is a large function and no conversion, comparison or text of
//! a value; modules and crates of versions (`v4` and `v5`, `server` and `server2`) that are meant to stay as they
//! are, but for free functions of a crate that the other one uses; code in which a name means other things
//! (`Entity::find()` in a module for each table, a helper of the same name in each file); short methods of several
//! types, and those that only hand on, look up or store what each type has; kernels of vector instructions; what no
//! package of the workspace could hold for both; what is not in use; runs that begin with an arm of a `match` or end
//! inside a block, that yield values, and runs that only make values and set fields, as do many functions `new`.
//! Methods of two types that use a field of another type in each, or call a method that does something else there, and
//! functions of impls that are generic over types of other traits, unless they are long; short methods that one impl of a
//! trait asks for; what is still to be written (`todo!()`); files of one folder of which each is for another feature.

mod files;

use super::Rule;
use crate::audit::Audit;
use crate::clones::homonyms::{Part, Sort, have_homonyms};
use crate::clones::kin::{Kin, kin};
use crate::clones::standing::{Standing, standing};
use crate::clones::{Group, Run};
use crate::clones::{bounds, packages, parallel};
use crate::facts::DefData;
use crate::facts::units::Unit;
use crate::finding::{Confidence, Finding, Location, Related};
use crate::model::{DefId, DefKind, FileId, Name, Span};
use rustc_hash::FxHashSet;
use std::collections::{BTreeMap, BTreeSet};

/// The least tokens of a copy: about six lines. Of what is smaller a call with its signature takes nearly as much.
const LEAST_TOKENS: u32 = 60;
/// Tokens behind heads that one copy instead of several has to save: about six lines, however they are wrapped.
const LEAST_SAVED: usize = 40;
/// Statements of a method that is an idiom, at most.
const MOST_OF_IDIOM: u32 = 8;
/// Tokens that one body instead of several of such a method has to save: each type keeps its head. About fifteen lines,
/// however they are wrapped.
const LEAST_OF_IDIOM: usize = 95;
/// The least statements of a copy: one long expression is mostly data.
const LEAST_STATEMENTS: u32 = 3;
/// What a trait asks of several types has to be larger: a function that all of them call needs a name and a place.
const LEAST_OF_TRAIT: u32 = 150;
/// What compares values has to be larger still: it follows the fields of its type, as a derived one would.
const LEAST_OF_COMPARISON: u32 = 600;
/// Methods of types whose fields have other types have to be larger: both need a trait to share one. About thirty lines.
const LEAST_OF_PARALLEL: u32 = 190;
/// Statements of two methods of one impl of a trait, at most, that are alike because little is asked of them.
const MOST_OF_ASKED: u32 = 3;
/// Functions of traits that are a table of what a type has.
const CONVERSIONS: [&str; 6] = ["from", "into", "try_from", "try_into", "from_str", "fmt"];
/// Functions of traits that compare values, or could be derived.
const COMPARISONS: [&str; 7] = ["clone", "cmp", "default", "eq", "hash", "ne", "partial_cmp"];
/// From so many copies in the same files on, the files are what is told.
const MANY: usize = 3;

/// Copies that are worth a word.
struct Copies {
    /// Each with the part of it that is copied, or all of it.
    places: Vec<Part>,
    exact: bool,
    statements: u32,
    /// The lines of one.
    lines: usize,
    /// The tokens of one that are no head of a function.
    body: u32,
    /// What makes them a risk, in sentences.
    risks: Vec<String>,
}

impl Copies {
    /// How many lines are left out if there is only one.
    fn saves(&self) -> usize {
        self.lines * (self.places.len() - 1)
    }

    /// How many tokens are left out, heads not counted: unlike lines they stay when code is formatted.
    fn spares(&self) -> usize {
        self.body as usize * (self.places.len() - 1)
    }

    /// What it is worth to merge them: a risk counts as half of the lines again.
    fn worth(&self) -> usize {
        self.saves() * (2 + self.risks.len())
    }
}

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let twins = audit.twins();
    let groups: Vec<(&Group, Vec<Part>)> =
        twins.groups.iter().filter_map(|group| Some((group, members(audit, group)?))).collect();
    let all: FxHashSet<DefId> = groups.iter().flat_map(|(_, members)| members.iter().map(|member| member.0)).collect();
    let in_larger = |(def, _): &Part| {
        let mut holders = std::iter::successors(audit.parent(*def), |holder| audit.parent(*holder));
        holders.any(|holder| all.contains(&holder))
    };
    let wholes = groups.iter().filter(|(_, members)| !members.iter().all(in_larger));
    let wholes =
        wholes.map(|(group, members)| copies(audit, members.clone(), group.exact, (group.tokens, group.statements)));
    let wholes = wholes.filter(|copies| !is_idiom(audit, copies));
    let parts = twins.runs.iter().filter_map(|run| part(audit, run));
    let copies = wholes.chain(parts).filter(|copies| copies.spares() >= LEAST_SAVED);
    let told = told(audit, copies.collect());
    let count = told.len();
    out.extend(told.iter().enumerate().filter_map(|(at, copies)| match copies.as_slice() {
        [] => None,
        [one] => Some(finding(audit, rule, one, (at + 1, count))),
        several => Some(files::finding(audit, rule, several, (at + 1, count))),
    }));
}

/// What each finding tells, by lines and risk: one thing that stands several times, or all that two files have in
/// common.
fn told(audit: &Audit<'_>, all: Vec<Copies>) -> Vec<Vec<Copies>> {
    let mut told: Vec<Vec<Copies>> = vec![];
    let mut by_files: BTreeMap<BTreeSet<FileId>, Vec<Copies>> = BTreeMap::new();
    for copies in all {
        let files: BTreeSet<FileId> = copies.places.iter().map(|place| file_of(audit, place.0)).collect();
        if files.len() == 2 {
            by_files.entry(files).or_default().push(copies);
        } else {
            told.push(vec![copies]);
        }
    }
    for copies in by_files.into_values() {
        if copies.len() >= MANY {
            told.push(copies);
        } else {
            told.extend(copies.into_iter().map(|one| vec![one]));
        }
    }
    // By path, which stays when code moves, and not by file and line.
    let place = |copies: &Copies| {
        let (def, part) = copies.places[0];
        (audit.path(def), def, part)
    };
    for copies in &mut told {
        copies.sort_by_cached_key(place);
    }
    told.sort_by_cached_key(|copies| {
        let worth: usize = copies.iter().map(Copies::worth).sum();
        (std::cmp::Reverse(worth), copies.first().map(place))
    });
    told
}

fn file_of(audit: &Audit<'_>, def: DefId) -> FileId {
    audit.input.bindings.defs.file(def)
}

/// A short method of several types, or what only hands on, looks up or stores what each type has: the words are the
/// same, what they are said of is not, and little would be saved.
fn is_idiom(audit: &Audit<'_>, copies: &Copies) -> bool {
    let block = |def: DefId| if audit.def(def).kind == DefKind::Impl { Some(def) } else { audit.parent(def) };
    // A type that a macro makes has only its name.
    let of = |def: DefId| {
        let block = block(def)?;
        let known = audit.type_of_impl(block);
        Some((known, known.is_none().then(|| audit.def(block).name)))
    };
    let are = |kind: DefKind| copies.places.iter().all(|(def, _)| audit.def(*def).kind == kind);
    let types: BTreeSet<Option<(Option<DefId>, Option<Name>)>> =
        copies.places.iter().map(|(def, _)| of(*def)).collect();
    let is_short = || copies.statements <= MOST_OF_IDIOM && copies.spares() < LEAST_OF_IDIOM;
    let is_idle = || audit.twins().is_idle(audit, copies.places[0].0);
    let makes = || {
        let is_new = |def: DefId| audit.def(def).name == "new" || audit.def(def).name.starts_with("new_");
        copies.places.iter().all(|(def, _)| is_new(*def)) && audit.twins().only_makes(audit, copies.places[0].0)
    };
    let of_methods = are(DefKind::Method) && (is_short() || is_idle());
    types.len() > 1
        && (of_methods || (are(DefKind::Impl) && is_idle()) || (are(DefKind::AssociatedFunction) && makes()))
}

/// The members of a group that are in use together, if there are two and they are large enough.
fn members(audit: &Audit<'_>, group: &Group) -> Option<Vec<Part>> {
    if group.tokens < LEAST_TOKENS || group.statements < LEAST_STATEMENTS {
        return None;
    }
    let is_whole = |def: &&DefId| is_in_use(audit, **def) && !audit.twins().is_unfinished(audit, **def);
    let members = group.members.iter().filter(is_whole).map(|def| (*def, None));
    together(audit, &members.collect::<Vec<Part>>(), group.tokens)
}

fn is_in_use(audit: &Audit<'_>, def: DefId) -> bool {
    let is_block = audit.def(def).kind == DefKind::Impl;
    let in_use = !matches!(standing(audit, def), Standing::Dead | Standing::TestOnly);
    in_use && audit.is_written(def) && !audit.is_test_code(def) && (is_block || audit.is_declared(def))
}

/// Those that could be merged with the first one that has such a twin.
fn together(audit: &Audit<'_>, members: &[Part], tokens: u32) -> Option<Vec<Part>> {
    let mergeable = |at: usize| {
        let (first, others) = members[at..].split_first()?;
        let mut kept = vec![*first];
        kept.extend(others.iter().filter(|other| !are_apart(audit, *first, **other, tokens)));
        (kept.len() > 1).then_some(kept)
    };
    (0..members.len()).find_map(mergeable)
}

/// Whether there is a reason for which two copies stay two.
fn are_apart(audit: &Audit<'_>, a: Part, b: Part, tokens: u32) -> bool {
    let twins = audit.twins();
    let kin = kin(audit, twins, a.0, b.0);
    let is_meant = match kin {
        // Who calls the other may still say a part of it again.
        Some(Kin::Calls) => a.1.is_none(),
        Some(
            Kin::Exclusive | Kin::Waiting | Kin::Part | Kin::Homonym | Kin::Kernel | Kin::Backend | Kin::Strangers,
        ) => true,
        Some(Kin::Trait) => is_of_trait_alone(audit, a.0, tokens),
        // What takes no type of its version can be imported from the other one.
        Some(Kin::Version) => {
            let free = [a, b].iter().all(|(def, _)| audit.def(*def).kind == DefKind::Function);
            !free || !packages::can_import(audit, a.0, b.0)
        }
        // The ends of something do not do the same.
        Some(Kin::Mirror) | None => false,
    };
    let is_meant = is_meant || (kin.is_none() && are_of_types(audit, a, b, tokens)) || are_asked(audit, a, b);
    let sort = if kin == Some(Kin::Trait) { Sort::Code } else { Sort::All };
    is_meant || have_homonyms(audit, twins, a, b, sort)
}

/// Whether two methods that are not long belong to types of which each has other things by the same names, or two functions
/// of impls to such as are generic over types of other traits.
fn are_of_types(audit: &Audit<'_>, a: Part, b: Part, tokens: u32) -> bool {
    let are = |kind: DefKind| [a, b].iter().all(|(def, _)| audit.def(*def).kind == kind);
    let are_parallel = || parallel::are_parallel(audit, audit.twins(), a.0, b.0);
    let are_whole = a.1.is_none() && b.1.is_none() && tokens < LEAST_OF_PARALLEL;
    are_whole && ((are(DefKind::Method) && are_parallel()) || bounds::are_apart(audit, a.0, b.0))
}

/// Whether one impl of a trait has both, because the trait asks for two things that are done alike.
fn are_asked(audit: &Audit<'_>, a: Part, b: Part) -> bool {
    let block = audit.parent(a.0).filter(|block| audit.parent(b.0) == Some(*block) && (a.1, b.1) == (None, None));
    let asks =
        block.is_some_and(|block| matches!(&audit.def(block).data, DefData::Impl(header) if header.of_trait.is_some()));
    asks && audit.twins().unit(a.0).is_some_and(|unit| unit.statements <= MOST_OF_ASKED)
}

/// Whether what a trait asks of several types is not to be merged: impls as wholes, conversions, what is not large.
fn is_of_trait_alone(audit: &Audit<'_>, def: DefId, tokens: u32) -> bool {
    let facts = audit.def(def);
    let compares = COMPARISONS.contains(&facts.name.as_str()) && tokens < LEAST_OF_COMPARISON;
    let never = facts.kind == DefKind::Impl || CONVERSIONS.contains(&facts.name.as_str());
    never || compares || tokens < LEAST_OF_TRAIT
}

/// A run, if it does something and the functions that it stands in are in use together.
fn part(audit: &Audit<'_>, run: &Run) -> Option<Copies> {
    if run.statements < LEAST_STATEMENTS || !run.works || run.yields {
        return None;
    }
    let in_use = run.places.iter().filter(|place| is_in_use(audit, place.0)).map(|(def, span)| (*def, Some(*span)));
    let mut kept = together(audit, &in_use.collect::<Vec<Part>>(), run.tokens)?;
    let first = kept[0];
    let others = run.others.iter().filter(|place| is_in_use(audit, place.0)).map(|(def, span)| (*def, Some(*span)));
    kept.extend(others.filter(|other| !are_apart(audit, first, *other, run.tokens)));
    Some(copies(audit, kept, false, (run.tokens, run.statements)))
}

fn copies(audit: &Audit<'_>, places: Vec<Part>, exact: bool, (tokens, statements): (u32, u32)) -> Copies {
    let (first, part) = places[0];
    let count = |span: Span| {
        let at = audit.location(file_of(audit, first), span);
        (at.end_line - at.line + 1) as usize
    };
    let unit = audit.twins().unit(first).filter(|_| part.is_none());
    // Documentation is not copied: what is left of a function may need its own.
    let lines = match part.or(unit.map(|unit| unit.span)) {
        Some(span) => count(span),
        None => audit.lines_of(&[first]),
    };
    let head = unit.and_then(|unit| unit.steps.first()).map_or(0, |head| u32::from(head.tokens));
    let body = tokens.saturating_sub(head);
    let risks = risks(audit, &places);
    // Of a group of which not all are told, those that are may have one text.
    let has_text = |own: &Unit| {
        places.iter().all(|(def, _)| audit.twins().unit(*def).is_some_and(|other| other.exact == own.exact))
    };
    let exact = exact || unit.is_some_and(has_text);
    Copies { places, exact, statements, lines, body, risks }
}

fn risks(audit: &Audit<'_>, places: &[Part]) -> Vec<String> {
    let mut risks = vec![];
    let marked: Vec<(DefId, Standing)> =
        places.iter().map(|(def, _)| (*def, standing(audit, *def))).filter(|(_, standing)| standing.is_marked()).collect();
    // Where all are marked, none has another one to call.
    let advice = if marked.len() < places.len() { ": it could call the other" } else { "" };
    for (def, standing) in marked {
        risks.push(format!("`{}` is {}{advice}", audit.path(def), standing.in_words()));
    }
    // Of a part only what is done in it counts.
    let (first, part) = places[0];
    let handled = match part {
        None => audit.places().of(first).map(|connection| (connection.protocol, connection.role)),
        Some(part) => {
            let mut inside = audit.places().within(first).iter().filter(|place| part.contains(place.at));
            inside.find(|place| place.role.handles()).map(|place| (place.protocol.clone(), place.role.as_str().into()))
        }
    };
    if let Some((protocol, role)) = handled {
        risks.push(format!("the copies handle connections ({protocol}, {role})"));
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
    let others: Vec<Part> =
        copies.places.iter().enumerate().filter(|(at, _)| *at != own).map(|(_, place)| *place).collect();
    let other = audit.path(others[0].0);
    let more = if others.len() > 1 { format!(" and {} more", others.len() - 1) } else { String::new() };
    let (kind, name) = (facts.kind.in_words(), facts.name);
    let how = if copies.exact { "an exact twin" } else { "a twin with other local names" };
    let message = match part {
        Some(_) => format!("{} statements of `{name}` stand in `{other}`{more} as well", copies.statements),
        None => format!("{kind} `{name}` has {how}, `{other}`{more}: {} statements", copies.statements),
    };
    let mut finding = rule.finding(audit.item(def), place_of(audit, (def, part)), message);
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
    Related { message: format!("twin: `{}`", audit.path(def)), location: place_of(audit, (def, part)) }
}

/// The statements, or the name of the whole.
fn place_of(audit: &Audit<'_>, (def, part): Part) -> Location {
    part.map_or_else(|| audit.name_location(def), |span| audit.location(file_of(audit, def), span))
}
