//! A use of something that a dependency, or `std`, has deprecated.
//!
//! # Why it matters
//! It goes with the next major version, or stays and is fixed no more. `allow(deprecated)` hides it from the compiler, and
//! so do conditions that are not built here.
//!
//! # Example
//! ```text
//! line.trim_left()     // deprecated-dependency-api: superseded by `trim_start`
//! ```
//!
//! # Not reported
//! What is only known by name; dependencies whose sources are not on this machine; code that nothing reaches. Of `std` only
//! what `src/catalog/std` says is deprecated.

use super::Rule;
use crate::audit::Audit;
use crate::facts::Import;
use crate::finding::{Finding, Related};
use crate::model::{DefId, FileId, Name, Span};
use crate::resolve::{DeprecatedUse, Used};
use std::collections::BTreeMap;

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let mut uses: BTreeMap<(DefId, Name), Vec<&DeprecatedUse>> = BTreeMap::new();
    for one in &audit.input.bindings.deprecated_uses {
        if let Used::Foreign(path) = one.of
            && audit.input.bindings.deprecated_elsewhere.contains_key(&path)
            && !audit.reach.is_dead(one.by)
            && !audit.reach.aspects.in_example[one.by.index()]
        {
            uses.entry((one.by, path)).or_default().push(one);
        }
    }
    for ((by, path), mut places) in uses {
        places.sort_by_key(|one| one.at);
        let file = audit.input.bindings.defs.file(by);
        let Some(first) = places.first() else { continue };
        let shown = shown(path);
        let said = audit.input.bindings.deprecated_elsewhere.get(&path);
        let since = said.and_then(|it| it.since.as_ref()).map_or(String::new(), |since| format!(" since {since}"));
        let named = written(audit, file, first.at, &shown).unwrap_or_else(|| shown.clone());
        let message = format!("`{named}` is deprecated{since}");
        let mut item = audit.item(by);
        // Two APIs in one function are two findings.
        item.path = format!("{} uses {shown}", item.path);
        let mut finding = rule.finding(item, audit.location(file, first.at), message);
        finding.notes.extend(said.and_then(|it| it.note.as_ref()).map(|note| format!("its note: {note}")));
        finding.related = (places.iter().skip(1))
            .map(|one| Related { message: "used here too".into(), location: audit.location(file, one.at) })
            .collect();
        finding.condition = audit.condition(by);
        out.push(finding);
    }
}

/// A path of another crate as a reader writes it: impls have a number in ours.
fn shown(path: Name) -> String {
    let parts: Vec<&str> = path.split("::").map(|part| part.split('#').next().unwrap_or(part)).collect();
    parts.join("::")
}

/// The path by which code names something of another crate, through an import of its file: it may be handed on from a
/// private module. Nothing of a method, and nothing where that is another name.
fn written(audit: &Audit<'_>, file: FileId, at: Span, shown: &str) -> Option<String> {
    let file = &audit.input.sources.files[file.index()];
    let text = file.text.get(at.start as usize..at.end as usize)?;
    let is_plain = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    let is_method = file.text.get(..at.start as usize)?.trim_end().ends_with('.');
    if !text.chars().all(is_plain) || is_method {
        return None;
    }
    let (krate, last) = (shown.split("::").next()?, shown.rsplit("::").next()?);
    let is_meant = |path: &String| path.split("::").next() == Some(krate) && path.rsplit("::").next() == Some(last);
    let (first, rest) = text.split_once("::").map_or((text, ""), |(first, _)| (first, &text[first.len()..]));
    if first == krate {
        return Some(text.to_owned()).filter(is_meant);
    }
    let imports = file.facts.imports.iter().filter(|import| import.alias.is_some_and(|alias| alias == first));
    let path_of = |import: &Import| {
        let names: Vec<&str> = import.path.segs.iter().map(|seg| seg.name.as_str()).collect();
        names.join("::") + rest
    };
    imports.map(path_of).find(is_meant)
}
