//! What macros may make of the types that they are given.
//!
//! In: tokens that nobody expands, the catalogue, the procedural macros of the workspace. Out: [`Unseen`]. It goes by what
//! rules can write: without the word `impl` they implement nothing, and without `Deref` no value leads to another type
//! by them. Rules are held to write what their callers give them, and what the macros write that they call in turn.

use super::procedural::Procedural;
use super::{Given, Unseen, called_unexpanded};
use crate::catalog::{Catalog, Made};
use crate::facts::body::{TokenName, TokenRole};
use crate::facts::{DefData, Path};
use crate::model::{DefKind, ModId, Name};
use crate::resolve::scopes::{Namespace, Res};
use crate::resolve::{Context, paths, prelude};
use rustc_hash::{FxHashMap, FxHashSet};

/// What is known of a macro of the workspace; of several of one name, all of it.
#[derive(Default)]
struct Rules {
    /// The word `impl` stands in it.
    implements: bool,
    /// Callers may give it that word.
    given_impl: bool,
    /// A name of `Deref` stands in it, or in what it is called from.
    derefs: bool,
    /// Macros that it calls.
    calls: Vec<Name>,
    makes: Unseen,
}

/// What macros may make of the types that they are given.
pub(super) struct Makers<'a> {
    catalog: &'a Catalog,
    own: FxHashMap<Name, Rules>,
    /// Other names that imports give to `Deref`.
    aliases: FxHashSet<Name>,
}

/// What the macros that a crate exports may make, where something is known of it: for those who read it as a dependency.
pub(in crate::resolve) fn of_exported_macros(cx: &Context<'_>) -> Vec<(Name, Unseen)> {
    let given = super::given(cx);
    let mut makers = Makers::named(cx, &Procedural::default(), &given);
    makers.learn(cx, &given);
    let facts = cx.defs.ids().map(|def| cx.defs.get(cx.sources, def));
    let exported = facts.filter(|facts| matches!(facts.data, DefData::Macro { exported: true }));
    exported.map(|facts| (facts.name, makers.of(facts.name))).filter(|(_, makes)| *makes < Unseen::Anything).collect()
}

impl<'a> Makers<'a> {
    /// Takes rules out of `given` that are never written unseen.
    pub(super) fn new(cx: &Context<'a>, procedural: &Procedural, given: &mut Vec<Given<'_>>) -> Self {
        let mut makers = Makers::named(cx, procedural, given);
        let to = given.iter().filter_map(|one| makers.given_to(cx, one));
        let unexpanded = called_unexpanded(cx, &given[..], to);
        given.retain(|one| one.rules_of.is_none_or(|name| unexpanded.contains(&name)));
        makers.learn(cx, given);
        makers
    }

    /// The macros of the workspace by name, with those that they call.
    fn named(cx: &Context<'a>, procedural: &Procedural, given: &[Given<'_>]) -> Self {
        let mut makers = Makers { catalog: cx.catalog, own: FxHashMap::default(), aliases: aliases_of_deref(cx) };
        for name in given.iter().filter_map(|one| one.rules_of) {
            makers.own.entry(name).or_default();
        }
        // Of rules without a template nothing is known.
        for facts in cx.defs.ids().map(|def| cx.defs.get(cx.sources, def)) {
            if facts.kind == DefKind::Macro && !makers.own.contains_key(&facts.name) {
                makers.own.entry(facts.name).or_default().makes = Unseen::Anything;
            }
        }
        for (name, makes) in procedural.functions() {
            let known = makers.own.entry(name).or_default();
            known.implements = true;
            known.makes = makes.max(known.makes);
        }
        for one in given {
            let calls = makers.called(one.tokens);
            if let Some(rules) = one.rules_of.and_then(|name| makers.own.get_mut(&name)) {
                rules.calls.extend(calls);
            }
        }
        makers
    }

    /// What may be made with the words that stand in rules and in calls.
    fn learn(&mut self, cx: &Context<'_>, given: &[Given<'_>]) {
        for one in given {
            self.add_words(cx, one);
        }
        self.settle();
    }

    /// The macros that are called in tokens, by their last names: a macro may be handed on by its name alone.
    fn called(&self, tokens: &[TokenName]) -> Vec<Name> {
        let named = tokens.iter().filter_map(|token| Some((token.role, *token.path.last()?)));
        let calls = named.filter(|(role, name)| match role {
            TokenRole::Macro | TokenRole::MacroAnywhere | TokenRole::MacroOfPath => true,
            TokenRole::Any | TokenRole::Crate | TokenRole::OwnCrate => self.own.contains_key(name),
            _ => false,
        });
        calls.map(|(_, name)| name).collect()
    }

    /// Notes which words stand in rules, and which ones callers give to macros.
    fn add_words(&mut self, cx: &Context<'_>, one: &Given<'_>) {
        let (implements, derefs) = self.words(one.tokens);
        let to = self.given_to(cx, one);
        for name in one.rules_of.into_iter().chain(to).chain(self.called(one.tokens)) {
            if let Some(rules) = self.own.get_mut(&name) {
                rules.derefs |= derefs;
            }
        }
        if let Some(rules) = one.rules_of.and_then(|name| self.own.get_mut(&name)) {
            rules.implements |= implements;
        }
        let inner = with_role(one.tokens, TokenRole::GivenImpl);
        for name in to.filter(|_| implements).into_iter().chain(inner) {
            if let Some(rules) = self.own.get_mut(&name) {
                rules.given_impl = true;
            }
        }
    }

    /// Words go from a macro to those that it calls, what is made with them comes back, until nothing is new.
    fn settle(&mut self) {
        let mut names: Vec<Name> = self.own.keys().copied().collect();
        names.sort_unstable();
        let mut changed = true;
        while std::mem::take(&mut changed) {
            for name in &names {
                let Some(rules) = self.own.get_mut(name) else { continue };
                let (given_impl, derefs) = (rules.given_impl, rules.derefs);
                let implements = rules.implements || given_impl;
                let calls = std::mem::take(&mut rules.calls);
                let mut makes = if implements { Unseen::Members } else { Unseen::Nothing };
                for call in &calls {
                    makes = makes.max(self.of(*call));
                    if let Some(inner) = self.own.get_mut(call) {
                        changed |= (given_impl && !inner.given_impl) || (derefs && !inner.derefs);
                        inner.given_impl |= given_impl;
                        inner.derefs |= derefs;
                    }
                }
                makes = with_deref(makes, derefs);
                if let Some(rules) = self.own.get_mut(name) {
                    rules.calls = calls;
                    changed |= makes > rules.makes;
                    rules.makes = makes.max(rules.makes);
                }
            }
        }
    }

    /// What a macro may make, by its last name.
    fn of(&self, name: Name) -> Unseen {
        match self.own.get(&name) {
            Some(own) => own.makes,
            None => self.catalog.made_by_macro(&name).into(),
        }
    }

    /// The last name of the macro that tokens are given to, behind an import that renames it.
    fn given_to(&self, cx: &Context<'_>, one: &Given<'_>) -> Option<Name> {
        let (path, module) = one.given_to?;
        let last = path.segs.last()?.name;
        if self.own.contains_key(&last) || self.catalog.made_by_macro(&last) != Made::Unknown {
            return Some(last);
        }
        match meant(cx, path, module) {
            Some(Res::Def(def)) => Some(cx.defs.get(cx.sources, def).name),
            _ => Some(last),
        }
    }

    /// What the macro may make that tokens are given to.
    fn by_receiver(&self, cx: &Context<'_>, one: &Given<'_>) -> Unseen {
        let (Some(name), Some((path, module))) = (self.given_to(cx, one), one.given_to) else { return Unseen::Nothing };
        let is_own = self.own.contains_key(&name);
        let foreign = || match meant(cx, path, module) {
            Some(Res::Ext(found)) => Some(by_foreign(cx, found)),
            _ => None,
        };
        match self.catalog.made_by_macro(&name) {
            // `other_crate::name!`, where the workspace has one of that name.
            Made::Unknown if is_own && path.segs.len() > 1 => foreign().unwrap_or_else(|| self.of(name)),
            Made::Unknown if !is_own => foreign().unwrap_or(Unseen::Anything),
            _ => self.of(name),
        }
    }

    /// What may be made of the types that tokens name.
    pub(super) fn made(&self, cx: &Context<'_>, one: &Given<'_>) -> Unseen {
        if let Some(name) = one.rules_of {
            return self.of(name);
        }
        // Any word of a file that does not parse may be used in any way.
        if one.tokens.iter().any(|token| token.role == TokenRole::Unread) {
            return Unseen::Anything;
        }
        let (implements, derefs) = self.words(one.tokens);
        let by = self.by_receiver(cx, one);
        let makes = self.called(one.tokens).into_iter().map(|name| self.of(name)).fold(by, Unseen::max);
        with_deref(makes.max(if implements { Unseen::Members } else { Unseen::Nothing }), derefs)
    }

    /// Whether nothing but an `impl` that stands in these tokens can make something of the types in them.
    pub(super) fn only_implements(&self, cx: &Context<'_>, one: &Given<'_>) -> bool {
        let is_read = one.tokens.iter().all(|token| token.role != TokenRole::Unread);
        is_read
            && self.by_receiver(cx, one) == Unseen::Nothing
            && self.called(one.tokens).into_iter().all(|name| self.of(name) == Unseen::Nothing)
    }

    /// Whether tokens are given to a macro of the ecosystem that takes items and implements something for these alone.
    pub(super) fn takes_items(&self, one: &Given<'_>) -> bool {
        let last = one.given_to.and_then(|(path, _)| path.segs.last()).map(|seg| seg.name);
        last.is_some_and(|name| !self.own.contains_key(&name) && self.catalog.made_by_macro(&name) == Made::Members)
    }

    /// Whether the word `impl` and a name of `Deref` stand in tokens.
    fn words(&self, tokens: &[TokenName]) -> (bool, bool) {
        let implements = tokens.iter().any(|token| token.role == TokenRole::Impl);
        let is_deref = |name: &Name| name.starts_with("Deref") || self.aliases.contains(name);
        (implements, tokens.iter().flat_map(|token| &token.path).any(is_deref))
    }
}

/// What a macro of another crate may make, as far as its rules were read.
pub(super) fn by_foreign(cx: &Context<'_>, path: Name) -> Unseen {
    let path = cx.canonical(path);
    let known = cx.libraries.made_by_macro(prelude::first(path.as_str()), prelude::last(path));
    known.unwrap_or(Unseen::Anything)
}

/// The one thing that the path of a macro means.
fn meant(cx: &Context<'_>, path: &Path, module: Option<ModId>) -> Option<Res> {
    let resolved = paths::resolve(&cx.modules, cx, module?, path, Namespace::Macros);
    match resolved.found[..] {
        [found] if found.used == path.segs.len() => Some(found.res),
        _ => None,
    }
}

fn with_deref(makes: Unseen, derefs: bool) -> Unseen {
    if derefs && makes == Unseen::Members { Unseen::Anything } else { makes }
}

fn with_role(tokens: &[TokenName], role: TokenRole) -> impl Iterator<Item = Name> {
    tokens.iter().filter(move |token| token.role == role).filter_map(|token| token.path.last().copied())
}

fn aliases_of_deref(cx: &Context<'_>) -> FxHashSet<Name> {
    let imports = cx.sources.files.iter().flat_map(|file| &file.facts.imports);
    let of_deref = imports.filter(|it| it.path.segs.last().is_some_and(|seg| seg.name.starts_with("Deref")));
    of_deref.filter_map(|import| import.alias).collect()
}
