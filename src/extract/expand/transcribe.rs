//! Writes what a rule makes of a call.
//!
//! In come the template and what its variables stand for, out go tokens: those of the call where they stand in the
//! file, those of the definition at the place of the call. The module does not know what the tokens mean.

use super::matcher::{Found, Fragment};
use super::rules::Template;
use super::tree::Leaf;
use super::{Limits, Unexpanded};
use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};

/// What is the same for all of one call.
pub(super) struct Call<'c> {
    pub(super) found: &'c [Found],
    /// New names of the template's own locals, by the old ones.
    pub(super) renamed: &'c [(Box<str>, String)],
    pub(super) own_crate: &'c str,
    pub(super) span: Span,
}

/// Writes the template. `rounds` are the rounds of the repetitions around it.
pub(super) fn write(
    call: &Call<'_>,
    template: &[Template],
    rounds: &mut Vec<usize>,
    limits: &mut Limits,
    out: &mut Vec<TokenTree>,
) -> Result<(), Unexpanded> {
    for piece in template {
        match piece {
            Template::Leaf(leaf) => leaf_out(call, leaf, limits, out)?,
            Template::Local(name) => {
                let renamed = call.renamed.iter().find(|(old, _)| old == name);
                let name = renamed.map_or(&**name, |(_, new)| new);
                let leaf = if name.starts_with('\'') { Leaf::Lifetime(name.into()) } else { Leaf::ident(name) };
                leaf_out(call, &leaf, limits, out)?;
            }
            Template::Group(delimiter, inner) => {
                limits.token(1)?;
                let mut trees = vec![];
                write(call, inner, rounds, limits, &mut trees)?;
                out.push(group(*delimiter, trees, call.span));
            }
            Template::Variable(index) => variable(call, *index, rounds, limits, out)?,
            Template::Repeat { body, separator } => repeat(call, body, separator.as_ref(), rounds, limits, out)?,
            Template::Unsupported(what) => return Err(Unexpanded::Unsupported(what)),
        }
    }
    Ok(())
}

fn leaf_out(call: &Call<'_>, leaf: &Leaf, limits: &mut Limits, out: &mut Vec<TokenTree>) -> Result<(), Unexpanded> {
    limits.token(1)?;
    leaf.write(call.span, call.own_crate, out);
    Ok(())
}

fn group(delimiter: Delimiter, trees: Vec<TokenTree>, span: Span) -> TokenTree {
    let mut group = Group::new(delimiter, trees.into_iter().collect::<TokenStream>());
    group.set_span(span);
    group.into()
}

fn repeat(
    call: &Call<'_>,
    body: &[Template],
    separator: Option<&Leaf>,
    rounds: &mut Vec<usize>,
    limits: &mut Limits,
    out: &mut Vec<TokenTree>,
) -> Result<(), Unexpanded> {
    let mut count = None;
    measure(call, body, rounds, &mut count)?;
    for round in 0..count.ok_or(Unexpanded::Malformed)? {
        limits.step(1)?;
        if let (Some(separator), true) = (separator, round > 0) {
            leaf_out(call, separator, limits, out)?;
        }
        rounds.push(round);
        let written = write(call, body, rounds, limits, out);
        rounds.pop();
        written?;
    }
    Ok(())
}

/// How many rounds the variables of a body were matched for; all of them that repeat have to agree.
fn measure(call: &Call<'_>, body: &[Template], rounds: &[usize], count: &mut Option<usize>) -> Result<(), Unexpanded> {
    for piece in body {
        match piece {
            Template::Variable(index) => {
                if let Some(Found::Rounds(found)) = lookup(call, *index, rounds)
                    && *count.get_or_insert(found.len()) != found.len()
                {
                    return Err(Unexpanded::Malformed);
                }
            }
            Template::Group(_, inner) | Template::Repeat { body: inner, .. } => measure(call, inner, rounds, count)?,
            Template::Leaf(_) | Template::Local(_) => {}
            Template::Unsupported(what) => return Err(Unexpanded::Unsupported(what)),
        }
    }
    Ok(())
}

/// What a variable stands for in these rounds. One that repeats less often is the same in all of the inner ones.
fn lookup<'c>(call: &Call<'c>, index: usize, rounds: &[usize]) -> Option<&'c Found> {
    let mut found = call.found.get(index)?;
    for round in rounds {
        match found {
            Found::Rounds(all) => found = all.get(*round)?,
            Found::Fragment(_) => break,
        }
    }
    Some(found)
}

fn variable(
    call: &Call<'_>,
    index: usize,
    rounds: &[usize],
    limits: &mut Limits,
    out: &mut Vec<TokenTree>,
) -> Result<(), Unexpanded> {
    let Some(Found::Fragment(fragment)) = lookup(call, index, rounds) else { return Err(Unexpanded::Malformed) };
    limits.token(fragment.size)?;
    if fragment.kind.is_unit(&fragment.trees) {
        out.push(group(Delimiter::None, fragment.trees.clone(), span(fragment).unwrap_or(call.span)));
    } else {
        out.extend(fragment.trees.iter().cloned());
    }
    Ok(())
}

fn span(fragment: &Fragment) -> Option<Span> {
    let (first, last) = (fragment.trees.first()?.span(), fragment.trees.last()?.span());
    Some(first.join(last).unwrap_or(first))
}
