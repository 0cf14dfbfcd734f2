//! Levels of rules, for all files and for some, and the patterns that say for which.
//!
//! In: `[levels]` of a configuration. Out: the level of a rule in a file. It does not know which rules there are.

use crate::finding::Level;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Levels of rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels {
    /// For all files.
    by_code: BTreeMap<String, Level>,
    /// For the files of a pattern; the longest pattern comes first.
    by_path: Vec<(Glob, BTreeMap<String, Level>)>,
}

impl Levels {
    /// The level of a rule in a file, if one is configured: that of the longest pattern which fits and names the rule.
    pub fn of(&self, code: &str, file: &str) -> Option<Level> {
        let named = self.by_path.iter().filter(|(glob, levels)| levels.contains_key(code) && glob.matches(file));
        named.map(|(_, levels)| levels).chain([&self.by_code]).find_map(|levels| levels.get(code)).copied()
    }

    /// The level of a rule in files that no pattern speaks of.
    pub fn everywhere(&self, code: &str) -> Option<Level> {
        self.by_code.get(code).copied()
    }

    /// All codes that are named.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        let by_path = self.by_path.iter().flat_map(|(_, levels)| levels.keys());
        self.by_code.keys().chain(by_path).map(String::as_str)
    }

    /// Whether anything is said of a rule.
    pub fn speaks_of(&self, code: &str) -> bool {
        self.codes().any(|named| named == code)
    }

    /// The patterns.
    pub fn globs(&self) -> impl Iterator<Item = &Glob> {
        self.by_path.iter().map(|(glob, _)| glob)
    }
}

impl<'de> Deserialize<'de> for Levels {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut levels = Levels::default();
        for (key, entry) in BTreeMap::<String, Entry>::deserialize(deserializer)? {
            match entry {
                Entry::One(level) => {
                    levels.by_code.insert(key, level);
                }
                Entry::Several(all) => levels.by_path.push((Glob::new(&key).map_err(D::Error::custom)?, all)),
            }
        }
        levels.by_path.sort_by_key(|(glob, _)| Reverse(glob.as_str().len()));
        Ok(levels)
    }
}

/// What stands under a key of `[levels]`: the level of a rule, or the levels for files of a pattern.
enum Entry {
    One(Level),
    Several(BTreeMap<String, Level>),
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrSeveral;
        impl<'de> Visitor<'de> for OneOrSeveral {
            type Value = Entry;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a level, or a table of levels for the files of a pattern")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Entry, E> {
                Level::deserialize(text.into_deserializer()).map(Entry::One)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Entry, A::Error> {
                BTreeMap::deserialize(MapAccessDeserializer::new(map)).map(Entry::Several)
            }
        }
        deserializer.deserialize_any(OneOrSeveral)
    }
}

/// A pattern of paths from the root of the workspace: `*` within a name, `**` for any folders; what names a folder
/// means all that is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glob(glob::Pattern);

impl Glob {
    fn new(text: &str) -> Result<Self, String> {
        let pattern = glob::Pattern::new(text.trim_end_matches('/'));
        pattern.map(Glob).map_err(|error| format!("`{text}` is no pattern of paths: {}", error.msg))
    }

    /// The pattern as it is written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Whether a path, or a folder that it is in, is meant.
    pub fn matches(&self, path: &str) -> bool {
        let options = glob::MatchOptions {
            case_sensitive: true,
            require_literal_separator: true,
            require_literal_leading_dot: false,
        };
        let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
        folders.chain([path]).any(|path| self.0.matches_with(path, options))
    }
}

impl<'de> Deserialize<'de> for Glob {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Glob::new(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}
