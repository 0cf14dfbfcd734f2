//! A suppression whose end has come, while what it suppressed is still there.
//!
//! # Why it matters
//! Somebody has promised that it would be gone by now. The finding is reported again beside this one.
//!
//! # Example
//! ```text
//! // vestige: allow(legacy-path, until = "2027-03") -- the last client goes in March
//! fn dial_legacy() {}       // from 2027-03-01 on: expired-suppression, and legacy-path
//! ```
//!
//! # When it ends
//! `until = "2027-03"` ends on the first of the month, `until = "2027-03-15"` on the day, `until = "v3.0"` when the package
//! that it stands in has this version or a later one.
//!
//! # How to keep it
//! Give it a later end, and say in its reason why.

use super::Rule;
use crate::audit::Audit;
use crate::finding::Finding;

/// Nothing is found yet: whether anything is still there shows when all rules have run (`gate::suppressions`).
pub(super) fn check(_: &Audit<'_>, _: &Rule, _: &mut Vec<Finding>) {}
