//! Where a name after a dot, or behind a type, stands, of all tokens of a definition that nobody expands.
//!
//! In: the code of a definition and a name. Out: whether what the text of its body comes by says what is meant, or what the
//! code comes by that procedural macros write, or neither.

use super::tables::Tables;
use crate::facts::Body;
use crate::facts::Expr;
use crate::facts::body::{MacroCall, TokenName, TokenRole};
use crate::model::{DefId, Name};

/// Macros that give back the tokens that they are given as data.
const QUOTES: [&str; 5] = ["parse_quote", "parse_quote_spanned", "quote", "quote_spanned", "stringify"];

/// Where a name stands in tokens of a definition.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct Standing {
    /// In arguments of a macro call, which become code of the body.
    pub(super) in_text: bool,
    /// In tokens that are data: they become code wherever somebody puts them.
    pub(super) in_quotes: bool,
    /// In the rules of a macro, or in anything else that may become code of others.
    pub(super) elsewhere: bool,
}

/// What stands before a name in tokens.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Sign {
    /// `.name`.
    Dot,
    /// `Type::name`.
    Colons,
}

impl Sign {
    fn stands_before(self, token: &TokenName) -> bool {
        match self {
            Sign::Dot => token.role == TokenRole::Member,
            Sign::Colons => matches!(token.role, TokenRole::Any | TokenRole::Crate) && token.path.len() > 1,
        }
    }
}

impl Standing {
    /// Where a name stands after a sign.
    pub(super) fn of(tables: &Tables<'_>, def: DefId, (sign, name): (Sign, Name)) -> Self {
        let is_it = |token: &TokenName| sign.stands_before(token) && token.path.last() == Some(&name);
        Standing::of_tokens(tables, def, is_it)
    }

    /// Where any name stands after one.
    pub(super) fn of_any(tables: &Tables<'_>, def: DefId) -> Self {
        let is_it = |token: &TokenName| Sign::Dot.stands_before(token) || Sign::Colons.stands_before(token);
        Standing::of_tokens(tables, def, is_it)
    }

    fn of_tokens(tables: &Tables<'_>, def: DefId, is_it: impl Fn(&TokenName) -> bool) -> Self {
        let facts = tables.cx.defs.get(tables.cx.sources, def);
        let mut found = Standing::default();
        let Some(body) = &facts.body else { return Standing { elsewhere: true, ..found } };
        if body.tokens.iter().any(&is_it) {
            // An attribute that is known writes nothing but what it is given.
            let is_code = facts.kind.is_fn() && !tables.may_gain(def);
            let is_code = is_code || tables.is_of_known_derives(def);
            found.in_text |= is_code;
            found.elsewhere |= !is_code;
        }
        for expr in &body.exprs {
            let Expr::Macro(call) = expr else { continue };
            if call.tokens.iter().any(&is_it) {
                let is_quote = is_quote(tables, def, call, body);
                found.in_quotes |= is_quote || names(call, |name| QUOTES.contains(&name));
                found.elsewhere |= names(call, |name| name == "macro_rules");
                found.in_text |= !is_quote;
            }
        }
        found
    }
}

/// Whether a call gives back its tokens as data; a macro of the workspace with such a name may do anything.
fn is_quote(tables: &Tables<'_>, def: DefId, call: &MacroCall, body: &Body) -> bool {
    let path = &body.paths[call.path as usize];
    let Some(last) = path.segs.last() else { return false };
    QUOTES.contains(&last.name.as_str()) && !tables.may_be_own_macro(def, path)
}

fn names(call: &MacroCall, is_meant: impl Fn(&str) -> bool) -> bool {
    call.tokens.iter().filter_map(|token| token.path.last()).any(|name| is_meant(name.as_str()))
}
