//! How often somebody may ask: a bucket each that fills again over time.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use protocol::id::{DeviceId, SpaceId};

use crate::limit::RATES_MAX;

/// Who asks. Where nobody has shown who they are, all share a bucket: addresses are not remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Asker {
    /// A device that is let in.
    Device(SpaceId, DeviceId),
    /// Whoever knocks at a space.
    Door(SpaceId),
    /// Whoever begins a space.
    Creation,
    /// Whoever uses a mailbox.
    Mailbox,
}

/// The buckets.
pub struct Rates {
    /// Requests a second; twice as many fit in a bucket.
    rate: u32,
    buckets: Mutex<HashMap<Asker, (f64, Duration)>>,
}

impl Rates {
    /// Buckets for so many requests a second.
    #[must_use]
    pub fn new(rate: u32) -> Self {
        Self { rate, buckets: Mutex::new(HashMap::new()) }
    }

    /// Whether one more request is fine now; if so it counts.
    pub fn allow(&self, asker: Asker, now: Duration) -> bool {
        let (rate, full) = (f64::from(self.rate), f64::from(self.rate) * 2.0);
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= RATES_MAX && !buckets.contains_key(&asker) {
            // A bucket that is full again is as good as none. If none is, everybody begins anew, which lets more in, not less.
            buckets.retain(|_, (left, at)| *left + now.saturating_sub(*at).as_secs_f64() * rate < full);
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
        assert!(rates.allow(Asker::Mailbox, now), "another bucket is full still");
        let later = (0..10).filter(|_| rates.allow(Asker::Creation, now + Duration::from_secs(1))).count();
        assert_eq!(later, 2, "after a second the rate");
    }
}
