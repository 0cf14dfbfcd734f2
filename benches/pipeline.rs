//! Each stage and the whole, beside parsing the same files with syn alone on the same threads.
//!
//! By default the sources are those of this project's own dependencies, as cargo keeps them on this machine; set
//! `VESTIGE_BENCH` to the manifest of another workspace. `cargo bench -- --ratio` prints whole ÷ parsing in one run,
//! `--clones` the lines that the comparison of code does in a second, for growing parts of the sources.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark stops where it cannot go on")]

use cargo_vestige::audit::Audit;
use cargo_vestige::catalog::Catalog;
use cargo_vestige::catalog::markers::Markers;
use cargo_vestige::config::Config;
use cargo_vestige::discover::{self, Package, Request, Target, TargetKind, Workspace};
use cargo_vestige::model::{PackageId, name};
use cargo_vestige::reach::Input;
use cargo_vestige::resolve::Shelf;
use cargo_vestige::{clones, graph, parse, reach, resolve};
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

// As the program has it; parsing alone gains from it too.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

static WORKSPACE: LazyLock<Workspace> = LazyLock::new(workspace);
static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::load().unwrap());
static MARKERS: LazyLock<Markers> = LazyLock::new(|| Markers::load().unwrap());

fn main() {
    let pool = rayon::ThreadPoolBuilder::new().stack_size(256 << 20).build().unwrap();
    if std::env::args().any(|argument| argument == "--ratio") {
        pool.install(ratio);
    } else if std::env::args().any(|argument| argument == "--clones") {
        pool.install(clones_by_size);
    } else {
        pool.install(divan::main);
    }
}

fn workspace() -> Workspace {
    if let Some(manifest) = std::env::var_os("VESTIGE_BENCH") {
        // With what was read of dependencies before, as the program has it from the second run on.
        let home = |variable: &str, usual: &str| {
            let named = std::env::var_os(variable).map(PathBuf::from);
            named.or(std::env::home_dir().map(|it| it.join(usual)))
        };
        let cache = home("XDG_CACHE_HOME", ".cache").map(|folder| folder.join("cargo-vestige"));
        let request = Request {
            manifest: manifest.into(),
            cargo_home: home("CARGO_HOME", ".cargo"),
            cache,
            ..Request::default()
        };
        return discover::discover(&request).unwrap();
    }
    let own = Request {
        manifest: Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"),
        cargo_home: std::env::var_os("CARGO_HOME")
            .map(PathBuf::from)
            .or(std::env::home_dir().map(|it| it.join(".cargo"))),
        ..Request::default()
    };
    let own = discover::discover(&own).unwrap();
    let mut packages = vec![];
    let mut targets = vec![];
    for dependency in &own.dependencies {
        let Some(folder) = &dependency.folder else { continue };
        let root = folder.join("src/lib.rs");
        if !root.is_file() {
            continue;
        }
        targets.push(Target {
            package: PackageId::new(packages.len()),
            name: dependency.name.clone(),
            crate_name: name(&dependency.name.replace('-', "_")),
            kind: TargetKind::Lib,
            root: root.canonicalize().unwrap(),
            required_features: vec![],
            doctest: true,
        });
        packages.push(Package {
            id: String::new(),
            checked_features: vec![],
            name: dependency.name.clone(),
            version: dependency.version.clone(),
            root: folder.clone(),
            manifest: folder.join("Cargo.toml"),
            publishable: true,
            features: vec![],
            dependencies: vec![],
            neighbour: false,
            used_unseen: false,
        });
    }
    Workspace {
        root: PathBuf::from("/"),
        target_dir: PathBuf::new(),
        packages,
        targets,
        notes: vec![],
        dependencies: vec![],
        cache: None,
        today: None,
    }
}

/// The files that parsing alone reads: the same that the audit does.
fn files() -> &'static [PathBuf] {
    static FILES: LazyLock<Vec<PathBuf>> = LazyLock::new(|| {
        let sources = parse::parse(&WORKSPACE, &CATALOG);
        sources.files.iter().map(|file| file.path.clone()).collect()
    });
    &FILES
}

fn parse_alone() -> usize {
    let parsed = files().par_iter().map(|path| {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let items = syn::parse_file(&text).map_or(0, |file| file.items.len());
        proc_macro2::extra::invalidate_current_thread_spans();
        items
    });
    parsed.sum()
}

fn whole() -> usize {
    let sources = parse::parse(&WORKSPACE, &CATALOG);
    let bindings = resolve::resolve(&WORKSPACE, &sources, &CATALOG, &Shelf::default());
    let graph = graph::build(&sources, &bindings, &CATALOG);
    let config = Config::default();
    let input = Input {
        config: &config,
        workspace: &WORKSPACE,
        sources: &sources,
        bindings: &bindings,
        graph: &graph,
        catalog: &CATALOG,
        markers: &MARKERS,
    };
    let reach = reach::reach(input, true);
    reach.worlds.iter().flatten().count()
}

#[divan::bench(sample_count = 5)]
fn syn_alone() -> usize {
    parse_alone()
}

#[divan::bench(sample_count = 5)]
fn stage_2_parse_and_extract() -> usize {
    parse::parse(&WORKSPACE, &CATALOG).files.len()
}

#[divan::bench(sample_count = 5)]
fn stage_3_resolve(bencher: divan::Bencher<'_, '_>) {
    let sources = parse::parse(&WORKSPACE, &CATALOG);
    bencher.bench_local(|| resolve::resolve(&WORKSPACE, &sources, &CATALOG, &Shelf::default()).edges.len());
}

#[divan::bench(sample_count = 5)]
fn stage_4_graph(bencher: divan::Bencher<'_, '_>) {
    let sources = parse::parse(&WORKSPACE, &CATALOG);
    let bindings = resolve::resolve(&WORKSPACE, &sources, &CATALOG, &Shelf::default());
    bencher.bench_local(|| graph::build(&sources, &bindings, &CATALOG).graph.edge_count());
}

#[divan::bench(sample_count = 5)]
fn stage_5_reach(bencher: divan::Bencher<'_, '_>) {
    let sources = parse::parse(&WORKSPACE, &CATALOG);
    let bindings = resolve::resolve(&WORKSPACE, &sources, &CATALOG, &Shelf::default());
    let graph = graph::build(&sources, &bindings, &CATALOG);
    let config = Config::default();
    let input = Input {
        config: &config,
        workspace: &WORKSPACE,
        sources: &sources,
        bindings: &bindings,
        graph: &graph,
        catalog: &CATALOG,
        markers: &MARKERS,
    };
    bencher.bench_local(|| reach::reach(input, true).worlds.len());
}

#[divan::bench(sample_count = 5)]
fn stage_6_clones(bencher: divan::Bencher<'_, '_>) {
    let sources = parse::parse(&WORKSPACE, &CATALOG);
    let bindings = resolve::resolve(&WORKSPACE, &sources, &CATALOG, &Shelf::default());
    let graph = graph::build(&sources, &bindings, &CATALOG);
    let config = Config::default();
    let input = Input {
        config: &config,
        workspace: &WORKSPACE,
        sources: &sources,
        bindings: &bindings,
        graph: &graph,
        catalog: &CATALOG,
        markers: &MARKERS,
    };
    let reach = reach::reach(input, true);
    let audit = Audit::new(input, &reach, &[]);
    bencher.bench_local(|| clones::twins(&audit).near.len());
}

#[divan::bench(sample_count = 5)]
fn all_stages() -> usize {
    whole()
}

/// The two in turn, seven times; the median of each and of the ratios.
fn ratio() {
    let time = |run: &dyn Fn() -> usize| {
        let start = Instant::now();
        std::hint::black_box(run());
        start.elapsed()
    };
    time(&whole);
    let mut rows: Vec<(Duration, Duration)> = (0..7).map(|_| (time(&parse_alone), time(&whole))).collect();
    rows.sort_by(|a, b| (a.1.as_secs_f64() / a.0.as_secs_f64()).total_cmp(&(b.1.as_secs_f64() / b.0.as_secs_f64())));
    let (alone, all) = rows[rows.len() / 2];
    let lines: usize =
        files().iter().map(|path| std::fs::read_to_string(path).unwrap_or_default().lines().count()).sum();
    println!("{} files, {lines} lines, {} threads", files().len(), rayon::current_num_threads());
    println!(
        "syn alone {:.0} ms, all stages {:.0} ms, ratio {:.2}",
        alone.as_secs_f64() * 1e3,
        all.as_secs_f64() * 1e3,
        all.as_secs_f64() / alone.as_secs_f64()
    );
}

/// The lines of growing parts of the sources, by file, and what comparing them takes beyond all before it: the best of three.
fn clones_by_size() {
    let all = parse::parse(&WORKSPACE, &CATALOG);
    let lines = |sources: &parse::Sources| sources.files.iter().map(|file| file.facts.lines.len()).sum::<usize>();
    let whole = lines(&all);
    for least in [50_000, 100_000, 200_000, 400_000, 800_000] {
        if least > whole {
            break;
        }
        // A part is the first packages that have so many lines.
        let (mut count, mut most) = (1, WORKSPACE.targets.len());
        while count < most {
            let middle = (count + most) / 2;
            if lines(&parse::parse(&part(middle), &CATALOG)) < least {
                count = middle + 1;
            } else {
                most = middle;
            }
        }
        let workspace = part(count);
        let sources = parse::parse(&workspace, &CATALOG);
        let bindings = resolve::resolve(&workspace, &sources, &CATALOG, &Shelf::default());
        let graph = graph::build(&sources, &bindings, &CATALOG);
        let config = Config::default();
        let input = Input {
            config: &config,
            workspace: &workspace,
            sources: &sources,
            bindings: &bindings,
            graph: &graph,
            catalog: &CATALOG,
            markers: &MARKERS,
        };
        let reach = reach::reach(input, true);
        let audit = Audit::new(input, &reach, &[]);
        // The places of connections are asked for by other rules as well.
        std::hint::black_box(audit.places().all.len());
        let time = |_| {
            let start = Instant::now();
            std::hint::black_box(clones::twins(&audit).near.len());
            start.elapsed()
        };
        let best = (0..3).map(time).min().unwrap_or_default();
        let lines = lines(&sources);
        println!(
            "{lines} lines: {:.0} ms, {:.0} lines a second",
            best.as_secs_f64() * 1e3,
            lines as f64 / best.as_secs_f64()
        );
    }
}

/// The first targets of the workspace, with all packages.
fn part(count: usize) -> Workspace {
    let mut part = workspace();
    part.targets.truncate(count);
    part
}
