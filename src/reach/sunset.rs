//! Sunset: what will be true on the day when something ends, and which parts of bodies never run then.
//!
//! In: what the configuration says of features, variables, constants and fields. Out: an [`Assumption`] that liveness is
//! computed under. A condition that depends on anything else stays open, and what stands behind it alive; so does a number
//! that is changed after it was compared.

use super::Input;
use super::formulas::Atom;
use crate::config::{Sunset, Value as Given};
use crate::extract::fold::{self, Ask, Value, same_spelling};
use crate::facts::DefData;
use crate::facts::regions::{Region, RegionKind};
use crate::graph::{DefGraph, Node};
use crate::model::{DefId, DefKind, FileId, Name, PackageId, Span, name};
use crate::resolve::Goal;
use petgraph::visit::EdgeRef;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::RefCell;

/// What is assumed.
#[derive(Debug, Clone, Default)]
pub struct Assumption {
    /// Features, and whether they are on.
    pub atoms: Vec<(Atom, bool)>,
    /// Regions that never run.
    pub ended: FxHashSet<(FileId, u32)>,
    /// What the configuration names and nothing in the workspace has.
    pub unmatched: Vec<String>,
    /// `allow(dead_code)` and `expect(dead_code)` keep nothing.
    pub without_allowances: bool,
    /// Definitions that are kept as if they stood under `allow(dead_code)`.
    pub kept: Vec<DefId>,
}

impl Assumption {
    /// Whether a region stands under a cfg condition that does not hold with the features as they are assumed.
    pub fn excludes(&self, region: &Region) -> bool {
        let RegionKind::Cfg(cfg) = &region.kind else { return false };
        let known = |key: &Name, value: &Option<Name>| {
            let mut told = self.atoms.iter().filter(|(atom, _)| atom.key == *key && atom.value == *value);
            let first = told.next()?.1;
            told.all(|(_, holds)| *holds == first).then_some(first)
        };
        cfg.eval(&known) == Some(false)
    }
}

/// Values depend on values; not further than this.
const DEEPEST: usize = 8;

/// What follows from a sunset; `path` tells the path of a definition.
pub fn assume(input: Input<'_>, sunset: &Sunset, path: &dyn Fn(DefId) -> String) -> Assumption {
    let mut assumption = Assumption::default();
    for (feature, on) in &sunset.feature {
        let atoms = atoms(input, feature);
        if atoms.is_empty() {
            assumption.unmatched.push(format!("feature.{feature}"));
        }
        assumption.atoms.extend(atoms.into_iter().map(|atom| (atom, *on)));
    }
    let given = given(input, sunset, path, &mut assumption.unmatched);
    let folder = Folder { input, sunset, given, known: RefCell::default() };
    let words = folder.words();
    for (at, file) in input.sources.files.iter().enumerate() {
        for word in &sunset.env {
            if file.text.contains(word.0.as_str()) {
                assumption.unmatched.retain(|it| *it != format!("env.{}", word.0));
            }
        }
        let file_id = FileId::new(at);
        let rows = 0..file.facts.regions.len() as u32;
        assumption.ended.extend(rows.filter(|row| folder.never_runs(file_id, *row, &words)).map(|row| (file_id, row)));
    }
    assumption
}

/// The atoms of a feature, `name` or `package/name`.
fn atoms(input: Input<'_>, feature: &str) -> Vec<Atom> {
    let (of, feature) = feature.split_once('/').map_or((None, feature), |(package, feature)| (Some(package), feature));
    let packages = input.workspace.members().iter().enumerate();
    let declaring = packages.filter(|(_, package)| {
        of.is_none_or(|of| package.name == of) && package.features.iter().any(|declared| declared.name == feature)
    });
    let atom = |(at, _)| Atom { package: Some(PackageId::new(at)), key: name("feature"), value: Some(name(feature)) };
    declaring.map(atom).collect()
}

/// The definitions whose value the configuration tells.
fn given(
    input: Input<'_>,
    sunset: &Sunset,
    path: &dyn Fn(DefId) -> String,
    unmatched: &mut Vec<String>,
) -> FxHashMap<DefId, Value> {
    let value = |given: &Given| match given {
        Given::Bool(value) => Value::Bool(*value),
        Given::Int(number) => Value::Int(*number),
    };
    let mut found = FxHashMap::default();
    unmatched.extend(sunset.env.keys().map(|key| format!("env.{key}")));
    unmatched.extend(sunset.constant.keys().map(|key| format!("const.{key}")));
    unmatched.extend(sunset.field.keys().map(|key| format!("field.\"{key}\"")));
    for def in input.bindings.defs.ids() {
        let facts = input.bindings.defs.get(input.sources, def);
        match facts.kind {
            DefKind::Constant | DefKind::AssociatedConstant | DefKind::Static => {
                let last = |key: &str| key.rsplit("::").next() == Some(facts.name.as_str());
                for (key, constant) in sunset.constant.iter().filter(|(key, _)| last(key)) {
                    let path = path(def);
                    if path == *key || path.ends_with(&format!("::{key}")) {
                        found.insert(def, value(constant));
                        unmatched.retain(|it| *it != format!("const.{key}"));
                    }
                }
            }
            DefKind::Field => {
                let Some(holder) = input.bindings.defs.parent(input.sources, def) else { continue };
                let holder = input.bindings.defs.get(input.sources, holder).name;
                let key = format!("{holder}.{}", facts.name);
                if let Some(field) = sunset.field.get(&key) {
                    found.insert(def, value(field));
                    unmatched.retain(|it| *it != format!("field.\"{key}\""));
                }
            }
            _ => {}
        }
    }
    found
}

struct Folder<'a> {
    input: Input<'a>,
    sunset: &'a Sunset,
    given: FxHashMap<DefId, Value>,
    /// Values that were asked for; `None` while they are, and where they depend on something.
    known: RefCell<FxHashMap<DefId, Option<Value>>>,
}

impl Folder<'_> {
    /// The words of which one has to stand in a condition for it to depend on the sunset.
    fn words(&self) -> Vec<String> {
        let last = |key: &String| key.rsplit(['/', ':', '.']).next().unwrap_or_default().to_owned();
        let keys = self.sunset.env.keys().chain(self.sunset.constant.keys()).chain(self.sunset.field.keys());
        let mut words: Vec<String> = keys.chain(self.sunset.feature.keys()).map(last).collect();
        // A constant, a static or a function that says it in other words.
        for _ in 0..DEEPEST {
            let more: Vec<String> = (self.input.bindings.defs.ids())
                .map(|def| (def, self.input.bindings.defs.get(self.input.sources, def)))
                .filter(|(_, facts)| {
                    can_have_value(&facts.data, facts.kind) && !words.contains(&facts.name.to_string())
                })
                .filter(|(def, _)| self.code(*def).is_some_and(|code| words.iter().any(|word| code.contains(word))))
                .map(|(_, facts)| facts.name.to_string())
                .collect();
            if more.is_empty() {
                break;
            }
            words.extend(more);
        }
        words
    }

    fn text(&self, file: FileId, span: Span) -> &str {
        let text = &self.input.sources.files[file.index()].text;
        text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// The initialiser or the block of a short definition.
    fn code(&self, def: DefId) -> Option<&str> {
        const LONGEST: u32 = 600;
        let facts = self.input.bindings.defs.get(self.input.sources, def);
        if facts.span.end.saturating_sub(facts.name_span.end) > LONGEST || facts.from_macro {
            return None;
        }
        let rest = self.text(self.input.bindings.defs.file(def), Span { start: facts.name_span.end, ..facts.span });
        if facts.kind.is_fn() {
            return rest.find('{').map(|at| &rest[at..]);
        }
        rest.split_once('=').map(|(_, value)| value.trim().trim_end_matches(';'))
    }

    fn value_of(&self, def: DefId, depth: usize) -> Option<Value> {
        if let Some(given) = self.given.get(&def) {
            return Some(given.clone());
        }
        let facts = self.input.bindings.defs.get(self.input.sources, def);
        if depth > DEEPEST || !can_have_value(&facts.data, facts.kind) || !facts.attrs.cfg.is_empty() {
            return None;
        }
        if let Some(known) = self.known.borrow().get(&def) {
            return known.clone();
        }
        // What it is may depend on the type that implements it.
        let holder = self.input.bindings.defs.parent(self.input.sources, def);
        let holder = holder.map(|holder| &self.input.bindings.defs.get(self.input.sources, holder).data);
        let of_trait = holder.is_some_and(|data| match data {
            DefData::Trait { .. } => true,
            DefData::Impl(header) => header.of_trait.is_some(),
            _ => false,
        });
        if of_trait {
            return None;
        }
        self.known.borrow_mut().insert(def, None);
        let file = self.input.bindings.defs.file(def);
        let value = fold::value(self.code(def)?, &|ask| match ask {
            Ask::Item(wanted) | Ask::Field(wanted) => self.value_of(self.referred(def, wanted)?, depth + 1),
            other => self.outside(file, other),
        });
        self.known.borrow_mut().insert(def, value.clone());
        value
    }

    /// The one definition of a name that another refers to.
    fn referred(&self, from: DefId, wanted: &str) -> Option<DefId> {
        let graph = &self.input.graph.graph;
        let mut found = graph.edges(DefGraph::node(from)).filter_map(|edge| match graph[edge.target()] {
            Node::Def(def) if self.input.bindings.defs.get(self.input.sources, def).name == wanted => Some(def),
            _ => None,
        });
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }

    fn outside(&self, file: FileId, ask: Ask<'_>) -> Option<Value> {
        match ask {
            Ask::Variable(variable) => (self.sunset.env.get(variable) == Some(&false)).then_some(Value::Unset),
            Ask::Feature(feature) => {
                let packages = &self.input.bindings.packages_of[file.index()];
                let mut told = packages.iter().map(|package| {
                    let package = &self.input.workspace.packages[usize::from(*package)].name;
                    let full = format!("{package}/{feature}");
                    self.sunset.feature.get(&full).or_else(|| self.sunset.feature.get(feature)).copied()
                });
                let first = told.next()??;
                told.all(|other| other == Some(first)).then_some(Value::Bool(first))
            }
            Ask::Item(_) | Ask::Field(_) => None,
        }
    }

    /// The value of something that the condition of a region names.
    fn in_region(&self, file: FileId, region: &Region, ask: Ask<'_>) -> Option<Value> {
        let (Ask::Item(wanted) | Ask::Field(wanted)) = ask else { return self.outside(file, ask) };
        let spans = [Some(region.condition), region.subject];
        let looks = spans.into_iter().flatten().flat_map(|span| super::guards::looks(self.input, file, span));
        let mut found = FxHashSet::default();
        for goal in looks {
            match goal {
                Goal::Def(def) if self.input.bindings.defs.get(self.input.sources, def).name == wanted => {
                    found.insert(def);
                }
                Goal::Named(_, named) if named == wanted => return None,
                _ => {}
            }
        }
        match (found.len(), region.subject) {
            (1, _) => self.value_of(found.into_iter().next()?, 0),
            (0, Some(subject)) if region.kind != RegionKind::Arm && matches!(ask, Ask::Item(_)) => {
                let own = first_name(self.text(file, region.condition)) == wanted;
                let fixed = own && is_fixed(&self.input.sources.files[file.index()].text, subject);
                fixed.then(|| fold::value(self.text(file, subject), &|ask| self.in_region(file, region, ask)))?
            }
            _ => None,
        }
    }

    fn never_runs(&self, file: FileId, row: u32, words: &[String]) -> bool {
        let regions = &self.input.sources.files[file.index()].facts.regions;
        let region = &regions[row as usize];
        let concerns = |region: &Region| {
            let texts = [Some(region.condition), region.subject];
            let mut texts = texts.into_iter().flatten().map(|span| self.text(file, span));
            !matches!(region.kind, RegionKind::Cfg(_)) && texts.any(|text| words.iter().any(|word| text.contains(word)))
        };
        let around: Vec<&Region> = self.around(file, row);
        if !concerns(region) && !around.iter().any(|outer| concerns(outer)) {
            return false;
        }
        self.runs(file, region) == Some(false) || self.contradicts(file, region, &around)
    }

    /// The regions around one, in the same function.
    fn around(&self, file: FileId, row: u32) -> Vec<&Region> {
        let facts = &self.input.sources.files[file.index()].facts;
        let inner = facts.regions[row as usize].span;
        let body = facts.defs.iter().filter(|def| def.kind.is_fn() && def.span.contains(inner)).map(|def| def.span);
        let Some(body) = body.min_by_key(|span| span.end - span.start) else { return vec![] };
        let rows = std::iter::successors(facts.regions[row as usize].parent, |row| facts.regions[*row as usize].parent);
        rows.map(|row| &facts.regions[row as usize]).take_while(|region| body.contains(region.span)).collect()
    }

    fn runs(&self, file: FileId, region: &Region) -> Option<bool> {
        let tell = |ask: Ask<'_>| self.in_region(file, region, ask);
        let condition = self.text(file, region.condition);
        match region.kind {
            RegionKind::If => fold::holds(condition, &tell),
            RegionKind::Unless | RegionKind::After => fold::holds(condition, &tell).map(|holds| !holds),
            RegionKind::Arm => {
                let value = fold::value(self.text(file, region.subject?), &tell)?;
                fold::matches(condition, &value, &tell)
            }
            RegionKind::Fallback | RegionKind::Cfg(_) => None,
        }
    }

    /// Whether what regions around one ask of a number excludes what it asks itself.
    fn contradicts(&self, file: FileId, region: &Region, around: &[&Region]) -> bool {
        let Some((own, least, greatest)) = self.bound(file, region) else { return false };
        let facts = &self.input.sources.files[file.index()].facts;
        let body = facts.defs.iter().filter(|def| def.kind.is_fn() && def.span.contains(region.span));
        let Some(body) = body.map(|def| def.span).min_by_key(|span| span.end - span.start) else { return false };
        let others = around.iter().filter_map(|outer| self.bound(file, outer)).filter(|outer| outer.0 == own);
        let (least, greatest) =
            others.fold((least, greatest), |(least, greatest), other| (least.max(other.1), greatest.min(other.2)));
        least > greatest && !is_changed(self.text(file, body), &own)
    }

    /// What a region asks of a number: the number as it is written, the least and the greatest value.
    fn bound(&self, file: FileId, region: &Region) -> Option<(String, i64, i64)> {
        let tell = |ask: Ask<'_>| self.in_region(file, region, ask);
        let condition = self.text(file, region.condition);
        let origin = region.subject.map(|subject| same_spelling(self.text(file, subject)));
        let (of, least, greatest) = match region.kind {
            RegionKind::If | RegionKind::Unless | RegionKind::After => {
                let bound = fold::bound(condition, region.kind == RegionKind::If, &tell)?;
                // A local variable goes by what it was set to, as in the arms of a `match`.
                let of = if bound.of.contains('.') { bound.of } else { origin.unwrap_or(bound.of) };
                (of, bound.least, bound.greatest)
            }
            RegionKind::Arm => {
                let (least, greatest) = fold::range_of(condition, &tell)?;
                (origin?, least, greatest)
            }
            RegionKind::Fallback | RegionKind::Cfg(_) => return None,
        };
        // What is called may answer otherwise the next time.
        let plain = of.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '.'));
        plain.then_some((of, least, greatest))
    }
}

fn can_have_value(data: &DefData, kind: DefKind) -> bool {
    match data {
        DefData::Fn(sig) => sig.params.is_empty(),
        _ => matches!(kind, DefKind::Constant | DefKind::AssociatedConstant | DefKind::Static),
    }
}

/// The first name of a condition, behind `let … =`.
fn first_name(condition: &str) -> &str {
    let after = match condition.trim_start().strip_prefix("let ") {
        Some(rest) => rest.split_once('=').map_or(rest, |(_, value)| value),
        None => condition,
    };
    let start = after.trim_start_matches(|letter: char| !letter.is_alphanumeric() && letter != '_');
    start.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default()
}

/// Whether a local variable that is set to an expression keeps that value.
fn is_fixed(text: &str, value: Span) -> bool {
    let before = text.get(..value.start as usize).unwrap_or_default();
    let binding = before.rfind("let ").map_or("", |at| &before[at..]);
    binding.ends_with(['=', ' ']) && !binding.contains("mut ")
}

/// Whether a body may change a number, or has another of its name.
fn is_changed(body: &str, number: &str) -> bool {
    let first = number.split('.').next().unwrap_or_default();
    let found = |what: String| body.matches(&what).count();
    let assigned = ["=", "+=", "-=", "*=", "<<=", ">>=", "|=", "&="].iter().any(|operator| {
        let text = same_spelling(body);
        text.match_indices(&format!("{number}{operator}")).any(|(at, hit)| !text[at + hit.len()..].starts_with('='))
    });
    assigned || found(format!("mut {first}")) > 0 || found(format!("let {first}")) > 1
}
