//! Associated types: what `Item` of an iterator is, what a value dereferences to.

use super::Context;
use super::forms::Forms;
use super::sig::ImplSig;
use super::traits::{Holds, deeper};
use super::types::{Head, TraitRef, Type};
use crate::model::{DefId, Name, name};
use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

/// The type of which an associated type is asked, its name, and the trait with its arguments.
type Asked = (Type, Name, Option<Head>, Vec<Type>);

thread_local! {
    /// Associated types that are being looked for.
    static ACTIVE: RefCell<Vec<Asked>> = const { RefCell::new(vec![]) };
}

static DEREF: std::sync::LazyLock<(Head, Name)> =
    std::sync::LazyLock::new(|| (Head::Ext(name("std::ops::Deref")), name("Target")));

/// What impls say that may be for a type, by how much each is for it.
#[derive(Default)]
struct Answers {
    /// Those that surely are.
    sure: Option<Type>,
    /// One of these is so whatever form the type has that is not told.
    is_whole: bool,
    /// Those of the workspace that may be for another form of the type: `&mut T` beside `&T`, an array beside a slice.
    others: Option<Type>,
    /// Those for types of this head.
    headed: Option<Type>,
    /// Those for any type that fulfils their bounds, or for one that is not known.
    open: Option<Type>,
    /// All are of one trait.
    of_one_trait: bool,
    /// One is for all types of this form, as far as its bounds hold.
    by_form: bool,
}

impl Answers {
    fn add(&mut self, cx: &Context<'_>, row: &ImplSig, (holds, forms): (Holds, Forms), known: Type) {
        self.is_whole |= holds == Holds::Yes && forms == Forms::ALL;
        let place = match (holds, row.self_ty.head()) {
            (Holds::Yes, _) => &mut self.sure,
            (_, Some(_)) => &mut self.headed,
            (_, None) => &mut self.open,
        };
        join(cx, place, known);
    }

    fn is_empty(&self) -> bool {
        self.sure.is_none() && self.headed.is_none() && self.open.is_none()
    }

    /// An impl that may be for this type says nothing beside one that is, whatever form it has. Nor does one for any type beside
    /// one for all of this form, where both are of the trait with the same arguments: the two would overlap, and the compiler
    /// lets no crate have that.
    fn settled(self, cx: &Context<'_>) -> Type {
        match (self.sure, self.others) {
            (Some(sure), Some(others)) if !self.is_whole => return joined(cx, sure, others),
            (Some(sure), _) => return sure,
            (None, _) => {}
        }
        match (self.headed, self.open) {
            (Some(headed), Some(open)) if !(self.by_form && self.of_one_trait) => joined(cx, headed, open),
            (headed, open) => headed.or(open).unwrap_or(Type::Unknown),
        }
    }
}

/// Adds what another impl says.
fn join(cx: &Context<'_>, place: &mut Option<Type>, known: Type) {
    *place = Some(match place.take() {
        Some(other) => joined(cx, other, known),
        None => known,
    });
}

/// What two impls say together that may both be meant.
fn joined(cx: &Context<'_>, one: Type, other: Type) -> Type {
    if one == other { one } else { not_mut(cx, &one, &other).cloned().unwrap_or(Type::Unknown) }
}

impl Context<'_> {
    /// The associated type of a type; `of` is the trait, where it is known.
    pub(crate) fn project(&self, ty: &Type, assoc: Name, of: Option<Head>) -> Type {
        self.project_by(ty, assoc, of, &[])
    }

    /// The same by the impl of the trait with these arguments: `Service<A>` and `Service<B>` may give different types.
    pub(crate) fn project_by(&self, ty: &Type, assoc: Name, of: Option<Head>, args: &[Type]) -> Type {
        if !self.ready || matches!(ty, Type::Param(_) | Type::Var(_) | Type::Proj(_)) {
            return Type::Proj(Arc::new((ty.clone(), assoc, of, args.to_vec())));
        }
        // What is asked again before it is answered has no answer.
        let question = (ty.clone(), assoc, of, args.to_vec());
        if ACTIVE.with_borrow(|active| active.contains(&question)) {
            return Type::Unknown;
        }
        ACTIVE.with_borrow_mut(|active| active.push(question));
        let answer = deeper(Type::Unknown, || self.project_inside(ty, assoc, of, args));
        ACTIVE.with_borrow_mut(|active| drop(active.pop()));
        answer
    }

    /// The trait or supertrait that declares an associated type.
    fn declaring(&self, of: Head, assoc: Name) -> Option<Head> {
        let declares =
            |of: &Head| self.trait_sig(*of).is_some_and(|sig| sig.assoc.iter().any(|(name, _)| *name == assoc));
        self.with_supers(of).into_iter().find(declares)
    }

    fn project_inside(&self, ty: &Type, assoc: Name, of: Option<Head>, args: &[Type]) -> Type {
        match ty {
            Type::Unknown => return Type::Unknown,
            Type::Fn(about) if assoc == "Output" => return about.1.clone(),
            Type::Item(item) if assoc == "Output" => return self.result_of(*item),
            Type::Future(output) if assoc == "Output" => return (**output).clone(),
            Type::Bound(refs) => {
                if let Some(known) = self.assoc_of_bounds(ty, refs, assoc, (8, &mut vec![])) {
                    return known;
                }
            }
            _ => {}
        }
        let of = of.map(|of| self.declaring(of, assoc).unwrap_or_else(|| self.canonical_head(of)));
        let traits = match &of {
            Some(of) => Cow::Borrowed(std::slice::from_ref(of)),
            None => self.traits_for(ty, assoc),
        };
        let of_one_trait = of.is_some() || self.traits_with(assoc).len() == 1;
        let mut answers = Answers { of_one_trait, ..Answers::default() };
        let has_forms = matches!(ty, Type::Ref(_) | Type::Slice(_));
        for of in traits.iter().copied() {
            for signatures in self.signatures_for(of, ty) {
                for row in self.impls_by(signatures, of, ty, args.first()) {
                    let Some((_, pattern)) = row.assoc.iter().find(|(name, _)| *name == assoc) else { continue };
                    let fit = self.fit(row, ty, &[]);
                    let (holds, forms, mut subst) = (fit.as_told(row), fit.forms, fit.subst);
                    let holds = if holds == Holds::No { holds } else { holds.min(self.is_with(row, args, &mut subst)) };
                    if holds == Holds::No {
                        continue;
                    }
                    let known = if holds == Holds::Yes || row_is_plain(row) {
                        self.substitute_known(pattern, &subst)
                    } else {
                        Type::Unknown
                    };
                    if holds == Holds::Maybe && has_forms && std::ptr::eq(signatures, &self.own) {
                        join(self, &mut answers.others, known.clone());
                    }
                    answers.add(self, row, (holds, forms), known);
                    let is_told = row.of.as_ref().is_none_or(|of| of.args.is_empty())
                        || (!args.is_empty() && args.iter().all(Type::is_whole));
                    answers.by_form |= holds == Holds::Maybe && is_told && !row.sometimes && self.is_of_form(row, ty);
                }
            }
        }
        // Arguments that no impl has were turned into others.
        if answers.is_empty() && !args.is_empty() {
            self.project_inside(ty, assoc, of, &[])
        } else {
            answers.settled(self)
        }
    }

    /// Whether a type surely has the form that an impl is for, whatever becomes of the bounds.
    fn is_of_form(&self, row: &ImplSig, ty: &Type) -> bool {
        row.self_ty.head().is_some() && self.matches(&row.self_ty, ty, &mut vec![]) == Holds::Yes
    }

    /// `own` is the type that the bounds are on: what they say of an associated type may speak of it. Traits whose supertraits
    /// were `asked` are not asked again, as they may ask for each other.
    fn assoc_of_bounds(
        &self,
        own: &Type,
        refs: &[TraitRef],
        assoc: Name,
        (depth, asked): (u32, &mut Vec<Head>),
    ) -> Option<Type> {
        for one in refs {
            if let Some((_, ty)) = one.assoc.iter().find(|(name, _)| *name == assoc) {
                return Some(ty.clone());
            }
            let of = self.canonical_head(one.of);
            let Some(sig) = self.trait_sig(of) else { continue };
            if let Some((_, bounds)) = sig.assoc.iter().find(|(name, _)| *name == assoc) {
                let subst = vec![Some(own.clone())];
                let bounds = bounds.iter().map(|of| {
                    let mut of = of.map(&mut |part| Some(self.substitute_known(part, &subst)));
                    of.of = self.canonical_head(of.of);
                    of
                });
                let bounds: Arc<[TraitRef]> = bounds.collect();
                return Some(if bounds.is_empty() { Type::Unknown } else { Type::Bound(bounds) });
            }
            if depth == 0 || asked.contains(&of) {
                continue;
            }
            asked.push(of);
            if let Some(known) = self.assoc_of_bounds(own, &sig.supers, assoc, (depth - 1, &mut *asked)) {
                let known = if matches!(known, Type::Bound(_)) || known.is_whole() { known } else { Type::Unknown };
                return Some(self.canonicalized(known));
            }
        }
        None
    }

    /// Whether a type may dereference, to whatever.
    pub(crate) fn may_deref(&self, ty: &Type) -> bool {
        self.implements(ty, DEREF.0) != Holds::No
    }

    /// Whether `Deref` is among bounds and their supertraits.
    pub(crate) fn is_pointer(&self, refs: &[TraitRef]) -> bool {
        refs.iter().any(|one| self.within(one, DEREF.0))
    }

    /// What a value dereferences to.
    pub(crate) fn deref(&self, ty: &Type) -> Option<Type> {
        match ty {
            Type::Ref(inner) => Some((**inner).clone()),
            Type::Bound(refs) if !self.is_pointer(refs) => None,
            Type::Adt(..) | Type::Ext(..) | Type::Bound(_) => {
                let (of, target) = *DEREF;
                match self.project(ty, target, Some(of)) {
                    Type::Unknown => None,
                    inner => Some(inner),
                }
            }
            _ => None,
        }
    }
}

/// `IntoIterator` is implemented for `&T` and for `&mut T`, which are one here: of `Iter` and `IterMut`, which have the same
/// methods, the first. Of the workspace only where the second has no methods but those of traits, and both give the same items.
fn not_mut<'t>(cx: &Context<'_>, one: &'t Type, other: &'t Type) -> Option<&'t Type> {
    let named = |def: DefId| cx.defs.get(cx.sources, def).name;
    let (a, b) = match (one, other) {
        (Type::Ext(a, args), Type::Ext(b, others)) if args == others => (*a, *b),
        (Type::Adt(a, args), Type::Adt(b, others)) if args == others => (named(*a), named(*b)),
        _ => return None,
    };
    let twins = |plain: Name, other: Name| other.strip_suffix("Mut") == Some(plain.as_str());
    let (plain, changing) = if twins(a, b) {
        (one, other)
    } else if twins(b, a) {
        (other, one)
    } else {
        return None;
    };
    let item = |ty: &Type| cx.project(ty, name("Item"), Some(Head::Ext(name("std::iter::Iterator"))));
    let is_alike = match changing {
        Type::Adt(def, _) if cx.impls.members.may_have_inherent(*def) => false,
        Type::Adt(..) => Some(item(plain)).filter(|item| !item.is_unknown()) == Some(item(changing)),
        _ => true,
    };
    is_alike.then_some(plain)
}

/// Whether nothing but the head of an impl decides.
fn row_is_plain(row: &ImplSig) -> bool {
    !matches!(row.self_ty, Type::Param(_))
}
