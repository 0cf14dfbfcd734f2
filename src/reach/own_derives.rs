//! Which derives keep their types, because they may make other items than impls: whoever uses those, uses the type.
//!
//! In: the derives that the workspace defines, with the source of their packages, and the catalogue for all others. Out: yes
//! or no for each type. A package is trusted to write impls alone where no source of it, nor of what it depends on in
//! the workspace, quotes an item, and where its other dependencies are listed as tools that write what they are told to.

use super::Input;
use crate::catalog::Beside;
use crate::discover::TargetKind;
use crate::model::{DefId, Name, name};
use rustc_hash::{FxHashMap, FxHashSet};

/// The derives of the workspace.
pub(super) struct OwnDerives {
    /// Whether they may make items, by name; of several of one name, whether one may.
    by_name: FxHashMap<Name, bool>,
}

impl OwnDerives {
    pub(super) fn of(input: Input<'_>) -> Self {
        let mut by_name = FxHashMap::default();
        let mut packages = FxHashMap::default();
        for def in input.bindings.defs.ids() {
            for attr in &input.bindings.defs.get(input.sources, def).attrs.others {
                if attr.path != "proc_macro_derive" {
                    continue;
                }
                let mut words = attr.args.split(|it: char| !it.is_alphanumeric() && it != '_');
                let Some(derive) = words.find(|word| !word.is_empty()).map(name) else { continue };
                let home = input.bindings.modules.home(def).map(|home| input.bindings.modules.get(home).target);
                let package = home.map(|target| input.workspace.targets[target.index()].package.index());
                let makes = package.is_none_or(|package| {
                    *packages.entry(package).or_insert_with(|| package_makes_items(input, package))
                });
                *by_name.entry(derive).or_insert(false) |= makes;
            }
        }
        OwnDerives { by_name }
    }

    /// Whether a derive of a type may make items.
    pub(super) fn make_items(&self, input: Input<'_>, def: DefId) -> bool {
        let facts = input.bindings.defs.get(input.sources, def);
        // One of the workspace may have the name of a known one.
        let may = |derive: Name| match self.by_name.get(&derive) {
            Some(makes) => *makes,
            None => input.catalog.made_beside_by_derive(&derive) == Beside::Anything,
        };
        facts.kind.is_adt() && facts.attrs.derives.iter().filter_map(|path| path.segs.last()).any(|seg| may(seg.name))
    }
}

fn package_makes_items(input: Input<'_>, package: usize) -> bool {
    let packages = &input.workspace.packages;
    let mut members = FxHashSet::default();
    let mut work = vec![package];
    while let Some(at) = work.pop() {
        if !members.insert(at) {
            continue;
        }
        for needed in packages[at].dependencies.iter().filter(|needed| !needed.dev) {
            match packages.iter().position(|other| needed.package == other.name.as_str()) {
                Some(member) => work.push(member),
                None if input.catalog.is_macro_tool(&needed.package) => {}
                None => return true,
            }
        }
    }
    input.sources.mounts.iter().any(|mount| {
        let target = &input.workspace.targets[mount.target.index()];
        let compiled = matches!(target.kind, TargetKind::Lib | TargetKind::ProcMacro);
        let facts = &input.sources.files[mount.file.index()].facts;
        compiled && members.contains(&target.package.index()) && facts.quotes_items
    })
}
