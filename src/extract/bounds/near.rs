//! Words and addresses of this machine: a peer there answers, or refuses, at once.
//!
//! In: tokens, names. Out: yes or no. It goes by how things are called; a name that is resolved to this machine is not seen.

use crate::extract::words::has_word;
use proc_macro2::TokenStream;

/// Words for this machine.
const NEAR: [&str; 3] = ["localhost", "LOCALHOST", "loopback"];

/// Parts of names of what is on this machine, beside `local`: `local_addr` is our end of any connection.
const SERVICES: [&str; 8] = ["url", "uri", "backend", "upstream", "server", "daemon", "proxy", "service"];

/// Whether tokens name this machine.
pub(super) fn is_this_machine(tokens: &TokenStream) -> bool {
    let text = tokens.to_string();
    let number = ["127.0.0.1", "[::1]", "\"::1\""].iter().any(|it| text.contains(it));
    number || has_word(tokens, &|word| NEAR.contains(&word))
}

/// Whether a name is one of something on this machine: `local_backend_addr`.
pub(super) fn is_on_this_machine(name: &str) -> bool {
    name.split('_').any(|part| part == "local") && name.split('_').any(|part| SERVICES.contains(&part))
}
