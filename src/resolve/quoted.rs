//! Paths in texts of attributes: `serde(with = "crate::hex")`.
//!
//! In: the names of such a path, as they stand between the colons. Out: where it starts, whether it leads out of the
//! workspace, and edges to what stands for a function there: a type, of which the macro calls functions. It does not
//! know who reads the text; that a text is no path at all is for others to say.

use super::bodies::Walk;
use super::paths::Kinds;
use super::scopes::Res;
use super::types::Type;
use crate::facts::types::Lead;
use crate::model::{DefId, Name, Span};

/// Whether the meanings of a path are in other crates.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Elsewhere {
    /// It has no meaning yet.
    #[default]
    Unknown,
    /// All of them are.
    Always,
    /// One is in the workspace.
    NotAlways,
}

impl Elsewhere {
    /// Takes in one meaning.
    pub(super) fn note(&mut self, res: Res) {
        *self = match (*self, res) {
            (Elsewhere::Unknown | Elsewhere::Always, Res::Ext(_)) => Elsewhere::Always,
            _ => Elsewhere::NotAlways,
        };
    }
}

/// Where a path starts, and the names behind that. A text that is only `self` or `crate` is hardly a module: with
/// those names values are renamed, and `crate = "crate"` says where code finds its crate.
pub(super) fn lead_of(names: &[Name]) -> (Lead, &[Name]) {
    let steps = |names: &[Name]| names.iter().take_while(|name| **name == "super").count();
    match names {
        [first, rest @ ..] if *first == "crate" && !rest.is_empty() => (Lead::Crate, rest),
        [first, rest @ ..] if *first == "self" && !rest.is_empty() => match steps(rest) {
            0 => (Lead::SelfMod, rest),
            up => (Lead::Super(up as u8), &rest[up..]),
        },
        [first, ..] if *first == "super" => {
            let up = steps(names);
            (Lead::Super(up as u8), &names[up..])
        }
        _ => (Lead::Plain, names),
    }
}

impl Walk<'_> {
    /// `serde(with = "Type")`: associated functions of the type are called, by names that the text does not say.
    pub(super) fn whole_type(&mut self, def: DefId, span: Span) {
        let cx = self.cx;
        // An alias stands for its type.
        let Type::Adt(ty, _) = cx.type_of_def(def) else { return };
        for item in cx.impls.members.all_inherent(ty).iter().filter(|item| cx.kind(**item).is_fn()) {
            self.refer(*item, span);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::name;

    #[test]
    fn leads_are_told_from_names() {
        let lead = |text: &str| {
            let names: Vec<Name> = text.split("::").map(name).collect();
            let (lead, rest) = lead_of(&names);
            (lead, rest.len())
        };
        assert_eq!(lead("hex"), (Lead::Plain, 1));
        assert_eq!(lead("crate::a::hex"), (Lead::Crate, 2));
        assert_eq!(lead("self::hex"), (Lead::SelfMod, 1));
        assert_eq!(lead("super::super::hex"), (Lead::Super(2), 1));
        assert_eq!(lead("self::super::hex"), (Lead::Super(1), 1));
        assert_eq!(lead("super"), (Lead::Super(1), 0));
        assert_eq!(lead("crate"), (Lead::Plain, 1));
    }
}
