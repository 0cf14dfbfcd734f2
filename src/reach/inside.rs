//! What stands in modules and traits under attributes of which nothing is known.
//!
//! In: the attributes of modules and traits, and what the catalogue knows of these. Out: yes or no for each
//! definition. Such an attribute is given the whole item: it may call, export or rewrite anything in it, so all of
//! that lives where the module or the trait does, as the items of an impl under such an attribute do (`marks.rs`).
//! What stands in the body of a function is left to that body. This module does not know what is live.

use super::Input;
use crate::model::DefKind;
use crate::resolve::is_given_away;

/// For each definition, whether it stands in a module or a trait under such an attribute.
pub(super) fn under_attributes(input: Input<'_>) -> Vec<bool> {
    let defs = &input.bindings.defs;
    let mut inside = vec![false; defs.len()];
    // What holds a definition comes before it.
    for def in defs.ids().filter(|def| defs.kind(*def) != DefKind::DocTest) {
        let Some(holder) = defs.parent(input.sources, def) else { continue };
        let is_inner = inside[holder.index()] && !defs.kind(holder).is_fn();
        inside[def.index()] = is_inner || is_given_away(input.catalog, defs.get(input.sources, holder));
    }
    inside
}
