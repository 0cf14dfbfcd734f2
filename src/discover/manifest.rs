//! Places in manifests, which `cargo metadata` does not tell.

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
