//! The base: the commit that a change is compared with, and its files.
//!
//! In: a folder in a git repository, and the name of a commit if one is given. Out: the commit, what differs from it in the
//! work tree, and its files in a folder. Nothing is checked out, stashed, fetched or written to the repository: `git` is
//! asked for objects. It does not know what the files say.

mod objects;
mod outside;
mod tool_files;

pub use objects::always_read;

use crate::catalog::tools::Tools;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};

/// The commit that a change is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// Its full hash.
    pub commit: String,
    /// How it was found: "the merge base with `origin/main`".
    pub chosen: String,
    /// The folder that the work tree begins in.
    top: PathBuf,
    /// Where in it the workspace lies, with `/` at the end; empty for the whole.
    prefix: String,
}

/// What differs between the base and the work tree; paths are from the root of the workspace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// Files that are there in one of them only or have another content, also those outside of the workspace.
    pub files: BTreeSet<String>,
    /// New names of renamed files, by the old one.
    pub renames: BTreeMap<String, String>,
}

impl Base {
    /// Finds the base of the work tree that a folder lies in: the merge base with the commit that is wanted, or with the
    /// branch that this one will go to.
    ///
    /// # Errors
    /// There is no git, no repository, no such commit, or no history in common, as in a shallow clone.
    pub fn find(root: &Path, wanted: Option<&str>) -> Result<Base> {
        let shown = root.display();
        let Some(top) = asked(root, &["rev-parse", "--show-toplevel"])? else {
            bail!("{shown} is not in a git repository, so there is no base to compare with");
        };
        let prefix = asked(root, &["rev-parse", "--show-prefix"])?.unwrap_or_default();
        if commit(root, "HEAD")?.is_none() {
            bail!("the repository has no commit yet, so there is no base to compare with");
        }
        let (name, commit) = match wanted {
            Some(name) => (name.to_owned(), named(root, name)?),
            None => usual(root)?,
        };
        let Some(merge_base) = asked(root, &["merge-base", "HEAD", &commit])? else {
            bail!("the present state and `{name}` have no history in common{}", hint(root, &name)?);
        };
        let chosen = if merge_base == commit { format!("`{name}`") } else { format!("the merge base with `{name}`") };
        Ok(Base { commit: merge_base, chosen, top: top.into(), prefix })
    }

    /// Where the work tree begins in a folder that stands for the whole disk: what its manifests lead to outside of the
    /// repository can stand beside it there.
    pub fn top_in(&self, folder: &Path) -> PathBuf {
        let named = |part: &Component<'_>| matches!(part, Component::Normal(_));
        folder.join(self.top.components().filter(named).collect::<PathBuf>())
    }

    /// The root of the workspace in a folder that the base was written to.
    pub fn root_in(&self, folder: &Path) -> PathBuf {
        self.top_in(folder).join(&self.prefix)
    }

    /// What differs from the base in the work tree, files included that git does not know yet.
    ///
    /// # Errors
    /// Git cannot compare.
    pub fn differences(&self) -> Result<Differences> {
        let mut found = Differences::default();
        let diff = ["diff", "--name-status", "-z", "-M", "--no-ext-diff", "--no-textconv", self.commit.as_str(), "--"];
        let others = ["ls-files", "--others", "--exclude-standard", "-z"];
        let (text, others) = std::thread::scope(|scope| {
            let others = scope.spawn(|| told(&self.top, &others));
            let text = told(&self.top, &diff);
            (text, others.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        });
        let (text, others) = (text?, others?);
        let mut fields = text.split('\0');
        while let Some(status) = fields.next().filter(|status| !status.is_empty()) {
            let Some(first) = fields.next() else { break };
            found.files.insert(self.below_root(first));
            if status.starts_with(['R', 'C'])
                && let Some(second) = fields.next()
            {
                found.files.insert(self.below_root(second));
                if status.starts_with('R') {
                    found.renames.insert(self.below_root(first), self.below_root(second));
                }
            }
        }
        found.files.extend(others.split('\0').filter(|path| !path.is_empty()).map(|path| self.below_root(path)));
        Ok(found)
    }

    /// A path from the top of the work tree as one from the root of the workspace.
    fn below_root(&self, path: &str) -> String {
        crate::discover::shown(Path::new(path), Path::new(&self.prefix))
    }

    /// Writes the files of the base to a folder, and those that git ignores, as they are: neither side of the change has
    /// them. What manifests lead to outside of the repository is linked. Returns what a reader must know.
    ///
    /// # Errors
    /// An object is missing, or a file cannot be written.
    pub fn write(&self, folder: &Path, tools: &Tools) -> Result<Vec<String>> {
        let top = self.top_in(folder);
        fs::create_dir_all(&top).with_context(|| format!("cannot make {}", top.display()))?;
        let notes = objects::write(&self.top, &self.commit, &top, tools)?;
        let ignored =
            told(&self.top, &["ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z"])?;
        for path in ignored.split('\0').filter(|path| !path.is_empty()) {
            objects::copy_sources(&self.top, path, &top)?;
        }
        outside::link(&self.top, &top, folder);
        Ok(notes)
    }
}

/// The commit of a name that the user gave.
fn named(root: &Path, name: &str) -> Result<String> {
    if let Some(commit) = commit(root, name)? {
        return Ok(commit);
    }
    let remote = format!("origin/{name}");
    match commit(root, &remote)? {
        Some(_) => bail!("there is no commit `{name}` here; did you mean `{remote}`?"),
        None => bail!("there is no commit `{name}` here{}", hint(root, name)?),
    }
}

/// The branch that the present one will go to: its upstream, unless that is its own copy at the remote and there is a main
/// branch beside it; else the main branch of the remote; else one that is called so.
fn usual(root: &Path) -> Result<(String, String)> {
    let branch = asked(root, &["symbolic-ref", "--quiet", "--short", "HEAD"])?;
    let upstream = asked(root, &["rev-parse", "--abbrev-ref", "--symbolic-full-name", "@{upstream}"])?;
    let own_copy = upstream.as_ref().zip(branch.as_ref()).is_some_and(|(upstream, branch)| {
        upstream.strip_suffix(branch.as_str()).is_some_and(|rest| rest.ends_with('/'))
    });
    let main = asked(root, &["rev-parse", "--abbrev-ref", "origin/HEAD"])?.filter(|name| name != "origin/HEAD");
    let fixed = ["origin/main", "origin/master", "main", "master"].map(str::to_owned);
    let before = upstream.clone().filter(|_| !own_copy);
    let is_other = |name: &String| Some(name) != branch.as_ref();
    let candidates = before.into_iter().chain(main).chain(fixed.into_iter().filter(is_other)).chain(upstream);
    for name in candidates {
        if let Some(commit) = commit(root, &name)? {
            return Ok((name, commit));
        }
    }
    bail!(
        "there is nothing to compare with: no upstream branch, no origin/HEAD, no main and no master{}",
        hint(root, "main")?
    );
}

fn commit(root: &Path, name: &str) -> Result<Option<String>> {
    // What begins so is an option, and no name of a commit.
    if name.starts_with('-') {
        return Ok(None);
    }
    asked(root, &["rev-parse", "--verify", "--quiet", &format!("{name}^{{commit}}")])
}

/// What to do where a commit or a part of the history is missing.
fn hint(root: &Path, name: &str) -> Result<String> {
    let shallow = asked(root, &["rev-parse", "--is-shallow-repository"])?.is_some_and(|said| said == "true");
    Ok(match shallow {
        true => "; this clone is shallow: fetch the history (`git fetch --unshallow`, `fetch-depth: 0` of \
                 actions/checkout, `GIT_DEPTH: 0` of GitLab)"
            .into(),
        false => format!("; fetch it (`git fetch origin {name}`), or name another with `--base`"),
    })
}

/// A command of git that changes nothing: no locks, no fetching of what is missing, no questions.
fn git(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    // In a hook these speak of another folder or of half of a commit.
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(variable);
    }
    command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0");
    command.env("LC_ALL", "C");
    command
}

/// What git answers; `None` if it says no.
fn asked(folder: &Path, arguments: &[&str]) -> Result<Option<String>> {
    let output = git(folder, arguments).output().context("cannot run `git`")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let text = text.strip_suffix('\n').unwrap_or(&text);
    Ok(output.status.success().then(|| text.trim_end_matches('\r').to_owned()))
}

/// What git answers to what it cannot say no to.
fn told(folder: &Path, arguments: &[&str]) -> Result<String> {
    let output = git(folder, arguments).output().context("cannot run `git`")?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`git {}` fails: {}", arguments.first().unwrap_or(&""), said.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
