//! Knowledge as data: what macros take, what attributes do.
//!
//! In: the tables in `catalog/`, embedded. Out: [`Catalog`], look-ups by name. It knows no source and no workspace.

pub mod connections;
pub mod keys;
pub mod markers;
mod roles;
pub mod routes;
pub mod texts;
pub mod tools;

use anyhow::{Context, Result};
use connections::{Connections, Kind};
pub use roles::is_case;
use routes::Routes;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::sync::Arc;
use texts::Texts;
use tools::Tools;

/// How the arguments of a macro are read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MacroForm {
    /// Expressions with commas between them.
    Expressions,
    /// Expressions that may have names: `%a, name = ?b, "c" => d; "text {}", e`.
    Fields,
    /// `value, pattern if guard`.
    Matches,
    /// `pattern = future, if guard => handler`.
    Select,
    /// `static ref NAME: T = value;`.
    Statics,
    /// Items, given back unchanged.
    Items,
    /// Nothing that names an item.
    Names,
}

/// What an attribute means for the item it stands on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AttributeRole {
    /// It neither registers nor exports the item.
    Inert,
    /// The runtime, the linker or a foreign language calls the item.
    Production,
    /// A test harness calls the item.
    Test,
    /// Not known: it may register the item.
    Unknown,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MacroTable {
    expressions: Vec<String>,
    fields: Vec<String>,
    matches: Vec<String>,
    select: Vec<String>,
    statics: Vec<String>,
    items: Vec<String>,
    names: Vec<String>,
    generated: FxHashSet<String>,
    plain: FxHashSet<String>,
    members: FxHashSet<String>,
    texts: Texts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AttributeTable {
    builtin: FxHashSet<String>,
    tools: FxHashSet<String>,
    inert: FxHashSet<String>,
    production: FxHashSet<String>,
    test: FxHashSet<String>,
    leaves_inside: FxHashSet<String>,
    derive_blind: FxHashSet<String>,
    derive_plain: FxHashSet<String>,
    derive_hands_out: FxHashSet<String>,
    derive_traits_only: FxHashSet<String>,
    derive_members: FxHashSet<String>,
    derive_namesakes: FxHashSet<String>,
    derive_items: FxHashSet<String>,
    derive_impls: FxHashSet<String>,
    derive_neighbours: FxHashMap<String, Vec<String>>,
    named_by_field: FxHashMap<String, Vec<String>>,
    attribute_namesakes: FxHashSet<String>,
    attribute_members: FxHashSet<String>,
    helpers: FxHashSet<String>,
    macro_tools: FxHashSet<String>,
    naming_tools: FxHashSet<String>,
    script_tools: FxHashSet<String>,
    token_tools: FxHashSet<String>,
    script_signs: Vec<String>,
    function_texts: FxHashSet<String>,
    derive_texts: FxHashMap<String, Vec<String>>,
    formats: FxHashSet<String>,
    derive_helpers: FxHashMap<String, Vec<String>>,
    attribute_keys: keys::Keys,
}

/// What a macro, a derive or an attribute makes for a type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Made {
    /// Nothing, or impls of traits of `std` and of its own crate; the type does not dereference by them.
    Nothing,
    /// Items and impls; `Deref` only where an argument says so.
    Members,
    /// Not known.
    Unknown,
}

/// Which items a derive or an attribute makes beside impls of the item that it stands on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Beside {
    /// None.
    Nothing,
    /// Some whose names hold that of the item or of a variant, or are given in an attribute.
    Namesakes,
    /// Any.
    Anything,
}

/// All tables; copies share them.
#[derive(Clone)]
pub struct Catalog {
    macros: Arc<FxHashMap<String, MacroForm>>,
    /// What else is known of macros: `generated` put generated source in their place, `plain` implement nothing but what
    /// they are given as items, `members` something for the types declared in their arguments, but no `Deref`.
    table: Arc<MacroTable>,
    /// Names of macros that the workspace has its own of.
    hidden: FxHashSet<String>,
    attributes: Arc<AttributeTable>,
    /// The roles of the attributes that are most common.
    roles: FxHashMap<&'static str, AttributeRole>,
    /// Last names of the macros among the APIs.
    api_macros: FxHashSet<String>,
    /// APIs that make and serve connections.
    pub connections: Arc<Connections>,
    /// APIs that register routes.
    pub routes: Arc<Routes>,
    /// Tools that make code of files that are no Rust.
    pub tools: Arc<Tools>,
}

/// Most attributes are one of these.
const COMMON: [&str; 16] = [
    "allow",
    "inline",
    "must_use",
    "test",
    "doc",
    "serde",
    "error",
    "non_exhaustive",
    "repr",
    "tokio::test",
    "arg",
    "clap",
    "from",
    "source",
    "default",
    "track_caller",
];

impl Catalog {
    /// Reads the embedded tables.
    ///
    /// # Errors
    /// A table does not parse; a test holds that none does.
    pub fn load() -> Result<Catalog> {
        let table: MacroTable = toml::from_str(include_str!("catalog/macros.toml")).context("catalog/macros.toml")?;
        let mut macros = FxHashMap::default();
        let forms = [
            (&table.expressions, MacroForm::Expressions),
            (&table.matches, MacroForm::Matches),
            (&table.select, MacroForm::Select),
            (&table.statics, MacroForm::Statics),
            (&table.items, MacroForm::Items),
            (&table.names, MacroForm::Names),
            (&table.fields, MacroForm::Fields),
        ];
        for (names, form) in forms {
            macros.extend(names.iter().map(|name| (name.clone(), form)));
        }
        let attributes = toml::from_str(include_str!("catalog/attributes.toml")).context("catalog/attributes.toml")?;
        let (hidden, roles) = (FxHashSet::default(), FxHashMap::default());
        let connections = Arc::new(Connections::load()?);
        let routes = Arc::new(Routes::load()?);
        let tools = Arc::new(Tools::load()?);
        let (macros, table, attributes) = (Arc::new(macros), Arc::new(table), Arc::new(attributes));
        let of_connections = connections.apis.iter().map(|api| (api.kind, api.path.as_str()));
        let apis = of_connections.chain(routes.apis.iter().map(|api| (api.kind, api.path.as_str())));
        let macros_of = apis.filter(|(kind, _)| *kind == Kind::Macro).filter_map(|(_, path)| path.rsplit("::").next());
        let api_macros = macros_of.map(str::to_owned).collect();
        let mut catalog = Catalog { macros, table, attributes, hidden, roles, api_macros, connections, routes, tools };
        catalog.roles = COMMON.iter().map(|path| (*path, catalog.role(path))).collect();
        Ok(catalog)
    }

    /// A catalogue that knows nothing of macros of these names: the workspace has its own.
    pub fn without_macros<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Catalog {
        Catalog { hidden: names.into_iter().map(str::to_owned).collect(), ..self.clone() }
    }

    /// The form of a macro, by the last name of its path; `None` if nothing is known of it.
    pub fn macro_form(&self, name: &str) -> Option<MacroForm> {
        self.macros.get(name).filter(|_| !self.hidden.contains(name)).copied()
    }

    /// The form of a macro that is named by a path of another crate.
    pub fn foreign_macro_form(&self, name: &str) -> Option<MacroForm> {
        self.macros.get(name).copied()
    }

    /// Whether a macro puts source in its place that is generated, by its last name.
    pub fn is_generated(&self, name: &str) -> bool {
        self.table.generated.contains(name) && !self.hidden.contains(name)
    }

    /// Macros that put generated source in their place, in any order.
    pub fn generated(&self) -> impl Iterator<Item = &str> {
        self.table.generated.iter().map(String::as_str).filter(|name| !self.hidden.contains(*name))
    }

    /// What a macro makes for a type that it is given, by its last name, beside the items in its arguments.
    pub fn made_by_macro(&self, name: &str) -> Made {
        if self.macros.contains_key(name) || self.table.plain.contains(name) {
            Made::Nothing
        } else if self.table.members.contains(name) {
            Made::Members
        } else {
            Made::Unknown
        }
    }

    /// Whether something is known of a macro of the ecosystem, by its last name: its rules are not asked then.
    pub fn describes_macro(&self, name: &str) -> bool {
        let Texts { code, types, cases } = &self.table.texts;
        let tables =
            [&self.table.generated, &self.table.plain, &self.table.members, &self.api_macros, code, types, cases];
        self.macros.contains_key(name) || tables.iter().any(|table| table.contains(name))
    }

    /// Whether a macro may make names of the texts that it is given, by its last name: it may be one of the workspace.
    pub fn may_name_texts(&self, name: &str) -> bool {
        self.hidden.contains(name) || self.made_by_macro(name) != Made::Nothing
    }

    /// What macros find in the texts and words that they are given.
    pub fn texts(&self) -> &Texts {
        &self.table.texts
    }

    /// Whether an attribute is the compiler's own or a tool's: nothing in it names an item.
    pub fn is_builtin_attribute(&self, path: &str) -> bool {
        let tool = path.split_once("::").is_some_and(|(tool, _)| self.attributes.tools.contains(tool));
        tool || self.attributes.builtin.contains(path)
    }

    /// Whether a derive reads the fields of the type, by the last name of its path.
    pub fn derive_reads_fields(&self, name: &str) -> bool {
        !self.attributes.derive_blind.contains(name)
    }

    /// Whether a derive may give its type methods of its own, or let it dereference: of most it is known that they
    /// only implement a trait of their crate.
    pub fn derive_may_add_methods(&self, name: &str) -> bool {
        self.derive_is_unknown(name) && !self.attributes.derive_traits_only.contains(name)
    }

    /// What a derive of the ecosystem makes for its type, by the last name of its path.
    pub fn made_by_derive(&self, name: &str) -> Made {
        if !self.derive_may_add_methods(name) {
            Made::Nothing
        } else if self.attributes.derive_members.contains(name) {
            Made::Members
        } else {
            Made::Unknown
        }
    }

    /// Whether anything is said of a derive, by the last name of its path.
    pub fn knows_derive(&self, name: &str) -> bool {
        let table = &self.attributes;
        let lists = [
            &table.derive_traits_only,
            &table.derive_members,
            &table.derive_impls,
            &table.derive_namesakes,
            &table.derive_items,
        ];
        !self.derive_is_unknown(name) || lists.iter().any(|names| names.contains(name))
    }

    /// Which items a derive of the ecosystem makes beside impls of its type, by the last name of its path.
    pub fn made_beside_by_derive(&self, name: &str) -> Beside {
        let table = &self.attributes;
        if table.derive_items.contains(name) {
            Beside::Anything
        } else if table.derive_namesakes.contains(name) {
            Beside::Namesakes
        } else if self.knows_derive(name) {
            Beside::Nothing
        } else {
            Beside::Anything
        }
    }

    /// Types that a derive names by convention: they stand in the module of the type that it is for.
    pub fn named_by_derive(&self, name: &str) -> &[String] {
        self.attributes.derive_neighbours.get(name).map_or(&[], |names| &names[..])
    }

    /// Whether an attribute that leaves its item as it is makes others, under names that hold that of the item.
    pub fn attribute_makes_namesakes(&self, path: &str) -> bool {
        self.attributes.attribute_namesakes.contains(path.rsplit("::").next().unwrap_or(path))
    }

    /// Whether a derive implements a trait whose methods give away fields.
    pub fn derive_hands_out(&self, name: &str) -> bool {
        self.attributes.derive_hands_out.contains(name)
    }

    /// What an attribute of the ecosystem makes for the type that it stands on.
    pub fn made_by_attribute(&self, path: &str) -> Made {
        let last = path.rsplit("::").next().unwrap_or(path);
        match self.attribute_role(path) {
            AttributeRole::Unknown if self.attributes.attribute_members.contains(last) => Made::Members,
            AttributeRole::Unknown => Made::Unknown,
            _ => Made::Nothing,
        }
    }

    /// Whether a derive of the ecosystem reads an attribute: it does nothing of its own then.
    pub fn is_helper_of(&self, derive: &str, attribute: &str) -> bool {
        self.attributes.derive_helpers.get(derive).is_some_and(|all| all.iter().any(|one| one == attribute))
    }

    /// Whether any derive of the ecosystem reads an attribute.
    pub fn is_helper_of_any(&self, attribute: &str) -> bool {
        self.attributes.derive_helpers.values().flatten().any(|one| one == attribute)
    }

    /// Whether texts in an attribute of a function are values.
    pub fn texts_are_values(&self, attribute: &str) -> bool {
        self.attributes.function_texts.contains(attribute)
    }

    /// Whether an attribute of a type shows it by a format string, with expressions behind that.
    pub fn shows_by_format(&self, attribute: &str) -> bool {
        self.attributes.formats.contains(attribute)
    }

    /// Whether the texts of an attribute may be no names, by one name of its path.
    pub fn may_hold_texts(&self, attribute: &str) -> bool {
        let derives = &self.attributes.derive_texts;
        self.texts_are_values(attribute) || derives.values().flatten().any(|one| one == attribute)
    }

    /// Whether an attribute is one that a derive or another attribute reads, where it goes by its name alone.
    pub fn is_helper(&self, path: &str) -> bool {
        self.attributes.helpers.contains(path)
    }

    /// Whether a package is a tool of those that define procedural macros: what it writes, it is told to.
    pub fn is_macro_tool(&self, package: &str) -> bool {
        self.attributes.macro_tools.contains(package)
    }

    /// Whether such a tool makes names of texts that macros are given, unasked.
    pub fn is_naming_tool(&self, package: &str) -> bool {
        self.attributes.naming_tools.contains(package)
    }

    /// Whether a package that a build script depends on writes no code by itself.
    pub fn is_script_tool(&self, package: &str) -> bool {
        self.attributes.script_tools.contains(package)
    }

    /// Whether a package makes tokens for those who depend on it.
    pub fn makes_tokens(&self, package: &str) -> bool {
        self.attributes.token_tools.contains(package)
    }

    /// Whether a build script may make code of something else than the tokens in it, by its text without blanks.
    pub fn may_make_code(&self, script: &str) -> bool {
        self.attributes.script_signs.iter().any(|sign| script.contains(sign.as_str()))
    }

    /// Whether a derive's code is not known: it may make variants, read fields and call methods.
    pub fn derive_is_unknown(&self, name: &str) -> bool {
        !self.attributes.derive_blind.contains(name) && !self.attributes.derive_plain.contains(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_parse_and_answer() {
        let catalog = Catalog::load().expect("embedded tables parse");
        assert_eq!(catalog.macro_form("println"), Some(MacroForm::Expressions));
        assert_eq!(catalog.macro_form("info"), Some(MacroForm::Fields));
        assert_eq!(catalog.made_by_derive("Snafu"), Made::Nothing);
        assert_eq!(catalog.made_by_derive("Getters"), Made::Members);
        assert_eq!(catalog.made_by_derive("Deref"), Made::Unknown);
        assert_eq!(catalog.made_beside_by_derive("Getters"), Beside::Nothing);
        assert_eq!(catalog.made_beside_by_derive("EnumDiscriminants"), Beside::Namesakes);
        assert_eq!(catalog.made_beside_by_derive("AnUnknownOne"), Beside::Anything);
        assert!(catalog.is_helper_of("TypedPath", "typed_path"));
        assert!(catalog.named_by_derive("DeriveEntity").iter().any(|it| it == "Model"));
        assert_eq!(catalog.made_by_macro("json"), Made::Nothing);
        assert_eq!(catalog.made_by_macro("pin_project"), Made::Members);
        assert_eq!(catalog.attribute_role("tokio::test"), AttributeRole::Test);
        assert_eq!(catalog.attribute_role("inventory::submit"), AttributeRole::Unknown);
        assert_eq!(catalog.attribute_role("clippy::foo"), AttributeRole::Inert);
        assert_eq!(catalog.attribute_role("tokio::main"), AttributeRole::Inert);
        assert_eq!(catalog.attribute_role("embassy_executor::main"), AttributeRole::Production);
        assert!(catalog.uses_inside("cxx::bridge") && catalog.uses_inside("group"));
        assert!(!catalog.uses_inside("mockall::automock") && !catalog.uses_inside("async_trait"));
    }
}
