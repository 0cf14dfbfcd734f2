//! Patterns.

use super::Lower;
use super::attrs::conditions;
use crate::facts::{Cfg, Pat, PatId, Path, PathId, Ty, types::Lead, types::Seg};
use crate::model::name;

impl Lower<'_> {
    pub(super) fn add_pat(&mut self, pat: Pat) -> PatId {
        self.body.pats.push(pat);
        self.body.pats.len() as PatId - 1
    }

    pub(super) fn add_path(&mut self, path: Path) -> PathId {
        self.body.paths.push(path);
        self.body.paths.len() as PathId - 1
    }

    /// The type and the pattern of `self`, `&self`, `self: T`.
    pub(super) fn receiver(&mut self, receiver: &syn::Receiver) -> (Ty, PatId) {
        let span = self.span(receiver.self_token.span);
        let segs = vec![Seg { name: name("Self"), args: None }];
        let own = Ty::Path(Box::new(Path { qself: None, lead: Lead::Plain, segs, span }));
        let ty = match &receiver.kind {
            syn::ReceiverKind::Reference(..) => Ty::Ref(Box::new(own)),
            syn::ReceiverKind::Typed(_, ty) => self.ty(ty),
            _ => own,
        };
        let pat = self.add_pat(Pat::Bind { name: name("self"), span, plain: false, by_ref: false, sub: None });
        (ty, pat)
    }

    /// A pattern that exists where conditions hold.
    pub(super) fn pat_under_conditions(&mut self, cfg: Vec<Cfg>, pat: PatId) -> PatId {
        if cfg.is_empty() { pat } else { self.add_pat(Pat::Under(cfg.into(), pat)) }
    }

    pub(super) fn pats<'p>(&mut self, pats: impl IntoIterator<Item = &'p syn::Pat>) -> Box<[PatId]> {
        pats.into_iter().map(|pat| self.pat(pat)).collect()
    }

    pub(super) fn pat(&mut self, pat: &syn::Pat) -> PatId {
        let read = match pat {
            syn::Pat::Ident(ident) => self.binding(ident),
            syn::Pat::Path(path) => {
                let path = self.qualified(path.qself.as_ref(), &path.path);
                Pat::Path(self.add_path(path))
            }
            syn::Pat::TupleStruct(tuple) => {
                let path = self.qualified(tuple.qself.as_ref(), &tuple.path);
                let path = self.add_path(path);
                Pat::TupleStruct(path, self.pats(&tuple.elems))
            }
            syn::Pat::Struct(fields) => self.struct_pattern(fields),
            syn::Pat::Tuple(tuple) => Pat::Tuple(self.pats(&tuple.elems)),
            syn::Pat::Slice(slice) => Pat::Slice(self.pats(&slice.elems)),
            syn::Pat::Or(or) => Pat::Or(self.pats(&or.cases)),
            syn::Pat::Reference(reference) => Pat::Ref(self.pat(&reference.pat)),
            syn::Pat::Paren(inner) => return self.pat(&inner.pat),
            syn::Pat::Type(typed) => {
                let ty = self.ty(&typed.ty);
                Pat::Typed(self.pat(&typed.pat), Box::new(ty))
            }
            syn::Pat::Lit(literal) => {
                let value = crate::facts::Expr::Lit(self.literal(&literal.lit));
                let value = self.add_expr(value);
                Pat::Exprs(Box::new([value]))
            }
            syn::Pat::Range(range) => {
                let ends = range.start.iter().chain(&range.end);
                Pat::Exprs(ends.map(|end| self.expr(end)).collect())
            }
            syn::Pat::Const(block) => {
                let value = self.block(&block.block, crate::facts::body::BlockKind::Plain);
                Pat::Exprs(Box::new([value]))
            }
            syn::Pat::Macro(call) => {
                let value = self.macro_call(&call.mac);
                Pat::Exprs(Box::new([value]))
            }
            syn::Pat::Rest(_) => Pat::Rest,
            syn::Pat::Wild(_) => Pat::Wild,
            other => {
                self.unknown_tokens(&quote::ToTokens::to_token_stream(other));
                Pat::Wild
            }
        };
        let read = self.add_pat(read);
        if let syn::Pat::Ident(ident) = pat
            && self.is_made(&ident.ident)
        {
            self.body.made_pats.push(read);
        }
        read
    }

    fn binding(&mut self, ident: &syn::PatIdent) -> Pat {
        let sub = ident.subpat.as_ref().map(|(_, pat)| self.pat(pat));
        let name = Self::name(&ident.ident);
        Pat::Bind {
            name,
            span: self.ident_span(&ident.ident, name),
            plain: ident.by_ref.is_none() && ident.mutability.is_none() && sub.is_none(),
            by_ref: ident.by_ref.is_some(),
            sub,
        }
    }

    fn struct_pattern(&mut self, pattern: &syn::PatStruct) -> Pat {
        let path = self.qualified(pattern.qself.as_ref(), &pattern.path);
        let path = self.add_path(path);
        let fields = pattern.fields.iter().map(|field| {
            self.member_attrs(&field.attrs);
            let (name, span) = self.member(&field.member);
            let pat = self.pat(&field.pat);
            (name, span, self.pat_under_conditions(conditions(&field.attrs), pat))
        });
        Pat::Struct(path, fields.collect())
    }

    pub(super) fn member(&self, member: &syn::Member) -> (crate::model::Name, crate::model::Span) {
        match member {
            syn::Member::Named(ident) => {
                let name = Self::name(ident);
                (name, self.ident_span(ident, name))
            }
            syn::Member::Unnamed(index) => (name(&index.index.to_string()), self.span(index.span)),
        }
    }
}

/// Attributes that may stand before a parameter of a closure.
pub(super) fn pat_attrs(pat: &syn::Pat) -> &[syn::Attribute] {
    match pat {
        syn::Pat::Ident(pat) => &pat.attrs,
        syn::Pat::Paren(pat) => &pat.attrs,
        syn::Pat::Path(pat) => &pat.attrs,
        syn::Pat::Reference(pat) => &pat.attrs,
        syn::Pat::Slice(pat) => &pat.attrs,
        syn::Pat::Struct(pat) => &pat.attrs,
        syn::Pat::Tuple(pat) => &pat.attrs,
        syn::Pat::TupleStruct(pat) => &pat.attrs,
        syn::Pat::Type(pat) => &pat.attrs,
        syn::Pat::Wild(pat) => &pat.attrs,
        _ => &[],
    }
}
