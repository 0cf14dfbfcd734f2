//! Macros of the workspace: the files that may call them are read once more with what is known of these.
//!
//! A macro that has the name of one of the catalogue takes what it likes; and a call of a macro whose rules are known is
//! expanded, where only one can be meant.

use super::load::{Loaded, LoadedFiles, parse, shown_path};
use crate::catalog::Catalog;
use crate::discover::{TargetKind, Workspace};
use crate::extract::expand::Rules;
use crate::extract::{OwnMacro, OwnMacros};
use crate::facts::types::Lead;
use crate::facts::{Def, DefData, Facts};
use crate::model::{DefKind, Name};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

/// A macro definition.
struct Known {
    name: Name,
    scope: Scope,
    /// Where it is defined.
    file: PathBuf,
    /// Whether it stands under a condition.
    conditional: bool,
    /// What is known of its rules; `None` if they cannot be read.
    rules: Option<Arc<OwnMacro>>,
}

/// The files that may see a macro.
enum Scope {
    Any,
    /// Those of this package.
    Package(usize),
    File(PathBuf),
}

impl Scope {
    fn holds(&self, path: &Path, package: Option<usize>) -> bool {
        match self {
            Scope::Any => true,
            Scope::Package(own) => package == Some(*own),
            Scope::File(file) => path == file,
        }
    }
}

/// Reads the files that may call a macro of the workspace once more.
pub(super) fn read_again(workspace: &Workspace, catalog: &Catalog, loaded: &mut LoadedFiles) {
    let packages = Packages::new(workspace);
    let own: Vec<Known> = loaded
        .files
        .par_iter()
        .flat_map_iter(|(path, file)| {
            let defs = file.facts.defs.iter().filter(|def| def.kind == DefKind::Macro && !def.from_macro);
            defs.map(|def| known(&packages, path, file, def)).collect::<Vec<_>>()
        })
        .collect();
    let crates: Vec<Name> = workspace.targets.iter().map(|target| target.crate_name).collect();
    loaded.files.par_iter_mut().for_each(|(path, file)| {
        let foreign = imported_from_others(&file.facts, &crates);
        let package = packages.of(path);
        let in_sight = |known: &&Known| known.scope.holds(path, package) && !foreign.contains(&known.name);
        let seen: Vec<&Known> = own.iter().filter(in_sight).collect();
        let called: FxHashSet<&str> =
            seen.iter().map(|known| known.name.as_str()).filter(|name| calls(&file.text, name)).collect();
        let described = described(&file.text, &seen);
        if called.is_empty() && described.is_empty() {
            return;
        }
        let mut macros = OwnMacros { by_name: only_meanings(&seen), crates: crates.clone() };
        for (name, rules) in described {
            macros.crates.push(crate::model::name(&rules.own_crate));
            macros.by_name.insert(name, vec![rules]);
        }
        let shown = shown_path(path, &workspace.root);
        let known_names: Vec<&str> = called.into_iter().filter(|name| catalog.macro_form(name).is_some()).collect();
        let plain;
        let catalog = if known_names.is_empty() {
            catalog
        } else {
            plain = catalog.without_macros(known_names);
            &plain
        };
        if let Ok(facts) = parse(&file.text, &shown, catalog, &macros) {
            file.facts = facts;
        }
    });
}

fn known(packages: &Packages, path: &Path, file: &Loaded, def: &Def) -> Known {
    let in_block = file.facts.scopes[def.scope as usize].block;
    let rules = if in_block { None } else { rules_of(file, def) };
    let rules = rules.map(|rules| Arc::new(OwnMacro { rules, own_crate: packages.crate_of(path) }));
    let scope = textual_scope(packages, path, &file.facts, def);
    Known { name: def.name, scope, file: path.to_owned(), conditional: !def.attrs.cfg.is_empty(), rules }
}

fn rules_of(file: &Loaded, def: &Def) -> Option<Rules> {
    let text = file.text.get(def.span.start as usize..def.span.end as usize)?;
    let item = syn::parse_str::<syn::ItemMacro>(text).ok()?;
    let rules = if item.mac.path.is_ident("macro_rules") { Rules::parse(item.mac.tokens).ok() } else { None };
    proc_macro2::extra::invalidate_current_thread_spans();
    rules
}

/// Macros of the ecosystem as rules.
const DESCRIBED: &str = include_str!("../catalog/macros.rs");

/// The macros of the catalogue that a file calls and that are none of the workspace.
fn described(text: &str, seen: &[&Known]) -> Vec<(Name, Arc<OwnMacro>)> {
    static READ: LazyLock<Vec<(Name, Arc<OwnMacro>)>> = LazyLock::new(|| {
        let file = syn::parse_str::<syn::File>(DESCRIBED).ok();
        let items = file.into_iter().flat_map(|file| file.items);
        let all = items.filter_map(|item| {
            let syn::Item::Macro(item) = item else { return None };
            let name = item.ident?.to_string();
            let rules = Rules::parse(item.mac.tokens).ok()?;
            Some((crate::model::name(&name), Arc::new(OwnMacro { rules, own_crate: name })))
        });
        let all = all.collect();
        proc_macro2::extra::invalidate_current_thread_spans();
        all
    });
    let is_meant = |name: Name| calls(text, &name) && !seen.iter().any(|known| known.name == name);
    READ.iter().filter(|(name, _)| is_meant(*name)).cloned().collect()
}

/// The names that imports of a file bring in from crates that are none of the workspace.
fn imported_from_others(facts: &Facts, crates: &[Name]) -> FxHashSet<Name> {
    let foreign = facts.imports.iter().filter(|import| match (import.path.lead, import.path.segs.first()) {
        (Lead::Plain | Lead::Global, Some(first)) => !crates.contains(&first.name),
        _ => false,
    });
    foreign.filter_map(|import| import.alias).collect()
}

/// The macros that a file can mean by one name only: one, or alternatives under conditions beside each other.
fn only_meanings(seen: &[&Known]) -> FxHashMap<Name, Vec<Arc<OwnMacro>>> {
    let mut by_name: FxHashMap<Name, Vec<&Known>> = FxHashMap::default();
    for known in seen {
        by_name.entry(known.name).or_default().push(known);
    }
    let only = by_name
        .into_iter()
        .filter(|(_, known)| known.len() == 1 || known.iter().all(|one| one.conditional && one.file == known[0].file));
    let rules = |known: Vec<&Known>| known.into_iter().map(|one| one.rules.clone()).collect::<Option<Vec<_>>>();
    only.filter_map(|(name, known)| Some((name, rules(known)?))).collect()
}

/// The packages of a workspace by folder, with the name of their library.
struct Packages {
    rows: Vec<(PathBuf, Option<Name>)>,
}

impl Packages {
    fn new(workspace: &Workspace) -> Self {
        let rows = workspace.packages.iter().enumerate().map(|(at, package)| {
            let mut own = workspace.targets.iter().filter(|target| target.package.index() == at);
            let library = own.find(|target| matches!(target.kind, TargetKind::Lib | TargetKind::ProcMacro));
            (package.root.clone(), library.map(|library| library.crate_name))
        });
        Packages { rows: rows.collect() }
    }

    /// The package that a file lies in.
    fn of(&self, path: &Path) -> Option<usize> {
        let holders = self.rows.iter().enumerate().filter(|(_, (root, _))| path.starts_with(root));
        holders.max_by_key(|(_, (root, _))| root.as_os_str().len()).map(|(at, _)| at)
    }

    /// What `$crate` stands for in a macro of a file.
    fn crate_of(&self, path: &Path) -> String {
        let package = self.of(path).map(|at| &self.rows[at]);
        let rest = package.and_then(|(root, _)| path.strip_prefix(root).ok());
        let of_library = rest.is_none_or(|rest| {
            let first = rest.components().next().map(|it| it.as_os_str().to_string_lossy().into_owned());
            !matches!(first.as_deref(), Some("tests" | "benches" | "examples" | "build.rs"))
        });
        match package {
            Some((_, Some(library))) if of_library => library.to_string(),
            _ => "crate".into(),
        }
    }
}

fn calls(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        text[at + name.len()..].starts_with('!') && before.is_none_or(|it| !it.is_alphanumeric() && it != '_')
    })
}

/// The files that may see a macro: any file if it is exported, its own file if it stands in an inner
/// module that keeps it, else its package: `#[macro_use]` carries a macro out of its module, however deep.
fn textual_scope(packages: &Packages, path: &Path, facts: &Facts, def: &Def) -> Scope {
    if matches!(def.data, DefData::Macro { exported: true }) {
        return Scope::Any;
    }
    let holders = std::iter::successors(def.parent, |row| facts.defs[*row as usize].parent);
    let kept = holders.into_iter().any(|row| !facts.defs[row as usize].attrs.has("macro_use"));
    match packages.of(path) {
        Some(package) if !kept => Scope::Package(package),
        _ => Scope::File(path.to_owned()),
    }
}
