//! What the table of routes is made of: uses of the APIs that register routes, what paths in the same code mean, what
//! handlers ask for, and the types of what is supplied.
//!
//! In: bodies as they are walked, in packages that use such an API or depend on one that does. Out: [`RouteFacts`]. It knows
//! no framework: what an API does is data, and what comes of it all, `connect` finds out.

use super::Context;
use super::bodies::Walk;
use super::types::Type;
use crate::catalog::connections::Kind;
use crate::catalog::routes::{Does, RouteApi};
use crate::facts::{Expr, ExprId};
use crate::model::{DefId, Name, Span};
use crate::parse::Sources;
use rustc_hash::FxHashSet;

/// A use of an API that registers routes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RouteUse {
    /// The definition in whose text it stands.
    pub by: DefId,
    /// Where it stands, in the file of that.
    pub at: Span,
    /// The row of the API.
    pub api: u32,
}

/// What a path means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Meaning {
    /// The definition in whose text it stands.
    pub by: DefId,
    /// The offset of the path.
    pub at: u32,
    /// The definition that it means.
    pub of: DefId,
}

/// A value that a function asks for by the type of a parameter.
#[derive(Clone, Debug)]
pub(crate) struct Demand {
    /// The function.
    pub(crate) by: DefId,
    /// Which parameter.
    pub(crate) param: u32,
    /// The row of the type by which it asks.
    pub(crate) api: u32,
    /// What it asks for.
    pub(crate) ty: Type,
    /// It can do without.
    pub(crate) optional: bool,
}

/// A value that may be supplied.
#[derive(Clone, Debug)]
pub(crate) struct Supplied {
    /// The definition in whose text it stands.
    pub(crate) by: DefId,
    /// The offset of the name of the method, or of the path of the function, that takes it.
    pub(crate) at: u32,
    /// Its type.
    pub(crate) ty: Type,
    /// The name of that.
    pub(crate) by_name: Name,
}

/// What the table of routes is made of, each list sorted by definition and place.
#[derive(Default)]
pub(crate) struct RouteFacts {
    pub(crate) uses: Vec<RouteUse>,
    pub(crate) meanings: Vec<Meaning>,
    pub(crate) demands: Vec<Demand>,
    pub(crate) supplied: Vec<Supplied>,
}

impl RouteFacts {
    pub(super) fn extend(&mut self, part: RouteFacts) {
        self.uses.extend(part.uses);
        self.meanings.extend(part.meanings);
        self.demands.extend(part.demands);
        self.supplied.extend(part.supplied);
    }

    /// The APIs that stand in the text of a definition.
    pub(crate) fn uses_in(&self, def: DefId) -> impl Iterator<Item = &RouteUse> {
        let start = self.uses.partition_point(|one| one.by < def);
        self.uses[start..].iter().take_while(move |one| one.by == def)
    }

    /// What the parameters of a function ask for.
    pub(crate) fn demands_of(&self, def: DefId) -> &[Demand] {
        let start = self.demands.partition_point(|one| one.by < def);
        let end = self.demands.partition_point(|one| one.by <= def);
        &self.demands[start..end]
    }

    /// Whether a parameter of a function asks for anything.
    pub(crate) fn asks(&self, def: DefId) -> bool {
        !self.demands_of(def).is_empty()
    }

    pub(super) fn sort(&mut self) {
        self.uses.sort_unstable();
        self.uses.dedup();
        self.meanings.sort_unstable();
        self.meanings.dedup();
        // The same text mounted twice says the same of types.
        self.demands.sort_by_key(|one| (one.by, one.param, one.api));
        self.demands.dedup_by_key(|one| (one.by, one.param, one.api));
        self.supplied.sort_by_key(|one| (one.by, one.at));
        self.supplied.dedup_by_key(|one| (one.by, one.at));
    }
}

/// For each package, whether it can register routes: it depends on a framework, or on a member that does.
pub(super) fn of_packages(cx: &Context<'_>) -> Vec<bool> {
    let packages = &cx.workspace.packages;
    let frameworks = |package: &crate::discover::Package| {
        package.dependencies.iter().any(|it| !cx.catalog.routes.of_crate(&it.package.replace('-', "_")).is_empty())
    };
    let direct: Vec<bool> = packages.iter().map(frameworks).collect();
    super::packages::sees(cx.workspace)
        .iter()
        .map(|sees| sees.iter().zip(&direct).any(|(sees, direct)| *sees && *direct))
        .collect()
}

/// Crates of which names may be in scope that no import spells out: `extern crate`, and globs.
pub(super) fn opened(sources: &Sources) -> FxHashSet<Name> {
    let imports = sources.files.iter().flat_map(|file| &file.facts.imports);
    let opening = imports.filter(|import| import.extern_crate || import.glob);
    opening.filter_map(|import| import.path.segs.first()).map(|seg| seg.name).collect()
}

/// Methods and functions whose argument may be a value that is supplied to handlers.
const TAKES_VALUE: [&str; 11] =
    ["Extension", "app_data", "data", "from", "inject", "insert", "manage", "new", "set_data", "with_state", "layer"];

impl Walk<'_> {
    /// Notes what a path means.
    pub(super) fn note_meaning(&mut self, of: &[DefId], at: Span) {
        if self.routed {
            let by = self.owner;
            self.routing.meanings.extend(of.iter().map(|of| Meaning { by, at: at.start, of: *of }));
        }
    }

    /// Watches the type of what is handed to a function or method of this name.
    pub(super) fn watch(&mut self, name: Name, receiver: Option<ExprId>, args: &[ExprId], at: Span) {
        if let (true, [arg]) = (self.routed, args)
            && TAKES_VALUE.contains(&name.as_str())
            && (name != "insert" || receiver.is_some_and(|receiver| self.is_extensions(receiver)))
        {
            self.watched.push((*arg, at.start, name, Type::Unknown));
        }
    }

    /// Whether a value is the extensions of a request, by how it is called: sets have a method of this name too.
    fn is_extensions(&self, value: ExprId) -> bool {
        let named = |name: Name| matches!(name.as_str(), "extensions" | "extensions_mut" | "exts" | "ext");
        match self.body.exprs.get(value as usize) {
            Some(Expr::Method(call)) => named(call.name),
            Some(Expr::Field(_, name, _)) => named(*name),
            Some(Expr::Path(path)) => self.body.paths[*path as usize].segs.last().is_some_and(|seg| named(seg.name)),
            Some(Expr::Ref(inner) | Expr::Deref(inner)) => self.is_extensions(*inner),
            _ => false,
        }
    }

    /// Keeps the type of a value that is watched.
    pub(super) fn seen_type(&mut self, id: ExprId, ty: &Type) {
        for (_, _, _, seen) in self.watched.iter_mut().filter(|(watched, ..)| *watched == id) {
            *seen = ty.clone();
        }
    }

    /// Says of all that was watched what is known of its type at the end.
    pub(super) fn note_supplied(&mut self) {
        for (_, at, by_name, ty) in std::mem::take(&mut self.watched) {
            let ty = self.deep(&ty);
            self.routing.supplied.push(Supplied { by: self.owner, at, ty, by_name });
        }
    }

    /// Notes a macro or an attribute that nothing of the workspace is, and that is in scope without its name being imported
    /// (`#[macro_use] extern crate rocket`): one of that name, of a crate that the package depends on.
    pub(super) fn note_macro_in_scope(&mut self, path: &crate::facts::Path) {
        let (true, Some(seg)) = (self.routed, path.single()) else { return };
        let package = &self.cx.workspace.packages[self.package() as usize];
        let is_in_scope = |krate: &str| {
            let depends = package.dependencies.iter().any(|it| it.package.replace('-', "_") == krate);
            depends && crate::model::known_name(krate).is_some_and(|krate| self.cx.opened.contains(&krate))
        };
        let is_it = |api: &RouteApi| {
            let kind = matches!(api.kind, Kind::Macro | Kind::Attribute) && api.does != Does::Described;
            kind && api.last() == seg.name.as_str() && is_in_scope(api.krate())
        };
        let row = self.cx.catalog.routes.apis.iter().position(is_it);
        let (by, at) = (self.owner, path.span);
        self.routing.uses.extend(row.map(|row| RouteUse { by, at, api: row as u32 }));
    }

    /// Notes a name that no source at hand has, if a glob of another crate's module may have brought it in.
    pub(super) fn note_through_globs(&mut self, path: &crate::facts::Path) {
        if !self.routed {
            return;
        }
        let mut at = Some(self.module);
        while let Some(module) = at {
            let row = self.cx.modules.get(module);
            for glob in &row.globs {
                let super::Res::Ext(source) = glob.source else { continue };
                let names = path.segs.iter().map(|seg| seg.name.as_str()).collect::<Vec<_>>().join("::");
                let item = crate::model::name(&format!("{source}::{names}"));
                self.note_connection(super::types::Head::Ext(item), path.span);
            }
            at = row.parent.filter(|_| row.falls_through);
        }
    }

    /// Notes what the parameters of a function ask for.
    pub(super) fn note_demands(&mut self, params: &[Type]) {
        if !self.routed {
            return;
        }
        for (param, ty) in (0..).zip(params) {
            let (ty, optional) = match ty.peeled() {
                Type::Ext(path, args) if matches!(super::prelude::last(*path), "Option" | "Result") => {
                    (args.first().cloned().unwrap_or(Type::Unknown), true)
                }
                other => (other.clone(), false),
            };
            let Type::Ext(path, args) = ty.peeled() else { continue };
            let Some(api) = self.cx.route_api(*path) else { continue };
            if matches!(self.cx.catalog.routes.apis[api as usize].does, Does::Demand | Does::Supply) {
                let ty = args.first().map_or(Type::Unknown, |arg| self.deep(arg));
                self.routing.demands.push(Demand { by: self.owner, param, api, ty, optional });
            }
        }
    }
}
