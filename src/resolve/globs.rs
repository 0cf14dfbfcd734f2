//! Names that modules of other crates take from globs: `pub use self::unix::*`.
//!
//! In: the paths that a library has, and its globs. Out: for a module all names that it takes, each with where it leads;
//! found when a path through it is asked for, and remembered. Copying them all at once would be most of some libraries.

use super::Context;
use super::heads::renamed;
use crate::model::{Name, name};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// The names that a module takes, and the modules that they are from.
type Taken = FxHashMap<Box<str>, Name>;

#[derive(Default)]
struct Remembered {
    analysis: u64,
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
            library.globs.get_text(&text[..end])?;
            let module = name(&text[..end]);
            let rest = &text[end + 2..];
            let (first, tail) = rest.find("::").map_or((rest, ""), |at| rest.split_at(at));
            let goal = format!("{}::{first}{tail}", self.taken(module).get(first)?);
            let next = self.library_of_text(&goal).and_then(|library| renamed(library, &goal));
            let goal = next.filter(|next| !self.is_of_another_version(&goal, next)).unwrap_or(goal);
            self.library_of_text(&goal).filter(|library| library.has_text(&goal)).map(|_| name(&goal))
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
            let is_read = |source: &&Name| !self.is_of_another_version(&at, source);
            for source in sources.into_iter().flatten().filter(is_read) {
                let Some(library) = self.library_of(*source) else { continue };
                let goal = renamed(library, source.as_str());
                let is_read = goal.as_ref().is_none_or(|goal| !self.is_of_another_version(source, goal));
                let source = goal.map_or(*source, |goal| name(&goal));
                if !is_read || !seen.insert(source) {
                    continue;
                }
                open.push_back(source);
                let Some(library) = self.library_of(source) else { continue };
                library.inside(source.as_str(), &mut |inner| {
                    if !taken.contains_key(inner) {
                        taken.insert(inner.into(), source);
                    }
                });
            }
        }
        taken
    }
}
