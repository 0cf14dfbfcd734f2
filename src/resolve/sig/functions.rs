//! Signatures of functions.
//!
//! In: a function as it is written, where it stands and what it stands in. Out: its types, parameters by place. What its body
//! does is not known.

use super::{FnSig, Written, bounds, numbered, outer};
use crate::facts::types::TypeParam;
use crate::facts::{DefData, Generics};
use crate::model::{DefId, ModId};
use crate::resolve::Context;
use crate::resolve::types::{Env, Type};
use std::sync::Arc;

pub(super) fn function(cx: &Context<'_>, home: ModId, parent: Option<DefId>, written: &Written) -> FnSig {
    let mut env = Env::default();
    let outer = parent.map_or(0, |parent| outer(cx, home, parent, &mut env));
    let params = numbered(cx, home, &mut env, &written.generics, outer);
    let output = match &written.ret {
        Some(ty) => cx.lower(home, &env, ty),
        None => Type::unit(),
    };
    let mut all = bounds(cx, home, &env, &written.generics);
    if let Some(DefData::Impl(header)) = parent.map(|parent| &cx.defs.get(cx.sources, parent).data) {
        all.extend(bounds(cx, home, &env, &header.generics));
    }
    FnSig {
        outer,
        params,
        inputs: written.params.iter().map(|ty| cx.lower(home, &env, ty)).collect(),
        output: Some(if written.is_async { Type::Future(Arc::new(output)) } else { output }),
        conditional: written.conditional.clone(),
        has_self: written.has_self,
        mut_self: written.mut_self,
        bounds: all,
    }
}

/// Which of the first parameters must have a size, as bits. The declarations of `std` say where something has to have one,
/// instead of where it does not.
pub(super) fn sized(cx: &Context<'_>, generics: &Generics) -> u32 {
    let says = |param: &TypeParam| param.bounds.iter().any(|of| of.segs.last().is_some_and(|seg| seg.name == "Sized"));
    let has_size = |param: &TypeParam| if cx.is_header() { says(param) } else { !param.may_be_unsized };
    generics.params.iter().take(31).enumerate().map(|(at, param)| u32::from(has_size(param)) << at).sum()
}
