//! Stage 3. Facts of all files in, [`Bindings`] out: each reference with the definitions that it means.
//!
//! In: the workspace and its sources. Out: the table of definitions, the modules as each target sees them, impls, and
//! edges. What cannot be resolved becomes an edge to a [`ByName`] class, which stands for all that it could mean. This
//! stage decides nothing about liveness.

mod alike;
mod alternatives;
mod associated;
mod attributed;
mod auto;
mod bodies;
mod callee;
mod calls;
mod candidates;
mod causes;
mod conditions;
mod connections;
mod crowded;
mod defaults;
mod definitions;
mod deprecated;
mod derived;
mod edges;
mod environment;
mod expectations;
mod fits;
mod flow;
mod formats;
mod forms;
mod generated;
mod globs;
mod handed;
mod heads;
mod holes;
mod impls;
mod imports;
mod inert;
mod infer;
mod inside;
mod kept;
mod known;
mod layouts;
mod libraries;
mod library;
mod locals;
mod macros;
mod meanings;
mod members;
mod numbers;
mod open;
mod order;
mod packages;
mod paths;
mod patterns;
mod pieces;
mod prelude;
mod probe;
mod projections;
mod quoted;
mod references;
mod renamed;
mod routes;
mod scopes;
mod scripts;
mod shelf;
mod sig;
mod sight;
mod signatures;
mod slots;
mod standard;
mod table;
mod taken;
mod texts;
mod textual;
mod tokens;
mod traits;
mod types;
mod unread;
mod unseen;
mod values;
mod vocabulary;

pub(crate) use attributed::is_given_away;
pub use causes::Cause;
pub use connections::{ConnectionUse, crates_of};
pub use definitions::Definitions;
pub use deprecated::{DeprecatedUse, Used};
pub use edges::Look;
pub use impls::{ImplInfo, ImplTrait, Impls};
pub(crate) use inside::Inside;
pub use layouts::Layout;
pub use pieces::Pieces;
pub use references::{ByName, Edge, Goal, Mention, ResolvedCall, UnknownCall, Why};
pub(crate) use routes::{Demand, RouteFacts};
pub use routes::{Meaning, RouteUse};
pub use scopes::{Binding, Modules, Namespace, Reach as Visibility, Res};
pub use shelf::Shelf;
pub(crate) use tokens::words;
pub(crate) use types::Type;
pub use vocabulary::Among;

use crate::catalog::Catalog;
use crate::discover::Workspace;
use crate::model::{DefId, Name};
use crate::parse::Sources;
use rayon::prelude::*;
use rustc_hash::FxHashSet;

/// What one mounted file says.
#[derive(Default)]
struct Part {
    resolved: Vec<ResolvedCall>,
    unknown: Vec<UnknownCall>,
    edges: Vec<Edge>,
    looks: Vec<Look>,
    deprecated: Vec<DeprecatedUse>,
    connections: Vec<ConnectionUse>,
    routing: RouteFacts,
    mentions: Vec<Mention>,
    layouts: Vec<(DefId, Layout)>,
    unknown_writes: FxHashSet<Name>,
    calls: CallCounts,
}

impl Part {
    /// What all files of a workspace say, each list in order but for the edges.
    fn joined(parts: Vec<Part>) -> Part {
        let mut all = Part::default();
        all.edges.reserve_exact(parts.iter().map(|part| part.edges.len()).sum());
        for part in parts {
            all.take(part);
        }
        all.resolved.par_sort_unstable();
        all.resolved.dedup();
        all.unknown.par_sort_unstable();
        all.unknown.dedup();
        all.mentions.par_sort_unstable();
        all.mentions.dedup();
        all.looks.par_sort_unstable();
        all.looks.dedup();
        all.deprecated.sort_unstable();
        all.deprecated.dedup();
        all.routing.sort();
        all.connections.sort_unstable();
        all.connections.dedup_by_key(|one| (one.by, one.at.start, one.api));
        all
    }

    fn take(&mut self, other: Part) {
        self.resolved.extend(other.resolved);
        self.unknown.extend(other.unknown);
        self.edges.extend(other.edges);
        self.looks.extend(other.looks);
        self.deprecated.extend(other.deprecated);
        self.connections.extend(other.connections);
        self.routing.extend(other.routing);
        self.mentions.extend(other.mentions);
        self.layouts.extend(other.layouts);
        self.unknown_writes.extend(other.unknown_writes);
        self.calls.exact += other.calls.exact;
        self.calls.unknown += other.calls.unknown;
        self.calls.foreign += other.calls.foreign;
    }
}

/// Method calls, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CallCounts {
    /// Calls whose method is known, or known to be foreign.
    pub exact: u32,
    /// Calls on values of unknown type.
    pub unknown: u32,
    /// Calls on values of foreign types, joined with trait methods of that name.
    pub foreign: u32,
}

/// The product of this stage.
pub struct Bindings {
    /// All definitions.
    pub defs: Definitions,
    /// All modules.
    pub modules: Modules,
    /// All impls, and what types and traits have.
    pub impls: Impls,
    /// All references, sorted; of several to one thing those that stand under different conditions.
    pub edges: Vec<Edge>,
    /// What names on values of unknown type can mean.
    pub vocabularies: Vec<Vec<DefId>>,
    /// What the conditions of regions look at, sorted.
    pub looks: Vec<Look>,
    /// Where deprecated things are used, sorted.
    pub deprecated_uses: Vec<DeprecatedUse>,
    /// Where APIs that make or serve connections are used, sorted.
    pub connections: Vec<ConnectionUse>,
    /// What the table of routes is made of.
    pub(crate) routing: RouteFacts,
    /// What other crates say of their deprecated things that are used.
    pub deprecated_elsewhere: std::collections::BTreeMap<Name, crate::facts::Deprecated>,
    /// Where fields are written and variants matched, sorted.
    pub mentions: Vec<Mention>,
    /// Names of fields that are written on values of unknown type.
    pub unknown_writes: FxHashSet<Name>,
    /// Which packages the types of values in a package may be of: itself and what it depends on.
    pub sees: Vec<Vec<bool>>,
    /// The packages that mount each file.
    pub packages_of: Vec<Vec<u16>>,
    /// Method calls, counted.
    pub calls: CallCounts,
    /// Method calls whose method is known, sorted.
    pub resolved: Vec<ResolvedCall>,
    /// Method calls on values of unknown type, sorted.
    pub unknown: Vec<UnknownCall>,
    /// Fields whose value does nothing when it is dropped.
    pub inert: FxHashSet<DefId>,
    /// Types by whose layout code goes.
    pub layouts: rustc_hash::FxHashMap<DefId, Layout>,
    /// Types with a derive that has a name of one of `std` and is another.
    pub alike: FxHashSet<DefId>,
}

impl Bindings {
    /// For each package those of whose types code may have values that is made of its tokens: what any package that sees
    /// it sees.
    pub fn met(&self) -> Vec<Vec<bool>> {
        let of = |from: usize| {
            let users = self.sees.iter().filter(|sees| sees[from]);
            users.fold(vec![false; self.sees.len()], |mut met, sees| {
                met.iter_mut().zip(sees).for_each(|(met, sees)| *met |= *sees);
                met
            })
        };
        (0..self.sees.len()).map(of).collect()
    }

    /// The references in the text of a definition.
    pub fn edges_from(&self, def: DefId) -> &[Edge] {
        edges::of(&self.edges, def)
    }

    /// Whether anything writes a field or looks past it, or matches a variant.
    pub fn is_mentioned(&self, def: DefId) -> bool {
        let at = self.mentions.partition_point(|mention| mention.of < def);
        self.mentions.get(at).is_some_and(|mention| mention.of == def)
    }

    /// What a name means in a module, through its globs too.
    pub fn meanings(&self, module: crate::model::ModId, namespace: Namespace, name: Name) -> Vec<Binding> {
        let mut visited = smallvec::SmallVec::new();
        let variants = &self.impls.members;
        paths::in_module(&self.modules, variants, module, (namespace, name), &mut visited).into_vec()
    }

    /// Where APIs that register routes are used, sorted.
    pub fn route_uses(&self) -> &[RouteUse] {
        &self.routing.uses
    }

    /// What an import brings in, in any of the modules that it stands in.
    pub fn goals_of_import(&self, sources: &Sources, def: DefId) -> Vec<Res> {
        let facts = self.defs.facts(sources, def);
        let crate::facts::DefData::Import(row) = self.defs.get(sources, def).data else { return vec![] };
        let import = &facts.imports[row as usize];
        let (Some(module), Some(alias)) = (self.modules.home(def), import.alias) else { return vec![] };
        let names = &self.modules.get(module).names;
        let spaces = Namespace::ALL.into_iter().filter_map(|space| names.get(&(space, alias)));
        let own = spaces.flatten().filter(|binding| binding.import == Some(def));
        own.map(|binding| binding.res).collect()
    }
}

/// What resolution of bodies reads.
pub(crate) struct Context<'a> {
    pub(crate) workspace: &'a Workspace,
    pub(crate) sources: &'a Sources,
    pub(crate) catalog: &'a Catalog,
    pub(crate) defs: Definitions,
    pub(crate) modules: Modules,
    pub(crate) impls: Impls,
    /// Signatures of the workspace.
    pub(crate) own: sig::Signatures,
    /// Signatures of other crates.
    pub(crate) libraries: libraries::Libraries<'a>,
    /// How definitions are named, where it is another crate that is read.
    pub(crate) naming: Option<library::Naming>,
    /// Traits by the name of an item that they declare.
    pub(crate) traits_of_items: rustc_hash::FxHashMap<Name, Vec<types::Head>>,
    /// Where there are thousands of these, or of impls of one trait.
    pub(crate) crowded: crowded::Crowded,
    /// Signatures are there, so associated types can be looked up.
    pub(crate) ready: bool,
    /// Deprecated definitions, what they hold included.
    pub(crate) deprecated: FxHashSet<DefId>,
    /// Attributes that derives of the workspace read.
    own_helpers: FxHashSet<Name>,
    /// For each package, whether its procedural macros may make names of texts.
    pub(crate) named_texts: Vec<bool>,
    /// Who writes code.
    writers: generated::Writers,
    /// The packages that can register routes.
    pub(crate) routed: Vec<bool>,
    /// Crates of which names may be in scope that no import spells out.
    pub(crate) opened: FxHashSet<Name>,
}

impl<'a> Context<'a> {
    /// All that bodies of a workspace need.
    fn of_workspace(workspace: &'a Workspace, sources: &'a Sources, catalog: &'a Catalog, shelf: &'a Shelf) -> Self {
        let names = || Context::new(workspace, sources, catalog);
        let (mut cx, libraries) = rayon::join(names, || libraries::Libraries::of(workspace, sources, catalog, shelf));
        cx.libraries = libraries;
        imports::link_known(&mut cx);
        cx.impls = impls::collect(&cx);
        cx.own = sig::collect(&cx);
        cx.traits_of_items = library::traits_of_items(&cx.own, &cx.libraries);
        cx.crowded = crowded::Crowded::of(&cx);
        cx.deprecated = deprecated::own(&cx);
        cx.own_helpers = handed::own_helpers(&cx);
        cx.named_texts = texts::make_names(&cx);
        cx.writers = generated::Writers::new(&cx);
        cx.routed = routes::of_packages(&cx);
        cx.opened = routes::opened(sources);
        cx.ready = true;
        cx
    }

    /// Definitions, modules and imports; what is known of types has to be added.
    fn new(workspace: &'a Workspace, sources: &'a Sources, catalog: &'a Catalog) -> Self {
        let defs = Definitions::new(sources);
        let mut modules = scopes::build(workspace, sources, &defs);
        imports::link(sources, &mut modules);
        Context {
            workspace,
            sources,
            catalog,
            defs,
            modules,
            impls: Impls::default(),
            own: sig::Signatures::default(),
            libraries: libraries::Libraries::default(),
            naming: None,
            traits_of_items: rustc_hash::FxHashMap::default(),
            crowded: crowded::Crowded::default(),
            ready: false,
            deprecated: FxHashSet::default(),
            own_helpers: FxHashSet::default(),
            named_texts: vec![],
            writers: generated::Writers::default(),
            routed: vec![],
            opened: FxHashSet::default(),
        }
    }
}

/// Resolves all references of a workspace; what is read of other crates goes to the shelf, and is taken from it.
pub fn resolve(workspace: &Workspace, sources: &Sources, catalog: &Catalog, shelf: &Shelf) -> Bindings {
    let cx = Context::of_workspace(workspace, sources, catalog, shelf);
    let mounts = (0..sources.mounts.len()).into_par_iter();
    let parts: Vec<Part> = mounts.map(|mount| bodies::resolve_mount(&cx, mount)).collect();
    let mut all = Part::joined(parts);
    edges::merge(&mut all.edges);
    let vocabularies = vocabulary::narrow(&cx, &mut all.edges, &all.mentions);
    all.edges.par_sort_unstable();
    scripts::add(&cx, &mut all.edges, &vocabularies);
    let deprecated_elsewhere = cx.deprecated_elsewhere(&all.deprecated);
    let (inert, alike) = (inert::fields(&cx), alike::types(&cx));
    let layouts = layouts::with_parts(&cx, all.layouts);
    let Context { defs, modules, impls, own, .. } = cx;
    // Nothing asks for them again; giving back their memory need not be waited for.
    rayon::spawn(move || drop(own));
    let (sees, packages_of) = (packages::sees(workspace), packages::packages_of(workspace, sources));
    Bindings {
        sees,
        packages_of,
        defs,
        modules,
        impls,
        vocabularies,
        deprecated_elsewhere,
        inert,
        layouts,
        alike,
        edges: all.edges,
        looks: all.looks,
        deprecated_uses: all.deprecated,
        connections: all.connections,
        routing: all.routing,
        mentions: all.mentions,
        unknown_writes: all.unknown_writes,
        calls: all.calls,
        resolved: all.resolved,
        unknown: all.unknown,
    }
}
