//! A suppression that suppresses nothing.
//!
//! # Why it matters
//! What it spoke of is gone, or has moved away from it. It would silence the next finding that comes to this place, which
//! nobody has looked at.
//!
//! # Example
//! ```text
//! // vestige: allow(legacy-path) -- the old clients need it
//! fn dial() {}       // nothing here is a legacy path any more
//! ```
//!
//! # Not reported
//! Suppressions of rules that did not run (`--only`); of public items in a package that others could depend on, unless
//! the world is closed; where a file, or what the rule needs of the dependencies, could not be read.
//!
//! # How to keep it
//! Take it out. It comes back with the finding.

use super::Rule;
use crate::audit::Audit;
use crate::finding::Finding;

/// Nothing is found yet: whether a suppression is used shows when all rules have run (`gate::suppressions`).
pub(super) fn check(_: &Audit<'_>, _: &Rule, _: &mut Vec<Finding>) {}
