//! Cargo and what it says.
//!
//! In: a folder with a workspace, and how to check it. Out: errors, warnings and what was built, as plain data. Members
//! are compiled through this program as a wrapper ([`wrap`]), which keeps lints from failing the build and gives them
//! a place of their own among the artifacts: dependencies are built once for the user and for us, members are not mixed.

use anyhow::{Context, Result, bail};
use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel, DiagnosticSpan};
use cargo_metadata::{Artifact, Message};
use std::ffi::OsString;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

/// Set for the compiler's wrapper, so that it knows that it is one.
const WRAPPER: &str = "CARGO_VESTIGE_WRAPS_RUSTC";

/// A running cargo, and whether the user has had enough.
#[derive(Debug, Default)]
pub struct Interrupt {
    asked: AtomicBool,
    child: Mutex<Option<Child>>,
}

impl Interrupt {
    /// Ends the running cargo and lets no other start.
    pub fn stop(&self) {
        self.asked.store(true, Ordering::SeqCst);
        if let Some(child) = self.child.lock().unwrap_or_else(std::sync::PoisonError::into_inner).as_mut() {
            // It may have ended by itself.
            let _ = child.kill();
        }
    }

    /// Whether [`Interrupt::stop`] was called.
    pub fn is_asked(&self) -> bool {
        self.asked.load(Ordering::SeqCst)
    }
}

/// How to check a workspace.
pub struct Cargo<'a> {
    /// The program.
    pub program: PathBuf,
    /// The folder to run in: that of the user's workspace, whose configuration and toolchain file hold.
    pub folder: PathBuf,
    /// Where to build.
    pub target_dir: PathBuf,
    /// This program, to wrap the compiler.
    pub wrapper: Option<PathBuf>,
    /// `--offline`, `--target x` and the like.
    pub flags: Vec<String>,
    /// Stops it.
    pub interrupt: &'a Interrupt,
    /// Is told of each package that was checked.
    pub progress: &'a (dyn Fn(usize) + Sync),
}

/// A set of features to check with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeatureSet {
    /// As users name it.
    pub label: String,
    /// As cargo wants it.
    pub flags: Vec<String>,
}

/// What the compiler says of a place.
#[derive(Debug, Clone)]
pub struct Complaint {
    /// `E0425`, `unused_imports`.
    pub code: Option<String>,
    /// All it says, for names in it.
    pub words: String,
    /// The first line of it.
    pub message: String,
    /// As the compiler shows it.
    pub rendered: String,
    /// Places in files of the workspace, the primary ones first.
    pub places: Vec<Place>,
    /// The package that was compiled.
    pub package: String,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The path from the root of the workspace.
    pub file: String,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

/// A crate that was built.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Built {
    /// Its package.
    pub package: String,
    /// The name of its target.
    pub target: String,
    /// Its root file.
    pub root: PathBuf,
    /// With the features.
    pub features: Vec<String>,
    /// As a test.
    pub test: bool,
}

/// What a check gave.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Whether cargo is content.
    pub success: bool,
    /// Errors of the compiler.
    pub errors: Vec<Complaint>,
    /// Warnings of the compiler.
    pub warnings: Vec<Complaint>,
    /// Crates of members that were built.
    pub built: Vec<Built>,
    /// Conditions that build scripts set: package, `key="value"`.
    pub set_by_scripts: Vec<(String, String)>,
    /// What cargo itself says.
    pub said: String,
}

impl Cargo<'_> {
    /// Checks all targets of a workspace.
    ///
    /// # Errors
    /// Cargo cannot be run, or was interrupted.
    pub fn check(&self, root: &Path, features: &FeatureSet) -> Result<Outcome> {
        let arguments = ["check", "--workspace", "--all-targets", "--keep-going", "--message-format=json"];
        self.run(root, &arguments, &self.target_dir, features)
    }

    /// Runs the tests of a workspace, in a target folder of their own: programs would replace the user's. So that none
    /// is taken for one of another state, each state has a `name`.
    ///
    /// # Errors
    /// Cargo cannot be run, or was interrupted.
    pub fn test(&self, root: &Path, name: &str, features: &FeatureSet) -> Result<Outcome> {
        let target = self.target_dir.join("vestige").join(name);
        self.run(root, &["test", "--workspace", "--no-fail-fast", "--message-format=json"], &target, features)
    }

    fn run(&self, root: &Path, arguments: &[&str], target: &Path, features: &FeatureSet) -> Result<Outcome> {
        if self.interrupt.is_asked() {
            bail!("interrupted");
        }
        let mut command = Command::new(&self.program);
        command.args(arguments).arg("--manifest-path").arg(root.join("Cargo.toml")).args(&features.flags);
        command.args(&self.flags).current_dir(&self.folder).env("CARGO_TARGET_DIR", target);
        command.env("CARGO_BUILD_BUILD_DIR", target).env_remove("CARGO_MANIFEST_DIR");
        if let Some(wrapper) = &self.wrapper {
            command.env("RUSTC_WORKSPACE_WRAPPER", wrapper).env(WRAPPER, "1");
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().with_context(|| format!("cannot run {}", self.program.display()))?;
        let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
        let hold = || self.interrupt.child.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *hold() = Some(child);
        let mut outcome = Outcome::default();
        std::thread::scope(|scope| {
            let said = scope.spawn(move || {
                let mut said = String::new();
                if let Some(mut stderr) = stderr {
                    // What is not text is not cargo's.
                    let _ = stderr.read_to_string(&mut said);
                }
                said
            });
            if let Some(stdout) = stdout {
                self.listen(BufReader::new(stdout), root, &mut outcome);
            }
            outcome.said.push_str(&said.join().unwrap_or_default());
        });
        let status = hold().take().map(|mut child| child.wait()).transpose()?;
        if self.interrupt.is_asked() {
            bail!("interrupted");
        }
        outcome.success = status.is_some_and(|status| status.success());
        Ok(outcome)
    }

    fn listen(&self, stream: impl std::io::BufRead, root: &Path, outcome: &mut Outcome) {
        let mut packages = std::collections::BTreeSet::new();
        for message in Message::parse_stream(stream).map_while(Result::ok) {
            match message {
                Message::CompilerMessage(it) => {
                    let package = package_name(&it.package_id.repr, &it.target.name);
                    let list = match it.message.level {
                        DiagnosticLevel::Error | DiagnosticLevel::Ice => &mut outcome.errors,
                        DiagnosticLevel::Warning => &mut outcome.warnings,
                        _ => continue,
                    };
                    // The sum at the end of a crate has neither code nor place.
                    if !it.message.spans.is_empty() || !it.message.message.starts_with("aborting due to") {
                        list.push(complaint(&it.message, package, root));
                    }
                }
                Message::CompilerArtifact(it) => {
                    packages.insert(it.package_id.repr.clone());
                    (self.progress)(packages.len());
                    if it.target.src_path.as_std_path().starts_with(root) {
                        outcome.built.push(built(it, root));
                    }
                }
                Message::BuildScriptExecuted(it) => {
                    let package = package_name(&it.package_id.repr, "");
                    outcome.set_by_scripts.extend(it.cfgs.into_iter().map(|cfg| (package.clone(), cfg)));
                }
                Message::TextLine(line) => {
                    outcome.said.push_str(&line);
                    outcome.said.push('\n');
                }
                _ => {}
            }
        }
    }
}

/// The name in the id of a package: `path+file:///w#name@1.0.0`, `path+file:///w/name#1.0.0`.
fn package_name(id: &str, otherwise: &str) -> String {
    let (place, rest) = id.rsplit_once('#').unwrap_or((id, otherwise));
    match rest.split_once('@') {
        Some((name, _)) => name.to_owned(),
        None if rest.starts_with(|it: char| it.is_ascii_digit()) => {
            place.rsplit('/').next().unwrap_or(otherwise).to_owned()
        }
        None => rest.to_owned(),
    }
}

fn built(artifact: Artifact, root: &Path) -> Built {
    let path = artifact.target.src_path.into_std_path_buf();
    Built {
        package: package_name(&artifact.package_id.repr, &artifact.target.name),
        target: artifact.target.name,
        root: path.strip_prefix(root).map(Path::to_owned).unwrap_or(path),
        features: artifact.features,
        test: artifact.profile.test,
    }
}

fn complaint(said: &Diagnostic, package: String, root: &Path) -> Complaint {
    let mut words = said.message.clone();
    let mut places = vec![];
    collect(said, root, &mut words, &mut places);
    Complaint {
        code: said.code.as_ref().map(|code| code.code.clone()),
        words,
        message: said.message.clone(),
        rendered: said.rendered.clone().unwrap_or_default(),
        places,
        package,
    }
}

fn collect(said: &Diagnostic, root: &Path, words: &mut String, places: &mut Vec<Place>) {
    let mut spans: Vec<&DiagnosticSpan> = said.spans.iter().collect();
    spans.sort_by_key(|span| !span.is_primary);
    for span in spans {
        words.extend(span.label.iter().flat_map(|label| ["\n", label]));
        let mut at = Some(span);
        while let Some(span) = at {
            let file = crate::discover::shown(Path::new(&span.file_name), root);
            places.push(Place { file, start: span.byte_start, end: span.byte_end });
            at = span.expansion.as_ref().map(|expansion| &expansion.span);
        }
    }
    for child in &said.children {
        words.push('\n');
        words.push_str(&child.message);
        collect(child, root, words, &mut vec![]);
    }
}

/// The version of the compiler that cargo uses, as it says it: `rustc 1.95.0 (…)`.
pub fn rustc_version(rustc: &Path, folder: &Path) -> String {
    let output = Command::new(rustc).arg("--version").current_dir(folder).output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}

/// The conditions that hold for a target without features: `unix`, `target_os="linux"`.
pub fn base_conditions(rustc: &Path, folder: &Path, target: Option<&str>) -> Vec<String> {
    let mut command = Command::new(rustc);
    command.args(["--print", "cfg"]).current_dir(folder);
    if let Some(target) = target {
        command.args(["--target", target]);
    }
    let output = command.output();
    output.map(|it| String::from_utf8_lossy(&it.stdout).lines().map(str::to_owned).collect()).unwrap_or_default()
}

/// Whether this program asks [`wrap`] when it starts.
static CAN_WRAP: AtomicBool = AtomicBool::new(false);

/// Whether this program can be called in the place of the compiler.
pub fn can_wrap() -> bool {
    CAN_WRAP.load(Ordering::Relaxed)
}

/// Runs the compiler in the place of this program, if cargo called it as a wrapper: lints do not fail.
pub fn wrap(arguments: &[OsString]) -> Option<u8> {
    CAN_WRAP.store(true, Ordering::Relaxed);
    std::env::var_os(WRAPPER)?;
    let (rustc, rest) = arguments.get(1..)?.split_first()?;
    let is_compiler = Path::new(rustc).file_stem().is_some_and(|name| name.to_string_lossy().contains("rustc"));
    if !is_compiler {
        return None;
    }
    let mut command = Command::new(rustc);
    command.args(rest).env_remove(WRAPPER);
    // Questions about the compiler itself are passed on as they are.
    let compiles = rest.iter().any(|it| it == "--crate-name") && !rest.iter().any(|it| it == "--cap-lints");
    if compiles {
        command.args(["--cap-lints", "warn"]);
    }
    let status = command.status().ok()?;
    Some(u8::try_from(status.code().unwrap_or(101)).unwrap_or(101))
}
