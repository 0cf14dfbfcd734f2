//! Types whose layout code goes by: their size is asked for, a pointer to something else is made one to them, their bytes are
//! read as those of another type.
//!
//! In: calls and casts, as bodies are read. Out: these types with all that lies in them. Not known: what is done with a size,
//! and what a function with parameters for types does with the layout of what they stand for.

use super::bodies::Walk;
use super::types::{Head, Type};
use super::{Context, inert, prelude};
use crate::facts::body::MethodCall;
use crate::model::{DefId, DefKind, Name};
use rustc_hash::FxHashMap;

/// What of `std` holds its value elsewhere, or many of them: its own layout is always the same.
const APART: [&str; 14] = [
    "*",
    "Arc",
    "BTreeMap",
    "BTreeSet",
    "Box",
    "HashMap",
    "HashSet",
    "NonNull",
    "PhantomData",
    "Rc",
    "Ref",
    "Vec",
    "VecDeque",
    "Weak",
];

/// How code goes by the layout of a type; the later one says more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layout {
    /// It asks for the size, the alignment, or whether dropping a value does anything.
    Measured,
    /// A pointer to it is made one to something else, or the other way around.
    Pointed,
    /// Its bytes are read as those of something else, or the other way around.
    Reread,
}

/// What the walk over a body has met of layouts.
#[derive(Default)]
pub(super) struct Met {
    /// What the call that comes next does with the types that it is given.
    asks: Option<Layout>,
    /// Types that go together; those that are pointed to with the pointer, or a reference.
    types: Vec<(Layout, Vec<Type>)>,
}

impl Walk<'_> {
    /// Notes what a function does that is called next.
    pub(super) fn ask_layout(&mut self, item: Head) {
        self.met.asks = match item {
            Head::Ext(path) => asked_by(path.as_str()),
            Head::Own(_) => None,
        };
    }

    /// Notes what the parameters for types stand for in the call that begins.
    pub(super) fn ask_layout_of(&mut self, types: &[Type]) {
        let Some(how) = self.met.asks.take() else { return };
        let is_pointed = how == Layout::Pointed;
        let given = types.iter().cloned().map(|ty| if is_pointed { ty.reference() } else { ty });
        self.met.types.push((how, given.collect()));
    }

    /// Notes a cast between pointers.
    pub(super) fn cast_layout(&mut self, from: &Type, to: &Type) {
        if pointee(to).is_some() {
            self.met.types.push((Layout::Pointed, vec![from.clone(), to.clone()]));
        }
    }

    /// Notes a cast by a method that says to what, on whatever may be a pointer.
    pub(super) fn cast_by_method(&mut self, receiver: &Type, call: &MethodCall) {
        if let ("cast", [to]) = (call.name.as_str(), &call.types[..])
            && !matches!(self.deep(receiver), Type::Adt(..))
        {
            let to = self.lowered(to).reference();
            self.met.types.push((Layout::Pointed, vec![receiver.clone(), to]));
        }
    }

    /// Says of all that was met what is known of it at the end.
    pub(super) fn note_layouts(&mut self) {
        for (how, types) in std::mem::take(&mut self.met.types) {
            let known = |ty: &Type| match (how, self.deep(ty)) {
                (Layout::Pointed, ty) => pointee(&ty).map_or(Type::Unknown, item_of),
                (_, ty) => item_of(ty),
            };
            let types: Vec<Type> = types.iter().map(known).collect();
            // As itself, it may only live longer; as a value of a trait, it is read by its own methods.
            if let (Layout::Pointed | Layout::Reread, [one, other]) = (how, &types[..])
                && (one == other || matches!(other, Type::Bound(_)))
            {
                continue;
            }
            for ty in &types {
                lying_in(ty, how == Layout::Reread, &mut |def| self.layouts.push((def, how)));
            }
        }
    }
}

/// What a function of `std` does with the types that it is given, by its path.
fn asked_by(path: &str) -> Option<Layout> {
    let (holder, last) = path.rsplit_once("::")?;
    let how = match last {
        "size_of" | "size_of_val" | "align_of" | "align_of_val" | "min_align_of" | "min_align_of_val"
        | "needs_drop" => Layout::Measured,
        "transmute" | "transmute_copy" => Layout::Reread,
        "cast" => Layout::Pointed,
        _ => return None,
    };
    let is_pointer = holder.starts_with("std::primitive::Pointer#") || holder.starts_with("std::ptr::NonNull#");
    let is_it = if how == Layout::Pointed { is_pointer } else { holder == "std::mem" };
    is_it.then_some(how)
}

/// What lies behind a raw pointer or a reference, as which `&raw` counts too.
fn pointee(ty: &Type) -> Option<Type> {
    match ty {
        Type::Ref(inner) => Some((**inner).clone()),
        Type::Ext(path, args) if *path == "*" => args.first().cloned(),
        _ => None,
    }
}

/// The item of a slice or an array: a pointer to that is one to its first.
fn item_of(ty: Type) -> Type {
    match ty {
        Type::Slice(item) => item_of((*item).clone()),
        ty => ty,
    }
}

/// Whether a type holds its values elsewhere. One of another crate may have them in itself: `heapless::Vec`.
fn holds_apart(path: Name) -> bool {
    let is_of_std = !prelude::is_path(path) || prelude::library_name(path.as_str()) == "std";
    is_of_std && APART.contains(&prelude::last(path))
}

/// Types of the workspace whose values lie in one of a type, or, if `behind` says so, behind a reference in it.
fn lying_in(ty: &Type, behind: bool, found: &mut dyn FnMut(DefId)) {
    match ty {
        Type::Adt(def, args) => {
            found(*def);
            args.iter().for_each(|arg| lying_in(arg, behind, found));
        }
        Type::Ext(path, args) if behind || !holds_apart(*path) => {
            args.iter().for_each(|arg| lying_in(arg, behind, found));
        }
        Type::Tuple(items) => items.iter().for_each(|item| lying_in(item, behind, found)),
        Type::Slice(item) => lying_in(item, behind, found),
        Type::Ref(inner) if behind => lying_in(inner, behind, found),
        _ => {}
    }
}

/// Types by whose layout anything goes, with those that lie in them. What lies in a union is read through its other fields.
pub(super) fn with_parts(cx: &Context<'_>, met: Vec<(DefId, Layout)>) -> FxHashMap<DefId, Layout> {
    let mut work = met;
    for union in cx.defs.ids().filter(|def| cx.defs.kind(*def) == DefKind::Union) {
        let fields = inert::parts(cx, union);
        for field in fields.iter().filter(|_| fields.len() > 1) {
            lying_in(&inert::field_type(cx, *field), false, &mut |def| work.push((def, Layout::Reread)));
        }
    }
    let mut known: FxHashMap<DefId, Layout> = FxHashMap::default();
    while let Some((def, how)) = work.pop() {
        if known.get(&def).is_some_and(|known| *known >= how) {
            continue;
        }
        known.insert(def, how);
        for field in inert::parts(cx, def) {
            lying_in(&inert::field_type(cx, field), false, &mut |def| work.push((def, how)));
        }
    }
    known
}
