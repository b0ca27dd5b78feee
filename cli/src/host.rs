//! The real world for the engine where there is no window: the system's clock, zone and randomness, and one folder to write to.

use std::{
    io::{self, Write},
    path::PathBuf,
    time::Instant,
};

use engine::{Host, Moment};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

/// The machine that the command runs on. It has no key store, no voice and no printer.
pub(crate) struct Machine {
    zone: TimeZone,
    started: Instant,
    out: PathBuf,
}

impl Machine {
    /// With the folder in which files for the person are written.
    pub(crate) fn new(out: PathBuf) -> Self {
        Self { zone: TimeZone::system(), started: Instant::now(), out }
    }
}

impl Host for Machine {
    fn now(&self) -> Moment {
        Moment(Timestamp::now().as_millisecond())
    }

    fn steady_ms(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn local(&self, moment: Moment) -> DateTime {
        let timestamp = Timestamp::from_millisecond(moment.0).unwrap_or(Timestamp::UNIX_EPOCH);
        self.zone.to_datetime(timestamp)
    }

    fn fill_random(&self, bytes: &mut [u8]) {
        if let Err(error) = getrandom::fill(bytes) {
            // Ids and keys that can be guessed are worse than no app.
            let _ = writeln!(io::stderr(), "wijkweb-cli stops: the system gives no random bytes ({error})");
            std::process::abort();
        }
    }

    fn folder_for_person(&self) -> PathBuf {
        self.out.clone()
    }
}
