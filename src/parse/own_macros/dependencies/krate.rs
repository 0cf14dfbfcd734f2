//! One dependency, as far as its macros go.
//!
//! In: a locked package and its sources. Out: the macros that it exports, and what it hands on of other crates. All texts below
//! the folder of its library are read, once, when the first macro is looked for in it; only rules are kept. What other crates
//! have, and who asks, it does not know.

use super::scan::{Defined, HandedOn, said};
use crate::discover::{Dependency, LockedPackage, is_rust};
use crate::extract::expand::Rules;
use crate::model::{Name, name};
use crate::parse::depth::too_deep;
use proc_macro2::{Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::Path;
use std::sync::{Arc, OnceLock};
use walkdir::{DirEntry, WalkDir};

/// A crate with more bytes of source than this is bindings made by a program: nothing is known of its macros.
const MOST: u64 = 32 << 20;
/// Folders beside the root of a library that are none of its modules.
const OTHERS: [&str; 6] = ["bin", "tests", "benches", "examples", "target", "fuzz"];
/// Crates that no lock file names.
const STANDARD: [&str; 5] = ["std", "core", "alloc", "proc_macro", "test"];

/// A dependency.
#[derive(Debug, Default)]
pub(super) struct Crate {
    /// Exported macros by name; several where conditions exclude each other.
    exported: FxHashMap<Name, Vec<Definition>>,
    /// Names of macros that another macro is given the rules of.
    unclear: FxHashSet<Name>,
    handed_on: Vec<HandedOn>,
    /// The rows of `handed_on` by the name that they give.
    by_alias: FxHashMap<Name, Vec<usize>>,
    /// The crates that its code can name.
    pub(super) dependencies: Vec<Dependency>,
    /// Its macros have no rules, and are not known here.
    pub(super) procedural: bool,
}

/// The rules of an exported macro.
#[derive(Debug)]
struct Definition {
    text: String,
    local: bool,
    read: OnceLock<Option<Arc<Rules>>>,
}

impl Crate {
    /// Reads a dependency; `None` if it is not on this machine, or too much.
    pub(super) fn read(package: &LockedPackage) -> Option<Crate> {
        let manifest = package.manifest()?;
        if manifest.procedural {
            return Some(Crate { procedural: true, ..Crate::default() });
        }
        let mut krate = Crate { dependencies: manifest.dependencies, ..Crate::default() };
        let mut bytes = 0;
        for entry in files(manifest.root.parent()?) {
            bytes += entry.metadata().map_or(0, |about| about.len());
            if bytes > MOST {
                return None;
            }
            let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
            let said = said(&text);
            said.defined.into_iter().for_each(|defined| krate.define(defined));
            krate.handed_on.extend(said.handed_on);
        }
        for (row, one) in krate.handed_on.iter().enumerate() {
            if let Some(alias) = one.alias {
                krate.by_alias.entry(alias).or_default().push(row);
            }
        }
        Some(krate)
    }

    fn define(&mut self, defined: Defined) {
        if defined.given {
            self.unclear.insert(defined.name);
        }
        let definition = Definition { text: defined.rules, local: defined.local, read: OnceLock::new() };
        self.exported.entry(defined.name).or_default().push(definition);
    }

    /// Whether it exports a macro of this name, as far as that is clear; `None` if it is not.
    pub(super) fn exports(&self, sought: Name) -> Option<bool> {
        (!self.unclear.contains(&sought)).then(|| self.exported.contains_key(&sought))
    }

    /// The paths that are handed on under a name.
    pub(super) fn handed_on_as(&self, alias: Name) -> impl Iterator<Item = &[Name]> {
        let rows = self.by_alias.get(&alias).into_iter().flatten();
        rows.map(|row| self.handed_on[*row].path.as_slice())
    }

    /// The modules of which all names are handed on.
    pub(super) fn globs(&self) -> impl Iterator<Item = &[Name]> {
        self.handed_on.iter().filter(|one| one.alias.is_none()).map(|one| one.path.as_slice())
    }

    /// The rules of a macro that it exports, all alternatives; `None` if some cannot be read.
    pub(super) fn rules(&self, of: Name) -> Option<Vec<Arc<Rules>>> {
        let all = self.exported.get(&of)?;
        all.iter().map(|one| one.read.get_or_init(|| self.parsed(one)).clone()).collect()
    }

    /// The tokens of rules keep their places until the file that asks is read: nothing is forgotten here.
    fn parsed(&self, definition: &Definition) -> Option<Arc<Rules>> {
        if too_deep(&definition.text).is_some() {
            return None;
        }
        let tokens: TokenStream = definition.text.parse().ok()?;
        let tokens = if definition.local { self.with_own_calls(tokens) } else { tokens };
        Rules::parse(tokens).ok().map(Arc::new)
    }

    /// Rules whose templates call the macros of the crate by `$crate`.
    fn with_own_calls(&self, rules: TokenStream) -> TokenStream {
        let (mut out, mut before) = (vec![], None);
        for tree in rules {
            let tree = match tree {
                TokenTree::Group(group) if before == Some('>') => self.in_template(&group),
                tree => tree,
            };
            before = mark(&tree);
            out.push(tree);
        }
        out.into_iter().collect()
    }

    fn in_template(&self, group: &Group) -> TokenTree {
        let trees: Vec<TokenTree> = group.stream().into_iter().collect();
        let mut out = vec![];
        for (at, tree) in trees.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| trees.get(at)).and_then(mark);
            match tree {
                TokenTree::Group(inner) => out.push(self.in_template(inner)),
                TokenTree::Ident(word) => {
                    let is_call =
                        trees.get(at + 1).and_then(mark) == Some('!') && !matches!(before, Some('$' | ':' | '.'));
                    if is_call && self.exported.contains_key(&name(&word.to_string())) {
                        out.extend(own_path(word.span()));
                    }
                    out.push(tree.clone());
                }
                _ => out.push(tree.clone()),
            }
        }
        let stream: TokenStream = out.into_iter().collect();
        Group::new(group.delimiter(), stream).into()
    }
}

/// `$crate::`
fn own_path(span: Span) -> [TokenTree; 4] {
    let punct = |mark, spacing| TokenTree::Punct(Punct::new(mark, spacing));
    let own = TokenTree::Ident(Ident::new("crate", span));
    [punct('$', Spacing::Alone), own, punct(':', Spacing::Joint), punct(':', Spacing::Alone)]
}

fn mark(tree: &TokenTree) -> Option<char> {
    match tree {
        TokenTree::Punct(punct) => Some(punct.as_char()),
        _ => None,
    }
}

/// The crate that a path of a dependency's code starts at: its name, unless it is one of `std` or the dependency itself.
pub(super) fn first_of(path: &[Name]) -> Option<Name> {
    let first = path.first()?;
    (!STANDARD.contains(&first.as_str()) && !is_own(*first)).then_some(*first)
}

/// Whether a path of a dependency's code starts in the dependency, for certain.
pub(super) fn is_own(first: Name) -> bool {
    matches!(first.as_str(), "crate" | "self" | "super")
}

/// The source files below the folder of a library, in order.
fn files(folder: &Path) -> impl Iterator<Item = DirEntry> {
    let is_module = |entry: &DirEntry| {
        let is_other = || OTHERS.iter().any(|other| entry.file_name() == *other);
        !(entry.depth() == 1 && entry.file_type().is_dir() && is_other())
    };
    let all = WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(is_module).flatten();
    all.filter(|entry| entry.file_type().is_file() && is_rust(entry.path()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_local_rules_call_is_of_their_crate() {
        let mut krate = Crate::default();
        let defined =
            |own: &str, rules: &str| Defined { name: name(own), rules: rules.into(), local: true, given: false };
        krate.define(defined("inner", "() => {}"));
        krate.define(defined("outer", "(inner!) => { inner!(format!(\"\"), $crate::inner!(), x != y) }"));
        let rules = krate.with_own_calls(krate.exported[&name("outer")][0].text.parse().expect("tokens"));
        let expected = "(inner!) => { $crate::inner!(format!(\"\"), $crate::inner!(), x != y) }";
        let expected: TokenStream = expected.parse().expect("tokens");
        assert_eq!(rules.to_string(), expected.to_string());
    }
}
