//! Stage 5. The graph in, [`Reach`] out: what is live, in which world, and why.
//!
//! A worklist starts at the roots of production, then at those of tests. References of known meaning go before those by
//! name, so that the trail of a definition is the surest there is. An impl waits until all that its header is about is
//! live; what is only meant by name waits for the type it belongs to. This stage reports nothing.

pub mod aspects;
mod compiled;
pub mod conditions;
mod doc_hosts;
mod dominators;
pub mod features;
pub mod formulas;
pub mod guards;
mod inside;
pub mod islands;
pub mod linchpins;
pub mod live;
mod made;
mod marks;
mod own_derives;
pub mod paths;
pub mod presence;
pub mod roots;
pub mod routes;
mod stays;
pub mod sunset;
pub mod trail;

pub use doc_hosts::{carries_examples, is_plain_re_export};
pub use marks::{Cause, World};
pub use roots::{RootReason, Roots};

use crate::catalog::Catalog;
use crate::catalog::markers::Markers;
use crate::config::Config;
use crate::discover::Workspace;
use crate::graph::DefGraph;
use crate::model::DefId;
use crate::parse::Sources;
use crate::resolve::Bindings;
use formulas::Formula;
use rustc_hash::FxHashSet;

/// What the stage reads.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// Packages and targets.
    pub workspace: &'a Workspace,
    /// Files and mounts.
    pub sources: &'a Sources,
    /// Definitions and impls.
    pub bindings: &'a Bindings,
    /// Nodes and edges.
    pub graph: &'a DefGraph,
    /// Roles of attributes.
    pub catalog: &'a Catalog,
    /// What marks code as legacy.
    pub markers: &'a Markers,
    /// What the workspace says of itself.
    pub config: &'a Config,
}

/// Liveness.
pub struct Reach {
    /// Where it started.
    pub roots: Roots,
    /// Facts about definitions that no edge tells.
    pub aspects: aspects::Aspects,
    /// The world in which each node is live.
    pub worlds: Vec<Option<World>>,
    /// Why each node is live.
    pub causes: Vec<Option<Cause>>,
    /// All that keeps a node.
    pub keeps: Vec<live::Keep>,
    /// In which configurations each node is live.
    pub live: Vec<Formula>,
    /// The same, where nothing is built for tests; of definitions that are always or never live `live` says all.
    in_production: rustc_hash::FxHashMap<DefId, Formula>,
    /// In which configurations each definition exists.
    pub presence: presence::Presence,
    /// Whether no package was open.
    pub closed_world: bool,
}

impl Reach {
    /// The world in which a definition is live; `None` if it is dead.
    pub fn world(&self, def: DefId) -> Option<World> {
        self.worlds[def.index()]
    }

    /// In which configurations a definition is live where nothing is built for tests.
    pub fn in_production(&self, def: DefId) -> Formula {
        self.in_production.get(&def).copied().unwrap_or(self.live[def.index()])
    }

    /// Whether no root reaches a definition.
    pub fn is_dead(&self, def: DefId) -> bool {
        self.world(def).is_none()
    }
}

/// Marks what is live. With `closed_world`, no package is open.
pub fn reach(input: Input<'_>, closed_world: bool) -> Reach {
    reach_assuming(input, closed_world, &sunset::Assumption::default())
}

/// Marks what is live where something is assumed of features and of regions of bodies.
pub fn reach_assuming(input: Input<'_>, closed_world: bool, assumption: &sunset::Assumption) -> Reach {
    let exists = || {
        let mut presence = presence::collect(input);
        presence.assume(assumption);
        presence
    };
    let marked = || {
        let mut aspects = aspects::collect(input);
        if assumption.without_allowances {
            aspects.allowed.fill(false);
        }
        let mut roots = roots::collect(input, &aspects, closed_world);
        roots.rows.extend(assumption.kept.iter().map(|def| {
            let world = if aspects.test_only[def.index()] { World::Test } else { World::Production };
            (*def, world, RootReason::Allowed)
        }));
        let marks = mark(input, &aspects, &mut roots);
        (aspects, roots, marks)
    };
    let (mut presence, (mut aspects, mut roots, mut marks)) = rayon::join(exists, marked);
    let live = live::solve(input, &mut presence, &marks.keeps);
    // Marking follows trails whose conditions exclude each other; what only such trails lead to is not live.
    no_trail_holds(input, &mut aspects, &mut presence, (&marks, &live));
    if aspects.test_only_trails.contains(&true) || !marks.take_out(&aspects.unreached) {
        marks = mark(input, &aspects, &mut roots);
    }
    let mut in_production = rustc_hash::FxHashMap::default();
    for def in input.bindings.defs.ids() {
        let when = live[def.index()];
        if when != Formula::ALWAYS && when != Formula::NEVER {
            in_production.insert(def, presence.without_tests(when));
        }
    }
    Reach {
        in_production,
        roots,
        aspects,
        worlds: marks.worlds,
        causes: marks.causes,
        keeps: marks.keeps,
        live,
        presence,
        closed_world,
    }
}

/// Marks until it is known what stays: a field of production that only tests read is compiled for production too.
fn mark(input: Input<'_>, aspects: &aspects::Aspects, roots: &mut Roots) -> marks::Marks {
    loop {
        let marks = marks::mark(input, aspects, roots);
        if !stays::used_by_tests(input, aspects, &marks.worlds, roots) {
            return marks;
        }
    }
}

/// Notes what is live in no configuration, or in none without tests, although marking reached it; but for what has to be
/// there for something that stays to compile.
fn no_trail_holds(
    input: Input<'_>,
    aspects: &mut aspects::Aspects,
    presence: &mut presence::Presence,
    (marks, live): (&marks::Marks, &[Formula]),
) {
    let (mut never, mut never_untested) = (FxHashSet::default(), FxHashSet::default());
    for def in input.bindings.defs.ids() {
        let Some(world) = marks.worlds[def.index()] else { continue };
        let when = live[def.index()];
        if when == Formula::NEVER {
            never.insert(def);
        }
        if world == World::Production && presence.without_tests(when) == Formula::NEVER {
            never_untested.insert(def);
        }
    }
    let mut question = compiled::Question { keeps: &marks.keeps, live, untested: false };
    let needed = compiled::needed(input, presence, question, &never);
    for def in never.difference(&needed) {
        aspects.unreached[def.index()] = true;
        never_untested.remove(def);
    }
    question.untested = true;
    let needed = compiled::needed(input, presence, question, &never_untested);
    for def in never_untested.difference(&needed) {
        aspects.test_only_trails[def.index()] = true;
    }
}
