//! The macros of a state of a workspace in a form that can be held against those of another state.
//!
//! In: what is known of all macros. Out: the words that may have another meaning in one state than in the other. Words are
//! looked at and not calls, so that names which are handed to a macro count too.

use super::Packages;
use super::dependencies::Dependencies;
use super::described::DESCRIBED;
use super::known::{Known, Scope};
use crate::model::Name;
use crate::parse::load::shown_path;
use rustc_hash::FxHashSet;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// All macros by name, in the order of packages and files, and the names of all crates.
#[derive(Default)]
pub(in crate::parse) struct Table {
    by_name: BTreeMap<&'static str, Vec<Row>>,
    crates: BTreeSet<&'static str>,
    /// The versions that the name of a dependency leads to, in each package.
    versions: Versions,
    /// The same of those whose macros have no path.
    macro_use: Versions,
}

/// All versions that a name leads to, by the folder of the package and the name.
type Versions = BTreeMap<(String, &'static str), Arc<str>>;

/// All that matters of a macro to those who call it; paths are from the root of the workspace.
#[derive(Clone, PartialEq, Eq)]
struct Row {
    file: String,
    seen_in: SeenIn,
    conditional: bool,
    /// Whether its file hands it out by `#![macro_use]`.
    handed_out: bool,
    /// What `$crate` stands for; `None` if its rules are not known.
    own_crate: Option<String>,
    said: Arc<str>,
}

#[derive(Clone, PartialEq, Eq)]
enum SeenIn {
    Any,
    Neighbours,
    /// The package in this folder.
    Package(Option<String>),
    File,
}

impl Table {
    pub(super) fn new(own: &[Known], packages: &Packages, crates: &[Name], root: &Path) -> Self {
        let mut by_name: BTreeMap<&'static str, Vec<Row>> = BTreeMap::new();
        for known in own {
            let seen_in = match &known.scope {
                Scope::Any => SeenIn::Any,
                Scope::From(_) => SeenIn::Neighbours,
                Scope::Package(_) => SeenIn::Package(packages.folder_of(&known.file, root)),
                Scope::File(_) => SeenIn::File,
            };
            let row = Row {
                file: shown_path(&known.file, root),
                seen_in,
                conditional: known.conditional,
                handed_out: known.handed_out,
                own_crate: known.rules.as_ref().map(|rules| rules.own_crate.clone()),
                said: Arc::clone(&known.said),
            };
            for alias in &*known.aliases {
                by_name.entry(alias.as_str()).or_default().push(row.clone());
            }
            by_name.entry(known.name.as_str()).or_default().push(row);
        }
        let crates = crates.iter().map(|krate| krate.as_str()).collect();
        Table { by_name, crates, ..Table::default() }
    }

    /// The same with the macros of dependencies.
    pub(super) fn with(mut self, dependencies: &Dependencies, packages: &Packages, root: &Path) -> Self {
        let folders = (0..).map(|package| packages.shown(package, root));
        let all = dependencies.versions().into_iter().zip(dependencies.macro_use()).zip(folders);
        for ((versions, used), folder) in all {
            let row = |(krate, versions): (&Name, &Arc<str>)| ((folder.clone(), krate.as_str()), Arc::clone(versions));
            self.macro_use.extend(versions.iter().filter(|(krate, _)| used.contains(krate)).map(row));
            self.versions.extend(versions.iter().map(row));
        }
        self
    }

    /// The words that may have another meaning in one of two states: names of crates and of macros that only one has or
    /// that differ, names of dependencies that lead to other versions, and names of macros whose rules have such a word.
    /// `None` if words cannot tell.
    pub(in crate::parse) fn differing(&self, other: &Table) -> Option<FxHashSet<&'static str>> {
        if self.macro_use != other.macro_use {
            return None;
        }
        let names = self.by_name.keys().chain(other.by_name.keys()).copied();
        let mut differing: FxHashSet<&'static str> =
            names.filter(|name| self.by_name.get(name) != other.by_name.get(name)).collect();
        differing.extend(self.crates.symmetric_difference(&other.crates).copied());
        let dependencies = self.versions.keys().chain(other.versions.keys());
        let moved = dependencies.filter(|key| self.versions.get(*key) != other.versions.get(*key));
        differing.extend(moved.map(|(_, krate)| *krate));
        if differing.is_empty() {
            return Some(differing);
        }
        let rows = self.by_name.iter().chain(&other.by_name);
        let mut rules: Vec<(&'static str, FxHashSet<&str>)> =
            rows.map(|(name, rows)| (*name, rows.iter().flat_map(|row| words(&row.said)).collect())).collect();
        // So do those that come with this program, and others may call them.
        let described: FxHashSet<&str> = words(DESCRIBED).collect();
        let named = DESCRIBED.split("macro_rules!").skip(1).filter_map(|rest| words(rest).next());
        rules.extend(named.map(|name| (name, described.clone())));
        loop {
            let known = differing.len();
            for (name, inner) in &rules {
                if !differing.contains(name) && inner.iter().any(|word| differing.contains(*word)) {
                    differing.insert(*name);
                }
            }
            if differing.len() == known {
                break;
            }
        }
        // Letters with marks are not seen as parts of a word.
        differing.iter().all(|word| word.is_ascii()).then_some(differing)
    }
}

/// The words of a text.
pub(in crate::parse) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(macros: &[(&'static str, &str)], crates: &[&'static str]) -> Table {
        let mut by_name: BTreeMap<&'static str, Vec<Row>> = BTreeMap::new();
        for (name, said) in macros {
            let row = Row {
                file: "src/lib.rs".into(),
                seen_in: SeenIn::Any,
                conditional: false,
                handed_out: false,
                own_crate: Some("app".into()),
                said: (*said).into(),
            };
            by_name.entry(*name).or_default().push(row);
        }
        Table { by_name, crates: crates.iter().copied().collect(), ..Table::default() }
    }

    fn differing(one: &Table, other: &Table) -> Vec<&'static str> {
        let mut words: Vec<&str> = one.differing(other).unwrap_or_default().into_iter().collect();
        words.sort_unstable();
        assert_eq!(words.len(), other.differing(one).unwrap_or_default().len());
        words
    }

    #[test]
    fn equal_tables_have_no_words_of_another_meaning() {
        let one = || table(&[("a", "macro_rules! a { () => {} }")], &["app"]);
        assert!(differing(&one(), &one()).is_empty());
    }

    #[test]
    fn a_macro_that_names_one_that_differs_differs_too() {
        let state = |second: &str| {
            table(
                &[
                    ("first_of", "macro_rules! first_of { () => { third_of!() } }"),
                    ("second_of", second),
                    ("third_of", "macro_rules! third_of { () => { call!(second_of) } }"),
                    ("fourth_of", "macro_rules! fourth_of { () => { second_ofs!() } }"),
                ],
                &["app"],
            )
        };
        assert_eq!(
            differing(
                &state("macro_rules! second_of { () => { 1 } }"),
                &state("macro_rules! second_of { () => { 2 } }")
            ),
            ["first_of", "second_of", "third_of"]
        );
    }

    #[test]
    fn a_crate_that_only_one_state_has_is_a_word_of_another_meaning() {
        let state = |crates: &[&'static str]| table(&[("a", "macro_rules! a { () => { $crate::x() } }")], crates);
        assert_eq!(differing(&state(&["app"]), &state(&["app", "tool"])), ["tool"]);
    }

    #[test]
    fn a_dependency_that_leads_to_other_versions_is_a_word_of_another_meaning() {
        let state = |wire: &str, macro_use: bool| {
            let versions: Versions = [(("app".to_owned(), "wire"), Arc::from(wire))].into_iter().collect();
            let macro_use = if macro_use { versions.clone() } else { Versions::default() };
            let by_rules = table(&[("go", "macro_rules! go { () => { wire::send!() } }")], &["app"]);
            Table { versions, macro_use, ..by_rules }
        };
        assert!(differing(&state("1.0.0", true), &state("1.0.0", true)).is_empty());
        assert_eq!(differing(&state("1.0.0", false), &state("1.0.1", false)), ["go", "wire"]);
        assert!(state("1.0.0", true).differing(&state("1.0.1", true)).is_none());
    }
}
