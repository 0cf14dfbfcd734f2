//! Signatures of functions.
//!
//! In: a function as it is written, where it stands and what it stands in. Out: its types, parameters by place. What its body
//! does is not known.

use super::{FnSig, Written, bounds, numbered, outer};
use crate::facts::DefData;
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
