//! Which texts are names: strings of packages with procedural macros, and of attributes.
//!
//! In: the sources of packages and what they depend on. Out: yes or no for each package. Where it is no, no string of
//! the package becomes a name in what its macros write, but for what format strings capture: see
//! `extract/named_texts.rs`. What a template hands texts to has to be known: macros of the catalogue, rules of the
//! workspace that make no names either, attributes of the compiler. Nothing is known of dependencies but of those that
//! the catalogue lists as tools of such packages.
//!
//! A text in an attribute is data where all who may read it are known and none reads names in it: the derives of the
//! item, and the attributes on it and around it. Those of the ecosystem say so in the catalogue; those of the workspace
//! make no names of texts at all, as above. A text in a call of a macro is data unless the macro is one of the workspace
//! that makes names of texts.

use super::Context;
use super::paths::{self, Kinds};
use super::prelude::last_name;
use super::scopes::{Namespace, Res};
use super::tokens::is_procedural;
use crate::catalog::{AttributeRole, Made, is_case};
use crate::discover::TargetKind;
use crate::extract::{rules_uses, text_uses};
use crate::facts::types::{Lead, Seg};
use crate::facts::{Attrs, Cfg, Path};
use crate::model::{DefId, DefKind, ModId, Name, Span, name};
use crate::parse::MountPoint;
use rustc_hash::FxHashSet;

/// For each package, whether its procedural macros may make names of texts.
pub(super) fn make_names(cx: &Context<'_>) -> Vec<bool> {
    let mut may = vec![true; cx.workspace.packages.len()];
    for target in cx.workspace.targets.iter().filter(|target| target.kind == TargetKind::ProcMacro) {
        let package = target.package.index();
        may[package] = of_package(cx, package);
    }
    may
}

fn of_package(cx: &Context<'_>, package: usize) -> bool {
    let Some(members) = cx.workspace.with_members(package, |needed| cx.catalog.is_macro_tool(needed)) else {
        return true;
    };
    let mut needed = members.iter().flat_map(|member| &cx.workspace.packages[*member].dependencies);
    if needed.any(|it| !it.dev && cx.catalog.is_naming_tool(&it.package)) {
        return true;
    }
    let mounts = &cx.sources.mounts;
    let mut seen = FxHashSet::default();
    (0..mounts.len()).any(|at| {
        let target = &cx.workspace.targets[mounts[at].target.index()];
        let runs = matches!(target.kind, TargetKind::Lib | TargetKind::ProcMacro);
        let is_read = runs && members.contains(&target.package.index()) && !is_of_tests(cx, at);
        is_read && seen.insert(mounts[at].file) && makes_names(cx, &cx.sources.files[mounts[at].file.index()].text)
    })
}

/// Whether the texts of an attribute are data, which stands on a definition, or in a part of it, in a module.
pub(super) fn is_data(cx: &Context<'_>, (def, module): (DefId, ModId), attribute: Name) -> bool {
    let holders = || std::iter::successors(Some(def), |def| cx.defs.parent(cx.sources, *def));
    let is_part = |kind: DefKind| matches!(kind, DefKind::Variant | DefKind::Field);
    let Some(item) = holders().find(|def| !is_part(cx.kind(*def))) else { return false };
    let attrs = &cx.defs.get(cx.sources, item).attrs;
    let last = |path: &Path| path.segs.last().map(|seg| seg.name);
    let of_test = || cx.catalog.any_of_tests(attrs.others.iter().map(|attr| attr.path.as_str()));
    let is_shown = match cx.kind(item) {
        kind if kind.is_adt() => {
            let reads =
                |path: &Path| last(path).is_some_and(|derive| cx.catalog.derive_reads_texts(&derive, &attribute));
            let is_listed =
                |path: &Path| super::alike::is_as_listed(cx, module, path) && own_macros(cx, module, path).is_empty();
            attrs.derives.iter().any(|path| reads(path) && is_listed(path))
        }
        kind => kind.is_fn() && cx.catalog.texts_are_values(&attribute) && (!is_case(&attribute) || of_test()),
    };
    is_shown
        && attrs.derives.iter().all(|path| {
            let is_known = last(path).is_some_and(|derive| cx.catalog.made_by_derive(&derive) != Made::Unknown);
            let own = leaves_texts(cx, &own_macros(cx, module, path));
            own.unwrap_or_else(|| is_known && super::alike::is_known(cx, module, path))
        })
        && holders().skip_while(|def| *def != item).all(|def| {
            let attrs = &cx.defs.get(cx.sources, def).attrs;
            let behind_is_told = def == item && cx.kind(item).is_fn();
            let readers = if behind_is_told { readers(attrs, attribute) } else { attrs.others.len() };
            attrs.others[..readers].iter().all(|attr| attribute_leaves_texts(cx, module, attrs, attr.path))
        })
}

/// How many attributes of an item may read the texts of one of them. Macros run in order: those that stand behind the last
/// `#[case("…")]` are given what `rstest` makes of it, where the text is a value in the code of a function.
fn readers(attrs: &Attrs, attribute: Name) -> usize {
    let is_it = |path: Name| path.split("::").next() == Some(attribute.as_str());
    attrs.others.iter().rposition(|attr| is_it(attr.path)).map_or(attrs.others.len(), |at| at + 1)
}

/// Whether a macro that a call names so may make names of the texts that it is given: one of the workspace.
pub(super) fn are_names(cx: &Context<'_>, module: ModId, called: Name) -> bool {
    let has_any = cx.workspace.targets.iter().any(|target| target.kind == TargetKind::ProcMacro);
    has_any && leaves_texts(cx, &own_macros_called(cx, module, called)) == Some(false)
}

/// Whether an attribute of an item makes no names of texts.
fn attribute_leaves_texts(cx: &Context<'_>, module: ModId, on: &Attrs, path: Name) -> bool {
    if let Some(leaves) = leaves_texts(cx, &own_macros_called(cx, module, path)) {
        return leaves;
    }
    let last = last_name(path);
    let mut derives = on.derives.iter().filter_map(|path| path.segs.last());
    let is_known = cx.catalog.attribute_role(&path) != AttributeRole::Unknown
        || path.split("::").any(|part| cx.catalog.texts_are_values(part))
        || derives.any(|derive| cx.catalog.is_helper_of(&derive.name, &last));
    // A macro of the workspace that stands on the item as well takes out what it reads: it says the word.
    let is_read = || {
        let others = on.others.iter().map(|attr| own_macros_called(cx, module, attr.path));
        let means = paths::resolve(&cx.modules, cx, module, &as_path(path), Namespace::Macros);
        means.found.is_empty() && others.flatten().any(|def| says(cx, def, path))
    };
    is_known || is_read()
}

/// Procedural macros of the workspace that a path in the text may mean, of an attribute or a call.
fn own_macros_called(cx: &Context<'_>, module: ModId, path: Name) -> Vec<DefId> {
    let mut own = own_macros(cx, module, &as_path(path));
    let of_name = cx.impls.members.by_name.get(&last_name(path)).into_iter().flatten();
    own.extend(of_name.filter(|def| is_procedural(cx, **def)));
    own
}

/// The path that a text says.
pub(super) fn as_path(text: Name) -> Path {
    let segs = text.split("::").map(|part| Seg { name: name(part), args: None }).collect();
    Path { qself: None, lead: Lead::Plain, segs, span: Span::default() }
}

/// Procedural macros of the workspace that a path means.
fn own_macros(cx: &Context<'_>, module: ModId, path: &Path) -> Vec<DefId> {
    let resolved = paths::resolve(&cx.modules, cx, module, path, Namespace::Macros);
    let all = resolved.found.iter().filter_map(|found| match found.res {
        Res::Def(def) => Some(def),
        _ => None,
    });
    all.filter(|def| is_procedural(cx, *def)).collect()
}

/// Whether macros make no names of texts; `None` if there are none.
fn leaves_texts(cx: &Context<'_>, own: &[DefId]) -> Option<bool> {
    let names =
        |def: &DefId| package_of(cx, *def).and_then(|package| cx.named_texts.get(package).copied()).unwrap_or(true);
    (!own.is_empty()).then(|| !own.iter().any(names))
}

/// Whether a word stands in a string of the file of a macro, or of another one of its package.
fn says(cx: &Context<'_>, def: DefId, word: Name) -> bool {
    let package = package_of(cx, def);
    cx.sources.mounts.iter().any(|mount| {
        let of = cx.workspace.targets[mount.target.index()].package.index();
        package == Some(of) && cx.sources.files[mount.file.index()].facts.quoted_words.contains(&word)
    })
}

fn package_of(cx: &Context<'_>, def: DefId) -> Option<usize> {
    let home = cx.modules.home(def)?;
    Some(cx.workspace.targets[cx.modules.get(home).target.index()].package.index())
}

/// Whether a mount is there in tests alone: no macro runs it.
fn is_of_tests(cx: &Context<'_>, mount: usize) -> bool {
    let mut at = mount;
    while let Some((parent, point)) = cx.sources.mounts[at].parent {
        let facts = &cx.sources.files[cx.sources.mounts[parent].file.index()].facts;
        if let MountPoint::Module(row) = point {
            let holders = std::iter::successors(Some(row), |row| facts.defs[*row as usize].parent);
            let mut conditions = holders.flat_map(|row| &facts.defs[row as usize].attrs.cfg);
            if conditions.any(Cfg::needs_test) {
                return true;
            }
        }
        at = parent;
    }
    false
}

fn makes_names(cx: &Context<'_>, text: &str) -> bool {
    let uses = text_uses(text);
    uses.makes_names
        || uses.attributes.iter().any(|path| !cx.catalog.is_builtin_attribute(path))
        || uses.macros.iter().any(|word| macro_makes_names(cx, name(word)))
}

/// Whether a macro may make names of the texts that it is given.
fn macro_makes_names(cx: &Context<'_>, word: Name) -> bool {
    let mut seen = FxHashSet::default();
    let mut work = vec![word];
    while let Some(word) = work.pop() {
        if !seen.insert(word) {
            continue;
        }
        let mut is_own = false;
        for def in cx.impls.members.by_name.get(&word).into_iter().flatten() {
            let facts = cx.defs.get(cx.sources, *def);
            if facts.procedural_macro().is_some() {
                return true;
            }
            if facts.kind == DefKind::Macro {
                is_own = true;
                let text = &cx.sources.files[cx.defs.file(*def).index()].text;
                let rules = text.get(facts.span.start as usize..facts.span.end as usize);
                let Some(uses) = rules.map(rules_uses).filter(|uses| !uses.makes_names) else { return true };
                if uses.attributes.iter().any(|path| !cx.catalog.is_builtin_attribute(path)) {
                    return true;
                }
                work.extend(uses.macros.iter().map(|word| name(word)));
            }
        }
        if !is_own && cx.catalog.made_by_macro(&word) != Made::Nothing {
            return true;
        }
    }
    false
}
