//! What the names of two functions have in common.
//!
//! In: two names. Out: whether they are one name but for words that tell an old from a new form, or mostly one; whether
//! they are of two operations. It does not know what the names are of.

use crate::model::{Name, name};
use crate::reach::guards::words;

/// Words that tell an old form from a new one.
const MARKS: [&str; 16] = [
    "backup",
    "bak",
    "compat",
    "compatibility",
    "copy",
    "deprecated",
    "legacy",
    "modern",
    "new",
    "obsolete",
    "old",
    "orig",
    "original",
    "outdated",
    "previous",
    "unused",
];

/// With fewer letters before it a number is no version: `u16`, `h2`.
const LEAST_STEM: usize = 4;
/// Words that say what is done: with another one it is another operation.
const OPERATIONS: [&str; 62] = [
    "abort",
    "accept",
    "add",
    "apply",
    "attach",
    "begin",
    "cancel",
    "close",
    "commit",
    "create",
    "decode",
    "delete",
    "detach",
    "disable",
    "disconnect",
    "down",
    "download",
    "drain",
    "drop",
    "enable",
    "encode",
    "export",
    "fetch",
    "find",
    "get",
    "grant",
    "import",
    "insert",
    "kill",
    "list",
    "load",
    "lock",
    "mount",
    "open",
    "pause",
    "pop",
    "publish",
    "push",
    "put",
    "read",
    "receive",
    "recv",
    "remove",
    "restore",
    "resume",
    "revert",
    "revoke",
    "rollback",
    "save",
    "send",
    "start",
    "stop",
    "store",
    "subscribe",
    "undo",
    "unlock",
    "unmount",
    "unsubscribe",
    "up",
    "update",
    "upload",
    "write",
];
/// First words behind which stands what it is done to, which makes the operation.
const VERBS_OF_PARTS: [&str; 8] = ["configure", "get", "handle", "has", "is", "on", "set", "with"];

/// Words behind which stands what something is done by, which makes the operation as well.
const MEANS: [&str; 6] = ["as", "by", "from", "using", "via", "with"];

/// Whether two names are the same but for versions and words such as `old`.
pub fn are_one(a: Name, b: Name) -> bool {
    a == b || core(a) == core(b)
}

/// Whether more than half of the words of each of two names are in the other, versions and words such as `old` aside.
pub fn are_mostly_one(a: Name, b: Name) -> bool {
    let (a, b) = (core(a), core(b));
    let common = a.iter().filter(|word| b.contains(word)).count();
    2 * common > a.len().max(b.len())
}

/// Whether two names are of two operations: nothing is common, or a word that says what is done is in one only, or
/// another part is set (`set_keepalive`, `set_user_timeout`), or it is done by something else (`connect_by_key`,
/// `connect_by_password`).
pub fn are_operations(a: Name, b: Name) -> bool {
    let (a, b) = (core(a), core(b));
    let only = |of: &[String], other: &[String]| -> Vec<String> {
        of.iter().filter(|word| !other.contains(word)).cloned().collect()
    };
    let (only_a, only_b) = (only(&a, &b), only(&b, &a));
    if only_a.is_empty() && only_b.is_empty() {
        return false;
    }
    let does = only_a.iter().chain(&only_b).any(|word| OPERATIONS.contains(&word.as_str()));
    let verb = a.first().filter(|first| b.first() == Some(*first));
    let of_parts = verb.is_some_and(|verb| VERBS_OF_PARTS.contains(&verb.as_str()));
    let other_part = of_parts && !only_a.is_empty() && !only_b.is_empty();
    let common = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let by_means = a.iter().take(common).skip(1).any(|word| MEANS.contains(&word.as_str()));
    let other_means = by_means && common < a.len().min(b.len());
    does || other_part || other_means || only_a.len() == a.len()
}

/// Whether two parts of paths differ by a version only: `v4` and `v5`, `client` and `client_v2`, `tls_0_22` and `tls_0_23`.
pub(super) fn are_versions(a: &str, b: &str) -> bool {
    let (of_a, of_b) = (without_version(a), without_version(b));
    let whole = |part: &str| words(name(part));
    (of_a.is_some() || of_b.is_some()) && of_a.unwrap_or_else(|| whole(a)) == of_b.unwrap_or_else(|| whole(b))
}

/// The words of a part of a path without its version; `None` if it has none.
fn without_version(part: &str) -> Option<Vec<String>> {
    let all = words(name(part));
    let mut words: Vec<String> = vec![];
    let mut at = 0;
    while at < all.len() {
        // `v1_2`, `0_22`; one number alone is like one at the end of a word.
        let run = all[at..].iter().take_while(|word| is_version(word) || is_number(word)).count();
        let numbers = &all[at..at + run];
        let behind_stem = words.last().is_some_and(|last| last.len() >= LEAST_STEM);
        if !(run > 1 || behind_stem || numbers.first().is_some_and(|first| is_version(first))) {
            words.extend_from_slice(numbers);
        }
        words.extend(all.get(at + run).cloned());
        at += run + 1;
    }
    // `server2`, but not `u16`.
    let stem = words.last().map(|last| last.trim_end_matches(|it: char| it.is_ascii_digit()).to_owned());
    let numbered = stem.filter(|stem| stem.len() >= LEAST_STEM && words.last().is_some_and(|last| last != stem));
    if let (Some(stem), Some(last)) = (&numbered, words.last_mut()) {
        last.clone_from(stem);
    }
    (words.len() < all.len() || numbered.is_some()).then_some(words)
}

/// The words of a name that are no marks; all of them if there are no others.
fn core(of: Name) -> Vec<String> {
    let all = words(of);
    let plain: Vec<String> =
        all.iter().filter(|word| !MARKS.contains(&word.as_str()) && !is_version(word)).cloned().collect();
    if plain.is_empty() { all } else { plain }
}

/// `v1`, `v12`.
fn is_version(word: &str) -> bool {
    word.strip_prefix('v').is_some_and(is_number)
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|it| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_versions_make_no_other_name() {
        for (a, b) in [("dial", "dial_legacy"), ("old_dial", "new_dial"), ("dial_v1", "dial_v2"), ("new", "new")] {
            assert!(are_one(name(a), name(b)), "{a} {b}");
        }
        for (a, b) in [("as_json", "as_string"), ("new", "old"), ("read_u8", "read_u16"), ("parse", "parse_list")] {
            assert!(!are_one(name(a), name(b)), "{a} {b}");
        }
    }

    #[test]
    fn most_words_have_to_be_in_both() {
        assert!(are_mostly_one(name("send_json"), name("send_empty_json")));
        assert!(!are_mostly_one(name("start"), name("start_again")));
        assert!(!are_mostly_one(name("publish"), name("resolve")));
    }

    #[test]
    fn versions_of_parts() {
        assert!(are_versions("client", "client_v2") && are_versions("v4", "v5") && are_versions("ApiV1", "Api"));
        assert!(are_versions("raftstore", "raftstore_v2") && are_versions("server", "server2"));
        assert!(
            are_versions("tls_0_22", "tls_0_23") && are_versions("rustls", "rustls_021") && are_versions("v1_2", "v2")
        );
        assert!(are_versions("rustls_with_config", "rustls_021_with_config"));
        assert!(!are_versions("h_1", "h_2") && !are_versions("read_2", "write_3"));
        assert!(!are_versions("client", "server_v2") && !are_versions("read_u8", "read_u16"));
    }

    #[test]
    fn what_is_done_makes_an_operation() {
        for (a, b) in [
            ("run", "revert"),
            ("handle_node_delete_old", "handle_cancel_node_delete"),
            ("set_keepalive_or_warn", "set_user_timeout_or_warn"),
            ("connect_by_none", "connect_by_public_key"),
        ] {
            assert!(are_operations(name(a), name(b)), "{a} {b}");
        }
        for (a, b) in [
            ("run", "run"),
            ("ask", "ask_twice"),
            ("connect_https", "tls_connect_inner"),
            ("proxy_request", "proxy_with_body_routing"),
            ("dial_v1", "dial"),
            ("dial_with_proxy", "dial_with_proxy_inner"),
            ("dial", "dial_by_name"),
        ] {
            assert!(!are_operations(name(a), name(b)), "{a} {b}");
        }
    }
}
