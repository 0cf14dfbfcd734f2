//! What we say. In: a package on disk. Out: the live condition of each item, and its value in each configuration.

use super::package::{Item, Package, Verdicts};
use super::predicates::Set;
use cargo_vestige::discover::Request;
use cargo_vestige::model::{DefId, PackageId, name};
use cargo_vestige::pipeline::{Analysis, Options, analyse};
use cargo_vestige::reach::formulas::{Atom, Formula, Formulas};
use std::path::Path;

pub struct Ours {
    pub live: Verdicts,
    /// The conditions, for a message.
    pub conditions: Vec<String>,
}

pub fn ours(package: &Package, root: &Path) -> Result<Ours, String> {
    let request = Request { manifest: root.join("Cargo.toml"), without_dependencies: true, ..Request::default() };
    let options = Options { request, ..Options::default() };
    let mut analysis = analyse(&options).map_err(|error| format!("{error:#}"))?;
    if let Some(problem) = analysis.sources.problems.first() {
        return Err(format!("we cannot read it: {problem}"));
    }
    let mut found: Vec<Formula> = vec![];
    for item in &package.items {
        let def = def_of(&analysis, item).ok_or_else(|| format!("we have no definition `{}`", item.name))?;
        found.push(analysis.reach.in_production(def));
    }
    let formulas = &mut analysis.reach.presence.formulas;
    let mut live = Verdicts::new();
    for set in package.features.configurations() {
        live.insert(set, found.iter().map(|formula| holds(formulas, *formula, package, set)).collect());
    }
    let conditions = found.iter().map(|formula| formulas.shortest(*formula).to_string()).collect();
    Ok(Ours { live, conditions })
}

/// The definition whose name stands where that of an item does.
fn def_of(analysis: &Analysis, item: &Item) -> Option<DefId> {
    let defs = &analysis.bindings.defs;
    defs.ids().find(|id| {
        let def = defs.get(&analysis.sources, *id);
        let file = &analysis.sources.files[defs.file(*id).index()];
        file.shown == item.file && def.name_span.start as usize == item.at && def.name == item.name.as_str()
    })
}

/// Whether a condition holds where exactly these features are on; nothing but features occurs in it.
fn holds(formulas: &mut Formulas, formula: Formula, package: &Package, set: Set) -> bool {
    let on = package.features.names(set);
    let mut left = formula;
    for feature in package.features.names(Set::MAX) {
        let atom = Atom { package: Some(PackageId::new(0)), key: name("feature"), value: Some(name(feature)) };
        left = formulas.given(left, atom, on.contains(&feature));
    }
    left == Formula::ALWAYS
}
