//! A condition that no configuration satisfies.
//!
//! # Why it matters
//! What stands under it is never compiled, in no build and on no platform: the last remains of a feature that was taken
//! out of the manifest, mostly. Nothing that it calls is alive for its sake.
//!
//! # Example
//! ```text
//! #[cfg(feature = "legacy-ws")]   // impossible-cfg: no manifest declares `legacy-ws`
//! fn mount_legacy() {}
//! ```
//!
//! # Not reported
//! Conditions of `cfg_attr` and `cfg!`; conditions with a part that cannot be read; names that are set by build
//! scripts or compiler flags (any name but `feature` counts as possible); what the rules of a macro make of conditions
//! that are given to them: that one of its branches holds nowhere is as it should be.
//!
//! # How to keep it
//! Declare the feature.

use super::Rule;
use crate::audit::Audit;
use crate::facts::Cfg;
use crate::finding::{Finding, Item};
use crate::model::FileId;
use crate::reach::conditions::{Impossible, impossible};

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    for (index, file) in audit.input.sources.files.iter().enumerate() {
        let id = FileId::new(index);
        let declared = &audit.reach.aspects.features[index];
        for condition in file.facts.conditions.iter().filter(|condition| condition.of_code && !condition.made) {
            let mut all = vec![&condition.cfg];
            let holder = condition.def.and_then(|def| file.facts.defs[def as usize].parent);
            let holders = std::iter::successors(holder, |def| file.facts.defs[*def as usize].parent);
            let conditions_of = |def: u32| file.facts.defs[def as usize].attrs.cfg.iter().map(move |cfg| (def, cfg));
            let holding: Vec<(u32, &Cfg)> = holders.flat_map(conditions_of).collect();
            let outer: Vec<&Cfg> = holding.iter().map(|(_, cfg)| *cfg).collect();
            // What stands inside something impossible is said once, at the outermost condition.
            if impossible(&outer, &|feature| declared.contains(&feature)).is_some() {
                continue;
            }
            all.extend(outer);
            let Some(why) = impossible(&all, &|feature| declared.contains(&feature)) else { continue };
            let message = match why {
                Impossible::UndeclaredFeature(feature) => {
                    format!("`cfg({})` never holds: no feature `{feature}` is declared", condition.cfg)
                }
                Impossible::Contradiction => contradiction(audit, id, &condition.cfg, &holding),
            };
            let def = condition.def.map(|def| audit.input.bindings.defs.id(id, def));
            let item = match def {
                Some(def) => audit.item(def),
                None => Item {
                    kind: "file".into(),
                    path: format!("cfg({})", condition.cfg),
                    name: condition.cfg.to_string(),
                    package: package_of(audit, id),
                    visibility: String::new(),
                },
            };
            let mut finding = rule.finding(item, audit.location(id, condition.span), message);
            if let Some(def) = def {
                finding.removal = audit.removal(def);
            }
            out.push(finding);
        }
    }
}

/// What excludes what: the parts of a condition each other, or one of a definition around it the whole.
fn contradiction(audit: &Audit<'_>, file: FileId, cfg: &Cfg, holding: &[(u32, &Cfg)]) -> String {
    // Which features are declared says nothing of a contradiction.
    let excludes = |all: &[&Cfg]| impossible(all, &|_| true).is_some();
    if excludes(&[cfg]) {
        return format!("`cfg({cfg})` never holds: its parts exclude each other");
    }
    let Some((holder, around)) = holding.iter().find(|(_, around)| excludes(&[cfg, *around])) else {
        return format!("`cfg({cfg})` never holds: the conditions around it exclude it");
    };
    let all = &audit.input.sources.files[file.index()].facts.conditions;
    let written = all.iter().find(|condition| condition.def == Some(*holder) && condition.cfg == **around);
    let line = written.map(|condition| audit.location(file, condition.span).line);
    let place = line.map_or(String::new(), |line| format!(", in line {line},"));
    format!("`cfg({cfg})` never holds: `cfg({around})` around it{place} excludes it")
}

fn package_of(audit: &Audit<'_>, file: FileId) -> String {
    let mount = audit.input.sources.mounts.iter().find(|mount| mount.file == file);
    mount.map_or_else(String::new, |mount| audit.input.workspace.package_of(mount.target).name.clone())
}
