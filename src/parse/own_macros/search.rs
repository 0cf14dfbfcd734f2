//! The search for macro definitions, file by file.
//!
//! In: paths, what was read ahead, and what another state of the workspace lends. Out: what was read of the files, the
//! macros that they define, and the crates of which they bring in all. What a file calls it does not know.

use super::dependencies::macro_use;
use super::known::{Known, Packages, definitions, known, known_as};
use crate::catalog::Catalog;
use crate::extract::OwnMacros;
use crate::facts::Facts;
use crate::model::Name;
use crate::parse::ahead::{Ahead, Early};
use crate::parse::load::{parse, shown_path};
use crate::parse::{Lent, Sharing};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the search goes by.
pub(super) struct Search<'a> {
    packages: &'a Packages,
    root: &'a Path,
    catalog: &'a Catalog,
    ahead: &'a Ahead,
    /// Whether what is found will be lent.
    lends: bool,
    borrowed: Option<&'a Lent>,
}

/// What was found in a file.
pub(super) struct Found {
    pub(super) path: PathBuf,
    pub(super) read: Early,
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
    pub(super) fn new(
        packages: &'a Packages,
        root: &'a Path,
        catalog: &'a Catalog,
        ahead: &'a Ahead,
        sharing: Sharing<'a>,
    ) -> Self {
        let (lends, borrowed) = match sharing {
            Sharing::Alone => (false, None),
            Sharing::Lends(_) => (true, None),
            Sharing::Borrows(lent) => (false, Some(lent)),
        };
        Search { packages, root, catalog, ahead, lends, borrowed }
    }

    /// Looks into a file; `None` if it cannot be read.
    pub(super) fn file(&self, path: PathBuf) -> Option<Found> {
        let mut read = self.ahead.take(&path).or_else(|| Early::text_of(&path))?;
        let macro_use = macro_use(&read.text);
        let (mut own, mut lent) = (vec![], None);
        if !read.may_define_macros() {
            return Some(Found { path, read, own, macro_use, lent });
        }
        let shown = shown_path(&path, self.root);
        let text = read.text.as_str();
        if let Some(then) = self.borrowed.and_then(|lent| lent.defining(&shown, text)) {
            let defined = definitions(&then.facts).zip(&then.own);
            own = defined.map(|(def, own)| known_as(own, self.packages, &path, &then.facts, def)).collect();
        } else {
            let parsed = || parse(text, &shown, self.catalog, &OwnMacros::default()).ok().map(Arc::new);
            let plain = read.plain.clone().or_else(parsed);
            if let Some(facts) = plain.as_deref() {
                let all = definitions(facts).map(|def| known(self.packages, &path, (text, facts), def));
                own = all.collect();
            }
            if let (Some(facts), true) = (&plain, self.lends) {
                let (text, facts, own) = (text.to_owned(), Arc::clone(facts), own.clone());
                lent = Some((shown, Defining { text, facts, own }));
            }
            read.plain = plain;
        }
        Some(Found { path, read, own, macro_use, lent })
    }
}
