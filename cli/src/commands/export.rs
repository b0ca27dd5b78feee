//! Writes everything to one encrypted file.

use api::records::ExportAll;

use crate::{arguments::Export, failure::Failed, output::Answer, secret, session::Desk};

pub(super) fn run(desk: &mut Desk<'_>, export: &Export) -> Result<Answer, Failed> {
    let (ask, again) = (desk.words.say("command-line-ask-file"), desk.words.say("command-line-ask-again"));
    let passphrase = export.secret.source().read_new(&ask, &again)?;
    let written = desk.call(ExportAll { passphrase: secret::handed_over(passphrase) })?;
    let lines = vec![written.path.clone()];
    Answer::new(written, lines)
}
