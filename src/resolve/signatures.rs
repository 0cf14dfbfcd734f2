//! References outside bodies: types, bounds, paths of imports and derives.

use super::bodies::Walk;
use super::paths::Kinds;
use super::{ByName, Goal, Namespace, Why};
use crate::facts::types::{Lead, Seg};
use crate::facts::{Def, DefData, Generics, Path, Ty};
use crate::model::name;

impl Walk<'_> {
    pub(super) fn signature(&mut self, def: &Def) {
        for derive in &def.attrs.derives {
            self.use_derive(derive);
            self.named_by_convention(derive);
        }
        match &def.data {
            DefData::Fn(sig) => {
                self.use_generics(&sig.generics);
                sig.params.iter().chain(&sig.ret).for_each(|ty| self.use_type(ty));
            }
            DefData::Adt { generics, .. } => self.use_generics(generics),
            DefData::Typed(ty) => self.use_type(ty),
            DefData::Trait { generics, supers } => {
                self.use_generics(generics);
                supers.iter().for_each(|bound| self.use_bound(bound));
            }
            DefData::Impl(header) => {
                self.use_generics(&header.generics);
                header.of_trait.iter().for_each(|bound| self.use_bound(bound));
                self.use_type(&header.self_ty);
            }
            DefData::Alias { generics, ty, bounds } => {
                self.use_generics(generics);
                ty.iter().for_each(|ty| self.use_type(ty));
                bounds.iter().for_each(|bound| self.use_bound(bound));
            }
            DefData::Import(row) => self.import(*row),
            DefData::None | DefData::Variant { .. } | DefData::Module { .. } | DefData::Macro { .. } => {}
        }
    }

    /// An import leads to what it imports, in every namespace, and to the re-exports on the way.
    fn import(&mut self, row: u32) {
        let file = self.cx.modules.get(self.module).file;
        let import = &self.cx.sources.files[file.index()].facts.imports[row as usize];
        if import.extern_crate {
            return;
        }
        let namespaces: &[Namespace] = if import.glob { &[Namespace::Types] } else { &Namespace::ALL };
        let mut found_any = false;
        for namespace in namespaces {
            let resolved = super::paths::resolve(&self.cx.modules, self.cx, self.module, &import.path, *namespace);
            resolved.imports.iter().for_each(|passed| self.refer(*passed, import.span));
            for found in &resolved.found {
                found_any = true;
                // What is used through a glob is used itself; the glob only needs the re-exports in its path.
                match found.res {
                    super::Res::Mod(module) if import.glob => self.glob_of_traits(module, import.span),
                    _ if import.glob => {}
                    // Calls say what becomes of a macro; only whoever is outside may call it unseen.
                    super::Res::Def(def) if import.vis != crate::facts::Vis::Public => {
                        self.edge(Goal::Def(def), import.span, Why::Resolved);
                    }
                    super::Res::Def(def) => self.refer(def, import.span),
                    super::Res::Mod(module) => {
                        if let Some(def) = self.cx.modules.get(module).def {
                            self.refer(def, import.span);
                        }
                    }
                    // Whoever takes a module takes all in it; other imports say nothing before they are used.
                    super::Res::Ext(foreign) => self.note_connection_module(foreign, import.span),
                }
            }
        }
        if let (false, Some(last)) = (found_any, import.path.segs.last()) {
            self.edge(Goal::Named(ByName::Any, last.name), import.span, Why::UnknownPath);
        }
    }

    /// A trait that a glob brings in is used without being named, and so may be what is not known here.
    fn glob_of_traits(&mut self, module: crate::model::ModId, span: crate::model::Span) {
        let row = self.cx.modules.get(module);
        let bindings: Vec<super::Binding> = row.names.values().flatten().copied().collect();
        let mut any = false;
        for binding in bindings {
            let unnamed = match binding.res {
                super::Res::Def(def) => self.cx.kind(def) == crate::model::DefKind::Trait,
                super::Res::Ext(_) => true,
                super::Res::Mod(_) => false,
            };
            if let (true, Some(import)) = (unnamed, binding.import) {
                any = true;
                self.refer(import, span);
            }
        }
        // `pub use path::Trait as _` has no name, and neither has what a glob in the module brings in.
        for import in super::sight::nameless_traits(self.cx, module) {
            any = true;
            self.refer(import, span);
        }
        if let (true, Some(def)) = (any, row.def) {
            self.refer(def, span);
        }
    }

    pub(super) fn use_generics(&mut self, generics: &Generics) {
        for param in &generics.params {
            param.bounds.iter().for_each(|bound| self.use_bound(bound));
            param.default.iter().for_each(|ty| self.use_type(ty));
        }
        for (ty, bounds) in &generics.wheres {
            self.use_type(ty);
            bounds.iter().for_each(|bound| self.use_bound(bound));
        }
    }

    pub(super) fn use_bound(&mut self, bound: &Path) {
        self.type_path(bound);
    }

    pub(super) fn use_type(&mut self, ty: &Ty) {
        match ty {
            Ty::Path(path) => self.type_path(path),
            Ty::Ref(inner) | Ty::Ptr(inner) | Ty::Slice(inner) | Ty::Array(inner) => self.use_type(inner),
            Ty::Tuple(types) => types.iter().for_each(|ty| self.use_type(ty)),
            Ty::Fn(params, ret) => {
                params.iter().for_each(|ty| self.use_type(ty));
                ret.iter().for_each(|ty| self.use_type(ty));
            }
            Ty::Impl(bounds) | Ty::Dyn(bounds) => bounds.iter().for_each(|bound| self.use_bound(bound)),
            Ty::Never | Ty::Infer | Ty::Unknown => {}
        }
    }

    /// What a derive names although no word says so: the signature of its type leads there, as its associated types do.
    fn named_by_convention(&mut self, derive: &Path) {
        let cx = self.cx;
        let Some(last) = derive.segs.last() else { return };
        for neighbour in cx.catalog.named_by_derive(&last.name) {
            let segs = vec![Seg { name: name(neighbour), args: None }];
            let path = Path { qself: None, lead: Lead::Plain, segs, span: derive.span };
            let resolved = super::paths::resolve(&cx.modules, cx, self.module, &path, Namespace::Types);
            resolved.imports.iter().for_each(|import| self.refer(*import, derive.span));
            for found in resolved.found {
                if let super::Res::Def(def) = found.res {
                    self.refer(def, derive.span);
                }
            }
        }
    }

    /// A derive macro of the workspace; foreign ones name nothing here.
    fn use_derive(&mut self, path: &Path) {
        self.use_macro(path, false);
    }
}
