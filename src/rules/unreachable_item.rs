//! An item that no root reaches in any configuration.
//!
//! # Why it matters
//! It is read, compiled, searched and kept working for nobody. A leftover of a removed feature is the sort of code that
//! comes back to life by accident. The compiler is silent about everything `pub`.
//!
//! # Example
//! ```text
//! mod ws_v1;                                    // still declared
//! mod ws_v2;
//! Router::new().route("/ws", get(ws_v2::upgrade));
//!
//! // ws_v1.rs
//! pub async fn upgrade(ws: WebSocketUpgrade) {}  // unreachable-item
//! ```
//!
//! # Not reported
//! What a name in an unexpanded macro, an attribute or an unresolved path could mean; public API of a package that
//! others could depend on (see `--closed-world`); items under `allow(dead_code)`, with a name that starts with `_`;
//! a field whose type does something when it is dropped, or one that is read as it lies in memory (through another field of
//! its union, `transmute`, a pointer that was one to something else); items of trait impls, which go with the trait or the
//! type; whatever something that stays needs to compile, used or not.
//!
//! What a macro of the workspace makes is reported at the word of the call that names it, once, if all that the word
//! names is dead; what the macro gives a name to is not, and neither is what an unexpanded call makes. Such a call is
//! taken out if all that it makes goes; else it has to be rewritten by hand.
//!
//! A function that is never called may have something in it that works all the same: an impl of a type from outside, a symbol
//! for the linker. It is reported, and not taken out.
//!
//! An item that only its own documentation's example uses is reported: the example goes with it. An empty one whose
//! examples are of something else is not: they are tests, and it is there to carry them.
//!
//! # How to keep it
//! Put `#[expect(dead_code, reason = "…")]` on it.

use super::{Rule, unregistered_handler};
use crate::audit::Audit;
use crate::facts::DefData;
use crate::finding::{Confidence, Finding};
use crate::model::{DefId, DefKind};
use crate::reach::sunset::Assumption;
use crate::reach::{is_plain_re_export, reach_assuming};
use crate::removal;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let wanted = |def| !unregistered_handler::is_handler(audit, def);
    findings(audit, rule, &dead_items(audit), &wanted, &|def| message(audit, def), out);
}

/// A finding for each dead definition that is wanted, with its island and its removal.
pub(super) fn findings(
    audit: &Audit<'_>,
    rule: &Rule,
    dead: &[DefId],
    wanted: &dyn Fn(DefId) -> bool,
    message: &dyn Fn(DefId) -> String,
    out: &mut Vec<Finding>,
) {
    let heads = heads_of_islands(audit, dead);
    for def in dead.iter().copied().filter(|def| wanted(*def)) {
        let mut finding = rule.finding(audit.item(def), audit.name_location(def), message(def));
        // An island has the id of its head.
        let head = heads.get(&audit.island(def)).copied();
        finding.island = head.map(|head| {
            let of_head = if wanted(head) { Some(rule) } else { super::other_of_dead(rule) };
            of_head.unwrap_or(rule).id(&audit.item(head))
        });
        qualify(audit, def, &mut finding);
        if !audit.is_partly_unread(def) {
            remove(audit, def, &mut finding);
        }
        finding.subject = Some(def);
        out.push(finding);
    }
}

/// The head of each island of more than one: what nothing else of it uses; where all use each other, the first that runs.
fn heads_of_islands(audit: &Audit<'_>, dead: &[DefId]) -> BTreeMap<DefId, DefId> {
    let mut islands: BTreeMap<DefId, Vec<DefId>> = BTreeMap::new();
    for def in dead {
        islands.entry(audit.island(*def)).or_default().push(*def);
    }
    let head = |members: &[DefId]| {
        let free =
            members.iter().find(|def| !audit.has_dead_users(**def) && audit.def(**def).kind != DefKind::ReExport);
        let runs = members.iter().find(|def| audit.def(**def).kind.is_fn());
        free.or(runs).or_else(|| members.first()).copied()
    };
    let several = islands.iter().filter(|(_, members)| members.len() > 1);
    several.filter_map(|(island, members)| Some((*island, head(members)?))).collect()
}

/// What there is to say of a dead item before it goes, and how sure it is.
fn qualify(audit: &Audit<'_>, def: DefId, finding: &mut Finding) {
    let kind = audit.def(def).kind;
    if kind == DefKind::Variant {
        finding.notes.push("matching on it is not making it; its arms go with it".into());
        if removal::numbers_shift(audit, def) {
            finding.confidence = Confidence::Likely;
        }
    }
    if kind == DefKind::Field {
        finding.notes.push("writing to it is not reading it; what writes to it has to go too".into());
        if removal::shown_by_debug(audit, def) || removal::is_laid_out(audit, def) {
            finding.confidence = Confidence::Likely;
        }
    }
    if let Some(by) = audit.named_in_call(def) {
        finding.notes.push(format!("a call of the macro `{by}!` makes it, under the name that stands here"));
    }
    if audit.is_partly_unread(def) {
        finding.confidence = Confidence::Likely;
        finding.notes.push("a file of its package, or of one that uses it, could not be read and may use it".into());
    }
    if audit.crate_allows_dead(def) {
        finding.notes.push("its crate allows dead code as a whole, at least in some configurations".into());
    }
}

fn message(audit: &Audit<'_>, def: DefId) -> String {
    let facts = audit.def(def);
    match facts.kind {
        DefKind::ReExport => format!("nobody uses `{}` through this re-export", facts.name),
        kind if audit.has_dead_users(def) && kind != DefKind::Module => {
            format!("{} `{}` is used by dead code alone", kind.in_words(), facts.name)
        }
        kind => format!("{} `{}` {}", kind.in_words(), facts.name, predicate(kind)),
    }
}

/// How to take it out, and what compiling will not show.
fn remove(audit: &Audit<'_>, def: DefId, finding: &mut Finding) {
    let plan = removal::plan(audit, &audit.removed_with(def));
    if plan.outlived.contains(&def) {
        finding.notes.extend(removal::left_without(audit, def).map(|inner| outlived(audit, inner)));
        return;
    }
    if plan.outside.contains(&def) {
        finding.notes.push("it lies outside of the folder of the workspace, and nothing is changed there".into());
        return;
    }
    if plan.stuck.contains(&def) {
        let what = if plan.half_made.contains(&def) {
            "a macro makes it, or an impl of it, along with what stays: the call"
        } else {
            "what speaks of it"
        };
        finding.notes.push(format!("{what} has to be rewritten by hand"));
        return;
    }
    finding.removal = removal::removals(audit, &plan);
    finding.unproven = removal::unproven(audit, def, &plan);
    finding.notes.extend(finding.unproven.as_ref().map(|why| format!("compiling cannot prove its removal: {why}")));
}

/// Why an item stays although it is dead: something in it is not.
fn outlived(audit: &Audit<'_>, inner: DefId) -> String {
    let facts = audit.def(inner);
    let (what, why) = match (facts.kind, facts.name.as_str()) {
        (DefKind::Impl, "_") => ("an impl".to_owned(), "holds everywhere"),
        (DefKind::Impl, of) => (format!("an impl for `{of}`"), "holds everywhere"),
        (kind, name) => (format!("{} `{name}`", kind.in_words()), "is used without it"),
    };
    format!("{what} stands in it and {why}: it has to be taken out by hand")
}

fn predicate(kind: DefKind) -> &'static str {
    match kind {
        DefKind::Function | DefKind::Method | DefKind::AssociatedFunction => "is never called",
        DefKind::Variant => "is never made",
        DefKind::Field => "is never read",
        DefKind::Module => "has nothing in it that is used",
        _ => "is never used",
    }
}

/// Dead items, each a finding.
pub fn dead_items(audit: &Audit<'_>) -> Vec<DefId> {
    let reported = |def: &DefId| audit.is_reportable_in_call(*def) && is_finding(audit, *def);
    audit.one_for_each_word(audit.defs().filter(|def| audit.reach.is_dead(*def) && reported(def)).collect())
}

/// What would be dead if `allow(dead_code)` and `expect(dead_code)` kept nothing, with the reasons that those give.
pub fn hidden(audit: &Audit<'_>) -> Vec<(Finding, String)> {
    let Some(rule) = super::find("unreachable-item") else { return vec![] };
    let assumption = Assumption { without_allowances: true, ..Assumption::default() };
    let reach = reach_assuming(audit.input, audit.reach.closed_world, &assumption);
    let then = Audit::new(audit.input, &reach, audit.disk);
    let known: BTreeSet<DefId> = dead_items(audit).into_iter().collect();
    let dead: Vec<DefId> = dead_items(&then).into_iter().filter(|def| !known.contains(def)).collect();
    let mut found = vec![];
    findings(&then, rule, &dead, &|_| true, &|def| message(&then, def), &mut found);
    let with_reason = |mut finding: Finding| {
        // Proofs plan removals from what is dead as it is.
        let reason = finding.subject.take().and_then(|def| allowance(audit, def));
        (finding, reason.unwrap_or_else(|| "what is allowed to be dead uses it".into()))
    };
    found.into_iter().map(with_reason).collect()
}

/// The attribute that allows an item to be dead, its own or that of what holds it: the reason in it, or itself.
fn allowance(audit: &Audit<'_>, def: DefId) -> Option<String> {
    let mut work = vec![def];
    let mut seen = BTreeSet::new();
    while let Some(def) = work.pop() {
        let attrs = [&audit.def(def).attrs, &audit.file(def).facts.attrs];
        let allows = |path: &str| path == "allow" || path == "expect";
        let is_dead = |args: &str| ["dead_code", "unused", "warnings"].iter().any(|lint| args.contains(lint));
        if let Some(attr) = attrs.iter().flat_map(|it| &it.others).find(|it| allows(&it.path) && is_dead(&it.args)) {
            let reason = attr.args.split_once("reason").and_then(|(_, rest)| rest.split('"').nth(1));
            let lint = attr.args.split(',').next().unwrap_or_default().trim();
            return Some(reason.map_or_else(|| format!("#[{}({lint})]", attr.path), str::to_owned));
        }
        work.extend(audit.holders(def).into_iter().filter(|holder| seen.insert(*holder)));
    }
    None
}

/// Whether a dead definition is a finding of its own, and not part of a larger one.
fn is_finding(audit: &Audit<'_>, def: DefId) -> bool {
    let facts = audit.def(def);
    if std::iter::successors(audit.parent(def), |def| audit.parent(*def)).any(|holder| goes_with(audit, holder)) {
        return false;
    }
    match facts.kind {
        DefKind::Field => audit.input.bindings.inert.contains(&def),
        DefKind::Module => audit.contents(def).iter().any(|item| audit.is_reportable_in_call(*item)),
        DefKind::ReExport => is_plain_re_export(audit.input, def),
        _ => true,
    }
}

/// Whether what is in a holder goes with it or lives by other laws.
fn goes_with(audit: &Audit<'_>, holder: DefId) -> bool {
    let facts = audit.def(holder);
    match &facts.data {
        DefData::Module { .. } => false,
        DefData::Impl(header) => {
            let of = audit.type_of_impl(holder);
            header.of_trait.is_some() || of.is_some_and(|of| audit.reach.is_dead(of))
        }
        _ => audit.reach.is_dead(holder),
    }
}
