//! What attributes do, by the paths that the tables list.
//!
//! In: paths of attributes as they are written. Out: their roles. What a path means in a file is not known here.

use super::{AttributeRole, Catalog};
use rustc_hash::FxHashSet;

impl Catalog {
    /// What an attribute does to the item it stands on.
    pub fn attribute_role(&self, path: &str) -> AttributeRole {
        self.roles.get(path).copied().unwrap_or_else(|| self.role(path))
    }

    /// Whether an attribute of tests is among these, other than `case`, which belongs to another one.
    pub fn any_of_tests<'n>(&self, mut paths: impl Iterator<Item = &'n str>) -> bool {
        paths.any(|path| !is_case(path) && self.attribute_role(path) == AttributeRole::Test)
    }

    pub(super) fn role(&self, path: &str) -> AttributeRole {
        let table = &self.attributes;
        let forms = forms(path);
        let holds = |set: &FxHashSet<String>| forms.iter().any(|form| set.contains(form));
        if table.inert.contains(path) {
            // Written in full, it is known better than by its last name.
            AttributeRole::Inert
        } else if holds(&table.production) {
            AttributeRole::Production
        } else if holds(&table.test) {
            AttributeRole::Test
        } else if self.is_builtin_attribute(path) || holds(&table.inert) || table.helpers.contains(path) {
            AttributeRole::Inert
        } else {
            AttributeRole::Unknown
        }
    }

    /// Whether an attribute of a module or a trait may use what stands in it, or hand that out: nothing is known of
    /// it. No derive stands there, so what derives read elsewhere is a macro of its own.
    pub fn uses_inside(&self, path: &str) -> bool {
        let is_unknown = self.attribute_role(path) == AttributeRole::Unknown;
        let is_macro = self.is_helper(path) && !self.is_builtin_attribute(path);
        (is_unknown || is_macro) && !forms(path).iter().any(|form| self.attributes.leaves_inside.contains(form))
    }
}

/// The ways in which a list may have a path: as it is written, behind any path, before anything.
fn forms(path: &str) -> [String; 3] {
    let last = path.rsplit("::").next().unwrap_or(path);
    let first = path.split("::").next().unwrap_or(path);
    [path.to_owned(), format!("*::{last}"), format!("{first}::*")]
}

/// Whether an attribute belongs to one of tests beside it: by itself it may be any macro's.
pub fn is_case(path: &str) -> bool {
    path.split("::").next() == Some("case")
}
