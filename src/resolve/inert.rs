//! Fields whose value does nothing when it is dropped.
//!
//! A field that nobody reads may still be there for what its value does at the end of its life: a guard, a sender, a
//! temporary folder. Only of types that are known to do nothing is a field said to be without use.

use super::impls::ImplTrait;
use super::types::{Env, Type};
use super::{Context, prelude};
use crate::facts::DefData;
use crate::model::{DefId, DefKind};
use rustc_hash::{FxHashMap, FxHashSet};

/// Types of `std` that do nothing of their own when they are dropped, if their arguments do nothing.
const PLAIN: [&str; 29] = [
    "String",
    "Vec",
    "VecDeque",
    "HashMap",
    "BTreeMap",
    "HashSet",
    "BTreeSet",
    "Option",
    "Result",
    "Box",
    "Cell",
    "RefCell",
    "Cow",
    "PathBuf",
    "Path",
    "OsString",
    "OsStr",
    "Duration",
    "Instant",
    "SystemTime",
    "Ordering",
    "IpAddr",
    "Ipv4Addr",
    "Ipv6Addr",
    "SocketAddr",
    "Range",
    "RangeInclusive",
    "AtomicBool",
    "AtomicUsize",
];

/// The fields of inert types.
pub(super) fn fields(cx: &Context<'_>) -> FxHashSet<DefId> {
    let mut dropping: FxHashSet<DefId> = FxHashSet::default();
    for info in &cx.impls.rows {
        if let (ImplTrait::Foreign(path), Some(ty)) = (info.of_trait, info.self_def)
            && prelude::last(path) == "Drop"
        {
            dropping.insert(ty);
        }
    }
    let mut known = FxHashMap::default();
    let fields = cx.defs.ids().filter(|def| cx.defs.kind(*def) == DefKind::Field);
    fields.filter(|field| is_inert(cx, &field_type(cx, *field), &dropping, &mut known)).collect()
}

pub(super) fn field_type(cx: &Context<'_>, field: DefId) -> Type {
    let DefData::Typed(ty) = &cx.defs.get(cx.sources, field).data else { return Type::Unknown };
    match cx.modules.home(field) {
        Some(module) => cx.lower(module, &Env::default(), ty),
        None => Type::Unknown,
    }
}

fn is_inert(cx: &Context<'_>, ty: &Type, dropping: &FxHashSet<DefId>, known: &mut FxHashMap<DefId, bool>) -> bool {
    match ty {
        Type::Ext(path, args) => {
            let name = prelude::last(*path);
            let primitive = !path.contains("::");
            let standard = ["std::", "core::", "alloc::"].iter().any(|krate| path.starts_with(krate));
            (primitive || (standard && PLAIN.contains(&name)))
                && args.iter().all(|arg| is_inert(cx, arg, dropping, known))
        }
        Type::Ref(_) | Type::Never => true,
        Type::Slice(inner) => is_inert(cx, inner, dropping, known),
        Type::Tuple(items) => items.iter().all(|item| is_inert(cx, item, dropping, known)),
        Type::Adt(def, args) => {
            args.iter().all(|arg| is_inert(cx, arg, dropping, known)) && is_inert_adt(cx, *def, dropping, known)
        }
        _ => false,
    }
}

fn is_inert_adt(cx: &Context<'_>, def: DefId, dropping: &FxHashSet<DefId>, known: &mut FxHashMap<DefId, bool>) -> bool {
    if let Some(known) = known.get(&def) {
        return *known;
    }
    // A type that holds itself is as inert as its other parts.
    known.insert(def, true);
    let attrs = &cx.defs.get(cx.sources, def).attrs;
    let unknown = attrs.derives.iter().filter_map(|path| path.segs.last());
    let unknown = unknown.into_iter().any(|seg| cx.catalog.derive_may_add_methods(&seg.name));
    let inert = !unknown
        && !dropping.contains(&def)
        && parts(cx, def).iter().all(|part| {
            let ty = field_type(cx, *part);
            is_inert(cx, &ty, dropping, known)
        });
    known.insert(def, inert);
    inert
}

/// The fields of a type, those of its variants too.
pub(super) fn parts(cx: &Context<'_>, def: DefId) -> Vec<DefId> {
    let mut found = vec![];
    for child in super::members::children(cx, def) {
        match cx.defs.kind(child) {
            DefKind::Field => found.push(child),
            DefKind::Variant => found.extend(parts(cx, child)),
            _ => {}
        }
    }
    found
}
