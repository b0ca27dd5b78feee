//! How often somebody may ask: a bucket each that fills again over time.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use protocol::id::{DeviceId, SpaceId};

use crate::{
    heart::mailbox::MailboxId,
    limit::{MAILBOX_OPENINGS_RATE, RATES_MAX},
};

/// Who asks. Where nobody has shown who they are, all who want the same share a bucket: addresses are not remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Asker {
    /// A device that is let in.
    Device(SpaceId, DeviceId),
    /// Whoever knocks at a space.
    Door(SpaceId),
    /// Whoever begins a space.
    Creation,
    /// Whoever uses this mailbox: who keeps one busy holds up no other.
    Mailbox(MailboxId),
    /// Whoever opens a mailbox.
    Opening,
}

impl Asker {
    /// Requests a second, where a device may make `rate`; twice as many fit in a bucket.
    const fn rate(self, rate: u32) -> u32 {
        match self {
            Self::Opening => MAILBOX_OPENINGS_RATE,
            Self::Device(..) | Self::Door(_) | Self::Creation | Self::Mailbox(_) => rate,
        }
    }
}

/// The buckets.
pub struct Rates {
    /// Requests a second of one device.
    rate: u32,
    buckets: Buckets,
    /// By themselves: anybody can think of mailboxes without end, and shall crowd out nobody else.
    mailboxes: Buckets,
}

/// What is left in each bucket, and since when.
type Buckets = Mutex<HashMap<Asker, (f64, Duration)>>;

impl Rates {
    /// Buckets for so many requests a second.
    #[must_use]
    pub fn new(rate: u32) -> Self {
        Self { rate, buckets: Mutex::default(), mailboxes: Mutex::default() }
    }

    /// Whether one more request is fine now; if so it counts.
    pub fn allow(&self, asker: Asker, now: Duration) -> bool {
        let rate = f64::from(asker.rate(self.rate));
        let full = rate * 2.0;
        let buckets = if matches!(asker, Asker::Mailbox(_)) { &self.mailboxes } else { &self.buckets };
        let mut buckets = buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= RATES_MAX && !buckets.contains_key(&asker) {
            // A bucket that is full again is as good as none. If none is, everybody begins anew, which lets more in, not less.
            buckets.retain(|of, (left, at)| {
                let rate = f64::from(of.rate(self.rate));
                *left + now.saturating_sub(*at).as_secs_f64() * rate < rate * 2.0
            });
            if buckets.len() >= RATES_MAX {
                buckets.clear();
            }
        }
        let (left, at) = buckets.entry(asker).or_insert((full, now));
        *left = (*left + now.saturating_sub(*at).as_secs_f64() * rate).min(full);
        *at = now;
        let allowed = *left >= 1.0;
        if allowed {
            *left -= 1.0;
        }
        allowed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_empties_and_fills_again_and_is_nobody_elses() {
        let rates = Rates::new(2);
        let now = Duration::from_secs(9);
        let allowed = (0..10).filter(|_| rates.allow(Asker::Creation, now)).count();
        assert_eq!(allowed, 4, "twice the rate at once");
        assert!(rates.allow(Asker::Mailbox(MailboxId([1; 16])), now), "another bucket is full still");
        let later = (0..10).filter(|_| rates.allow(Asker::Creation, now + Duration::from_secs(1))).count();
        assert_eq!(later, 2, "after a second the rate");
    }

    #[test]
    fn who_thinks_of_mailboxes_without_end_takes_no_memory_without_end_and_nobody_elses_bucket() {
        let rates = Rates::new(1);
        let now = Duration::from_secs(9);
        let asker = Asker::Device(SpaceId([1; 32]), DeviceId([2; 16]));
        assert!(rates.allow(asker, now) && rates.allow(asker, now), "a device that has used up what it may");
        for number in 0..=u128::try_from(RATES_MAX).expect("it fits") {
            rates.allow(Asker::Mailbox(MailboxId(number.to_be_bytes())), now);
        }
        let kept = rates.mailboxes.lock().expect("nobody panicked").len();
        assert!(kept <= RATES_MAX, "no more is remembered than may be: {kept}");
        assert!(!rates.allow(asker, now), "the device gets nothing by it");
    }
}
