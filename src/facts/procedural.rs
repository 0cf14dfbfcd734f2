//! Procedural macros, by the attribute of the function that is one.
//!
//! In: the attributes of a definition. Out: what sort of macro it is, the name that it is called by, and the attributes that a
//! derive reads. It does not know what the macro makes.

use super::Def;
use crate::model::{Name, name};

/// Where a procedural macro is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MacroSort {
    /// `#[derive(Name)]`.
    Derive,
    /// `#[name]`.
    Attribute,
    /// `name!()`.
    Function,
}

/// A procedural macro.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProceduralMacro {
    /// Where it is written.
    pub sort: MacroSort,
    /// The name that it is called by: a derive has one of its own.
    pub name: Name,
    /// Attributes that a derive reads.
    pub helpers: Vec<Name>,
}

impl Def {
    /// The procedural macro that a function is.
    pub fn procedural_macro(&self) -> Option<ProceduralMacro> {
        self.attrs.others.iter().find_map(|attr| {
            let (sort, name, helpers) = match attr.path.as_str() {
                "proc_macro" => (MacroSort::Function, self.name, vec![]),
                "proc_macro_attribute" => (MacroSort::Attribute, self.name, vec![]),
                // `Name, attributes(one, other)`.
                "proc_macro_derive" => {
                    let words = attr.args.split(|it: char| !it.is_alphanumeric() && it != '_');
                    let mut words = words.filter(|word| !word.is_empty()).map(name);
                    (MacroSort::Derive, words.next()?, words.skip(1).collect())
                }
                _ => return None,
            };
            Some(ProceduralMacro { sort, name, helpers })
        })
    }
}
