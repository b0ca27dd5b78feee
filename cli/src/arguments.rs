//! What can be typed: the commands and flags, with the help that teaches them.

mod conversation;
mod erase;
mod files;
mod resident;
mod shared;
mod sharing;
mod sheet;
mod sync;
mod team;
mod tongue;

#[cfg(test)]
mod tests;

use std::{ffi::OsString, path::PathBuf};

use api::domain::ResidentId;
use clap::{Args, CommandFactory, Parser, Subcommand, error::ErrorKind};
use engine::Language;

pub(crate) use conversation::Conversation;
pub(crate) use erase::Erase;
pub(crate) use files::{Export, Import};
pub(crate) use resident::{AddResident, Resident};
pub(crate) use shared::{Plan, Shared};
pub(crate) use sharing::{BringAlong, Given, HandOver, Hold, Share, Withdraw};
pub(crate) use sheet::{BringBackTeam, CodeSecret, Sheet};
pub(crate) use sync::{State, Sync};
pub(crate) use team::{CreateTeam, Digits, InviteSomebody, JoinTeam, RemoveFromTeam, Team};
pub(crate) use tongue::Tongue;

use crate::secret::Source;

const EXIT_CODES: &str = "\
Examples:
  wijkweb-cli --data ~/wijkweb init --name Marieke --role wijkverpleegkundige
  wijkweb-cli --data ~/wijkweb resident list
  wijkweb-cli --data ~/wijkweb --passphrase-file secret --json verify

Exit codes:
  0  done
  1  something that should not happen
  2  no such command or flag, or nothing to read a passphrase from
  3  passphrase wrong, too weak, or too soon after a wrong one
  4  refused by a rule, or not found
  5  damaged data or a damaged file; also when verify finds something wrong
  6  Wijkweb has the data open already
  7  disk full or read-only; a file or the output out of reach
  8  the relay cannot be reached, or does not answer; try again later
  9  exchanged, but there is something that a person has to look at";

/// Wijkweb without a window: the same engine, data and rules as the app.
///
/// The passphrase is asked at the terminal without echo, or read from a file descriptor or a file; never from an argument or the
/// environment, where others on the machine can see it. What goes wrong is told on the error output in the words of the app.
/// Names that you give as an argument can be seen by others on the machine while the command runs.
#[derive(Debug, Parser)]
#[command(name = "wijkweb-cli", version, after_help = EXIT_CODES, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Flags that every command takes.
#[derive(Debug, Args)]
pub(crate) struct Common {
    /// The data folder; the app's own is `~/.local/share/nl.wijkweb.app` on Linux.
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Read the passphrase from the first line of this file descriptor.
    #[arg(long, global = true, value_name = "N", conflicts_with = "passphrase_file")]
    passphrase_fd: Option<u32>,
    /// Read the passphrase from the first line of this file.
    #[arg(long, global = true, value_name = "PATH")]
    passphrase_file: Option<PathBuf>,
    /// Answer with one JSON object, and complain with one.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Language of what is said; without it as `LC_ALL`, `LC_MESSAGES`, `LANG` say, else English.
    #[arg(long, global = true, value_name = "LANGUAGE", value_enum)]
    lang: Option<Tongue>,
    /// In which team, where you are in several: its name, or an id of `team list`. Lists then show what is its; without it, all.
    #[arg(long, global = true, value_name = "TEAM")]
    pub(crate) team: Option<String>,
    /// Exchange with the relay afterwards, as `sync` does. Without this nothing is sent: what changed waits for a sync.
    #[arg(long, global = true)]
    pub(crate) sync: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Begin in an empty folder: who you are, and the passphrase that locks the data.
    ///
    /// Prints the recovery code, this once: it opens the data when the passphrase is lost. Keep it on paper, elsewhere. With
    /// --recovery-file it goes to a new file that only you can read, and is not printed.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb init --name Marieke --role wijkverpleegkundige")]
    Init(Init),
    /// Add, list and show residents.
    #[command(subcommand, after_help = "Example:\n  wijkweb-cli --data ~/wijkweb resident list")]
    Resident(Resident),
    /// Add, show and list conversations, as JSON.
    #[command(subcommand, after_help = "Example:\n  wijkweb-cli --data ~/wijkweb conversation list RESIDENT")]
    Conversation(Conversation),
    /// Erase a resident or one conversation, for ever.
    #[command(subcommand, after_help = "Example:\n  wijkweb-cli --data ~/wijkweb erase resident RESIDENT --confirm An")]
    Erase(Erase),
    /// Write everything to one encrypted file (age), under a passphrase of its own.
    #[command(after_help = "Examples:\n  wijkweb-cli --data ~/wijkweb export --out /backups\n  \
                            wijkweb-cli --data ~/wijkweb export --unsent Noord --out /usb")]
    Export(Export),
    /// Read such a file back. Documents merge; what was erased here stays erased.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb import /backups/wijkweb-2026-11-23.age")]
    Import(Import),
    /// Make the lists and the search index anew from the documents.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb rebuild")]
    Rebuild,
    /// Check every page, document and list and the access log. Changes nothing; exit code 5 when something is wrong.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb --json verify")]
    Verify,
    /// List the instruments that a conversation can be held with.
    #[command(subcommand, after_help = "Example:\n  wijkweb-cli --data ~/wijkweb instrument list")]
    Instrument(Instrument),
    /// Show who opened, printed, exported or erased what, and when; the latest first.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb access-log")]
    AccessLog,
    /// The team of this device: make one, let people in, join, roles, going.
    ///
    /// What changes here is sent to the relay at the next `sync`, or at once with --sync.
    #[command(subcommand, after_help = "Example:\n  wijkweb-cli --data ~/wijkweb team show")]
    Team(Team),
    /// Share a dossier, its plan or one conversation. Sent at the next `sync`, or at once with --sync.
    #[command(
        after_help = "Examples:\n  wijkweb-cli --data ~/wijkweb share RESIDENT --with team --what all --told told.txt --sync\n  \
                            wijkweb-cli --data ~/wijkweb share RESIDENT --with PERSON --what plan --told told.txt\n  \
                            wijkweb-cli --data ~/wijkweb share RESIDENT --with team --what plan --told told.txt"
    )]
    Share(Share),
    /// Withdraw a basis. Nothing new comes to who read it; what was read has been read. Sent at the next `sync`.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb withdraw RESIDENT BASIS --sync")]
    Withdraw(Withdraw),
    /// Hand a dossier over to somebody who keeps it from then on. Sent at the next `sync`, or at once with --sync.
    ///
    /// Yours, or one of a colleague who is ill or has left, if you can read all of it; the colleague then keeps it too. `team running`
    /// shows what there is.
    #[command(
        after_help = "Examples:\n  wijkweb-cli --data ~/wijkweb hand-over RESIDENT PERSON --told told.txt --instead --sync\n  \
                            wijkweb-cli --data ~/wijkweb hand-over RESIDENT PERSON --told told.txt"
    )]
    HandOver(HandOver),
    /// Bring a copy of a dossier along into another of your teams, on a basis of its own. The one it was copied from stays.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb bring-along RESIDENT Zuid --told told.txt --sync")]
    BringAlong(BringAlong),
    /// Say, as an owner, that nothing of a dossier may be erased for now, or that it may again. Sent at the next `sync`.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb hold RESIDENT")]
    Hold(Hold),
    /// Show who can read a dossier: who keeps it, and with whom it is shared, with the basis of each.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb sharing RESIDENT")]
    Sharing {
        /// Whose: an id of `resident list`.
        resident: ResidentId,
    },
    /// List what was shared with you by itself: a plan or a conversation, without its dossier; and say when something has gone.
    #[command(
        after_help = "Examples:\n  wijkweb-cli --data ~/wijkweb shared\n  wijkweb-cli --data ~/wijkweb shared --seen"
    )]
    Shared(Shared),
    /// Show a plan.
    #[command(subcommand, after_help = "Example:\n  wijkweb-cli --data ~/wijkweb plan show RESIDENT")]
    Plan(Plan),
    /// Show the recovery sheet, and put teams on it: with it you come back when every device of yours is gone.
    #[command(subcommand, after_help = "Example:\n  wijkweb-cli --data ~/wijkweb sheet show")]
    Sheet(Sheet),
    /// Exchange with the relay until there is nothing more to do.
    ///
    /// Says on the error output how far it is. Exit code 0 when all is exchanged, 8 when the relay cannot be reached, 9 when there is
    /// something that a person has to look at.
    #[command(
        after_help = "Examples:\n  wijkweb-cli --data ~/wijkweb sync\n  wijkweb-cli --data ~/wijkweb sync --watch"
    )]
    Sync(Sync),
    /// Show where everything is: only here, waiting, at the relay. Asks the relay nothing.
    #[command(
        after_help = "Examples:\n  wijkweb-cli --data ~/wijkweb state\n  wijkweb-cli --data ~/wijkweb state RESIDENT"
    )]
    State(State),
}

/// Begin.
#[derive(Debug, Args)]
pub(crate) struct Init {
    /// Your name, as residents know it.
    #[arg(long)]
    pub(crate) name: String,
    /// What you do, in a word or two.
    #[arg(long, default_value = "")]
    pub(crate) role: String,
    /// Write the recovery code to this new file instead of printing it.
    #[arg(long, value_name = "PATH")]
    pub(crate) recovery_file: Option<PathBuf>,
}

/// Instruments.
#[derive(Debug, Subcommand)]
pub(crate) enum Instrument {
    /// List the instruments, with the key that a conversation names.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb instrument list")]
    List,
}

/// Reads what was typed.
///
/// # Errors
/// What to tell who typed it, which may be the help that was asked for.
pub(crate) fn read(typed: impl IntoIterator<Item = OsString>) -> Result<Arguments, clap::Error> {
    let arguments = Arguments::try_parse_from(typed)?;
    if arguments.common.data.is_none() {
        let told = "--data DIR says which data folder to use";
        return Err(Arguments::command().error(ErrorKind::MissingRequiredArgument, told));
    }
    if arguments.one_input_for_two() {
        let told = "two things cannot both be read from one input: name a file for one of them";
        return Err(Arguments::command().error(ErrorKind::ArgumentConflict, told));
    }
    if matches!(&arguments.command, Command::Share(share) if share.names_team_and_people()) {
        let told = "`team` is everybody in it: name the team, or people";
        return Err(Arguments::command().error(ErrorKind::ArgumentConflict, told));
    }
    Ok(arguments)
}

impl Arguments {
    fn one_input_for_two(&self) -> bool {
        let of_app = self.common.passphrase_fd;
        let is_input = |file: &PathBuf| file.as_os_str() == "-";
        match &self.command {
            Command::Export(Export { secret, .. }) | Command::Import(Import { secret, .. }) => {
                of_app.is_some() && of_app == secret.file_passphrase_fd
            }
            Command::Conversation(Conversation::Add { file, .. }) => of_app == Some(0) && is_input(file),
            Command::Resident(Resident::Add(AddResident { file, .. })) => {
                of_app == Some(0) && file.as_ref().is_some_and(is_input)
            }
            Command::Share(Share { told, .. })
            | Command::HandOver(HandOver { told, .. })
            | Command::BringAlong(BringAlong { told, .. }) => of_app == Some(0) && is_input(told),
            Command::Team(Team::Invite(InviteSomebody { told, digits, .. })) => {
                let told_from_input = told.as_ref().is_some_and(is_input);
                digits.shares(of_app) || told_from_input && (of_app == Some(0) || digits.digits_fd == Some(0))
            }
            Command::Team(Team::Join(JoinTeam { digits, .. })) => digits.shares(of_app),
            Command::Team(Team::BringBack(BringBackTeam { code, .. })) | Command::Sheet(Sheet::Put(code)) => {
                code.shares(of_app)
            }
            _ => false,
        }
    }
}

impl Common {
    /// The data folder. [`read`] saw to it that it was named.
    pub(crate) fn data(&self) -> PathBuf {
        self.data.clone().unwrap_or_default()
    }

    /// Where the passphrase comes from.
    pub(crate) fn passphrase(&self) -> Source {
        Source::named(self.passphrase_fd, self.passphrase_file.clone())
    }

    /// The language that was asked for, else the system's.
    pub(crate) fn language(&self) -> Language {
        self.lang.unwrap_or_else(Tongue::of_system).into()
    }
}
