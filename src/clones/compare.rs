//! Two near twins side by side: what both do, and what one has that the other lacks.
//!
//! In: two definitions with their units, and what they do to connections. Out: their steps aligned, and differences by
//! what they are about. It knows words and marks, no types; a local name that is exchanged for another is only seen
//! where nothing else differs.

mod aspects;

pub use aspects::Aspect;
pub(super) use aspects::{ERRORS, TELLING};

use super::{Twins, roles};
use crate::audit::Audit;
use crate::catalog::connections::Role;
use crate::facts::units::{Step, Unit};
use crate::lex;
use crate::model::{DefId, Span};
use similar::{Algorithm, DiffTag};

/// A step of fewer tokens that stands elsewhere is not the same one, moved.
const LEAST_MOVED: u16 = 5;

/// Which of two has something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The first one only.
    Left,
    /// The second one only.
    Right,
    /// Both; of a difference each has its own.
    Both,
}

/// A step of the aligned pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Who has it.
    pub side: Side,
    /// How many braces are around it.
    pub depth: u8,
    /// The step on one line.
    pub text: String,
}

/// Something that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is about.
    pub aspect: Aspect,
    /// Who has it.
    pub has: Side,
    /// The step of the first one, if it has one there.
    pub left: Option<String>,
    /// The step of the second one.
    pub right: Option<String>,
    /// Whether a connection is used in one of the steps.
    pub of_connection: bool,
}

impl Difference {
    /// Whether one only reads what the other may change: the same step but for `mut`.
    pub fn is_of_access(&self) -> bool {
        match (&self.left, &self.right) {
            (Some(left), Some(right)) => left != right && without_access(left) == without_access(right),
            _ => false,
        }
    }
}

/// The words and marks of a step without those that say whether something is changed: `mut`, `_mut`, `MmapMut`.
fn without_access(step: &str) -> Vec<String> {
    let mut tokens = vec![];
    lex::tokens(step, Span { start: 0, end: step.len() as u32 }, &mut tokens);
    let words = tokens.iter().map(|token| token.text(step)).filter(|word| *word != "mut");
    let plain = |word: &str| {
        let end = word.strip_suffix("_mut").or_else(|| word.strip_suffix("Mut")).unwrap_or(word);
        end.replace("_mut_", "_")
    };
    words.map(plain).filter(|word| !word.is_empty()).collect()
}

/// Two definitions, aligned.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// All steps in order.
    pub lines: Vec<Line>,
    /// What differs, in order.
    pub differences: Vec<Difference>,
}

/// One of the two.
struct Text<'a> {
    text: &'a str,
    unit: &'a Unit,
    /// What is done to connections, and where.
    places: Vec<(Role, Span)>,
}

/// Compares two definitions.
pub fn compare(audit: &Audit<'_>, twins: &Twins, left: DefId, right: DefId) -> Option<Comparison> {
    let read = |def: DefId| {
        let places = roles::steps(audit, def).into_iter().map(|step| (step.role, step.at)).collect();
        Some(Text { text: &audit.file(def).text, unit: twins.unit(def)?, places })
    };
    Some(aligned(&read(left)?, &read(right)?))
}

fn aligned(left: &Text<'_>, right: &Text<'_>) -> Comparison {
    let keys = |side: &Text<'_>| side.unit.steps.iter().skip(1).map(|step| step.strict).collect::<Vec<u32>>();
    let ops = similar::capture_diff_slices(Algorithm::Myers, &keys(left), &keys(right));
    let mut pair = Pair { left, right, lefts: vec![], rights: vec![], found: vec![] };
    let mut lines = pair.heads();
    for (at, op) in ops.iter().enumerate() {
        let (tag, of_left, of_right) = op.as_tag_tuple();
        // The head is compared apart.
        let (of_left, of_right) = (of_left.start + 1..of_left.end + 1, of_right.start + 1..of_right.end + 1);
        if tag == DiffTag::Equal {
            lines.extend(of_left.map(|row| left.line(row, Side::Both)));
            continue;
        }
        lines.extend(of_left.clone().map(|row| left.line(row, Side::Left)));
        lines.extend(of_right.clone().map(|row| right.line(row, Side::Right)));
        pair.lefts.extend(of_left.map(|row| Loose { op: at, row }));
        pair.rights.extend(of_right.map(|row| Loose { op: at, row }));
    }
    Comparison { lines, differences: pair.differences() }
}

impl Text<'_> {
    fn step(&self, row: usize) -> &Step {
        &self.unit.steps[row]
    }

    fn line(&self, row: usize, side: Side) -> Line {
        let step = self.step(row);
        Line { side, depth: step.depth, text: one_line(self.text, step.span) }
    }

    fn aspects(&self, row: usize) -> Vec<Aspect> {
        let rest = Span { start: self.step(row).span.end, end: self.unit.span.end };
        aspects::of(self.text, self.step(row), rest, &self.roles(row))
    }

    /// Whether a step ends the program where something is missing.
    fn panics(&self, row: usize) -> bool {
        aspects::panics(self.text, self.step(row).span)
    }

    fn roles(&self, row: usize) -> Vec<Role> {
        let span = self.step(row).span;
        self.places.iter().filter(|(_, at)| span.contains(*at)).map(|(role, _)| *role).collect()
    }
}

/// A step that its side has and the other has not at this place.
#[derive(Clone, Copy)]
struct Loose {
    /// The part of the alignment that it stands in.
    op: usize,
    /// The step.
    row: usize,
}

/// Two sides, with what is not aligned.
struct Pair<'p, 'a> {
    left: &'p Text<'a>,
    right: &'p Text<'a>,
    lefts: Vec<Loose>,
    rights: Vec<Loose>,
    /// What was found, by part of the alignment.
    found: Vec<(usize, Difference)>,
}

impl Pair<'_, '_> {
    /// The lines of the two heads: parameters and result.
    fn heads(&self) -> Vec<Line> {
        let head = |side: &Text<'_>| side.unit.steps.first().map(|step| step.strict);
        let sides = match (head(self.left), head(self.right)) {
            (Some(left), Some(right)) if left == right => vec![(self.left, Side::Both)],
            (Some(_), Some(_)) => vec![(self.left, Side::Left), (self.right, Side::Right)],
            _ => vec![],
        };
        sides.into_iter().map(|(side, of)| side.line(0, of)).collect()
    }

    fn differences(mut self) -> Vec<Difference> {
        self.pair_up(Aspect::Order, |a, b, _| a.strict == b.strict && a.tokens >= LEAST_MOVED);
        self.pair_up(Aspect::Literal, |a, b, together| together && a.shape == b.shape);
        self.changed();
        self.alone(Side::Left);
        self.alone(Side::Right);
        if self.found.is_empty() && self.left.unit.renamed != self.right.unit.renamed {
            let head = |side: &Text<'_>| side.unit.steps.first().map(|step| step.strict);
            let aspect = if head(self.left) == head(self.right) { Aspect::Names } else { Aspect::Head };
            self.add(0, aspect, Side::Both, (None, None));
        }
        self.found.sort_by_key(|(op, _)| *op);
        self.found.into_iter().map(|(_, difference)| difference).collect()
    }

    /// Takes out steps of both sides that belong together; `together` says whether they stand at one place.
    fn pair_up(&mut self, aspect: Aspect, belong: impl Fn(&Step, &Step, bool) -> bool) {
        for loose in std::mem::take(&mut self.lefts) {
            let own = self.left.step(loose.row);
            let other =
                self.rights.iter().position(|other| belong(own, self.right.step(other.row), loose.op == other.op));
            match other {
                Some(at) => {
                    let other = self.rights.remove(at);
                    self.add(loose.op, aspect, Side::Both, (Some(loose.row), Some(other.row)));
                }
                None => self.lefts.push(loose),
            }
        }
    }

    /// Steps at one place, in order, are one step that was changed.
    fn changed(&mut self) {
        for loose in std::mem::take(&mut self.lefts) {
            let Some(at) = self.rights.iter().position(|other| other.op == loose.op) else {
                self.lefts.push(loose);
                continue;
            };
            let other = self.rights.remove(at);
            let rows = (Some(loose.row), Some(other.row));
            let (mut own, mut others) = (self.left.aspects(loose.row), self.right.aspects(other.row));
            // Where both hand an error on, neither lacks what the other makes of it.
            if own.contains(&Aspect::HandedOn) && others.contains(&Aspect::HandedOn) {
                own.retain(|aspect| !matches!(aspect, Aspect::Error | Aspect::HandedOn));
                others.retain(|aspect| !matches!(aspect, Aspect::Error | Aspect::HandedOn));
                match (self.left.panics(loose.row), self.right.panics(other.row)) {
                    (true, false) => others.push(Aspect::HandedOn),
                    (false, true) => own.push(Aspect::HandedOn),
                    _ => {}
                }
            }
            let before = self.found.len();
            for aspect in own.iter().filter(|aspect| !others.contains(aspect)) {
                self.add(loose.op, *aspect, Side::Left, rows);
            }
            for aspect in others.iter().filter(|aspect| !own.contains(aspect)) {
                self.add(loose.op, *aspect, Side::Right, rows);
            }
            if self.found.len() == before {
                self.add(loose.op, Aspect::Statement, Side::Both, rows);
            }
        }
    }

    /// Steps that only one side has: the first aspect of each says what it is. What a check runs is part of it.
    fn alone(&mut self, side: Side) {
        let (of, all) = match side {
            Side::Left => (self.left, std::mem::take(&mut self.lefts)),
            _ => (self.right, std::mem::take(&mut self.rights)),
        };
        let mut check: Option<Loose> = None;
        for loose in all {
            let depth = of.step(loose.row).depth;
            let is_inside = |check: Loose| check.op == loose.op && of.step(check.row).depth < depth;
            if check.is_some_and(is_inside) {
                continue;
            }
            // That an error is handed on is not what a new statement is about.
            let mut aspects = of.aspects(loose.row).into_iter().filter(|aspect| *aspect != Aspect::HandedOn);
            let aspect = aspects.next().unwrap_or(Aspect::Statement);
            check = (aspect == Aspect::Check).then_some(loose);
            let rows = if side == Side::Left { (Some(loose.row), None) } else { (None, Some(loose.row)) };
            self.add(loose.op, aspect, side, rows);
        }
    }

    fn add(&mut self, op: usize, aspect: Aspect, has: Side, rows: (Option<usize>, Option<usize>)) {
        let of_connection = rows.0.is_some_and(|row| !self.left.roles(row).is_empty())
            || rows.1.is_some_and(|row| !self.right.roles(row).is_empty());
        let left = rows.0.and_then(|row| self.left.step_text(row));
        let right = rows.1.and_then(|row| self.right.step_text(row));
        self.found.push((op, Difference { aspect, has, left, right, of_connection }));
    }
}

impl Text<'_> {
    fn step_text(&self, row: usize) -> Option<String> {
        self.unit.steps.get(row).map(|step| one_line(self.text, step.span))
    }
}

/// What one does to a connection to keep it well, and the other does not at all; where it first does.
pub fn lacking(has: &[roles::Step], lacks: &[roles::Step]) -> Vec<(Aspect, Span)> {
    let mut found: Vec<(Aspect, Span)> = vec![];
    for step in has.iter().filter(|step| !lacks.iter().any(|other| other.role == step.role)) {
        let aspect = aspects::of_role(step.role).filter(|aspect| !found.iter().any(|(known, _)| known == aspect));
        found.extend(aspect.map(|aspect| (aspect, step.at)));
    }
    found
}

/// Code on one line, without its comments.
pub fn one_line(text: &str, span: Span) -> String {
    let mut tokens = vec![];
    lex::tokens(text, span, &mut tokens);
    let mut line = String::new();
    let mut end = span.start;
    for token in tokens {
        // A chain of calls goes on without a space.
        if token.span.start > end && !line.is_empty() && !token.is(b'.') {
            line.push(' ');
        }
        line.push_str(token.text(text));
        end = token.span.end;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::extract::units;

    fn differences(left: &str, right: &str) -> Vec<(Aspect, Side)> {
        let catalog = Catalog::load().unwrap();
        let unit = |text: &str| {
            let facts = crate::parse::facts_of(text, &catalog).unwrap();
            units::units(&facts, text).remove(0)
        };
        let (a, b) = (unit(left), unit(right));
        let left = Text { text: left, unit: &a, places: vec![] };
        let right = Text { text: right, unit: &b, places: vec![] };
        let found = aligned(&left, &right).differences;
        found.into_iter().map(|difference| (difference.aspect, difference.has)).collect()
    }

    const WHOLE: &str = "fn a(x: &X) -> Result<()> {
        if x.is_closed() { return Err(Closed); }
        let stream = timeout(x.limit, x.open(\"a\")).await??;
        stream.set_nodelay(true)?;
        tracing::info!(\"open\");
        x.register(stream.clone(), 1);
        stream.shutdown().await
    }";

    #[test]
    fn the_same_but_for_names_has_no_difference() {
        assert!(differences(WHOLE, &WHOLE.replace("stream", "socket")).is_empty());
    }

    #[test]
    fn what_is_missing_is_named() {
        let without = |line: &str, instead: &str| differences(WHOLE, &WHOLE.replace(line, instead));
        let limited = "timeout(x.limit, x.open(\"a\")).await??";
        assert_eq!(without(limited, "x.open(\"a\").await?"), [(Aspect::Timeout, Side::Left)]);
        assert_eq!(without("tracing::info!(\"open\");", ""), [(Aspect::Log, Side::Left)]);
        assert_eq!(without("\"a\"", "\"b\""), [(Aspect::Literal, Side::Both)]);
        assert_eq!(without("set_nodelay(true)?", "set_nodelay(true)"), [(Aspect::HandedOn, Side::Left)]);
        assert_eq!(without("x.register(stream.clone(), 1);", ""), [(Aspect::Statement, Side::Left)]);
        // What is handed on in other words is no other handling.
        let mapped = "set_nodelay(true).map_err(Error::from)?";
        assert_eq!(without("set_nodelay(true)?", mapped), [(Aspect::Statement, Side::Both)]);
        let told = "set_nodelay(true).with_context(|| { let y = f(); g(y) })?";
        let found = without("set_nodelay(true)?", told);
        assert!(!found.iter().any(|(aspect, _)| matches!(aspect, Aspect::Error | Aspect::HandedOn)), "{found:?}");
        let ended = "x.open(\"a\").await?.next().unwrap_or_else(|| panic!())";
        let failed =
            differences(&WHOLE.replace(limited, "x.open(\"a\").await?.next()?"), &WHOLE.replace(limited, ended));
        assert_eq!(failed, [(Aspect::HandedOn, Side::Left)]);
        assert_eq!(without("stream.shutdown().await", "Ok(())"), [(Aspect::Close, Side::Left)]);
    }

    #[test]
    fn what_may_change_is_told_from_what_differs() {
        let difference = |left: &str, right: &str| Difference {
            aspect: Aspect::Statement,
            has: Side::Both,
            left: Some(left.into()),
            right: Some(right.into()),
            of_connection: false,
        };
        assert!(difference("let x: &[u8] = m.deref();", "let x: &mut [u8] = m.deref_mut();").is_of_access());
        assert!(difference("from_parts(m.as_ptr())", "from_parts_mut(m.as_mut_ptr())").is_of_access());
        assert!(!difference("m.len()", "m.size()").is_of_access());
    }

    #[test]
    fn a_step_elsewhere_is_another_order() {
        let moved = WHOLE.replace("x.register(stream.clone(), 1);", "");
        let moved = moved.replace("let stream", "x.register(stream.clone(), 1);\n let stream");
        assert_eq!(differences(WHOLE, &moved), [(Aspect::Order, Side::Both)]);
    }
}
