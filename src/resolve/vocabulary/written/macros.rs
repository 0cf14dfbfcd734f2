//! The procedural macros of the workspace: the source of each, and the places where it stands.
//!
//! In: definitions, edges and dependencies of packages. Out: [`Macro`] rows. The source of a macro is all that its function
//! may run; by the name of a method all methods of that name of the packages that it needs.

use super::super::super::generated::is_crate;
use super::super::super::members::children;
use super::super::super::paths::Kinds;
use super::super::super::{ByName, Goal, ImplTrait};
use super::super::tables::Tables;
use crate::discover::TargetKind;
use crate::facts::{Attrs, Def, Expr, MacroSort, ProceduralMacro};
use crate::model::{DefId, DefKind, Name, PackageId, name};
use rustc_hash::{FxHashMap, FxHashSet};

/// A procedural macro.
pub(in super::super) struct Macro {
    /// The names that it goes by.
    pub(in super::super) names: FxHashSet<Name>,
    /// All that its function may run.
    pub(in super::super) source: FxHashSet<DefId>,
    /// Words in strings of its packages.
    pub(in super::super) quoted: Vec<Name>,
    /// What it stands on.
    pub(in super::super) annotated: Vec<DefId>,
    /// Whose body gives it tokens, or gives them to another macro that may hand them on.
    pub(in super::super) callers: Vec<DefId>,
    /// It may look into the bodies of functions that it stands on.
    pub(in super::super) takes_apart: bool,
    /// It may make names of words.
    pub(in super::super) glues: bool,
    /// It may stand where nobody sees it.
    pub(in super::super) open: bool,
    sort: MacroSort,
}

/// Words that stand in a source which looks into the bodies of functions.
const TAKING_APART: [&str; 6] = ["Stmt", "stmts", "visit", "Visit", "Fold", "TokenTree"];
/// Whoever knows of expressions looks into a body if it takes that out of its function.
const BODIES: [&str; 2] = ["block", "Block"];
/// Words that stand in a source which makes names out of texts.
const GLUING: [&str; 4] = ["format_ident", "Ident::new", "parse_str", "from_str"];
/// Macros that define procedural macros, and attributes that do.
const DEFINING: [&str; 5] =
    ["decl_attribute", "decl_derive", "proc_macro", "proc_macro_attribute", "proc_macro_derive"];

/// All procedural macros of the workspace whose names are seen.
pub(super) fn of_workspace(tables: &Tables<'_>) -> Vec<Macro> {
    let cx = tables.cx;
    let search = Search { tables, mounting: super::mounting(tables), impls: impls_of_traits(tables) };
    let mut known: FxHashMap<PackageId, (Vec<bool>, bool)> = FxHashMap::default();
    let mut macros = vec![];
    for def in cx.defs.ids() {
        let facts = cx.defs.get(cx.sources, def);
        let Some(own) = facts.procedural_macro() else { continue };
        let homes = cx.modules.homes(def).iter().map(|home| cx.modules.get(*home).target);
        let target = homes.into_iter().find(|at| cx.workspace.targets[at.index()].kind == TargetKind::ProcMacro);
        let Some(target) = target else { continue };
        let package = cx.workspace.targets[target.index()].package;
        let (packages, may_define) = known.entry(package).or_insert_with(|| {
            let packages = super::needed(cx.workspace, package);
            let may_define = search.may_define(&packages);
            (packages, may_define)
        });
        let mut found = search.macro_of(def, &own, packages, *may_define);
        // Its strings are literals in what it writes, and all names are written out.
        if !cx.named_texts.get(package.index()).copied().unwrap_or(true) {
            found.quoted.clear();
            found.glues = false;
            found.open = *may_define;
        }
        macros.push(found);
    }
    let seen = Seen::new(tables);
    for def in cx.defs.ids() {
        seen.place(def, &mut macros);
    }
    macros
}

/// Items of impls by the trait of the workspace that they are of.
fn impls_of_traits(tables: &Tables<'_>) -> FxHashMap<DefId, Vec<DefId>> {
    let mut all: FxHashMap<DefId, Vec<DefId>> = FxHashMap::default();
    for info in &tables.cx.impls.rows {
        if let ImplTrait::Local(of) = info.of_trait {
            all.entry(of).or_default().push(info.def);
        }
    }
    all
}

/// The search for sources.
struct Search<'a> {
    tables: &'a Tables<'a>,
    mounting: Vec<Vec<u16>>,
    impls: FxHashMap<DefId, Vec<DefId>>,
}

impl Search<'_> {
    fn macro_of(&self, def: DefId, own: &ProceduralMacro, packages: &[bool], may_define: bool) -> Macro {
        let cx = self.tables.cx;
        let source = self.source(def, packages);
        let says = |words: &[&str]| source.iter().any(|def| words.iter().any(|word| self.text(*def).contains(word)));
        let puts_together = says(&["format!", "write!", "push_str", ".replace(", ".concat()", ".join("]);
        let takes_apart = says(&TAKING_APART) || (says(&["Expr"]) && says(&BODIES));
        let glues = says(&GLUING) || (puts_together && says(&[".parse"]));
        let files = cx.sources.files.iter().zip(&self.mounting);
        let own_files = files.filter(|(_, by)| by.iter().any(|package| packages[usize::from(*package)]));
        let quoted: Vec<Name> = own_files.flat_map(|(file, _)| file.facts.quoted_words.iter().copied()).collect();
        // `Kind::*`: anything in it, if there is one.
        let holds = |holder: Name| is_crate(cx, holder) || cx.impls.members.by_name.contains_key(&holder);
        let begins_path = quoted.iter().any(|word| word.strip_suffix("::*").map(name).is_some_and(holds));
        let is_piece = |word: &Name| word.is_empty() || (word.contains('*') && !word.ends_with("::*"));
        let glues = glues || begins_path || quoted.iter().any(is_piece);
        let names = self.names(own.name);
        let open = may_define || begins_path;
        Macro { names, source, quoted, annotated: vec![], callers: vec![], takes_apart, glues, open, sort: own.sort }
    }

    /// The name of a macro, with those that imports give to it.
    fn names(&self, own: Name) -> FxHashSet<Name> {
        let imports = self.tables.cx.sources.files.iter().flat_map(|file| &file.facts.imports);
        let of_it = imports.filter(|import| import.path.segs.last().is_some_and(|seg| seg.name == own));
        of_it.filter_map(|import| import.alias).chain([own]).collect()
    }

    fn text(&self, def: DefId) -> &str {
        let cx = self.tables.cx;
        let span = cx.defs.get(cx.sources, def).span;
        let text = &cx.sources.files[cx.defs.file(def).index()].text;
        text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    fn is_in(&self, packages: &[bool], def: DefId) -> bool {
        let by = &self.mounting[self.tables.cx.defs.file(def).index()];
        by.iter().any(|package| packages[usize::from(*package)])
    }

    /// Whether macros of the packages may define procedural macros, which then run the same functions.
    fn may_define(&self, packages: &[bool]) -> bool {
        let cx = self.tables.cx;
        let here = cx.defs.ids().filter(|def| self.is_in(packages, *def));
        let mut bodies = here.filter_map(|def| cx.defs.get(cx.sources, def).body.as_deref());
        bodies.any(|body| {
            let calls = body.exprs.iter().filter_map(|expr| match expr {
                Expr::Macro(call) if !call.expanded => Some(&**call),
                _ => None,
            });
            calls.into_iter().any(|call| {
                let by = body.paths[call.path as usize].segs.last().map(|seg| seg.name);
                let given = call.tokens.iter().filter_map(|token| token.path.last().copied());
                by.into_iter().chain(given).any(|word| DEFINING.contains(&word.as_str()))
            })
        })
    }

    fn source(&self, entry: DefId, packages: &[bool]) -> FxHashSet<DefId> {
        let tables = self.tables;
        let by_name = &tables.cx.impls.members.by_name;
        let mut seen = FxHashSet::default();
        let mut work = vec![entry];
        while let Some(def) = work.pop() {
            if !self.is_in(packages, def) || !seen.insert(def) {
                continue;
            }
            for edge in tables.of(def) {
                match edge.to {
                    Goal::Def(to) => work.push(to),
                    Goal::Named(ByName::Piece, _) => {
                        return tables.cx.defs.ids().filter(|def| self.is_in(packages, *def)).collect();
                    }
                    Goal::Named(_, name) => work.extend(by_name.get(&name).into_iter().flatten()),
                }
            }
            self.parts(def, &mut work);
        }
        seen
    }

    /// What is run with a definition: calls in it, what its type has, what implements its trait.
    fn parts(&self, def: DefId, work: &mut Vec<DefId>) {
        let tables = self.tables;
        let cx = tables.cx;
        work.extend(tables.anonymous.get(&def).into_iter().flatten());
        work.extend(tables.members.get(&def).into_iter().flatten());
        for block in self.impls.get(&def).into_iter().flatten() {
            work.extend(children(cx, *block));
        }
        let holder = cx.defs.parent(cx.sources, def);
        let holds = |kind: DefKind| kind.is_adt() || matches!(kind, DefKind::Impl | DefKind::Trait | DefKind::Variant);
        work.extend(holder.filter(|holder| holds(cx.kind(*holder))));
    }
}

/// What is named other than by a call that was expanded.
struct Seen<'a> {
    tables: &'a Tables<'a>,
    templates: FxHashSet<DefId>,
    words: FxHashSet<Name>,
}

impl<'a> Seen<'a> {
    fn new(tables: &'a Tables<'a>) -> Self {
        let mut seen = Seen { tables, templates: FxHashSet::default(), words: FxHashSet::default() };
        for edge in tables.edges {
            match edge.to {
                Goal::Def(def) if def != edge.from && tables.cx.kind(def) == DefKind::Template => {
                    seen.templates.insert(def);
                }
                Goal::Named(ByName::Any | ByName::Alone | ByName::Behind { .. }, word) => drop(seen.words.insert(word)),
                _ => {}
            }
        }
        seen
    }

    /// Notes by which macros a definition is changed or read.
    fn place(&self, def: DefId, macros: &mut [Macro]) {
        let cx = self.tables.cx;
        let facts = cx.defs.get(cx.sources, def);
        let words = words(facts);
        let derives = words.iter().any(|word| *word == "derive");
        let called = called(facts);
        for of in macros {
            if stands_on(of, &facts.attrs) {
                of.annotated.push(def);
            }
            let calls = of.sort == MacroSort::Function && called.iter().any(|name| of.names.contains(name));
            let told = (of.sort != MacroSort::Derive || derives) && words.iter().any(|word| of.names.contains(word));
            if !(calls || told) || of.source.contains(&def) {
                continue;
            }
            if facts.kind != DefKind::Template {
                of.callers.push(self.root(def));
            } else {
                // Whoever calls that macro gives it words too.
                of.open |= self.templates.contains(&def) || self.words.contains(&facts.name);
            }
        }
    }

    /// The definition whose body holds a macro call.
    fn root(&self, def: DefId) -> DefId {
        let cx = self.tables.cx;
        let holder = cx.defs.parent(cx.sources, def).filter(|_| cx.kind(def) == DefKind::Anonymous);
        match holder.filter(|holder| cx.kind(*holder) != DefKind::Module) {
            Some(holder) => self.root(holder),
            None => def,
        }
    }
}

fn stands_on(of: &Macro, attrs: &Attrs) -> bool {
    match of.sort {
        MacroSort::Derive => {
            let derives = attrs.derives.iter().filter_map(|path| path.segs.last());
            derives.into_iter().any(|seg| of.names.contains(&seg.name))
        }
        MacroSort::Attribute => {
            attrs.others.iter().any(|attr| of.names.contains(&crate::resolve::prelude::last_name(attr.path)))
        }
        MacroSort::Function => false,
    }
}

/// Words in tokens that nobody expands.
fn words(facts: &Def) -> Vec<Name> {
    let Some(body) = &facts.body else { return vec![] };
    let calls = body.exprs.iter().filter_map(|expr| match expr {
        Expr::Macro(call) => Some(&call.tokens),
        _ => None,
    });
    calls.chain([&body.tokens]).flatten().filter_map(|token| token.path.last().copied()).collect()
}

/// Macros that are called and not expanded.
fn called(facts: &Def) -> Vec<Name> {
    let Some(body) = &facts.body else { return vec![] };
    let calls = body.exprs.iter().filter_map(|expr| match expr {
        Expr::Macro(call) if !call.expanded => body.paths[call.path as usize].segs.last(),
        _ => None,
    });
    calls.map(|seg| seg.name).collect()
}
