//! What the closure looks up: members of types, texts that belong together, what a macro might add to a type.
//!
//! In: all edges and impls. Out: [`Tables`], built once and read by all bodies.

use super::super::members::children;
use super::super::paths::Kinds;
use super::super::unread::is_unread_include;
use super::super::{ByName, Context, Edge, Goal, ImplTrait, Mention, Pieces, Why};
use super::closure::{Closure, Step};
use super::signatures::Signatures;
use super::unread::{self, Unread};
use super::written::needed;
use crate::catalog::{AttributeRole, Catalog, Made};
use crate::discover::TargetKind;
use crate::facts::body::MacroCall;
use crate::facts::{Attrs, Body, DefData, Expr, Path, Ty};
use crate::model::{DefId, DefKind, Name, Span};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use std::sync::OnceLock;

/// What all closures look up.
pub(super) struct Tables<'a> {
    pub(super) cx: &'a Context<'a>,
    pub(super) edges: &'a [Edge],
    pub(super) ranges: &'a [Range<usize>],
    pub(super) signatures: Signatures,
    /// Variants that patterns of a body look at.
    pub(super) matched: FxHashMap<DefId, Vec<DefId>>,
    /// Items of impls, fields and variants of a type; items of a trait.
    pub(super) members: FxHashMap<DefId, Vec<DefId>>,
    /// The same by the names that code has to have for them; a field that goes by its place has none.
    pub(super) named: FxHashMap<DefId, Vec<(Option<Name>, DefId)>>,
    /// Impls with associated types or arguments of their trait, by the type that they are for, or else by their trait.
    pub(super) impls: FxHashMap<DefId, Vec<DefId>>,
    /// Associated types of an impl.
    pub(super) associated: FxHashMap<DefId, Vec<DefId>>,
    /// Impls with associated types that are for anything.
    pub(super) for_any: Vec<DefId>,
    /// Definitions that give a type to a macro that is not expanded.
    pub(super) given: FxHashMap<DefId, Vec<DefId>>,
    /// Macro calls between statements and items, by the definition that holds them.
    pub(super) anonymous: FxHashMap<DefId, Vec<DefId>>,
    /// Types that words in procedural macros may name.
    pub(super) procedural: Vec<DefId>,
    /// Procedural macros of the workspace, under all names that they go by.
    own_macros: FxHashSet<Name>,
    /// Types whose names may be put together from a piece.
    pub(super) made: FxHashMap<Name, Vec<DefId>>,
    /// What each definition leads to, where it was asked for.
    steps: Vec<OnceLock<Step>>,
    /// Calls that include source which was not read, with the definitions that they stand in.
    includes: Vec<(DefId, Span)>,
    /// By package, what such source may name, for it is made when the package is built.
    unread: Vec<Option<Unread>>,
}

impl<'a> Tables<'a> {
    pub(super) fn new(
        cx: &'a Context<'a>,
        edges: &'a [Edge],
        ranges: &'a [Range<usize>],
        mentions: &[Mention],
    ) -> Self {
        let mut tables = Tables {
            cx,
            edges,
            ranges,
            signatures: Signatures::new(cx, edges, ranges),
            matched: FxHashMap::default(),
            members: FxHashMap::default(),
            named: FxHashMap::default(),
            impls: FxHashMap::default(),
            associated: FxHashMap::default(),
            for_any: vec![],
            given: FxHashMap::default(),
            anonymous: FxHashMap::default(),
            procedural: vec![],
            own_macros: FxHashSet::default(),
            made: FxHashMap::default(),
            steps: std::iter::repeat_with(OnceLock::new).take(cx.defs.len()).collect(),
            includes: vec![],
            unread: vec![],
        };
        for mention in mentions.iter().filter(|mention| cx.kind(mention.of) == DefKind::Variant) {
            tables.matched.entry(mention.by).or_default().push(mention.of);
        }
        for def in cx.defs.ids() {
            tables.add_definition(def);
        }
        for info in &cx.impls.rows {
            for ty in &info.self_defs {
                tables.members.entry(*ty).or_default().extend(children(cx, info.def));
            }
            if info.of_trait != ImplTrait::None {
                tables.add_associated(info.def, &info.self_defs, info.of_trait);
            }
        }
        let named = tables.members.iter().map(|(of, members)| (*of, members.iter().map(|def| tables.needed(*def))));
        tables.named = named.map(|(of, members)| (of, members.collect())).collect();
        tables.add_made();
        tables.add_procedural();
        tables.unread = unread::by_package(&tables, &tables.includes);
        tables
    }

    /// A member with the name that code has to have for it.
    fn needed(&self, member: DefId) -> (Option<Name>, DefId) {
        let name = self.cx.defs.get(self.cx.sources, member).name;
        (Some(name).filter(|name| !name.starts_with(|first: char| first.is_ascii_digit())), member)
    }

    fn add_definition(&mut self, def: DefId) {
        let cx = self.cx;
        let facts = cx.defs.get(cx.sources, def);
        if let Some(parent) = cx.defs.parent(cx.sources, def) {
            match (facts.kind, cx.kind(parent)) {
                (DefKind::Field | DefKind::Variant, _) | (_, DefKind::Trait) => {
                    self.members.entry(parent).or_default().push(def);
                }
                (DefKind::AssociatedType, DefKind::Impl) => self.associated.entry(parent).or_default().push(def),
                (DefKind::Anonymous, _) => self.anonymous.entry(parent).or_default().push(def),
                _ => {}
            }
        }
        let Some(body) = &facts.body else { return };
        let calls = body.exprs.iter().filter_map(|expr| match expr {
            Expr::Macro(call) => Some(&**call),
            _ => None,
        });
        let is_unread = |call: &MacroCall| {
            let path = &body.paths[call.path as usize];
            !call.expanded && is_unread_include(cx, path, cx.defs.file(def), call.span)
        };
        let unread = calls.clone().filter(|call| is_unread(call));
        self.includes.extend(unread.map(|call| (def, call.span)));
        let own = Some(&body.tokens).filter(|_| matches!(facts.kind, DefKind::Template | DefKind::Anonymous));
        for name in calls.map(|call| &call.tokens).chain(own).flatten().filter_map(|token| token.path.last()) {
            for ty in cx.impls.members.by_name.get(name).into_iter().flatten().filter(|ty| cx.kind(**ty).is_adt()) {
                let given = self.given.entry(*ty).or_default();
                if given.last() != Some(&def) {
                    given.push(def);
                }
            }
        }
    }

    /// An impl of a trait counts for what its associated types are, and for the arguments that it gives a trait of the
    /// workspace.
    fn add_associated(&mut self, def: DefId, of: &[DefId], of_trait: ImplTrait) {
        let cx = self.cx;
        let has_arguments = match &cx.defs.get(cx.sources, def).data {
            DefData::Impl(header) => header.of_trait.iter().flat_map(|of| &of.segs).any(|seg| seg.args.is_some()),
            _ => false,
        };
        // Of the one impl of a trait, or of the one for a type, the compiler takes the arguments: `impl Make<X> for Vec<u8>`.
        let gives_arguments = has_arguments && matches!(of_trait, ImplTrait::Local(_));
        if !self.associated.contains_key(&def) && !gives_arguments {
            return;
        }
        let behind = self.behind_reference(def);
        let keys = if of.is_empty() { behind.as_slice() } else { of };
        match (keys, of_trait) {
            ([], ImplTrait::Local(of_trait)) => self.impls.entry(of_trait).or_default().push(def),
            ([], _) => self.for_any.push(def),
            (keys, _) => keys.iter().for_each(|key| self.impls.entry(*key).or_default().push(def)),
        }
    }

    /// `impl IntoIterator for &Type`: the type.
    fn behind_reference(&self, def: DefId) -> Option<DefId> {
        let cx = self.cx;
        let DefData::Impl(header) = &cx.defs.get(cx.sources, def).data else { return None };
        let (Ty::Ref(inner), Some(home)) = (&header.self_ty, cx.modules.home(def)) else { return None };
        if cx.modules.homes(def).len() > 1 {
            return None;
        }
        let Ty::Path(path) = &**inner else { return None };
        let is_param = |name: Name| header.generics.params.iter().any(|param| param.name == name);
        if path.single().is_some_and(|seg| is_param(seg.name)) {
            return None;
        }
        match cx.lower(home, &super::super::types::Env::default(), inner) {
            super::super::types::Type::Adt(def, _) => Some(def),
            _ => None,
        }
    }

    /// Names that macros put together.
    fn add_made(&mut self) {
        let cx = self.cx;
        let words = self.edges.iter().filter_map(|edge| match edge.to {
            Goal::Named(ByName::Piece, word) => Some(word),
            _ => None,
        });
        let words: FxHashSet<Name> = words.collect();
        if words.is_empty() {
            return;
        }
        let pieces = Pieces::new(self.edges.iter().map(|edge| edge.to));
        for def in cx.defs.ids().filter(|def| self.is_type_like(*def)).collect::<Vec<_>>() {
            let name = cx.defs.get(cx.sources, def).name;
            for word in words.iter().filter(|word| pieces.could_make(name, **word)) {
                self.made.entry(*word).or_default().push(def);
            }
        }
    }

    /// What a procedural macro makes can name what its source names in tokens and strings.
    fn add_procedural(&mut self) {
        let cx = self.cx;
        let targets = &cx.workspace.targets;
        let procedural = targets.iter().filter(|target| target.kind == TargetKind::ProcMacro);
        let mut writes = vec![false; cx.workspace.packages.len()];
        for target in procedural {
            writes.iter_mut().zip(needed(cx.workspace, target.package)).for_each(|(all, one)| *all |= one);
        }
        if !writes.contains(&true) {
            return;
        }
        let mut goals: FxHashSet<Goal> = FxHashSet::default();
        for def in cx.defs.ids() {
            let facts = cx.defs.get(cx.sources, def);
            self.own_macros.extend(facts.procedural_macro().map(|it| it.name));
            let homes = cx.modules.homes(def).iter().map(|home| targets[cx.modules.get(*home).target.index()].package);
            if homes.into_iter().any(|package| writes[package.index()]) {
                goals.extend(self.of(def).iter().filter(|edge| edge.why == Why::Tokens).map(|edge| edge.to));
            }
        }
        let imports = cx.sources.files.iter().flat_map(|file| &file.facts.imports);
        let renamed = imports.filter(|it| it.path.segs.last().is_some_and(|seg| self.own_macros.contains(&seg.name)));
        let aliases: Vec<Name> = renamed.filter_map(|import| import.alias).collect();
        self.own_macros.extend(aliases);
        let mut found: FxHashSet<DefId> = FxHashSet::default();
        for goal in goals {
            match goal {
                Goal::Def(def) => found.extend(Some(def).filter(|def| self.is_type_like(*def))),
                Goal::Named(ByName::Piece, word) => found.extend(self.made.get(&word).into_iter().flatten()),
                Goal::Named(_, name) => {
                    let all = cx.impls.members.by_name.get(&name).into_iter().flatten();
                    found.extend(all.filter(|def| self.is_type_like(**def)));
                }
            }
        }
        self.procedural = found.into_iter().collect();
        self.procedural.sort_unstable();
    }

    /// The edges of a definition.
    pub(super) fn of(&self, def: DefId) -> &'a [Edge] {
        &self.edges[self.ranges[def.index()].clone()]
    }

    /// What a definition leads to, whatever body comes by it.
    pub(super) fn step(&'a self, def: DefId) -> &'a Step {
        self.steps[def.index()].get_or_init(|| Closure::step(self, def))
    }

    /// A definition with the macro calls between its statements.
    pub(super) fn with_calls(&self, def: DefId) -> Vec<DefId> {
        let mut body = vec![def];
        let mut at = 0;
        while at < body.len() {
            body.extend(self.anonymous.get(&body[at]).into_iter().flatten());
            at += 1;
        }
        body
    }

    /// Bodies, each with the macro calls in it, of which one is as asked for.
    pub(super) fn bodies_with(&self, is_wanted: impl Fn(DefId) -> bool) -> Vec<Vec<DefId>> {
        let cx = self.cx;
        let inside = |def: DefId| {
            let parent = cx.defs.parent(cx.sources, def);
            cx.kind(def) == DefKind::Anonymous && parent.is_some_and(|parent| cx.kind(parent) != DefKind::Module)
        };
        let roots = cx.defs.ids().filter(|def| !inside(*def));
        roots.map(|def| self.with_calls(def)).filter(|body| body.iter().any(|def| is_wanted(*def))).collect()
    }

    /// Whether what a macro call may become is made of its tokens alone.
    pub(super) fn is_understood(&self, def: DefId, call: &MacroCall, body: &Body) -> bool {
        let path = &body.paths[call.path as usize];
        let Some(last) = path.segs.last() else { return false };
        let is_own = || self.own_macros.contains(&last.name) || self.may_be_own_macro(def, path);
        call.expanded || (self.cx.catalog.made_by_macro(&last.name) == Made::Nothing && !is_own())
    }

    /// Whether a call in the text of a definition may be of a macro of the workspace.
    pub(super) fn may_be_own_macro(&self, def: DefId, path: &Path) -> bool {
        self.cx.may_be_own_macro(path, self.cx.defs.file(def), self.cx.modules.homes(def))
    }

    /// Whether a signature can name it as a type or a bound.
    pub(super) fn is_type_like(&self, def: DefId) -> bool {
        let kind = self.cx.kind(def);
        kind.is_adt() || matches!(kind, DefKind::Trait | DefKind::TypeAlias | DefKind::AssociatedType)
    }

    /// The packages that a definition is read in of whose source some was not read, with what that may name.
    pub(super) fn unread_beside(&self, def: DefId) -> impl Iterator<Item = (usize, &Unread)> {
        self.cx.modules.homes(def).iter().filter_map(move |home| {
            let target = &self.cx.workspace.targets[self.cx.modules.get(*home).target.index()];
            let package = target.package.index();
            self.unread[package].as_ref().map(|unread| (package, unread))
        })
    }

    /// Whether a macro call stands between the items of a module.
    pub(super) fn is_between_items(&self, def: DefId) -> bool {
        let parent = self.cx.defs.parent(self.cx.sources, def);
        self.cx.kind(def) == DefKind::Anonymous && parent.is_none_or(|parent| self.cx.kind(parent) == DefKind::Module)
    }

    /// Whether a procedural macro of the workspace has a name.
    pub(super) fn is_own_macro(&self, name: Name) -> bool {
        self.own_macros.contains(&name)
    }

    /// Whether something that is not known may add to what a definition says.
    pub(super) fn may_gain(&self, def: DefId) -> bool {
        self.signatures.gains[def.index()]
    }

    /// Whether it is a type, or part of one, with derives of the ecosystem alone that are known: what these make of attributes
    /// has only what is in these, and values of the type.
    pub(super) fn is_of_known_derives(&self, def: DefId) -> bool {
        let cx = self.cx;
        let mut holders = std::iter::successors(Some(def), |def| cx.defs.parent(cx.sources, *def));
        let parts = |kind: DefKind| matches!(kind, DefKind::Variant | DefKind::Field);
        let adt = holders.find(|def| !parts(cx.kind(*def))).filter(|def| cx.kind(*def).is_adt());
        adt.is_some_and(|adt| {
            cx.impls.members.unseen(adt) == super::super::open::Unseen::Nothing
                && !self.has_own_macro(&cx.defs.get(cx.sources, adt).attrs)
        })
    }

    /// Whether a procedural macro of the workspace may stand on a definition.
    pub(super) fn has_own_macro(&self, attrs: &Attrs) -> bool {
        let derives = attrs.derives.iter().filter_map(|path| path.segs.last()).map(|seg| seg.name);
        let others = attrs.others.iter().map(|attr| crate::resolve::prelude::last_name(attr.path));
        derives.chain(others).any(|last| self.own_macros.contains(&last))
    }

    /// The members of this name that the types have.
    pub(super) fn members_named(&self, types: &FxHashSet<DefId>, name: Name) -> Vec<DefId> {
        let cx = self.cx;
        let all = cx.impls.members.by_name.get(&name).into_iter().flatten();
        let of_these = |def: &DefId| {
            let Some(parent) = cx.defs.parent(cx.sources, *def) else { return false };
            match cx.kind(parent) {
                DefKind::Impl => {
                    let row = cx.impls.info(parent);
                    row.is_some_and(|info| info.self_defs.iter().any(|ty| types.contains(ty)))
                }
                DefKind::Variant => cx.defs.parent(cx.sources, parent).is_some_and(|adt| types.contains(&adt)),
                _ => types.contains(&parent),
            }
        };
        let mut found: Vec<DefId> = all.copied().filter(of_these).collect();
        found.sort_unstable();
        found
    }
}

/// Whether something that is not known may add to what a definition with these attributes says.
pub(super) fn may_gain(catalog: &Catalog, attrs: &Attrs) -> bool {
    let unknown = |path: &Path| path.segs.last().is_some_and(|seg| catalog.derive_may_add_methods(&seg.name));
    attrs.derives.iter().any(unknown)
        || attrs.others.iter().any(|attr| catalog.attribute_role(&attr.path) == AttributeRole::Unknown)
}
