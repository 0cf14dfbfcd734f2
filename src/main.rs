//! `cargo vestige`: hands the arguments and the streams to the library and returns its exit status.

use std::process::ExitCode;

// Syntax trees are made of many small pieces on several threads; the system's allocator spends a third of the run on them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    if let Some(status) = cargo_vestige::prove::compiler::wrap(&arguments) {
        return ExitCode::from(status);
    }
    ExitCode::from(cargo_vestige::cli::run(
        arguments.into_iter(),
        &mut std::io::stdout().lock(),
        &mut std::io::stderr(),
    ))
}
