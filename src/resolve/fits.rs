//! Whether an impl is for a type.
//!
//! In: the row of an impl, and a type. Out: no, maybe or yes, with what the parameters of the impl are then. It is yes only
//! where all bounds surely hold, those with arguments too: `impl<T: Into<A>> B for T` is for few types.

use super::Context;
use super::sig::{Bounds, ImplSig};
use super::traits::{Holds, Subst};
use super::types::{Head, TraitRef, Type};

impl Context<'_> {
    /// Whether an impl is for a type, and with which parameters.
    pub(crate) fn fits(&self, row: &ImplSig, ty: &Type) -> (Holds, Subst) {
        self.fits_with(row, ty, &[])
    }

    /// The same for an impl of its trait with these arguments; none leave them open.
    fn fits_with(&self, row: &ImplSig, ty: &Type, args: &[Type]) -> (Holds, Subst) {
        let mut subst = vec![None; row.params as usize];
        let mut holds = self.matches(&row.self_ty, ty, &mut subst);
        if holds != Holds::No && !args.is_empty() {
            holds = holds.min(self.is_with(row, args, &mut subst));
        }
        if holds != Holds::No && (row.narrower || !self.have_sizes(row, &subst)) {
            holds = Holds::Maybe;
        }
        // A parameter as the whole: its bounds decide.
        for (bounded, of) in &row.bounds {
            if holds == Holds::No {
                return (holds, subst);
            }
            let Type::Param(at) = bounded else { continue };
            let Some(Some(arg)) = subst.get(*at as usize).cloned() else { continue };
            let bound = self.implements(&arg, self.canonical_head(of.of));
            holds = holds.min(match (bound, &arg) {
                _ if row.of.is_some() => bound,
                // An inherent impl is taken as long as nothing says that it is not for what is still to be inferred.
                (_, Type::Var(_)) => Holds::Yes,
                // What it is not for has the method of whatever lies behind it, or of a trait: both are kept.
                _ => bound.max(Holds::Maybe),
            });
        }
        if holds == Holds::No {
            return (holds, subst);
        }
        holds = holds.min(self.solve(&row.bounds, &mut subst));
        if holds == Holds::Yes && !row.bounds.iter().all(|(bounded, of)| self.surely_holds(bounded, of, &subst)) {
            holds = Holds::Maybe;
        }
        (holds, subst)
    }

    /// Whether a bound holds beyond what its trait alone says: with its arguments, or on something that is no parameter.
    fn surely_holds(&self, bounded: &Type, of: &TraitRef, subst: &Subst) -> bool {
        let is_param = matches!(bounded, Type::Param(_));
        if of.is_fn() || (is_param && of.args.is_empty()) {
            return true;
        }
        let (ty, head) = (self.substitute_known(bounded, subst), self.canonical_head(of.of));
        // What neither the type nor its bounds tell, the call has to tell.
        if ty.is_unknown() {
            return is_param;
        }
        if !is_param && self.implements(&ty, head) != Holds::Yes {
            return false;
        }
        let args: Vec<Type> = of.args.iter().map(|arg| self.substitute_known(arg, subst)).collect();
        args.iter().all(Type::is_unknown) || super::traits::deeper(false, || self.implements_with(&ty, head, &args))
    }

    /// Whether a type surely implements a trait with these arguments.
    fn implements_with(&self, ty: &Type, of: Head, args: &[Type]) -> bool {
        if let Type::Bound(refs) = ty {
            let same = refs.iter().filter(|one| self.same_head(one.of, of));
            return same.into_iter().any(|one| {
                let pairs = one.args.iter().zip(args);
                pairs.map(|(one, arg)| self.matches(one, arg, &mut vec![])).min().is_some_and(|it| it == Holds::Yes)
            });
        }
        // Who has the argument may implement the trait as well: `impl From<Own> for String`.
        let first = args.first().and_then(|arg| super::traits::behind_pointers(arg).head());
        let mut all = self.signatures_for(of, ty);
        for more in self.signatures([first, None]) {
            if !all.iter().any(|known| std::ptr::eq(*known, more)) {
                all.push(more);
            }
        }
        let mut rows = all.into_iter().flat_map(|signatures| self.impls_for(signatures, of, ty));
        rows.any(|row| self.fits_with(row, ty, args).0 == Holds::Yes)
    }

    /// Whether an impl is of its trait with these arguments; those that are not known leave it open.
    pub(super) fn is_with(&self, row: &ImplSig, args: &[Type], subst: &mut Subst) -> Holds {
        let own = row.of.as_ref().map_or(&[][..], |of| &of.args[..]);
        let is_open = |ty: &Type| matches!(ty, Type::Unknown | Type::Var(_) | Type::Proj(_) | Type::Param(_));
        let known = own.iter().zip(args).filter(|(_, arg)| !is_open(arg));
        known.map(|(own, arg)| self.matches(own, arg, subst)).min().unwrap_or(Holds::Yes)
    }

    /// Whether all parameters that must have a size may have one. What is only known to implement a trait has one where it
    /// is the type itself, and may have none behind a pointer: `Box<dyn Error>`.
    fn have_sizes(&self, row: &ImplSig, subst: &Subst) -> bool {
        let is_behind = match &row.self_ty {
            Type::Ref(_) => true,
            Type::Ext(path, _) => path.starts_with("std::"),
            _ => false,
        };
        let known = subst.iter().enumerate().filter(|(at, _)| row.sized & (1 << (*at).min(31)) != 0);
        !known.filter_map(|(_, ty)| ty.as_ref()).any(|ty| match ty {
            Type::Ext(path, _) => *path == "str",
            Type::Bound(_) => is_behind,
            _ => false,
        })
    }

    /// Finds parameters that only bounds tell: results of closures, items of iterators. Says whether what is told of these
    /// agrees with what is known.
    pub(crate) fn solve(&self, bounds: &Bounds, subst: &mut Subst) -> Holds {
        let mut holds = Holds::Yes;
        for (bounded, of) in bounds {
            if of.assoc.is_empty() {
                continue;
            }
            let known = subst_known(bounded, subst);
            for (assoc, pattern) in &*of.assoc {
                let found = match (known.peeled(), of.is_fn()) {
                    (Type::Fn(about), true) => about.1.clone(),
                    (Type::Item(item), true) => self.result_of(*item),
                    (Type::Bound(refs), true) => match refs.iter().find_map(TraitRef::signature) {
                        Some((_, output)) => output,
                        None => continue,
                    },
                    (_, true) => continue,
                    (_, false) => {
                        let args: Vec<Type> = of.args.iter().map(|arg| subst_known(arg, subst)).collect();
                        self.project_by(&known, *assoc, Some(of.of), &args)
                    }
                };
                if self.matches(pattern, &found, subst) != Holds::Yes && !of.is_fn() {
                    holds = Holds::Maybe;
                }
            }
        }
        holds
    }
}

fn subst_known(ty: &Type, subst: &Subst) -> Type {
    ty.map(&mut |part| match part {
        Type::Param(at) => Some(subst.get(*at as usize).cloned().flatten().unwrap_or(Type::Unknown)),
        _ => None,
    })
}
