//! Names that never change: of instruments, their versions, dimensions and items.
//!
//! Answers are kept under these codes, for ever. A code means the same thing in every version of an instrument and, for the webs
//! of Positieve Gezondheid, in every audience: `LF` is the body for adults and for children. A new version may bring new codes and
//! stop using old ones; it never gives an old code a new meaning.

use std::{fmt, num::NonZeroU32, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A text is not a code; the message says what a code looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected {0}")]
pub struct CodeError(pub &'static str);

fn is_kebab(text: &str, len_max: usize) -> bool {
    text.len() <= len_max
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

fn is_capital_code(text: &str) -> bool {
    text.len() <= 16
        && text.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase())
        && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident: $rule:literal, $fits:expr;)*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The rule for this code, as the end of an English sentence.
            pub const RULE: &'static str = $rule;

            /// The code as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = CodeError;

            fn from_str(text: &str) -> Result<Self, CodeError> {
                if $fits(text) { Ok(Self(text.to_owned())) } else { Err(CodeError($rule)) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
            }
        }
    )* };
}

codes! {
    /// Which instrument, such as `pg-volwassen`. The same for all its versions.
    InstrumentId: "lower-case letters, digits and single hyphens, at most 64", |text: &str| is_kebab(text, 64);
    /// A dimension. The six of Positieve Gezondheid are `LF` (lichaamsfuncties), `MW` (mentaal welbevinden), `ZG` (zingeving),
    /// `KL` (kwaliteit van leven), `MD` (meedoen) and `DF` (dagelijks functioneren), whatever an audience calls them on screen.
    DimensionCode: "capital letters and digits, a letter first, at most 16", is_capital_code;
    /// An aspect, such as `LF3`. The 44 of the adult web are the dimension's code and the place in the list of `docs/field.md` §2.1a.
    ItemCode: "capital letters and digits, a letter first, at most 16", is_capital_code;
    /// A set of other names for the dimensions, such as `huber`.
    LabelSetCode: "lower-case letters, digits and single hyphens, at most 32", |text: &str| is_kebab(text, 32);
}

/// Which version of an instrument, 1 or more. Any change of words, order or items makes a new version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(NonZeroU32);

impl Version {
    /// The version with this number, or nothing for 0.
    #[must_use]
    pub fn new(number: u32) -> Option<Self> {
        NonZeroU32::new(number).map(Self)
    }

    /// The number, 1 or more.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0.get()
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// An instrument in one version; written `pg-volwassen@1`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct InstrumentKey {
    /// Which instrument.
    pub id: InstrumentId,
    /// Which version of it.
    pub version: Version,
}

impl fmt::Display for InstrumentKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.id, self.version)
    }
}

impl FromStr for InstrumentKey {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        const RULE: &str = "an instrument's id, `@` and a version from 1, such as `pg-volwassen@1`";
        let (id, version) = text.split_once('@').ok_or(CodeError(RULE))?;
        let version = version.parse().ok().and_then(Version::new).ok_or(CodeError(RULE))?;
        Ok(Self { id: id.parse()?, version })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_written_and_read_back() {
        let key: InstrumentKey = "pg-volwassen@12".parse().expect("a well-formed key");
        assert_eq!(key.version.get(), 12, "the number after the @ is the version");
        assert_eq!(key.to_string(), "pg-volwassen@12", "a key is written as it was read");
    }

    #[test]
    fn what_is_not_a_key_is_refused() {
        for text in ["", "pg", "pg@", "pg@0", "pg@-1", "@1", "Pg@1", "pg--x@1", "pg-@1", "pg@1@2", "pg@4294967296"] {
            assert!(text.parse::<InstrumentKey>().is_err(), "{text:?} is no key");
        }
    }

    #[test]
    fn codes_keep_to_their_letters() {
        assert!("LF3".parse::<ItemCode>().is_ok(), "capitals and digits make a code");
        for text in ["", "3LF", "lf3", "LF 3", "LF-3", "ÉÉN", "ABCDEFGHIJKLMNOPQ"] {
            assert!(text.parse::<ItemCode>().is_err(), "{text:?} is no item code");
        }
        assert!("a".repeat(65).parse::<InstrumentId>().is_err(), "an id has at most 64 characters");
    }
}
