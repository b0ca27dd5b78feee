//! The commands fit together, and their help teaches.

use std::ffi::OsString;

use clap::{CommandFactory, error::ErrorKind};

use super::{Arguments, read};

#[test]
fn the_commands_fit_together() {
    Arguments::command().debug_assert();
}

#[test]
fn every_command_in_help_has_an_example_and_a_sentence() {
    fn look(command: &clap::Command, path: &str) {
        let path = format!("{path} {}", command.get_name());
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        assert!(help.contains("Example") && help.contains("wijkweb-cli --data"), "{path}: --help shows how to type it");
        assert!(command.get_about().is_some(), "{path}: --help says what it does");
        command.get_subcommands().for_each(|inner| look(inner, &path));
    }
    look(&Arguments::command(), "");
}

#[test]
fn every_example_in_help_can_be_typed() {
    fn examples(command: &clap::Command, found: &mut Vec<String>) {
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        found.extend(help.lines().map(str::trim).filter(|line| line.starts_with("wijkweb-cli")).map(str::to_owned));
        command.get_subcommands().for_each(|inner| examples(inner, found));
    }
    let mut found = Vec::new();
    examples(&Arguments::command(), &mut found);
    for example in found {
        let id = "00112233445566778899aabbccddeeff";
        let ids = ["RESIDENT", "CONVERSATION", "PERSON", "DEVICE", "BASIS"];
        let typed = ids.into_iter().fold(example.clone(), |typed, name| typed.replace(name, id));
        let typed = typed.replace("RECORD", &id.repeat(2));
        let read = read(typed.split_whitespace().map(OsString::from));
        assert!(read.is_ok(), "{example}: {}", read.err().map(|told| told.to_string()).unwrap_or_default());
    }
}

#[test]
fn one_input_is_not_read_for_two_things() {
    let id = "00112233445566778899aabbccddeeff";
    for typed in [
        format!("x --data d --passphrase-fd 0 conversation add {id} -"),
        "x --data d --passphrase-fd 0 resident add --file -".to_owned(),
        "x --data d --passphrase-fd 3 export --file-passphrase-fd 3".to_owned(),
        "x --data d --passphrase-fd 3 team join --link l --digits-fd 3".to_owned(),
        "x --data d --passphrase-fd 3 team bring-back --line l --code-fd 3".to_owned(),
        "x --data d --passphrase-fd 3 sheet put --code-fd 3".to_owned(),
        format!("x --data d --passphrase-fd 0 share {id} --with team --what all --told -"),
        format!("x --data d team invite --resident {id} --told - --digits-fd 0"),
    ] {
        let read = read(typed.split_whitespace().map(OsString::from));
        let kind = read.err().map(|told| told.kind());
        assert_eq!(kind, Some(ErrorKind::ArgumentConflict), "{typed}: the second would get what is left, or nothing");
    }
}

#[test]
fn a_team_is_shared_with_or_people_and_an_invitation_is_for_one() {
    let id = "00112233445566778899aabbccddeeff";
    for typed in [
        format!("x --data d share {id} --with team {id} --what all --told t"),
        format!("x --data d share {id} --with team --what some --told t"),
        "x --data d team invite".to_owned(),
        "x --data d team invite --role member --own-device".to_owned(),
        format!("x --data d team invite --resident {id}"),
        "x --data d team invite --role resident".to_owned(),
        "x --data d team join --code abc".to_owned(),
        "x --data d team remove".to_owned(),
    ] {
        let read = read(typed.split_whitespace().map(OsString::from));
        assert!(read.is_err(), "{typed}: it is not said what is meant");
    }
}
