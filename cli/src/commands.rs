//! The commands, a file a noun: each asks the engine and gives an answer.

mod access_log;
mod conversation;
mod erase;
mod export;
mod import;
mod init;
mod input;
mod instrument;
mod plan;
mod rebuild;
mod recovery_code;
mod resident;
mod shared;
mod sharing;
mod sheet;
mod state;
mod sync;
mod team;
mod verify;

use std::path::PathBuf;

use engine::Words;

use crate::{
    arguments::{Arguments, Command, Conversation, Erase, Sheet, Team},
    failure::Failed,
    output::Answer,
    session::Desk,
};

/// Whether the passphrase has to be shown once more.
const fn asks_passphrase(command: &Command) -> bool {
    matches!(
        command,
        Command::Team(Team::Role { .. } | Team::Remove(_) | Team::Leave)
            | Command::Erase(Erase::Resident { .. } | Erase::Conversation { .. } | Erase::Agree { .. })
            // What it began is taken back where it cannot be done whole.
            | Command::Conversation(Conversation::Add { .. })
            | Command::Sheet(Sheet::New { .. })
    )
}

/// Does what was typed.
pub(crate) fn run(arguments: Arguments, words: &Words) -> Result<Answer, Failed> {
    let Arguments { common, command } = arguments;
    let out = match &command {
        Command::Export(export) => export.out.clone(),
        _ => PathBuf::new(),
    };
    let mut desk = Desk::new(common.data(), out, common.json, words);
    if !matches!(command, Command::Init(_)) {
        desk.unlock(&common, asks_passphrase(&command))?;
    }
    let exchanged = matches!(command, Command::Sync(_));
    let mut answer = match command {
        Command::Init(init) => init::run(&mut desk, &common, init),
        Command::Resident(resident) => resident::run(&mut desk, resident),
        Command::Conversation(conversation) => conversation::run(&mut desk, conversation),
        Command::Erase(erase) => erase::run(&mut desk, erase),
        Command::Export(export) => export::run(&mut desk, &export),
        Command::Import(import) => import::run(&mut desk, &import),
        Command::Rebuild => rebuild::run(&mut desk),
        Command::Verify => verify::run(&mut desk),
        Command::Instrument(instrument) => instrument::run(&mut desk, &instrument),
        Command::AccessLog => access_log::run(&mut desk),
        Command::Team(team) => team::run(&mut desk, team),
        Command::Share(share) => sharing::share(&mut desk, share),
        Command::Withdraw(withdraw) => sharing::withdraw(&mut desk, &withdraw),
        Command::HandOver(hand_over) => sharing::hand_over(&mut desk, hand_over),
        Command::BringAlong(copy) => sharing::bring_along(&mut desk, copy),
        Command::Hold(hold) => sharing::hold(&mut desk, hold),
        Command::Sharing { resident } => sharing::show(&mut desk, resident),
        Command::Shared(shared) => shared::run(&mut desk, shared),
        Command::Plan(plan) => plan::run(&mut desk, plan),
        Command::Sheet(sheet) => sheet::run(&mut desk, sheet),
        Command::Sync(sync) => sync::run(&mut desk, sync),
        Command::State(state) => state::run(&mut desk, state),
    }?;
    if common.sync && !exchanged {
        sync::afterwards(&mut desk, &mut answer);
    }
    desk.lock()?;
    Ok(answer)
}
