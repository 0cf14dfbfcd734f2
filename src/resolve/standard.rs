//! Types of literals, and what is known of crates without signatures.

use super::prelude;
use super::types::Type;
use crate::facts::body::Lit;
use crate::model::{Name, name};
use std::sync::Arc;

/// Types that are asked for again and again, made once for a thread.
struct Common {
    bool: Type,
    str_ref: Type,
    bytes_ref: Type,
    c_str_ref: Type,
    char: Type,
    byte: Type,
    integer: Type,
    float: Type,
}

thread_local! {
    static COMMON: Common = {
        let plain = |text: &str| Type::Ext(name(text), Arc::new([]));
        Common {
            bool: plain("bool"),
            str_ref: plain("str").reference(),
            bytes_ref: Type::Slice(Arc::new(plain("u8"))).reference(),
            c_str_ref: plain("std::ffi::CStr").reference(),
            char: plain("char"),
            byte: plain("u8"),
            // A number without suffix may be of any numeric type, and traits are implemented for some of them.
            integer: plain("{integer}"),
            float: plain("{float}"),
        }
    };
}

pub(super) fn bool_type() -> Type {
    COMMON.with(|common| common.bool.clone())
}

pub(super) fn literal_type(lit: Lit) -> Type {
    COMMON.with(|common| match lit {
        Lit::Str => common.str_ref.clone(),
        Lit::Bytes => common.bytes_ref.clone(),
        Lit::CStr => common.c_str_ref.clone(),
        Lit::Char => common.char.clone(),
        Lit::Byte => common.byte.clone(),
        Lit::Bool => common.bool.clone(),
        Lit::Int(None) => common.integer.clone(),
        Lit::Float(None) => common.float.clone(),
        Lit::Int(Some(suffix)) | Lit::Float(Some(suffix)) => Type::Ext(suffix, Arc::new([])),
    })
}

/// Whether a foreign type could dereference to one of the workspace: only through its arguments.
pub(super) fn may_deref(path: Name, args: &[Type]) -> bool {
    if !prelude::is_standard(path) {
        return holds_own(args);
    }
    const PLAIN: [&str; 32] = [
        "Vec",
        "VecDeque",
        "HashMap",
        "BTreeMap",
        "HashSet",
        "BTreeSet",
        "IndexMap",
        "IndexSet",
        "BinaryHeap",
        "Option",
        "Result",
        "Mutex",
        "RwLock",
        "RefCell",
        "Cell",
        "OnceLock",
        "OnceCell",
        "Sender",
        "Receiver",
        "UnboundedSender",
        "UnboundedReceiver",
        "Weak",
        "PhantomData",
        "JoinHandle",
        "SyncSender",
        "Iter",
        "IterMut",
        "IntoIter",
        "Range",
        "SmallVec",
        "Poll",
        "ControlFlow",
    ];
    let name = prelude::last(path);
    !PLAIN.contains(&name) && !prelude::is_pointer(path) && holds_own(args)
}

/// Whether a type of the workspace, or one that is not known, is among arguments.
pub(super) fn holds_own(args: &[Type]) -> bool {
    args.iter().any(|ty| match ty {
        Type::Ext(_, args) | Type::Tuple(args) => holds_own(args),
        Type::Ref(inner) | Type::Slice(inner) => holds_own(std::slice::from_ref(inner)),
        _ => true,
    })
}
