//! What a change did, in words: why a finding is there that was not there before.
//!
//! In: two sides and a new finding. Out: a sentence, with the place where something no longer refers to it if there is one.
//! It does not know whether the finding fails the gate.

mod lost;

use super::side::{Side, plain, short};
use crate::finding::{Finding, Location};
use crate::model::DefId;
use crate::reach::World;
use std::collections::{BTreeMap, BTreeSet};

/// Shorter texts are alike by chance.
const SHORTEST_COPY: usize = 80;

/// What a change did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The sentence.
    pub text: String,
    /// Whether it names what was done, and not only what that led to.
    pub deed: bool,
}

/// Why a finding of `now` was not there before.
pub fn explain(now: &Side<'_>, before: &Side<'_>, finding: &Finding) -> Said {
    let name = short(&finding.item.path);
    match (finding.code.as_str(), before.item(&finding.item)) {
        ("unreachable-item", Some(was)) if before.audit.reach.is_dead(was) => {
            Said { text: format!("`{name}` was suppressed before, or is reported since this change"), deed: false }
        }
        ("unreachable-item" | "test-only-item", Some(was)) => lost::why(now, before, finding, was),
        ("unreachable-item" | "test-only-item", None) => added(now, before, finding),
        (_, was) => Said { text: brought(now, before, finding, was), deed: true },
    }
}

/// Why a finding that is not about missing use was not there before.
fn brought(now: &Side<'_>, before: &Side<'_>, finding: &Finding, was: Option<DefId>) -> String {
    let name = short(&finding.item.path);
    match finding.code.as_str() {
        "deprecated-item-in-use" => deprecated(before, finding, was),
        "legacy-path" => match was {
            None => format!("this change adds `{name}`"),
            Some(was) if !before.audit.legacy().contains_key(&was) => format!("this change marks `{name}` as legacy"),
            Some(was) if before.audit.reach.world(was) != Some(World::Production) => {
                format!("this change makes production reach `{name}`")
            }
            Some(_) => in_text(now, before, finding),
        },
        "unused-feature" => {
            let package = before.audit.input.workspace.packages.iter().find(|it| it.name == finding.item.package);
            let known = package.is_some_and(|it| it.features.iter().any(|feature| feature.name == finding.item.name));
            match known {
                true => format!("this change removed the last mention of the feature `{}`", finding.item.name),
                false => format!("this change adds the feature `{}`", finding.item.name),
            }
        }
        "unlinked-file" => {
            let mut files = before.audit.input.sources.files.iter();
            match files.any(|file| file.shown == finding.location.file) {
                true => format!("this change removed the last `mod` that included `{}`", finding.location.file),
                false => format!("this change adds `{}`", finding.location.file),
            }
        }
        "duplicate-code" | "drifted-copy" => alike(now, before, finding),
        _ => in_text(now, before, finding),
    }
}

/// Which of several copies is new, or which was changed.
fn alike(now: &Side<'_>, before: &Side<'_>, finding: &Finding) -> String {
    let places = std::iter::once(&finding.location).chain(finding.related.iter().map(|it| &it.location));
    let defs: Vec<(&Location, DefId)> = places.filter_map(|at| Some((at, now.meant(at)?))).collect();
    let was = |def: DefId| before.find(&now.audit.path(def), now.audit.def(def).kind.as_str());
    let old = defs.iter().find(|(_, def)| was(*def).is_some());
    let fresh = defs.iter().find(|(_, def)| was(*def).is_none());
    if let Some(((from, _), (_, to))) = old.zip(fresh) {
        return format!("this change copies {}:{} to `{}`", from.file, from.line, short(&now.audit.path(*to)));
    }
    let mut changed = defs.iter().filter(|(_, def)| was(*def).is_some_and(|was| before.text(was) != now.text(*def)));
    match changed.next() {
        Some((_, def)) => format!("this change brings it into `{}`", short(&now.audit.path(*def))),
        None => in_text(now, before, finding),
    }
}

/// What the change adds to findings that were there before: more uses of what is deprecated, more copies.
pub fn grown(now: &Finding, before: &Finding) -> Option<String> {
    let more = now.related.len().checked_sub(before.related.len()).filter(|more| *more > 0)?;
    let name = short(&now.item.path);
    let several = if more == 1 { "" } else { "s" };
    match now.code.as_str() {
        "deprecated-item-in-use" | "deprecated-dependency-api" => {
            Some(format!("this change adds {more} more use{several} of `{name}`, which is deprecated"))
        }
        "duplicate-code" => {
            let copies = if more == 1 { "copy" } else { "copies" };
            Some(format!("this change adds {more} more {copies} of `{name}`"))
        }
        _ => None,
    }
}

fn deprecated(before: &Side<'_>, finding: &Finding, was: Option<DefId>) -> String {
    let name = short(&finding.item.path);
    let uses = match finding.related.len() {
        0 => "nothing but its own impls uses".to_owned(),
        1 => "1 place still uses".to_owned(),
        count => format!("{count} places still use"),
    };
    let Some(was) = was else { return format!("this change adds `{name}`, which is deprecated and which {uses}") };
    let mut holders = std::iter::successors(Some(was), |def| before.audit.parent(*def));
    match holders.any(|def| before.audit.def(def).attrs.deprecated.is_some()) {
        true => format!("this change adds a use of `{name}`, which is deprecated"),
        false => format!("this change deprecates `{name}`, which {uses}"),
    }
}

/// An item that was not there before, and that nothing uses.
fn added(now: &Side<'_>, before: &Side<'_>, finding: &Finding) -> Said {
    let name = short(&finding.item.path);
    let copied = now.subject(finding).and_then(|def| copied_from(now, before, def));
    match copied {
        Some(original) => {
            let text = format!("this change copies `{}` to `{name}`, which nothing uses", short(&original));
            Said { text, deed: true }
        }
        None => Said { text: format!("this change adds `{name}`, which nothing uses"), deed: false },
    }
}

/// The path of a definition that has the same text but for its name.
fn copied_from(now: &Side<'_>, before: &Side<'_>, def: DefId) -> Option<String> {
    let nameless = |side: &Side<'_>, def: DefId| {
        let facts = side.audit.def(def);
        let text = &side.audit.file(def).text;
        plain(text.get(facts.name_span.end as usize..facts.span.end as usize).unwrap_or_default())
    };
    let (kind, text) = (now.audit.def(def).kind, nameless(now, def));
    if text.len() < SHORTEST_COPY {
        return None;
    }
    let size = |side: &Side<'_>, def: DefId| side.audit.def(def).span.end - side.audit.def(def).span.start;
    let wanted = size(now, def);
    let near = |other: &DefId| {
        let other = (before.audit.def(*other).kind, size(before, *other));
        other.0 == kind && other.1 < wanted.saturating_mul(2) && other.1.saturating_mul(2) > wanted
    };
    let mut all = before.audit.defs().filter(near);
    all.find(|other| nameless(before, *other) == text).map(|other| before.audit.path(other))
}

/// Whether the change is in the text that the finding is about, or elsewhere.
fn in_text(now: &Side<'_>, before: &Side<'_>, finding: &Finding) -> String {
    let name = short(&finding.item.path);
    let here = now.subject(finding).or_else(|| now.around(finding));
    let there = here.and_then(|def| before.find(&now.audit.path(def), now.audit.def(def).kind.as_str()));
    match here.zip(there) {
        Some((here, there)) if now.text(here) == before.text(there) => {
            format!("`{name}` is as it was: something that it depends on has changed")
        }
        Some((here, _)) => format!("this change brings it into `{}`", short(&now.audit.path(here))),
        None => format!("this change adds `{name}`"),
    }
}

/// The most telling sentences, each once: of an island those that name a deed, or else that of its head; nothing of a
/// module that only stands for what is in it.
pub fn told(new: &[(&Finding, Said)]) -> Vec<String> {
    let mut islands: BTreeMap<&str, bool> = BTreeMap::new();
    for (finding, said) in new {
        *islands.entry(finding.island.as_ref().unwrap_or(&finding.id)).or_default() |= said.deed;
    }
    let ids: BTreeSet<&str> = new.iter().map(|(finding, _)| finding.id.as_str()).collect();
    let follows = |finding: &Finding| {
        let island = finding.island.as_deref();
        island.is_some_and(|island| islands[island] || island != finding.id && ids.contains(island))
    };
    let holds_another = |finding: &Finding| {
        let inner = format!("{}::", finding.item.path);
        finding.item.kind == "module" && new.iter().any(|(other, _)| other.item.path.starts_with(&inner))
    };
    let mut seen = BTreeSet::new();
    let told = new.iter().filter(|(finding, said)| said.deed || !follows(finding) && !holds_another(finding));
    told.filter(|(_, said)| seen.insert(said.text.as_str())).map(|(_, said)| said.text.clone()).collect()
}
