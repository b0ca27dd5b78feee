//! Names and other bounded things that the two devices tell each other.

use std::fmt;

use protocol::encode::Blob;
use serde::{Deserialize, Serialize};

use crate::{
    limit::{MORE_BYTES_MAX, NAME_CHARS_MAX},
    why::Unreadable,
};

/// What a person, a device or a space is called: 1 to 80 characters on one line, none of which turns others around.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Name(String);

impl Name {
    /// This name, without spaces around it.
    ///
    /// # Errors
    ///
    /// [`Unreadable::Length`], [`Unreadable::Character`].
    pub fn new(text: &str) -> Result<Self, Unreadable> {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > NAME_CHARS_MAX {
            return Err(Unreadable::Length);
        }
        if text.chars().any(|letter| letter.is_control() || turns(letter)) {
            return Err(Unreadable::Character);
        }
        Ok(Self(text.to_owned()))
    }

    /// As it is shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether it ends a line, or changes the direction of what follows: with those, a name can look like another.
const fn turns(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Name")
    }
}

impl TryFrom<String> for Name {
    type Error = Unreadable;

    fn try_from(text: String) -> Result<Self, Unreadable> {
        Self::new(&text)
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0
    }
}

/// Bytes of the engine's own, which are not looked into here: at most 16 KiB.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Blob", into = "Blob")]
pub struct More(Vec<u8>);

impl More {
    /// These bytes.
    ///
    /// # Errors
    ///
    /// [`Unreadable::Length`].
    pub fn new(bytes: Vec<u8>) -> Result<Self, Unreadable> {
        if bytes.len() > MORE_BYTES_MAX { Err(Unreadable::Length) } else { Ok(Self(bytes)) }
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for More {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "More({} bytes)", self.0.len())
    }
}

impl TryFrom<Blob> for More {
    type Error = Unreadable;

    fn try_from(bytes: Blob) -> Result<Self, Unreadable> {
        Self::new(bytes.0)
    }
}

impl From<More> for Blob {
    fn from(more: More) -> Self {
        Self(more.0)
    }
}
