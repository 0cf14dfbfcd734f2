//! JUnit XML, for servers that show the results of tests.
//!
//! In: the report and the texts of the rules. Out: a suite for each rule and a failed case for each finding; a rule
//! that found nothing has one case, which passes. It does not know the gate: a finding fails whatever its level.
//!
//! The format was never specified; this is the part that readers agree on: <https://github.com/testmoapp/junitxml>.

use super::{RuleText, counted, step_text, text_or};
use crate::finding::{Finding, Level, Report};
use std::io::{Result, Write};

/// Writes the document.
///
/// # Errors
/// Writing fails.
pub fn write(report: &Report, rules: &[RuleText], out: &mut dyn Write) -> Result<()> {
    let mut suites: Vec<(&str, Vec<&Finding>)> = rules.iter().map(|rule| (rule.code.as_str(), vec![])).collect();
    for finding in counted(report) {
        match suites.iter_mut().find(|suite| suite.0 == finding.code) {
            Some(suite) => suite.1.push(finding),
            // A saved report may have a rule that this version does not know.
            None => suites.push((finding.code.as_str(), vec![finding])),
        }
    }
    let failures = counted(report).count();
    let tests = failures + suites.iter().filter(|suite| suite.1.is_empty()).count();
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<testsuites name="cargo-vestige" tests="{tests}" failures="{failures}" errors="0">"#)?;
    for (code, findings) in &suites {
        suite(code, findings, out)?;
    }
    writeln!(out, "</testsuites>")
}

fn suite(code: &str, findings: &[&Finding], out: &mut dyn Write) -> Result<()> {
    let code = attribute(code);
    let failures = findings.len();
    let tests = failures.max(1);
    writeln!(out, r#"  <testsuite name="{code}" tests="{tests}" failures="{failures}" errors="0" skipped="0">"#)?;
    if findings.is_empty() {
        writeln!(out, r#"    <testcase classname="{code}" name="nothing found"/>"#)?;
    }
    for finding in findings {
        case(&code, finding, out)?;
    }
    writeln!(out, "  </testsuite>")
}

fn case(code: &str, finding: &Finding, out: &mut dyn Write) -> Result<()> {
    let at = &finding.location;
    let (name, file) = (attribute(text_or(&finding.item.path, &at.file)), attribute(&at.file));
    let level = match finding.level {
        Level::Allow => "allow",
        Level::Warn => "warn",
        Level::Deny => "deny",
    };
    writeln!(out, r#"    <testcase classname="{code}" name="{name}" file="{file}" line="{}">"#, at.line)?;
    let (message, told) = (attribute(&finding.message), content(&details(finding)));
    writeln!(out, r#"      <failure message="{message}" type="{level}">{told}</failure>"#)?;
    writeln!(out, "    </testcase>")
}

fn details(finding: &Finding) -> String {
    let at = &finding.location;
    let mut lines = vec![format!("{}:{}:{}: {}", at.file, at.line, at.column, finding.message)];
    lines.extend(finding.notes.iter().map(|note| format!("note: {note}")));
    lines.extend(finding.condition.iter().map(|condition| format!("under: {condition}")));
    lines.extend(finding.trail.iter().map(|step| format!("reached by: {}", step_text(step))));
    lines.join("\n")
}

/// An attribute's value: readers make spaces of line ends and tabs that are written as such.
fn attribute(text: &str) -> String {
    content(text).replace('\n', "&#10;").replace('\t', "&#9;")
}

/// Characters as XML 1.0 has them; those that it forbids even as references are left out.
fn content(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\'' => xml.push_str("&apos;"),
            '\r' => xml.push_str("&#13;"),
            '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}' => xml.push(letter),
            _ => {}
        }
    }
    xml
}
