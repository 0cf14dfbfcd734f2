//! The tool on itself: nothing in this workspace may be dead, and what it says of itself must be complete.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[test]
fn nothing_here_should_no_longer_be_here() {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let line = ["cargo-vestige", "vestige", "--manifest-path", manifest, "--closed-world", "--color", "never"];
    let (mut out, mut err) = (vec![], vec![]);
    let status = cargo_vestige::cli::run(line.iter().map(Into::into), &mut out, &mut err);
    let report = String::from_utf8(out).unwrap();
    assert_eq!(status, 0, "{report}\n{}", String::from_utf8_lossy(&err));
}
