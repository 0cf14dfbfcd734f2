//! Stage 7. The registry of rules: one line a rule, in the order of the documentation.
//!
//! In: the view of the audit. Out: findings, sorted. A rule is a module whose header is its documentation and whose
//! `check` adds findings; nothing else has to change for a new one but its line here and its folder in `fixtures/`.

use crate::audit::Audit;
use crate::finding::{Confidence, Finding, Item, Level, Location};
use crate::model::{DefId, Span};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// A rule.
pub struct Rule {
    /// Its code, as users write it.
    pub code: &'static str,
    /// Its family.
    pub family: &'static str,
    /// Its level unless configured.
    pub level: Level,
    /// Its source; the header is the documentation.
    source: &'static str,
    check: fn(&Audit<'_>, &Rule, &mut Vec<Finding>),
}

macro_rules! rules {
    ($($code:literal $module:ident $family:literal $level:ident),* $(,)?) => {
        $(mod $module;)*

        /// All rules.
        pub const RULES: &[Rule] = &[$(Rule {
            code: $code,
            family: $family,
            level: Level::$level,
            source: include_str!(concat!("rules/", stringify!($module), ".rs")),
            check: $module::check,
        }),*];
    };
}

rules! {
    "unreachable-item" unreachable_item "unreachable" Warn,
    "test-only-item" test_only_item "unreachable" Warn,
    "unlinked-file" unlinked_file "unreachable" Warn,
    "impossible-cfg" impossible_cfg "unreachable" Warn,
    "unused-feature" unused_feature "unreachable" Warn,
    "deprecated-item-in-use" deprecated_item_in_use "deprecated" Warn,
    "deprecated-item-overdue" deprecated_item_overdue "deprecated" Warn,
    "deprecated-dependency-api" deprecated_dependency_api "deprecated" Warn,
    "legacy-path" legacy_path "deprecated" Warn,
    "constant-guard" constant_guard "deprecated" Warn,
    "sunset-item" sunset_item "deprecated" Warn,
    "duplicate-route" duplicate_route "duplicated" Warn,
    "unregistered-handler" unregistered_handler "connection" Warn,
    "route-parameter-mismatch" route_parameter_mismatch "connection" Warn,
    "missing-state" missing_state "connection" Warn,
    "duplicate-code" duplicate_code "duplicated" Warn,
    "drifted-copy" drifted_copy "duplicated" Warn,
    "masked-connection-error" masked_connection_error "connection" Warn,
    "unmatched-subscription" unmatched_subscription "connection" Warn,
    "unclosed-connection" unclosed_connection "connection" Allow,
    "unbounded-connect" unbounded_connect "connection" Warn,
    "unlogged-connection-event" unlogged_connection_event "connection" Allow,
    "unused-suppression" unused_suppression "suppression" Warn,
    "expired-suppression" expired_suppression "suppression" Warn,
    "malformed-suppression" malformed_suppression "suppression" Warn,
}

pub use sunset_item::after;
pub use unreachable_item::{dead_items, hidden};

impl Rule {
    /// The documentation: the header of its module.
    pub fn doc(&self) -> String {
        let lines = self.source.lines().take_while(|line| line.starts_with("//!"));
        let text = lines.map(|line| line.trim_start_matches("//!").strip_prefix(' ').unwrap_or(""));
        text.collect::<Vec<_>>().join("\n")
    }

    /// The first sentence of the documentation.
    pub fn summary(&self) -> String {
        let doc = self.doc();
        doc.split("\n\n").next().unwrap_or_default().replace('\n', " ")
    }

    /// The identity of a finding of this rule on an item.
    pub fn id(&self, item: &Item) -> String {
        crate::finding::stable_id(&[self.code, &item.kind, &item.package, &item.path])
    }

    /// A finding of this rule with what every finding needs; the rule adds the rest.
    pub fn finding(&self, item: Item, location: Location, message: String) -> Finding {
        Finding {
            id: self.id(&item),
            code: self.code.into(),
            family: self.family.into(),
            level: self.level,
            confidence: Confidence::Certain,
            item,
            location,
            message,
            notes: vec![],
            related: vec![],
            trail: vec![],
            condition: None,
            island: None,
            connection: None,
            removal: vec![],
            unproven: None,
            proof: None,
            suppressed: None,
            subject: None,
        }
    }
}

/// The other one of the two rules that share what is dead.
fn other_of_dead(rule: &Rule) -> Option<&'static Rule> {
    match rule.code {
        "unreachable-item" => find("unregistered-handler"),
        "unregistered-handler" => find("unreachable-item"),
        _ => None,
    }
}

/// The rule of a code.
pub fn find(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}

/// The known code that is most like a mistyped one.
pub fn nearest(code: &str) -> &'static str {
    let mut codes: Vec<&'static str> = RULES.iter().map(|rule| rule.code).collect();
    codes.sort_by(|a, b| strsim::jaro_winkler(b, code).total_cmp(&strsim::jaro_winkler(a, code)));
    codes.first().copied().unwrap_or_default()
}

/// Runs the rules for which `wanted` holds.
pub fn check_all(audit: &Audit<'_>, wanted: &(dyn Fn(&Rule) -> bool + Sync)) -> Vec<Finding> {
    let check = |rule: &'static Rule| {
        let mut findings = vec![];
        (rule.check)(audit, rule, &mut findings);
        findings
    };
    let wanted: Vec<&'static Rule> = RULES.iter().filter(|rule| wanted(rule)).collect();
    // What several threads make is made before: one that waits for the others must not begin another rule that waits for it.
    audit.legacy();
    if wanted.iter().any(|rule| rule.family == "duplicated") {
        audit.twins();
    }
    // Some rules take far longer than others.
    let mut findings: Vec<Finding> = wanted.into_par_iter().with_max_len(1).flat_map_iter(check).collect();
    connections(audit, &mut findings);
    // What is set up in two ways may say one thing twice.
    let mut seen = FxHashSet::default();
    findings.retain(|finding| {
        finding.item.kind != "route"
            || seen.insert((finding.code.clone(), finding.location.clone(), finding.message.clone()))
    });
    in_order(findings)
}

/// Says of each finding on an item whether it handles connections.
pub fn connections(audit: &Audit<'_>, findings: &mut [Finding]) {
    let names: FxHashMap<(&str, u32), DefId> = (audit.defs())
        .filter(|def| audit.def(*def).name_span != Span::default())
        .map(|def| ((audit.file(def).shown.as_str(), audit.def(def).name_span.start), def))
        .collect();
    for finding in findings.iter_mut().filter(|finding| finding.connection.is_none()) {
        let at = (finding.location.file.as_str(), finding.location.byte_start);
        let named = names.get(&at).filter(|def| audit.def(**def).name == finding.item.name.as_str());
        finding.connection = named.and_then(|def| audit.places().of(*def));
    }
}

/// Findings in the order of every report, each with an id of its own.
pub fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    tell_apart(&mut findings);
    findings
}

/// Two items of one path (under conditions that exclude each other, say) get ids of their own, in order.
fn tell_apart(findings: &mut [Finding]) {
    let mut seen: std::collections::HashMap<String, usize> = Default::default();
    for finding in findings {
        let count = seen.entry(finding.id.clone()).or_insert(0);
        *count += 1;
        if *count > 1 {
            finding.id = crate::finding::stable_id(&[&finding.id, &count.to_string()]);
        }
    }
}
