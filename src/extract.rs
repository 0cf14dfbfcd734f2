//! Stage 2b. One syntax tree in, plain [`Facts`] out.
//!
//! In: the syntax tree of one file, its text and the catalogue's knowledge of macros. Out: definitions, imports,
//! scopes and bodies. This stage sees one file only: it resolves nothing and knows neither packages nor modules.

mod alternatives;
mod arguments;
mod attributed;
mod attrs;
mod block_macros;
mod block_values;
pub mod bounds;
mod by_rules;
mod doc_texts;
mod doctests;
mod ends;
pub mod expand;
mod exprs;
mod fields;
pub mod fold;
mod given;
mod imports;
mod items;
mod keys;
mod macros;
mod members;
mod named_texts;
mod narrower;
pub mod outcomes;
pub mod outside;
mod own_macros;
mod patterns;
mod pieces;
mod quoted_items;
mod regions;
mod signatures;
pub mod sites;
pub(crate) mod spans;
pub mod subscriptions;
pub mod telling;
mod tokens;
mod types;
pub mod units;
pub mod ways_out;
mod words;
mod written;

pub use named_texts::{rules_uses, text_uses};
pub use own_macros::{Elsewhere, OwnMacro, OwnMacros};
pub(crate) use pieces::quoted_words;
pub use quoted_items::quotes_items;
pub(crate) use tokens::path_literals;
pub use written::{ReadField, RouteAttribute, read_fields, route_attributes, string_value_of};

use crate::catalog::Catalog;
use crate::facts::{
    Attrs, Body, Def, DefData, Facts, Include, IncludeKind, Made, Scope, TokenRole, Vis, body::TokenName,
};
use crate::model::{DefKind, Name, Span};

/// What was read of a file.
pub struct Extracted {
    /// What it says.
    pub facts: Facts,
    /// Whether a call was expanded which, as it is or as what it becomes, may mount files or import names.
    pub hides: bool,
}

/// Reads the facts of a file. `base` is the offset of `tree` in the text of the file (a byte order mark and a
/// `#!` line are not part of the tree).
pub fn extract(tree: &syn::File, text: &str, base: u32, catalog: &Catalog, own_macros: &OwnMacros) -> Extracted {
    let mut lower = Lower::new(text, base, catalog, own_macros);
    let root = Scope { parent: None, module: None, block: false, defs: vec![], imports: vec![] };
    lower.facts.scopes.push(root);
    lower.facts.attrs = lower.attrs(&tree.attrs, None);
    lower.items(&tree.items);
    lower.file_docs(&tree.attrs);
    lower.facts.regions = regions::collect(&lower, tree);
    Extracted { hides: lower.hides, facts: lower.finish(text) }
}

/// Reads the examples of a file of documentation, which `#[doc = include_str!(…)]` puts on an item.
pub fn extract_documentation(text: &str, catalog: &Catalog) -> Facts {
    let none = OwnMacros::default();
    let mut lower = Lower::new(text, 0, catalog, &none);
    lower.facts.scopes.push(Scope { parent: None, module: None, block: false, defs: vec![], imports: vec![] });
    lower.documentation(text);
    lower.finish("")
}

/// What the walk over one file carries along.
struct Lower<'a> {
    facts: Facts,
    catalog: &'a Catalog,
    /// Added to every offset.
    base: u32,
    /// The line of the file that the tree starts in, from 0.
    first_line: usize,
    /// The file.
    text: &'a str,
    /// The scope that items now stand in.
    scope: u32,
    /// The definition that holds what is read now.
    owner: Option<u32>,
    /// The code of the definition that is read now.
    body: Body,
    /// Spans inside documentation are that of the documentation.
    fixed_span: Option<Span>,
    /// Inside tokens of a macro that was not expanded.
    from_macro: bool,
    /// Names of macro calls between items, kept to be given to an anonymous definition.
    loose: Vec<TokenName>,
    /// Macros of the workspace that calls can be expanded by.
    own_macros: &'a OwnMacros,
    /// Macros that blocks around define, inner ones last.
    block_macros: Vec<block_macros::BlockMacro>,
    /// What may still be spent on that.
    limits: expand::Limits,
    /// How many expansions what is read now came out of.
    expanding: u32,
    /// The call in the file that it came out of.
    call_of_expansion: Span,
    /// Whether its words can be told from those of the call.
    told_apart: bool,
    /// What makes it, if that is known to the word.
    making: Option<Making>,
    /// Macros by rules that the attributes of the item that is read now name as its derives.
    derived_by_rules: Vec<syn::Path>,
    /// Whether a call was expanded that may mount files or import names.
    hides: bool,
    /// Whether strings in the file may become code.
    writes_code: bool,
}

/// The expanded call in the file that what is read now came out of.
#[derive(Clone, Copy)]
struct Making {
    /// Its macro.
    by: Name,
    /// All of it, if it stands among items.
    call: Option<Span>,
}

impl<'a> Lower<'a> {
    fn new(text: &'a str, base: u32, catalog: &'a Catalog, own_macros: &'a OwnMacros) -> Self {
        let starts = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1);
        let lines = std::iter::once(0).chain(starts).collect();
        Lower {
            facts: Facts { lines, ..Facts::default() },
            catalog,
            base,
            first_line: text[..base as usize].matches('\n').count(),
            text,
            scope: 0,
            owner: None,
            body: Body::default(),
            fixed_span: None,
            derived_by_rules: vec![],
            from_macro: false,
            loose: vec![],
            own_macros,
            block_macros: vec![],
            limits: own_macros::limits(),
            expanding: 0,
            call_of_expansion: Span::default(),
            told_apart: false,
            making: None,
            hides: false,
            writes_code: pieces::writes_code(text),
        }
    }

    fn finish(mut self, text: &str) -> Facts {
        // What attributes of the file itself, of imports and of `extern` blocks name belongs to no definition.
        self.loose.append(&mut self.body.tokens);
        if !self.loose.is_empty() {
            let tokens = std::mem::take(&mut self.loose);
            let span = tokens[0].span;
            self.anonymous("macro", span, Body { tokens, ..Body::default() });
        }
        self.facts.path_literals = tokens::path_literals(text);
        if self.writes_code {
            self.facts.quoted_words = quoted_words(text);
        }
        self.facts.hidden_mods.sort_unstable();
        self.facts.hidden_mods.dedup();
        self.facts.features.sort();
        self.facts.features.dedup();
        self.facts.made_crates.sort_unstable();
        self.facts.made_crates.dedup();
        self.facts
    }

    fn span(&self, span: proc_macro2::Span) -> Span {
        if let Some(fixed) = self.fixed_span {
            return fixed;
        }
        // Lines and columns are found faster than bytes, which the lexer has to count.
        let (start, end) = (span.start(), span.end());
        Span { start: self.offset(start), end: self.offset(end) }
    }

    /// From the start of one token to the end of another.
    fn between(&self, first: proc_macro2::Span, last: proc_macro2::Span) -> Span {
        match self.fixed_span {
            Some(fixed) => fixed,
            None => Span { start: self.offset(first.start()), end: self.offset(last.end()) },
        }
    }

    /// The span of an identifier whose name is known: half the work of [`Self::span`].
    fn ident_span(&self, ident: &syn::Ident, name: Name) -> Span {
        if self.fixed_span.is_some() || !name.is_ascii() {
            return self.span(ident.span());
        }
        let start = self.offset(ident.span().start());
        // `r#type` is named `type`.
        let raw = self.text.as_bytes().get(start as usize..start as usize + 2) == Some(b"r#");
        Span { start, end: start + name.len() as u32 + if raw { 2 } else { 0 } }
    }

    /// Where the name of an item stands: in an expansion, where the call gives it, if it does.
    fn item_name_span(&self, ident: &syn::Ident, name: Name) -> Span {
        let usual = self.ident_span(ident, name);
        if self.making.is_none() || self.fixed_span.is_none() {
            return usual;
        }
        self.given_word(ident, name).unwrap_or(usual)
    }

    /// Where the call of an expansion gives a word, if it does: words of the macro stand where its name does.
    fn given_word(&self, ident: &syn::Ident, name: Name) -> Option<Span> {
        let (start, end) = (ident.span().start(), ident.span().end());
        let word = Span { start: self.offset(start), end: self.offset(end) };
        let text = self.text.get(word.start as usize..word.end as usize).unwrap_or_default();
        let is_given =
            self.call_of_expansion.contains(word) && text.strip_prefix("r#").unwrap_or(text) == name.as_str();
        is_given.then_some(word)
    }

    /// Whether a word is one of the rules of a macro whose call was expanded. `self` is the same in both.
    fn is_made(&self, ident: &syn::Ident) -> bool {
        let is_told = self.expanding > 0 && self.told_apart && ident != "self";
        is_told && self.given_word(ident, Self::name(ident)).is_none()
    }

    /// The offset of a place of the tree; its columns count characters.
    fn offset(&self, at: proc_macro2::LineColumn) -> u32 {
        let row = at.line - 1 + self.first_line;
        let base = if at.line == 1 { self.base } else { self.facts.lines.get(row).copied().unwrap_or(0) };
        let rest = self.text.as_bytes().get(base as usize..).unwrap_or_default();
        if rest.get(..at.column).is_none_or(<[u8]>::is_ascii) {
            return base + at.column as u32;
        }
        let line = self.text.get(base as usize..).unwrap_or_default();
        base + line.char_indices().nth(at.column).map_or(line.len(), |(at, _)| at) as u32
    }

    fn name(ident: &syn::Ident) -> Name {
        use std::fmt::Write;
        thread_local! {
            static TEXT: std::cell::RefCell<String> = const { std::cell::RefCell::new(String::new()) };
        }
        TEXT.with_borrow_mut(|text| {
            text.clear();
            // Writing to a string does not fail.
            let _ = write!(text, "{ident}");
            crate::model::name(text.strip_prefix("r#").unwrap_or(text))
        })
    }

    /// Adds a definition to the current scope and owner.
    fn define(&mut self, kind: DefKind, ident: (Name, Span), span: Span, vis: Vis, attrs: Attrs) -> u32 {
        let row = self.facts.defs.len() as u32;
        // All of what is made stands at the call, but for names that the call gives.
        let named = self.fixed_span.is_some_and(|call| call != ident.1);
        let making = self.making.filter(|_| self.from_macro);
        self.facts.defs.push(Def {
            kind,
            name: ident.0,
            name_span: ident.1,
            span,
            parent: self.owner,
            scope: self.scope,
            vis,
            attrs,
            data: DefData::None,
            body: None,
            from_macro: self.from_macro,
            made: making.map(|making| Box::new(Made { by: making.by, named, call: making.call })),
        });
        row
    }

    /// Makes a definition a member of the current scope, so that its name can be found there.
    fn enter_in_scope(&mut self, def: u32) {
        self.facts.scopes[self.scope as usize].defs.push(def);
    }

    fn anonymous(&mut self, name: &str, span: Span, body: Body) -> u32 {
        let ident = (crate::model::name(name), span);
        let def = self.define(DefKind::Anonymous, ident, span, Vis::Inherited, Attrs::default());
        self.facts.defs[def as usize].body = Some(Box::new(body));
        self.enter_in_scope(def);
        def
    }

    /// Runs `read` with `def` as the owner; the code that it reads is added to that of `def`.
    fn within<T>(&mut self, def: u32, read: impl FnOnce(&mut Self) -> T) -> T {
        let owner = self.owner.replace(def);
        let earlier = self.facts.defs[def as usize].body.take().map_or_else(Body::default, |body| *body);
        let outer = std::mem::replace(&mut self.body, earlier);
        let result = read(self);
        let own = std::mem::replace(&mut self.body, outer);
        if !own.is_empty() {
            self.facts.defs[def as usize].body = Some(Box::new(own));
        }
        self.owner = owner;
        result
    }

    /// Opens a scope, runs `read` in it and returns its row.
    fn scoped(&mut self, module: Option<u32>, block: bool, read: impl FnOnce(&mut Self)) -> u32 {
        let row = self.facts.scopes.len() as u32;
        let parent = Some(self.scope);
        self.facts.scopes.push(Scope { parent, module, block, defs: vec![], imports: vec![] });
        let outer = std::mem::replace(&mut self.scope, row);
        read(self);
        self.scope = outer;
        row
    }

    fn include(&mut self, path: String, kind: IncludeKind, span: Span) {
        let scope = self.scope;
        self.hides |= self.expanding > 0;
        self.facts.includes.push(Include { path, kind, scope, span });
    }

    fn token(&mut self, name: Name, span: Span, role: TokenRole) {
        self.body.tokens.push(TokenName { path: vec![name], span, role });
    }
}
