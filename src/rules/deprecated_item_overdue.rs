//! An item that is `#[deprecated]` and that should be gone by its own words, or by the version of its package.
//!
//! # Why it matters
//! A deprecation is a promise to remove. One that is kept for years trains users to ignore the others.
//!
//! # Example
//! ```text
//! // version = "3.1.0" in the manifest
//! #[deprecated(since = "1.4.0")]                        // two major versions ago
//! #[deprecated(note = "will be removed in 3.0")]        // that has come
//! #[deprecated(note = "remove after 2025-06")]          // that has passed
//! ```
//!
//! # Not reported
//! A deprecation that no release with breaking changes has followed since; `since` that is no version.

use super::Rule;
use crate::audit::Audit;
use crate::facts::Deprecated;
use crate::finding::{Confidence, Finding};
use crate::model::DefId;
use semver::Version;

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    for def in audit.defs() {
        let Some(said) = &audit.def(def).attrs.deprecated else { continue };
        if !audit.is_reportable(def) || audit.is_test_code(def) {
            continue;
        }
        let Some((why, confidence)) = overdue(audit, def, said) else { continue };
        let facts = audit.def(def);
        let message = format!("{} `{}` is deprecated and overdue: {why}", facts.kind.in_words(), facts.name);
        let mut finding = rule.finding(audit.item(def), audit.name_location(def), message);
        finding.confidence = confidence;
        finding.notes.extend(said.note.as_ref().map(|note| format!("its note: {note}")));
        out.push(finding);
    }
}

fn overdue(audit: &Audit<'_>, def: DefId, said: &Deprecated) -> Option<(String, Confidence)> {
    let workspace = audit.input.workspace;
    let package = audit.reach.aspects.packages[def.index()].first()?;
    let now = Version::parse(&workspace.packages[package.index()].version).ok()?;
    let note = said.note.as_deref().unwrap_or_default().to_lowercase();
    if let Some(date) = promised(&note).find(|word| is_date(word))
        && let Some(today) = workspace.today.as_deref()
        && date.as_str() <= today.get(..date.len()).unwrap_or(today)
    {
        return Some((format!("it was to go by {date}"), Confidence::Certain));
    }
    if let Some(version) = promised(&note).find_map(|word| version(&word))
        && version <= now
    {
        return Some((format!("it was to go in {version}, and this is {now}"), Confidence::Certain));
    }
    let since = version(said.since.as_deref()?)?;
    let came = what_came(&since, &now)?;
    Some((format!("{came} since {since}; this is {now}"), Confidence::Likely))
}

/// The releases with breaking changes after a version, in words. How many there were, numbers tell on one side of 1.0 alone:
/// what comes after 0.20 may be 22.
fn what_came(since: &Version, now: &Version) -> Option<String> {
    match (since.major == 0, now.major == 0) {
        (true, false) => return Some("a release with breaking changes came".into()),
        (false, true) => return None,
        _ => {}
    }
    let passed = breaking(now).checked_sub(breaking(since))?;
    // Below 1.0 every minor version may break.
    let enough = if now.major == 0 { 2 } else { 1 };
    let versions = if passed == 1 { "version" } else { "versions" };
    (passed >= enough).then(|| format!("{passed} {versions} with breaking changes came"))
}

/// The words of a note after a word that promises removal.
fn promised(note: &str) -> impl Iterator<Item = String> + '_ {
    let at = ["remov", "delet", "drop", "gone", " until", "until "].iter().filter_map(|word| note.find(word)).min();
    let rest = at.map_or("", |at| &note[at..]);
    rest.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned())
}

/// `2025-06` or `2025-06-30`.
fn is_date(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    let digits = parts.iter().all(|part| part.chars().all(|it| it.is_ascii_digit()));
    digits && matches!(parts.len(), 2 | 3) && parts[0].len() == 4 && parts[1..].iter().all(|part| part.len() == 2)
}

/// A version, perhaps with a `v` and without all its numbers.
fn version(word: &str) -> Option<Version> {
    let word = word.strip_prefix('v').unwrap_or(word);
    let dots = word.matches('.').count();
    let is_version = word.starts_with(|it: char| it.is_ascii_digit()) && dots > 0;
    let whole = format!("{word}{}", ".0".repeat(2_usize.saturating_sub(dots)));
    if is_version { Version::parse(&whole).ok() } else { None }
}

/// The number that a breaking change raises.
fn breaking(version: &Version) -> u64 {
    if version.major == 0 { version.minor } else { version.major }
}
