//! Begins in an empty folder, and gives the recovery code once.

use api::{
    domain::directory::Person,
    session::{GetSession, SessionState, SetUp},
};

use super::recovery_code;
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
    let (json, lines) = recovery_code::made(desk, init.recovery_file, |desk| desk.call(request))?;
    Answer::new(json, lines)
}
