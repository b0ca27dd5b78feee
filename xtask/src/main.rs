//! Sets up, builds, runs, tests and packages Wijkweb: `cargo xtask <what>`.

mod bench;
mod check;
mod command;
mod display;
mod e2e;
mod failure;
mod front_end;
mod fuzz;
mod lint;
mod package;
mod paths;
mod relay;
mod run;
mod setup;
mod shell;
mod stamp;
mod steps;
mod tally;
mod test;
mod tour;
mod window_tests;

use std::process::ExitCode;

use failure::{Failure, Outcome};

const USAGE: &str = "\
cargo xtask <what>

  setup            gets what this machine lacks: packages, the wasm standard library, npm pieces
  run [--release]  builds the app and opens it
  test             formatting, lints, all tests and the real window
  check            formatting, lints, house rules, documentation, licences
  e2e [FILTER]     the tests in the real window, on a virtual display
  tour DIR         a picture of every screen, written to DIR
  bench [ARGS]     the measured workloads
  fuzz [TARGET] [--minutes N]  bytes that nobody has thought of, ten minutes a target
  package          a .deb in target/package

Each of them sets up what it needs first. A second time is quick.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Outcome {
    let Some((what, rest)) = arguments.split_first() else {
        println!("{USAGE}");
        return Ok(());
    };
    match what.as_str() {
        "setup" => setup::all(),
        "run" => run::run(rest),
        "test" => test::run(),
        "check" => check::run(),
        "e2e" => e2e::run(rest),
        "tour" => tour::run(rest),
        "bench" => bench::run(rest),
        "fuzz" => fuzz::run(rest),
        "package" => package::run(),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(Failure::new(format!("there is no `{other}`\n\n{USAGE}"))),
    }
}
