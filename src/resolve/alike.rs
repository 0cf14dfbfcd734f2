//! Derives that have the name of one of `std` and are another: of a crate, or of the workspace.
//!
//! In: the derives of types, and what their paths mean. Out: the types with such a derive, which may read fields and call
//! what its attributes name. A plain name that nothing brings in means the one of `std`; what a glob over another crate may
//! bring in is not known, and not looked at.

use super::Context;
use super::paths::{self, Kinds};
use super::prelude::{STANDARD, first};
use super::scopes::{Namespace, Res};
use crate::facts::Path;
use crate::facts::types::Lead;
use crate::model::{DefId, ModId, Name};
use rustc_hash::FxHashSet;

/// Its derives show values by format strings, of which nothing is a name: the catalogue knows them.
const SHOWS: &str = "derive_more";

/// The types with a derive that has a name of `std` and is another.
pub(super) fn types(cx: &Context<'_>) -> FxHashSet<DefId> {
    let types = cx.defs.ids().filter(|def| cx.kind(*def).is_adt());
    let is_one = |def: &DefId| {
        let derives = &cx.defs.get(cx.sources, *def).attrs.derives;
        derives.iter().any(|path| {
            may_be(cx, path) && cx.modules.homes(*def).iter().any(|module| !means_standard(cx, *module, path))
        })
    };
    types.filter(is_one).collect()
}

/// Whether what the catalogue says of the attributes of a derive holds for one in a module: it has a name of its own, or
/// is what it says that of.
pub(super) fn is_as_listed(cx: &Context<'_>, module: ModId, path: &Path) -> bool {
    !may_be(cx, path) || means_one_of(cx, module, path, &[SHOWS])
}

/// Whether a derive is what its name says, or one that is known to make no names of texts.
pub(super) fn is_known(cx: &Context<'_>, module: ModId, path: &Path) -> bool {
    is_as_listed(cx, module, path) || means_standard(cx, module, path)
}

/// Whether a derive has a name of one of `std`.
fn may_be(cx: &Context<'_>, path: &Path) -> bool {
    path.segs.last().is_some_and(|seg| !cx.catalog.derive_is_unknown(&seg.name))
}

fn means_standard(cx: &Context<'_>, module: ModId, path: &Path) -> bool {
    let [single] = &path.segs[..] else { return means_one_of(cx, module, path, &STANDARD) };
    let resolved = paths::resolve(&cx.modules, cx, module, path, Namespace::Macros);
    match resolved.found.is_empty() {
        true => path.lead == Lead::Plain && !may_be_imported(cx, module, single.name),
        false => resolved.found.iter().all(|found| is_of(cx, found.res, &STANDARD)),
    }
}

/// Whether a path means something of these crates, and nothing else.
fn means_one_of(cx: &Context<'_>, module: ModId, path: &Path, crates: &[&str]) -> bool {
    let resolved = paths::resolve(&cx.modules, cx, module, path, Namespace::Macros);
    !resolved.found.is_empty() && resolved.found.iter().all(|found| is_of(cx, found.res, crates))
}

fn is_of(cx: &Context<'_>, res: Res, crates: &[&str]) -> bool {
    match res {
        Res::Ext(path) => crates.contains(&first(&path)) || crates.contains(&first(&cx.canonical(path))),
        Res::Def(_) | Res::Mod(_) => false,
    }
}

/// Whether an import of a name that is not understood stands in a module, or in a block around it.
fn may_be_imported(cx: &Context<'_>, module: ModId, name: Name) -> bool {
    let around = std::iter::successors(Some(module), |at| {
        let row = cx.modules.get(*at);
        row.parent.filter(|_| row.falls_through)
    });
    around.into_iter().any(|at| cx.modules.unresolved.contains(&(at, name)))
}
