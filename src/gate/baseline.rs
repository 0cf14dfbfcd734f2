//! The baseline: findings that a workspace has agreed to live with, by identity.
//!
//! In: a file of lines `id code path`, or findings. Out: which findings are known, which entries match nothing any more, and
//! the file to write. A line is one finding, so that a new finding never takes the place of one that is gone; lines are
//! in the order of their bytes, so that `sort -u` merges two files. It does not know levels or suppressions.

use crate::finding::{Finding, Identity, Suppressed, SuppressedBy};
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::path::Path;

/// Where it is kept, unless the configuration says otherwise.
pub const FILE: &str = "vestige-baseline.txt";

const HEAD: &str = "# Findings that `cargo vestige` does not report. Written by `cargo vestige baseline`.\n";

/// Known findings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    /// One for each, in the order of the file.
    pub entries: BTreeSet<Identity>,
}

impl Baseline {
    /// Of findings that count.
    pub fn of(findings: &[Finding]) -> Self {
        Self { entries: findings.iter().filter(|it| it.suppressed.is_none()).map(Finding::identity).collect() }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// It cannot be read, or a line is no entry; two sides of a merge that git left in it are not.
    pub fn read(path: &Path) -> Result<Self> {
        let shown = path.display();
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("cannot read the baseline {shown}; `cargo vestige baseline` writes it"))?;
        let mut entries = BTreeSet::new();
        for (row, line) in
            text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        {
            let mut fields = line.splitn(3, ' ');
            let entry = match (fields.next(), fields.next(), fields.next()) {
                (Some(id), Some(code), Some(path)) if is_id(id) => {
                    Identity { id: id.into(), code: code.into(), path: path.trim_end().into() }
                }
                _ => bail!("{shown}:{}: `{line}` is no line of the form `id code path`", row + 1),
            };
            entries.insert(entry);
        }
        Ok(Self { entries })
    }

    /// The file.
    pub fn text(&self) -> String {
        let lines = self.entries.iter().map(|it| format!("{} {} {}\n", it.id, it.code, it.path));
        std::iter::once(HEAD.to_owned()).chain(lines).collect()
    }

    /// Marks the findings that it has.
    pub fn mark(&self, findings: &mut [Finding]) {
        let ids: BTreeSet<&str> = self.entries.iter().map(|entry| entry.id.as_str()).collect();
        let is_known = |finding: &&mut Finding| finding.suppressed.is_none() && ids.contains(finding.id.as_str());
        for finding in findings.iter_mut().filter(is_known) {
            let reason = "it was there when the baseline was written".to_owned();
            finding.suppressed = Some(Suppressed { by: SuppressedBy::Baseline, reason, until: None });
        }
    }

    /// Entries that match none of the findings.
    pub fn stale(&self, findings: &[Finding]) -> Vec<Identity> {
        let ids: BTreeSet<&str> = findings.iter().map(|finding| finding.id.as_str()).collect();
        self.entries.iter().filter(|entry| !ids.contains(entry.id.as_str())).cloned().collect()
    }
}

fn is_id(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_and_what_is_no_entry_is_named() {
        let entry = |id: &str, path: &str| Identity { id: id.into(), code: "unused-feature".into(), path: path.into() };
        let entries = BTreeSet::from([entry("00000000000000b1", "a/b c"), entry("00000000000000a2", "z")]);
        let baseline = Baseline { entries };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        std::fs::write(&path, baseline.text()).unwrap();
        assert_eq!(Baseline::read(&path).unwrap(), baseline);
        let lines: Vec<String> = baseline.text().lines().map(str::to_owned).collect();
        assert!(lines.is_sorted(), "{lines:?}");
        std::fs::write(&path, format!("{}<<<<<<< ours\n", baseline.text())).unwrap();
        let error = Baseline::read(&path).unwrap_err().to_string();
        assert!(error.contains(":4: `<<<<<<< ours` is no line"), "{error}");
    }
}
