//! Methods of one text whose type parameters are bounded by other traits: `T: IntoClass` here, `T: IntoStyle` there.
//!
//! In: two functions, through the view of the audit. Out: whether the headers of their impls ask for other traits. What is
//! said of a value of such a type is then of another trait in each, and nothing can be generic over traits. Traits go by
//! their last names; it does not know what is called on what.

use crate::audit::Audit;
use crate::facts::{DefData, Path};
use crate::model::{DefId, Name};
use std::collections::BTreeSet;

/// Traits that nearly any type has: what only they tell apart does the same.
const PLAIN: [&str; 14] = [
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Display",
    "Eq",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Send",
    "Sized",
    "Sync",
    "Unpin",
];

/// Whether each of two functions stands in an impl that asks for a trait of a type parameter which the other's does not.
pub fn are_apart(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    let (of_a, of_b) = (asked(audit, a), asked(audit, b));
    of_a.difference(&of_b).next().is_some() && of_b.difference(&of_a).next().is_some()
}

/// The traits that the header of an impl asks for of its type parameters, and of what belongs to these.
fn asked(audit: &Audit<'_>, def: DefId) -> BTreeSet<Name> {
    let Some(DefData::Impl(header)) = audit.parent(def).map(|block| &audit.def(block).data) else {
        return BTreeSet::new();
    };
    let own = header.generics.params.iter().flat_map(|param| &param.bounds);
    let others = header.generics.wheres.iter().flat_map(|(_, bounds)| bounds);
    let name = |bound: &Path| bound.segs.last().map(|seg| seg.name);
    own.chain(others).filter_map(name).filter(|name| !PLAIN.contains(&name.as_str())).collect()
}
