//! A connection attempt without a limit of time: where other code of the package has one, or where nobody has and the
//! wait may be for ever.
//!
//! # Why it matters
//! A peer that takes the connection and then says nothing holds whoever waits for it: the set-up hangs, no error is
//! written, and a loop that would connect again never comes round. One copy of a handshake got its time-out; the other
//! did not.
//!
//! # Example
//! ```text
//! async fn connect_plain(to: &str) -> Result<TcpStream> { timeout(WAIT, TcpStream::connect(to)).await? }
//! async fn connect_tls(to: &str) -> Result<TcpStream> { TcpStream::connect(to).await }   // unbounded-connect
//! ```
//!
//! # Not reported
//! What stands in `timeout(…)`, in a `select!` with a clock or a way to cancel, or behind a builder, a socket or an
//! argument that speaks of a time-out or a deadline, in the function or in those that call it, two steps up; what stands
//! in a `timeout(…)` six steps up; what a framework calls (a pool has limits of its own), or what is called through a trait
//! alone; futures that the function makes and does not wait for; `poll_*` functions; clients of a protocol for which a
//! builder sets a limit anywhere; peers on this machine, also where all callers go there; UNIX sockets; code for tests,
//! examples and measurements. Without a twin that has a limit it speaks only of attempts that neither the system nor the
//! library ends (WebSocket, TLS and SSH handshakes, of WebSocket servers too; a bare TCP connect fails after minutes), in
//! a program that serves peers or in a loop, not in `main`, and not of what a library offers, whose users may set a limit;
//! once for each API of a package. It is a heuristic: it knows limits by name, and a supervisor that restarts what hangs it
//! does not see.

use super::Rule;
use crate::audit::Audit;
use crate::catalog::connections::Role;
use crate::connect::Place;
use crate::extract::bounds::{Bounds, FnBounds};
use crate::facts::Vis;
use crate::finding::{Confidence, Connection, Finding, Related};
use crate::model::{DefId, FileId};
use crate::resolve::ImplTrait;
use std::collections::{BTreeMap, BTreeSet};

/// Protocols with set-ups that wait for the peer, and that nothing below ends.
const ENDLESS: [&str; 3] = ["websocket", "tls", "ssh"];
/// Crates that do not block, have limits of their own, or whose set-up waits for no peer.
const LIMITED: [&str; 11] =
    ["mio", "ws", "ewebsock", "ezsockets", "jsonrpsee", "hyper", "h2", "h3", "webrtc", "libp2p", "actix_web_actors"];
/// Names of handshakes that wait for no peer: they make an answer, or adopt what is connected.
const ALONE: [&str; 9] = [
    "new",
    "from_raw_socket",
    "from_partially_read",
    "after_handshake",
    "derive_accept_key",
    "create_response",
    "create_offer",
    "set_remote_description",
    "into_0rtt",
];
/// WebSocket servers that are given a stream, and wait for the request of its peer.
const SHAKING: [&str; 3] = ["tungstenite", "tokio_tungstenite", "async_tungstenite"];
/// So many steps up callers are asked.
const STEPS: u32 = 2;
/// So many steps up they are asked for a time-out around.
const FAR: u32 = 6;

/// An attempt, and what limits it.
struct Attempt<'a> {
    place: &'a Place,
    file: FileId,
    package: &'a str,
    standing: Standing,
}

/// What is known of an attempt by its function and those that call it.
struct Standing {
    limit: Limit,
    /// Whether it is made again and again.
    again: bool,
    /// Whether it is called through a trait of the workspace, a little further up.
    of_trait: bool,
    /// Who calls it from further away than the limits of callers are asked for.
    above: BTreeSet<DefId>,
}

impl Standing {
    fn new(limit: Limit, again: bool) -> Self {
        Standing { limit, again, of_trait: false, above: BTreeSet::new() }
    }
}

/// What limits an attempt.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Limit {
    /// A limit is around it, in this function.
    Around(DefId),
    /// Something speaks of a limit, or who calls it is not known.
    Perhaps,
    /// Nothing.
    None,
}

pub(super) fn check(audit: &Audit<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let by_file = audit.places_at_work();
    let mut clocks = Clocks { audit, by_file: &by_file, known: BTreeMap::new() };
    let mut attempts: Vec<Attempt<'_>> = vec![];
    // A client is built in one place and used in many. A time-out of reading ends no attempt of TCP.
    let built: BTreeSet<&str> = (by_file.values().flatten())
        .filter(|place| place.role == Role::Timeout && !matches!(place.protocol.as_str(), "tcp" | "any"))
        .map(|place| place.protocol.as_str())
        .collect();
    for (file, place) in by_file.iter().flat_map(|(file, places)| places.iter().map(move |place| (*file, *place))) {
        let limited = built.contains(place.protocol.as_str());
        let polls = audit.def(place.by).name.starts_with("poll_");
        if waits_for_a_peer(place) && !limited && !polls && !clocks.is_near(file, place) {
            let standing = clocks.limit_of(place);
            attempts.push(Attempt { place, file, package: audit.package(place.by), standing });
        }
    }
    let serving: BTreeSet<&str> = (by_file.values().flatten())
        .filter(|place| matches!(place.role, Role::Listen | Role::Accept | Role::Upgrade))
        .map(|place| audit.package(place.by))
        .collect();
    let mut endless: BTreeMap<(&str, &str), Vec<&Attempt<'_>>> = BTreeMap::new();
    for attempt in attempts.iter().filter(|attempt| attempt.standing.limit == Limit::None) {
        match twin(attempt, &attempts) {
            Some((twin, by)) => {
                let elsewhere = twin.file != attempt.file;
                // What users of a library or of a trait call is theirs to limit, whatever other files do.
                let for_others = attempt.standing.of_trait || is_offered(audit, attempt.place.by);
                if !(elsewhere && for_others) {
                    out.push(drifted(audit, rule, attempt, twin, by));
                }
            }
            None if may_hang(audit, attempt, &serving) => {
                endless.entry((attempt.package, attempt.place.api.as_str())).or_default().push(attempt);
            }
            None => {}
        }
    }
    out.extend(endless.values().filter_map(|all| nowhere(audit, rule, all)));
}

/// Whether a place goes to a peer, or agrees with one, and is not done at once.
fn waits_for_a_peer(place: &Place) -> bool {
    let krate = place.api.split("::").next().unwrap_or_default();
    let shakes = place.role == Role::Accept && SHAKING.contains(&krate);
    let role = matches!(place.role, Role::Connect | Role::Handshake) || shakes;
    let last = place.api.rsplit("::").next().unwrap_or_default();
    let elsewhere = !matches!(place.protocol.as_str(), "unix" | "pipe" | "serial");
    role && !place.lazy && elsewhere && !LIMITED.contains(&krate) && !ALONE.contains(&last)
}

/// What files say of time, read once.
struct Clocks<'c, 'a> {
    audit: &'c Audit<'a>,
    by_file: &'c BTreeMap<FileId, Vec<&'c Place>>,
    known: BTreeMap<FileId, Bounds>,
}

impl Clocks<'_, '_> {
    fn file(&mut self, file: FileId) -> &Bounds {
        let (audit, by_file) = (self.audit, self.by_file);
        self.known.entry(file).or_insert_with(|| {
            let places = by_file.get(&file).into_iter().flatten();
            audit.bounds(file, &places.map(|place| place.at.start).collect())
        })
    }

    fn function(&mut self, def: DefId) -> Option<&FnBounds> {
        let name = self.audit.def(def).name_span.start;
        let file = self.audit.input.bindings.defs.file(def);
        self.file(file).functions.iter().find(|known| known.name == name)
    }

    /// Whether a place, or each call of its function, goes to this machine.
    fn is_near(&mut self, file: FileId, place: &Place) -> bool {
        if self.file(file).near.contains(&place.at.start) {
            return true;
        }
        let (audit, name) = (self.audit, self.audit.def(place.by).name);
        let callers: Vec<DefId> =
            audit.callers(place.by).into_iter().filter(|caller| !audit.is_test_code(*caller)).collect();
        let mut near = callers.iter().map(|caller| self.function(*caller).is_some_and(|it| it.goes_near(&name)));
        !callers.is_empty() && near.all(|near| near)
    }

    /// What limits a place, and how often it is reached.
    fn limit_of(&mut self, place: &Place) -> Standing {
        let table = &self.audit.input.catalog.connections;
        let also = table.row(&place.api).and_then(|row| table.apis[row as usize].also);
        if also == Some(Role::Timeout) || place.api.contains("timeout") {
            return Standing::new(Limit::Around(place.by), false);
        }
        let Some(own) = self.function(place.by) else { return Standing::new(Limit::Perhaps, false) };
        let (around, again) = (own.bounds(place.at.start), own.repeats(place.at.start));
        let mentions = own.mentions;
        let pending = own.pending.iter().find(|(at, _)| *at == place.at.start).map(|(_, into)| into.clone());
        if around {
            return Standing::new(Limit::Around(place.by), again);
        }
        if mentions {
            return Standing::new(Limit::Perhaps, again);
        }
        if let Some(into) = pending {
            return Standing::new(self.limit_within(place.by, &into), again);
        }
        let above = self.limit_above(place.by);
        Standing { again: again || above.again, ..above }
    }

    /// What limits a future that a function does not wait for, by what takes it.
    fn limit_within(&mut self, by: DefId, into: &[String]) -> Limit {
        let audit = self.audit;
        let is_taker = |def: &DefId| into.iter().any(|name| audit.def(*def).name == name.as_str());
        let takers: Vec<DefId> = audit.callees(by).into_iter().filter(is_taker).collect();
        let limits = |def: &DefId| self.function(*def).is_some_and(|taker| !taker.bounded.is_empty());
        takers.into_iter().find(limits).map_or(Limit::Perhaps, Limit::Around)
    }

    /// What limits a function, by who calls it.
    fn limit_above(&mut self, def: DefId) -> Standing {
        let mut found = Standing::new(Limit::None, false);
        let (mut seen, mut level) = (BTreeSet::from([def]), vec![def]);
        for step in 0..FAR {
            if step >= STEPS && found.limit == Limit::Perhaps {
                break;
            }
            let mut above = vec![];
            for callee in level {
                self.ask_trait(callee, step, &mut found);
                let name = self.audit.def(callee).name;
                for caller in self.callers(callee, step) {
                    let Some(clock) = self.function(caller) else { continue };
                    if step >= STEPS && clock.calls_of(&name).any(|at| clock.times(at)) {
                        found.limit = Limit::Perhaps;
                        return found;
                    }
                    if step < STEPS {
                        found.again |= clock.calls_of(&name).any(|at| clock.repeats(at));
                        if clock.calls_of(&name).any(|at| clock.bounds(at)) {
                            found.limit = Limit::Around(caller);
                            return found;
                        }
                        if clock.mentions {
                            found.limit = Limit::Perhaps;
                        }
                    }
                    above.extend(seen.insert(caller).then_some(caller));
                }
            }
            if step >= STEPS {
                found.above.extend(&above);
            }
            level = above;
        }
        found
    }

    /// Who calls a function: far up only those that surely do, if any. The patience of a test says nothing of production.
    fn callers(&self, def: DefId, step: u32) -> BTreeSet<DefId> {
        let sure = self.audit.sure_callers(def);
        if step >= STEPS && !sure.is_empty() {
            return sure;
        }
        let mut callers = self.audit.callers(def);
        callers.retain(|caller| !self.audit.is_test_code(*caller));
        callers
    }

    /// Notes whether a function is called through a trait alone: who calls the trait may set a limit.
    fn ask_trait(&mut self, def: DefId, step: u32, found: &mut Standing) {
        let perhaps = match self.audit.trait_around(def) {
            Some(ImplTrait::Foreign(_) | ImplTrait::Unknown) => step < STEPS,
            Some(ImplTrait::Local(_)) if step <= STEPS && is_behind_trait(self.audit, def, STEPS) => {
                found.of_trait = true;
                // One step further, only what hands the future itself to whoever calls the trait.
                step < STEPS || self.function(def).is_some_and(|own| !own.is_async)
            }
            _ => false,
        };
        if perhaps {
            found.limit = Limit::Perhaps;
        }
    }
}

/// Whether a method of an impl is only called through a trait of the workspace, be it by way of another such method.
fn is_behind_trait(audit: &Audit<'_>, def: DefId, steps: u32) -> bool {
    let callers = audit.sure_callers(def);
    let of_trait = matches!(audit.trait_around(def), Some(ImplTrait::Local(_)));
    of_trait && callers.into_iter().all(|caller| steps > 0 && is_behind_trait(audit, caller, steps - 1))
}

/// The attempt of the same package that is most like one and has a limit, and which function has it.
fn twin<'t, 'a>(attempt: &Attempt<'_>, all: &'t [Attempt<'a>]) -> Option<(&'t Attempt<'a>, DefId)> {
    let serves = |api: &str| {
        let last = api.rsplit("::").next().unwrap_or_default();
        last.contains("accept") || last.contains("serve")
    };
    let (own, is_server) = (attempt.place, serves(&attempt.place.api));
    let alike = all.iter().filter(|other| {
        let kind = (&other.place.protocol, other.place.role) == (&own.protocol, own.role);
        other.package == attempt.package && kind && serves(&other.place.api) == is_server
    });
    let limited = alike.filter_map(|other| match other.standing.limit {
        // What limits it calls this one as well, from afar.
        Limit::Around(by) if attempt.standing.above.contains(&by) => None,
        Limit::Around(by) => Some((other, by)),
        _ => None,
    });
    limited.min_by_key(|(other, _)| (other.place.api != own.api, other.file != attempt.file))
}

/// Whether an attempt may wait for ever where that does harm and nobody outside could set a limit.
fn may_hang(audit: &Audit<'_>, attempt: &Attempt<'_>, serving: &BTreeSet<&str>) -> bool {
    let by = attempt.place.by;
    let endless = ENDLESS.contains(&attempt.place.protocol.as_str()) && audit.def(by).name != "main";
    let serves = || serving.contains(attempt.package) || entry(audit, by).is_some_and(|it| serving.contains(it));
    endless && (attempt.standing.again || serves()) && !is_offered(audit, by)
}

/// The package in which production starts on its way to a definition.
fn entry<'a>(audit: &Audit<'a>, def: DefId) -> Option<&'a str> {
    let first = audit.trail(def).into_iter().next()?;
    let krate = first.path.split("::").next()?;
    let workspace = audit.input.workspace;
    let target = workspace.targets.iter().find(|target| target.crate_name == krate)?;
    Some(workspace.packages[target.package.index()].name.as_str())
}

/// Whether a function, or one that calls it, two steps up, is there for users of a library and nobody else.
fn is_offered(audit: &Audit<'_>, def: DefId) -> bool {
    let (mut seen, mut level) = (BTreeSet::from([def]), vec![def]);
    for step in 0..=STEPS {
        let mut above = vec![];
        for one in level {
            let of_trait = audit.trait_around(one).is_some_and(|of| of != ImplTrait::None);
            let mut callers = audit.callers(one);
            callers.retain(|caller| !audit.is_test_code(*caller));
            if audit.is_open(one) && callers.is_empty() && (of_trait || audit.def(one).vis == Vis::Public) {
                return true;
            }
            if step < STEPS {
                above.extend(callers.into_iter().filter(|caller| seen.insert(*caller)));
            }
        }
        level = above;
    }
    false
}

/// One of two attempts has a limit.
fn drifted(audit: &Audit<'_>, rule: &Rule, attempt: &Attempt<'_>, twin: &Attempt<'_>, by: DefId) -> Finding {
    let name = audit.def(by).name;
    let what = in_words(attempt.place);
    let message = match by == attempt.place.by {
        true => format!("this {what} has no limit of time, another in the same function has one"),
        false => format!("this {what} has no limit of time; `{name}` limits its own"),
    };
    let mut finding = finding(audit, rule, attempt, message);
    let location = audit.location(twin.file, twin.place.at);
    let message = format!("`{}` here is limited", twin.place.api);
    finding.related.push(Related { message, location });
    finding.notes.push("found no limit in this function, nor in its callers two steps up".into());
    finding
}

/// No attempt has one.
fn nowhere(audit: &Audit<'_>, rule: &Rule, all: &[&Attempt<'_>]) -> Option<Finding> {
    let (first, others) = all.split_first()?;
    let what = in_words(first.place);
    let message = format!("this {what} has no limit of time, and nothing in `{}` limits such a one", first.package);
    let mut finding = finding(audit, rule, first, message);
    for other in others {
        let location = audit.location(other.file, other.place.at);
        finding.related.push(Related { message: format!("nor does this {what} have one"), location });
    }
    finding.notes.push("a peer that takes the connection and stays silent holds it for ever".into());
    finding.notes.push("found no limit in these functions, nor in their callers two steps up".into());
    Some(finding)
}

fn in_words(place: &Place) -> String {
    let protocol = if place.protocol == "any" { String::new() } else { format!("{} ", place.protocol) };
    format!("{protocol}{}", place.role.as_str())
}

fn finding(audit: &Audit<'_>, rule: &Rule, attempt: &Attempt<'_>, message: String) -> Finding {
    let place = attempt.place;
    let mut finding = rule.finding(audit.item(place.by), audit.location(attempt.file, place.at), message);
    finding.confidence = Confidence::Likely;
    finding.trail = audit.trail(place.by);
    finding.condition = audit.condition(place.by);
    finding.connection =
        Some(Connection { protocol: place.protocol.clone(), role: place.role.as_str().into(), api: place.api.clone() });
    finding
}
