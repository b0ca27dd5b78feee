//! Challenges and tokens that prove themselves: each says when it was made, under a key of its space. So no process keeps a list of
//! them, and what one has given out another takes.
//!
//! A challenge may be answered more than once in its minute. Every answer of a device to it brings the same token, which ends when the
//! first would have: `docs/threats.md` says why that gives nobody anything.

use std::fmt;

use protocol::{id::DeviceId, limit::TOKEN_SECONDS};

use crate::limit::{CHALLENGE_SECONDS, CLOCKS_APART_SECONDS};

/// In front of what a challenge is made of.
const CHALLENGE: &[u8] = b"wijkweb/1 relay challenge\0";
/// In front of what a token is made of.
const TOKEN: &[u8] = b"wijkweb/1 relay token\0";

/// The key under which the challenges and tokens of one space are made. It is in the space's row, and in no backup.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct DoorKey(pub [u8; 32]);

impl fmt::Debug for DoorKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DoorKey")
    }
}

impl DoorKey {
    /// A challenge of this moment, in seconds since 1970: 4 bytes that say when, 12 random ones, 16 that only the key makes.
    #[must_use]
    pub fn challenge(&self, random: [u8; 12], now: u64) -> [u8; 32] {
        let mut said = [0; 16];
        fill(&mut said, moment(now).iter().chain(&random));
        self.sealed(CHALLENGE, &said)
    }

    /// When this challenge was made. None if it is none of this space, or older than it may be.
    #[must_use]
    pub fn challenged(&self, nonce: &[u8; 32], now: u64) -> Option<u64> {
        self.made::<16>(CHALLENGE, nonce, now, CHALLENGE_SECONDS)
    }

    /// The token of a device that has answered a challenge of this moment: 4 bytes that say when, the device's 16, 12 that only the
    /// key makes. And how many seconds it has left now.
    #[must_use]
    pub fn token(&self, device: DeviceId, made: u64, now: u64) -> ([u8; 32], u64) {
        let mut said = [0; 20];
        fill(&mut said, moment(made).iter().chain(&device.0));
        (self.sealed(TOKEN, &said), made.saturating_add(TOKEN_SECONDS).saturating_sub(now))
    }

    /// Whose token this is. None if it is no token of this space, or too old.
    #[must_use]
    pub fn device(&self, token: &[u8; 32], now: u64) -> Option<DeviceId> {
        self.made::<20>(TOKEN, token, now, TOKEN_SECONDS)?;
        let (_, rest) = token.split_first_chunk::<4>()?;
        rest.first_chunk().copied().map(DeviceId)
    }

    /// What is said, and as many bytes of its MAC as there is room for.
    fn sealed(&self, label: &[u8], said: &[u8]) -> [u8; 32] {
        let mac = blake3::Hasher::new_keyed(&self.0).update(label).update(said).finalize();
        let mut sealed = [0; 32];
        fill(&mut sealed, said.iter().chain(mac.as_bytes()));
        sealed
    }

    /// When something was made of which the first `SAID` bytes are said, if the rest fits and its time is not over.
    fn made<const SAID: usize>(&self, label: &[u8], bytes: &[u8; 32], now: u64, seconds: u64) -> Option<u64> {
        let said = bytes.first_chunk::<SAID>()?;
        // Compared as hashes are, in the same time wherever they differ.
        if blake3::Hash::from_bytes(self.sealed(label, said)) != blake3::Hash::from_bytes(*bytes) {
            return None;
        }
        let made = u64::from(u32::from_be_bytes(*bytes.first_chunk()?));
        // Another process may be ahead a little. More than that is a clock that was put back: it does not make anything live longer.
        (made <= now.saturating_add(CLOCKS_APART_SECONDS) && now < made.saturating_add(seconds)).then_some(made)
    }
}

fn moment(seconds: u64) -> [u8; 4] {
    u32::try_from(seconds).unwrap_or(u32::MAX).to_be_bytes()
}

fn fill<'a>(bytes: &mut [u8], from: impl Iterator<Item = &'a u8>) {
    bytes.iter_mut().zip(from).for_each(|(byte, from)| *byte = *from);
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: DoorKey = DoorKey([1; 32]);
    const ANOTHER: DoorKey = DoorKey([9; 32]);
    const DEVICE: DeviceId = DeviceId([2; 16]);
    const NOW: u64 = 1_800_000_000;

    #[test]
    fn a_challenge_is_open_for_a_minute_in_its_space() {
        let nonce = KEY.challenge([3; 12], NOW);
        assert_eq!(KEY.challenged(&nonce, NOW + CHALLENGE_SECONDS - 1), Some(NOW), "up to its last second");
        assert_eq!(KEY.challenged(&nonce, NOW + CHALLENGE_SECONDS), None, "and not after it");
        assert_eq!(ANOTHER.challenged(&nonce, NOW), None, "not in another space, nor after a restore");
        assert_eq!(KEY.challenged(&[0; 32], 0), None, "what nobody has made is none");
        assert_ne!(nonce, KEY.challenge([4; 12], NOW), "no two are the same");
    }

    #[test]
    fn a_token_is_good_for_ten_minutes_in_its_space() {
        let (token, left) = KEY.token(DEVICE, NOW, NOW);
        assert_eq!(left, TOKEN_SECONDS, "all of its time is left");
        assert_eq!(KEY.device(&token, NOW + TOKEN_SECONDS - 1), Some(DEVICE), "up to the last second");
        assert_eq!(KEY.device(&token, NOW + TOKEN_SECONDS), None, "and not after it");
        assert_eq!(ANOTHER.device(&token, NOW), None, "not in another space, nor after a restore");
    }

    #[test]
    fn who_answers_twice_gets_the_same_token_which_ends_as_soon() {
        let (first, _) = KEY.token(DEVICE, NOW, NOW);
        let (second, left) = KEY.token(DEVICE, NOW, NOW + 59);
        assert_eq!((first, left), (second, TOKEN_SECONDS - 59), "nothing is gained by the second answer");
    }

    #[test]
    fn no_byte_of_a_token_or_a_challenge_can_be_another() {
        let (token, _) = KEY.token(DEVICE, NOW, NOW);
        let nonce = KEY.challenge([3; 12], NOW);
        assert!(KEY.device(&nonce, NOW).is_none(), "a challenge is no token");
        assert!(KEY.challenged(&token, NOW).is_none(), "nor the other way round");
        for at in 0..32 {
            let (mut token, mut nonce) = (token, nonce);
            (token[at], nonce[at]) = (token[at] ^ 1, nonce[at] ^ 1);
            assert_eq!(KEY.device(&token, NOW), None, "byte {at} of a token was changed");
            assert_eq!(KEY.challenged(&nonce, NOW), None, "byte {at} of a challenge was changed");
        }
    }

    #[test]
    fn a_clock_that_was_put_back_makes_nothing_live_longer() {
        let (token, _) = KEY.token(DEVICE, NOW, NOW);
        assert_eq!(KEY.device(&token, NOW - CLOCKS_APART_SECONDS), Some(DEVICE), "another process is behind a little");
        assert_eq!(
            KEY.device(&token, NOW - CLOCKS_APART_SECONDS - 1),
            None,
            "a clock that is behind by more was put back"
        );
    }
}
