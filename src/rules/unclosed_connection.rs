//! A way out between opening and closing that leaves the connection, or the task that serves it, behind.
//!
//! # Why it matters
//! A socket that is dropped says no farewell: the peer keeps its half until a time-out ends it, a broker sends the last
//! will. A task whose handle is dropped is not ended at all: the heartbeat of a lost connection beats on, one more each
//! time.
//!
//! # Example
//! ```text
//! let (mut socket, _) = connect_async(url).await?;
//! let beat = tokio::spawn(heartbeat());
//! let name = lookup(user).await?;                  // unclosed-connection: `socket` is not closed, `beat` runs on
//! serve(&mut socket, name).await;
//! beat.abort();
//! socket.close(None).await?;
//! ```
//!
//! # Not reported
//! What no way closes; what was returned, stored, captured or handed to somebody before; errors and ends of the
//! connection itself, which nobody can say farewell to any more; types of the workspace with a `Drop` of their own;
//! protocols that end with their socket (a plain TCP stream is closed when it is dropped, HTTP, SQL, QUIC); tests. Tasks
//! count where they surely never end: they are, or run a function of the workspace with, a `loop` without `break`,
//! `return` and `?`; where nothing tells them to end (a token, a channel for the shutdown); where nobody has waited for
//! them by `&mut`; and where the function may run again: one that only `main` calls, once, or that a runtime runs to its
//! end, is left when the program ends. They count in functions that handle connections, or call one that does, where their
//! handle is a local variable.
//!
//! It is off unless the configuration sets its level or `--only` names it: of eight findings in 42 workspaces, all on tasks,
//! none was worth a maintainer's time. None of them is reported any more, but that what is left is worth it was not shown.
//! It is a heuristic: it does not see that a caller closes, or that a value of another crate closes when it is dropped.

use super::Rule;
use crate::audit::Audit;
use crate::catalog::connections::Role;
use crate::connect::Place;
use crate::extract::bounds::FnBounds;
use crate::extract::ways_out::{Asked, Exit, WayOut};
use crate::facts::DefData;
use crate::finding::{Confidence, Connection, Finding, Related};
use crate::model::{DefId, DefKind, FileId};
use std::collections::{BTreeMap, BTreeSet};

/// Protocols whose peer hears of the end when the socket is dropped, or where nothing stays behind.
const ENDED_BY_DROP: [&str; 13] =
    ["any", "tcp", "udp", "unix", "pipe", "serial", "tls", "http", "sse", "quic", "sql", "redis", "kafka"];

/// So many steps up `main` is looked for.
const STEPS: u32 = 4;

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let by_file = audit.places_at_work();
    let guards = types_with_drop(audit);
    for file in (0..audit.input.sources.files.len()).map(FileId::new) {
        let places = by_file.get(&file).map_or(&[][..], Vec::as_slice);
        let opening = |place: &&&Place| opens(place) && !gives_guard(audit, place, &guards);
        let asked = Asked {
            opens: places.iter().filter(opening).map(|place| place.at.start).collect(),
            closes: places.iter().filter(|place| place.role == Role::Close).map(|place| place.at.start).collect(),
        };
        let text = &audit.input.sources.files[file.index()].text;
        if asked.opens.is_empty() && !(text.contains("spawn") && text.contains(".abort()")) {
            continue;
        }
        for left in audit.ways_out(file, &asked) {
            let Some(by) = audit.function_at(file, left.function).filter(|by| audit.is_at_work(*by)) else { continue };
            if left.of.is_none() && (!is_endless(audit, by, &left) || runs_once(audit, by, STEPS)) {
                continue;
            }
            let place = places.iter().find(|place| Some(place.at.start) == left.of).copied();
            let around = || std::iter::once(by).chain(audit.callees(by)).find_map(|def| audit.places().of(def));
            let handled = place.map(connection_of).or_else(around);
            if let Some(handled) = handled {
                out.push(finding(audit, rule, (file, by), &left, handled));
            }
        }
    }
}

/// Whether a place opens a connection that somebody has to close.
fn opens(place: &Place) -> bool {
    let role = matches!(place.role, Role::Connect | Role::Accept | Role::Handshake | Role::Reconnect);
    role && !place.lazy && !ENDED_BY_DROP.contains(&place.protocol.as_str())
}

fn connection_of(place: &Place) -> Connection {
    Connection { protocol: place.protocol.clone(), role: place.role.as_str().into(), api: place.api.clone() }
}

/// What the text of a function says of loops and calls.
fn own_bounds(audit: &Audit<'_>, def: DefId) -> Option<FnBounds> {
    let (file, name) = (audit.input.bindings.defs.file(def), audit.def(def).name_span.start);
    let all = audit.bounds(file, &BTreeSet::new()).functions;
    all.into_iter().find(|known| known.name == name)
}

/// Whether a task goes on until somebody ends it: a block that does, or a function of the workspace.
fn is_endless(audit: &Audit<'_>, by: DefId, left: &WayOut) -> bool {
    let Some(runs) = &left.runs else { return true };
    let mut run = audit.callees(by).into_iter().filter(|def| audit.def(*def).name == runs.as_str()).peekable();
    run.peek().is_some() && run.all(|def| own_bounds(audit, def).is_some_and(|own| own.endless))
}

/// Whether the program ends with a function: it is `main`, or only `main` and what runs a future to its end call it.
fn runs_once(audit: &Audit<'_>, def: DefId, steps: u32) -> bool {
    let name = audit.def(def).name;
    if name == "main" {
        return true;
    }
    let mut callers = audit.sure_callers(def);
    if callers.is_empty() {
        callers = audit.callers(def);
        callers.retain(|caller| !audit.is_test_code(*caller));
    }
    let mut ends = callers.iter().map(|caller| {
        let again = own_bounds(audit, *caller).is_none_or(|own| own.calls_of(&name).any(|at| own.repeats(at)));
        !again && (runs_to_end(audit, *caller) || (steps > 0 && runs_once(audit, *caller, steps - 1)))
    });
    !callers.is_empty() && ends.all(|ends| ends)
}

/// Whether a function hands a future to a runtime, which it waits for: `block_on(…)`, `runtime.run(self.start())`.
fn runs_to_end(audit: &Audit<'_>, def: DefId) -> bool {
    let span = audit.def(def).span;
    let text = audit.file(def).text.get(span.start as usize..span.end as usize).unwrap_or_default();
    (text.contains("block_on(") || text.contains(".run(")) && !text.contains("spawn")
}

/// Types of the workspace that do something when they are dropped.
fn types_with_drop(audit: &Audit<'_>) -> BTreeSet<String> {
    let blocks = audit.defs().filter(|def| audit.def(*def).kind == DefKind::Impl);
    let dropping = blocks.filter(|def| match &audit.def(*def).data {
        DefData::Impl(header) => {
            header.of_trait.as_ref().and_then(|path| path.segs.last()).is_some_and(|seg| seg.name == "Drop")
        }
        _ => false,
    });
    dropping.map(|def| audit.def(def).name.to_string()).collect()
}

/// Whether what a function of the workspace opens is of a type that closes itself.
fn gives_guard(audit: &Audit<'_>, place: &Place, guards: &BTreeSet<String>) -> bool {
    let last = place.api.rsplit("::").next().unwrap_or_default();
    let own = audit.callees(place.by).into_iter().filter(|def| audit.def(*def).name == last);
    own.filter(|def| audit.path(*def) == place.api).any(|def| {
        let facts = audit.def(def);
        let text = audit.file(def).text.get(facts.name_span.end as usize..facts.span.end as usize).unwrap_or_default();
        let head = text.split('{').next().unwrap_or_default();
        let result = head.split_once("->").map_or("", |parts| parts.1);
        let mut words = result.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        words.any(|word| guards.contains(word) || (word == "Self" && is_guard(audit, def, guards)))
    })
}

/// Whether a function stands in an impl of a type that closes itself.
fn is_guard(audit: &Audit<'_>, def: DefId, guards: &BTreeSet<String>) -> bool {
    audit.parent(def).is_some_and(|block| guards.contains(audit.def(block).name.as_str()))
}

fn finding(
    audit: &Audit<'_>,
    rule: &Rule,
    (file, by): (FileId, DefId),
    left: &WayOut,
    connection: Connection,
) -> Finding {
    let (name, count) = (&left.name, left.exits.len());
    let ways = if count == 1 { "a way out leaves".to_owned() } else { format!("{count} ways out leave") };
    let message = match left.of {
        Some(_) => format!("{ways} `{name}` behind without closing it, as another does"),
        None => format!("{ways} the task of `{name}` running, which another aborts"),
    };
    let mut finding = rule.finding(audit.item(by), audit.location(file, left.open), message);
    finding.confidence = Confidence::Likely;
    let mut related: BTreeMap<(u32, u32), Related> = BTreeMap::new();
    for (exit, at) in &left.exits {
        let message = match exit {
            Exit::Failure => format!("a failure here leaves `{name}` behind"),
            Exit::Return => format!("this leaves `{name}` behind"),
        };
        related.insert((at.start, at.end), Related { message, location: audit.location(file, *at) });
    }
    for at in &left.closes {
        let message = if left.of.is_some() { "closed here" } else { "aborted here" };
        let closed = Related { message: message.into(), location: audit.location(file, *at) };
        related.entry((at.start, at.end)).or_insert(closed);
    }
    finding.related = related.into_values().collect();
    finding.notes.push(match left.of {
        Some(_) => "dropping it tells the peer nothing".into(),
        None => "dropping the handle of a task lets it run on".into(),
    });
    finding.trail = audit.trail(by);
    finding.condition = audit.condition(by);
    finding.connection = Some(connection);
    finding
}
