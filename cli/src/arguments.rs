//! What can be typed: the commands and flags, with the help that teaches them.

use std::{env, ffi::OsString, path::PathBuf};

use api::domain::{ConversationId, Form, ResidentId};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum, error::ErrorKind};
use engine::Language;

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
  7  disk full or read-only; a file or the output out of reach";

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
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb export --out /backups")]
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

/// Residents.
#[derive(Debug, Subcommand)]
pub(crate) enum Resident {
    /// Add a resident; a first or chosen name is enough.
    #[command(
        after_help = "Examples:\n  wijkweb-cli --data ~/wijkweb resident add --name An --form je --decade 1950\n  \
                            wijkweb-cli --data ~/wijkweb resident add --file profile.json"
    )]
    Add(AddResident),
    /// List residents by name.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb resident list --find fat")]
    List {
        /// Only whose name has a word that begins so.
        #[arg(long, value_name = "TEXT", default_value = "")]
        find: String,
    },
    /// Show a dossier. The access log keeps that you did.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb --json resident show RESIDENT")]
    Show {
        /// Whose: an id of `resident list`.
        resident: ResidentId,
    },
}

/// A resident to add.
#[derive(Debug, Args)]
pub(crate) struct AddResident {
    /// A first or chosen name.
    #[arg(long, required_unless_present = "file")]
    pub(crate) name: Option<String>,
    /// How to speak to them.
    #[arg(long, value_enum, default_value = "u")]
    pub(crate) form: Address,
    /// First year of the decade of birth, such as 1950.
    #[arg(long, value_name = "YEAR")]
    pub(crate) decade: Option<u16>,
    /// The neighbourhood by its name.
    #[arg(long, default_value = "")]
    pub(crate) neighbourhood: String,
    /// The language they read.
    #[arg(long, value_enum, default_value = "nl")]
    pub(crate) reads: Tongue,
    /// Read `name`, `form`, `birth_decade`, `neighbourhood` and `language` from a JSON file instead; `-` is the input.
    #[arg(long, value_name = "PATH", conflicts_with_all = ["name", "form", "decade", "neighbourhood", "reads"])]
    pub(crate) file: Option<PathBuf>,
}

/// Conversations.
#[derive(Debug, Subcommand)]
pub(crate) enum Conversation {
    /// Enter a conversation from a JSON file (docs/how-to/conversation-json.md), whole or not at all.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb conversation add RESIDENT talk.json")]
    Add {
        /// With whom: an id of `resident list`.
        resident: ResidentId,
        /// The file; `-` is the input.
        file: PathBuf,
    },
    /// Show a conversation. The access log keeps that you did.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb --json conversation show CONVERSATION")]
    Show {
        /// Which: an id of `conversation list`.
        conversation: ConversationId,
    },
    /// List a resident's conversations, the latest first. The access log keeps that you opened the dossier.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb conversation list RESIDENT")]
    List {
        /// Whose: an id of `resident list`.
        resident: ResidentId,
    },
}

/// What to erase.
#[derive(Debug, Subcommand)]
pub(crate) enum Erase {
    /// Erase a resident with everything that belongs to them.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb erase resident RESIDENT --confirm An")]
    Resident {
        /// Whom: an id of `resident list`.
        resident: ResidentId,
        /// The resident's name, typed to confirm.
        #[arg(long, value_name = "NAME")]
        confirm: String,
    },
    /// Erase one conversation; the rest of the dossier stays.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb erase conversation CONVERSATION --confirm An")]
    Conversation {
        /// Which: an id of `conversation list`.
        conversation: ConversationId,
        /// The resident's name, typed to confirm.
        #[arg(long, value_name = "NAME")]
        confirm: String,
    },
}

/// Where the passphrase of an exported file comes from.
#[derive(Debug, Args)]
pub(crate) struct FileSecret {
    /// Read the file's passphrase from the first line of this file descriptor.
    #[arg(long, value_name = "N", conflicts_with = "file_passphrase_file")]
    file_passphrase_fd: Option<u32>,
    /// Read the file's passphrase from the first line of this file.
    #[arg(long, value_name = "PATH")]
    file_passphrase_file: Option<PathBuf>,
}

/// Write everything.
#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The folder to write to.
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) secret: FileSecret,
}

/// Read everything back.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The file that `export` or the app wrote.
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) secret: FileSecret,
}

/// Instruments.
#[derive(Debug, Subcommand)]
pub(crate) enum Instrument {
    /// List the instruments, with the key that a conversation names.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb instrument list")]
    List,
}

/// A language of what is said.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Tongue {
    /// Dutch.
    Nl,
    /// English.
    En,
}

/// How a resident is spoken to.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Address {
    /// *U*.
    U,
    /// *Je*.
    Je,
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

    /// The language that was asked for, else the one of the system where it is Dutch, else English.
    pub(crate) fn language(&self) -> Language {
        let of_system =
            || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(env::var_os).find(|set| !set.is_empty());
        match self.lang {
            Some(tongue) => tongue.into(),
            None if of_system().is_some_and(|set| set.to_string_lossy().starts_with("nl")) => Language::Nl,
            None => Language::En,
        }
    }
}

impl FileSecret {
    /// Where the file's passphrase comes from.
    pub(crate) fn source(&self) -> Source {
        Source::named(self.file_passphrase_fd, self.file_passphrase_file.clone())
    }
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Nl => Self::Nl,
            Tongue::En => Self::En,
        }
    }
}

impl From<Address> for Form {
    fn from(address: Address) -> Self {
        match address {
            Address::U => Self::U,
            Address::Je => Self::Je,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commands_fit_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn every_command_in_help_has_an_example_and_a_sentence() {
        fn look(command: &clap::Command, path: &str) {
            let path = format!("{path} {}", command.get_name());
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(
                help.contains("Example") && help.contains("wijkweb-cli --data"),
                "{path}: --help shows how to type it"
            );
            assert!(command.get_about().is_some(), "{path}: --help says what it does");
            command.get_subcommands().for_each(|inner| look(inner, &path));
        }
        look(&Arguments::command(), "");
    }

    #[test]
    fn every_example_in_help_can_be_typed() {
        fn examples(command: &clap::Command, found: &mut Vec<String>) {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            found.extend(help.lines().map(str::trim).filter(|line| line.starts_with("wijkweb-cli")).map(str::to_owned));
            command.get_subcommands().for_each(|inner| examples(inner, found));
        }
        let mut found = Vec::new();
        examples(&Arguments::command(), &mut found);
        for example in found {
            let id = "00112233445566778899aabbccddeeff";
            let typed = example.replace("RESIDENT", id).replace("CONVERSATION", id);
            let read = read(typed.split_whitespace().map(OsString::from));
            assert!(read.is_ok(), "{example}: {}", read.err().map(|told| told.to_string()).unwrap_or_default());
        }
    }

    #[test]
    fn one_input_is_not_read_for_two_things() {
        let id = "00112233445566778899aabbccddeeff";
        for typed in [
            format!("x --data d --passphrase-fd 0 conversation add {id} -"),
            "x --data d --passphrase-fd 0 resident add --file -".to_owned(),
            "x --data d --passphrase-fd 3 export --file-passphrase-fd 3".to_owned(),
        ] {
            let read = read(typed.split_whitespace().map(OsString::from));
            let kind = read.err().map(|told| told.kind());
            assert_eq!(
                kind,
                Some(ErrorKind::ArgumentConflict),
                "{typed}: the second would get what is left, or nothing"
            );
        }
    }
}
