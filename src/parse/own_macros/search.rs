//! The search for macro definitions, file by file.
//!
//! In: paths, and what another state of the workspace lends. Out: texts, the macros that they define, and the crates of which
//! they bring in all. What a file calls it does not know.

use super::dependencies::macro_use;
use super::known::{Known, Packages, definitions, known, known_as};
use crate::catalog::Catalog;
use crate::extract::OwnMacros;
use crate::facts::Facts;
use crate::model::Name;
use crate::parse::load::{self, parse, shown_path};
use crate::parse::{Lent, Sharing};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the search goes by.
pub(super) struct Search<'a> {
    packages: &'a Packages,
    root: &'a Path,
    catalog: &'a Catalog,
    /// Whether what is found will be lent.
    lends: bool,
    borrowed: Option<&'a Lent>,
}

/// What was found in a file.
pub(super) struct Found {
    pub(super) path: PathBuf,
    pub(super) text: String,
    pub(super) own: Vec<Known>,
    /// Crates of which it brings in all macros, for its whole target.
    pub(super) macro_use: Vec<Name>,
    /// What it defines as it is lent, by its path from the root.
    pub(super) lent: Option<(String, Defining)>,
}

/// A file that defines macros, and what is known of them.
#[derive(Clone)]
pub(in crate::parse) struct Defining {
    pub(in crate::parse) text: String,
    facts: Arc<Facts>,
    own: Vec<Known>,
}

impl<'a> Search<'a> {
    pub(super) fn new(packages: &'a Packages, root: &'a Path, catalog: &'a Catalog, sharing: Sharing<'a>) -> Self {
        let (lends, borrowed) = match sharing {
            Sharing::Alone => (false, None),
            Sharing::Lends(_) => (true, None),
            Sharing::Borrows(lent) => (false, Some(lent)),
        };
        Search { packages, root, catalog, lends, borrowed }
    }

    /// Looks into a file; `None` if it cannot be read.
    pub(super) fn file(&self, path: PathBuf) -> Option<Found> {
        let shown = shown_path(&path, self.root);
        let (text, problem) = load::read(&path, &shown);
        if problem.is_some() {
            return None;
        }
        let macro_use = macro_use(&text);
        let mut found = Found { path, text, own: vec![], macro_use, lent: None };
        if !found.text.contains("macro_rules") {
            return Some(found);
        }
        if let Some(then) = self.borrowed.and_then(|lent| lent.defining(&shown, &found.text)) {
            let defined = definitions(&then.facts).zip(&then.own);
            let again = defined.map(|(def, own)| known_as(own, self.packages, &found.path, &then.facts, def));
            found.own = again.collect();
        } else if let Ok(facts) = parse(&found.text, &shown, self.catalog, &OwnMacros::default()) {
            let text = found.text.as_str();
            let all = definitions(&facts).map(|def| known(self.packages, &found.path, (text, &facts), def));
            found.own = all.collect();
            if self.lends {
                let (text, own) = (found.text.clone(), found.own.clone());
                found.lent = Some((shown, Defining { text, facts: Arc::new(facts), own }));
            }
        }
        Some(found)
    }
}
