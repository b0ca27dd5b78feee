//! A random story: who does what follows from the seed, and an oracle remembers everything that was answered.
//!
//! [`Story::tell`] does deeds over a bad network; [`Story::end`] lets the faults stop, everybody exchange, and checks the
//! invariants (`docs/reliability.md`).

mod check;
mod deed;
mod keys;
mod oracle;

use crate::{
    chance::Chance,
    neighbourhood::{Neighbourhood, Who},
    thief::Copies,
};
pub use oracle::Oracle;

/// How many devices a story begins with.
const AT_FIRST: usize = 3;

/// After how many entries a snapshot pays in a story: few, so that there are some in every story.
const COMPACTS_AFTER: u64 = 3;

/// A story under way.
pub struct Story {
    /// Where it plays.
    pub here: Neighbourhood,
    /// What was answered.
    pub oracle: Oracle,
    /// What somebody copied of the relay after every deed.
    copies: Copies,
    chance: Chance,
    /// The deeds in words, for whom a seed fails.
    told: Vec<String>,
    loud: bool,
}

impl Story {
    /// A team of three.
    #[must_use]
    pub fn new(seed: u64, loud: bool) -> Self {
        let names = ["Ans", "Bo", "Cor"];
        let (mut here, people) = Neighbourhood::team(seed, names.get(..AT_FIRST).unwrap_or_default());
        here.compacts_after(COMPACTS_AFTER);
        let (oracle, copies, chance) = (Oracle::default(), Copies::default(), Chance::new(!seed));
        let mut story = Self { here, oracle, copies, chance, told: Vec::new(), loud };
        for who in people {
            story.meet(who);
        }
        story
    }

    /// So many deeds.
    pub fn tell(&mut self, deeds: usize) {
        for _ in 0..deeds {
            self.deed();
            self.copies.of(self.here.relay());
        }
    }

    fn note(&mut self, words: String) {
        if self.loud {
            eprintln!("{:3} {words}", self.told.len());
        }
        self.told.push(words);
    }

    /// A device takes part from now on.
    fn meet(&mut self, who: Who) {
        if let Some(team) = self.here.device(who).team() {
            let device = team.people.iter().flat_map(|person| &person.devices).find(|device| device.this);
            self.oracle.met(who, team.me, device.map(|device| device.id));
        }
    }
}
