//! Live conditions against rustc: random packages, and in each configuration of each the question who is dead.
//!
//! In: seeds, from 0; `VESTIGE_CONDITION_CRATES` says how many (20 if it does not). Out: each item on which rustc's
//! `dead_code` and our live condition disagree in some set of features, with the source.
//!
//! The packages have two to four features, some of which bring others along, and a binary of private functions, structs
//! with methods, enums and constants in up to three modules. Predicates stand before items, modules, impl blocks,
//! methods, fields, variants, statements, arms and fields of struct expressions; some functions exist twice, under a
//! predicate and under its opposite. Each package compiles in every configuration.
//!
//! What is live to rustc and what roots reach is not quite the same. Where they differ for reasons that are no matter
//! of conditions, nothing is generated:
//! - there are no traits, derives, aliases, statics, macros, tests and libraries, and nothing is `pub`;
//! - whoever names a struct or an enum makes a value of it and uses it;
//! - no arm makes a value of the enum it matches on (rustc does not count that);
//! - no field is assigned, and none has a type that does something when it is dropped;
//! - no name begins with `_`, and no item stands in a body.
//!
//! An item that does not exist in a configuration is not live there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "conditions/bodies.rs"]
mod bodies;
#[path = "conditions/oracle.rs"]
mod oracle;
#[path = "conditions/ours.rs"]
mod ours;
#[path = "conditions/package.rs"]
mod package;
#[path = "conditions/plan.rs"]
mod plan;
#[path = "conditions/predicates.rs"]
mod predicates;
#[path = "conditions/random.rs"]
mod random;
#[path = "conditions/write.rs"]
mod write;

use ours::Ours;
use package::{Item, Package, Verdicts};
use plan::Plan;
use predicates::{Features, Pred, Set};
use random::Random;
use rayon::prelude::*;
use std::path::Path;

/// How many items are live in all configurations that they exist in, in some of them, in none.
#[derive(Debug, Default)]
struct Tally {
    always: usize,
    sometimes: usize,
    never: usize,
}

#[test]
fn live_conditions_are_what_rustc_says() {
    let asked = std::env::var("VESTIGE_CONDITION_CRATES").ok();
    let crates: u64 = asked.map_or(20, |count| count.parse().expect("VESTIGE_CONDITION_CRATES is a number"));
    let mut tally = Tally::default();
    let mut failed = vec![];
    for seed in 0..crates {
        let package = random_package(seed);
        if let Err(problem) = check(&package, seed == 0, &mut tally) {
            failed.push(format!("seed {seed}:\n{problem}\n{}", package.shown()));
        }
    }
    assert!(failed.is_empty(), "{} of {crates} packages:\n\n{}", failed.len(), failed.join("\n"));
    // A generator of packages in which all is dead would find nothing, and say so to nobody.
    let varied = [tally.always, tally.sometimes, tally.never].into_iter().all(|count| count as u64 >= crates / 2);
    assert!(varied, "the packages are too much alike: {tally:?}");
}

fn random_package(seed: u64) -> Package {
    let mut random = Random::new(seed);
    let plan = Plan::random(&mut random);
    write::package(&plan, &mut random)
}

/// Asks both about one package; with `by_cargo`, rustc a second time through cargo.
fn check(package: &Package, by_cargo: bool, tally: &mut Tally) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let (ours, theirs) = ask(package, folder.path())?;
    if by_cargo {
        cargo_agrees(package, folder.path(), &theirs)?;
    }
    count(package, &theirs, tally);
    let found = disagreements(package, &ours, &theirs);
    if found.is_empty() { Ok(()) } else { Err(found.join("\n")) }
}

fn ask(package: &Package, folder: &Path) -> Result<(Ours, Verdicts), String> {
    let root = folder.join("app");
    package.write(&root);
    // One after the other within a package: each of these takes all cores.
    let ours = ours::ours(package, &root)?;
    let sets: Vec<Set> = package.features.configurations().into_iter().collect();
    let verdict = |set: &Set| {
        let dead = oracle::rustc(package, &root, &folder.join(format!("out-{set}")), *set);
        let live = dead.and_then(|dead| oracle::verdict(package, *set, &dead));
        live.map(|live| (*set, live)).map_err(|problem| format!("with {:?}: {problem}", package.features.names(*set)))
    };
    let theirs: Result<Verdicts, String> = sets.par_iter().map(verdict).collect();
    Ok((ours, theirs?))
}

/// What cargo makes of every set that a user can ask for is what was made of it here.
fn cargo_agrees(package: &Package, folder: &Path, theirs: &Verdicts) -> Result<(), String> {
    for asked in package.features.requests() {
        let dead = oracle::cargo(package, &folder.join("app"), &folder.join("target"), asked)?;
        let set = package.features.closure(asked);
        if oracle::verdict(package, set, &dead)? != theirs[&set] {
            let names = package.features.names(asked);
            return Err(format!("cargo and rustc alone disagree where {names:?} is asked for"));
        }
    }
    Ok(())
}

fn count(package: &Package, theirs: &Verdicts, tally: &mut Tally) {
    for item in 0..package.items.len() {
        let existing = theirs.iter().filter(|(set, _)| package.exists(item, **set));
        let live: Vec<bool> = existing.map(|(_, live)| live[item]).collect();
        match (live.contains(&true), live.contains(&false)) {
            (true, true) => tally.sometimes += 1,
            (true, false) => tally.always += 1,
            (false, _) => tally.never += 1,
        }
    }
}

/// A line for each item and set of features on which we and rustc disagree.
fn disagreements(package: &Package, ours: &Ours, theirs: &Verdicts) -> Vec<String> {
    let mut found = vec![];
    for (set, live) in theirs {
        for (row, item) in package.items.iter().enumerate() {
            let said = ours.live[set][row];
            if said == live[row] {
                continue;
            }
            let word = |live: bool| if live { "live" } else { "dead" };
            let rustc = if package.exists(row, *set) { word(live[row]) } else { "not there" };
            found.push(format!(
                "`{}` ({}, byte {}) with {:?}: {} to us ({}), {rustc} to rustc",
                item.name,
                item.file,
                item.at,
                package.features.names(*set),
                word(said),
                ours.conditions[row],
            ));
        }
    }
    found
}

const SMALL: &str = r#"fn main() {
    #[cfg(feature = "a")]
    item_0();
    item_1();
}

fn item_0() {
    #[cfg(feature = "b")]
    item_2();
}

fn item_1() {}

#[cfg(feature = "b")]
fn item_2() {}
"#;

/// A package that is written by hand.
fn small() -> Package {
    let features = Features { count: 2, implied: vec![] };
    let item = |name: &str, when: Vec<Pred>| {
        let at = SMALL.find(&format!("fn {name}")).expect("it is written above") + "fn ".len();
        Item { name: name.into(), file: "src/main.rs".into(), at, when, owner: None }
    };
    let items = vec![item("item_0", vec![]), item("item_1", vec![]), item("item_2", vec![Pred::Feature(1)])];
    let files = vec![("Cargo.toml".into(), features.manifest()), ("src/main.rs".into(), SMALL.into())];
    Package { features, files, items }
}

#[test]
fn a_wrong_condition_is_noticed() {
    let package = small();
    let folder = tempfile::tempdir().unwrap();
    let (mut ours, theirs) = ask(&package, folder.path()).unwrap();
    // `item_0` needs `a`, `item_2` needs both.
    let expected = [[false, true, false], [true, true, false], [false, true, false], [true, true, true]];
    for (set, live) in (0_u32..).zip(expected) {
        assert_eq!(theirs[&set], live, "{:?}", package.features.names(set));
    }
    assert_eq!(disagreements(&package, &ours, &theirs), Vec::<String>::new());
    // As if `item_0` were live everywhere.
    ours.live.values_mut().for_each(|live| live[0] = true);
    let found = disagreements(&package, &ours, &theirs);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|line| line.contains("`item_0`") && line.contains("dead to rustc")), "{found:?}");
    // As if it were dead with `a` alone.
    ours.live.insert(1, vec![false, true, false]);
    assert_eq!(disagreements(&package, &ours, &theirs).len(), 3);
}
