//! Macros of the workspace and of its dependencies that can be expanded, and what a call of one becomes.
//!
//! In: the rules of macros by name, as far as a file can only mean these by it; `paste!` of the ecosystem is known without
//! rules, and for those of dependencies there is somebody to ask ([`Elsewhere`]). The tokens of a call go in, the tokens that
//! it becomes come out; what they are read as, the place of the call decides.

use super::block_values::Ends;
use super::expand::{Limits, Rules, expand, paste};
use super::{Lower, Making};
use crate::facts::Path;
use crate::facts::body::{TokenName, TokenRole};
use crate::facts::types::Lead;
use crate::model::{Name, Span, name};
use proc_macro2::{TokenStream, TokenTree};
use rustc_hash::FxHashMap;
use std::sync::Arc;
use syn::parse::Parser;

/// Macros that come out of a macro that come out of a macro; deeper ones are not expanded.
const DEEPEST: u32 = 12;
/// Tokens that all expansions of one file may write.
const MOST_TOKENS: usize = 2_000_000;
/// Steps that the matcher may take for one file.
const MOST_STEPS: usize = 40_000_000;

/// A macro of the workspace, or one of a dependency.
#[derive(Debug)]
pub struct OwnMacro {
    /// Its rules.
    pub rules: Arc<Rules>,
    /// What `$crate` stands for in it.
    pub own_crate: String,
    /// That is the name of a crate, but one that the package of the caller cannot name itself.
    pub is_far: bool,
    /// The rules are written by us: what they make is what the rest of the code sees, and not all that the macro makes.
    pub described: bool,
}

/// Knows the macros of dependencies that one file can mean.
pub trait Elsewhere: std::fmt::Debug + Send + Sync {
    /// The macro that the path of a call means, or alternatives of which conditions leave one; `None` if that is not clear.
    /// `made` says that rules write the call: the path may start at a crate that the file cannot name.
    fn meant(&self, path: &Path, made: bool) -> Option<Vec<Arc<OwnMacro>>>;

    /// Whether an import of the file gives something of a dependency this name.
    fn brings(&self, called: Name) -> bool;
}

/// The macros that a file can mean by a name.
#[derive(Debug, Default)]
pub struct OwnMacros {
    /// The macro that a name can mean; more than one where conditions exclude each other, or several go by the name.
    pub by_name: FxHashMap<Name, Vec<Arc<OwnMacro>>>,
    /// Crates of the workspace: a path that starts at one of them names a macro of it.
    pub crates: Vec<Name>,
    /// `paste!` is that of the crates paste and pastey: no macro of the workspace and no import hides it.
    pub pastes: bool,
    /// Those of dependencies, if the file may call any.
    pub elsewhere: Option<Arc<dyn Elsewhere>>,
}

/// What is left to spend for a file.
pub(super) fn limits() -> Limits {
    Limits { tokens: MOST_TOKENS, steps: MOST_STEPS }
}

/// Whether tokens, read as they are, may mount files or import names.
fn may_declare(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|tree| match tree {
        TokenTree::Ident(word) => ["mod", "use", "extern", "include", "include_str"].iter().any(|it| word == *it),
        TokenTree::Group(group) => may_declare(&group.stream()),
        _ => false,
    })
}

impl Lower<'_> {
    /// What a call becomes, if it is of a macro of the workspace that can be expanded: by each of the alternatives.
    fn expansion(&mut self, mac: &syn::Macro) -> Option<Vec<TokenStream>> {
        if self.expanding > DEEPEST {
            return None;
        }
        if let Some(made) = self.made_by_block_macro(mac) {
            if made.is_some() {
                self.note_hiding(mac);
            }
            return made.map(|made| vec![made]);
        }
        let Some(all) = self.rules_meant(mac) else {
            let pasted = self.pasted(mac)?;
            self.note_hiding(mac);
            return Some(vec![pasted]);
        };
        let call_site = mac.path.segments.last()?.ident.span();
        let by = |own: &Arc<OwnMacro>| {
            expand(&own.rules, mac.tokens.clone(), &own.own_crate, call_site, &mut self.limits).ok()
        };
        let made = all.iter().map(by).collect::<Option<Vec<TokenStream>>>()?;
        let far = all.iter().filter(|own| own.is_far).map(|own| name(&own.own_crate));
        self.facts.made_crates.extend(far);
        self.note_hiding(mac);
        Some(made)
    }

    /// Notes whether a call that was expanded may mount files or import names as it stands.
    fn note_hiding(&mut self, mac: &syn::Macro) {
        // To ask takes a walk over all of its tokens.
        self.hides = self.hides || (self.expanding == 0 && may_declare(&mac.tokens));
    }

    /// The macro by rules that a call means: one of the workspace, or else of a dependency of which no data is at hand.
    fn rules_meant(&mut self, mac: &syn::Macro) -> Option<Vec<Arc<OwnMacro>>> {
        let path = self.path(&mac.path);
        let last = path.segs.last()?.name;
        let named_here = match (path.lead, &path.segs[..]) {
            (Lead::Crate | Lead::SelfMod | Lead::Super(_), _) | (Lead::Plain, [_]) => true,
            (Lead::Plain | Lead::Global, [first, ..]) => self.own_macros.crates.contains(&first.name),
            _ => false,
        };
        if let Some(own) = self.own_macros.by_name.get(&last).filter(|_| named_here) {
            // `self::name!` is what an import gives that name to, and not what a text defines.
            let by_module = !matches!((path.lead, &path.segs[..]), (Lead::Plain, [_]));
            let brought = || self.own_macros.elsewhere.as_ref().is_some_and(|elsewhere| elsewhere.brings(last));
            return (!by_module || !brought()).then(|| own.clone());
        }
        let elsewhere = self.own_macros.elsewhere.as_ref()?;
        let is_asked = !self.catalog.describes_macro(&last);
        is_asked.then(|| elsewhere.meant(&path, self.expanding > 0)).flatten()
    }

    /// What `paste!` becomes, if the call is one and all names in it are put together of words. By the name of another
    /// crate or module it is one if it puts names together.
    fn pasted(&self, mac: &syn::Macro) -> Option<TokenStream> {
        let is_crate = |name: &str| matches!(name, "paste" | "pastey");
        if !self.own_macros.pastes || self.own_macros.crates.iter().any(|krate| is_crate(krate.as_str())) {
            return None;
        }
        let names: Vec<String> = mac.path.segments.iter().map(|seg| seg.ident.to_string()).collect();
        let is_sure = match &names[..] {
            [last] => last == "paste",
            [.., krate, last] => is_crate(krate) && matches!(last.as_str(), "paste" | "item" | "expr"),
            [] => false,
        };
        if !is_sure && names.last().is_none_or(|last| last != "paste") {
            return None;
        }
        let (tokens, joined) = paste(mac.tokens.clone()).ok()?;
        (joined || is_sure).then_some(tokens)
    }

    /// What rules of a dependency may call on what they are given, where a call of them is not expanded: the names behind their
    /// dots.
    pub(super) fn members_in_rules(&mut self, mac: &syn::Macro, names: &mut Vec<TokenName>) {
        let is_own = |seg: &syn::PathSegment| self.own_macros.by_name.contains_key(&Self::name(&seg.ident));
        // What rules of the workspace name is kept with these.
        if mac.path.segments.last().is_none_or(is_own) || self.is_of_block(mac) {
            return;
        }
        let Some(all) = self.rules_meant(mac) else { return };
        let span = self.call_span(mac);
        let token = |member: &str| TokenName { path: vec![name(member)], span, role: TokenRole::Member };
        names.extend(all.iter().flat_map(|own| own.rules.members()).map(token));
    }

    /// Runs `read` on what a call becomes; items in it stand where the call stands. `whole` is the call as an item.
    fn in_expansion<T>(&mut self, mac: &syn::Macro, whole: Option<Span>, read: impl FnOnce(&mut Self) -> T) -> T {
        let call = self.call_span(mac);
        let name = mac.path.segments.last().map(|seg| Self::name(&seg.ident));
        let all = if self.is_of_block(mac) { None } else { self.rules_meant(mac) };
        let described = all.as_ref().is_some_and(|all| all.iter().any(|own| own.described));
        let (outer, making) = (self.call_of_expansion, self.making);
        if self.expanding == 0 {
            self.call_of_expansion = call;
            // All words of `paste!` are the caller's, those that it puts together too.
            self.told_apart = self.fixed_span.is_none() && all.is_some();
            // In an example, or in a call that is not expanded, the call may be read by others too.
            let is_read_here = !self.from_macro && self.fixed_span.is_none();
            self.making = name.filter(|_| is_read_here).map(|by| Making { by, call: whole });
        }
        if described {
            self.making = None;
        }
        self.expanding += 1;
        let result = read(self);
        self.expanding -= 1;
        self.call_of_expansion = outer;
        self.making = making;
        result
    }

    /// A call between items, which is `whole`. Returns whether it was expanded.
    pub(super) fn expanded_items(&mut self, mac: &syn::Macro, whole: Span) -> bool {
        let Some(all) = self.expansion(mac) else { return false };
        let files: Result<Vec<syn::File>, _> = all.into_iter().map(syn::parse2).collect();
        let Ok(files) = files else { return false };
        let items: Vec<syn::Item> = files.into_iter().flat_map(|file| file.items).collect();
        if items.iter().any(|item| matches!(item, syn::Item::Verbatim(_))) {
            return false;
        }
        let body = std::mem::take(&mut self.body);
        self.in_expansion(mac, Some(whole), |lower| {
            let outer = std::mem::replace(&mut lower.from_macro, true);
            lower.items(&items);
            lower.from_macro = outer;
        });
        self.body = body;
        true
    }

    /// A call between the items of an impl.
    pub(super) fn expanded_impl_items(&mut self, mac: &syn::Macro) -> Option<Vec<syn::ImplItem>> {
        let all = self.expansion(mac)?;
        let block: syn::ItemImpl = syn::parse2(quote::quote!(impl X { #(#all)* })).ok()?;
        Some(block.items)
    }

    /// A call between the items of a trait.
    pub(super) fn expanded_trait_items(&mut self, mac: &syn::Macro) -> Option<Vec<syn::TraitItem>> {
        let all = self.expansion(mac)?;
        let block: syn::ItemTrait = syn::parse2(quote::quote!(trait X { #(#all)* })).ok()?;
        Some(block.items)
    }

    /// Reads the members that a call becomes, which is `whole`.
    pub(super) fn made_members<T>(&mut self, mac: &syn::Macro, whole: Span, items: &[T], read: impl Fn(&mut Self, &T)) {
        let call = self.call_span(mac);
        self.in_expansion(mac, Some(whole), |lower| {
            let outer = std::mem::replace(&mut lower.from_macro, true);
            let fixed = lower.fixed_span;
            lower.fixed_span = fixed.or(Some(call));
            items.iter().for_each(|item| read(lower, item));
            lower.fixed_span = fixed;
            lower.from_macro = outer;
        });
        let path = self.path(&mac.path);
        if let Some(seg) = path.segs.last() {
            self.loose.push(TokenName { path: vec![seg.name], span: call, role: TokenRole::Expanded });
        }
    }

    /// A call in an expression or a statement.
    pub(super) fn expanded_stmts(&mut self, mac: &syn::Macro) -> Option<Vec<Vec<syn::Stmt>>> {
        let all = self.expansion(mac)?;
        all.into_iter().map(|tokens| syn::Block::parse_within.parse2(tokens).ok()).collect()
    }

    /// As a value: what the statements give.
    pub(super) fn expanded_value(&mut self, mac: &syn::Macro, stmts: Vec<syn::Stmt>) -> crate::facts::ExprId {
        self.in_expansion(mac, None, |lower| match &stmts[..] {
            [syn::Stmt::Expr(value, None)] => lower.expr(value),
            _ => {
                let brace_token = syn::token::Brace::default();
                lower.block(&syn::Block { brace_token, stmts }, crate::facts::body::BlockKind::Plain)
            }
        })
    }

    /// A call in place of a pattern: what it becomes, by each of the alternatives.
    pub(super) fn expanded_pats(&mut self, mac: &syn::Macro) -> Option<Box<[crate::facts::PatId]>> {
        let all = self.expansion(mac)?;
        let parsed = all.into_iter().map(|tokens| syn::Pat::parse_multi_with_leading_vert.parse2(tokens).ok());
        let cases = parsed.collect::<Option<Vec<syn::Pat>>>()?;
        Some(self.in_expansion(mac, None, |lower| lower.pats(&cases)))
    }

    /// As statements among others: what they bind stays.
    pub(super) fn expanded_into(
        &mut self,
        mac: &syn::Macro,
        stmts: &[syn::Stmt],
        block: &mut crate::facts::body::Block,
    ) -> Ends {
        self.in_expansion(mac, None, |lower| lower.open_stmts(stmts, block))
    }
}
