//! The baseline: what is in it does not count, what is not does, and what is gone is told.

use crate::{Package, counts, paths};
use std::fs;

const TWO: &str = "fn first() {}\nfn second() {}\nfn main() {}\n";

fn lines(package: &Package) -> Vec<String> {
    let text = fs::read_to_string(package.root().join("vestige-baseline.txt")).expect("the baseline");
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

#[test]
fn what_is_in_it_does_not_count_and_a_swap_does() {
    let package =
        Package::new(&[("src/main.rs", TWO), ("vestige.toml", "[gate]\nbaseline = \"vestige-baseline.txt\"\n")]);
    package.run(&["check"]).refused(&["cannot read the baseline", "`cargo vestige baseline` writes it"]);
    let ran = package.run(&["baseline"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(ran.out.contains("2 findings in vestige-baseline.txt: 2 added, 0 taken out"), "{}", ran.out);
    let known = lines(&package);
    assert!(known.len() == 2 && known.is_sorted(), "{known:?}");
    assert!(known.iter().all(|line| line.contains(" unreachable-item app::")), "{known:?}");

    let report = package.run(&["check", "--format", "json", "--quiet"]).report(0);
    assert_eq!((paths(&report).len(), counts(&report)), (0, [0, 0, 2]));
    assert_eq!(report["gate"]["compared_with"], "vestige-baseline.txt");
    let report = package.run(&["check", "--format", "json", "--quiet", "--ignored-too"]).report(0);
    assert_eq!(report["findings"][0]["suppressed"]["by"], "baseline");

    // One goes and another comes: as many as before, and one of them new.
    package.write("src/main.rs", &TWO.replace("second", "third"));
    let report = package.run(&["check", "--format", "json", "--quiet"]).report(1);
    assert_eq!((paths(&report), counts(&report)), (vec!["app::third"], [1, 1, 1]));
    let notes = report["workspace"]["notes"].to_string();
    assert!(notes.contains("1 entries of vestige-baseline.txt match nothing any more"), "{notes}");

    let ran = package.run(&["baseline", "--prune"]);
    assert!(ran.out.contains("1 findings in vestige-baseline.txt: 0 added, 1 taken out"), "{}", ran.out);
    assert_eq!(lines(&package).len(), 1);
    assert_eq!(paths(&package.run(&["check", "--format", "json"]).report(1)), ["app::third"]);
}

#[test]
fn it_outlives_moved_lines_and_is_the_same_for_the_same_findings() {
    let package = Package::new(&[("src/main.rs", TWO)]);
    let ran = package.run(&["baseline"]);
    assert!(ran.err.contains("`baseline = \"vestige-baseline.txt\"` under [gate]"), "{}", ran.err);
    let known = lines(&package);
    package.write("src/main.rs", &format!("\n\n{TWO}"));
    package.run(&["baseline", "--quiet"]);
    assert_eq!(lines(&package), known);
    package
        .run(&[
            "check",
            "--baseline",
            package.root().join("vestige-baseline.txt").to_str().unwrap(),
            "--format",
            "json",
        ])
        .report(0);
}

#[test]
fn it_is_not_written_from_half_an_analysis() {
    let package = Package::new(&[("src/main.rs", "fn main( {}\n")]);
    package.run(&["baseline"]).refused(&["the analysis is incomplete"]);
    assert!(!package.root().join("vestige-baseline.txt").exists());
}
