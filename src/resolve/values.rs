//! Types of values that come from closures, branches, loops, indices, `?` and `.await`.

use super::bodies::Walk;
use super::causes::Source;
use super::traits::{is_float, is_integer};
use super::types::{Head, Type};
use crate::facts::ExprId;
use crate::facts::body::Closure;
use crate::model::{Name, name};
use std::sync::Arc;

impl Walk<'_> {
    /// A closure; `expected` is what it is called with and has to give, where that is known.
    pub(super) fn closure(&mut self, closure: &Closure, expected: Option<(Vec<Type>, Type)>) -> Type {
        let depth = self.locals.len();
        let known = expected.as_ref().map(|(params, _)| &params[..]);
        let params = match self.has_conditional_params(closure) {
            true => self.conditional_params(closure, known),
            false => Some(self.closure_params(closure, known)),
        };
        closure.ret.iter().for_each(|ty| self.use_type(ty));
        if let Some((_, output)) = &expected {
            self.expect(closure.body, output);
        }
        let value = self.expr(closure.body);
        self.locals.truncate(depth);
        let value = match &closure.ret {
            Some(written) => self.lowered(written),
            None => value,
        };
        let value = if closure.is_async { Type::Future(Arc::new(value)) } else { value };
        if let Some((_, output)) = &expected {
            self.unify(output, &value);
        }
        params.map_or(Type::Unknown, |params| Type::Fn(Arc::new((params, value))))
    }

    /// Binds the parameters of a closure; gives back what it is called with.
    fn closure_params(&mut self, closure: &Closure, expected: Option<&[Type]>) -> Vec<Type> {
        let mut params = vec![];
        for (at, (pat, ty)) in closure.params.iter().enumerate() {
            let known = expected.and_then(|params| params.get(at)).cloned();
            let ty = match (ty, known) {
                (Some(ty), known) => {
                    self.use_type(ty);
                    let ty = self.lowered(ty);
                    known.iter().for_each(|known| self.unify(known, &ty));
                    ty
                }
                (None, Some(known)) => known,
                (None, None) => self.fresh(),
            };
            self.source = Source::Closure;
            self.bind(*pat, &ty);
            params.push(ty);
        }
        params
    }

    pub(super) fn attempt(&mut self, inner: ExprId) -> Type {
        let inner = self.expr(inner);
        match self.settled(&inner) {
            // A `Result` of a crate that was not read has its error by a default, or as its second argument.
            Type::Ext(path, args) if matches!(super::prelude::last(path), "Option" | "Result") => {
                args.first().cloned().unwrap_or(Type::Unknown)
            }
            _ => Type::Unknown,
        }
    }

    /// The type of a value that comes from one of two branches.
    pub(super) fn either(&mut self, one: Type, other: Type) -> Type {
        match (one, other) {
            (Type::Never, other) => other,
            (one, Type::Never) => one,
            (one, other) => {
                self.unify(&one, &other);
                let (one, other) = (self.deep(&one), self.deep(&other));
                match (one, other) {
                    (one, other) if one == other => one,
                    (Type::Unknown | Type::Var(_) | Type::Proj(_), known) if stays(&known) => known,
                    (known, Type::Unknown | Type::Var(_) | Type::Proj(_)) if stays(&known) => known,
                    // `&String` and `&str`: the one was turned into what it dereferences to.
                    (Type::Ref(one), Type::Ref(other)) if self.leads_to(&other, &one) => Type::Ref(one),
                    (Type::Ref(one), Type::Ref(other)) if self.leads_to(&one, &other) => Type::Ref(other),
                    (one, other) => common(one, &other),
                }
            }
        }
    }

    /// Whether a type dereferences to another, in whatever many steps.
    fn leads_to(&self, from: &Type, to: &Type) -> bool {
        let next = |ty: &Type| self.cx.deref(ty);
        to.is_whole() && std::iter::successors(next(from), next).take(4).any(|behind| behind == *to)
    }

    pub(super) fn awaited(&mut self, ty: &Type) -> Type {
        let ty = self.settled(ty);
        match &ty {
            Type::Future(output) => self.deep(output),
            Type::Unknown | Type::Var(_) | Type::Proj(_) => Type::Unknown,
            ty => {
                let of = |path| Some(Head::Ext(name(path)));
                match self.cx.project(ty, name("Output"), of("std::future::Future")) {
                    Type::Unknown => self.cx.project(ty, name("Output"), of("std::future::IntoFuture")),
                    known => known,
                }
            }
        }
    }

    /// What a loop over a value gives.
    pub(super) fn item_of(&mut self, source: &Type) -> Type {
        let source = self.settled(source);
        match source {
            Type::Unknown | Type::Var(_) | Type::Proj(_) => Type::Unknown,
            source => {
                let of = Head::Ext(name("std::iter::IntoIterator"));
                self.cx.project(&source, name("Item"), Some(of))
            }
        }
    }

    /// What an operator gives back, by the name of its trait.
    pub(super) fn arithmetic(&self, of: Name, left: &Type, right: &Type) -> Type {
        let (one, other) = (left.peeled(), right.peeled());
        // What is shifted by how much may be of different types.
        if matches!(of.as_str(), "Shl" | "Shr") && is_any_integer(one) && is_any_integer(other) {
            return one.clone();
        }
        if let Some(number) = self.number(one, other) {
            return number;
        }
        if left.is_primitive() && left == right {
            return left.clone();
        }
        let of = Head::Ext(name(&format!("std::ops::{of}")));
        self.cx.operator_output(of, left, right).map_or(Type::Unknown, |output| self.deep(&output))
    }

    /// The better known of two numbers.
    fn number(&self, left: &Type, right: &Type) -> Option<Type> {
        let (Type::Ext(one, _), Type::Ext(other, _)) = (left, right) else { return None };
        let (one, other) = (one.as_str(), other.as_str());
        match (one, other) {
            _ if one == other && left.is_primitive() => Some(left.clone()),
            ("{integer}", _) if is_integer(other) || is_float(other) => Some(right.clone()),
            (_, "{integer}") if is_integer(one) => Some(left.clone()),
            ("{float}", _) if is_float(other) => Some(right.clone()),
            (_, "{float}") if is_float(one) => Some(left.clone()),
            _ => None,
        }
    }

    /// What `base[index]` is.
    pub(super) fn indexed(&mut self, base: &Type, index: &Type) -> Type {
        let index = self.settled(index);
        let mut at = Some(self.settled(base));
        for _ in 0..8 {
            let Some(ty) = at else { return Type::Unknown };
            match &ty {
                Type::Slice(item) => {
                    return match &index {
                        Type::Ext(path, _) if path.as_str().starts_with("std::ops::Range") => ty,
                        index if is_any_integer(index) => (**item).clone(),
                        other => self.cx.index_output(&ty, other).unwrap_or(Type::Unknown),
                    };
                }
                Type::Ext(path, args) => match (super::prelude::last(*path), &index) {
                    ("HashMap" | "BTreeMap" | "IndexMap", _) => return args.get(1).cloned().unwrap_or(Type::Unknown),
                    ("Vec" | "VecDeque", index) if is_any_integer(index) => {
                        return args.first().cloned().unwrap_or(Type::Unknown);
                    }
                    ("str" | "String", Type::Ext(of, _)) if of.as_str().starts_with("std::ops::Range") => {
                        return Type::plain("str");
                    }
                    _ => {}
                },
                _ => {}
            }
            if let Some(output) = self.cx.index_output(&ty, &index) {
                return self.deep(&output);
            }
            at = self.cx.deref(&ty);
        }
        Type::Unknown
    }
}

fn is_any_integer(ty: &Type) -> bool {
    matches!(ty, Type::Ext(path, _) if *path == "{integer}" || is_integer(path))
}

/// Pointers that become such of a trait where one is wanted, and what holds one.
const COERCED: [&str; 12] =
    ["*", "Arc", "Box", "Cell", "NonNull", "Pin", "Rc", "Ref", "RefCell", "RefMut", "UnsafeCell", "Weak"];

/// Whether a branch of this type says what the other is: a reference may have been turned into what it dereferences to, a
/// pointer into one to a trait, and a function into a pointer to one. No value becomes what it dereferences to.
fn stays(ty: &Type) -> bool {
    match ty {
        Type::Adt(..) | Type::Tuple(_) => true,
        Type::Ext(path, _) => !COERCED.contains(&super::prelude::last(*path)),
        _ => false,
    }
}

/// What two types are that the same thing has in two branches, or under different conditions.
pub(super) fn common(one: Type, other: &Type) -> Type {
    if one == *other {
        return one;
    }
    match (&one, other) {
        (Type::Never, other) => other.clone(),
        (_, Type::Never) => one,
        (Type::Adt(def, args), Type::Adt(other, others)) if def == other => Type::Adt(*def, agreed(args, others)),
        (Type::Ext(path, args), Type::Ext(other, others)) if path == other => Type::Ext(*path, agreed(args, others)),
        _ => Type::Unknown,
    }
}

/// Arguments of one type in two branches: where they differ, one was turned into the other.
fn agreed(one: &[Type], other: &[Type]) -> Arc<[Type]> {
    let pairs = one.iter().zip(other);
    pairs.map(|(one, other)| if one == other { one.clone() } else { Type::Unknown }).collect()
}
