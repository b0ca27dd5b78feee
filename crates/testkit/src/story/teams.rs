//! Two teams in a random story: some devices are in both, each deed is done in one of them, and nothing of one reaches the other.

use std::collections::BTreeSet;

use api::{
    sync::{GetRecordStates, PauseSync, SeeRemoval},
    team::ChooseTeam,
};
use domain::TeamId;
use protocol::id::{ScopeId, SpaceId};

use super::{CROWD_ONCE_IN, Oracle, Story};
use crate::{
    neighbourhood::Who,
    simulated_relay::{Book, Line},
    team::MEMBER,
};

impl Story {
    /// Two teams at one relay: the first and the last of the first team are in both, and somebody is in the second alone. A crowd is
    /// one team.
    #[must_use]
    pub fn of_two_teams(seed: u64, loud: bool) -> Self {
        if seed.is_multiple_of(CROWD_ONCE_IN) {
            return Self::new(seed, loud);
        }
        let mut story = Self::begun(seed, loud, true);
        let teams = story.here.device(Who(0)).state().teams;
        let [first, second] = teams.as_slice() else { panic!("the first device is in two teams") };
        let (first, second) = (SpaceId(first.id.0), SpaceId(second.id.0));
        story.other = Some(Oracle { space: Some(second), ..Oracle::default() });
        story.oracle.space = Some(first);
        for space in [first, second] {
            for who in story.here.everybody() {
                let team = Some(TeamId(space.0));
                if story.here.device(who).call(ChooseTeam { team, keep: true }).is_ok() {
                    story.meet(who);
                }
            }
            story.work_in_the_other_team();
        }
        story
    }

    /// Whatever is done is done in the other team from now on, and remembered as of that.
    pub(super) fn work_in_the_other_team(&mut self) {
        let Some(other) = &mut self.other else { return };
        std::mem::swap(&mut self.oracle, other);
        let team = self.oracle.space.map(|space| TeamId(space.0));
        let people: Vec<Who> = self.oracle.people.keys().copied().collect();
        for who in people {
            if self.here.device(who).call(ChooseTeam { team, keep: true }).is_ok() {
                continue;
            }
            // It was taken out of this team, knows it, and goes on in the other one.
            let told = self.here.device(who).state().taken_out;
            let out = told.iter().map(|out| out.id).find(|out| Some(*out) == team);
            let out = out.unwrap_or_else(|| panic!("I6: {who:?} is told that it was taken out"));
            if self.chance.once_in(2) {
                self.here.device(who).call(SeeRemoval { team: out }).expect("it can be put away");
            }
            self.oracle.people.remove(&who);
        }
    }

    /// Whether a device is told that it was taken out of another team than this one. It is, wherever it works.
    pub(super) fn was_taken_out_elsewhere(&mut self, who: Who) -> bool {
        let here = self.oracle.space;
        let told = self.here.device(who).state().taken_out;
        !told.is_empty() && told.iter().all(|out| here.is_some_and(|here| here.0 != out.id.0))
    }

    /// Does something in each team.
    pub(super) fn in_each_team(&mut self, mut what: impl FnMut(&mut Self)) {
        what(self);
        if self.other.is_some() {
            self.work_in_the_other_team();
            what(self);
        }
    }

    /// A device of the other team comes into this one as well.
    pub(super) fn comes_over(&mut self) {
        let Some(other) = &self.other else { return };
        let is_other = |who: &&Who| !self.oracle.been.contains(who) && !other.removed.contains(who);
        let others: Vec<Who> = other.people.keys().filter(is_other).copied().collect();
        let Some(who) = self.chance.pick(&others).copied() else { return };
        let Some(owner) = self.owner().filter(|_| !self.here.is_down(who)) else { return };
        let done = self.here.try_to_let_in(owner, who, MEMBER);
        self.note(format!("{owner:?} lets in {who:?} of the other team: {done}"));
        if done {
            self.meet(who);
        }
    }

    /// Whoever has paused goes on.
    pub(super) fn nobody_pauses(&mut self) {
        for who in std::mem::take(&mut self.oracle.paused) {
            self.here.device(who).call(PauseSync { paused: false }).expect("it can go on");
        }
    }

    /// Nothing of this team is in the other one: not on a device that is only there, nor in what the relay keeps of it.
    pub(super) fn check_apart(&mut self) {
        let Some(other) = &self.other else { return };
        let strangers: Vec<Who> = other.been.difference(&self.oracle.been).copied().collect();
        let book = other.space.and_then(|space| self.here.relay().books.get(&space)).expect("the other team's space");
        for (resident, added) in &self.oracle.residents {
            assert!(!book.space.scopes.contains_key(&ScopeId(resident.0)), "I11: {} has one home", added.name);
        }
        // What costs most is done in every fourth story. There are many.
        if self.chance.once_in(4) {
            let people = self.oracle.people.values();
            let ids = people.flat_map(|(person, device)| [Some(person.0), device.map(|device| device.0)]).flatten();
            let ids: BTreeSet<[u8; 16]> = ids.chain(self.oracle.residents.keys().map(|resident| resident.0)).collect();
            let found = everything(book).windows(16).any(|bytes| ids.contains(bytes));
            assert!(!found, "I11: no relay learns of one team by which ids its people and dossiers go in another");
        }
        for who in strangers {
            for (resident, added) in &self.oracle.residents {
                let device = self.here.device(who);
                let states = device.call(GetRecordStates { resident: *resident }).unwrap_or_default();
                let nothing = states.is_empty() && device.dossier(*resident).is_none();
                assert!(nothing, "I11: {who:?} is not in the team and has nothing of {}", added.name);
            }
        }
    }
}

/// All bytes that the relay keeps of a space.
fn everything(book: &Book) -> Vec<u8> {
    let lines = book.line.values().flat_map(Line::bytes).copied();
    lines.chain(book.boxes.values().flatten().copied()).collect()
}
