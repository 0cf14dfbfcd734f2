//! Questions about conditions: under which a definition is live, by which guarded trails, and what alone keeps it.

use super::Audit;
use crate::facts::regions::{RegionKind, enclosing, region_at};
use crate::finding::TrailStep;
use crate::graph::Node;
use crate::legacy::{Legacy, Mark, weight_of_words};
use crate::model::{Certainty, DefId, Span};
use crate::reach::formulas::Formula;
use crate::reach::guards::Class;
use crate::reach::linchpins::{Linchpin, Linchpins};
use crate::reach::routes::{Route, Routes};
use crate::reach::{linchpins, routes};
use petgraph::graph::NodeIndex;
use std::collections::BTreeSet;

impl Audit<'_> {
    /// The definitions that markers call legacy.
    pub fn legacy(&self) -> &Legacy {
        self.legacy.get_or_init(|| {
            let mut legacy = crate::legacy::legacy(self.input, self.input.markers);
            self.behind_legacy_guards(&mut legacy);
            legacy
        })
    }

    /// The paths of what is deprecated or marked as legacy.
    pub fn legacy_paths(&self) -> &BTreeSet<String> {
        self.legacy_paths.get_or_init(|| {
            let deprecated = self.defs().filter(|def| self.def(*def).attrs.deprecated.is_some());
            deprecated.chain(self.legacy().keys().copied()).map(|def| self.path(def)).collect()
        })
    }

    /// Functions that production reaches only where a variable, a key or a flag of such a name is set.
    fn behind_legacy_guards(&self, legacy: &mut Legacy) {
        let (routes, markers) = (self.routes(), self.input.markers);
        let marks = |guard: &u32| {
            let guard = routes.guards.get(*guard);
            asks_for(&guard.text) && weight_of_words(&guard.asked, markers) >= markers.threshold
        };
        let marking: Vec<u32> = (0..routes.guards.count()).filter(marks).collect();
        let is_free = |def: &DefId| self.def(*def).kind.is_fn() && !legacy.contains_key(def);
        let mut found = vec![];
        for def in self.defs().filter(is_free).filter(|_| !marking.is_empty()) {
            let mut all = routes.to(def).peekable();
            let Some(first) = all.peek().copied() else { continue };
            // Only the first step behind the guard: what it calls goes with it.
            let before = first.before.map_or(&[][..], |before| routes.guards_before(before));
            let own = first.guards.iter().find(|guard| marking.contains(guard) && !before.contains(guard));
            if let Some(own) =
                own.copied().filter(|_| all.all(|route| route.guards.iter().any(|it| marking.contains(it))))
            {
                found.push((def, own));
            }
        }
        for (def, guard) in found {
            let reasons = vec![format!("it is reached only when {}", routes.guards.get(guard))];
            legacy.insert(def, Mark { weight: markers.threshold, reasons, named: false, only_version: false });
        }
    }

    /// The guarded trails of production.
    pub fn routes(&self) -> &Routes {
        self.routes.get_or_init(|| routes::routes(self.input, self.reach))
    }

    /// What dominates what.
    pub fn linchpins(&self) -> &Linchpins {
        self.linchpins.get_or_init(|| linchpins::linchpins(self.input, self.reach))
    }

    /// In which configurations production reaches a definition, in short form; `None` for all of them.
    pub fn condition(&self, def: DefId) -> Option<String> {
        match self.reach.in_production(def) {
            // What only tests reach is said to be so, not to be never.
            Formula::ALWAYS | Formula::NEVER => None,
            formula => Some(format!("cfg({})", self.reach.presence.formulas.shortest(formula))),
        }
    }

    /// The guards of a route, in readable form.
    pub fn guards_of(&self, route: &Route) -> Vec<String> {
        route.guards.iter().map(|guard| self.routes().guards.get(*guard).to_string()).collect()
    }

    /// A route as a trail. A step says where it refers to the next and under which conditions.
    pub fn trail_of(&self, route: &Route) -> Vec<TrailStep> {
        let routes = self.routes();
        let steps = routes.steps(route);
        let mut trail: Vec<TrailStep> = vec![];
        let mut by_name = false;
        for (at, step) in steps.iter().enumerate() {
            let Node::Def(def) = self.input.graph.graph[NodeIndex::new(step.node as usize)] else {
                by_name = true;
                continue;
            };
            // Through a name the reference is the one to the name.
            let next = steps.get(at + 1).map(|next| &self.reach.keeps[next.keep as usize]);
            let span = next.map(|keep| keep.span).filter(|span| *span != Span::default());
            trail.push(self.trail_step(def, span, by_name));
            by_name = false;
        }
        trail
    }

    /// A step of a trail: a definition, and where it refers to the next.
    pub fn trail_step(&self, def: DefId, span: Option<Span>, by_name: bool) -> TrailStep {
        let file = self.input.bindings.defs.file(def);
        let facts = self.def(def);
        let regions = &self.input.sources.files[file.index()].facts.regions;
        let region = span.and_then(|span| region_at(regions, span.start));
        let mut cfg: Vec<String> = facts.attrs.cfg.iter().map(ToString::to_string).collect();
        let inside = enclosing(regions, region).filter(|region| facts.span.contains(region.span));
        cfg.extend(inside.filter_map(|region| match &region.kind {
            RegionKind::Cfg(cfg) => Some(cfg.to_string()),
            _ => None,
        }));
        TrailStep {
            path: self.path(def),
            location: self.location(file, span.unwrap_or(facts.name_span)),
            guard: self.guard_at(def, region),
            cfg: (!cfg.is_empty()).then(|| cfg.join(", ")),
            certainty: if by_name { Certainty::ByName } else { Certainty::Exact },
        }
    }

    /// The run-time conditions around a reference, in readable form.
    fn guard_at(&self, def: DefId, region: Option<u32>) -> Option<String> {
        let mut guards = crate::reach::guards::Guards::default();
        let ids = guards.of_region(self.input, def, region);
        let told: Vec<String> = ids
            .iter()
            .map(|id| guards.get(*id))
            .map(|guard| if guard.class == Class::Other { guard.text.clone() } else { guard.to_string() })
            .collect();
        (!told.is_empty()).then(|| told.join(", "))
    }

    /// The one reference that keeps a definition alive, with the definitions and lines that go with it.
    pub fn linchpin(&self, def: DefId) -> Option<(Linchpin, Vec<DefId>, usize)> {
        let linchpin = self.linchpins().of(self.input, self.reach, def)?;
        let freed = self.linchpins().region(self.input, def);
        let lines = self.lines_of(&freed);
        Some((linchpin, freed, lines))
    }

    /// The lines that definitions take, those inside others counted once.
    pub fn lines_of(&self, defs: &[DefId]) -> usize {
        let all: rustc_hash::FxHashSet<DefId> = defs.iter().copied().collect();
        let outer = defs.iter().filter(|def| {
            let mut holders = std::iter::successors(self.parent(**def), |holder| self.parent(*holder));
            !holders.any(|holder| all.contains(&holder))
        });
        let lines = outer.map(|def| {
            let at = self.location(self.input.bindings.defs.file(*def), self.def(*def).span);
            (at.end_line - at.line + 1) as usize
        });
        lines.sum()
    }
}

/// Whether a guard opens where what it names is set, and not where it is missing.
fn asks_for(guard: &str) -> bool {
    let missing = guard.starts_with(['!']) || guard.starts_with("not (");
    let without = [".is_err()", ".is_none()", ".is_none_or(", " = false", "== false", " != "];
    let other = [" is _", " is false", " is None", " is Err(_)"];
    !missing && !without.iter().any(|it| guard.contains(it)) && !other.iter().any(|end| guard.ends_with(end))
}
