//! Paths against scopes.

use super::prelude;
use super::scopes::{Binding, Modules, Namespace, Reach, Res};
use crate::facts::{Path, types::Lead};
use crate::model::{DefId, DefKind, ModId, Name};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::cell::RefCell;

/// One meaning of a path.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Found {
    /// What its first `used` names mean.
    pub(crate) res: Res,
    /// How many names were looked up; the others name something in a type.
    pub(crate) used: usize,
}

/// The meanings of a path.
#[derive(Default, Debug)]
pub(crate) struct Resolved {
    pub(crate) found: SmallVec<[Found; 2]>,
    /// Re-exports that it goes through.
    pub(crate) imports: SmallVec<[DefId; 2]>,
    /// Modules that were looked in.
    pub(crate) visited: SmallVec<[ModId; 4]>,
}

/// Tells what kind a definition is; `paths` needs to know no more of it.
pub(crate) trait Kinds: Sync {
    fn kind(&self, def: DefId) -> DefKind;
    /// The variant of an enum; more than one where conditions exclude each other.
    fn variants(&self, def: DefId, name: Name) -> SmallVec<[DefId; 1]>;
    /// What a glob over a module or an enum of another crate gives for a name, where that crate is known.
    fn foreign(&self, _module: Name, _sought: (Namespace, Name)) -> Option<Name> {
        None
    }
}

/// The meanings of a name in a module: explicit ones, and where none of these always exists those of its globs as well.
/// The modules that were looked in are added to `visited`.
pub(crate) fn in_module(
    modules: &Modules,
    kinds: &dyn Kinds,
    module: ModId,
    sought: (Namespace, Name),
    visited: &mut SmallVec<[ModId; 4]>,
) -> SmallVec<[Binding; 2]> {
    let mut look =
        Look { modules, kinds, sought, root: module, seen: SmallVec::new(), visited, found: SmallVec::new() };
    look.at(module, None);
    look.found
}

/// How a name that is found comes to the module that asks.
#[derive(Clone, Copy)]
struct Way {
    /// The module that takes it by a glob first: it has to see it.
    importer: ModId,
    /// From where it can be named in the module that asks.
    reach: Reach,
    /// A glob is never reported; what matters is the `use` that it takes the name from.
    import: Option<DefId>,
    conditional: bool,
}

/// A search through a module and its globs.
struct Look<'a> {
    modules: &'a Modules,
    kinds: &'a dyn Kinds,
    sought: (Namespace, Name),
    /// The module that asks.
    root: ModId,
    /// Globs that were gone through, by their module. One module may be come to by several: each lets other names through.
    seen: SmallVec<[(ModId, usize); 8]>,
    visited: &'a mut SmallVec<[ModId; 4]>,
    found: SmallVec<[Binding; 2]>,
}

impl Look<'_> {
    fn at(&mut self, module: ModId, way: Option<Way>) {
        if !self.visited.contains(&module) {
            self.visited.push(module);
        }
        let modules = self.modules;
        let row = modules.get(module);
        if let Some(explicit) = row.names.get(&self.sought) {
            for binding in explicit {
                self.add(*binding, way);
            }
            if explicit.iter().any(|binding| !binding.conditional) {
                return;
            }
        }
        for (at, glob) in row.globs.iter().enumerate() {
            let lets_through = way.is_none_or(|way| modules.can_see(way.importer, glob.reach));
            if !lets_through || self.seen.contains(&(module, at)) {
                continue;
            }
            self.seen.push((module, at));
            let next = Way {
                importer: module,
                reach: way.map_or(glob.reach, |way| way.reach),
                import: glob.import.or(way.and_then(|way| way.import)),
                conditional: glob.conditional || way.is_some_and(|way| way.conditional),
            };
            match glob.source {
                Res::Mod(source) if source != self.root => self.at(source, Some(next)),
                Res::Mod(_) => {}
                Res::Def(def) if self.sought.0 != Namespace::Macros => {
                    for variant in self.kinds.variants(def, self.sought.1) {
                        self.add_outside(Res::Def(variant), next);
                    }
                }
                Res::Def(_) => {}
                Res::Ext(source) => {
                    if let Some(known) = self.kinds.foreign(source, self.sought) {
                        self.add_outside(Res::Ext(known), next);
                    }
                }
            }
        }
    }

    fn add(&mut self, binding: Binding, way: Option<Way>) {
        let Some(way) = way else { return self.found.push(binding) };
        if self.modules.can_see(way.importer, binding.reach) {
            self.found.push(Binding {
                res: binding.res,
                reach: way.reach,
                import: binding.import.or(way.import),
                glob: true,
                conditional: binding.conditional || way.conditional,
            });
        }
    }

    /// What is no module: all of it can be seen.
    fn add_outside(&mut self, res: Res, way: Way) {
        let (reach, import) = (way.reach, way.import);
        self.found.push(Binding { res, reach, import, glob: true, conditional: way.conditional });
    }
}

/// Resolves a path as seen from a module.
pub(crate) fn resolve(modules: &Modules, kinds: &dyn Kinds, from: ModId, path: &Path, last: Namespace) -> Resolved {
    let mut out = Resolved::default();
    let names: SmallVec<[Name; 4]> = path.segs.iter().map(|seg| seg.name).collect();
    let count = names.len();
    let space = |at: usize| if at + 1 == count { last } else { Namespace::Types };
    let start: SmallVec<[Found; 2]> = match path.lead {
        Lead::Plain => match names.first() {
            Some(first) => lexical(modules, kinds, from, (space(0), *first), &mut out),
            None => SmallVec::new(),
        },
        Lead::Global => match names.first() {
            Some(first) => krate(modules, from, *first).or_else(|| made_crate(modules, *first)).into_iter().collect(),
            None => SmallVec::new(),
        },
        Lead::Crate => {
            let root = modules.roots[modules.get(from).target.index()];
            root.map(|root| Found { res: Res::Mod(root), used: 0 }).into_iter().collect()
        }
        Lead::SelfMod => SmallVec::from_slice(&[Found { res: Res::Mod(modules.nearest(from)), used: 0 }]),
        Lead::Super(steps) => {
            let mut at = Some(modules.nearest(from));
            for _ in 0..steps {
                at = at.and_then(|module| modules.get(module).parent).map(|parent| modules.nearest(parent));
            }
            at.map(|module| Found { res: Res::Mod(module), used: 0 }).into_iter().collect()
        }
    };
    for found in start {
        follow(modules, kinds, from, &names, found, last, &mut out);
    }
    out
}

/// Follows the names behind `found`, all meanings of each.
fn follow(
    modules: &Modules,
    kinds: &dyn Kinds,
    from: ModId,
    names: &[Name],
    found: Found,
    last: Namespace,
    out: &mut Resolved,
) {
    let Some(name) = names.get(found.used).copied() else {
        if !out.found.contains(&found) {
            out.found.push(found);
        }
        return;
    };
    let is_last = found.used + 1 == names.len();
    match found.res {
        Res::Mod(module) => {
            let space = if is_last { last } else { Namespace::Types };
            let bindings = in_module(modules, kinds, module, (space, name), &mut out.visited);
            // A name that cannot be seen is not meant, where one that can be seen is there.
            let seen = |binding: &Binding| modules.can_see(from, binding.reach);
            let any_seen = bindings.iter().any(seen);
            for binding in bindings {
                if any_seen && !seen(&binding) {
                    continue;
                }
                if let Some(import) = binding.import {
                    out.imports.push(import);
                }
                let next = Found { res: binding.res, used: found.used + 1 };
                follow(modules, kinds, from, names, next, last, out);
            }
        }
        Res::Def(def) => {
            let is_enum = kinds.kind(def) == DefKind::Enum;
            let variants = if is_enum { kinds.variants(def, name) } else { SmallVec::new() };
            if variants.is_empty() && !out.found.contains(&found) {
                out.found.push(found);
            }
            for variant in variants {
                let next = Found { res: Res::Def(variant), used: found.used + 1 };
                follow(modules, kinds, from, names, next, last, out);
            }
        }
        Res::Ext(path) => {
            let res = Res::Ext(prelude::join(path, name));
            follow(modules, kinds, from, names, Found { res, used: found.used + 1 }, last, out);
        }
    }
}

/// A crate by its name, as seen from a module.
pub(crate) fn krate(modules: &Modules, from: ModId, name: Name) -> Option<Found> {
    let target = modules.get(from).target;
    modules.crates[target.index()].get(&name).map(|res| Found { res: *res, used: 1 })
}

/// A crate that only the rules of macros name.
fn made_crate(modules: &Modules, name: Name) -> Option<Found> {
    modules.made_crates.contains(&name).then_some(Found { res: Res::Ext(name), used: 1 })
}

/// What a first name means, with the re-exports it goes through.
#[derive(Clone, Default)]
struct Lexical {
    found: SmallVec<[Found; 2]>,
    imports: SmallVec<[DefId; 2]>,
}

type Remembered = FxHashMap<(ModId, Namespace, Name), Lexical>;

thread_local! {
    /// The look-ups of this thread in the analysis of that number. The same few names are asked for again and again.
    static REMEMBERED: RefCell<(u64, Remembered)> = RefCell::default();
}

/// More than this is not remembered.
const MOST_REMEMBERED: usize = 1 << 16;

/// The first name of a path: in the blocks and the module around, then crates, then the prelude.
fn lexical(
    modules: &Modules,
    kinds: &dyn Kinds,
    from: ModId,
    (namespace, name): (Namespace, Name),
    out: &mut Resolved,
) -> SmallVec<[Found; 2]> {
    if modules.sealed == 0 {
        let lexical = look_around(modules, kinds, from, (namespace, name), &mut out.visited);
        out.imports.extend(lexical.imports);
        return lexical.found;
    }
    REMEMBERED.with_borrow_mut(|(analysis, remembered)| {
        if *analysis != modules.sealed || remembered.len() > MOST_REMEMBERED {
            *analysis = modules.sealed;
            remembered.clear();
        }
        let lexical = remembered
            .entry((from, namespace, name))
            .or_insert_with(|| look_around(modules, kinds, from, (namespace, name), &mut SmallVec::new()));
        out.imports.extend(lexical.imports.iter().copied());
        lexical.found.clone()
    })
}

fn look_around(
    modules: &Modules,
    kinds: &dyn Kinds,
    from: ModId,
    (namespace, name): (Namespace, Name),
    visited: &mut SmallVec<[ModId; 4]>,
) -> Lexical {
    let mut out = Lexical::default();
    let mut at = from;
    loop {
        // An import of the name that is not understood may mean anything, and hides what stands around; what was found
        // further in, under conditions, is not told either: whoever asks goes by the name.
        if modules.unresolved.contains(&(at, name)) {
            return Lexical::default();
        }
        let bindings = in_module(modules, kinds, at, (namespace, name), visited);
        if !bindings.is_empty() {
            for binding in &bindings {
                out.imports.extend(binding.import);
                let one = Found { res: binding.res, used: 1 };
                if !out.found.contains(&one) {
                    out.found.push(one);
                }
            }
            // What exists only under a condition hides nothing where the condition does not hold.
            if bindings.iter().any(|binding| !binding.conditional) {
                return out;
            }
        }
        match modules.get(at) {
            module if module.falls_through => match module.parent {
                Some(parent) => at = parent,
                None => break,
            },
            _ => break,
        }
    }
    let beyond = match namespace {
        Namespace::Types => krate(modules, from, name).or_else(|| prelude::type_named(name)),
        Namespace::Values => prelude::value_named(name),
        // Macros of `std` are known to the catalogue, by name.
        Namespace::Macros => None,
    };
    out.found.extend(beyond);
    out
}
