//! Which definitions were compiled at all.
//!
//! In: what cargo says it built, and the conditions of definitions. Out: whether some crate that was built has a
//! definition in it. A condition that is not known does not hold, so what is said to be built was built.

use super::compiler::{Built, Outcome};
use crate::audit::Audit;
use crate::facts::Cfg;
use crate::model::{DefId, FileId, Name};
use crate::parse::MountPoint;
use std::collections::BTreeSet;

/// The configurations that were built.
#[derive(Debug, Default)]
pub struct Configurations {
    crates: Vec<(Built, BTreeSet<String>)>,
}

impl Configurations {
    /// Adds what one check built; `base` holds for the target as such.
    pub fn add(&mut self, outcome: &Outcome, base: &[String]) {
        for built in &outcome.built {
            let mut holds: BTreeSet<String> = base.iter().cloned().collect();
            holds.extend(built.features.iter().map(|feature| format!("feature=\"{feature}\"")));
            holds.extend((outcome.set_by_scripts.iter()).filter(|(of, _)| *of == built.package).map(|it| it.1.clone()));
            if built.test {
                holds.insert("test".into());
            }
            self.crates.push((built.clone(), holds));
        }
    }

    /// What would have to hold for a definition to be compiled, as it is written.
    pub fn wanted(audit: &Audit<'_>, def: DefId) -> String {
        let file = audit.input.bindings.defs.file(def);
        let mount = audit.input.sources.mounts.iter().position(|mount| mount.file == file);
        let row = audit.input.bindings.defs.row(def);
        let all = mount.map(|mount| conditions(audit, mount, Some(row))).unwrap_or_default();
        all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }

    /// Whether a definition is part of a crate that was built.
    pub fn has(&self, audit: &Audit<'_>, def: DefId) -> bool {
        let input = audit.input;
        let file = input.bindings.defs.file(def);
        let row = input.bindings.defs.row(def);
        let mounts = input.sources.mounts.iter().enumerate().filter(|(_, mount)| mount.file == file);
        mounts.into_iter().any(|(index, mount)| {
            let target = &input.workspace.targets[mount.target.index()];
            let root = target.root.strip_prefix(&input.workspace.root).unwrap_or(&target.root);
            let package = &input.workspace.package_of(mount.target).name;
            let conditions = conditions(audit, index, Some(row));
            let same = self.crates.iter().filter(|(built, _)| built.package == *package && built.root == root);
            let mut fitting = same.map(|(_, holds)| holds);
            fitting.any(|holds| conditions.iter().all(|cfg| eval(cfg, holds)))
        })
    }

    /// Whether all that stands under conditions in a file was compiled, in one crate or another.
    pub fn has_all_of(&self, audit: &Audit<'_>, file: FileId) -> bool {
        let mut conditions = audit.input.sources.files[file.index()].facts.conditions.iter();
        conditions
            .all(|condition| !condition.of_code || self.crates.iter().any(|(_, holds)| eval(&condition.cfg, holds)))
    }
}

/// All conditions that a row of a mounted file stands under, those of the modules around it too.
fn conditions<'a>(audit: &Audit<'a>, mount: usize, row: Option<u32>) -> Vec<&'a Cfg> {
    let sources = audit.input.sources;
    let mut all = vec![];
    let mut at = Some((mount, row));
    while let Some((mount, row)) = at {
        let mount = &sources.mounts[mount];
        let facts = &file(audit, mount.file).facts;
        all.extend(&facts.attrs.cfg);
        let chain = std::iter::successors(row, |row| facts.defs.get(*row as usize).and_then(|def| def.parent));
        all.extend(chain.filter_map(|row| facts.defs.get(row as usize)).flat_map(|def| &def.attrs.cfg));
        at = mount.parent.map(|(parent, point)| match point {
            MountPoint::Module(row) => (parent, Some(row)),
            _ => (parent, None),
        });
    }
    all
}

fn file<'a>(audit: &Audit<'a>, file: FileId) -> &'a crate::parse::SourceFile {
    &audit.input.sources.files[file.index()]
}

fn eval(cfg: &Cfg, holds: &BTreeSet<String>) -> bool {
    let known = |key: &Name, value: &Option<Name>| {
        Some(match value {
            Some(value) => holds.contains(&format!("{key}=\"{value}\"")),
            None => holds.contains(key.as_str()),
        })
    };
    cfg.eval(&known) == Some(true)
}
