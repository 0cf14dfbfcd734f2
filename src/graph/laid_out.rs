//! Parts of types that are read or made by how they lie in memory, where no name of theirs stands.
//!
//! In: types by whose layout code goes, and what is written. Out: whether a part has to be there with its type.

use super::Build;
use crate::model::{DefId, DefKind};
use crate::resolve::Layout;

impl Build<'_> {
    /// Whether a field may be read, or a variant made, by how its type lies in memory. Behind a pointer that was one to
    /// something else may be a value that this code made before: then what it writes into a field and reads nowhere is for nobody.
    pub(super) fn is_laid_out(&self, of: DefId, part: DefId) -> bool {
        let is_field = self.bindings.defs.kind(part) == DefKind::Field;
        match self.bindings.layouts.get(&of) {
            Some(Layout::Reread) => true,
            Some(Layout::Pointed) => is_field && !self.bindings.is_mentioned(part),
            Some(Layout::Measured) | None => false,
        }
    }
}
