//! Whether two packages could share a function.
//!
//! In: two definitions, through the view of the audit. Out: whether one package can use the other, or both can use a
//! third one of the workspace. It goes by what manifests declare, whatever the features, and not by what tests need. What
//! is no library, or makes procedural macros, has no function for others.

use crate::audit::Audit;
use crate::discover::{TargetKind, Workspace};
use crate::model::DefId;
use std::collections::BTreeSet;

/// Whether there is a package in which both could find a function: the same, one of the two, or a third.
pub(super) fn can_share(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    let (of_a, of_b) = (audit.package(a), audit.package(b));
    // What stands in no package is nothing to judge.
    if of_a == of_b || of_a.is_empty() || of_b.is_empty() {
        return true;
    }
    let workspace = audit.input.workspace;
    let others = used(workspace, of_b);
    used(workspace, of_a).into_iter().any(|host| others.contains(host) && is_library(workspace, host))
}

/// Whether the package of one definition can use that of the other.
pub fn can_import(audit: &Audit<'_>, a: DefId, b: DefId) -> bool {
    let (of_a, of_b) = (audit.package(a), audit.package(b));
    let workspace = audit.input.workspace;
    let imports = |from: &str, of: &str| used(workspace, from).contains(of) && is_library(workspace, of);
    of_a != of_b && (imports(of_a, of_b) || imports(of_b, of_a))
}

/// Whether others can call what a package holds.
fn is_library(workspace: &Workspace, package: &str) -> bool {
    let mut targets = workspace.targets.iter().filter(|target| target.kind == TargetKind::Lib);
    targets.any(|target| workspace.packages[target.package.index()].name == package)
}

/// A package and the members of the workspace that it uses, directly or not.
fn used<'a>(workspace: &'a Workspace, package: &'a str) -> BTreeSet<&'a str> {
    let members = workspace.members();
    let mut found = BTreeSet::from([package]);
    let mut work = vec![package];
    while let Some(name) = work.pop() {
        // Members are in order of their names.
        let Ok(at) = members.binary_search_by(|member| member.name.as_str().cmp(name)) else { continue };
        let needed = members[at].dependencies.iter().filter(|dependency| !dependency.dev);
        let is_member = |name: &&str| members.binary_search_by(|it| it.name.as_str().cmp(name)).is_ok();
        for name in needed.map(|dependency| dependency.package.as_str()).filter(is_member) {
            if found.insert(name) {
                work.push(name);
            }
        }
    }
    found
}
