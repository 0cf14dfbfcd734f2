//! Suppressions: comments that say why a finding is there to stay.
//!
//! In: the view of the audit and all findings. Out: findings marked with what suppresses them, the suppressions, and a
//! finding for each that matches nothing, is past its end, or cannot be read. It does not know levels or the gate.
//!
//! ```text
//! // vestige: allow(legacy-path, until = "2027-03") -- the last client goes in March
//! ```
//!
//! A comment on a line of its own speaks of what follows it: an item with all that is in it (`mod x;` with its files), or
//! the head of a statement. One behind code speaks of its line, and before the name of an item of that item.

mod claim;
mod cover;

use crate::audit::Audit;
use crate::finding::{Finding, Item, Location, Suppressed, SuppressedBy};
use crate::model::DefId;
use crate::reach::reach_assuming;
use crate::reach::sunset::Assumption;
use crate::rules;
use claim::Claim;
use cover::Cover;
use std::collections::BTreeMap;

/// The family of the rules about suppressions; what they find cannot be suppressed.
const FAMILY: &str = "suppression";

/// A comment that suppresses.
#[derive(Debug, Clone)]
pub struct Suppression {
    /// The comment.
    pub location: Location,
    /// What it says.
    pub claim: Claim,
    /// The item that it speaks of, or that it stands in.
    pub anchor: Item,
    cover: Cover,
    expired: bool,
}

/// All comments of a workspace that speak to this program.
#[derive(Debug, Default)]
pub struct Suppressions {
    /// Those that can be read, by file and place.
    pub all: Vec<Suppression>,
    /// The others, with what is wrong.
    malformed: Vec<(Location, Item, String)>,
}

/// Reads the comments of all files, and of those that findings are on.
pub fn collect(audit: &Audit<'_>, findings: &[Finding]) -> Suppressions {
    let mut found = Suppressions::default();
    for text in cover::texts(audit, findings) {
        for comment in text.comments() {
            let (location, anchor) = (text.location(&comment), text.anchor(audit, &comment));
            let claim = claim::parse(comment.said).and_then(known);
            match claim {
                Err(problem) => found.malformed.push((location, anchor, problem)),
                Ok(claim) => {
                    let expired = claim.until.as_ref().is_some_and(|until| until.is_over(audit, &anchor.package));
                    let cover = text.cover(audit, &comment);
                    found.all.push(Suppression { location, claim, anchor, cover, expired });
                }
            }
        }
    }
    found
}

/// A claim that only names rules.
fn known(claim: Claim) -> Result<Claim, String> {
    for code in &claim.codes {
        match rules::find(code) {
            None => return Err(format!("there is no rule `{code}`; did you mean `{}`?", rules::nearest(code))),
            Some(rule) if rule.family == FAMILY => {
                return Err(format!("`{code}` cannot be suppressed; its level can be set in the configuration"));
            }
            Some(_) => {}
        }
    }
    Ok(claim)
}

/// Marks what is suppressed, and adds findings about suppressions. `judged` tells of which rules all findings are there: of
/// others nobody knows whether a suppression is used.
pub fn apply(
    audit: &Audit<'_>,
    suppressions: &Suppressions,
    judged: &dyn Fn(&str) -> bool,
    findings: &mut Vec<Finding>,
) {
    let used = mark(&suppressions.all, findings);
    let mut report = |code: &str, location: &Location, anchor: &Item, message: String| {
        if let Some(rule) = rules::find(code).filter(|rule| judged(rule.code)) {
            findings.push(rule.finding(anchor.clone(), location.clone(), message));
        }
    };
    for (location, anchor, problem) in &suppressions.malformed {
        report("malformed-suppression", location, anchor, format!("this suppression does nothing: {problem}"));
    }
    for (suppression, used) in suppressions.all.iter().zip(used) {
        let Suppression { location, claim, anchor, expired, .. } = suppression;
        let told = |codes: &[&str]| codes.iter().map(|code| format!("`{code}`")).collect::<Vec<_>>().join(" and ");
        let rows = claim.codes.iter().map(String::as_str).zip(&used);
        let unused: Vec<&str> = rows
            .filter(|(code, used)| !**used && judged(code) && suppression.cover.can_be_judged(audit, code))
            .map(|(code, _)| code)
            .collect();
        if !unused.is_empty() {
            let message = format!("this suppresses {}, and nothing of that is found here", told(&unused));
            report("unused-suppression", location, anchor, message);
        } else if *expired && used.contains(&true) {
            let codes: Vec<&str> = claim.codes.iter().map(String::as_str).collect();
            let (until, reason) = (claim.until_text().unwrap_or_default(), &claim.reason);
            let message = format!("the suppression of {} ended with {until}; its reason was: {reason}", told(&codes));
            report("expired-suppression", location, anchor, message);
        }
    }
}

/// Marks what is suppressed; which codes of each suppression have found something.
fn mark(suppressions: &[Suppression], findings: &mut [Finding]) -> Vec<Vec<bool>> {
    let mut by_file: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (row, suppression) in suppressions.iter().enumerate() {
        for file in suppression.cover.files() {
            by_file.entry(file).or_default().push(row);
        }
    }
    let mut used: Vec<Vec<bool>> = suppressions.iter().map(|it| vec![false; it.claim.codes.len()]).collect();
    for finding in findings {
        for row in by_file.get(finding.location.file.as_str()).into_iter().flatten() {
            let suppression = &suppressions[*row];
            let code = suppression.claim.codes.iter().position(|code| *code == finding.code);
            let Some(code) = code.filter(|_| suppression.cover.holds(&finding.location)) else { continue };
            used[*row][code] = true;
            if !suppression.expired && finding.suppressed.is_none() {
                let (reason, until) = (suppression.claim.reason.clone(), suppression.claim.until_text());
                finding.suppressed = Some(Suppressed { by: SuppressedBy::Comment, reason, until });
            }
        }
    }
    used
}

/// Marks what only suppressed items use: they are kept, and so is what they need.
pub fn keep_what_is_used(audit: &Audit<'_>, findings: &mut [Finding]) {
    let of_dead = |finding: &&mut Finding| finding.code == "unreachable-item";
    let kept: Vec<DefId> = (findings.iter())
        .filter(|finding| finding.code == "unreachable-item" && finding.suppressed.is_some())
        .filter_map(|finding| finding.subject)
        .collect();
    if kept.is_empty() {
        return;
    }
    let assumption = Assumption { kept, ..Assumption::default() };
    let reach = reach_assuming(audit.input, audit.reach.closed_world, &assumption);
    for finding in findings.iter_mut().filter(of_dead).filter(|finding| finding.suppressed.is_none()) {
        if finding.subject.is_some_and(|def| !reach.is_dead(def)) {
            let reason = "something that is suppressed uses it".to_owned();
            finding.suppressed = Some(Suppressed { by: SuppressedBy::Comment, reason, until: None });
        }
    }
}

/// Findings that attributes hide, with the reasons that those give.
pub fn by_attribute(audit: &Audit<'_>) -> Vec<Finding> {
    let mark = |(mut finding, reason): (Finding, String)| {
        finding.suppressed = Some(Suppressed { by: SuppressedBy::Attribute, reason, until: None });
        finding
    };
    rules::hidden(audit).into_iter().map(mark).collect()
}
