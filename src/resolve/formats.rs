//! Code in attributes: what a derive shows of a type, and the values of cases.
//!
//! In: the body of a definition. Out: edges. Where all are known who may read an attribute, its expressions are read with the
//! fields in sight of what it stands on; else its tokens may mean anything of their names.

use super::bodies::Walk;
use super::causes::{Local, Source};
use super::members::children;
use super::paths::Kinds;
use super::types::Type;
use crate::facts::Body;
use crate::model::{DefId, DefKind, Name, name};

impl<'a> Walk<'a> {
    /// Names in tokens that were not understood, and code in attributes.
    pub(super) fn tokens_and_attributes(&mut self, body: &'a Body) {
        let mut done = 0;
        for code in &body.attributed {
            let (start, end) = (code.tokens.start as usize, code.tokens.end as usize);
            self.tokens(&body.tokens[done..start]);
            done = end;
            if !super::texts::is_data(self.cx, (self.owner, self.module), code.name) {
                self.tokens(&body.tokens[start..end]);
                continue;
            }
            let depth = self.locals.len();
            if self.cx.catalog.shows_by_format(&code.name) {
                let said = body.tokens[start..end].iter().filter_map(|token| token.path.first().copied());
                self.bind_fields(&said.collect::<Vec<_>>());
            }
            code.args.iter().for_each(|arg| drop(self.expr(*arg)));
            self.locals.truncate(depth);
        }
        self.tokens(&body.tokens[done..]);
    }

    /// Binds what a derive has in sight where it shows a type: `self`, and the fields of the struct or variant. Those that are
    /// said are read.
    fn bind_fields(&mut self, said: &[Name]) {
        let cx = self.cx;
        let parent = |def: DefId| cx.defs.parent(cx.sources, def);
        let holder = if cx.kind(self.owner) == DefKind::Field { parent(self.owner) } else { Some(self.owner) };
        let item = holder.and_then(|def| if cx.kind(def) == DefKind::Variant { parent(def) } else { Some(def) });
        let (Some(holder), Some(item)) = (holder, item) else { return };
        if !cx.kind(item).is_adt() {
            return;
        }
        let own = self.env.self_type.clone().unwrap_or(Type::Unknown);
        self.bind_field(name("self"), own.clone());
        for field in children(cx, holder).into_iter().filter(|field| cx.kind(*field) == DefKind::Field) {
            let facts = cx.defs.get(cx.sources, field);
            let is_numbered = facts.name.starts_with(|first: char| first.is_ascii_digit());
            if is_numbered || said.contains(&facts.name) {
                self.refer(field, facts.name_span);
            }
            let ty = self.declared(field, &own);
            self.bind_field(if is_numbered { name(&format!("_{}", facts.name)) } else { facts.name }, ty);
        }
    }

    fn bind_field(&mut self, name: Name, ty: Type) {
        let ty = if ty.is_unknown() { ty } else { ty.reference() };
        let (from, module) = (Source::None, self.module);
        self.locals.push(Local { name, ty, from, under: None, made: false, module });
    }
}
