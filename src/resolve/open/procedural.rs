//! What procedural macros may make, by the source of their packages: those of the workspace, or of a dependency.
//!
//! In: texts and dependencies of packages. Out: for each macro whether it may let a type dereference: only a package can
//! that says `Deref`, or that has a dependency which says it for it. Nothing is known of dependencies but those that the
//! catalogue lists as tools of such packages, which write what they are told to.

use super::Unseen;
use crate::discover::TargetKind;
use crate::facts::{DefData, Facts, MacroSort, Path};
use crate::model::{DefId, Name};
use crate::resolve::Context;
use rustc_hash::{FxHashMap, FxHashSet};

/// Procedural macros by name.
#[derive(Default)]
pub(super) struct Procedural {
    derives: FxHashMap<Name, Unseen>,
    /// Attributes that a derive reads, by its name.
    helpers: FxHashSet<(Name, Name)>,
    attributes: FxHashMap<Name, Unseen>,
    functions: FxHashMap<Name, Unseen>,
}

/// What the macros of a crate of procedural macros may make, where something is known of it: for those who read it as a
/// dependency.
pub(in crate::resolve) fn of_procedural_macros(cx: &Context<'_>) -> Vec<(Name, Unseen)> {
    let own = Procedural::of(cx);
    let all = own.derives.into_iter().chain(own.attributes).chain(own.functions);
    let mut all: Vec<_> = all.filter(|(_, makes)| *makes < Unseen::Anything).collect();
    all.sort_unstable();
    all
}

impl Procedural {
    pub(super) fn of(cx: &Context<'_>) -> Self {
        let mut own = Procedural::default();
        let packages = of_packages(cx);
        if packages.is_empty() {
            return own;
        }
        for def in cx.defs.ids() {
            let Some(of) = cx.defs.get(cx.sources, def).procedural_macro() else { continue };
            own.helpers.extend(of.helpers.iter().map(|helper| (of.name, *helper)));
            let sort = match of.sort {
                MacroSort::Derive => &mut own.derives,
                MacroSort::Attribute => &mut own.attributes,
                MacroSort::Function => &mut own.functions,
            };
            add(sort, of.name, made_by(cx, &packages, def));
        }
        own
    }

    /// What a derive may make, if the workspace has one of that name.
    pub(super) fn derive(&self, name: Name) -> Option<Unseen> {
        self.derives.get(&name).copied()
    }

    /// What an attribute may make, if the workspace has one of that name.
    pub(super) fn attribute(&self, name: Name) -> Option<Unseen> {
        self.attributes.get(&name).copied()
    }

    /// Whether a derive of the workspace reads an attribute.
    pub(super) fn is_helper_of(&self, derive: Name, attribute: Name) -> bool {
        self.helpers.contains(&(derive, attribute))
    }

    /// What the macros that are called with `!` may make.
    pub(super) fn functions(&self) -> impl Iterator<Item = (Name, Unseen)> {
        self.functions.iter().map(|(name, makes)| (*name, *makes))
    }
}

/// Of several of one name, all of it.
fn add(all: &mut FxHashMap<Name, Unseen>, name: Name, makes: Unseen) {
    let known = all.entry(name).or_default();
    *known = makes.max(*known);
}

fn made_by(cx: &Context<'_>, packages: &FxHashMap<usize, Unseen>, def: DefId) -> Unseen {
    let target = cx.modules.home(def).map(|home| cx.modules.get(home).target);
    let package = target.map(|target| cx.workspace.targets[target.index()].package.index());
    package.and_then(|package| packages.get(&package)).copied().unwrap_or(Unseen::Anything)
}

/// What the macros of each package with procedural macros may make.
fn of_packages(cx: &Context<'_>) -> FxHashMap<usize, Unseen> {
    let procedural = cx.workspace.targets.iter().filter(|target| target.kind == TargetKind::ProcMacro);
    let mut all = FxHashMap::default();
    for package in procedural.map(|target| target.package.index()) {
        let members = cx.workspace.with_members(package, |needed| cx.catalog.is_macro_tool(needed));
        let quiet = members.is_some_and(|members| !says_deref(cx, &members));
        all.insert(package, if quiet { Unseen::Members } else { Unseen::Anything });
    }
    all
}

/// Whether a file of some packages says `Deref` where it is neither imported nor implemented by the package for itself.
fn says_deref(cx: &Context<'_>, packages: &FxHashSet<usize>) -> bool {
    cx.sources.mounts.iter().any(|mount| {
        let package = cx.workspace.targets[mount.target.index()].package.index();
        packages.contains(&package) && {
            let file = &cx.sources.files[mount.file.index()];
            said(&file.text) > plain(&file.facts)
        }
    })
}

/// How often a text says it, lines of comments aside.
fn said(text: &str) -> usize {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.matches("Deref").count() + line.matches("Shrinkwrap").count()).sum()
}

/// How many of these are imports, and traits of impls that stand in no tokens.
fn plain(facts: &Facts) -> usize {
    let is_deref = |path: &Path| path.segs.last().is_some_and(|seg| seg.name.starts_with("Deref"));
    let in_tokens = |def: Option<u32>| def.is_none_or(|row| facts.defs[row as usize].from_macro);
    let imports = facts.imports.iter().filter(|import| is_deref(&import.path) && !in_tokens(import.def));
    let impls = facts.defs.iter().filter(|def| match &def.data {
        DefData::Impl(header) => !def.from_macro && header.of_trait.as_ref().is_some_and(is_deref),
        _ => false,
    });
    imports.count() + impls.count()
}
