//! Paths of routes: text with placeholders, in the syntax of each framework, brought to one form.
//!
//! In: what is known of a text. Out: [`Pattern`]. It knows no handlers.

/// A text as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Text(pub(crate) Vec<Piece>);

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Known.
    Known(String),
    /// Made at run time.
    Unknown,
}

impl Text {
    /// A text that is known.
    pub(crate) fn known(text: &str) -> Text {
        Text(vec![Piece::Known(text.to_owned())])
    }

    /// A text of which nothing is known.
    pub(crate) fn unknown() -> Text {
        Text(vec![Piece::Unknown])
    }

    /// The text, with a sign that no framework has for what is made at run time.
    fn marked(&self) -> String {
        self.0.iter().map(|piece| if let Piece::Known(text) = piece { text.as_str() } else { "\u{0}" }).collect()
    }
}

/// A segment of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Segment {
    /// Itself.
    Plain(String),
    /// Anything, perhaps with a name.
    Param(String),
    /// All that follows, perhaps with a name.
    Rest(String),
    /// Not known.
    Unknown,
}

/// How placeholders are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// `{id}`, `{id:regex}`, `{*rest}`, `{**rest}`, `{tail}*`.
    Braces,
    /// `:id`, `*rest`, and braces.
    Colons,
    /// `<id>`, `<rest..>`, `?query` left out.
    Angles,
    /// One name, whatever is in it.
    Name,
}

/// A path in one form.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Pattern {
    /// Its segments.
    pub(crate) segments: Vec<Segment>,
    /// It ends with a slash.
    pub(crate) slash: bool,
    /// It is one name, without slashes.
    pub(crate) name: bool,
}

impl Pattern {
    /// Reads a text.
    pub(crate) fn read(text: &Text, syntax: Syntax) -> Pattern {
        let text = text.marked();
        if syntax == Syntax::Name {
            let segment = if text.contains('\u{0}') { Segment::Unknown } else { Segment::Plain(text) };
            return Pattern { segments: vec![segment], slash: false, name: true };
        }
        let text = if syntax == Syntax::Angles { text.split('?').next().unwrap_or_default() } else { &text };
        let segments: Vec<Segment> = split(text).filter(|it| !it.is_empty()).map(|it| segment(it, syntax)).collect();
        Pattern { slash: text.len() > 1 && text.ends_with('/'), segments, name: false }
    }

    /// A path of segments.
    pub(crate) fn of(segment: Segment) -> Pattern {
        Pattern { segments: vec![segment], slash: false, name: false }
    }

    /// This path with another one below it.
    pub(crate) fn join(&self, below: &Pattern) -> Pattern {
        if below.name || below.segments.is_empty() && !below.slash {
            let mut joined = self.clone();
            joined.segments.extend(below.segments.iter().cloned());
            joined.name |= below.name;
            return joined;
        }
        let segments = self.segments.iter().chain(&below.segments).cloned().collect();
        Pattern { segments, slash: below.slash, name: self.name }
    }

    /// Whether all of it is known.
    pub(crate) fn is_known(&self) -> bool {
        !self.segments.contains(&Segment::Unknown)
    }

    /// Names of its placeholders, in order; empty for those without one.
    pub(crate) fn placeholders(&self) -> Vec<&str> {
        let names = self.segments.iter().flat_map(|segment| match segment {
            Segment::Param(name) | Segment::Rest(name) => vec![name.as_str()],
            // `article_{id}.{kind}`
            Segment::Plain(text) => inner(text),
            Segment::Unknown => vec![],
        });
        names.collect()
    }

    /// The path with all placeholders alike.
    pub(crate) fn shape(&self) -> Pattern {
        let segments = self.segments.iter().map(|segment| match segment {
            Segment::Param(_) => Segment::Param(String::new()),
            Segment::Rest(_) => Segment::Rest(String::new()),
            other => other.clone(),
        });
        Pattern { segments: segments.collect(), ..self.clone() }
    }
}

impl std::fmt::Display for Pattern {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for segment in &self.segments {
            if !self.name {
                f.write_str("/")?;
            }
            match segment {
                Segment::Plain(text) => f.write_str(text)?,
                Segment::Param(name) => write!(f, "{{{name}}}")?,
                Segment::Rest(name) => write!(f, "{{*{name}}}")?,
                Segment::Unknown => f.write_str("…")?,
            }
        }
        let root = self.segments.is_empty() && !self.name;
        if self.slash || root { f.write_str("/") } else { Ok(()) }
    }
}

/// Splits at slashes that stand outside of placeholders: `{id:[^/]+}` is one segment.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0i32;
    text.split(move |letter: char| {
        match letter {
            '{' | '<' => depth += 1,
            '}' | '>' => depth -= 1,
            _ => {}
        }
        letter == '/' && depth <= 0
    })
}

/// The name in a placeholder, without its pattern.
fn bare(text: &str) -> String {
    text.split([':', '|']).next().unwrap_or_default().trim().to_owned()
}

fn segment(text: &str, syntax: Syntax) -> Segment {
    if text.contains('\u{0}') {
        return Segment::Unknown;
    }
    if let (Syntax::Angles, Some(name)) = (syntax, text.strip_prefix('<').and_then(|it| it.strip_suffix('>'))) {
        return match name.strip_suffix("..") {
            Some(rest) => Segment::Rest(rest.to_owned()),
            None => Segment::Param(name.to_owned()),
        };
    }
    if syntax == Syntax::Colons {
        if let Some(name) = text.strip_prefix(':') {
            return Segment::Param(name.split('<').next().unwrap_or_default().to_owned());
        }
        if let Some(name) = text.strip_prefix('*') {
            return Segment::Rest(name.to_owned());
        }
        if text.starts_with('<') && text.ends_with('>') {
            return Segment::Param(String::new());
        }
    }
    if syntax == Syntax::Angles || text.starts_with("{{") {
        return Segment::Plain(text.to_owned());
    }
    if let Some(name) = text.strip_prefix('{').and_then(|it| it.strip_suffix("}*")) {
        return Segment::Rest(bare(name));
    }
    match text.strip_prefix('{').and_then(|it| it.strip_suffix('}')) {
        Some(name) if !name.contains(['{', '}']) || name.contains(':') => match name.strip_prefix('*') {
            Some(rest) => Segment::Rest(bare(rest.trim_start_matches(['*', '+', '?']))),
            None if name.ends_with(":.*") => Segment::Rest(bare(name)),
            None => Segment::Param(bare(name)),
        },
        _ => Segment::Plain(text.to_owned()),
    }
}

/// Names of placeholders inside a segment.
fn inner(text: &str) -> Vec<&str> {
    let parts = text.split('{').skip(1).filter_map(|part| part.split_once('}'));
    parts.map(|(name, _)| name.split([':', '|']).next().unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, syntax: Syntax) -> String {
        Pattern::read(&Text::known(text), syntax).to_string()
    }

    #[test]
    fn placeholders_are_brought_to_one_form() {
        assert_eq!(shown("/a/:id/*rest", Syntax::Colons), "/a/{id}/{*rest}");
        assert_eq!(shown("/a/{id:[^/]+}/{tail:.*}", Syntax::Braces), "/a/{id}/{*tail}");
        assert_eq!(shown("/a/<id>/<path..>?<q>", Syntax::Angles), "/a/{id}/{*path}");
        assert_eq!(shown("a/{**rest}", Syntax::Braces), "/a/{*rest}");
        assert_eq!(shown("", Syntax::Braces), "/");
        assert_eq!(shown("chain.head", Syntax::Name), "chain.head");
    }

    #[test]
    fn prefixes_join() {
        let read = |text: &str| Pattern::read(&Text::known(text), Syntax::Braces);
        assert_eq!(read("/api").join(&read("/")).to_string(), "/api");
        assert_eq!(read("/api/").join(&read("/v1/")).to_string(), "/api/v1/");
        assert_eq!(read("/{org}").join(&read("/live/{id}.png")).placeholders(), ["org", "id"]);
        let unknown = Pattern::read(&Text(vec![Piece::Unknown, Piece::Known("/x".into())]), Syntax::Braces);
        assert!(!unknown.is_known());
        assert_eq!(unknown.to_string(), "/…/x");
    }
}
