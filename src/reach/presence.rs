//! Presence conditions: in which configurations a definition, or a part of a body, exists.
//!
//! In: cfg predicates of definitions, of what holds them and of the `mod` lines above; features of manifests. Out: a formula
//! for each definition, and on demand for each region of a body.

use super::Input;
use super::formulas::{Atom, Formula, Formulas};
use super::sunset::Assumption;
use crate::discover::Package;
use crate::facts::Cfg;
use crate::facts::regions::{RegionKind, enclosing};
use crate::model::{DefId, FileId, Name, PackageId, name};
use crate::parse::MountPoint;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// Presence conditions of a workspace.
pub struct Presence {
    /// The formulas.
    pub formulas: Formulas,
    /// When each definition exists.
    pub of_def: Vec<Formula>,
    /// When each target is built, by its features.
    pub of_target: Vec<Formula>,
    features: Vec<FxHashSet<Name>>,
    /// Packages whose conditions are not looked at: whoever builds a neighbour sets what it likes, and all of it counts.
    unconditional: Vec<bool>,
    regions: FxHashMap<(FileId, u32), Formula>,
    /// Formulas with what is left of them where nothing is built for tests.
    untested: FxHashMap<Formula, Formula>,
    assumption: Assumption,
}

/// Holds where tests, examples or benchmarks are built: what only they reach is live under it.
pub fn tests() -> Atom {
    Atom { package: None, key: name("with tests"), value: None }
}

/// Holds in a build for the unit tests of a crate.
pub fn cfg_test() -> Atom {
    Atom { package: None, key: name("test"), value: None }
}

/// Collects the conditions of all definitions.
pub fn collect(input: Input<'_>) -> Presence {
    let features = super::features::declared(input);
    let (atoms, implied) = atoms(input, &features);
    let mut presence = Presence {
        formulas: Formulas::new(&atoms, &implied),
        of_def: vec![Formula::NEVER; input.bindings.defs.len()],
        of_target: vec![],
        features,
        unconditional: input.workspace.packages.iter().map(|package| package.neighbour).collect(),
        regions: FxHashMap::default(),
        untested: FxHashMap::default(),
        assumption: Assumption::default(),
    };
    for target in &input.workspace.targets {
        let needed = target.required_features.iter().fold(Formula::ALWAYS, |all, feature| {
            let declared = &presence.features[target.package.index()];
            let atom = atom(declared, target.package, name("feature"), Some(name(feature)));
            let one = atom.map_or(Formula::ALWAYS, |atom| presence.formulas.literal(atom, true));
            presence.formulas.and(all, one)
        });
        presence.of_target.push(needed);
    }
    mounts(input, &mut presence);
    presence
}

/// All atoms that conditions of the workspace name, features by the packages that mount the file; and which features
/// bring which along.
fn atoms(input: Input<'_>, features: &[FxHashSet<Name>]) -> (BTreeSet<Atom>, Vec<(Atom, Atom)>) {
    let mut atoms = BTreeSet::from([tests(), cfg_test()]);
    let feature = |package: usize, feature: &str| Atom {
        package: Some(PackageId::new(package)),
        key: name("feature"),
        value: Some(name(feature)),
    };
    let mut implied = vec![];
    let packages = &input.workspace.packages;
    let by_name: FxHashMap<&str, usize> = packages.iter().enumerate().map(|(at, it)| (it.name.as_str(), at)).collect();
    for (at, package) in packages.iter().enumerate() {
        atoms.extend(features[at].iter().map(|name| feature(at, name)));
        for declared in &package.features {
            for enabled in &declared.enables {
                let goal = enabled_feature(package, at, enabled, &by_name);
                implied.extend(goal.map(|(of, goal)| (feature(at, &declared.name), feature(of, goal))));
            }
        }
    }
    for file in &input.sources.files {
        let mut add = |cfg: &Cfg| {
            cfg.atoms(&mut |key, value| {
                if *key != "feature" {
                    atoms.insert(Atom { package: None, key: *key, value: *value });
                }
            });
        };
        file.facts.conditions.iter().for_each(|condition| add(&condition.cfg));
        file.facts.attrs.cfg.iter().for_each(&mut add);
        file.facts.defs.iter().flat_map(|def| &def.attrs.cfg).for_each(&mut add);
        for region in &file.facts.regions {
            if let RegionKind::Cfg(cfg) = &region.kind {
                add(cfg);
            }
        }
    }
    for cfg in input.sources.mounts.iter().filter_map(|mount| mount.condition.as_ref()) {
        cfg.atoms(&mut |key, value| {
            if *key != "feature" {
                atoms.insert(Atom { package: None, key: *key, value: *value });
            }
        });
    }
    (atoms, implied)
}

/// The feature of a package of the workspace that an entry of a feature switches on: `x`, `dependency/x`.
fn enabled_feature<'a>(
    package: &Package,
    at: usize,
    enabled: &'a str,
    by_name: &FxHashMap<&str, usize>,
) -> Option<(usize, &'a str)> {
    match enabled.split_once('/') {
        None => (!enabled.starts_with("dep:")).then_some((at, enabled)),
        Some((dependency, feature)) if !dependency.ends_with('?') => {
            let name = dependency.replace('-', "_");
            let found = package.dependencies.iter().find(|it| it.name == name.as_str() && !it.dev)?;
            Some((*by_name.get(found.package.as_str())?, feature))
        }
        Some(_) => None,
    }
}

fn mounts(input: Input<'_>, presence: &mut Presence) {
    let mut rows_of: Vec<Vec<Formula>> = vec![];
    let mut tops: Vec<Formula> = vec![];
    for mount in &input.sources.mounts {
        let target = &input.workspace.targets[mount.target.index()];
        let package = target.package;
        let facts = &input.sources.files[mount.file.index()].facts;
        let above = match mount.parent {
            Some((parent, MountPoint::Module(row))) => rows_of[parent][row as usize],
            Some((parent, _)) => tops[parent],
            None => presence.of_target[mount.target.index()],
        };
        let own = presence.of_cfgs(&facts.attrs.cfg, package);
        let chosen = mount.condition.as_ref().map_or(Formula::ALWAYS, |cfg| presence.of_cfg(cfg, package));
        let own = presence.formulas.and(own, chosen);
        let top = presence.formulas.and(above, own);
        let mut rows: Vec<Formula> = Vec::with_capacity(facts.defs.len());
        for (row, def) in facts.defs.iter().enumerate() {
            let holder = def.parent.map_or(top, |parent| rows[parent as usize]);
            let own = presence.of_cfgs(&def.attrs.cfg, package);
            let mut all = presence.formulas.and(holder, own);
            // A function in a block that exists under a condition.
            if def.parent.is_some() && !facts.regions.is_empty() {
                let at = crate::facts::regions::region_at(&facts.regions, def.name_span.start);
                let block = presence.of_regions(&facts.regions, at, package);
                all = presence.formulas.and(all, block);
            }
            rows.push(all);
            let id = input.bindings.defs.id(mount.file, row as u32).index();
            presence.of_def[id] = presence.formulas.or(presence.of_def[id], all);
        }
        rows_of.push(rows);
        tops.push(top);
    }
}

/// An atom as a package means it; `None` for a feature that it does not declare.
fn atom(declared: &FxHashSet<Name>, package: PackageId, key: Name, value: Option<Name>) -> Option<Atom> {
    match value {
        Some(feature) if key == "feature" => {
            declared.contains(&feature).then_some(Atom { package: Some(package), key, value })
        }
        _ => Some(Atom { package: None, key, value }),
    }
}

impl Presence {
    /// Predicates that all have to hold, in a package.
    fn of_cfgs(&mut self, cfgs: &[Cfg], package: PackageId) -> Formula {
        cfgs.iter().fold(Formula::ALWAYS, |all, cfg| {
            let one = self.of_cfg(cfg, package);
            self.formulas.and(all, one)
        })
    }

    fn of_cfg(&mut self, cfg: &Cfg, package: PackageId) -> Formula {
        if self.unconditional[package.index()] {
            return Formula::ALWAYS;
        }
        let features = &self.features[package.index()];
        self.formulas.of(cfg, &|key, value| atom(features, package, key, value))
    }

    fn of_regions(
        &mut self,
        regions: &[crate::facts::regions::Region],
        at: Option<u32>,
        package: PackageId,
    ) -> Formula {
        let mut all = Formula::ALWAYS;
        for region in enclosing(regions, at) {
            if let RegionKind::Cfg(cfg) = &region.kind {
                let one = self.of_cfg(cfg, package);
                all = self.formulas.and(all, one);
            }
        }
        all
    }

    /// A formula where nothing is built for tests.
    pub fn without_tests(&mut self, formula: Formula) -> Formula {
        if let Some(known) = self.untested.get(&formula) {
            return *known;
        }
        let left = self.formulas.given(formula, tests(), false);
        let left = self.formulas.given(left, cfg_test(), false);
        self.untested.insert(formula, left);
        left
    }

    /// Takes an assumption into account.
    pub fn assume(&mut self, assumption: &Assumption) {
        for def in 0..self.of_def.len() {
            self.of_def[def] = self.assumed(self.of_def[def], assumption);
        }
        self.regions.clear();
        self.assumption = assumption.clone();
    }

    fn assumed(&mut self, formula: Formula, assumption: &Assumption) -> Formula {
        assumption.atoms.iter().fold(formula, |formula, (atom, holds)| self.formulas.given(formula, *atom, *holds))
    }

    /// When the region of a body exists, in any package that has its file.
    pub fn of_region(&mut self, input: Input<'_>, owner: DefId, row: u32) -> Formula {
        let file = input.bindings.defs.file(owner);
        if let Some(known) = self.regions.get(&(file, row)) {
            return *known;
        }
        let regions = &input.sources.files[file.index()].facts.regions;
        let mut around = std::iter::successors(Some(row), |row| regions[*row as usize].parent);
        if around.any(|row| self.assumption.ended.contains(&(file, row))) {
            self.regions.insert((file, row), Formula::NEVER);
            return Formula::NEVER;
        }
        let mut any = Formula::NEVER;
        for package in &input.bindings.packages_of[file.index()] {
            let one = self.of_regions(regions, Some(row), PackageId::new(usize::from(*package)));
            any = self.formulas.or(any, one);
        }
        let assumption = std::mem::take(&mut self.assumption);
        let any = self.assumed(any, &assumption);
        self.assumption = assumption;
        self.regions.insert((file, row), any);
        any
    }
}
