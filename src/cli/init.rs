//! `init`: a first configuration, commented, from what is found in the workspace.

use super::{WorkspaceArgs, options, with_stack};
use crate::config::{Config, FILE};
use crate::discover::TargetKind;
use crate::finding::Report;
use crate::gate::baseline;
use crate::legacy::weight_of_words;
use crate::pipeline::{self, Analysis, Options};
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write;

/// So much of a file is looked at for the sign of one that a program has written.
const HEAD: usize = 1000;
/// So many files and features are named.
const MOST_NAMED: usize = 8;

/// Writes the file, unless there is a configuration.
pub(super) fn init(args: &WorkspaceArgs, out: &mut dyn Write) -> Result<u8> {
    let options = Options { without_baseline: true, ..options(args) };
    let workspace = crate::discover::discover(&options.request)?;
    let path = workspace.root.join(FILE);
    if path.exists() {
        bail!("{} is there already; it is left as it is", path.display());
    }
    if pipeline::configuration(&workspace.root)? != Config::default() {
        bail!("Cargo.toml configures vestige already; it is left as it is");
    }
    let (report, analysis) = with_stack(|| pipeline::audit(&options))?;
    let text = text(&report, &analysis);
    std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    writeln!(out, "wrote {FILE}; it changes nothing until a line of it loses its `#`")?;
    Ok(0)
}

fn text(report: &Report, analysis: &Analysis) -> String {
    let mut text = String::from(
        "# What this workspace tells cargo-vestige. All of it is optional; a key that is not known is an error.\n\
         # Lines with `# ` before a key show what could be said.\n\n",
    );
    text.push_str(&world(report, analysis));
    text.push_str(
        "# Items that something outside of the source uses: a path, the end of one, or `api::*` for all below.\n\
         # roots = [\"plugin::entry\"]\n\n",
    );
    text.push_str(&ignored(analysis));
    text.push_str(&levels(report));
    text.push_str(
        "# What marks code as legacy here, or does not.\n[markers]\n# terms = [\"legacy_format\"]  # names that are no \
         marks\n# remove = [\"compat\"]        # words that mark nothing here\n\n",
    );
    text.push_str(&sunset(analysis));
    text.push_str(&gate(report));
    text
}

/// What counts as used for being public.
fn world(report: &Report, analysis: &Analysis) -> String {
    let workspace = &analysis.workspace;
    let closed = workspace.members().iter().filter(|package| !package.publishable).count();
    let libraries: BTreeSet<usize> = (workspace.targets.iter())
        .filter(|target| target.kind == TargetKind::Lib)
        .map(|target| target.package.index())
        .filter(|package| workspace.packages[*package].publishable)
        .collect();
    let mut text = String::new();
    // Writing to a string does not fail.
    if closed > 0 {
        let _ = writeln!(text, "# {closed} packages are not published: their public items need a user like any other.");
    }
    if !libraries.is_empty() {
        let _ = writeln!(
            text,
            "# {} libraries can be published: their public items count as used, {} that nobody here uses among them.\n\
             # Closed world? For all packages, or for some: closed-world = [\"{}\"]\n# closed-world = true",
            libraries.len(),
            report.summary.closed_world_adds,
            libraries.first().map_or("", |first| workspace.packages[*first].name.as_str())
        );
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// Files that a program has written.
fn ignored(analysis: &Analysis) -> String {
    let is_made = |text: &str| {
        let mut head = HEAD.min(text.len());
        while !text.is_char_boundary(head) {
            head -= 1;
        }
        let head = &text[..head];
        head.contains("@generated") || head.contains("DO NOT EDIT") || head.contains("automatically generated")
    };
    let made = analysis.sources.files.iter().filter(|file| is_made(&file.text));
    let made: Vec<String> = made.take(MOST_NAMED).map(|file| format!("\"{}\"", file.shown)).collect();
    let shown = if made.is_empty() { "\"src/generated/**\"".to_owned() } else { made.join(", ") };
    format!(
        "# Files of which nothing is reported; what they use counts as used all the same.\n# ignore = [{shown}]\n\n"
    )
}

fn levels(report: &Report) -> String {
    let mut text =
        String::from("# allow, warn or deny, by rule; for some files alone under their pattern.\n[levels]\n");
    for (code, count) in &report.summary.by_code {
        let _ = writeln!(text, "# {code} = \"warn\"  # {count} findings today");
    }
    if report.summary.by_code.is_empty() {
        text.push_str("# unused-feature = \"allow\"\n");
    }
    text.push_str("# [levels.\"crates/old/**\"]\n# unreachable-item = \"allow\"\n\n");
    text
}

/// Features whose names say that they are to end.
fn sunset(analysis: &Analysis) -> String {
    let markers = &analysis.markers;
    let features = analysis.workspace.members().iter().flat_map(|package| &package.features);
    let legacy = features.filter(|it| weight_of_words(&it.name.replace('-', "_"), markers) >= markers.threshold);
    let names: BTreeSet<&str> = legacy.map(|feature| feature.name.as_str()).collect();
    let year = analysis.workspace.today.as_deref().and_then(|today| today.get(..4)?.parse::<u32>().ok());
    let mut text = format!(
        "# What is to end, and from when on `check` reports what is left of it; `cargo vestige sunset` shows it before.\n\
         # [sunset]\n# until = \"{}-01\"\n",
        year.map_or(2027, |year| year + 1)
    );
    for name in names.iter().take(MOST_NAMED) {
        let _ = writeln!(text, "# feature.{name} = false");
    }
    if names.is_empty() {
        text.push_str("# feature.legacy-protocol = false\n");
    }
    text.push('\n');
    text
}

fn gate(report: &Report) -> String {
    let (count, file) = (report.summary.findings, baseline::FILE);
    let known = match count {
        0 => String::new(),
        _ => format!("  # `cargo vestige baseline` puts down the {count} findings of today"),
    };
    format!(
        "[gate]\n# fail-on = \"warn\"  # or \"deny\", \"never\"\n# base = \"origin/main\"  # what `cargo vestige gate` compares \
         with\n# baseline = \"{file}\"{known}\n"
    )
}
