//! A report in the form that is asked for, to where it is wanted; and `report`, which renders a saved one.

use super::{ColorWhen, wants_color};
use crate::config::Config;
use crate::discover::{Package, Workspace};
use crate::finding::Report;
use crate::pipeline::Analysis;
use crate::report::cargo::PackageText;
use crate::report::{self, RuleText};
use crate::rules;
use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use std::io::{Read, Write};
use std::path::{Component, Path, PathBuf};

#[derive(Debug, Args)]
pub(super) struct OutputArgs {
    /// The form of the report
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// The form in the words of cargo
    #[arg(long, value_enum, value_name = "FORMAT", conflicts_with = "format")]
    message_format: Option<MessageFormat>,
    /// Write the report to a file
    #[arg(long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

impl OutputArgs {
    /// The form that is asked for.
    pub(super) fn format(&self) -> Format {
        self.message_format.map_or(self.format, |form| match form {
            MessageFormat::Human => Format::Text,
            MessageFormat::Short => Format::Short,
            MessageFormat::Json | MessageFormat::JsonDiagnosticRenderedAnsi => Format::Cargo,
        })
    }
}

/// What cargo calls the forms of its messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum MessageFormat {
    /// As `text`
    Human,
    /// As `short`
    Short,
    /// As `cargo`
    Json,
    /// As `cargo`
    JsonDiagnosticRenderedAnsi,
}

/// The forms of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// For people, a line for each finding
    Short,
    /// Schema 1, for programs
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Workflow commands of GitHub Actions, the rest in the summary of the step
    Github,
    /// Code quality of GitLab
    Gitlab,
    /// A comment on a pull request
    Markdown,
    /// JUnit XML
    Junit,
    /// Messages as cargo's own, for rust-analyzer
    Cargo,
}

impl Format {
    /// Whether the report leaves out the notes, and stderr is free for them.
    pub(super) fn has_no_notes(self) -> bool {
        matches!(self, Format::Short | Format::Json | Format::Github | Format::Gitlab | Format::Junit)
    }
}

#[derive(Debug, Args)]
pub(super) struct ReportArgs {
    /// A report that `--format json` wrote; `-` for standard input
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    #[command(flatten)]
    output: OutputArgs,
    /// The folder that its paths are relative to
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    root: PathBuf,
    /// Coloring
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    color: ColorWhen,
}

/// What formats ask of the world around a report.
struct Around<'a> {
    rules: &'a [RuleText],
    packages: &'a [PackageText],
    source: report::text::ReadSource<'a>,
    color: bool,
}

/// Writes the report of an analysis.
pub(super) fn emit(
    report: &Report,
    analysis: &Analysis,
    to: &OutputArgs,
    color: ColorWhen,
    out: &mut dyn Write,
) -> Result<()> {
    let around = Around {
        rules: &rule_texts(&analysis.config),
        packages: &package_texts(&analysis.workspace),
        source: &|file| source(analysis, file),
        color: to.output.is_none() && wants_color(color),
    };
    write(report, to, &around, out)
}

/// Renders a saved report. The gate spoke when it was made, so the status is 0.
pub(super) fn report(args: &ReportArgs, out: &mut dyn Write) -> Result<u8> {
    let shown = args.from.display();
    let mut bytes = vec![];
    if args.from.as_os_str() == "-" {
        std::io::stdin().read_to_end(&mut bytes).context("cannot read standard input")?;
    } else {
        bytes = std::fs::read(&args.from).with_context(|| format!("cannot read {shown}"))?;
    }
    let mut report: Report =
        serde_json::from_slice(&bytes).with_context(|| format!("{shown} is no report of this program"))?;
    if report.schema != 1 {
        bail!("{shown} has schema {}; this program reads 1", report.schema);
    }
    // Formats trust the order.
    report.findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    // A report may come from anywhere: nothing outside the folder is read.
    let inside = |file: &str| Path::new(file).components().all(|part| matches!(part, Component::Normal(_)));
    let read = |file: &str| inside(file).then(|| std::fs::read_to_string(args.root.join(file)).ok()).flatten();
    // Files may have changed since: no offset into them may become an edit.
    let blind = |_: &str| None;
    let around = Around {
        rules: &rule_texts(&Config::default()),
        packages: &[],
        source: if args.output.format() == Format::Cargo { &blind } else { &read },
        color: args.output.output.is_none() && wants_color(args.color),
    };
    write(&report, &args.output, &around, out)?;
    Ok(0)
}

fn write(report: &Report, to: &OutputArgs, around: &Around<'_>, out: &mut dyn Write) -> Result<()> {
    let Some(path) = &to.output else {
        let mut bytes = vec![];
        render(report, to.format(), around, &mut bytes)?;
        return Ok(out.write_all(&bytes)?);
    };
    if to.format() == Format::Github {
        bail!("workflow commands work on standard output only: leave out `--output`");
    }
    let mut bytes = vec![];
    render(report, to.format(), around, &mut bytes)?;
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

fn render(report: &Report, format: Format, around: &Around<'_>, out: &mut dyn Write) -> Result<()> {
    match format {
        Format::Text => report::text::write(report, around.color, around.source, out)?,
        Format::Short => report::short::write(report, out)?,
        Format::Json => report::json::write(report, out)?,
        Format::Sarif => report::sarif::write(report, around.rules, out)?,
        Format::Github => {
            let mut summary = step_summary()?;
            report::github::write(report, out, summary.as_mut().map(|file| file as &mut dyn Write))?;
        }
        Format::Gitlab => report::gitlab::write(report, out)?,
        Format::Markdown => report::markdown::write(report, out)?,
        Format::Junit => report::junit::write(report, around.rules, out)?,
        Format::Cargo => report::cargo::write(report, around.packages, around.source, out)?,
    }
    Ok(())
}

/// The file that a step of GitHub Actions gathers its summary in.
fn step_summary() -> Result<Option<std::fs::File>> {
    let path = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty());
    let Some(path) = path else { return Ok(None) };
    let opened = std::fs::OpenOptions::new().append(true).create(true).open(&path);
    opened.map(Some).with_context(|| format!("cannot write {}", Path::new(&path).display()))
}

fn rule_texts(config: &Config) -> Vec<RuleText> {
    let text = |rule: &rules::Rule| RuleText {
        code: rule.code.into(),
        family: rule.family.into(),
        level: config.levels.everywhere(rule.code).unwrap_or(rule.level),
        summary: rule.summary(),
        doc: rule.doc(),
    };
    rules::RULES.iter().map(text).collect()
}

pub(super) fn package_texts(workspace: &Workspace) -> Vec<PackageText> {
    let shown = |path: &Path| path.to_string_lossy().into_owned();
    let text = |(row, package): (usize, &Package)| {
        // Targets are sorted: a library before a binary.
        let target = workspace.targets.iter().find(|target| target.package.index() == row)?;
        let root = package.root.strip_prefix(&workspace.root).unwrap_or(&package.root);
        Some(PackageText {
            name: package.name.clone(),
            id: package.id.clone(),
            manifest_path: shown(&package.manifest),
            root: root.to_string_lossy().replace('\\', "/"),
            target: target.name.clone(),
            kind: target.kind.as_cargo().into(),
            src_path: shown(&target.root),
        })
    };
    workspace.members().iter().enumerate().filter_map(text).collect()
}

pub(super) fn source(analysis: &Analysis, file: &str) -> Option<String> {
    let known = analysis.sources.files.iter().find(|known| known.shown == file);
    match known {
        Some(known) => Some(known.text.clone()),
        None => std::fs::read_to_string(analysis.workspace.root.join(file)).ok(),
    }
}
