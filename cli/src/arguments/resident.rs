//! `resident`: add, list, show.

use std::path::PathBuf;

use api::domain::{Form, ResidentId};
use clap::{Args, Subcommand, ValueEnum};

use super::Tongue;

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

/// How a resident is spoken to.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Address {
    /// *U*.
    U,
    /// *Je*.
    Je,
}

impl From<Address> for Form {
    fn from(address: Address) -> Self {
        match address {
            Address::U => Self::U,
            Address::Je => Self::Je,
        }
    }
}
