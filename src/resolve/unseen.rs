//! Names that a library takes from another crate by a glob: `use polars_error::*`.
//!
//! A library is read alone, so what such a glob gives is not known then. In: a name that leads nowhere in a module, and
//! the globs that it may be from. Out: a path that holds all of them, `?a::b|c::Name`; once the crates are known it
//! leads to the one that has the name, and else nowhere.

use super::Context;
use super::paths;
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
        let last = path.segs.last().filter(|_| path.qself.is_none())?;
        if !leads_nowhere || self.naming.is_none() || self.is_header() {
            return None;
        }
        let (mut seen, mut globs) = (vec![], vec![]);
        self.holders(module, path, &mut seen, &mut globs);
        if globs.is_empty() || globs.len() > MOST_GLOBS {
            return None;
        }
        let globs: Vec<&str> = globs.iter().map(|glob| glob.as_str()).collect();
        Some(name(&format!("{SIGN}{}::{}", globs.join("|"), last.name)))
    }

    /// The modules of other crates that the last name of a path may stand in: of `crate::pool::Options` the module `pool` of
    /// what the root of the crate takes by globs.
    fn holders(&self, module: ModId, path: &Path, seen: &mut Vec<ModId>, globs: &mut Vec<Name>) {
        let segs = &path.segs;
        for count in (0..segs.len()).rev() {
            let Some(start) = self.module_of(module, path, count) else { continue };
            let before = globs.len();
            self.foreign_globs(start, segs[count].name, seen, globs);
            for glob in &mut globs[before..] {
                *glob =
                    segs[count..segs.len() - 1].iter().fold(*glob, |glob, seg| super::prelude::join(glob, seg.name));
            }
            return;
        }
    }

    /// The module that the first names of a path lead to; of none of them, where the path begins.
    fn module_of(&self, module: ModId, path: &Path, count: usize) -> Option<ModId> {
        if count == 0 && path.lead == Lead::Plain {
            return Some(module);
        }
        let first = Path { segs: path.segs[..count].to_vec(), ..path.clone() };
        let found = paths::resolve(&self.modules, self, module, &first, Namespace::Types).found;
        found.iter().find_map(|found| match found.res {
            Res::Mod(module) if found.used == count => Some(module),
            _ => None,
        })
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
            if !import.glob && is_it && (segs.len() > 1 || import.path.lead != Lead::Plain) {
                self.holders(module, &import.path, seen, globs);
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
