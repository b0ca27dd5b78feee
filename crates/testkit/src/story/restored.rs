//! A random story in the middle of which the relay is restored from a backup.

use api::sync::{PauseSync, Problem, ResumeRelay};

use super::Story;
use crate::network::Faults;

/// When an owner lets the relay go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoesOn {
    /// Once everybody has been back.
    WhenAllAreBack,
    /// At once, whoever is there.
    AtOnce,
}

impl Story {
    /// So many deeds, then a backup; as many, then the relay is restored from it; and as many again.
    pub fn tell_around_a_restore(&mut self, deeds: usize, goes_on: GoesOn) {
        self.tell(deeds);
        let backup = self.here.relay().backup();
        self.note("the relay is backed up".into());
        self.tell(deeds);
        self.here.relay().restore(&backup);
        self.note("the relay is restored".into());
        if goes_on == GoesOn::AtOnce {
            self.let_it_go_on();
        }
        self.tell(deeds);
        self.here.network.faults = Faults::NONE;
        for who in std::mem::take(&mut self.oracle.paused) {
            self.here.device(who).call(PauseSync { paused: false }).expect("it can go on");
        }
        // What one brings may be what another's entry follows.
        for who in [self.here.everybody(), self.here.everybody()].concat() {
            self.here.set_down(who, false);
            self.here.sync(who);
        }
        self.let_it_go_on();
    }

    /// The first owner whom the relay takes for one says that it goes on. Who was taken out is not asked, and who was given another role
    /// last: where they come first all others who know of it stop, until the backup is put back again.
    fn let_it_go_on(&mut self) {
        let people = self.oracle.people.keys().copied();
        let mut people: Vec<_> = people.filter(|who| !self.oracle.removed.contains(who)).collect();
        people
            .sort_by_key(|who| self.oracle.person(*who).is_some_and(|person| self.oracle.no_owners.contains(&person)));
        for who in people {
            if self.here.is_down(who) {
                continue;
            }
            self.here.sync(who);
            if self.here.device(who).call(ResumeRelay {}).is_ok() {
                self.note(format!("{who:?} says that the relay goes on"));
                self.here.sync(who);
                // Who was an owner when last heard, and is none by what was brought, is not heeded: another owner is asked.
                if !self.here.device(who).state().problems.contains(&Problem::RelayRestored) {
                    return;
                }
            }
        }
    }
}
