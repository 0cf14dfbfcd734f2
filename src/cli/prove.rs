//! `prove` and `fix`: from arguments to a copy of the workspace, and from proofs to words.

use super::{WorkspaceArgs, options, with_stack};
use crate::finding::{Finding, ProofStatus, Report};
use crate::fix::{self, journal};
use crate::model::DefId;
use crate::pipeline::{self, Analysis, Options};
use crate::prove::{self, Cargo, FeatureSet, Interrupt, Request, Shadow, compiler};
use crate::report;
use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// The forms of what was proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// What to try, and how.
#[derive(Debug, Args)]
pub(super) struct TrialArgs {
    #[command(flatten)]
    workspace: WorkspaceArgs,
    /// Only this finding, rule, item or file: an id, a code, a path
    #[arg(long, value_name = "ID|CODE|PATH", value_delimiter = ',')]
    only: Vec<String>,
    /// Check with each of these sets of features: `default`, `all`, `none` or names with commas; `;` between sets
    #[arg(long, value_name = "LIST", value_delimiter = ';')]
    each_feature_set: Vec<String>,
    /// Check although packages ask for a newer compiler
    #[arg(long)]
    ignore_rust_version: bool,
    /// Run the tests too
    #[arg(long)]
    test: bool,
}

#[derive(Debug, Args)]
pub(super) struct ProveArgs {
    #[command(flatten)]
    trial: TrialArgs,
    /// The form of the report
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Write the report to a file
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Print how many removals were proven and refuted, with the interval that the share lies in
    #[arg(long)]
    report_precision: bool,
}

#[derive(Debug, Args)]
pub(super) struct FixArgs {
    #[command(flatten)]
    trial: TrialArgs,
    /// Print the change as a diff and make none
    #[arg(long)]
    dry_run: bool,
    /// Change files although git does not know all of the present state
    #[arg(long)]
    allow_dirty: bool,
    /// Remove also what compiling cannot prove; the findings say why
    #[arg(long)]
    unproven: bool,
}

/// The running cargo, for the handler of interruptions, of which there is one for the process.
static RUNNING: OnceLock<Arc<Interrupt>> = OnceLock::new();

fn interrupt() -> Arc<Interrupt> {
    let made = RUNNING.get_or_init(|| {
        let interrupt = Arc::new(Interrupt::default());
        let handled = Arc::clone(&interrupt);
        // Without a handler an interruption leaves the copy behind, which the next run clears.
        let _ = ctrlc::set_handler(move || handled.stop());
        interrupt
    });
    Arc::clone(made)
}

/// Everything that a trial needs, from the arguments.
struct Setting<'a> {
    args: &'a TrialArgs,
    options: Options,
    analysis: Analysis,
    report: Report,
    chosen: BTreeSet<DefId>,
}

fn setting(args: &TrialArgs) -> Result<Setting<'_>> {
    let options = Options { git: None, ..options(&args.workspace) };
    let (report, analysis) = pipeline::audit(&options)?;
    let known = |only: &String| report.findings.iter().any(|finding| is_chosen(finding, only));
    if let Some(only) = args.only.iter().find(|only| !known(only)) {
        bail!("no unreachable item is `{only}`: neither an id, a code, the path of an item nor of a file");
    }
    let wanted = |finding: &&Finding| args.only.is_empty() || args.only.iter().any(|only| is_chosen(finding, only));
    let chosen = report.findings.iter().filter(wanted).filter_map(|finding| finding.subject).collect();
    Ok(Setting { args, options, analysis, report, chosen })
}

fn is_chosen(finding: &Finding, only: &str) -> bool {
    let path = &finding.item.path;
    let ends = path.strip_suffix(only).is_some_and(|rest| rest.is_empty() || rest.ends_with("::"));
    let file = Path::new(&finding.location.file).starts_with(only);
    matches!(finding.code.as_str(), "unreachable-item" | "unregistered-handler")
        && (finding.id == only || finding.code == only || ends || file)
}

impl Setting<'_> {
    fn flags(&self) -> Vec<String> {
        let args = &self.args.workspace;
        let mut flags = vec![];
        flags.extend(args.offline.then(|| "--offline".to_owned()));
        flags.extend(self.args.ignore_rust_version.then(|| "--ignore-rust-version".to_owned()));
        flags.extend(args.locked.then(|| "--locked".to_owned()));
        flags.extend(args.frozen.then(|| "--frozen".to_owned()));
        flags.extend(args.target.iter().flat_map(|target| ["--target".to_owned(), target.clone()]));
        flags
    }

    fn features(&self) -> Vec<FeatureSet> {
        let args = &self.args.workspace;
        let mut flags = vec![];
        flags.extend(args.all_features.then(|| "--all-features".to_owned()));
        flags.extend(args.no_default_features.then(|| "--no-default-features".to_owned()));
        if !args.features.is_empty() {
            flags.extend(["--features".to_owned(), args.features.join(",")]);
        }
        let label = if flags.is_empty() { "default".to_owned() } else { flags.join(" ") };
        let mut sets = vec![FeatureSet { label, flags }];
        for listed in self.args.each_feature_set.iter().map(|set| set.trim()).filter(|set| !set.is_empty()) {
            let flags: Vec<String> = match listed {
                "default" => vec![],
                "all" => vec!["--all-features".into()],
                "none" => vec!["--no-default-features".into()],
                names => ["--no-default-features", "--features", names].map(Into::into).to_vec(),
            };
            let set = FeatureSet { label: listed.to_owned(), flags };
            if sets.iter().all(|known| known.flags != set.flags) {
                sets.push(set);
            }
        }
        sets
    }

    /// Makes the copy and runs `work` with it.
    fn run<T>(&self, restores_unbuilt: bool, work: impl FnOnce(&Request<'_>, &Cargo<'_>) -> Result<T>) -> Result<T> {
        let quiet = self.args.workspace.quiet;
        let terminal = std::io::stderr().is_terminal();
        let say = |text: &str| {
            if !quiet {
                let clear = if terminal { "\r\x1b[K" } else { "" };
                eprintln!("{clear}{text}");
            }
        };
        let progress = |count: usize| {
            if !quiet && terminal {
                eprint!("\r{count} packages checked");
            }
        };
        let interrupt = interrupt();
        let root = &self.analysis.workspace.root;
        let cargo = Cargo {
            program: self.options.request.cargo.clone().unwrap_or_else(|| "cargo".into()),
            folder: root.clone(),
            target_dir: self.analysis.workspace.target_dir.clone(),
            wrapper: wrapper(),
            flags: self.flags(),
            interrupt: &interrupt,
            progress: &progress,
        };
        say("copying the workspace");
        let shadow = Shadow::make(&self.analysis.workspace)?;
        let features = self.features();
        let rustc = std::env::var_os("RUSTC").map_or_else(|| PathBuf::from("rustc"), PathBuf::from);
        let request = Request {
            shadow: &shadow,
            cargo: &cargo,
            features: &features,
            rustc: &compiler::rustc_version(&rustc, root),
            base: &compiler::base_conditions(&rustc, root, self.args.workspace.target.as_deref()),
            restores_unbuilt,
            say: &say,
        };
        work(&request, &cargo)
    }

    /// Runs the tests of the copy; where some fail, those of the user's workspace too: what fails there is no news.
    fn test(&self, request: &Request<'_>, cargo: &Cargo<'_>) -> Result<Vec<String>> {
        let mut failed = vec![];
        for set in request.features {
            (request.say)(&format!("running the tests ({})", set.label));
            let outcome = cargo.test(&request.shadow.root, "tests-without", set)?;
            if outcome.success {
                continue;
            }
            (request.say)("running the tests of the workspace as it is");
            let before = cargo.test(&self.analysis.workspace.root, "tests-before", set)?;
            let known: BTreeSet<&str> = before.said.lines().filter(|line| is_failure(line)).collect();
            let new: Vec<&str> =
                outcome.said.lines().filter(|line| is_failure(line) && !known.contains(line)).collect();
            failed.extend(new.iter().map(|line| (*line).to_owned()));
            if new.is_empty() && before.success {
                failed.push(outcome.said.lines().last().unwrap_or("the tests do not build").to_owned());
            }
        }
        Ok(failed)
    }
}

fn is_failure(line: &str) -> bool {
    line.starts_with("test ") && line.ends_with(" ... FAILED")
}

/// This program, under whatever name, to be called by cargo in the place of the compiler; the tests of the library are
/// none.
fn wrapper() -> Option<PathBuf> {
    if prove::compiler::can_wrap() { std::env::current_exe().ok() } else { None }
}

pub(super) fn prove(args: &ProveArgs, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8> {
    with_stack_dyn(|| prove_inside(args), out, err)
}

pub(super) fn fix(args: &FixArgs, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8> {
    with_stack_dyn(|| fix_inside(args), out, err)
}

/// What a command prints on both streams, and its status.
struct Said {
    out: Vec<u8>,
    err: String,
    status: u8,
}

fn with_stack_dyn(run: impl FnOnce() -> Result<Said> + Send, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8> {
    let said = with_stack(run)?;
    write!(err, "{}", said.err)?;
    out.write_all(&said.out)?;
    Ok(said.status)
}

fn prove_inside(args: &ProveArgs) -> Result<Said> {
    let mut setting = setting(&args.trial)?;
    let (proven, failed) = setting.run(false, |request, cargo| {
        let proven = pipeline::with_audit(&setting.analysis, |audit| prove::prove(audit, &setting.chosen, request))?;
        let failed = if args.trial.test { setting.test(request, cargo)? } else { vec![] };
        Ok((proven, failed))
    })?;
    for finding in &mut setting.report.findings {
        finding.proof = finding.subject.and_then(|def| proven.proofs.get(&def).cloned());
    }
    let report = &mut setting.report;
    if !proven.broken.is_empty() {
        let first = proven.broken.first().map_or("", String::as_str);
        report.workspace.notes.push(format!("the workspace does not build as it is: {first}"));
    }
    report.workspace.notes.extend(failed.iter().map(|line| format!("fails without what was removed: {line}")));
    let refuted = report.findings.iter().filter_map(|it| it.proof.as_ref());
    let refuted = refuted.filter(|proof| proof.status == ProofStatus::Refuted).count();
    let mut bytes = vec![];
    match args.format {
        Format::Json => report::json::write(report, &mut bytes)?,
        Format::Text => report::proof::write(report, proven.rounds, &mut bytes)?,
    }
    let mut said = Said { out: vec![], err: String::new(), status: u8::from(refuted > 0 || !failed.is_empty()) };
    if args.report_precision {
        let line = report::proof::precision(report);
        match args.format {
            Format::Json => said.err = format!("{line}\n"),
            Format::Text => writeln!(bytes, "{line}")?,
        }
    }
    match &args.output {
        Some(path) => std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))?,
        None => said.out = bytes,
    }
    Ok(said)
}

fn fix_inside(args: &FixArgs) -> Result<Said> {
    let mut setting = setting(&args.trial)?;
    let root = setting.analysis.workspace.root.clone();
    let journal = journal::place(&setting.analysis.workspace.target_dir);
    if let Some(open) = journal::Journal::read(&journal).filter(|_| !args.dry_run) {
        let foreign = open.finish(&journal)?;
        let mut text = "finished the change that an earlier run could not; run it again for what is left\n".to_owned();
        foreign.iter().for_each(|file| text.push_str(&format!("left alone, changed since: {file}\n")));
        return Ok(Said { out: text.into_bytes(), err: String::new(), status: 0 });
    }
    if !args.dry_run && !args.allow_dirty {
        demand_clean(&root)?;
    }
    let mut held: Vec<&Finding> = vec![];
    for finding in &setting.report.findings {
        if let (Some(def), Some(_), false) = (finding.subject, &finding.unproven, args.unproven)
            && setting.chosen.remove(&def)
        {
            held.push(finding);
        }
    }
    let held: Vec<String> = held
        .iter()
        .map(|it| format!("{} `{}`: {}", it.item.kind, it.item.path, it.unproven.as_deref().unwrap_or_default()))
        .collect();
    let (fixed, failed) = setting.run(true, |request, cargo| {
        let fixed = fix::fix(&setting.analysis, &setting.report, &setting.chosen, &setting.options, request)?;
        let failed = if args.trial.test { setting.test(request, cargo)? } else { vec![] };
        Ok((fixed, failed))
    })?;
    if !failed.is_empty() {
        bail!("nothing was changed: without what can be removed, tests fail:\n{}", failed.join("\n"));
    }
    let mut said = Said { out: vec![], err: String::new(), status: 0 };
    if args.dry_run {
        said.out = fix::diff(&fixed.changes).into_bytes();
    } else if !fixed.changes.is_empty() {
        let foreign = journal::Journal::write(&journal, &root, &fixed.changes)?.finish(&journal)?;
        foreign.iter().for_each(|file| said.err.push_str(&format!("left alone, changed since: {file}\n")));
    }
    let findings: BTreeMap<&str, &Finding> =
        setting.report.findings.iter().map(|finding| (finding.id.as_str(), finding)).collect();
    let text = report::proof::fixed(&fixed, &findings, &held, args.dry_run);
    match args.dry_run {
        true => said.err.push_str(&text),
        false => said.out = text.into_bytes(),
    }
    Ok(said)
}

/// A change that goes wrong can only be taken back if git has what was there.
fn demand_clean(root: &Path) -> Result<()> {
    let output = std::process::Command::new("git").args(["status", "--porcelain", "."]).current_dir(root).output();
    let hint = "commit or stash first, or pass `--allow-dirty`";
    match output {
        Ok(output) if output.status.success() => {
            let text = String::from_utf8_lossy(&output.stdout);
            let dirty: Vec<&str> = text.lines().take(5).collect();
            if !dirty.is_empty() {
                bail!("the working tree has changes that git does not have yet; {hint}\n{}", dirty.join("\n"));
            }
            Ok(())
        }
        _ => bail!("{} is not in a git repository, so a change could not be taken back; {hint}", root.display()),
    }
}
