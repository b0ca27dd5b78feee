//! Time and chance, handed in so that tests decide both.

use std::time::{Duration, Instant, SystemTime};

/// A day.
const DAY_SECONDS: u64 = 86_400;

/// Two clocks: one that never goes back and has no date, and the one on the wall.
pub trait Clock: Send + Sync {
    /// How much time has passed since some moment before the start. Never goes back; another process has another moment.
    fn now(&self) -> Duration;

    /// The time since 1970, which other processes know too. Challenges, tokens and mailboxes end by it, and what was superseded goes.
    fn since_1970(&self) -> Duration;

    /// Which day it is, counted from 1970.
    fn today(&self) -> u64 {
        self.since_1970().as_secs() / DAY_SECONDS
    }
}

/// Random bytes that nobody can guess.
pub trait Chance: Send + Sync {
    /// Fills `bytes`.
    ///
    /// # Errors
    ///
    /// [`NoChance`] if the system has none to give.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoChance>;
}

/// The system gives no random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system gives no random bytes")]
pub struct NoChance;

/// The clock of the machine.
pub struct SystemClock(Instant);

impl Default for SystemClock {
    fn default() -> Self {
        Self(Instant::now())
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Duration {
        self.0.elapsed()
    }

    fn since_1970(&self) -> Duration {
        SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default()
    }
}

/// The random bytes of the system.
pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoChance> {
        getrandom::fill(bytes).map_err(|_| NoChance)
    }
}

/// `N` random bytes.
///
/// # Errors
///
/// [`NoChance`].
pub(crate) fn random<const N: usize>(chance: &dyn Chance) -> Result<[u8; N], NoChance> {
    let mut bytes = [0; N];
    chance.fill(&mut bytes)?;
    Ok(bytes)
}
