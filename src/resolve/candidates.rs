//! Functions that a name may mean on a type, as far as signatures tell; and look-ups of what signatures hold.

use super::Context;
use super::forms::{Forms, as_received};
use super::sig::ImplSig;
use super::traits::{Holds, Subst, behind_pointers};
use super::types::{Head, TraitRef, Type};
use crate::facts::DefData;
use crate::model::{DefId, DefKind, Name};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::cell::RefCell;
use std::sync::Arc;

/// A function that a name may mean on a type.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// The function.
    pub(crate) item: Head,
    /// Values of the parameters of the impl or trait around.
    pub(crate) outer: Subst,
    /// From an inherent impl.
    pub(crate) inherent: bool,
    /// Whether its type or trait is surely the right one.
    pub(crate) holds: Holds,
    /// The forms of the type of which that is sure, and those of which it may be so.
    pub(super) forms: [Forms; 2],
}

/// The one candidate that is meant: an inherent one, else the only one.
pub(super) fn best(all: Vec<Candidate>) -> Option<Candidate> {
    let mut inherent = all.iter().filter(|one| one.inherent);
    if let Some(first) = inherent.next() {
        let sure = all.iter().find(|one| one.inherent && one.holds == Holds::Yes);
        return (inherent.next().is_none() || sure.is_some()).then(|| sure.unwrap_or(first).clone());
    }
    let sure: Vec<&Candidate> = all.iter().filter(|one| one.holds == Holds::Yes).collect();
    match (&sure[..], &all[..]) {
        ([one], _) => Some((*one).clone()),
        ([], [one]) => Some(one.clone()),
        _ => None,
    }
}

/// More answers than this are not remembered.
const MOST_REMEMBERED: usize = 1 << 14;

type Remembered = FxHashMap<Name, FxHashMap<Type, Vec<Candidate>>>;

thread_local! {
    /// What this thread found in the analysis of that number, and how many answers that are. The same few methods are
    /// called on the same few types.
    static REMEMBERED: RefCell<(u64, usize, Remembered)> = RefCell::default();
}

impl Context<'_> {
    /// All functions of a name that a type may have, as far as signatures tell.
    pub(crate) fn candidates(&self, ty: &Type, name: Name) -> Vec<Candidate> {
        // In the middle of a search, what is found may depend on how deep it is.
        if !self.ready || !super::traits::is_at_top() {
            return self.look_up_candidates(ty, name);
        }
        let analysis = self.modules.sealed;
        let known = REMEMBERED.with_borrow_mut(|(of, count, remembered)| {
            if *of != analysis || *count > MOST_REMEMBERED {
                (*of, *count) = (analysis, 0);
                remembered.clear();
            }
            remembered.get(&name)?.get(ty).cloned()
        });
        known.unwrap_or_else(|| {
            let found = self.look_up_candidates(ty, name);
            REMEMBERED.with_borrow_mut(|(_, count, remembered)| {
                *count += 1;
                remembered.entry(name).or_default().insert(ty.clone(), found.clone());
            });
            found
        })
    }

    fn look_up_candidates(&self, ty: &Type, name: Name) -> Vec<Candidate> {
        let mut all = vec![];
        // Where nothing of the workspace can be meant, the code compiles by what is there.
        let is_own = self.impls.members.has_any(name);
        let mut heads: SmallVec<[Head; 2]> = ty.head().into_iter().collect();
        if let Some(Head::Ext(path)) = heads.first().copied() {
            let number = match path.as_str() {
                number if super::traits::is_integer(number) => Some("{integer}"),
                number if super::traits::is_float(number) => Some("{float}"),
                _ => None,
            };
            heads.extend(number.map(|number| Head::Ext(crate::model::name(number))));
        }
        for head in &heads {
            for signatures in self.signatures([Some(*head), None]) {
                for (row, item) in signatures.inherent.get(&(*head, name)).into_iter().flatten() {
                    let Some(row) = signatures.inherent_impls.get(*row) else { continue };
                    let fit = self.fit(row, ty, &[]);
                    let told = fit.as_told(row);
                    let holds = if is_own { as_received(told, fit.forms) } else { told };
                    if holds != Holds::No {
                        let sure = if fit.holds == Holds::Yes { fit.forms } else { Forms::NONE };
                        let forms = [sure, fit.possible];
                        all.push(Candidate { item: *item, outer: fit.subst, inherent: true, holds, forms });
                    }
                }
            }
        }
        for of in self.traits_for(ty, name).iter().copied() {
            let Some(sig) = self.trait_sig(of) else { continue };
            let Some(item) = sig.items.get(&name) else { continue };
            let answer = self.answer(ty, of);
            let holds = if is_own { as_received(answer.holds, answer.forms) } else { answer.holds };
            if holds == Holds::No {
                continue;
            }
            let mut outer = vec![Some(ty.clone())];
            let args = match ty {
                Type::Bound(refs) => refs.iter().find(|one| self.same_head(one.of, of)).map(|one| one.args.to_vec()),
                _ if sig.params > 1 => self.only_impl(ty, of),
                _ => None,
            };
            // What the impl leaves open, the call tells; what `into` gives is not asked for.
            let args = args.into_iter().flatten();
            outer.extend(args.map(|arg| Some(arg).filter(|arg| of.is_of_std() || !arg.is_unknown())));
            let forms = [answer.forms, answer.possible];
            all.push(Candidate { item: *item, outer, inherent: false, holds, forms });
        }
        all
    }

    /// The arguments of the one impl of a trait for a type.
    pub(crate) fn only_impl(&self, ty: &Type, of: Head) -> Option<Vec<Type>> {
        let (row, subst) = self.only_row(ty, of)?;
        let args = row.of.as_ref().map(|of| of.args.iter());
        Some(args.into_iter().flatten().map(|arg| self.substitute_known(arg, &subst)).collect())
    }

    /// The one impl of a trait for a type, with its parameters as far as the type tells them.
    pub(crate) fn only_row(&self, ty: &Type, of: Head) -> Option<(&ImplSig, Subst)> {
        let mut found = None;
        for signatures in self.signatures_for(of, ty) {
            for row in self.impls_by(signatures, of, ty, None) {
                let (holds, subst) = self.fits(row, ty);
                if holds == Holds::No || matches!(row.self_ty, Type::Unknown) {
                    continue;
                }
                if found.is_some() {
                    return None;
                }
                found = Some((row, subst));
            }
        }
        found
    }

    /// What `base[index]` is by the one impl of `Index` that fits.
    pub(crate) fn index_output(&self, base: &Type, index: &Type) -> Option<Type> {
        if matches!(index, Type::Unknown | Type::Var(_) | Type::Proj(_)) {
            return None;
        }
        let of = Head::Ext(crate::model::name("std::ops::Index"));
        let mut found = None;
        for signatures in self.signatures([behind_pointers(base).head(), behind_pointers(index).head()]) {
            for row in self.impls_by(signatures, of, base, Some(index)) {
                let (holds, mut subst) = self.fits(row, base);
                let arg = row.of.as_ref().and_then(|of| of.args.first());
                let fits = arg.map_or(Holds::No, |arg| self.matches(arg, index, &mut subst));
                let output = row.assoc.iter().find(|(name, _)| *name == "Output");
                if holds.min(fits) == Holds::No {
                    continue;
                }
                if found.is_some() {
                    return None;
                }
                // One that may not be there leaves the place to what is behind.
                let is_open = holds.min(fits) != Holds::Yes && self.deref(base).is_some();
                found = output.map(|(_, ty)| if is_open { Type::Unknown } else { self.substitute_known(ty, &subst) });
            }
        }
        found
    }

    /// What an operator gives back by the one impl of its trait that surely fits: one may be there for any pair of types.
    pub(crate) fn operator_output(&self, of: Head, left: &Type, right: &Type) -> Option<Type> {
        let is_open = |ty: &Type| matches!(ty.peeled(), Type::Unknown | Type::Never | Type::Var(_) | Type::Proj(_));
        if is_open(left) || is_open(right) {
            return None;
        }
        let output = crate::model::name("Output");
        if matches!(left, Type::Bound(refs) if refs.iter().any(|one| self.within(one, of))) {
            return Some(self.project(left, output, Some(of)));
        }
        let mut found = None;
        for signatures in self.signatures([behind_pointers(left).head(), behind_pointers(right).head()]) {
            for row in self.impls_by(signatures, of, left, Some(right)) {
                let (holds, mut subst) = self.fits(row, left);
                let arg = row.of.as_ref().and_then(|of| of.args.first()).unwrap_or(&row.self_ty);
                let holds = holds.min(self.matches(arg, right, &mut subst));
                if holds == Holds::No {
                    continue;
                }
                if holds == Holds::Maybe || found.is_some() {
                    return None;
                }
                let (_, ty) = row.assoc.iter().find(|(name, _)| *name == output)?;
                found = Some(self.substitute_known(ty, &subst));
            }
        }
        found
    }

    /// Whether a foreign type is described.
    pub(crate) fn is_known(&self, path: Name) -> bool {
        !super::prelude::is_path(path) || self.arity(Head::Ext(path)).is_some()
    }

    pub(crate) fn arity(&self, head: Head) -> Option<u32> {
        self.signatures([Some(head), None]).into_iter().find_map(|signatures| signatures.arity.get(&head)).copied()
    }

    pub(crate) fn enum_of(&self, variant: Head) -> Option<Head> {
        let all = self.signatures([Some(variant), None]);
        all.into_iter().find_map(|signatures| signatures.enum_of.get(&variant)).copied()
    }

    /// The type of a constant or static.
    pub(crate) fn typed(&self, item: Head) -> Option<&Type> {
        let all = self.signatures([Some(item), None]);
        all.into_iter().find_map(|signatures| signatures.typed.get(&item))
    }

    pub(crate) fn field_of(&self, holder: Head, field: Name) -> Option<&Type> {
        let all = self.signatures([Some(holder), None]);
        all.into_iter().find_map(|signatures| signatures.fields.get(&(holder, field)))
    }

    /// The type of a field, constant or static, as seen through a value of type `owner`.
    pub(crate) fn declared(&self, def: DefId, owner: &Type) -> Type {
        let Some(ty) = self.own.typed.get(&Head::Own(def)) else { return Type::Unknown };
        let args: &[Type] = match owner.peeled() {
            Type::Adt(_, args) => args,
            _ => &[],
        };
        self.substitute(ty, args)
    }

    /// What the rules of a macro name: it follows the macro in its file, behind the examples of that.
    pub(crate) fn template_of(&self, def: DefId) -> Option<DefId> {
        let (file, row) = (self.defs.file(def), self.defs.row(def));
        let rows = &self.sources.files[file.index()].facts.defs;
        if rows[row as usize].kind != DefKind::Macro {
            return None;
        }
        let behind = (row + 1..).zip(rows.get(row as usize + 1..)?);
        let mut inside = behind.take_while(|(_, next)| next.parent.is_some_and(|parent| parent >= row));
        let (row, _) = inside.find(|(_, next)| next.kind == DefKind::Template && next.parent == Some(row))?;
        Some(self.defs.id(file, row))
    }

    /// What a constructor gives back, its arguments unknown.
    pub(crate) fn returned(&self, def: DefId) -> Type {
        let holder = match self.defs.get(self.sources, def).data {
            DefData::Variant { .. } => self.defs.parent(self.sources, def),
            DefData::Adt { .. } => Some(def),
            _ => None,
        };
        holder.map_or(Type::Unknown, |holder| self.type_of_def(holder))
    }

    /// The type that a definition is, without arguments.
    pub(crate) fn type_of_def(&self, def: DefId) -> Type {
        let facts = self.defs.get(self.sources, def);
        match &facts.data {
            _ if facts.kind.is_adt() => Type::Adt(def, Arc::new([])),
            DefData::Trait { .. } => {
                let args = Arc::new([]);
                let of = TraitRef { of: Head::Own(def), args, assoc: Arc::new([]) };
                Type::Bound(Arc::new([of]))
            }
            DefData::Alias { ty: Some(ty), .. } => match self.modules.home(def) {
                Some(module) => {
                    let params = self.generics_of(def).into_iter().flat_map(|generics| &generics.params);
                    let params = params.map(|param| (param.name, Type::Unknown)).collect();
                    self.lower(module, &super::types::Env { params, ..Default::default() }, ty)
                }
                None => Type::Unknown,
            },
            _ => Type::Unknown,
        }
    }

    /// The type of a definition that is used as a value.
    pub(crate) fn value_type(&self, def: DefId, owner: &Type) -> Type {
        let facts = self.defs.get(self.sources, def);
        match (&facts.data, facts.kind) {
            (_, DefKind::Constant | DefKind::Static | DefKind::AssociatedConstant) => self.declared(def, owner),
            (DefData::Variant { unit: true, .. }, _) => self.returned(def),
            (DefData::Adt { .. }, _) if super::members::children(self, def).is_empty() => self.returned(def),
            _ => Type::Item(Head::Own(def)),
        }
    }
}
