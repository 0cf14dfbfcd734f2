//! Which version of the lock file each dependency of a member means, and what the names of crates stand for.
//!
//! In: members and locked packages. Out: the version of each dependency; the dependencies of which nothing is known, as
//! their names stand for something else in most members; the locked packages that are known by the names of their crates. It
//! knows no code, and no sources of dependencies.

use super::lock::{self, Member};
use super::{Dependency, LockedPackage, Origin, Package};
use crate::model::{Name, name};
use rustc_hash::{FxHashMap, FxHashSet};
use semver::Version;
use std::collections::BTreeMap;

/// Rows of the lock file by the name of the package.
type Rows = FxHashMap<String, Vec<usize>>;

/// Finds out what dependencies mean. Where a name stands for two things in the code of two members, it is known for what it
/// is in more of them, and in the others nothing is known of it: what is read of one version must not be said of another.
pub(super) fn settle(packages: &mut [Package], locked: &mut [LockedPackage], members: &[Member]) {
    let own: FxHashSet<String> = packages.iter().map(|package| package.name.clone()).collect();
    let is_foreign = |it: &Dependency| !own.contains(&it.package);
    let mut rows = Rows::default();
    for (row, package) in locked.iter().enumerate() {
        rows.entry(package.name.clone()).or_default().push(row);
    }
    // The rows that the members mean by a name, with how often.
    let mut meant: BTreeMap<Name, BTreeMap<Option<usize>, usize>> = BTreeMap::new();
    for package in packages.iter_mut() {
        let is_it = |member: &&Member| member.name == package.name;
        let member = members.iter().filter(is_it).find(|member| member.version == package.version);
        let member = member.or_else(|| members.iter().find(is_it));
        for dependency in package.dependencies.iter_mut().filter(|it| is_foreign(it)) {
            let row = row_of(dependency, member, locked, &rows);
            dependency.version = row.map(|row| locked[row].version.clone());
            for krate in names_of(dependency, locked, &rows) {
                *meant.entry(krate).or_default().entry(row).or_default() += 1;
            }
        }
    }
    let most = |rows: BTreeMap<Option<usize>, usize>| rows.into_iter().max_by_key(|(row, count)| (*count, *row));
    let known: FxHashMap<Name, Option<usize>> =
        meant.into_iter().filter_map(|(krate, rows)| Some((krate, most(rows)?.0))).collect();
    for dependency in packages.iter_mut().flat_map(|package| &mut package.dependencies) {
        if is_foreign(dependency) {
            let is_it = |row: &usize| Some(&locked[*row].version) == dependency.version.as_ref();
            let row = rows.get(&dependency.package).and_then(|rows| rows.iter().copied().find(is_it));
            let mut names = names_of(dependency, locked, &rows).into_iter();
            dependency.is_unknown = names.any(|krate| known.get(&krate).is_some_and(|it| it.is_some() && *it != row));
        }
    }
    for (row, package) in locked.iter_mut().enumerate() {
        let stands_for = known.get(&name(&package.crate_name()));
        package.direct = stands_for == Some(&Some(row));
        package.hidden = stands_for.is_some() && !package.direct;
    }
}

/// The row that a dependency of a member means, if there is one only.
fn row_of(dependency: &Dependency, member: Option<&Member>, locked: &[LockedPackage], rows: &Rows) -> Option<usize> {
    // Without a path it may be patched to mean a folder.
    let may_be = |row: &usize| dependency.path.is_none() || locked[*row].origin == Origin::Folder;
    let all: Vec<usize> = rows.get(&dependency.package)?.iter().copied().filter(may_be).collect();
    let is_named = |row: &usize| member.is_some_and(|member| lock::needs(&member.dependencies, &locked[*row]));
    let fits = |row: &usize| Version::parse(&locked[*row].version).is_ok_and(|it| dependency.requirement.matches(&it));
    lock::only_meant(&all, is_named, fits)
}

/// The names that code has for a dependency: without `package = …` a library may have a name of its own.
fn names_of(dependency: &Dependency, locked: &[LockedPackage], rows: &Rows) -> Vec<Name> {
    let is_plain = dependency.name == dependency.package.replace('-', "_").as_str();
    let rows = rows.get(&dependency.package).filter(|_| is_plain);
    let libraries = rows.into_iter().flatten().filter_map(|row| locked[*row].library.as_deref()).map(name);
    let mut names: Vec<Name> = std::iter::once(dependency.name).chain(libraries).collect();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use semver::VersionReq;

    fn locked(package: &str, version: &str, library: Option<&str>) -> LockedPackage {
        LockedPackage {
            name: package.into(),
            version: version.into(),
            origin: Origin::Registry,
            folder: None,
            direct: false,
            hidden: false,
            beside: false,
            dependencies: vec![],
            library: library.map(str::to_owned),
        }
    }

    fn needs(named: &str, package: &str, version: &str) -> Dependency {
        Dependency {
            name: name(named),
            package: package.into(),
            requirement: VersionReq::parse(version).expect("it is a requirement"),
            version: None,
            path: None,
            optional: false,
            dev: false,
            build: false,
            features: vec![],
            is_unknown: false,
        }
    }

    fn package(own: &str, dependencies: Vec<Dependency>) -> Package {
        Package {
            name: own.into(),
            id: own.into(),
            version: "1.0.0".into(),
            root: own.into(),
            manifest: own.into(),
            publishable: false,
            features: vec![],
            checked_features: vec![],
            dependencies,
            neighbour: false,
            used_unseen: false,
        }
    }

    fn member(own: &str, dependencies: &[&str]) -> Member {
        let dependencies = dependencies.iter().map(|it| (*it).to_owned()).collect();
        Member { name: own.into(), version: "1.0.0".into(), dependencies }
    }

    #[test]
    fn a_name_is_known_for_what_most_members_mean() {
        let mut packages = [
            package("a", vec![needs("wire", "wire", "1")]),
            package("b", vec![needs("wire", "wire", "2"), needs("wire_one", "wire", "1")]),
            package("c", vec![needs("wire", "wire", "2")]),
        ];
        let mut rows = [locked("wire", "1.0.0", None), locked("wire", "2.1.0", None)];
        let members =
            [member("a", &["wire 1.0.0"]), member("b", &["wire 1.0.0", "wire 2.1.0"]), member("c", &["wire 2.1.0"])];
        settle(&mut packages, &mut rows, &members);
        let told: Vec<(Option<&str>, bool)> = (packages.iter().flat_map(|it| &it.dependencies))
            .map(|it| (it.version.as_deref(), it.is_unknown))
            .collect();
        let (one, two) = (Some("1.0.0"), Some("2.1.0"));
        assert_eq!(told, [(one, true), (two, false), (one, false), (two, false)]);
        assert_eq!(rows.map(|it| (it.direct, it.hidden)), [(false, true), (true, false)]);
    }

    #[test]
    fn what_has_the_name_of_another_package_is_hidden() {
        let mut packages = [package("a", vec![needs("wire", "sim-wire", "1")])];
        let mut rows = [locked("sim-wire", "1.0.0", Some("wire")), locked("wire", "3.0.0", None)];
        settle(&mut packages, &mut rows, &[member("a", &["sim-wire"])]);
        assert_eq!(rows.map(|it| (it.direct, it.hidden)), [(true, false), (false, true)]);
    }
}
