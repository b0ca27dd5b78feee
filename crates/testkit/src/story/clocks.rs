//! Clocks that stand years wrong in a random story, and are set while it goes on.

use domain::Moment;

use super::Story;
use crate::neighbourhood::Who;

/// Where clocks stand, in milliseconds since 1970: before that year, in its first second, in 1999, the second after counters of 32 bits
/// end, in 2100, and the day on which the stories play, a day before it and a day after it.
const STANDS_MS: [i64; 8] = [
    -86_400_000,
    0,
    928_000_000_000,
    2_147_483_648_000,
    4_102_444_800_000,
    1_795_442_700_000,
    1_795_356_300_000,
    1_795_529_100_000,
];

impl Story {
    /// The clocks of the devices stand wrong from the beginning, each in its own way, and are set now and then.
    pub fn with_wrong_clocks(&mut self) {
        self.wrong_clocks = true;
        for who in self.here.everybody() {
            self.set_clock(who);
        }
    }

    pub(super) fn clock_is_set(&mut self) {
        let who = self.somebody();
        self.set_clock(who);
    }

    fn set_clock(&mut self, who: Who) {
        let stands_ms = *self.chance.pick(&STANDS_MS).expect("there are some");
        self.note(format!("the clock of {who:?} is set to {} days after 1970", stands_ms / 86_400_000));
        self.here.device(who).clock_is_set(Moment(stands_ms));
    }
}
