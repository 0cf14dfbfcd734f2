//! Keeps the locals of a template apart from names of the call.
//!
//! In come a template, in which the names that follow a renaming are marked, and the tokens of a call; out go the new
//! names of those that the call uses as well. Items, fields and functions keep their names, as in the language. The
//! module does not know scopes: a local that one part of a template introduces is renamed in all of it, and where a
//! name may be something else too, the call is not expanded.

mod patterns;

use super::Unexpanded;
use super::rules::Template;
use super::tree::{Leaf, word};
use patterns::{Introduced, introduced, is_attribute};
use proc_macro2::{Delimiter, Span, TokenTree};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The names that a template introduces, and whether each may be renamed.
#[derive(Debug, Clone)]
pub(super) struct Locals {
    names: BTreeMap<Box<str>, bool>,
}

/// A token of a template, with the number of a name within it.
pub(super) enum View<'t> {
    Word(&'t str, usize),
    Label(&'t str, usize),
    Mark(&'t str),
    Literal(&'t str),
    Group(Delimiter, Vec<View<'t>>),
    /// Something of the call.
    Variable,
}

/// What a name of a template is.
enum Role {
    Local,
    Other,
    Unclear,
}

/// Turns the names that are locals into [`Template::Local`].
pub(super) fn mark(template: &mut [Template]) -> Locals {
    let mut found = Introduced::default();
    let views = views(template, &mut 0);
    introduced(&views, &mut found);
    if found.names.is_empty() {
        return Locals { names: BTreeMap::new() };
    }
    let mut uses = Uses { found: &mut found, local: HashSet::new() };
    uses.sequence(&views, None);
    let local = uses.local;
    let names = found.names.iter().map(|name| (Box::from(*name), !found.unclear.contains(name))).collect();
    set(template, &local, &mut 0);
    Locals { names }
}

fn views<'t>(template: &'t [Template], number: &mut usize) -> Vec<View<'t>> {
    let mut out = vec![];
    for piece in template {
        match piece {
            Template::Leaf(Leaf::Ident(name)) => out.push(View::Word(name, take(number))),
            Template::Leaf(Leaf::Lifetime(name)) => out.push(View::Label(name, take(number))),
            Template::Leaf(Leaf::Punct(mark)) => out.push(View::Mark(mark)),
            Template::Leaf(Leaf::Literal(text)) => out.push(View::Literal(text)),
            Template::Group(Delimiter::None, inner) => out.extend(views(inner, number)),
            Template::Group(delimiter, inner) => out.push(View::Group(*delimiter, views(inner, number))),
            Template::Repeat { body, separator } => {
                out.extend(views(body, number));
                if let Some(Leaf::Punct(mark)) = separator {
                    out.push(View::Mark(mark));
                }
            }
            Template::Leaf(Leaf::Crate) | Template::Local(_) | Template::Variable(_) | Template::Unsupported(_) => {
                out.push(View::Variable);
            }
        }
    }
    out
}

fn take(number: &mut usize) -> usize {
    *number += 1;
    *number
}

/// Marks the names of these numbers, which are counted as in [`views`].
fn set(template: &mut [Template], local: &HashSet<usize>, number: &mut usize) {
    for piece in template {
        match piece {
            Template::Leaf(Leaf::Ident(name) | Leaf::Lifetime(name)) => {
                let number = take(number);
                if local.contains(&number) {
                    *piece = Template::Local(std::mem::take(name));
                }
            }
            Template::Group(_, inner) | Template::Repeat { body: inner, .. } => set(inner, local, number),
            _ => {}
        }
    }
}

struct Uses<'u, 't> {
    found: &'u mut Introduced<'t>,
    local: HashSet<usize>,
}

impl<'t> Uses<'_, 't> {
    /// Looks at all names; `holder` stands before the group that these tokens are the inside of braces of.
    fn sequence(&mut self, views: &[View<'t>], holder: Option<&View<'t>>) {
        for (at, view) in views.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| views.get(at));
            let after = views.get(at + 1);
            match view {
                View::Word(name, number) if self.found.names.contains(name) => match role(before, after, holder) {
                    Role::Local => drop(self.local.insert(*number)),
                    Role::Unclear => drop(self.found.unclear.insert(name)),
                    Role::Other => {}
                },
                View::Label(name, number) if self.found.names.contains(name) => drop(self.local.insert(*number)),
                View::Literal(text) => {
                    let captured = captured(text).filter_map(|name| self.found.names.get(name).copied());
                    let captured: Vec<&'t str> = captured.collect();
                    self.found.unclear.extend(captured);
                }
                View::Group(..) if is_attribute(views, at) => {}
                View::Group(Delimiter::Brace, inner) => self.sequence(inner, before),
                View::Group(_, inner) => self.sequence(inner, None),
                _ => {}
            }
        }
    }
}

/// What a word that also names a local is in this place.
fn role(before: Option<&View<'_>>, after: Option<&View<'_>>, holder: Option<&View<'_>>) -> Role {
    match (before, after) {
        (Some(View::Mark("." | "::" | "$")), _) | (_, Some(View::Mark("::" | "!"))) => Role::Other,
        // An item or a function of the same name: which one the others mean depends on their place.
        (Some(View::Word("fn" | "mod" | "const" | "static" | "struct" | "use" | "type", _)), _)
        | (_, Some(View::Group(Delimiter::Parenthesis, _))) => Role::Unclear,
        // A block may follow the name of a type as well: `if a == B { let x: … }`.
        (Some(View::Word("let" | "mut" | "ref", _) | View::Mark("|")), Some(View::Mark(":"))) => Role::Local,
        (_, Some(View::Mark(":"))) if is_type(holder) => Role::Other,
        (None | Some(View::Mark(",")), None | Some(View::Mark(","))) if is_type(holder) => Role::Unclear,
        _ => Role::Local,
    }
}

/// Whether braces after this hold fields.
fn is_type(holder: Option<&View<'_>>) -> bool {
    match holder {
        Some(View::Word(name, _)) => name.starts_with(char::is_uppercase),
        Some(View::Mark(">")) | Some(View::Variable) => true,
        _ => false,
    }
}

/// Names that a string takes from around it: `"{name:?}"`.
fn captured(text: &str) -> impl Iterator<Item = &str> {
    let text = if text.ends_with('"') { text } else { "" };
    text.split('{').skip(1).map(|rest| {
        let end = rest.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    })
}

impl Locals {
    /// Whether one has this name.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.names.contains_key(name)
    }

    /// New names for the locals that the call uses too; `given` are the tokens that its variables stand for.
    pub(super) fn renamed<'f>(
        &self,
        given: impl Iterator<Item = &'f [TokenTree]>,
    ) -> Result<Vec<(Box<str>, String)>, Unexpanded> {
        if self.names.is_empty() {
            return Ok(vec![]);
        }
        let mut words = BTreeSet::new();
        given.for_each(|trees| words_of(trees, &mut words));
        let mut renamed = vec![];
        for (name, sure) in self.names.iter().filter(|(name, _)| words.contains(&***name)) {
            let new = sure.then(|| fresh(name, &words)).flatten();
            renamed.push((name.clone(), new.ok_or_else(|| Unexpanded::Hygiene(name.to_string()))?));
        }
        Ok(renamed)
    }
}

/// The name with an end that no word of the call has.
fn fresh(name: &str, words: &BTreeSet<String>) -> Option<String> {
    let mut names = (1..100).map(|at| if at == 1 { format!("{name}__hyg") } else { format!("{name}__hyg{at}") });
    let free = names.find(|new| !words.contains(new))?;
    word(free.trim_start_matches('\''), Span::call_site()).is_some().then_some(free)
}

/// Takes down the words that may be a local or a label.
fn words_of(trees: &[TokenTree], words: &mut BTreeSet<String>) {
    for (at, tree) in trees.iter().enumerate() {
        let mark = |at: Option<usize>| match at.and_then(|at| trees.get(at)) {
            Some(TokenTree::Punct(punct)) => punct.as_char(),
            _ => ' ',
        };
        match tree {
            TokenTree::Group(group) => words_of(&group.stream().into_iter().collect::<Vec<_>>(), words),
            TokenTree::Literal(literal) => words.extend(captured(&literal.to_string()).map(str::to_owned)),
            TokenTree::Ident(ident) => {
                let before = (mark(at.checked_sub(2)), mark(at.checked_sub(1)));
                let after = (mark(at.checked_add(1)), mark(at.checked_add(2)));
                match (before, after) {
                    ((_, '\''), _) => drop(words.insert(format!("'{ident}"))),
                    // Of a path, a macro, or a field; `..x` is neither.
                    ((':', ':'), _) | (_, (':', ':')) => {}
                    (_, ('!', after)) if after != '=' => {}
                    ((before, '.'), _) if before != '.' => {}
                    _ => drop(words.insert(ident.to_string())),
                }
            }
            TokenTree::Punct(_) => {}
        }
    }
}
