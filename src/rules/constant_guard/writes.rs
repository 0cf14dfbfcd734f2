//! Fields that the workspace may write somewhere, by their names.
//!
//! In: the texts of all files, and of macro calls what they become. Out: names. Which type a field is of it does not know.

use crate::audit::Audit;
use crate::catalog::Catalog;
use crate::facts::body::{MacroCall, Stmt, TokenName, TokenRole};
use crate::facts::{Body, Expr, ExprId, Pat};
use crate::model::{DefId, Name, Span};
use aho_corasick::AhoCorasick;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Methods of which it is known that they only read the flag that they are called on.
const READ: [&str; 5] = ["then", "then_some", "to_string", "clone", "not"];

/// The names of fields that any text of the workspace may write: an assignment, a mutable borrow, or a name in braces
/// that binds it or sets it from a local variable; or that what a macro call becomes may write.
pub(super) fn written<'a>(audit: &Audit<'_>, fields: impl Iterator<Item = &'a DefId>) -> BTreeSet<Name> {
    let names: BTreeSet<Name> = fields.map(|def| audit.def(*def).name).collect();
    let names: Vec<Name> = names.into_iter().collect();
    if names.is_empty() {
        return BTreeSet::new();
    }
    // A name may be part of another: all are looked for, not the leftmost.
    let Ok(finder) = AhoCorasick::new(names.iter().map(|name| name.as_str())) else {
        return names.into_iter().collect();
    };
    let (finder, names) = (&finder, &names);
    let catalog = audit.input.catalog;
    let hits = audit.input.sources.files.par_iter().flat_map_iter(move |file| {
        let hits = finder.find_overlapping_iter(&file.text);
        let written = hits.filter(move |hit| writes(&file.text[..hit.start()], &file.text[hit.end()..]));
        let made = file.facts.defs.iter().filter_map(|def| Some((def, def.body.as_deref()?)));
        let made = made.flat_map(move |(def, body)| Made::new(body, def.from_macro, names, catalog).written());
        written.map(move |hit| names[hit.pattern().as_usize()]).chain(made)
    });
    hits.collect()
}

fn writes(before: &str, after: &str) -> bool {
    let in_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    if before.ends_with(in_name) || after.starts_with(in_name) {
        return false;
    }
    let after = after.trim_start();
    if before.ends_with('.') {
        let start = before.trim_end_matches(|letter: char| in_name(letter) || ".[]*()$".contains(letter));
        let assigned = after.starts_with('=') && !after.starts_with("==");
        let changed = ["|=", "&=", "^="].iter().any(|operator| after.starts_with(operator));
        // The parenthesis behind the macro went with those around the value.
        let borrowed = ["&mut", "&raw mut", "addr_of_mut!"].iter().any(|taken| start.trim_end().ends_with(taken));
        // A method may take it by `&mut`; of these it is known that they do not.
        let method = after.strip_prefix('.').map(|rest| rest.split(|it: char| !in_name(it)).next().unwrap_or_default());
        let called = method.is_some_and(|method| !READ.contains(&method));
        let listed = start.trim_end().ends_with(['[', '(', ',']) && after.starts_with([',', ']', ')']);
        let destructured = listed
            && after.split([';', '{', '}']).next().is_some_and(|rest| rest.contains("] =") || rest.contains(") ="));
        return assigned || changed || borrowed || called || destructured;
    }
    // `Config { flag: bound, .. } = …` and `Config { flag: value }`: it may be written through what it binds.
    let bound =
        after.strip_prefix(':').map(|rest| rest.trim_start().split(|it: char| !in_name(it)).next().unwrap_or_default());
    let renamed = bound.is_some_and(|bound| {
        !matches!(bound, "" | "true" | "false" | "bool" | "_")
            && bound.starts_with(|it: char| it.is_lowercase() || it == '_')
    });
    let in_braces = before.trim_end().ends_with(['{', ',']);
    in_braces && (renamed || after.starts_with([',', '}']))
}

/// What a macro call becomes stands in no text: the name of a field may be a word of the call, and what is done with it
/// stand in the rules.
struct Made<'a> {
    body: &'a Body,
    names: &'a [Name],
    catalog: &'a Catalog,
    /// All of it is made.
    whole: bool,
    /// The calls that were expanded, with their paths: words of the rules stand where these do.
    calls: Vec<Span>,
}

impl<'a> Made<'a> {
    fn new(body: &'a Body, whole: bool, names: &'a [Name], catalog: &'a Catalog) -> Self {
        let calls = body.exprs.iter().filter_map(|expr| match expr {
            Expr::Macro(call) if call.expanded => Some(body.paths[call.path as usize].span.to(call.span)),
            _ => None,
        });
        Made { body, names, catalog, whole, calls: calls.collect() }
    }

    /// The names of fields that it may write.
    fn written(&self) -> Vec<Name> {
        let mut found = vec![];
        let by_pattern = self.body.pats.iter().any(|pat| matches!(pat, Pat::Bind { by_ref: true, .. }));
        for expr in &self.body.exprs {
            match expr {
                Expr::Macro(call) if !call.expanded => self.call(call, &mut found),
                _ if !self.whole && self.calls.is_empty() => {}
                Expr::Assign(to, _) => match &self.body.exprs[*to as usize] {
                    Expr::Tuple(all) | Expr::Array(all) => all.iter().for_each(|to| self.place(*to, &mut found)),
                    _ => self.place(*to, &mut found),
                },
                Expr::AssignOp(to, _) | Expr::Ref(to) => self.place(*to, &mut found),
                Expr::Method(call) if !READ.contains(&call.name.as_str()) => self.place(call.receiver, &mut found),
                Expr::Match(value, _) | Expr::Let(_, value) if by_pattern => self.place(*value, &mut found),
                Expr::Block(block) if by_pattern => {
                    let values = block.stmts.iter().filter_map(|stmt| match stmt {
                        Stmt::Let(local) => local.value,
                        Stmt::Expr(_) => None,
                    });
                    values.for_each(|value| self.place(value, &mut found));
                }
                _ => {}
            }
        }
        found
    }

    /// What may be written, if it is a field that a macro call names.
    fn place(&self, place: ExprId, found: &mut Vec<Name>) {
        let Expr::Field(_, name, span) = &self.body.exprs[place as usize] else { return };
        let is_made = || self.calls.iter().any(|call| call.start <= span.start && span.start < call.end);
        if self.names.contains(name) && (self.whole || is_made()) {
            found.push(*name);
        }
    }

    /// A call that is not expanded may write whatever it names, unless its macro is known to do something else.
    fn call(&self, call: &MacroCall, found: &mut Vec<Name>) {
        let Some(last) = self.body.paths[call.path as usize].segs.last() else { return };
        if last.name == "addr_of_mut" {
            call.args.iter().for_each(|arg| self.place(*arg, found));
        }
        if !self.catalog.describes_macro(&last.name) {
            found.extend(self.names.iter().filter(|name| call.tokens.iter().any(|token| may_mean(token, **name))));
        }
    }
}

/// Whether a name in tokens may be that of a field.
fn may_mean(token: &TokenName, name: Name) -> bool {
    match (&token.path[..], token.role) {
        ([single], TokenRole::Any | TokenRole::Member | TokenRole::Unread) => *single == name,
        ([piece], TokenRole::Piece) => name.contains(piece.as_str()),
        _ => false,
    }
}
