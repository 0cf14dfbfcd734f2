//! Which derives keep their types, because they may make other items than impls: whoever uses those, uses the type.
//!
//! In: the derives that the workspace defines, with the source of their packages, and the catalogue for all others. Out: yes
//! or no for each type. A package is trusted to write impls alone where no source of it, nor of what it depends on in
//! the workspace, quotes an item, and where its other dependencies are listed as tools that write what they are told to.

use super::Input;
use crate::catalog::Beside;
use crate::discover::TargetKind;
use crate::facts::MacroSort;
use crate::model::{DefId, Name};
use rustc_hash::FxHashMap;

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
            let of = input.bindings.defs.get(input.sources, def).procedural_macro();
            let Some(derive) = of.filter(|of| of.sort == MacroSort::Derive) else { continue };
            let home = input.bindings.modules.home(def).map(|home| input.bindings.modules.get(home).target);
            let package = home.map(|target| input.workspace.targets[target.index()].package.index());
            let makes = package
                .is_none_or(|package| *packages.entry(package).or_insert_with(|| package_makes_items(input, package)));
            *by_name.entry(derive.name).or_insert(false) |= makes;
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
    let is_tool = |needed: &str| input.catalog.is_macro_tool(needed);
    let Some(members) = input.workspace.with_members(package, is_tool) else { return true };
    input.sources.mounts.iter().any(|mount| {
        let target = &input.workspace.targets[mount.target.index()];
        let compiled = matches!(target.kind, TargetKind::Lib | TargetKind::ProcMacro);
        let file = &input.sources.files[mount.file.index()];
        compiled && members.contains(&target.package.index()) && crate::extract::quotes_items(&file.text)
    })
}
