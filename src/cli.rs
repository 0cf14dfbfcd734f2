//! The command line: arguments in, exit status out. 0 nothing to fail on, 1 the gate failed, 2 it could not work.

mod baseline;
mod calls;
mod check;
mod connections;
mod gate;
mod generate;
mod init;
mod linchpins;
mod named;
mod passthrough;
mod prove;
mod render;
mod routes;
mod timings;
mod twins;
mod why;

use crate::config::FailOn;
use crate::discover::Request;
use crate::pipeline::{self, Options};
use crate::rules;
use anyhow::{Result, bail};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use render::{OutputArgs, emit};
use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

/// Find code that should no longer be there
#[derive(Debug, Parser)]
#[command(name = "cargo-vestige", bin_name = "cargo vestige", version, about, after_help = AFTER_HELP)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str =
    "Exit status: 0 nothing at or above the gate's level, 1 the gate failed, 2 it could not do its work.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Audit the workspace (the default)
    Check(check::CheckArgs),
    /// Report what a change brings, and fail on that alone
    Gate(gate::GateArgs),
    /// Put down the findings of today, to fail on others from now on
    Baseline(baseline::BaselineArgs),
    /// Write a commented configuration from what is found in the workspace
    Init(WorkspaceArgs),
    /// Tell why an item is live, or why it is dead
    Why {
        /// The path of the item, or the end of it: `server::ws_v1::upgrade`, `Hub::join`
        path: String,
        /// One trail for each set of run-time conditions that leads there
        #[arg(long)]
        all_trails: bool,
        #[command(flatten)]
        workspace: WorkspaceArgs,
    },
    /// Show the twins of a function side by side with it
    Twins {
        /// The path of the function or macro, or the end of it
        #[arg(required_unless_present = "all")]
        path: Option<String>,
        /// List all pairs instead, a line each: two places and how much of the code is the same, in per cent
        #[arg(long, conflicts_with = "path")]
        all: bool,
        #[command(flatten)]
        workspace: WorkspaceArgs,
    },
    /// Map how production reaches what sets connections up
    Connections(connections::ConnectionArgs),
    /// Print who answers which method and path
    Routes(routes::RouteArgs),
    /// List the single references that keep the most alive
    Linchpins(linchpins::LinchpinArgs),
    /// Report what the sunsets of the configuration end, before their day
    Sunset {
        #[command(flatten)]
        workspace: WorkspaceArgs,
        #[command(flatten)]
        output: OutputArgs,
    },
    /// Show a saved JSON report in another form
    Report(render::ReportArgs),
    /// Try the removal of what is unreachable in a copy, and let the compiler judge
    Prove(prove::ProveArgs),
    /// Take out what is unreachable and was proven to be removable
    Fix(prove::FixArgs),
    /// Print each method call and the method it was resolved to, to be compared with other tools
    #[command(hide = true)]
    Calls(WorkspaceArgs),
    /// Print completions for a shell
    #[command(hide = true)]
    Completions(generate::CompletionArgs),
    /// Print the manual page, of the program or of a command
    #[command(hide = true)]
    Man(generate::ManArgs),
    /// Explain a rule
    Explain {
        /// Its code
        code: String,
    },
    /// List the rules
    ListRules {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Print the JSON Schema of the report, or of the configuration
    Schema {
        #[arg(value_enum, default_value = "report")]
        of: generate::Described,
    },
}

#[derive(Debug, Args)]
struct WorkspaceArgs {
    /// Path to Cargo.toml
    #[arg(long, value_name = "PATH")]
    manifest_path: Option<PathBuf>,
    /// Features to activate (every configuration is audited, so this changes nothing)
    #[arg(short = 'F', long, value_name = "FEATURES", value_delimiter = ',')]
    features: Vec<String>,
    /// Activate all features (as above)
    #[arg(long)]
    all_features: bool,
    /// Do not activate the `default` feature (as above)
    #[arg(long)]
    no_default_features: bool,
    /// Audit for this target (as above)
    #[arg(long, value_name = "TRIPLE")]
    target: Option<String>,
    /// Run without accessing the network (it never does)
    #[arg(long)]
    offline: bool,
    /// Assert that `Cargo.lock` will remain unchanged (it always does)
    #[arg(long)]
    locked: bool,
    /// Both of these
    #[arg(long)]
    frozen: bool,
    /// Audit all targets (it always does)
    #[arg(long)]
    all_targets: bool,
    /// Do not read the sources of dependencies: faster the first time, and fewer method calls are resolved
    #[arg(long)]
    without_dependencies: bool,
    /// Do not ask git which of two copies changed
    #[arg(long)]
    without_history: bool,
    /// Count no public item as used for being public
    #[arg(long)]
    closed_world: bool,
    /// Coloring
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    color: ColorWhen,
    /// Say less on stderr
    #[arg(short, long)]
    quiet: bool,
    /// Say more on stderr
    #[arg(short, long, action = clap::ArgAction::Count)]
    verbose: u8,
    /// Print how long each stage took
    #[arg(long)]
    timings: bool,
}

impl WorkspaceArgs {
    /// Whether options ask for one configuration. Nothing is fetched or locked in any, so the others need no look.
    fn selects_configuration(&self) -> bool {
        let features = !self.features.is_empty() || self.all_features || self.no_default_features;
        features || self.target.is_some() || self.offline || self.locked || self.frozen || self.all_targets
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ColorWhen {
    Auto,
    Always,
    Never,
}

/// The parser is recursive, so its threads have room for the depth that is let through to it.
const STACK: usize = 256 << 20;

/// Runs the program.
pub fn run(arguments: impl Iterator<Item = OsString>, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let mut arguments: Vec<OsString> = arguments.collect();
    // Cargo runs `cargo vestige x` as `cargo-vestige vestige x`.
    if arguments.get(1).is_some_and(|first| first == "vestige") {
        arguments.remove(1);
    }
    let commands = Cli::command();
    let named = |first: &OsString| {
        let general = ["help", "-h", "--help", "-V", "--version"];
        general.iter().any(|known| first == known) || commands.get_subcommands().any(|it| first == it.get_name())
    };
    if !arguments.get(1).is_some_and(named) {
        arguments.insert(arguments.len().min(1), "check".into());
    }
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            let asked = !error.use_stderr();
            let stream: &mut dyn Write = if asked { out } else { err };
            // A closed stream is no reason to fail.
            drop(write!(stream, "{error}"));
            return if asked { 0 } else { 2 };
        }
    };
    finish(std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| dispatch(cli, out, err))), err)
}

/// The exit status of what happened; what went wrong is said on stderr.
fn finish(result: std::thread::Result<Result<u8>>, err: &mut dyn Write) -> u8 {
    match result {
        Ok(Ok(status)) => status,
        // Whoever reads the report may have seen enough of it.
        Ok(Err(error)) if is_broken_pipe(&error) => 0,
        Ok(Err(error)) => {
            drop(writeln!(err, "error: {error:#}"));
            2
        }
        Err(_) => {
            drop(writeln!(err, "error: internal error; please report it with the message above"));
            2
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io = error.downcast_ref::<std::io::Error>();
    io.is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

fn dispatch(cli: Cli, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8> {
    match cli.command {
        Command::Check(args) => check::check(&args, out, err),
        Command::Gate(args) => gate::gate(&args, out, err),
        Command::Baseline(args) => baseline::baseline(&args, out, err),
        Command::Init(args) => init::init(&args, out),
        Command::Completions(args) => generate::completions(&args, Cli::command(), out),
        Command::Man(args) => generate::man(&args, Cli::command(), out),
        Command::Why { path, all_trails, workspace } => {
            let analysis = with_stack(|| pipeline::analyse(&options(&workspace)))?;
            why::why(&analysis, &path, all_trails, out)
        }
        Command::Twins { path, all, workspace } => {
            let options = options(&workspace);
            let analysis = with_stack(|| pipeline::analyse(&options))?;
            match path.filter(|_| !all) {
                Some(path) => twins::twins(&analysis, &path, options.git.as_deref(), out),
                None => twins::list(&analysis, out),
            }
        }
        Command::Connections(args) => connections::connections(&args, out),
        Command::Routes(args) => routes::routes(&args, out),
        Command::Linchpins(args) => linchpins::linchpins(&args, out),
        Command::Report(args) => render::report(&args, out),
        Command::Sunset { workspace, output } => sunset(&workspace, &output, out),
        Command::Calls(args) => calls::calls(&with_stack(|| pipeline::analyse(&options(&args)))?, out),
        Command::Prove(args) => prove::prove(&args, out, err),
        Command::Fix(args) => prove::fix(&args, out, err),
        Command::Explain { code } => {
            let Some(rule) = rules::find(&code) else {
                bail!("no rule `{code}`; did you mean `{}`?", rules::nearest(&code));
            };
            writeln!(out, "{}\n\n{}", rule.code, rule.doc())?;
            Ok(0)
        }
        Command::ListRules { json } => generate::rules(json, out),
        Command::Schema { of } => generate::schema(of, out),
    }
}

/// Runs in a pool of threads with deep stacks.
fn with_stack<T: Send>(run: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().stack_size(STACK).build() {
        Ok(pool) => pool.install(run),
        Err(_) => run(),
    }
}

fn options(args: &WorkspaceArgs) -> Options {
    let request = Request {
        manifest: args.manifest_path.clone().unwrap_or_else(|| PathBuf::from(".")),
        cargo: std::env::var_os("CARGO").map(PathBuf::from),
        toolchain: std::env::var("RUSTUP_TOOLCHAIN").ok(),
        rustup_home: home("RUSTUP_HOME", ".rustup"),
        cargo_home: home("CARGO_HOME", ".cargo"),
        cache: cache(),
        without_dependencies: args.without_dependencies,
        today: Some(time::OffsetDateTime::now_utc().date().to_string()),
        ..Request::default()
    };
    // Found by its name, as cargo finds it.
    let git = (!args.without_history).then(|| PathBuf::from("git"));
    // Only what speaks of a gate has one.
    Options { request, closed_world: args.closed_world, git, fail_on: Some(FailOn::Never), ..Options::default() }
}

/// Where signatures of dependencies are kept: `CARGO_VESTIGE_CACHE`, or the cache folder of the user.
fn cache() -> Option<PathBuf> {
    let named = std::env::var_os("CARGO_VESTIGE_CACHE").map(PathBuf::from);
    let common = home("XDG_CACHE_HOME", ".cache").map(|folder| folder.join("cargo-vestige"));
    named.or(common)
}

/// A folder that a variable names, or the usual one in the user's home.
fn home(variable: &str, usual: &str) -> Option<PathBuf> {
    let named = std::env::var_os(variable).map(PathBuf::from);
    named.or_else(|| std::env::home_dir().map(|home| home.join(usual)))
}

fn sunset(workspace: &WorkspaceArgs, output: &OutputArgs, out: &mut dyn Write) -> Result<u8> {
    let (report, analysis) = with_stack(|| pipeline::sunset(&options(workspace)))?;
    if analysis.config.sunset.0.is_empty() {
        bail!("no [sunset] is configured; see `cargo vestige explain sunset-item`");
    }
    emit(&report, &analysis, output, workspace.color, out)?;
    Ok(0)
}

/// `--color`, then what terminals and programs agree on.
fn wants_color(when: ColorWhen) -> bool {
    match when {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        ColorWhen::Auto => match std::env::var("CARGO_TERM_COLOR").as_deref() {
            Ok("always") => true,
            Ok("never") => false,
            _ => {
                let stdout = std::io::stdout();
                let choice = anstream::AutoStream::choice(&stdout);
                choice != anstream::ColorChoice::Never
                    && (stdout.is_terminal() || choice == anstream::ColorChoice::Always)
            }
        },
    }
}
