//! The nouns that every stage shares: ids, names, spans and kinds.
//!
//! In: nothing. Out: plain data. This module knows no stage, no file system and no rule.

use rustc_hash::{FxHashMap, FxHasher};
use serde::{Deserialize, Serialize};
use std::cell::{Cell, RefCell};
use std::hash::Hasher;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// An interned identifier: as cheap to copy, compare and hash as a pointer, ordered by its text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Name(ustr::Ustr);

/// What is kept with each name in it once: a number stands for a name.
pub(crate) trait Numbers: Send + Sync {
    /// The name that a number stands for, interned when it is first asked for.
    fn name(&self, number: u32) -> Option<Name>;
}

thread_local! {
    /// Numbers of names, while something is written in which each name stands once.
    static WRITTEN: RefCell<Option<Written>> = const { RefCell::new(None) };
    /// Names by number, while something of that sort is read.
    static READ: RefCell<Option<Arc<dyn Numbers>>> = const { RefCell::new(None) };
}

#[derive(Default)]
struct Written {
    names: Vec<Name>,
    numbers: FxHashMap<Name, u32>,
}

/// Writes with names as numbers, those of `names` first; returns what `write` gives, and all names in order.
pub(crate) fn with_numbers<T>(names: Vec<Name>, write: impl FnOnce() -> T) -> (T, Vec<Name>) {
    let numbers = names.iter().zip(0..).map(|(name, number)| (*name, number)).collect();
    WRITTEN.set(Some(Written { names, numbers }));
    let result = write();
    (result, WRITTEN.take().unwrap_or_default().names)
}

/// The number of a name; `None` where names are written as they are.
pub(crate) fn number_of(name: Name) -> Option<u32> {
    WRITTEN.with_borrow_mut(|written| {
        let written = written.as_mut()?;
        let next = written.names.len() as u32;
        let number = *written.numbers.entry(name).or_insert(next);
        if number == next {
            written.names.push(name);
        }
        Some(number)
    })
}

/// Reads what was written [`with_numbers`].
pub(crate) fn by_numbers<T>(numbers: Arc<dyn Numbers>, read: impl FnOnce() -> T) -> T {
    READ.set(Some(numbers));
    let result = read();
    READ.set(None);
    result
}

impl Serialize for Name {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match number_of(*self) {
            Some(number) => serializer.serialize_u32(number),
            None => serializer.serialize_str(self.as_str()),
        }
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if READ.with_borrow(Option::is_none) {
            return String::deserialize(deserializer).map(|text| name(&text));
        }
        let number = u32::deserialize(deserializer)?;
        let known = READ.with_borrow(|numbers| numbers.as_ref()?.name(number));
        known.ok_or_else(|| serde::de::Error::custom("a name without a number"))
    }
}

/// So many names are remembered by each thread.
const REMEMBERED: usize = 2_048;

/// Interns an identifier. Letters with marks are composed, as the compiler does before it compares names (normal form C).
pub fn name(text: &str) -> Name {
    thread_local! {
        /// Names that were interned last, by a hash of their text: most are asked for again and again, and the table of
        /// all has a lock.
        static LATELY: [Cell<Option<Name>>; REMEMBERED] = const { [const { Cell::new(None) }; REMEMBERED] };
    }
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    let place = hasher.finish() as usize % REMEMBERED;
    LATELY.with(|lately| match lately[place].get() {
        Some(known) if known.as_str() == text => known,
        _ => {
            let new = if text.is_ascii() { ustr::ustr(text) } else { ustr::ustr(&text.nfc().collect::<String>()) };
            let new = Name(new);
            lately[place].set(Some(new));
            new
        }
    })
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

    /// What only its type, trait or impl can name.
    pub fn is_member(self) -> bool {
        use DefKind::{AssociatedConstant, AssociatedFunction, AssociatedType, Field, Method};
        matches!(self, Method | AssociatedFunction | AssociatedConstant | AssociatedType | Field)
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
