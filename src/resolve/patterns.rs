//! Patterns: the locals they bind and the variants, constants and fields they look at.

use super::bodies::Walk;
use super::causes::Local;
use super::paths::Kinds;
use super::scopes::{Namespace, Res};
use super::types::Type;
use super::{Among, ByName, Goal, Why, prelude};
use crate::facts::{Pat, PatId, PathId};
use crate::model::{DefId, DefKind, Name, Span};

impl Walk<'_> {
    /// Binds the locals of a pattern that is matched against a value of type `ty`.
    pub(super) fn bind(&mut self, pat: PatId, given: &Type) {
        let body = self.body;
        let ty = &self.settled(given);
        match &body.pats[pat as usize] {
            Pat::Bind { name, span, plain, by_ref, sub } => {
                if *plain && self.constant(*name, *span) {
                    return;
                }
                sub.iter().for_each(|sub| self.bind(*sub, ty));
                // What it is under each condition may turn out later.
                let open = if self.conditions.are_none() { None } else { Some(self.deep(given)) };
                self.bind_local(pat, *name, *by_ref, open.as_ref().unwrap_or(ty));
            }
            Pat::Path(path) => {
                let path = &body.paths[*path as usize];
                self.constructed_or_matched_value(path);
            }
            Pat::TupleStruct(path, items) => self.bind_tuple_struct(*path, items, ty),
            Pat::Struct(path, fields) => self.bind_struct(*path, fields, ty),
            Pat::Tuple(items) => {
                let known = match ty.peeled() {
                    Type::Tuple(types) => types.to_vec(),
                    _ => vec![],
                };
                let by_ref = matches!(ty, Type::Ref(_));
                self.bind_items(items, &known, by_ref);
            }
            Pat::Slice(items) => self.bind_slice(items, ty),
            Pat::Ref(inner) => match ty {
                Type::Ref(ty) => self.bind(*inner, ty),
                _ => self.bind(*inner, &Type::Unknown),
            },
            Pat::Or(cases) => self.bind_cases(cases, ty),
            Pat::Exprs(exprs) => exprs.iter().for_each(|expr| drop(self.expr(*expr))),
            Pat::Typed(inner, written) => {
                self.use_type(written);
                let written = self.lowered(written);
                self.unify(&written, ty);
                self.bind(*inner, &written);
            }
            Pat::Under(cfg, inner) => {
                let before = self.locals.len();
                self.within(cfg, |walk| walk.bind(*inner, given));
                self.exist_under(before, cfg);
            }
            Pat::Call { call, cases, known } => {
                self.expr(*call);
                let bound = self.locals.len();
                cases.iter().for_each(|case| self.bind(*case, if *known { given } else { &Type::Unknown }));
                if !known {
                    self.locals[bound..].iter_mut().for_each(|local| local.ty = Type::Unknown);
                }
            }
            Pat::Rest | Pat::Wild => {}
        }
    }

    /// A local of this name; `pat` is the pattern that binds it.
    fn bind_local(&mut self, pat: PatId, name: Name, by_ref: bool, ty: &Type) {
        // What is seen through a reference is one already: a pattern without `&` only says so once more.
        let is_known = !matches!(ty, Type::Ref(_) | Type::Unknown);
        let ty = if by_ref && is_known { ty.clone().reference() } else { ty.clone() };
        let made = self.body.is_made_pat(pat);
        self.locals.push(Local { name, ty, from: self.source, under: None, made, module: self.module });
    }

    /// Cases of a pattern with `|`: every case binds the same names, and those of the first stay.
    fn bind_cases(&mut self, cases: &[PatId], ty: &Type) {
        let depth = self.locals.len();
        for (at, case) in cases.iter().enumerate() {
            let before = self.locals.len();
            self.bind(*case, ty);
            if at > 0 {
                self.locals.truncate(before.max(depth));
            }
        }
    }

    /// Items of a slice or array, and what is left of it, which is one too.
    fn bind_slice(&mut self, items: &[PatId], ty: &Type) {
        let body = self.body;
        let (item, rest) = match ty.peeled() {
            Type::Slice(item) => ((**item).clone().reference(), ty.clone()),
            _ => (Type::Unknown, Type::Unknown),
        };
        for pat in items {
            let is_rest = match body.pats[*pat as usize] {
                Pat::Bind { sub: Some(sub), .. } => self.is_rest(sub),
                _ => false,
            };
            self.bind(*pat, if is_rest { &rest } else { &item });
        }
    }

    /// Whether a pattern is `..`, or a call that may become it.
    fn is_rest(&self, pat: PatId) -> bool {
        match &self.body.pats[pat as usize] {
            Pat::Rest => true,
            Pat::Call { cases, .. } => cases.iter().any(|case| self.is_rest(*case)),
            _ => false,
        }
    }

    fn bind_items(&mut self, items: &[PatId], known: &[Type], by_ref: bool) {
        let rest = items.iter().position(|pat| self.is_rest(*pat));
        for (at, pat) in items.iter().enumerate() {
            let index = match rest {
                Some(rest) if at > rest => (known.len() + at).checked_sub(items.len()),
                _ => Some(at),
            };
            let ty = index.and_then(|index| known.get(index)).cloned().unwrap_or(Type::Unknown);
            let ty = if by_ref && !ty.is_unknown() { ty.reference() } else { ty };
            self.bind(*pat, &ty);
        }
    }

    /// Whether a bare name is a constant, a static, a unit struct or a unit variant, and not a new local.
    fn constant(&mut self, name: Name, span: Span) -> bool {
        let segs = vec![crate::facts::types::Seg { name, args: None }];
        let path = crate::facts::Path { qself: None, lead: crate::facts::types::Lead::Plain, segs, span };
        let resolved = super::paths::resolve(&self.cx.modules, self.cx, self.module, &path, Namespace::Values);
        let is_constant = resolved.found.iter().any(|found| match found.res {
            Res::Def(def) => {
                matches!(self.cx.kind(def), DefKind::Constant | DefKind::Static | DefKind::Struct | DefKind::Variant)
            }
            Res::Ext(path) => prelude::last(path).starts_with(char::is_uppercase),
            Res::Mod(_) => false,
        });
        if is_constant {
            self.path_meaning(&path, Namespace::Values, true);
        }
        is_constant
    }

    /// A path pattern: a constant is read, a variant is looked at.
    fn constructed_or_matched_value(&mut self, path: &crate::facts::Path) {
        self.path_meaning(path, Namespace::Values, true);
    }

    fn bind_tuple_struct(&mut self, path: PathId, items: &[PatId], ty: &Type) {
        let body = self.body;
        let path = &body.paths[path as usize];
        let (meant, _) = self.path_meaning(path, Namespace::Values, true);
        let by_ref = matches!(ty, Type::Ref(_));
        let known: Vec<Type> = match (&meant[..], ty.peeled()) {
            ([def], owner) => {
                let owner = if matches!(owner, Type::Adt(..)) { owner.clone() } else { Type::Unknown };
                let fields = super::members::numbered_fields(self.cx, *def).into_iter().flatten();
                fields.map(|field| self.declared(field, &owner)).collect()
            }
            ([], _) => match self.taken_apart(path, ty) {
                Some((holder, owner)) => {
                    let fields = super::members::numbered_fields(self.cx, holder).into_iter().flatten();
                    fields.map(|field| self.pinned_or_borrowed(field, &owner)).collect()
                }
                None => self.foreign_fields(path, ty),
            },
            _ => vec![],
        };
        self.bind_items(items, &known, by_ref);
    }

    /// The types of the fields of a foreign variant or struct that a value of this type is matched against.
    fn foreign_fields(&mut self, path: &crate::facts::Path, ty: &Type) -> Vec<Type> {
        let Some(found) = self.foreign_path(path) else { return vec![] };
        match self.constructor(super::types::Head::Ext(found)) {
            Some((made, fields)) => {
                self.unify(&made, ty.peeled());
                fields.iter().map(|field| self.deep(field)).collect()
            }
            None => vec![],
        }
    }

    fn bind_struct(&mut self, path: PathId, fields: &[(Name, Span, PatId)], ty: &Type) {
        let body = self.body;
        let path = &body.paths[path as usize];
        let (made, mut meant) = self.constructed_or_matched(path, true);
        let projected = self.taken_apart(path, ty).filter(|_| meant.is_empty());
        meant.extend(projected.iter().map(|(holder, _)| *holder));
        let owner = match (&projected, ty.peeled()) {
            (Some((_, owner)), _) => owner.clone(),
            (None, own @ Type::Adt(..)) => own.clone(),
            _ => made,
        };
        let foreign = if meant.is_empty() && owner.is_unknown() { self.foreign_holder(path) } else { None };
        foreign.iter().for_each(|(_, made)| self.unify(made, ty.peeled()));
        let by_ref = matches!(ty, Type::Ref(_));
        for (name, span, pat) in fields {
            let of_foreign = foreign.as_ref().and_then(|(item, made)| self.field_of_foreign(*item, made, *name));
            let unread = match &body.pats[*pat as usize] {
                Pat::Under(_, inner) => matches!(body.pats[*inner as usize], Pat::Wild),
                pat => matches!(pat, Pat::Wild),
            };
            let of: Vec<DefId> = match owner {
                _ if !meant.is_empty() => meant.to_vec(),
                Type::Adt(def, _) => vec![def],
                _ => vec![],
            };
            let declared: Vec<DefId> =
                of.iter().flat_map(|def| self.cx.impls.members.field(*def, *name)).copied().collect();
            if unread {
                of.iter().for_each(|of| self.mention_fields(*of, *name, *span));
            } else if of_foreign.is_none() {
                self.read_field(&declared, *name, *span);
            }
            let known = match declared[..] {
                [field] if projected.is_some() => self.pinned_or_borrowed(field, &owner),
                [field] => self.declared(field, &owner),
                _ => of_foreign.unwrap_or(Type::Unknown),
            };
            let known = if by_ref && !known.is_unknown() { known.reference() } else { known };
            self.bind(*pat, &known);
        }
    }

    /// Reads a field, or any of its name where none is known.
    pub(super) fn read_field(&mut self, declared: &[DefId], name: Name, span: Span) {
        declared.iter().for_each(|field| self.refer(*field, span));
        if declared.is_empty() {
            let class = ByName::Field { from: self.package(), among: Among::All };
            self.edge(Goal::Named(class, name), span, Why::UnknownPath);
        }
    }
}
