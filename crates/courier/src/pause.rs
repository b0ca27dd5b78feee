//! How long to wait before trying again: longer each time, and never at the same moment as everybody else.

use std::time::Duration;

const FIRST_MS: u64 = 1_000;
const LAST_MS: u64 = 60_000;

/// The pauses after failures, from a second to a minute.
#[derive(Debug, Default)]
pub(crate) struct Pauses(u32);

impl Pauses {
    /// The next pause: doubled each time, and between half and the whole of that by `chance`.
    pub(crate) fn next(&mut self, chance: u32) -> Duration {
        let whole = FIRST_MS.checked_shl(self.0).unwrap_or(LAST_MS).min(LAST_MS);
        self.0 = self.0.saturating_add(1).min(16);
        let half = whole / 2;
        Duration::from_millis(half.saturating_add(half.saturating_mul(u64::from(chance)) / u64::from(u32::MAX)))
    }

    /// It works again.
    pub(crate) const fn over(&mut self) {
        self.0 = 0;
    }
}

/// A number that differs between devices. Where the system has none to give, all wait equally long.
pub(crate) fn chance() -> u32 {
    getrandom::u32().unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_a_minute_and_begin_again_when_it_works() {
        let mut pauses = Pauses::default();
        let longest: Vec<u64> = (0..8).map(|_| pauses.next(u32::MAX).as_secs()).collect();
        assert_eq!(longest, [1, 2, 4, 8, 16, 32, 60, 60], "twice as long each time, up to a minute");
        pauses.over();
        assert_eq!(pauses.next(0).as_millis(), 500, "after success the first pause again, at least half of it");
    }
}
