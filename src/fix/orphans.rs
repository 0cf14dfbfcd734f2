//! Imports that removals have left without use.
//!
//! The compiler says which are unused now; what it did not compile may still use them, and is asked of the graph.

use crate::audit::Audit;
use crate::facts::{DefData, Vis};
use crate::model::{DefId, FileId};
use crate::prove::{Complaint, Configurations};
use std::collections::BTreeSet;

/// Imports in touched files that the compiler calls unused and nothing that it did not compile could use.
pub(super) fn imports(
    audit: &Audit<'_>,
    warnings: &[Complaint],
    built: &Configurations,
    touched: &BTreeSet<String>,
) -> BTreeSet<DefId> {
    let mut found = BTreeSet::new();
    let mut spared = BTreeSet::new();
    let unused = warnings.iter().filter(|warning| warning.code.as_deref() == Some("unused_imports"));
    for place in unused.flat_map(|warning| &warning.places).filter(|place| touched.contains(&place.file)) {
        let files = &audit.input.sources.files;
        let Some(file) = files.iter().position(|file| file.shown == place.file) else { continue };
        for import in &files[file].facts.imports {
            let inside = place.start <= import.leaf_span.start && import.leaf_span.end <= place.end;
            let same = import.leaf_span.start <= place.start && place.end <= import.leaf_span.end;
            let Some(row) = import.def.filter(|_| inside || same) else { continue };
            let def = audit.input.bindings.defs.id(FileId::new(file), row);
            if matches!(import.vis, Vis::Inherited | Vis::SelfMod) && is_free(audit, def, built) {
                found.insert(def);
            } else {
                spared.insert(def);
            }
        }
    }
    found.difference(&spared).copied().collect()
}

/// Whether nobody uses an import in code that was not compiled.
fn is_free(audit: &Audit<'_>, def: DefId, built: &Configurations) -> bool {
    let file = audit.input.bindings.defs.file(def);
    let named = audit.input.graph.users(def).any(|user| !audit.reach.is_dead(user) && user != def);
    let hidden = !built.has_all_of(audit, file);
    // Methods of a trait are used without its name.
    let is_import = matches!(audit.def(def).data, DefData::Import(_));
    is_import && !named && !hidden
}
