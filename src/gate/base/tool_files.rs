//! Files of a commit that are no Rust and of which tools make some.
//!
//! In: manifests and settings, as they are read one after the other, and paths. Out: which of the paths tools may read; rather one
//! too many, as nobody has discovered the workspace yet. `parse` decides what is read.

use crate::catalog::tools::Tools;
use std::collections::BTreeSet;

/// What is known so far of the tools of a commit.
pub(super) struct ToolFiles<'t> {
    tools: &'t Tools,
    /// The rows of the tools that manifests name.
    rows: BTreeSet<usize>,
    /// Names of folders all files of which may be read.
    folders: BTreeSet<String>,
}

impl<'t> ToolFiles<'t> {
    pub(super) fn new(tools: &'t Tools) -> Self {
        ToolFiles { tools, rows: BTreeSet::new(), folders: BTreeSet::new() }
    }

    /// Takes in a file; says whether more paths are read by what it says.
    pub(super) fn learn(&mut self, path: &str, text: &str) -> bool {
        let name = path.rsplit('/').next().unwrap_or(path);
        let before = (self.rows.len(), self.folders.len());
        if name == "Cargo.toml" {
            let words = text.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '-' | '_'));
            self.rows.extend(self.tools.of(words));
            let folders = self.rows.iter().flat_map(|row| &self.tools.rows[*row].folders);
            self.folders.extend(folders.cloned());
        } else if self.tools.rows.iter().flat_map(|tool| &tool.config).any(|config| config == name) {
            let texts = text.split(['"', '\'']).filter_map(|text| text.trim_end_matches('/').rsplit('/').next());
            self.folders.extend(texts.map(str::to_owned));
        }
        !self.rows.is_empty() && before != (self.rows.len(), self.folders.len())
    }

    /// Whether a tool may read a file.
    pub(super) fn may_read(&self, path: &str) -> bool {
        let mut parts = path.rsplit('/');
        let name = parts.next().unwrap_or(path);
        self.rows.iter().any(|row| self.tools.rows[*row].reads(name)) || parts.any(|part| self.folders.contains(part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read_by_the_tools_of_manifests_and_their_settings() {
        let tools = Tools::load().expect("the table parses");
        let mut files = ToolFiles::new(&tools);
        assert!(!files.learn("a/Cargo.toml", "[dependencies]\nserde = \"1\"\n"));
        assert!(!files.may_read("a/templates/page.html"));
        assert!(files.learn("b/Cargo.toml", "[dependencies]\naskama = \"0.14\"\n"));
        assert!(files.may_read("b/templates/in/page.html") && !files.may_read("b/views/page.html"));
        assert!(!files.learn("c/Cargo.toml", "[dependencies]\naskama.workspace = true\n"));
        assert!(files.learn("b/askama.toml", "[general]\ndirs = [\"src/views/\"]\n"));
        assert!(files.may_read("b/src/views/page.html") && !files.may_read("b/src/grammar.lalrpop"));
    }
}
