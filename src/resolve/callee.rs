//! Functions that are named by a path: of other crates, or given to a type by their traits.

use super::bodies::Walk;
use super::candidates::best;
use super::paths::Kinds;
use super::traits::Subst;
use super::types::{Head, Type};
use crate::facts::PathId;
use crate::model::{DefId, DefKind, Name, name};

impl Walk<'_> {
    /// A path as a value that is not called at once.
    pub(super) fn path_value(&mut self, id: PathId) -> Type {
        let (ty, meant, owner) = self.value_path(id);
        let body = self.body;
        let path = &body.paths[id as usize];
        if !meant.is_empty() || !ty.is_unknown() || self.is_local(id) {
            return match (&ty, &meant[..]) {
                (Type::Item(item), [def]) => {
                    let outer = self.outer_at(*def, path, &owner);
                    self.as_value(*item, &outer, path)
                }
                (_, [def]) if matches!(self.cx.kind(*def), DefKind::Variant | DefKind::Struct) => self.filled(&ty),
                _ => ty,
            };
        }
        let Some((item, outer)) = self.foreign_function(path, &owner) else { return self.foreign_constant(path) };
        if self.cx.function(item).is_none() {
            if let Some((made, fields)) = self.constructor(item)
                && fields.is_empty()
            {
                return made;
            }
            if let Some(ty) = self.cx.typed(item) {
                let ty = self.cx.substitute_known(ty, &outer);
                return self.deep(&ty);
            }
        }
        self.as_value(item, &outer, path)
    }

    /// The parameters of the impl or trait around an item that a path names.
    pub(super) fn outer_at(&mut self, def: DefId, path: &crate::facts::Path, owner: &Type) -> Subst {
        let mut outer = self.outer_of(def, owner);
        let cx = self.cx;
        let Some(of) = cx.defs.parent(cx.sources, def).filter(|of| cx.kind(*of) == DefKind::Trait) else {
            return outer;
        };
        if outer.is_empty() {
            outer.push(None);
        }
        let first = path.segs.first().map(|seg| seg.name);
        let is_param = |name: Name| name == "Self" || self.env.params.iter().any(|(param, _)| *param == name);
        let by_type = path.qself.is_some() || first.is_some_and(is_param);
        let by_trait = !by_type && matches!(owner, Type::Bound(_));
        if by_trait {
            // `Trait::f`: for which type, the arguments tell.
            outer[0] = None;
        }
        let holder = path.segs.iter().rev().nth(1).and_then(|seg| seg.args.as_ref());
        match (holder, owner) {
            // `Trait::<A>::f`, `<T as Trait<A>>::f`.
            (Some(args), _) if by_trait || path.qself.as_ref().is_some_and(|it| it.1 > 0) => {
                outer.extend(args.types.iter().map(|ty| Some(self.lowered(ty))));
            }
            (None, Type::Bound(refs)) if by_type => {
                let bound = refs.iter().find(|one| one.of == Head::Own(of));
                outer.extend(bound.into_iter().flat_map(|one| one.args.iter().cloned().map(Some)));
            }
            _ => {}
        }
        outer
    }

    /// A function or constructor that is not called at once: its parameters and its result. The path may say its type
    /// arguments.
    fn as_value(&mut self, item: Head, outer: &Subst, path: &crate::facts::Path) -> Type {
        let cx = self.cx;
        let explicit = path.segs.last().and_then(|seg| seg.args.as_ref()).map_or(&[][..], |args| &args.types);
        let about = match cx.function(item) {
            // How many parameters there are, conditions say.
            Some(sig) if !sig.conditional.is_empty() => return Type::Item(item),
            Some(sig) => {
                let mut subst = vec![];
                for at in 0..sig.params {
                    let given = match at.checked_sub(sig.outer) {
                        None => outer.get(at as usize).cloned().flatten(),
                        Some(own) => explicit.get(own as usize).map(|ty| self.lowered(ty)),
                    };
                    let given = given.filter(|ty| !ty.is_unknown());
                    let ty = given.unwrap_or_else(|| self.fresh());
                    subst.push(ty);
                }
                self.solve(&sig.bounds, &subst);
                let inputs = sig.inputs.iter().map(|input| self.with(input, &subst)).collect();
                (inputs, sig.output.as_ref().map_or(Type::Unknown, |output| self.with(output, &subst)))
            }
            None => match self.constructor(item) {
                Some((made, fields)) => (fields, made),
                None => return Type::Item(item),
            },
        };
        Type::Fn(std::sync::Arc::new(about))
    }

    /// A constant or static of another crate.
    fn foreign_constant(&self, path: &crate::facts::Path) -> Type {
        let ty = self.foreign_path(path).and_then(|path| self.cx.typed(Head::Ext(path)));
        ty.map_or(Type::Unknown, |ty| self.cx.substitute(ty, &[]))
    }

    /// A function of another crate by its path, or one that a foreign trait gives a type.
    pub(super) fn foreign_function(&mut self, path: &crate::facts::Path, owner: &Type) -> Option<(Head, Subst)> {
        let found = self.foreign_item(path, owner)?;
        self.note_foreign(found.0, path.span);
        Some(found)
    }

    fn foreign_item(&mut self, path: &crate::facts::Path, owner: &Type) -> Option<(Head, Subst)> {
        let last = path.segs.last()?.name;
        if !owner.is_unknown() {
            let owner = self.filled(owner);
            return self.associated(&owner, last);
        }
        let found = self.foreign_path(path)?;
        let head = Head::Ext(found);
        let written = path.segs.iter().rev().nth(1).and_then(|seg| seg.args.as_ref());
        if let (Some(args), Some(_)) = (written, self.cx.function(head))
            && self.trait_of(head).is_some_and(|of| self.cx.trait_sig(of).is_some())
        {
            // `Trait::<A>::f`: for which type, the arguments tell.
            let args = args.types.iter().map(|ty| Some(self.lowered(ty)));
            return Some((head, std::iter::once(None).chain(args).collect()));
        }
        if self.cx.function(head).is_some() || self.cx.enum_of(head).is_some() || self.cx.arity(head).is_some() {
            return Some((head, vec![]));
        }
        let (holder, _) = found.as_str().rsplit_once("::")?;
        let holder = self.cx.canonical(name(holder));
        let head = Head::Ext(holder);
        if !holder.contains("::") {
            // `u8::from_str_radix`; the name of a crate is none of a type.
            let primitive = super::prelude::is_primitive(holder).then(|| Type::plain(&holder))?;
            return self.associated(&primitive, last);
        }
        let library = self.cx.library_of(holder)?;
        if let Some(of) = library.traits.get(&head) {
            // `Trait::<A>::f`: for which type, the arguments tell.
            let args = written.into_iter().flat_map(|args| &args.types).map(|ty| Some(self.lowered(ty)));
            return Some((*of.items.get(&last)?, std::iter::once(None).chain(args).collect()));
        }
        // `io::Result::Ok`.
        let aliased = match library.aliases.get(&holder) {
            Some(Type::Ext(of, _)) => Some(Head::Ext(super::prelude::join(*of, last))),
            _ => None,
        };
        if let Some(variant) = aliased.filter(|variant| self.cx.enum_of(*variant).is_some()) {
            return Some((variant, vec![]));
        }
        if self.cx.enum_of(Head::Ext(super::prelude::join(holder, last))).is_some() {
            return Some((Head::Ext(super::prelude::join(holder, last)), vec![]));
        }
        let args: Vec<Type> = match written {
            Some(args) => args.types.iter().map(|ty| self.lowered(ty)).collect(),
            // What the path of a value leaves out of an alias is found out, whatever its default is in a type.
            None if library.aliases.contains_key(&holder) => {
                let count = library.defaults.get(&head).map_or(0, Vec::len);
                (0..count).map(|_| self.fresh()).collect()
            }
            None => vec![],
        };
        let owner = self.cx.foreign(holder, args.into());
        let owner = self.filled(&owner);
        self.associated(&owner, last)
    }

    /// The struct or variant of another crate that a literal or a pattern with fields is of, with its type.
    pub(super) fn foreign_holder(&mut self, path: &crate::facts::Path) -> Option<(Head, Type)> {
        let found = self.foreign_path_in(path, super::Namespace::Types).or_else(|| self.foreign_path(path))?;
        let (made, _) = self.constructor(Head::Ext(found))?;
        Some((Head::Ext(found), made))
    }

    /// The type of a field of such.
    pub(super) fn field_of_foreign(&self, item: Head, made: &Type, field: Name) -> Option<Type> {
        let declared = self.cx.field_of(item, field)?;
        let args: &[Type] = match made {
            Type::Adt(_, args) | Type::Ext(_, args) => &args[..],
            _ => &[],
        };
        Some(self.with(declared, args))
    }

    /// The foreign path that a path means as a whole, as a value.
    pub(super) fn foreign_path(&self, path: &crate::facts::Path) -> Option<Name> {
        self.foreign_path_in(path, super::Namespace::Values)
    }

    fn foreign_path_in(&self, path: &crate::facts::Path, namespace: super::Namespace) -> Option<Name> {
        if path.qself.is_some() {
            return None;
        }
        let resolved = super::paths::resolve(&self.cx.modules, self.cx, self.module, path, namespace);
        match resolved.found[..] {
            [found] if found.used == path.segs.len() => match found.res {
                super::Res::Ext(path) => Some(self.cx.canonical(path)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The function of a name on a type; `None` if it is not known which.
    fn associated(&self, owner: &Type, name: Name) -> Option<(Head, Subst)> {
        let owner = self.deep(owner);
        let mut all = self.cx.candidates(&owner, name);
        // As with methods, a trait is meant that is in scope.
        all.retain(|one| self.is_in_scope(&owner, one));
        best(all).map(|one| (one.item, one.outer))
    }
}
