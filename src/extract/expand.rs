//! Expands calls of `macro_rules!`, and of `paste!` (`paste.rs`).
//!
//! In come the rules of a definition and the tokens of one call, out go the tokens that the call becomes; calls in
//! these are left as they are. The module does not know where a macro is looked up, in which place the tokens will
//! stand, nor what any name in them means.

mod fragment;
mod hygiene;
mod matcher;
pub(super) mod paste;
mod rules;
mod transcribe;
mod tree;

pub use paste::paste;
use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream, TokenTree};
use std::fmt;
use syn::parse::{ParseStream, Parser};

/// Groups deeper than this are not gone into: the parsers of fragments call themselves for each.
const DEEPEST: usize = 64;
/// More marks than this without a name between them, or open angles, are not read, for the same reason.
const MOST_MARKS: usize = 256;
/// Words after which an operand follows, as after `!` or `&`.
const PREFIXES: [&str; 8] = ["mut", "const", "return", "break", "move", "async", "dyn", "yield"];

/// The rules of one `macro_rules!` definition, or of a `macro` that is written with rules. Plain data, without spans.
#[derive(Debug, Clone)]
pub struct Rules {
    rules: Vec<rules::Rule>,
}

/// What is left to spend; [`expand`] takes from it, so one may be shared by the calls that come out of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Tokens that may still be written.
    pub tokens: usize,
    /// Steps that the matcher may still take.
    pub steps: usize,
}

/// Why a call could not be expanded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unexpanded {
    /// No rule is for this call, or a fragment of it does not parse as what it has to be.
    NoRule,
    /// A rule could match in several ways.
    Ambiguous,
    /// [`Limits`] are used up, or the tokens are nested too deeply.
    TooLarge,
    /// The definition is not as definitions have to be, or the call repeats what does not repeat alike.
    Malformed,
    /// The definition introduces a local of this name and the call uses the name, and which is which is not clear.
    Hygiene(String),
    /// The definition uses something that is not known here.
    Unsupported(&'static str),
}

impl Default for Limits {
    fn default() -> Self {
        Self { tokens: 20_000, steps: 400_000 }
    }
}

impl Limits {
    fn step(&mut self, count: usize) -> Result<(), Unexpanded> {
        self.steps = self.steps.checked_sub(count).ok_or(Unexpanded::TooLarge)?;
        Ok(())
    }

    fn token(&mut self, count: usize) -> Result<(), Unexpanded> {
        self.tokens = self.tokens.checked_sub(count).ok_or(Unexpanded::TooLarge)?;
        Ok(())
    }
}

impl Rules {
    /// Reads the tokens between the braces of a definition.
    pub fn parse(body: TokenStream) -> Result<Rules, Unexpanded> {
        check_depth(&body)?;
        Ok(Self { rules: rules::read(body)? })
    }

    /// Whether a rule binds a local or has a label of this name.
    pub fn introduces(&self, name: &str) -> bool {
        self.rules.iter().any(|rule| rule.locals.holds(name))
    }

    /// The names that stand behind dots in what the rules write: methods and fields, of what they are given too.
    pub fn members(&self) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        self.rules.iter().for_each(|rule| rules::members(&rule.template, &mut found));
        found
    }
}

/// Expands one call. `input` are the tokens between its brackets, `own_crate` is what `$crate` stands for: it is written
/// as `::own_crate`, or as `crate` if it is that word. Tokens of the definition stand at `call_site` in the result.
pub fn expand(
    rules: &Rules,
    input: TokenStream,
    own_crate: &str,
    call_site: Span,
    limits: &mut Limits,
) -> Result<TokenStream, Unexpanded> {
    check_depth(&input)?;
    // The edition of the macro is not known; calls which need one are rare.
    let plain = fragment::Dialect { wide_expr: false, narrow_pat: false };
    let dialects =
        [plain, fragment::Dialect { narrow_pat: true, ..plain }, fragment::Dialect { wide_expr: true, ..plain }];
    let mut first = None;
    for dialect in dialects {
        match choose(rules, &input, dialect, limits) {
            Ok((rule, found)) => return write(rule, &found, own_crate, call_site, limits),
            Err(why @ (Unexpanded::NoRule | Unexpanded::Ambiguous)) => {
                first.get_or_insert(why);
            }
            Err(why) => return Err(why),
        }
    }
    Err(first.unwrap_or(Unexpanded::NoRule))
}

/// The first rule that matches.
fn choose<'r>(
    rules: &'r Rules,
    input: &TokenStream,
    dialect: fragment::Dialect,
    limits: &mut Limits,
) -> Result<(&'r rules::Rule, Vec<matcher::Found>), Unexpanded> {
    let mut chosen = Err(Unexpanded::NoRule);
    let search = |input: ParseStream<'_>| {
        for rule in &rules.rules {
            match matcher::find(&rule.steps, input, dialect, limits) {
                Ok(None) => continue,
                Ok(Some(found)) => chosen = Ok((rule, found)),
                Err(why) => chosen = Err(why),
            }
            break;
        }
        // The matcher works on copies of the input, whose end the parser asks for.
        input.parse::<TokenStream>().map(drop)
    };
    search.parse2(input.clone()).map_err(|_| Unexpanded::NoRule)?;
    chosen
}

fn write(
    rule: &rules::Rule,
    found: &[matcher::Found],
    own_crate: &str,
    span: Span,
    limits: &mut Limits,
) -> Result<TokenStream, Unexpanded> {
    let mut fragments = vec![];
    found.iter().for_each(|found| found.fragments(&mut fragments));
    let renamed = rule.locals.renamed(fragments.iter().map(|fragment| fragment.trees.as_slice()))?;
    let call = transcribe::Call { found, renamed: &renamed, own_crate, span };
    let mut out = vec![];
    transcribe::write(&call, &rule.template, &mut vec![], limits, &mut out)?;
    Ok(out.into_iter().collect())
}

/// The number of tokens with those in groups.
fn size(trees: &[TokenTree]) -> usize {
    let mut size = 0;
    for tree in trees {
        size += match tree {
            TokenTree::Group(group) => 1 + size_of_stream(group.stream()),
            _ => 1,
        };
    }
    size
}

fn size_of_stream(stream: TokenStream) -> usize {
    stream.into_iter().map(|tree| size(&[tree])).sum()
}

/// Refuses what would be too deep for a parser that calls itself.
fn check_depth(tokens: &TokenStream) -> Result<(), Unexpanded> {
    let mut open = vec![tokens.clone().into_iter()];
    let (mut marks, mut angles) = (0_usize, 0_usize);
    while let Some(inner) = open.last_mut() {
        match inner.next() {
            None => drop(open.pop()),
            Some(TokenTree::Group(group)) => {
                marks = 0;
                open.push(group.stream().into_iter());
            }
            Some(TokenTree::Punct(punct)) => {
                marks += 1;
                angles = match punct.as_char() {
                    '<' => angles + 1,
                    '>' => angles.saturating_sub(1),
                    // The angles before it were no brackets.
                    ';' => 0,
                    _ => angles,
                };
            }
            Some(TokenTree::Ident(word)) if PREFIXES.iter().any(|prefix| word == prefix) => marks += 1,
            Some(_) => marks = 0,
        }
        if open.len() > DEEPEST || marks > MOST_MARKS || angles > MOST_MARKS {
            return Err(Unexpanded::TooLarge);
        }
    }
    Ok(())
}

impl fmt::Display for Unexpanded {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRule => write!(out, "no rule is for this call"),
            Self::Ambiguous => write!(out, "a rule is for this call in several ways"),
            Self::TooLarge => write!(out, "the expansion is too large"),
            Self::Malformed => write!(out, "the macro is not well formed"),
            Self::Hygiene(name) => write!(out, "`{name}` of the call and of the macro cannot be told apart"),
            Self::Unsupported(what) => write!(out, "the macro uses {what}"),
        }
    }
}

impl std::error::Error for Unexpanded {}
