//! Types that other languages come by: in signatures of functions that are exported to them.
//!
//! In: all edges. Out: these types with all that they are made of. It does not know what the other side reads of them.

use crate::model::{DefId, DefKind};
use crate::parse::Sources;
use crate::resolve::{Bindings, Goal};
use rustc_hash::FxHashSet;

/// Types that functions for other languages take or give back, and what these are made of: other languages read them.
pub(super) fn types(sources: &Sources, bindings: &Bindings, children: &[Vec<DefId>]) -> FxHashSet<DefId> {
    let is_exported = |def: DefId| {
        let attrs = &bindings.defs.get(sources, def).attrs;
        attrs.has("no_mangle") || attrs.has("export_name")
    };
    let named = |def: DefId| {
        let own = bindings.edges_from(def).iter();
        own.filter(|edge| edge.in_signature).filter_map(|edge| match edge.to {
            Goal::Def(to) => Some(to),
            Goal::Named(..) => None,
        })
    };
    let mut work: Vec<DefId> = bindings.defs.ids().filter(|def| is_exported(*def)).flat_map(named).collect();
    let mut found = FxHashSet::default();
    while let Some(def) = work.pop() {
        let kind = bindings.defs.kind(def);
        if (kind.is_adt() || kind == DefKind::TypeAlias) && found.insert(def) {
            work.extend(named(def));
            let parts = children[def.index()].iter();
            let parts = parts.flat_map(|part| std::iter::once(part).chain(&children[part.index()]));
            work.extend(parts.flat_map(|part| named(*part)));
        }
    }
    found
}
