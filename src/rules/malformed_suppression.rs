//! A comment that means to suppress something and cannot be read.
//!
//! # Why it matters
//! It suppresses nothing: the rule that it names does not exist, or it gives no reason, without which the next reader
//! cannot tell whether it still holds.
//!
//! # Example
//! ```text
//! // vestige: allow(unreachable-itme) -- a plug-in calls it     there is no such rule
//! // vestige: allow(unreachable-item)                           it gives no reason
//! ```
//!
//! # How to write one
//! ```text
//! // vestige: allow(code, code, until = "2027-03") -- reason
//! ```
//! On a line of its own it speaks of the item or statement that follows, with all that is in it; behind code of its line.
//! In `Cargo.toml` it begins with `#`. The rules on suppressions cannot be suppressed.

use super::Rule;
use crate::audit::Audit;
use crate::finding::Finding;

/// Nothing is found here: comments are no part of what rules see (`gate::suppressions` reads them).
pub(super) fn check(_: &Audit<'_>, _: &Rule, _: &mut Vec<Finding>) {}
