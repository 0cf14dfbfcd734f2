//! What types and traits have: associated items, fields, variants; and all of them by name.

use super::Context;
use super::impls::{ImplInfo, ImplTrait};
use super::open::{self, Unseen};
use super::paths::Kinds;
use crate::facts::DefData;
use crate::model::{DefId, DefKind, Name};
use crate::parse::Sources;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

type Ids = SmallVec<[DefId; 1]>;

/// Look-ups of members.
#[derive(Debug, Default)]
pub struct Members {
    /// Items of inherent impls by type.
    inherent: FxHashMap<(DefId, Name), Ids>,
    /// All items of inherent impls of a type.
    all_inherent: FxHashMap<DefId, Vec<DefId>>,
    /// Items that a trait declares.
    trait_items: FxHashMap<(DefId, Name), Ids>,
    /// Fields of structs and unions, and of variants.
    fields: FxHashMap<(DefId, Name), Ids>,
    /// Variants of enums.
    variants: FxHashMap<(DefId, Name), Ids>,
    /// Traits of the workspace that a type implements.
    traits_of: FxHashMap<DefId, Ids>,
    /// Traits of the workspace that anything might implement (`impl<T> Trait for T`).
    blanket: FxHashSet<DefId>,
    /// Traits that are implemented for something that is no type definition here.
    on_others: FxHashSet<DefId>,
    /// Traits by the name of an item they declare.
    traits_with: FxHashMap<Name, Ids>,
    /// Names of items of inherent impls.
    inherent_names: FxHashSet<Name>,
    /// Supertraits in the workspace.
    supers: FxHashMap<DefId, Ids>,
    /// Types and traits that may have more members than are listed: through `Deref`, macros, derives and attributes.
    open: FxHashMap<DefId, Unseen>,
    /// Types that dereference.
    derefs: FxHashSet<DefId>,
    /// Types with projections by `pin_project`.
    projected: FxHashSet<DefId>,
    /// Types with inherent impls for only some arguments: two such may have items of one name.
    pub by_name: FxHashMap<Name, Vec<DefId>>,
}

impl Members {
    pub(super) fn collect(cx: &Context<'_>) -> Self {
        let mut members = Members::default();
        for def in cx.defs.ids() {
            let facts = cx.defs.get(cx.sources, def);
            members.by_name.entry(facts.name).or_default().push(def);
            let Some(parent) = cx.defs.parent(cx.sources, def) else { continue };
            match (facts.kind, cx.kind(parent)) {
                (DefKind::Field, _) => {
                    for name in numbers_of(cx, parent, facts.name) {
                        members.fields.entry((parent, name)).or_default().push(def);
                    }
                }
                (DefKind::Variant, _) => members.variants.entry((parent, facts.name)).or_default().push(def),
                (_, DefKind::Trait) if is_item(facts.kind) => {
                    members.trait_items.entry((parent, facts.name)).or_default().push(def);
                    members.traits_with.entry(facts.name).or_default().push(parent);
                }
                _ => {}
            }
        }
        for def in cx.defs.ids().filter(|def| cx.kind(*def) == DefKind::Trait) {
            members.add_supers(cx, def);
        }
        members.open_sub_traits();
        for (def, unseen) in open::of_types(cx, &members.by_name) {
            members.widen(def, unseen);
        }
        members.projected = super::projections::with_projection(cx);
        members
    }

    fn add_supers(&mut self, cx: &Context<'_>, def: DefId) {
        let (DefData::Trait { supers, generics }, Some(module)) =
            (&cx.defs.get(cx.sources, def).data, cx.modules.home(def))
        else {
            return;
        };
        let on_self = generics.wheres.iter().filter(
            |(ty, _)| matches!(ty, crate::facts::Ty::Path(path) if path.single().is_some_and(|seg| seg.name == "Self")),
        );
        for path in supers.iter().chain(on_self.flat_map(|(_, bounds)| bounds)) {
            let resolved = super::paths::resolve(&cx.modules, cx, module, path, super::Namespace::Types);
            if path.segs.last().is_some_and(|seg| seg.name.starts_with("Deref")) {
                self.widen(def, Unseen::Anything);
            }
            for found in resolved.found {
                if let super::Res::Def(found) = found.res {
                    self.supers.entry(def).or_default().push(found);
                }
            }
        }
    }

    /// A trait below one that dereferences does so too.
    fn open_sub_traits(&mut self) {
        loop {
            let opened: Vec<DefId> = (self.supers.iter())
                .filter(|(of, supers)| !self.is_open(**of) && supers.iter().any(|one| self.is_open(*one)))
                .map(|(of, _)| *of)
                .collect();
            if opened.is_empty() {
                return;
            }
            opened.into_iter().for_each(|def| self.widen(def, Unseen::Anything));
        }
    }

    fn widen(&mut self, def: DefId, unseen: Unseen) {
        let known = self.open.entry(def).or_default();
        *known = unseen.max(*known);
    }

    pub(super) fn add_impls(&mut self, cx: &Context<'_>, impls: &[ImplInfo]) {
        for info in impls {
            if let ImplTrait::Local(found) = info.of_trait
                && info.blanket
            {
                self.blanket.insert(found);
            }
            if let (ImplTrait::Local(found), []) = (info.of_trait, &info.self_defs[..]) {
                self.on_others.insert(found);
            }
            for ty in &info.self_defs {
                match info.of_trait {
                    ImplTrait::None => self.add_inherent(cx, info.def, *ty),
                    ImplTrait::Local(found) => self.traits_of.entry(*ty).or_default().push(found),
                    ImplTrait::Foreign(path) if !super::prelude::last(path).starts_with("Deref") => {}
                    ImplTrait::Foreign(_) => drop(self.derefs.insert(*ty)),
                    ImplTrait::Unknown => {
                        let derefs =
                            children(cx, info.def).iter().any(|it| cx.defs.get(cx.sources, *it).name == "deref");
                        self.widen(*ty, if derefs { Unseen::Anything } else { Unseen::Members });
                    }
                }
            }
        }
        for def in cx.defs.ids().filter(|def| cx.kind(*def).is_adt()) {
            let derives = &cx.defs.get(cx.sources, def).attrs.derives;
            if derives.iter().any(|path| path.segs.last().is_some_and(|seg| seg.name.starts_with("Deref"))) {
                self.derefs.insert(def);
            }
        }
    }

    fn add_inherent(&mut self, cx: &Context<'_>, def: DefId, ty: DefId) {
        for item in children(cx, def) {
            let name = cx.defs.get(cx.sources, item).name;
            self.inherent.entry((ty, name)).or_default().push(item);
            self.inherent_names.insert(name);
            self.all_inherent.entry(ty).or_default().push(item);
        }
    }

    /// Whether a type has items that are not of a trait, or may have.
    pub(super) fn may_have_inherent(&self, ty: DefId) -> bool {
        self.all_inherent.contains_key(&ty) || self.unseen(ty) != Unseen::Nothing
    }

    /// All items of inherent impls of a type.
    pub(super) fn all_inherent(&self, ty: DefId) -> &[DefId] {
        self.all_inherent.get(&ty).map_or(&[], |ids| &ids[..])
    }

    /// Items of inherent impls of a type.
    pub fn inherent(&self, ty: DefId, name: Name) -> &[DefId] {
        self.inherent.get(&(ty, name)).map_or(&[], |ids| &ids[..])
    }

    /// The item that a trait or else one of its supertraits declares; more than one where conditions exclude each other.
    pub fn trait_item(&self, of: DefId, name: Name) -> &[DefId] {
        let own = self.own_trait_item(of, name);
        if !own.is_empty() || !self.supers.contains_key(&of) {
            return own;
        }
        // Traits may ask for each other.
        let mut all = vec![of];
        let mut seen: FxHashSet<DefId> = all.iter().copied().collect();
        let mut at = 0;
        while let Some(next) = all.get(at).copied() {
            let own = self.own_trait_item(next, name);
            if !own.is_empty() {
                return own;
            }
            all.extend(self.supers.get(&next).into_iter().flatten().copied().filter(|one| seen.insert(*one)));
            at += 1;
        }
        &[]
    }

    /// The item that a trait itself declares.
    pub fn own_trait_item(&self, of: DefId, name: Name) -> &[DefId] {
        self.trait_items.get(&(of, name)).map_or(&[], |ids| &ids[..])
    }

    /// Items of this name of the traits that a type implements or may implement.
    pub fn items_of_traits(&self, ty: DefId, name: Name) -> Ids {
        self.items_of_traits_among(ty, name, self.traits_declaring(name))
    }

    /// The same of some of the traits that declare an item of this name.
    pub(super) fn items_of_traits_among(&self, ty: DefId, name: Name, traits: &[DefId]) -> Ids {
        let implemented = self.traits_of.get(&ty).map_or(&[][..], |ids| &ids[..]);
        let may = traits.iter().filter(|one| implemented.contains(one) || self.blanket.contains(one));
        may.flat_map(|one| self.own_trait_item(*one, name)).copied().collect()
    }

    /// Whether a type itself has a method: by an inherent impl, or by a trait that it implements by name.
    pub fn surely_has(&self, ty: DefId, name: Name) -> bool {
        let traits = self.traits_of.get(&ty).into_iter().flatten();
        !self.inherent(ty, name).is_empty() || traits.into_iter().any(|one| !self.own_trait_item(*one, name).is_empty())
    }

    /// Items of this name that bounds give: those of the traits and of their supertraits, and of `impl dyn Trait`.
    pub fn items_of_bounds(&self, traits: &[DefId], name: Name) -> Ids {
        let declared = traits.iter().flat_map(|one| self.trait_item(*one, name));
        declared.chain(traits.iter().flat_map(|one| self.inherent(*one, name))).copied().collect()
    }

    /// Whether any trait of the workspace declares an item of this name.
    pub fn any_trait_declares(&self, name: Name) -> bool {
        self.traits_with.contains_key(&name)
    }

    /// Whether an inherent impl or a trait of the workspace has an item of this name.
    pub(super) fn has_any(&self, name: Name) -> bool {
        self.inherent_names.contains(&name) || self.any_trait_declares(name)
    }

    /// A field of a struct, union or variant; more than one where conditions exclude each other.
    pub fn field(&self, of: DefId, name: Name) -> &[DefId] {
        self.fields.get(&(of, name)).map_or(&[], |ids| &ids[..])
    }

    /// Items of this name of traits that are implemented for something that is no type definition here: a reference, a
    /// pointer, a foreign type.
    pub fn items_on_others(&self, name: Name) -> Ids {
        let traits = self.traits_with.get(&name).into_iter().flatten();
        traits
            .filter(|one| self.on_others.contains(one))
            .flat_map(|one| self.own_trait_item(*one, name))
            .copied()
            .collect()
    }

    /// Variants of this name; more than one where conditions exclude each other.
    pub fn variants(&self, of: DefId, name: Name) -> &[DefId] {
        self.variants.get(&(of, name)).map_or(&[], |ids| &ids[..])
    }

    /// Traits that declare an item of this name.
    pub fn traits_declaring(&self, name: Name) -> &[DefId] {
        self.traits_with.get(&name).map_or(&[], |ids| &ids[..])
    }

    /// Names of items that more than so many traits declare, and these traits.
    pub(super) fn declared_by_more_than(&self, few: usize) -> impl Iterator<Item = (Name, &[DefId])> {
        self.traits_with.iter().filter(move |(_, traits)| traits.len() > few).map(|(name, traits)| (*name, &traits[..]))
    }

    /// Whether a type dereferences by an impl of its own.
    pub fn derefs(&self, ty: DefId) -> bool {
        self.derefs.contains(&ty)
    }

    /// Whether `pin_project` makes projections of a type.
    pub(super) fn has_projection(&self, ty: DefId) -> bool {
        self.projected.contains(&ty)
    }

    /// How much of a type may be unseen.
    pub(super) fn unseen(&self, ty: DefId) -> Unseen {
        self.open.get(&ty).copied().unwrap_or_default()
    }

    /// Whether a value of a type or trait may lead to something that is not known.
    pub fn is_open(&self, ty: DefId) -> bool {
        self.unseen(ty) == Unseen::Anything
    }
}

fn is_item(kind: DefKind) -> bool {
    kind.is_fn() || matches!(kind, DefKind::AssociatedConstant | DefKind::AssociatedType)
}

/// The items of an impl or a trait.
pub(crate) fn children(cx: &Context<'_>, def: DefId) -> Vec<DefId> {
    children_in(cx.sources, &cx.defs, def)
}

/// The definitions whose parent is `def`; they follow it in its file.
pub fn children_in(sources: &Sources, defs: &super::Definitions, def: DefId) -> Vec<DefId> {
    let (file, row) = (defs.file(def), defs.row(def));
    let rows = &sources.files[file.index()].facts.defs;
    let span = rows[row as usize].span;
    let after = rows.iter().enumerate().skip(row as usize + 1);
    let inside = after.take_while(|(_, it)| it.span.start <= span.end);
    inside.filter(|(_, it)| it.parent == Some(row)).map(|(at, _)| defs.id(file, at as u32)).collect()
}

impl Kinds for Members {
    /// Not known here, and not asked for where only variants are looked up.
    fn kind(&self, _def: DefId) -> DefKind {
        DefKind::Enum
    }

    fn variants(&self, def: DefId, name: Name) -> SmallVec<[DefId; 1]> {
        SmallVec::from_slice(Members::variants(self, def, name))
    }
}

impl Kinds for Context<'_> {
    fn kind(&self, def: DefId) -> DefKind {
        self.defs.kind(def)
    }

    fn variants(&self, def: DefId, name: Name) -> SmallVec<[DefId; 1]> {
        SmallVec::from_slice(self.impls.members.variants(def, name))
    }

    fn foreign(&self, module: Name, (space, name): (super::Namespace, Name)) -> Option<Name> {
        if space == super::Namespace::Macros {
            return None;
        }
        let path = self.canonical(super::prelude::join(self.canonical(module), name));
        self.library_of(path).filter(|library| library.has(path)).map(|_| path)
    }
}

/// The names that a field may go by: which number it has, depends on how many of those before it there are.
fn numbers_of(cx: &Context<'_>, parent: DefId, name: Name) -> Vec<Name> {
    let Ok(number) = name.parse::<usize>() else { return vec![name] };
    let fields = children(cx, parent).into_iter().filter(|of| cx.defs.kind(*of) == DefKind::Field);
    let open = fields.take(number).filter(|of| is_conditional(cx, *of)).count();
    (number - open.min(number)..=number).map(|number| crate::model::name(&number.to_string())).collect()
}

/// The fields of a tuple struct or variant in order; `None` where their numbers depend on conditions.
pub(super) fn numbered_fields(cx: &Context<'_>, holder: DefId) -> Option<Vec<DefId>> {
    let mut fields = children(cx, holder);
    fields.retain(|of| cx.defs.kind(*of) == DefKind::Field);
    fields.iter().all(|of| !is_conditional(cx, *of)).then_some(fields)
}

fn is_conditional(cx: &Context<'_>, def: DefId) -> bool {
    !cx.defs.get(cx.sources, def).attrs.cfg.is_empty()
}
