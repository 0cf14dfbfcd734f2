//! Stage 2a. A workspace in, [`Sources`] out: every file that a target mounts, read, parsed and extracted.
//!
//! The module tree is followed from the root of each target; a file is parsed once, wherever it is mounted, in a task
//! of its own. Trees do not leave their task. Source that cannot be read or parsed is a [`Problem`], and the rest goes
//! on.

mod ahead;
mod depth;
mod lent;
mod load;
mod named;
mod own_macros;
mod places;
mod tool_files;
mod tree;
pub(crate) mod trees;

pub use crate::extract::sites::Site;
pub use ahead::Ahead;
pub use lent::Lent;
pub use tool_files::ToolFiles;

use crate::catalog::Catalog;
use crate::discover::Workspace;
use crate::facts::{Cfg, Facts};
use crate::model::{FileId, Name, TargetId};
use std::path::PathBuf;
use std::sync::Arc;

/// All files that targets mount, and how.
#[derive(Debug)]
pub struct Sources {
    /// Files by path.
    pub files: Vec<SourceFile>,
    /// Paths of files that no target mounts although the source of their package names them or a tool reads them, in order: how
    /// they are used is not known. Those that may be code are in `files` too, as words.
    pub named: Vec<PathBuf>,
    /// Files as modules of targets; a parent comes before its children.
    pub mounts: Vec<Mount>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// The source files in the folder of each member, mounted or not.
    pub disk: Vec<Vec<PathBuf>>,
    /// Folders of members that could not be listed.
    pub unlisted: Vec<String>,
}

/// One file.
#[derive(Debug)]
pub struct SourceFile {
    /// Where it is, without symbolic links.
    pub path: PathBuf,
    /// Its path from the root of the workspace, with `/`.
    pub shown: String,
    /// Its content.
    pub text: String,
    /// What it says; another state of the workspace may have the same.
    pub facts: Arc<Facts>,
}

/// A file as a module of a target.
#[derive(Debug, Clone)]
pub struct Mount {
    /// The target.
    pub target: TargetId,
    /// The file.
    pub file: FileId,
    /// The mount and definition that hold it: `mod x;` or `include!`; `None` for the root of the target.
    pub parent: Option<(usize, MountPoint)>,
    /// When it is this file, where one `mod` may mount several: of `#[cfg_attr(…, path = "…")]`.
    pub condition: Option<Cfg>,
}

/// What in the parent mounts a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MountPoint {
    /// A `mod` definition, by its row.
    Module(u32),
    /// An `include!` into a scope, by its row.
    Include(u32),
    /// Documentation, by the row of the scope whose `#[doc = include_str!(…)]` reads it.
    Documentation(u32),
    /// A macro that is not expanded may declare a module of this name in a scope; so may something else, where it is a path.
    Hidden(u32, Name),
}

/// Something that kept a file from being read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, from the root of the workspace.
    pub file: String,
    /// The line, from 1; 0 if there is none.
    pub line: u32,
    /// The column, from 1; 0 if there is none.
    pub column: u32,
    /// What is wrong.
    pub message: String,
    /// Whether the analysis lacks something because of it.
    pub incomplete: bool,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.message),
            line => write!(f, "{}:{line}:{}: {}", self.file, self.column, self.message),
        }
    }
}

/// Reads the facts of a text that is no file of a workspace.
pub(crate) fn facts_of(text: &str, catalog: &Catalog) -> Result<Facts, Problem> {
    load::parse(text, "", catalog, &crate::extract::OwnMacros::default())
}

/// Reads every file that the targets of a workspace mount.
pub fn parse(workspace: &Workspace, catalog: &Catalog) -> Sources {
    parse_rest(workspace, catalog, &Ahead::default())
}

/// The same; what was read ahead is not read again. The result does not show it.
pub fn parse_rest(workspace: &Workspace, catalog: &Catalog, ahead: &Ahead) -> Sources {
    tree::mount_all(workspace, load::load_all(workspace, catalog, ahead, Sharing::Alone))
}

/// The same; `lend` is given what another state of the workspace may take over, as soon as it is there.
pub fn parse_lending(workspace: &Workspace, catalog: &Catalog, ahead: &Ahead, lend: &dyn Fn(Lent)) -> Sources {
    tree::mount_all(workspace, load::load_all(workspace, catalog, ahead, Sharing::Lends(lend)))
}

/// As [`parse`]; what another state of the workspace lends is not read again. The result does not show it.
pub fn parse_borrowing(workspace: &Workspace, catalog: &Catalog, lent: &Lent) -> Sources {
    tree::mount_all(workspace, load::load_all(workspace, catalog, &Ahead::default(), Sharing::Borrows(lent)))
}

/// What reading has to do with another state of the workspace.
#[derive(Clone, Copy)]
enum Sharing<'a> {
    Alone,
    Lends(&'a dyn Fn(Lent)),
    Borrows(&'a Lent),
}
