//! Tools that make Rust of files that are none, as data.
//!
//! In: `catalog/tools.toml`. Out: which files a tool reads by their names, and which names stand in their code. Which package depends
//! on a tool, and where its files lie, is for others to know.

use crate::model::Span;
use anyhow::{Context, Result};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// All tools.
#[derive(Debug)]
pub struct Tools {
    /// In the order of the table.
    pub rows: Vec<Tool>,
    /// The rows of each package.
    by_package: FxHashMap<String, Vec<usize>>,
}

/// A tool.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tool {
    packages: Vec<String>,
    endings: Vec<String>,
    /// Of the files with these names it reads those in the folder of a package itself only.
    pub at_root: bool,
    /// Folders of a package all files of which may be read.
    pub folders: Vec<String>,
    /// Files with settings, which may name other such folders.
    pub config: Vec<String>,
    /// Keys of these that change the signs of code.
    pub settings: Vec<String>,
    code: Vec<(String, String)>,
    lines: Vec<String>,
    comment: Option<String>,
    implied: BTreeMap<String, String>,
    /// What a source of a package has to say for files to be read.
    pub asked: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    tools: Vec<Tool>,
}

impl Tools {
    /// Reads the embedded table.
    ///
    /// # Errors
    /// It does not parse; a test holds that it does.
    pub fn load() -> Result<Tools> {
        let table: Table = toml::from_str(include_str!("tools.toml")).context("catalog/tools.toml")?;
        let mut by_package: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (row, tool) in table.tools.iter().enumerate() {
            for package in &tool.packages {
                by_package.entry(package.clone()).or_default().push(row);
            }
        }
        Ok(Tools { rows: table.tools, by_package })
    }

    /// The rows of the tools that packages of these names bring.
    pub fn of<'n>(&self, packages: impl IntoIterator<Item = &'n str>) -> BTreeSet<usize> {
        let known = packages.into_iter().filter_map(|package| self.by_package.get(package));
        known.flatten().copied().collect()
    }
}

impl Tool {
    /// Whether it reads a file of this name wherever that lies in the folder of a package.
    pub fn reads(&self, name: &str) -> bool {
        let ends = |ending: &String| {
            name.strip_suffix(ending.as_str()).is_some_and(|before| before.is_empty() || before.ends_with('.'))
        };
        self.endings.iter().any(ends)
    }

    /// Whether it reads files anywhere in the folder of a package.
    pub fn has_endings(&self) -> bool {
        !self.endings.is_empty()
    }

    /// The names in the code of a file and the first place of each; `other_signs`: code stands between other signs than usual.
    pub fn names_in<'a>(&'a self, text: &'a str, other_signs: bool) -> BTreeMap<&'a str, Span> {
        let mut names: BTreeMap<&str, Span> = BTreeMap::new();
        let mut add = |name: &'a str, start: usize, end: usize| {
            let span = Span { start: start as u32, end: end as u32 };
            let first = names.entry(name).or_insert(span);
            *first = span.min(*first);
        };
        let comments = self.comments_in(text);
        let is_comment = |at: usize| {
            let next = comments.partition_point(|line| line.end <= at);
            comments.get(next).is_some_and(|line| line.contains(&at))
        };
        for range in self.code_in(text, other_signs) {
            let code = &text[range.clone()];
            for (at, word) in words(code) {
                let start = range.start + at;
                if !is_comment(start) {
                    add(word, start, start + word.len());
                }
            }
            for (sign, name) in &self.implied {
                if let Some(at) = code.find(sign.as_str()) {
                    let start = range.start + at;
                    add(name.as_str(), start, start + sign.len());
                }
            }
        }
        names
    }

    /// Where code stands in a text.
    fn code_in(&self, text: &str, other_signs: bool) -> Vec<Range<usize>> {
        if other_signs || (self.code.is_empty() && self.lines.is_empty()) {
            return Vec::from([Range { start: 0, end: text.len() }]);
        }
        let mut found: Vec<Range<usize>> = vec![];
        for (open, close) in &self.code {
            found.extend(between(text, open, close));
        }
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            if self.lines.iter().any(|sign| line.contains(sign.as_str())) {
                found.push(start..start + line.len());
            }
            start += line.len();
        }
        found
    }

    /// The lines of a text that begin as comments, in order.
    fn comments_in(&self, text: &str) -> Vec<Range<usize>> {
        let Some(sign) = &self.comment else { return vec![] };
        let (mut found, mut start) = (vec![], 0);
        for line in text.split_inclusive('\n') {
            if line.trim_start().starts_with(sign.as_str()) {
                found.push(start..start + line.len());
            }
            start += line.len();
        }
        found
    }
}

/// Where the parts of a text lie between two signs. Without the second one it goes on to the end, of two equal signs to that of the line.
fn between(text: &str, open: &str, close: &str) -> Vec<Range<usize>> {
    let mut found = vec![];
    let mut at = 0;
    while let Some(start) = text[at..].find(open).map(|it| at + it + open.len()) {
        let rest = &text[start..];
        let rest = if open == close { rest.split('\n').next().unwrap_or(rest) } else { rest };
        let closed = rest.find(close);
        let end = start + closed.unwrap_or(rest.len());
        found.push(start..end);
        at = end + if closed.is_some() && open == close { close.len() } else { 0 };
    }
    found
}

/// The words of a text that may be names, each with its offset.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends = |letter: char| !letter.is_alphanumeric() && letter != '_';
    let mut next = 0;
    let words = text.split_inclusive(ends).map(move |piece| {
        let start = next;
        next += piece.len();
        (start, piece.trim_end_matches(ends))
    });
    words.filter(|(_, word)| word.starts_with(|first: char| first.is_alphabetic() || first == '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(package: &str, text: &str) -> Vec<String> {
        let tools = Tools::load().expect("the table parses");
        let row = tools.of([package]).into_iter().next().expect("a tool of this package");
        let names = tools.rows[row].names_in(text, false);
        for (name, span) in &names {
            let word = &text[span.start as usize..span.end as usize];
            assert!(word == *name || tools.rows[row].implied.contains_key(word), "{name} at {word}");
        }
        names.into_keys().map(str::to_owned).collect()
    }

    #[test]
    fn files_are_known_by_the_ends_of_their_names() {
        let tools = Tools::load().expect("the table parses");
        let reads = |package: &str, file: &str| tools.of([package]).iter().any(|row| tools.rows[*row].reads(file));
        assert!(reads("ructe", "page.rs.html") && !reads("ructe", "page.html") && !reads("lrpar", "history"));
        assert!(reads("askama", "askama.toml") && !reads("askama", "page.html") && !reads("serde", "page.rs.html"));
    }

    #[test]
    fn of_templates_only_the_code_counts() {
        assert_eq!(
            names("askama", "<b>text {{ self.title()|short }}\n{%- if shown -%}{# no #}"),
            ["filters", "if", "self", "short", "shown", "title"]
        );
        assert_eq!(names("sailfish", "text <%= ärger.len() %> text"), ["len", "ärger"]);
        assert_eq!(names("boilerplate", "text\n%% if shown {\ntext\n$$ rest\n"), ["if", "rest", "shown"]);
        assert_eq!(
            names("ructe", "@use crate::a;\n@(b: &B,\n c: C)\n<p>no\n@if d() &&\n e {\nno\nF(_) => {\nno"),
            ["B", "C", "F", "_", "a", "b", "c", "crate", "d", "e", "if", "use"]
        );
    }

    #[test]
    fn of_grammars_and_interfaces_all_but_comments_counts() {
        assert_eq!(names("lalrpop", "// no\nA: u8 = \"//\" <b:B> => c(b);"), ["A", "B", "b", "c", "u8"]);
        assert_eq!(names("uniffi", "interface A {\n  constructor();\n};"), ["A", "constructor", "interface", "new"]);
        assert_eq!(names("graphql_client", "scalar Date\ntype A { b: Date }"), ["Date"]);
        assert_eq!(names("sqlx", "select a as \"a: A\", 'b' as `b: B` from c -- \"\nd"), ["A", "B", "a", "b"]);
    }
}
