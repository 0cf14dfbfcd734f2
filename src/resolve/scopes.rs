//! Modules as each target sees them, with the names that stand in them.

mod crates;

use super::definitions::Definitions;
use crate::discover::Workspace;
use crate::facts::{Def, DefData, Facts, MacroSort, Path, Vis, types::Lead};
use crate::model::{DefId, DefKind, FileId, ModId, Name, TargetId};
use crate::parse::{MountPoint, Sources};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

pub(super) use crates::OTHER_VERSION;

/// The three sorts of names.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Namespace {
    /// Types, traits, modules, crates.
    Types,
    /// Functions, constants, constructors, locals.
    Values,
    /// Macros.
    Macros,
}

impl Namespace {
    /// All of them.
    pub const ALL: [Namespace; 3] = [Namespace::Types, Namespace::Values, Namespace::Macros];
}

/// What a name means.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Res {
    /// A definition of the workspace other than a module.
    Def(DefId),
    /// A module of the workspace.
    Mod(ModId),
    /// Something of another crate, by its path.
    Ext(Name),
}

/// From where something can be named.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// From anywhere.
    Public,
    /// From this module and those in it.
    In(ModId),
}

/// One meaning of a name in a module.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Binding {
    /// What it means.
    pub res: Res,
    /// From where it can be named.
    pub reach: Reach,
    /// The re-export it comes through.
    pub import: Option<DefId>,
    /// Comes through a glob: an explicit name goes before it.
    pub glob: bool,
    /// Exists only under a condition: others of the same name may exist beside it.
    pub conditional: bool,
}

pub(crate) type Bindings = SmallVec<[Binding; 1]>;

/// `use source::*` in a module.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Glob {
    /// A module, or an enum.
    pub source: Res,
    /// From where its names can be named.
    pub reach: Reach,
    /// Its definition.
    pub import: Option<DefId>,
    /// Exists only under a condition.
    pub conditional: bool,
}

/// A module, block or included file of a target.
#[derive(Debug)]
pub struct Module {
    /// The target it is part of.
    pub target: TargetId,
    /// The file its text is in.
    pub file: FileId,
    /// Its scope in the facts of that file.
    pub scope: u32,
    /// The module around it.
    pub parent: Option<ModId>,
    /// Names not found in it are looked up in `parent`: so for blocks and included files.
    pub falls_through: bool,
    /// The definition whose content it is.
    pub def: Option<DefId>,
    /// Its names.
    pub names: FxHashMap<(Namespace, Name), Bindings>,
    /// Where it takes all names from.
    pub globs: Vec<Glob>,
    /// The round of import resolution in which a name was last added.
    pub(crate) changed: u32,
}

/// All modules, and the crates that they can name.
#[derive(Debug)]
pub struct Modules {
    /// Rows by `ModId`; those of one mount are consecutive.
    pub rows: Vec<Module>,
    /// The first module of each mount.
    pub first_of_mount: Vec<u32>,
    /// The root modules of the mounts of each file.
    pub(crate) mounted: Vec<SmallVec<[ModId; 1]>>,
    /// The root module of each target, if its root file was read.
    pub roots: Vec<Option<ModId>>,
    /// Imports that bring in nothing that is known, by module and name.
    pub(crate) unresolved: FxHashSet<(ModId, Name)>,
    /// Set when all imports are resolved: from then on look-ups may be remembered. Different for each analysis.
    pub(crate) sealed: u64,
    /// The crates that each package's code can name: another target, or a foreign crate.
    pub(crate) crates: Vec<FxHashMap<Name, Res>>,
    /// Crates that only the rules of macros name (`::krate`), where their package cannot.
    pub(crate) made_crates: FxHashSet<Name>,
    /// The modules of each definition, one for each mount of its file, to look up the names in it.
    pub(crate) homes: Vec<SmallVec<[ModId; 1]>>,
}

impl Modules {
    /// A module.
    pub fn get(&self, module: ModId) -> &Module {
        &self.rows[module.index()]
    }

    /// The module of a scope of a mounted file.
    pub fn of_scope(&self, mount: usize, scope: u32) -> ModId {
        ModId(self.first_of_mount[mount] + scope)
    }

    /// The nearest module around a block or an included file, or the module itself.
    pub fn nearest(&self, mut module: ModId) -> ModId {
        while let (true, Some(parent)) = (self.get(module).falls_through, self.get(module).parent) {
            module = parent;
        }
        module
    }

    /// Whether something of this reach can be named from a module.
    pub fn can_see(&self, from: ModId, reach: Reach) -> bool {
        match reach {
            Reach::Public => true,
            Reach::In(scope) => self.is_within(from, scope),
        }
    }

    /// The root modules of all mounts of a file.
    pub fn of_file(&self, file: FileId) -> impl Iterator<Item = ModId> + '_ {
        self.mounted.get(file.index()).into_iter().flatten().copied()
    }

    /// Whether `inner` is `outer` or lies in it.
    pub fn is_within(&self, inner: ModId, outer: ModId) -> bool {
        let mut at = Some(inner);
        while let Some(module) = at {
            if module == outer {
                return true;
            }
            at = self.get(module).parent;
        }
        false
    }

    /// The modules that a definition stands in, one for each mount of its file.
    pub fn homes(&self, def: DefId) -> &[ModId] {
        &self.homes[def.index()]
    }

    /// The first of these.
    pub fn home(&self, def: DefId) -> Option<ModId> {
        self.homes(def).first().copied()
    }
}

/// Makes the modules of all mounts and enters definitions (imports are entered by `imports`).
pub(super) fn build(workspace: &Workspace, sources: &Sources, defs: &Definitions) -> Modules {
    let mut modules = Modules {
        rows: vec![],
        first_of_mount: vec![],
        mounted: vec![SmallVec::new(); sources.files.len()],
        roots: vec![None; workspace.targets.len()],
        unresolved: FxHashSet::default(),
        sealed: 0,
        crates: vec![],
        made_crates: sources.files.iter().flat_map(|file| file.facts.made_crates.iter().copied()).collect(),
        homes: vec![SmallVec::new(); defs.len()],
    };
    for mount in 0..sources.mounts.len() {
        add_mount(&mut modules, sources, defs, mount);
    }
    modules.crates = crates::named(workspace, &modules);
    for mount in 0..sources.mounts.len() {
        enter_definitions(&mut modules, sources, defs, mount);
    }
    modules
}

fn add_mount(modules: &mut Modules, sources: &Sources, defs: &Definitions, index: usize) {
    let mount = &sources.mounts[index];
    let facts = &sources.files[mount.file.index()].facts;
    let first = modules.rows.len() as u32;
    modules.first_of_mount.push(first);
    modules.mounted[mount.file.index()].push(ModId(first));
    for (row, scope) in facts.scopes.iter().enumerate() {
        let mut module = Module {
            target: mount.target,
            file: mount.file,
            scope: row as u32,
            parent: scope.parent.map(|parent| ModId(first + parent)),
            falls_through: scope.block,
            def: scope.module.map(|module| defs.id(mount.file, module)),
            names: FxHashMap::default(),
            globs: vec![],
            changed: 0,
        };
        if row == 0 {
            match mount.parent {
                None => modules.roots[mount.target.index()] = Some(ModId(first)),
                Some((parent, MountPoint::Module(def))) => {
                    let file = sources.mounts[parent].file;
                    let scope = sources.files[file.index()].facts.defs[def as usize].scope;
                    module.parent = Some(modules.of_scope(parent, scope));
                    module.def = Some(defs.id(file, def));
                }
                Some((parent, MountPoint::Hidden(scope, _))) => {
                    module.parent = Some(modules.of_scope(parent, scope));
                }
                Some((parent, MountPoint::Include(scope) | MountPoint::Documentation(scope))) => {
                    module.parent = Some(modules.of_scope(parent, scope));
                    module.falls_through = true;
                }
            }
        }
        modules.rows.push(module);
    }
}

fn enter_definitions(modules: &mut Modules, sources: &Sources, defs: &Definitions, index: usize) {
    let mount = &sources.mounts[index];
    let facts = &sources.files[mount.file.index()].facts;
    for (row, def) in facts.defs.iter().enumerate() {
        let id = defs.id(mount.file, row as u32);
        let module = modules.of_scope(index, def.scope);
        modules.homes[id.index()].push(module);
    }
    for (row, scope) in facts.scopes.iter().enumerate() {
        let module = modules.of_scope(index, row as u32);
        for def in &scope.defs {
            let id = defs.id(mount.file, *def);
            enter(modules, facts, index, module, id, *def);
        }
    }
    enter_file_module(modules, sources, index);
}

/// Enters one definition into the module it stands in, and into the parent if that is where its text is included.
fn enter(modules: &mut Modules, facts: &Facts, mount: usize, module: ModId, id: DefId, row: u32) {
    let def = &facts.defs[row as usize];
    let reach = reach_of(modules, module, &def.vis);
    let conditional = !def.attrs.cfg.is_empty() || def.from_macro;
    let binding = |res| Binding { res, reach, import: None, glob: false, conditional };
    let res = match &def.data {
        DefData::Module { inline: Some(scope), .. } => Res::Mod(modules.of_scope(mount, *scope)),
        DefData::Module { inline: None, .. } => return,
        _ => Res::Def(id),
    };
    for namespace in namespaces(def) {
        let mut at = module;
        loop {
            modules.rows[at.index()].names.entry((*namespace, def.name)).or_default().push(binding(res));
            let row = modules.get(at);
            let included = row.scope == 0 && row.falls_through;
            match row.parent.filter(|_| included) {
                Some(parent) => at = parent,
                None => break,
            }
        }
    }
    // `#[proc_macro_derive(Name)]` is known by that name.
    if let Some(derive) = def.procedural_macro().filter(|it| it.sort == MacroSort::Derive) {
        let key = (Namespace::Macros, derive.name);
        modules.rows[module.index()].names.entry(key).or_default().push(binding(Res::Def(id)));
    }
    if let DefData::Macro { exported } = def.data {
        let target = modules.get(module).target;
        let reach = if exported { Reach::Public } else { reach };
        if let Some(root) = modules.roots[target.index()].filter(|_| exported) {
            let key = (Namespace::Macros, def.name);
            modules.rows[root.index()].names.entry(key).or_default().push(Binding { reach, ..binding(res) });
        }
    }
}

/// A file that is a module gets its name in the module that holds its `mod` line.
fn enter_file_module(modules: &mut Modules, sources: &Sources, index: usize) {
    let mount = &sources.mounts[index];
    if let Some((parent, MountPoint::Hidden(scope, name))) = mount.parent {
        let (holder, res) = (modules.of_scope(parent, scope), Res::Mod(modules.of_scope(index, 0)));
        let binding = Binding { res, reach: Reach::Public, import: None, glob: false, conditional: true };
        modules.rows[holder.index()].names.entry((Namespace::Types, name)).or_default().push(binding);
    }
    let Some((parent, MountPoint::Module(row))) = mount.parent else { return };
    let file = sources.mounts[parent].file;
    let def = &sources.files[file.index()].facts.defs[row as usize];
    let holder = modules.of_scope(parent, def.scope);
    let reach = reach_of(modules, holder, &def.vis);
    let res = Res::Mod(modules.of_scope(index, 0));
    let conditional = !def.attrs.cfg.is_empty() || def.from_macro;
    let binding = Binding { res, reach, import: None, glob: false, conditional };
    modules.rows[holder.index()].names.entry((Namespace::Types, def.name)).or_default().push(binding);
}

/// The namespaces that a definition has its name in.
fn namespaces(def: &Def) -> &'static [Namespace] {
    use Namespace::{Macros, Types, Values};
    match def.kind {
        DefKind::Function if def.attrs.has("proc_macro") || def.attrs.has("proc_macro_attribute") => &[Values, Macros],
        DefKind::Function | DefKind::Constant | DefKind::Static => &[Values],
        DefKind::Struct if matches!(def.data, DefData::Adt { tuple: true, .. }) => &[Types, Values],
        DefKind::Struct | DefKind::Enum | DefKind::Union | DefKind::Trait | DefKind::TypeAlias => &[Types],
        DefKind::Module => &[Types],
        DefKind::Macro => &[Macros],
        _ => &[],
    }
}

/// From where a definition with this visibility in this module can be named.
pub(super) fn reach_of(modules: &Modules, module: ModId, vis: &Vis) -> Reach {
    let nearest = modules.nearest(module);
    let root = |modules: &Modules| {
        let target = modules.get(module).target;
        modules.roots[target.index()].unwrap_or(nearest)
    };
    match vis {
        Vis::Public => Reach::Public,
        Vis::Inherited | Vis::SelfMod => Reach::In(if modules.get(module).falls_through { module } else { nearest }),
        Vis::Crate => Reach::In(root(modules)),
        Vis::Path(path) => Reach::In(ancestor(modules, nearest, path).unwrap_or_else(|| root(modules))),
    }
}

/// `super` and `super::super`; any other `pub(in path)` is taken for the crate.
fn ancestor(modules: &Modules, module: ModId, path: &Path) -> Option<ModId> {
    let Lead::Super(steps) = path.lead else { return None };
    let mut at = module;
    for _ in 0..steps {
        at = modules.nearest(modules.get(at).parent?);
    }
    path.segs.is_empty().then_some(at)
}
