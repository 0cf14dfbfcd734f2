//! Paths of definitions, and definitions by path.
//!
//! In: definitions and modules. Out: `package::module::Type::name`, as reports write it, and the definitions that the end of
//! such a path means. It does not know what is live.

use super::Input;
use crate::model::{DefId, DefKind, ModId};

/// The path of a definition: crate, modules, type, name.
pub fn path(input: Input<'_>, def: DefId) -> String {
    let defs = &input.bindings.defs;
    let mut names = vec![];
    for holder in std::iter::successors(Some(def), |def| defs.parent(input.sources, *def)) {
        let facts = defs.get(input.sources, holder);
        // An impl has the name of its type.
        names.push(facts.name.to_string());
    }
    let mut module = input.bindings.modules.home(def);
    // Names of inline modules are among the holders; those of files are not.
    while let Some(at) = module {
        let row = input.bindings.modules.get(at);
        if row.scope == 0 && !row.falls_through {
            match row.def {
                Some(def) => {
                    for holder in std::iter::successors(Some(def), |def| defs.parent(input.sources, *def)) {
                        names.push(defs.get(input.sources, holder).name.to_string());
                    }
                }
                None => names.push(input.workspace.targets[row.target.index()].crate_name.to_string()),
            }
        }
        // The holders of the `mod` line are named; go on at the file that it stands in.
        module = match row.scope {
            0 => row.parent.map(|parent| file_module(input, parent)),
            _ => row.parent,
        };
    }
    names.reverse();
    names.join("::")
}

/// The module of the file that a module's text is in.
fn file_module(input: Input<'_>, module: ModId) -> ModId {
    ModId(module.0 - input.bindings.modules.get(module).scope)
}

/// The definitions that a path means, whole or the end of it; `api::*` means all below `api`.
pub fn matching(input: Input<'_>, pattern: &str) -> Vec<DefId> {
    let defs = &input.bindings.defs;
    let is_item = |def: &DefId| {
        let kind = defs.kind(*def);
        !matches!(kind, DefKind::Impl | DefKind::DocTest | DefKind::Anonymous | DefKind::Template)
    };
    let ends =
        |path: &str, end: &str| path.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with("::"));
    let all = defs.ids().filter(is_item);
    match pattern.strip_suffix("::*") {
        Some(holder) => {
            let inner = format!("::{holder}::");
            all.filter(|def| format!("::{}", path(input, *def)).contains(&inner)).collect()
        }
        None => {
            let name = pattern.rsplit("::").next().unwrap_or(pattern);
            let named = all.filter(|def| defs.get(input.sources, *def).name == name);
            named.filter(|def| ends(&path(input, *def), pattern)).collect()
        }
    }
}
