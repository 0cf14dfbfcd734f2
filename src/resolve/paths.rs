//! Paths against scopes.

use super::prelude;
use super::scopes::{Binding, Modules, Namespace, Reach, Res};
use crate::facts::{Path, types::Lead};
use crate::model::{DefId, DefKind, ModId, Name};
use smallvec::SmallVec;

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
}

/// Tells what kind a definition is; `paths` needs to know no more of it.
pub(crate) trait Kinds {
    fn kind(&self, def: DefId) -> DefKind;
    /// The variant of an enum.
    fn variant(&self, def: DefId, name: Name) -> Option<DefId>;
}

/// The meanings of a name in a module, explicit ones before those of globs.
pub(crate) fn in_module(modules: &Modules, module: ModId, namespace: Namespace, name: Name) -> &[Binding] {
    modules.get(module).names.get(&(namespace, name)).map_or(&[], |bindings| &bindings[..])
}

/// Of the bindings of a name those that count: those of globs only where no explicit one always exists.
fn pick(bindings: &[Binding]) -> impl Iterator<Item = &Binding> {
    let firm = bindings.iter().any(|binding| !binding.glob && !binding.conditional);
    bindings.iter().filter(move |binding| !(firm && binding.glob))
}

/// Resolves a path as seen from a module.
pub(crate) fn resolve(modules: &Modules, kinds: &dyn Kinds, from: ModId, path: &Path, last: Namespace) -> Resolved {
    let mut out = Resolved::default();
    let names: SmallVec<[Name; 4]> = path.segs.iter().map(|seg| seg.name).collect();
    let count = names.len();
    let space = |at: usize| if at + 1 == count { last } else { Namespace::Types };
    let start: SmallVec<[Found; 2]> = match path.lead {
        Lead::Plain => match names.first() {
            Some(first) => lexical(modules, from, space(0), *first, &mut out.imports),
            None => SmallVec::new(),
        },
        Lead::Global => match names.first() {
            Some(first) => krate(modules, from, *first).into_iter().collect(),
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
            let bindings: SmallVec<[Binding; 2]> = pick(in_module(modules, module, space, name)).copied().collect();
            // A name that cannot be seen is not meant, where one that can be seen is there.
            let seen = |binding: &Binding| match binding.reach {
                Reach::Public => true,
                Reach::In(scope) => modules.is_within(from, scope),
            };
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
            let variant = (kinds.kind(def) == DefKind::Enum).then(|| kinds.variant(def, name)).flatten();
            let next = match variant {
                Some(variant) => Found { res: Res::Def(variant), used: found.used + 1 },
                None => found,
            };
            if next.used == found.used {
                if !out.found.contains(&next) {
                    out.found.push(next);
                }
            } else {
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

/// The first name of a path: in the blocks and the module around, then crates, then the prelude.
fn lexical(
    modules: &Modules,
    from: ModId,
    namespace: Namespace,
    name: Name,
    imports: &mut SmallVec<[DefId; 2]>,
) -> SmallVec<[Found; 2]> {
    let mut at = from;
    loop {
        let bindings = in_module(modules, at, namespace, name);
        if !bindings.is_empty() {
            let mut found: SmallVec<[Found; 2]> = SmallVec::new();
            for binding in pick(bindings) {
                imports.extend(binding.import);
                let one = Found { res: binding.res, used: 1 };
                if !found.contains(&one) {
                    found.push(one);
                }
            }
            let firm = bindings.iter().any(|binding| !binding.conditional);
            if !firm && namespace == Namespace::Types {
                found.extend(krate(modules, from, name));
            }
            return found;
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
        Namespace::Macros => prelude::macro_named(name),
    };
    beyond.into_iter().collect()
}
