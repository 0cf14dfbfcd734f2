//! Fields of unions that lie in one place: what is written to one of them is read through any other.
//!
//! In: where fields are written. Out: which field of a union is read where which other one is. It does not know what is
//! written before what is read.

use crate::model::{DefId, DefKind};
use crate::resolve::Bindings;

/// Pairs of fields, of which the second is read where the first is: for each field of a union that is written somewhere, one
/// that leads to it from any other. There are at most twice as many pairs as fields.
pub(super) fn read_together(bindings: &Bindings, children: &[Vec<DefId>]) -> Vec<(DefId, DefId)> {
    let mut pairs = vec![];
    for def in bindings.defs.ids().filter(|def| bindings.defs.kind(*def) == DefKind::Union) {
        let fields = children[def.index()].iter().copied();
        let fields = fields.filter(|child| bindings.defs.kind(*child) == DefKind::Field);
        let (written, others): (Vec<DefId>, Vec<DefId>) = fields.partition(|field| bindings.is_mentioned(*field));
        let (Some(first), Some(last)) = (written.first(), written.last()) else { continue };
        pairs.extend(others.iter().map(|other| (*other, *first)));
        pairs.extend(written.windows(2).map(|two| (two[0], two[1])));
        if first != last {
            pairs.push((*last, *first));
        }
    }
    pairs
}
