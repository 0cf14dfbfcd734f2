//! Signatures of other crates, in the shape of our own: of `std` from the header in `catalog/std`, read once.
//!
//! A library is a workspace of its own that is read like any other, with one difference: its definitions go by their paths.

use super::kept::kept_or_read;
use super::libraries::{Libraries, apart};
use super::shelf::{Known, Shelf};
use super::sig::{self, Signatures};
use super::types::Head;
use super::{Context, scopes};
use crate::catalog::Catalog;
use crate::discover::{LockedPackage, Package, Target, TargetKind, Workspace};
use crate::facts::{DefData, Vis};
use crate::model::{DefId, DefKind, FileId, Name, PackageId, TargetId, name};
use crate::parse::{Mount, SourceFile, Sources};
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, OnceLock};

/// How a library names its definitions.
#[derive(Debug, Default)]
pub(crate) struct Naming {
    /// The path of each definition.
    pub(super) paths: Vec<Name>,
    /// Types and traits by their last name, where that is the only one or one of the prelude.
    pub(super) bare: FxHashMap<Name, DefId>,
    /// Whether it is the header of `std`.
    pub(super) header: bool,
}

/// The header of `std`, in two parts.
const STD: [&str; 2] = [include_str!("../catalog/std/core.rs"), include_str!("../catalog/std/lib.rs")];

/// The signatures of `std`, read once for the process, and kept for others.
pub(crate) fn standard(cache: Option<&Path>) -> Arc<Signatures> {
    static READ: OnceLock<Arc<Signatures>> = OnceLock::new();
    let read = || {
        let kept = cache.map(|cache| cache.join(format!("std-{}", format())));
        // Those who wait for it must not be given the work of others who do, so it has threads of its own.
        let known = kept_or_read(kept.as_deref(), || apart(|| Some(read_standard())));
        Arc::new(known.unwrap_or_default().unfolded())
    };
    Arc::clone(READ.get_or_init(read))
}

fn read_standard() -> Signatures {
    let Ok(catalog) = Catalog::load() else { return Signatures::default() };
    let without_header = |text: &'static str| text.lines().skip_while(|line| line.starts_with("//!"));
    let text: Vec<&str> = STD.into_iter().flat_map(without_header).collect();
    let text = text.join("\n");
    let Ok(facts) = crate::parse::facts_of(&text, &catalog) else { return Signatures::default() };
    let file = SourceFile { path: PathBuf::from("std"), shown: "std".into(), text, facts: Arc::new(facts) };
    let mount = Mount { target: TargetId::new(0), file: FileId::new(0), parent: None, condition: None };
    let (named, mounts, problems, disk, unlisted) = (vec![], vec![mount], vec![], vec![], vec![]);
    let sources = Sources { files: vec![file], named, mounts, problems, disk, unlisted };
    let workspace = one_crate("std");
    read(&workspace, &sources, &catalog, name("std"), None)
}

fn one_crate(krate: &str) -> Workspace {
    let package = Package {
        name: krate.into(),
        id: String::new(),
        version: String::new(),
        root: PathBuf::new(),
        manifest: PathBuf::new(),
        publishable: false,
        features: vec![],
        checked_features: vec![],
        dependencies: vec![],
        neighbour: false,
        used_unseen: false,
    };
    let target = Target {
        package: PackageId::new(0),
        name: krate.into(),
        crate_name: name(krate),
        kind: TargetKind::Lib,
        root: PathBuf::new(),
        required_features: vec![],
        doctest: false,
    };
    Workspace {
        root: PathBuf::new(),
        target_dir: PathBuf::new(),
        packages: vec![package],
        targets: vec![target],
        notes: vec![],
        dependencies: vec![],
        cache: None,
        today: None,
    }
}

/// Traits by the name of an item that they declare, own ones and others.
pub(crate) fn traits_of_items(own: &Signatures, libraries: &Libraries<'_>) -> FxHashMap<Name, Vec<Head>> {
    let mut all: FxHashMap<Name, Vec<Head>> = FxHashMap::default();
    for signatures in std::iter::once(own).chain(libraries.named()) {
        for (item, traits) in signatures.traits_with.iter() {
            all.entry(item).or_default().extend(traits);
        }
    }
    for traits in all.values_mut() {
        traits.sort_unstable();
        traits.dedup();
    }
    all
}

/// Changes with the header, with the shape of signatures and with the way they are read, of which the main files are
/// here; and with each version.
fn format() -> &'static str {
    static FORMAT: LazyLock<String> = LazyLock::new(|| {
        let sources = [
            env!("CARGO_PKG_VERSION"),
            include_str!("library.rs"),
            include_str!("kept.rs"),
            include_str!("kept/names.rs"),
            include_str!("kept/pack.rs"),
            include_str!("table.rs"),
            include_str!("sig.rs"),
            include_str!("sig/functions.rs"),
            include_str!("members.rs"),
            include_str!("derived.rs"),
            include_str!("forms.rs"),
            include_str!("alternatives.rs"),
            include_str!("types.rs"),
            include_str!("environment.rs"),
            include_str!("associated.rs"),
            include_str!("heads.rs"),
            include_str!("unseen.rs"),
            include_str!("paths.rs"),
            include_str!("imports.rs"),
            include_str!("scopes.rs"),
            include_str!("open.rs"),
            include_str!("open/makers.rs"),
            include_str!("open/procedural.rs"),
            include_str!("../facts.rs"),
            include_str!("../facts/cfg.rs"),
            include_str!("../facts/types.rs"),
            include_str!("../extract/fields.rs"),
            include_str!("../extract/imports.rs"),
            include_str!("../extract/items.rs"),
            include_str!("../extract/members.rs"),
            include_str!("../extract/narrower.rs"),
            include_str!("../extract/signatures.rs"),
            include_str!("../extract/types.rs"),
            include_str!("../extract/macros.rs"),
            include_str!("../extract/tokens.rs"),
            include_str!("../extract/given.rs"),
            include_str!("../catalog/macros.toml"),
            include_str!("../catalog/attributes.toml"),
        ];
        crate::finding::stable_id(&[&sources[..], &STD[..]].concat())
    });
    &FORMAT
}

/// The signatures of a locked package, with the name of its crate.
pub(super) fn dependency(package: &LockedPackage, catalog: &Catalog, cache: Option<&Path>, shelf: &Shelf) -> Known {
    shelf.get(package.folder.as_ref()?, || {
        let kept = cache.zip(package.state()).map(|(cache, state)| cache.join(format!("{state}-{}", format())));
        let read = || shelf.aside(|| read_dependency(package, catalog, cache));
        let signatures = kept_or_read(kept.as_deref(), read)?;
        Some((signatures.krate?, Arc::new(signatures)))
    })
}

/// Reads the sources of a locked package.
fn read_dependency(package: &LockedPackage, catalog: &Catalog, cache: Option<&Path>) -> Option<Signatures> {
    let manifest = package.manifest()?;
    let krate = manifest.crate_name;
    let mut workspace = one_crate(krate.as_str());
    workspace.root = package.folder.clone()?;
    workspace.targets[0].root = manifest.root;
    workspace.packages[0].dependencies = manifest.dependencies;
    if manifest.procedural {
        workspace.targets[0].kind = TargetKind::ProcMacro;
        let sources = crate::parse::parse(&workspace, catalog);
        return Some(procedural(&Context::new(&workspace, &sources, catalog), krate));
    }
    let sources = crate::parse::parse(&workspace, catalog);
    Some(read(&workspace, &sources, catalog, krate, Some(standard(cache))))
}

/// A crate of procedural macros has nothing that values are of: only what its macros may make is known of it.
fn procedural(cx: &Context<'_>, krate: Name) -> Signatures {
    let krate = Some(name(&format!("{krate}!")));
    let mut signatures = Signatures { krate, ..Signatures::default() };
    for (name, makes) in super::open::of_procedural_macros(cx) {
        signatures.macros.insert(name, makes);
    }
    signatures
}

/// Reads the signatures of a crate; without `std` it is the header of that.
fn read(
    workspace: &Workspace,
    sources: &Sources,
    catalog: &Catalog,
    krate: Name,
    std: Option<Arc<Signatures>>,
) -> Signatures {
    let mut cx = Context::new(workspace, sources, catalog);
    cx.naming = Some(Naming { header: std.is_none(), ..naming(&cx, krate) });
    cx.libraries = std.map(Libraries::only_std).unwrap_or_default();
    let mut signatures = sig::collect(&cx);
    signatures.krate = Some(krate);
    re_exports(&cx, krate, &mut signatures);
    aliases(&cx, &mut signatures);
    for (name, makes) in super::open::of_exported_macros(&cx) {
        signatures.macros.insert(name, makes);
    }
    for def in cx.defs.ids() {
        if let (Some(said), Some(naming)) = (&cx.defs.get(cx.sources, def).attrs.deprecated, &cx.naming) {
            // How it is configured here is not known.
            if !said.sometimes {
                signatures.deprecated.insert(naming.paths[def.index()], said.clone());
            }
        }
    }
    signatures
}

/// The paths of all definitions.
fn naming(cx: &Context<'_>, krate: Name) -> Naming {
    let mut naming = Naming { paths: vec![krate; cx.defs.len()], ..Naming::default() };
    for def in cx.defs.ids() {
        let facts = cx.defs.get(cx.sources, def);
        let holder = match cx.defs.parent(cx.sources, def) {
            Some(parent) => naming.paths[parent.index()],
            None => cx.modules.home(def).map_or(krate, |module| module_path(cx, module, krate)),
        };
        // An impl has no name of its own: its items are told apart by their number.
        let own = match facts.kind {
            DefKind::Impl => name(&format!("{holder}::{}#{}", facts.name, def.0)),
            _ => super::prelude::join(holder, facts.name),
        };
        naming.paths[def.index()] = own;
        let is_type = facts.kind.is_adt() || matches!(facts.kind, DefKind::Trait | DefKind::TypeAlias);
        // `Ordering` alone is that of `cmp`.
        let preferred = super::prelude::type_path(facts.name) == Some(own) || own == "std::cmp::Ordering";
        if is_type && (preferred || !naming.bare.contains_key(&facts.name)) {
            naming.bare.insert(facts.name, def);
        }
    }
    naming
}

fn module_path(cx: &Context<'_>, module: crate::model::ModId, krate: Name) -> Name {
    let row = cx.modules.get(module);
    match (row.def, row.parent) {
        (Some(def), Some(parent)) => {
            super::prelude::join(module_path(cx, parent, krate), cx.defs.get(cx.sources, def).name)
        }
        _ => krate,
    }
}

/// Public names that stand for something defined elsewhere.
fn re_exports(cx: &Context<'_>, krate: Name, signatures: &mut Signatures) {
    let Some(naming) = &cx.naming else { return };
    for row in &cx.modules.rows {
        let module = match row.def {
            Some(def) => naming.paths[def.index()],
            None if row.scope == 0 => krate,
            None => continue,
        };
        for glob in row.globs.iter().filter(|glob| glob.reach == scopes::Reach::Public) {
            let source = match glob.source {
                scopes::Res::Def(def) => naming.paths[def.index()],
                scopes::Res::Mod(inner) => module_path(cx, inner, krate),
                scopes::Res::Ext(source) => source,
            };
            signatures.globs.entry(module).or_default().push(source);
        }
        for ((_, alias), bindings) in &row.names {
            // `pub extern crate alloc` is no import.
            let leads =
                |binding: &&scopes::Binding| binding.import.is_some() || matches!(binding.res, scopes::Res::Ext(_));
            for binding in bindings.iter().filter(leads) {
                let path = super::prelude::join(module, *alias);
                let goal = match binding.res {
                    scopes::Res::Def(def) => naming.paths[def.index()],
                    scopes::Res::Mod(inner) => module_path(cx, inner, krate),
                    scopes::Res::Ext(goal) => goal,
                };
                if goal != path {
                    let kept = signatures.canonical.entry(path).or_insert(goal);
                    *kept = likelier(krate, goal, *kept);
                }
            }
        }
    }
}

/// Of two goals under conditions that of `std`, else that of the crate itself (a module may stand beside a macro of its name
/// that is from elsewhere), else the first by name, so that every run has the same.
fn likelier(krate: Name, one: Name, other: Name) -> Name {
    let rank = |goal: Name| match super::prelude::first(goal.as_str()) {
        "std" | "core" | "alloc" => 0,
        first if first == krate.as_str() => 1,
        _ => 2,
    };
    if (rank(one), one) < (rank(other), other) { one } else { other }
}

fn aliases(cx: &Context<'_>, signatures: &mut Signatures) {
    let Some(naming) = &cx.naming else { return };
    for def in cx.defs.ids() {
        let facts = cx.defs.get(cx.sources, def);
        let (DefData::Alias { generics, ty: Some(ty), .. }, DefKind::TypeAlias) = (&facts.data, facts.kind) else {
            continue;
        };
        let Some(home) = cx.modules.home(def).filter(|_| facts.vis == Vis::Public) else { continue };
        let params = generics.params.iter().enumerate();
        let params = params.map(|(at, param)| (param.name, super::types::Type::Param(at as u32))).collect();
        let env = super::types::Env { params, ..Default::default() };
        if generics.params.iter().any(|param| param.default.is_some()) {
            let default = |ty: &crate::facts::Ty| cx.lower(home, &env, ty);
            let unknown = super::types::Type::Unknown;
            let all = generics.params.iter().map(|it| it.default.as_ref().map_or(unknown.clone(), default));
            signatures.defaults.insert(Head::Ext(naming.paths[def.index()]), all.collect());
        }
        signatures.aliases.insert(naming.paths[def.index()], cx.lower(home, &env, ty));
    }
}
