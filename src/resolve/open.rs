//! Types of which not all is seen, because of tokens that nobody expands: the arguments and the rules of macros, derives and
//! attributes (`attributes.rs`).
//!
//! In: the names in such tokens. Out: how much may be unseen of each type that they name ([`Unseen`]). It goes by what rules
//! can write: without the word `impl` they implement nothing, and without `Deref` no value leads to another type by
//! them. Rules are held to write what their callers give them, and what the macros write that they call in turn.

mod attributes;
mod procedural;

use procedural::Procedural;

use super::Context;
use super::paths::{self, Kinds};
use super::scopes::{Namespace, Res};
use crate::catalog::{Catalog, Made};
use crate::facts::body::{TokenName, TokenRole};
use crate::facts::{Def, Expr, Path};
use crate::model::{DefId, DefKind, ModId, Name};
use rustc_hash::{FxHashMap, FxHashSet};

/// How much of a type may be unseen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unseen {
    /// Nothing.
    #[default]
    Nothing,
    /// Items of its own and impls of traits; it does not dereference by them.
    Members,
    /// It may dereference as well, to whatever it is.
    Anything,
}

impl From<Made> for Unseen {
    fn from(made: Made) -> Self {
        match made {
            Made::Nothing => Unseen::Nothing,
            Made::Members => Unseen::Members,
            Made::Unknown => Unseen::Anything,
        }
    }
}

/// Tokens that nobody expands.
struct Given<'a> {
    /// The macro whose rules they are.
    rules_of: Option<Name>,
    /// The macro that they are given to, and the module of the call.
    given_to: Option<(&'a Path, Option<ModId>)>,
    tokens: &'a [TokenName],
}

/// What is known of a macro of the workspace; of several of one name, all of it.
#[derive(Default)]
struct Rules {
    /// The word `impl` stands in it, or where it is called.
    implements: bool,
    /// So does a name of `Deref`.
    derefs: bool,
    /// Macros that it calls.
    calls: Vec<Name>,
    makes: Unseen,
}

/// What macros may make of the types that they are given.
struct Makers<'a> {
    catalog: &'a Catalog,
    own: FxHashMap<Name, Rules>,
    /// Other names that imports give to `Deref`.
    aliases: FxHashSet<Name>,
}

/// How much may be unseen of types, by definition; of the others it is nothing.
pub(super) fn of_types(cx: &Context<'_>, by_name: &FxHashMap<Name, Vec<DefId>>) -> FxHashMap<DefId, Unseen> {
    let procedural = Procedural::of(cx);
    let given = given(cx);
    let makers = Makers::new(cx, &procedural, &given);
    let mut all: FxHashMap<DefId, Unseen> = attributes::of_attributes(cx, &procedural).into_iter().collect();
    for one in &given {
        let makes = makers.made(cx, one);
        if makes == Unseen::Nothing {
            continue;
        }
        for name in one.tokens.iter().filter_map(|token| token.path.last()) {
            let types = by_name.get(name).into_iter().flatten();
            for def in types.filter(|def| cx.kind(**def).is_adt()) {
                let known = all.entry(*def).or_default();
                *known = makes.max(*known);
            }
        }
    }
    all
}

fn given<'a>(cx: &Context<'a>) -> Vec<Given<'a>> {
    let mut all = vec![];
    for def in cx.defs.ids() {
        let facts: &'a Def = cx.defs.get(cx.sources, def);
        let Some(body) = facts.body.as_deref() else { continue };
        for expr in &body.exprs {
            if let Expr::Macro(call) = expr
                && !call.tokens.is_empty()
            {
                let given_to = Some((&body.paths[call.path as usize], cx.modules.home(def)));
                all.push(Given { rules_of: None, given_to, tokens: &call.tokens });
            }
        }
        match facts.kind {
            DefKind::Template => {
                all.push(Given { rules_of: Some(facts.name), given_to: None, tokens: &body.tokens });
            }
            DefKind::Anonymous if !body.tokens.is_empty() => {
                all.push(Given { rules_of: None, given_to: None, tokens: &body.tokens });
            }
            _ => {}
        }
    }
    all
}

impl<'a> Makers<'a> {
    fn new(cx: &Context<'a>, procedural: &Procedural, given: &[Given<'_>]) -> Self {
        let mut makers = Makers { catalog: cx.catalog, own: FxHashMap::default(), aliases: aliases_of_deref(cx) };
        for one in given {
            if let Some(name) = one.rules_of {
                makers.own.entry(name).or_default().calls.extend(called(one.tokens));
            }
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
            let (implements, derefs) = makers.words(one.tokens);
            let to = makers.given_to(cx, one);
            for name in one.rules_of.into_iter().chain(to).chain(called(one.tokens)) {
                if let Some(rules) = makers.own.get_mut(&name) {
                    rules.implements |= implements;
                    rules.derefs |= derefs;
                }
            }
        }
        makers.settle();
        makers
    }

    /// Words go from a macro to those that it calls, what is made with them comes back, until nothing is new.
    fn settle(&mut self) {
        let mut names: Vec<Name> = self.own.keys().copied().collect();
        names.sort_unstable();
        let mut changed = true;
        while std::mem::take(&mut changed) {
            for name in &names {
                let Some(rules) = self.own.get_mut(name) else { continue };
                let (implements, derefs) = (rules.implements, rules.derefs);
                let calls = std::mem::take(&mut rules.calls);
                let mut makes = if implements { Unseen::Members } else { Unseen::Nothing };
                for call in &calls {
                    makes = makes.max(self.of(*call));
                    if let Some(inner) = self.own.get_mut(call) {
                        changed |= (implements && !inner.implements) || (derefs && !inner.derefs);
                        inner.implements |= implements;
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
        let resolved = paths::resolve(&cx.modules, cx, module?, path, Namespace::Macros);
        match resolved.found[..] {
            [found] if found.used == path.segs.len() => match found.res {
                Res::Def(def) => Some(cx.defs.get(cx.sources, def).name),
                _ => Some(last),
            },
            _ => Some(last),
        }
    }

    /// What may be made of the types that tokens name.
    fn made(&self, cx: &Context<'_>, one: &Given<'_>) -> Unseen {
        if let Some(name) = one.rules_of {
            return self.of(name);
        }
        // Any word of a file that does not parse may be used in any way.
        if one.given_to.is_none() && one.tokens.iter().any(|token| token.role == TokenRole::Unread) {
            return Unseen::Anything;
        }
        let (implements, derefs) = self.words(one.tokens);
        let to = self.given_to(cx, one);
        let makes = to.into_iter().chain(called(one.tokens)).map(|name| self.of(name)).max().unwrap_or_default();
        with_deref(makes.max(if implements { Unseen::Members } else { Unseen::Nothing }), derefs)
    }

    /// Whether the word `impl` and a name of `Deref` stand in tokens.
    fn words(&self, tokens: &[TokenName]) -> (bool, bool) {
        let implements = tokens.iter().any(|token| token.role == TokenRole::Impl);
        let is_deref = |name: &Name| name.starts_with("Deref") || self.aliases.contains(name);
        (implements, tokens.iter().flat_map(|token| &token.path).any(is_deref))
    }
}

fn with_deref(makes: Unseen, derefs: bool) -> Unseen {
    if derefs && makes == Unseen::Members { Unseen::Anything } else { makes }
}

/// The macros that are called in tokens, by their last names.
fn called(tokens: &[TokenName]) -> impl Iterator<Item = Name> {
    let calls = tokens.iter().filter(|token| token.role == TokenRole::Macro);
    calls.filter_map(|token| token.path.last().copied())
}

fn aliases_of_deref(cx: &Context<'_>) -> FxHashSet<Name> {
    let imports = cx.sources.files.iter().flat_map(|file| &file.facts.imports);
    let of_deref = imports.filter(|it| it.path.segs.last().is_some_and(|seg| seg.name.starts_with("Deref")));
    of_deref.filter_map(|import| import.alias).collect()
}
