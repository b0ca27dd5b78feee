//! `export` and `import`: everything in one file, under a passphrase of its own.

use std::path::PathBuf;

use clap::Args;

use crate::secret::Source;

/// Where the passphrase of an exported file comes from.
#[derive(Debug, Args)]
pub(crate) struct FileSecret {
    /// Read the file's passphrase from the first line of this file descriptor.
    #[arg(long, value_name = "N", conflicts_with = "file_passphrase_file")]
    pub(super) file_passphrase_fd: Option<u32>,
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
    /// Only what was not sent to this team, out of which this device went: its name or id as `state` shows it. For a colleague who
    /// reads it in.
    #[arg(long, value_name = "TEAM")]
    pub(crate) unsent: Option<String>,
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

impl FileSecret {
    /// Where the file's passphrase comes from.
    pub(crate) fn source(&self) -> Source {
        Source::named(self.file_passphrase_fd, self.file_passphrase_file.clone())
    }
}
