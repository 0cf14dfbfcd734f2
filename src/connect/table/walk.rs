//! Reads the code that sets routes up, from the functions that nobody else of it calls.
//!
//! In: bodies, what their paths and calls mean, the table of APIs. Out: collections of routes with what they hold. It follows
//! values through locals, branches, closures and functions of the workspace, not through fields and containers. What is
//! made in a branch carries the branch, so that alternatives can be told from duplicates.

use super::values::{Branch, Entry, Node, NodeId, Site, Value, What};
use crate::audit::Audit;
use crate::catalog::AttributeRole;
use crate::catalog::routes::RouteApi;
use crate::facts::{Body, DefData, Ty};
use crate::model::{DefId, DefKind, Name, Span};
use crate::resolve::{Meaning, ResolvedCall, RouteUse, Type};
use rustc_hash::{FxHashMap, FxHashSet};

/// Calls inside calls; more are a cycle that was not seen.
pub(super) const DEEPEST: usize = 24;
/// What code of the workspace means, by place.
pub(super) struct Walk<'a> {
    pub(super) audit: &'a Audit<'a>,
    uses: FxHashMap<(DefId, u32), u32>,
    pub(super) meanings: FxHashMap<(DefId, u32), DefId>,
    pub(super) calls: FxHashMap<(DefId, u32), DefId>,
    pub(super) supplied: FxHashMap<(DefId, u32), &'a Type>,
    /// Functions that have to do with routes: the others are not read.
    pub(super) relevant: &'a FxHashSet<DefId>,
    pub(super) nodes: Vec<Node>,
    pub(super) branches: Vec<Branch>,
    calling: Vec<Site>,
    pub(super) choices: u32,
    pub(super) steps: usize,
    pub(super) stack: Vec<DefId>,
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
    pub(super) locals: Vec<(Name, Value)>,
    pub(super) returned: Vec<(Value, Vec<Branch>)>,
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

    pub(super) fn add_under(&mut self, node: NodeId, what: What, site: Site, branches: Vec<Branch>) {
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
    pub(super) fn parameter(&mut self, def: DefId, ty: &Ty) -> Value {
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
    pub(super) fn one_of(&mut self, all: Vec<(Value, Vec<Branch>)>, site: Site) -> Value {
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

    pub(super) fn text_at(&self, def: DefId, span: Span) -> &'a str {
        self.audit.file(def).text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }
}

impl Frame<'_> {
    pub(super) fn local(&self, name: Name) -> Option<&Value> {
        self.locals.iter().rev().find(|(local, _)| *local == name).map(|(_, value)| value)
    }
}
