//! What is asked of the signatures of a crate as a whole: which paths it has.

use super::sig::Signatures;
use super::types::Head;
use crate::model::{Name, known_name};

impl Signatures {
    /// Whether a type, a trait, a function, a variant, a constant or an alias goes by this path.
    pub(crate) fn has(&self, path: Name) -> bool {
        if let Some(file) = &self.file {
            return file.number_of(path).is_some_and(|number| file.is_item(number));
        }
        let head = Head::Ext(path);
        self.arity.contains_key(&head)
            || self.fns.contains_key(&head)
            || self.traits.contains_key(&head)
            || self.enum_of.contains_key(&head)
            || self.typed.contains_key(&head)
            || self.aliases.contains_key(&path)
    }

    /// The same for a text, which need be no name of anything.
    pub(crate) fn has_text(&self, path: &str) -> bool {
        match &self.file {
            Some(file) => file.number_of_text(path).is_some_and(|number| file.is_item(number)),
            None => known_name(path).is_some_and(|path| self.has(path)),
        }
    }

    /// The paths of all these, of some more than once.
    pub(crate) fn items(&self) -> impl Iterator<Item = Name> {
        let heads = self.arity.keys().chain(self.fns.keys()).chain(self.traits.keys());
        let heads = heads.chain(self.enum_of.keys()).chain(self.typed.keys());
        let paths = heads.filter_map(|head| match head {
            Head::Ext(path) => Some(path),
            Head::Own(_) => None,
        });
        paths.chain(self.aliases.keys())
    }

    /// Calls `found` with the names that stand directly in a module, type or trait, or that it hands on; with some more
    /// than once.
    pub(crate) fn inside<'f>(&'f self, holder: &str, found: &mut dyn FnMut(&'f str)) {
        if let Some(file) = &self.file {
            return file.inside(holder, found);
        }
        let prefix = format!("{holder}::");
        for path in self.items().chain(self.canonical.keys()) {
            if let Some(rest) = path.as_str().strip_prefix(prefix.as_str()) {
                found(rest.split("::").next().unwrap_or(rest));
            }
        }
    }

    /// Whether it is a crate of procedural macros: it has nothing that values are of.
    pub(crate) fn is_procedural(&self) -> bool {
        self.krate.is_some_and(|krate| krate.ends_with('!'))
    }

    /// The same, read as a whole: for what is asked about every type.
    pub(crate) fn unfolded(self) -> Self {
        Signatures {
            krate: self.krate,
            fns: self.fns.unfolded(),
            traits: self.traits.unfolded(),
            inherent: self.inherent.unfolded(),
            inherent_impls: self.inherent_impls.unfolded(),
            impls: self.impls.unfolded(),
            foreign_traits: self.foreign_traits.unfolded(),
            traits_with: self.traits_with.unfolded(),
            typed: self.typed.unfolded(),
            fields: self.fields.unfolded(),
            arity: self.arity.unfolded(),
            defaults: self.defaults.unfolded(),
            enum_of: self.enum_of.unfolded(),
            aliases: self.aliases.unfolded(),
            globs: self.globs.unfolded(),
            canonical: self.canonical.unfolded(),
            deprecated: self.deprecated.unfolded(),
            macros: self.macros.unfolded(),
            file: None,
        }
    }
}
