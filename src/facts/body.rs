//! Code as plain data: expressions and patterns in two arenas, referred to by index.
//!
//! The shape is that of the source, less what no later stage asks for: parentheses, lifetimes, literals' values.

mod conditional;

use super::Cfg;
use super::types::{Path, Ty};
use crate::model::{Name, Span};
use serde::{Deserialize, Serialize};

/// Row of [`Body::exprs`].
pub type ExprId = u32;
/// Row of [`Body::pats`].
pub type PatId = u32;
/// Row of [`Body::paths`].
pub type PathId = u32;

/// The code of one definition.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Body {
    /// Expressions; an operand comes before what uses it.
    pub exprs: Vec<Expr>,
    /// Patterns.
    pub pats: Vec<Pat>,
    /// Paths in expressions and patterns.
    pub paths: Vec<Path>,
    /// Patterns of the parameters, `self` first if there is one.
    pub params: Vec<PatId>,
    /// The block of the function or the value of the constant.
    pub value: Option<ExprId>,
    /// Constants in types and discriminants, default values.
    pub extra: Vec<ExprId>,
    /// Names in tokens that were not understood: attributes and macro definitions.
    pub tokens: Vec<TokenName>,
    /// Code in attributes, in order of its tokens.
    pub attributed: Vec<AttributeCode>,
    /// Values that are named by a word of the rules of a macro whose call was expanded, in order.
    pub made_paths: Vec<PathId>,
    /// Locals that are bound by such a word, in order.
    pub made_pats: Vec<PatId>,
}

impl Body {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.exprs.is_empty() && self.tokens.is_empty() && self.params.is_empty()
    }

    /// Whether a path is a word of the rules of a macro: it means no local of who calls the macro.
    pub fn is_made_path(&self, path: PathId) -> bool {
        self.made_paths.binary_search(&path).is_ok()
    }

    /// Whether a local is bound by a word of the rules of a macro: who calls the macro does not see it.
    pub fn is_made_pat(&self, pat: PatId) -> bool {
        self.made_pats.binary_search(&pat).is_ok()
    }
}

/// Code that an attribute is given: where those who read the attribute are known, it stands in what they make.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AttributeCode {
    /// The name of the attribute.
    pub name: Name,
    /// Its expressions.
    pub args: Vec<ExprId>,
    /// Rows of [`Body::tokens`]: the names in its tokens, for where somebody else may read it.
    pub tokens: std::ops::Range<u32>,
}

/// A name in tokens that were not expanded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenName {
    /// The names of the path: `a::b::c`, mostly one.
    pub path: Vec<Name>,
    /// Where it stands.
    pub span: Span,
    /// What the tokens around it say of it.
    pub role: TokenRole,
}

/// What the tokens around a name say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TokenRole {
    /// Nothing: it may mean anything of its name.
    Any,
    /// After a dot: a field or a method.
    Member,
    /// Captured by a format string: a local, a constant or a static.
    Captured,
    /// Starts with `crate`: that of the macro, or that of who calls it.
    Crate,
    /// Starts with `$crate`: that of the macro.
    OwnCrate,
    /// The name of a macro that is called.
    Macro,
    /// The same, in tokens that may come to stand anywhere.
    MacroAnywhere,
    /// The name of a macro that is called and was expanded.
    Expanded,
    /// A path in a string: a function, a type or a module whose functions are meant.
    Quoted,
    /// A part of a name that a macro puts together (`[<get_ $field>]`): any name with this piece in it.
    Piece,
    /// Before a name that is not written, as in `Kind::#x`: anything that is in what has this name.
    Inside,
    /// The word `impl` where it may start an item; such a token has no name.
    Impl,
    /// The last name of a macro that is called by a path from `crate` or `$crate`, which stands beside it.
    MacroOfPath,
    /// The last name of a macro that is given the word `impl`; the macro stands beside it.
    GivenImpl,
    /// A word of a file that does not parse: it may mean anything of its name.
    Unread,
    /// Behind the name of an attribute, a path in a text that it is given: a name only if somebody reads code there.
    Text,
    /// Behind the path of a macro, a path in a text that a call is given: a name only if the macro is one of the
    /// workspace that makes names of texts.
    GivenText,
}

/// An expression.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Expr {
    /// A path.
    Path(PathId),
    /// A literal.
    Lit(Lit),
    /// `f(args)`.
    Call(ExprId, Box<[ExprId]>),
    /// `receiver.name::<types>(args)`.
    Method(Box<MethodCall>),
    /// `base.name` or `base.0`.
    Field(ExprId, Name, Span),
    /// `Path { name: value, ..rest }`.
    Struct(Box<StructLit>),
    /// `(a, b)`.
    Tuple(Box<[ExprId]>),
    /// `[a, b]`.
    Array(Box<[ExprId]>),
    /// `[a; n]`.
    Repeat(ExprId, ExprId),
    /// A block of any sort.
    Block(Box<Block>),
    /// `if`; the condition may hold `let`.
    If(ExprId, ExprId, Option<ExprId>),
    /// `let pattern = value` in a condition.
    Let(PatId, ExprId),
    /// `match`.
    Match(ExprId, Box<[Arm]>),
    /// `while`.
    While(ExprId, ExprId),
    /// `for`.
    For(PatId, ExprId, ExprId),
    /// A closure.
    Closure(Box<Closure>),
    /// `return`, `continue`, `yield`.
    Leave(Option<ExprId>),
    /// `break`, with its value and its label.
    Break(Option<ExprId>, Option<Name>),
    /// `a = b`.
    Assign(ExprId, ExprId),
    /// `a += b`.
    AssignOp(ExprId, ExprId),
    /// `a + b`; the operator by its token.
    Binary(BinaryOp, ExprId, ExprId),
    /// `-a`, `!a`.
    Unary(ExprId),
    /// `*a`.
    Deref(ExprId),
    /// `&a`, `&mut a`, `&raw const a`.
    Ref(ExprId),
    /// `a as T`.
    Cast(ExprId, Box<Ty>),
    /// `a[b]`.
    Index(ExprId, ExprId),
    /// `a..b`.
    Range(Option<ExprId>, Option<ExprId>),
    /// `a?`.
    Try(ExprId),
    /// `a.await`.
    Await(ExprId),
    /// A macro call.
    Macro(Box<MacroCall>),
    /// An expression that exists where all of these conditions hold: a statement, an element, an argument, the value of a
    /// field or the body of an arm.
    Under(Box<[Cfg]>, ExprId),
    /// `_` and whatever the parser keeps as tokens.
    Unknown,
}

/// What type a literal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lit {
    /// `"…"`, where it stands.
    Str(Span),
    /// `b"…"`
    Bytes,
    /// `c"…"`
    CStr,
    /// `'…'`
    Char,
    /// `b'…'`
    Byte,
    /// `true`
    Bool,
    /// `1`, with its suffix if it has one.
    Int(Option<Name>),
    /// `1.0`, with its suffix if it has one.
    Float(Option<Name>),
}

/// What an operator gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BinaryOp {
    /// `==`, `<` …: a bool.
    Compare,
    /// `&&`, `||`: a bool, and the right side is only run on a condition.
    Lazy,
    /// Arithmetic, by the name of its trait: for numbers the type of the left side.
    Arithmetic(Name),
}

/// `receiver.name::<types>(args)`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MethodCall {
    /// What it is called on.
    pub receiver: ExprId,
    /// The name of the method.
    pub name: Name,
    /// Where the name stands.
    pub span: Span,
    /// `::<types>`.
    pub types: Vec<Ty>,
    /// Arguments without the receiver.
    pub args: Vec<ExprId>,
}

/// `Path { name: value, ..rest }`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StructLit {
    /// The type or variant.
    pub path: PathId,
    /// Fields with their values.
    pub fields: Vec<(Name, Span, ExprId)>,
    /// `..rest`.
    pub rest: Option<ExprId>,
}

/// A block.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Block {
    /// Its scope, if items or imports stand in it.
    pub scope: Option<u32>,
    /// What it is.
    pub kind: BlockKind,
    /// Statements; the last expression without a semicolon is `tail`.
    pub stmts: Vec<Stmt>,
    /// The value.
    pub tail: Option<ExprId>,
}

/// What sort of block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// `{ }`, `unsafe { }`, `const { }`.
    Plain,
    /// `async { }`: its value is a future.
    Async,
    /// `loop { }`, with its label: its value comes from `break`.
    Loop(Option<Name>),
    /// `'label: { }`: its value is its own or comes from `break 'label`.
    Labelled(Name),
    /// `try { }`.
    Try,
}

/// A statement.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Stmt {
    /// `let pattern: type = value else { … };`
    Let(Box<LetStmt>),
    /// An expression.
    Expr(ExprId),
}

/// `let pattern: type = value else { … };`
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LetStmt {
    /// The pattern.
    pub pat: PatId,
    /// The type, if it is written.
    pub ty: Option<Ty>,
    /// The value.
    pub value: Option<ExprId>,
    /// The `else` block.
    pub otherwise: Option<ExprId>,
    /// The conditions under which it exists.
    pub cfg: Vec<Cfg>,
}

/// An arm of a `match`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Arm {
    /// The pattern.
    pub pat: PatId,
    /// `if guard`.
    pub guard: Option<ExprId>,
    /// What it runs.
    pub body: ExprId,
}

/// A closure.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Closure {
    /// Parameters, with their types where written.
    pub params: Vec<(PatId, Option<Ty>)>,
    /// The result, where written.
    pub ret: Option<Ty>,
    /// What it runs.
    pub body: ExprId,
    /// `async |…|`.
    pub is_async: bool,
}

/// A macro call in an expression, a statement, a pattern, a type or between items.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MacroCall {
    /// The macro.
    pub path: PathId,
    /// Arguments, where the macro is known to take expressions.
    pub args: Vec<ExprId>,
    /// Names in its tokens, where it is not known what they mean.
    pub tokens: Vec<TokenName>,
    /// Where the call stands.
    pub span: Span,
    /// It was expanded: `args` is what it becomes.
    pub expanded: bool,
}

/// A pattern.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Pat {
    /// `name`, `ref name`, `name @ pattern`; `plain` if it could as well be a constant.
    Bind {
        /// The name.
        name: Name,
        /// Where it stands.
        span: Span,
        /// Neither `ref` nor `mut` nor `@`: a constant or unit variant of this name is meant if there is one.
        plain: bool,
        /// With `ref`: it is a reference to what it is matched against.
        by_ref: bool,
        /// After `@`.
        sub: Option<PatId>,
    },
    /// A path.
    Path(PathId),
    /// `Path(a, b)`.
    TupleStruct(PathId, Box<[PatId]>),
    /// `Path { name: pattern, .. }`.
    Struct(PathId, Box<[(Name, Span, PatId)]>),
    /// `(a, b)`.
    Tuple(Box<[PatId]>),
    /// `[a, b]`.
    Slice(Box<[PatId]>),
    /// `&a`.
    Ref(PatId),
    /// `a | b`.
    Or(Box<[PatId]>),
    /// Literals, ranges and constants.
    Exprs(Box<[ExprId]>),
    /// `..`
    Rest,
    /// `_` and whatever the parser keeps as tokens.
    Wild,
    /// `pattern: type` in a parameter.
    Typed(PatId, Box<Ty>),
    /// A parameter, or a field in a pattern, that exists where all of these conditions hold.
    Under(Box<[Cfg]>, PatId),
    /// A macro call.
    Call {
        /// The call.
        call: ExprId,
        /// What it becomes, by each of the alternatives of its macro; where it is not expanded, the names that it may bind.
        cases: Box<[PatId]>,
        /// It becomes the only case, and nothing else.
        known: bool,
    },
}
