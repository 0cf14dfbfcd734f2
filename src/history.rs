//! Which of two copies changed after they were the same, and in which commit.
//!
//! In: two definitions and a git to ask. Out: a sentence, or nothing: where there is no repository, where a file has
//! changes that are not committed, where the two were never the same, or where git does not answer. It follows the
//! lines of the two bodies back through history (`git log -L`), and never changes anything. What it reads of the past
//! are tokens, not syntax.

mod log;
mod timeline;

use crate::audit::Audit;
use crate::finding::Finding;
use crate::model::{DefId, Span};
use log::{Git, Lines};
use rayon::prelude::*;

/// Findings whose history is asked for; each takes git a moment.
const MOST: usize = 12;

/// Adds to drifted copies which of the two changed.
pub fn tell(audit: &Audit<'_>, git: &std::path::Path, findings: &mut [Finding]) {
    let drifted = findings.iter_mut().filter(|finding| finding.code == "drifted-copy").take(MOST);
    let mut drifted: Vec<&mut Finding> = drifted.collect();
    if drifted.is_empty() {
        return;
    }
    let Some(git) = Git::at(git, &audit.input.workspace.root) else { return };
    let pairs: Vec<Option<[Lines; 2]>> = drifted.iter().map(|finding| lines_of(audit, finding)).collect();
    let told: Vec<Option<String>> = pairs.par_iter().map(|pair| timeline::told(&git, pair.as_ref()?)).collect();
    for (finding, told) in drifted.iter_mut().zip(told) {
        finding.notes.extend(told);
    }
}

/// The same for two definitions.
pub fn of_pair(audit: &Audit<'_>, git: &std::path::Path, a: DefId, b: DefId) -> Option<String> {
    let git = Git::at(git, &audit.input.workspace.root)?;
    timeline::told(&git, &both(audit, a, b))
}

/// The lines of the two definitions that a finding speaks of: its own and that of its twin.
fn lines_of(audit: &Audit<'_>, finding: &Finding) -> Option<[Lines; 2]> {
    let other = finding.related.first()?;
    let at = |file: &str, start: u32| {
        let is_it = |def: &DefId| audit.def(*def).name_span.start == start && audit.file(*def).shown == file;
        audit.twins().pieces().iter().map(|piece| piece.def).find(is_it)
    };
    let own = at(&finding.location.file, finding.location.byte_start)?;
    let other = at(&other.location.file, other.location.byte_start)?;
    Some(both(audit, own, other))
}

/// The lines of both; where they have one name, their paths tell them apart.
fn both(audit: &Audit<'_>, a: DefId, b: DefId) -> [Lines; 2] {
    let named_alike = audit.def(a).name == audit.def(b).name;
    [a, b].map(|def| {
        let name = if named_alike { audit.path(def) } else { audit.def(def).name.to_string() };
        Lines { name, ..lines(audit, def) }
    })
}

fn lines(audit: &Audit<'_>, def: DefId) -> Lines {
    let facts = audit.def(def);
    let span = Span { start: facts.name_span.start, end: facts.span.end };
    let at = audit.location(audit.input.bindings.defs.file(def), span);
    Lines { name: facts.name.to_string(), file: at.file, first: at.line, last: at.end_line }
}
