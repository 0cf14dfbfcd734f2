//! What git tells of lines of a file: the commits that changed them, with what they said afterwards.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// So many commits back the lines are followed; beyond, following a line through a large repository takes seconds.
const MOST_COMMITS: &str = "2000";

/// A repository that can be asked.
pub(super) struct Git {
    program: PathBuf,
    root: PathBuf,
    /// The commits to look at.
    range: String,
}

/// Lines of a file of the workspace.
pub(super) struct Lines {
    /// The name of what stands there.
    pub(super) name: String,
    /// The path from the root of the workspace.
    pub(super) file: String,
    /// The first line, from 1.
    pub(super) first: u32,
    /// The last line.
    pub(super) last: u32,
}

/// A commit that changed the lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Version {
    /// The short id of the commit.
    pub(super) commit: String,
    /// Seconds since 1970.
    pub(super) time: i64,
    /// The day.
    pub(super) date: String,
    /// The first line of its message.
    pub(super) subject: String,
    /// What the lines were after it.
    pub(super) text: String,
}

/// Begins the head of a commit; no line of a patch begins so.
const HEAD: char = '\u{1}';

impl Git {
    /// The repository that a folder lies in.
    pub(super) fn at(program: &Path, root: &Path) -> Option<Git> {
        let mut git = Git { program: program.to_owned(), root: root.to_owned(), range: "HEAD".into() };
        git.ask(&["rev-parse", "--verify", "--quiet", "HEAD"])?;
        let oldest = git.ask(&["rev-list", "--max-count=1", "--skip", MOST_COMMITS, "HEAD"])?;
        if !oldest.trim().is_empty() {
            git.range = format!("{}..HEAD", oldest.trim());
        }
        Some(git)
    }

    /// What it prints; `None` if it fails.
    fn ask(&self, arguments: &[&str]) -> Option<String> {
        let mut command = Command::new(&self.program);
        command.arg("--no-optional-locks").args(arguments).current_dir(&self.root);
        let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// The commits that changed lines, the newest first; `None` if the file is not as it was committed.
    pub(super) fn versions(&self, lines: &Lines) -> Option<Vec<Version>> {
        let clean = self.ask(&["diff", "--name-only", "HEAD", "--", &lines.file])?;
        if !clean.trim().is_empty() {
            return None;
        }
        let range = format!("-L{},{}:{}", lines.first, lines.last, lines.file);
        let format = format!("--format={HEAD}%h%x09%ct%x09%cs%x09%s");
        let log = self.ask(&["log", &range, &format, "--no-color", "--no-ext-diff", "--no-textconv", &self.range])?;
        Some(versions(&log))
    }
}

/// Reads a log with patches of the lines.
fn versions(log: &str) -> Vec<Version> {
    let commits = log.split(HEAD).skip(1).filter_map(|commit| {
        let (head, patch) = commit.split_once('\n').unwrap_or((commit, ""));
        let mut fields = head.splitn(4, '\t');
        let (commit, time, date) = (fields.next()?, fields.next()?, fields.next()?);
        Some(Version {
            commit: commit.to_owned(),
            time: time.parse().ok()?,
            date: date.to_owned(),
            subject: fields.next().unwrap_or_default().to_owned(),
            text: after(patch),
        })
    });
    commits.collect()
}

/// What the lines of a patch are after it.
fn after(patch: &str) -> String {
    let body = patch.lines().skip_while(|line| !line.starts_with("@@"));
    let kept = body.filter_map(|line| line.strip_prefix(['+', ' ']));
    kept.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_read() {
        let log = "\u{1}abc1234\t1700000000\t2023-11-14\tfix: a time-out\n\ndiff --git a/x.rs b/x.rs\n--- a/x.rs\n\
                   +++ b/x.rs\n@@ -1,3 +1,3 @@\n fn x() {\n-    a();\n+    b();\n }\n\
                   \u{1}def5678\t1600000000\t2020-09-13\tfirst\n";
        let read = versions(log);
        assert_eq!(read.len(), 2);
        assert_eq!((read[0].commit.as_str(), read[0].time), ("abc1234", 1_700_000_000));
        assert_eq!(read[0].text, "fn x() {\n    b();\n}\n");
        assert_eq!((read[1].subject.as_str(), read[1].text.as_str()), ("first", ""));
    }
}
