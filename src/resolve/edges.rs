//! Edges of all files, put together: each reference once for each condition that it stands under, and what conditions
//! look at.

use super::{Edge, Goal};
use crate::facts::Cfg;
use crate::facts::regions::{Region, RegionKind, enclosing, region_at};
use crate::model::{DefId, FileId, Span};
use rayon::prelude::*;

/// What a condition of a region, or the value that it looks at, refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Look {
    /// The file.
    pub file: FileId,
    /// Where the reference stands.
    pub at: u32,
    /// What it means.
    pub to: Goal,
}

/// The regions of a file, and where their conditions stand.
pub(super) struct Places<'a> {
    regions: &'a [Region],
    conditions: Vec<Span>,
}

impl<'a> Places<'a> {
    pub(super) fn new(regions: &'a [Region]) -> Self {
        Places { regions, conditions: conditions(regions) }
    }

    /// The region that a reference stands in, by row, and whether a condition, or what it looks at, holds it.
    pub(super) fn at(&self, span: Span) -> (Option<u32>, bool) {
        if self.regions.is_empty() || span == Span::default() {
            return (None, false);
        }
        let before = self.conditions.partition_point(|condition| condition.start <= span.start);
        let looked = before > 0 && span.start < self.conditions[before - 1].end;
        (region_at(self.regions, span.start), looked)
    }

    /// What `cfg` says around a place in a body.
    pub(super) fn conditions(&self, span: Span) -> impl Iterator<Item = &'a Cfg> {
        let row = if span == Span::default() { None } else { region_at(self.regions, span.start) };
        enclosing(self.regions, row).filter_map(|region| match &region.kind {
            RegionKind::Cfg(cfg) => Some(&**cfg),
            _ => None,
        })
    }
}

/// Sorts edges and drops those that say nothing more than another.
pub(super) fn merge(edges: &mut Vec<Edge>) {
    edges.par_sort_unstable();
    let mut kept: Vec<Edge> = Vec::with_capacity(edges.len());
    for same in edges.chunk_by(|a, b| (a.from, a.to) == (b.from, b.to)) {
        match same.iter().find(|edge| edge.region.is_none()) {
            Some(free) => kept.push(Edge { in_signature: same.iter().any(|edge| edge.in_signature), ..*free }),
            None => {
                let start = kept.len();
                for edge in same {
                    if !kept[start..].iter().any(|other| other.region == edge.region) {
                        kept.push(*edge);
                    }
                }
            }
        }
    }
    *edges = kept;
}

/// Where the conditions of a file stand, and what they look at: spans that do not overlap, in order.
fn conditions(regions: &[Region]) -> Vec<Span> {
    let mut spans: Vec<Span> = regions.iter().flat_map(|it| std::iter::once(it.condition).chain(it.subject)).collect();
    spans.sort_unstable();
    let mut apart: Vec<Span> = vec![];
    for span in spans {
        match apart.last_mut().filter(|last| span.start < last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => apart.push(span),
        }
    }
    apart
}

/// The edges of a definition, among sorted ones.
pub(super) fn of(edges: &[Edge], def: DefId) -> &[Edge] {
    let own = &edges[edges.partition_point(|edge| edge.from < def)..];
    &own[..own.partition_point(|edge| edge.from == def)]
}
