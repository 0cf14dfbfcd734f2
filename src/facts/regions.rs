//! Regions: parts of bodies that run, or exist, under a condition only.

use super::Cfg;
use crate::model::Span;
use serde::{Deserialize, Serialize};

/// A part of a body that a condition stands before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    /// What runs under the condition; regions of a file nest.
    pub span: Span,
    /// How the condition is written.
    pub kind: RegionKind,
    /// The condition: of an arm its pattern, of a fallback the call that fails.
    pub condition: Span,
    /// What the condition looks at elsewhere: the value that is matched, or what a local variable was set to.
    pub subject: Option<Span>,
    /// The region around it; it comes before this one.
    pub parent: Option<u32>,
}

/// How the condition of a region is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RegionKind {
    /// `if condition { … }`, `condition && …`, `condition.then(…)`.
    If,
    /// `if condition {} else { … }`, `condition || …`, and what follows `if condition { return }`.
    Unless,
    /// What follows `if condition { return }`: as [`RegionKind::Unless`], further away.
    After,
    /// An arm of a `match`.
    Arm,
    /// Runs when something failed: `.or_else(…)`, `.unwrap_or_else(…)`.
    Fallback,
    /// `#[cfg(…)]` on a statement or an expression, or of a branch of `cfg_if!`.
    Cfg(Box<Cfg>),
}

/// The innermost region that holds a place, by row.
pub fn region_at(regions: &[Region], offset: u32) -> Option<u32> {
    let after = regions.partition_point(|region| region.span.start <= offset);
    let mut at = (after > 0).then(|| after as u32 - 1);
    while let Some(row) = at {
        if offset < regions[row as usize].span.end {
            return Some(row);
        }
        at = regions[row as usize].parent;
    }
    None
}

/// A region and all around it, the innermost first.
pub fn enclosing(regions: &[Region], row: Option<u32>) -> impl Iterator<Item = &Region> {
    std::iter::successors(row, |row| regions[*row as usize].parent).map(|row| &regions[row as usize])
}
