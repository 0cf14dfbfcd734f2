//! Traits that types have without an impl that says so: auto traits, and those of `std` that are derived.
//!
//! In: a type and the trait. Out: whether it holds. What a type holds is looked at only where that is soon done.

use super::Context;
use super::forms::Answer;
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
        let holds = match last {
            "Unpin" if is_pointer(ty) => true,
            "UnwindSafe" | "RefUnwindSafe" => false,
            of => self.is_plain(ty, &[of], &mut left),
        };
        Some(if holds { Holds::Yes } else { Holds::Maybe })
    }

    /// Whether a type has auto traits, of which nothing in it is without.
    fn is_plain(&self, ty: &Type, of: &[&str], left: &mut u32) -> bool {
        let Some(fewer) = left.checked_sub(1) else { return false };
        *left = fewer;
        // What is shared has to be `Sync` for it to be `Send`.
        let shared = if of.contains(&"Unpin") { of } else { &["Send", "Sync"] };
        match ty {
            Type::Ext(path, args) if path.starts_with("std::") => {
                let last = super::prelude::last(*path);
                let of = if matches!(last, "Arc" | "Mutex" | "RwLock") { shared } else { of };
                PLAIN.contains(&last) && args.iter().all(|arg| self.is_plain(arg, of, left))
            }
            Type::Ref(inner) => self.is_plain(inner, shared, left),
            Type::Slice(inner) => self.is_plain(inner, of, left),
            Type::Tuple(items) => items.iter().all(|item| self.is_plain(item, of, left)),
            Type::Adt(def, _) => self.is_plain_inside(*def, ty, of, left),
            Type::Ext(path, _) => ty.is_primitive() || *path == "str",
            // `dyn Trait + Send`.
            Type::Bound(refs) => of.iter().all(|of| {
                refs.iter().any(|one| matches!(one.of, Head::Ext(path) if super::prelude::last(path) == *of))
            }),
            _ => false,
        }
    }

    /// Whether all fields are so; none of a type that macros may have changed.
    fn is_plain_inside(&self, def: DefId, owner: &Type, of: &[&str], left: &mut u32) -> bool {
        self.impls.members.unseen(def) == super::open::Unseen::Nothing
            && super::members::children(self, def).into_iter().all(|part| match self.kind(part) {
                DefKind::Field => self.is_plain(&self.declared(part, owner), of, left),
                DefKind::Variant => {
                    let fields = super::members::children(self, part).into_iter();
                    let mut fields = fields.filter(|field| self.kind(*field) == DefKind::Field);
                    fields.all(|field| self.is_plain(&self.declared(field, owner), of, left))
                }
                _ => true,
            })
    }

    /// Whether a type is `Copy` where no impl decides: what is made of others is so as they are.
    pub(super) fn is_copy_by_parts(&self, ty: &Type, of: Head) -> Option<Answer> {
        match ty {
            Type::Tuple(items) => Some(self.all_implement(items, of, true)),
            Type::Item(_) | Type::Never => Some(Holds::Yes.into()),
            Type::Fn(_) | Type::Future(_) => Some(Holds::Maybe.into()),
            _ => None,
        }
    }

    /// What a derive of `std` says of a type with these arguments: it asks them all for the trait.
    pub(super) fn derived_for(&self, def: DefId, args: &[Type], of: Head) -> Answer {
        let known = match of {
            Head::Ext(path) => super::derived::asks_arguments(super::prelude::last(path)),
            Head::Own(_) => false,
        };
        let count = match &self.defs.get(self.sources, def).data {
            DefData::Adt { generics, .. } if known => generics.params.len(),
            _ => return Holds::Yes.into(),
        };
        let missing = if args.len() < count { Holds::Maybe } else { Holds::Yes };
        Answer::from(missing).and(self.all_implement(args, of, !self.takes_unsized(def)))
    }

    fn all_implement(&self, types: &[Type], of: Head, have_sizes: bool) -> Answer {
        let answers = types.iter().map(|ty| self.answer(ty, of).with_size(ty, have_sizes));
        answers.fold(Answer::from(Holds::Yes), Answer::and)
    }
}

/// Whether a function as a value, a closure or a pointer to a function implements a trait of `std`. Which of these it is, is not
/// known: a closure is `Clone` as what it holds, and only a pointer is shown and compared.
pub(super) fn of_function(ty: &Type, last: &str) -> Option<Holds> {
    match (ty, last) {
        (Type::Item(_), "Clone") => Some(Holds::Yes),
        (_, "Clone" | "Debug" | "Pointer" | "PartialEq" | "Eq" | "PartialOrd" | "Ord" | "Hash") => Some(Holds::Maybe),
        _ => None,
    }
}

/// Whether a type may be moved whatever it points to.
fn is_pointer(ty: &Type) -> bool {
    match ty {
        Type::Ref(_) => true,
        Type::Ext(path, args) => match path.as_str() {
            "std::boxed::Box" | "std::rc::Rc" | "std::sync::Arc" => true,
            "std::pin::Pin" => args.first().is_some_and(is_pointer),
            _ => false,
        },
        _ => false,
    }
}
