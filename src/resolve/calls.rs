//! What calls and fields mean: the method of a receiver's type, the result of a function.

use super::bodies::Walk;
use super::candidates::Candidate;
use super::order::Ordered;
use super::probe::Probe;
use super::slots::only;
use super::traits::Subst;
use super::types::{Head, Type};
use super::{Among, ByName, Goal, ResolvedCall, UnknownCall, Why};
use crate::facts::body::MethodCall;
use crate::facts::{DefData, Expr, ExprId, Ty};
use crate::model::{DefId, Name, Span};
use smallvec::SmallVec;

pub(super) type Ids = SmallVec<[DefId; 2]>;

/// References and pointers in front of a receiver; more are a cycle of `Deref`.
pub(super) const MOST_STEPS: usize = 10;

impl Walk<'_> {
    pub(super) fn call(&mut self, func: ExprId, args: &[ExprId]) -> Type {
        let body = self.body;
        let Expr::Path(path) = &body.exprs[func as usize] else {
            let callee = self.expr(func);
            return self.call_value(&callee, args);
        };
        let (id, path) = (*path, &body.paths[*path as usize]);
        let (ty, meant, owner) = self.value_path(id);
        if let Some(last) = path.segs.last() {
            self.watch(last.name, None, args, path.span);
        }
        let explicit: &[Ty] = path.segs.last().and_then(|seg| seg.args.as_ref()).map_or(&[], |args| &args.types);
        let found = match meant[..] {
            [def] => Some((Head::Own(def), self.outer_at(def, path, &owner))),
            // Alternatives under conditions with one signature.
            [def, ..] if self.agree(&meant) => Some((Head::Own(def), self.outer_at(def, path, &owner))),
            [] if ty.is_unknown() && !self.is_local(id) => self.foreign_function(path, &owner),
            _ => None,
        };
        match found {
            Some((item, outer)) => self.call_item(item, &outer, explicit, args),
            None if meant.is_empty() => self.call_value(&ty, args),
            None => {
                self.read_all(args);
                Type::Unknown
            }
        }
    }

    fn agree(&self, meant: &[DefId]) -> bool {
        let mut all = meant.iter().map(|def| self.cx.function(Head::Own(*def)));
        let first = all.next().flatten();
        first.is_some() && all.all(|other| other == first)
    }

    pub(super) fn read_all(&mut self, args: &[ExprId]) -> Vec<Type> {
        args.iter().map(|arg| self.expr(*arg)).collect()
    }

    /// Calls a function or a constructor by its signature.
    fn call_item(&mut self, item: Head, outer: &Subst, explicit: &[Ty], args: &[ExprId]) -> Type {
        let cx = self.cx;
        if let Some(sig) = cx.function(item) {
            self.ask_layout(item);
            return self.invoke(sig, outer, explicit, None, args);
        }
        let made = self.constructor(item);
        let fields = made.as_ref().map_or(&[][..], |(_, fields)| &fields[..]);
        self.given_in_order(args, fields);
        made.as_ref().map_or(Type::Unknown, |(made, _)| self.deep(made))
    }

    /// Reads arguments, of which each says something of the type at its place.
    fn given_in_order(&mut self, args: &[ExprId], wanted: &[Type]) {
        let aligned = self.aligned(args, wanted.len(), &[], 0);
        for (at, arg) in args.iter().enumerate() {
            self.given(*arg, only(aligned.as_deref(), at).and_then(|at| wanted.get(at)));
        }
    }

    /// Calls a closure, a function pointer or a function as a value.
    fn call_value(&mut self, callee: &Type, args: &[ExprId]) -> Type {
        let mut callee = self.settled(callee).peeled().clone();
        // `Box<dyn Fn()>`, `Arc<F>`.
        for _ in 0..MOST_STEPS {
            match &callee {
                Type::Ext(..) | Type::Adt(..) => match self.cx.deref(&callee) {
                    Some(inner) => callee = self.deep(&inner).peeled().clone(),
                    None => break,
                },
                _ => break,
            }
        }
        match &callee {
            Type::Item(item) => self.call_item(*item, &vec![], &[], args),
            Type::Fn(about) => {
                let about = about.clone();
                self.given_in_order(args, &about.0);
                self.deep(&about.1)
            }
            Type::Bound(refs) => {
                let output = refs.iter().find_map(super::types::TraitRef::signature).map(|(_, output)| output);
                self.read_all(args);
                output.unwrap_or(Type::Unknown)
            }
            _ => {
                self.read_all(args);
                Type::Unknown
            }
        }
    }

    /// The parameters of the impl or trait around an item, when it is reached through a type.
    pub(super) fn outer_of(&self, def: DefId, owner: &Type) -> Subst {
        let Some(parent) = self.cx.defs.parent(self.cx.sources, def) else { return vec![] };
        match (&self.cx.defs.get(self.cx.sources, parent).data, owner) {
            (_, Type::Unknown) => vec![],
            (DefData::Trait { .. }, owner) => vec![Some(owner.clone())],
            (DefData::Impl(_), owner) => {
                let name = self.cx.defs.get(self.cx.sources, def).name;
                let all = self.cx.candidates(owner, name);
                all.into_iter().find(|one| one.item == Head::Own(def)).map(|one| one.outer).unwrap_or_default()
            }
            _ => vec![],
        }
    }

    pub(super) fn field(&mut self, base: &Type, name: Name, span: Span) -> Type {
        let mut at = self.settled(base);
        for _ in 0..MOST_STEPS {
            if let (Type::Tuple(items), Ok(index)) = (&at, name.parse::<usize>()) {
                return items.get(index).cloned().unwrap_or(Type::Unknown);
            }
            if let Some(field) = self.field_of_projection(&at, name, span) {
                return field;
            }
            if let Type::Adt(def, _) = &at {
                match &self.visible_fields(*def, name)[..] {
                    [] => {}
                    // Where it does not exist, one of the same name behind the type is meant.
                    [field]
                        if !self.cx.defs.get(self.cx.sources, *field).attrs.cfg.is_empty()
                            && self.cx.deref(&at).is_some() =>
                    {
                        self.refer(*field, span);
                        break;
                    }
                    [field] => {
                        self.refer(*field, span);
                        return self.declared(*field, &at);
                    }
                    fields => {
                        fields.iter().for_each(|field| self.refer(*field, span));
                        return Type::Unknown;
                    }
                }
            }
            if let (Type::Ext(_, args), Some(ty)) = (&at, at.head().and_then(|head| self.cx.field_of(head, name))) {
                return self.deep(&self.cx.substitute(ty, args));
            }
            match self.cx.deref(&at) {
                Some(inner) => at = self.deep(&inner),
                None => break,
            }
        }
        self.edge(
            Goal::Named(ByName::Field { from: self.package(), among: Among::All }, name),
            span,
            Why::UnknownReceiver,
        );
        Type::Unknown
    }

    /// The fields of a type of this name; one that is private elsewhere is looked for behind the type.
    fn visible_fields(&self, def: DefId, name: Name) -> Ids {
        self.cx.impls.members.field(def, name).iter().copied().filter(|field| self.sees(*field)).collect()
    }

    /// The type of a field as seen through a value of type `owner`.
    pub(super) fn declared(&self, field: DefId, owner: &Type) -> Type {
        let ty = self.cx.declared(field, owner);
        self.deep(&ty)
    }

    /// The field that is assigned to.
    pub(super) fn written(&mut self, base: &Type, name: Name, span: Span) {
        let base = self.settled(base);
        let mut at = Some(base.clone());
        for _ in 0..MOST_STEPS {
            match &at {
                Some(Type::Adt(def, _)) if !self.visible_fields(*def, name).is_empty() => {
                    return self.mention_fields(*def, name, span);
                }
                Some(other) => at = self.cx.deref(other),
                None => break,
            }
        }
        if matches!(base.peeled(), Type::Unknown | Type::Var(_) | Type::Proj(_)) {
            self.unknown_writes.insert(name);
        }
    }

    pub(super) fn method_call(&mut self, call: &MethodCall) -> Type {
        self.watch(call.name, Some(call.receiver), &call.args, call.span);
        let receiver = self.expr(call.receiver);
        call.types.iter().for_each(|ty| self.use_type(ty));
        self.cast_by_method(&receiver, call);
        self.method_on(&receiver, call)
    }

    /// Calls a method on a value of this type, which was read.
    pub(super) fn method_on(&mut self, receiver: &Type, call: &MethodCall) -> Type {
        let receiver = self.settled(receiver);
        self.refer_to_ways_of_traits(call.name, call.span);
        if let Some(projection) = self.projection(&receiver, call.name) {
            self.calls.exact += 1;
            self.resolved.push(ResolvedCall { by: self.owner, at: call.span.start, of: None });
            return projection;
        }
        match self.in_order(&receiver, call) {
            Some(Ordered::Sure(one, at)) => self.found(&one, &at, call),
            Some(Ordered::Several) => {
                self.calls.exact += 1;
                self.read_all(&call.args);
                Type::Unknown
            }
            Some(Ordered::OnSeveral) => self.by_name(call, &receiver),
            Some(Ordered::Open(items)) => {
                let before = self.resolved.len();
                let ty = self.step_by_step(&receiver, call);
                let mut found = self.resolved.iter().skip(before);
                match found.position(|it| it.at == call.span.start && it.by == self.owner) {
                    // What is found step by step is one of those that may be meant: which, is not known.
                    Some(at) if !is_only(&items, self.resolved[before + at].of) => {
                        self.resolved.remove(before + at);
                        Type::Unknown
                    }
                    _ => ty,
                }
            }
            None => self.step_by_step(&receiver, call),
        }
    }

    /// Looks for a method on the receiver's type, then on what that dereferences to.
    fn step_by_step(&mut self, receiver: &Type, call: &MethodCall) -> Type {
        let mut at = receiver.clone();
        let mut perhaps = vec![];
        for _ in 0..MOST_STEPS {
            match self.probe(&at, call, &mut perhaps) {
                Probe::Found(one) => return self.found(&one, &at, call),
                Probe::Several => return self.one_of_several(call),
                Probe::Unknown => return self.by_name(call, &at),
                Probe::Unseen => return self.by_name_of_traits(call, &at),
                Probe::Beyond => {
                    match self.probe_borrowed(&at, call, &perhaps) {
                        Probe::Found(one) => return self.found(&one, &at.reference(), call),
                        Probe::Several => return self.one_of_several(call),
                        Probe::Unknown | Probe::Unseen | Probe::Beyond => {}
                    }
                    let Some(inner) = self.cx.deref(&at) else { break };
                    // A trait may be implemented for the reference or pointer itself.
                    let items = self.cx.impls.members.items_on_others(call.name);
                    items.into_iter().for_each(|item| self.refer(item, call.span));
                    at = self.deep(&inner);
                }
            }
        }
        self.not_found(receiver, &at, perhaps, call)
    }

    /// All that may be meant is referred to; what the call gives back is not known.
    fn one_of_several(&mut self, call: &MethodCall) -> Type {
        self.calls.exact += 1;
        self.read_all(&call.args);
        Type::Unknown
    }

    /// Calls the method that was found on a receiver.
    fn found(&mut self, one: &Candidate, receiver: &Type, call: &MethodCall) -> Type {
        self.calls.exact += 1;
        self.resolved.push(ResolvedCall { by: self.owner, at: call.span.start, of: own_def(one.item) });
        self.note_foreign(one.item, call.span);
        let cx = self.cx;
        let Some(sig) = cx.function(one.item) else {
            self.read_all(&call.args);
            return Type::Unknown;
        };
        self.ask_layout(one.item);
        let ty = self.invoke(sig, &one.outer, &call.types, Some(receiver), &call.args);
        as_number(&ty, receiver)
    }

    /// The package that the text is read as part of.
    pub(super) fn package(&self) -> u16 {
        let target = self.cx.modules.get(self.module).target;
        self.cx.workspace.targets[target.index()].package.index() as u16
    }

    fn by_name(&mut self, call: &MethodCall, at: &Type) -> Type {
        let from = self.package();
        let class = |args: usize| ByName::Method { args: args.min(255) as u8, from, among: Among::All };
        let (least, most) = self.numbers_of_args(&call.args).into_inner();
        for args in least..most {
            self.edge(Goal::Named(class(args), call.name), call.span, Why::UnknownReceiver);
        }
        self.unknown_call(call, at, class(most))
    }

    /// A type whose own items are seen as far as the workspace declares them: what a macro may have added is an item that the
    /// macro makes, or one that a trait declares.
    fn by_name_of_traits(&mut self, call: &MethodCall, at: &Type) -> Type {
        self.unknown_call(call, at, ByName::TraitItem)
    }

    fn unknown_call(&mut self, call: &MethodCall, at: &Type, class: ByName) -> Type {
        self.calls.unknown += 1;
        let cause = self.cause_of_call(call, at);
        self.unknown_calls.insert(call.span.start, cause);
        self.unknown.push(UnknownCall { by: self.owner, at: call.span.start, cause });
        self.edge(Goal::Named(class, call.name), call.span, Why::UnknownReceiver);
        self.read_all(&call.args);
        Type::Unknown
    }

    /// No type on the way has the method as far as is known. A foreign type has the methods of its crate, and those of
    /// traits that are implemented for it here; one that holds a type of ours may lead to that.
    fn not_found(&mut self, receiver: &Type, last: &Type, perhaps: Vec<(Candidate, Type)>, call: &MethodCall) -> Type {
        let leads_here = |ty: &Type| match ty.peeled() {
            Type::Ext(path, args) => {
                let seen = self.cx.is_known(*path) && !self.cx.may_deref(ty.peeled());
                !seen && super::standard::holds_own(args)
            }
            Type::Adt(..) | Type::Bound(_) => false,
            _ => false,
        };
        // What a known receiver dereferences to was gone through: one of those that it may have on the way is meant.
        let is_open = perhaps.is_empty() || !self.is_described(receiver);
        if leads_here(last) || (is_open && leads_here(receiver)) {
            return self.by_name(call, last);
        }
        if [receiver, last].into_iter().all(|ty| self.is_described(ty)) {
            // It is one of those that are known, for the code compiles.
            match &perhaps[..] {
                [(one, on)] => return self.found(one, on, call),
                [] => {
                    if let Some(one) = self.only_trait(receiver, call) {
                        return self.found(&one, receiver, call);
                    }
                    // A macro may have changed what is written: the code compiles, so the type is another one.
                    if matches!(receiver.peeled(), Type::Adt(..)) {
                        return self.by_name(call, last);
                    }
                }
                // Those of the workspace are referred to.
                _ => {
                    self.calls.exact += 1;
                    self.read_all(&call.args);
                    return Type::Unknown;
                }
            }
        }
        if self.cx.impls.members.any_trait_declares(call.name) {
            self.calls.foreign += 1;
            self.trait_item_named(call.name, call.span);
        } else {
            self.calls.exact += 1;
        }
        self.read_all(&call.args);
        Type::Unknown
    }
}

/// Whether this is all that may be meant.
fn is_only(items: &[Head], found: Option<DefId>) -> bool {
    items.iter().all(|item| own_def(*item) == found)
}

pub(super) fn own_def(head: Head) -> Option<DefId> {
    match head {
        Head::Own(def) => Some(def),
        Head::Ext(_) => None,
    }
}

/// The methods of a number give back numbers of its own type.
fn as_number(ty: &Type, receiver: &Type) -> Type {
    let receiver = receiver.peeled();
    if !receiver.is_primitive() {
        return ty.clone();
    }
    ty.map(&mut |part| match part {
        Type::Ext(path, _) if matches!(path.as_str(), "{integer}" | "{float}") => Some(receiver.clone()),
        _ => None,
    })
}
