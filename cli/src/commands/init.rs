//! Begins in an empty folder, and gives the recovery code once.

use std::{
    fs::{self, File, OpenOptions},
    io::Write,
    path::Path,
};

use api::{
    domain::directory::Person,
    session::{GetSession, SessionState, SetUp},
};
use engine::Args;
use serde_json::json;
use zeroize::Zeroizing;

use crate::{
    arguments::{Common, Init},
    failure::Failed,
    output::Answer,
    secret,
    session::Desk,
};

pub(super) fn run(desk: &mut Desk<'_>, common: &Common, init: Init) -> Result<Answer, Failed> {
    match desk.call(GetSession {})?.state {
        SessionState::New => {}
        SessionState::Trouble { failure } => return Err(failure.into()),
        _ => return Err(Failed::SetUpAlready),
    }
    let (ask, again) = (desk.words.say("command-line-ask-new"), desk.words.say("command-line-ask-again"));
    let passphrase = common.passphrase().read_new(&ask, &again)?;
    let request =
        SetUp { person: Person { name: init.name, role: init.role }, passphrase: secret::handed_over(passphrase) };
    let Some(path) = init.recovery_file else {
        let code = desk.call(request)?.groups.join("-");
        let lines = vec![desk.words.say("command-line-code"), String::new(), code.clone()];
        return Answer::new(json!({ "recovery_code": code }), lines);
    };
    // The file first: a code that cannot be kept would be lost.
    let mut file = new_private_file(&path)?;
    let kept = desk.call(request).and_then(|code| {
        let line = Zeroizing::new(format!("{}\n", code.groups.join("-")));
        file.write_all(line.as_bytes()).and_then(|()| file.sync_all()).map_err(|_| Failed::Unwritten(path.clone()))
    });
    if let Err(failed) = kept {
        // Empty or half, it would be taken for the code.
        let _ = fs::remove_file(&path);
        return Err(failed);
    }
    let shown = path.display().to_string();
    let line = desk.words.say_with("command-line-code-file", &Args::new().with("path", shown.clone()));
    Answer::new(json!({ "recovery_file": shown }), vec![line])
}

/// A file that was not there before, and that only its owner can read where the system knows owners.
fn new_private_file(path: &Path) -> Result<File, Failed> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|_| Failed::Unwritten(path.to_owned()))
}
