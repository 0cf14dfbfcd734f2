//! The table of all definitions: facts of files, numbered through.

use crate::facts::{Def, Facts};
use crate::model::{DefId, DefKind, FileId};
use crate::parse::Sources;

/// All definitions of the workspace; a definition is a row of the facts of one file.
#[derive(Debug)]
pub struct Definitions {
    /// The number of the first definition of each file.
    first: Vec<u32>,
    /// The file of each definition.
    file: Vec<FileId>,
    /// What each is: asked for so often that it stands apart.
    kind: Vec<DefKind>,
}

impl Definitions {
    /// Numbers the definitions of all files.
    pub fn new(sources: &Sources) -> Self {
        let mut first = vec![];
        let mut file = vec![];
        let mut kind = vec![];
        for (index, source) in sources.files.iter().enumerate() {
            first.push(file.len() as u32);
            file.resize(file.len() + source.facts.defs.len(), FileId::new(index));
            kind.extend(source.facts.defs.iter().map(|def| def.kind));
        }
        Definitions { first, file, kind }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.file.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.file.is_empty()
    }

    /// All ids, in order of file and row.
    pub fn ids(&self) -> impl Iterator<Item = DefId> + use<> {
        (0..self.file.len()).map(DefId::new)
    }

    /// The id of a row of a file.
    pub fn id(&self, file: FileId, row: u32) -> DefId {
        DefId(self.first[file.index()] + row)
    }

    /// The file of a definition.
    pub fn file(&self, def: DefId) -> FileId {
        self.file[def.index()]
    }

    /// What a definition is.
    pub fn kind(&self, def: DefId) -> DefKind {
        self.kind[def.index()]
    }

    /// The row of a definition in the facts of its file.
    pub fn row(&self, def: DefId) -> u32 {
        def.0 - self.first[self.file(def).index()]
    }

    /// The definition itself.
    pub fn get<'a>(&self, sources: &'a Sources, def: DefId) -> &'a Def {
        &self.facts(sources, def).defs[self.row(def) as usize]
    }

    /// The facts that a definition is part of.
    pub fn facts<'a>(&self, sources: &'a Sources, def: DefId) -> &'a Facts {
        &sources.files[self.file(def).index()].facts
    }

    /// The definition that holds it, in the same file.
    pub fn parent(&self, sources: &Sources, def: DefId) -> Option<DefId> {
        self.get(sources, def).parent.map(|row| self.id(self.file(def), row))
    }
}
