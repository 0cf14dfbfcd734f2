//! `use` items of which some names go.

use super::{Edit, Element, without};
use crate::model::Span;

/// A name or a group in a `use` item.
struct Node {
    span: Span,
    end: u32,
    /// The braces and what is in them.
    group: Option<(Span, Vec<Node>)>,
}

/// The edits that take `gone` names, by the span of their part of the innermost group, out of a `use` item.
pub fn without_names(text: &str, item: Span, gone: &[Span]) -> Vec<Edit> {
    let mut reader = Reader { text, at: item.start as usize, end: (item.end as usize).min(text.len()) };
    if !reader.keyword() {
        return vec![Edit::remove_item(text, item)];
    }
    let nodes = reader.list();
    let mut edits = vec![];
    match nodes.iter().all(|node| is_gone(node, gone)) {
        true => edits.push(Edit::remove_item(text, item)),
        false => nodes.iter().for_each(|node| prune(text, node, gone, &mut edits)),
    }
    edits
}

fn is_gone(node: &Node, gone: &[Span]) -> bool {
    match &node.group {
        Some((_, inner)) => !inner.is_empty() && inner.iter().all(|node| is_gone(node, gone)),
        None => gone.contains(&node.span),
    }
}

fn prune(text: &str, node: &Node, gone: &[Span], edits: &mut Vec<Edit>) {
    let Some((braces, inner)) = &node.group else { return };
    let stays: Vec<&Node> = inner.iter().filter(|node| !is_gone(node, gone)).collect();
    inner.iter().filter(|node| !is_gone(node, gone)).for_each(|node| prune(text, node, gone, edits));
    if stays.len() == inner.len() {
        return;
    }
    let whole = text.get(braces.start as usize..braces.end as usize).unwrap_or_default();
    if let [single] = stays[..]
        && !text[single.span.start as usize..].starts_with("self")
        && !whole.contains("//")
        && !whole.contains("/*")
    {
        // A group of one needs no braces.
        edits.push(Edit::remove(Span { start: braces.start, end: single.span.start }));
        edits.push(Edit::remove(Span { start: single.span.end, end: braces.end }));
        return;
    }
    let elements: Vec<Element> = inner.iter().map(|node| Element { span: node.span, end: node.end }).collect();
    edits.extend(without(text, &elements, |at| is_gone(&inner[at], gone)).into_iter().map(Edit::remove));
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    end: usize,
}

impl Reader<'_> {
    /// Goes behind `use`, past attributes, comments and the visibility before it.
    fn keyword(&mut self) -> bool {
        loop {
            self.space();
            let rest = self.text.get(self.at..self.end).unwrap_or_default();
            if let Some(behind) = rest.strip_prefix("use") {
                self.at = self.end - behind.len();
                return true;
            }
            let skipped = match rest {
                _ if rest.starts_with("#[") => bracketed(&rest[1..]) + 1,
                _ if rest.starts_with("pub") => 3,
                _ if rest.starts_with('(') => bracketed(rest),
                _ => return false,
            };
            self.at += skipped;
        }
    }

    /// Reads elements up to the end of the group or of the item.
    fn list(&mut self) -> Vec<Node> {
        let mut nodes = vec![];
        while let Some(node) = self.node() {
            nodes.push(node);
        }
        nodes
    }

    fn node(&mut self) -> Option<Node> {
        self.space();
        let start = self.at;
        let mut last = self.at;
        let mut group = None;
        loop {
            self.space();
            match self.text.as_bytes().get(self.at).filter(|_| self.at < self.end) {
                None | Some(b'}' | b';') => break,
                Some(b',') => break,
                Some(b'{') => {
                    let open = self.at;
                    self.at += 1;
                    let inner = self.list();
                    self.space();
                    self.at = (self.at + 1).min(self.end);
                    last = self.at;
                    group = Some((span(open, self.at), inner));
                }
                Some(_) => {
                    self.at += 1;
                    last = self.at;
                }
            }
        }
        if last == start {
            return None;
        }
        let comma = self.text.as_bytes().get(self.at) == Some(&b',');
        self.at += usize::from(comma);
        Some(Node { span: span(start, last), end: if comma { self.at } else { last } as u32, group })
    }

    /// Skips blanks and comments.
    fn space(&mut self) {
        loop {
            let rest = self.text.get(self.at..self.end).unwrap_or_default();
            let skipped = match rest {
                _ if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
                _ if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |at| at + 2),
                _ => rest.len() - rest.trim_start().len(),
            };
            if skipped == 0 {
                return;
            }
            self.at += skipped;
        }
    }
}

/// The length of what starts with a bracket, up to the one that closes it; brackets in strings do not count.
fn bracketed(text: &str) -> usize {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = quoted,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    text.len()
}

fn span(start: usize, end: usize) -> Span {
    Span { start: start as u32, end: end as u32 }
}
