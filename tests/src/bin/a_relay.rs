//! The program `relay` once more, where tests of this package find it: cargo builds them only the programs of their own package.

use std::process::ExitCode;

fn main() -> ExitCode {
    relay::program::main()
}
