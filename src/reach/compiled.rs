//! What is compiled although it is live in no configuration in which it exists.
//!
//! `fn count() { imp::count() }` is compiled everywhere. Where only code of one platform calls it, the `imp::count` of the
//! others is reached by trails alone whose conditions exclude each other; but `count` stays, and without the other it does
//! not compile there. In: what keeps what, live and presence conditions, and the definitions in question. Out: those of
//! them that something that stays refers to in some configuration in which both exist. What is in question itself stays
//! only where that is found of it: what is reported may go together.

use super::formulas::Formula;
use super::live::{Keep, Keeper};
use super::presence::{Presence, cfg_test};
use super::{Input, World};
use crate::graph::Node;
use crate::model::DefId;
use petgraph::graph::NodeIndex;
use rustc_hash::{FxHashMap, FxHashSet};

/// What is asked.
#[derive(Clone, Copy)]
pub(super) struct Question<'a> {
    /// All that keeps a node.
    pub(super) keeps: &'a [Keep],
    /// In which configurations each node is live.
    pub(super) live: &'a [Formula],
    /// Whether only builds without tests count.
    pub(super) untested: bool,
}

/// Of definitions that no trail whose conditions hold reaches, those that have to be there for others to compile.
pub(super) fn needed(
    input: Input<'_>,
    presence: &mut Presence,
    question: Question<'_>,
    suspects: &FxHashSet<DefId>,
) -> FxHashSet<DefId> {
    if suspects.is_empty() {
        return FxHashSet::default();
    }
    let mut compiled = Compiled {
        keepers: keepers(input, question.keeps, suspects),
        needed: FxHashSet::default(),
        input,
        presence,
        question,
        suspects,
    };
    let mut left: Vec<DefId> = suspects.iter().copied().collect();
    left.sort_unstable();
    // Each round finds what those of the round before refer to.
    loop {
        let before = left.len();
        left.retain(|def| {
            let is_needed = compiled.is_needed(*def);
            if is_needed {
                compiled.needed.insert(*def);
            }
            !is_needed
        });
        if left.len() == before {
            return compiled.needed;
        }
    }
}

/// The rows of `keeps` for definitions in question, and for names that lead to them, by node.
fn keepers(input: Input<'_>, keeps: &[Keep], suspects: &FxHashSet<DefId>) -> FxHashMap<u32, Vec<u32>> {
    let mut found: FxHashMap<u32, Vec<u32>> = suspects.iter().map(|def| (def.0, vec![])).collect();
    let mut names: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (keep, row) in keeps.iter().zip(0..) {
        let Some(rows) = found.get_mut(&keep.node) else { continue };
        rows.push(row);
        if let Keeper::Node(by) = keep.by
            && matches!(input.graph.graph[NodeIndex::new(by as usize)], Node::Named(..))
        {
            names.entry(by).or_default();
        }
    }
    for (keep, row) in keeps.iter().zip(0..) {
        if let Some(rows) = names.get_mut(&keep.node) {
            rows.push(row);
        }
    }
    found.extend(names);
    found
}

struct Compiled<'a, 'p> {
    input: Input<'a>,
    presence: &'p mut Presence,
    question: Question<'a>,
    suspects: &'a FxHashSet<DefId>,
    keepers: FxHashMap<u32, Vec<u32>>,
    needed: FxHashSet<DefId>,
}

impl Compiled<'_, '_> {
    fn is_needed(&mut self, def: DefId) -> bool {
        let exists = self.exists(def);
        let rows = self.keepers.get(&def.0).cloned().unwrap_or_default();
        rows.into_iter().any(|row| {
            let when = self.when(row);
            let both = self.presence.formulas.and(when, exists);
            self.counted(both) != Formula::NEVER
        })
    }

    /// A formula in the builds that count.
    fn counted(&mut self, formula: Formula) -> Formula {
        if self.question.untested { self.presence.without_tests(formula) } else { formula }
    }

    /// Whether no finding takes a definition out.
    fn stays(&mut self, def: DefId) -> bool {
        if self.needed.contains(&def) {
            return true;
        }
        !self.suspects.contains(&def) && self.counted(self.question.live[def.index()]) != Formula::NEVER
    }

    /// When a definition is compiled.
    fn exists(&mut self, def: DefId) -> Formula {
        self.counted(self.presence.of_def[def.index()])
    }

    /// When a definition that stays is compiled.
    fn compiled(&mut self, def: DefId) -> Formula {
        if self.stays(def) { self.exists(def) } else { Formula::NEVER }
    }

    /// When a reference is compiled.
    fn when(&mut self, row: u32) -> Formula {
        let keep = self.question.keeps[row as usize];
        let when = match keep.by {
            Keeper::Root(World::Test) if self.question.untested => Formula::NEVER,
            Keeper::Root(_) => Formula::ALWAYS,
            Keeper::Node(by) => match self.input.graph.graph[NodeIndex::new(by as usize)] {
                Node::Def(from) => self.reference(from, &keep),
                Node::Named(..) => self.named(by),
            },
            Keeper::Needs(row) => {
                let input = self.input;
                let needs = input.bindings.impls.rows[row as usize].needs.iter();
                needs.fold(Formula::ALWAYS, |all, need| {
                    let one = self.compiled(*need);
                    self.presence.formulas.and(all, one)
                })
            }
        };
        let Some(with) = keep.with else { return when };
        let with = self.compiled(with);
        self.presence.formulas.and(when, with)
    }

    /// When one of the references to a name is compiled.
    fn named(&mut self, node: u32) -> Formula {
        let rows = self.keepers.get(&node).cloned().unwrap_or_default();
        rows.into_iter().fold(Formula::NEVER, |any, row| {
            let one = self.when(row);
            self.presence.formulas.or(any, one)
        })
    }

    fn reference(&mut self, from: DefId, keep: &Keep) -> Formula {
        let mut when = self.compiled(from);
        if when == Formula::NEVER {
            return when;
        }
        if let Some(row) = keep.region {
            let region = self.presence.of_region(self.input, from, row);
            let both = self.presence.formulas.and(when, region);
            when = self.counted(both);
        }
        // A crate whose unit tests are built may use others that are built without them.
        let crosses = match self.input.graph.graph[NodeIndex::new(keep.node as usize)] {
            Node::Def(to) => {
                let packages = &self.input.bindings.packages_of;
                let defs = &self.input.bindings.defs;
                packages[defs.file(from).index()] != packages[defs.file(to).index()]
            }
            Node::Named(..) => true,
        };
        if crosses { self.presence.formulas.without(when, cfg_test()) } else { when }
    }
}
