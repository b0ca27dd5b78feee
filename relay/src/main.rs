//! The program: a relay that runs until it is asked to stop.

use std::process::ExitCode;

fn main() -> ExitCode {
    relay::program::main()
}
