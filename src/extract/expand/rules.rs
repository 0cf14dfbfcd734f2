//! Reads the rules of a macro.
//!
//! In come the tokens between the braces of `macro_rules!`; out goes, for each rule, the list of steps that the matcher
//! takes and the template of what is written. Nothing of it refers to a place in a file. The module does not know any
//! call, and it does not check what the compiler refuses without looking at calls, but for what would not end.

use super::fragment::Kind;
use super::hygiene::{self, Locals};
use super::tree::{self, Leaf, Tree};
use super::{DEEPEST, Unexpanded};
use proc_macro2::{Delimiter, TokenStream};
use std::collections::BTreeSet;
use std::ops::Range;
use syn::buffer::{Cursor, TokenBuffer};

/// A rule: what a call has to look like, and what it becomes.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub(super) steps: Vec<Step>,
    pub(super) template: Vec<Template>,
    pub(super) locals: Locals,
}

/// A step of the matcher, of the kinds that rustc has.
#[derive(Debug, Clone)]
pub(super) enum Step {
    Leaf(Leaf),
    Open(Delimiter),
    Close,
    /// The start of a repetition that binds `variables` and ends before the step `after`.
    Repeat {
        optional: bool,
        variables: Range<usize>,
        after: usize,
        depth: usize,
    },
    /// The end of a round without a separator.
    Again {
        once: bool,
        first: usize,
    },
    /// The end of a round, where a separator may stand; [`Step::Restart`] follows.
    Separator(Leaf),
    Restart {
        first: usize,
    },
    Variable {
        kind: Kind,
        index: usize,
        depth: usize,
    },
    End,
}

/// A piece of what a rule writes.
#[derive(Debug, Clone)]
pub(super) enum Template {
    Leaf(Leaf),
    /// A local or a label that the template itself introduces.
    Local(Box<str>),
    Group(Delimiter, Vec<Template>),
    /// What the variable of this number stands for.
    Variable(usize),
    Repeat {
        body: Vec<Template>,
        separator: Option<Leaf>,
    },
    Unsupported(&'static str),
}

#[derive(Clone, Copy, PartialEq)]
enum Times {
    Any,
    Some,
    Maybe,
}

pub(super) fn read(body: TokenStream) -> Result<Vec<Rule>, Unexpanded> {
    let buffer = TokenBuffer::new2(body);
    let mut cursor = buffer.begin();
    let mut rules = vec![];
    while let Some((tree, rest)) = tree::next(cursor) {
        cursor = rest;
        match tree {
            Tree::Leaf(leaf) if leaf.is_punct(";") || leaf.is_punct(",") => {}
            Tree::Group(_, pattern) => {
                // `macro name($x:expr) { … }` has no arrow.
                if let Some((Tree::Leaf(leaf), rest)) = tree::next(cursor)
                    && leaf.is_punct("=>")
                {
                    cursor = rest;
                }
                let Some((Tree::Group(_, template), rest)) = tree::next(cursor) else {
                    return Err(Unexpanded::Malformed);
                };
                cursor = rest;
                rules.push(rule(pattern, template)?);
            }
            Tree::Leaf(_) => return Err(Unexpanded::Malformed),
        }
    }
    Ok(rules)
}

fn rule(pattern: Cursor<'_>, template: Cursor<'_>) -> Result<Rule, Unexpanded> {
    let mut reader = PatternReader { steps: vec![], names: vec![] };
    reader.sequence(pattern, 0, 0)?;
    reader.steps.push(Step::End);
    let mut template = TemplateReader { names: &reader.names }.sequence(template, 0)?;
    let locals = hygiene::mark(&mut template);
    Ok(Rule { steps: reader.steps, template, locals })
}

/// The names behind dots in a template.
pub(super) fn members<'t>(template: &'t [Template], found: &mut BTreeSet<&'t str>) {
    let is_dot = |piece: &Template| matches!(piece, Template::Leaf(leaf) if leaf.is_punct("."));
    for (at, piece) in template.iter().enumerate() {
        match piece {
            Template::Group(_, inner) | Template::Repeat { body: inner, .. } => members(inner, found),
            Template::Leaf(Leaf::Ident(word)) if at > 0 && is_dot(&template[at - 1]) => {
                found.insert(word.strip_prefix("r#").unwrap_or(word));
            }
            _ => {}
        }
    }
}

struct PatternReader {
    steps: Vec<Step>,
    names: Vec<Box<str>>,
}

impl PatternReader {
    /// Reads a sequence within `depth` repetitions and `level` groups.
    fn sequence(&mut self, mut cursor: Cursor<'_>, depth: usize, level: usize) -> Result<(), Unexpanded> {
        if level > DEEPEST {
            return Err(Unexpanded::TooLarge);
        }
        while let Some((tree, rest)) = tree::next(cursor) {
            // A comment for people who read the pattern, which the compiler goes over.
            if let Some(rest) = tree::after_comment(cursor) {
                cursor = rest;
                continue;
            }
            cursor = rest;
            match tree {
                Tree::Leaf(leaf) if leaf.is_punct("$") => cursor = self.dollar(cursor, depth, level)?,
                Tree::Leaf(leaf) => self.steps.push(Step::Leaf(leaf)),
                // What a macro was given and wrote into the definition of a further one.
                Tree::Group(Delimiter::None, inner) => self.sequence(inner, depth, level + 1)?,
                Tree::Group(delimiter, inner) => {
                    self.steps.push(Step::Open(delimiter));
                    self.sequence(inner, depth, level + 1)?;
                    self.steps.push(Step::Close);
                }
            }
        }
        Ok(())
    }

    fn dollar<'a>(&mut self, cursor: Cursor<'a>, depth: usize, level: usize) -> Result<Cursor<'a>, Unexpanded> {
        match tree::next(cursor) {
            Some((Tree::Group(Delimiter::Parenthesis, inner), rest)) => self.repeat(inner, rest, depth, level),
            Some((Tree::Leaf(Leaf::Ident(name)), rest)) if *name == *"crate" => {
                self.steps.push(Step::Leaf(Leaf::Crate));
                Ok(rest)
            }
            Some((Tree::Leaf(Leaf::Ident(name)), rest)) => self.variable(name, rest, depth),
            // The last token of a group may be a bare `$`.
            None => {
                self.steps.push(Step::Leaf(Leaf::punct("$")));
                Ok(cursor)
            }
            _ => Err(Unexpanded::Malformed),
        }
    }

    fn variable<'a>(&mut self, name: Box<str>, cursor: Cursor<'a>, depth: usize) -> Result<Cursor<'a>, Unexpanded> {
        let Some((Tree::Leaf(colon), rest)) = tree::next(cursor) else { return Err(Unexpanded::Malformed) };
        let Some((Tree::Leaf(Leaf::Ident(kind)), rest)) = tree::next(rest) else { return Err(Unexpanded::Malformed) };
        if !colon.is_punct(":") || self.names.contains(&name) {
            return Err(Unexpanded::Malformed);
        }
        let kind = Kind::named(&kind).ok_or(Unexpanded::Unsupported("an unknown kind of fragment"))?;
        self.steps.push(Step::Variable { kind, index: self.names.len(), depth });
        self.names.push(name);
        Ok(rest)
    }

    fn repeat<'a>(
        &mut self,
        inner: Cursor<'_>,
        rest: Cursor<'a>,
        depth: usize,
        level: usize,
    ) -> Result<Cursor<'a>, Unexpanded> {
        let (separator, times, rest) = repetition(rest)?;
        let (start, bound) = (self.steps.len(), self.names.len());
        // Known once the body is read.
        self.steps.push(Step::End);
        self.sequence(inner, depth + 1, level + 1)?;
        if separator.is_none() && self.may_be_nothing(start + 1) {
            return Err(Unexpanded::Malformed);
        }
        match separator {
            Some(separator) => {
                self.steps.extend([Step::Separator(separator), Step::Restart { first: start + 1 }]);
            }
            None => self.steps.push(Step::Again { once: times == Times::Maybe, first: start + 1 }),
        }
        let after = self.steps.len();
        if let Some(step) = self.steps.get_mut(start) {
            let variables = bound..self.names.len();
            *step = Step::Repeat { optional: times != Times::Some, variables, after, depth };
        }
        Ok(rest)
    }

    /// Whether the steps from `start` on may take no token: a repetition of that would never end.
    fn may_be_nothing(&self, start: usize) -> bool {
        let mut at = start;
        while let Some(step) = self.steps.get(at) {
            at = match step {
                Step::Variable { kind: Kind::Vis, .. } => at + 1,
                Step::Repeat { optional: true, after, .. } => *after,
                _ => return false,
            };
        }
        true
    }
}

/// What follows the parentheses of a repetition: `,*`, `+`, `=> *`.
fn repetition(cursor: Cursor<'_>) -> Result<(Option<Leaf>, Times, Cursor<'_>), Unexpanded> {
    let leaf = |cursor| match tree::next(cursor) {
        Some((Tree::Leaf(leaf), rest)) => Ok((leaf, rest)),
        _ => Err(Unexpanded::Malformed),
    };
    let (first, rest) = leaf(cursor)?;
    if let Some(times) = times(&first) {
        return Ok((None, times, rest));
    }
    let (second, rest) = leaf(rest)?;
    let times = times(&second).filter(|times| *times != Times::Maybe).ok_or(Unexpanded::Malformed)?;
    Ok((Some(first), times, rest))
}

fn times(leaf: &Leaf) -> Option<Times> {
    let Leaf::Punct(text) = leaf else { return None };
    match &**text {
        "*" => Some(Times::Any),
        "+" => Some(Times::Some),
        "?" => Some(Times::Maybe),
        _ => None,
    }
}

struct TemplateReader<'n> {
    names: &'n [Box<str>],
}

impl TemplateReader<'_> {
    fn sequence(&self, mut cursor: Cursor<'_>, level: usize) -> Result<Vec<Template>, Unexpanded> {
        if level > DEEPEST {
            return Err(Unexpanded::TooLarge);
        }
        let mut out = vec![];
        while let Some((tree, rest)) = tree::next(cursor) {
            cursor = rest;
            match tree {
                Tree::Leaf(leaf) if leaf.is_punct("$") => cursor = self.dollar(cursor, level, &mut out)?,
                Tree::Leaf(leaf) => out.push(Template::Leaf(leaf)),
                Tree::Group(delimiter, inner) => {
                    out.push(Template::Group(delimiter, self.sequence(inner, level + 1)?));
                }
            }
        }
        Ok(out)
    }

    fn dollar<'a>(&self, cursor: Cursor<'a>, level: usize, out: &mut Vec<Template>) -> Result<Cursor<'a>, Unexpanded> {
        let dollar = || Template::Leaf(Leaf::punct("$"));
        match tree::next(cursor) {
            Some((Tree::Group(Delimiter::Parenthesis, inner), rest)) => {
                let (separator, _, rest) = repetition(rest)?;
                out.push(Template::Repeat { body: self.sequence(inner, level + 1)?, separator });
                Ok(rest)
            }
            Some((Tree::Group(Delimiter::Brace, _), rest)) => {
                out.push(Template::Unsupported("an expression about variables, `${…}`"));
                Ok(rest)
            }
            Some((Tree::Leaf(Leaf::Ident(name)), rest)) => {
                match self.names.iter().position(|own| *own == name) {
                    _ if *name == *"crate" => out.push(Template::Leaf(Leaf::Crate)),
                    Some(index) => out.push(Template::Variable(index)),
                    // A variable of a macro that the template defines.
                    None => out.extend([dollar(), Template::Leaf(Leaf::Ident(name))]),
                }
                Ok(rest)
            }
            Some((Tree::Leaf(leaf), rest)) if leaf.is_punct("$") => {
                out.push(dollar());
                Ok(rest)
            }
            None => {
                out.push(dollar());
                Ok(cursor)
            }
            _ => Err(Unexpanded::Malformed),
        }
    }
}
