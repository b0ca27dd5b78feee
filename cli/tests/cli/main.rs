//! The command line as a script meets it: the real program on a real folder, judged by output and exit code.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what a story needs and does not get ends it"
)]

mod damage;
mod exit_codes;
mod records;
mod secrets;
mod talk;
mod team;
mod world;
