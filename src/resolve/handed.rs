//! What macros of other crates may do with what they are given, where their rules were not read.
//!
//! In: a call that is not expanded, of a macro of which nothing is known; derives and attributes of which nothing is. Out: uses of
//! all methods of the types and traits that it is given, and of those of the locals; for derives and attributes, of the
//! types of fields, parameters and results. What a macro could reach through fields and results of these is not known here.

use super::Context;
use super::bodies::Walk;
use super::calls::own_def;
use super::inert::{field_type, parts};
use super::scopes::{Namespace, Res};
use super::texts::as_path;
use super::textual::is_macro;
use super::types::Type;
use crate::catalog::Made;
use crate::discover::TargetKind;
use crate::facts::body::{MacroCall, TokenName, TokenRole};
use crate::facts::types::{Lead, Seg};
use crate::facts::{Attr, Attrs, Def, DefData, Path};
use crate::model::{DefId, DefKind, Name};
use crate::parse::Mount;
use rustc_hash::FxHashSet;

impl Walk<'_> {
    /// Keeps what derives and attributes may call on the types in what they stand on: `bitfield` makes numbers of fields and
    /// back, by functions of these.
    pub(super) fn hand_to_attributes(&mut self, def: &Def) {
        let is_given = def.kind.is_adt() || def.kind.is_fn();
        if !is_given || def.attrs.derives.is_empty() && def.attrs.others.is_empty() || !self.is_handed_out(&def.attrs) {
            return;
        }
        let mut given = vec![];
        let mut note = |ty: Type| {
            ty.map(&mut |part| {
                if let Type::Adt(of, _) = part {
                    given.push(*of);
                }
                None
            });
        };
        match &def.data {
            DefData::Fn(sig) => sig.params.iter().chain(&sig.ret).for_each(|ty| note(self.lowered(ty))),
            _ => parts(self.cx, self.owner).into_iter().for_each(|field| note(field_type(self.cx, field))),
        }
        given.sort_unstable();
        given.dedup();
        // What has the item for itself is not handed out.
        let own = [Some(self.owner), self.env.self_type.as_ref().and_then(|ty| of_own(ty).first().copied())];
        given.retain(|of| !own.contains(&Some(*of)));
        for of in given {
            self.whole_type(of, def.name_span);
        }
    }

    /// Whether there is a derive or an attribute of another crate of which nothing is known.
    fn is_handed_out(&self, attrs: &Attrs) -> bool {
        let catalog = self.cx.catalog;
        let is_helper = |attr: &Attr| {
            let mut derives = attrs.derives.iter().filter_map(|path| path.segs.last());
            catalog.is_helper(&attr.path) || derives.any(|derive| catalog.is_helper_of(&derive.name, &attr.path))
        };
        let derive = |path: &&Path| path.segs.last().is_some_and(|last| !catalog.knows_derive(&last.name));
        let attribute = |attr: &&Attr| catalog.made_by_attribute(&attr.path) == Made::Unknown && !is_helper(attr);
        attrs.derives.iter().filter(derive).any(|path| self.is_foreign_macro(path))
            || attrs.others.iter().filter(attribute).any(|attr| self.is_foreign_macro(&as_path(attr.path)))
    }

    /// Whether a macro may be one of another crate: what the workspace's own ones write is kept with these.
    fn is_foreign_macro(&self, path: &Path) -> bool {
        let cx = self.cx;
        let found = super::paths::resolve(&cx.modules, cx, self.module, path, Namespace::Macros).found;
        let named = path.segs.last().and_then(|last| cx.impls.members.by_name.get(&last.name)).into_iter().flatten();
        match &found[..] {
            // An attribute macro may read what derives read, too.
            [] => {
                let is_helper = |last: Name| cx.own_helpers.contains(&last) || cx.catalog.is_helper_of_any(&last);
                let is_read = |last: &Seg| path.segs.len() == 1 && is_helper(last.name);
                !path.segs.last().is_some_and(is_read) && !named.copied().any(|def| is_macro(cx, def))
            }
            found => found.iter().any(|found| matches!(found.res, Res::Ext(_))),
        }
    }

    /// Keeps what an unknown macro may call on types and values in its arguments.
    pub(super) fn hand_to_macro(&mut self, path: &Path, call: &MacroCall) {
        let Some(last) = path.segs.last() else { return };
        let catalog = self.cx.catalog;
        if call.expanded || catalog.describes_macro(&last.name) {
            return;
        }
        // What the rules of the workspace's own macros name is kept with these.
        let named = super::paths::resolve(&self.cx.modules, self.cx, self.module, path, Namespace::Macros).found;
        let is_far = named.iter().any(|found| matches!(found.res, Res::Ext(_)));
        if !is_far && (!named.is_empty() || self.may_be_own_macro(path)) {
            return;
        }
        let mut given: FxHashSet<DefId> = FxHashSet::default();
        let text = &self.cx.sources.files[self.cx.defs.file(self.owner).index()].text;
        let words = text.get(call.span.start as usize..call.span.end as usize).unwrap_or("");
        if words.split(|sign: char| !sign.is_alphanumeric() && sign != '_').any(|word| matches!(word, "self" | "Self"))
        {
            given.extend(self.env.self_type.iter().flat_map(of_own));
        }
        let mut words: FxHashSet<Name> = FxHashSet::default();
        for token in call.tokens.iter().filter(|token| matches!(token.role, TokenRole::Any | TokenRole::Crate)) {
            self.types_given(token, &mut given);
            if let [single] = token.path[..] {
                words.insert(single);
            }
        }
        // All locals of a name: which one is meant, the macro may have changed.
        let locals = self.locals.iter().filter(|local| words.contains(&local.name) && !local.ty.is_unknown());
        given.extend(locals.flat_map(|local| of_own(&self.deep(&local.ty))));
        let mut given: Vec<DefId> = given.into_iter().collect();
        given.sort_unstable();
        for def in given {
            match self.cx.defs.kind(def) {
                DefKind::Trait => {
                    let items = super::members::children(self.cx, def);
                    items.into_iter().for_each(|item| self.refer(item, call.span));
                }
                _ => self.whole_type(def, call.span),
            }
        }
    }

    fn types_given(&self, token: &TokenName, given: &mut FxHashSet<DefId>) {
        let lead = if token.role == TokenRole::Crate { Lead::Crate } else { Lead::Plain };
        let segs = token.path.iter().map(|name| Seg { name: *name, args: None }).collect();
        let path = Path { qself: None, lead, segs, span: token.span };
        let named = super::paths::resolve(&self.cx.modules, self.cx, self.module, &path, Namespace::Types);
        if named.found.is_empty() {
            // `super::Type`, or a type that the rules name from where they stand.
            let all = token.path.last().and_then(|last| self.cx.impls.members.by_name.get(last));
            given.extend(all.into_iter().flatten().filter(|def| self.cx.defs.kind(**def).is_adt()));
        }
        given.extend(named.found.iter().filter_map(|found| match found.res {
            Res::Def(def) if found.used == token.path.len() => Some(def),
            _ => None,
        }));
    }
}

/// Attributes that derives of the workspace read.
pub(super) fn own_helpers(cx: &Context<'_>) -> FxHashSet<Name> {
    let is_procedural = |mount: &&Mount| cx.workspace.targets[mount.target.index()].kind == TargetKind::ProcMacro;
    let files = cx.sources.mounts.iter().filter(is_procedural).map(|mount| &cx.sources.files[mount.file.index()]);
    let macros = files.flat_map(|file| &file.facts.defs).filter_map(Def::procedural_macro);
    macros.flat_map(|of| of.helpers).collect()
}

/// The type of the workspace that a value is of, behind references, or the traits that it is known by.
fn of_own(ty: &Type) -> Vec<DefId> {
    match ty.peeled() {
        Type::Adt(def, _) => vec![*def],
        Type::Bound(refs) => refs.iter().filter_map(|one| own_def(one.of)).collect(),
        _ => vec![],
    }
}
