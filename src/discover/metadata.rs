//! `cargo metadata`, with a way on where dependencies cannot be resolved.

use super::{Dependency, Feature, Package, Request, Target, TargetKind, manifest};
use crate::model::{PackageId, name};
use anyhow::{Context, Result, bail};
use cargo_metadata::{Metadata, MetadataCommand, TargetKind as CargoKind};
use std::path::{Path, PathBuf};

/// Runs `cargo metadata --no-deps`: it reads the manifests of the members, and neither resolves, fetches nor writes.
pub(super) fn read(request: &Request) -> Result<Metadata> {
    let manifest = manifest_path(&request.manifest)?;
    run(request, &manifest).map_err(|error| match error {
        cargo_metadata::Error::CargoMetadata { stderr } => {
            anyhow::anyhow!("{}", stderr.trim_end().trim_start_matches("error: "))
        }
        other => anyhow::Error::new(other).context("cannot run `cargo metadata`"),
    })
}

/// The manifest at a path, or that of the nearest folder above it.
pub(super) fn manifest_path(given: &Path) -> Result<PathBuf> {
    if given.is_file() {
        return given.canonicalize().with_context(|| format!("cannot read {}", given.display()));
    }
    let start = given.canonicalize().with_context(|| format!("cannot read {}", given.display()))?;
    let found = start.ancestors().map(|folder| folder.join("Cargo.toml")).find(|path| path.is_file());
    match found {
        Some(path) => Ok(path),
        None => bail!("no Cargo.toml in {} or any folder above it", given.display()),
    }
}

fn run(request: &Request, manifest: &Path) -> Result<Metadata, cargo_metadata::Error> {
    let mut command = MetadataCommand::new();
    command.manifest_path(manifest).no_deps().other_options(["--offline".to_owned()]);
    if let Some(folder) = manifest.parent().filter(|folder| folder.is_dir()) {
        command.current_dir(folder);
    }
    if let Some(cargo) = &request.cargo {
        command.cargo_path(cargo);
    }
    // A toolchain file in the audited workspace may name a toolchain that is not there; the one in force outside of it
    // does the reading.
    if let (None, Some(toolchain)) = (&request.toolchain, active_toolchain(request)) {
        command.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    command.exec()
}

/// The toolchain that is in force outside any workspace; `None` without rustup.
fn active_toolchain(request: &Request) -> Option<String> {
    let settings = std::fs::read_to_string(request.rustup_home.as_ref()?.join("settings.toml")).ok()?;
    let settings: toml::Table = settings.parse().ok()?;
    Some(settings.get("default_toolchain")?.as_str()?.to_owned())
}

pub(super) fn package(member: &cargo_metadata::Package, notes: &mut Vec<String>) -> Package {
    let manifest = member.manifest_path.clone().into_std_path_buf();
    let places = manifest::feature_places(&manifest).unwrap_or_else(|error| {
        notes.push(format!("{}: {error}", manifest.display()));
        Default::default()
    });
    let features = member.features.iter().map(|(name, enables)| Feature {
        name: name.clone(),
        enables: enables.clone(),
        place: places.get(name).cloned(),
    });
    let dependencies = member.dependencies.iter().map(|dependency| Dependency {
        name: name(&dependency.rename.as_ref().unwrap_or(&dependency.name).replace('-', "_")),
        package: dependency.name.clone(),
        requirement: dependency.req.clone(),
        version: None,
        path: dependency.path.clone().map(cargo_metadata::camino::Utf8PathBuf::into_std_path_buf),
        optional: dependency.optional,
        dev: dependency.kind == cargo_metadata::DependencyKind::Development,
        build: dependency.kind == cargo_metadata::DependencyKind::Build,
        features: dependency.features.clone(),
        is_unknown: false,
    });
    let root = manifest.parent().unwrap_or(Path::new(""));
    Package {
        name: member.name.to_string(),
        id: member.id.repr.clone(),
        version: member.version.to_string(),
        root: root.canonicalize().unwrap_or_else(|_| root.to_owned()),
        publishable: member.publish.as_ref().is_none_or(|registries| !registries.is_empty()),
        features: features.collect(),
        checked_features: manifest::checked_features(&manifest),
        dependencies: dependencies.collect(),
        manifest,
        neighbour: false,
        used_unseen: false,
    }
}

pub(super) fn targets(member: &cargo_metadata::Package, package: PackageId) -> Vec<Target> {
    let mut targets: Vec<Target> = (member.targets.iter())
        .map(|target| {
            let root = target.src_path.as_std_path();
            Target {
                package,
                name: target.name.clone(),
                crate_name: name(&target.name.replace('-', "_")),
                kind: kind(&target.kind),
                root: root.canonicalize().unwrap_or_else(|_| root.to_owned()),
                required_features: target.required_features.clone(),
                doctest: target.doctest,
            }
        })
        .collect();
    targets.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
    targets
}

fn kind(kinds: &[CargoKind]) -> TargetKind {
    match kinds.first() {
        Some(CargoKind::ProcMacro) => TargetKind::ProcMacro,
        Some(CargoKind::Bin) => TargetKind::Bin,
        Some(CargoKind::CustomBuild) => TargetKind::BuildScript,
        Some(CargoKind::Example) => TargetKind::Example,
        Some(CargoKind::Test) => TargetKind::Test,
        Some(CargoKind::Bench) => TargetKind::Bench,
        _ => TargetKind::Lib,
    }
}
