//! Forms that types do not tell: `&T` and `&mut T` are one here, and so are `[T]` and `[T; N]`.
//!
//! In: how impls write their types. Out: the forms of a type that an impl is for, and what all impls of a trait say of a type
//! together. Where a bound on what is inside a type holds of some of its forms, as of `&T` alone, it may hold, and so may what the
//! bound decides. Which form a value has is not known. A receiver itself has the form that the code needs, as it compiles.

use super::Context;
use super::open::Unseen;
use super::sig::ImplSig;
use super::traits::{Holds, Subst, behind_pointers};
use super::types::{Head, Type};
use crate::facts::types::TypeParam;
use crate::facts::{Generics, ImplHeader, Ty};
use crate::model::DefId;
use serde::{Deserialize, Serialize};

/// Forms as bits: `&` or `&mut` at the front, with a slice or an array at the front or behind that. What is neither has all.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Forms(u8);

impl Forms {
    pub(super) const NONE: Forms = Forms(0);
    const SHARED: Forms = Forms(0b0011);
    const EXCLUSIVE: Forms = Forms(0b1100);
    const SLICES: Forms = Forms(0b0101);
    const ARRAYS: Forms = Forms(0b1010);
    pub(crate) const ALL: Forms = Forms(0b1111);

    /// The forms of `ty` that an impl with this header is for; none where it has more that is not told.
    pub(super) fn of(header: &ImplHeader, ty: &Type, is_told: bool) -> Forms {
        if !is_told {
            return Forms::NONE;
        }
        let (of_reference, written, behind) = match (&header.self_ty, ty) {
            (Ty::Ref(written), Type::Ref(inner)) => {
                (if header.exclusive { Forms::EXCLUSIVE } else { Forms::SHARED }, &**written, &**inner)
            }
            // An alias has the form that it stands for.
            (_, Type::Ref(_)) => return Forms::NONE,
            (written, other) => (Forms::ALL, written, other),
        };
        let (of_slice, inside) = match (written, behind) {
            (Ty::Slice(_), Type::Slice(inner)) => (Forms::SLICES, &**inner),
            (Ty::Array(_), Type::Slice(inner)) => (Forms::ARRAYS, &**inner),
            (_, Type::Slice(_)) => return Forms::NONE,
            (_, other) => (Forms::ALL, other),
        };
        if has_forms(inside) { Forms::NONE } else { of_reference.among(of_slice) }
    }

    /// One form: `&mut` or `&` at the front, with an array or a slice.
    pub(super) fn one(is_exclusive: bool, is_array: bool) -> Forms {
        let of_reference = if is_exclusive { Forms::EXCLUSIVE } else { Forms::SHARED };
        of_reference.among(if is_array { Forms::ARRAYS } else { Forms::SLICES })
    }

    /// The forms that an impl may be for: those that it names, and all where what it names is not told.
    pub(super) fn possible(row: &ImplSig) -> Forms {
        let are_told = matches!(row.self_ty, Type::Ref(_) | Type::Slice(_)) && row.forms != Forms::NONE;
        if are_told { row.forms } else { Forms::ALL }
    }

    pub(super) fn has(self, others: Forms) -> bool {
        self.0 & others.0 == others.0
    }

    /// Those that are among others as well.
    pub(super) fn among(self, others: Forms) -> Forms {
        Forms(self.0 & others.0)
    }
}

/// Whether a type has a reference, a slice or an array in it.
fn has_forms(ty: &Type) -> bool {
    match ty {
        Type::Ref(_) | Type::Slice(_) => true,
        Type::Adt(_, args) | Type::Ext(_, args) | Type::Tuple(args) => args.iter().any(has_forms),
        Type::Bound(refs) => {
            refs.iter().any(|of| of.args.iter().chain(of.assoc.iter().map(|(_, ty)| ty)).any(has_forms))
        }
        _ => false,
    }
}

/// Whether an impl is for a type.
pub(super) struct Fit {
    /// In whatever forms, and whatever the impl has that types do not tell.
    pub(super) holds: Holds,
    /// The forms of the type that it is for, where it is so of all forms of what its bounds are on.
    pub(super) forms: Forms,
    /// The forms that it may be for.
    pub(super) possible: Forms,
    /// What the parameters of the impl are then.
    pub(super) subst: Subst,
}

impl Fit {
    /// Whether it is, as far as types tell.
    pub(super) fn as_told(&self, row: &ImplSig) -> Holds {
        if row.narrower { self.holds.min(Holds::Maybe) } else { self.holds }
    }
}

/// Whether a type implements a trait.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answer {
    /// In whatever forms.
    pub(super) holds: Holds,
    /// The forms of the type of which it is sure.
    pub(super) forms: Forms,
    /// Those of which it may be so.
    pub(super) possible: Forms,
}

impl From<Holds> for Answer {
    fn from(holds: Holds) -> Self {
        let forms = if holds == Holds::Yes { Forms::ALL } else { Forms::NONE };
        Answer { holds, forms, possible: if holds == Holds::No { Forms::NONE } else { Forms::ALL } }
    }
}

impl Answer {
    /// Adds what an impl says.
    pub(super) fn add(&mut self, fit: &Fit, row: &ImplSig) {
        if fit.holds == Holds::Yes {
            self.forms = Forms(self.forms.0 | fit.forms.0);
        }
        if fit.holds != Holds::No {
            self.possible = Forms(self.possible.0 | fit.possible.0);
        }
        self.holds = self.holds.max(fit.as_told(row));
    }

    /// What holds of two things, neither of which shows its form.
    pub(super) fn and(self, other: Answer) -> Answer {
        let is_sure = self.is_sure() && other.is_sure();
        let forms = if is_sure { Forms::ALL } else { Forms::NONE };
        Answer { forms, ..Answer::from(self.holds.min(other.holds)) }
    }

    /// Whether it is sure of all forms, so that no impl can add anything.
    pub(super) fn is_sure(self) -> bool {
        self.holds == Holds::Yes && self.forms == Forms::ALL
    }

    /// The same where the type is this one, which is no slice if it has a size.
    pub(super) fn with_size(self, ty: &Type, has_size: bool) -> Answer {
        let is_array = has_size && matches!(ty, Type::Slice(_)) && self.forms.has(Forms::ARRAYS);
        Answer { forms: if is_array { Forms::ALL } else { self.forms }, ..self }
    }
}

/// What holds of something whose form code shows, as it compiles: no more than that it may, where what is inside of it decides by
/// a form that is not told.
pub(super) fn as_received(holds: Holds, forms: Forms) -> Holds {
    if forms == Forms::NONE { holds.min(Holds::Maybe) } else { holds }
}

impl Context<'_> {
    /// Whether a receiver implements a trait of the workspace, or one with a method that something of the workspace may be as well.
    pub(super) fn receiver_implements(&self, ty: &Type, of: Head) -> Holds {
        let answer = self.answer(ty, of);
        as_received(answer.holds, answer.forms)
    }

    /// What all impls of a trait say of a type.
    pub(super) fn answer_of_impls(&self, ty: &Type, of: Head) -> Answer {
        let is_copy = matches!(of, Head::Ext(path) if super::prelude::last(path) == "Copy");
        // A macro may make a type of ours `Copy`.
        let made = |def: DefId| is_copy && self.impls.members.unseen(def) != Unseen::Nothing;
        let hidden = self.is_hidden(of)
            // Not all types of `std` are declared in the catalogue.
            || matches!(ty, Type::Ext(path, _) if !self.is_known(*path))
            || behind_pointers(ty).head().is_some_and(|head| self.is_hidden(head))
            || matches!(ty, Type::Adt(def, _) if made(*def));
        let mut best = Answer::from(if hidden { Holds::Maybe } else { Holds::No });
        for signatures in self.signatures_for(of, ty) {
            for row in self.impls_by(signatures, of, ty, None) {
                best.add(&self.fit(row, ty, &[]), row);
                if best.is_sure() {
                    return best;
                }
            }
        }
        if best.holds == Holds::No { self.implements_renamed(ty, of) } else { best }
    }
}

/// Which of the first parameters of an impl must have a size, as bits. The declarations of `std` say where something has to have
/// one, instead of where it does not.
pub(super) fn sized(cx: &Context<'_>, generics: &Generics) -> u32 {
    let says = |param: &TypeParam| param.bounds.iter().any(|of| of.segs.last().is_some_and(|seg| seg.name == "Sized"));
    let has_size = |param: &TypeParam| if cx.is_header() { says(param) } else { !param.may_be_unsized };
    generics.params.iter().take(31).enumerate().map(|(at, param)| u32::from(has_size(param)) << at).sum()
}
