//! Names that two functions of one text have in common and that mean another thing in each.
//!
//! In: two twins, or a part of each, through the view of the audit. Out: whether there is such a name at the head of
//! a path or of a call, as in `Entity::find()` in a module for each table, or behind `Self::`. Fields and methods of
//! values do not count, since those of another type are always others; neither do things that are twins of each
//! other, or one text. Names of other crates go by what is imported (`foreign.rs`). It does not know what the functions do.

mod foreign;

use super::Twins;
use crate::audit::Audit;
use crate::facts::Path;
use crate::facts::types::Lead;
use crate::model::{DefId, DefKind, Name, Span};
use crate::resolve::{Goal, ImplTrait, Why};
use std::collections::{BTreeMap, BTreeSet};

/// What counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Any name.
    All,
    /// Names of code: what types of one shape have in common may still be shared.
    Code,
}

/// A function, or a part of it.
pub type Part = (DefId, Option<Span>);

/// Names at the heads of paths with what they lead to; with nothing where that is not known.
type Heads<'a> = BTreeMap<&'a str, BTreeSet<DefId>>;

/// Whether a name in both leads to different things.
pub fn have_homonyms(audit: &Audit<'_>, twins: &Twins, a: Part, b: Part, sort: Sort) -> bool {
    let (of_a, of_b) = (heads(audit, a, sort), heads(audit, b, sort));
    of_a.iter().any(|(head, meant)| match of_b.get(head) {
        Some(others) if meant.is_empty() && others.is_empty() => {
            sort == Sort::All && are_imported_apart(audit, (a.0, b.0), head)
        }
        Some(others) if !meant.is_empty() && !others.is_empty() => {
            !meant.iter().any(|one| others.iter().any(|other| are_one(audit, twins, *one, *other)))
        }
        _ => false,
    }) || foreign::are_apart(audit, a, b, sort)
}

fn heads<'a>(audit: &Audit<'a>, (def, within): Part, sort: Sort) -> Heads<'a> {
    let text: &'a str = &audit.file(def).text;
    let mut found = Heads::default();
    for edge in audit.input.bindings.edges_from(def) {
        if within.is_some_and(|within| !within.contains(edge.span)) {
            continue;
        }
        let Some(head) = head(text, edge.span) else { continue };
        match edge.to {
            Goal::Def(goal) => {
                let known = if head.starts_with(OWN) { own_item(audit, goal) } else { head_of(audit, goal) };
                let known = known.filter(|known| sort == Sort::All || is_code(audit, *known));
                found.entry(head).or_default().extend(known);
            }
            Goal::Named(_, name) if name == head || edge.why == Why::UnknownPath => {
                found.entry(head).or_default();
            }
            Goal::Named(..) => {}
        }
    }
    found
}

/// An item that a type has of its own accord: what a trait asks for is another one in each type.
fn own_item(audit: &Audit<'_>, goal: DefId) -> Option<DefId> {
    let block = audit.parent(goal).and_then(|block| audit.input.bindings.impls.info(block));
    let is_asked = block.is_some_and(|info| info.of_trait != ImplTrait::None);
    Some(goal).filter(|_| !is_asked)
}

/// Whether a definition does or says something: a type alone does not.
fn is_code(audit: &Audit<'_>, def: DefId) -> bool {
    let kind = audit.def(def).kind;
    kind.is_fn() || matches!(kind, DefKind::Constant | DefKind::AssociatedConstant | DefKind::Static | DefKind::Macro)
}

/// What stands before an item of the own type.
const OWN: &str = "Self::";

/// The first name of a path in the text, and what follows `Self`; `None` for `Self` alone, for what follows a `.` and
/// for what came out of a macro.
fn head(text: &str, span: Span) -> Option<&str> {
    let before = text.get(..span.start as usize)?;
    // What was resolved may be the end of a path.
    let path = before.rfind(|it: char| !(it.is_alphanumeric() || it == '_' || it == ':'));
    let start = match path {
        _ if !before.ends_with("::") => before.len(),
        Some(at) => at + before[at..].chars().next().map_or(1, char::len_utf8),
        None => 0,
    };
    let written = text.get(start..span.end as usize)?;
    if before[..start].trim_end().ends_with('.') || written.contains(['!', '(']) {
        return None;
    }
    if let Some(item) = written.strip_prefix(OWN) {
        return item.chars().all(|letter| letter.is_alphanumeric() || letter == '_').then_some(written);
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

/// Whether two things are the same, twins, or the same text. What is only nearly the same does something else.
fn are_one(audit: &Audit<'_>, twins: &Twins, a: DefId, b: DefId) -> bool {
    let text = |def: DefId| {
        let span = audit.def(def).span;
        audit.file(def).text.get(span.start as usize..span.end as usize)
    };
    a == b || twins.likeness(a, b) == Some(100) || text(a) == text(b)
}

/// Whether two functions import a name from places of the workspace that are called otherwise.
fn are_imported_apart(audit: &Audit<'_>, (a, b): (DefId, DefId), head: &str) -> bool {
    let (of_a, of_b) = (imported(audit, a, head), imported(audit, b, head));
    !of_a.is_empty() && !of_b.is_empty() && of_a.is_disjoint(&of_b)
}

/// The modules of the workspace that may bring a name to where a function stands: the one that it is imported from,
/// else all whose names are. Each by the last name of its path, with the name that it gives where that is another.
fn imported(audit: &Audit<'_>, def: DefId, name: &str) -> BTreeSet<(Name, Option<Name>)> {
    let facts = &audit.file(def).facts;
    let is_near = |path: &Path| !matches!(path.lead, Lead::Plain | Lead::Global);
    let mut scope = Some(audit.def(def).scope);
    let mut globs = BTreeSet::new();
    while let Some(row) = scope.and_then(|at| facts.scopes.get(at as usize)) {
        for import in row.imports.iter().filter_map(|import| facts.imports.get(*import as usize)) {
            let names: Vec<Name> = import.path.segs.iter().rev().take(2).map(|seg| seg.name).collect();
            if import.glob && is_near(&import.path) {
                globs.extend(names.first().map(|module| (*module, None)));
            } else if import.alias.is_some_and(|alias| alias == *name) {
                let from = names.get(1).filter(|_| is_near(&import.path));
                let other = names.first().copied().filter(|last| *last != *name);
                return from.map(|module| (*module, other)).into_iter().collect();
            }
        }
        scope = row.parent.filter(|_| row.block);
    }
    globs
}
