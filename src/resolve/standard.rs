//! Types of literals, and what is known of crates without signatures.

use super::types::Type;
use crate::facts::body::Lit;
use crate::model::name;
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
        Lit::Str(_) => common.str_ref.clone(),
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

/// Whether a type of the workspace, or one that is not known, is among arguments.
pub(super) fn holds_own(args: &[Type]) -> bool {
    args.iter().any(|ty| match ty {
        Type::Ext(_, args) | Type::Tuple(args) => holds_own(args),
        Type::Ref(inner) | Type::Slice(inner) => holds_own(std::slice::from_ref(inner)),
        _ => true,
    })
}
