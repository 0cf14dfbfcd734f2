//! The report for people, drawn as rustc draws its own. Islands are shown by their head.

use super::{comparison_lines, suppression_text};
use crate::finding::{Finding, Level, Report};
use annotate_snippets::{AnnotationKind, Group, Level as Title, Renderer, Snippet};
use std::collections::BTreeMap;
use std::io::{Result, Write};
use std::ops::Range;

/// Gives the text of a file of the workspace, to show lines of it.
pub type ReadSource<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Writes the report.
///
/// # Errors
/// Writing fails.
pub fn write(report: &Report, color: bool, source: ReadSource<'_>, out: &mut dyn Write) -> Result<()> {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let islands = islands(&report.findings);
    let mut sources: BTreeMap<&str, Option<String>> = BTreeMap::new();
    for finding in &report.findings {
        let members = finding.island.as_deref().and_then(|island| islands.get(island));
        // The head of an island speaks for it.
        let head = members.and_then(|members| members.iter().find(|it| Some(&it.id) == it.island.as_ref()));
        if head.is_some_and(|head| head.id != finding.id) {
            continue;
        }
        let text = sources.entry(&finding.location.file).or_insert_with(|| source(&finding.location.file));
        let empty = String::new();
        let text = text.as_ref().unwrap_or(&empty);
        let others = members.into_iter().flatten().filter(|other| other.id != finding.id).copied().collect::<Vec<_>>();
        let note = island_note(&others, source);
        writeln!(out, "{}\n", render(&renderer, finding, note, text))?;
    }
    summary(report, out)
}

/// Findings by island; its head has the id of the island.
fn islands(findings: &[Finding]) -> BTreeMap<&str, Vec<&Finding>> {
    let mut islands: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        if let Some(island) = &finding.island {
            islands.entry(island).or_default().push(finding);
        }
    }
    islands
}

fn render(renderer: &Renderer, finding: &Finding, island: Option<String>, text: &str) -> String {
    let title = match (finding.level, &finding.suppressed) {
        (_, Some(_)) => Title::NOTE,
        (Level::Deny, None) => Title::ERROR,
        _ => Title::WARNING,
    };
    let at = &finding.location;
    let (start, end) = (at.byte_start as usize, at.byte_end as usize);
    let in_text = start <= end && text.is_char_boundary(start) && text.is_char_boundary(end) && end <= text.len();
    let range = if in_text { start..end } else { 0..0 };
    // The renderer takes apart all that it is given: of a large file, for each finding again.
    let shown = lines_around(text, &range);
    let before = memchr::memchr_iter(b'\n', &text.as_bytes()[..shown.start]).count();
    let primary = AnnotationKind::Primary.span(range.start - shown.start..range.end - shown.start);
    let snippet = Snippet::source(&text[shown]).line_start(before + 1).path(&at.file).annotation(primary);
    let mut groups = vec![title.primary_title(&finding.message).id(&finding.code).element(snippet)];
    let notes = finding.notes.iter().cloned().chain(island).chain(trail_note(finding));
    let notes: Vec<String> = notes.chain(finding.suppressed.as_ref().map(suppression_text)).collect();
    groups.extend(notes.iter().map(|note| Group::with_title(Title::NOTE.secondary_title(note))));
    renderer.render(&groups)
}

/// The whole lines that a range of a text is in.
fn lines_around(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |at| range.end + at + 1);
    start..end
}

fn island_note(others: &[&Finding], source: ReadSource<'_>) -> Option<String> {
    const SHOWN: usize = 6;
    let names: Vec<String> = others
        .iter()
        .take(SHOWN)
        .map(|other| format!("{} `{}`", other.item.kind.replace('-', " "), other.item.name))
        .collect();
    let lines: usize = (others.iter().flat_map(|other| &other.removal))
        .filter_map(|range| {
            let text = source(&range.file)?;
            Some(text.get(range.byte_start as usize..range.byte_end as usize)?.lines().count())
        })
        .sum();
    let more = if others.len() > SHOWN { format!(" and {} more", others.len() - SHOWN) } else { String::new() };
    match others.len() {
        0 => None,
        1 => Some(format!("1 more dies with it, {lines} lines: {}", names.join(", "))),
        count => Some(format!("{count} more die with it, {lines} lines: {}{more}", names.join(", "))),
    }
}

fn trail_note(finding: &Finding) -> Option<String> {
    let names: Vec<&str> = finding.trail.iter().map(|step| step.path.as_str()).collect();
    (names.len() > 1).then(|| format!("reached by {}", names.join(" → ")))
}

fn summary(report: &Report, out: &mut dyn Write) -> Result<()> {
    let about = &report.workspace;
    for note in &about.notes {
        writeln!(out, "note: {note}")?;
    }
    let counts: Vec<String> = report.summary.by_code.iter().map(|(code, count)| format!("{count} {code}")).collect();
    let counts = if counts.is_empty() { "nothing to report".to_owned() } else { counts.join(", ") };
    writeln!(
        out,
        "{counts}: {} packages, {} files, {} lines; {} lines can go",
        about.packages, about.files, about.lines, report.summary.removable_lines
    )?;
    for line in comparison_lines(report) {
        writeln!(out, "{line}")?;
    }
    if report.gate.status == "fail" && report.gate.comparison.is_some() {
        writeln!(out, "the gate fails: {}", report.gate.reasons.join("; "))?;
    }
    if report.gate.status == "fail" && !about.complete {
        writeln!(out, "the analysis is incomplete, so the gate fails (see --allow-incomplete)")?;
    }
    Ok(())
}
