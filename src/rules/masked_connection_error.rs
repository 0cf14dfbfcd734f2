//! A connect, accept, upgrade or handshake that fails, and whose cause nobody is told.
//!
//! # Why it matters
//! What went wrong is known in one place for one moment. Where it is dropped there, whoever is on call gets a message that
//! names something else: a time-out, a missing certificate and a wrong password all become "not found".
//!
//! # Example
//! ```text
//! let stream = TcpStream::connect(address).await.map_err(|_| Error::Unavailable)?;   // masked-connection-error
//! if let Ok((socket, _)) = connect_async(url).await { run(socket).await }            // masked-connection-error
//! ```
//!
//! # Not reported
//! Errors that are handed on, used, logged or that end the program; calls that reach no peer; sending and closing; what a
//! time-out wraps (`|_| Elapsed`); tests; functions that are asked whether a peer is there, and say so with a `bool`;
//! futures that run a whole connection (`serve_connection`), whose error is mostly that the peer went away; calls of the
//! catalogue's APIs in the workspace that makes them, which may tell of a failure in another way. It is a heuristic: a
//! retry that logs elsewhere, or an answer that has to say nothing for good reason, looks the same.

use super::Rule;
use crate::audit::Audit;
use crate::catalog::connections::Role;
use crate::connect::Place;
use crate::finding::{Confidence, Connection, Finding, Related};
use crate::model::FileId;
use crate::reach::World;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let mut by_file: BTreeMap<FileId, Vec<&Place>> = BTreeMap::new();
    let table = &audit.input.catalog.connections;
    for place in &audit.places().all {
        let fails = matches!(place.role, Role::Connect | Role::Accept | Role::Upgrade | Role::Handshake);
        let drives = table.row(&place.api).is_some_and(|row| table.apis[row as usize].drives);
        let lives = audit.reach.world(place.by) == Some(World::Production) && !audit.is_test_code(place.by);
        let reaches = place.called && !place.lazy && !place.of_member;
        if fails && reaches && !drives && lives && audit.is_written(place.by) {
            by_file.entry(audit.input.bindings.defs.file(place.by)).or_default().push(place);
        }
    }
    for (file, places) in by_file {
        let wanted: BTreeSet<u32> = places.iter().map(|place| place.at.start).collect();
        for (offset, dropped) in audit.outcomes(file, &wanted) {
            let Some(place) = places.iter().find(|place| place.at.start == offset) else { continue };
            let role = place.role.as_str();
            let message = format!("the cause of a failed {role} is thrown away: {}", dropped.how.in_words());
            let mut finding = rule.finding(audit.item(place.by), audit.location(file, place.at), message);
            finding.confidence = Confidence::Likely;
            finding.notes.push(format!("`{}` gives a result whose error says what went wrong", place.api));
            let location = audit.location(file, dropped.at);
            finding.related.push(Related { message: dropped.how.in_words().into(), location });
            finding.trail = audit.trail(place.by);
            finding.condition = audit.condition(place.by);
            finding.connection =
                Some(Connection { protocol: place.protocol.clone(), role: role.into(), api: place.api.clone() });
            out.push(finding);
        }
    }
}
