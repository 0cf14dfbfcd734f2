//! Impl blocks: which type, which trait, which items.

use super::Context;
use super::members::Members;
use super::paths::{self, Kinds};
use super::scopes::{Namespace, Res};
use crate::catalog::AttributeRole;
use crate::facts::{self, DefData, Path};
use crate::model::{DefId, DefKind, ModId, Name};
use rustc_hash::FxHashMap;

/// An impl block with its header resolved.
#[derive(Debug, Clone)]
pub struct ImplInfo {
    /// Its definition.
    pub def: DefId,
    /// The type it is for, if that is one definition of the workspace.
    pub self_def: Option<DefId>,
    /// The trait.
    pub of_trait: ImplTrait,
    /// For a type parameter, a reference or anything else that is no single type: it may be for any type.
    pub blanket: bool,
    /// Definitions that must be live for it to matter: the types and traits that its header is about.
    pub needs: Vec<DefId>,
}

/// The trait of an impl.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImplTrait {
    /// None: an inherent impl.
    None,
    /// A trait of the workspace.
    Local(DefId),
    /// A trait of another crate, by its path.
    Foreign(Name),
    /// It could not be resolved.
    Unknown,
}

/// All impls, and what they give to types.
#[derive(Debug, Default)]
pub struct Impls {
    /// Rows, by definition.
    pub rows: Vec<ImplInfo>,
    /// The row of an impl definition.
    pub of_def: FxHashMap<DefId, usize>,
    /// What types and traits have.
    pub members: Members,
}

/// Resolves the headers of all impls.
pub(super) fn collect(cx: &Context<'_>) -> Impls {
    let mut impls = Impls { members: Members::collect(cx), ..Impls::default() };
    for def in cx.defs.ids() {
        let facts = cx.defs.get(cx.sources, def);
        let (DefData::Impl(header), Some(module)) = (&facts.data, cx.modules.home(def)) else { continue };
        let params: Vec<Name> = header.generics.params.iter().map(|param| param.name).collect();
        let of_trait = match &header.of_trait {
            None => ImplTrait::None,
            Some(path) => trait_of(cx, module, path),
        };
        let mut needs = vec![];
        mentioned(cx, module, &header.self_ty, &params, &mut needs);
        if let Some(path) = &header.of_trait {
            mentioned_in_path(cx, module, path, &params, &mut needs);
        }
        let (self_def, blanket) = self_def(cx, module, &header.self_ty, &params);
        needs.sort_unstable();
        needs.dedup();
        // An attribute that is not known may register the impl.
        if (facts.attrs.others.iter()).any(|attr| cx.catalog.attribute_role(&attr.path) == AttributeRole::Unknown) {
            needs.clear();
        }
        impls.of_def.insert(def, impls.rows.len());
        impls.rows.push(ImplInfo { def, self_def, of_trait, blanket, needs });
    }
    let Impls { rows, members, .. } = &mut impls;
    members.add_impls(cx, rows);
    impls
}

fn trait_of(cx: &Context<'_>, module: ModId, path: &Path) -> ImplTrait {
    let resolved = paths::resolve(&cx.modules, cx, module, path, Namespace::Types);
    match resolved.found[..] {
        [found] if found.used == path.segs.len() => match found.res {
            Res::Def(def) if cx.kind(def) == DefKind::Trait => ImplTrait::Local(def),
            Res::Ext(path) => ImplTrait::Foreign(path),
            _ => ImplTrait::Unknown,
        },
        _ => ImplTrait::Unknown,
    }
}

/// The one type definition that an impl is for, and whether it may be for any type.
fn self_def(cx: &Context<'_>, module: ModId, ty: &facts::Ty, params: &[Name]) -> (Option<DefId>, bool) {
    let facts::Ty::Path(path) = ty else {
        let dynamic = match ty {
            facts::Ty::Dyn(bounds) => bounds.first(),
            _ => None,
        };
        let resolved = dynamic.map(|path| paths::resolve(&cx.modules, cx, module, path, Namespace::Types));
        return match resolved.as_ref().map(|resolved| &resolved.found[..]) {
            Some([found]) => match found.res {
                Res::Def(def) => (Some(def), false),
                _ => (None, true),
            },
            _ => (None, true),
        };
    };
    if path.single().is_some_and(|seg| params.contains(&seg.name)) {
        return (None, true);
    }
    match cx.lower(module, &super::types::Env::default(), ty) {
        super::types::Type::Adt(def, _) => (Some(def), false),
        super::types::Type::Bound(traits) => (traits.first().copied(), traits.is_empty()),
        super::types::Type::Ext(..) => (None, false),
        _ => (None, true),
    }
}

/// The types and traits of the workspace that a type mentions, where each has one meaning.
fn mentioned(cx: &Context<'_>, module: ModId, ty: &facts::Ty, params: &[Name], out: &mut Vec<DefId>) {
    ty.paths(&mut |path| mentioned_in_path(cx, module, path, params, out));
}

fn mentioned_in_path(cx: &Context<'_>, module: ModId, path: &Path, params: &[Name], out: &mut Vec<DefId>) {
    if path.single().is_none_or(|seg| !params.contains(&seg.name)) && path.qself.is_none() {
        let resolved = paths::resolve(&cx.modules, cx, module, path, Namespace::Types);
        if let [found] = resolved.found[..]
            && let Res::Def(def) = found.res
        {
            out.push(def);
        }
    }
    for args in path.segs.iter().filter_map(|seg| seg.args.as_ref()) {
        args.types.iter().for_each(|ty| mentioned(cx, module, ty, params, out));
    }
}
