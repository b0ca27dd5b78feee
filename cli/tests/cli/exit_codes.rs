//! The exit codes that the pages promise, met by a real program; the rest of the table is tested in src/failure.rs.

use std::{io::Write, process::Stdio};

use crate::world::{World, said};

#[test]
fn what_cannot_be_typed_ends_with_2_and_help_with_0() {
    let world = World::new();
    assert_eq!(said(world.bare().arg("fly")).code, 2, "no such command");
    let help = said(world.bare().arg("--help"));
    assert_eq!(help.code, 0, "help is no failure");
    for code in 0..=9 {
        assert!(help.out.contains(&format!("\n  {code}  ")), "--help tells what {code} means: {}", help.out);
    }
    let nowhere = said(std::process::Command::new(env!("CARGO_BIN_EXE_wijkweb-cli")).args(["resident", "list"]));
    assert_eq!(nowhere.code, 2, "which data folder is never guessed: {nowhere:?}");
}

#[test]
fn what_is_not_there_ends_with_4() {
    let world = World::new();
    let empty = world.run(&["resident", "list"]);
    assert_eq!(empty.code, 4, "nothing was set up: {empty:?}");
    assert!(empty.err.contains("init"), "and how to begin is told: {empty:?}");
    assert!(!world.path("data").exists(), "looking makes nothing");
}

#[test]
fn data_that_another_program_has_open_ends_with_6() {
    let (world, _) = World::set_up();
    let resident = world.resident("An");
    let mut first = world
        .command(&["conversation", "add", &resident, "-"])
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut input = first.stdin.take().expect("its input");
    // More than fits in a pipe: when this returns, the first has unlocked and reads.
    input.write_all(&vec![b' '; 1 << 20]).expect("it reads");
    let second = world.run(&["resident", "list"]);
    assert_eq!(second.code, 6, "two programs never write to one folder: {second:?}");
    drop(input);
    assert_eq!(first.wait().expect("it ends").code(), Some(4), "nothing but spaces is no conversation");
    assert_eq!(world.run(&["resident", "list"]).code, 0, "and now the folder is free");
}

#[test]
fn an_output_that_nobody_reads_ends_with_7_and_is_told() {
    let (world, _) = World::set_up();
    let mut listing = world
        .command(&["instrument", "list"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(listing.stdout.take());
    let told = crate::world::Said::from(listing.wait_with_output().expect("it ends"));
    assert_eq!(told.code, 7, "what could not be said was not said: {told:?}");
    assert!(told.err.starts_with("What there is to say could not be written."), "loudly: {told:?}");
    assert!(!told.err.contains("panicked"), "and as a failure like others: {told:?}");
}
