//! Traits that types have without an impl that says so: auto traits, and those of `std` that are derived.
//!
//! In: a type and the trait. Out: whether it holds. What a type holds is looked at only where that is soon done.

use super::Context;
use super::paths::Kinds;
use super::traits::Holds;
use super::types::{Head, Type};
use crate::facts::DefData;
use crate::model::{DefId, DefKind};

/// Types of `std` that have all auto traits if what they are of has them.
const PLAIN: [&str; 24] = [
    "String",
    "Vec",
    "Option",
    "Result",
    "Box",
    "Arc",
    "Mutex",
    "RwLock",
    "HashMap",
    "HashSet",
    "BTreeMap",
    "BTreeSet",
    "VecDeque",
    "PathBuf",
    "Path",
    "OsString",
    "OsStr",
    "Duration",
    "Instant",
    "SystemTime",
    "AtomicBool",
    "AtomicU64",
    "AtomicUsize",
    "AtomicU32",
];

/// More types than this are not looked at for one answer.
const MOST_PARTS: u32 = 48;

impl Context<'_> {
    /// Whether a type has an auto trait; `None` for any other trait.
    pub(super) fn has_auto(&self, ty: &Type, last: &str) -> Option<Holds> {
        if !matches!(last, "Send" | "Sync" | "Unpin" | "UnwindSafe" | "RefUnwindSafe") {
            return None;
        }
        let mut left = MOST_PARTS;
        Some(if !last.ends_with("UnwindSafe") && self.is_plain(ty, &mut left) { Holds::Yes } else { Holds::Maybe })
    }

    fn is_plain(&self, ty: &Type, left: &mut u32) -> bool {
        let Some(fewer) = left.checked_sub(1) else { return false };
        *left = fewer;
        match ty {
            Type::Ext(path, args) if path.starts_with("std::") => {
                PLAIN.contains(&super::prelude::last(*path)) && args.iter().all(|arg| self.is_plain(arg, left))
            }
            Type::Ref(inner) | Type::Slice(inner) => self.is_plain(inner, left),
            Type::Tuple(items) => items.iter().all(|item| self.is_plain(item, left)),
            Type::Adt(def, _) => self.is_plain_inside(*def, ty, left),
            Type::Ext(path, _) => ty.is_primitive() || *path == "str",
            _ => false,
        }
    }

    /// Whether all fields are so; none of a type that macros may have changed.
    fn is_plain_inside(&self, def: DefId, owner: &Type, left: &mut u32) -> bool {
        self.impls.members.unseen(def) == super::open::Unseen::Nothing
            && super::members::children(self, def).into_iter().all(|part| match self.kind(part) {
                DefKind::Field => self.is_plain(&self.declared(part, owner), left),
                DefKind::Variant => {
                    let fields = super::members::children(self, part).into_iter();
                    let mut fields = fields.filter(|field| self.kind(*field) == DefKind::Field);
                    fields.all(|field| self.is_plain(&self.declared(field, owner), left))
                }
                _ => true,
            })
    }

    /// Whether a type is `Copy` where no impl decides: what is made of others is so as they are.
    pub(super) fn is_copy_by_parts(&self, ty: &Type, of: Head) -> Option<Holds> {
        match ty {
            Type::Tuple(items) => Some(self.all_implement(items, of)),
            Type::Item(_) | Type::Never => Some(Holds::Yes),
            Type::Fn(_) | Type::Future(_) => Some(Holds::Maybe),
            _ => None,
        }
    }

    /// What a derive of `std` says of a type with these arguments: it asks them all for the trait.
    pub(super) fn derived_for(&self, def: DefId, args: &[Type], of: Head) -> Holds {
        let known = match of {
            Head::Ext(path) => super::derived::asks_arguments(super::prelude::last(path)),
            Head::Own(_) => false,
        };
        let count = match &self.defs.get(self.sources, def).data {
            DefData::Adt { generics, .. } if known => generics.params.len(),
            _ => return Holds::Yes,
        };
        let missing = if args.len() < count { Holds::Maybe } else { Holds::Yes };
        missing.min(self.all_implement(args, of))
    }

    fn all_implement(&self, types: &[Type], of: Head) -> Holds {
        types.iter().map(|ty| self.implements(ty, of)).min().unwrap_or(Holds::Yes)
    }
}
