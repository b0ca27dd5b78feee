//! What a person reads when a definition file is wrong: one bad file for each mistake, in both languages.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where it cannot go on")]

use std::{fmt::Write, fs, path::Path};

use content::{BYTES_MAX, Problem, ProblemKind, Words, parse_instrument, parse_instrument_bytes};
use domain::Language;

fn bad_files() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| {
            let path = entry.expect("the folder can be read").path();
            let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
            (name, fs::read(&path).expect("the file can be read"))
        })
        .collect();
    files.sort();
    files
}

#[test]
fn every_bad_file_is_told_with_place_and_remedy() {
    let words = Language::ALL.map(Words::new);
    let mut told = String::new();
    for (name, bytes) in bad_files() {
        let problems = parse_instrument_bytes(&name, &bytes).expect_err("the file is bad");
        for problem in problems {
            for words in &words {
                writeln!(told, "{}: {}", words.language().tag(), problem.say(words)).expect("a string takes all");
            }
        }
        told.push('\n');
    }
    insta::assert_snapshot!("bad_files", told);
}

fn only(problems: Result<domain::instrument::Instrument, Vec<Problem>>) -> ProblemKind {
    let mut problems = problems.expect_err("the file is bad");
    assert_eq!(problems.len(), 1, "one mistake, one problem: {problems:?}");
    problems.remove(0).what
}

#[test]
fn a_file_that_is_no_text_is_refused() {
    assert_eq!(only(parse_instrument_bytes("a.toml", b"id = \"\xff\xfe\"")), ProblemKind::NotText, "UTF-8 only");
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let large = vec![b'#'; BYTES_MAX + 1];
    assert_eq!(
        only(parse_instrument_bytes("a.toml", &large)),
        ProblemKind::TooLarge { bytes_max: BYTES_MAX },
        "the limit is checked first"
    );
}

#[test]
fn deep_nesting_is_a_problem_and_not_a_crash() {
    let keys = "a.".repeat(250_000);
    let deep = [
        ("a.toml", "a = ".to_owned() + &"[".repeat(250_000)),
        ("a.toml", "a = ".to_owned() + &"{a=".repeat(150_000)),
        ("a.toml", format!("{keys}a = 1")),
        ("a.toml", format!("[{keys}a]")),
        ("a.toml", format!("[[{keys}a]]")),
        ("a.json", "[".repeat(250_000)),
        ("a.json", "{\"a\":".repeat(100_000)),
    ];
    for (name, text) in deep {
        let problems = parse_instrument(name, &text).expect_err("this is no definition");
        let too_large = ProblemKind::TooLarge { bytes_max: BYTES_MAX };
        assert!(problems.iter().all(|problem| problem.what != too_large), "{name} is small enough to reach the parser");
    }
}

#[test]
fn a_hundred_problems_are_enough() {
    let text: String = (0..1000).fold(String::new(), |text, number| text + &format!("key{number} = 1\n"));
    let problems = parse_instrument("a.toml", &text).expect_err("no key is known");
    assert_eq!(problems.len(), 100, "more is not read by anyone");
    assert_eq!(
        problems.last().map(|problem| &problem.what),
        Some(&ProblemKind::More),
        "and the last says that there is more"
    );
}

#[test]
fn a_byte_order_mark_is_not_held_against_a_file() {
    let (_, text) = content::shipped_files().next().expect("there are files");
    assert!(parse_instrument("a.toml", &format!("\u{feff}{text}")).is_ok(), "some editors write one");
}
