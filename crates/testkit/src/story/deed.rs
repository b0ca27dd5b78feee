//! What people do in a random story, one deed after the other.

use api::{
    conversation::EditConversation,
    sync::PauseSync,
    team::{InviteAs, Remove, TeamRole},
};
use domain::{
    ConversationEdit, ConversationId, Purpose, RemarkId, ResidentId, TalkStep, Voice, answer::Remark as Words,
};

use super::{
    Story,
    oracle::{Added, Remark, Share},
};
use crate::{
    device::PASSPHRASE,
    neighbourhood::Who,
    network::Faults,
    talk::{given, target},
    team::MEMBER,
};

/// Most steps of the exchange between two deeds.
const STEPS_MAX: usize = 60;

/// What somebody does.
type Deed = fn(&mut Story);

/// Every deed with how often it is drawn.
const DEEDS: &[(usize, Deed)] = &[
    (6, Story::add_resident),
    (14, Story::remark),
    (6, Story::mark),
    (4, Story::say),
    (5, Story::share_with_team),
    (4, Story::share_with_person),
    (3, Story::withdraw),
    (2, Story::erase),
    (2, Story::erase_talk),
    (9, Story::agree_to_erasure),
    (1, Story::new_member),
    (1, Story::new_device),
    (1, Story::remove_device),
    (1, Story::change_role),
    (1, Story::pause),
    (4, Story::restart),
    (2, Story::relay_restarts),
    (3, Story::network_goes),
    (3, Story::faults_come_and_go),
    (1, Story::time_goes_by),
    (1, Story::a_month_goes_by),
    (18, Story::exchange),
    (4, Story::share_part),
    (3, Story::step),
    (3, Story::new_helper),
    (2, Story::change_role),
];

/// What is drawn too where there are recovery sheets.
const WITH_PAPERS: &[(usize, Deed)] = &[
    (5, Story::make_sheet),
    (8, Story::lose_everything),
    (8, Story::come_back),
    (3, Story::take_lost_out),
    (3, Story::try_an_old_sheet),
];

/// What is drawn too where colleagues and the team are given parts.
const WITH_PARTS: &[(usize, Deed)] = &[(4, Story::share_part_with_anybody), (4, Story::share_part_with_team)];

/// What is drawn too where there are two teams.
const WITH_TEAMS: &[(usize, Deed)] = &[(20, Story::work_in_the_other_team), (2, Story::comes_over)];

/// What is drawn too where clocks stand wrong.
const WITH_CLOCKS: &[(usize, Deed)] = &[(8, Story::clock_is_set)];

impl Story {
    pub(super) fn deed(&mut self) {
        let clocks = if self.wrong_clocks { WITH_CLOCKS } else { &[] };
        let papers = if self.papers.is_some() { WITH_PAPERS } else { &[] };
        let teams = if self.other.is_some() { WITH_TEAMS } else { &[] };
        let parts = if self.parts { WITH_PARTS } else { &[] };
        let deeds = || DEEDS.iter().chain(papers).chain(teams).chain(parts).chain(clocks);
        let of: usize = deeds().map(|(weight, _)| weight).sum();
        let mut at = self.chance.below(of);
        for (weight, deed) in deeds() {
            if at < *weight {
                return deed(self);
            }
            at = at.saturating_sub(*weight);
        }
    }

    /// Somebody who takes part.
    pub(super) fn somebody(&mut self) -> Who {
        let people: Vec<Who> = self.oracle.people.keys().copied().collect();
        *self.chance.pick(&people).expect("somebody")
    }

    /// A device, and a talk that it shows now.
    pub(super) fn somebody_with_a_talk(&mut self) -> Option<(Who, ResidentId, ConversationId)> {
        let who = self.somebody();
        let known = self.oracle.residents.iter().filter_map(|(resident, added)| Some((*resident, added.talk?)));
        let known: Vec<_> = known.collect();
        let device = self.here.device(who);
        let here: Vec<_> = known.into_iter().filter(|(resident, _)| device.dossier(*resident).is_some()).collect();
        self.chance.pick(&here).map(|(resident, talk)| (who, *resident, *talk))
    }

    fn add_resident(&mut self) {
        let who = self.somebody();
        let name = format!("Kanarie {}", self.oracle.residents.len());
        let with_basis = !self.chance.once_in(6);
        let device = self.here.device(who);
        let resident = device.resident(&name);
        let talk = with_basis.then(|| {
            device.agree(resident, Purpose::Keep);
            device.start(resident)
        });
        self.note(format!("{who:?} adds {name}{}", if with_basis { "" } else { " without a basis" }));
        self.oracle.writers.insert((resident, who));
        self.oracle.residents.insert(resident, Added { name, by: who, talk });
    }

    fn remark(&mut self) {
        let Some((who, resident, talk)) = self.somebody_with_a_talk() else { return };
        self.oracle.writers.insert((resident, who));
        let (id, text) = (RemarkId(self.chance.bytes()), format!("Kanarie zegt {}", self.oracle.remarks.len()));
        let words = Words { voice: Voice::Professional, text: text.clone() };
        let edit = ConversationEdit::Remark(target("d:MD"), id, words);
        let done = self.here.device(who).call(EditConversation { conversation: talk, edit });
        self.note(format!("{who:?} writes «{text}» about {}: {done:?}", self.called(resident)));
        if done.is_ok() {
            self.oracle.remarks.insert(id, Remark { resident, talk, by: who, text });
        }
    }

    fn mark(&mut self) {
        let Some((who, resident, talk)) = self.somebody_with_a_talk() else { return };
        self.oracle.writers.insert((resident, who));
        let value = u8::try_from(self.chance.below(11)).unwrap_or_default();
        let at = *self.chance.pick(&["d:MD", "d:LF", "i:MD2"]).expect("a question");
        let done = self.here.device(who).edit(talk, ConversationEdit::Answer(target(at), Some(given(value))));
        self.note(format!("{who:?} marks {at} {value} of {}: {done:?}", self.called(resident)));
    }

    fn say(&mut self) {
        let Some((who, resident, talk)) = self.somebody_with_a_talk() else { return };
        self.oracle.writers.insert((resident, who));
        let text = format!("Kanarie vindt {}", self.chance.below(100));
        let edit = ConversationEdit::Say(TalkStep::StandsOut, Voice::Professional, text.clone());
        let done = self.here.device(who).edit(talk, edit);
        self.note(format!("{who:?} says «{text}» of {}: {done:?}", self.called(resident)));
    }

    fn share_with_team(&mut self) {
        self.share(false);
    }

    fn share_with_person(&mut self) {
        self.share(true);
    }

    fn share(&mut self, with_person: bool) {
        let Some((who, resident, _)) = self.somebody_with_a_talk() else { return };
        let other = self.somebody();
        let people = if with_person { self.oracle.person(other).into_iter().collect() } else { Vec::new() };
        let shared = self.here.device(who).share(resident, people);
        self.oracle.writers.insert((resident, who));
        let with = if with_person { format!("{other:?}") } else { "the team".into() };
        self.note(format!("{who:?} shares {} with {with}: {}", self.called(resident), outcome(&shared)));
        if let Ok(basis) = shared {
            self.oracle.shares.insert(basis, Share { resident, by: who, withdrawn: None });
        }
    }

    fn withdraw(&mut self) {
        let standing: Vec<_> = self.oracle.shares.iter().filter(|(_, share)| share.withdrawn.is_none()).collect();
        let Some((basis, share)) = self.chance.pick(&standing).map(|(basis, share)| (**basis, **share)) else { return };
        let who = if self.chance.once_in(3) { self.somebody() } else { share.by };
        let done = self.here.device(who).withdraw(share.resident, basis);
        self.oracle.writers.insert((share.resident, who));
        self.note(format!("{who:?} withdraws {basis:?} of {}: {}", self.called(share.resident), outcome(&done)));
        if done.is_ok() {
            self.oracle.shares.insert(basis, Share { withdrawn: Some(who), ..share });
        }
    }

    fn erase(&mut self) {
        let residents: Vec<_> = self.oracle.residents.keys().copied().collect();
        let Some(resident) = self.chance.pick(&residents).copied() else { return };
        let Some(added) = self.oracle.residents.get(&resident).cloned() else { return };
        let who = if self.chance.once_in(3) { self.somebody() } else { added.by };
        let done = self.here.device(who).erase(resident, &added.name);
        self.note(format!("{who:?} erases {}: {}", self.called(resident), outcome(&done)));
        if done.is_ok() {
            self.oracle.erased.insert(resident, who);
        }
    }

    /// Somebody erases a talk and begins another.
    fn erase_talk(&mut self) {
        let Some((who, resident, conversation)) = self.somebody_with_a_talk() else { return };
        let device = self.here.device(who);
        let done = device.erase_talk(conversation);
        let talk = done.is_ok().then(|| device.start(resident));
        self.note(format!("{who:?} erases the talk of {}: {}", self.called(resident), outcome(&done)));
        if talk.is_some() {
            self.oracle.writers.insert((resident, who));
            self.oracle.erased_talks.insert(conversation);
            if let Some(added) = self.oracle.residents.get_mut(&resident) {
                added.talk = talk;
            }
        }
    }

    /// An owner who can invite now, if there is one.
    pub(super) fn owner(&mut self) -> Option<Who> {
        let people: Vec<Who> = self.oracle.people.keys().copied().collect();
        let mut owners = Vec::new();
        for who in people {
            let device = self.here.device(who);
            let ready = device.state().problems.is_empty() && !self.oracle.paused.contains(&who);
            let owner = device.team().is_some_and(|team| team.role == TeamRole::Owner);
            if ready && owner && !self.oracle.removed.contains(&who) && !self.here.is_down(who) {
                owners.push(who);
            }
        }
        self.chance.pick(&owners).copied()
    }

    fn new_member(&mut self) {
        self.comes(MEMBER);
    }

    fn new_device(&mut self) {
        self.comes(InviteAs::OwnDevice {});
    }

    pub(super) fn comes(&mut self, invite: InviteAs) {
        if self.here.everybody().len() >= self.devices_max {
            return;
        }
        let Some(owner) = self.owner() else { return };
        let who = self.here.add_newcomer();
        let done = self.here.try_to_let_in(owner, who, invite);
        self.note(format!("{owner:?} lets in {who:?} as {invite:?}: {done}"));
        if done {
            self.meet(who);
        }
    }

    fn remove_device(&mut self) {
        let Some(owner) = self.owner() else { return };
        let out = self.somebody();
        let Some(device) = self.device_id(out) else { return };
        // Whoever has no other device goes with this one; somebody has to stay.
        let staying = self.oracle.people.keys().filter(|who| !self.oracle.removed.contains(who)).count();
        if out == owner || staying < 3 {
            return;
        }
        let request = Remove { devices: vec![device], passphrase: PASSPHRASE.into() };
        let done = self.here.device(owner).call(request);
        self.note(format!("{owner:?} removes {out:?}: {}", outcome(&done)));
        if done.is_ok() {
            self.oracle.removed.insert(out);
        }
    }

    /// The device's id in the team, as somebody in the team knows it.
    pub(super) fn device_id(&mut self, who: Who) -> Option<domain::DeviceId> {
        let (person, known) = *self.oracle.people.get(&who)?;
        if known.is_some() {
            return known;
        }
        let team = self.here.device(who).team()?;
        let device = team.people.iter().flat_map(|person| &person.devices).find(|device| device.this)?.id;
        self.oracle.people.insert(who, (person, Some(device)));
        Some(device)
    }

    fn pause(&mut self) {
        let who = self.somebody();
        let paused = !self.oracle.paused.contains(&who);
        let done = self.here.device(who).call(PauseSync { paused });
        self.note(format!("{who:?} pauses {paused}: {}", outcome(&done)));
        if done.is_ok() {
            if paused {
                self.oracle.paused.insert(who)
            } else {
                self.oracle.paused.remove(&who)
            };
        }
    }

    fn restart(&mut self) {
        let who = self.somebody();
        let before = self.seen(who);
        self.here.restart(who);
        self.note(format!("{who:?} restarts"));
        let after = self.seen(who);
        assert_eq!(before, after, "I1: what {who:?} showed is there after a restart");
    }

    fn relay_restarts(&mut self) {
        self.note("the relay restarts".into());
        self.here.relay().restart();
    }

    fn network_goes(&mut self) {
        let who = self.somebody();
        let down = !self.here.is_down(who);
        self.note(format!("{who:?} has {} network", if down { "no" } else { "a" }));
        self.here.set_down(who, down);
    }

    fn faults_come_and_go(&mut self) {
        let faults = if self.chance.once_in(3) { Faults::NONE } else { Faults::BAD_DAY };
        self.note(format!("the network is {}", if faults == Faults::NONE { "good" } else { "bad" }));
        self.here.network.faults = faults;
    }

    /// What was superseded before goes from the relay.
    fn a_month_goes_by(&mut self) {
        self.note("a month goes by".into());
        self.here.relay().days_go_by(31);
    }

    fn time_goes_by(&mut self) {
        self.note("eleven minutes go by".into());
        self.here.relay().seconds_go_by(660);
    }

    fn exchange(&mut self) {
        let (who, steps) = (self.somebody(), self.chance.below(STEPS_MAX));
        self.note(format!("{who:?} looks again, and {steps} steps"));
        self.here.device(who).engine.wake_exchange();
        self.here.some_steps(steps);
    }

    pub(super) fn called(&self, resident: ResidentId) -> String {
        self.oracle.residents.get(&resident).map(|added| added.name.clone()).unwrap_or_default()
    }
}

pub(super) fn outcome<T>(done: &Result<T, api::Failure>) -> String {
    match done {
        Ok(_) => "done".into(),
        Err(failure) => failure.name().into(),
    }
}
