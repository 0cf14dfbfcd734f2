//! What the code that sets routes up works with: collections of routes, handlers, texts.
//!
//! In: nothing. Out: the nouns of this folder. A collection is changed in place, as builders are moved from hand to hand.

use super::patterns::{Pattern, Text};
use crate::facts::ExprId;
use crate::model::{DefId, Span};
use crate::resolve::Type;

/// A row of [`super::walk::Walk::nodes`].
pub(super) type NodeId = u32;

/// A value, as far as it matters here.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// Not known.
    Unknown,
    /// Never there: what makes it leaves.
    Never,
    /// A text.
    Text(Text),
    /// A function, type or constant.
    Item(DefId),
    /// A closure in the body of a definition.
    Closure(DefId, ExprId),
    /// A collection of routes, or a part of one.
    Node(NodeId),
    /// Something that supplies a value of a type to handlers.
    Supply(Type),
    /// The server of a remote service, by its name if that is known.
    Service(Option<String>),
    /// Several.
    List(Vec<Value>),
}

/// A place in the text of a definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Site {
    /// The definition.
    pub(crate) by: DefId,
    /// Where.
    pub(crate) at: Span,
}

/// A branch: the number of a choice, and which way was taken.
pub(super) type Branch = (u32, u32);

/// What a collection holds.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// Another collection.
    Node(NodeId),
    /// A handler.
    Handler(Value),
    /// What answers the rest.
    Fallback(Value),
    /// A value for handlers.
    Supply(Type),
    /// Something that may supply any value.
    Layer,
}

/// Something in a collection.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) what: What,
    /// The call that put it there.
    pub(super) site: Site,
    /// The calls of functions of the workspace around that, the outermost first.
    pub(super) calls: Vec<Site>,
    pub(super) branches: Vec<Branch>,
}

/// A collection of routes.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// Its type, as the table of APIs has it.
    pub(super) made: String,
    /// Its paths, below that of what holds it; none for that itself.
    pub(super) paths: Vec<Pattern>,
    /// Its methods, where they are known.
    pub(super) methods: Vec<String>,
    /// What it holds, in the order of the calls.
    pub(super) entries: Vec<Entry>,
    /// More than method and path decides whether it answers.
    pub(super) guarded: bool,
    /// It is part of another one.
    pub(super) held: bool,
    /// What holds it is not known: it came as a parameter, or goes back to somebody.
    pub(super) escapes: bool,
}
