//! A declared feature that nothing mentions.
//!
//! # Why it matters
//! Users turn it on and nothing happens; maintainers test combinations of it. It is what stays in the manifest when the
//! code that it switched is gone.
//!
//! # Example
//! ```text
//! [features]
//! compat-v1 = []      # unused-feature: no source, other package or target mentions it
//! ```
//!
//! # Not reported
//! `default`; features that a comment calls deprecated or without effect; features that enable a dependency or a feature
//! of one; features that a feature of another package, a dependency on this one or a target requires (another feature
//! of the same package is not enough); features whose name stands in a string or, as `CARGO_FEATURE_…`, anywhere in the
//! source of the package; features that a file of the repository turns on (`--features packaging` in a workflow, a script, a
//! recipe); packages whose build script looks at all variables or puts the names of such variables together, itself or through
//! a dependency.
//!
//! # How to keep it
//! Features of a published package are part of its interface: write beside it why it stays, and set the level of this
//! rule.

use super::Rule;
use crate::audit::Audit;
use crate::discover::{Feature, Package, Target, TargetKind, turned_on, turned_on_by_commands};
use crate::edit::{Edit, Element, without};
use crate::finding::{Confidence, Finding, Item, Location, Removal};
use crate::model::{PackageId, name};
use std::collections::BTreeSet;

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let workspace = audit.input.workspace;
    let mut unused: Vec<(PackageId, &Package, &Feature)> = vec![];
    for (index, package) in workspace.members().iter().enumerate() {
        let id = PackageId::new(index);
        if !reads_every_feature(audit, id) {
            let features = package.features.iter().filter(|feature| is_unused(audit, id, package, feature));
            unused.extend(features.map(|feature| (id, package, feature)));
        }
    }
    // These are many files: nobody looks into them for nothing.
    let names: BTreeSet<&str> = unused.iter().map(|(.., feature)| feature.name.as_str()).collect();
    let mut asked = turned_on(workspace, &names);
    // A program of the workspace may run cargo.
    asked.extend(audit.input.sources.files.iter().flat_map(|file| turned_on_by_commands(&file.text, &names)));
    unused.retain(|(.., feature)| !asked.contains(feature.name.as_str()));
    out.extend(unused.into_iter().filter_map(|(id, package, feature)| finding(audit, rule, id, package, feature)));
}

fn is_unused(audit: &Audit<'_>, id: PackageId, package: &Package, feature: &Feature) -> bool {
    let optional = package.dependencies.iter().any(|dependency| dependency.optional && dependency.package == feature.name);
    let workspace = audit.input.workspace;
    let elsewhere = |other: &Package| {
        let enabled = other.features.iter().flat_map(|it| &it.enables).any(|enabled| {
            enabled.split_once('/').is_some_and(|(_, name)| name == feature.name)
        });
        let asked = other.dependencies.iter().any(|it| it.package == package.name && it.features.contains(&feature.name));
        enabled || asked
    };
    let by_target = workspace.targets.iter().any(|target| target.package == id && target.required_features.contains(&feature.name));
    feature.name != "default"
        && feature.enables.is_empty()
        && !optional
        && !by_target
        && !workspace.packages.iter().any(elsewhere)
        && !is_kept_on_purpose(package, feature)
        && !is_mentioned(audit, id, feature)
}

/// Whether a comment beside or above the feature says that it is there to do nothing.
fn is_kept_on_purpose(package: &Package, feature: &Feature) -> bool {
    let (Some(place), Ok(text)) = (&feature.place, std::fs::read_to_string(&package.manifest)) else { return false };
    let (before, after) = text.split_at((place.entry.end as usize).min(text.len()));
    let beside = after.lines().next().unwrap_or_default();
    let above = before.lines().rev().skip(1).take_while(|line| line.trim_start().starts_with('#'));
    let said: String = above.chain([beside]).collect::<Vec<_>>().join(" ").to_lowercase();
    ["deprecated", "no-op", "noop", "does nothing", "no longer", "backward", "compatib"].iter().any(|word| said.contains(word))
}

fn is_mentioned(audit: &Audit<'_>, package: PackageId, feature: &Feature) -> bool {
    let env = format!("CARGO_FEATURE_{}", feature.name.to_uppercase().replace('-', "_"));
    let quoted = format!("\"{}\"", feature.name);
    let name = name(&feature.name);
    let mounts = audit.input.sources.mounts.iter();
    mounts.filter(|mount| audit.input.workspace.targets[mount.target.index()].package == package).any(|mount| {
        let file = &audit.input.sources.files[mount.file.index()];
        file.facts.features.contains(&name) || file.text.contains(&quoted) || file.text.contains(&env)
    })
}

/// Whether the build script of a package may ask for any feature: it, or a package that it may call, goes through all
/// variables, or has the first part of a name of one by itself.
fn reads_every_feature(audit: &Audit<'_>, id: PackageId) -> bool {
    let workspace = audit.input.workspace;
    let package = &workspace.packages[id.index()];
    let has_script = |target: &Target| target.package == id && target.kind == TargetKind::BuildScript;
    if !workspace.targets.iter().any(has_script) {
        return false;
    }
    audit.input.sources.mounts.iter().any(|mount| {
        let target = &workspace.targets[mount.target.index()];
        let is_script = target.kind == TargetKind::BuildScript;
        let text = &audit.input.sources.files[mount.file.index()].text;
        if target.package == id {
            let all = is_script && ["vars()", "vars_os()"].iter().any(|call| text.contains(call));
            return all || has_name_in_parts(text);
        }
        // Another build script has other variables.
        let other = &workspace.packages[target.package.index()].name;
        let is_called = || package.dependencies.iter().any(|it| !it.dev && it.package == *other);
        !is_script && has_name_in_parts(text) && is_called()
    })
}

/// Whether a text has `CARGO_FEATURE_` without the rest of a name, or the variable that lists all features.
fn has_name_in_parts(text: &str) -> bool {
    let mut names = text.split("CARGO_FEATURE").skip(1).map(|after| after.strip_prefix('_').unwrap_or(after));
    names.any(|rest| !rest.starts_with(|letter: char| letter.is_alphanumeric())) || text.contains("CARGO_CFG_FEATURE")
}

fn finding(audit: &Audit<'_>, rule: &Rule, id: PackageId, package: &Package, feature: &Feature) -> Option<Finding> {
    let place = feature.place.as_ref()?;
    let text = std::fs::read_to_string(&package.manifest).ok()?;
    let manifest = package.manifest.canonicalize().unwrap_or_else(|_| package.manifest.clone());
    let shown = crate::discover::shown(&manifest, &audit.input.workspace.root);
    let at = |offset: u32| {
        let before = &text[..offset as usize];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() as u32 + 1, before[line_start..].chars().count() as u32 + 1)
    };
    let ((line, column), (end_line, end_column)) = (at(place.key.start), at(place.key.end));
    let (byte_start, byte_end) = (place.key.start, place.key.end);
    let location = Location { file: shown.clone(), line, column, end_line, end_column, byte_start, byte_end };
    let item = Item {
        kind: "feature".into(),
        path: format!("{}/{}", package.name, feature.name),
        name: feature.name.clone(),
        package: package.name.clone(),
        visibility: String::new(),
    };
    let mut finding = rule.finding(item, location, format!("feature `{}` is declared and no code mentions it", feature.name));
    if audit.reach.roots.open[id.index()] {
        finding.confidence = Confidence::Likely;
        finding.notes.push("the package can be published: dependents may name the feature".into());
    }
    let mut edits = vec![Edit::remove_item(&text, place.entry)];
    for other in package.features.iter().filter_map(|other| other.place.as_ref()) {
        let items: Vec<Element> = other.enables.iter().map(|(_, span)| Element::with_comma(&text, *span)).collect();
        let spans = without(&text, &items, |at| other.enables[at].0 == feature.name);
        edits.extend(spans.into_iter().map(Edit::remove));
    }
    finding.removal = (edits.into_iter())
        .map(|edit| Removal {
            file: shown.clone(),
            byte_start: edit.span.start,
            byte_end: edit.span.end,
            replacement: edit.put,
        })
        .collect();
    Some(finding)
}
