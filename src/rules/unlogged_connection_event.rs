//! A connection that opens, changes its protocol or closes where nothing writes that down.
//!
//! # Why it matters
//! When log-in fails, the first question is which connections came, how far each got and who closed it. Where no log,
//! trace or metric says so, the answer is guessed from what the client saw.
//!
//! # Example
//! ```text
//! async fn accept(listener: &TcpListener) -> Result<Session> {
//!     let (stream, _) = listener.accept().await?;      // unlogged-connection-event
//!     Ok(Session::new(accept_async(stream).await?))
//! }
//! ```
//!
//! # Not reported
//! Functions that log, count, trace or carry `#[instrument]`, and those that directly call, or are called by, one that
//! does; what only prepares a connection; sending and receiving; tests. One finding a function. It is off unless the
//! configuration sets its level or `--only` names it: many programs log in a layer of their own, which it does not see,
//! and it is a heuristic by words: `record`, `report` and `log` in any name count as telling, whatever they do.

use super::Rule;
use crate::audit::Audit;
use crate::catalog::connections::Role;
use crate::connect::Place;
use crate::finding::{Confidence, Connection, Finding, Related};
use crate::model::{DefId, FileId};
use std::collections::BTreeMap;

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let mut told = Told { audit, known: BTreeMap::new() };
    for (file, places) in audit.places_at_work() {
        let mut by_function: BTreeMap<DefId, Vec<&Place>> = BTreeMap::new();
        for place in places.into_iter().filter(|place| is_event(place) && audit.def(place.by).kind.is_fn()) {
            by_function.entry(place.by).or_default().push(place);
        }
        for (by, mut events) in by_function {
            events.sort_by_key(|place| place.at);
            if !told.near(by) {
                out.extend(finding(audit, rule, (file, by), &events));
            }
        }
    }
}

/// Whether somebody who looks for a lost connection would want to know of it.
fn is_event(place: &Place) -> bool {
    let event = matches!(
        place.role,
        Role::Connect | Role::Accept | Role::Upgrade | Role::Handshake | Role::Reconnect | Role::Close
    );
    event && !place.lazy
}

/// Which functions tell what they do, read once for each file.
struct Told<'c, 'a> {
    audit: &'c Audit<'a>,
    known: BTreeMap<FileId, BTreeMap<u32, bool>>,
}

impl Told<'_, '_> {
    fn tells(&mut self, def: DefId) -> bool {
        let audit = self.audit;
        let file = audit.input.bindings.defs.file(def);
        let known = self.known.entry(file).or_insert_with(|| audit.telling(file));
        // What cannot be read may tell.
        known.get(&audit.def(def).name_span.start).copied().unwrap_or(true)
    }

    /// Whether a function tells, or one that it calls or is called by.
    fn near(&mut self, def: DefId) -> bool {
        let mut around = self.audit.callers(def);
        around.extend(self.audit.callees(def));
        self.tells(def) || around.into_iter().any(|other| self.tells(other))
    }
}

fn finding(audit: &Audit<'_>, rule: &Rule, (file, by): (FileId, DefId), events: &[&Place]) -> Option<Finding> {
    let (first, others) = events.split_first()?;
    let (role, name) = (first.role.as_str(), audit.def(by).name);
    let message = format!("no log, trace or metric near `{name}` says that this {role} happened, or failed");
    let mut finding = rule.finding(audit.item(by), audit.location(file, first.at), message);
    finding.confidence = Confidence::Likely;
    for other in others {
        let location = audit.location(file, other.at);
        finding.related.push(Related { message: format!("nor that this {} did", other.role.as_str()), location });
    }
    finding.notes.push("looked in the function, in those that it calls and in those that call it".into());
    finding.trail = audit.trail(by);
    finding.condition = audit.condition(by);
    finding.connection =
        Some(Connection { protocol: first.protocol.clone(), role: role.into(), api: first.api.clone() });
    Some(finding)
}
