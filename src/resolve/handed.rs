//! What macros of other crates may do with what they are given, where their rules were not read.
//!
//! In: a call that is not expanded, of a macro of which nothing is known. Out: uses of all methods of the types and traits that
//! it is given, and of those of the locals. What a macro could reach through fields and results of these is not known here.

use super::bodies::Walk;
use super::calls::own_def;
use super::scopes::{Namespace, Res};
use super::types::Type;
use crate::facts::Path;
use crate::facts::body::{MacroCall, TokenName, TokenRole};
use crate::facts::types::{Lead, Seg};
use crate::model::{DefId, DefKind, Name};
use rustc_hash::FxHashSet;

impl Walk<'_> {
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

/// The type of the workspace that a value is of, behind references, or the traits that it is known by.
fn of_own(ty: &Type) -> Vec<DefId> {
    match ty.peeled() {
        Type::Adt(def, _) => vec![*def],
        Type::Bound(refs) => refs.iter().filter_map(|one| own_def(one.of)).collect(),
        _ => vec![],
    }
}
