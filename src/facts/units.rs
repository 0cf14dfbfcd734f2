//! Units: functions and macro definitions as numbers that are equal where the code is.

use crate::model::Span;

/// A function, a method or the rules of a macro, as far as it can be compared with others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The definition, by its row.
    pub def: u32,
    /// From behind its name to its end: parameters, result and body.
    pub span: Span,
    /// Equal for the same tokens.
    pub exact: u64,
    /// Equal for the same tokens but for local names, if these are renamed one to one.
    pub renamed: u64,
    /// How many tokens it has.
    pub tokens: u32,
    /// How many statements, arms and conditions its body has; fields of a literal are part of one.
    pub statements: u32,
    /// Whether it is `async` or waits for something.
    pub waits: bool,
    /// What it does, in order; the first is the head. Empty for small units that are not read.
    pub steps: Vec<Step>,
}

/// A statement, an arm, the head of a block, a field of a literal: tokens up to `;`, `{`, `}` or the `,` of a list in
/// braces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Where it stands.
    pub span: Span,
    /// Equal for the same tokens, whatever local names and literals they have.
    pub shape: u32,
    /// Equal for the same tokens, whatever local names they have.
    pub strict: u32,
    /// How many tokens it has.
    pub tokens: u16,
    /// How many braces are around it.
    pub depth: u8,
    /// Whether it counts as a statement.
    pub is_statement: bool,
    /// Whether it is an arm of a `match`, or an `else`: it belongs to what stands before it.
    pub goes_on: bool,
}
