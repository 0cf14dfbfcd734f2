//! What stands in code that nobody runs and works all the same.
//!
//! In: liveness, and what holds what. Out: for a dead definition something in it that does not go when it goes. An impl holds
//! everywhere, wherever it is written; what an attribute exports or registers is found without its name. So what is around it
//! may be dead while it is not. What only the tool keeps (a name with an underscore, an import, what a macro makes) goes along.

use super::Audit;
use crate::facts::DefData;
use crate::model::{DefId, DefKind};
use crate::reach::RootReason;
use rustc_hash::FxHashSet;
use std::collections::{BTreeMap, BTreeSet};

impl Audit<'_> {
    /// Something in a dead definition that is used although nobody runs what is around it; `None` where all of it is dead too.
    pub fn outlived_by(&self, def: DefId) -> Option<DefId> {
        self.outliving.get_or_init(|| outliving(self)).get(&def).copied()
    }
}

/// For each dead definition with something live in it the first such thing.
fn outliving(audit: &Audit<'_>) -> BTreeMap<DefId, DefId> {
    let rows = audit.reach.roots.rows.iter();
    let rooted: FxHashSet<DefId> = rows.filter(|(.., reason)| is_use(*reason)).map(|(def, ..)| *def).collect();
    let mut found = BTreeMap::new();
    for def in audit.defs().filter(|def| !audit.reach.is_dead(*def) && is_in_dead_code(audit, *def)) {
        let block = audit.block_of(def);
        let own = match block {
            _ if rooted.contains(&def) => BTreeSet::new(),
            _ if !works_by_itself(audit, def, block) => continue,
            Some(block) => around_parts(audit, block),
            None => BTreeSet::new(),
        };
        let holders = around(audit, def).into_iter().filter(|holder| audit.reach.is_dead(*holder));
        for holder in holders.filter(|holder| !own.contains(holder)) {
            found.entry(holder).or_insert(def);
        }
    }
    found
}

/// Whether a root of this sort is a use by somebody, and no way of the tool to leave something alone.
fn is_use(reason: RootReason) -> bool {
    match reason {
        RootReason::Main(_)
        | RootReason::PublicApi(_)
        | RootReason::Attribute
        | RootReason::MacroCall
        | RootReason::Configured
        | RootReason::Neighbour => true,
        RootReason::Allowed | RootReason::FromMacro | RootReason::Source => false,
    }
}

/// Whether something dead holds a definition in its file; examples in documentation are crates of their own.
fn is_in_dead_code(audit: &Audit<'_>, def: DefId) -> bool {
    let mut holders = std::iter::successors(audit.parent(def), |holder| audit.parent(*holder));
    !audit.reach.aspects.in_example[def.index()] && holders.any(|holder| audit.reach.is_dead(holder))
}

/// Whether a live definition is used without the name of what holds it: an impl of a trait, an item of an impl, a macro that
/// stands at the root of its crate.
fn works_by_itself(audit: &Audit<'_>, def: DefId, block: Option<DefId>) -> bool {
    let facts = audit.def(def);
    let is_item = facts.kind.is_fn() || matches!(facts.kind, DefKind::AssociatedConstant | DefKind::AssociatedType);
    match &facts.data {
        DefData::Impl(header) => header.of_trait.is_some(),
        _ if facts.kind == DefKind::Macro => facts.attrs.has("macro_export"),
        _ => is_item && block.is_some(),
    }
}

/// All that holds one of the types and traits that an impl is about: where that goes, the impl goes too.
fn around_parts(audit: &Audit<'_>, block: DefId) -> BTreeSet<DefId> {
    let Some(info) = audit.input.bindings.impls.info(block) else { return BTreeSet::new() };
    info.needs.iter().chain(&info.self_defs).flat_map(|part| around(audit, *part)).collect()
}

/// All that holds a definition.
fn around(audit: &Audit<'_>, def: DefId) -> BTreeSet<DefId> {
    let mut found = BTreeSet::new();
    let mut work = vec![def];
    while let Some(next) = work.pop() {
        work.extend(audit.holders(next).into_iter().filter(|holder| found.insert(*holder)));
    }
    found
}
