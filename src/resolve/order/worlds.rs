//! What types do not tell of a receiver: which references are `&mut`, and whether what stands at the end is an array or a slice.
//!
//! In: the types that a receiver leads to. Out: all that it may be, each as a world in which nothing is left open; and the places
//! at which the compiler looks for a method there. An array is a slice as well, but only when nothing was found on it; and no slice is
//! taken as it is, for it has no size. It does not know which methods there are.

use super::super::bodies::Walk;
use super::super::forms::Forms;
use super::super::types::Type;
use super::By;
use crate::facts::body::MethodCall;
use crate::facts::{DefData, Expr, Ty};

/// Of so many references each may be `&mut` or not; those behind them are what the last of these is.
const MOST_APART: usize = 3;

/// What a receiver may be.
#[derive(Clone, Copy)]
pub(super) struct World {
    /// Which of the types that it leads to are `&mut`, as bits.
    exclusive: u16,
    /// The last of them is an array.
    ends_in_array: bool,
}

/// Where a method is looked for.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// The number of the type.
    pub(super) at: usize,
    /// What may be an array is a slice here.
    is_slice: bool,
}

impl World {
    pub(super) fn is_exclusive(self, at: usize) -> bool {
        at < u16::BITS as usize && self.exclusive & (1 << at) != 0
    }

    /// The places in the order of the compiler.
    pub(super) fn places(self, steps: usize) -> impl Iterator<Item = Place> {
        let is_slice = !self.ends_in_array;
        let as_slice = steps.checked_sub(1).filter(|_| self.ends_in_array).map(|at| Place { at, is_slice: true });
        (0..steps).map(move |at| Place { at, is_slice }).chain(as_slice)
    }

    /// The form that the type has on which a method is, where it takes `self`, or by reference, what is handed on so.
    pub(super) fn form(self, place: Place, by: By, is_by_ref: bool) -> Forms {
        let is_exclusive = match (is_by_ref, by) {
            (false, By::Value) | (true, By::Ref | By::Mut) => self.is_exclusive(place.at),
            (false, by) => by == By::Mut,
            (true, By::Value) => self.is_exclusive(place.at + 1),
        };
        Forms::one(is_exclusive, !place.is_slice)
    }
}

impl Place {
    /// Whether what stands there has no size.
    pub(super) fn has_no_size(self, steps: &[Type]) -> bool {
        self.is_slice && matches!(steps[self.at], Type::Slice(_))
    }
}

impl Walk<'_> {
    /// All that a receiver may be that leads to these types; arrays and slices are told apart if that matters.
    pub(super) fn worlds(&self, steps: &[Type], call: &MethodCall, with_arrays: bool) -> Vec<World> {
        let refs: Vec<usize> = (0..steps.len()).filter(|at| matches!(steps[*at], Type::Ref(_))).collect();
        let apart = refs.len().min(MOST_APART);
        let exclusive = (0..1_u16 << apart).map(|mask| {
            let is_set = |row: usize| mask & (1 << row.min(MOST_APART - 1)) != 0;
            let set = refs.iter().enumerate().filter(|(row, _)| is_set(*row));
            set.fold(0, |bits, (_, at)| bits | (1_u16 << at))
        });
        let mut worlds: Vec<World> = exclusive.map(|exclusive| World { exclusive, ends_in_array: false }).collect();
        if let Some(is_mut) = self.mut_of_self(call).filter(|_| refs.first() == Some(&0)) {
            worlds.retain(|world| world.is_exclusive(0) == is_mut);
        }
        if with_arrays && matches!(steps.last(), Some(Type::Slice(_))) {
            let arrays: Vec<World> = worlds.iter().map(|world| World { ends_in_array: true, ..*world }).collect();
            worlds.extend(arrays);
        }
        worlds
    }

    /// Where the receiver is the `&self` or `&mut self` of the function around: whether it is the second.
    fn mut_of_self(&self, call: &MethodCall) -> Option<bool> {
        let Some(Expr::Path(path)) = self.body.exprs.get(call.receiver as usize) else { return None };
        let is_self = self.body.paths[*path as usize].single().is_some_and(|seg| seg.name == "self");
        match &self.cx.defs.get(self.cx.sources, self.owner).data {
            DefData::Fn(sig) if is_self && sig.has_self && matches!(sig.params.first(), Some(Ty::Ref(_))) => {
                Some(sig.mut_self)
            }
            _ => None,
        }
    }
}
