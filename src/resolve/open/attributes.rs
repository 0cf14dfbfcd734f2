//! What derives and attributes may give to the type that they stand on, beyond what is seen.
//!
//! In: attributes of types, the catalogue, the procedural macros of the workspace. Out: [`Unseen`] for each type. What the
//! catalogue knows of a derive goes for the ecosystem's; any other is known by the source of its package (`procedural.rs`).

use super::Unseen;
use super::makers::by_foreign;
use super::procedural::Procedural;
use crate::catalog::Made;
use crate::facts::{Attr, Attrs, Path};
use crate::model::{DefId, ModId, Name, name};
use crate::resolve::Context;
use crate::resolve::paths::{self, Kinds};
use crate::resolve::scopes::{Namespace, Res};
use crate::resolve::texts::as_path;

/// How much may be unseen of types because of their derives and attributes, in the order of definitions.
pub(super) fn of_attributes(cx: &Context<'_>, own: &Procedural) -> Vec<(DefId, Unseen)> {
    let types = cx.defs.ids().filter(|def| cx.kind(*def).is_adt());
    types.map(|def| (def, of_type(cx, own, def))).filter(|(_, unseen)| *unseen != Unseen::Nothing).collect()
}

fn of_type(cx: &Context<'_>, own: &Procedural, def: DefId) -> Unseen {
    let facts = cx.defs.get(cx.sources, def);
    let attrs = &facts.attrs;
    let module = cx.modules.home(def);
    let derived = attrs.derives.iter().map(|path| of_derive(cx, own, (def, module), path));
    let changed = attrs.others.iter().map(|attr| match cx.catalog.made_by_attribute(&attr.path) {
        Made::Unknown => of_attribute(cx, own, (attrs, module), attr),
        known => known.into(),
    });
    let unseen = derived.chain(changed).max().unwrap_or_default();
    // What is asked for in a helper (`educe(Deref)`) is made.
    let mut words = facts.body.iter().flat_map(|body| &body.tokens).flat_map(|token| &token.path);
    if unseen == Unseen::Members && words.any(|word| word.starts_with("Deref")) { Unseen::Anything } else { unseen }
}

fn of_derive(cx: &Context<'_>, own: &Procedural, (def, module): (DefId, Option<ModId>), path: &Path) -> Unseen {
    let Some(last) = path.segs.last().map(|seg| seg.name) else { return Unseen::Anything };
    // What a type dereferences to by it is looked up as by an impl.
    if last.starts_with("Deref") && own.derive(last).is_none() {
        return Unseen::Nothing;
    }
    let known = match cx.catalog.made_by_derive(&last) {
        // `use thiserror::Error as ThisError`.
        Made::Unknown => renamed(cx, def, last).map_or(Made::Unknown, |goal| cx.catalog.made_by_derive(&goal)),
        known => known,
    };
    let read = || foreign(cx, module, path);
    match (known, own.derive(last)) {
        (Made::Unknown, Some(makes)) => read().map_or(makes, |foreign| makes.max(foreign)),
        (Made::Unknown, None) => read().unwrap_or(Unseen::Anything),
        // One of the workspace may be meant as well.
        (known, makes) => makes.unwrap_or_default().max(known.into()),
    }
}

/// The name of what an import of the file gives this name to.
fn renamed(cx: &Context<'_>, def: DefId, alias: Name) -> Option<Name> {
    let imports = &cx.defs.facts(cx.sources, def).imports;
    let mut goals = imports.iter().filter(|it| it.alias == Some(alias)).filter_map(|it| it.path.segs.last());
    goals.next().map(|seg| seg.name).filter(|goal| *goal != alias)
}

/// What a macro may make that a path means, if that is one of another crate.
fn foreign(cx: &Context<'_>, module: Option<ModId>, path: &Path) -> Option<Unseen> {
    let Some(module) = module else { return Some(Unseen::Anything) };
    let resolved = paths::resolve(&cx.modules, cx, module, path, Namespace::Macros);
    let made = resolved.found.iter().filter_map(|found| match found.res {
        Res::Ext(path) => Some(by_foreign(cx, path)),
        _ => None,
    });
    made.max()
}

/// An attribute that the catalogue does not know: a helper of a derive does nothing of its own.
fn of_attribute(cx: &Context<'_>, own: &Procedural, (attrs, module): (&Attrs, Option<ModId>), attr: &Attr) -> Unseen {
    let is_helper = |path: &Path| {
        path.segs.last().is_some_and(|derive| {
            cx.catalog.is_helper_of(&derive.name, &attr.path) || own.is_helper_of(derive.name, attr.path)
        })
    };
    if attrs.derives.iter().any(is_helper) {
        return Unseen::Nothing;
    }
    let last = name(attr.path.rsplit("::").next().unwrap_or(attr.path.as_str()));
    match (own.attribute(last), foreign(cx, module, &as_path(attr.path))) {
        (makes, Some(foreign)) => makes.unwrap_or_default().max(foreign),
        (makes, None) => makes.unwrap_or(Unseen::Anything),
    }
}
