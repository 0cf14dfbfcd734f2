//! The items that a user means by a path, or by the end of one.

use crate::audit::Audit;
use crate::model::{DefId, DefKind};
use anyhow::{Result, bail};

/// All items of a path, with their whole paths; where there is none, the error names the nearest.
pub(super) fn named(audit: &Audit<'_>, path: &str) -> Result<Vec<(DefId, String)>> {
    let mut all: Vec<(DefId, String)> = audit
        .defs()
        .filter(|def| {
            !matches!(audit.def(*def).kind, DefKind::Impl | DefKind::DocTest | DefKind::Anonymous | DefKind::Template)
        })
        .filter(|def| audit.def(*def).kind != DefKind::ReExport || !audit.def(*def).from_macro)
        .map(|def| (def, audit.path(def)))
        .collect();
    let wanted = path.trim_start_matches("crate::");
    let is_meant = |known: &str| known == wanted || known.ends_with(&format!("::{wanted}"));
    if !all.iter().any(|(_, known)| is_meant(known)) {
        match nearest(&all, wanted) {
            Some(nearest) => bail!("no item `{path}`; did you mean `{nearest}`?"),
            None => bail!("no item `{path}`: this workspace has none"),
        }
    }
    all.retain(|(_, known)| is_meant(known));
    // A `use` of the item is not the item.
    if all.iter().any(|(def, _)| audit.def(*def).kind != DefKind::ReExport) {
        all.retain(|(def, _)| audit.def(*def).kind != DefKind::ReExport);
    }
    Ok(all)
}

/// The path whose end is most like what was asked for.
fn nearest<'n>(all: &'n [(DefId, String)], wanted: &str) -> Option<&'n str> {
    let length = wanted.split("::").count();
    let score = |known: &str| {
        let names: Vec<&str> = known.split("::").collect();
        strsim::jaro_winkler(&names[names.len().saturating_sub(length)..].join("::"), wanted)
    };
    let nearest = all.iter().max_by(|a, b| score(&a.1).total_cmp(&score(&b.1)));
    nearest.map(|(_, path)| path.as_str())
}
