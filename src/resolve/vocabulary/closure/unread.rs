//! The closure beside source that is included and was not read.
//!
//! In: a definition of a package that includes such source. Out: all that this names is come by: it may hand a body whatever it
//! comes by itself. Of types that it names the members count whose names stand in it, as with code that is read.

use super::Closure;
use crate::model::DefId;

impl Closure<'_> {
    /// Takes in what source names that was not read and is included in a package of a definition.
    pub(super) fn beside_unread(&mut self, def: DefId) {
        let tables = self.tables;
        for (package, unread) in tables.unread_beside(def) {
            if !self.unread.insert(package) {
                continue;
            }
            self.open |= unread.is_anything;
            if self.open {
                return;
            }
            unread.sight.iter().for_each(|def| self.meet(*def));
            unread.source.iter().for_each(|def| self.words_in(*def));
            for word in &unread.words {
                self.names.insert(*word);
                self.word(*word);
            }
        }
    }
}
