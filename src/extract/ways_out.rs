//! Ways out of a function that leave an open connection, or a running task, behind, where another way ends it.
//!
//! In: the tree of a file, its offset in the text, and the calls that open and close connections. Out: the local variables
//! that hold one, where they are closed, and the `?` and `return` before which they surely are open and after which nobody
//! can close them. What is moved away, captured or handed to somebody is no longer followed; a failure of the connection
//! itself needs no close. It knows no types: whose `Drop` closes is for others to say.

mod opening;
mod steps;

use crate::model::Span;
use quote::ToTokens;
use std::collections::BTreeSet;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, Expr};

/// What is asked of a file.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// Calls that open a connection, by the offset of the path or of the name of the method.
    pub opens: BTreeSet<u32>,
    /// Calls that close one.
    pub closes: BTreeSet<u32>,
}

/// How a function is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// `?`, `ensure!`.
    Failure,
    /// `return`, `bail!`.
    Return,
}

/// A connection or a task that some ways out leave behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayOut {
    /// Where the name of the function stands.
    pub function: u32,
    /// The variable that holds it.
    pub name: String,
    /// The call that opened it, by offset; `None` for a task.
    pub of: Option<u32>,
    /// The name of the function that a task runs; `None` for a block of its own, which is endless then.
    pub runs: Option<String>,
    /// What opened it.
    pub open: Span,
    /// Where it is closed or aborted.
    pub closes: Vec<Span>,
    /// Where the function is left without.
    pub exits: Vec<(Exit, Span)>,
}

/// What is left behind; `base` is the offset of the tree in the text.
pub fn ways_out(tree: &syn::File, base: u32, asked: &Asked) -> Vec<WayOut> {
    let mut finder = Finder { base, asked, found: vec![] };
    finder.visit_file(tree);
    finder.found
}

struct Finder<'a> {
    base: u32,
    asked: &'a Asked,
    found: Vec<WayOut>,
}

impl Finder<'_> {
    fn function(&mut self, ident: &syn::Ident, body: &Block) {
        let function = self.base + ident.span().byte_range().start as u32;
        let mut walk = Walk::new(self.base, self.asked, function);
        walk.block(body);
        self.found.append(&mut walk.finish());
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig.ident, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig.ident, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(body) = &item.default {
            self.function(&item.sig.ident, body);
        }
        visit::visit_trait_item_fn(self, item);
    }
}

/// What a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    /// A connection or a task, by row.
    Held(usize),
    /// Something that came from one.
    From(usize),
    /// Anything else.
    Other,
}

/// A connection or a task.
struct Held {
    name: String,
    of: Option<u32>,
    runs: Option<String>,
    open: Span,
    closes: Vec<Span>,
    exits: Vec<(Exit, Span)>,
}

/// A loop, or a block with a label.
struct Loop {
    label: Option<String>,
    /// Whether a `break` without a label leaves it.
    plain: bool,
    /// What is open wherever it is left.
    left: Option<Vec<bool>>,
    /// What is open wherever it begins again by `continue`.
    again: Option<Vec<bool>>,
}

/// The walk over one body, in the order in which it runs.
struct Walk<'a> {
    base: u32,
    asked: &'a Asked,
    function: u32,
    held: Vec<Held>,
    /// What is surely open now, by row of `held`.
    open: Vec<bool>,
    /// Names in scope, the innermost last.
    names: Vec<(String, Meaning)>,
    loops: Vec<Loop>,
    /// The connections whose failure, or end, is what is dealt with now.
    failing: Vec<usize>,
    found: Vec<WayOut>,
}

impl<'a> Walk<'a> {
    fn new(base: u32, asked: &'a Asked, function: u32) -> Self {
        Walk {
            base,
            asked,
            function,
            held: vec![],
            open: vec![],
            names: vec![],
            loops: vec![],
            failing: vec![],
            found: vec![],
        }
    }

    /// What was found, once the body is read.
    fn finish(mut self) -> Vec<WayOut> {
        for held in self.held {
            if !held.closes.is_empty() && !held.exits.is_empty() {
                let Held { name, of, runs, open, closes, exits } = held;
                self.found.push(WayOut { function: self.function, name, of, runs, open, closes, exits });
            }
        }
        self.found
    }

    fn span(&self, node: impl ToTokens) -> Span {
        let range = node.span().byte_range();
        Span { start: self.base + range.start as u32, end: self.base + range.end as u32 }
    }

    /// A closure or an `async` block: a body of its own, which `?` and `return` in it leave.
    fn apart(&mut self, run: impl FnOnce(&mut Walk<'a>) -> bool) {
        let mut inner = Walk::new(self.base, self.asked, self.function);
        run(&mut inner);
        self.found.append(&mut inner.finish());
    }

    fn meaning(&self, name: &str) -> Meaning {
        self.names.iter().rev().find(|(known, _)| known == name).map_or(Meaning::Other, |(_, meaning)| *meaning)
    }

    /// The connection or task that an expression is, or borrows, or is a part of.
    fn held_by(&self, expr: &Expr) -> Option<usize> {
        match expr {
            Expr::Path(path) => match self.meaning(&path.path.get_ident()?.to_string()) {
                Meaning::Held(row) => Some(row),
                _ => None,
            },
            Expr::Paren(inner) => self.held_by(&inner.expr),
            Expr::Group(inner) => self.held_by(&inner.expr),
            Expr::Reference(inner) => self.held_by(&inner.expr),
            Expr::Unary(inner) => self.held_by(&inner.expr),
            Expr::Field(inner) => self.held_by(&inner.base),
            Expr::Index(inner) => self.held_by(&inner.expr),
            _ => None,
        }
    }

    fn is_task(&self, row: usize) -> bool {
        self.held.get(row).is_none_or(|held| held.of.is_none())
    }

    /// It is somebody else's from here on, or gone.
    fn lose(&mut self, row: usize) {
        if let Some(open) = self.open.get_mut(row) {
            *open = false;
        }
    }

    fn close(&mut self, row: usize, at: Span) {
        self.lose(row);
        if let Some(held) = self.held.get_mut(row) {
            held.closes.push(at);
        }
    }

    /// The function is left here, for a reason.
    fn leave(&mut self, exit: Exit, at: Span, cause: Option<&Expr>) {
        for row in 0..self.held.len() {
            let is_open = self.open.get(row).copied().unwrap_or(false);
            let fails = self.failing.contains(&row) && !self.is_task(row);
            let is_own = cause.is_some_and(|cause| self.is_own(cause, row));
            if is_open && !fails && !is_own {
                self.held[row].exits.push((exit, at));
            }
        }
    }

    /// Goes back to what was open before.
    fn restore(&mut self, open: Vec<bool>) {
        self.open = open;
        self.open.resize(self.held.len(), false);
    }

    /// One of several ways on from where `before` was open; what is open after all of them is gathered in `after`.
    fn branch(
        &mut self,
        before: &[bool],
        after: &mut Option<Vec<bool>>,
        failing: &[usize],
        run: impl FnOnce(&mut Self) -> bool,
    ) {
        self.restore(before.to_vec());
        let (names, fails) = (self.names.len(), self.failing.len());
        self.failing.extend(failing);
        let goes_on = run(self);
        self.names.truncate(names);
        self.failing.truncate(fails);
        if goes_on {
            join(after, &self.open);
        }
    }

    /// Goes on where all ways meet, if any of them goes on.
    fn meet(&mut self, after: Option<Vec<bool>>) -> bool {
        let goes_on = after.is_some();
        self.restore(after.unwrap_or_default());
        goes_on
    }

    /// A loop, as it runs the first time.
    fn looped(&mut self, label: Option<&syn::Label>, endless: bool, run: impl FnOnce(&mut Self) -> bool) -> bool {
        let (head, names) = (self.open.clone(), self.names.len());
        self.enter(label, true);
        let goes_on = run(self);
        let (left, again) = self.loops.pop().map_or((None, None), |it| (it.left, it.again));
        let mut after = left;
        if !endless {
            join(&mut after, &head);
            again.iter().for_each(|again| join(&mut after, again));
            if goes_on {
                join(&mut after, &self.open);
            }
        }
        self.names.truncate(names);
        self.meet(after)
    }

    fn enter(&mut self, label: Option<&syn::Label>, plain: bool) {
        let label = label.map(|label| label.name.ident.to_string());
        self.loops.push(Loop { label, plain, left: None, again: None });
    }

    /// `break` and `continue`.
    fn jump(&mut self, label: Option<&syn::Lifetime>, again: bool) {
        let label = label.map(|label| label.ident.to_string());
        let is_meant = |it: &&mut Loop| match &label {
            Some(label) => it.label.as_ref() == Some(label),
            None => it.plain,
        };
        if let Some(meant) = self.loops.iter_mut().rev().find(is_meant) {
            join(if again { &mut meant.again } else { &mut meant.left }, &self.open);
        }
    }
}

/// What is open on both ways; a row that one of them does not know is not open there.
fn join(known: &mut Option<Vec<bool>>, other: &[bool]) {
    match known {
        Some(known) => {
            known.truncate(other.len());
            known.iter_mut().zip(other).for_each(|(open, other)| *open &= other);
        }
        None => *known = Some(other.to_vec()),
    }
}
