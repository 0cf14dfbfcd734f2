//! What the types of facts cannot hold: whether an impl is for less than its type says there.
//!
//! In: types of syntax trees. Out: yes or no. Lifetimes do not matter, as the compiler does not choose impls by them.

use crate::model::{Name, name};

/// Whether an impl is for `&mut T`, and whether its type or trait has something beside that which facts leave out.
pub(super) fn of_header(item: &syn::ItemImpl, consts: &[Name]) -> (bool, bool) {
    let (exclusive, behind) = behind_reference(&item.self_ty);
    let of_trait = item.trait_.as_ref().is_some_and(|(path, _)| has_narrower(path, consts));
    (exclusive, of_trait || is_narrower(behind, consts))
}

/// What is behind a reference at the front of a type, else the type itself; and whether that is `&mut`.
fn behind_reference(ty: &syn::Type) -> (bool, &syn::Type) {
    match ty {
        syn::Type::Reference(reference) => (reference.mutability.is_some(), reference.elem.as_ref()),
        syn::Type::Paren(inner) => behind_reference(&inner.elem),
        syn::Type::Group(inner) => behind_reference(&inner.elem),
        other => (false, other),
    }
}

/// Whether a type has something that [`crate::facts::Ty`] leaves out: `&mut`, the value of a constant argument, the length of
/// an array. Constant parameters of the impl stand for any.
fn is_narrower(ty: &syn::Type, consts: &[Name]) -> bool {
    match ty {
        syn::Type::Reference(reference) => reference.mutability.is_some() || is_narrower(&reference.elem, consts),
        syn::Type::Ptr(_) => true,
        syn::Type::Array(array) => !is_parameter(&array.len, consts) || is_narrower(&array.elem, consts),
        syn::Type::Slice(slice) => is_narrower(&slice.elem, consts),
        syn::Type::Tuple(tuple) => tuple.elems.iter().any(|ty| is_narrower(ty, consts)),
        syn::Type::Paren(inner) => is_narrower(&inner.elem, consts),
        syn::Type::Group(inner) => is_narrower(&inner.elem, consts),
        syn::Type::Path(path) => {
            path.qself.as_ref().is_some_and(|of| is_narrower(&of.ty, consts)) || has_narrower(&path.path, consts)
        }
        // Nor is it told there whether it is unsafe, and by what convention it is called.
        syn::Type::FnPtr(pointer) => {
            pointer.unsafety.is_some()
                || pointer.abi.is_some()
                || pointer.inputs.iter().any(|input| is_narrower(&input.ty, consts))
                || gives_narrower(&pointer.output, consts)
        }
        syn::Type::TraitObject(object) => object.bounds.iter().any(|bound| match bound {
            syn::TypeParamBound::Trait(bound) => has_narrower(&bound.path, consts),
            _ => false,
        }),
        _ => false,
    }
}

fn gives_narrower(output: &syn::ReturnType, consts: &[Name]) -> bool {
    match output {
        syn::ReturnType::Default => false,
        syn::ReturnType::Type(_, ty) => is_narrower(ty, consts),
    }
}

/// The same of the arguments of a type or of a trait.
fn has_narrower(path: &syn::Path, consts: &[Name]) -> bool {
    path.segments.iter().any(|seg| match &seg.arguments {
        syn::PathArguments::AngleBracketed(args) => args.args.iter().any(|arg| match arg {
            syn::GenericArgument::Type(ty) => is_narrower(ty, consts),
            syn::GenericArgument::Const(value) => !is_parameter(value, consts),
            syn::GenericArgument::AssocType(of) => is_narrower(&of.ty, consts),
            syn::GenericArgument::AssocConst(_) => true,
            _ => false,
        }),
        syn::PathArguments::Parenthesized(args) => {
            args.inputs.iter().any(|input| is_narrower(&input.ty, consts)) || gives_narrower(&args.output, consts)
        }
        syn::PathArguments::None => false,
    })
}

/// `N`, `{ N }`.
fn is_parameter(value: &syn::Expr, consts: &[Name]) -> bool {
    match value {
        syn::Expr::Path(path) => path.path.get_ident().is_some_and(|ident| consts.contains(&name(&ident.to_string()))),
        syn::Expr::Block(block) => match &block.block.stmts[..] {
            [syn::Stmt::Expr(value, None)] => is_parameter(value, consts),
            _ => false,
        },
        _ => false,
    }
}

/// Whether there is `?Sized` among bounds.
pub(super) fn lifts_sized<'b>(bounds: impl IntoIterator<Item = &'b syn::TypeParamBound>) -> bool {
    let mut bounds = bounds.into_iter();
    bounds.any(|bound| matches!(bound, syn::TypeParamBound::Trait(bound) if bound.maybe.is_some()))
}
