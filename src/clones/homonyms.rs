//! Names that two functions of one text have in common and that mean another thing in each.
//!
//! In: two twins, through the view of the audit. Out: whether there is such a name at the head of a path or of a call,
//! as in `Entity::find()` in a module for each table. Fields and methods of values do not count, since those of another
//! type are always others; neither do things that are twins of each other. It does not know what the functions do.

use super::Twins;
use crate::audit::Audit;
use crate::facts::Path;
use crate::facts::types::Lead;
use crate::model::{DefId, DefKind, Name, Span};
use crate::resolve::Goal;
use std::collections::{BTreeMap, BTreeSet};

/// Names at the heads of paths with what they lead to; with nothing where that is not known.
type Heads<'a> = BTreeMap<&'a str, BTreeSet<DefId>>;

/// Whether a name in both leads to different things.
pub(super) fn have_homonyms(audit: &Audit<'_>, twins: &Twins, a: DefId, b: DefId) -> bool {
    let (of_a, of_b) = (heads(audit, a), heads(audit, b));
    of_a.iter().any(|(head, meant)| match of_b.get(head) {
        Some(others) if meant.is_empty() && others.is_empty() => are_imported_apart(audit, (a, b), head),
        Some(others) if !meant.is_empty() && !others.is_empty() => {
            !meant.iter().any(|one| others.iter().any(|other| are_one(audit, twins, *one, *other)))
        }
        _ => false,
    })
}

fn heads<'a>(audit: &Audit<'a>, def: DefId) -> Heads<'a> {
    let text: &'a str = &audit.file(def).text;
    // Sorted by what they stand in.
    let edges = &audit.input.bindings.edges;
    let first = edges.partition_point(|edge| edge.from < def);
    let mut found = Heads::default();
    for edge in edges[first..].iter().take_while(|edge| edge.from == def) {
        let Some(head) = head(text, edge.span) else { continue };
        match edge.to {
            Goal::Def(goal) => {
                let known = head_of(audit, goal);
                found.entry(head).or_default().extend(known);
            }
            Goal::Named(_, name) if name == head => _ = found.entry(head).or_default(),
            Goal::Named(..) => {}
        }
    }
    found
}

/// The first name of a path in the text; `None` for `Self`, for what follows a `.` and for what came out of a macro.
fn head(text: &str, span: Span) -> Option<&str> {
    let written = text.get(span.start as usize..span.end as usize)?;
    let before = text.get(..span.start as usize)?.trim_end();
    if before.ends_with('.') || written.contains(['!', '(']) {
        return None;
    }
    let mut parts = written.split("::").map(str::trim);
    let head = parts.find(|part| !matches!(*part, "crate" | "self" | "super"))?;
    let is_name = !head.is_empty() && head.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    (is_name && head != "Self").then_some(head)
}

/// What stands before the last `::` where a goal is part of something: the type of a method, the enum of a variant.
fn head_of(audit: &Audit<'_>, goal: DefId) -> Option<DefId> {
    let holder = || audit.parent(goal).map(|holder| audit.type_of_impl(holder).unwrap_or(holder));
    match audit.def(goal).kind {
        DefKind::ReExport | DefKind::Field | DefKind::Template | DefKind::Anonymous | DefKind::Impl => None,
        DefKind::Variant
        | DefKind::Method
        | DefKind::AssociatedFunction
        | DefKind::AssociatedConstant
        | DefKind::AssociatedType => holder(),
        _ => Some(goal),
    }
}

/// Whether two things are the same, twins, or the same text.
fn are_one(audit: &Audit<'_>, twins: &Twins, a: DefId, b: DefId) -> bool {
    let text = |def: DefId| {
        let span = audit.def(def).span;
        audit.file(def).text.get(span.start as usize..span.end as usize)
    };
    a == b || twins.are_alike(a, b) || text(a) == text(b)
}

/// Whether two functions import a name from places of the workspace that are called otherwise.
fn are_imported_apart(audit: &Audit<'_>, (a, b): (DefId, DefId), head: &str) -> bool {
    let end = |def: DefId| {
        let path = imported(audit, def, head).filter(|path| !matches!(path.lead, Lead::Plain | Lead::Global))?;
        let names: Vec<Name> = path.segs.iter().rev().take(2).map(|seg| seg.name).collect();
        (names.len() == 2).then_some(names)
    };
    end(a).zip(end(b)).is_some_and(|(of_a, of_b)| of_a != of_b)
}

/// The path that brings a name to where a function stands.
fn imported<'a>(audit: &Audit<'a>, def: DefId, name: &str) -> Option<&'a Path> {
    let facts = &audit.file(def).facts;
    let mut scope = Some(audit.def(def).scope);
    while let Some(row) = scope.and_then(|at| facts.scopes.get(at as usize)) {
        let mut imports = row.imports.iter().filter_map(|import| facts.imports.get(*import as usize));
        if let Some(found) = imports.find(|import| import.alias.is_some_and(|alias| alias == *name)) {
            return Some(&found.path);
        }
        scope = row.parent.filter(|_| row.block);
    }
    None
}
