//! Examples in documentation: Rust that is compiled as a program of its own.
//!
//! An example belongs to the item that it documents: it is run where that item exists, and it goes with the item. Of an item
//! that a macro makes the documentation is read as of any other; all of it stands at the call.

use super::{Lower, doc_texts};
use crate::facts::body::{Block, BlockKind, Body};
use crate::facts::{Attrs, Expr, IncludeKind, Scope, Vis};
use crate::model::{DefKind, Span, name};
use proc_macro2::{TokenStream, TokenTree};
use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};
use syn::parse::Parser;

impl Lower<'_> {
    /// Documentation of the file itself, or of an item whose examples do not go with it.
    pub(super) fn file_docs(&mut self, attrs: &[syn::Attribute]) {
        self.doc_tests(None, attrs);
    }

    /// Documentation of an item.
    pub(super) fn docs(&mut self, def: u32, attrs: &[syn::Attribute]) {
        let facts = &self.facts.defs[def as usize];
        // Most documentation has no example; its text tells so without being put together.
        let head = self.text.get(facts.span.start as usize..facts.name_span.start as usize).unwrap_or_default();
        let inner = attrs.iter().any(|attr| matches!(attr.style, syn::AttrStyle::Inner(_)));
        if inner || self.expanding > 0 || may_have_example(head) {
            self.doc_tests(Some(def), attrs);
        }
    }

    fn doc_tests(&mut self, def: Option<u32>, attrs: &[syn::Attribute]) {
        let is_of_call = self.expanding > 0 && !self.is_in_example();
        if self.fixed_span.is_some() && !is_of_call {
            return;
        }
        let lines = doc_texts::lines(attrs);
        let Some(span) = lines.iter().map(|line| self.span(line.at)).reduce(Span::to) else { return };
        let mut known = vec![];
        for text in doc_texts::texts(&lines).iter().filter(|text| may_have_example(text)) {
            for code in examples(&dedent(text)) {
                if !known.contains(&code) {
                    known.push(code);
                }
            }
        }
        let owner = std::mem::replace(&mut self.owner, def);
        known.iter().for_each(|code| self.doc_test(code, span));
        self.owner = owner;
    }

    /// Whether what is read stands in an example: nobody runs those of its own documentation.
    fn is_in_example(&self) -> bool {
        let mut holders = std::iter::successors(self.owner, |row| self.facts.defs[*row as usize].parent);
        holders.any(|row| self.facts.defs[row as usize].kind == DefKind::DocTest)
    }

    /// Files of documentation that a macro call names which is not expanded: `doctest!("../README.md")`.
    pub(super) fn named_documentation(&mut self, tokens: &TokenStream) {
        for tree in tokens.clone() {
            match tree {
                TokenTree::Group(group) => self.named_documentation(&group.stream()),
                TokenTree::Literal(literal) => {
                    if let syn::Lit::Str(path) = syn::Lit::new(literal)
                        && path.value().ends_with(".md")
                    {
                        let span = self.span(path.span());
                        self.include(path.value(), IncludeKind::Documentation, span);
                    }
                }
                _ => {}
            }
        }
    }

    /// The examples of a file of documentation.
    pub(super) fn documentation(&mut self, text: &str) {
        for code in examples(text) {
            self.doc_test(&code, Span { start: 0, end: 0 });
        }
    }

    fn doc_test(&mut self, code: &str, span: Span) {
        let tokens: Option<TokenStream> = code.parse().ok();
        let stmts = tokens.as_ref().map(statements).unwrap_or_default();
        let outer = self.fixed_span.replace(span);
        let ident = (name("doc test"), span);
        let def = self.define(DefKind::DocTest, ident, span, Vis::Inherited, Attrs::default());
        // An example sees the crates, and nothing of the module it stands in.
        let scope = self.facts.scopes.len() as u32;
        self.facts.scopes.push(Scope { parent: None, module: None, block: true, defs: vec![], imports: vec![] });
        let outer_scope = std::mem::replace(&mut self.scope, scope);
        self.within(def, |lower| {
            let mut block = Block { scope: Some(scope), kind: BlockKind::Plain, stmts: vec![], tail: None };
            if let (true, Some(tokens)) = (stmts.is_empty(), &tokens) {
                lower.unknown_tokens(tokens);
            }
            lower.stmts(&stmts, &mut block);
            let value = lower.add_expr(Expr::Block(Box::new(block)));
            lower.body.value = Some(value);
        });
        for inner in &mut self.facts.defs[def as usize..] {
            inner.from_macro = true;
        }
        self.scope = outer_scope;
        self.fixed_span = outer;
        debug_assert!(self.facts.defs[def as usize].body.as_ref().is_none_or(|body| !Body::is_empty(body)));
    }
}

/// What an example does: items, or statements; nothing if it is neither.
fn statements(tokens: &TokenStream) -> Vec<syn::Stmt> {
    match syn::parse2::<syn::File>(tokens.clone()) {
        Ok(file) => file.items.into_iter().map(syn::Stmt::Item).collect(),
        Err(_) => syn::Block::parse_within.parse2(tokens.clone()).unwrap_or_default(),
    }
}

/// Whether documentation holds a fence or an indented block.
fn may_have_example(text: &str) -> bool {
    text.contains("```") || text.contains("~~~") || text.contains("     ") || text.contains('\t')
}

/// Takes off the space that stands before each line of `///` documentation.
fn dedent(text: &str) -> String {
    let lines = text.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// The code blocks that are compiled.
fn examples(text: &str) -> Vec<String> {
    let mut found = vec![];
    let mut open: Option<String> = None;
    for event in pulldown_cmark::Parser::new(text) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if is_rust(&info) => open = Some(String::new()),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => open = Some(String::new()),
            Event::Text(code) => {
                if let Some(open) = &mut open {
                    open.push_str(&code);
                }
            }
            Event::End(TagEnd::CodeBlock) => found.extend(open.take().map(|code| unhide(&code))),
            _ => {}
        }
    }
    found
}

fn is_rust(info: &str) -> bool {
    let mut words = info.split([',', ' ', '\t']).map(str::trim).filter(|word| !word.is_empty());
    words.all(|word| {
        matches!(word, "rust" | "no_run" | "should_panic")
            || ["edition", "ignore-", "E0"].iter().any(|start| word.starts_with(start))
    })
}

/// Lines that start with `# ` are compiled but not shown.
fn unhide(code: &str) -> String {
    let lines = code.lines().map(|line| {
        let trimmed = line.trim_start();
        match trimmed.strip_prefix('#') {
            Some("") => "",
            Some(rest) if rest.starts_with(' ') => rest,
            Some(rest) if rest.starts_with('#') => rest,
            _ => line,
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}
