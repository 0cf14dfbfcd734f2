//! The places of tokens, which stay with the thread that read them until they are forgotten.
//!
//! In: nothing. Out: whether they were forgotten since. A tree outlives its places; its tokens then have none.

use std::cell::Cell;

thread_local! {
    static FORGOTTEN: Cell<u64> = const { Cell::new(0) };
}

/// Forgets the places of all tokens of this thread: they would pile up otherwise.
pub(crate) fn forget() {
    FORGOTTEN.set(forgotten() + 1);
    proc_macro2::extra::invalidate_current_thread_spans();
}

/// How often this thread forgot them.
pub(crate) fn forgotten() -> u64 {
    FORGOTTEN.get()
}
