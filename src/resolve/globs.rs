//! Names that modules of other crates take from globs: `pub use self::unix::*`.
//!
//! In: the paths that a library has, and its globs. Out: for a module all names that it takes, each with where it leads;
//! found when a path through it is asked for, and remembered. Copying them all at once would be most of some libraries.

use super::Context;
use super::heads::renamed;
use super::sig::Signatures;
use super::types::Head;
use crate::model::{Name, known_name, name};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// What stands directly in each module, type or trait of a library.
type Contents = FxHashMap<&'static str, FxHashSet<&'static str>>;
/// The names that a module takes, and their paths.
type Taken = FxHashMap<&'static str, Name>;

#[derive(Default)]
struct Remembered {
    analysis: u64,
    contents: FxHashMap<&'static str, Rc<Contents>>,
    taken: FxHashMap<Name, Rc<Taken>>,
}

thread_local! {
    /// What this thread found in the analysis of that number.
    static REMEMBERED: RefCell<Remembered> = RefCell::default();
}

impl Context<'_> {
    /// Where a path leads of which the last name, or the one before, is from a glob in its module.
    pub(super) fn through_globs(&self, path: Name) -> Option<Name> {
        let library = self.library_of(path).filter(|library| !library.globs.is_empty() && !library.has(path))?;
        let text = path.as_str();
        text.rmatch_indices("::").map(|(at, _)| at).take(2).find_map(|end| {
            let module = known_name(&text[..end]).filter(|module| library.globs.contains_key(module))?;
            let rest = &text[end + 2..];
            let (first, tail) = rest.find("::").map_or((rest, ""), |at| rest.split_at(at));
            let goal = format!("{}{tail}", self.taken(module).get(first)?);
            let goal = self.library_of_text(&goal).and_then(|library| renamed(library, &goal)).unwrap_or(goal);
            known_name(&goal).filter(|goal| self.library_of(*goal).is_some_and(|library| library.has(*goal)))
        })
    }

    /// The names that a module takes from globs, from the nearest one that has it.
    fn taken(&self, module: Name) -> Rc<Taken> {
        let analysis = self.modules.sealed;
        let known = REMEMBERED.with_borrow_mut(|remembered| {
            if remembered.analysis != analysis {
                *remembered = Remembered { analysis, ..Remembered::default() };
            }
            remembered.taken.get(&module).cloned()
        });
        known.unwrap_or_else(|| {
            let taken = Rc::new(self.look_up_taken(module));
            REMEMBERED.with_borrow_mut(|remembered| remembered.taken.insert(module, Rc::clone(&taken)));
            taken
        })
    }

    fn look_up_taken(&self, module: Name) -> Taken {
        let mut taken = Taken::default();
        let mut seen = FxHashSet::from_iter([module]);
        let mut open = VecDeque::from([module]);
        while let Some(at) = open.pop_front() {
            let sources = self.library_of(at).and_then(|library| library.globs.get(&at));
            for source in sources.into_iter().flatten() {
                let Some(library) = self.library_of(*source) else { continue };
                let source = renamed(library, source.as_str()).map_or(*source, |goal| name(&goal));
                if !seen.insert(source) {
                    continue;
                }
                open.push_back(source);
                let Some(contents) = self.contents(source) else { continue };
                for inner in contents.get(source.as_str()).into_iter().flatten() {
                    taken.entry(inner).or_insert_with(|| name(&format!("{source}::{inner}")));
                }
            }
        }
        taken
    }

    fn contents(&self, of: Name) -> Option<Rc<Contents>> {
        let library = self.library_of(of)?;
        let krate = of.as_str().split("::").next().unwrap_or_default();
        let known = REMEMBERED.with_borrow(|remembered| remembered.contents.get(krate).cloned());
        Some(known.unwrap_or_else(|| {
            let contents = Rc::new(contents(library));
            REMEMBERED.with_borrow_mut(|remembered| remembered.contents.insert(krate, Rc::clone(&contents)));
            contents
        }))
    }
}

fn contents(library: &Signatures) -> Contents {
    let mut contents = Contents::default();
    let heads = library.arity.keys().chain(library.fns.keys()).chain(library.traits.keys());
    let heads = heads.chain(library.enum_of.keys()).chain(library.typed.keys());
    let paths = heads.filter_map(|head| match head {
        Head::Ext(path) => Some(path.as_str()),
        Head::Own(_) => None,
    });
    let renamed = library.canonical.keys().map(|path| name(path).as_str());
    for path in paths.chain(library.aliases.keys().map(|path| path.as_str())).chain(renamed) {
        let mut rest = path;
        while let Some((holder, inner)) = rest.rsplit_once("::") {
            // What holds it is known already, if this is not the first in it.
            if !contents.entry(holder).or_default().insert(inner) {
                break;
            }
            rest = holder;
        }
    }
    contents
}
