//! `cargo vestige`: hands the arguments and the streams to the library and returns its exit status.

use std::process::ExitCode;

// Syntax trees are made of many small pieces on several threads; the system's allocator spends a third of the run on them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = std::env::args_os();
    ExitCode::from(cargo_vestige::cli::run(arguments, &mut std::io::stdout().lock(), &mut std::io::stderr()))
}
