//! Slows down guessing at the passphrase or PIN on this device, over restarts too.
//!
//! This is for somebody who holds the device. Who has copied the files guesses elsewhere; against that stands the cost of
//! Argon2id, and for a PIN the secret in the key store.

use std::path::{Path, PathBuf};

use domain::Moment;
use serde::{Deserialize, Serialize};

use crate::key_file::{read_if_there, write_whole};

const NAME: &str = "wijkweb.attempts";

/// Wrong attempts that cost no waiting.
const FREE: u32 = 3;
const WAIT_FIRST_MS: u64 = 5_000;
const WAIT_MAX_MS: u64 = 300_000;

/// How long to wait after so many wrong attempts in a row: nothing below three, then 5, 10, 20 … seconds, at most five minutes.
#[must_use]
pub fn wait_ms(failures: u32) -> u64 {
    match failures.checked_sub(FREE) {
        None => 0,
        Some(more) => WAIT_FIRST_MS.saturating_mul(1_u64.checked_shl(more).unwrap_or(u64::MAX)).min(WAIT_MAX_MS),
    }
}

/// An attempt came too soon; it was not made and does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("wait another {left_ms} ms")]
pub struct TooSoon {
    /// How long still to wait, in milliseconds; at most five minutes.
    pub left_ms: u64,
}

/// The wrong attempts of this device.
#[derive(Debug, Clone)]
pub struct Attempts {
    folder: PathBuf,
    count: Count,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Count {
    failures: u32,
    /// The latest, by the clock of this device.
    last: Moment,
}

impl Attempts {
    /// Reads what was counted; starts at nothing where there is no readable file.
    #[must_use]
    pub fn read(folder: &Path) -> Self {
        let bytes = read_if_there(&folder.join(NAME)).ok().flatten();
        let count = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        Self { folder: folder.to_owned(), count }
    }

    /// How long still to wait before the next attempt, in milliseconds; at most five minutes.
    ///
    /// If the clock was set back, the wait begins anew: that shortens nothing, and it ends.
    pub fn left_ms(&mut self, now: Moment) -> u64 {
        let wait_ms = wait_ms(self.count.failures);
        if now < self.count.last && wait_ms > 0 {
            self.count.last = now;
            self.keep();
        }
        wait_ms.saturating_sub(now.since_ms(self.count.last))
    }

    /// Counts an attempt as wrong before it is made, so that stopping the app in the middle of it gains nothing. Say
    /// [`Attempts::succeeded`] when it was right.
    pub fn begin(&mut self, now: Moment) -> Result<(), TooSoon> {
        let left_ms = self.left_ms(now);
        if left_ms > 0 {
            return Err(TooSoon { left_ms });
        }
        self.count = Count { failures: self.count.failures.saturating_add(1), last: now };
        self.keep();
        Ok(())
    }

    /// Forgets what was counted: the right person is here.
    pub fn succeeded(&mut self) {
        if self.count.failures > 0 {
            self.count = Count::default();
            self.keep();
        }
    }

    /// Where the file cannot be written (a full disk) the count still holds until the app stops.
    fn keep(&self) {
        if let Ok(bytes) = serde_json::to_vec(&self.count) {
            let _ = write_whole(&self.folder, NAME, &bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Moment = Moment(1_800_000_000_000);

    fn guess(attempts: &mut Attempts, times: usize, mut now: Moment) -> Moment {
        for _ in 0..times {
            let left_ms = attempts.left_ms(now);
            now = now.plus_ms(i64::try_from(left_ms).expect("five minutes at most"));
            attempts.begin(now).expect("the wait is over");
        }
        now
    }

    #[test]
    fn three_are_free_then_the_wait_doubles_up_to_five_minutes() {
        let waits: Vec<u64> = (0..12).map(|failures| wait_ms(failures) / 1000).collect();
        assert_eq!(waits, [0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300], "seconds after so many wrong attempts");
        assert_eq!(wait_ms(u32::MAX), WAIT_MAX_MS, "it never grows beyond that");
    }

    #[test]
    fn a_restart_does_not_reset_the_wait() {
        let folder = tempfile::tempdir().expect("a folder");
        let now = guess(&mut Attempts::read(folder.path()), 4, START);
        let mut again = Attempts::read(folder.path());
        assert_eq!(again.begin(now), Err(TooSoon { left_ms: 10_000 }), "the fourth wrong attempt costs ten seconds");
        assert_eq!(again.begin(now.plus_ms(10_000)), Ok(()), "ten seconds later the next one may be made");
    }

    #[test]
    fn the_right_passphrase_forgets_the_wrong_ones() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut attempts = Attempts::read(folder.path());
        let now = guess(&mut attempts, 5, START);
        attempts.succeeded();
        assert_eq!(Attempts::read(folder.path()).left_ms(now), 0, "nothing is left of them, after a restart too");
    }

    #[test]
    fn a_clock_set_back_neither_opens_early_nor_locks_for_ever() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut attempts = Attempts::read(folder.path());
        let now = guess(&mut attempts, 4, START);
        let back = now.plus_ms(-86_400_000);
        assert_eq!(attempts.left_ms(back), 10_000, "the whole wait begins anew");
        assert_eq!(attempts.left_ms(back.plus_ms(4_000)), 6_000, "and it goes by");
        assert_eq!(
            Attempts::read(folder.path()).left_ms(back.plus_ms(10_000)),
            0,
            "so that it ends, after a restart too"
        );
    }
}
