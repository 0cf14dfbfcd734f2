//! JUnit XML, read by a small parser of our own.

use crate::{finding, full, report, rules, written};
use cargo_vestige::finding::Finding;
use cargo_vestige::report::junit;
use std::collections::BTreeMap;

#[derive(Debug)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
    /// The row of what it stands in.
    parent: Option<usize>,
}

/// What references mean; anything else after a `&` is no XML.
fn resolved(text: &str) -> String {
    let known = [("lt", "<"), ("gt", ">"), ("amp", "&"), ("quot", "\""), ("apos", "'"), ("#10", "\n"), ("#9", "\t")];
    let mut pieces = text.split('&');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(';').expect("a reference ends");
        let known = known.iter().chain(&[("#13", "\r")]).find(|(known, _)| *known == name);
        out.push_str(known.unwrap_or_else(|| panic!("&{name}; is not known")).1);
        out.push_str(rest);
    }
    out
}

fn attributes(mut text: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    while !text.trim().is_empty() {
        let (name, rest) = text.split_once("=\"").expect("an attribute has a value");
        let (value, rest) = rest.split_once('"').expect("a value ends");
        assert!(name.starts_with(' ') && !value.contains(['<', '\n', '\t']), "{name}={value}");
        assert!(found.insert(name.trim().to_owned(), resolved(value)).is_none(), "{name} twice");
        text = rest;
    }
    found
}

/// The elements of a document, each closed where it has to be.
fn parsed(xml: &str) -> Vec<Element> {
    let allowed = |letter: char| match letter {
        '\n' | '\t' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' => true,
        other => other >= '\u{10000}',
    };
    assert!(xml.chars().all(allowed));
    let body = xml.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").expect("the declaration");
    let mut all: Vec<Element> = vec![];
    let mut open: Vec<usize> = vec![];
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag ends");
        assert!(!text.contains('>'));
        if let Some(name) = tag.strip_prefix('/') {
            let closed = open.pop().expect("something is open");
            assert_eq!(all[closed].name, name);
        } else {
            let (inner, empty) = tag.strip_suffix('/').map_or((tag, false), |inner| (inner, true));
            let (name, rest) = inner.split_at(inner.find(' ').unwrap_or(inner.len()));
            let (name, parent) = (name.to_owned(), open.last().copied());
            all.push(Element { name, attributes: attributes(rest), text: resolved(text), parent });
            open.extend((!empty).then_some(all.len() - 1));
        }
    }
    assert!(open.is_empty());
    all
}

fn document(findings: Vec<Finding>) -> Vec<Element> {
    let report = report(findings);
    parsed(&written(|out| junit::write(&report, &rules(), out)))
}

fn named<'a>(all: &'a [Element], name: &str) -> Vec<&'a Element> {
    all.iter().filter(|element| element.name == name).collect()
}

#[test]
fn a_rule_is_a_suite_and_a_finding_a_failed_case() {
    let all = document(vec![full(), finding("unreachable-item", "src/a.rs", 3), finding("tomorrow", "src/a.rs", 4)]);
    let suites = named(&all, "testsuite");
    assert_eq!(suites.len(), rules().len() + 1);
    assert_eq!(suites.last().expect("a suite").attributes["name"], "tomorrow");
    let failures = named(&all, "failure");
    assert_eq!(failures.len(), 3);
    let tests = rules().len() + 1;
    assert_eq!(all[0].attributes["tests"], tests.to_string());
    assert_eq!(all[0].attributes["failures"], "3");
    let case = &all[failures[0].parent.expect("a case")];
    assert_eq!(case.attributes["classname"], "unreachable-item");
    assert_eq!(case.attributes["name"], "server::dead_3");
    assert_eq!((&*case.attributes["file"], &*case.attributes["line"]), ("src/a.rs", "3"));
    assert_eq!(failures[0].attributes["message"], "function `dead_3` is never used");
    assert_eq!(failures[0].attributes["type"], "warn");
}

#[test]
fn a_rule_that_found_nothing_passes() {
    let all = document(vec![]);
    let cases = named(&all, "testcase");
    assert_eq!(cases.len(), rules().len());
    assert!(cases.iter().all(|case| case.attributes["name"] == "nothing found"));
    assert!(named(&all, "failure").is_empty());
    assert!(named(&all, "testsuite").iter().all(|suite| suite.attributes["tests"] == "1"));
}

#[test]
fn a_failure_tells_the_details() {
    let all = document(vec![full()]);
    let failures = named(&all, "failure");
    let wanted = "src/ws.rs:1:4: function `dead_1` is never used\nnote: marked: `legacy`\nnote: also reached\n\
                  under: feature = \"ws\"\n\
                  reached by: server::main, when `LEGACY` is set, under feature = \"ws\"\n\
                  reached by: server::dead_1, known by name only";
    assert_eq!(failures[0].text, wanted);
}

#[test]
fn every_character_survives_or_is_forbidden() {
    let mut odd = finding("unreachable-item", "src/<&>'\".rs", 1);
    odd.message = "a\u{0}b\u{1b}[31m\u{fffe} ]]> \"q\" <x> & 'y'\tz\r\n\u{1f600}".into();
    odd.item.path = "impl From<&'a str> for X::from".into();
    let all = document(vec![odd]);
    let case = named(&all, "testcase")[0];
    assert_eq!(case.attributes["file"], "src/<&>'\".rs");
    assert_eq!(case.attributes["name"], "impl From<&'a str> for X::from");
    let message = "ab[31m ]]> \"q\" <x> & 'y'\tz\r\n\u{1f600}";
    assert_eq!(named(&all, "failure")[0].attributes["message"], message);
    assert!(named(&all, "failure")[0].text.ends_with(message));
}
