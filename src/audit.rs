//! The view that a rule has: questions about definitions, and how to say where they are.
//!
//! In: all stages up to `reach`. Out: answers in the nouns of `finding`. Rules walk no graph.

mod conditions;
mod lifecycles;
mod made;
mod outliving;

use crate::clones::Twins;
use crate::connect::Places;
use crate::connect::table::Table;
use crate::extract::outcomes::Dropped;
use crate::facts::Vis;
use crate::finding::{Item, Location, Removal, TrailStep};
use crate::legacy::Legacy;
use crate::model::{DefId, DefKind, FileId, Span};
use crate::parse::{SourceFile, trees};
use crate::reach::linchpins::Linchpins;
use crate::reach::routes::Routes;
use crate::reach::{Input, Reach, World, islands, trail};
use crate::resolve::Mention;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::OnceLock;

/// Everything that rules may ask.
pub struct Audit<'a> {
    /// Packages, files, definitions, graph.
    pub input: Input<'a>,
    /// Liveness.
    pub reach: &'a Reach,
    /// Source files on disk, by package.
    pub disk: &'a [Vec<PathBuf>],
    /// Packages that an unread file could use.
    unread: Vec<bool>,
    islands: Vec<DefId>,
    contents: Vec<Vec<DefId>>,
    legacy: OnceLock<Legacy>,
    routes: OnceLock<Routes>,
    linchpins: OnceLock<Linchpins>,
    legacy_paths: OnceLock<BTreeSet<String>>,
    places: OnceLock<Places>,
    table: OnceLock<Table>,
    twins: OnceLock<Twins>,
    outliving: OnceLock<BTreeMap<DefId, DefId>>,
}

impl<'a> Audit<'a> {
    /// Prepares the view.
    pub fn new(input: Input<'a>, reach: &'a Reach, disk: &'a [Vec<PathBuf>]) -> Self {
        let mut contents = vec![vec![]; input.bindings.defs.len()];
        for def in input.bindings.defs.ids() {
            for module in &input.graph.module_of[def.index()] {
                contents[module.index()].push(def);
            }
        }
        Audit {
            unread: unread(input),
            islands: islands::islands(input, reach),
            input,
            reach,
            disk,
            contents,
            legacy: OnceLock::new(),
            routes: OnceLock::new(),
            linchpins: OnceLock::new(),
            legacy_paths: OnceLock::new(),
            places: OnceLock::new(),
            table: OnceLock::new(),
            twins: OnceLock::new(),
            outliving: OnceLock::new(),
        }
    }

    /// The definition itself.
    pub fn def(&self, def: DefId) -> &'a crate::facts::Def {
        self.input.bindings.defs.get(self.input.sources, def)
    }

    /// All definitions.
    pub fn defs(&self) -> impl Iterator<Item = DefId> + use<> {
        self.input.bindings.defs.ids()
    }

    /// The definition that holds it.
    pub fn parent(&self, def: DefId) -> Option<DefId> {
        self.input.bindings.defs.parent(self.input.sources, def)
    }

    /// What stands directly in a module.
    pub fn contents(&self, module: DefId) -> &[DefId] {
        &self.contents[module.index()]
    }

    /// What holds a definition: what it is written in, and its modules.
    pub fn holders(&self, def: DefId) -> Vec<DefId> {
        self.parent(def).into_iter().chain(self.input.graph.module_of[def.index()].iter().copied()).collect()
    }

    /// Whether a package that mounts a definition is open.
    pub fn is_open(&self, def: DefId) -> bool {
        self.reach.aspects.packages[def.index()].iter().any(|package| self.reach.roots.open[package.index()])
    }

    /// The places that handle connections.
    pub fn places(&self) -> &Places {
        self.places.get_or_init(|| crate::connect::places(self))
    }

    /// Who answers which method and path.
    pub(crate) fn route_table(&self) -> &Table {
        self.table.get_or_init(|| crate::connect::table::table(self))
    }

    /// The code that stands more than once.
    pub fn twins(&self) -> &Twins {
        self.twins.get_or_init(|| crate::clones::twins(self))
    }

    /// The impl block that a definition is, or is an item of.
    pub fn block_of(&self, def: DefId) -> Option<DefId> {
        let is_block = |def: &DefId| self.def(*def).kind == DefKind::Impl;
        Some(def).filter(is_block).or_else(|| self.parent(def).filter(is_block))
    }

    /// The type that an impl block is for.
    pub fn type_of_impl(&self, def: DefId) -> Option<DefId> {
        self.input.bindings.impls.info(def).and_then(|info| info.self_def)
    }

    /// What a definition holds.
    pub fn children(&self, def: DefId) -> &[DefId] {
        &self.input.graph.children[def.index()]
    }

    /// The file of a definition.
    pub fn file(&self, def: DefId) -> &'a SourceFile {
        &self.input.sources.files[self.input.bindings.defs.file(def).index()]
    }

    /// The first definition of its island.
    pub fn island(&self, def: DefId) -> DefId {
        self.islands[def.index()]
    }

    /// Whether a definition is of a kind and in a place that can be reported: written by hand, outside of examples.
    pub fn is_reportable(&self, def: DefId) -> bool {
        !self.reach.aspects.allowed[def.index()] && self.is_declared(def)
    }

    /// The same, also where a macro makes it under a name that its call gives: for rules that say that it is dead.
    pub fn is_reportable_in_call(&self, def: DefId) -> bool {
        let named = !self.def(def).from_macro || self.named_in_call(def).is_some();
        !self.reach.aspects.allowed[def.index()] && named && self.is_plain(def)
    }

    /// As [`Self::is_reportable`], also where dead code is allowed: for rules that do not say that it is dead.
    pub fn is_declared(&self, def: DefId) -> bool {
        !self.def(def).from_macro && self.is_plain(def)
    }

    /// Whether it is an item whose name says nothing of its use, in code of which something is reported.
    fn is_plain(&self, def: DefId) -> bool {
        let facts = self.def(def);
        let aspects = &self.reach.aspects;
        let loose = aspects.loose[self.input.bindings.defs.file(def).index()];
        let quiet = loose || self.is_beside(def) || aspects.impossible[def.index()] || aspects.in_example[def.index()];
        let silenced = facts.name.starts_with('_');
        let no_item = matches!(
            facts.kind,
            DefKind::Impl | DefKind::DocTest | DefKind::Anonymous | DefKind::Template | DefKind::AssociatedType
        );
        !(quiet || silenced || no_item)
    }

    /// Whether it exists only in test builds or targets, or in packages beside the workspace: no code of its production.
    pub fn is_test_code(&self, def: DefId) -> bool {
        self.reach.aspects.test_only[def.index()] || self.is_beside(def)
    }

    /// Whether it is code of packages that are no members.
    pub fn is_beside(&self, def: DefId) -> bool {
        self.reach.aspects.is_beside(self.input, def)
    }

    /// Whether a file that could use a definition could not be read: one of its package, or of a package that depends on it.
    pub fn is_partly_unread(&self, def: DefId) -> bool {
        self.reach.aspects.packages[def.index()].iter().any(|package| self.unread[package.index()])
    }

    /// Whether something dead, other than itself and its parts, refers to a dead definition.
    pub fn has_dead_users(&self, def: DefId) -> bool {
        let graph = &self.input.graph;
        let aspects = &self.reach.aspects;
        let counts = |user: &DefId| *user != def && self.reach.is_dead(*user) && aspects.counts(*user);
        graph.users(def).filter(counts).any(|user| {
            let mut holders = std::iter::successors(Some(user), |holder| self.parent(*holder));
            let is_part = holders.any(|holder| holder == def || self.is_impl_of(holder, def));
            !is_part && self.def(user).kind != DefKind::ReExport
        })
    }

    /// Whether the root of its crate allows dead code.
    pub fn crate_allows_dead(&self, def: DefId) -> bool {
        let modules = &self.input.bindings.modules;
        let target = modules.home(def).map(|module| modules.get(module).target);
        let root = target.and_then(|target| modules.roots[target.index()]);
        root.is_some_and(|root| self.input.sources.files[modules.get(root).file.index()].facts.attrs.allows_dead)
    }

    /// Whether it is nothing but a place for examples, which are tests.
    pub fn carries_examples(&self, def: DefId) -> bool {
        crate::reach::carries_examples(self.input, &self.reach.aspects, def)
    }

    /// Whether only tests reach it.
    pub fn only_tests_reach(&self, def: DefId) -> bool {
        self.reach.world(def) == Some(World::Test)
    }

    /// The place of a span in a file.
    pub fn location(&self, file: FileId, span: Span) -> Location {
        location(&self.input.sources.files[file.index()], span)
    }

    /// The place of the name of a definition.
    pub fn name_location(&self, def: DefId) -> Location {
        location(self.file(def), self.def(def).name_span)
    }

    /// The path of a definition: package, modules, type, name.
    pub fn path(&self, def: DefId) -> String {
        crate::reach::paths::path(self.input, def)
    }

    /// The item of a finding on a definition.
    pub fn item(&self, def: DefId) -> Item {
        let facts = self.def(def);
        Item {
            kind: facts.kind.as_str().into(),
            path: self.path(def),
            name: facts.name.to_string(),
            package: self.package(def).into(),
            visibility: visibility(&facts.vis),
        }
    }

    /// The first package that mounts a definition.
    pub fn package(&self, def: DefId) -> &'a str {
        let package = self.reach.aspects.packages[def.index()].first();
        package.map_or("", |package| self.input.workspace.packages[package.index()].name.as_str())
    }

    /// Where a field is written or a variant matched.
    pub fn mentions(&self, def: DefId) -> &'a [Mention] {
        let all = &self.input.bindings.mentions;
        let start = all.partition_point(|mention| mention.of < def);
        let end = all.partition_point(|mention| mention.of <= def);
        &all[start..end]
    }

    /// What the tree of a file is read of.
    fn tree_of(&self, file: FileId) -> trees::Of<'a> {
        let text = &self.input.sources.files[file.index()].text;
        trees::Of { analysis: self.input.bindings.modules.sealed, file, text }
    }

    /// The edits for mentions of fields and variants in a file, by offset.
    pub fn sites(&self, file: FileId, wanted: &BTreeSet<u32>) -> Vec<crate::parse::Site> {
        trees::sites(self.tree_of(file), wanted)
    }

    /// The calls whose error is dropped, by offset.
    pub fn outcomes(&self, file: FileId, wanted: &BTreeSet<u32>) -> BTreeMap<u32, Dropped> {
        trees::outcomes(self.tree_of(file), wanted)
    }

    /// Whether a definition is written out, and not made by a macro.
    pub fn is_written(&self, def: DefId) -> bool {
        !self.def(def).from_macro && !self.reach.aspects.in_example[def.index()]
    }

    /// What to take out to remove a definition; a type takes its impls along, a trait those of it.
    pub fn removal(&self, def: DefId) -> Vec<Removal> {
        crate::removal::removal(self, def)
    }

    /// Why a definition is live.
    pub fn trail(&self, def: DefId) -> Vec<TrailStep> {
        let Some((_, steps)) = trail::trail(self.input, self.reach, def) else { return vec![] };
        let mut told: Vec<TrailStep> = vec![];
        for step in steps.iter().map(|step| self.step(step)) {
            // A type and its impl have one name: how it goes on is said by the second.
            match told.last_mut().filter(|last| last.path == step.path) {
                Some(last) => {
                    last.location = step.location;
                    last.guard = last.guard.take().or(step.guard);
                    last.cfg = last.cfg.take().or(step.cfg);
                }
                None => told.push(step),
            }
        }
        told
    }

    fn step(&self, step: &trail::Step) -> TrailStep {
        self.trail_step(step.def, step.span, step.certainty == crate::model::Certainty::ByName)
    }

    /// Whether a definition goes with another: it stands in an impl of it, or hands it on.
    pub fn is_part_of(&self, part: DefId, def: DefId) -> bool {
        let mut holders = std::iter::successors(Some(part), |holder| self.parent(*holder));
        holders.any(|holder| self.is_impl_of(holder, def)) || self.def(part).kind == DefKind::ReExport
    }

    /// Whether a definition is an impl block of a type or of a trait.
    fn is_impl_of(&self, block: DefId, def: DefId) -> bool {
        let info = self.input.bindings.impls.info(block);
        info.is_some_and(|info| info.self_def == Some(def) || info.of_trait == crate::resolve::ImplTrait::Local(def))
    }

    /// Impl blocks of a type, or of a trait.
    pub fn impls_of(&self, def: DefId) -> impl Iterator<Item = DefId> + '_ {
        let of_trait = crate::resolve::ImplTrait::Local(def);
        let rows = self.input.bindings.impls.rows.iter();
        rows.filter(move |info| info.self_def == Some(def) || info.of_trait == of_trait).map(|info| info.def)
    }
}

/// The packages with a file that could not be read, and those that they depend on.
fn unread(input: Input<'_>) -> Vec<bool> {
    let workspace = input.workspace;
    let mut unread = vec![false; workspace.packages.len()];
    for problem in input.sources.problems.iter().filter(|problem| problem.incomplete) {
        let file = input.sources.files.iter().find(|file| file.shown == problem.file);
        let path = file.map_or_else(|| workspace.root.join(&problem.file), |file| file.path.clone());
        let inside = workspace.packages.iter().enumerate().filter(|(_, package)| path.starts_with(&package.root));
        let nearest = inside.max_by_key(|(_, package)| package.root.components().count());
        let Some((index, package)) = nearest else { continue };
        unread[index] = true;
        for (other, info) in workspace.packages.iter().enumerate() {
            unread[other] |= package.dependencies.iter().any(|dependency| dependency.package == info.name);
        }
    }
    unread
}

/// A visibility as it is written.
pub fn visibility(vis: &Vis) -> String {
    match vis {
        Vis::Inherited => String::new(),
        Vis::Public => "pub".into(),
        Vis::Crate => "pub(crate)".into(),
        Vis::SelfMod => "pub(self)".into(),
        Vis::Path(path) => format!("pub({})", path.text().trim_end_matches("::")),
    }
}

/// The place of a span in a file.
pub fn location(file: &SourceFile, span: Span) -> Location {
    let (line, column) = crate::facts::position(&file.facts.lines, &file.text, span.start);
    let (end_line, end_column) = crate::facts::position(&file.facts.lines, &file.text, span.end);
    Location {
        file: file.shown.clone(),
        line,
        column,
        end_line,
        end_column,
        byte_start: span.start,
        byte_end: span.end,
    }
}
