//! Which of the teams of this device: the id of its space.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A team, by the 32 bytes of its space; written as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TeamId(pub [u8; 32]);

/// A text that was read as a team's id is not 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a team's id is 64 hexadecimal digits")]
pub struct TeamIdError;

impl fmt::Display for TeamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for TeamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TeamId({self})")
    }
}

impl FromStr for TeamId {
    type Err = TeamIdError;

    fn from_str(text: &str) -> Result<Self, TeamIdError> {
        crate::hex::read(text).map(Self).ok_or(TeamIdError)
    }
}

impl Serialize for TeamId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TeamId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_teams_id_reads_back_what_it_wrote_and_nothing_else() {
        let id = TeamId([0xa7; 32]);
        assert_eq!(id.to_string().parse(), Ok(id), "the text form is the id");
        for text in ["", "a7", "+0", &"g".repeat(64), &"é".repeat(32), &"a".repeat(65)] {
            assert_eq!(text.parse::<TeamId>(), Err(TeamIdError), "{text} is no team");
        }
    }
}
