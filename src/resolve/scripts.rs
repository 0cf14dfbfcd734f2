//! What a build script runs of the libraries that it links, where it writes code for its package.
//!
//! In: all edges, sorted. Out: edges from the script to what the strings name of the definitions that it may run. Each library
//! was read for other ends too: of its strings only those count that stand where the script can come, by references; in
//! libraries that nothing else runs also by any method of a name, and by impls of foreign traits for the types that it comes by.

use super::generated::{named_by_word, runs_in};
use super::members::children;
use super::packages::linked;
use super::paths::Kinds;
use super::{Among, ByName, Context, Edge, Goal, ImplTrait, Why};
use crate::discover::{TargetKind, Workspace};
use crate::extract;
use crate::model::{DefId, DefKind, Name, TargetId};
use rustc_hash::{FxHashMap, FxHashSet};

/// Adds what build scripts write with the strings of libraries.
pub(super) fn add(cx: &Context<'_>, edges: &mut Vec<Edge>, vocabularies: &[Vec<DefId>]) {
    let mut added = vec![];
    let for_production = for_production(cx.workspace);
    for (at, target) in cx.workspace.targets.iter().enumerate() {
        if target.kind != TargetKind::BuildScript || !cx.writers.runs[at] {
            continue;
        }
        let mut runs = linked(cx.workspace, target.package.index(), true);
        runs[target.package.index()] = false;
        if let (Some(from), true) = (runs_in(cx, TargetId::new(at)), runs.contains(&true)) {
            let reached = Reached::from(cx, (edges, vocabularies), TargetId::new(at), (&runs, &for_production));
            for word in reached.words() {
                named_by_word(cx, from, word, &mut added);
            }
        }
    }
    if !added.is_empty() {
        edges.extend(added);
        super::edges::merge(edges);
    }
}

/// What a build script may run, under way.
struct Reached<'a> {
    cx: &'a Context<'a>,
    /// The definitions of the script and of the libraries that it links.
    within: Vec<bool>,
    seen: Vec<bool>,
    work: Vec<DefId>,
    /// The definitions of these that nothing else runs.
    only_builds: Vec<bool>,
    vocabularies: &'a [Vec<DefId>],
    /// Impls of foreign traits by the types that they are for or speak of; those of traits of the workspace by the trait.
    impls: FxHashMap<DefId, Vec<DefId>>,
    /// Macro calls between statements, by what holds them.
    inner: FxHashMap<DefId, Vec<DefId>>,
}

impl<'a> Reached<'a> {
    fn from(
        cx: &'a Context<'a>,
        (edges, vocabularies): (&[Edge], &'a [Vec<DefId>]),
        script: TargetId,
        (runs, for_production): (&[bool], &[bool]),
    ) -> Self {
        let targets = &cx.workspace.targets;
        let is_run = |target: TargetId| {
            let of = &targets[target.index()];
            target == script || (of.kind == TargetKind::Lib && runs[of.package.index()])
        };
        let target_of = |home: &crate::model::ModId| cx.modules.get(*home).target;
        let within = cx.defs.ids().map(|def| cx.modules.homes(def).iter().any(|home| is_run(target_of(home))));
        let builds = |target: TargetId| target == script || !for_production[targets[target.index()].package.index()];
        let only_builds = cx.defs.ids().map(|def| cx.modules.homes(def).iter().all(|home| builds(target_of(home))));
        let mut reached = Reached {
            cx,
            within: within.collect(),
            only_builds: only_builds.collect(),
            seen: vec![false; cx.defs.len()],
            work: vec![],
            vocabularies,
            impls: FxHashMap::default(),
            inner: FxHashMap::default(),
        };
        for def in cx.defs.ids() {
            if let (DefKind::Anonymous, Some(parent)) = (cx.kind(def), cx.defs.parent(cx.sources, def)) {
                reached.inner.entry(parent).or_default().push(def);
            }
            if cx.modules.homes(def).iter().any(|home| target_of(home) == script) {
                reached.visit(def);
            }
        }
        for info in &cx.impls.rows {
            match info.of_trait {
                ImplTrait::None => {}
                ImplTrait::Local(of) => reached.impls.entry(of).or_default().push(info.def),
                _ => {
                    let of = info.self_defs.iter().chain(&info.needs);
                    for of in of.filter(|_| reached.only_builds[info.def.index()]) {
                        reached.impls.entry(*of).or_default().push(info.def);
                    }
                }
            }
        }
        while let Some(def) = reached.work.pop() {
            reached.follow(edges, def);
        }
        reached
    }

    fn visit(&mut self, def: DefId) {
        if self.within[def.index()] && !std::mem::replace(&mut self.seen[def.index()], true) {
            self.work.push(def);
        }
    }

    fn follow(&mut self, edges: &[Edge], def: DefId) {
        let cx = self.cx;
        for edge in super::edges::of(edges, def) {
            match edge.to {
                Goal::Def(goal) => self.visit(goal),
                Goal::Named(
                    ByName::Method { among: Among::These(row), .. }
                    | ByName::Field { among: Among::These(row), .. }
                    | ByName::Dotted { among: Among::These(row), .. },
                    _,
                ) => self.vocabularies[row as usize].iter().for_each(|def| self.visit(*def)),
                // What any method of a name may be leads into most of a workspace. Words in `quote!` are not run here.
                Goal::Named(_, name) if self.only_builds[def.index()] && edge.why != Why::Tokens => {
                    self.all_named(name)
                }
                Goal::Named(..) => {}
            }
        }
        let inner = self.inner.get(&def).cloned().unwrap_or_default();
        inner.into_iter().for_each(|call| self.visit(call));
        if cx.kind(def).is_adt() {
            let blocks = self.impls.get(&def).cloned().unwrap_or_default();
            blocks.into_iter().flat_map(|block| children(cx, block)).for_each(|item| self.visit(item));
        }
        if let Some(parent) = cx.defs.parent(cx.sources, def) {
            match cx.kind(parent) {
                // Whoever calls the item of a trait may run that of any impl.
                DefKind::Trait => {
                    let name = cx.defs.get(cx.sources, def).name;
                    let blocks = self.impls.get(&parent).cloned().unwrap_or_default();
                    let items = blocks.into_iter().flat_map(|block| children(cx, block));
                    items.filter(|item| cx.defs.get(cx.sources, *item).name == name).for_each(|item| self.visit(item));
                }
                DefKind::Variant | DefKind::Enum | DefKind::Struct | DefKind::Union => self.visit(parent),
                DefKind::Impl => {
                    let row = cx.impls.info(parent);
                    row.into_iter().flat_map(|info| &info.self_defs).for_each(|of| self.visit(*of));
                }
                _ => {}
            }
        }
    }

    fn all_named(&mut self, name: Name) {
        let cx = self.cx;
        cx.impls.members.by_name.get(&name).into_iter().flatten().for_each(|def| self.visit(*def));
    }

    /// The words of the strings in what was reached, of files that do not look as if they wrote code: those count anyway.
    fn words(&self) -> FxHashSet<Name> {
        let cx = self.cx;
        let reached = cx.defs.ids().filter(|def| self.seen[def.index()]);
        let texts = reached.filter_map(|def| {
            let facts = cx.defs.get(cx.sources, def);
            let source = &cx.sources.files[cx.defs.file(def).index()];
            let is_code = facts.kind.is_fn()
                || matches!(facts.kind, DefKind::Constant | DefKind::AssociatedConstant | DefKind::Static)
                || matches!(facts.kind, DefKind::Anonymous | DefKind::Template | DefKind::Macro);
            let text = source.text.get(facts.span.start as usize..facts.span.end as usize);
            text.filter(|_| is_code && source.facts.quoted_words.is_empty())
        });
        texts.flat_map(extract::quoted_words).collect()
    }
}

/// For each package, whether something other than a build script runs it.
fn for_production(workspace: &Workspace) -> Vec<bool> {
    let packages = &workspace.packages;
    let by_name: FxHashMap<&str, usize> = packages.iter().enumerate().map(|(at, it)| (it.name.as_str(), at)).collect();
    let position = |name: &str| by_name.get(name).copied();
    let all = || packages.iter().flat_map(|package| &package.dependencies);
    let for_builds: FxHashSet<usize> = all().filter(|it| it.build).filter_map(|it| position(&it.package)).collect();
    let mut runs = vec![false; packages.len()];
    let mut work: Vec<usize> = (0..packages.len()).filter(|at| !for_builds.contains(at)).collect();
    while let Some(at) = work.pop() {
        if !std::mem::replace(&mut runs[at], true) {
            let needed = packages[at].dependencies.iter().filter(|it| !it.build);
            work.extend(needed.filter_map(|it| position(&it.package)));
        }
    }
    runs
}
