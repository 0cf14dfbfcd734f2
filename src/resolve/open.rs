//! Types of which not all is seen, because of tokens that nobody expands: the arguments and the rules of macros, derives and
//! attributes (`attributes.rs`).
//!
//! In: the names in such tokens. Out: how much may be unseen of each type that they name ([`Unseen`]). What macros can make of
//! them, `makers.rs` says. The rules of a macro of which every call was expanded write nothing that is not seen.

mod attributes;
mod makers;
mod procedural;
mod subjects;

use super::Context;
use super::paths::Kinds;
use super::unread;
use crate::catalog::Made;
use crate::facts::body::TokenName;
use crate::facts::{Def, Expr, Path};
use crate::model::{DefId, DefKind, FileId, ModId, Name, Span};
use makers::Makers;
pub(super) use makers::of_exported_macros;
use procedural::Procedural;
pub(super) use procedural::of_procedural_macros;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

/// How much of a type may be unseen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

/// Tokens that nobody expands: those that a macro is given, or its rules.
struct Given<'a> {
    /// The macro whose rules they are.
    rules_of: Option<Name>,
    /// The macro that they are given to, and the module of the call.
    given_to: Option<(&'a Path, Option<ModId>)>,
    /// The call, in its file.
    call: Option<(FileId, Span)>,
    tokens: &'a [TokenName],
}

/// How much may be unseen of types, by definition; of the others it is nothing.
pub(super) fn of_types(cx: &Context<'_>, by_name: &FxHashMap<Name, Vec<DefId>>) -> FxHashMap<DefId, Unseen> {
    let procedural = Procedural::of(cx);
    let mut given = given(cx);
    let makers = Makers::new(cx, &procedural, &mut given);
    let mut all: FxHashMap<DefId, Unseen> = attributes::of_attributes(cx, &procedural).into_iter().collect();
    for one in &given {
        for def in written_unseen(cx, one) {
            all.insert(def, Unseen::Anything);
        }
        let makes = makers.made(cx, one);
        if makes == Unseen::Nothing {
            continue;
        }
        let only_in = one.call.filter(|_| makers.takes_items(one));
        let is_meant = |def: DefId| {
            let span = cx.defs.get(cx.sources, def).span;
            let inside = |(file, call): (FileId, Span)| {
                cx.defs.file(def) == file && call.start <= span.start && span.end <= call.end
            };
            cx.kind(def).is_adt() && only_in.is_none_or(inside)
        };
        let text =
            one.call.filter(|_| makers.only_implements(cx, one)).map(|(file, _)| &*cx.sources.files[file.index()].text);
        let is_named = |token: &&TokenName| text.is_none_or(|text| subjects::may_be_subject(text, token.span));
        for name in one.tokens.iter().filter(is_named).filter_map(|token| token.path.last()) {
            let types = by_name.get(name).into_iter().flatten();
            for def in types.filter(|def| is_meant(**def)) {
                let known = all.entry(*def).or_default();
                *known = makes.max(*known);
            }
        }
    }
    all
}

/// The types for which source that is included and was not read may implement anything.
fn written_unseen(cx: &Context<'_>, one: &Given<'_>) -> Vec<DefId> {
    let (Some((path, Some(module))), Some((file, call))) = (one.given_to, one.call) else { return vec![] };
    if !unread::is_unread_include(cx, path, file, call) {
        return vec![];
    }
    unread::in_sight(cx, module).into_iter().filter(|def| cx.kind(*def).is_adt()).collect()
}

fn given<'a>(cx: &Context<'a>) -> Vec<Given<'a>> {
    let mut all = vec![];
    for def in cx.defs.ids() {
        let facts: &'a Def = cx.defs.get(cx.sources, def);
        let Some(body) = facts.body.as_deref() else { continue };
        for expr in &body.exprs {
            if let Expr::Macro(call) = expr
                && !call.expanded
            {
                let given_to = Some((&body.paths[call.path as usize], cx.modules.home(def)));
                let place = Some((cx.defs.file(def), call.span));
                all.push(Given { rules_of: None, given_to, call: place, tokens: &call.tokens });
            }
        }
        match facts.kind {
            DefKind::Template => {
                all.push(Given { rules_of: Some(facts.name), given_to: None, call: None, tokens: &body.tokens });
            }
            DefKind::Anonymous if !body.tokens.is_empty() => {
                all.push(Given { rules_of: None, given_to: None, call: None, tokens: &body.tokens });
            }
            _ => {}
        }
    }
    all
}

/// The macros of the workspace that are called where the call is not expanded, or may be: any word in tokens may be the
/// name of one that is called there. `to` are the macros that tokens are given to.
fn called_unexpanded(cx: &Context<'_>, given: &[Given<'_>], to: impl Iterator<Item = Name>) -> FxHashSet<Name> {
    let mut rules: FxHashMap<Name, Vec<&[TokenName]>> = FxHashMap::default();
    for one in given {
        if let Some(name) = one.rules_of {
            rules.entry(name).or_default().push(one.tokens);
        }
    }
    let calls = given.iter().filter(|one| one.rules_of.is_none()).flat_map(|one| one.tokens);
    // `#[apply(a_macro)]`, and macros in types.
    let bodies = cx.defs.ids().map(|def| cx.defs.get(cx.sources, def)).filter(|def| def.kind != DefKind::Template);
    let attributes = bodies.filter_map(|def| def.body.as_deref()).flat_map(|body| &body.tokens);
    let mut work: Vec<Name> =
        calls.chain(attributes).filter_map(|token| token.path.last().copied()).chain(to).collect();
    let mut called = FxHashSet::default();
    while let Some(name) = work.pop() {
        let Some(rules) = rules.get(&name).filter(|_| called.insert(name)) else { continue };
        work.extend(rules.iter().copied().flatten().filter_map(|token| token.path.last().copied()));
    }
    called
}
