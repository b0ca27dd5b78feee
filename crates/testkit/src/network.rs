//! A network that loses, doubles, delays and reorders by seed.

use std::collections::VecDeque;

use sync::{Answer, Call};

use crate::{chance::Chance, simulated_relay::Carry};

/// How often something goes wrong: once in so many calls, never for 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Faults {
    /// The relay never hears of the call.
    pub lost_calls: usize,
    /// The relay does it, the device hears nothing.
    pub lost_answers: usize,
    /// The relay is asked twice; the device hears one of the two answers.
    pub doubled: usize,
    /// The device gives up, and the relay hears of the call later, after calls that were made later.
    pub late: usize,
    /// The answer takes its time: other devices do something first.
    pub slow: usize,
    /// The answer ends early.
    pub cut: usize,
    /// A proxy in between answers with an error of its own.
    pub proxy: usize,
}

/// What a proxy says by itself.
const PROXY: [u16; 3] = [429, 502, 503];

/// Most calls that are on their way and late at once.
const LATE_MAX: usize = 16;

/// How many of the last calls are remembered.
const RECENT_MAX: usize = 24;

/// Most steps that a slow answer takes.
const SLOW_STEPS_MAX: usize = 12;

impl Faults {
    /// Nothing goes wrong.
    pub const NONE: Self = Self { lost_calls: 0, lost_answers: 0, doubled: 0, late: 0, slow: 0, cut: 0, proxy: 0 };

    /// A bad day: something goes wrong at every third call.
    pub const BAD_DAY: Self =
        Self { lost_calls: 16, lost_answers: 12, doubled: 16, late: 16, slow: 4, cut: 40, proxy: 40 };
}

/// The network between a neighbourhood and its relay.
pub struct Network {
    /// How often something goes wrong.
    pub faults: Faults,
    /// How many calls the relay was asked to answer.
    pub calls: u64,
    chance: Chance,
    late: Vec<(usize, Call)>,
    /// The last calls with what came back, for whom a seed fails.
    recent: VecDeque<String>,
}

impl Network {
    /// A network without faults; those that it is given follow from `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { faults: Faults::NONE, calls: 0, chance: Chance::new(seed), late: Vec::new(), recent: VecDeque::new() }
    }

    /// The last calls, and whether something good came back.
    #[must_use]
    pub fn recent(&self) -> String {
        self.recent.iter().map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    /// Brings a call of the device at this place, and says what comes back and after how many steps.
    pub fn bring(&mut self, relay: &mut dyn Carry, who: usize, call: &Call) -> (Answer, usize) {
        let brought = self.try_to_bring(relay, who, call);
        if self.recent.len() == RECENT_MAX {
            self.recent.pop_front();
        }
        let came = match &brought.0 {
            Answer::Good(bytes) => format!("{} bytes", bytes.len()),
            Answer::Status(status) => status.to_string(),
            Answer::Nothing | Answer::Clock => "nothing".into(),
        };
        self.recent.push_back(format!("{who} {:?} {:.140}: {came}", call.method, call.path));
        brought
    }

    fn try_to_bring(&mut self, relay: &mut dyn Carry, who: usize, call: &Call) -> (Answer, usize) {
        let faults = self.faults;
        if self.chance.once_in(3) {
            self.bring_late(relay);
        }
        self.calls = self.calls.saturating_add(1);
        let steps = if self.chance.once_in(faults.slow) { self.chance.below(SLOW_STEPS_MAX) } else { 0 };
        if self.chance.once_in(faults.lost_calls) {
            return (Answer::Nothing, steps);
        }
        if self.chance.once_in(faults.proxy) {
            return (Answer::Status(self.chance.pick(&PROXY).copied().unwrap_or(503)), steps);
        }
        if self.chance.once_in(faults.late) && self.late.len() < LATE_MAX {
            self.late.push((who, call.clone()));
            return (Answer::Nothing, steps);
        }
        let mut answer = relay.carry(who, call);
        if self.chance.once_in(faults.doubled) {
            let second = relay.carry(who, call);
            answer = if self.chance.once_in(2) { second } else { answer };
        }
        if self.chance.once_in(faults.lost_answers) {
            answer = Answer::Nothing;
        }
        if let Answer::Good(bytes) = &mut answer
            && !bytes.is_empty()
            && self.chance.once_in(faults.cut)
        {
            bytes.truncate(self.chance.below(bytes.len()));
        }
        (answer, steps)
    }

    /// Nothing is on its way any more: what was late arrives, in any order, or never does.
    pub fn clear(&mut self, relay: &mut dyn Carry) {
        while !self.late.is_empty() {
            self.bring_late(relay);
        }
    }

    fn bring_late(&mut self, relay: &mut dyn Carry) {
        if self.late.is_empty() {
            return;
        }
        let (who, call) = self.late.swap_remove(self.chance.below(self.late.len()));
        // Nobody hears the answer.
        drop(relay.carry(who, &call));
    }
}
