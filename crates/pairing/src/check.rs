//! The six digits on both screens, which nobody can steer.
//!
//! The inviter sends the hash of a random number, then the joiner a random number of its own, then the inviter its number. So
//! whoever sits in between has to fix one side of both talks before seeing what the digits of the other will be.

use std::fmt;

/// In front of the inviter's number, for its hash.
const COMMITMENT: &[u8] = b"wijkweb/1 pairing commitment\0";
/// In front of what the digits are made of.
const DIGITS: &[u8] = b"wijkweb/1 pairing digits\0";

/// Six digits, shown in two groups of three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits(u32);

impl Digits {
    /// The digits of a channel: of its handshake hash and both random numbers.
    pub(crate) fn of(handshake: &[u8; 32], inviter: &[u8; 32], joiner: &[u8; 32]) -> Self {
        let mut bytes = [0; 8];
        let mut hasher = blake3::Hasher::new();
        hasher.update(DIGITS).update(handshake).update(inviter).update(joiner).finalize_xof().fill(&mut bytes);
        Self(u32::try_from(u64::from_le_bytes(bytes) % 1_000_000).unwrap_or_default())
    }
}

impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03} {:03}", self.0 / 1_000, self.0 % 1_000)
    }
}

/// What binds the inviter to its number before it is shown.
pub(crate) fn commitment(number: &[u8; 32]) -> [u8; 32] {
    *blake3::Hasher::new().update(COMMITMENT).update(number).finalize().as_bytes()
}
