//! The two languages of the screens.

use serde::{Deserialize, Serialize};

/// A language that the screens, the instruments and the words on paper can be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Dutch, at level B1; simpler on a resident's own screens.
    #[default]
    Nl,
    /// English.
    En,
}

impl Language {
    /// Every language, Dutch first.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The BCP 47 tag, as in `<html lang="nl">`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }
}
