//! Signatures of other crates that several analyses ask for.
//!
//! In: the folder of a crate, and a way to read it. Out: its signatures, read once, whoever asks first. It does not know
//! which analysis that is: what a crate says does not depend on it.

use super::sig::Signatures;
use crate::model::Name;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// A crate by its name; `None` if nothing is known of it.
pub(super) type Known = Option<(Name, Arc<Signatures>)>;

/// Signatures by the folder that they were read from.
#[derive(Default)]
pub struct Shelf(Mutex<FxHashMap<PathBuf, Arc<OnceLock<Known>>>>);

impl Shelf {
    /// The crate in a folder. Whoever asks while it is read waits, so `read` must not wait for a pool of threads in which
    /// somebody may ask for another crate.
    pub(super) fn get(&self, folder: &Path, read: impl FnOnce() -> Known) -> Known {
        let place = {
            let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            match all.get(folder) {
                Some(place) => Arc::clone(place),
                None => Arc::clone(all.entry(folder.to_owned()).or_default()),
            }
        };
        place.get_or_init(read).clone()
    }
}

impl std::fmt::Debug for Shelf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shelf").finish_non_exhaustive()
    }
}
