//! Reading and parsing: one task a file, the next files found while one is read.

use super::ahead::{Ahead, Early};
use super::depth::{DEEPEST, too_deep};
use super::lent::{Borrowed, ReadAs};
use super::named::{Named, load_named};
use super::own_macros::{Macros, Plain};
use super::places::{Child, Folders, children};
use super::tool_files::load_tool_files;
use super::{Lent, Problem, Sharing};
use crate::catalog::Catalog;
use crate::discover::Workspace;
use crate::extract::outside::Outside;
use crate::extract::{Extracted, OwnMacros};
use crate::facts::body::{Body, TokenName, TokenRole};
use crate::facts::{DefData, Facts};
use crate::model::{DefKind, Span, name};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BinaryHeap;
use std::collections::hash_map::Entry;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// A file beyond this many bytes is not read.
const LARGEST: u64 = 64 << 20;

/// A file that was tried.
pub(super) struct Loaded {
    pub(super) text: String,
    pub(super) facts: Arc<Facts>,
    /// What it says where no macro of the workspace is known.
    pub(super) plain: Plain,
    /// Whether it was read with the macros that were expected.
    pub(super) expected: bool,
    pub(super) read_as: ReadAs,
}

impl Loaded {
    /// The facts that tell which names it imports and which macros it defines, whatever macros of the workspace become.
    pub(super) fn plain(&self) -> &Facts {
        match &self.plain {
            Plain::Apart(plain) => plain,
            Plain::Same | Plain::Unread => &self.facts,
        }
    }

    /// The files that it mounts, with its macros expanded or without: what rules put together (a path, a name, modules around
    /// a module) no word of a call tells, and whether the rules are the ones that are meant is not certain yet.
    fn children(&self, path: &Path, owns_folder: bool, folders: &Folders) -> Vec<Child> {
        let mut all = children(path, owns_folder, self.plain(), folders);
        if matches!(self.plain, Plain::Apart(_)) {
            all.extend(children(path, owns_folder, &self.facts, folders));
        }
        all
    }
}

#[derive(Default)]
pub(super) struct LoadedFiles {
    pub(super) files: FxHashMap<PathBuf, Loaded>,
    /// Files that no target mounts and that are named nonetheless, in order.
    pub(super) named: Vec<Named>,
    pub(super) problems: Vec<Problem>,
    /// The source files in the folder of each member.
    pub(super) disk: Vec<Vec<PathBuf>>,
    /// Folders of members that could not be listed.
    pub(super) unlisted: Vec<String>,
    /// Where files were looked for.
    pub(super) folders: Folders,
}

struct Shared<'a> {
    workspace: &'a Workspace,
    catalog: &'a Catalog,
    macros: &'a Macros,
    borrowed: Option<&'a Borrowed<'a>>,
    folders: Folders,
    /// How long files and all texts in folders are.
    sizes: FxHashMap<PathBuf, usize>,
    /// Files that somebody asked for: path, whether the file owns its folder, whether it is documentation.
    seen: Mutex<FxHashSet<(PathBuf, bool, bool)>>,
    /// Files that nobody has begun with: weight, path, whether the file owns its folder, whether it is documentation.
    waiting: Mutex<BinaryHeap<(usize, PathBuf, bool, bool)>>,
    done: Mutex<LoadedFiles>,
}

impl Shared<'_> {
    /// How much there is to read behind a file: its own text, and those in the folder of its modules.
    fn weight(&self, path: &Path, owns_folder: bool) -> usize {
        let own = path.with_extension("");
        let modules = if owns_folder { path.parent() } else { Some(own.as_path()) };
        let size = |path: &Path| self.sizes.get(path).copied().unwrap_or_default();
        size(path) + modules.map_or(0, size)
    }
}

/// Loads the root of every target, and what they mount, in parallel.
pub(super) fn load_all(workspace: &Workspace, catalog: &Catalog, ahead: &Ahead, sharing: Sharing<'_>) -> LoadedFiles {
    let macros = Macros::expected(workspace, catalog, ahead, sharing);
    let borrowed = match sharing {
        Sharing::Borrows(lent) => Some(Borrowed::new(lent, &macros, &workspace.root)),
        Sharing::Alone | Sharing::Lends(_) => None,
    };
    let shared = Shared {
        workspace,
        catalog,
        macros: &macros,
        borrowed: borrowed.as_ref(),
        folders: Folders::default(),
        sizes: macros.sizes(),
        seen: Mutex::default(),
        waiting: Mutex::default(),
        done: Mutex::default(),
    };
    rayon::scope(|scope| {
        for target in &workspace.targets {
            visit(&shared, scope, target.root.clone(), true, false);
        }
    });
    let mut loaded = shared.done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Sharing::Lends(lend) = sharing {
        lend(Lent::of(&loaded, &macros, &workspace.root));
    }
    macros.read_again(workspace, catalog, &mut loaded);
    load_named(workspace, &macros, &mut loaded);
    load_tool_files(workspace, catalog, &mut loaded);
    loaded.disk = (0..workspace.members().len()).map(|at| macros.on_disk(at).to_vec()).collect();
    loaded.unlisted = macros.unlisted.clone();
    loaded.folders = shared.folders;
    loaded
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Starts a task for this file or a heavier one; `owns_folder` if its child modules lie beside it, `prose` if it is
/// documentation.
fn visit<'s>(shared: &'s Shared<'s>, scope: &rayon::Scope<'s>, path: PathBuf, owns_folder: bool, prose: bool) {
    if !lock(&shared.seen).insert((path.clone(), owns_folder, prose)) {
        return;
    }
    let weight = shared.weight(&path, owns_folder);
    lock(&shared.waiting).push((weight, path, owns_folder, prose));
    // Who is free takes the heaviest of all: else the longest file may be begun last, and read alone.
    scope.spawn(move |scope| {
        let Some((_, path, owns_folder, prose)) = lock(&shared.waiting).pop() else { return };
        let children = {
            // What was read as documentation may be code as well.
            let is_known = |file: &&Loaded| prose || file.read_as != ReadAs::Documentation;
            let children = |file: &Loaded| file.children(&path, owns_folder, &shared.folders);
            let known = lock(&shared.done).files.get(&path).filter(is_known).map(children);
            match known {
                Some(children) => children,
                None => load(shared, &path, owns_folder, prose),
            }
        };
        for child in children {
            let prose = matches!(child.point, super::MountPoint::Documentation(_));
            visit(shared, scope, child.path, child.owns_folder, prose);
        }
    });
}

/// Loads one file and returns the files that it mounts.
fn load(shared: &Shared<'_>, path: &Path, owns_folder: bool, prose: bool) -> Vec<Child> {
    let shown = shown_path(path, &shared.workspace.root);
    let (text, plain, problem) = match shared.macros.early(path) {
        Some(Early { text, plain }) => (text, plain, None),
        None => {
            let (text, problem) = read(path, &shown);
            (text, None, problem)
        }
    };
    let expected = problem.is_none() && !prose;
    let read_as = if prose { ReadAs::Documentation } else { ReadAs::Code };
    let borrow = |borrowed: &Borrowed<'_>| borrowed.file(path, &shown, &text, read_as);
    let known = shared.borrowed.filter(|_| problem.is_none()).and_then(borrow);
    let is_all = |plain: &Arc<Facts>| !prose && shared.macros.is_all(plain, path, &text, shared.catalog);
    let known = known.or_else(|| plain.clone().filter(is_all).map(|plain| (plain, Plain::Same)));
    let of_file = (path, text.as_str());
    let read = match (known, &problem) {
        (Some(known), _) => Ok(known),
        (None, None) if prose => Ok((Arc::new(documentation(&text, shared.catalog)), Plain::Same)),
        (None, None) => parse_as(&text, &shown, |parsed| shared.macros.read(of_file, plain, shared.catalog, parsed))
            .map(|read| read.unwrap_or_else(|| only_names(&text))),
        (None, Some(_)) => Ok(only_names(&text)),
    };
    let ((facts, plain), problem) = match read {
        Ok(read) => (read, problem),
        Err(problem) => (only_names(&text), Some(problem)),
    };
    let read_as = if problem.is_none() { read_as } else { ReadAs::Words };
    let loaded = Loaded { text, facts, plain, expected, read_as };
    let children = loaded.children(path, owns_folder, &shared.folders);
    let mut done = lock(&shared.done);
    done.problems.extend(problem);
    match done.files.entry(path.to_owned()) {
        Entry::Occupied(mut known) if !prose && known.get().read_as == ReadAs::Documentation => {
            _ = known.insert(loaded)
        }
        Entry::Occupied(_) => {}
        Entry::Vacant(free) => _ = free.insert(loaded),
    }
    children
}

pub(super) fn read(path: &Path, shown: &str) -> (String, Option<Problem>) {
    let problem =
        |line, message: String| Problem { file: shown.into(), line, column: line.min(1), message, incomplete: true };
    match std::fs::metadata(path) {
        Ok(about) if about.len() > LARGEST => {
            let message = format!("{} bytes are more than is read of one file ({LARGEST})", about.len());
            return (String::new(), Some(problem(0, message)));
        }
        _ => {}
    }
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => return (String::new(), Some(problem(0, format!("cannot be read: {error}")))),
    };
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let line = 1 + error.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            (text, Some(problem(line as u32, "is not UTF-8".into())))
        }
    }
}

/// The examples of a file that `#[doc = include_str!(…)]` reads.
fn documentation(text: &str, catalog: &Catalog) -> Facts {
    let facts = crate::extract::extract_documentation(text, catalog);
    crate::extract::spans::forget();
    facts
}

/// Parses a text and reads it.
pub(super) fn parse(text: &str, shown: &str, catalog: &Catalog, macros: &OwnMacros) -> Result<Facts, Problem> {
    let facts = parse_as(text, shown, |parsed| parsed.extract(catalog, macros).facts)?;
    Ok(facts.unwrap_or_else(|| names_only(text)))
}

/// A text that is parsed, to be read as often as is asked.
pub(super) struct Parsed<'p> {
    tree: &'p syn::File,
    text: &'p str,
    base: u32,
}

impl Parsed<'_> {
    /// What it says, with a catalogue and macros.
    pub(super) fn extract(&self, catalog: &Catalog, macros: &OwnMacros) -> Extracted {
        crate::extract::extract(self.tree, self.text, self.base, catalog, macros)
    }

    /// What it takes from outside of itself.
    pub(super) fn outside(&self) -> Outside {
        crate::extract::outside::outside(self.tree)
    }
}

/// Parses a text and gives `ask` a way to read it; `None` if it is an expression, of which only names are known.
pub(super) fn parse_as<T>(text: &str, shown: &str, ask: impl FnOnce(&Parsed<'_>) -> T) -> Result<Option<T>, Problem> {
    let problem = |line: usize, column: usize, message: String| Problem {
        file: shown.into(),
        line: line as u32,
        column: column as u32,
        message,
        incomplete: true,
    };
    if let Some(line) = too_deep(text) {
        return Err(problem(line, 1, format!("code is nested deeper than {DEEPEST} levels")));
    }
    let base = prologue(text);
    let parsed = syn::parse_str::<syn::File>(&text[base..]);
    let result = match parsed.or_else(|error| with_plain_impls(&text[base..]).ok_or(error)) {
        Ok(tree) => {
            let parsed = Parsed { tree: &tree, text, base: base as u32 };
            Ok(Some(ask(&parsed)))
        }
        // The file of an `include!` may be an expression.
        Err(_) if syn::parse_str::<syn::Expr>(&text[base..]).is_ok() => Ok(None),
        Err(error) => {
            let at = error.span().start();
            let skipped = text[..base].matches('\n').count();
            let message = match error.to_string().as_str() {
                "cannot parse string into token stream" => "does not parse: brackets or quotes do not match".to_owned(),
                message => format!("does not parse: {message}"),
            };
            Err(problem(at.line + skipped, at.column + 1, message))
        }
    };
    // Spans are kept by thread; without this, each file would add to the last.
    crate::extract::spans::forget();
    result
}

/// The tree of a text in which impl blocks have a visibility, for a macro: `#[easy_ext::ext(Name)] pub impl Type { … }`.
fn with_plain_impls(text: &str) -> Option<syn::File> {
    let mut plain = text.to_owned();
    let mut from = 0;
    while let Some(at) = text[from..].find("pub impl").map(|at| from + at) {
        let after = at + "pub impl".len();
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
        let is_part = text[..at].ends_with(is_word) || text[after..].starts_with(is_word);
        if !is_part {
            // All places stay.
            plain.replace_range(at..at + "pub".len(), "   ");
        }
        from = after;
    }
    (plain != text).then(|| syn::parse_str::<syn::File>(&plain).ok()).flatten()
}

/// The length of a byte order mark and a `#!` line, which are no Rust.
pub(super) fn prologue(text: &str) -> usize {
    let mark = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let rest = &text[mark..];
    if rest.starts_with("#!") && !rest[2..].trim_start().starts_with('[') {
        mark + rest.find('\n').unwrap_or(rest.len())
    } else {
        mark
    }
}

/// Of a file that does not parse.
fn only_names(text: &str) -> (Arc<Facts>, Plain) {
    (Arc::new(names_only(text)), Plain::Same)
}

/// Facts of a file of which only words are known: every word in it may be a use of what has that name.
pub(super) fn names_only(text: &str) -> Facts {
    let words = text.split(|it: char| !it.is_alphanumeric() && it != '_');
    let words: std::collections::BTreeSet<&str> =
        words.filter(|word| word.starts_with(|it: char| it.is_alphabetic() || it == '_')).collect();
    let span = Span::default();
    let tokens = words.into_iter().map(|word| TokenName { path: vec![name(word)], span, role: TokenRole::Unread });
    let mut facts = names_of("source that does not parse", text, tokens.collect());
    let hidden = text.split("mod ").skip(1).filter_map(|rest| rest.split(';').next());
    let is_name = |it: &&str| it.chars().all(|it| it.is_alphanumeric() || it == '_');
    facts.path_literals = crate::extract::path_literals(text);
    let conditions = text.split("feature").filter_map(|rest| rest.trim_start().strip_prefix('='));
    facts.features =
        conditions.filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next()).map(name).collect();
    facts.hidden_mods = hidden.map(|it| it.trim_start_matches("r#")).filter(is_name).map(|it| (0, name(it))).collect();
    facts
}

/// Facts of a text that names something and of which nothing else is known.
pub(super) fn names_of(what: &str, text: &str, tokens: Vec<TokenName>) -> Facts {
    let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1);
    let mut facts = Facts { lines: std::iter::once(0).chain(starts).collect(), ..Facts::default() };
    let scope = crate::facts::Scope { parent: None, module: None, block: false, defs: vec![0], imports: vec![] };
    facts.scopes.push(scope);
    facts.defs.push(crate::facts::Def {
        kind: DefKind::Anonymous,
        name: name(what),
        name_span: Span::default(),
        span: Span::default(),
        parent: None,
        scope: 0,
        vis: crate::facts::Vis::Inherited,
        attrs: Default::default(),
        data: DefData::None,
        body: Some(Box::new(Body { tokens, ..Body::default() })),
        from_macro: true,
        made: None,
    });
    facts
}

/// A path from the root of the workspace.
pub(super) fn shown_path(path: &Path, root: &Path) -> String {
    crate::discover::shown(path, root)
}
