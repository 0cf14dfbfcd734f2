//! Patterns.

use super::Lower;
use super::attrs::conditions;
use crate::facts::{Cfg, Pat, PatId, Path, PathId, Ty, types::Lead, types::Seg};
use crate::model::name;
use proc_macro2::{TokenStream, TokenTree};

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
            syn::Pat::Macro(call) => self.pattern_call(&call.mac),
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

    /// A macro call in place of a pattern. One that is not expanded may bind whatever it is given a name of.
    fn pattern_call(&mut self, mac: &syn::Macro) -> Pat {
        let form = self.form(mac);
        let made = if form.is_none() { self.expanded_pats(mac) } else { None };
        if let Some(cases) = made {
            let call = self.expanded_call(mac, vec![]);
            return Pat::Call { call, known: cases.len() == 1, cases };
        }
        let call = self.call_of_form(mac, form);
        let mut cases = vec![];
        self.may_bind(&mac.tokens, &mut cases);
        Pat::Call { call, cases: cases.into(), known: false }
    }

    /// Each name in tokens as one that a pattern binds.
    fn may_bind(&mut self, tokens: &TokenStream, cases: &mut Vec<PatId>) {
        for tree in tokens.clone() {
            if let TokenTree::Group(group) = &tree {
                self.may_bind(&group.stream(), cases);
            } else if let Ok(ident) = syn::parse2::<syn::Ident>(tree.into()) {
                let bound = syn::PatIdent { attrs: vec![], by_ref: None, mutability: None, ident, subpat: None };
                cases.push(self.pat(&syn::Pat::Ident(bound)));
            }
        }
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
