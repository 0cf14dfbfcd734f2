//! Where macros can be named without a path, and whether a call can be of a macro of the workspace.
//!
//! In: macros, modules and calls. Out: yes or no. A macro by rules is seen by what follows in its module and in modules inside
//! of that; `#[macro_use]`, at the module or in its file, and `include!` carry it out. That it is seen only after its
//! definition is not looked at here; before that it hides none of its name from around (`meanings.rs`).

use super::Context;
use super::paths::Kinds;
use super::scopes::{Namespace, Res};
use crate::facts::types::Lead;
use crate::facts::{DefData, Path};
use crate::model::{DefId, DefKind, FileId, ModId};

impl Context<'_> {
    /// Whether a call in one of some modules may be of a macro of the workspace: what is known of the ecosystem's is not said
    /// of it then.
    pub(super) fn may_be_own_macro(&self, path: &Path, file: FileId, modules: &[ModId]) -> bool {
        let Some(last) = path.segs.last() else { return false };
        let all = || self.impls.members.by_name.get(&last.name).into_iter().flatten().copied();
        if !all().any(|def| is_called(self, def)) {
            return false;
        }
        if path.segs.len() > 1 {
            return path.lead != Lead::Plain || modules.is_empty() || !self.is_of_standard(path, modules);
        }
        // An import of the name may bring in any.
        let imported = |def: DefId| matches!(self.defs.get(self.sources, def).data, DefData::Import(_));
        all().any(|def| {
            imported(def)
                || is_called(self, def)
                    && (modules.is_empty()
                        || self.defs.file(def) == file
                        || modules.iter().any(|module| self.in_textual_scope(def, *module)))
        })
    }

    /// Whether a path leads into the standard library, as seen from each of some modules.
    fn is_of_standard(&self, path: &Path, modules: &[ModId]) -> bool {
        let Some(first) = path.segs.first().map(|seg| seg.name) else { return false };
        let is_foreign = |module: &ModId| {
            let found = super::paths::resolve(&self.modules, self, *module, path, Namespace::Macros).found;
            found.iter().all(|found| matches!(found.res, Res::Ext(_)))
        };
        let is_standard = super::prelude::STANDARD.contains(&first.as_str());
        is_standard && !self.impls.members.by_name.contains_key(&first) && modules.iter().all(is_foreign)
    }

    /// Whether a macro could be named here without a path: it stands in a module around, in one with `#[macro_use]`
    /// inside of such, or is exported.
    pub(super) fn in_textual_scope(&self, def: DefId, from: ModId) -> bool {
        let facts = self.defs.get(self.sources, def);
        if !matches!(facts.data, DefData::Macro { exported: false }) {
            return true;
        }
        let file = self.defs.file(def);
        let homes = self.modules.of_file(file).map(|first| ModId(first.0 + facts.scope));
        homes.into_iter().any(|home| {
            let mut at = home;
            while let Some(parent) = self.modules.get(at).parent {
                if !self.hands_macros_out(at) {
                    break;
                }
                at = parent;
            }
            self.modules.is_within(from, at)
        })
    }

    /// Whether what is around a module sees its macros.
    fn hands_macros_out(&self, module: ModId) -> bool {
        let row = self.modules.get(module);
        let declared = row.def.map(|def| &self.defs.get(self.sources, def).attrs);
        let whole_file = row.scope == 0;
        // It is included, or a macro that is not expanded declares it, with whatever attributes.
        let is_unseen = whole_file && declared.is_none();
        let by_its_file = whole_file && self.sources.files[row.file.index()].facts.attrs.has("macro_use");
        is_unseen || by_its_file || declared.is_some_and(|attrs| attrs.has("macro_use"))
    }
}

/// Whether it is called with `!`.
fn is_called(cx: &Context<'_>, def: DefId) -> bool {
    cx.kind(def) == DefKind::Macro || cx.defs.get(cx.sources, def).attrs.has("proc_macro")
}

/// Whether it is a macro of any sort.
pub(super) fn is_macro(cx: &Context<'_>, def: DefId) -> bool {
    let facts = cx.defs.get(cx.sources, def);
    facts.kind == DefKind::Macro || facts.procedural_macro().is_some()
}
