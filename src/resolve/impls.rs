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
    /// The types it may be for: more than one where conditions exclude each other.
    pub self_defs: Vec<DefId>,
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

impl Impls {
    /// What is known of an impl block; `None` for what is none.
    pub fn info(&self, block: DefId) -> Option<&ImplInfo> {
        self.of_def.get(&block).map(|row| &self.rows[*row])
    }
}

/// Resolves the headers of all impls.
pub(super) fn collect(cx: &Context<'_>) -> Impls {
    let mut impls = Impls { members: Members::collect(cx), ..Impls::default() };
    for def in cx.defs.ids() {
        let facts = cx.defs.get(cx.sources, def);
        let (DefData::Impl(header), Some(module)) = (&facts.data, cx.modules.home(def)) else { continue };
        let params: Vec<Name> = header.generics.params.iter().map(|param| param.name).collect();
        let homes = cx.modules.homes(def);
        let mut info = read(cx, def, header, module, &params);
        // A file that two targets mount may mean something else in each.
        for other in homes.iter().skip(1).take(8) {
            let there = read(cx, def, header, *other, &params);
            if there.self_def != info.self_def || there.of_trait != info.of_trait {
                info.self_defs.extend(there.self_defs);
                info.self_def = None;
                info.needs.clear();
                info.of_trait = if there.of_trait == info.of_trait { info.of_trait } else { ImplTrait::Unknown };
            }
        }
        // An attribute that is not known may register the impl.
        if (facts.attrs.others.iter()).any(|attr| cx.catalog.attribute_role(&attr.path) == AttributeRole::Unknown) {
            info.needs.clear();
        }
        impls.of_def.insert(def, impls.rows.len());
        impls.rows.push(info);
    }
    let Impls { rows, members, .. } = &mut impls;
    members.add_impls(cx, rows);
    impls
}

/// Reads the header of an impl as one of the targets that mount it sees it.
fn read(cx: &Context<'_>, def: DefId, header: &facts::ImplHeader, module: ModId, params: &[Name]) -> ImplInfo {
    let of_trait = match &header.of_trait {
        None => ImplTrait::None,
        Some(path) => trait_of(cx, module, path),
    };
    let mut needs = vec![];
    needed_values(cx, module, &header.self_ty, params, &mut needs);
    // A trait in which a macro declares items may be used through items that are not known.
    if let ImplTrait::Local(found) = of_trait
        && !super::members::children(cx, found).iter().any(|item| cx.kind(*item) == DefKind::Anonymous)
    {
        needs.push(found);
    }
    if let (ImplTrait::Foreign(name), Some(path)) = (of_trait, &header.of_trait)
        && TAKES_VALUE.contains(&super::prelude::last(name))
    {
        for args in path.segs.iter().filter_map(|seg| seg.args.as_ref()) {
            args.types.iter().for_each(|ty| needed_values(cx, module, ty, params, &mut needs));
        }
    }
    needs.sort_unstable();
    needs.dedup();
    let (self_def, blanket) = self_def(cx, module, &header.self_ty, params);
    let self_defs = match self_def {
        Some(def) => vec![def],
        None => alternatives(cx, module, &header.self_ty),
    };
    ImplInfo { def, self_def, self_defs, of_trait, blanket, needs }
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
        super::types::Type::Bound(traits) => match traits.first().map(|one| one.of) {
            Some(super::types::Head::Own(def)) => (Some(def), false),
            Some(super::types::Head::Ext(_)) => (None, false),
            None => (None, true),
        },
        super::types::Type::Ext(..) => (None, false),
        _ => (None, true),
    }
}

/// The type definitions that a path may mean, where it means several.
fn alternatives(cx: &Context<'_>, module: ModId, ty: &facts::Ty) -> Vec<DefId> {
    let facts::Ty::Path(path) = ty else { return vec![] };
    let resolved = paths::resolve(&cx.modules, cx, module, path, Namespace::Types);
    let types = resolved.found.iter().filter_map(|found| match found.res {
        Res::Def(def) if found.used == path.segs.len() => Some(def),
        _ => None,
    });
    let through_aliases = types.map(|def| match cx.type_of_def(def) {
        super::types::Type::Adt(adt, _) => adt,
        _ => def,
    });
    through_aliases.collect()
}

/// Traits of `std` whose argument is a value that a method takes: without one they cannot be called. Of any other
/// trait an argument may be a marker that is only ever inferred.
const TAKES_VALUE: [&str; 33] = [
    "From",
    "TryFrom",
    "PartialEq",
    "PartialOrd",
    "Add",
    "Sub",
    "Mul",
    "Div",
    "Rem",
    "BitAnd",
    "BitOr",
    "BitXor",
    "Shl",
    "Shr",
    "AddAssign",
    "SubAssign",
    "MulAssign",
    "DivAssign",
    "RemAssign",
    "BitAndAssign",
    "BitOrAssign",
    "BitXorAssign",
    "ShlAssign",
    "ShrAssign",
    "Index",
    "IndexMut",
    "Extend",
    "FromIterator",
    "Sum",
    "Product",
    "FnOnce",
    "Fn",
    "FnMut",
];

/// The types of the workspace of which there must be a value for a value of `ty` to be: `ty` itself, what a reference
/// points to, the items of a tuple. Arguments of a type are left out, for they may be inferred and never named.
fn needed_values(cx: &Context<'_>, module: ModId, ty: &facts::Ty, params: &[Name], out: &mut Vec<DefId>) {
    match ty {
        facts::Ty::Ref(inner) | facts::Ty::Slice(inner) | facts::Ty::Array(inner) => {
            needed_values(cx, module, inner, params, out);
        }
        facts::Ty::Tuple(items) => items.iter().for_each(|item| needed_values(cx, module, item, params, out)),
        facts::Ty::Path(path) => needed_path(cx, module, path, params, out),
        facts::Ty::Dyn(bounds) => bounds.iter().take(1).for_each(|path| needed_path(cx, module, path, params, out)),
        _ => {}
    }
}

fn needed_path(cx: &Context<'_>, module: ModId, path: &Path, params: &[Name], out: &mut Vec<DefId>) {
    if path.qself.is_some() || path.single().is_some_and(|seg| params.contains(&seg.name)) {
        return;
    }
    let resolved = paths::resolve(&cx.modules, cx, module, path, Namespace::Types);
    if let [found] = resolved.found[..]
        && let Res::Def(def) = found.res
        && found.used == path.segs.len()
        && (cx.kind(def).is_adt() || cx.kind(def) == DefKind::Trait)
    {
        out.push(def);
    }
}
