//! Names that are in scope everywhere: the prelude of `std`, primitive types, standard macros.

use super::paths::Found;
use super::scopes::Res;
use crate::model::{Name, name};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::sync::LazyLock;

/// The crates of the standard library.
pub(super) const STANDARD: [&str; 3] = ["std", "core", "alloc"];

static TYPES: LazyLock<FxHashMap<Name, Name>> = LazyLock::new(|| {
    let prelude = [
        ("Option", "std::option::Option"),
        ("Result", "std::result::Result"),
        ("Vec", "std::vec::Vec"),
        ("String", "std::string::String"),
        ("Box", "std::boxed::Box"),
        ("ToString", "std::string::ToString"),
        ("ToOwned", "std::borrow::ToOwned"),
        ("Clone", "std::clone::Clone"),
        ("Copy", "std::marker::Copy"),
        ("Send", "std::marker::Send"),
        ("Sync", "std::marker::Sync"),
        ("Sized", "std::marker::Sized"),
        ("Unpin", "std::marker::Unpin"),
        ("Drop", "std::ops::Drop"),
        ("Fn", "std::ops::Fn"),
        ("FnMut", "std::ops::FnMut"),
        ("FnOnce", "std::ops::FnOnce"),
        ("AsyncFn", "std::ops::AsyncFn"),
        ("AsyncFnMut", "std::ops::AsyncFnMut"),
        ("AsyncFnOnce", "std::ops::AsyncFnOnce"),
        ("AsRef", "std::convert::AsRef"),
        ("AsMut", "std::convert::AsMut"),
        ("Into", "std::convert::Into"),
        ("From", "std::convert::From"),
        ("TryFrom", "std::convert::TryFrom"),
        ("TryInto", "std::convert::TryInto"),
        ("Default", "std::default::Default"),
        ("Iterator", "std::iter::Iterator"),
        ("IntoIterator", "std::iter::IntoIterator"),
        ("Extend", "std::iter::Extend"),
        ("DoubleEndedIterator", "std::iter::DoubleEndedIterator"),
        ("ExactSizeIterator", "std::iter::ExactSizeIterator"),
        ("FromIterator", "std::iter::FromIterator"),
        ("Future", "std::future::Future"),
        ("IntoFuture", "std::future::IntoFuture"),
        ("PartialEq", "std::cmp::PartialEq"),
        ("PartialOrd", "std::cmp::PartialOrd"),
        ("Eq", "std::cmp::Eq"),
        ("Ord", "std::cmp::Ord"),
        ("Hash", "std::hash::Hash"),
        ("Debug", "std::fmt::Debug"),
    ];
    let primitives = [
        "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
        "f16", "f32", "f64", "f128",
    ];
    let prelude = prelude.into_iter().map(|(short, path)| (name(short), name(path)));
    prelude.chain(primitives.into_iter().map(|primitive| (name(primitive), name(primitive)))).collect()
});

static VALUES: LazyLock<FxHashMap<Name, Name>> = LazyLock::new(|| {
    let prelude = [
        ("Some", "std::option::Option::Some"),
        ("None", "std::option::Option::None"),
        ("Ok", "std::result::Result::Ok"),
        ("Err", "std::result::Result::Err"),
        ("drop", "std::mem::drop"),
        ("size_of", "std::mem::size_of"),
        ("size_of_val", "std::mem::size_of_val"),
        ("align_of", "std::mem::align_of"),
        ("align_of_val", "std::mem::align_of_val"),
    ];
    prelude.into_iter().map(|(short, path)| (name(short), name(path))).collect()
});

fn found(path: Name) -> Found {
    Found { res: Res::Ext(path), used: 1 }
}

/// The path of a type or trait of the prelude.
pub(super) fn type_path(name: Name) -> Option<Name> {
    TYPES.get(&name).copied()
}

/// Whether a name is that of a primitive type.
pub(super) fn is_primitive(name: Name) -> bool {
    type_path(name) == Some(name)
}

/// A type or trait of the prelude, or a primitive type.
pub(super) fn type_named(name: Name) -> Option<Found> {
    TYPES.get(&name).copied().map(found)
}

/// A function or constructor of the prelude.
pub(super) fn value_named(name: Name) -> Option<Found> {
    VALUES.get(&name).copied().map(found)
}

/// `path::name`, interned; the last few joins of a thread are kept.
pub(super) fn join(path: Name, last: Name) -> Name {
    thread_local! {
        static JOINED: RefCell<FxHashMap<(Name, Name), Name>> = RefCell::default();
    }
    JOINED.with_borrow_mut(|joined| *joined.entry((path, last)).or_insert_with(|| name(&format!("{path}::{last}"))))
}

/// The last name of a path.
pub(super) fn last(path: Name) -> &'static str {
    let text: &'static str = path.as_str();
    // Colons stand in pairs; looking for one is cheaper.
    text.rfind(':').map_or(text, |at| &text[at + 1..])
}

/// The last name of a path, interned once by each thread.
pub(super) fn last_name(path: Name) -> Name {
    thread_local! {
        static LAST: RefCell<FxHashMap<Name, Name>> = RefCell::default();
    }
    LAST.with_borrow_mut(|known| *known.entry(path).or_insert_with(|| name(last(path))))
}

/// The first name of a path.
pub(super) fn first(path: &str) -> &str {
    path.find(':').map_or(path, |at| &path[..at])
}

/// The library that a path is of, by the name under which it is known: `core` and `alloc` are parts of `std`.
pub(super) fn library_name(path: &str) -> &str {
    match first(path) {
        "core" | "alloc" => "std",
        krate => krate,
    }
}

/// Whether a name is a path of several.
pub(super) fn is_path(name: Name) -> bool {
    name.as_str().as_bytes().contains(&b':')
}
