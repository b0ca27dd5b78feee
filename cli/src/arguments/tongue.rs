//! The language of what is said: as asked for, else as the system is set.

use std::env;

use clap::ValueEnum;
use engine::Language;

/// A language of what is said.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Tongue {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Nl => Self::Nl,
            Tongue::En => Self::En,
        }
    }
}

impl Tongue {
    /// The language of the system where it is Dutch, else English.
    pub(super) fn of_system() -> Self {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
        let set = names.into_iter().filter_map(env::var_os).find(|set| !set.is_empty());
        if set.is_some_and(|set| set.to_string_lossy().starts_with("nl")) { Self::Nl } else { Self::En }
    }
}
