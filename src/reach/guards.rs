//! Guards: the run-time conditions on references, in readable form and classed.
//!
//! In: regions of bodies and what their conditions look at. Out: for each region what it asks of a run. A region whose
//! condition says nothing of how the program was started, set up or answered is of class [`Class::Other`].

use super::Input;
use crate::facts::DefData;
use crate::facts::regions::{Region, RegionKind};
use crate::model::{DefId, DefKind, FileId, Name, Span};
use crate::resolve::Goal;
use rustc_hash::FxHashMap;

/// What a condition asks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Class {
    /// An environment variable.
    Environment,
    /// A field of a configuration.
    Configuration,
    /// A flag of the command line.
    CommandLine,
    /// The version of a protocol or format.
    Version,
    /// The build: `cfg!(…)`.
    Build,
    /// Something failed before.
    Fallback,
    /// Anything else.
    Other,
}

impl Class {
    /// The class in words.
    pub fn in_words(self) -> &'static str {
        match self {
            Class::Environment => "environment variable",
            Class::Configuration => "configuration",
            Class::CommandLine => "command line",
            Class::Version => "version",
            Class::Build => "build",
            Class::Fallback => "fallback",
            Class::Other => "condition",
        }
    }
}

/// A guard.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Guard {
    /// What it asks.
    pub class: Class,
    /// The condition as it is written, in one line.
    pub text: String,
    /// What of it can be the name of something that has to be set, or of a case that has to be: of a field that is compared
    /// with something the name says nothing.
    pub asked: String,
}

impl std::fmt::Display for Guard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.class.in_words(), self.text)
    }
}

/// Longer conditions are cut.
const LONGEST: usize = 80;

/// All guards that were asked for.
#[derive(Default)]
pub struct Guards {
    known: FxHashMap<(FileId, u32), Option<u32>>,
    ids: FxHashMap<Guard, u32>,
    all: Vec<Guard>,
}

impl Guards {
    /// A guard by its number.
    pub fn get(&self, id: u32) -> &Guard {
        &self.all[id as usize]
    }

    /// How many there are.
    pub fn count(&self) -> u32 {
        self.all.len() as u32
    }

    /// The guards of a reference in the text of a definition, the outer ones first, by number.
    pub fn of_region(&mut self, input: Input<'_>, from: DefId, region: Option<u32>) -> Vec<u32> {
        let file = input.bindings.defs.file(from);
        let facts = &input.sources.files[file.index()].facts;
        let whole = input.bindings.defs.get(input.sources, from).span;
        let mut found = vec![];
        for row in std::iter::successors(region, |row| facts.regions[*row as usize].parent) {
            // A function in the block of another starts anew.
            if !whole.contains(facts.regions[row as usize].span) {
                break;
            }
            found.extend(self.of_row(input, file, row));
        }
        found.reverse();
        found
    }

    fn of_row(&mut self, input: Input<'_>, file: FileId, row: u32) -> Option<u32> {
        if let Some(known) = self.known.get(&(file, row)) {
            return *known;
        }
        let region = &input.sources.files[file.index()].facts.regions[row as usize];
        let guard = guard(input, file, region).map(|guard| {
            let next = self.all.len() as u32;
            let id = *self.ids.entry(guard.clone()).or_insert(next);
            if id == next {
                self.all.push(guard);
            }
            id
        });
        self.known.insert((file, row), guard);
        guard
    }
}

fn guard(input: Input<'_>, file: FileId, region: &Region) -> Option<Guard> {
    let text = &input.sources.files[file.index()].text;
    let written = |span: Span| one_line(text.get(span.start as usize..span.end as usize).unwrap_or_default());
    let condition = written(region.condition);
    let subject = region.subject.map(written).unwrap_or_default();
    let class = class(input, file, region, &condition, &subject);
    // What is left early for a plain reason is the common way of code, not a guard.
    if class == Class::Other && region.kind == RegionKind::After {
        return None;
    }
    let asked = asked(region, class, &condition, &subject);
    let text = match &region.kind {
        RegionKind::Cfg(_) => return None,
        RegionKind::If => condition,
        RegionKind::Unless | RegionKind::After => match condition.strip_prefix('!') {
            Some(rest) if !rest.contains(' ') => rest.to_owned(),
            _ => format!("not ({condition})"),
        },
        RegionKind::Arm => format!("{subject} is {condition}"),
        RegionKind::Fallback => format!("{condition} fails"),
    };
    // A local variable says where it is from.
    let from = match region.kind {
        RegionKind::If | RegionKind::Unless | RegionKind::After if !subject.is_empty() && class != Class::Other => {
            format!(" (set from {})", cut(subject))
        }
        _ => String::new(),
    };
    Some(Guard { class, text: cut(text) + &from, asked })
}

/// The names that a condition asks for. Where it looks at a local variable, what that was set to is asked for too, unless it
/// was worked out from cases.
fn asked(region: &Region, class: Class, condition: &str, subject: &str) -> String {
    let is_setting = matches!(class, Class::Environment | Class::Configuration | Class::CommandLine | Class::Build);
    let works_out = ["if ", "match "].iter().any(|word| subject.contains(word));
    let compares = [" == ", " < ", " > ", " <= ", " >= "].iter().any(|operator| condition.contains(operator));
    let is_set = condition == "true" || ["Some(", "Ok("].iter().any(|case| condition.starts_with(case));
    match region.kind {
        // What was tried before is not what runs now.
        _ if class == Class::Fallback => String::new(),
        RegionKind::Arm if is_set && !works_out => format!("{subject} {condition}"),
        RegionKind::Arm => condition.to_owned(),
        _ if is_setting && works_out => condition.to_owned(),
        _ if is_setting => format!("{condition} {subject}"),
        // `mode == Mode::Legacy` asks for a case, `hello.legacy_version == TLS12` for none.
        _ if compares => {
            let names = condition.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
            names.filter(|name| name.starts_with(char::is_uppercase)).collect::<Vec<_>>().join(" ")
        }
        _ => condition.to_owned(),
    }
}

fn cut(text: String) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => text[..at].trim_end().to_owned() + " …",
        None => text,
    }
}

fn one_line(text: &str) -> String {
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or(line));
    let words: Vec<&str> = lines.flat_map(str::split_whitespace).collect();
    words.join(" ")
}

fn class(input: Input<'_>, file: FileId, region: &Region, condition: &str, subject: &str) -> Class {
    let looked = [Some(region.condition), region.subject];
    let goals: Vec<Goal> = looked.into_iter().flatten().flat_map(|span| looks(input, file, span)).collect();
    let defs: Vec<DefId> = (goals.iter())
        .filter_map(|goal| match goal {
            Goal::Def(def) => Some(*def),
            Goal::Named(..) => None,
        })
        .collect();
    let text = format!("{condition} {subject}");
    if reads_environment(&text) || defs.iter().any(|def| is_reader(input, *def)) {
        return Class::Environment;
    }
    if text.contains("cfg!(") {
        return Class::Build;
    }
    if let Some(class) = defs.iter().find_map(|def| settings(input, *def)) {
        return class;
    }
    if ["get_flag(", "is_present(", "contains_id("].iter().any(|call| text.contains(call)) {
        return Class::CommandLine;
    }
    if is_version(input, region, condition, subject, &defs) {
        return Class::Version;
    }
    if is_failure(region, condition) { Class::Fallback } else { Class::Other }
}

/// What a span of a condition refers to.
pub(super) fn looks(input: Input<'_>, file: FileId, span: Span) -> impl Iterator<Item = Goal> + '_ {
    let all = &input.bindings.looks;
    let start = all.partition_point(|look| (look.file, look.at) < (file, span.start));
    all[start..].iter().take_while(move |look| look.file == file && look.at < span.end).map(|look| look.to)
}

fn reads_environment(text: &str) -> bool {
    ["env::var(", "env::var_os(", "env!(", "option_env!(", "env::vars("].iter().any(|call| text.contains(call))
}

/// Whether a function, a constant or a static is there to read the environment: it is small and does.
fn is_reader(input: Input<'_>, def: DefId) -> bool {
    const MOST: usize = 24;
    let facts = input.bindings.defs.get(input.sources, def);
    let kinds = [DefKind::Constant, DefKind::Static];
    let small = facts.body.as_ref().is_some_and(|body| body.exprs.len() <= MOST);
    (facts.kind.is_fn() || kinds.contains(&facts.kind)) && small && {
        let file = input.bindings.defs.file(def);
        let text = &input.sources.files[file.index()].text;
        reads_environment(text.get(facts.span.start as usize..facts.span.end as usize).unwrap_or_default())
    }
}

/// The class of a field of something that is read from a file or from the command line.
fn settings(input: Input<'_>, def: DefId) -> Option<Class> {
    let facts = input.bindings.defs.get(input.sources, def);
    if facts.kind != DefKind::Field {
        return None;
    }
    let holder = input.bindings.defs.parent(input.sources, def)?;
    let holder = input.bindings.defs.get(input.sources, holder);
    let derives = |wanted: &[&str]| {
        let names = holder.attrs.derives.iter().filter_map(|path| path.segs.last());
        names.into_iter().any(|seg| wanted.iter().any(|name| seg.name == *name))
    };
    if derives(&["Parser", "Args", "Subcommand", "StructOpt"]) {
        return Some(Class::CommandLine);
    }
    let words = words(holder.name);
    let named = ["config", "configuration", "cfg", "settings", "flags", "preferences", "prefs"];
    let is_named = words.last().is_some_and(|last| named.contains(&last.as_str()));
    is_named.then_some(Class::Configuration)
}

/// The words of a name, in lower case.
pub fn words(name: Name) -> Vec<String> {
    let mut words: Vec<String> = vec![];
    let mut lower = false;
    for letter in name.chars() {
        if letter == '_' {
            words.push(String::new());
        } else {
            if words.is_empty() || (letter.is_uppercase() && lower) {
                words.push(String::new());
            }
            if let Some(last) = words.last_mut() {
                last.extend(letter.to_lowercase());
            }
        }
        lower = letter.is_lowercase() || letter.is_numeric();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A version that is compared with a number or a constant, or matched with one.
fn is_version(input: Input<'_>, region: &Region, condition: &str, subject: &str, defs: &[DefId]) -> bool {
    let names = |text: &str| {
        let split = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        let mut words = split.flat_map(|word| words(crate::model::name(word)));
        words.any(|word| ["version", "proto", "protocol", "ver"].contains(&word.as_str()))
    };
    let number =
        |text: &str| text.split(|letter: char| !letter.is_alphanumeric()).any(|word| word.parse::<u64>().is_ok());
    let constant = defs.iter().any(|def| {
        let facts = input.bindings.defs.get(input.sources, *def);
        matches!(facts.data, DefData::Typed(_)) && matches!(facts.kind, DefKind::Constant | DefKind::AssociatedConstant)
    });
    let variant = defs.iter().any(|def| input.bindings.defs.kind(*def) == DefKind::Variant);
    let compares = ["<", ">", "=="].iter().any(|operator| condition.contains(operator));
    match region.kind {
        RegionKind::Arm => names(subject) && (number(condition) || variant),
        _ => names(condition) && compares && (number(condition) || constant || variant),
    }
}

fn is_failure(region: &Region, condition: &str) -> bool {
    let failed = condition.contains("let Err(") || condition.contains(".is_err()");
    let worked = condition.contains("let Ok(") || condition.contains(".is_ok()");
    match region.kind {
        RegionKind::Fallback => true,
        RegionKind::Arm => condition.starts_with("Err"),
        RegionKind::If => failed,
        RegionKind::Unless | RegionKind::After => worked,
        RegionKind::Cfg(_) => false,
    }
}
