//! Whether an impl is for a type.
//!
//! In: the row of an impl, and a type. Out: no, maybe or yes, the forms of the type of which that is so (`forms.rs`), and what
//! the parameters of the impl are then. It is yes only where all bounds surely hold, those with arguments too:
//! `impl<T: Into<A>> B for T` is for few types. An inherent impl is taken for what is still to be inferred, too.

use super::Context;
use super::forms::{Answer, Fit, Forms};
use super::sig::{Bounds, ImplSig};
use super::traits::{Holds, Subst, subst_known};
use super::types::{Head, TraitRef, Type};
use crate::facts::{DefData, Ty};
use crate::model::{DefId, DefKind};

/// Types of `std` whose arguments have a size.
const HOLD_SIZED: [&str; 12] = [
    "Vec",
    "Option",
    "Result",
    "HashMap",
    "HashSet",
    "BTreeMap",
    "BTreeSet",
    "VecDeque",
    "BinaryHeap",
    "LinkedList",
    "Range",
    "Pin",
];

impl Context<'_> {
    /// Whether an impl is for a type, and with which parameters.
    pub(crate) fn fits(&self, row: &ImplSig, ty: &Type) -> (Holds, Subst) {
        let fit = self.fit(row, ty, &[]);
        (fit.as_told(row), fit.subst)
    }

    /// The same for an impl of its trait with these arguments; none leave them open.
    pub(super) fn fit(&self, row: &ImplSig, ty: &Type, args: &[Type]) -> Fit {
        let mut subst = vec![None; row.params as usize];
        let mut holds = self.matches(&row.self_ty, ty, &mut subst);
        if holds != Holds::No && !args.is_empty() {
            holds = holds.min(self.is_with(row, args, &mut subst));
        }
        let (mut forms, mut possible) = (row.forms, Forms::possible(row));
        if holds == Holds::No {
            return Fit { holds, forms, possible, subst };
        }
        if !self.have_sizes(row, &subst) {
            holds = Holds::Maybe;
        }
        // A parameter as the whole: its bounds decide.
        for (bounded, of) in &row.bounds {
            let Type::Param(at) = bounded else { continue };
            let Some(Some(arg)) = subst.get(*at as usize) else { continue };
            let head = self.canonical_head(of.of);
            let (bound, least) = match arg {
                _ if row.of.is_some() => (self.answer(arg, head), Holds::No),
                // An inherent impl is taken as long as nothing says that it is not for what is still to be inferred.
                Type::Var(_) => (Holds::Yes.into(), Holds::Maybe),
                // What it is not for has the method of whatever lies behind it, or of a trait: both are kept.
                _ => (self.answer(arg, head), Holds::Maybe),
            };
            let bound = bound.with_size(arg, has_size(row, *at));
            holds = holds.min(bound.holds.max(least));
            // An impl for all that fulfil a bound is for the forms that do; of what is inside, no form is known.
            if *bounded == row.self_ty {
                forms = forms.among(bound.forms);
                possible = possible.among(bound.possible);
            } else if !bound.is_sure() {
                forms = Forms::NONE;
            }
            if holds == Holds::No {
                return Fit { holds, forms, possible, subst };
            }
        }
        holds = holds.min(self.solve(&row.bounds, &mut subst));
        for (bounded, of) in &row.bounds {
            if holds != Holds::Yes {
                break;
            }
            let answer = self.holds_beyond(bounded, of, &subst);
            holds = answer.holds.max(Holds::Maybe);
            if !answer.is_sure() {
                forms = Forms::NONE;
            }
        }
        Fit { holds, forms, possible, subst }
    }

    /// Whether a bound holds beyond what its trait alone says: with its arguments, or on something that is no parameter.
    fn holds_beyond(&self, bounded: &Type, of: &TraitRef, subst: &Subst) -> Answer {
        let is_param = matches!(bounded, Type::Param(_));
        let head = self.canonical_head(of.of);
        let takes = self.arguments_of(head);
        let (yes, no) = (Answer::from(Holds::Yes), Answer::from(Holds::No));
        if is_param && takes == 0 && !of.is_fn() {
            return yes;
        }
        let ty = self.substitute_known(bounded, subst);
        if of.is_fn() {
            return if self.is_called_otherwise(&ty, of, subst) { no } else { yes };
        }
        // What neither the type nor its bounds tell, the call has to tell.
        if ty.is_unknown() {
            return if is_param { yes } else { no };
        }
        let without = if is_param { yes } else { self.answer(&ty, head) };
        if without.holds != Holds::Yes {
            return no;
        }
        let args: Vec<Type> = of.args.iter().map(|arg| self.substitute_known(arg, subst)).collect();
        let Some(args) = with_defaults(head, takes, args, &ty) else { return no };
        if args.iter().all(Type::is_unknown) {
            return without.and(yes);
        }
        without.and(super::traits::deeper(no, || self.implements_with(&ty, head, &args)))
    }

    /// Whether a function, a pointer to one or a closure surely takes or gives something else than a bound says: `fn(B) -> A` is no
    /// `Fn(A) -> B`. What is still to be found out agrees.
    fn is_called_otherwise(&self, ty: &Type, of: &TraitRef, subst: &Subst) -> bool {
        let Some((params, output)) = of.signature() else { return false };
        let (inputs, result) = match ty.peeled() {
            Type::Fn(about) => (&about.0[..], Some(&about.1)),
            Type::Item(item) => match self.function(*item).filter(|sig| sig.conditional.is_empty()) {
                Some(sig) => (&sig.inputs[..], sig.output.as_ref()),
                None => return false,
            },
            _ => return false,
        };
        let mut known = subst.clone();
        // What gives nothing back may stand for anything; what only a trait is known of may be any type that has it.
        let mut is_other = |pattern: &Type, ty: &Type| {
            !matches!(ty.peeled(), Type::Never | Type::Bound(_) | Type::Future(_))
                && self.matches(pattern, ty, &mut known) == Holds::No
        };
        inputs.len() != params.len()
            || params.iter().zip(inputs).any(|(param, input)| is_other(param, input))
            || result.is_some_and(|result| is_other(&output, result))
    }

    /// How many arguments a trait takes.
    fn arguments_of(&self, of: Head) -> usize {
        self.trait_sig(of).map_or(0, |sig| sig.params.saturating_sub(1) as usize)
    }

    /// Whether a type surely implements a trait with these arguments.
    fn implements_with(&self, ty: &Type, of: Head, args: &[Type]) -> Answer {
        if let Type::Bound(refs) = ty {
            let holds = self.bounds_with(ty, refs, (of, args), (4, &mut vec![]));
            return Answer::from(if holds { Holds::Yes } else { Holds::No });
        }
        if let Type::Adt(def, own) = ty
            && self.derives(*def, of)
            && args.iter().all(|arg| self.matches(ty, arg, &mut vec![]) == Holds::Yes)
        {
            return self.derived_for(*def, own, of);
        }
        // Who has the argument may implement the trait as well: `impl From<Own> for String`.
        let first = args.first().and_then(|arg| super::traits::behind_pointers(arg).head());
        let mut all = self.signatures_for(of, ty);
        for more in self.signatures([first, None]) {
            if !all.iter().any(|known| std::ptr::eq(*known, more)) {
                all.push(more);
            }
        }
        let mut answer = Answer::from(Holds::No);
        for row in all.into_iter().flat_map(|signatures| self.impls_by(signatures, of, ty, args.first())) {
            answer.add(&self.fit(row, ty, args), row);
            if answer.is_sure() {
                break;
            }
        }
        answer
    }

    /// Whether bounds on a type, or what their traits ask for in turn, name a trait with these arguments.
    fn bounds_with(
        &self,
        ty: &Type,
        refs: &[TraitRef],
        (of, args): (Head, &[Type]),
        (depth, asked): (u32, &mut Vec<Head>),
    ) -> bool {
        refs.iter().any(|one| {
            let head = self.canonical_head(one.of);
            let own = one.args.iter().map(|arg| self.substitute(arg, std::slice::from_ref(ty))).collect();
            let is_it = self.same_head(head, of)
                && with_defaults(head, args.len(), own, ty).is_some_and(|own| {
                    let pairs = own.iter().zip(args).map(|(own, arg)| self.matches(own, arg, &mut vec![]));
                    pairs.min().is_some_and(|it| it == Holds::Yes)
                });
            if is_it || depth == 0 || asked.contains(&head) {
                return is_it;
            }
            asked.push(head);
            self.bounds_with(ty, self.supers(head), (of, args), (depth - 1, &mut *asked))
        })
    }

    /// Whether an impl is of its trait with these arguments; those that are not known leave it open.
    pub(super) fn is_with(&self, row: &ImplSig, args: &[Type], subst: &mut Subst) -> Holds {
        let own = row.of.as_ref().map_or(&[][..], |of| &of.args[..]);
        let is_open = |ty: &Type| matches!(ty, Type::Unknown | Type::Var(_) | Type::Proj(_) | Type::Param(_));
        let known = own.iter().zip(args).filter(|(_, arg)| !is_open(arg));
        let written = known.map(|(own, arg)| self.matches(own, arg, subst)).min().unwrap_or(Holds::Yes);
        let of_std = row.of.as_ref().is_some_and(|of| of.of.is_of_std());
        let left_out = args.get(own.len()..).unwrap_or_default().iter().filter(|arg| !is_open(arg));
        let by_default = left_out.map(|arg| match of_std {
            true => self.matches(&row.self_ty, arg, subst),
            false => Holds::Maybe,
        });
        by_default.min().map_or(written, |holds| holds.min(written))
    }

    /// Whether all parameters that must have a size have one, as far as types tell. What is only known to implement a trait has
    /// one where it is the type itself, and may have none behind a pointer: `Box<dyn Error>`. An array looks as what has none.
    fn have_sizes(&self, row: &ImplSig, subst: &Subst) -> bool {
        let is_it = matches!(row.self_ty, Type::Param(_));
        let (is_behind, is_pointer) = match &row.self_ty {
            Type::Ref(_) => (true, true),
            Type::Ext(path, _) if path.starts_with("std::") => {
                (true, !HOLD_SIZED.contains(&super::prelude::last(*path)))
            }
            Type::Adt(def, _) => (self.takes_unsized(*def), self.takes_unsized(*def)),
            _ => (false, false),
        };
        let known = subst.iter().enumerate().filter(|(at, _)| row.sized & (1 << (*at).min(31)) != 0);
        !known.filter_map(|(_, ty)| ty.as_ref()).any(|ty| match ty {
            Type::Ext(path, _) => {
                *path == "str"
                    || (path.starts_with("std::")
                        && matches!(super::prelude::last(*path), "Path" | "OsStr" | "CStr" | "ByteStr"))
            }
            Type::Slice(_) => is_it || is_pointer,
            Type::Adt(def, _) => (is_it || is_pointer) && self.ends_without_size(*def),
            Type::Bound(_) => is_behind,
            _ => false,
        })
    }

    /// Whether a type of the workspace takes arguments that may have no size.
    pub(super) fn takes_unsized(&self, def: DefId) -> bool {
        let facts = self.defs.get(self.sources, def);
        matches!(&facts.data, DefData::Adt { generics, .. } if generics.params.iter().any(|it| it.may_be_unsized))
    }

    /// Whether the last field of a type of the workspace has no size.
    fn ends_without_size(&self, def: DefId) -> bool {
        let parts = super::members::children(self, def).into_iter();
        let mut fields = parts.map(|part| self.defs.get(self.sources, part)).filter(|it| it.kind == DefKind::Field);
        let Some(DefData::Typed(ty)) = fields.next_back().map(|field| &field.data) else { return false };
        match &**ty {
            Ty::Slice(_) | Ty::Dyn(_) => true,
            Ty::Path(path) => path.single().is_some_and(|seg| seg.name == "str"),
            _ => false,
        }
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
                let fits = self.matches(pattern, &found, subst) == Holds::Yes;
                let is_so = of.is_fn() || (fits && is_told(pattern));
                if !is_so {
                    holds = Holds::Maybe;
                }
            }
        }
        holds
    }
}

/// Whether what a parameter of an impl stands for surely has a size.
fn has_size(row: &ImplSig, at: u32) -> bool {
    let is_inside = match &row.self_ty {
        Type::Tuple(_) | Type::Slice(_) => true,
        Type::Ext(path, _) => path.starts_with("std::") && HOLD_SIZED.contains(&super::prelude::last(*path)),
        _ => false,
    };
    is_inside || (at < 31 && row.sized & (1 << at) != 0)
}

/// The arguments of a trait, with those that are left out: `std` has the type itself for a default (`Rhs = Self`). `None` where
/// a default is not known.
fn with_defaults(of: Head, takes: usize, written: Vec<Type>, ty: &Type) -> Option<Vec<Type>> {
    let mut args = written;
    if args.len() < takes {
        if !of.is_of_std() {
            return None;
        }
        args.resize(takes, ty.clone());
    }
    Some(args)
}

/// Whether a type tells all that the compiler compares: neither `&mut` nor the length of an array is told. What stands there for a
/// parameter may be anything.
fn is_told(ty: &Type) -> bool {
    match ty {
        Type::Ref(_) | Type::Slice(_) => !ty.is_whole(),
        Type::Adt(_, args) | Type::Ext(_, args) | Type::Tuple(args) => args.iter().all(is_told),
        Type::Future(inner) => is_told(inner),
        _ => true,
    }
}
