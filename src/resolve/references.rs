//! What references are: from which definition, to what, where, and how much of that is known by its name alone.
//!
//! Plain data that resolution makes and the graph reads.

use super::{Among, Cause};
use crate::model::{DefId, Name, Span};

/// What a reference could mean when only its name is known.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum ByName {
    /// `x.name()` on a value of unknown type: methods of types and traits.
    Method {
        /// How many arguments it is given.
        args: u8,
        /// The package that the call stands in: it only has values of types that its dependencies may have.
        from: u16,
        /// Which inherent methods its body can come by.
        among: Among,
    },
    /// `x.name()` or `T::name` on a type of no type definition here: items of traits.
    TraitItem,
    /// `T::name` on an unknown type: associated items and variants.
    Member,
    /// `x.name` on a value of unknown type: fields.
    Field {
        /// The package that it stands in.
        from: u16,
        /// Which fields its body can come by.
        among: Among,
    },
    /// `.name` in tokens: a method or a field, of any package that one with this code in it may have.
    Dotted {
        /// The package that the tokens stand in: what depends on it may have the code that they become.
        from: u16,
        /// Which inherent methods and fields that code can come by.
        among: Among,
    },
    /// `Type::name` in tokens: an item of a type, or anything else of that name that stands in no type.
    Behind {
        /// The package that the tokens stand in: what depends on it may have the code that they become.
        from: u16,
        /// Which inherent items and variants that code can come by.
        among: Among,
    },
    /// A name in tokens, or a path that cannot be resolved: anything of that name.
    Any,
    /// A word alone as a value, which cannot be resolved: anything of that name but what is in types, traits and impls.
    Alone,
    /// A piece of a name that a macro puts together: anything whose name holds it.
    Piece,
    /// A name before one that is not written: anything in a type, trait or module of this name.
    Inside,
}

/// Where an edge leads.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Goal {
    /// This definition.
    Def(DefId),
    /// Whatever has this name.
    Named(ByName, Name),
}

/// Why a reference was left by name.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Why {
    /// It was resolved.
    Resolved,
    /// The type of the receiver is not known.
    UnknownReceiver,
    /// The receiver has a type of another crate.
    ForeignReceiver,
    /// The path cannot be resolved.
    UnknownPath,
    /// Tokens that were not expanded.
    Tokens,
}

/// A reference from one definition to what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edge {
    /// The definition in whose text it stands.
    pub from: DefId,
    /// What it means.
    pub to: Goal,
    /// Where it stands, in the file of `from`.
    pub span: Span,
    /// Whether and why it is by name.
    pub why: Why,
    /// The innermost region that it stands in, by row of the file of `from`.
    pub region: Option<u32>,
    /// It stands in the signature: whoever uses `from` comes by it.
    pub in_signature: bool,
}

/// A place that speaks of a definition and does not keep it: a field is written or looked past, a variant is matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mention {
    /// The field or variant.
    pub of: DefId,
    /// The definition in whose text it stands.
    pub by: DefId,
    /// The offset of the name of the field, of the path of the variant.
    pub at: u32,
}

/// A method call whose method is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResolvedCall {
    /// The definition in whose text it stands.
    pub by: DefId,
    /// The offset of the name of the method.
    pub at: u32,
    /// The method; `None` for one of another crate.
    pub of: Option<DefId>,
}

/// A method call on a value of unknown type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownCall {
    /// The definition in whose text it stands.
    pub by: DefId,
    /// The offset of the name of the method.
    pub at: u32,
    /// Why the type is not known.
    pub cause: Cause,
}
