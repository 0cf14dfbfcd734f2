//! Changes of source text, and how to leave it as a hand would have left it.
//!
//! In: a text and spans of it that have to go. Out: edits that take their commas, lines, blank lines and own comments
//! along. It knows the shape of text only: what a span is, its maker has to know.

pub mod use_tree;

use crate::model::Span;

/// A change of one file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Edit {
    /// What goes.
    pub span: Span,
    /// What comes in its place; mostly nothing.
    pub put: String,
    /// An item goes: a comment that stands right above it belongs to it.
    pub item: bool,
}

impl Edit {
    /// Takes a span out.
    pub fn remove(span: Span) -> Self {
        Edit { span, put: String::new(), item: false }
    }

    /// Takes an item out, with the lines that it fills.
    pub fn remove_item(text: &str, span: Span) -> Self {
        Edit { span: whole_lines(text, span), put: String::new(), item: true }
    }

    /// Puts something else in the place of a span.
    pub fn replace(span: Span, put: impl Into<String>) -> Self {
        Edit { span, put: put.into(), item: false }
    }
}

/// An element of a list in the source: a field, an arm, an alternative.
#[derive(Clone, Copy, Debug)]
pub struct Element {
    /// It with its attributes.
    pub span: Span,
    /// The offset behind the separator that follows it, or its own end.
    pub end: u32,
}

impl Element {
    /// The element of a span, with the comma that follows it.
    pub fn with_comma(text: &str, span: Span) -> Self {
        let rest = text.get(span.end as usize..).unwrap_or_default();
        let space = rest.len() - rest.trim_start().len();
        let comma = rest.trim_start().starts_with(',');
        Element { span, end: if comma { span.end + space as u32 + 1 } else { span.end } }
    }
}

/// The spans to take out of a list so that the elements for which `gone` holds are gone and the rest is still a list.
pub fn without(text: &str, elements: &[Element], gone: impl Fn(usize) -> bool) -> Vec<Span> {
    let mut spans = vec![];
    let mut at = 0;
    while at < elements.len() {
        if !gone(at) {
            at += 1;
            continue;
        }
        let start = at;
        while at < elements.len() && gone(at) {
            at += 1;
        }
        let end = elements[at - 1].end.max(elements[at - 1].span.end);
        let run = Span { start: elements[start].span.start, end };
        let lines = whole_lines(text, run);
        spans.push(if lines != run {
            lines
        } else if let Some(next) = elements.get(at) {
            Span { start: run.start, end: next.span.start }
        } else if start > 0 {
            Span { start: elements[start - 1].span.end, end }
        } else {
            run
        });
    }
    spans
}

/// The span with its indentation, a comment behind it and the end of its last line, if nothing else stands on its lines.
pub fn whole_lines(text: &str, span: Span) -> Span {
    let before = &text[..span.start as usize];
    let line = before.trim_end_matches([' ', '\t']);
    let starts_line = line.is_empty() || line.ends_with('\n');
    let after = &text[span.end as usize..];
    let length = after.find('\n').map_or(after.len(), |at| at + 1);
    let rest = after[..length].trim();
    if starts_line && (rest.is_empty() || rest.starts_with("//")) {
        Span { start: line.len() as u32, end: span.end + length as u32 }
    } else {
        span
    }
}

/// Joins edits, and takes along what nobody would leave behind: comments of items, the blank line around what is gone.
/// A comment starts with `comment`; `occupied` tells whether an offset is inside something that stays, where nothing is what it looks like.
pub fn tidy(text: &str, edits: Vec<Edit>, comment: &str, occupied: impl Fn(u32) -> bool) -> Vec<Edit> {
    let mut edits = merge(text, edits);
    for edit in edits.iter_mut().filter(|edit| edit.item && fills_lines(text, edit)) {
        edit.span.start = comments_above(text, edit.span, comment, &occupied);
    }
    let mut edits = merge(text, edits);
    for edit in edits.iter_mut().filter(|edit| fills_lines(text, edit)) {
        edit.span = with_blank_lines(text, edit.span);
    }
    merge(text, edits)
}

/// The text after the edits, which are sorted and do not overlap.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut result = String::with_capacity(text.len());
    let mut last = 0;
    for edit in edits {
        result.push_str(text.get(last..edit.span.start as usize).unwrap_or_default());
        result.push_str(&edit.put);
        last = edit.span.end as usize;
    }
    result.push_str(text.get(last..).unwrap_or_default());
    result
}

/// Sorted edits without overlap; what goes as part of something larger is no edit of its own, and lines with only
/// blank lines between them go as one.
fn merge(text: &str, mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort_by_key(|edit| (edit.span.start, std::cmp::Reverse(edit.span.end)));
    let mut merged: Vec<Edit> = vec![];
    for edit in edits {
        if let Some(last) = merged.last_mut() {
            if edit.span.end <= last.span.end && last.put.is_empty() {
                last.item |= edit.item && edit.span == last.span;
                continue;
            }
            let lines = fills_lines(text, last) && fills_lines(text, &edit);
            let between = text.get(last.span.end as usize..edit.span.start as usize);
            let blank = between.is_some_and(|between| between.trim().is_empty());
            if edit.span.start < last.span.end || (lines && blank) {
                last.span.end = last.span.end.max(edit.span.end);
                last.item |= edit.item;
                last.put.push_str(&edit.put);
                continue;
            }
        }
        merged.push(edit);
    }
    merged
}

/// Whether an edit takes out lines as a whole.
fn fills_lines(text: &str, edit: &Edit) -> bool {
    let (start, end) = (edit.span.start as usize, edit.span.end as usize);
    let starts = start == 0 || text[..start].ends_with('\n');
    let ends = end >= text.len() || text[..end].ends_with('\n');
    edit.put.is_empty() && starts && ends && start < end
}

/// The start of the comment that stands right above an item, if it can only be about this one.
fn comments_above(text: &str, span: Span, comment: &str, occupied: &impl Fn(u32) -> bool) -> u32 {
    let next = text[span.end as usize..].lines().next().unwrap_or_default().trim();
    let next_is_apart = next.is_empty() || next.starts_with('}') || next.starts_with(comment);
    let mut start = span.start as usize;
    while let Some(line) = last_line(&text[..start]) {
        let said = line.trim();
        let heading = said.contains("---") || said.contains("===") || said.contains("***") || said.contains("###");
        let plain = said.starts_with(comment) && !said.starts_with("//!") && !heading;
        if !plain || occupied((start - line.len()) as u32) {
            break;
        }
        start -= line.len();
    }
    // What opens a file speaks of the file.
    if next_is_apart && start > 0 { start as u32 } else { span.start }
}

/// The last line of a text, with its end.
fn last_line(text: &str) -> Option<&str> {
    let body = text.strip_suffix('\n')?;
    Some(&text[body.rfind('\n').map_or(0, |at| at + 1)..])
}

/// Lines with the blank lines that would be left behind: one pair of blank lines must not become two, and no block
/// starts or ends with one.
fn with_blank_lines(text: &str, span: Span) -> Span {
    let is_blank = |line: &str| line.trim().is_empty();
    let (mut start, mut end) = (span.start as usize, span.end as usize);
    let above = last_line(&text[..start]);
    let opens = above.is_none_or(|line| line.trim_end().ends_with(['{', '(', '[']));
    if opens || above.is_some_and(is_blank) {
        while let Some(line) = text[end..].split_inclusive('\n').next().filter(|line| is_blank(line)) {
            end += line.len();
        }
    }
    let closes = text[end..].lines().next().is_none_or(|line| line.trim_start().starts_with(['}', ')', ']']));
    if closes {
        while let Some(line) = last_line(&text[..start]).filter(|line| is_blank(line)) {
            start -= line.len();
        }
    }
    // A block with nothing in it is `{}`.
    let head = text[..start].trim_end();
    let rest = text[end..].trim_start();
    if head.ends_with('{') && rest.starts_with('}') {
        return Span { start: head.len() as u32, end: (text.len() - rest.len()) as u32 };
    }
    Span { start: start as u32, end: end as u32 }
}
