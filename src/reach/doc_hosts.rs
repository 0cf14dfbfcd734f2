//! Items that are there for the examples in their documentation alone, and items that no finding takes out.
//!
//! In: an item. Out: whether it has examples and nothing else: they are tests, which would go with it. One that its own
//! examples name is shown by them, and goes with them. Examples of what is never reported are run, used or not.

use super::Input;
use super::aspects::Aspects;
use crate::facts::{Def, DefData, Expr, IncludeKind, Vis};
use crate::model::{DefId, DefKind};
use crate::parse::{Mount, MountPoint};
use crate::resolve::{Goal, Res};

/// Whether an item is nothing but a place for examples.
pub fn carries_examples(input: Input<'_>, aspects: &Aspects, def: DefId) -> bool {
    let defs = &input.bindings.defs;
    let (file, row) = (defs.file(def), defs.row(def));
    if !aspects.examples_run[file.index()] || aspects.in_example[def.index()] {
        return false;
    }
    let source = &input.sources.files[file.index()];
    let facts = defs.get(input.sources, def);
    if facts.from_macro || !may_be_empty(facts) {
        return false;
    }
    let rows = source.facts.defs.iter().enumerate().skip(row as usize + 1);
    let inside: Vec<(usize, &Def)> = rows.take_while(|(_, it)| facts.span.contains(it.span)).collect();
    if inside.iter().any(|(_, it)| it.parent == Some(row) && it.kind != DefKind::DocTest) {
        return false;
    }
    let includes_some = || {
        let includes = source.facts.includes.iter();
        includes.filter(|it| it.kind == IncludeKind::Documentation).any(|it| facts.span.contains(it.span))
    };
    let head = source.text.get(facts.span.start as usize..facts.name_span.start as usize).unwrap_or_default();
    // What must not compile is not read, so it is not known what it names.
    let is_told = head.contains("compile_fail") || includes_some();
    let names_it = |goal: Goal| match goal {
        Goal::Def(to) => to == def,
        Goal::Named(_, name) => name == facts.name,
    };
    let is_named = || {
        let bodies = inside.iter().map(|(at, _)| input.bindings.edges_from(defs.id(file, *at as u32)));
        bodies.flatten().any(|edge| names_it(edge.to))
    };
    let has_impl = || input.bindings.impls.rows.iter().any(|block| block.self_defs.contains(&def));
    (is_told || (!inside.is_empty() && !is_named())) && !has_impl()
}

/// Whether examples are of a module or an import that is never said to be dead: a module without items, an import that gives
/// nothing of the workspace another path.
pub(super) fn hosts_for_good(input: Input<'_>, def: DefId) -> bool {
    match input.bindings.defs.kind(def) {
        DefKind::ReExport => !is_plain_re_export(input, def),
        DefKind::Module => !has_items(input, def),
        _ => false,
    }
}

/// A re-export that others can see of something that is neither a trait nor a macro: these work without being named.
pub fn is_plain_re_export(input: Input<'_>, def: DefId) -> bool {
    let defs = &input.bindings.defs;
    let DefData::Import(row) = defs.get(input.sources, def).data else { return false };
    let import = &defs.facts(input.sources, def).imports[row as usize];
    let seen = !matches!(import.vis, Vis::Inherited | Vis::SelfMod);
    if !seen || import.glob || import.extern_crate || import.alias.is_none() {
        return false;
    }
    let goals = input.bindings.goals_of_import(input.sources, def);
    !goals.is_empty()
        && goals.iter().all(|goal| match goal {
            Res::Def(goal) => !matches!(defs.kind(*goal), DefKind::Trait | DefKind::Macro),
            Res::Mod(_) => true,
            Res::Ext(_) => false,
        })
}

/// Whether anything but examples, imports and impls stands in a module, in its own file too.
fn has_items(input: Input<'_>, def: DefId) -> bool {
    let defs = &input.bindings.defs;
    let (file, row) = (defs.file(def), defs.row(def));
    let is_item = |it: &Def| !matches!(it.kind, DefKind::DocTest | DefKind::ReExport | DefKind::Impl);
    let facts = &input.sources.files[file.index()].facts;
    let mounts = &input.sources.mounts;
    let is_behind = |mount: &&Mount| {
        let of_module = |(above, point): (usize, MountPoint)| {
            point == MountPoint::Module(row) && mounts.get(above).is_some_and(|above| above.file == file)
        };
        mount.parent.is_some_and(of_module)
    };
    let mut files = mounts.iter().filter(is_behind).map(|mount| &input.sources.files[mount.file.index()].facts);
    // What an example is made of has the example for its parent.
    facts.defs.iter().any(|it| it.parent == Some(row) && is_item(it))
        || files.any(|facts| facts.defs.iter().any(|it| it.parent.is_none() && is_item(it)))
}

/// Whether there is nothing in an item, as far as it says so itself.
fn may_be_empty(facts: &Def) -> bool {
    let says_nothing = |expr: &Expr| match expr {
        Expr::Block(block) => block.stmts.is_empty() && block.tail.is_none(),
        _ => false,
    };
    match &facts.data {
        DefData::Adt { .. } => facts.attrs.derives.is_empty(),
        DefData::Trait { supers, .. } => supers.is_empty(),
        DefData::Fn(sig) => {
            let is_empty = facts.body.as_ref().is_none_or(|body| body.exprs.iter().all(says_nothing));
            facts.kind == DefKind::Function && sig.has_body && sig.params.is_empty() && is_empty
        }
        _ => false,
    }
}
