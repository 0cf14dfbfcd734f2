//! The types that a body can come by.
//!
//! In: the tables and the definitions that make up the text of a body. Out: types and traits of the workspace, or nothing
//! where the text holds what was not understood.

mod steps;
mod unread;
mod written;

pub(super) use steps::Step;

use super::super::open::Unseen;
use super::super::paths::Kinds;
use super::super::{ByName, Goal, Why};
use super::tables::Tables;
use crate::facts::{Body, Expr, Pat};
use crate::model::{DefId, DefKind, Name};
use rustc_hash::FxHashSet;

/// Where a name stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    /// In the body: its value may be a part of the body's values.
    Text,
    /// In the signature of something that the body uses.
    Signature,
    /// In what a macro may have made a signature of: types and traits matter.
    Tokens,
}

/// A body that comes by more definitions than this may come by any.
const MOST: usize = 4_096;

/// A closure under way.
pub(super) struct Closure<'a> {
    tables: &'a Tables<'a>,
    /// Names that stand in the text: only members of these names are come by.
    names: FxHashSet<Name>,
    seen: Vec<bool>,
    /// How many were met.
    met: usize,
    /// Names of which all that has them counts.
    words: FxHashSet<(Name, bool)>,
    /// Words of written code: they name no items of types by themselves.
    written: FxHashSet<Name>,
    types: FxHashSet<DefId>,
    work: Vec<DefId>,
    /// Whether something was met that could lead anywhere.
    open: bool,
    procedural: bool,
    /// What one definition leads to is written down, and not followed.
    is_step: bool,
    /// The code of procedural macros is followed: words in tokens name no items of types by themselves.
    is_written: bool,
    /// They may put names together.
    is_glued: bool,
    /// The names of these macros.
    writers: FxHashSet<Name>,
    /// Definitions whose words were taken.
    sources: FxHashSet<DefId>,
    /// Packages whose source that was not read was taken in.
    unread: FxHashSet<usize>,
}

impl<'a> Closure<'a> {
    /// The types and traits that a body can come by; `None` if that cannot be told.
    pub(super) fn of(tables: &'a Tables<'a>, body: &[DefId]) -> Option<FxHashSet<DefId>> {
        let mut closure = Closure::of_body(tables);
        for def in body {
            closure.beside_unread(*def);
            closure.text(*def);
        }
        closure.run()
    }

    fn of_body(tables: &'a Tables<'a>) -> Self {
        Closure { seen: vec![false; tables.cx.defs.len()], ..Closure::new(tables) }
    }

    fn new(tables: &'a Tables<'a>) -> Self {
        Closure {
            tables,
            names: FxHashSet::default(),
            seen: vec![],
            met: 0,
            words: FxHashSet::default(),
            written: FxHashSet::default(),
            types: FxHashSet::default(),
            work: vec![],
            open: false,
            procedural: false,
            is_step: false,
            is_written: false,
            is_glued: false,
            writers: FxHashSet::default(),
            sources: FxHashSet::default(),
            unread: FxHashSet::default(),
        }
    }

    /// Follows all that was met.
    fn run(mut self) -> Option<FxHashSet<DefId>> {
        for info in &self.tables.for_any {
            self.associated(*info);
        }
        while let (Some(def), false) = (self.work.pop(), self.open) {
            self.take(def);
            self.open |= self.met > MOST;
        }
        (!self.open).then_some(self.types)
    }

    /// All that stands in the text of a body.
    fn text(&mut self, def: DefId) {
        let cx = self.tables.cx;
        let facts = cx.defs.get(cx.sources, def);
        if let Some(body) = &facts.body {
            self.names_of(def, body);
        }
        // A macro that stands on it, or around it, may have put something in.
        for outer in std::iter::successors(Some(def), |def| cx.defs.parent(cx.sources, *def)) {
            if self.tables.has_own_macro(&cx.defs.get(cx.sources, outer).attrs) {
                self.gained(outer);
            }
        }
        for edge in self.tables.of(def) {
            self.goal(edge.to, edge.why, Part::Text);
            if let Goal::Named(
                ByName::Method { .. } | ByName::Dotted { .. } | ByName::Member | ByName::TraitItem,
                name,
            ) = edge.to
            {
                cx.impls.members.traits_declaring(name).iter().for_each(|of| self.meet(*of));
            }
        }
        self.tables.matched.get(&def).into_iter().flatten().for_each(|variant| self.meet(*variant));
        // What derives make of attributes has values of the type that they stand on.
        if facts.kind.is_adt() || matches!(facts.kind, DefKind::Variant | DefKind::Field) {
            self.meet(def);
            let holders = std::iter::successors(Some(def), |def| cx.defs.parent(cx.sources, *def));
            holders
                .filter(|def| cx.kind(*def) == DefKind::Variant || cx.kind(*def).is_adt())
                .for_each(|def| self.meet(def));
        }
        if let Some(holder) = cx.defs.parent(cx.sources, def) {
            self.holder(holder);
        }
    }

    fn names_of(&mut self, def: DefId, body: &Body) {
        for expr in &body.exprs {
            match expr {
                Expr::Method(call) => drop(self.names.insert(call.name)),
                Expr::Field(_, name, _) => drop(self.names.insert(*name)),
                Expr::Struct(literal) => self.names.extend(literal.fields.iter().map(|field| field.0)),
                Expr::Macro(call) => {
                    self.names.extend(call.tokens.iter().flat_map(|token| token.path.iter().copied()));
                    // What it becomes may be made of its rules as well.
                    if !self.tables.is_understood(def, call, body) && !self.is_of_writer(call, body) {
                        self.open = true;
                    }
                }
                _ => {}
            }
        }
        for pat in &body.pats {
            match pat {
                Pat::Bind { name, .. } => drop(self.names.insert(*name)),
                Pat::Struct(_, fields) => self.names.extend(fields.iter().map(|field| field.0)),
                _ => {}
            }
        }
        self.names.extend(body.paths.iter().flat_map(|path| path.segs.iter().map(|seg| seg.name)));
        self.names.extend(body.tokens.iter().flat_map(|token| token.path.iter().copied()));
    }

    /// What an edge leads to.
    fn goal(&mut self, goal: Goal, why: Why, part: Part) {
        match (goal, part) {
            (Goal::Def(def), Part::Text | Part::Signature) => self.meet(def),
            (Goal::Def(def), Part::Tokens) => {
                if self.tables.is_type_like(def) || self.tables.cx.kind(def) == DefKind::Template {
                    self.meet(def);
                }
            }
            (Goal::Named(ByName::Any | ByName::Alone, _), Part::Text | Part::Signature) if why == Why::UnknownPath => {
                self.open = true;
            }
            (Goal::Named(ByName::Piece | ByName::Inside, _), Part::Text) => self.open = true,
            (Goal::Named(ByName::Piece, word), _) => {
                let tables = self.tables;
                tables.made.get(&word).into_iter().flatten().for_each(|def| self.meet(*def));
            }
            (Goal::Named(ByName::Any | ByName::Alone | ByName::Behind { .. }, name), Part::Text) => {
                let tables = self.tables;
                if self.is_written {
                    self.word(name);
                } else if self.words.insert((name, true)) {
                    tables.cx.impls.members.by_name.get(&name).into_iter().flatten().for_each(|def| self.meet(*def));
                }
            }
            (
                Goal::Named(ByName::Any | ByName::Alone | ByName::Behind { .. } | ByName::Inside, name),
                Part::Signature | Part::Tokens,
            ) => self.types_of(name),
            (Goal::Named(..), _) => {}
        }
    }

    /// All types and traits of a name.
    fn types_of(&mut self, word: Name) {
        if self.words.insert((word, false)) && !self.is_step {
            let tables = self.tables;
            let all = tables.cx.impls.members.by_name.get(&word).into_iter().flatten();
            all.filter(|def| tables.is_type_like(**def)).for_each(|def| self.meet(*def));
        }
    }

    fn meet(&mut self, def: DefId) {
        // What one definition leads to is little, and told apart at the end.
        if self.is_step {
            self.work.push(def);
            return;
        }
        let seen = &mut self.seen[def.index()];
        if !*seen {
            *seen = true;
            self.met += 1;
            self.work.push(def);
        }
    }

    /// What the signature of a definition names.
    fn signature(&mut self, def: DefId) {
        let tables = self.tables;
        for (goal, why) in tables.signatures.of(def) {
            self.goal(*goal, *why, Part::Signature);
        }
    }

    /// All that a definition names: what a macro makes of it can have it in a signature.
    fn whole(&mut self, def: DefId) {
        for edge in self.tables.of(def) {
            self.goal(edge.to, edge.why, Part::Tokens);
        }
    }

    /// `Self` of an item.
    fn holder(&mut self, holder: DefId) {
        let cx = self.tables.cx;
        match cx.kind(holder) {
            DefKind::Impl => {
                self.signature(holder);
                self.associated(holder);
                let row = cx.impls.info(holder);
                row.into_iter().flat_map(|info| &info.self_defs).for_each(|ty| self.meet(*ty));
            }
            DefKind::Trait | DefKind::Enum => self.meet(holder),
            _ => {}
        }
    }

    /// What the associated types of an impl are.
    fn associated(&mut self, block: DefId) {
        let tables = self.tables;
        tables.associated.get(&block).into_iter().flatten().for_each(|item| self.signature(*item));
    }

    /// What any body comes by that comes by a definition.
    fn follow(&mut self, def: DefId) {
        let cx = self.tables.cx;
        let kind = cx.kind(def);
        match kind {
            DefKind::Struct | DefKind::Enum | DefKind::Union => self.follow_type(def),
            DefKind::Trait => {
                self.signature(def);
                self.impls_of(def);
            }
            DefKind::Variant => {
                self.signature(def);
                for field in self.tables.members.get(&def).into_iter().flatten() {
                    self.signature(*field);
                }
                cx.defs.parent(cx.sources, def).into_iter().for_each(|adt| self.meet(adt));
            }
            DefKind::Template | DefKind::Anonymous => self.whole(def),
            DefKind::Module | DefKind::Macro | DefKind::ReExport | DefKind::Impl | DefKind::DocTest => {}
            _ => {
                self.signature(def);
                cx.defs.parent(cx.sources, def).into_iter().for_each(|holder| self.holder(holder));
            }
        }
        // A macro may have changed it.
        if !kind.is_adt() && self.tables.may_gain(def) {
            self.gained(def);
        }
    }

    /// A type, but for members: of these only those count whose names stand in the text.
    fn follow_type(&mut self, def: DefId) {
        let cx = self.tables.cx;
        self.signature(def);
        self.impls_of(def);
        if self.tables.signatures.hands_out[def.index()] {
            for member in self.tables.members.get(&def).into_iter().flatten() {
                self.signature(*member);
                self.tables.members.get(member).into_iter().flatten().for_each(|field| self.signature(*field));
            }
        }
        if self.tables.signatures.associates[def.index()] {
            self.named_by_attributes(def);
        }
        if cx.impls.members.unseen(def) == Unseen::Nothing {
            return;
        }
        let given = self.tables.given.get(&def);
        self.gained(def);
        for member in self.tables.members.get(&def).into_iter().flatten() {
            self.whole(*member);
            self.tables.members.get(member).into_iter().flatten().for_each(|field| self.whole(*field));
        }
        for user in given.into_iter().flatten() {
            for edge in self.tables.of(*user).iter().filter(|edge| edge.why == Why::Tokens) {
                self.goal(edge.to, edge.why, Part::Tokens);
            }
            self.tables.of(*user).iter().for_each(|edge| self.template(edge.to));
        }
    }

    /// Types that attributes of a type and of its parts name: a derive may make one an associated type.
    fn named_by_attributes(&mut self, def: DefId) {
        let tables = self.tables;
        for edge in tables.of(def).iter().filter(|edge| !edge.in_signature) {
            self.goal(edge.to, edge.why, Part::Tokens);
        }
        let mut parts: Vec<DefId> = tables.members.get(&def).cloned().unwrap_or_default();
        parts.retain(|part| matches!(tables.cx.kind(*part), DefKind::Variant | DefKind::Field));
        parts.into_iter().for_each(|part| self.named_by_attributes(part));
    }

    /// What a macro makes of a definition that it stands on: it has only the text of that, and its own source.
    fn gained(&mut self, def: DefId) {
        self.whole(def);
        let tables = self.tables;
        if tables.has_own_macro(&tables.cx.defs.get(tables.cx.sources, def).attrs) {
            self.written_by_macros();
        }
    }

    /// All that procedural macros of the workspace may name.
    fn written_by_macros(&mut self) {
        if !std::mem::replace(&mut self.procedural, true) && !self.is_step {
            let tables = self.tables;
            tables.procedural.iter().for_each(|def| self.meet(*def));
        }
    }

    /// The rules of a macro.
    fn template(&mut self, goal: Goal) {
        if let Goal::Def(def) = goal
            && self.tables.cx.kind(def) == DefKind::Template
        {
            self.meet(def);
        }
    }

    fn members(&mut self, of: DefId) {
        let tables = self.tables;
        for (name, member) in tables.named.get(&of).into_iter().flatten() {
            if name.is_none_or(|name| self.names.contains(&name)) {
                self.meet(*member);
            }
        }
    }

    fn impls_of(&mut self, of: DefId) {
        let tables = self.tables;
        for block in tables.impls.get(&of).into_iter().flatten() {
            self.signature(*block);
            self.associated(*block);
        }
    }
}
