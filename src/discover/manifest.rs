//! Places in manifests, which `cargo metadata` does not tell.

use crate::model::Span;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;

/// Where a feature is declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FeaturePlace {
    /// Its name.
    pub key: Span,
    /// Its name and its list.
    pub entry: Span,
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
        places.insert(key.get_ref().to_string(), FeaturePlace { key: key_span, entry });
    }
    Ok(places)
}
