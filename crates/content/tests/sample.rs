//! The sample neighbourhood is whole, sound and worth looking at.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where it cannot go on")]

use std::{collections::BTreeSet, fs, path::Path};

use content::sample::{self, SampleResident};
use domain::{Answer, Form, GivenBy, Language, Purpose, StepState};

fn every<T: Ord>(of: impl Fn(&SampleResident) -> Vec<T>) -> BTreeSet<T> {
    sample::residents().iter().flat_map(of).collect()
}

#[test]
fn every_file_is_right_and_none_is_missing() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/sample");
    let there: BTreeSet<String> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("the folder can be read").file_name().to_string_lossy().into_owned())
        .collect();
    let listed: BTreeSet<String> = sample::files().iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(listed, there, "src/sample/files.rs lists what is in content/sample");
    for (name, text) in sample::files() {
        let read = sample::parse(text);
        assert!(read.is_ok(), "{name}: {}", read.err().unwrap_or_default());
    }
    assert_eq!(sample::residents().len(), there.len(), "so nobody is missing at run time");
}

#[test]
fn names_are_different() {
    let names = every(|resident| vec![resident.name.clone()]);
    assert_eq!(names.len(), sample::residents().len(), "two people with one name would confuse a newcomer");
}

#[test]
fn the_neighbourhood_shows_what_the_app_can() {
    assert_eq!(every(|resident| vec![resident.form]), [Form::U, Form::Je].into(), "u and je");
    assert_eq!(every(|resident| vec![resident.language]), Language::ALL.into(), "Dutch and English");
    assert!(every(|resident| vec![resident.birth_decade]).len() >= 7, "many ages, and one that was not told");
    let purposes = every(|resident| resident.bases.iter().map(|basis| basis.purpose).collect());
    assert_eq!(purposes, Purpose::ALL.into(), "every purpose");
    let ways = every(|resident| resident.bases.iter().map(|basis| basis.given_by).collect());
    assert_eq!(ways, GivenBy::ALL.into(), "every way of giving a basis");
    assert!(
        sample::residents().iter().any(|resident| resident.bases.iter().any(|basis| basis.withdrawn.is_some())),
        "one withdrawn"
    );
    let states = every(|resident| resident.steps.iter().map(|step| step.state).collect());
    assert_eq!(states, StepState::ALL.into(), "steps that went in every way");
    let instruments = every(|resident| {
        resident.conversations.iter().map(|conversation| conversation.instrument.to_string()).collect()
    });
    assert!(instruments.len() >= 3, "more than one kind of web");
    let counts = every(|resident| vec![resident.conversations.len()]);
    assert_eq!(counts, (0..=4).collect(), "from nothing yet to four webs in a year");
}

#[test]
fn marks_are_of_every_height() {
    let answers: Vec<Answer> = sample::residents()
        .iter()
        .flat_map(|resident| &resident.conversations)
        .flat_map(|conversation| {
            conversation.answers.values().flat_map(|answers| answers.values().map(|answer| answer.0))
        })
        .collect();
    let marks: Vec<u8> = answers.iter().filter_map(|answer| answer.mark()).map(domain::Mark::get).collect();
    let mean = marks.iter().map(|mark| usize::from(*mark)).sum::<usize>() / marks.len();
    assert!((5..=7).contains(&mean), "people here do neither badly nor perfectly; the mean is {mean}");
    assert!(answers.contains(&Answer::Declined), "and some would rather not say");
}

fn refused(from: &str, to: &str) -> String {
    let (_, text) = sample::files().iter().find(|(name, _)| *name == "an.toml").expect("An is there");
    assert!(text.contains(from), "{from} stands in the file");
    sample::parse(&text.replacen(from, to, 1)).expect_err("this is wrong")
}

#[test]
fn what_is_wrong_is_told() {
    for (from, to, told) in [
        ("name = \"An\"", "name = \"An de Vries\"", "first or chosen name"),
        ("birth_decade = 1950", "birth_decade = 1954", "birth_decade"),
        ("form = \"je\"", "form = \"jij\"", "unknown variant"),
        ("added = -262", "added = -262\ncolour = \"red\"", "unknown field"),
        ("\"d:LF\" = 6", "\"d:XX\" = 6", "d:XX is not asked"),
        ("\"d:LF\" = 6", "\"d:LF\" = 11", "a mark from 0 to 10"),
        ("\"d:LF\" = 6", "\"LF\" = 6", "a target is"),
        ("themes = [\"MD\"]", "themes = [\"XX\"]", "no dimension XX"),
        ("pg-volwassen@1", "pg-volwassen@9", "not shipped"),
        ("day = -262\ntold", "day = -200\ntold", "no basis for keep"),
        ("look_back = -213", "look_back = -262", "look_back"),
        ("day = -80\nplace", "day = -262\nplace", "before the last"),
        ("step = \"stands_out\"", "step = \"neighbourhood\"", "no basis for neighbourhood-wish"),
        ("agreed_in = \"nazomer\"", "agreed_in = \"herfst\"", "which is not there"),
        ("voice = \"kin\"", "voice = \"neighbour\"", "unknown variant"),
        ("present = [\"resident\", \"kin\", \"professional\"]", "present = [\"professional\"]", "is not there"),
    ] {
        let problem = refused(from, to);
        assert!(problem.contains(told), "{to:?} is told as {told:?}, not as {problem:?}");
    }
}
