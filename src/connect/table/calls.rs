//! Calls in the code that sets routes up: of functions of the workspace, of APIs, of closures and macros, and of what nothing
//! is known of.
//!
//! In: a call, and what locals hold. Out: the value that comes back. What an API does is said in `apply.rs`.

use super::patterns::Text;
use super::texts::{formatted, text_of};
use super::values::{Node, NodeId, Site, Value};
use super::walk::{DEEPEST, Frame, Walk};
use crate::catalog::routes::{Does, RouteApi};
use crate::facts::body::MethodCall;
use crate::facts::{DefData, Expr, ExprId};
use crate::model::{DefId, Span};

/// Types of collections that are no servers by themselves.
const PARTS: [&str; 5] = ["::MethodRouter", "::RouteMethod", "::Resource", "::Scope", "actix_web::Route"];

impl<'a> Walk<'a> {
    pub(super) fn function(&mut self, frame: &mut Frame<'a>, func: ExprId, args: &'a [ExprId]) -> Value {
        let Some(Expr::Path(path)) = frame.body.exprs.get(func as usize) else {
            self.expr(frame, func);
            return self.unknown_call(frame, args);
        };
        let path = &frame.body.paths[*path as usize];
        let local = path.single().and_then(|seg| frame.local(seg.name)).cloned();
        if let Some(Value::Closure(def, closure)) = local {
            let args = args.iter().map(|arg| self.expr(frame, *arg)).collect();
            return if def == frame.def { self.run(frame, closure, args) } else { Value::Unknown };
        }
        let site = Site { by: frame.def, at: path.span };
        if let Some(api) = self.api_at(frame.def, path.span.start) {
            return self.apply(frame, api, None, args, site);
        }
        match self.meaning(frame.def, path.span.start) {
            Some(def) if self.relevant.contains(&def) && self.in_place(frame, def, args, 0) => {
                let args = args.iter().map(|arg| self.expr(frame, *arg)).collect();
                self.call_at(def, args, site)
            }
            Some(_) => self.unknown_call(frame, args),
            None => self.foreign_call(frame, path, args),
        }
    }

    /// Whether each argument is for the parameter at its place: what is not always there may shift those behind it.
    fn in_place(&self, frame: &Frame<'a>, def: DefId, args: &[ExprId], before: usize) -> bool {
        let DefData::Fn(sig) = &self.audit.def(def).data else { return true };
        let are_always = args.iter().all(|arg| frame.body.conditions(*arg).is_empty());
        (are_always && sig.conditional.is_empty()) || sig.params.len() == args.len() + before
    }

    /// A function of another crate that does nothing to routes; some hand on what they are given.
    fn foreign_call(&mut self, frame: &mut Frame<'a>, path: &crate::facts::Path, args: &'a [ExprId]) -> Value {
        let names: Vec<&str> = path.segs.iter().map(|seg| seg.name.as_str()).collect();
        let of = names.len().checked_sub(2).map_or("", |at| names[at]);
        match (of, names.last(), args) {
            (_, Some(&("Ok" | "Some")), [arg]) | ("Box" | "Arc" | "Rc" | "Some" | "Ok", _, [arg]) => {
                self.expr(frame, *arg)
            }
            (server, Some(&("new" | "with_interceptor" | "from_arc")), _) if is_server(server) => {
                self.unknown_call(frame, args);
                Value::Service(Some(server.trim_end_matches("Server").to_owned()))
            }
            ("String", Some(&"from"), [arg]) => self.expr(frame, *arg),
            ("Vec", Some(&("new" | "with_capacity")), _) => Value::List(vec![]),
            _ => self.unknown_call(frame, args),
        }
    }

    /// Reads arguments of a call of which nothing is known.
    fn unknown_call(&mut self, frame: &mut Frame<'a>, args: &'a [ExprId]) -> Value {
        for arg in args {
            let value = self.expr(frame, *arg);
            self.read_closure(frame, &value);
            self.hand_on(&value);
        }
        Value::Unknown
    }

    /// A part that is handed to somebody unknown may be put anywhere; a whole is mostly served.
    pub(super) fn hand_on(&mut self, value: &Value) {
        match value {
            Value::Node(node) if PARTS.iter().any(|part| self.nodes[*node as usize].made.ends_with(part)) => {
                self.escape(value);
            }
            Value::List(values) => values.iter().for_each(|value| self.hand_on(value)),
            _ => {}
        }
    }

    /// Reads a closure that somebody else will call.
    pub(super) fn read_closure(&mut self, frame: &mut Frame<'a>, value: &Value) {
        if let Value::Closure(def, closure) = value
            && *def == frame.def
        {
            self.run(frame, *closure, vec![]);
        }
    }

    /// Runs a closure of the same body.
    pub(super) fn run(&mut self, frame: &mut Frame<'a>, closure: ExprId, args: Vec<Value>) -> Value {
        let Some(Expr::Closure(closure)) = frame.body.exprs.get(closure as usize) else { return Value::Unknown };
        if self.stack.len() >= DEEPEST {
            return Value::Unknown;
        }
        self.stack.push(frame.def);
        let (depth, returned) = (frame.locals.len(), std::mem::take(&mut frame.returned));
        let mut args = args.into_iter();
        for (pat, ty) in &closure.params {
            let value = match (args.next().unwrap_or(Value::Unknown), ty) {
                (Value::Unknown, Some(ty)) => self.parameter(frame.def, ty),
                (given, _) => given,
            };
            self.bind(frame, *pat, value);
        }
        let value = self.expr(frame, closure.body);
        frame.locals.truncate(depth);
        self.stack.pop();
        let mut all = std::mem::replace(&mut frame.returned, returned);
        all.push((value, self.branches.clone()));
        self.one_of(all, Site { by: frame.def, at: Span::default() })
    }

    pub(super) fn method(&mut self, frame: &mut Frame<'a>, call: &'a MethodCall) -> Value {
        let mut receiver = self.expr(frame, call.receiver);
        let site = Site { by: frame.def, at: call.span };
        if let Value::Node(node) = receiver
            && call.name == "clone"
        {
            let copy = Node { held: false, ..self.nodes[node as usize].clone() };
            self.nodes.push(copy);
            return Value::Node(self.nodes.len() as NodeId - 1);
        }
        if let Value::List(values) = &receiver
            && call.name == "concat"
        {
            return Value::Text(Text(values.iter().flat_map(|value| text_of(value).0).collect()));
        }
        if matches!(&*call.name, "append" | "extend" | "push") && matches!(receiver, Value::List(_) | Value::Node(_)) {
            return self.lengthened(frame, call, receiver, site);
        }
        let table = &self.audit.input.catalog.routes;
        let by_type = match &receiver {
            Value::Node(node) => table.method(&self.nodes[*node as usize].made, &call.name).map(|row| self.api(row)),
            _ => None,
        };
        // What the receiver is known to be says more than what its type was taken for.
        if let Some(api) = by_type.or_else(|| self.api_at(frame.def, call.span.start)) {
            if !matches!(receiver, Value::Node(_)) {
                receiver = self.assumed(frame, api, call.receiver, receiver);
            }
            return self.apply(frame, api, Some(receiver), &call.args, site);
        }
        if let Some(def) = self.calls.get(&(frame.def, call.span.start)).copied() {
            if self.relevant.contains(&def) && self.in_place(frame, def, &call.args, 1) {
                let mut args = vec![receiver];
                args.extend(call.args.iter().map(|arg| self.expr(frame, *arg)));
                return self.call_at(def, args, site);
            }
            self.unknown_call(frame, &call.args);
            return Value::Unknown;
        }
        self.unknown_call(frame, &call.args);
        receiver
    }

    /// `routes.append(&mut more)`: a list of routes grows.
    fn lengthened(&mut self, frame: &mut Frame<'a>, call: &'a MethodCall, receiver: Value, site: Site) -> Value {
        let more = call.args.first().map_or(Value::Unknown, |arg| self.expr(frame, *arg));
        let value = match (receiver, more) {
            // Of salvo and others this is a method of the collection itself.
            (Value::Node(on), more) => {
                self.take_in(on, more, site);
                return Value::Node(on);
            }
            (Value::List(before), more @ Value::Node(_)) => {
                let node = self.node("rocket::Route");
                before.into_iter().chain([more]).for_each(|value| self.take_in(node, value, site));
                Value::Node(node)
            }
            (Value::List(mut before), more) => {
                match more {
                    Value::List(more) => before.extend(more),
                    more => before.push(more),
                }
                Value::List(before)
            }
            (other, _) => other,
        };
        self.set(frame, call.receiver, value);
        Value::Unknown
    }

    /// Gives a local another value.
    pub(super) fn set(&mut self, frame: &mut Frame<'a>, place: ExprId, value: Value) {
        if let Some(Expr::Path(path)) = frame.body.exprs.get(place as usize)
            && let Some(seg) = frame.body.paths[*path as usize].single()
            && let Some(local) = frame.locals.iter_mut().rev().find(|(name, _)| *name == seg.name)
        {
            local.1 = value;
        }
    }

    /// The collection that a receiver of unknown origin is.
    fn assumed(&mut self, frame: &mut Frame<'a>, api: &RouteApi, receiver: ExprId, value: Value) -> Value {
        if !matches!(api.does, Does::Nest | Does::Route | Does::Merge | Does::Service | Does::Below | Does::Fallback) {
            return value;
        }
        let of = api.path.rsplit_once("::").map_or("", |(of, _)| of);
        let node = self.node(of);
        self.nodes[node as usize].escapes = true;
        self.set(frame, receiver, Value::Node(node));
        Value::Node(node)
    }

    pub(super) fn macro_call(&mut self, frame: &mut Frame<'a>, call: &'a crate::facts::body::MacroCall) -> Value {
        let path = &frame.body.paths[call.path as usize];
        let site = Site { by: frame.def, at: path.span };
        if let Some(api) = self.api_at(frame.def, path.span.start)
            && !call.expanded
        {
            return self.apply_macro(frame, api, call, site);
        }
        let depth = frame.locals.len();
        let mut values: Vec<Value> = vec![];
        for arg in &call.args {
            let value = self.expr(frame, *arg);
            self.read_closure(frame, &value);
            values.push(value);
            frame.locals.truncate(depth);
        }
        match path.segs.last().map_or("", |seg| seg.name.as_str()) {
            _ if call.expanded => values.pop().unwrap_or(Value::Unknown),
            "vec" => Value::List(values),
            "format" | "const_format" | "formatcp" => Value::Text(formatted(&values, frame)),
            "concat" | "concatcp" => Value::Text(Text(values.iter().flat_map(|value| text_of(value).0).collect())),
            _ => Value::Unknown,
        }
    }
}

/// Whether a type is the server of a service that was generated.
fn is_server(name: &str) -> bool {
    name.len() > "Server".len() && name.ends_with("Server")
}
