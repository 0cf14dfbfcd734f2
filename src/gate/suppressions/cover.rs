//! What a suppression speaks of: lines, an item, the files of a module.
//!
//! In: the texts of a workspace and a comment in one of them. Out: a [`Cover`], which tells of a place whether it is meant,
//! and the item that the comment stands at. It does not know what the comment says.

use crate::audit::Audit;
use crate::discover::Workspace;
use crate::facts::{Def, Vis, position};
use crate::finding::{Finding, Item, Location};
use crate::gate::comments::{self, Comment, Language};
use crate::model::{DefId, DefKind, FileId, Span};
use crate::parse::MountPoint;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;

/// What a suppression speaks of.
#[derive(Debug, Clone)]
pub(super) struct Cover {
    /// The file of the comment.
    file: String,
    /// The first and the last line.
    lines: (u32, u32),
    /// The item, if the comment is on one.
    span: Option<Span>,
    /// The files that the item mounts.
    beneath: Vec<String>,
    /// The item, or the one whose name stands in the lines.
    def: Option<DefId>,
}

impl Cover {
    /// The files in which it covers anything.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.file).chain(&self.beneath).map(String::as_str)
    }

    /// Whether it covers a place.
    pub(super) fn holds(&self, at: &Location) -> bool {
        if at.file != self.file {
            return self.beneath.contains(&at.file);
        }
        let span = Span { start: at.byte_start, end: at.byte_end };
        let in_lines = (self.lines.0..=self.lines.1).contains(&at.line);
        in_lines || self.span.is_some_and(|outer| outer.contains(span))
    }

    /// Whether a finding of a rule would have been made here, whatever the options: if not, nobody knows whether the
    /// suppression is used.
    pub(super) fn can_be_judged(&self, audit: &Audit<'_>, code: &str) -> bool {
        let workspace = audit.input.workspace;
        let foreign = workspace.members().iter().flat_map(|package| &package.dependencies).any(|it| it.path.is_none());
        let mut locked = workspace.dependencies.iter().filter(|dependency| !dependency.beside).peekable();
        let unknown = foreign && locked.peek().is_none();
        let missing = locked.any(|dependency| dependency.folder.is_none());
        let family = crate::rules::find(code).map_or("", |rule| rule.family);
        let of_dependencies = code == "deprecated-dependency-api" || family == "connection";
        let unread = audit.input.sources.problems.iter().any(|problem| problem.incomplete);
        let open = family == "unreachable" && self.def.is_some_and(|def| counts_as_used(audit, def));
        !(unknown || missing && of_dependencies || unread || open)
    }
}

/// Whether a definition may count as used only because its package is open.
fn counts_as_used(audit: &Audit<'_>, def: DefId) -> bool {
    let facts = audit.def(def);
    let parent = audit.parent(def).map(|parent| audit.def(parent).kind);
    let with_parent = matches!(parent, Some(DefKind::Enum | DefKind::Variant | DefKind::Trait));
    let holds_others = matches!(facts.kind, DefKind::Module | DefKind::Impl);
    audit.is_open(def) && (facts.vis == Vis::Public || with_parent || holds_others)
}

/// A text in which comments may stand.
pub(super) struct Text<'a> {
    shown: String,
    text: Cow<'a, str>,
    lines: Cow<'a, [u32]>,
    language: Language,
    /// The file, if a target mounts it.
    file: Option<FileId>,
    package: String,
}

/// The texts with comments for this program: files of the module trees, manifests, and what else findings are on.
pub(super) fn texts<'a>(audit: &Audit<'a>, findings: &[Finding]) -> Vec<Text<'a>> {
    let input = audit.input;
    let speaks = |text: &str| memchr::memmem::find(text.as_bytes(), comments::SIGN.as_bytes()).is_some();
    let mut texts = vec![];
    for (row, file) in input.sources.files.iter().enumerate() {
        // How a file is used that is only named is not known.
        let is_named = input.sources.named.binary_search(&file.path).is_ok();
        // Documentation has comments in its examples only.
        if !is_named && file.path.extension().is_none_or(|extension| extension != "md") && speaks(&file.text) {
            let mount = input.sources.mounts.iter().find(|mount| mount.file.index() == row);
            let package = mount.map_or("", |mount| input.workspace.package_of(mount.target).name.as_str());
            texts.push(Text {
                shown: file.shown.clone(),
                text: Cow::Borrowed(&file.text),
                lines: Cow::Borrowed(&file.facts.lines),
                language: Language::Rust,
                file: Some(FileId::new(row)),
                package: package.into(),
            });
        }
    }
    let manifests = input.workspace.members().iter().map(|package| {
        let path = package.manifest.canonicalize().unwrap_or_else(|_| package.manifest.clone());
        (shown(input.workspace, &path), package.name.clone(), Language::Toml)
    });
    let loose = findings.iter().filter(|finding| finding.item.kind == "file");
    let loose = loose.map(|it| (it.location.file.clone(), it.item.package.clone(), Language::Rust));
    let known: BTreeSet<String> = texts.iter().map(|text| text.shown.clone()).collect();
    let others: BTreeSet<(String, String, bool)> =
        manifests.chain(loose).map(|(file, package, language)| (file, package, language == Language::Toml)).collect();
    for (file, package, manifest) in others {
        let Ok(text) = std::fs::read_to_string(input.workspace.root.join(&file)) else { continue };
        if !known.contains(&file) && speaks(&text) {
            let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1);
            let lines: Vec<u32> = std::iter::once(0).chain(starts).collect();
            let language = if manifest { Language::Toml } else { Language::Rust };
            texts.push(Text {
                shown: file,
                text: Cow::Owned(text),
                lines: Cow::Owned(lines),
                language,
                file: None,
                package,
            });
        }
    }
    texts
}

fn shown(workspace: &Workspace, path: &Path) -> String {
    crate::discover::shown(path, &workspace.root)
}

impl Text<'_> {
    /// Its comments.
    pub(super) fn comments(&self) -> Vec<Comment<'_>> {
        comments::comments(&self.text, self.language)
    }

    /// The place of a comment.
    pub(super) fn location(&self, comment: &Comment<'_>) -> Location {
        let (byte_start, byte_end) = (comment.start as u32, comment.end as u32);
        let (line, column) = position(&self.lines, &self.text, byte_start);
        let (end_line, end_column) = position(&self.lines, &self.text, byte_end);
        Location { file: self.shown.clone(), line, column, end_line, end_column, byte_start, byte_end }
    }

    /// What a comment speaks of.
    pub(super) fn cover(&self, audit: &Audit<'_>, comment: &Comment<'_>) -> Cover {
        let row = self.item(audit, comment);
        let lines = self.lines_of(comment);
        let facts = self.file.map(|file| &audit.input.sources.files[file.index()].facts);
        let on_lines = |def: &Def| (lines.0..=lines.1).contains(&self.line(def.name_span.start as usize));
        let named =
            |row: &usize| facts.is_some_and(|facts| is_written(&facts.defs[*row]) && on_lines(&facts.defs[*row]));
        let meant = row.or_else(|| (0..facts.map_or(0, |facts| facts.defs.len())).find(named));
        Cover {
            file: self.shown.clone(),
            lines,
            span: row.and_then(|row| Some(facts?.defs[row].span)),
            beneath: row.map_or(vec![], |row| self.beneath(audit, row)),
            def: meant.and_then(|row| Some(audit.input.bindings.defs.id(self.file?, row as u32))),
        }
    }

    /// The item that a comment is on, else the one that it stands in, else the file.
    pub(super) fn anchor(&self, audit: &Audit<'_>, comment: &Comment<'_>) -> Item {
        let around = || {
            let file = self.file?;
            let defs = &audit.input.sources.files[file.index()].facts.defs;
            let (start, end) = (comment.start as u32, comment.end as u32);
            let holds = |row: &usize| is_written(&defs[*row]) && defs[*row].span.contains(Span { start, end });
            (0..defs.len()).filter(holds).min_by_key(|row| defs[*row].span.end - defs[*row].span.start)
        };
        let row = self.item(audit, comment).or_else(around);
        if let (Some(file), Some(row)) = (self.file, row) {
            return audit.item(audit.input.bindings.defs.id(file, row as u32));
        }
        let name = self.shown.rsplit('/').next().unwrap_or(&self.shown);
        Item {
            kind: "file".into(),
            path: format!("{}/{}", self.package, self.shown),
            name: name.into(),
            package: self.package.clone(),
            visibility: String::new(),
        }
    }

    /// The item that a comment is on: what begins behind it, or what it stands in before the name of it.
    fn item(&self, audit: &Audit<'_>, comment: &Comment<'_>) -> Option<usize> {
        let defs = &audit.input.sources.files[self.file?.index()].facts.defs;
        let start = comment.start as u32;
        let rows = || (0..defs.len()).filter(move |row| is_written(&defs[*row]));
        let header = rows().filter(|row| defs[*row].span.start < start && start < defs[*row].name_span.start);
        let header = header.min_by_key(|row| defs[*row].span.end - defs[*row].span.start);
        let next = comments::next_code(&self.text, comment.end, self.language) as u32;
        let below = || rows().filter(|row| defs[*row].span.start == next).max_by_key(|row| defs[*row].span.end);
        header.or_else(|| self.is_alone(comment).then(below).flatten())
    }

    /// The lines that a comment speaks of.
    fn lines_of(&self, comment: &Comment<'_>) -> (u32, u32) {
        let first = self.line(comment.start);
        if self.file.is_none() && self.language == Language::Rust {
            // Of a file that nothing mounts there is only the finding on it as a whole.
            return (0, u32::MAX);
        }
        let next = comments::next_code(&self.text, comment.end, self.language);
        if !self.is_alone(comment) || next >= self.text.len() {
            return (first, first);
        }
        let end = comments::statement_end(&self.text, next, self.language);
        (first, self.line(end.saturating_sub(1).max(next)))
    }

    /// Whether nothing stands before a comment on its line.
    fn is_alone(&self, comment: &Comment<'_>) -> bool {
        let before = self.text.get(..comment.start).unwrap_or_default();
        before.rsplit('\n').next().unwrap_or_default().trim_start_matches('\u{feff}').trim().is_empty()
    }

    fn line(&self, at: usize) -> u32 {
        position(&self.lines, &self.text, at as u32).0
    }

    /// The files that a `mod` item mounts, and what those mount.
    fn beneath(&self, audit: &Audit<'_>, row: usize) -> Vec<String> {
        let sources = &audit.input.sources;
        let mut within = vec![false; sources.mounts.len()];
        let mut files = BTreeSet::new();
        for (at, mount) in sources.mounts.iter().enumerate() {
            let Some((parent, point)) = mount.parent else { continue };
            let here = Some(sources.mounts[parent].file) == self.file && self.mounts(audit, row, point);
            if within[parent] || here {
                within[at] = true;
                files.insert(sources.files[mount.file.index()].shown.clone());
            }
        }
        files.into_iter().collect()
    }

    /// Whether a mount point lies in an item: it is the item, or a `mod` inside it.
    fn mounts(&self, audit: &Audit<'_>, row: usize, point: MountPoint) -> bool {
        let (MountPoint::Module(module), Some(file)) = (point, self.file) else { return false };
        let defs = &audit.input.sources.files[file.index()].facts.defs;
        std::iter::successors(Some(module), |row| defs[*row as usize].parent).any(|holder| holder as usize == row)
    }
}

/// Whether a definition is written where it stands, so that a comment can be on it.
fn is_written(def: &Def) -> bool {
    let made = matches!(def.kind, DefKind::Template | DefKind::DocTest | DefKind::Anonymous);
    !made && !def.from_macro && def.name_span != Span::default()
}
