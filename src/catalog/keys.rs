//! What stands behind the keys of attributes that derives read, as data.
//!
//! In: the tables `attribute_keys` of `catalog/attributes.toml`. Out: look-ups by the name of an attribute. Who reads an
//! attribute is for others to know.

use super::Catalog;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::sync::Arc;

/// How the arguments of attributes are read: `key`, `key = value`, `key(…)`. A key is no name of the code.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AttributeKeys {
    /// The attributes.
    pub attributes: Vec<String>,
    /// Their values are expressions, and so is what stands in brackets; a text is a value.
    pub values: bool,
    /// Texts are data behind all keys but those of `code`.
    pub plain: bool,
    /// Keys behind which texts are data, and in whose brackets everything is.
    pub texts: FxHashSet<String>,
    /// Keys behind which texts are code, whatever is said of the others.
    pub code: FxHashSet<String>,
    /// Keys in whose brackets keys stand again.
    pub nested: FxHashSet<String>,
}

impl AttributeKeys {
    /// Whether nothing in a text behind a key is code.
    pub fn texts_are_data(&self, key: &str) -> bool {
        (self.values || self.plain || self.texts.contains(key)) && !self.code.contains(key)
    }

    /// Whether no text in the attribute is code.
    pub fn are_all_data(&self) -> bool {
        (self.values || self.plain) && self.code.is_empty()
    }
}

/// All that is known of keys, by attribute.
#[derive(Deserialize)]
#[serde(from = "Vec<AttributeKeys>")]
pub(super) struct Keys(FxHashMap<String, Arc<AttributeKeys>>);

impl From<Vec<AttributeKeys>> for Keys {
    fn from(all: Vec<AttributeKeys>) -> Keys {
        let mut by_name = FxHashMap::default();
        for keys in all.into_iter().map(Arc::new) {
            by_name.extend(keys.attributes.iter().map(|name| (name.clone(), Arc::clone(&keys))));
        }
        Keys(by_name)
    }
}

impl Catalog {
    /// How the arguments of an attribute are read, by one name of its path.
    pub fn attribute_keys(&self, attribute: &str) -> Option<&AttributeKeys> {
        self.attributes.attribute_keys.0.get(attribute).map(|keys| &**keys)
    }

    /// Keys of an attribute that alone mean a function by the name of the field, by one name of its path.
    pub fn keys_named_by_field(&self, attribute: &str) -> &[String] {
        self.attributes.named_by_field.get(attribute).map_or(&[], |keys| &keys[..])
    }

    /// Whether a derive of the ecosystem reads no names in the texts of an attribute: people read them, or they are data.
    pub fn derive_reads_texts(&self, derive: &str, attribute: &str) -> bool {
        self.attributes.derive_texts.get(derive).is_some_and(|all| all.iter().any(|one| one == attribute))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_told() {
        let catalog = Catalog::load().expect("embedded tables parse");
        let serde = catalog.attribute_keys("serde").expect("it is listed");
        assert!(serde.texts_are_data("rename") && !serde.texts_are_data("with") && !serde.are_all_data());
        let clap = catalog.attribute_keys("arg").expect("it is listed");
        assert!(clap.values && clap.texts_are_data("help") && clap.are_all_data());
        for attribute in catalog.attributes.attribute_keys.0.keys() {
            let mut readers = catalog.attributes.derive_texts.values().flatten();
            assert!(readers.any(|read| read == attribute), "nobody reads {attribute}");
        }
    }
}
