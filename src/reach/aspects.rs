//! What is true of single definitions and no edge tells: conditions, worlds, attributes.

use super::Input;
use super::conditions;
use crate::catalog::{AttributeRole, is_case};
use crate::discover::{Target, TargetKind};
use crate::facts::{Attr, Cfg, Def, Facts};
use crate::model::{DefId, DefKind, FileId, Name, PackageId};
use crate::parse::MountPoint;
use rustc_hash::FxHashSet;

/// Facts about definitions, by id.
#[derive(Debug, Default)]
pub struct Aspects {
    /// Exists only in test builds or test targets.
    pub test_only: Vec<bool>,
    /// Exists only where examples in documentation are looked for: nothing of it is compiled, its examples are run.
    pub doctest_only: Vec<bool>,
    /// Stands under a condition that no configuration satisfies.
    pub impossible: Vec<bool>,
    /// Part of an example in documentation.
    pub in_example: Vec<bool>,
    /// Stands under `allow(dead_code)` or `expect(dead_code)`, the one of the crate root excepted.
    pub allowed: Vec<bool>,
    /// The packages that mount it.
    pub packages: Vec<Vec<PackageId>>,
    /// Whether examples in the documentation of each file are run: those of libraries are, unless switched off.
    pub examples_run: Vec<bool>,
    /// Whether a file may be compiled by a test with a harness of its own: nothing in it is said to be dead.
    pub loose: Vec<bool>,
    /// Whether only neighbours mount a file: all of it runs, and nothing in it is reported.
    pub neighbour: Vec<bool>,
    /// Reached by trails only whose conditions exclude each other.
    pub unreached: Vec<bool>,
    /// Reached without tests by such trails only.
    pub test_only_trails: Vec<bool>,
    /// The features that are declared for each file, by the packages that mount it.
    pub features: Vec<FxHashSet<Name>>,
}

/// Collects the facts.
pub fn collect(input: Input<'_>) -> Aspects {
    let count = input.bindings.defs.len();
    let mut aspects = Aspects {
        test_only: vec![true; count],
        doctest_only: vec![true; count],
        impossible: vec![true; count],
        in_example: vec![false; count],
        allowed: vec![false; count],
        unreached: vec![false; count],
        test_only_trails: vec![false; count],
        packages: vec![vec![]; count],
        examples_run: some_mount(input, |target| target.kind == TargetKind::Lib && target.doctest),
        loose: some_mount(input, |target| target.kind == TargetKind::Loose),
        neighbour: only_neighbours(input),
        features: features(input),
    };
    let mut mounts: Vec<Above> = vec![];
    for index in 0..input.sources.mounts.len() {
        let above = above(input, &aspects, &mounts, index);
        mark_mount(input, &mut aspects, above, index);
        mounts.push(above);
    }
    aspects
}

/// For each file, whether `holds` for a target that mounts it.
fn some_mount(input: Input<'_>, holds: impl Fn(&Target) -> bool) -> Vec<bool> {
    let mut found = vec![false; input.sources.files.len()];
    for mount in &input.sources.mounts {
        found[mount.file.index()] |= holds(&input.workspace.targets[mount.target.index()]);
    }
    found
}

/// For each file, whether neighbours mount it and no member does.
fn only_neighbours(input: Input<'_>) -> Vec<bool> {
    let by_neighbours = some_mount(input, |target| input.workspace.is_of_neighbour(target));
    let by_members = some_mount(input, |target| !input.workspace.is_of_neighbour(target));
    by_neighbours.into_iter().zip(by_members).map(|(neighbour, member)| neighbour && !member).collect()
}

fn features(input: Input<'_>) -> Vec<FxHashSet<Name>> {
    let mut features = vec![FxHashSet::default(); input.sources.files.len()];
    let declared = super::features::declared(input);
    for mount in &input.sources.mounts {
        let package = input.workspace.targets[mount.target.index()].package;
        features[mount.file.index()].extend(declared[package.index()].iter().copied());
    }
    features
}

/// What a mounted file inherits from the `mod` lines above it.
#[derive(Clone, Copy)]
struct Above {
    test: bool,
    doctest: bool,
    allowed: bool,
    impossible: bool,
}

fn above(input: Input<'_>, aspects: &Aspects, mounts: &[Above], index: usize) -> Above {
    let mount = &input.sources.mounts[index];
    // A neighbour is built in its own ways, and none of its code is a test of the workspace.
    if input.workspace.is_of_neighbour(&input.workspace.targets[mount.target.index()]) {
        return Above { test: false, doctest: false, allowed: false, impossible: false };
    }
    let attrs = &input.sources.files[mount.file.index()].facts.attrs;
    let inner_test = attrs.cfg.iter().any(Cfg::needs_test);
    let inner_doctest = attrs.cfg.iter().any(Cfg::needs_doctest);
    let declared = &aspects.features[mount.file.index()];
    let own: Vec<&Cfg> = attrs.cfg.iter().collect();
    let never = conditions::impossible(&own, &|feature| declared.contains(&feature)).is_some();
    let Some((parent, point)) = mount.parent else {
        // `#![allow(dead_code)]` of a whole crate is seen through.
        let test = input.workspace.targets[mount.target.index()].kind.is_test() || inner_test;
        return Above { test, doctest: inner_doctest, allowed: false, impossible: never };
    };
    let holder = mounts[parent];
    let around = &input.sources.files[input.sources.mounts[parent].file.index()].facts;
    let mut facts = Above {
        test: holder.test || inner_test || is_of_example(around, point),
        doctest: holder.doctest || inner_doctest,
        allowed: holder.allowed || attrs.allows_dead,
        impossible: holder.impossible || never,
    };
    if let MountPoint::Module(row) = point {
        let file = input.sources.mounts[parent].file;
        let rows = &input.sources.files[file.index()].facts.defs;
        for row in std::iter::successors(Some(row), |row| rows[*row as usize].parent) {
            let attrs = &rows[row as usize].attrs;
            facts.test |= attrs.cfg.iter().any(Cfg::needs_test);
            facts.doctest |= attrs.cfg.iter().any(Cfg::needs_doctest);
            facts.allowed |= attrs.allows_dead;
        }
        facts.impossible |= is_impossible(input, aspects, file, row);
    }
    facts
}

/// Whether what mounts a file stands in an example in documentation: the block of one is in no other scope.
fn is_of_example(around: &Facts, point: MountPoint) -> bool {
    let scope = match point {
        MountPoint::Module(row) => around.defs[row as usize].scope,
        MountPoint::Include(scope) | MountPoint::Documentation(scope) | MountPoint::Hidden(scope, _) => scope,
    };
    let scopes = std::iter::successors(around.scopes.get(scope as usize), |scope| {
        scope.parent.and_then(|parent| around.scopes.get(parent as usize))
    });
    scopes.last().is_some_and(|outermost| outermost.block)
}

fn mark_mount(input: Input<'_>, aspects: &mut Aspects, above: Above, index: usize) {
    let mount = &input.sources.mounts[index];
    let package = input.workspace.targets[mount.target.index()].package;
    let of_neighbour = input.workspace.packages[package.index()].neighbour;
    let rows = &input.sources.files[mount.file.index()].facts.defs;
    // As seen from this mount; a definition that two targets mount is what it is in the freer one.
    let mut test = vec![above.test; rows.len()];
    let mut doctest = vec![above.doctest; rows.len()];
    let mut impossible = vec![above.impossible; rows.len()];
    for (at, def) in rows.iter().enumerate() {
        let id = input.bindings.defs.id(mount.file, at as u32).index();
        if let Some(parent) = def.parent {
            let parent_id = input.bindings.defs.id(mount.file, parent).index();
            test[at] |= test[parent as usize];
            doctest[at] |= doctest[parent as usize];
            impossible[at] |= impossible[parent as usize];
            aspects.in_example[id] |= aspects.in_example[parent_id];
            aspects.allowed[id] |= aspects.allowed[parent_id];
        }
        if !of_neighbour {
            test[at] |= is_test(input, def);
            doctest[at] |= def.attrs.cfg.iter().any(Cfg::needs_doctest);
            impossible[at] |= is_impossible(input, aspects, mount.file, at as u32);
        }
        aspects.test_only[id] &= test[at];
        aspects.doctest_only[id] &= doctest[at];
        aspects.impossible[id] &= impossible[at];
        aspects.in_example[id] |= def.kind == DefKind::DocTest;
        aspects.allowed[id] |= above.allowed || def.attrs.allows_dead;
        if !aspects.packages[id].contains(&package) {
            aspects.packages[id].push(package);
        }
    }
}

fn is_test(input: Input<'_>, def: &Def) -> bool {
    let of_harness = |attr: &Attr| role(input, def, attr) == AttributeRole::Test;
    def.attrs.cfg.iter().any(Cfg::needs_test) || def.attrs.others.iter().any(of_harness)
}

/// What an attribute does to the definition that it stands on. On types and parts of them a derive reads what has the name
/// of an attribute of tests, and `case` is one of these beside another alone: by itself it may be any macro's.
pub(super) fn role(input: Input<'_>, def: &Def, attr: &Attr) -> AttributeRole {
    let listed = |attr: &Attr| input.catalog.attribute_role(&attr.path);
    match listed(attr) {
        AttributeRole::Test if matches!(def.kind, DefKind::Field | DefKind::Variant) => AttributeRole::Inert,
        AttributeRole::Test if def.kind.is_adt() => {
            let mut derives = def.attrs.derives.iter().filter_map(|path| path.segs.last());
            match derives.any(|seg| input.catalog.derive_is_unknown(&seg.name)) {
                true => AttributeRole::Inert,
                false => AttributeRole::Unknown,
            }
        }
        AttributeRole::Test if is_case(&attr.path) => {
            match input.catalog.any_of_tests(def.attrs.others.iter().map(|other| other.path.as_str())) {
                true => AttributeRole::Test,
                false => AttributeRole::Unknown,
            }
        }
        listed => listed,
    }
}

/// Whether the conditions of a definition and of all that holds it in its file exclude each other.
fn is_impossible(input: Input<'_>, aspects: &Aspects, file: FileId, row: u32) -> bool {
    let rows = &input.sources.files[file.index()].facts.defs;
    if rows[row as usize].attrs.cfg.is_empty() {
        return false;
    }
    let chain = std::iter::successors(Some(row), |row| rows[*row as usize].parent);
    let all: Vec<&Cfg> = chain.flat_map(|row| &rows[row as usize].attrs.cfg).collect();
    let declared = &aspects.features[file.index()];
    conditions::impossible(&all, &|feature| declared.contains(&feature)).is_some()
}

impl Aspects {
    /// Whether a definition is one of neighbours alone.
    pub fn is_beside(&self, input: Input<'_>, def: DefId) -> bool {
        self.neighbour[input.bindings.defs.file(def).index()]
    }

    /// Whether a definition counts for liveness at all.
    pub fn counts(&self, def: DefId) -> bool {
        !self.impossible[def.index()]
    }
}
