//! Stage 4. Bindings in, [`DefGraph`] out: definitions and names as nodes, references as edges.
//!
//! A reference by name leads to a node of that name, and from there to all that it could mean: so the graph stays as
//! large as the source, however common the name. The graph decides nothing; what an edge is worth is for `reach`.

mod handed_out;
mod laid_out;
mod namesakes;
mod unions;

use crate::facts::DefData;
use crate::model::{DefId, DefKind, Name, Span};
use crate::parse::Sources;
use crate::resolve::{Among, Bindings, ByName, Goal, Inside, Pieces};
use namesakes::Namesakes;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;
use rustc_hash::FxHashMap;
use std::cell::LazyCell;

/// A node.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Node {
    /// A definition; its index is that of its id.
    Def(DefId),
    /// All that a name could mean.
    Named(ByName, Name),
}

/// An edge.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EdgeData {
    /// What it is.
    pub kind: EdgeKind,
    /// Where the reference stands, in the file of its source.
    pub span: Span,
    /// The region of that file that it stands in.
    pub region: Option<u32>,
}

/// What an edge is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EdgeKind {
    /// A reference in the text.
    Reference,
    /// From a name to something of that name.
    Candidate,
    /// From a part to what holds it: a live method needs its impl, a live item its module.
    Holder,
    /// From a whole to a part that is live with it: a field that a derive reads, an item of an impl of a foreign trait.
    Part,
    /// Between fields of a union: what is written to the one is read through the other.
    SamePlace,
    /// From an item to the examples in its documentation: they count as tests.
    Example,
}

/// The graph.
pub struct DefGraph {
    /// The first nodes are the definitions.
    pub graph: DiGraph<Node, EdgeData, u32>,
    /// Definitions by their holder, in order.
    pub children: Vec<Vec<DefId>>,
    /// The module that holds each definition, for those directly in a module.
    pub module_of: Vec<Vec<DefId>>,
}

impl DefGraph {
    /// The definitions whose text refers to a definition.
    pub fn users(&self, def: DefId) -> impl Iterator<Item = DefId> + '_ {
        let edges = self.graph.edges_directed(Self::node(def), petgraph::Direction::Incoming);
        edges.filter(|edge| edge.weight().kind == EdgeKind::Reference).filter_map(|edge| {
            match self.graph[edge.source()] {
                Node::Def(user) => Some(user),
                Node::Named(..) => None,
            }
        })
    }

    /// The node of a definition.
    pub fn node(def: DefId) -> NodeIndex<u32> {
        NodeIndex::new(def.index())
    }
}

/// Builds the graph.
pub fn build(sources: &Sources, bindings: &Bindings, catalog: &crate::catalog::Catalog) -> DefGraph {
    let count = bindings.defs.len();
    let mut graph = DiGraph::with_capacity(count + count / 4, bindings.edges.len() + 2 * count);
    for def in bindings.defs.ids() {
        graph.add_node(Node::Def(def));
    }
    let mut build = Build { graph, named: FxHashMap::default(), sources, bindings, met: bindings.met() };
    for edge in &bindings.edges {
        let to = build.goal(edge.to);
        let data = EdgeData { kind: EdgeKind::Reference, span: edge.span, region: edge.region };
        build.graph.add_edge(DefGraph::node(edge.from), to, data);
    }
    build.candidates(catalog);
    let children = build.children();
    let module_of = build.modules();
    build.parts(&children, catalog);
    build.holders(&module_of);
    DefGraph { graph: build.graph, children, module_of }
}

struct Build<'a> {
    graph: DiGraph<Node, EdgeData, u32>,
    named: FxHashMap<(ByName, Name), NodeIndex<u32>>,
    sources: &'a Sources,
    bindings: &'a Bindings,
    /// For each package those of whose types code may have values that is made of its tokens.
    met: Vec<Vec<bool>>,
}

impl Build<'_> {
    fn goal(&mut self, goal: Goal) -> NodeIndex<u32> {
        match goal {
            Goal::Def(def) => DefGraph::node(def),
            Goal::Named(class, name) => {
                let graph = &mut self.graph;
                *self.named.entry((class, name)).or_insert_with(|| graph.add_node(Node::Named(class, name)))
            }
        }
    }

    fn connect(&mut self, from: DefId, to: DefId, kind: EdgeKind) {
        let data = EdgeData { kind, span: Span::default(), region: None };
        self.graph.add_edge(DefGraph::node(from), DefGraph::node(to), data);
    }

    /// From each name to what it could mean.
    fn candidates(&mut self, catalog: &crate::catalog::Catalog) {
        let by_name = &self.bindings.impls.members.by_name;
        let mut nodes: Vec<((ByName, Name), NodeIndex<u32>)> =
            self.named.iter().map(|(key, node)| (*key, *node)).collect();
        nodes.sort_unstable();
        let pieces = Pieces::new(nodes.iter().map(|((class, name), _)| Goal::Named(*class, *name)));
        let namesakes = Namesakes::of(self.sources, self.bindings, catalog);
        let (sources, all) = (self.sources, self.bindings);
        let insides = LazyCell::new(|| Inside::new(sources, &all.defs, &all.modules, &all.impls));
        for ((class, name), node) in nodes {
            let add = |graph: &mut DiGraph<Node, EdgeData, u32>, def: DefId| {
                let data = EdgeData { kind: EdgeKind::Candidate, span: Span::default(), region: None };
                graph.add_edge(node, DefGraph::node(def), data);
            };
            if class == ByName::Inside {
                for def in insides.of_name(name) {
                    if self.could_mean(class, def) {
                        add(&mut self.graph, def);
                    }
                }
                continue;
            }
            if class == ByName::Piece {
                let mut names: Vec<(&Name, &Vec<DefId>)> =
                    by_name.iter().filter(|(known, _)| pieces.could_make(**known, name)).collect();
                names.sort_unstable();
                for def in names.into_iter().flat_map(|(_, defs)| defs) {
                    add(&mut self.graph, *def);
                }
                continue;
            }
            for def in by_name.get(&name).into_iter().flatten() {
                if self.could_mean(class, *def) {
                    add(&mut self.graph, *def);
                }
            }
            let is_any = matches!(class, ByName::Any | ByName::Alone | ByName::Behind { .. });
            let made_by = if is_any { namesakes.makers_of(name) } else { vec![] };
            for def in made_by {
                if self.could_mean(ByName::Any, def) {
                    add(&mut self.graph, def);
                }
            }
        }
    }

    fn could_mean(&self, class: ByName, def: DefId) -> bool {
        let defs = &self.bindings.defs;
        let kind = defs.kind(def);
        let holder = defs.parent(self.sources, def).map(|parent| (parent, defs.get(self.sources, parent)));
        let of_trait = holder.is_some_and(|(_, it)| it.kind == DefKind::Trait);
        // Items of trait impls go with the item that the trait declares.
        let inherent =
            holder.is_some_and(|(_, it)| matches!(&it.data, DefData::Impl(header) if header.of_trait.is_none()));
        // An item for which the trait declares nothing: a macro does, then.
        let undeclared = holder.is_some_and(|(block, _)| {
            let impls = &self.bindings.impls;
            impls.info(block).is_some_and(|info| match info.of_trait {
                crate::resolve::ImplTrait::Local(of) => {
                    impls.members.own_trait_item(of, defs.get(self.sources, def).name).is_empty()
                }
                _ => false,
            })
        });
        match class {
            ByName::Method { args, from, among } => {
                let takes = match &defs.get(self.sources, def).data {
                    // Not all of its parameters may be there.
                    DefData::Fn(sig) => {
                        let (given, most) = (usize::from(args) + 1, sig.params.len());
                        (most.saturating_sub(sig.conditional.len())..=most).contains(&given)
                    }
                    _ => false,
                };
                let inherent = inherent && self.is_among(among, def, holder.map(|(block, _)| block));
                kind == DefKind::Method && takes && (inherent || of_trait || undeclared) && self.is_seen(from, def)
            }
            ByName::TraitItem => of_trait || undeclared,
            ByName::Member => inherent || of_trait || undeclared || kind == DefKind::Variant,
            ByName::Field { from, among } => {
                kind == DefKind::Field && self.is_among(among, def, None) && self.is_seen(from, def)
            }
            ByName::Dotted { from, among } => {
                let inherent = inherent && self.is_among(among, def, holder.map(|(block, _)| block));
                let fits = match kind {
                    DefKind::Method => inherent || of_trait || undeclared,
                    DefKind::Field => self.is_among(among, def, None),
                    _ => false,
                };
                fits && self.meets(from, def)
            }
            ByName::Alone => !kind.is_member() && self.could_mean(ByName::Any, def),
            ByName::Behind { from, among } if inherent || kind == DefKind::Variant => {
                self.is_among(among, def, holder.map(|(block, _)| block)) && self.meets(from, def)
            }
            ByName::Behind { .. } => kind != DefKind::Field && self.is_outside(def),
            ByName::Any | ByName::Piece | ByName::Inside => self.is_outside(def),
        }
    }

    /// Whether it can be named from where it does not stand: nothing outside of an example can name what is in that.
    fn is_outside(&self, def: DefId) -> bool {
        let defs = &self.bindings.defs;
        let mut holders = std::iter::successors(Some(def), |def| defs.parent(self.sources, *def));
        let in_example = holders.any(|def| defs.kind(def) == DefKind::DocTest);
        !in_example && !matches!(defs.kind(def), DefKind::Anonymous | DefKind::Impl)
    }

    /// Whether a body can come by a field, or by a method of an impl; it can by one of a type that is not known.
    fn is_among(&self, among: Among, def: DefId, block: Option<DefId>) -> bool {
        let Among::These(row) = among else { return true };
        let info = block.and_then(|block| self.bindings.impls.info(block));
        let is_known = info.is_none_or(|info| !info.self_defs.is_empty());
        !is_known || self.bindings.vocabularies[row as usize].binary_search(&def).is_ok()
    }

    /// Whether a package may have values of the types of a definition's package.
    fn is_seen(&self, from: u16, def: DefId) -> bool {
        let file = self.bindings.defs.file(def);
        let sees = &self.bindings.sees[usize::from(from)];
        self.bindings.packages_of[file.index()].iter().any(|package| sees[usize::from(*package)])
    }

    /// Whether a package that may have code out of the tokens of another one may have values of the types of a
    /// definition's package.
    fn meets(&self, from: u16, def: DefId) -> bool {
        let packages = &self.bindings.packages_of[self.bindings.defs.file(def).index()];
        packages.iter().any(|package| self.met[usize::from(from)][usize::from(*package)])
    }

    fn children(&self) -> Vec<Vec<DefId>> {
        let mut children = vec![vec![]; self.bindings.defs.len()];
        for def in self.bindings.defs.ids() {
            if let Some(parent) = self.bindings.defs.parent(self.sources, def) {
                children[parent.index()].push(def);
            }
        }
        children
    }

    /// For each definition directly in a module, the module definitions it is in, one for each mount of its file.
    fn modules(&self) -> Vec<Vec<DefId>> {
        let mut module_of = vec![vec![]; self.bindings.defs.len()];
        for (index, mount) in self.sources.mounts.iter().enumerate() {
            let facts = &self.sources.files[mount.file.index()].facts;
            for (row, def) in facts.defs.iter().enumerate() {
                let at_top = def.parent.is_none_or(|parent| facts.defs[parent as usize].kind == DefKind::Module);
                if !at_top {
                    continue;
                }
                let modules = &self.bindings.modules;
                let module = modules.nearest(modules.of_scope(index, def.scope));
                let id = self.bindings.defs.id(mount.file, row as u32);
                if let Some(holder) = modules.get(module).def
                    && !module_of[id.index()].contains(&holder)
                {
                    module_of[id.index()].push(holder);
                }
            }
        }
        module_of
    }

    fn holders(&mut self, module_of: &[Vec<DefId>]) {
        for def in self.bindings.defs.ids() {
            for module in &module_of[def.index()] {
                self.connect(def, *module, EdgeKind::Holder);
            }
            let Some(parent) = self.bindings.defs.parent(self.sources, def) else { continue };
            let kind = self.bindings.defs.kind(parent);
            match kind {
                DefKind::Impl | DefKind::Trait | DefKind::Enum | DefKind::Struct | DefKind::Union => {
                    self.connect(def, parent, EdgeKind::Holder);
                }
                // A field of a variant may be looked at although nobody makes the variant.
                DefKind::Variant => {
                    if let Some(adt) = self.bindings.defs.parent(self.sources, parent) {
                        self.connect(def, adt, EdgeKind::Holder);
                    }
                }
                _ => {}
            }
        }
    }

    fn parts(&mut self, children: &[Vec<DefId>], catalog: &crate::catalog::Catalog) {
        // Another language, or a derive that is not the one of its name, may read and make all of these.
        let mut given = handed_out::types(self.sources, self.bindings, children);
        given.extend(&self.bindings.alike);
        for (read, written) in unions::read_together(self.bindings, children) {
            self.connect(read, written, EdgeKind::SamePlace);
        }
        for def in self.bindings.defs.ids() {
            let facts = self.bindings.defs.get(self.sources, def);
            for child in &children[def.index()] {
                let inner = self.bindings.defs.get(self.sources, *child);
                let kind = match (facts.kind, inner.kind) {
                    (_, DefKind::DocTest) => Some(EdgeKind::Example),
                    // An example is compiled as a whole, called or not.
                    (DefKind::DocTest, _) => Some(EdgeKind::Part),
                    (DefKind::Struct | DefKind::Union, DefKind::Field) => {
                        let fixed = is_tuple(&facts.data)
                            || reads_fields(facts, catalog)
                            || has_unknown(inner, catalog)
                            || given.contains(&def)
                            || self.is_laid_out(def, *child);
                        fixed.then_some(EdgeKind::Part)
                    }
                    (DefKind::Enum, DefKind::Variant) => {
                        // `#[default]`: the derived `Default` makes it.
                        let made = makes_variants(facts, catalog) || inner.attrs.has("default") || given.contains(&def);
                        let made = made || self.is_laid_out(def, *child);
                        made.then_some(EdgeKind::Part)
                    }
                    (DefKind::Variant, DefKind::Field) => {
                        let adt = self.bindings.defs.parent(self.sources, def);
                        let is_given = adt.is_some_and(|adt| given.contains(&adt) || self.is_laid_out(adt, *child));
                        let adt = adt.map(|adt| self.bindings.defs.get(self.sources, adt));
                        let fixed = is_given
                            || is_tuple(&facts.data)
                            || adt.is_some_and(|adt| reads_fields(adt, catalog))
                            || has_unknown(inner, catalog);
                        fixed.then_some(EdgeKind::Part)
                    }
                    (DefKind::Trait, DefKind::AssociatedType) => Some(EdgeKind::Part),
                    // Macro calls in a body are run with it.
                    (_, DefKind::Anonymous) if facts.kind != DefKind::Module => Some(EdgeKind::Part),
                    _ => None,
                };
                if let Some(kind) = kind {
                    self.connect(def, *child, kind);
                }
            }
        }
    }
}

fn is_tuple(data: &DefData) -> bool {
    matches!(data, DefData::Adt { tuple: true, .. } | DefData::Variant { tuple: true, .. })
}

/// Whether a derive, an attribute macro or the layout reads all fields.
fn reads_fields(def: &crate::facts::Def, catalog: &crate::catalog::Catalog) -> bool {
    let derived = def.attrs.derives.iter().filter_map(|path| path.segs.last());
    derived.into_iter().any(|seg| catalog.derive_reads_fields(&seg.name))
        || def.attrs.has("repr")
        || has_unknown(def, catalog)
}

/// Whether something that is not written out may make the variants.
fn makes_variants(def: &crate::facts::Def, catalog: &crate::catalog::Catalog) -> bool {
    let derived = def.attrs.derives.iter().filter_map(|path| path.segs.last());
    derived.into_iter().any(|seg| catalog.derive_is_unknown(&seg.name))
        || def.attrs.has("repr")
        || has_unknown(def, catalog)
}

fn has_unknown(def: &crate::facts::Def, catalog: &crate::catalog::Catalog) -> bool {
    let unknown = crate::catalog::AttributeRole::Unknown;
    def.attrs.others.iter().any(|attr| catalog.attribute_role(&attr.path) == unknown)
}
