//! Names in tokens that were not expanded: resolved where they can be, and anything of their name besides.

use super::bodies::Walk;
use super::quoted::Elsewhere;
use super::scopes::{Namespace, Res};
use super::textual::is_macro;
use super::{Among, ByName, Context, Goal, Why, paths};
use crate::discover::TargetKind;
use crate::facts::body::{MacroCall, TokenName, TokenRole};
use crate::facts::types::{Lead, Seg};
use crate::facts::{Def, DefData, Path};
use crate::model::{DefId, DefKind, ModId, Name, Span, name};
use rustc_hash::{FxHashMap, FxHashSet};

/// Of a name that is put together, more words than this are not tried.
const MOST_WORDS: usize = 4;
/// Of more words that a macro is given it is not tried which ones make a name.
const MOST_GLUED: usize = 2000;

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
            TokenRole::Member => {
                let class = ByName::Dotted { from: self.package(), among: Among::All };
                self.edge(Goal::Named(class, last), token.span, Why::Tokens);
            }
            TokenRole::Piece => self.edge(Goal::Named(ByName::Piece, last), token.span, Why::Tokens),
            TokenRole::Inside => self.edge(Goal::Named(ByName::Inside, last), token.span, Why::Tokens),
            TokenRole::Text => self.text(token),
            TokenRole::GivenText => self.given_text(token),
            TokenRole::Macro => self.macro_named(&token.path, token.span, false),
            TokenRole::MacroAnywhere => self.macro_anywhere(&token.path, token.span),
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

    /// A path in a text that an attribute is given.
    fn text(&mut self, token: &TokenName) {
        let Some((attribute, names)) = token.path.split_first() else { return };
        if !super::texts::is_data(self.cx, (self.owner, self.module), *attribute) {
            self.named_path(names, token.span, TokenRole::Quoted);
        }
    }

    /// A path in a text that a call of a macro is given.
    fn given_text(&mut self, token: &TokenName) {
        let Some((called, names)) = token.path.split_first() else { return };
        if super::texts::are_names(self.cx, self.module, *called) {
            self.named_path(names, token.span, TokenRole::Quoted);
        }
    }

    /// A path in tokens: resolved where it can be, and anything of its names besides.
    fn named_path(&mut self, names: &[Name], span: Span, role: TokenRole) {
        let of_crate = matches!(role, TokenRole::Crate | TokenRole::OwnCrate);
        let (lead, names) = match role {
            TokenRole::Quoted => super::quoted::lead_of(names),
            _ if of_crate => (Lead::Crate, names),
            _ => (Lead::Plain, names),
        };
        let mut elsewhere = Elsewhere::default();
        let segs = names.iter().map(|name| Seg { name: *name, args: None }).collect();
        let path = Path { qself: None, lead, segs, span };
        let (mut whole, mut in_type) = (false, false);
        for namespace in Namespace::ALL {
            let resolved = paths::resolve(&self.cx.modules, self.cx, self.module, &path, namespace);
            resolved.imports.iter().for_each(|import| self.refer(*import, span));
            for found in resolved.found {
                whole |= found.used == names.len();
                in_type |= found.used + 1 == names.len() && self.is_type(found.res);
                elsewhere.note(found.res);
                match found.res {
                    Res::Def(def) => {
                        self.note_meaning(&[def], span);
                        self.refer(def, span);
                        if role == TokenRole::Quoted && found.used == names.len() {
                            self.whole_type(def, span);
                        }
                    }
                    // `serde(with = "module")`: the functions of the module are called.
                    Res::Mod(module) if role == TokenRole::Quoted => self.whole_module(module, span),
                    _ => {}
                }
            }
        }
        // `$crate::path` means the same wherever the macro is called, and so does `$crate::Type::new`.
        if (whole || in_type) && role == TokenRole::OwnCrate {
            if !whole {
                self.path_meaning(&path, Namespace::Values, false);
            }
            return;
        }
        // `serde(default = "HashMap::new")`: of the workspace, an item of a trait can be meant at most.
        if role == TokenRole::Quoted && names.len() > 1 && elsewhere == Elsewhere::Always {
            names.last().into_iter().for_each(|last| self.trait_item_named(*last, span));
            return;
        }
        let behind = ByName::Behind { from: self.package(), among: Among::All };
        for (at, name) in names.iter().enumerate() {
            let is_path = matches!(role, TokenRole::Any | TokenRole::Crate) && at > 0;
            let is_behind = is_path && at + 1 == names.len();
            self.edge(Goal::Named(if is_behind { behind } else { ByName::Any }, *name), span, Why::Tokens);
        }
    }

    fn is_type(&self, res: Res) -> bool {
        let is_one = |kind: DefKind| kind.is_adt() || matches!(kind, DefKind::Trait | DefKind::TypeAlias);
        matches!(res, Res::Def(def) if is_one(self.cx.defs.kind(def)))
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

    /// A macro that tokens call: they may become code of another module or package (`quote!`, rules), so whether the macro
    /// can be seen from here says nothing. An import may give it the name.
    fn macro_anywhere(&mut self, names: &[Name], span: Span) {
        self.macro_named(names, span, false);
        let Some((last, before)) = names.split_last() else { return };
        for name in before {
            self.edge(Goal::Named(ByName::Any, *name), span, Why::Tokens);
        }
        let by_name = &self.cx.impls.members.by_name;
        let is_macro_of = |name: Name| by_name.get(&name).into_iter().flatten().any(|def| is_macro(self.cx, *def));
        let named = by_name.get(last).into_iter().flatten().copied();
        let meant = named.filter(|def| match self.cx.defs.get(self.cx.sources, *def).data {
            DefData::Import(row) => {
                let import = &self.cx.defs.facts(self.cx.sources, *def).imports[row as usize];
                import.path.segs.last().is_some_and(|seg| is_macro_of(seg.name))
            }
            _ => is_macro(self.cx, *def),
        });
        for def in meant.collect::<Vec<DefId>>() {
            self.edge(Goal::Def(def), span, Why::Tokens);
            if let Some(template) = self.cx.template_of(def) {
                self.edge(Goal::Def(template), span, Why::Tokens);
            }
        }
    }

    /// A macro between items may make names of the words it is given, in another case: `cmd foo-bar` becomes `FooBar`.
    /// So may an attribute or a derive of the workspace, of these and of the name of its item.
    pub(super) fn made_names(&mut self, def: &Def) {
        let Some(body) = &def.body else { return };
        if def.kind == DefKind::Anonymous {
            let calls = body.exprs.iter().filter_map(|expr| match expr {
                crate::facts::Expr::Macro(call) => Some(call),
                _ => None,
            });
            let tokens: Vec<&TokenName> = calls.flat_map(|call| &call.tokens).filter(|token| is_word(token)).collect();
            self.names_of_words(tokens.iter().flat_map(|token| &token.path).copied(), def.span);
        } else if !body.tokens.is_empty() && self.is_under_own_macro(def) {
            let given = body.tokens.iter().filter(|token| is_word(token)).flat_map(|token| &token.path).copied();
            let given = given.filter(|word| !names_macro(def, *word));
            self.names_of_words(given.chain([def.name]), def.span);
        }
    }

    /// Definitions of the same file whose name is made of some words may be meant.
    fn names_of_words(&mut self, given: impl Iterator<Item = Name>, span: Span) {
        let words: FxHashSet<String> = given.flat_map(|name| words(&name)).collect();
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
            self.edge(Goal::Def(made), span, Why::Tokens);
            if let Some(template) = self.cx.template_of(made) {
                self.edge(Goal::Def(template), span, Why::Tokens);
            }
        }
    }

    /// A procedural macro of the workspace may put words that it is given side by side together to a name.
    pub(super) fn glued_names(&mut self, call: &MacroCall) {
        let body = self.body;
        let path = &body.paths[call.path as usize];
        let has_any = || self.cx.workspace.targets.iter().any(|target| target.kind == TargetKind::ProcMacro);
        if call.tokens.is_empty() || !has_any() || !self.is_own_procedural(path) {
            return;
        }
        let given = call.tokens.iter().flat_map(|token| match &token.path[..] {
            [called, words @ ..] if token.role == TokenRole::GivenText => {
                let are_names = super::texts::are_names(self.cx, self.module, *called);
                if are_names { words } else { &[] }
            }
            words => words,
        });
        let given: Vec<Name> = given.copied().collect();
        self.names_of_words(given.iter().copied(), call.span);
        for start in 0..given.len().min(MOST_GLUED) {
            let mut joined = given[start].to_string();
            let mut with_line = joined.clone();
            for word in given[start + 1..].iter().take(MOST_WORDS - 1) {
                joined.push_str(word);
                with_line.push('_');
                with_line.push_str(word);
                for made in [&joined, &with_line] {
                    let made = name(made);
                    if self.cx.impls.members.by_name.contains_key(&made) {
                        self.edge(Goal::Named(ByName::Any, made), call.span, Why::Tokens);
                    }
                }
            }
        }
    }

    /// Whether an attribute or a derive of an item may be one of the workspace.
    fn is_under_own_macro(&self, def: &Def) -> bool {
        let attributes = def.attrs.others.iter().any(|attr| {
            let last = name(attr.path.rsplit("::").next().unwrap_or(attr.path.as_str()));
            let own = self.cx.impls.members.by_name.get(&last).into_iter().flatten();
            own.into_iter().any(|def| is_procedural(self.cx, *def))
        });
        attributes || def.attrs.derives.iter().any(|path| self.is_own_procedural(path))
    }

    fn is_own_procedural(&self, path: &Path) -> bool {
        let resolved = paths::resolve(&self.cx.modules, self.cx, self.module, path, Namespace::Macros);
        resolved.found.iter().any(|found| matches!(found.res, Res::Def(def) if is_procedural(self.cx, def)))
    }
}

/// Whether it is a word in tokens, and not one in a text.
fn is_word(token: &TokenName) -> bool {
    token.role != TokenRole::GivenText
}

/// Whether a word of the attributes of an item is the name of one: what it makes, it makes of what it is given.
fn names_macro(def: &Def, word: Name) -> bool {
    let attributes = def.attrs.others.iter().map(|attr| attr.path.rsplit("::").next().unwrap_or(attr.path.as_str()));
    let derives = def.attrs.derives.iter().filter_map(|path| path.segs.last()).map(|seg| seg.name.as_str());
    attributes.chain(derives).any(|name| name == word.as_str())
}

/// Whether a definition is a procedural macro.
pub(super) fn is_procedural(cx: &Context<'_>, def: DefId) -> bool {
    cx.defs.get(cx.sources, def).procedural_macro().is_some()
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
