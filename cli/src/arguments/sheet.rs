//! `sheet` and `team bring-back`: the recovery sheet, and coming back with one.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::secret::Source;

/// The recovery sheet.
#[derive(Debug, Subcommand)]
pub(crate) enum Sheet {
    /// Show a line for each team, to be kept with the recovery code, and whether the code of this folder brings the team back.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb sheet show")]
    Show,
    /// Put every team on the sheet, with the recovery code of this folder. Sent at the next `sync`, or at once with --sync.
    #[command(after_help = "Examples:\n  wijkweb-cli --data ~/wijkweb sheet put --sync\n  \
                            wijkweb-cli --data ~/wijkweb sheet put --code-file code --sync")]
    Put(CodeSecret),
    /// Make a new recovery code, and put every team on the sheet with it. Sent at the next `sync`, or at once with --sync.
    ///
    /// Prints the code, this once, and the line of each team. The old code opens nothing from then on, and once this is sent no earlier
    /// sheet of yours does, also one of another device. With --recovery-file the code goes to a new file that only you can read, and
    /// is not printed.
    #[command(after_help = "Examples:\n  wijkweb-cli --data ~/wijkweb sheet new --sync\n  \
                            wijkweb-cli --data ~/wijkweb sheet new --recovery-file code --sync")]
    New {
        /// Write the recovery code to this new file instead of printing it.
        #[arg(long, value_name = "PATH")]
        recovery_file: Option<PathBuf>,
    },
}

/// Where a recovery code comes from.
#[derive(Debug, Args)]
pub(crate) struct CodeSecret {
    /// Read the recovery code from the first line of this file descriptor.
    #[arg(long, value_name = "N", conflicts_with = "code_file")]
    code_fd: Option<u32>,
    /// Read the recovery code from the first line of this file.
    #[arg(long, value_name = "PATH")]
    code_file: Option<PathBuf>,
}

/// A team to come back to.
#[derive(Debug, Args)]
pub(crate) struct BringBackTeam {
    /// The team's line on the sheet. It is no secret.
    #[arg(long)]
    pub(crate) line: String,
    /// What the team is called here, as the sheet has it; without it, the address of the relay.
    #[arg(long, default_value = "")]
    pub(crate) name: String,
    #[command(flatten)]
    pub(crate) code: CodeSecret,
}

impl CodeSecret {
    /// Where the code comes from.
    pub(crate) fn source(&self) -> Source {
        Source::named(self.code_fd, self.code_file.clone())
    }

    /// Whether the passphrase comes from the same descriptor.
    pub(super) fn shares(&self, passphrase_fd: Option<u32>) -> bool {
        passphrase_fd.is_some() && passphrase_fd == self.code_fd
    }
}
