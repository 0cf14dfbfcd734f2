//! The closure for code that procedural macros write.
//!
//! In: macros, each with its source and the places where it stands. Out: types and traits that the code can come by. A word
//! of a macro's source names types, functions and constants; items of types are named by it only where the type is come
//! by, because code has to go through the type or through a value of it.

use super::super::super::members::children;
use super::super::super::tokens::words;
use super::super::super::{ByName, Goal, Why};
use super::super::tables::Tables;
use super::super::written::Macro;
use super::{Closure, Part};
use crate::facts::body::MacroCall;
use crate::facts::{Body, DefData, Expr, Pat};
use crate::model::{DefId, DefKind, Name, Span};
use rustc_hash::FxHashSet;

impl<'a> Closure<'a> {
    /// The types and traits that code can come by which any of some macros writes; `None` if that cannot be told.
    pub(in super::super) fn of_macros(tables: &'a Tables<'a>, macros: &[&Macro]) -> Option<FxHashSet<DefId>> {
        let mut closure = Closure::of_body(tables);
        closure.is_written = true;
        for of in macros {
            closure.open |= of.open;
            closure.writers.extend(&of.names);
            of.source.iter().for_each(|def| closure.words_in(*def));
            for word in &of.quoted {
                closure.names.insert(*word);
                closure.word(*word);
            }
        }
        for of in macros {
            of.annotated.iter().for_each(|def| closure.annotated(*def, of.takes_apart));
            of.callers.iter().for_each(|def| closure.caller(*def));
        }
        if closure.is_glued || macros.iter().any(|of| of.glues) {
            closure.glue();
        }
        closure.run()
    }

    /// What tokens in the source of a macro name.
    pub(super) fn words_in(&mut self, def: DefId) {
        let cx = self.tables.cx;
        if !self.sources.insert(def) {
            return;
        }
        let Some(body) = &cx.defs.get(cx.sources, def).body else { return };
        let calls = body.exprs.iter().filter_map(|expr| match expr {
            Expr::Macro(call) => Some(&call.tokens),
            _ => None,
        });
        self.names.extend(calls.chain([&body.tokens]).flatten().flat_map(|token| token.path.iter().copied()));
        // Of the rules of a macro all is tokens, also what these mean for sure.
        let is_rules = cx.defs.kind(def) == DefKind::Template;
        for edge in self.tables.of(def) {
            let rules = matches!(edge.to, Goal::Def(to) if cx.defs.kind(to) == DefKind::Template);
            if edge.why != Why::Tokens && !rules && !is_rules {
                continue;
            }
            match edge.to {
                // What a macro writes may call another, whose rules write more.
                Goal::Def(def) if rules => self.words_in(def),
                Goal::Def(def) => self.meet(def),
                Goal::Named(ByName::Piece, piece) => {
                    self.names.insert(piece);
                    self.is_glued = true;
                }
                Goal::Named(ByName::Inside, _) => self.open = true,
                Goal::Named(ByName::Dotted { .. }, name) => {
                    cx.impls.members.traits_declaring(name).iter().for_each(|of| self.meet(*of));
                }
                Goal::Named(ByName::Behind { .. }, name) => {
                    cx.impls.members.traits_declaring(name).iter().for_each(|of| self.meet(*of));
                    self.word(name);
                }
                Goal::Named(_, name) => self.word(name),
            }
        }
    }

    /// All that a word names without a type or a value before it.
    pub(super) fn word(&mut self, word: Name) {
        let tables = self.tables;
        let cx = tables.cx;
        if !self.written.insert(word) {
            return;
        }
        for def in cx.impls.members.by_name.get(&word).into_iter().flatten() {
            let facts = cx.defs.get(cx.sources, *def);
            match &facts.data {
                DefData::Import(row) => {
                    let import = &cx.defs.facts(cx.sources, *def).imports[*row as usize];
                    import.path.segs.last().into_iter().for_each(|seg| self.word(seg.name));
                }
                _ if facts.kind == DefKind::Template => self.words_in(*def),
                _ if is_free(facts.kind) || tables.is_type_like(*def) => self.meet(*def),
                _ => {}
            }
        }
    }

    /// An item that a macro stands on, with all that is in it.
    fn annotated(&mut self, def: DefId, takes_apart: bool) {
        let cx = self.tables.cx;
        let facts = cx.defs.get(cx.sources, def);
        self.beside_unread(def);
        self.names.insert(facts.name);
        self.meet(def);
        if facts.kind == DefKind::Impl {
            self.holder(def);
        }
        if facts.kind.is_fn() && !takes_apart {
            self.head(def);
            return;
        }
        self.text(def);
        children(cx, def).into_iter().for_each(|child| self.annotated(child, takes_apart));
    }

    /// A function without its body.
    fn head(&mut self, def: DefId) {
        let cx = self.tables.cx;
        self.signature(def);
        cx.defs.parent(cx.sources, def).into_iter().for_each(|holder| self.holder(holder));
        let Some(body) = &cx.defs.get(cx.sources, def).body else { return };
        self.names.extend(body.tokens.iter().flat_map(|token| token.path.iter().copied()));
        self.names.extend(body.pats.iter().filter_map(|pat| match pat {
            Pat::Bind { name, .. } => Some(*name),
            _ => None,
        }));
        let in_attributes = |at: Span| body.tokens.iter().any(|token| token.span == at);
        for edge in self.tables.of(def).iter().filter(|edge| in_attributes(edge.span)) {
            self.goal(edge.to, edge.why, Part::Text);
        }
    }

    /// A body that gives tokens to a macro.
    fn caller(&mut self, def: DefId) {
        for def in self.tables.with_calls(def) {
            self.beside_unread(def);
            self.text(def);
        }
    }

    /// Whether a call is of one of the macros that write.
    pub(super) fn is_of_writer(&self, call: &MacroCall, body: &Body) -> bool {
        let last = body.paths[call.path as usize].segs.last();
        last.is_some_and(|seg| self.writers.contains(&seg.name))
    }

    /// All names that are made of words that are known by now count as words.
    fn glue(&mut self) {
        let known = self.names.iter().chain(&self.written).chain(self.words.iter().map(|(word, _)| word));
        let parts: FxHashSet<String> = known.flat_map(|name| words(name)).collect();
        let all = self.tables.cx.impls.members.by_name.keys();
        let made: Vec<Name> = all.copied().filter(|name| words(name).iter().all(|part| parts.contains(part))).collect();
        for name in made {
            self.names.insert(name);
            self.word(name);
        }
    }
}

/// Whether code names it without a type before it.
fn is_free(kind: DefKind) -> bool {
    matches!(kind, DefKind::Function | DefKind::Constant | DefKind::Static)
}
