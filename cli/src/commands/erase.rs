//! Erases a resident or one conversation, when the name was typed; and together what somebody else keeps.

mod together;

use api::{
    Failure,
    conversation::GetConversation,
    dossier::{EraseConversation, EraseResident},
};
use serde_json::json;

use crate::{arguments::Erase, failure::Failed, output::Answer, session::Desk};

pub(super) fn run(desk: &mut Desk<'_>, command: Erase) -> Result<Answer, Failed> {
    let saved = match command {
        Erase::Resident { resident, confirm } => {
            let passphrase = desk.passphrase();
            desk.call(EraseResident { resident, confirm, passphrase })?
        }
        Erase::Conversation { conversation, confirm } => {
            // On screen the name stands above the button; here it has to be typed, as for a resident.
            let name = desk.call(GetConversation { conversation })?.profile.name;
            if name.trim().to_lowercase() != confirm.trim().to_lowercase() {
                return Err(Failure::NotConfirmed.into());
            }
            let passphrase = desk.passphrase();
            desk.call(EraseConversation { conversation, passphrase })?
        }
        Erase::Others => return together::others(desk),
        Erase::Agree { dossier, confirm, seen } => return together::agree(desk, dossier, confirm, seen),
        Erase::TakeBack { dossier } => return together::take_back(desk, dossier),
    };
    let lines = ["erase-gone-what", "erase-gone-left"].map(|key| desk.words.say(key)).to_vec();
    Answer::new(json!({ "erased_ms": saved.at }), lines)
}
