//! What has become of a copy: whether it is still in use, and whether somebody has said that it should not be.
//!
//! In: a definition, through the view of the audit. Out: its standing. It does not know of what it is a copy.

use crate::audit::Audit;
use crate::model::{DefId, DefKind};
use crate::reach::World;
use rustc_hash::FxHashSet;

/// What has become of a definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Production uses it, and nobody says that it should not.
    Live,
    /// It, or what holds it, is `#[deprecated]`.
    Deprecated,
    /// It is marked as legacy by more than a version, or stands in a module that is called so.
    Legacy,
    /// Only tests use it.
    TestOnly,
    /// Nothing uses it.
    Dead,
}

impl Standing {
    /// The standing in words that follow "is".
    pub fn in_words(self) -> &'static str {
        match self {
            Standing::Live => "in use",
            Standing::Deprecated => "deprecated",
            Standing::Legacy => "marked as legacy",
            Standing::TestOnly => "reached by tests alone",
            Standing::Dead => "used by nobody",
        }
    }

    /// Whether somebody has said that it should go.
    pub fn is_marked(self) -> bool {
        matches!(self, Standing::Deprecated | Standing::Legacy)
    }
}

/// What has become of a definition.
pub fn standing(audit: &Audit<'_>, def: DefId) -> Standing {
    match audit.reach.world(def) {
        None => Standing::Dead,
        _ if holders(audit, def).iter().any(|holder| audit.def(*holder).attrs.deprecated.is_some()) => {
            Standing::Deprecated
        }
        _ if holders(audit, def).iter().any(|holder| marks(audit, *holder)) => Standing::Legacy,
        Some(World::Test) => Standing::TestOnly,
        Some(World::Production) => Standing::Live,
    }
}

/// Whether a definition that is, or holds, a copy marks it as legacy. What is said of a type, or at the head of a file,
/// is not said of each function there.
fn marks(audit: &Audit<'_>, holder: DefId) -> bool {
    let Some(mark) = audit.legacy().get(&holder) else { return false };
    match audit.def(holder).kind {
        DefKind::Module => mark.named,
        kind => kind.is_fn() && !mark.only_version,
    }
}

/// A definition and all that it stands in; of an item of an impl the type too.
fn holders(audit: &Audit<'_>, def: DefId) -> Vec<DefId> {
    let mut all = vec![];
    let mut seen = FxHashSet::default();
    let mut work = vec![def];
    while let Some(def) = work.pop() {
        if seen.insert(def) {
            all.push(def);
            work.extend(audit.holders(def));
            work.extend(audit.type_of_impl(def));
        }
    }
    all
}
