//! Which types implement which traits, and what associated types are.
//!
//! Types are matched against heads of impls one way; what is not known may match. An answer is `Yes` only if nothing that
//! is unknown was needed for it.

use super::Context;
use super::forms::Answer;
use super::sig::{ImplSig, Signatures, TraitSig};
use super::types::{Head, TraitRef, Type, is_fn_trait};
use crate::model::Name;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;
use std::cell::{Cell, RefCell};

/// Whether something holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Holds {
    No,
    Maybe,
    Yes,
}

/// Values of type parameters, as far as they are known.
pub(crate) type Subst = Vec<Option<Type>>;

thread_local! {
    /// How deep the search for impls is at present.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    /// What is being asked.
    static ASKED: RefCell<Vec<(Type, Head)>> = const { RefCell::new(vec![]) };
    /// How many steps it has taken since it began.
    static STEPS: Cell<u32> = const { Cell::new(0) };
}

/// Chains of iterator adapters are long; what is longer is not known.
const DEEPEST: u32 = 40;
/// A question that takes more steps than this has no answer: where impls ask for impls that ask for these, they would double
/// with each level.
const MOST_STEPS: u32 = 4_000;

/// Runs one level deeper, or gives back `otherwise` where the search is too deep or too long.
pub(crate) fn deeper<T>(otherwise: T, run: impl FnOnce() -> T) -> T {
    let depth = DEPTH.get();
    let steps = if depth == 0 { 0 } else { STEPS.get() };
    if depth >= DEEPEST || steps >= MOST_STEPS {
        return otherwise;
    }
    STEPS.set(steps + 1);
    DEPTH.set(depth + 1);
    let result = run();
    DEPTH.set(depth);
    result
}

/// Whether no search for impls is under way.
pub(crate) fn is_at_top() -> bool {
    DEPTH.get() == 0
}

/// More answers than this are not remembered.
const MOST_REMEMBERED: usize = 1 << 15;

type Remembered = FxHashMap<Head, FxHashMap<Type, Answer>>;

thread_local! {
    /// What this thread found out in the analysis of that number, and how many answers that are.
    static REMEMBERED: RefCell<(u64, usize, Remembered)> = RefCell::default();
}

impl Context<'_> {
    /// The signatures in which something of these heads may be declared.
    pub(crate) fn signatures(&self, heads: [Option<Head>; 2]) -> SmallVec<[&Signatures; 4]> {
        let mut all: SmallVec<[&Signatures; 4]> = SmallVec::new();
        all.push(&self.own);
        for head in heads.into_iter().flatten() {
            if let Head::Ext(path) = head
                && let Some(library) = self.library_of(path)
                && !all.iter().any(|known: &&Signatures| std::ptr::eq(*known, library))
            {
                all.push(library);
            }
        }
        if let Some(std) = self.libraries.standard()
            && !all.iter().any(|known: &&Signatures| std::ptr::eq(*known, std))
        {
            all.push(std);
        }
        all
    }

    /// The signatures in which an impl of a trait for a type may be: where the trait is declared, and where the type is. A
    /// crate may implement what it likes for references to its types, and for boxes of them.
    pub(crate) fn signatures_for(&self, of: Head, ty: &Type) -> SmallVec<[&Signatures; 4]> {
        self.signatures([Some(of), behind_pointers(ty).head()])
    }

    /// Whether a type is one of a pattern; parameters of the pattern are noted in `subst`.
    pub(crate) fn matches(&self, pattern: &Type, ty: &Type, subst: &mut Subst) -> Holds {
        match (pattern, ty) {
            (Type::Param(at), _) => {
                let place = *at as usize;
                if subst.len() <= place {
                    subst.resize(place + 1, None);
                }
                match &subst[place] {
                    None => {
                        subst[place] = Some(ty.clone());
                        Holds::Yes
                    }
                    Some(known) if known == ty => Holds::Yes,
                    Some(known) if known.is_whole() && ty.is_whole() => same_number(known, ty),
                    Some(_) => Holds::Maybe,
                }
            }
            (Type::Unknown | Type::Var(_) | Type::Proj(_), _) => Holds::Maybe,
            (_, Type::Unknown | Type::Var(_) | Type::Proj(_) | Type::Param(_)) => Holds::Maybe,
            (Type::Adt(one, args), Type::Adt(other, others)) if one == other => self.all(args, others, subst),
            (Type::Ext(one, args), Type::Ext(other, others)) if self.same_path(*one, *other) => {
                self.all(args, others, subst)
            }
            (Type::Ext(..), Type::Ext(..)) => same_number(pattern, ty),
            (Type::Ref(one), Type::Ref(other)) | (Type::Slice(one), Type::Slice(other)) => {
                self.matches(one, other, subst)
            }
            (Type::Tuple(one), Type::Tuple(other)) if one.len() == other.len() => self.all(one, other, subst),
            (Type::Bound(one), Type::Bound(other)) => self.same_bounds(one, other, subst),
            (Type::Fn(_), Type::Fn(_) | Type::Item(_)) => Holds::Maybe,
            (Type::Never, Type::Never) => Holds::Yes,
            _ => Holds::No,
        }
    }

    /// `dyn A` is itself; `dyn A + Send` may stand for it, and so may what is only known to implement the one or the other.
    fn same_bounds(&self, one: &[TraitRef], other: &[TraitRef], subst: &mut Subst) -> Holds {
        match (one.first(), other.first()) {
            (Some(one), Some(other)) if self.same_head(one.of, other.of) => {}
            _ => return Holds::No,
        }
        let mut holds = if one.len() == other.len() { Holds::Yes } else { Holds::Maybe };
        for of in one {
            let same = other.iter().find(|it| self.same_head(it.of, of.of));
            holds = holds.min(match same {
                Some(same) if of.assoc.is_empty() && same.assoc.is_empty() => self.all(&of.args, &same.args, subst),
                _ => Holds::Maybe,
            });
        }
        holds
    }

    fn all(&self, patterns: &[Type], types: &[Type], subst: &mut Subst) -> Holds {
        // Arguments that are left out have a default or are inferred.
        let mut holds = if patterns.len() <= types.len() { Holds::Yes } else { Holds::Maybe };
        for (pattern, ty) in patterns.iter().zip(types) {
            holds = holds.min(self.matches(pattern, ty, subst));
        }
        holds
    }

    /// The heads under which impls of a trait for a type are listed; `None` stands for those that are for any type.
    pub(super) fn heads_of_impls(
        &self,
        signatures: &Signatures,
        of: Head,
        ty: &Type,
    ) -> impl Iterator<Item = Option<Head>> + use<> {
        let bare = of.bare();
        let rows = |head: Head| signatures.impls.get(&(bare, Some(head))).into_iter().flatten();
        let has = |head: Head| rows(head).any(|row| self.is_impl_of(row, of));
        super::numbers::heads(ty.head().map(Head::bare), has).into_iter().map(Some).chain([None])
    }

    /// Whether an impl is of a trait, under whatever path.
    pub(super) fn is_impl_of(&self, row: &ImplSig, of: Head) -> bool {
        row.of.as_ref().is_some_and(|one| self.same_head(one.of, of))
    }

    /// Whether a type implements a trait, in whatever form.
    pub(crate) fn implements(&self, ty: &Type, of: Head) -> Holds {
        self.answer(ty, of).holds
    }

    /// The same, with the forms of which it is so.
    pub(super) fn answer(&self, ty: &Type, of: Head) -> Answer {
        let is_open = matches!(ty, Type::Unknown | Type::Never | Type::Var(_) | Type::Proj(_) | Type::Param(_));
        // In the middle of a search, what is found may depend on how deep it is.
        if is_open || !self.ready || !is_at_top() {
            return self.answer_once(ty, of);
        }
        let analysis = self.modules.sealed;
        let known = REMEMBERED.with_borrow_mut(|(about, count, remembered)| {
            if *about != analysis || *count > MOST_REMEMBERED {
                (*about, *count) = (analysis, 0);
                remembered.clear();
            }
            remembered.get(&of)?.get(ty).copied()
        });
        known.unwrap_or_else(|| {
            let answer = self.answer_once(ty, of);
            REMEMBERED.with_borrow_mut(|(_, count, remembered)| {
                *count += 1;
                remembered.entry(of).or_default().insert(ty.clone(), answer);
            });
            answer
        })
    }

    /// A question that is asked again while it is answered has no answer.
    fn answer_once(&self, ty: &Type, of: Head) -> Answer {
        if ASKED.with_borrow(|asked| asked.iter().any(|(about, what)| *what == of && about == ty)) {
            return Holds::Maybe.into();
        }
        ASKED.with_borrow_mut(|asked| asked.push((ty.clone(), of)));
        let inside = || self.without_impls(ty, of).unwrap_or_else(|| self.answer_of_impls(ty, of));
        let answer = deeper(Holds::Maybe.into(), inside);
        ASKED.with_borrow_mut(|asked| drop(asked.pop()));
        answer
    }

    /// Whether a type implements a trait, where no impl has to be asked.
    fn without_impls(&self, ty: &Type, of: Head) -> Option<Answer> {
        let last = match of {
            Head::Ext(path) => super::prelude::last(path),
            Head::Own(_) => "",
        };
        let holds = match ty {
            Type::Unknown | Type::Var(_) | Type::Proj(_) | Type::Param(_) => Holds::Maybe,
            _ if matches!(last, "Sized" | "Any") => Holds::Yes,
            Type::Never => Holds::Yes,
            Type::Fn(_) | Type::Item(_) if matches!(of, Head::Ext(path) if is_fn_trait(path)) => Holds::Yes,
            Type::Future(_) if matches!(last, "Future" | "IntoFuture") => Holds::Yes,
            Type::Bound(refs) if refs.iter().any(|one| self.within(one, of)) => Holds::Yes,
            Type::Bound(refs) if refs.iter().any(|one| self.is_hidden(one.of)) => Holds::Maybe,
            Type::Adt(def, args) if self.derives(*def, of) => return Some(self.derived_for(*def, args, of)),
            _ if last == "Copy" => return self.is_copy_by_parts(ty, of),
            Type::Fn(_) | Type::Item(_) if of.is_of_std() => {
                super::auto::of_function(ty, last).or_else(|| self.has_auto(ty, last))?
            }
            _ => self.has_auto(ty, last)?,
        };
        Some(holds.into())
    }

    /// Whether nothing is known of the crate of something.
    pub(crate) fn is_hidden(&self, head: Head) -> bool {
        match head {
            Head::Own(_) => false,
            Head::Ext(path) => {
                let sign = !super::prelude::is_path(path);
                let known_sign = sign && !path.as_str().starts_with(char::is_uppercase);
                !known_sign && self.library_of(path).is_none()
            }
        }
    }

    /// Whether a bound is a trait or has it among its supertraits.
    pub(super) fn within(&self, bound: &TraitRef, of: Head) -> bool {
        self.canonical_head(bound.of) == of || self.with_supers(bound.of).contains(&of)
    }

    /// A trait, and all that it asks for in turn, the nearest first and each once: they may ask for each other.
    pub(super) fn with_supers(&self, of: Head) -> Vec<Head> {
        let mut all = vec![self.canonical_head(of)];
        let mut seen: FxHashSet<Head> = all.iter().copied().collect();
        let mut at = 0;
        while let Some(next) = all.get(at).copied() {
            let supers = self.supers(next).iter().map(|one| self.canonical_head(one.of));
            all.extend(supers.filter(|one| seen.insert(*one)));
            at += 1;
        }
        all
    }

    pub(crate) fn supers(&self, of: Head) -> &[TraitRef] {
        self.trait_sig(of).map_or(&[], |sig| &sig.supers)
    }

    /// What is known of a trait by its path.
    pub(crate) fn trait_sig(&self, of: Head) -> Option<&TraitSig> {
        let mut all = self.signatures([Some(of), None]).into_iter();
        all.find_map(|signatures| signatures.traits.get(&of))
    }

    /// What a function without parameters of its own gives back.
    pub(crate) fn result_of(&self, item: Head) -> Type {
        match self.function(item) {
            Some(sig) if sig.params == 0 => sig.output.clone().unwrap_or(Type::Unknown),
            _ => Type::Unknown,
        }
    }

    /// Traits that declare an item of this name.
    pub(crate) fn traits_with(&self, item: Name) -> &[Head] {
        self.traits_of_items.get(&item).map_or(&[], |traits| &traits[..])
    }

    /// A type with its parameters replaced; those that are not given are unknown.
    pub(crate) fn substitute(&self, ty: &Type, args: &[Type]) -> Type {
        let subst: Subst = args.iter().cloned().map(Some).collect();
        self.substitute_known(ty, &subst)
    }

    pub(crate) fn substitute_known(&self, ty: &Type, subst: &Subst) -> Type {
        self.normal(&self.canonicalized(subst_known(ty, subst)))
    }

    /// A type without associated types of what is known.
    pub(crate) fn normal(&self, ty: &Type) -> Type {
        if !has_projection(ty) {
            return ty.clone();
        }
        ty.map(&mut |part| match part {
            Type::Proj(about) => {
                let own = self.normal(&about.0);
                let args: Vec<Type> = about.3.iter().map(|arg| self.normal(arg)).collect();
                Some(self.project_by(&own, about.1, about.2, &args))
            }
            _ => None,
        })
    }
}

/// The same as it stands: associated types and other paths of what is meant are left.
pub(super) fn subst_known(ty: &Type, subst: &Subst) -> Type {
    ty.map(&mut |part| match part {
        Type::Param(at) => Some(subst.get(*at as usize).cloned().flatten().unwrap_or(Type::Unknown)),
        _ => None,
    })
}

/// What lies behind the pointers that count as what they point to, for who may implement what (`#[fundamental]`).
pub(crate) fn behind_pointers(ty: &Type) -> &Type {
    match ty {
        Type::Ref(inner) => behind_pointers(inner),
        Type::Ext(path, args) if matches!(path.as_str(), "std::boxed::Box" | "std::pin::Pin") => {
            args.first().map_or(ty, behind_pointers)
        }
        other => other,
    }
}

fn has_projection(ty: &Type) -> bool {
    match ty {
        Type::Proj(_) => true,
        Type::Adt(_, args) | Type::Ext(_, args) | Type::Tuple(args) => args.iter().any(has_projection),
        Type::Ref(inner) | Type::Slice(inner) | Type::Future(inner) => has_projection(inner),
        Type::Bound(refs) => refs
            .iter()
            .any(|one| one.args.iter().any(has_projection) || one.assoc.iter().any(|(_, ty)| has_projection(ty))),
        Type::Fn(about) => about.0.iter().any(has_projection) || has_projection(&about.1),
        _ => false,
    }
}

/// A number without suffix may be any number.
fn same_number(one: &Type, other: &Type) -> Holds {
    let (Type::Ext(one, _), Type::Ext(other, _)) = (one, other) else { return Holds::No };
    let pair = [one.as_str(), other.as_str()];
    let (integer, float) = (pair.contains(&"{integer}"), pair.contains(&"{float}"));
    let fits = |name: &str| (integer && is_integer(name)) || (float && is_float(name));
    if (integer || float) && pair.iter().any(|name| fits(name)) { Holds::Yes } else { Holds::No }
}

pub(crate) fn is_integer(name: &str) -> bool {
    matches!(name, "u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8" | "i16" | "i32" | "i64" | "i128" | "isize")
}

pub(crate) fn is_float(name: &str) -> bool {
    matches!(name, "f32" | "f64" | "f16" | "f128")
}
