//! The stages of a WebSocket: request, switch, established, exchange, closed; which code serves each, and what becomes of
//! its errors.
//!
//! In: places, routes and who calls whom, through the view of the audit. Out: a [`Chain`] for each place that begins one. It
//! follows calls, not values: what a function does to another connection counts for this one too.

use super::{Place, Places};
use crate::audit::Audit;
use crate::catalog::connections::Role;
use crate::connect::table::Handler;
use crate::finding::{Chain, Stage, StagePlace};
use crate::model::DefId;
use crate::reach::World;
use std::collections::BTreeSet;

/// Steps from the code that begins a connection to the code that serves it.
const STEPS: usize = 4;
/// Steps from a handler to the code that switches protocols.
const STEPS_OF_REQUEST: usize = 3;

/// The chains of production, in the order of the code.
pub fn stages(audit: &Audit<'_>) -> Vec<Chain> {
    let places = audit.places();
    let begins = |place: &&Place| {
        let role = matches!(place.role, Role::Upgrade | Role::Handshake | Role::Accept | Role::Connect);
        let lives = audit.reach.world(place.by) == Some(World::Production) && !audit.is_test_code(place.by);
        is_websocket(place) && role && place.called && lives && audit.is_written(place.by)
    };
    let mut starts: BTreeSet<DefId> = places.all.iter().filter(begins).map(|place| place.by).collect();
    // Where one function of a chain hands over to another, the first begins it.
    let inner: BTreeSet<DefId> = starts
        .iter()
        .flat_map(|start| within(audit, *start).into_iter().filter(move |def| def != start))
        .filter(|def| starts.contains(def))
        .collect();
    starts.retain(|start| !inner.contains(start));
    starts.into_iter().map(|start| chain(audit, places, start)).collect()
}

fn is_websocket(place: &Place) -> bool {
    place.protocol == "websocket"
}

/// What a function calls, in steps, itself included.
fn within(audit: &Audit<'_>, start: DefId) -> BTreeSet<DefId> {
    let (mut all, mut level) = (BTreeSet::from([start]), vec![start]);
    for _ in 0..STEPS {
        let next: BTreeSet<DefId> = level.iter().flat_map(|def| audit.callees(*def)).collect();
        level = next.into_iter().filter(|def| all.insert(*def)).collect();
    }
    all
}

/// A function as the whole of what serves a stage.
fn whole(audit: &Audit<'_>, def: DefId) -> StagePlace {
    let (path, location) = (audit.path(def), audit.name_location(def));
    StagePlace { path, location, api: None, errors: errors_of(audit, def), told: None }
}

fn chain(audit: &Audit<'_>, places: &Places, start: DefId) -> Chain {
    let code = within(audit, start);
    let of = |wanted: &dyn Fn(Role) -> bool| -> Vec<StagePlace> {
        let all = places.all.iter().filter(|place| is_websocket(place) && place.called && code.contains(&place.by));
        all.filter(|place| wanted(place.role)).map(|place| served(audit, place)).collect()
    };
    // What the start leads to, and what does something there.
    let exchanges = |def: &DefId| {
        let mut reached = within(audit, *def).into_iter().flat_map(|def| places.within(def));
        reached.any(|it| is_websocket(it) && it.called && !it.role.sets_up())
    };
    let established = audit.callees(start).into_iter().filter(exchanges).map(|def| whole(audit, def));
    let set_up = |role: Role| matches!(role, Role::Upgrade | Role::Handshake | Role::Accept | Role::Connect);
    let stages = [
        ("request", requests(audit, start)),
        ("switch", of(&set_up)),
        ("established", established.collect()),
        ("exchange", of(&|role| matches!(role, Role::Send | Role::Receive))),
        ("closed", of(&|role| role == Role::Close)),
    ];
    Chain {
        start: audit.path(start),
        stages: stages.into_iter().map(|(name, places)| Stage { name: name.into(), places }).collect(),
    }
}

/// Where the connection is asked for: routes whose handler leads to the start, else who calls it.
fn requests(audit: &Audit<'_>, start: DefId) -> Vec<StagePlace> {
    let (mut above, mut level) = (BTreeSet::from([start]), vec![start]);
    for _ in 0..STEPS_OF_REQUEST {
        let next: BTreeSet<DefId> = level.iter().flat_map(|def| audit.callers(*def)).collect();
        level = next.into_iter().filter(|def| above.insert(*def)).collect();
    }
    let routes = audit.route_table().routes.iter().filter_map(|route| match route.handler {
        Handler::Item(def) if above.contains(&def) => {
            let site = route.sites.first()?;
            let location = audit.location(audit.input.bindings.defs.file(site.by), site.at);
            let path = format!("{} {} → {}", route.method, route.path, audit.path(def));
            Some(StagePlace { path, location, ..whole(audit, def) })
        }
        _ => None,
    });
    let mut found: Vec<StagePlace> = routes.collect();
    if found.is_empty() {
        found.extend(audit.callers(start).into_iter().map(|def| whole(audit, def)));
    }
    found
}

/// A place of a stage, and what becomes of its error.
fn served(audit: &Audit<'_>, place: &Place) -> StagePlace {
    let file = audit.input.bindings.defs.file(place.by);
    let dropped = audit.outcomes(file, &BTreeSet::from([place.at.start])).remove(&place.at.start);
    let text = &audit.input.sources.files[file.index()].text;
    let line = |at: usize| {
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        text[start..].lines().next().unwrap_or_default().trim().to_owned()
    };
    StagePlace {
        path: audit.path(place.by),
        location: audit.location(file, place.at),
        api: Some(place.api.clone()),
        errors: match dropped {
            Some(dropped) => format!("lost here: {}", dropped.how.in_words()),
            None => errors_of(audit, place.by),
        },
        told: dropped.map(|dropped| line(dropped.at.start as usize)),
    }
}

/// What a function does with errors, by what it gives back.
fn errors_of(audit: &Audit<'_>, def: DefId) -> String {
    let crate::facts::DefData::Fn(sig) = &audit.def(def).data else { return String::new() };
    // Behind the name: what documentation and attributes speak of is not given back.
    let (from, to) = (audit.def(def).name_span.end as usize, audit.def(def).span.end as usize);
    let written = audit.file(def).text.get(from..to).unwrap_or_default();
    let head = written.split('{').next().unwrap_or_default();
    match (&sig.ret, head.contains("Result")) {
        (_, true) => "handed to the caller".into(),
        (None, false) => "end in this function".into(),
        (Some(_), false) => "become part of what it gives back, or end in this function".into(),
    }
}
