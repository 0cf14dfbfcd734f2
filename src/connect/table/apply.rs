//! What the APIs do to collections of routes.
//!
//! In: an API, what it is called on, its arguments. Out: the value that comes back; collections are changed on the way.

use super::attributes;
use super::patterns::{Pattern, Segment, Syntax};
use super::texts::text_of;
use super::values::{Entry, NodeId, Site, Value, What};
use super::walk::{Frame, Walk};
use crate::catalog::routes::{Does, RouteApi};
use crate::facts::ExprId;
use crate::facts::body::{MacroCall, TokenRole};
use crate::model::DefId;
use crate::resolve::Type;

/// How a framework writes placeholders.
pub(super) fn syntax(krate: &str) -> Syntax {
    match krate {
        "rocket" => Syntax::Angles,
        "poem" | "tide" | "axum" | "axum_extra" | "utoipa_axum" => Syntax::Colons,
        "jsonrpsee" | "socketioxide" => Syntax::Name,
        _ => Syntax::Braces,
    }
}

impl<'a> Walk<'a> {
    /// Calls an API.
    pub(super) fn apply(
        &mut self,
        frame: &mut Frame<'a>,
        api: &'a RouteApi,
        receiver: Option<Value>,
        args: &'a [ExprId],
        site: Site,
    ) -> Value {
        let values: Vec<Value> = args.iter().map(|arg| self.expr(frame, *arg)).collect();
        let what = api.what_arg.and_then(|at| values.get(at)).cloned();
        let path_arg = api.path_arg.or((api.does == Does::At).then_some(0));
        let path = path_arg.and_then(|at| values.get(at)).map(|value| self.patterns(value, api));
        let on = receiver.and_then(|receiver| self.called_on(api, receiver, site));
        let back = on.map_or(Value::Unknown, Value::Node);
        match api.does {
            Does::New | Does::Answer | Does::Param | Does::Rest | Does::At | Does::Below => {
                Value::Node(self.collection(api, on, path.unwrap_or_default(), what, site))
            }
            Does::Method => {
                let node = on.unwrap_or_else(|| self.node(made(api)));
                self.method_part(node, on.is_some(), api, what, site);
                Value::Node(node)
            }
            Does::Nest | Does::Route => {
                if let Some(closure @ Value::Closure(..)) = &what {
                    self.read_closure(frame, closure);
                }
                if let Some(on) = on {
                    self.part(on, api, path.unwrap_or_default(), what, site);
                }
                back
            }
            // The path stands with the type of the handler's first argument.
            Does::Typed => {
                if let Some(on) = on {
                    self.part(on, api, vec![Pattern::of(Segment::Unknown)], what, site);
                }
                back
            }
            Does::Merge | Does::Service => {
                if let (Some(on), Some(what)) = (on, what) {
                    self.take_in(on, what, site);
                }
                back
            }
            Does::And | Does::Or | Does::Handle => self.filter(api, on, what, site),
            _ => self.rest(frame, api, on, (what, values), site),
        }
    }

    /// The collection that an API is called on, if it is one.
    fn called_on(&mut self, api: &RouteApi, receiver: Value, site: Site) -> Option<NodeId> {
        match receiver {
            Value::Node(node) => Some(node),
            // `handler.data(value)`: the handler becomes an endpoint that holds it.
            item @ Value::Item(_) if matches!(api.does, Does::State | Does::Layer) => {
                let node = self.node(made_of(api));
                self.add(node, What::Handler(item), site);
                Some(node)
            }
            _ => None,
        }
    }

    /// An API that makes a collection, or says where one is.
    fn collection(
        &mut self,
        api: &RouteApi,
        on: Option<NodeId>,
        paths: Vec<Pattern>,
        what: Option<Value>,
        site: Site,
    ) -> NodeId {
        let node = match (api.does, on) {
            (Does::At, Some(on)) => on,
            _ => self.node(made(api)),
        };
        match api.does {
            Does::New => what.into_iter().for_each(|what| self.take_in(node, what, site)),
            Does::Answer => self.add(node, What::Handler(Value::Unknown), site),
            Does::Param => self.nodes[node as usize].paths = vec![Pattern::of(Segment::Param(String::new()))],
            Does::Rest => self.nodes[node as usize].paths = vec![Pattern::of(Segment::Rest(String::new()))],
            _ => self.add_paths(node, paths),
        }
        if let (Does::Below, Some(on)) = (api.does, on) {
            self.add(on, What::Node(node), site);
        }
        node
    }

    /// What supplies values, and what hands the collection on.
    fn rest(
        &mut self,
        frame: &mut Frame<'a>,
        api: &'a RouteApi,
        on: Option<NodeId>,
        (what, values): (Option<Value>, Vec<Value>),
        site: Site,
    ) -> Value {
        let back = on.map_or(Value::Unknown, Value::Node);
        let given = self.supplied.get(&(site.by, site.at.start)).map_or(Type::Unknown, |ty| (*ty).clone());
        match (api.does, on) {
            (Does::Supply, _) => return Value::Supply(given),
            (Does::SupplyInner, _) => return Value::Supply(pointed_to(&given)),
            (Does::Configure | Does::Then, Some(on)) => {
                let value = match what {
                    Some(Value::Item(def)) => self.call_at(def, vec![Value::Node(on)], site),
                    Some(Value::Closure(def, closure)) if def == frame.def => {
                        self.run(frame, closure, vec![Value::Node(on)])
                    }
                    _ => {
                        self.add(on, What::Layer, site);
                        Value::Unknown
                    }
                };
                return if api.does == Does::Then && matches!(value, Value::Node(_)) { value } else { back };
            }
            (Does::Layer | Does::State, Some(on)) => match what {
                Some(Value::Supply(ty)) => self.add(on, What::Supply(ty), site),
                _ if api.does == Does::Layer => self.add(on, What::Layer, site),
                _ => self.add(on, What::Supply(stated(&given)), site),
            },
            (Does::WrappedState, Some(on)) => self.add(on, What::Supply(given), site),
            (Does::Fallback, Some(on)) => match what {
                // Catchers.
                Some(Value::Node(node)) => {
                    self.nodes[node as usize].held = true;
                    self.add(on, What::Fallback(Value::Node(node)), site);
                }
                what => self.add(on, What::Fallback(what.unwrap_or(Value::Unknown)), site),
            },
            (Does::Guard, Some(on)) => self.nodes[on as usize].guarded = true,
            (Does::Parts, Some(on)) => return Value::List(vec![Value::Node(on)]),
            _ => {}
        }
        values.iter().for_each(|value| self.read_closure(frame, value));
        back
    }

    /// The paths that an argument says; some take several.
    fn patterns(&self, value: &Value, api: &RouteApi) -> Vec<Pattern> {
        let syntax = syntax(api.krate());
        match value {
            Value::List(values) => values.iter().map(|value| Pattern::read(&text_of(value), syntax)).collect(),
            value => vec![Pattern::read(&text_of(value), syntax)],
        }
    }

    /// Puts a collection at paths, below those that it has.
    fn add_paths(&mut self, node: NodeId, paths: Vec<Pattern>) {
        let before = std::mem::take(&mut self.nodes[node as usize].paths);
        self.nodes[node as usize].paths = joined(&before, &paths);
    }

    /// Handlers of a method: of the collection itself where it is new, else of a part of it.
    fn method_part(&mut self, node: NodeId, old: bool, api: &RouteApi, what: Option<Value>, site: Site) {
        let target = if old && what.is_some() { self.node(made_of(api)) } else { node };
        self.nodes[target as usize].methods.push(api.method.clone().unwrap_or_else(|| "?".into()));
        if let Some(what) = what {
            self.add(target, What::Handler(what), site);
        }
        if target != node {
            self.add(node, What::Node(target), site);
        }
    }

    /// A part of a collection: what it is given, at a path, for a method.
    fn part(&mut self, on: NodeId, api: &RouteApi, paths: Vec<Pattern>, what: Option<Value>, site: Site) {
        let part = self.node(made_of(api));
        self.nodes[part as usize].paths = paths;
        self.nodes[part as usize].methods.extend(api.method.clone());
        match what {
            Some(what @ (Value::Node(_) | Value::List(_))) => self.take_in(part, what, site),
            Some(Value::Item(def)) if attributes::describes(self.audit, def) && api.does == Does::Nest => {
                self.take_in(part, Value::Item(def), site);
            }
            what => self.add(part, What::Handler(what.unwrap_or(Value::Unknown)), site),
        }
        self.add(on, What::Node(part), site);
    }

    /// Takes in what knows its own paths.
    pub(super) fn take_in(&mut self, on: NodeId, what: Value, site: Site) {
        match what {
            Value::Node(node) => self.add(on, What::Node(node), site),
            Value::List(values) => values.into_iter().for_each(|value| self.take_in(on, value, site)),
            Value::Item(def) if self.audit.def(def).kind.is_adt() => {
                for (handler, route) in attributes::of_type(self.audit, def) {
                    self.described(on, handler, route, site);
                }
            }
            Value::Item(def) => {
                let made = self.nodes[on as usize].made.clone();
                let described = attributes::routes(self.audit, def);
                if described.is_empty() {
                    let part = self.node(&made);
                    self.nodes[part as usize].paths = vec![Pattern::of(Segment::Unknown)];
                    self.add(part, What::Handler(Value::Item(def)), site);
                    self.add(on, What::Node(part), site);
                }
                for route in described {
                    self.described(on, def, route, site);
                }
            }
            Value::Service(name) => {
                let part = self.node("tonic::transport::Server");
                let node = &mut self.nodes[part as usize];
                let segments = vec![name.map_or(Segment::Unknown, Segment::Plain), Segment::Rest(String::new())];
                node.paths = vec![Pattern { segments, ..Pattern::default() }];
                node.methods = vec!["GRPC".into()];
                self.add(part, What::Handler(Value::Unknown), site);
                self.add(on, What::Node(part), site);
            }
            // A service that was made somewhere else.
            _ if self.nodes[on as usize].made.starts_with("tonic::") => {
                self.take_in(on, Value::Service(None), site);
            }
            // Something that may hold any route, such as the service of a crate.
            _ => self.add(on, What::Layer, site),
        }
    }

    /// A part of a collection that the attributes of its handler describe.
    pub(super) fn described(&mut self, on: NodeId, handler: DefId, route: attributes::Described, site: Site) {
        let made = self.nodes[on as usize].made.clone();
        let part = self.node(&made);
        let node = &mut self.nodes[part as usize];
        node.paths = vec![route.path];
        node.methods = route.methods;
        node.guarded = route.guarded;
        self.add(part, What::Handler(Value::Item(handler)), site);
        self.add(on, What::Node(part), site);
    }

    /// Filters of warp: values that are combined, never changed.
    fn filter(&mut self, api: &RouteApi, on: Option<NodeId>, what: Option<Value>, site: Site) -> Value {
        let inner = match what {
            Some(Value::Node(node)) => Some(node),
            _ => None,
        };
        let Some(first) = on.or(inner.filter(|_| api.does != Does::Handle)) else { return Value::Unknown };
        let node = self.node("warp::Filter");
        match (api.does, on, inner) {
            (Does::And, Some(on), Some(inner)) => {
                // `a.and(b)`: the path of `b` follows that of `a`. What one of them makes of a request is only an argument
                // of the handler to come, and may be a refusal.
                let (before, after) = (self.nodes[on as usize].clone(), self.nodes[inner as usize].clone());
                let copy = &mut self.nodes[node as usize];
                copy.paths = joined(&before.paths, &after.paths);
                copy.methods = before.methods.into_iter().chain(after.methods).collect();
                let answers = |entry: &&Entry| matches!(entry.what, What::Handler(_));
                let entries = before.entries.iter().chain(&after.entries);
                copy.guarded = before.guarded || after.guarded || entries.clone().any(|entry| answers(&entry));
                copy.entries.extend(entries.filter(|entry| !answers(entry)).cloned());
                self.nodes[on as usize].held = true;
                self.nodes[inner as usize].held = true;
            }
            (Does::Or, Some(on), Some(inner)) => {
                self.add(node, What::Node(on), site);
                self.add(node, What::Node(inner), site);
            }
            (Does::Handle, _, _) => {
                let before = self.nodes[first as usize].clone();
                self.nodes[first as usize].held = true;
                // Of several the last one gives the answer, unless it only changes what the others gave.
                let only_changes = !matches!(what, Some(Value::Item(_)));
                let answers = |entry: &Entry| matches!(entry.what, What::Handler(_));
                let keeps = before.entries.iter().any(|entry| !answers(entry))
                    || only_changes && before.entries.iter().any(answers);
                let copy = &mut self.nodes[node as usize];
                (copy.paths, copy.methods, copy.guarded) = (before.paths, before.methods, before.guarded);
                copy.entries.extend(before.entries.into_iter().filter(|entry| keeps || !answers(entry)));
                if !keeps {
                    self.add(node, What::Handler(what.unwrap_or(Value::Unknown)), site);
                }
            }
            // With a filter of which nothing is known: it may refuse.
            _ => {
                let mut copy = self.nodes[first as usize].clone();
                self.nodes[first as usize].held = true;
                (copy.guarded, copy.held) = (true, false);
                self.nodes[node as usize] = copy;
            }
        }
        Value::Node(node)
    }

    /// A macro that names what is registered, or that says a path.
    pub(super) fn apply_macro(
        &mut self,
        frame: &mut Frame<'a>,
        api: &'a RouteApi,
        call: &'a MacroCall,
        site: Site,
    ) -> Value {
        if api.does == Does::List {
            let named = call.tokens.iter().filter(|token| token.role == TokenRole::Any);
            let named: Vec<Value> =
                named.filter_map(|token| self.meaning(frame.def, token.span.start)).map(Value::Item).collect();
            let args: Vec<Value> = call.args.iter().map(|arg| self.expr(frame, *arg)).collect();
            let node = self.node(&format!("{}::Route", api.krate()));
            self.take_in(node, Value::List(if named.is_empty() { args } else { named }), site);
            return Value::Node(node);
        }
        if api.does != Does::At {
            return Value::Unknown;
        }
        // `path!("a" / u32 / "b" / ..)`
        let text = self.text_at(frame.def, call.span);
        let inner = text.split_once('(').map_or("", |(_, rest)| rest).trim_end().trim_end_matches(')');
        let segments = inner.split('/').map(str::trim).filter(|part| !part.is_empty() && *part != "..");
        let segments = segments.map(|part| match crate::extract::string_value_of(part) {
            Some(text) => Segment::Plain(text),
            None if part.starts_with(|letter: char| letter.is_uppercase()) && self.is_constant(part) => {
                Segment::Unknown
            }
            None => Segment::Param(String::new()),
        });
        let path = Pattern { segments: segments.collect(), ..Pattern::default() };
        let node = self.node(made(api));
        self.nodes[node as usize].paths = vec![path];
        Value::Node(node)
    }

    fn is_constant(&self, name: &str) -> bool {
        name.chars().all(|letter| letter.is_uppercase() || letter == '_' || letter.is_numeric())
    }
}

/// Each path with each of those below it; without any the others as they are.
fn joined(above: &[Pattern], below: &[Pattern]) -> Vec<Pattern> {
    match (above, below) {
        ([], paths) | (paths, []) => paths.to_vec(),
        _ => above.iter().flat_map(|above| below.iter().map(|below| above.join(below))).collect(),
    }
}

fn made(api: &RouteApi) -> &str {
    api.makes.as_deref().unwrap_or_else(|| made_of(api))
}

/// The type that a method is of.
fn made_of(api: &RouteApi) -> &str {
    api.path.rsplit_once("::").map_or("", |(of, _)| of)
}

/// What a shared pointer points to.
fn pointed_to(ty: &Type) -> Type {
    match ty {
        Type::Ext(_, args) => args.first().cloned().unwrap_or(Type::Unknown),
        _ => Type::Unknown,
    }
}

/// The type that handlers can ask for when a value of this one is handed in as it is: `Data<T>` supplies `T`.
fn stated(ty: &Type) -> Type {
    match ty {
        Type::Ext(path, args) if path.as_str().ends_with("::Data") => args.first().cloned().unwrap_or(Type::Unknown),
        other => other.clone(),
    }
}
