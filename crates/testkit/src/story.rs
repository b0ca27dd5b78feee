//! A random story: who does what follows from the seed, and an oracle remembers everything that was answered.
//!
//! [`Story::tell`] does deeds over a bad network; [`Story::end`] lets the faults stop, everybody exchange, and checks the
//! invariants (`docs/reliability.md`).

mod check;
mod clocks;
mod deed;
mod keys;
mod named;
mod oracle;
mod papers;
mod restored;
mod teams;
mod together;

use std::ops::RangeInclusive;

use relay::heart::space::Space;

use crate::{
    chance::Chance,
    neighbourhood::{Neighbourhood, Who},
    template::name,
    thief::Copies,
};
pub use oracle::Oracle;
use papers::Papers;
pub use restored::GoesOn;

/// How many people with a device each most stories begin with.
const FEW: RangeInclusive<usize> = 2..=4;

/// Once in so many seeds there is a crowd.
const CROWD_ONCE_IN: u64 = 200;

/// How many a crowd has.
const CROWD: RangeInclusive<usize> = 10..=50;

/// How many devices may come later.
const MORE_MAX: usize = 4;

/// After how many entries a snapshot pays in a story: few, so that there are some in every story.
const COMPACTS_AFTER: u64 = 3;

/// A story under way.
pub struct Story {
    /// Where it plays.
    pub here: Neighbourhood,
    /// What was answered.
    pub oracle: Oracle,
    /// What was answered in another team, where there is one.
    other: Option<Oracle>,
    /// What somebody copied of the relay after every deed.
    copies: Copies,
    chance: Chance,
    /// The deeds in words, for whom a seed fails.
    told: Vec<String>,
    loud: bool,
    /// Most devices that there will be.
    devices_max: usize,
    /// Clocks stand years wrong, and are set while the story goes on.
    wrong_clocks: bool,
    /// Recovery sheets, where there are any.
    papers: Option<Papers>,
    /// Whether colleagues and the team are given parts, and not helpers alone.
    parts: bool,
}

impl Story {
    /// A team of two to four, now and then a crowd.
    #[must_use]
    pub fn new(seed: u64, loud: bool) -> Self {
        let mut story = Self::begun(seed, loud, false);
        for who in story.here.everybody() {
            story.meet(who);
        }
        story
    }

    fn begun(seed: u64, loud: bool, second_team: bool) -> Self {
        let mut chance = Chance::new(!seed);
        let is_crowd = seed.is_multiple_of(CROWD_ONCE_IN);
        let sizes = if is_crowd { CROWD } else { FEW };
        let size = sizes.start().saturating_add(chance.below(sizes.clone().count()));
        let mut here = if is_crowd {
            let names: Vec<String> = (0..).take(size).map(name).collect();
            Neighbourhood::team(seed, &names.iter().map(String::as_str).collect::<Vec<_>>()).0
        } else {
            Neighbourhood::copied_team(seed, size, second_team)
        };
        here.compacts_after(COMPACTS_AFTER);
        let devices_max = here.everybody().len().saturating_add(MORE_MAX);
        Self {
            here,
            oracle: Oracle::default(),
            other: None,
            copies: Copies::default(),
            chance,
            told: Vec::new(),
            loud,
            devices_max,
            wrong_clocks: false,
            papers: None,
            parts: false,
        }
    }

    /// From here on colleagues and the team are given parts too.
    pub const fn with_parts(&mut self) {
        self.parts = true;
    }

    /// So many deeds.
    pub fn tell(&mut self, deeds: usize) {
        for _ in 0..deeds {
            self.deed();
            self.copies.of(self.here.relay());
        }
    }

    /// The space of the team, as the relay has it.
    fn space(&mut self) -> Space {
        let meant = self.oracle.space;
        let mut books = self.here.relay().books.values().map(|book| &book.space);
        books.find(|space| meant.is_none_or(|id| id == space.id)).expect("a space").clone()
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
