//! What seeds liveness.

use super::aspects::Aspects;
use super::doc_hosts::hosts_for_good;
use super::made::{Kept, kept};
use super::own_derives::OwnDerives;
use super::{Input, World, paths};
use crate::catalog::AttributeRole;
use crate::catalog::connections::Kind;
use crate::catalog::routes::Does;
use crate::discover::{Target, TargetKind};
use crate::facts::{Attr, Def, DefData, Import, Vis};
use crate::model::{DefId, DefKind, ModId, PackageId, TargetId, name};
use crate::resolve::{Namespace, Res, Visibility};
use rustc_hash::FxHashSet;

/// Why a definition is a root.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RootReason {
    /// `main` of a target.
    Main(TargetId),
    /// Public API of a package that others could depend on.
    PublicApi(PackageId),
    /// An attribute: the linker, the runtime, a harness or an unknown macro uses it.
    Attribute,
    /// A macro call between items: it runs or registers something.
    MacroCall,
    /// `allow(dead_code)`, or a name that starts with an underscore.
    Allowed,
    /// Made by a macro that was not expanded, or under a name that the macro gives.
    FromMacro,
    /// Source that was not understood, or the documentation of a crate.
    Source,
    /// The configuration says that something outside of the source uses it.
    Configured,
    /// Code of a package beside the workspace, or something that such code takes apart or sets.
    Neighbour,
}

impl std::fmt::Display for RootReason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            RootReason::Main(_) => "`main` of a target",
            RootReason::PublicApi(_) => "public API of a package that others could depend on",
            RootReason::Attribute => "an attribute: the linker, the runtime, a test harness or a macro uses it",
            RootReason::MacroCall => "a macro call between items",
            RootReason::Allowed => "it stands under `allow(dead_code)` or has a name with an underscore",
            RootReason::FromMacro => "it is made by a macro that was not expanded, or that gives it its name",
            RootReason::Source => "it belongs to a file as a whole",
            RootReason::Configured => "the configuration names it as a root",
            RootReason::Neighbour => "a package that is no member of the workspace has or uses it",
        })
    }
}

/// The roots of both worlds.
#[derive(Debug, Default)]
pub struct Roots {
    /// Each root with its world and reason.
    pub rows: Vec<(DefId, World, RootReason)>,
    /// Packages whose public API counts as used.
    pub open: Vec<bool>,
    /// Live wherever their holder is: in open packages, public members of these kinds are API; what a macro makes as
    /// a part of something that it makes; and what stands under an attribute that may use it.
    pub open_members: Vec<bool>,
    /// Live wherever their holder is, although nothing may use them: no finding says that they can go.
    pub staying: Vec<bool>,
}

/// Collects the roots.
pub fn collect(input: Input<'_>, aspects: &Aspects, closed_world: bool) -> Roots {
    let is_used = |package: usize| input.workspace.packages[package].used_unseen;
    let open: Vec<bool> = (0..input.workspace.packages.len())
        .map(|package| is_used(package) || !closed_world && is_open(input, package))
        .collect();
    let staying = vec![false; input.bindings.defs.len()];
    let mut roots = Roots { open_members: super::inside::under_attributes(input), staying, open, rows: vec![] };
    for (index, target) in input.workspace.targets.iter().enumerate() {
        let Some(root) = input.bindings.modules.roots[index] else { continue };
        let is_library = matches!(target.kind, TargetKind::Lib | TargetKind::ProcMacro);
        if !is_library {
            let reason = match input.workspace.is_of_neighbour(target) {
                true => RootReason::Neighbour,
                false => RootReason::Main(TargetId::new(index)),
            };
            main_of(input, root, (target, reason), &mut roots);
        } else if roots.open[target.package.index()] {
            public_api(input, root, target.package, &mut roots);
        }
    }
    let own_derives = OwnDerives::of(input);
    for def in input.bindings.defs.ids() {
        roots.staying[def.index()] = super::stays::stays(input, aspects, def);
        by_attribute(input, aspects, def, &mut roots);
        let counts = !aspects.in_example[def.index()] && !aspects.is_beside(input, def);
        if counts && own_derives.make_items(input, def) {
            let world = if aspects.test_only[def.index()] { World::Test } else { World::Production };
            roots.rows.push((def, world, RootReason::Attribute));
        }
    }
    // What is only matched or written there goes with no member: nobody compiles the neighbour without it.
    let mentioned = input.bindings.mentions.iter().filter(|mention| aspects.is_beside(input, mention.by));
    roots.rows.extend(mentioned.map(|mention| (mention.of, World::Production, RootReason::Neighbour)));
    for root in &input.config.roots {
        let named = paths::matching(input, root).into_iter();
        roots.rows.extend(named.map(|def| (def, World::Production, RootReason::Configured)));
    }
    roots
}

/// A package is open where it can be published and has a library.
pub fn is_open(input: Input<'_>, package: usize) -> bool {
    let library = |target: &Target| target.package.index() == package && target.kind == TargetKind::Lib;
    let info = &input.workspace.packages[package];
    info.publishable && !input.config.closed_world.closes(&info.name) && input.workspace.targets.iter().any(library)
}

fn main_of(input: Input<'_>, root: ModId, (target, reason): (&Target, RootReason), roots: &mut Roots) {
    let is_test = target.kind.is_test() && reason != RootReason::Neighbour;
    let world = if is_test { World::Test } else { World::Production };
    for binding in input.bindings.meanings(root, Namespace::Values, name("main")) {
        if let Res::Def(def) = binding.res {
            roots.rows.push((def, world, reason));
            roots.rows.extend(binding.import.map(|import| (import, world, reason)));
        }
    }
}

/// Everything that can be named from outside through public modules and re-exports.
fn public_api(input: Input<'_>, root: ModId, package: PackageId, roots: &mut Roots) {
    let modules = &input.bindings.modules;
    let mut seen = FxHashSet::default();
    let mut work = vec![root];
    let reason = RootReason::PublicApi(package);
    while let Some(module) = work.pop() {
        if !seen.insert(module) {
            continue;
        }
        let row = modules.get(module);
        let mut names: Vec<_> = row.names.iter().collect();
        names.sort_unstable_by_key(|((_, name), _)| *name);
        let named = names.into_iter().flat_map(|(_, bindings)| bindings);
        let public = named.filter(|binding| binding.reach == Visibility::Public).map(|it| (it.res, it.import));
        // All that a public glob brings in is public here; following its source marks the public names there.
        let globs = row.globs.iter().filter(|glob| glob.reach == Visibility::Public).map(|it| (it.source, it.import));
        for (res, import) in public.chain(globs) {
            roots.rows.extend(import.map(|import| (import, World::Production, reason)));
            match res {
                Res::Def(def) => roots.rows.push((def, World::Production, reason)),
                Res::Mod(inner) => {
                    roots.rows.extend(modules.get(inner).def.map(|def| (def, World::Production, reason)));
                    work.push(inner);
                }
                Res::Ext(_) => {}
            }
        }
    }
    mark_open_members(input, package, roots);
}

/// In an open package, whatever is public of a type that is live can be reached from outside, even if the type cannot
/// be named: a public function may hand it out.
fn mark_open_members(input: Input<'_>, package: PackageId, roots: &mut Roots) {
    let defs = &input.bindings.defs;
    for mount in &input.sources.mounts {
        let target = &input.workspace.targets[mount.target.index()];
        if target.package != package || target.kind != TargetKind::Lib {
            continue;
        }
        let rows = &input.sources.files[mount.file.index()].facts.defs;
        for (row, def) in rows.iter().enumerate() {
            let Some(parent) = def.parent.map(|parent| &rows[parent as usize]) else { continue };
            let public = match parent.kind {
                DefKind::Enum | DefKind::Variant => true,
                DefKind::Trait => parent.vis == Vis::Public,
                DefKind::Struct | DefKind::Union | DefKind::Impl => def.vis == Vis::Public,
                _ => false,
            };
            let public_enum = parent.kind != DefKind::Enum || parent.vis == Vis::Public;
            roots.open_members[defs.id(mount.file, row as u32).index()] |= public && public_enum;
        }
    }
}

fn by_attribute(input: Input<'_>, aspects: &Aspects, def: DefId, roots: &mut Roots) {
    let facts = input.bindings.defs.get(input.sources, def);
    if aspects.in_example[def.index()] && facts.kind != DefKind::DocTest {
        return;
    }
    let world = if aspects.test_only[def.index()] { World::Test } else { World::Production };
    let holder = input.bindings.defs.parent(input.sources, def);
    let file = input.bindings.defs.file(def).index();
    if aspects.neighbour[file] {
        roots.rows.push((def, World::Production, RootReason::Neighbour));
        return;
    }
    if aspects.loose[file] {
        roots.rows.push((def, World::Test, RootReason::Source));
        return;
    }
    match facts.kind {
        DefKind::DocTest if !aspects.examples_run[file] => return,
        // The examples of a file as a whole, and those that nothing takes out.
        DefKind::DocTest if holder.is_none_or(|of| hosts_for_good(input, of)) => {
            roots.rows.push((def, World::Test, RootReason::Source));
        }
        DefKind::DocTest => return,
        DefKind::Anonymous if holder_runs(input, def) => roots.rows.push((def, world, RootReason::MacroCall)),
        _ => {}
    }
    if may_be_dead(aspects, def, facts) {
        roots.rows.push((def, world, RootReason::Allowed));
    }
    if facts.from_macro && !matches!(facts.kind, DefKind::Anonymous | DefKind::Template | DefKind::DocTest) {
        match kept(input, def) {
            Kept::Always => roots.rows.push((def, world, RootReason::FromMacro)),
            Kept::WithHolder => roots.open_members[def.index()] = true,
            Kept::ByUse => {}
        }
    }
    if matches!(facts.kind, DefKind::Field | DefKind::Variant) {
        return;
    }
    // Something that exists for its examples only, or stands in something that does.
    let for_examples = aspects.doctest_only[def.index()] && facts.kind != DefKind::Impl;
    if for_examples || super::carries_examples(input, aspects, def) {
        roots.rows.push((def, World::Test, RootReason::Source));
    }
    if let DefData::Import(row) = facts.data {
        let import = &input.bindings.defs.facts(input.sources, def).imports[row as usize];
        if import.glob || links_a_crate(import) {
            roots.rows.push((def, world, RootReason::Source));
        }
    }
    // A foreign static or function is found by the linker under its own name; the name here is only a name.
    let worlds = facts.attrs.others.iter().filter_map(|attr| world_of_attribute(input, def, attr, world));
    roots.rows.extend(worlds.map(|world| (def, world, RootReason::Attribute)));
    if facts.name == "_" && matches!(facts.data, DefData::Typed(_)) && facts.kind == DefKind::Constant {
        roots.rows.push((def, world, RootReason::Source));
    }
}

/// The world in which an attribute makes its item a root, if it does; `usual` is the one that its place says.
fn world_of_attribute(input: Input<'_>, def: DefId, attr: &Attr, usual: World) -> Option<World> {
    match super::aspects::role(input, input.bindings.defs.get(input.sources, def), attr) {
        AttributeRole::Production => Some(usual),
        AttributeRole::Test => Some(World::Test),
        AttributeRole::Unknown => (!makes_handler(input, def, &attr.path)).then_some(usual),
        AttributeRole::Inert => is_read_by_nobody(input, def, &attr.path).then_some(usual),
    }
}

/// Whether an item is allowed to be dead, or has a name that says that it may be unused: it is not reported, and what it
/// uses stays.
fn may_be_dead(aspects: &Aspects, def: DefId, facts: &Def) -> bool {
    let by_itself = !matches!(facts.kind, DefKind::Impl | DefKind::ReExport | DefKind::Field | DefKind::Variant);
    let silenced = facts.name.starts_with('_') && facts.name != "_";
    let is_item = facts.kind.is_fn()
        || facts.kind.is_adt()
        || matches!(facts.kind, DefKind::Trait | DefKind::TypeAlias)
        || matches!(facts.data, DefData::Typed(_));
    by_itself && (aspects.allowed[def.index()] || (silenced && is_item))
}

/// Whether an attribute has the name of one that derives read and stands where none does: `#[group]` of `serenity`, which
/// is a macro of its own.
fn is_read_by_nobody(input: Input<'_>, def: DefId, attribute: &str) -> bool {
    let facts = input.bindings.defs.get(input.sources, def);
    let mut derives = facts.attrs.derives.iter().filter_map(|path| path.segs.last());
    let alone = match facts.kind {
        DefKind::Function | DefKind::Trait | DefKind::Module => true,
        kind => kind.is_adt() && !derives.any(|seg| input.catalog.derive_is_unknown(&seg.name)),
    };
    alone && input.catalog.is_helper(attribute) && !input.catalog.is_builtin_attribute(attribute)
}

/// Whether an attribute is known to make a handler and to register it nowhere.
fn makes_handler(input: Input<'_>, def: DefId, attribute: &str) -> bool {
    let last = attribute.rsplit("::").next().unwrap_or(attribute);
    input.bindings.routing.uses_in(def).any(|one| {
        let api = &input.catalog.routes.apis[one.api as usize];
        let makes = matches!(api.does, Does::Route | Does::Handler | Does::Described);
        api.kind == Kind::Attribute && makes && api.last() == last
    })
}

/// Whether an import is there to link a crate, which may do something by that alone: `extern crate x`, `use x as _`.
fn links_a_crate(import: &Import) -> bool {
    let named = import.path.segs.iter().filter(|seg| seg.name != "self").count();
    import.extern_crate || (!import.glob && import.alias.is_none() && named == 1)
}

/// Whether a macro call stands between items of a module; one in a body is run with that body.
fn holder_runs(input: Input<'_>, def: DefId) -> bool {
    let parent = input.bindings.defs.parent(input.sources, def);
    parent.is_none_or(|parent| input.bindings.defs.kind(parent) == DefKind::Module)
}
