//! Reads the code that sets routes up, from the functions that nobody else of it calls.
//!
//! In: bodies, what their paths and calls mean, the table of APIs. Out: collections of routes with what they hold. It follows
//! values through locals, branches, closures and functions of the workspace, not through fields and containers. What is
//! made in a branch carries the branch, so that alternatives can be told from duplicates.

use super::patterns::{Piece, Text};
use super::values::{Branch, Entry, Node, NodeId, Site, Value, What};
use crate::audit::Audit;
use crate::catalog::AttributeRole;
use crate::catalog::routes::RouteApi;
use crate::facts::body::{Block, MethodCall, Stmt};
use crate::facts::{Body, DefData, Expr, ExprId, Pat, PatId, Ty};
use crate::model::{DefId, DefKind, Name, Span};
use crate::resolve::{Meaning, ResolvedCall, RouteUse, Type};
use rustc_hash::{FxHashMap, FxHashSet};

/// Calls inside calls; more are a cycle that was not seen.
const DEEPEST: usize = 24;
/// Expressions that are read at most, so that code that calls itself in many ways ends.
const MOST_STEPS: usize = 4_000_000;
/// Values of a list that a loop is read for.
const MOST_ROUNDS: usize = 32;

/// Types of collections that are no servers by themselves.
const PARTS: [&str; 5] = ["::MethodRouter", "::RouteMethod", "::Resource", "::Scope", "actix_web::Route"];

/// What code of the workspace means, by place.
pub(super) struct Walk<'a> {
    pub(super) audit: &'a Audit<'a>,
    uses: FxHashMap<(DefId, u32), u32>,
    meanings: FxHashMap<(DefId, u32), DefId>,
    calls: FxHashMap<(DefId, u32), DefId>,
    pub(super) supplied: FxHashMap<(DefId, u32), &'a Type>,
    /// Functions that have to do with routes: the others are not read.
    relevant: &'a FxHashSet<DefId>,
    pub(super) nodes: Vec<Node>,
    branches: Vec<Branch>,
    calling: Vec<Site>,
    choices: u32,
    steps: usize,
    stack: Vec<DefId>,
    /// Functions that were read.
    pub(super) visited: FxHashSet<DefId>,
    /// Those of which somebody else's code was found to call them.
    reached: FxHashSet<DefId>,
    /// The collections that were made when a function was read for itself.
    entered: Vec<(DefId, std::ops::Range<usize>)>,
}

/// The code that is being read.
pub(super) struct Frame<'a> {
    pub(super) def: DefId,
    pub(super) body: &'a Body,
    locals: Vec<(Name, Value)>,
    returned: Vec<(Value, Vec<Branch>)>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(audit: &'a Audit<'a>, relevant: &'a FxHashSet<DefId>) -> Self {
        let facts = &audit.input.bindings.routing;
        let uses = facts.uses.iter().map(|RouteUse { by, at, api }| ((*by, at.start), *api));
        let meanings = facts.meanings.iter().rev().map(|Meaning { by, at, of }| ((*by, *at), *of));
        let calls = audit.input.bindings.resolved.iter();
        let calls = calls.filter_map(|ResolvedCall { by, at, of }| Some(((*by, *at), (*of)?)));
        Walk {
            audit,
            uses: uses.collect(),
            meanings: meanings.collect(),
            calls: calls.collect(),
            supplied: facts.supplied.iter().map(|one| ((one.by, one.at), &one.ty)).collect(),
            relevant,
            nodes: vec![],
            branches: vec![],
            calling: vec![],
            choices: 0,
            steps: 0,
            stack: vec![],
            visited: FxHashSet::default(),
            reached: FxHashSet::default(),
            entered: vec![],
        }
    }

    /// Reads a function that nobody who is read calls: whatever goes in or comes back is held by somebody unknown.
    pub(super) fn enter(&mut self, def: DefId) {
        let before = self.nodes.len();
        let value = self.call(def, vec![]);
        self.entered.push((def, before..self.nodes.len()));
        // What the main function hands back, its runtime serves.
        let attributes = &self.audit.def(def).attrs.others;
        let role = |path: &str| self.audit.input.catalog.attribute_role(path);
        if !attributes.iter().any(|attr| role(&attr.path) == AttributeRole::Production) {
            self.escape(&value);
        }
    }

    /// Forgets what came of functions that were read for themselves and turned out to be called.
    pub(super) fn finish(&mut self) {
        for (def, made) in std::mem::take(&mut self.entered) {
            if self.reached.contains(&def) {
                self.nodes[made].iter_mut().for_each(|node| node.held = true);
            }
        }
    }

    pub(super) fn escape(&mut self, value: &Value) {
        match value {
            Value::Node(node) => self.nodes[*node as usize].escapes = true,
            Value::List(all) => all.iter().for_each(|one| self.escape(one)),
            _ => {}
        }
    }

    pub(super) fn api(&self, row: u32) -> &'a RouteApi {
        &self.audit.input.catalog.routes.apis[row as usize]
    }

    pub(super) fn api_at(&self, by: DefId, at: u32) -> Option<&'a RouteApi> {
        self.uses.get(&(by, at)).map(|row| self.api(*row))
    }

    pub(super) fn node(&mut self, made: &str) -> NodeId {
        let (paths, methods, entries) = (vec![], vec![], vec![]);
        let made = made.to_owned();
        self.nodes.push(Node { made, paths, methods, entries, guarded: false, held: false, escapes: false });
        self.nodes.len() as NodeId - 1
    }

    /// Adds something to a collection.
    pub(super) fn add(&mut self, node: NodeId, what: What, site: Site) {
        self.add_under(node, what, site, self.branches.clone());
    }

    fn add_under(&mut self, node: NodeId, what: What, site: Site, branches: Vec<Branch>) {
        if let What::Node(inner) = what {
            if inner == node {
                return;
            }
            self.nodes[inner as usize].held = true;
        }
        let calls = self.calling.clone();
        self.nodes[node as usize].entries.push(Entry { what, site, calls, branches });
    }

    /// Reads the body of a function that is called at a place.
    pub(super) fn call_at(&mut self, def: DefId, args: Vec<Value>, site: Site) -> Value {
        self.calling.push(site);
        self.reached.insert(def);
        let value = self.call(def, args);
        self.calling.pop();
        value
    }

    /// Reads the body of a function or constant.
    pub(super) fn call(&mut self, def: DefId, args: Vec<Value>) -> Value {
        if self.stack.len() >= DEEPEST || self.stack.contains(&def) {
            return Value::Unknown;
        }
        let facts = self.audit.def(def);
        let Some(body) = facts.body.as_deref() else { return Value::Unknown };
        self.visited.insert(def);
        self.stack.push(def);
        let mut frame = Frame { def, body, locals: vec![], returned: vec![] };
        let types: &[Ty] = match &facts.data {
            DefData::Fn(sig) => &sig.params,
            _ => &[],
        };
        let mut args = args.into_iter();
        for (at, pat) in body.params.iter().enumerate() {
            let given = args.next().unwrap_or(Value::Unknown);
            let value = match (given, types.get(at)) {
                (Value::Unknown, Some(ty)) => self.parameter(def, ty),
                (given, _) => given,
            };
            self.bind(&mut frame, *pat, value);
        }
        let value = body.value.map_or(Value::Unknown, |value| self.expr(&mut frame, value));
        self.stack.pop();
        let site = Site { by: def, at: facts.name_span };
        let mut all = frame.returned;
        all.push((value, self.branches.clone()));
        self.one_of(all, site)
    }

    /// A collection that somebody else made.
    fn parameter(&mut self, def: DefId, ty: &Ty) -> Value {
        let path = match ty {
            Ty::Path(path) => path,
            Ty::Ref(inner) => return self.parameter(def, inner),
            _ => return Value::Unknown,
        };
        let api = self.api_at(def, path.span.start);
        let Some(api) = api.filter(|api| api.does == crate::catalog::routes::Does::Holder) else {
            return Value::Unknown;
        };
        let node = self.node(&api.path);
        self.nodes[node as usize].escapes = true;
        Value::Node(node)
    }

    /// The value that is one of several.
    fn one_of(&mut self, all: Vec<(Value, Vec<Branch>)>, site: Site) -> Value {
        let mut nodes: Vec<(NodeId, Vec<Branch>)> = vec![];
        let mut other = Value::Never;
        for (value, branches) in all {
            match value {
                Value::Node(node) if !nodes.iter().any(|(known, _)| *known == node) => nodes.push((node, branches)),
                Value::Node(_) | Value::Never => {}
                value if matches!(other, Value::Never) => other = value,
                _ => {}
            }
        }
        match nodes.len() {
            0 => other,
            1 => Value::Node(nodes[0].0),
            _ => {
                let made = self.nodes[nodes[0].0 as usize].made.clone();
                let both = self.node(&made);
                for (node, branches) in nodes {
                    self.add_under(both, What::Node(node), site, branches);
                }
                Value::Node(both)
            }
        }
    }

    pub(super) fn expr(&mut self, frame: &mut Frame<'a>, id: ExprId) -> Value {
        self.steps += 1;
        let body = frame.body;
        let Some(expr) = body.exprs.get(id as usize).filter(|_| self.steps < MOST_STEPS) else { return Value::Unknown };
        match expr {
            Expr::Path(path) => self.path(frame, &body.paths[*path as usize]),
            Expr::Lit(crate::facts::body::Lit::Str(span)) => self.literal(frame, *span),
            Expr::Call(func, args) => self.function(frame, *func, args),
            Expr::Method(call) => self.method(frame, call),
            Expr::Block(block) => self.block(frame, block),
            Expr::If(condition, then, otherwise) => self.choice(frame, *condition, *then, *otherwise),
            Expr::Match(source, arms) => {
                let source = self.expr(frame, *source);
                let choice = self.fork();
                let mut all = vec![];
                for (way, arm) in (0..).zip(arms) {
                    let depth = frame.locals.len();
                    self.branches.push((choice, way));
                    self.bind(frame, arm.pat, source.clone());
                    let value = self.expr(frame, arm.body);
                    all.push((value, self.branches.clone()));
                    self.branches.pop();
                    frame.locals.truncate(depth);
                }
                self.one_of(all, Site { by: frame.def, at: Span::default() })
            }
            Expr::Let(pat, value) => {
                let value = self.expr(frame, *value);
                self.bind(frame, *pat, value);
                Value::Unknown
            }
            Expr::While(condition, repeat) => {
                let depth = frame.locals.len();
                self.expr(frame, *condition);
                self.expr(frame, *repeat);
                frame.locals.truncate(depth);
                Value::Unknown
            }
            Expr::For(pat, over, repeat) => self.rounds(frame, *pat, *over, *repeat),
            Expr::Closure(_) => Value::Closure(frame.def, id),
            Expr::Leave(value) => {
                if let Some(value) = value {
                    let value = self.expr(frame, *value);
                    frame.returned.push((value, self.branches.clone()));
                }
                Value::Never
            }
            Expr::Assign(place, value) => {
                let value = self.expr(frame, *value);
                self.set(frame, *place, value);
                Value::Unknown
            }
            Expr::Macro(call) => self.macro_call(frame, call),
            Expr::Tuple(items) | Expr::Array(items) => {
                Value::List(items.iter().map(|item| self.expr(frame, *item)).collect())
            }
            Expr::Struct(literal) => {
                for (_, _, value) in &literal.fields {
                    let value = self.expr(frame, *value);
                    self.read_closure(frame, &value);
                    self.hand_on(&value);
                }
                let path = &body.paths[literal.path as usize];
                self.meaning(frame.def, path.span.start).map_or(Value::Unknown, Value::Item)
            }
            Expr::Ref(inner) | Expr::Deref(inner) | Expr::Try(inner) | Expr::Await(inner) | Expr::Cast(inner, _) => {
                self.expr(frame, *inner)
            }
            Expr::Repeat(item, _) | Expr::Unary(item) | Expr::Field(item, ..) => {
                self.expr(frame, *item);
                Value::Unknown
            }
            Expr::Binary(_, left, right) | Expr::AssignOp(left, right) | Expr::Index(left, right) => {
                self.expr(frame, *left);
                self.expr(frame, *right);
                Value::Unknown
            }
            Expr::Lit(_) | Expr::Range(..) | Expr::Unknown => Value::Unknown,
        }
    }

    fn fork(&mut self) -> u32 {
        self.choices += 1;
        self.choices
    }

    fn choice(&mut self, frame: &mut Frame<'a>, condition: ExprId, then: ExprId, otherwise: Option<ExprId>) -> Value {
        let depth = frame.locals.len();
        self.expr(frame, condition);
        let choice = self.fork();
        let mut all = vec![];
        for (way, part) in (0..).zip([Some(then), otherwise].into_iter().flatten()) {
            self.branches.push((choice, way));
            let value = self.expr(frame, part);
            all.push((value, self.branches.clone()));
            self.branches.pop();
            frame.locals.truncate(depth);
        }
        match (otherwise, all.first()) {
            // What follows runs where this did not.
            (None, Some((Value::Never, _))) => {
                self.branches.push((choice, 1));
                Value::Unknown
            }
            (None, _) => Value::Unknown,
            _ => self.one_of(all, Site { by: frame.def, at: Span::default() }),
        }
    }

    fn rounds(&mut self, frame: &mut Frame<'a>, pat: PatId, over: ExprId, repeat: ExprId) -> Value {
        let values = match self.expr(frame, over) {
            Value::List(values) if !values.is_empty() => values,
            _ => vec![Value::Unknown],
        };
        for value in values.into_iter().take(MOST_ROUNDS) {
            let depth = frame.locals.len();
            self.bind(frame, pat, value);
            self.expr(frame, repeat);
            frame.locals.truncate(depth);
        }
        Value::Unknown
    }

    fn block(&mut self, frame: &mut Frame<'a>, block: &'a Block) -> Value {
        let (depth, branches) = (frame.locals.len(), self.branches.len());
        let mut leaves = false;
        for stmt in &block.stmts {
            match stmt {
                Stmt::Let(stmt) => {
                    let value = stmt.value.map_or(Value::Unknown, |value| self.expr(frame, value));
                    stmt.otherwise.into_iter().for_each(|other| drop(self.expr(frame, other)));
                    self.bind(frame, stmt.pat, value);
                }
                Stmt::Expr(expr) => {
                    let value = self.expr(frame, *expr);
                    self.read_closure(frame, &value);
                    leaves |= matches!(value, Value::Never);
                }
            }
        }
        let value = match block.tail {
            Some(tail) => self.expr(frame, tail),
            None if leaves => Value::Never,
            None => Value::Unknown,
        };
        frame.locals.truncate(depth);
        self.branches.truncate(branches);
        value
    }

    pub(super) fn bind(&mut self, frame: &mut Frame<'a>, pat: PatId, value: Value) {
        let Some(pat) = frame.body.pats.get(pat as usize) else { return };
        match (pat, value) {
            (Pat::Bind { name, .. }, value) => frame.locals.push((*name, value)),
            (Pat::Typed(inner, _) | Pat::Ref(inner), value) => self.bind(frame, *inner, value),
            (Pat::Tuple(pats) | Pat::Slice(pats), Value::List(values)) => {
                let values = values.into_iter().chain(std::iter::repeat(Value::Unknown));
                pats.iter().zip(values).for_each(|(pat, value)| self.bind(frame, *pat, value));
            }
            // `Some(router)`, `Ok(router)`.
            (Pat::TupleStruct(_, pats), value) => match pats[..] {
                [only] => self.bind(frame, only, value),
                _ => pats.iter().for_each(|pat| self.bind(frame, *pat, Value::Unknown)),
            },
            (Pat::Tuple(pats) | Pat::Slice(pats), _) => {
                pats.iter().for_each(|pat| self.bind(frame, *pat, Value::Unknown));
            }
            (Pat::Struct(_, fields), _) => {
                fields.iter().for_each(|(_, _, pat)| self.bind(frame, *pat, Value::Unknown));
            }
            _ => {}
        }
    }

    fn path(&mut self, frame: &Frame<'a>, path: &crate::facts::Path) -> Value {
        if let Some(local) = path.single().and_then(|seg| frame.local(seg.name)) {
            return local.clone();
        }
        match self.meanings.get(&(frame.def, path.span.start)) {
            Some(def) => self.item(*def),
            None => Value::Unknown,
        }
    }

    /// A definition as a value: of a constant, what it is.
    pub(super) fn item(&mut self, def: DefId) -> Value {
        let constant =
            matches!(self.audit.def(def).kind, DefKind::Constant | DefKind::Static | DefKind::AssociatedConstant);
        match constant.then(|| self.call(def, vec![])) {
            Some(Value::Unknown) | None => Value::Item(def),
            Some(value) => value,
        }
    }

    /// The definition that a path at a place means.
    pub(super) fn meaning(&self, by: DefId, at: u32) -> Option<DefId> {
        self.meanings.get(&(by, at)).copied()
    }

    fn literal(&self, frame: &Frame<'a>, span: Span) -> Value {
        let text = self.text_at(frame.def, span);
        Value::Text(crate::extract::string_value_of(text).map_or_else(Text::unknown, |text| Text::known(&text)))
    }

    pub(super) fn text_at(&self, def: DefId, span: Span) -> &'a str {
        self.audit.file(def).text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    fn function(&mut self, frame: &mut Frame<'a>, func: ExprId, args: &'a [ExprId]) -> Value {
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
            Some(def) if self.relevant.contains(&def) => {
                let args = args.iter().map(|arg| self.expr(frame, *arg)).collect();
                self.call_at(def, args, site)
            }
            Some(_) => self.unknown_call(frame, args),
            None => self.foreign_call(frame, path, args),
        }
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
    fn hand_on(&mut self, value: &Value) {
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

    fn method(&mut self, frame: &mut Frame<'a>, call: &'a MethodCall) -> Value {
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
            if self.relevant.contains(&def) {
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
    fn set(&mut self, frame: &mut Frame<'a>, place: ExprId, value: Value) {
        if let Some(Expr::Path(path)) = frame.body.exprs.get(place as usize)
            && let Some(seg) = frame.body.paths[*path as usize].single()
            && let Some(local) = frame.locals.iter_mut().rev().find(|(name, _)| *name == seg.name)
        {
            local.1 = value;
        }
    }

    /// The collection that a receiver of unknown origin is.
    fn assumed(&mut self, frame: &mut Frame<'a>, api: &RouteApi, receiver: ExprId, value: Value) -> Value {
        use crate::catalog::routes::Does;
        if !matches!(api.does, Does::Nest | Does::Route | Does::Merge | Does::Service | Does::Below | Does::Fallback) {
            return value;
        }
        let of = api.path.rsplit_once("::").map_or("", |(of, _)| of);
        let node = self.node(of);
        self.nodes[node as usize].escapes = true;
        self.set(frame, receiver, Value::Node(node));
        Value::Node(node)
    }

    fn macro_call(&mut self, frame: &mut Frame<'a>, call: &'a crate::facts::body::MacroCall) -> Value {
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

impl Frame<'_> {
    pub(super) fn local(&self, name: Name) -> Option<&Value> {
        self.locals.iter().rev().find(|(local, _)| *local == name).map(|(_, value)| value)
    }
}

/// Whether a type is the server of a service that was generated.
fn is_server(name: &str) -> bool {
    name.len() > "Server".len() && name.ends_with("Server")
}

/// A value as a text.
pub(super) fn text_of(value: &Value) -> Text {
    match value {
        Value::Text(text) => text.clone(),
        _ => Text::unknown(),
    }
}

/// What `format!` gives.
fn formatted(values: &[Value], frame: &Frame<'_>) -> Text {
    let Some((Value::Text(Text(pieces)), rest)) = values.split_first() else { return Text::unknown() };
    let [Piece::Known(format)] = &pieces[..] else { return Text::unknown() };
    let mut rest = rest.iter();
    let mut made = vec![];
    let mut text = String::new();
    let mut letters = format.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '{' | '}' if letters.peek() == Some(&letter) => {
                letters.next();
                text.push(letter);
            }
            '{' => {
                let inner: String = letters.by_ref().take_while(|letter| *letter != '}').collect();
                let name = inner.split(':').next().unwrap_or_default();
                made.push(Piece::Known(std::mem::take(&mut text)));
                let value = match name {
                    "" => rest.next(),
                    name => crate::model::known_name(name).and_then(|name| frame.local(name)),
                };
                made.extend(value.map_or_else(Text::unknown, text_of).0);
            }
            other => text.push(other),
        }
    }
    made.push(Piece::Known(text));
    Text(made)
}
