//! What paths mean: definitions, members of types, macros.

use super::bodies::Walk;
use super::calls::Ids;
use super::impls::ImplTrait;
use super::paths::{Found, Kinds};
use super::scopes::{Namespace, Res};
use super::textual::is_macro;
use super::types::{Head, Type};
use super::{ByName, Goal, Mention, Why};
use crate::facts::{Path, PathId};
use crate::model::{DefId, DefKind, Name, Span};
use smallvec::SmallVec;

impl Walk<'_> {
    /// A path as a type or bound.
    pub(super) fn type_path(&mut self, path: &Path) {
        self.path_args(path);
        self.path_meaning(path, Namespace::Types, false);
    }

    fn path_args(&mut self, path: &Path) {
        if let Some(qself) = &path.qself {
            self.use_type(&qself.0);
        }
        for args in path.segs.iter().filter_map(|seg| seg.args.as_ref()) {
            args.types.iter().for_each(|ty| self.use_type(ty));
            args.assoc.iter().for_each(|(_, ty)| self.use_type(ty));
            args.bounds.iter().for_each(|bound| self.use_bound(bound));
            args.ret.iter().flatten().for_each(|ty| self.use_type(ty));
        }
    }

    /// A macro by its path, or else by textual scope: any of that name that could be seen here.
    /// One that was expanded is used, and what its rules name is not: what the call becomes is read in place of it.
    pub(super) fn use_macro(&mut self, path: &Path, expanded: bool) {
        let resolved = super::paths::resolve(&self.cx.modules, self.cx, self.module, path, Namespace::Macros);
        resolved.imports.iter().for_each(|import| self.refer(*import, path.span));
        let mut known = false;
        let imported = !resolved.found.is_empty();
        for found in resolved.found {
            match found.res {
                Res::Def(def) => {
                    known |= self.cx.kind(def) == DefKind::Macro && !self.is_behind(def, path);
                    self.use_macro_def(def, path.span, expanded);
                }
                Res::Ext(foreign) => self.note_connection(Head::Ext(foreign), path.span),
                Res::Mod(_) => {}
            }
        }
        if let (Some(last), false) = (path.segs.last(), known) {
            let named = self.cx.impls.members.by_name.get(&last.name);
            let macros: Vec<DefId> = (named.into_iter().flatten().copied())
                .filter(|def| {
                    is_macro(self.cx, *def) && (self.cx.in_textual_scope(*def, self.module) || self.is_loose(*def))
                })
                .collect();
            if macros.is_empty() && !imported {
                self.note_macro_in_scope(path);
            }
            if macros.is_empty() && expanded {
                self.foreign_rules.push(path.span);
            }
            macros.into_iter().for_each(|def| self.use_macro_def(def, path.span, expanded));
        }
    }

    /// Whether a macro by rules stands behind a call without a path: one from around may be meant, which that does not hide
    /// yet.
    fn is_behind(&self, def: DefId, call: &Path) -> bool {
        let defs = &self.cx.defs;
        let is_textual = call.single().is_some();
        let is_behind = || defs.get(self.cx.sources, def).span.start > call.span.start;
        is_textual && defs.file(def) == defs.file(self.owner) && is_behind()
    }

    /// Calls between the items of an impl are kept for their file, and may be of any macro in it.
    fn is_loose(&self, def: DefId) -> bool {
        let defs = &self.cx.defs;
        self.cx.kind(self.owner) == DefKind::Anonymous && defs.file(def) == defs.file(self.owner)
    }

    fn use_macro_def(&mut self, def: DefId, span: Span, expanded: bool) {
        if expanded {
            self.edge(Goal::Def(def), span, Why::Resolved);
        } else {
            self.refer(def, span);
        }
    }

    /// The definitions that a path means, with edges to them; `pattern` if it only looks at a variant.
    pub(super) fn path_meaning(&mut self, path: &Path, namespace: Namespace, pattern: bool) -> (Ids, Type) {
        let span = path.span;
        if let Some(qself) = &path.qself {
            return self.qualified_meaning(path, &qself.0, qself.1 as usize);
        }
        let head = path.segs.first();
        if path.lead == crate::facts::types::Lead::Plain
            && let Some(head) = head
        {
            let known = match head.name.as_str() {
                "Self" => Some(self.env.self_type.clone().unwrap_or(Type::Unknown)),
                // A type parameter is no value.
                _ if namespace == Namespace::Values && path.segs.len() == 1 => None,
                _ => self.env.params.iter().rev().find(|(param, _)| *param == head.name).map(|(_, ty)| ty.clone()),
            };
            if let Some(ty) = known {
                return self.in_type(&ty, path, 1, pattern);
            }
        }
        let resolved = super::paths::resolve(&self.cx.modules, self.cx, self.module, path, namespace);
        resolved.imports.iter().for_each(|import| self.refer(*import, span));
        if resolved.found.is_empty() {
            self.note_through_globs(path);
            match path.single().filter(|_| namespace == Namespace::Values) {
                Some(seg) => self.edge(Goal::Named(ByName::Alone, seg.name), span, Why::UnknownPath),
                None => self.unresolved(path),
            }
            return (Ids::new(), Type::Unknown);
        }
        let mut meant = Ids::new();
        let mut owner = Type::Unknown;
        for found in &resolved.found {
            owner = self.found_meaning(path, *found, pattern, &mut meant);
        }
        if resolved.found.len() > 1 {
            owner = Type::Unknown;
        }
        (meant, owner)
    }

    fn found_meaning(&mut self, path: &Path, found: Found, pattern: bool, meant: &mut Ids) -> Type {
        let whole = found.used >= path.segs.len();
        match found.res {
            Res::Def(def) if whole => {
                self.mention(def, path.span, pattern);
                meant.push(def);
                Type::Unknown
            }
            Res::Def(def) => {
                self.refer(def, path.span);
                let ty = self.owner_of(def, path, found.used);
                let (inner, owner) = self.in_type(&ty, path, found.used, pattern);
                meant.extend(inner);
                owner
            }
            Res::Mod(module) => {
                if !whole {
                    self.unresolved(path);
                } else if let Some(def) = self.cx.modules.get(module).def {
                    self.refer(def, path.span);
                }
                Type::Unknown
            }
            Res::Ext(foreign) => {
                self.note_foreign(Head::Ext(self.cx.canonical(foreign)), path.span);
                // `String::extension()`: an item of a trait of the workspace on a foreign type.
                if let Some(last) = path.segs.last().filter(|_| path.segs.len() > 1) {
                    self.trait_item_named(last.name, path.span);
                }
                Type::Unknown
            }
        }
    }

    /// The type whose item a path names: `Vec::<u8>::new`, `Alias::new`.
    fn owner_of(&mut self, def: DefId, path: &Path, used: usize) -> Type {
        let ty = self.cx.type_of_def(def);
        let written = used.checked_sub(1).and_then(|at| path.segs[at].args.as_ref());
        match (written, &ty) {
            (Some(written), Type::Adt(same, _)) if *same == def && !written.types.is_empty() => {
                let args = written.types.iter().map(|ty| self.lowered(ty)).collect();
                self.filled(&Type::Adt(def, args))
            }
            _ => ty,
        }
    }

    /// A variant in a pattern is looked at, not made: that keeps its enum, not the variant.
    fn mention(&mut self, def: DefId, span: Span, pattern: bool) {
        match self.cx.kind(def) {
            DefKind::Variant if pattern => {
                self.note_own(def, span);
                if let Some(parent) = self.cx.defs.parent(self.cx.sources, def) {
                    self.refer(parent, span);
                }
                self.mentions.push(Mention { of: def, by: self.owner, at: span.start });
            }
            _ => self.refer(def, span),
        }
    }

    /// Fields of this name that are written or looked past here.
    pub(super) fn mention_fields(&mut self, of: DefId, name: Name, span: Span) {
        let by = self.owner;
        let fields = self.cx.impls.members.field(of, name);
        if let [field] = fields {
            self.note_own(*field, span);
        }
        self.mentions.extend(fields.iter().map(|field| Mention { of: *field, by, at: span.start }));
    }

    /// The names of a path behind a type.
    fn in_type(&mut self, ty: &Type, path: &Path, used: usize, pattern: bool) -> (Ids, Type) {
        let span = path.span;
        let Some(seg) = path.segs.get(used) else {
            if let Type::Adt(def, _) = ty {
                self.refer(*def, span);
                return (SmallVec::from_slice(&[*def]), ty.clone());
            }
            return (Ids::new(), ty.clone());
        };
        if path.segs.len() > used + 1 {
            // `T::Item::method`.
            self.member_of(ty, seg.name, span, pattern);
            let is_self = used == 1 && path.segs[0].name == "Self";
            let of = if is_self { self.trait_around() } else { None };
            let inner = self.cx.project(ty, seg.name, of);
            return self.in_associated(&inner, path, used + 1, pattern);
        }
        (self.member_of(ty, seg.name, span, pattern), ty.clone())
    }

    /// The names of a path behind an associated type; where that is not known, what has the last of them.
    fn in_associated(&mut self, inner: &Type, path: &Path, used: usize, pattern: bool) -> (Ids, Type) {
        let inner = self.deep(inner);
        if matches!(inner, Type::Adt(..) | Type::Ext(..) | Type::Bound(_)) {
            return self.in_type(&inner, path, used, pattern);
        }
        if let Some(last) = path.segs.last() {
            self.edge(Goal::Named(ByName::Member, last.name), path.span, Why::UnknownPath);
        }
        (Ids::new(), Type::Unknown)
    }

    /// The trait of the impl around: its associated types are those that `Self::Name` means.
    pub(super) fn trait_around(&self) -> Option<Head> {
        let cx = self.cx;
        let mut around = std::iter::successors(Some(self.owner), |def| cx.defs.parent(cx.sources, *def));
        around.find_map(|def| match cx.impls.info(def)?.of_trait {
            ImplTrait::Local(of) => Some(Head::Own(of)),
            ImplTrait::Foreign(path) => Some(Head::Ext(cx.canonical(path))),
            ImplTrait::None | ImplTrait::Unknown => None,
        })
    }

    fn member_of(&mut self, ty: &Type, name: Name, span: Span, pattern: bool) -> Ids {
        let members = &self.cx.impls.members;
        let found: Ids = match ty.peeled() {
            Type::Adt(def, _) => {
                let inherent = members.inherent(*def, name);
                let own = members.variants(*def, name).iter().chain(inherent).copied();
                // An inherent item may be for other arguments of the type than those that are meant.
                let sure =
                    matches!(ty, Type::Adt(..)) && !inherent.is_empty() && self.surely_inherent(ty.peeled(), name);
                let of_traits = if sure { smallvec::SmallVec::new() } else { members.items_of_traits(*def, name) };
                own.chain(of_traits).collect()
            }
            Type::Bound(refs) => {
                let own = refs.iter().filter_map(|one| match one.of {
                    Head::Own(def) => Some(def),
                    Head::Ext(_) => None,
                });
                members.items_of_bounds(&own.collect::<Vec<_>>(), name).into_iter().collect()
            }
            Type::Unknown => {
                self.edge(Goal::Named(ByName::Member, name), span, Why::UnknownPath);
                return Ids::new();
            }
            _ => Ids::new(),
        };
        if found.is_empty() {
            self.trait_item_named(name, span);
        }
        for def in &found {
            self.mention(*def, span, pattern);
        }
        found
    }

    /// Whether an inherent item of a type is for it, with whatever arguments: it goes before those of traits.
    fn surely_inherent(&mut self, ty: &Type, name: Name) -> bool {
        let ty = self.filled(ty);
        let all = self.cx.candidates(&ty, name);
        all.iter().any(|one| one.inherent && one.holds == super::traits::Holds::Yes)
    }

    pub(super) fn trait_item_named(&mut self, name: Name, span: Span) {
        if self.cx.impls.members.any_trait_declares(name) {
            self.edge(Goal::Named(ByName::TraitItem, name), span, Why::ForeignReceiver);
        }
    }

    /// `<T as Trait>::name`, `<T>::name`.
    fn qualified_meaning(&mut self, path: &Path, ty: &crate::facts::Ty, position: usize) -> (Ids, Type) {
        let own = self.cx.lower(self.module, &self.env, ty);
        if position == 0 {
            return self.in_type(&own, path, 0, false);
        }
        let of_trait = Path { qself: None, segs: path.segs.iter().take(position).cloned().collect(), ..path.clone() };
        let (traits, _) = self.path_meaning(&of_trait, Namespace::Types, false);
        let Some(seg) = path.segs.get(position) else { return (Ids::new(), Type::Unknown) };
        let members = &self.cx.impls.members;
        let found: Ids = traits.iter().flat_map(|one| members.trait_item(*one, seg.name)).copied().collect();
        for def in &found {
            self.refer(*def, path.span);
        }
        if path.segs.len() > position + 1 {
            let of = self.cx.trait_ref(self.module, &self.env, &of_trait);
            let args = of.as_ref().map_or(&[][..], |of| &of.args[..]);
            let inner = self.cx.project_by(&own, seg.name, of.as_ref().map(|of| of.of), args);
            return self.in_associated(&inner, path, position + 1, false);
        }
        (found, own)
    }

    fn unresolved(&mut self, path: &Path) {
        for seg in &path.segs {
            self.edge(Goal::Named(ByName::Any, seg.name), path.span, Why::UnknownPath);
        }
    }

    /// A path as a value: its type, and the functions or constructors that it means with their owner.
    pub(super) fn value_path(&mut self, id: PathId) -> (Type, Ids, Type) {
        let body = self.body;
        let path = &body.paths[id as usize];
        self.path_args(path);
        if let Some(ty) = self.local_value(id) {
            return (ty, Ids::new(), Type::Unknown);
        }
        let (meant, owner) = self.path_meaning(path, Namespace::Values, false);
        self.note_meaning(&meant, path.span);
        let ty = match meant[..] {
            [def] => self.cx.value_type(def, &owner),
            _ => Type::Unknown,
        };
        (ty, meant, owner)
    }

    /// The path of a struct literal, or with `pattern` of a pattern with fields.
    pub(super) fn constructed_or_matched(&mut self, path: &Path, pattern: bool) -> (Type, Ids) {
        self.path_args(path);
        let (meant, owner) = self.path_meaning(path, Namespace::Types, pattern);
        if !pattern {
            self.note_meaning(&meant, path.span);
        }
        let ty = match meant[..] {
            [def] if self.cx.kind(def) == DefKind::Variant => match owner {
                Type::Adt(..) => owner,
                _ => self.cx.returned(def),
            },
            [def] => match owner {
                Type::Adt(..) => owner,
                _ => self.cx.type_of_def(def),
            },
            _ => Type::Unknown,
        };
        (ty, meant)
    }
}
