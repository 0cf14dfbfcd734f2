//! Paths and types as they are written.

use crate::model::{Name, Span};
use serde::{Deserialize, Serialize};

/// What a path starts at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lead {
    /// A name in scope.
    Plain,
    /// `::name`: a crate.
    Global,
    /// `crate::`, or `$crate::` in a macro.
    Crate,
    /// `self::`.
    SelfMod,
    /// `super::` so many times.
    Super(u8),
}

/// A path as it is written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Path {
    /// `<T as …>::`: the type, and how many of the segments belong to the trait.
    pub qself: Option<Box<(Ty, u8)>>,
    /// Where it starts.
    pub lead: Lead,
    /// Its names; empty for a bare `self`, `crate` or `super`.
    pub segs: Vec<Seg>,
    /// From the first name to the last.
    pub span: Span,
}

impl Path {
    /// The only name of a path that has just one.
    pub fn single(&self) -> Option<&Seg> {
        match &self.segs[..] {
            [seg] if self.lead == Lead::Plain && self.qself.is_none() => Some(seg),
            _ => None,
        }
    }

    /// The path as text, without its arguments.
    pub fn text(&self) -> String {
        let lead = match self.lead {
            Lead::Plain => String::new(),
            Lead::Global => "::".into(),
            Lead::Crate => "crate::".into(),
            Lead::SelfMod => "self::".into(),
            Lead::Super(n) => "super::".repeat(n.into()),
        };
        let names: Vec<&str> = self.segs.iter().map(|seg| seg.name.as_str()).collect();
        lead + &names.join("::")
    }
}

/// One name of a path.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Seg {
    /// The name.
    pub name: Name,
    /// Its `<…>` or `(…) -> …`.
    pub args: Option<Box<Args>>,
}

/// Generic arguments.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Args {
    /// Types, in order; constants and lifetimes are left out.
    pub types: Vec<Ty>,
    /// `Item = T`.
    pub assoc: Vec<(Name, Ty)>,
    /// `Item: Bound`.
    pub bounds: Vec<Path>,
    /// `Fn(A, B) -> C`: `types` are the parameters and this is the result.
    pub ret: Option<Option<Ty>>,
}

/// A type as it is written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Ty {
    /// A path.
    Path(Box<Path>),
    /// `&T`, `&mut T`.
    Ref(Box<Ty>),
    /// `*const T`, `*mut T`.
    Ptr(Box<Ty>),
    /// `[T]`.
    Slice(Box<Ty>),
    /// `[T; N]`; the length is in the body of the definition.
    Array(Box<Ty>),
    /// `(A, B)`.
    Tuple(Vec<Ty>),
    /// `fn(A) -> B`.
    Fn(Vec<Ty>, Option<Box<Ty>>),
    /// `impl A + B`.
    Impl(Vec<Path>),
    /// `dyn A + B`.
    Dyn(Vec<Path>),
    /// `!`.
    Never,
    /// `_`.
    Infer,
    /// A macro call, or something that the parser keeps as tokens.
    Unknown,
}

/// Type parameters and the bounds on them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Generics {
    /// Type parameters with their own bounds and default, in order.
    pub params: Vec<TypeParam>,
    /// Names of constant parameters.
    pub consts: Vec<Name>,
    /// `where` predicates, and the types of constant parameters (without bounds).
    pub wheres: Vec<(Ty, Vec<Path>)>,
}

/// A type parameter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TypeParam {
    /// Its name.
    pub name: Name,
    /// Bounds that stand with it.
    pub bounds: Vec<Path>,
    /// Its default.
    pub default: Option<Ty>,
    /// `?Sized`.
    pub may_be_unsized: bool,
}
