//! The configuration: what a workspace says of itself to this program.
//!
//! In: `vestige.toml` beside the root manifest, or `[workspace.metadata.vestige]` (`[package.metadata.vestige]`) in it. Out:
//! [`Config`]. A key that is not known is an error that names the nearest one, and every error names file and line. It does
//! not know what the keys are for.

mod levels;

pub use levels::{Glob, Levels};

use crate::catalog::connections::Role;
use crate::catalog::markers::{Phrase, Word};
use anyhow::{Result, bail};
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use std::collections::BTreeMap;
use std::path::Path;

/// The file beside the root manifest.
pub const FILE: &str = "vestige.toml";

/// What a workspace configures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Config {
    /// Levels of rules, by code, for all files and for some.
    pub levels: Levels,
    /// Packages whose public items nobody outside uses.
    pub closed_world: ClosedWorld,
    /// Items that something outside of the source uses: their paths, or the ends of them; `api::*` for all below.
    pub roots: Vec<String>,
    /// Files of which nothing is reported; what they use is used all the same.
    pub ignore: Vec<Glob>,
    /// When a check fails, and what it is compared with.
    pub gate: Gate,
    /// Changes of what marks code as legacy.
    pub markers: MarkerChanges,
    /// Functions of the workspace that make or serve connections, beside the APIs that are known.
    pub connections: Vec<Wrapper>,
    /// What is to end, and when.
    pub sunset: Sunsets,
}

/// When a check fails, and what it is compared with; options go before it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Gate {
    /// From which level on.
    pub fail_on: Option<FailOn>,
    /// The branch or commit that `gate` compares with.
    pub base: Option<String>,
    /// The file of known findings, from the root of the workspace.
    pub baseline: Option<String>,
}

/// From which level on findings fail a check.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailOn {
    /// From `warn` on.
    #[default]
    Warn,
    /// Only `deny`.
    Deny,
    /// Whatever is found.
    Never,
}

/// Packages whose public items nobody outside uses.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged, expecting = "expected `true`, `false` or a list of packages")]
pub enum ClosedWorld {
    /// All of them, or those that cannot be published.
    All(bool),
    /// These, and those that cannot be published.
    Packages(Vec<String>),
}

impl Default for ClosedWorld {
    fn default() -> Self {
        ClosedWorld::All(false)
    }
}

impl ClosedWorld {
    /// Whether all packages are closed.
    pub fn is_whole(&self) -> bool {
        *self == ClosedWorld::All(true)
    }

    /// Whether it closes a package.
    pub fn closes(&self, package: &str) -> bool {
        match self {
            ClosedWorld::All(all) => *all,
            ClosedWorld::Packages(names) => names.iter().any(|name| name == package),
        }
    }
}

/// A function of the workspace that does to connections what an API of the catalogue would.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wrapper {
    /// Its path, or the end of it.
    pub path: String,
    /// What it does.
    pub role: Role,
    /// Of which protocol.
    pub protocol: String,
}

/// Changes of what marks code as legacy.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MarkerChanges {
    /// Words of names that mark here too.
    pub words: Vec<Word>,
    /// Phrases of comments that mark here too.
    pub phrases: Vec<Phrase>,
    /// Names that are no marks, their words joined by `_`; those of several words also as a part of a longer name.
    pub terms: Vec<String>,
    /// Words and phrases that do not mark here.
    pub remove: Vec<String>,
}

/// All that is to end: one table, or several with a name each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sunsets(pub Vec<Sunset>);

/// What is to end on one day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sunset {
    /// What it is called.
    pub name: Option<String>,
    /// The first day, or month, on which what ends should be gone: `2027-01`, `2027-01-31`.
    pub until: Option<String>,
    /// Features that will be always on or off, by name or as `package/name`.
    pub feature: BTreeMap<String, bool>,
    /// Environment variables that will never be set (`false`).
    pub env: BTreeMap<String, bool>,
    /// Constants and the values that they will have, by name or by the end of their path.
    #[serde(rename = "const")]
    pub constant: BTreeMap<String, Value>,
    /// Fields that will have one value, as `Type.field`.
    pub field: BTreeMap<String, Value>,
}

/// A value that code can be folded with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// `true`, `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
}

impl<'de> Deserialize<'de> for Sunsets {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMore;
        impl<'de> serde::de::Visitor<'de> for OneOrMore {
            type Value = Sunsets;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a table, or an array of tables")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Sunsets, A::Error> {
                Ok(Sunsets(vec![Sunset::deserialize(MapAccessDeserializer::new(map))?]))
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, seq: A) -> Result<Sunsets, A::Error> {
                Ok(Sunsets(Vec::deserialize(SeqAccessDeserializer::new(seq))?))
            }
        }
        deserializer.deserialize_any(OneOrMore)
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Manifest {
    workspace: Section,
    package: Section,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Section {
    metadata: Metadata,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Metadata {
    vestige: Option<Config>,
}

/// Reads the configuration of the workspace in a folder; without one everything is as usual.
///
/// # Errors
/// It cannot be read, is no TOML, has a key or a code that is not known, or stands in both places.
pub fn load(root: &Path, codes: &[&str]) -> Result<Config> {
    let Some((config, file, text)) = read(root)? else { return Ok(Config::default()) };
    if let Some(code) = config.levels.codes().find(|code| !codes.contains(code)) {
        let line = line_of(&text, text.find(code).unwrap_or(0));
        bail!("{file}:{line}: no rule `{code}`{}", nearest(code, codes.iter().copied()));
    }
    Ok(config)
}

/// The packages that the workspace in a folder says that nobody outside uses; what cannot be read says nothing, as [`load`]
/// tells of it.
pub fn closed_world(root: &Path) -> ClosedWorld {
    read(root).ok().flatten().map(|(config, ..)| config.closed_world).unwrap_or_default()
}

/// The configuration, the name of the file that it stands in, and the text of that; `None` without one.
fn read(root: &Path) -> Result<Option<(Config, &'static str, String)>> {
    let own = match std::fs::read_to_string(root.join(FILE)) {
        Ok(text) => Some((parse::<Config>(FILE, &text)?, text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => bail!("{FILE}: {error}"),
    };
    // A manifest that cannot be read is told of by discovery, with more to say.
    let text = std::fs::read_to_string(root.join("Cargo.toml")).unwrap_or_default();
    let in_manifest = match text.contains("metadata.vestige") || text.contains("vestige =") {
        true => parse::<Manifest>("Cargo.toml", &text)?,
        false => Manifest::default(),
    };
    let in_manifest = in_manifest.workspace.metadata.vestige.or(in_manifest.package.metadata.vestige);
    match (own, in_manifest) {
        (Some(_), Some(_)) => bail!("both {FILE} and Cargo.toml configure vestige; keep one of them"),
        (Some((config, text)), None) => Ok(Some((config, FILE, text))),
        (None, Some(config)) => Ok(Some((config, "Cargo.toml", text))),
        (None, None) => Ok(None),
    }
}

fn parse<'t, T: Deserialize<'t>>(file: &str, text: &'t str) -> Result<T> {
    toml::from_str(text).map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start.min(text.len()));
        let line = line_of(text, at);
        let message = error.message();
        // serde says "unknown field `x`, expected one of `a`, `b`".
        let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
        let help = match quoted.split_first() {
            Some((key, known)) if message.starts_with("unknown ") => nearest(key, known.iter().copied()),
            _ => String::new(),
        };
        anyhow::anyhow!("{file}:{line}: {message}{help}")
    })
}

fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1
}

fn nearest<'a>(key: &str, known: impl Iterator<Item = &'a str>) -> String {
    let score = |other: &str| strsim::jaro_winkler(other, key);
    let best = known.max_by(|a, b| score(a).total_cmp(&score(b)));
    best.map_or(String::new(), |best| format!("; did you mean `{best}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Level;

    #[test]
    fn one_sunset_or_several() {
        let one: Config = parse(FILE, "[sunset]\nuntil = \"2027-01\"\nfeature.legacy-ws = false\n").unwrap();
        let all: Config = parse(FILE, "[[sunset]]\nconst.MIN = 3\n[[sunset]]\nenv.OLD = false\n").unwrap();
        assert!(!one.sunset.0[0].feature["legacy-ws"]);
        assert_eq!((all.sunset.0.len(), all.sunset.0[0].constant["MIN"]), (2, Value::Int(3)));
    }

    #[test]
    fn levels_are_those_of_the_longest_path() {
        let text = "[levels]\nlegacy-path = \"deny\"\n[levels.\"old/**\"]\nlegacy-path = \"warn\"\n\
                    [levels.\"old/*/gen\"]\nlegacy-path = \"allow\"\n";
        let config: Config = parse(FILE, text).unwrap();
        let level = |file: &str| config.levels.of("legacy-path", file);
        assert_eq!(level("src/a.rs"), Some(Level::Deny));
        assert_eq!(level("old/src/a.rs"), Some(Level::Warn));
        assert_eq!(level("old/src/gen/a.rs"), Some(Level::Allow));
        assert_eq!(config.levels.of("unused-feature", "src/a.rs"), None);
    }

    #[test]
    fn worlds_and_the_gate() {
        let text =
            "closed-world = [\"server\"]\nroots = [\"api::*\"]\nignore = [\"gen\"]\n[gate]\nfail-on = \"deny\"\n";
        let config: Config = parse(FILE, text).unwrap();
        assert!(config.closed_world.closes("server") && !config.closed_world.closes("client"));
        assert!(!config.closed_world.is_whole() && config.ignore[0].matches("gen/a.rs"));
        assert_eq!(config.gate.fail_on, Some(FailOn::Deny));
        let error = parse::<Config>(FILE, "[levels]\nlegacy-path = \"alow\"\n").unwrap_err().to_string();
        assert!(error.starts_with("vestige.toml:2: ") && error.ends_with("did you mean `allow`?"), "{error}");
        let error = parse::<Config>(FILE, "ignore = [\"a**\"]\n").unwrap_err().to_string();
        assert!(error.starts_with("vestige.toml:1: "), "{error}");
    }

    #[test]
    fn an_error_names_file_line_and_nearest_key() {
        let error = parse::<Config>(FILE, "[markers]\nterm = []\n").unwrap_err().to_string();
        assert!(error.starts_with("vestige.toml:2: unknown field `term`"), "{error}");
        assert!(error.ends_with("did you mean `terms`?"), "{error}");
    }
}
