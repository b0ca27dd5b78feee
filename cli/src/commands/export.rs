//! Writes everything to one encrypted file, or what was not sent to a team.

use api::{
    domain::TeamId,
    records::{ExportAll, SaveUnsent},
    sync::GetSync,
};

use crate::{
    arguments::Export,
    failure::Failed,
    output::Answer,
    secret,
    session::{Desk, the_one},
};

pub(super) fn run(desk: &mut Desk<'_>, export: &Export) -> Result<Answer, Failed> {
    // Whose it is comes first: nobody thinks of a passphrase for nothing.
    let team = export.unsent.as_deref().map(|named| unsent_to(desk, named)).transpose()?;
    let (ask, again) = (desk.words.say("command-line-ask-file"), desk.words.say("command-line-ask-again"));
    let passphrase = secret::handed_over(export.secret.source().read_new(&ask, &again)?);
    let written = match team {
        Some(team) => desk.call(SaveUnsent { team, passphrase })?,
        None => desk.call(ExportAll { passphrase })?,
    };
    let lines = vec![written.path.clone()];
    Answer::new(written, lines)
}

/// The team of this name or id to which something was not sent.
fn unsent_to(desk: &mut Desk<'_>, named: &str) -> Result<TeamId, Failed> {
    let teams: Vec<_> = desk.call(GetSync {})?.unsent.into_iter().map(|unsent| unsent.team).collect();
    Ok(the_one(&teams, named)?)
}
