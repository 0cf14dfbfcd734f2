//! What one source file says, as plain data, and nothing about any other file.
//!
//! In: nothing (these are the nouns of `extract`). Out: [`Facts`], keyed by the content of the file, so that they can
//! be cached and made elsewhere. Spans are byte offsets into that content. Facts know no module path, no target and
//! no resolution; a name in them is only a name.

pub mod body;
pub mod cfg;
pub mod procedural;
pub mod regions;
pub mod types;
pub mod units;

pub use body::{Body, Expr, ExprId, Pat, PatId, PathId, TokenRole};
pub use cfg::Cfg;
pub use procedural::{MacroSort, ProceduralMacro};
pub use types::{Generics, Path, Ty};

use crate::model::{DefKind, Name, Span};
use serde::{Deserialize, Serialize};

/// Everything that `extract` found in one file.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Facts {
    /// Byte offset of the start of each line.
    pub lines: Vec<u32>,
    /// Definitions; a parent comes before its children.
    pub defs: Vec<Def>,
    /// Places where items can stand; row 0 is the file itself.
    pub scopes: Vec<Scope>,
    /// `use` and `extern crate` declarations, one row for each name they bring in.
    pub imports: Vec<Import>,
    /// Attributes of the file itself (`#![…]`).
    pub attrs: Attrs,
    /// Literal paths of `include!`, `include_str!` and the like.
    pub includes: Vec<Include>,
    /// `mod name` seen inside tokens that were not expanded: the file it names may be linked.
    pub hidden_mods: Vec<(u32, Name)>,
    /// Crates that only the rules of macros name, by `$crate`: the package of the file may not be able to.
    pub made_crates: Vec<Name>,
    /// Features named in cfg conditions and in `feature = "…"` tokens.
    pub features: Vec<Name>,
    /// Conditions that stand in the file, where they stand.
    pub conditions: Vec<Condition>,
    /// Parts of bodies that stand under a condition, by start.
    pub regions: Vec<regions::Region>,
    /// String literals that look like a path of a file or a folder.
    pub path_literals: Vec<String>,
    /// Words in string literals, in a file that may make code: a build script, a procedural macro. With a `*` they are pieces
    /// of names (`get_*`, `*Builder`), with `::*` what stands before a name or a path; an empty one says that names are made
    /// of others.
    pub quoted_words: Vec<Name>,
}

/// A cfg condition and its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The predicate.
    pub cfg: Cfg,
    /// Where the predicate stands.
    pub span: Span,
    /// The definition that it applies to, if it applies to one.
    pub def: Option<u32>,
    /// Whether it decides over code (`#[cfg]`) and not over an attribute (`#[cfg_attr]`).
    pub of_code: bool,
    /// Whether it is out of an expanded call, whose rules may have put it together of conditions that are given to them.
    pub made: bool,
}

/// What a file is read into another one as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum IncludeKind {
    /// Rust that stands in place of the call (`include!`).
    Code,
    /// Documentation, whose examples are run.
    Documentation,
}

/// A file that is read into this one.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Include {
    /// The path as written, relative to the folder of this file.
    pub path: String,
    /// What its content is.
    pub kind: IncludeKind,
    /// The scope it is included into.
    pub scope: u32,
    /// Where the call stands.
    pub span: Span,
}

/// A place where items can stand.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Scope {
    /// The scope around it; `None` for the file.
    pub parent: Option<u32>,
    /// The module definition whose content it is; `None` for the file and for blocks.
    pub module: Option<u32>,
    /// Whether it is a block of a function: names not found in it are looked up around it.
    pub block: bool,
    /// Definitions that stand directly in it.
    pub defs: Vec<u32>,
    /// Imports that stand directly in it.
    pub imports: Vec<u32>,
}

/// One definition.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Def {
    /// What it is.
    pub kind: DefKind,
    /// Its name; an impl has the last name of its self type, an anonymous one that of its macro.
    pub name: Name,
    /// Where its name stands.
    pub name_span: Span,
    /// The whole item with its attributes and documentation.
    pub span: Span,
    /// The definition that holds it (module, impl, trait, enum, variant, function), if it is in this file.
    pub parent: Option<u32>,
    /// The scope that its names are looked up in.
    pub scope: u32,
    /// Who may name it.
    pub vis: Vis,
    /// Its attributes.
    pub attrs: Attrs,
    /// What its kind adds.
    pub data: DefData,
    /// Code that belongs to it: the body of a function, the value of a constant, constants in its types.
    pub body: Option<Box<Body>>,
    /// Made by a macro, or from tokens of a call that was not expanded.
    pub from_macro: bool,
    /// The call that makes it, where a macro of the workspace does and the call was expanded.
    pub made: Option<Box<Made>>,
}

/// How an expanded call makes a definition, whose span is that of the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// The macro.
    pub by: Name,
    /// Its name is a word of the call, and that is where its name stands; else the macro gives the name.
    pub named: bool,
    /// The call with its attributes, path and semicolon; `None` where it is a statement or an expression, which may do more
    /// than to make items.
    pub call: Option<Span>,
}

/// Who may name a definition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Vis {
    /// Nothing written: the module it stands in (for trait items and variants: as their parent).
    Inherited,
    /// `pub`.
    Public,
    /// `pub(crate)`.
    Crate,
    /// `pub(self)`.
    SelfMod,
    /// `pub(super)` or `pub(in path)`.
    Path(Box<Path>),
}

/// What a kind adds to a definition.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum DefData {
    /// Nothing.
    None,
    /// Function.
    Fn(Box<FnSig>),
    /// Struct, union or enum; fields and variants are definitions of their own.
    Adt {
        /// Type parameters.
        generics: Box<Generics>,
        /// Fields without names.
        tuple: bool,
    },
    /// Variant.
    Variant {
        /// Fields without names.
        tuple: bool,
        /// No fields at all.
        unit: bool,
    },
    /// Field, constant or static, with its type.
    Typed(Box<Ty>),
    /// Trait.
    Trait {
        /// Type parameters.
        generics: Box<Generics>,
        /// Supertraits (a trait alias: its bounds).
        supers: Vec<Path>,
    },
    /// Impl block.
    Impl(Box<ImplHeader>),
    /// Type alias or associated type.
    Alias {
        /// Type parameters.
        generics: Box<Generics>,
        /// What it stands for.
        ty: Option<Box<Ty>>,
        /// Bounds of an associated type.
        bounds: Vec<Path>,
    },
    /// Module.
    Module {
        /// The scope of its content, if it is inline.
        inline: Option<u32>,
        /// `#[path = "…"]` values, each with its condition if it stands in a `cfg_attr`.
        paths: Vec<(String, Option<Cfg>)>,
        /// Whether the plain path is a possibility beside `paths` (it is not after an unconditional `#[path]`).
        default_path: bool,
    },
    /// Re-export: the row of `imports`.
    Import(u32),
    /// Macro: what its tokens name.
    Macro {
        /// `#[macro_export]`: at the root of its crate.
        exported: bool,
    },
}

/// The signature of a function.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct FnSig {
    /// Type parameters.
    pub generics: Generics,
    /// Types of the parameters, `self` first if there is one.
    pub params: Vec<Ty>,
    /// Parameters that exist under conditions, by row: all of these must hold.
    pub conditional: Vec<(u32, Vec<Cfg>)>,
    /// What is returned; `None` for `()`.
    pub ret: Option<Ty>,
    /// Whether the first parameter is `self`.
    pub has_self: bool,
    /// Whether that is `&mut self`, written so or as a type.
    pub mut_self: bool,
    /// `async fn`.
    pub is_async: bool,
    /// Stands in an `extern` block: it has no body here.
    pub foreign: bool,
    /// Has a body (a trait method without one is required).
    pub has_body: bool,
}

/// The header of an impl block.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ImplHeader {
    /// Type parameters.
    pub generics: Generics,
    /// The trait, if it is a trait impl.
    pub of_trait: Option<Path>,
    /// The type it is for.
    pub self_ty: Ty,
    /// `impl !Trait for T`.
    pub negative: bool,
    /// The type is `&mut T`.
    pub exclusive: bool,
    /// Beside that it says more than [`Ty`] can hold: `Vec<&mut T>`, `Buf<2>`, `[u8; 4]`.
    pub narrower: bool,
}

/// One name that a `use` or `extern crate` brings in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Import {
    /// The path that is imported; for `extern crate` the name of the crate.
    pub path: Path,
    /// The name it gets here; `None` for a glob and for `as _`.
    pub alias: Option<Name>,
    /// `use path::*`.
    pub glob: bool,
    /// `extern crate`.
    pub extern_crate: bool,
    /// Who may use it.
    pub vis: Vis,
    /// Whether it stands under a cfg condition of its own.
    pub conditional: bool,
    /// Where the name stands.
    pub span: Span,
    /// Its part of the innermost group: `b::C as D` of `use a::{b::C as D, e}`.
    pub leaf_span: Span,
    /// The whole `use` item.
    pub item_span: Span,
    /// How many names that item brings in.
    pub siblings: u32,
    /// Its definition.
    pub def: Option<u32>,
}

/// The attributes of one definition, sorted by what they mean.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Attrs {
    /// `#[cfg(…)]` predicates; all must hold.
    pub cfg: Vec<Cfg>,
    /// Derived traits by path.
    pub derives: Vec<Path>,
    /// All other attributes but documentation.
    pub others: Vec<Attr>,
    /// `#[deprecated]`, if there.
    pub deprecated: Option<Deprecated>,
    /// Allows or expects dead code (`dead_code`, `unused`).
    pub allows_dead: bool,
}

impl Attrs {
    /// Whether there is an attribute of this path, such as `no_mangle`.
    pub fn has(&self, path: &str) -> bool {
        self.others.iter().any(|attr| attr.path == path)
    }
}

/// An attribute.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Attr {
    /// Its path, such as `tokio::main`; `unsafe(…)` is taken off.
    pub path: Name,
    /// Its arguments, as written by the lexer, for the few of which anything is asked.
    pub args: Box<str>,
}

/// The content of `#[deprecated]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deprecated {
    /// `since`, as written.
    pub since: Option<String>,
    /// `note`, as written.
    pub note: Option<String>,
    /// Whether it is so in some configurations only: `cfg_attr(…, deprecated)`.
    pub sometimes: bool,
}

/// Line and column of a byte offset, both from 1; columns count characters and need the text of the file.
pub fn position(lines: &[u32], text: &str, offset: u32) -> (u32, u32) {
    let row = lines.partition_point(|start| *start <= offset).max(1) - 1;
    let start = lines.get(row).copied().unwrap_or(0) as usize;
    let line = text.get(start..offset as usize).unwrap_or_default();
    let column = line.trim_start_matches('\u{feff}').chars().count();
    (row as u32 + 1, column as u32 + 1)
}
