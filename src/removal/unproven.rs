//! What compiling cannot prove: removals after which code could compile and do something else.

use super::Plan;
use crate::audit::Audit;
use crate::model::{DefId, DefKind};
use crate::resolve::ImplTrait;

/// Methods that traits of `std` provide beyond those that an impl has to write, and those of derives.
const PROVIDED: [(&str, &[&str]); 19] = [
    ("Clone", &["clone", "clone_from", "to_owned"]),
    ("Debug", &["fmt"]),
    ("Display", &["fmt", "to_string"]),
    ("Default", &["default"]),
    ("PartialEq", &["eq", "ne"]),
    ("PartialOrd", &["partial_cmp", "lt", "le", "gt", "ge"]),
    ("Ord", &["cmp", "max", "min", "clamp"]),
    ("Hash", &["hash", "hash_slice"]),
    ("Hasher", &["write_u8", "write_u16", "write_u32", "write_u64", "write_usize", "write_str"]),
    ("Error", &["source", "description", "cause"]),
    ("From", &["into"]),
    ("TryFrom", &["try_into"]),
    ("FromStr", &["parse"]),
    ("Read", &["read_to_end", "read_to_string", "read_exact", "by_ref", "bytes", "chain", "take", "read_vectored"]),
    ("BufRead", &["lines", "read_line", "read_until", "split", "has_data_left"]),
    ("Write", &["write_all", "write_fmt", "write_vectored", "by_ref", "write_str", "write_char"]),
    ("Seek", &["rewind", "stream_position", "stream_len", "seek_relative"]),
    ("ExactSizeIterator", &["len", "is_empty"]),
    (
        "Iterator",
        &[
            "all",
            "any",
            "by_ref",
            "chain",
            "cloned",
            "cmp",
            "collect",
            "copied",
            "count",
            "cycle",
            "enumerate",
            "eq",
            "filter",
            "filter_map",
            "find",
            "find_map",
            "flat_map",
            "flatten",
            "fold",
            "for_each",
            "fuse",
            "ge",
            "gt",
            "inspect",
            "is_sorted",
            "last",
            "le",
            "lt",
            "map",
            "map_while",
            "max",
            "max_by",
            "max_by_key",
            "min",
            "min_by",
            "min_by_key",
            "ne",
            "next",
            "nth",
            "partition",
            "peekable",
            "position",
            "product",
            "reduce",
            "rev",
            "rposition",
            "scan",
            "size_hint",
            "skip",
            "skip_while",
            "step_by",
            "sum",
            "take",
            "take_while",
            "try_fold",
            "try_for_each",
            "unzip",
            "zip",
        ],
    ),
];

/// Why compiling after the removal of a definition would prove too little; `None` if it proves enough.
pub fn reason(audit: &Audit<'_>, def: DefId, plan: &Plan) -> Option<String> {
    let facts = audit.def(def);
    if plan.silenced.contains(&def) {
        return Some("what is computed for it may do more than to give its value, and would no longer be run".into());
    }
    match facts.kind {
        DefKind::Method | DefKind::AssociatedFunction => shadows(audit, def),
        DefKind::Variant if numbers_shift(audit, def) => {
            Some("the variants after it get another number, which an `as` cast would show".into())
        }
        DefKind::Field if shown_by_debug(audit, def) => {
            Some("the derived `Debug` of its type shows it, and would no longer".into())
        }
        DefKind::Field if is_laid_out(audit, def) => {
            Some("code goes by the size or the layout of its type, which would change".into())
        }
        DefKind::Macro if has_namesakes(audit, def) => {
            Some("another item has its name, which could come to be meant instead".into())
        }
        _ => None,
    }
}

/// An inherent method with the name of one that a trait gives its type: calls would go on to compile.
fn shadows(audit: &Audit<'_>, def: DefId) -> Option<String> {
    let impls = &audit.input.bindings.impls;
    let block = impls.info(audit.parent(def)?)?;
    if block.of_trait != ImplTrait::None {
        return None;
    }
    let ty = block.self_def?;
    let name = audit.def(def).name;
    let local = impls.members.items_of_traits(ty, name).first().and_then(|item| audit.parent(*item));
    if let Some(of) = local {
        return Some(format!(
            "`{}` gives its type a method of this name too: calls would go there",
            audit.def(of).name
        ));
    }
    let dereferences = impls.rows.iter().any(|row| {
        row.self_def == Some(ty) && matches!(row.of_trait, ImplTrait::Foreign(path) if path.ends_with("Deref"))
    });
    if dereferences && impls.members.by_name[&name].len() > 1 {
        return Some("its type dereferences to one that may have a method of this name too".into());
    }
    let derived = audit.def(ty).attrs.derives.iter().filter_map(|path| path.segs.last()).map(|seg| seg.name.as_str());
    let of_type = impls.rows.iter().filter(|row| row.self_def == Some(ty));
    let foreign = of_type.filter_map(|row| match row.of_trait {
        ImplTrait::Foreign(path) => Some((path.as_str().rsplit("::").next().unwrap_or_default(), row.def)),
        _ => None,
    });
    let written = |block: DefId| audit.children(block).iter().any(|item| audit.def(*item).name == name);
    let provided = |of: &str| PROVIDED.iter().any(|(known, names)| *known == of && names.contains(&name.as_str()));
    let mut names = foreign.filter(|(of, block)| written(*block) || provided(of)).map(|(of, _)| of).collect::<Vec<_>>();
    names.extend(derived.filter(|of| provided(of)));
    let of = names.first()?;
    Some(format!("`{of}` gives its type a method of this name too: calls would go there"))
}

/// Whether the derived `Debug` of its type shows a field.
pub fn shown_by_debug(audit: &Audit<'_>, def: DefId) -> bool {
    let holders = std::iter::successors(audit.parent(def), |def| audit.parent(*def));
    let mut derives = holders.flat_map(|holder| &audit.def(holder).attrs.derives);
    derives.any(|path| path.segs.last().is_some_and(|seg| seg.name == "Debug"))
}

/// Whether any code goes by the layout of the type that a field is in: by its size, or as it points to it as to something else.
pub fn is_laid_out(audit: &Audit<'_>, def: DefId) -> bool {
    let mut holders = std::iter::successors(audit.parent(def), |def| audit.parent(*def));
    holders.any(|holder| audit.input.bindings.layouts.contains_key(&holder))
}

/// Whether removing a variant changes the numbers of later ones.
pub fn numbers_shift(audit: &Audit<'_>, def: DefId) -> bool {
    let Some(parent) = audit.parent(def) else { return false };
    let variants: Vec<DefId> =
        audit.children(parent).iter().copied().filter(|it| audit.def(*it).kind == DefKind::Variant).collect();
    let is_unit = |def: &DefId| matches!(audit.def(*def).data, crate::facts::DefData::Variant { unit: true, .. });
    variants.iter().all(is_unit) && variants.last() != Some(&def)
}

/// Whether anything else has the name of a macro; what its own rules name goes by it too.
fn has_namesakes(audit: &Audit<'_>, def: DefId) -> bool {
    let all = audit.input.bindings.impls.members.by_name.get(&audit.def(def).name).into_iter().flatten();
    all.filter(|one| **one != def && audit.def(**one).kind != DefKind::Template).count() > 0
}
