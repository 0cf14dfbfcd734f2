//! Names that a library takes from another crate by a glob: `use polars_error::*`.
//!
//! A library is read alone, so what such a glob gives is not known then. In: a name that leads nowhere in a module, and
//! the globs that it may be from. Out: a path that holds all of them, `?a::b|c::Name`; once the crates are known it
//! leads to the one that has the name, and else nowhere.

use super::Context;
use super::scopes::{Namespace, Res};
use crate::facts::{Path, types::Lead};
use crate::model::{ModId, Name, name};

/// What such a path begins with.
const SIGN: char = '?';
/// More modules than this are not looked through.
const MOST_MODULES: usize = 64;
/// Of more globs it is not asked which one has a name.
const MOST_GLOBS: usize = 16;

/// Whether a path is one of those that lead nowhere yet.
pub(super) fn is_unseen(path: Name) -> bool {
    path.as_str().starts_with(SIGN)
}

impl Context<'_> {
    /// Where a name of a library may be from that leads to nothing in it.
    pub(super) fn unseen(&self, module: ModId, path: &Path, leads_nowhere: bool) -> Option<Name> {
        let seg = path.single().filter(|_| leads_nowhere && self.naming.is_some() && !self.is_header())?;
        let (mut seen, mut globs) = (vec![], vec![]);
        self.foreign_globs(module, seg.name, &mut seen, &mut globs);
        if globs.is_empty() || globs.len() > MOST_GLOBS {
            return None;
        }
        let globs: Vec<&str> = globs.iter().map(|glob| glob.as_str()).collect();
        Some(name(&format!("{SIGN}{}::{}", globs.join("|"), seg.name)))
    }

    /// The globs over other crates through which a module may have a name.
    fn foreign_globs(&self, module: ModId, sought: Name, seen: &mut Vec<ModId>, globs: &mut Vec<Name>) {
        if seen.contains(&module) || seen.len() > MOST_MODULES {
            return;
        }
        seen.push(module);
        let row = self.modules.get(module);
        for glob in &row.globs {
            match glob.source {
                Res::Mod(source) => self.foreign_globs(source, sought, seen, globs),
                // What `std` has is known.
                Res::Ext(source)
                    if !super::prelude::STANDARD.contains(&super::prelude::first(&source))
                        && !globs.contains(&source) =>
                {
                    globs.push(source);
                }
                _ => {}
            }
        }
        // `use crate::error::Name`, where that module has it by a glob.
        let facts = &self.sources.files[row.file.index()].facts;
        let imports = facts.scopes.get(row.scope as usize).into_iter().flat_map(|scope| &scope.imports);
        for import in imports.map(|import| &facts.imports[*import as usize]) {
            let segs = &import.path.segs;
            let is_it = segs.last().is_some_and(|seg| seg.name == sought) && import.alias == Some(sought);
            if import.glob || !is_it || (segs.len() == 1 && import.path.lead == Lead::Plain) {
                continue;
            }
            let holder = Path { segs: segs[..segs.len() - 1].to_vec(), ..import.path.clone() };
            let resolved = super::paths::resolve(&self.modules, self, module, &holder, Namespace::Types);
            for found in resolved.found {
                if let Res::Mod(source) = found.res {
                    self.foreign_globs(source, sought, seen, globs);
                }
            }
        }
        if let (true, Some(parent)) = (row.falls_through, row.parent) {
            self.foreign_globs(parent, sought, seen, globs);
        }
    }

    /// Where such a path leads, now that crates are known.
    pub(super) fn seen_by_now(&self, path: Name) -> Option<Name> {
        let (globs, last) = path.as_str().strip_prefix(SIGN)?.rsplit_once("::")?;
        globs.split('|').find_map(|glob| {
            let goal = self.canonical(name(&format!("{glob}::{last}")));
            self.library_of(goal).filter(|library| library.has(goal)).map(|_| goal)
        })
    }
}
