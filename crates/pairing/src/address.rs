//! Where a relay is: what a person types, a link carries and an offer names, in one form so that they can be compared.

use std::fmt;

use protocol::limit::RELAY_BYTES_MAX;
use serde::{Deserialize, Serialize};

use crate::why::Unreadable;

/// The address of a relay: `host` or `host:port`, in lower case; `http://` in front where it has no TLS. 1 to 253 bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RelayAddress(String);

impl RelayAddress {
    /// The address that was typed: in any case, with or without `https://` and a slash at the end.
    ///
    /// # Errors
    ///
    /// [`Unreadable::Length`], [`Unreadable::Character`]: no paths, names of users or questions.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        let text = text.trim();
        // Measured before anything is made of it, with room for what is taken off.
        if text.len() > RELAY_BYTES_MAX + "https:///".len() {
            return Err(Unreadable::Length);
        }
        let text = text.to_ascii_lowercase();
        let text = text.strip_suffix('/').unwrap_or(&text);
        let text = text.strip_prefix("https://").unwrap_or(text);
        let host = text.strip_prefix("http://").unwrap_or(text);
        if host.is_empty() || text.len() > RELAY_BYTES_MAX {
            return Err(Unreadable::Length);
        }
        let allowed = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || ".-:[]".contains(letter);
        if host.chars().all(allowed) { Ok(Self(text.to_owned())) } else { Err(Unreadable::Character) }
    }

    /// The address in its one form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RelayAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for RelayAddress {
    type Error = Unreadable;

    fn try_from(text: String) -> Result<Self, Unreadable> {
        Self::parse(&text)
    }
}

impl From<RelayAddress> for String {
    fn from(address: RelayAddress) -> Self {
        address.0
    }
}
