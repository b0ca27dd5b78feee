//! The program `wijkweb-cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
