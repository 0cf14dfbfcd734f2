//! Definitions of macros in a workspace, what is known of their rules, and which files may see them.

use crate::discover::{TargetKind, Workspace};
use crate::extract::OwnMacro;
use crate::extract::expand::Rules;
use crate::facts::{Def, DefData, Facts, Import};
use crate::model::{DefKind, Name};
use crate::parse::load::shown_path;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A macro definition.
#[derive(Clone)]
pub(super) struct Known {
    pub(super) name: Name,
    pub(super) scope: Scope,
    /// Where it is defined.
    pub(super) file: PathBuf,
    /// Where it begins in that.
    pub(super) start: u32,
    /// Whether it stands under a condition.
    pub(super) conditional: bool,
    /// Whether it stands in its file directly, and in no module or block in it.
    pub(super) at_top: bool,
    /// Whether only `#[macro_use]` or `include!` could carry it out of its file.
    leaf: bool,
    /// Whether `#![macro_use]` in its file carries it out, whatever stands at the `mod` line.
    pub(super) handed_out: bool,
    /// Other names under which its file hands it on.
    pub(super) aliases: Arc<[Name]>,
    /// What is known of its rules; `None` if they cannot be read.
    pub(super) rules: Option<Arc<OwnMacro>>,
    /// The text of the definition.
    pub(super) said: Arc<str>,
}

impl Known {
    /// The package that sees it, if nothing but `#[macro_use]` or `include!` could carry it out of its file.
    fn package_of_leaf(&self) -> Option<usize> {
        match self.scope {
            Scope::Package(package) if self.leaf => Some(package),
            _ => None,
        }
    }
}

/// The files that may see a macro.
#[derive(Clone)]
pub(super) enum Scope {
    Any,
    /// Those of the packages from this one on: neighbours come last, and no member sees what they export.
    From(usize),
    /// Those of this package.
    Package(usize),
    File(PathBuf),
}

impl Scope {
    pub(super) fn holds(&self, path: &Path, package: Option<usize>) -> bool {
        match self {
            Scope::Any => true,
            Scope::From(first) => package.is_some_and(|package| package >= *first),
            Scope::Package(own) => package == Some(*own),
            Scope::File(file) => path == file,
        }
    }
}

/// The macros that a file defines.
pub(in crate::parse) fn definitions(facts: &Facts) -> impl Iterator<Item = &Def> {
    facts.defs.iter().filter(|def| def.kind == DefKind::Macro && !def.from_macro)
}

/// What is known of a definition in a file.
pub(super) fn known(packages: &Packages, path: &Path, (text, facts): (&str, &Facts), def: &Def) -> Known {
    let in_block = facts.scopes[def.scope as usize].block;
    let said = text.get(def.span.start as usize..def.span.end as usize).unwrap_or_default();
    let rules = if in_block { None } else { rules_of(said) };
    let own_crate = packages.crate_of(path);
    let aliases = super::handed_on::aliases_of(facts, def, &own_crate);
    let rules = rules.map(|rules| {
        let rules = Arc::new(rules);
        Arc::new(OwnMacro { rules, own_crate, is_far: false, described: false })
    });
    Known {
        name: def.name,
        scope: textual_scope(packages, path, facts, def),
        file: path.to_owned(),
        start: def.span.start,
        conditional: !def.attrs.cfg.is_empty(),
        at_top: def.scope == 0 && def.parent.is_none(),
        leaf: is_leaf(facts, def),
        handed_out: facts.attrs.has("macro_use"),
        aliases,
        rules,
        said: said.into(),
    }
}

/// The same, from what was known of it in a file of the same text in another state of the workspace.
pub(super) fn known_as(then: &Known, packages: &Packages, path: &Path, facts: &Facts, def: &Def) -> Known {
    let own_crate = packages.crate_of(path);
    let rules = then.rules.as_ref().map(|rules| match rules.own_crate == own_crate {
        true => Arc::clone(rules),
        false => {
            let (own_crate, described) = (own_crate.clone(), rules.described);
            Arc::new(OwnMacro { rules: Arc::clone(&rules.rules), own_crate, is_far: false, described })
        }
    });
    Known { scope: textual_scope(packages, path, facts, def), file: path.to_owned(), rules, ..then.clone() }
}

fn rules_of(said: &str) -> Option<Rules> {
    let item = syn::parse_str::<syn::ItemMacro>(said).ok()?;
    let rules = if item.mac.path.is_ident("macro_rules") { Rules::parse(item.mac.tokens).ok() } else { None };
    crate::extract::spans::forget();
    rules
}

/// The files that may see a macro: any file if it is exported by a member, its own file if it stands in an inner
/// module that keeps it, else its package: `#[macro_use]` carries a macro out of its module, however deep.
fn textual_scope(packages: &Packages, path: &Path, facts: &Facts, def: &Def) -> Scope {
    if matches!(def.data, DefData::Macro { exported: true }) {
        let of_neighbour = packages.of(path).is_some_and(|package| package >= packages.members);
        return if of_neighbour { Scope::From(packages.members) } else { Scope::Any };
    }
    let holders = std::iter::successors(def.parent, |row| facts.defs[*row as usize].parent);
    let kept = holders.into_iter().any(|row| !facts.defs[row as usize].attrs.has("macro_use"));
    match packages.of(path) {
        Some(package) if !kept => Scope::Package(package),
        _ => Scope::File(path.to_owned()),
    }
}

/// Whether the file of a macro mounts no other one, which would see the macro, and hands it to nobody by an import.
fn is_leaf(facts: &Facts, def: &Def) -> bool {
    let mounts = |def: &Def| match def.data {
        DefData::Module { inline, .. } => inline.is_none(),
        _ => false,
    };
    let hands_out = |import: &Import| import.path.segs.last().is_some_and(|seg| seg.name == def.name);
    facts.hidden_mods.is_empty() && !facts.defs.iter().any(mounts) && !facts.imports.iter().any(hands_out)
}

/// Leaves to their files the macros that nothing in a package could carry out of them, as far as `texts` tells.
pub(super) fn keep_in_files<'t>(
    packages: &Packages,
    own: &mut [Known],
    texts: impl Iterator<Item = (&'t Path, &'t str)>,
) {
    // Those of which nothing is found that could carry any macro; no others are asked.
    let mut closed: FxHashSet<usize> = own.iter().filter_map(Known::package_of_leaf).collect();
    let mut carried: FxHashSet<(usize, &str)> = FxHashSet::default();
    for (path, text) in texts {
        let Some(package) = packages.of(path).filter(|package| closed.contains(package)) else { continue };
        // Anything may be included.
        if text.contains("include!") {
            closed.remove(&package);
            continue;
        }
        if !text.contains("macro_use") {
            continue;
        }
        // Its own file: the attribute may be one of that. A path gives its file to a module that may be one of these.
        let declared = text.split("macro_use").skip(1).filter_map(next_module);
        let by_path = text.split("path").skip(1).filter_map(given_file);
        carried.extend(module_of(path).into_iter().chain(declared).chain(by_path).map(|module| (package, module)));
        // `#[macro_use] mod $name;` is of any module, and so is `#[path = $file]`.
        if carried.contains(&(package, "")) {
            closed.remove(&package);
        }
    }
    for known in own.iter_mut() {
        let Some(of) = known.package_of_leaf().filter(|of| closed.contains(of)) else { continue };
        if module_of(&known.file).is_some_and(|module| !carried.contains(&(of, module))) {
            known.scope = Scope::File(known.file.clone());
        }
    }
}

/// The name of the first module that is declared in a text.
fn next_module(text: &str) -> Option<&str> {
    let rest = text.split("mod ").nth(1)?.trim_start().trim_start_matches("r#");
    rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next()
}

/// The name by which the file of `path = "…"` would be a module, behind `path`; an empty one of a path that a macro is given.
fn given_file(behind: &str) -> Option<&str> {
    let value = behind.trim_start().strip_prefix('=')?.trim_start();
    let raw = value.trim_start_matches(['r', '#']);
    match raw.strip_prefix('"') {
        Some(path) => module_of(Path::new(path.split('"').next()?)),
        None => value.starts_with('$').then_some(""),
    }
}

/// The name of the module that a file is, unless a path says otherwise.
fn module_of(file: &Path) -> Option<&str> {
    let stem = file.file_stem()?.to_str()?;
    if stem == "mod" { file.parent()?.file_name()?.to_str() } else { Some(stem) }
}

/// The packages of a workspace by folder, with the name of their library.
pub(super) struct Packages {
    rows: Vec<(PathBuf, Option<Name>)>,
    /// How many of them are members; the others come after these.
    members: usize,
    by_folder: FxHashMap<PathBuf, usize>,
}

impl Packages {
    pub(super) fn new(workspace: &Workspace) -> Self {
        let rows = workspace.packages.iter().enumerate().map(|(at, package)| {
            let mut own = workspace.targets.iter().filter(|target| target.package.index() == at);
            let library = own.find(|target| matches!(target.kind, TargetKind::Lib | TargetKind::ProcMacro));
            (package.root.clone(), library.map(|library| library.crate_name))
        });
        let rows: Vec<_> = rows.collect();
        let by_folder = rows.iter().enumerate().map(|(at, (root, _))| (root.clone(), at)).collect();
        Packages { rows, members: workspace.members().len(), by_folder }
    }

    /// The package that a file lies in: that of the nearest folder. One without a folder holds all others.
    pub(super) fn of(&self, path: &Path) -> Option<usize> {
        let nearest = path.ancestors().find_map(|folder| self.by_folder.get(folder));
        nearest.or_else(|| self.by_folder.get(Path::new(""))).copied()
    }

    /// The folder of the package that a file lies in, from the root of the workspace. What its files see also depends on whether
    /// it is a member.
    pub(super) fn folder_of(&self, path: &Path, root: &Path) -> Option<String> {
        self.of(path).map(|package| self.shown(package, root))
    }

    /// The folder of a package, from the root of the workspace; with it, whether it is a member.
    pub(super) fn shown(&self, package: usize, root: &Path) -> String {
        let beside = if package < self.members { "" } else { " (no member)" };
        let folder = self.rows.get(package).map(|(folder, _)| shown_path(folder, root));
        format!("{}{beside}", folder.unwrap_or_default())
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
