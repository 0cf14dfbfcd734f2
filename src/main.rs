//! `cargo vestige`: hands the arguments and the streams to the library and returns its exit status.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = std::env::args_os();
    ExitCode::from(cargo_vestige::cli::run(arguments, &mut std::io::stdout().lock(), &mut std::io::stderr()))
}
