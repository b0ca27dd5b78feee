//! What a command says: its answer on the output, what went wrong on the error output; both as words or as one JSON object.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use api::session::Mended;
use engine::{Args, Words};
use serde::Serialize;
use serde_json::{Value, json};

use crate::failure::{Exit, Failed};

/// What a command answers, in both shapes.
pub(crate) struct Answer {
    /// For programs: one object.
    pub(crate) json: Value,
    /// For people.
    pub(crate) lines: Vec<String>,
    /// [`Exit::Done`], unless the answer is that something is wrong.
    pub(crate) exit: Exit,
}

impl Answer {
    /// An answer to something that went well. `json` is written as an object.
    pub(crate) fn new(json: impl Serialize, lines: Vec<String>) -> Result<Self, Failed> {
        let json = serde_json::to_value(json).map_err(|_| api::Failure::Unexpected { code: "cli/json".to_owned() })?;
        Ok(Self { json, lines, exit: Exit::Done })
    }
}

/// Writes the answer and hands it to the system. A closed pipe is an error, not a panic.
pub(crate) fn print(answer: &Answer, json: bool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if json {
        writeln!(out, "{}", answer.json)?;
    } else {
        for line in &answer.lines {
            writeln!(out, "{line}")?;
        }
    }
    out.flush()
}

/// Says why a command was not done. Where nobody listens there is nobody to tell.
pub(crate) fn complain(failed: &Failed, words: &Words, json: bool) {
    let (what, remedy) = failed.words(words);
    let mut err = io::stderr().lock();
    if json {
        let told = json!({
            "failure": failed.name(),
            "exit": Exit::of(failed) as u8,
            "what": what,
            "do": remedy,
            "wait_seconds": failed.wait_seconds(),
            "problems": failed.problems(),
        });
        let _ = writeln!(err, "{told}");
        return;
    }
    let _ = writeln!(err, "{what}\n{remedy}");
    for problem in failed.problems() {
        let _ = writeln!(err, "- {problem}");
    }
}

/// Says how far a command is that takes a while. Where nobody listens there is nobody to tell.
pub(crate) fn tell(object: &Value, lines: &[String], json: bool) {
    let mut err = io::stderr().lock();
    if json {
        let _ = writeln!(err, "{object}");
        return;
    }
    for line in lines {
        let _ = writeln!(err, "{line}");
    }
}

/// Says that the data were damaged and have been mended at opening, as the first screen does.
pub(crate) fn tell_mended(mended: &Mended, words: &Words, json: bool) {
    let mut err = io::stderr().lock();
    if json {
        let _ = writeln!(err, "{}", json!({ "mended": mended }));
        return;
    }
    let _ = writeln!(err, "{}", words.say("today-mended"));
    let _ = writeln!(err, "{}", words.say_with("today-mended-what", &Args::new().with("documents", mended.documents)));
    if mended.lost > 0 {
        let _ = writeln!(err, "{}", words.say_with("today-mended-lost", &Args::new().with("lost", mended.lost)));
    }
    let kept = Args::new().with("file", mended.kept_as.clone());
    let _ = writeln!(err, "{}", words.say_with("today-mended-kept", &kept));
}

/// Says what is wrong with what was typed, or gives the help that was asked for.
pub(crate) fn usage(told: &clap::Error) -> ExitCode {
    let code = u8::try_from(told.exit_code()).unwrap_or(Exit::Usage as u8);
    match told.print() {
        Ok(()) => ExitCode::from(code),
        Err(_) => Exit::Disk.into(),
    }
}
