//! Exported macros and names that are handed on, as the text of a dependency says them.
//!
//! In: a text. Out: definitions with `#[macro_export]`, `pub use` and `pub extern crate`. They are read from tokens, as most of a
//! text is neither. Whether the file is one of its crate, and what stands under which condition, this module does not know.

use crate::lex::{Token, TokenKind, tokens};
use crate::model::{Name, Span, name};

/// Groups of a `use` within each other; no hand writes more.
const DEEPEST: usize = 16;
/// Conditions that hold for no crate that others use.
const NEVER: [&str; 5] = ["test", "doc", "doctest", "docsrs", "loom"];

/// An exported definition.
#[derive(Debug)]
pub(super) struct Defined {
    pub(super) name: Name,
    /// What stands between its brackets.
    pub(super) rules: String,
    /// `local_inner_macros`: what its rules call by a name alone are macros of its crate.
    pub(super) local: bool,
    /// A macro is given it, which may make anything of it.
    pub(super) given: bool,
}

/// A name that is handed on, or all names of a module.
#[derive(Debug)]
pub(super) struct HandedOn {
    /// The path of it, or of the module.
    pub(super) path: Vec<Name>,
    /// The name that it gets; `None` for a glob.
    pub(super) alias: Option<Name>,
}

/// What a text says.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) defined: Vec<Defined>,
    pub(super) handed_on: Vec<HandedOn>,
}

/// Reads a text.
pub(super) fn said(text: &str) -> Said {
    let mut said = Said::default();
    let speaks = |of: &str| memchr::memmem::find(text.as_bytes(), of.as_bytes()).is_some();
    if !["macro_rules", "pub use", "pub extern"].into_iter().any(speaks) {
        return said;
    }
    let mut all = vec![];
    tokens(text, Span { start: 0, end: text.len() as u32 }, &mut all);
    let reader = Reader { text, all };
    // Behind the last token that a macro is given.
    let (mut at, mut given) = (0, 0);
    while at < reader.all.len() {
        match reader.word(at) {
            "macro_rules" if reader.is(at + 1, b'!') => {
                if let Some((defined, end)) = reader.definition(at) {
                    said.defined.extend(defined.map(|defined| Defined { given: at < given, ..defined }));
                    at = end;
                    continue;
                }
            }
            "pub" if reader.word(at + 1) == "use" => {
                at = reader.tree(at + 2, &[], 0, &mut said.handed_on).max(at + 2);
                continue;
            }
            "pub" if reader.word(at + 1) == "extern" && reader.word(at + 2) == "crate" => {
                at = reader.tree(at + 3, &[], 0, &mut said.handed_on).max(at + 3);
                continue;
            }
            _ if at >= given && reader.opens_call(at) => given = reader.behind(at).unwrap_or(reader.all.len()),
            _ => {}
        }
        at += 1;
    }
    said
}

struct Reader<'t> {
    text: &'t str,
    all: Vec<Token>,
}

impl<'t> Reader<'t> {
    /// The word at a place, without `r#`; nothing if there is none.
    fn word(&self, at: usize) -> &'t str {
        match self.all.get(at) {
            Some(token) if token.kind == TokenKind::Word => {
                let word = token.text(self.text);
                word.strip_prefix("r#").unwrap_or(word)
            }
            _ => "",
        }
    }

    fn is(&self, at: usize, mark: u8) -> bool {
        self.all.get(at).is_some_and(|token| token.is(mark))
    }

    fn is_open(&self, at: usize) -> bool {
        [b'(', b'[', b'{'].into_iter().any(|mark| self.is(at, mark))
    }

    fn is_close(&self, at: usize) -> bool {
        [b')', b']', b'}'].into_iter().any(|mark| self.is(at, mark))
    }

    /// The place behind a group that begins at a place.
    fn behind(&self, open: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for at in open..self.all.len() {
            if self.is_open(at) {
                depth += 1;
            } else if self.is_close(at) {
                depth = depth.checked_sub(1)?;
            }
            if depth == 0 {
                return Some(at + 1);
            }
        }
        None
    }

    /// Where the group begins that ends before a place.
    fn before(&self, end: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for at in (0..end).rev() {
            if self.is_close(at) {
                depth += 1;
            } else if self.is_open(at) {
                depth = depth.checked_sub(1)?;
            }
            if depth == 0 {
                return Some(at);
            }
        }
        None
    }

    /// Whether what a macro is given begins here: `name! {`, `name! word {`.
    fn opens_call(&self, at: usize) -> bool {
        let marked = |mark: Option<usize>| {
            mark.is_some_and(|mark| self.is(mark, b'!') && mark > 0 && !self.word(mark - 1).is_empty())
        };
        let named = || at > 1 && !self.word(at - 1).is_empty() && marked(at.checked_sub(2));
        self.is_open(at) && (marked(at.checked_sub(1)) || named())
    }

    /// The definition that begins at a place, if it is exported and ever there, and the place behind it.
    fn definition(&self, at: usize) -> Option<(Option<Defined>, usize)> {
        let own_name = Some(self.word(at + 2)).filter(|word| !word.is_empty())?;
        let open = Some(at + 3).filter(|open| self.is_open(*open))?;
        let end = self.behind(open)?;
        let inner = self.all[open].span.end as usize..self.all[end - 1].span.start as usize;
        let attributes = self.attributes(at);
        let says = |word: &str| attributes.iter().flatten().any(|said| *said == word);
        let never = attributes.iter().any(|words| matches!(words[..], ["cfg", only] if NEVER.contains(&only)));
        let rules = self.text.get(inner)?.to_owned();
        let defined = Defined { name: name(own_name), rules, local: says("local_inner_macros"), given: false };
        Some((Some(defined).filter(|_| says("macro_export") && !never), end))
    }

    /// The words of each attribute before a place.
    fn attributes(&self, mut end: usize) -> Vec<Vec<&'t str>> {
        let mut found = vec![];
        while end > 0 && self.is(end - 1, b']') {
            let Some(open) = self.before(end).filter(|open| *open > 0 && self.is(open - 1, b'#')) else { break };
            found.push((open..end).map(|at| self.word(at)).filter(|word| !word.is_empty()).collect());
            end = open - 1;
        }
        found
    }

    /// Reads what `pub use` brings in from a place on, or the name of a crate; returns the place behind it.
    fn tree(&self, mut at: usize, path: &[Name], depth: usize, out: &mut Vec<HandedOn>) -> usize {
        let mut path = path.to_vec();
        loop {
            if self.is(at, b':') {
                at += 1;
            } else if self.is(at, b'*') {
                out.push(HandedOn { path, alias: None });
                return at + 1;
            } else if self.is(at, b'{') {
                return self.group(at + 1, &path, depth + 1, out);
            } else if self.word(at).is_empty() {
                return at;
            } else if self.is(at + 1, b':') {
                path.push(name(self.word(at)));
                at += 1;
            } else {
                let own = Some(self.word(at)).filter(|own| *own != "self" || path.is_empty());
                path.extend(own.map(name));
                let renamed = self.word(at + 1) == "as";
                let alias = if renamed { Some(name(self.word(at + 2))) } else { path.last().copied() };
                out.push(HandedOn { path, alias });
                return if renamed { at + 3 } else { at + 1 };
            }
        }
    }

    fn group(&self, mut at: usize, path: &[Name], depth: usize, out: &mut Vec<HandedOn>) -> usize {
        if depth >= DEEPEST {
            return at;
        }
        loop {
            let end = self.tree(at, path, depth, out);
            if self.is(end, b',') {
                at = end + 1;
            } else {
                return if self.is(end, b'}') { end + 1 } else { end };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exported_definitions_with_their_rules() {
        let said = said(
            "macro_rules! inner { () => {} }
            /// Documentation.
            #[macro_export(local_inner_macros)]
            macro_rules! outer { ($x:expr) => { inner!($x) }; }
            #[cfg(doc)] #[macro_export] macro_rules! shown { () => {} }
            doc! { #[macro_export] macro_rules! given ( () => {} ); }",
        );
        let defined = said.defined.iter().map(|one| (one.name.as_str(), one.rules.trim(), one.local, one.given));
        let expected = [("outer", "($x:expr) => { inner!($x) };", true, false), ("given", "() => {}", false, true)];
        assert_eq!(defined.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn names_that_are_handed_on() {
        let said = said(
            "pub use a::{self, b::*, c as d};
            pub use ::e::f;
            pub(crate) use g::h;
            use i::j;
            pub extern crate k as l;",
        );
        let shown = |one: &HandedOn| {
            let path: Vec<&str> = one.path.iter().map(|name| name.as_str()).collect();
            format!("{} {}", path.join("::"), one.alias.map_or("*", |alias| alias.as_str()))
        };
        let handed_on: Vec<String> = said.handed_on.iter().map(shown).collect();
        assert_eq!(handed_on, ["a a", "a::b *", "a::c d", "e::f f", "k l"]);
    }
}
