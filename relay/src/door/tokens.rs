//! Challenges that wait for an answer, and the tokens that answers bring.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use protocol::{
    id::{DeviceId, SpaceId},
    limit::TOKEN_SECONDS,
};

use crate::limit::{CHALLENGE_SECONDS, CHALLENGES_MAX, TOKENS_MAX};

/// The door. Nonces and tokens are kept by their hash, so that finding one tells nothing through the time it takes.
#[derive(Default)]
pub struct Tokens(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    challenges: HashMap<blake3::Hash, (SpaceId, Duration)>,
    passes: HashMap<blake3::Hash, Pass>,
}

#[derive(Clone, Copy)]
struct Pass {
    space: SpaceId,
    device: DeviceId,
    until: Duration,
}

/// As many as there may be are open already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many are open")]
pub struct TooMany;

impl Tokens {
    /// Remembers a challenge.
    ///
    /// # Errors
    ///
    /// [`TooMany`].
    pub fn challenge(&self, space: SpaceId, nonce: &[u8; 32], now: Duration) -> Result<(), TooMany> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.challenges.len() >= CHALLENGES_MAX {
            kept.challenges.retain(|_, (_, until)| *until > now);
        }
        if kept.challenges.len() >= CHALLENGES_MAX {
            return Err(TooMany);
        }
        kept.challenges.insert(blake3::hash(nonce), (space, now + Duration::from_secs(CHALLENGE_SECONDS)));
        Ok(())
    }

    /// Whether this nonce is open for this space. It is used up by asking.
    pub fn use_nonce(&self, space: SpaceId, nonce: &[u8; 32], now: Duration) -> bool {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.challenges.remove(&blake3::hash(nonce)).is_some_and(|(of, until)| of == space && until > now)
    }

    /// Lets a device in for [`TOKEN_SECONDS`].
    ///
    /// # Errors
    ///
    /// [`TooMany`].
    pub fn admit(&self, (space, device): (SpaceId, DeviceId), token: &[u8; 32], now: Duration) -> Result<u64, TooMany> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.passes.len() >= TOKENS_MAX {
            kept.passes.retain(|_, pass| pass.until > now);
        }
        if kept.passes.len() >= TOKENS_MAX {
            return Err(TooMany);
        }
        let until = now + Duration::from_secs(TOKEN_SECONDS);
        kept.passes.insert(blake3::hash(token), Pass { space, device, until });
        Ok(TOKEN_SECONDS)
    }

    /// Whose token this is in this space. None if it is no token, one of another space, or too old.
    #[must_use]
    pub fn device(&self, space: SpaceId, token: &[u8; 32], now: Duration) -> Option<DeviceId> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let pass = kept.passes.get(&blake3::hash(token)).filter(|pass| pass.space == space && pass.until > now)?;
        Some(pass.device)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPACE: SpaceId = SpaceId([1; 32]);
    const DEVICE: DeviceId = DeviceId([2; 16]);

    #[test]
    fn a_nonce_opens_once_for_its_space_and_for_a_minute() {
        let (tokens, start) = (Tokens::default(), Duration::ZERO);
        tokens.challenge(SPACE, &[1; 32], start).expect("room");
        assert!(tokens.use_nonce(SPACE, &[1; 32], start), "it was given out");
        assert!(!tokens.use_nonce(SPACE, &[1; 32], start), "once only");
        tokens.challenge(SPACE, &[2; 32], start).expect("room");
        assert!(!tokens.use_nonce(SpaceId([9; 32]), &[2; 32], start), "not for another space");
        tokens.challenge(SPACE, &[3; 32], start).expect("room");
        assert!(!tokens.use_nonce(SPACE, &[3; 32], Duration::from_secs(CHALLENGE_SECONDS)), "too late");
    }

    #[test]
    fn a_token_is_good_for_ten_minutes_in_its_space() {
        let (tokens, start) = (Tokens::default(), Duration::from_secs(5));
        tokens.admit((SPACE, DEVICE), &[7; 32], start).expect("room");
        let last = start + Duration::from_secs(TOKEN_SECONDS) - Duration::from_millis(1);
        assert_eq!(tokens.device(SPACE, &[7; 32], last), Some(DEVICE), "up to the last moment");
        assert_eq!(tokens.device(SPACE, &[7; 32], last + Duration::from_millis(1)), None, "and not after it");
        assert_eq!(tokens.device(SpaceId([9; 32]), &[7; 32], start), None, "not in another space");
        assert_eq!(tokens.device(SPACE, &[8; 32], start), None, "another token is none");
    }
}
