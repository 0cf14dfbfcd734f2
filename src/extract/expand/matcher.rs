//! Matches the tokens of a call with one rule, in the way of rustc: all that the rule still may be goes ahead in step,
//! one token at a time, and a fragment is read only where nothing else is possible.
//!
//! In come the steps of a rule and the tokens, out goes what each variable stands for. The module does not know the
//! template.

use super::fragment::{Dialect, Head, Kind};
use super::rules::Step;
use super::tree::{self, Tree};
use super::{Limits, Unexpanded, size};
use proc_macro2::{Delimiter, Spacing, TokenTree};
use std::rc::Rc;
use syn::Result as Parsed;
use syn::parse::{ParseBuffer, ParseStream};

/// What a variable stands for.
#[derive(Clone)]
pub(super) enum Found {
    Fragment(Rc<Fragment>),
    /// Of each round of a repetition.
    Rounds(Vec<Found>),
}

/// The tokens that a variable took.
pub(super) struct Fragment {
    pub(super) kind: Kind,
    pub(super) trees: Vec<TokenTree>,
    /// How many tokens that are, with those in groups.
    pub(super) size: usize,
}

impl Found {
    /// Takes down all fragments.
    pub(super) fn fragments<'f>(&'f self, out: &mut Vec<&'f Fragment>) {
        match self {
            Self::Fragment(fragment) => out.push(fragment),
            Self::Rounds(rounds) => rounds.iter().for_each(|found| found.fragments(out)),
        }
    }
}

/// One of the things that the rule still may be.
struct Thread {
    at: usize,
    found: Rc<Vec<Found>>,
}

/// The tokens of a call: the groups that were entered, the innermost last.
struct Place<'a> {
    open: Vec<ParseBuffer<'a>>,
}

/// Where the threads stand, once none can go on without a token.
#[derive(Default)]
struct Front {
    /// Those that take the token as it is.
    next: Vec<Thread>,
    /// Those that would read a fragment.
    readers: Vec<Thread>,
    ended: Vec<Thread>,
}

/// Matches all of `input`; `None` if the rule is not for this call.
pub(super) fn find(
    steps: &[Step],
    input: ParseStream<'_>,
    dialect: Dialect,
    limits: &mut Limits,
) -> Result<Option<Vec<Found>>, Unexpanded> {
    let mut place = Place { open: vec![input.fork()] };
    let mut threads = vec![Thread { at: 0, found: Rc::default() }];
    loop {
        let head = place.head();
        let mut front = Front::default();
        while let Some(thread) = threads.pop() {
            limits.step(1)?;
            advance(steps, thread, &head, dialect, &mut threads, &mut front).ok_or(Unexpanded::Malformed)?;
        }
        if matches!(head, Head::End) && place.open.len() == 1 {
            return match (front.ended.pop(), front.ended.is_empty()) {
                (Some(thread), true) => Ok(Some(Rc::unwrap_or_clone(thread.found))),
                (Some(_), false) => Err(Unexpanded::Ambiguous),
                (None, _) => Ok(None),
            };
        }
        match (front.next.is_empty(), front.readers.len()) {
            (true, 0) => return Ok(None),
            (false, 0) => {
                place.bump(&head).ok_or(Unexpanded::Malformed)?;
                threads = front.next;
            }
            (true, 1) => {
                for thread in front.readers {
                    threads.push(read(steps, thread, &head, &place, dialect, limits)?);
                }
            }
            _ => return Err(Unexpanded::Ambiguous),
        }
    }
}

/// Takes one step of a thread.
fn advance(
    steps: &[Step],
    mut thread: Thread,
    head: &Head,
    dialect: Dialect,
    threads: &mut Vec<Thread>,
    front: &mut Front,
) -> Option<()> {
    let here = thread.at;
    match steps.get(here)? {
        Step::Leaf(own) => {
            thread.at += 1;
            front.next.extend(matches!(head, Head::Leaf(leaf) if leaf.is_like(own)).then_some(thread));
        }
        Step::Open(own) => {
            thread.at += 1;
            front.next.extend(matches!(head, Head::Open(delimiter) if delimiter == own).then_some(thread));
        }
        Step::Close => {
            thread.at += 1;
            front.next.extend(matches!(head, Head::End).then_some(thread));
        }
        Step::Repeat { optional, variables, after, depth } => {
            for index in variables.clone() {
                push(&mut thread.found, index, *depth, Found::Rounds(vec![]))?;
            }
            if *optional {
                threads.push(Thread { at: *after, found: Rc::clone(&thread.found) });
            }
            thread.at += 1;
            threads.push(thread);
        }
        Step::Again { once, first } => {
            threads.push(Thread { at: here + 1, found: Rc::clone(&thread.found) });
            thread.at = *first;
            threads.extend((!once).then_some(thread));
        }
        Step::Separator(own) => {
            threads.push(Thread { at: here + 2, found: Rc::clone(&thread.found) });
            thread.at += 1;
            front.next.extend(matches!(head, Head::Leaf(leaf) if leaf.is_like(own)).then_some(thread));
        }
        Step::Restart { first } => {
            thread.at = *first;
            threads.push(thread);
        }
        Step::Variable { kind, .. } => front.readers.extend(kind.may_begin(head, dialect).then_some(thread)),
        Step::End => front.ended.extend(matches!(head, Head::End).then_some(thread)),
    }
    Some(())
}

/// Adds what was found for a variable that stands within `depth` repetitions.
fn push(found: &mut Rc<Vec<Found>>, index: usize, depth: usize, value: Found) -> Option<()> {
    let found = Rc::make_mut(found);
    let Some(within) = depth.checked_sub(1) else {
        (found.len() == index).then(|| found.push(value))?;
        return Some(());
    };
    let mut at = found.get_mut(index)?;
    for _ in 0..within {
        let Found::Rounds(rounds) = at else { return None };
        at = rounds.last_mut()?;
    }
    let Found::Rounds(rounds) = at else { return None };
    rounds.push(value);
    Some(())
}

/// Reads the fragment that a thread waits for.
fn read(
    steps: &[Step],
    mut thread: Thread,
    head: &Head,
    place: &Place<'_>,
    dialect: Dialect,
    limits: &mut Limits,
) -> Result<Thread, Unexpanded> {
    let (Some(Step::Variable { kind, index, depth }), Some(input)) = (steps.get(thread.at), place.open.last()) else {
        return Err(Unexpanded::Malformed);
    };
    // The compiler gives up on the whole call here, so a later rule cannot be meant.
    let mut trees = kind.take(input, head, dialect).ok_or(Unexpanded::NoRule)?;
    if let Some(last) = trees.last_mut() {
        part(last);
    }
    if *kind == Kind::Path {
        trees = with_turbofish(trees);
    }
    let size = size(&trees);
    limits.step(size)?;
    let fragment = Found::Fragment(Rc::new(Fragment { kind: *kind, trees, size }));
    push(&mut thread.found, *index, *depth, fragment).ok_or(Unexpanded::Malformed)?;
    thread.at += 1;
    Ok(thread)
}

/// What follows the last mark of a fragment in the call does not follow it in what is written.
fn part(last: &mut TokenTree) {
    if let TokenTree::Punct(punct) = last
        && punct.spacing() == Spacing::Joint
    {
        let mut alone = proc_macro2::Punct::new(punct.as_char(), Spacing::Alone);
        alone.set_span(punct.span());
        *punct = alone;
    }
}

/// `Vec::<T>` for `Vec<T>`: a path may come to stand in an expression or a pattern, where `syn` reads it anew.
fn with_turbofish(trees: Vec<TokenTree>) -> Vec<TokenTree> {
    let mut out: Vec<TokenTree> = vec![];
    let mut open = 0_usize;
    for tree in trees {
        let mark = if let TokenTree::Punct(punct) = &tree { punct.as_char() } else { ' ' };
        if mark == '<' && open == 0 && matches!(out.last(), Some(TokenTree::Ident(_))) {
            tree::Leaf::punct("::").write(tree.span(), "", &mut out);
        }
        let arrow = matches!(out.last(), Some(TokenTree::Punct(before)) if before.as_char() == '-');
        match mark {
            '<' => open += 1,
            '>' if !arrow => open = open.saturating_sub(1),
            _ => {}
        }
        out.push(tree);
    }
    out
}

impl Place<'_> {
    fn head(&self) -> Head {
        let Some(cursor) = self.open.last().map(|input| input.cursor()) else { return Head::End };
        match (cursor.token_tree(), tree::next(cursor)) {
            (Some((TokenTree::Group(group), _)), _) => match group.delimiter() {
                Delimiter::None => Head::Whole(group.stream()),
                delimiter => Head::Open(delimiter),
            },
            (_, Some((Tree::Leaf(leaf), _))) => Head::Leaf(leaf),
            _ => Head::End,
        }
    }

    /// Goes over a token, into a group or out of one.
    fn bump(&mut self, head: &Head) -> Option<()> {
        match head {
            Head::Open(delimiter) => {
                let inner = enter(self.open.last()?, *delimiter).ok()?;
                self.open.push(inner);
            }
            Head::End => drop(self.open.pop()?),
            Head::Leaf(_) | Head::Whole(_) => self.open.last()?.step(leap).ok()?,
        }
        Some(())
    }
}

fn leap<'c>(cursor: syn::parse::StepCursor<'c, '_>) -> Parsed<((), syn::buffer::Cursor<'c>)> {
    match tree::next(*cursor) {
        Some((_, rest)) => Ok(((), rest)),
        None => Err(cursor.error("expected a token")),
    }
}

fn enter<'a>(input: &ParseBuffer<'a>, delimiter: Delimiter) -> Parsed<ParseBuffer<'a>> {
    let inner;
    match delimiter {
        Delimiter::Parenthesis => drop(syn::parenthesized!(inner in input)),
        Delimiter::Bracket => drop(syn::bracketed!(inner in input)),
        Delimiter::Brace => drop(syn::braced!(inner in input)),
        Delimiter::None => return Err(input.error("expected a bracket")),
    }
    Ok(inner)
}
