//! Types that are found out on the way: variables of a body, and what calls say of them.
//!
//! As in the compiler, a body is read once from front to back. A type that is not known yet is a variable; calls,
//! annotations and bounds bind it. What is bound to something unknown stays unknown: it is never guessed.

use super::bodies::Walk;
use super::sig::{Bounds, FnSig};
use super::slots::{of_row, only};
use super::types::{Head, TraitRef, Type};
use crate::facts::{Expr, ExprId, Ty};

/// Bounds on types that were not known when they were met; more are not kept.
const MOST_PENDING: usize = 64;

impl Walk<'_> {
    pub(super) fn fresh(&mut self) -> Type {
        self.vars.push(None);
        Type::Var(self.vars.len() as u32 - 1)
    }

    /// A type with bound variables replaced at its head.
    pub(super) fn shallow(&self, ty: &Type) -> Type {
        let mut at = ty;
        for _ in 0..64 {
            match at {
                Type::Var(var) => {
                    let known = self.vars.get(*var as usize).and_then(Option::as_ref);
                    match known.or_else(|| self.bound_here(*var)) {
                        Some(bound) => at = bound,
                        None => break,
                    }
                }
                _ => break,
            }
        }
        at.clone()
    }

    /// A type with all bound variables replaced, and associated types of what is known by now.
    pub(super) fn deep(&self, ty: &Type) -> Type {
        if self.vars.is_empty() {
            return self.cx.normal(ty);
        }
        super::traits::deeper(Type::Unknown, || self.deep_inside(ty))
    }

    fn deep_inside(&self, ty: &Type) -> Type {
        let known = ty.map(&mut |part| match part {
            Type::Var(_) => match self.shallow(part) {
                same @ Type::Var(_) => Some(same),
                bound => Some(self.deep(&bound)),
            },
            _ => None,
        });
        self.cx.normal(&known)
    }

    /// As [`Self::deep`]; what could not be found out is looked for among the bounds that were put off.
    pub(super) fn settled(&mut self, ty: &Type) -> Type {
        let known = self.deep(ty);
        if matches!(known.peeled(), Type::Var(_) | Type::Proj(_)) && !self.pending.is_empty() {
            self.retry();
            let known = self.deep(ty);
            return self.decided(known);
        }
        self.decided(known)
    }

    /// Makes two types one, where they can be; where they differ, one was turned into the other, and both stay.
    pub(super) fn unify(&mut self, one: &Type, other: &Type) {
        self.unify_within(one, other, 16);
    }

    fn unify_within(&mut self, one: &Type, other: &Type, depth: u32) {
        if depth == 0 {
            return;
        }
        let (one, other) = (self.shallow(one), self.shallow(other));
        match (&one, &other) {
            (Type::Var(a), Type::Var(b)) if a == b => {}
            // Of two variables the one that was made under a condition becomes the other.
            (Type::Var(outer), Type::Var(var)) if self.is_from_outside(*outer) && !self.is_from_outside(*var) => {
                self.bind_var(*var, &one);
            }
            (Type::Var(var), ty) | (ty, Type::Var(var)) => self.bind_var(*var, ty),
            (Type::Adt(a, args), Type::Adt(b, others)) if a == b => self.unify_all(args, others, depth),
            (Type::Ext(a, args), Type::Ext(b, others)) if a == b => self.unify_all(args, others, depth),
            (Type::Tuple(args), Type::Tuple(others)) => self.unify_all(args, others, depth),
            (Type::Ref(a), Type::Ref(b)) | (Type::Slice(a), Type::Slice(b)) | (Type::Future(a), Type::Future(b)) => {
                self.unify_within(a, b, depth - 1);
            }
            (Type::Fn(a), Type::Fn(b)) => {
                self.unify_all(&a.0, &b.0, depth);
                self.unify_within(&a.1, &b.1, depth - 1);
            }
            (Type::Bound(refs), ty) => {
                let refs = refs.clone();
                refs.iter().for_each(|of| self.relate(ty, of));
            }
            _ => {}
        }
    }

    fn unify_all(&mut self, one: &[Type], other: &[Type], depth: u32) {
        for (a, b) in one.iter().zip(other) {
            self.unify_within(a, b, depth - 1);
        }
    }

    pub(super) fn occurs(&self, var: u32, ty: &Type, depth: u32) -> bool {
        depth == 0
            || match ty {
                Type::Var(other) => {
                    let inside = |bound: &Type| self.occurs(var, bound, depth - 1);
                    *other == var
                        || match self.vars.get(*other as usize).and_then(Option::as_ref) {
                            Some(bound) => inside(bound),
                            None => self.bound_anywhere(*other).any(inside),
                        }
                }
                Type::Adt(_, args) | Type::Ext(_, args) | Type::Tuple(args) => {
                    args.iter().any(|arg| self.occurs(var, arg, depth - 1))
                }
                Type::Ref(inner) | Type::Slice(inner) | Type::Future(inner) => self.occurs(var, inner, depth - 1),
                Type::Fn(about) => {
                    about.0.iter().any(|arg| self.occurs(var, arg, depth - 1)) || self.occurs(var, &about.1, depth - 1)
                }
                Type::Proj(about) => {
                    let mut parts = std::iter::once(&about.0).chain(&about.3);
                    parts.any(|part| self.occurs(var, part, depth - 1))
                }
                Type::Bound(refs) => refs.iter().any(|of| {
                    let assoc = of.assoc.iter().map(|(_, ty)| ty);
                    of.args.iter().chain(assoc).any(|ty| self.occurs(var, ty, depth - 1))
                }),
                _ => false,
            }
    }

    /// A part of a signature with types for its parameters.
    pub(super) fn with(&self, ty: &Type, subst: &[Type]) -> Type {
        let known = ty.map(&mut |part| match part {
            Type::Param(at) => Some(subst.get(*at as usize).cloned().unwrap_or(Type::Unknown)),
            _ => None,
        });
        self.deep(&self.cx.canonicalized(known))
    }

    fn with_bound(&self, of: &TraitRef, subst: &[Type]) -> TraitRef {
        self.cx.canonical_bound(of).map(&mut |part| match part {
            Type::Param(at) => Some(subst.get(*at as usize).cloned().unwrap_or(Type::Unknown)),
            _ => None,
        })
    }

    /// A type says something of the arguments of its traits.
    fn relate(&mut self, ty: &Type, of: &TraitRef) {
        super::traits::deeper((), || self.relate_inside(ty, of));
    }

    fn relate_inside(&mut self, ty: &Type, of: &TraitRef) {
        let ty = self.deep(ty);
        if of.is_fn() {
            let Some((params, output)) = of.signature() else { return };
            match ty.peeled() {
                Type::Fn(about) => {
                    let about = about.clone();
                    self.unify_all(&params, &about.0, 8);
                    self.unify(&output, &about.1);
                }
                Type::Item(item) => self.relate_item(*item, &params, &output),
                // `impl Fn(A) -> B` that is handed on.
                Type::Bound(refs) => {
                    if let Some((given, result)) = refs.iter().find_map(TraitRef::signature) {
                        self.unify_all(&params, &given, 8);
                        self.unify(&output, &result);
                    }
                }
                _ => {}
            }
            return;
        }
        for (assoc, expected) in &*of.assoc {
            let args: Vec<Type> = of.args.iter().map(|arg| self.deep(arg)).collect();
            let found = self.cx.project_by(&ty, *assoc, Some(of.of), &args);
            if !matches!(found, Type::Unknown | Type::Proj(_)) {
                self.unify(expected, &found);
            }
        }
        let cx = self.cx;
        if !of.args.is_empty()
            && let Some((row, known)) = cx.only_row(&ty, of.of)
        {
            // What the type does not tell, the bounds of the impl may: `Option<Vec<_>>` from an iterator of `Option<A>`.
            let subst: Vec<Type> = known.into_iter().map(|ty| ty.unwrap_or_else(|| self.fresh())).collect();
            let args = row.of.as_ref().map_or(&[][..], |of| &of.args[..]);
            let args: Vec<Type> = args.iter().map(|arg| self.with(arg, &subst)).collect();
            for (given, arg) in of.args.iter().zip(&args) {
                // A variable takes an associated type as it is; parts of it are there when it is known.
                let known = if matches!(self.shallow(arg), Type::Var(_)) { given.clone() } else { self.deep(given) };
                self.unify(&known, arg);
            }
            self.solve(&row.bounds, &subst);
        }
    }

    /// A function as a value, where one of this signature is wanted.
    fn relate_item(&mut self, item: Head, params: &[Type], output: &Type) {
        let cx = self.cx;
        match cx.function(item) {
            Some(sig) => {
                let subst: Vec<Type> = (0..sig.params).map(|_| self.fresh()).collect();
                // Which parameters there are, conditions say.
                let inputs: &[Type] = if sig.conditional.is_empty() { &sig.inputs } else { &[] };
                for (param, input) in params.iter().zip(inputs) {
                    let input = self.with(input, &subst);
                    self.unify(&input, param);
                }
                let ty = self.with(&sig.output.clone().unwrap_or(Type::Unknown), &subst);
                self.unify(output, &ty);
            }
            None => {
                if let Some((made, fields)) = self.constructor(item) {
                    for (param, field) in params.iter().zip(fields) {
                        self.unify(&field, param);
                    }
                    self.unify(output, &made);
                }
            }
        }
    }

    pub(super) fn solve(&mut self, bounds: &Bounds, subst: &[Type]) {
        for (bounded, of) in bounds {
            let ty = self.with(bounded, subst);
            let of = self.with_bound(of, subst);
            if of.args.is_empty() && of.assoc.is_empty() {
                continue;
            }
            match ty {
                Type::Var(_) | Type::Proj(_) => {
                    if self.pending.len() < MOST_PENDING && !of.is_fn() {
                        let under = self.conditions.all();
                        self.pending.push((ty, of, under));
                    }
                }
                ty => self.relate(&ty, &of),
            }
        }
    }

    /// Looks again at bounds on types that were not known.
    pub(super) fn retry(&mut self) {
        for (ty, of, under) in std::mem::take(&mut self.pending) {
            match self.deep(&ty) {
                still @ (Type::Var(_) | Type::Proj(_)) => self.pending.push((still, of, under)),
                known => {
                    let here = self.conditions.all();
                    let same = here == under;
                    if here.is_some() && !same {
                        // Elsewhere it may be another type.
                        self.pending.push((ty, of.clone(), under.clone()));
                    }
                    let under = under.as_deref().filter(|_| !same).unwrap_or_default();
                    self.within(under, |walk| walk.relate(&known, &of));
                }
            }
        }
    }

    /// Calls a function: arguments say what its parameters are, and these what it gives back. `outer` are the parameters
    /// of the impl or trait around; a `receiver` takes the place of the first argument.
    pub(super) fn invoke(
        &mut self,
        sig: &FnSig,
        outer: &[Option<Type>],
        explicit: &[Ty],
        receiver: Option<&Type>,
        args: &[ExprId],
    ) -> Type {
        let mut subst: Vec<Type> = vec![];
        for at in 0..sig.params {
            let given = match at.checked_sub(sig.outer) {
                None => outer.get(at as usize).cloned().flatten(),
                Some(own) => explicit.get(own as usize).map(|ty| self.lowered(ty)).filter(|ty| !ty.is_unknown()),
            };
            let ty = given.unwrap_or_else(|| self.fresh());
            subst.push(ty);
        }
        self.ask_layout_of(&subst);
        let skip = usize::from(receiver.is_some());
        if let (Some(receiver), Some(first)) = (receiver, sig.inputs.first()) {
            let first = self.with(first, &subst);
            self.unify(first.peeled(), receiver.peeled());
        }
        let inputs = sig.inputs.get(skip..).unwrap_or_default();
        let aligned = self.aligned(args, inputs.len(), &sig.conditional, skip);
        let mut closures = vec![];
        for (at, arg) in args.iter().enumerate() {
            let several = aligned.as_ref().map(|all| &all[at][..]).filter(|rows| rows.len() > 1);
            if let Some(rows) = several {
                self.given_to_each(*arg, sig, rows.iter().map(|row| row + skip), &subst);
                continue;
            }
            let input = only(aligned.as_deref(), at).and_then(|at| inputs.get(at));
            if let Some((input, inner)) = input.and_then(|input| Some((input, self.closure_within(*arg, input)?))) {
                closures.push((*arg, input, inner));
                continue;
            }
            let expected = input.map(|input| self.with(input, &subst));
            self.given(*arg, expected.as_ref());
        }
        self.solve(&sig.bounds, &subst);
        let body = self.body;
        for (arg, input, (closure, inner)) in closures {
            self.within(body.conditions(arg), |walk| {
                let expected = walk.expected(sig, inner, &subst).or_else(|| walk.expectations.remove(&closure));
                let ty = if closure == arg {
                    walk.closure_where(arg, expected)
                } else {
                    walk.expectations.extend(expected.map(|expected| (closure, expected)));
                    walk.expr(arg)
                };
                let input = walk.with(input, &subst);
                walk.unify(&input, &ty);
                walk.solve(&sig.bounds, &subst);
            });
        }
        match &sig.output {
            Some(output) => self.with(output, &subst),
            None => Type::Unknown,
        }
    }

    /// Reads an argument that is for one parameter under these conditions and for another under those.
    fn given_to_each(&mut self, arg: ExprId, sig: &FnSig, rows: impl Iterator<Item = usize>, subst: &[Type]) {
        let body = self.body;
        let ty = self.expr(arg);
        self.within(body.conditions(arg), |walk| {
            for (row, input) in rows.filter_map(|row| Some((row, sig.inputs.get(row)?))) {
                let input = walk.with(input, subst);
                walk.within(of_row(&sig.conditional, row), |walk| walk.unify(&input, &ty));
            }
        });
    }

    /// What a closure is called with and has to give, where a parameter says so.
    fn expected(&self, sig: &FnSig, input: &Type, subst: &[Type]) -> Option<(Vec<Type>, Type)> {
        let of = match input {
            Type::Param(_) => sig.bounds.iter().find(|(ty, of)| ty == input && of.is_fn()).map(|(_, of)| of),
            Type::Bound(refs) => refs.iter().find(|of| of.is_fn()),
            Type::Fn(about) => {
                let params = about.0.iter().map(|ty| self.with(ty, subst)).collect();
                return Some((params, self.with(&about.1, subst)));
            }
            _ => None,
        };
        let (params, output) = self.with_bound(of?, subst).signature()?;
        Some((params.iter().map(|ty| self.deep(ty)).collect(), output))
    }

    fn closure_where(&mut self, arg: ExprId, expected: Option<(Vec<Type>, Type)>) -> Type {
        match self.body.exprs.get(arg as usize) {
            Some(Expr::Closure(closure)) => self.closure(closure, expected),
            _ => self.expr(arg),
        }
    }

    /// What a constructor makes, and the types of its fields in order.
    pub(super) fn constructor(&mut self, item: Head) -> Option<(Type, Vec<Type>)> {
        let holder = self.cx.enum_of(item).unwrap_or(item);
        let made = match holder {
            Head::Own(def) => Type::Adt(def, std::sync::Arc::new([])),
            Head::Ext(path) => Type::Ext(path, std::sync::Arc::new([])),
        };
        self.cx.arity(holder)?;
        let made = self.filled(&made);
        let args = match &made {
            Type::Adt(_, args) | Type::Ext(_, args) => args.to_vec(),
            _ => vec![],
        };
        let mut fields = vec![];
        while let Some(field) = self.cx.field_of(item, crate::model::name(&fields.len().to_string())) {
            let field = field.clone();
            fields.push(self.with(&field, &args));
        }
        Some((made, fields))
    }
}
