//! Signatures of other crates that several analyses ask for.
//!
//! In: the folder of a crate, and a way to read it. Out: its signatures, read once, whoever asks first. It does not know
//! which analysis that is: what a crate says does not depend on it.

use super::libraries::STACK;
use super::sig::Signatures;
use crate::model::Name;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// A crate by its name; `None` if nothing is known of it.
pub(super) type Known = Option<(Name, Arc<Signatures>)>;

/// Signatures by the folder that they were read from.
#[derive(Default)]
pub struct Shelf {
    crates: Mutex<FxHashMap<PathBuf, Arc<OnceLock<Known>>>>,
    /// Threads that read crates and wait for none.
    readers: OnceLock<Option<rayon::ThreadPool>>,
}

impl Shelf {
    /// The crate in a folder. Whoever asks while it is read waits, so `read` must not take up other work: see [`Self::aside`].
    pub(super) fn get(&self, folder: &Path, read: impl FnOnce() -> Known) -> Known {
        let place = {
            let mut all = self.crates.lock().unwrap_or_else(PoisonError::into_inner);
            match all.get(folder) {
                Some(place) => Arc::clone(place),
                None => Arc::clone(all.entry(folder.to_owned()).or_default()),
            }
        };
        place.get_or_init(read).clone()
    }

    /// Reads on threads that do nothing else: a worker of a pool that waits for its jobs may take up one that asks for the
    /// very crate that it reads, or for one whose reader waits for that.
    pub(super) fn aside<T: Send>(&self, read: impl FnOnce() -> Option<T> + Send) -> Option<T> {
        let build = || rayon::ThreadPoolBuilder::new().stack_size(STACK).build().ok();
        let readers = self.readers.get_or_init(build).as_ref()?;
        std::thread::scope(|scope| scope.spawn(|| readers.install(read)).join().ok().flatten())
    }
}

impl std::fmt::Debug for Shelf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shelf").finish_non_exhaustive()
    }
}
