//! What `pin_project` makes of a pinned value: `self.project()` has the fields of `self`, the pinned ones behind `Pin`.
//!
//! In: types with `#[pin_project]` or inside `pin_project!`, and the type that `project` is called on. Out: a type that
//! stands for the projection; its one argument is the type that is projected. The names that `#[project = Name]` gives
//! are not known: in a pattern, a path that leads nowhere is taken for one where the value is a projection.

use super::Context;
use super::bodies::Walk;
use super::paths::Kinds;
use super::types::Type;
use crate::facts::Path;
use crate::model::{DefId, DefKind, FileId, Name, Span, name};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// The attribute and the macro.
const MACRO: &str = "pin_project";

/// A path that no crate has.
const PROJECTION: &str = "pin_project::Projection";

/// The types of the workspace that have projections.
pub(super) fn with_projection(cx: &Context<'_>) -> FxHashSet<DefId> {
    let mut calls: FxHashMap<FileId, Vec<Span>> = FxHashMap::default();
    for def in cx.defs.ids() {
        let facts = cx.defs.get(cx.sources, def);
        if facts.kind == DefKind::Anonymous && facts.name == MACRO {
            calls.entry(cx.defs.file(def)).or_default().push(facts.span);
        }
    }
    let is_one = |def: &DefId| {
        let facts = cx.defs.get(cx.sources, *def);
        let by_attribute = || facts.attrs.others.iter().any(|attr| attr.path.rsplit("::").next() == Some(MACRO));
        let inside = |calls: &Vec<Span>| calls.iter().any(|call| call.contains(facts.span));
        facts.kind.is_adt() && (by_attribute() || calls.get(&cx.defs.file(*def)).is_some_and(inside))
    };
    cx.defs.ids().filter(is_one).collect()
}

/// The type that is projected.
fn projected(ty: &Type) -> Option<&Type> {
    match ty.peeled() {
        Type::Ext(path, args) if *path == PROJECTION => args.first(),
        _ => None,
    }
}

impl Walk<'_> {
    /// What a call of `project` on a receiver gives, if that is a pinned value with projections.
    pub(super) fn projection(&self, receiver: &Type, method: Name) -> Option<Type> {
        if !matches!(method.as_str(), "project" | "project_ref") {
            return None;
        }
        let Type::Ext(path, args) = receiver.peeled() else { return None };
        let of = args.first().filter(|_| *path == "std::pin::Pin")?.peeled();
        let Type::Adt(def, _) = of else { return None };
        let members = &self.cx.impls.members;
        let is_made = members.has_projection(*def) && members.inherent(*def, method).is_empty();
        is_made.then(|| Type::Ext(name(PROJECTION), Arc::new([of.clone()])))
    }

    /// A field of a projection.
    pub(super) fn field_of_projection(&mut self, ty: &Type, field: Name, span: Span) -> Option<Type> {
        let owner = projected(ty)?;
        let Type::Adt(def, _) = owner else { return None };
        let [field] = self.cx.impls.members.field(*def, field) else { return None };
        self.refer(*field, span);
        Some(self.pinned_or_borrowed(*field, owner))
    }

    /// The struct or variant that a pattern takes apart, and its type, where the value is a projection.
    pub(super) fn taken_apart(&self, path: &Path, ty: &Type) -> Option<(DefId, Type)> {
        let owner = projected(ty)?;
        let Type::Adt(def, _) = owner else { return None };
        if self.cx.kind(*def) != DefKind::Enum {
            return Some((*def, owner.clone()));
        }
        match self.cx.impls.members.variants(*def, path.segs.last()?.name) {
            [variant] => Some((*variant, owner.clone())),
            _ => None,
        }
    }

    /// The type of a field in a projection of a value of type `owner`.
    pub(super) fn pinned_or_borrowed(&self, field: DefId, owner: &Type) -> Type {
        let ty = self.declared(field, owner).reference();
        if self.cx.defs.get(self.cx.sources, field).attrs.has("pin") {
            Type::Ext(name("std::pin::Pin"), Arc::new([ty]))
        } else {
            ty
        }
    }
}
