//! Places that are filled when they are first asked for.

use std::sync::OnceLock;

/// So many places are made at once, when the first of them is asked for.
const BLOCK: usize = 16;

/// Places beside each other.
type Block<T> = Box<[OnceLock<T>]>;

/// A fixed number of places, in blocks; what is never asked for takes next to no memory.
#[derive(Debug)]
pub(crate) struct Cells<T>(Box<[OnceLock<Block<T>>]>);

impl<T> Cells<T> {
    /// So many empty places.
    pub(crate) fn new(count: usize) -> Self {
        Cells((0..count.div_ceil(BLOCK)).map(|_| OnceLock::new()).collect())
    }

    /// What is in a place, or what `read` gives for it; `None` if there is no such place.
    pub(crate) fn get_or_init(&self, at: usize, read: impl FnOnce() -> T) -> Option<&T> {
        let block = self.0.get(at / BLOCK)?.get_or_init(|| (0..BLOCK).map(|_| OnceLock::new()).collect());
        Some(block.get(at % BLOCK)?.get_or_init(read))
    }
}
