//! Numbers without a suffix, which may be of any numeric type.
//!
//! In: the head of a type, and whether a trait has impls for one. Out: the heads by which its impls are found.

use super::types::Head;
use crate::model::name;
use smallvec::{SmallVec, smallvec};

/// The one first that a number is where nothing else is known.
const INTEGERS: [&str; 12] = ["i32", "usize", "u8", "u16", "u32", "u64", "u128", "i8", "i16", "i64", "i128", "isize"];
const FLOATS: [&str; 4] = ["f64", "f32", "f16", "f128"];

/// The heads by which impls of a trait for a type are found: of a number without suffix those of `i32` or `f64`, and where
/// the trait has none for that, those of any other (an index into a slice is a `usize`).
pub(super) fn heads(of: Option<Head>, has: impl Fn(Head) -> bool) -> SmallVec<[Head; 1]> {
    let names: &[&str] = match of {
        Some(Head::Ext(path)) if path == "{integer}" => &INTEGERS,
        Some(Head::Ext(path)) if path == "{float}" => &FLOATS,
        Some(head) => return smallvec![head],
        None => return smallvec![],
    };
    let mut all = names.iter().map(|number| Head::Ext(name(number)));
    match all.next() {
        Some(first) if !has(first) => std::iter::once(first).chain(all).collect(),
        first => first.into_iter().collect(),
    }
}
