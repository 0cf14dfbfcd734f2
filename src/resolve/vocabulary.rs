//! What a body can come by: of all that a name could mean on a value of unknown type, only what a type has that the body's
//! text leads to.
//!
//! In: all edges, sorted, and what types have. Out: for each name on an unknown value the list of methods or fields that
//! it can mean. A value whose type the engine lost still has a type that comes from somewhere: from a path in the text, from
//! the signature of something that the text refers to or calls, from a field, a variant or an associated type of a type that
//! it came by before. The closure of that is small, because only members count whose names stand in the text. Where the text
//! holds something that was not understood (a macro that is not expanded, a path that cannot be resolved), everything
//! stays possible. A name after a dot in tokens is such a name too: of the body, where a macro call stands in it, or of
//! the code that procedural macros write (`written.rs`). The idea is that of XTA (Tip, Palsberg: Scalable
//! Propagation-Based Call Graph Construction Algorithms, OOPSLA 2000): a set of types for each method, instead of one for
//! the program.
//!
//! It does not know which of the values has which of the types.

mod closure;
mod dotted;
mod signatures;
mod tables;
mod unread;
mod written;

use super::paths::Kinds;
use super::{ByName, Context, Edge, Goal, Mention};
use crate::model::{DefId, DefKind, Name};
use closure::Closure;
use dotted::{Sign, Standing};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use tables::Tables;
use written::Written;

/// Which of all things of a name are meant.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Among {
    /// Any of them.
    All,
    /// Those of this list, by row of [`super::Bindings::vocabularies`].
    These(u32),
}

/// What one name in one body can mean: the edge that says it, and the methods or fields.
type Narrowed = (usize, Vec<DefId>);

/// Replaces what is by name on a value of unknown type by what it can mean in its body; returns the lists.
pub(super) fn narrow(cx: &Context<'_>, edges: &mut [Edge], mentions: &[Mention]) -> Vec<Vec<DefId>> {
    let ranges = ranges(cx, edges);
    let tables = Tables::new(cx, edges, &ranges, mentions);
    let written = Written::new(&tables);
    let bodies =
        tables.bodies_with(|def| edges[ranges[def.index()].clone()].iter().any(|edge| is_asked(cx, &written, edge)));
    let in_body = |body: &Vec<DefId>| of_body(&tables, &written, body);
    let found: Vec<Narrowed> = bodies.par_iter().flat_map_iter(in_body).collect();
    let mut rows: FxHashMap<Vec<DefId>, u32> = FxHashMap::default();
    let mut lists = vec![];
    for (at, list) in found {
        let next = lists.len() as u32;
        let row = *rows.entry(list.clone()).or_insert(next);
        if row == next {
            lists.push(list);
        }
        set(&mut edges[at].to, Among::These(row));
    }
    lists
}

/// Whether it is a name on a value of unknown type, or after a sign of a type or value in tokens, that a member of a type of
/// the workspace has.
fn is_unknown(cx: &Context<'_>, edge: &Edge) -> bool {
    let Goal::Named(class, name) = edge.to else { return false };
    let is_meant = |def: &DefId| match class {
        ByName::Method { .. } | ByName::Field { .. } | ByName::Dotted { .. } => {
            matches!(cx.kind(*def), DefKind::Method | DefKind::Field)
        }
        ByName::Behind { .. } => {
            let holder = cx.defs.parent(cx.sources, *def).map(|parent| cx.kind(parent));
            matches!(holder, Some(DefKind::Impl | DefKind::Enum))
        }
        _ => false,
    };
    cx.impls.members.by_name.get(&name).into_iter().flatten().any(is_meant)
}

/// Whether it is one that can be told. Of what stands behind a type in tokens only where these are what macros write: else
/// it is mostly resolved.
fn is_asked(cx: &Context<'_>, written: &Written, edge: &Edge) -> bool {
    let is_behind = matches!(edge.to, Goal::Named(ByName::Behind { .. }, _));
    (!is_behind || written.types(edge.from).is_some()) && is_unknown(cx, edge)
}

fn set(goal: &mut Goal, value: Among) {
    if let Goal::Named(
        ByName::Method { among, .. }
        | ByName::Field { among, .. }
        | ByName::Dotted { among, .. }
        | ByName::Behind { among, .. },
        _,
    ) = goal
    {
        *among = value;
    }
}

/// The edges of each definition.
fn ranges(cx: &Context<'_>, edges: &[Edge]) -> Vec<Range<usize>> {
    let mut ranges = vec![0..0; cx.defs.len()];
    let mut at = 0;
    for same in edges.chunk_by(|a, b| a.from == b.from) {
        ranges[same[0].from.index()] = at..at + same.len();
        at += same.len();
    }
    ranges
}

/// The definition in whose tokens a name stands behind a sign.
type Behind = (DefId, Sign);

fn of_body(tables: &Tables<'_>, written: &Written, body: &[DefId]) -> Vec<Narrowed> {
    let types = Closure::of(tables, body);
    let mut known: FxHashMap<(Name, Option<Behind>), Option<Vec<DefId>>> = FxHashMap::default();
    let unknown = body.iter().flat_map(|def| tables.ranges[def.index()].clone());
    unknown
        .filter(|at| is_asked(tables.cx, written, &tables.edges[*at]))
        .filter_map(|at| {
            let edge = &tables.edges[at];
            let Goal::Named(class, name) = edge.to else { return None };
            let by = match class {
                ByName::Dotted { .. } => Some((edge.from, Sign::Dot)),
                ByName::Behind { .. } => Some((edge.from, Sign::Colons)),
                _ => None,
            };
            let list = known.entry((name, by)).or_insert_with(|| match by {
                Some((def, sign)) => after_sign(tables, written, types.as_ref(), (def, sign, name)),
                None => types.as_ref().map(|types| tables.members_named(types, name)),
            });
            Some((at, list.clone()?))
        })
        .collect()
}

/// What a name after a dot or behind a type in tokens of a definition can mean, in all places where it stands; `None` if that
/// is anything.
fn after_sign(
    tables: &Tables<'_>,
    written: &Written,
    types: Option<&FxHashSet<DefId>>,
    (def, sign, name): (DefId, Sign, Name),
) -> Option<Vec<DefId>> {
    let standing = Standing::of(tables, def, (sign, name));
    if standing.elsewhere || standing == Standing::default() {
        return None;
    }
    let mut found = vec![];
    if standing.in_text {
        found.extend(tables.members_named(types?, name));
    }
    if standing.in_quotes {
        found.extend(tables.members_named(written.types(def)?, name));
    }
    found.sort_unstable();
    found.dedup();
    Some(found)
}
