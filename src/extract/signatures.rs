//! Signatures of functions, with their bodies.
//!
//! In: the signature of an item, and its block if it has one. Out: its parameters and its result as they are written, which
//! parameters exist under conditions only, and the code in the body of the current definition. What names mean is not known.

use super::Lower;
use super::attrs::conditions;
use crate::facts::FnSig;

impl Lower<'_> {
    pub(super) fn fn_keyword(sig: &syn::Signature) -> proc_macro2::Span {
        let unsafety = match &sig.safety {
            syn::Safety::Safe(token) => Some(token.span),
            syn::Safety::Unsafe(token) => Some(token.span),
            _ => None,
        };
        (sig.constness.as_ref().map(|token| token.span))
            .or(sig.asyncness.as_ref().map(|token| token.span))
            .or(unsafety)
            .or(sig.abi.as_ref().map(|abi| abi.extern_token.span))
            .unwrap_or(sig.fn_token.span)
    }

    /// Reads a signature and a body into the current definition.
    pub(super) fn signature(&mut self, sig: &syn::Signature, block: Option<&syn::Block>) -> FnSig {
        let generics = self.generics(&sig.generics);
        let mut read = FnSig { generics, is_async: sig.asyncness.is_some(), ..FnSig::default() };
        for (row, input) in (0..).zip(&sig.inputs) {
            let (ty, pat, cfg) = match input {
                syn::FnArg::Receiver(receiver) => {
                    read.has_self = true;
                    read.mut_self = match &receiver.kind {
                        syn::ReceiverKind::Reference(_, _, mutability) => mutability.is_some(),
                        syn::ReceiverKind::Typed(_, ty) => {
                            matches!(&**ty, syn::Type::Reference(of) if of.mutability.is_some())
                        }
                        _ => false,
                    };
                    let (ty, pat) = self.receiver(receiver);
                    (ty, pat, vec![])
                }
                syn::FnArg::Typed(param) => {
                    self.member_attrs(&param.attrs);
                    (self.ty(&param.ty), self.pat(&param.pat), conditions(&param.attrs))
                }
            };
            read.params.push(ty);
            if !cfg.is_empty() {
                read.conditional.push((row, cfg.clone()));
            }
            let pat = self.pat_under_conditions(cfg, pat);
            self.body.params.push(pat);
        }
        if let syn::ReturnType::Type(_, ty) = &sig.output {
            read.ret = Some(self.ty(ty));
        }
        if let Some(block) = block {
            read.has_body = true;
            let value = self.block(block, crate::facts::body::BlockKind::Plain);
            self.body.value = Some(value);
        }
        read
    }
}
