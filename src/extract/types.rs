//! Paths, types and generics.

use super::Lower;
use crate::facts::{
    Generics, Path, Ty,
    types::{Args, Lead, Seg, TypeParam},
};
use crate::model::Span;

type Bounds = syn::punctuated::Punctuated<syn::TypeParamBound, syn::Token![+]>;

impl Lower<'_> {
    /// Adds one name to a path; `self`, `super` and `crate` move its start instead.
    pub(super) fn step(&self, mut path: Path, ident: &syn::Ident) -> Path {
        let name = Self::name(ident);
        let at = self.ident_span(ident, name);
        path.span = if path.span == Span::default() { at } else { path.span.to(at) };
        let first = path.segs.is_empty() && path.lead != Lead::Global;
        match name.as_str() {
            "crate" if first => path.lead = Lead::Crate,
            "super" if first => {
                path.lead = match path.lead {
                    Lead::Super(n) => Lead::Super(n.saturating_add(1)),
                    _ => Lead::Super(1),
                }
            }
            "self" if first && path.lead == Lead::Plain => path.lead = Lead::SelfMod,
            "self" => {}
            _ => path.segs.push(Seg { name, args: None }),
        }
        path
    }

    pub(super) fn path(&mut self, path: &syn::Path) -> Path {
        self.qualified(None, path)
    }

    pub(super) fn qualified(&mut self, qself: Option<&syn::QSelf>, path: &syn::Path) -> Path {
        let lead = if path.leading_colon.is_some() { Lead::Global } else { Lead::Plain };
        let mut read = Path { qself: None, lead, segs: vec![], span: Span::default() };
        if let Some(qself) = qself {
            read.qself = Some(Box::new((self.ty(&qself.ty), 0)));
        }
        read.segs.reserve_exact(path.segments.len());
        for (index, seg) in path.segments.iter().enumerate() {
            // `self` as a value is a local, not a module.
            if path.segments.len() == 1 && seg.ident == "self" {
                read.span = self.span(seg.ident.span());
                read.segs.push(Seg { name: crate::model::name("self"), args: None });
                break;
            }
            // `super`, `crate` and `self` before the trait are no names: they are left out.
            if let (Some(as_trait), true) = (&mut read.qself, qself.is_some_and(|it| it.position == index)) {
                as_trait.1 = read.segs.len().min(255) as u8;
            }
            let dollar = index == 0 && seg.ident == "$crate";
            if dollar {
                read.lead = Lead::Crate;
                continue;
            }
            read = self.step(read, &seg.ident);
            let args = self.args(&seg.arguments);
            if let (Some(last), Some(args)) = (read.segs.last_mut(), args) {
                last.args = Some(Box::new(args));
            }
        }
        read
    }

    fn args(&mut self, args: &syn::PathArguments) -> Option<Args> {
        match args {
            syn::PathArguments::None => None,
            syn::PathArguments::AngleBracketed(args) => Some(self.angle_args(args)),
            syn::PathArguments::Parenthesized(args) => Some(Args {
                types: args.inputs.iter().map(|input| self.ty(&input.ty)).collect(),
                ret: Some(match &args.output {
                    syn::ReturnType::Default => None,
                    syn::ReturnType::Type(_, ty) => Some(self.ty(ty)),
                }),
                ..Args::default()
            }),
        }
    }

    pub(super) fn angle_args(&mut self, args: &syn::AngleBracketedGenericArguments) -> Args {
        let mut read = Args::default();
        for arg in &args.args {
            match arg {
                syn::GenericArgument::Type(ty) => {
                    let ty = self.ty(ty);
                    read.types.push(ty);
                }
                syn::GenericArgument::Const(value) => {
                    let value = self.expr(value);
                    self.body.extra.push(value);
                }
                syn::GenericArgument::AssocType(assoc) => {
                    let ty = self.ty(&assoc.ty);
                    read.assoc.push((Self::name(&assoc.ident), ty));
                }
                syn::GenericArgument::AssocConst(assoc) => {
                    let value = self.expr(&assoc.value);
                    self.body.extra.push(value);
                }
                syn::GenericArgument::Constraint(constraint) => {
                    let bounds = self.bounds(&constraint.bounds);
                    read.bounds.extend(bounds);
                }
                _ => {}
            }
        }
        read
    }

    pub(super) fn ty(&mut self, ty: &syn::Type) -> Ty {
        match ty {
            syn::Type::Path(path) => Ty::Path(Box::new(self.qualified(path.qself.as_ref(), &path.path))),
            syn::Type::Reference(reference) => Ty::Ref(Box::new(self.ty(&reference.elem))),
            syn::Type::Ptr(pointer) => Ty::Ptr(Box::new(self.ty(&pointer.elem))),
            syn::Type::Slice(slice) => Ty::Slice(Box::new(self.ty(&slice.elem))),
            syn::Type::Array(array) => {
                let elem = self.ty(&array.elem);
                let length = self.expr(&array.len);
                self.body.extra.push(length);
                Ty::Array(Box::new(elem))
            }
            syn::Type::Tuple(tuple) => Ty::Tuple(tuple.elems.iter().map(|ty| self.ty(ty)).collect()),
            syn::Type::Paren(inner) => self.ty(&inner.elem),
            syn::Type::Group(inner) => self.ty(&inner.elem),
            syn::Type::FnPtr(pointer) => {
                let params = pointer.inputs.iter().map(|input| self.ty(&input.ty)).collect();
                let ret = match &pointer.output {
                    syn::ReturnType::Default => None,
                    syn::ReturnType::Type(_, ty) => Some(Box::new(self.ty(ty))),
                };
                Ty::Fn(params, ret)
            }
            syn::Type::ImplTrait(bounds) => Ty::Impl(self.bounds(&bounds.bounds)),
            syn::Type::TraitObject(bounds) => Ty::Dyn(self.bounds(&bounds.bounds)),
            syn::Type::Never(_) => Ty::Never,
            syn::Type::Infer(_) => Ty::Infer,
            syn::Type::Macro(call) => {
                self.unknown_macro_tokens(&call.mac);
                Ty::Unknown
            }
            other => {
                self.unknown_tokens(&quote::ToTokens::to_token_stream(other));
                Ty::Unknown
            }
        }
    }

    pub(super) fn bounds(&mut self, bounds: &Bounds) -> Vec<Path> {
        let mut read = vec![];
        for bound in bounds {
            match bound {
                syn::TypeParamBound::Trait(bound) => read.push(self.path(&bound.path)),
                syn::TypeParamBound::Verbatim(tokens) => self.unknown_tokens(tokens),
                _ => {}
            }
        }
        read
    }

    pub(super) fn generics(&mut self, generics: &syn::Generics) -> Generics {
        let mut read = Generics::default();
        for param in &generics.params {
            match param {
                syn::GenericParam::Type(param) => {
                    let bounds = self.bounds(&param.bounds);
                    let default = param.default.as_ref().map(|(_, ty)| self.ty(ty));
                    let may_be_unsized = super::narrower::lifts_sized(&param.bounds);
                    read.params.push(TypeParam { name: Self::name(&param.ident), bounds, default, may_be_unsized });
                }
                syn::GenericParam::Const(param) => {
                    read.consts.push(Self::name(&param.ident));
                    let ty = self.ty(&param.ty);
                    read.wheres.push((ty, vec![]));
                    if let Some((_, value)) = &param.default {
                        let value = self.expr(value);
                        self.body.extra.push(value);
                    }
                }
                syn::GenericParam::Lifetime(_) => {}
            }
        }
        for predicate in generics.where_clause.iter().flat_map(|clause| &clause.predicates) {
            if let syn::WherePredicate::Type(predicate) = predicate {
                let ty = self.ty(&predicate.bounded_ty);
                let bounds = self.bounds(&predicate.bounds);
                if let (Ty::Path(path), true) = (&ty, super::narrower::lifts_sized(&predicate.bounds)) {
                    let own =
                        read.params.iter_mut().filter(|param| path.single().is_some_and(|seg| seg.name == param.name));
                    own.for_each(|param| param.may_be_unsized = true);
                }
                read.wheres.push((ty, bounds));
            }
        }
        read
    }
}
