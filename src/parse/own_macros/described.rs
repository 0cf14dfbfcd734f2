//! Macros of the ecosystem as rules that were written by us (`catalog/macros.rs`).

use crate::extract::OwnMacro;
use crate::extract::expand::Rules;
use crate::model::{Name, name};
use std::sync::{Arc, LazyLock};

/// The text of the rules.
pub(super) const DESCRIBED: &str = include_str!("../../catalog/macros.rs");

/// All of them, by name.
pub(super) fn described() -> &'static [(Name, Arc<OwnMacro>)] {
    static READ: LazyLock<Vec<(Name, Arc<OwnMacro>)>> = LazyLock::new(read);
    &READ
}

fn read() -> Vec<(Name, Arc<OwnMacro>)> {
    let file = syn::parse_str::<syn::File>(DESCRIBED).ok();
    let items = file.into_iter().flat_map(|file| file.items);
    // A macro is of the crate that has its name, or of the one whose module it stands in.
    let of_crates = items.flat_map(|item| match item {
        syn::Item::Mod(krate) => {
            let name = Some(krate.ident.to_string());
            let inner = krate.content.into_iter().flat_map(|(_, items)| items);
            inner.map(|item| (name.clone(), item)).collect()
        }
        item => vec![(None, item)],
    });
    let all = of_crates.filter_map(|(own_crate, item)| {
        let syn::Item::Macro(item) = item else { return None };
        let own_name = item.ident?.to_string();
        let rules = Arc::new(Rules::parse(item.mac.tokens).ok()?);
        let own_crate = own_crate.unwrap_or_else(|| own_name.clone());
        Some((name(&own_name), Arc::new(OwnMacro { rules, own_crate, is_far: false, described: true })))
    });
    all.collect()
}
