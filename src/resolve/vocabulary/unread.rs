//! What source can name that is included and was not read.
//!
//! In: calls that include such source. Out: for each package with some of it, all that it may name. That can be told of what the
//! build script of the package writes with `quote!` alone: it has the words of the script, and what is in sight where it is
//! included. A script that makes names or code of texts, takes code from elsewhere, or has others do so may name anything, and
//! so may whatever else is not there.

use super::super::generated::runs_in;
use super::super::packages::linked;
use super::super::paths::Kinds;
use super::super::unread::in_sight;
use super::super::{ByName, Goal, ImplTrait, Pieces, Why};
use super::tables::Tables;
use crate::discover::{Target, TargetKind};
use crate::facts::Expr;
use crate::model::{DefId, DefKind, ModId, Name, Span, TargetId};
use rustc_hash::FxHashSet;

/// What some source that was not read may name.
#[derive(Default)]
pub(super) struct Unread {
    /// Nothing is known of it.
    pub(super) is_anything: bool,
    /// What is in sight where it is included.
    pub(super) sight: Vec<DefId>,
    /// What the script is made of that writes it.
    pub(super) source: Vec<DefId>,
    /// The words of the script, and all names that it may put together.
    pub(super) words: Vec<Name>,
}

/// For each package what such source of it may name, if it has any; `includes` are the definitions with the calls.
pub(super) fn by_package(tables: &Tables<'_>, includes: &[(DefId, Span)]) -> Vec<Option<Unread>> {
    let cx = tables.cx;
    let mut all: Vec<Option<Unread>> = cx.workspace.packages.iter().map(|_| None).collect();
    for (def, call) in includes {
        for home in cx.modules.homes(*def) {
            let target = &cx.workspace.targets[cx.modules.get(*home).target.index()];
            let unread = all[target.package.index()].get_or_insert_default();
            if target.kind != TargetKind::BuildScript && is_of_own_script(tables, *def, *call) {
                unread.sight.extend(in_sight(cx, *home));
            } else {
                unread.is_anything = true;
            }
        }
    }
    for (package, unread) in all.iter_mut().enumerate() {
        let Some(unread) = unread.as_mut().filter(|unread| !unread.is_anything) else { continue };
        unread.sight.sort_unstable();
        unread.sight.dedup();
        unread.is_anything = !add_script(tables, package, unread);
    }
    all
}

/// Whether a call between items includes a file of the folder that the script of its own package writes to.
fn is_of_own_script(tables: &Tables<'_>, def: DefId, call: Span) -> bool {
    let cx = tables.cx;
    let text = &cx.sources.files[cx.defs.file(def).index()].text;
    let call = text.get(call.start as usize..call.end as usize).unwrap_or("");
    let call: String = call.chars().filter(|sign| !sign.is_whitespace()).collect();
    let path = call.strip_prefix("include!(concat!(env!(\"OUT_DIR\"),\"/").and_then(|rest| rest.split_once('"'));
    let is_plain =
        path.is_some_and(|(path, rest)| !path.contains("..") && matches!(rest, "))" | "));" | ",))" | ",));"));
    is_plain && tables.is_between_items(def)
}

/// Adds what the build script of a package may name in what it writes; whether that can be told.
fn add_script(tables: &Tables<'_>, package: usize, unread: &mut Unread) -> bool {
    let cx = tables.cx;
    let mut scripts = cx.workspace.targets.iter().enumerate();
    let is_it = |target: &Target| target.kind == TargetKind::BuildScript && target.package.index() == package;
    let Some(script) = scripts.find_map(|(at, target)| is_it(target).then_some(at)) else { return false };
    if !cx.writers.runs[script] || runs_in(cx, TargetId::new(script)).is_none() {
        return false;
    }
    let mut mounts = cx.sources.mounts.iter().filter(|mount| mount.target.index() == script);
    let makes_code = mounts.any(|mount| {
        let text = &cx.sources.files[mount.file.index()].text;
        let text: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
        cx.catalog.may_make_code(&text)
    });
    if makes_code {
        return false;
    }
    let is_source =
        |def: &DefId| cx.modules.homes(*def).iter().any(|home| cx.modules.get(*home).target.index() == script);
    unread.source = cx.defs.ids().filter(is_source).collect();
    !may_others_write(tables, package, &unread.source) && add_words(tables, unread)
}

/// Whether something that the build script of a package depends on may write code for it. A library of the workspace does not
/// that cannot make tokens and of which nothing is run: the script has types and derives of it.
fn may_others_write(tables: &Tables<'_>, package: usize, source: &[DefId]) -> bool {
    let cx = tables.cx;
    let packages = &cx.workspace.packages;
    let mut libraries = linked(cx.workspace, package, true);
    libraries[package] = false;
    let is_library = |name: &str| packages.iter().zip(&libraries).any(|(it, is_linked)| *is_linked && it.name == name);
    let mut needs = packages[package].dependencies.iter().filter(|it| it.build);
    if needs.any(|it| !cx.catalog.is_script_tool(&it.package) && !is_library(&it.package)) {
        return true;
    }
    // What a procedural macro makes of the script stands in none of its functions, and runs none of its own.
    let targets = cx.workspace.targets.iter();
    let procedural = targets.filter(|target| target.kind == TargetKind::ProcMacro);
    procedural.for_each(|target| libraries[target.package.index()] = false);
    let makes_tokens = |(at, is_linked): (usize, &bool)| {
        let needs = &packages[at].dependencies;
        *is_linked && needs.iter().any(|it| !it.dev && cx.catalog.makes_tokens(&it.package))
    };
    libraries.iter().enumerate().any(makes_tokens) || source.iter().any(|def| runs_any(tables, *def, &libraries))
}

/// Whether a definition runs something of some packages, or may.
fn runs_any(tables: &Tables<'_>, def: DefId, packages: &[bool]) -> bool {
    let cx = tables.cx;
    let is_theirs = |def: DefId| {
        let target = |home: &ModId| &cx.workspace.targets[cx.modules.get(*home).target.index()];
        cx.modules.homes(def).iter().any(|home| packages[target(home).package.index()])
    };
    // No name stands where `to_string`, an operator or the end of a value runs an impl.
    let has_impls = |of: DefId| {
        let mut blocks = cx.impls.rows.iter().filter(|block| block.of_trait != ImplTrait::None);
        blocks.any(|block| block.self_defs.contains(&of))
    };
    let is_run = |def: DefId| {
        let kind = cx.kind(def);
        kind.is_fn()
            || matches!(
                kind,
                DefKind::Constant | DefKind::AssociatedConstant | DefKind::Static | DefKind::Macro | DefKind::Template
            )
            || (kind.is_adt() && has_impls(def))
    };
    tables.of(def).iter().any(|edge| match edge.to {
        Goal::Def(to) => is_theirs(to) && is_run(to),
        Goal::Named(ByName::Method { .. } | ByName::TraitItem | ByName::Member, name) => {
            let all = cx.impls.members.by_name.get(&name);
            all.into_iter().flatten().any(|to| cx.kind(*to).is_fn() && is_theirs(*to))
        }
        Goal::Named(..) => false,
    })
}

/// Adds the words of the script; whether these are all that it may name.
fn add_words(tables: &Tables<'_>, unread: &mut Unread) -> bool {
    let cx = tables.cx;
    let mut words: FxHashSet<Name> = FxHashSet::default();
    let mut pieces: FxHashSet<Name> = FxHashSet::default();
    for def in &unread.source {
        for edge in tables.of(*def).iter().filter(|edge| edge.why == Why::Tokens) {
            match edge.to {
                Goal::Named(ByName::Inside, _) => return false,
                Goal::Named(ByName::Piece, piece) => _ = pieces.insert(piece),
                Goal::Named(_, name) => _ = words.insert(name),
                Goal::Def(_) => {}
            }
        }
        let facts = cx.defs.get(cx.sources, *def);
        let Some(body) = &facts.body else { continue };
        let calls = body.exprs.iter().filter_map(|expr| match expr {
            Expr::Macro(call) => Some(&call.tokens),
            _ => None,
        });
        // Tokens of attributes are for the script itself.
        let own = Some(&body.tokens).filter(|_| matches!(facts.kind, DefKind::Template | DefKind::Anonymous));
        for word in calls.chain(own).flatten().flat_map(|token| token.path.iter().copied()) {
            // A procedural macro of the workspace that stands in the code writes more.
            if tables.is_own_macro(word) {
                return false;
            }
            words.insert(word);
        }
    }
    if !pieces.is_empty() {
        let known = Pieces::new(tables.edges.iter().map(|edge| edge.to));
        let names = cx.impls.members.by_name.keys();
        words.extend(names.filter(|name| pieces.iter().any(|piece| known.could_make(**name, *piece))));
    }
    unread.words = words.into_iter().collect();
    unread.words.sort_unstable();
    true
}
