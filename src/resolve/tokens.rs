//! Names in tokens that were not expanded: resolved where they can be, and anything of their name besides.

use super::bodies::Walk;
use super::scopes::{Namespace, Res};
use super::{ByName, Context, Edge, Goal, Why, paths};
use crate::discover::TargetKind;
use crate::facts::body::{TokenName, TokenRole};
use crate::facts::types::{Lead, Seg};
use crate::facts::{Def, Path};
use crate::model::{DefKind, ModId, Name, Span};
use rustc_hash::{FxHashMap, FxHashSet};

impl Walk<'_> {
    /// Names in tokens.
    pub(super) fn tokens(&mut self, tokens: &[TokenName]) {
        for token in tokens {
            self.token(token);
        }
    }

    fn token(&mut self, token: &TokenName) {
        let Some(last) = token.path.last().copied() else { return };
        match token.role {
            TokenRole::Impl | TokenRole::MacroOfPath | TokenRole::GivenImpl => {}
            TokenRole::Captured => self.captured(last, token.span),
            TokenRole::Member => self.edge(Goal::Named(ByName::Any, last), token.span, Why::Tokens),
            TokenRole::Piece => self.edge(Goal::Named(ByName::Piece, last), token.span, Why::Tokens),
            TokenRole::Inside => self.edge(Goal::Named(ByName::Inside, last), token.span, Why::Tokens),
            TokenRole::Macro => self.macro_named(&token.path, token.span, false),
            TokenRole::Expanded => self.macro_named(&token.path, token.span, true),
            TokenRole::Any | TokenRole::Unread | TokenRole::Crate | TokenRole::OwnCrate | TokenRole::Quoted => {
                self.named_path(&token.path, token.span, token.role);
            }
        }
    }

    /// A name that a format string captures: a local, or a constant or static in scope, and nothing else.
    fn captured(&mut self, name: Name, span: Span) {
        if self.is_surely_local(name) {
            return;
        }
        let segs = vec![Seg { name, args: None }];
        let path = Path { qself: None, lead: Lead::Plain, segs, span };
        let resolved = paths::resolve(&self.cx.modules, self.cx, self.module, &path, Namespace::Values);
        resolved.imports.iter().for_each(|import| self.refer(*import, span));
        for found in resolved.found {
            if let Res::Def(def) = found.res {
                self.refer(def, span);
            }
        }
    }

    /// A path in tokens: resolved where it can be, and anything of its names besides.
    fn named_path(&mut self, names: &[Name], span: Span, role: TokenRole) {
        let of_crate = matches!(role, TokenRole::Crate | TokenRole::OwnCrate);
        let lead = if of_crate { Lead::Crate } else { Lead::Plain };
        let segs = names.iter().map(|name| Seg { name: *name, args: None }).collect();
        let path = Path { qself: None, lead, segs, span };
        let mut whole = false;
        for namespace in Namespace::ALL {
            let resolved = paths::resolve(&self.cx.modules, self.cx, self.module, &path, namespace);
            resolved.imports.iter().for_each(|import| self.refer(*import, span));
            for found in resolved.found {
                whole |= found.used == names.len();
                match found.res {
                    Res::Def(def) => {
                        self.note_meaning(&[def], span);
                        self.refer(def, span);
                    }
                    // `serde(with = "module")`: the functions of the module are called.
                    Res::Mod(module) if role == TokenRole::Quoted => self.whole_module(module, span),
                    _ => {}
                }
            }
        }
        // `$crate::path` means the same wherever the macro is called.
        if whole && role == TokenRole::OwnCrate {
            return;
        }
        for name in names {
            self.edge(Goal::Named(ByName::Any, *name), span, Why::Tokens);
        }
    }

    fn whole_module(&mut self, module: ModId, span: Span) {
        let row = self.cx.modules.get(module);
        let bindings = row.names.values().flatten().map(|binding| binding.res);
        // What the module takes for itself, nobody gets through it.
        let handed_on = |reach: super::Visibility| reach != super::Visibility::In(module);
        let sources = row.globs.iter().filter(|glob| handed_on(glob.reach)).map(|glob| glob.source);
        let all: Vec<Res> = bindings.chain(sources).collect();
        for res in all {
            match res {
                Res::Def(def) => self.refer(def, span),
                Res::Mod(inner) if row.globs.iter().any(|glob| glob.source == res) && inner != module => {
                    let names = self.cx.modules.get(inner).names.values().flatten();
                    let defs: Vec<Res> = names.map(|binding| binding.res).collect();
                    for def in defs {
                        if let Res::Def(def) = def {
                            self.refer(def, span);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn macro_named(&mut self, names: &[Name], span: Span, expanded: bool) {
        let segs = names.iter().map(|name| Seg { name: *name, args: None }).collect();
        let path = Path { qself: None, lead: Lead::Plain, segs, span };
        self.use_macro(&path, expanded);
    }

    /// A macro between items may make names of the words it is given, in another case: `cmd foo-bar` becomes `FooBar`.
    /// Definitions of the same file whose name is made of such words may be meant.
    pub(super) fn made_names(&mut self, def: &Def) {
        let Some(body) = &def.body else { return };
        let calls = body.exprs.iter().filter_map(|expr| match expr {
            crate::facts::Expr::Macro(call) => Some(call),
            _ => None,
        });
        let tokens: Vec<&TokenName> = calls.flat_map(|call| &call.tokens).collect();
        let words: FxHashSet<String> =
            tokens.iter().flat_map(|token| &token.path).flat_map(|name| words(name)).collect();
        let file = self.cx.modules.get(self.module).file;
        let rows = &self.cx.sources.files[file.index()].facts.defs;
        let names = self.words_of_file.get_or_init(|| {
            let mut by_first: FxHashMap<String, Vec<(usize, Vec<String>)>> = FxHashMap::default();
            for (row, other) in rows.iter().enumerate() {
                let parts = self::words(&other.name);
                if let Some(first) = parts.first().cloned() {
                    by_first.entry(first).or_default().push((row, parts));
                }
            }
            by_first
        });
        let candidates = words.iter().filter_map(|word| names.get(word)).flatten();
        let mut made: Vec<usize> = candidates
            .filter(|(_, parts)| parts.iter().all(|part| words.contains(part)))
            .map(|(row, _)| *row)
            .collect();
        made.sort_unstable();
        for row in made {
            let made = self.cx.defs.id(file, row as u32);
            self.edge(Goal::Def(made), def.span, Why::Tokens);
            if let Some(template) = self.cx.template_of(made) {
                self.edge(Goal::Def(template), def.span, Why::Tokens);
            }
        }
    }
}

/// The words of a name, in small letters: of `FooBar`, `foo_bar` and `FOO_BAR` they are the same.
pub(crate) fn words(name: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut after_small = false;
    for letter in name.chars() {
        if letter == '_' || (letter.is_uppercase() && after_small) {
            found.push(String::new());
        }
        after_small = letter.is_lowercase() || letter.is_numeric();
        if letter != '_' {
            found.last_mut().into_iter().for_each(|word| word.extend(letter.to_lowercase()));
        }
    }
    found.retain(|word| !word.is_empty());
    found
}

/// Build scripts and procedural macros may hold code in strings: each word there may name something. The words belong to
/// the function that runs.
pub(super) fn generated(cx: &Context<'_>, mount: usize, edges: &mut Vec<Edge>) {
    let row = &cx.sources.mounts[mount];
    let makes_code =
        matches!(cx.workspace.targets[row.target.index()].kind, TargetKind::BuildScript | TargetKind::ProcMacro);
    if !makes_code {
        return;
    }
    let Some(root) = cx.modules.roots[row.target.index()] else { return };
    let root = cx.modules.get(root).file;
    let rows = &cx.sources.files[root.index()].facts.defs;
    let runs =
        |def: &Def| def.name == "main" || def.attrs.others.iter().any(|attr| attr.path.starts_with("proc_macro"));
    let Some(owner) = rows.iter().position(|def| def.kind == DefKind::Function && runs(def)) else { return };
    let from = cx.defs.id(root, owner as u32);
    for word in &cx.sources.files[row.file.index()].facts.quoted_words {
        let to = Goal::Named(ByName::Any, *word);
        edges.push(Edge { from, to, span: Span::default(), why: Why::Tokens, region: None, in_signature: false });
    }
}
