//! What to take out of the source to remove a definition.
//!
//! In: the view of the audit. Out: ranges of bytes. It knows nothing of what compiles afterwards.

use crate::audit::Audit;
use crate::facts::DefData;
use crate::finding::Removal;
use crate::model::{DefId, DefKind, FileId, Span};

/// The ranges of a definition with all that goes with it: the impls of a type or a trait, the items that impls have for
/// an item of a trait, imports that nobody uses.
pub fn removal(audit: &Audit<'_>, def: DefId) -> Vec<Removal> {
    let mut ranges = vec![range(audit, def)];
    let kind = audit.def(def).kind;
    if kind.is_adt() || kind == DefKind::Trait {
        ranges.extend(audit.impls_of(def).map(|block| range(audit, block)));
    }
    if let Some(parent) = audit.parent(def).filter(|parent| audit.def(*parent).kind == DefKind::Trait) {
        let name = audit.def(def).name;
        let items = audit.impls_of(parent).flat_map(|block| audit.children(block));
        ranges.extend(items.filter(|item| audit.def(**item).name == name).map(|item| range(audit, *item)));
    }
    let mut work = vec![def];
    let mut seen = vec![];
    while let Some(gone) = work.pop() {
        for import in dead_imports(audit, gone) {
            if !seen.contains(&import) {
                seen.push(import);
                work.push(import);
                ranges.push(range(audit, import));
            }
        }
    }
    ranges.sort();
    ranges.dedup();
    ranges
}

/// Imports of a definition through which nobody uses it: without it they would not resolve.
fn dead_imports<'a>(audit: &'a Audit<'_>, def: DefId) -> impl Iterator<Item = DefId> + 'a {
    let is_import =
        move |user: &DefId| audit.def(*user).kind == DefKind::ReExport && *user != def && audit.reach.is_dead(*user);
    audit.input.graph.users(def).filter(is_import)
}

fn range(audit: &Audit<'_>, def: DefId) -> Removal {
    let facts = audit.def(def);
    let file = audit.file(def);
    let span = match (&facts.data, facts.kind) {
        (DefData::Import(row), _) => {
            let import = &file.facts.imports[*row as usize];
            if import.siblings > 1 {
                with_comma(&file.text, import.leaf_span)
            } else {
                whole_lines(&file.text, import.item_span)
            }
        }
        (_, DefKind::Field | DefKind::Variant) => whole_lines(&file.text, with_comma(&file.text, facts.span)),
        _ => whole_lines(&file.text, facts.span),
    };
    Removal { file: file.shown.clone(), byte_start: span.start, byte_end: span.end }
}

/// The span with the comma behind it.
fn with_comma(text: &str, span: Span) -> Span {
    let rest = &text[span.end as usize..];
    let space = rest.len() - rest.trim_start().len();
    match rest.trim_start().starts_with(',') {
        true => Span { end: span.end + space as u32 + 1, ..span },
        false => span,
    }
}

/// The span with its indentation and the end of its last line, if nothing else stands on these lines.
fn whole_lines(text: &str, span: Span) -> Span {
    let before = &text[..span.start as usize];
    let indent = before.len() - before.trim_end_matches([' ', '\t']).len();
    let starts_line = before[..before.len() - indent].is_empty() || before[..before.len() - indent].ends_with('\n');
    let after = &text[span.end as usize..];
    let blank = after.len() - after.trim_start_matches([' ', '\t', '\r']).len();
    let ends_line = after[blank..].starts_with('\n');
    if starts_line && ends_line {
        Span { start: span.start - indent as u32, end: span.end + blank as u32 + 1 }
    } else {
        span
    }
}

/// How many lines a set of removals takes out, each line counted once.
pub fn lines<'r>(audit: &Audit<'_>, removals: impl Iterator<Item = &'r Removal>) -> usize {
    let mut by_file: std::collections::BTreeMap<&str, Vec<(u32, u32)>> = Default::default();
    for removal in removals {
        by_file.entry(&removal.file).or_default().push((removal.byte_start, removal.byte_end));
    }
    let files = &audit.input.sources.files;
    let mut total = 0;
    for (shown, mut ranges) in by_file {
        let Some(file) = (0..files.len()).map(FileId::new).find(|file| files[file.index()].shown == shown) else {
            continue;
        };
        let row = |offset: u32| files[file.index()].facts.lines.partition_point(|start| *start <= offset);
        ranges.sort_unstable();
        let mut last = 0;
        for (start, end) in ranges {
            let (first, end) = (row(start).max(last + 1), row(end.saturating_sub(1)));
            total += (end + 1).saturating_sub(first);
            last = last.max(end);
        }
    }
    total
}
