//! Which of the teams of this device: the id of its space.

use std::fmt;

/// A team, by the 32 bytes of its space; written as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TeamId(pub [u8; 32]);

/// A text that was read as a team's id is not 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a team's id is 64 hexadecimal digits")]
pub struct TeamIdError;

crate::hex::written!(TeamId, TeamIdError);

impl fmt::Debug for TeamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TeamId({self})")
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
