//! The nouns that every stage shares: ids, names, spans and kinds.
//!
//! In: nothing. Out: plain data. This module knows no stage, no file system and no rule.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;

/// An interned identifier: as cheap to copy, compare and hash as a pointer, ordered by its text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Name(ustr::Ustr);

thread_local! {
    /// Names by number, while something is written or read in which each name stands once.
    static NUMBERED: RefCell<Option<Numbered>> = const { RefCell::new(None) };
}

#[derive(Default)]
struct Numbered {
    names: Vec<Name>,
    numbers: FxHashMap<Name, u32>,
}

/// Writes with names as numbers; returns what `write` gives, and the names in order.
pub(crate) fn with_numbers<T>(write: impl FnOnce() -> T) -> (T, Vec<Name>) {
    NUMBERED.set(Some(Numbered::default()));
    let result = write();
    (result, NUMBERED.take().unwrap_or_default().names)
}

/// Reads what was written [`with_numbers`].
pub(crate) fn by_numbers<T>(names: Vec<Name>, read: impl FnOnce() -> T) -> T {
    NUMBERED.set(Some(Numbered { names, ..Numbered::default() }));
    let result = read();
    NUMBERED.set(None);
    result
}

impl Serialize for Name {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number = NUMBERED.with_borrow_mut(|numbered| {
            let numbered = numbered.as_mut()?;
            let next = numbered.names.len() as u32;
            let number = *numbered.numbers.entry(*self).or_insert(next);
            if number == next {
                numbered.names.push(*self);
            }
            Some(number)
        });
        match number {
            Some(number) => serializer.serialize_u32(number),
            None => serializer.serialize_str(self.as_str()),
        }
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if NUMBERED.with_borrow(Option::is_none) {
            return String::deserialize(deserializer).map(|text| name(&text));
        }
        let number = u32::deserialize(deserializer)? as usize;
        let known = NUMBERED.with_borrow(|numbered| numbered.as_ref()?.names.get(number).copied());
        known.ok_or_else(|| serde::de::Error::custom("a name without a number"))
    }
}

/// Interns an identifier.
pub fn name(text: &str) -> Name {
    Name(ustr::ustr(text))
}

/// The name of a text, if anything has it already: what no table knows is not kept for being asked for.
pub fn known_name(text: &str) -> Option<Name> {
    ustr::existing_ustr(text).map(Name)
}

impl Name {
    /// The text; it lives as long as the program.
    pub fn as_str(self) -> &'static str {
        self.0.as_str()
    }
}

impl std::hash::Hash for Name {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        // Equal names are one string in memory; its address is at hand, its stored hash is not.
        (self.0.as_char_ptr() as usize).hash(state);
    }
}

impl Ord for Name {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        if self == other { std::cmp::Ordering::Equal } else { self.as_str().cmp(other.as_str()) }
    }
}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl std::ops::Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        self.0.as_str()
    }
}

impl PartialEq<str> for Name {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Name {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::fmt::Debug for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self.as_str(), f)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
        pub struct $id(pub u32);

        impl $id {
            /// The id as an index into the table it was made for.
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// The id of row `index`; tables never reach 2^32 rows, a larger index saturates.
            pub fn new(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }
    )*};
}

ids! {
    /// A package of the workspace: a row of `Workspace::packages`.
    PackageId,
    /// A target (library, binary, test …): a row of `Workspace::targets`; one crate each.
    TargetId,
    /// A source file: a row of `Sources::files`.
    FileId,
    /// A definition of the workspace: a row of `Definitions`.
    DefId,
    /// A module as one target sees it: a file mounted by two targets is two modules.
    ModId,
}

/// A range of bytes in one file; `end` is exclusive.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The smallest span that covers both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether `other` lies within this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// What a definition is. The texts are those of the JSON report.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DefKind {
    /// A free function, also one of an `extern` block.
    Function,
    /// A function of an impl or a trait that takes `self`.
    Method,
    /// A function of an impl or a trait without `self`.
    AssociatedFunction,
    /// A constant of an impl or a trait.
    AssociatedConstant,
    /// A type of an impl or a trait.
    AssociatedType,
    /// A `struct`.
    Struct,
    /// An `enum`.
    Enum,
    /// A `union`.
    Union,
    /// A `trait` or a trait alias.
    Trait,
    /// A `type` outside of impls and traits.
    TypeAlias,
    /// A `const` outside of impls and traits.
    Constant,
    /// A `static`, also one of an `extern` block.
    Static,
    /// A variant of an enum.
    Variant,
    /// A field of a struct, union or variant.
    Field,
    /// A `macro_rules!` or `macro` definition.
    Macro,
    /// A `use` that others can see.
    ReExport,
    /// A `mod`, inline or a file.
    Module,
    /// An `impl` block.
    Impl,
    /// The examples in the documentation of an item.
    DocTest,
    /// What the rules of a macro name.
    Template,
    /// What a file runs or makes outside of any named item (macro calls between items).
    Anonymous,
}

impl DefKind {
    /// The kind as the report writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            DefKind::Function => "function",
            DefKind::Method => "method",
            DefKind::AssociatedFunction => "associated-function",
            DefKind::AssociatedConstant => "associated-constant",
            DefKind::AssociatedType => "associated-type",
            DefKind::Struct => "struct",
            DefKind::Enum => "enum",
            DefKind::Union => "union",
            DefKind::Trait => "trait",
            DefKind::TypeAlias => "type-alias",
            DefKind::Constant => "constant",
            DefKind::Static => "static",
            DefKind::Variant => "variant",
            DefKind::Field => "field",
            DefKind::Macro => "macro",
            DefKind::ReExport => "re-export",
            DefKind::Module => "module",
            DefKind::Impl => "impl",
            DefKind::DocTest => "doc-test",
            DefKind::Template => "macro-rules",
            DefKind::Anonymous => "macro-call",
        }
    }

    /// The kind as a sentence names it: `associated function` rather than `associated-function`.
    pub fn in_words(self) -> String {
        self.as_str().replace('-', " ")
    }

    /// A struct, enum or union.
    pub fn is_adt(self) -> bool {
        matches!(self, DefKind::Struct | DefKind::Enum | DefKind::Union)
    }

    /// A function of any sort.
    pub fn is_fn(self) -> bool {
        matches!(self, DefKind::Function | DefKind::Method | DefKind::AssociatedFunction)
    }
}

/// How sure an edge is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// The reference was resolved and means this definition.
    Exact,
    /// The reference could not be resolved; it may mean this definition, for it has its name.
    ByName,
}
