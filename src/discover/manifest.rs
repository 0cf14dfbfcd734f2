//! Places in manifests, which `cargo metadata` does not tell.

use super::locked::table_in;
use crate::model::Span;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;

/// Where a feature is declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeaturePlace {
    /// Its name.
    pub key: Span,
    /// Its name and its list.
    pub entry: Span,
    /// What it enables, each with its place.
    pub enables: Vec<(String, Span)>,
}

/// The places of the features of a manifest.
pub(super) fn feature_places(manifest: &Path) -> Result<BTreeMap<String, FeaturePlace>> {
    let text = std::fs::read_to_string(manifest).context("cannot be read")?;
    let document: toml::Spanned<toml::de::DeTable<'_>> = toml::de::DeTable::parse(&text).context("is no TOML")?;
    let mut places = BTreeMap::new();
    let features = document.get_ref().get("features").and_then(|value| value.get_ref().as_table());
    for (key, value) in features.into_iter().flatten() {
        let span = |range: std::ops::Range<usize>| Span { start: range.start as u32, end: range.end as u32 };
        let key_span = span(key.span());
        let entry = key_span.to(span(value.span()));
        let list = value.get_ref().as_array().into_iter().flatten();
        let item =
            |it: &toml::Spanned<toml::de::DeValue<'_>>| Some((it.get_ref().as_str()?.to_owned(), span(it.span())));
        let enables = list.filter_map(item).collect();
        places.insert(key.get_ref().to_string(), FeaturePlace { key: key_span, entry, enables });
    }
    Ok(places)
}

/// Features that a manifest, or that of its workspace, lists in `check-cfg`.
pub(super) fn checked_features(manifest: &Path) -> Vec<String> {
    let Some(own) = manifest.parent().and_then(table_in) else { return vec![] };
    let inherits = own.get("lints").and_then(|lints| lints.get("workspace")?.as_bool()) == Some(true);
    let lints = if inherits {
        let mut folders = manifest.ancestors().skip(1);
        folders.find_map(|folder| Some(table_in(folder)?.get("workspace")?.get("lints")?.clone()))
    } else {
        own.get("lints").cloned()
    };
    let listed =
        lints.as_ref().and_then(|lints| lints.get("rust")?.get("unexpected_cfgs")?.get("check-cfg")?.as_array());
    let specs = listed.into_iter().flatten().filter_map(toml::Value::as_str);
    // `cfg(feature, values("a", "b"))`: what stands in quotes.
    let of_features = specs.filter(|spec| spec.trim_start_matches("cfg(").trim_start().starts_with("feature"));
    of_features.flat_map(|spec| spec.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect()
}
