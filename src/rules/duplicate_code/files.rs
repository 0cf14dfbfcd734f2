//! What two files have in common, in one finding.
//!
//! In: several copies that stand in the same two files. Out: a finding on the first of them that names the others. It
//! does not know how they were found.

use super::{Copies, file_of, place_of, twin};
use crate::audit::Audit;
use crate::clones::homonyms::Part;
use crate::finding::{Confidence, Finding, Related};
use crate::model::FileId;
use crate::rules::Rule;
use std::collections::BTreeSet;

/// Names that a message says.
const MOST_NAMES: usize = 6;

/// The finding; `rank` is its number among all of the rule, and how many these are.
pub(super) fn finding(audit: &Audit<'_>, rule: &Rule, all: &[Copies], rank: (usize, usize)) -> Finding {
    let first = all[0].places[0];
    let here = file_of(audit, first.0);
    let places = || all.iter().flat_map(|copies| copies.places.iter().copied());
    let there = places().find(|place| file_of(audit, place.0) != here).unwrap_or(first);
    let message = format!(
        "{} pieces of this file stand in `{}` as well: {}",
        all.len(),
        audit.file(there.0).shown,
        named(audit, all, here)
    );
    let mut finding = rule.finding(audit.item(first.0), place_of(audit, first), message);
    finding.confidence = Confidence::Likely;
    let saves: usize = all.iter().map(Copies::saves).sum();
    finding
        .notes
        .push(format!("one copy of each saves about {saves} lines; number {} of {} by lines and risk", rank.0, rank.1));
    let risks: BTreeSet<&String> = all.iter().flat_map(|copies| &copies.risks).collect();
    finding.notes.extend(risks.into_iter().cloned());
    let related = |place: Part| {
        if file_of(audit, place.0) == here {
            let message = format!("copied: `{}`", audit.path(place.0));
            Related { message, location: place_of(audit, place) }
        } else {
            twin(audit, place.0, place.1)
        }
    };
    finding.related = places().filter(|place| *place != first).map(related).collect();
    finding
}

/// The names of what is copied, each once.
fn named(audit: &Audit<'_>, all: &[Copies], here: FileId) -> String {
    let mut names: Vec<String> = vec![];
    for (def, _) in all.iter().flat_map(|copies| &copies.places) {
        let name = format!("`{}`", audit.def(*def).name);
        if file_of(audit, *def) == here && !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len().saturating_sub(MOST_NAMES);
    names.truncate(MOST_NAMES);
    let names = names.join(", ");
    if more > 0 { format!("{names} and {more} more") } else { names }
}
