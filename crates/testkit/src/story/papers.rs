//! Recovery sheets in a random story: somebody makes one, loses every device, and comes back with it to a new phone.

use api::{
    sheet::{BackFailed, BackView, EndBringingBack, SheetState},
    sync::{GetRecordStates, RecordAt},
    team::Remove,
};
use domain::{DeviceId, PersonId, RemarkId};
use protocol::{device::DeviceKeys, id};
use relay::heart::space::Space;
use store::RecoveryCode;

use super::{Story, deed::outcome};
use crate::{device::PASSPHRASE, neighbourhood::Who, network::Faults, sheet::Sheet};

/// Most rounds in which somebody tries to come back over the network as it is; after them it is a good one.
const ROUNDS_MAX: usize = 40;

/// Most steps that others do between two calls of who comes back.
const BETWEEN_MAX: usize = 6;

/// What people of a story have on paper, and who has nothing else.
#[derive(Debug, Default)]
pub(super) struct Papers {
    made: Vec<Made>,
    gone: Vec<Gone>,
}

/// A sheet that somebody made.
#[derive(Debug, Clone)]
struct Made {
    /// On which device.
    by: Who,
    person: PersonId,
    sheet: Sheet,
}

/// A person who lost every device.
#[derive(Debug, Clone)]
struct Gone {
    person: PersonId,
    devices: Vec<(Who, Option<DeviceId>)>,
    /// What they had written and sent.
    sent: Vec<RemarkId>,
    /// The phone with which they are back.
    back: Option<Who>,
}

impl Story {
    /// From now on there are recovery sheets, and some have one.
    pub fn with_papers(&mut self) {
        self.papers = Some(Papers::default());
        for who in self.here.everybody() {
            if self.chance.once_in(2) {
                self.makes_sheet(who);
            }
        }
        self.here.run_until_quiet();
    }

    fn papers(&mut self) -> &mut Papers {
        self.papers.get_or_insert_default()
    }

    /// Somebody makes a new code and prints the sheet.
    pub(super) fn make_sheet(&mut self) {
        let who = self.somebody();
        self.makes_sheet(who);
    }

    fn makes_sheet(&mut self, who: Who) {
        let Some(person) = self.oracle.person(who) else { return };
        let sheet = self.here.device(who).new_sheet();
        self.note(format!("{who:?} makes a sheet with {} teams", sheet.lines.len()));
        if !sheet.lines.is_empty() {
            self.papers().made.push(Made { by: who, person, sheet });
        }
    }

    /// Somebody whose sheet is good loses every device. Others stay.
    pub(super) fn lose_everything(&mut self) {
        let space = self.space();
        let good: Vec<PersonId> =
            self.papers().made.iter().filter(|made| made.is_on(&space)).map(|made| made.person).collect();
        let Some(person) = self.chance.pick(&good).copied() else { return };
        let is_theirs = |(_, (of, _)): &(&Who, &(PersonId, Option<DeviceId>))| *of == person;
        let devices: Vec<Who> = self.oracle.people.iter().filter(is_theirs).map(|(who, _)| *who).collect();
        let others =
            self.oracle.people.keys().filter(|who| !devices.contains(who) && !self.oracle.removed.contains(who));
        if devices.is_empty() || others.count() == 0 {
            return;
        }
        self.note(format!("{devices:?} are lost"));
        let mut gone = Gone { person, devices: Vec::new(), sent: Vec::new(), back: None };
        for who in devices {
            self.unsent(who);
            gone.sent.extend(self.sent_remarks(who));
            gone.devices.push((who, self.device_id(who)));
            self.here.lose(who);
            self.oracle.people.remove(&who);
            self.oracle.paused.remove(&who);
        }
        self.papers().gone.push(gone);
    }

    /// Dossiers of which the relay lacks something that is on a device.
    fn unsent(&mut self, who: Who) {
        for resident in self.oracle.residents.keys() {
            let states = self.here.device(who).call(GetRecordStates { resident: *resident }).unwrap_or_default();
            // That its scope was opened it may not have heard.
            if states.iter().any(|state| !matches!(state.at, RecordAt::AtRelay { .. })) {
                self.oracle.unsent.insert(*resident);
            }
        }
    }

    /// What was written on a device and has been sent.
    fn sent_remarks(&mut self, who: Who) -> Vec<RemarkId> {
        let mut sent = Vec::new();
        for (id, remark) in self.oracle.remarks.iter().filter(|(_, remark)| remark.by == who) {
            let states = self.here.device(who).call(GetRecordStates { resident: remark.resident }).unwrap_or_default();
            let talk = states.iter().find(|state| state.document.0 == remark.talk.0);
            if talk.is_some_and(|talk| matches!(talk.at, RecordAt::AtRelay { .. })) {
                sent.push(*id);
            }
        }
        sent
    }

    /// Somebody who lost everything comes back.
    pub(super) fn come_back(&mut self) {
        let away: Vec<PersonId> =
            self.papers().gone.iter().filter(|gone| gone.back.is_none()).map(|gone| gone.person).collect();
        if let Some(person) = self.chance.pick(&away).copied() {
            self.comes_back(person);
        }
    }

    fn comes_back(&mut self, person: PersonId) {
        let space = self.space();
        let made = self.papers().made.iter().rev().find(|made| made.person == person && made.is_on(&space)).cloned();
        let made = made.expect("a sheet is taken out only where another one is in, by who has a device");
        let name = self.here.name(made.by);
        let phone = self.here.add(&name);
        let back = self.bring_back(phone, &made.sheet);
        self.note(format!("{phone:?} comes back with the sheet of {:?}: {back:?}", made.by));
        assert!(matches!(back, Some(BackView::Done { .. })), "who has a sheet comes back: {back:?}");
        self.meet(phone);
        assert_eq!(self.oracle.person(phone), Some(person), "as whom they were");
        for gone in self.papers().gone.iter_mut().filter(|gone| gone.person == person) {
            gone.back = Some(phone);
        }
        let sent: Vec<RemarkId> =
            self.papers().gone.iter().filter(|gone| gone.person == person).flat_map(|gone| gone.sent.clone()).collect();
        for remark in sent {
            if let Some(remark) = self.oracle.remarks.get_mut(&remark) {
                remark.by = phone;
            }
        }
    }

    /// Whoever has lost a phone takes it out, or an owner does.
    pub(super) fn take_lost_out(&mut self) {
        let gone = self.papers().gone.clone();
        let Some(gone) = self.chance.pick(&gone) else { return };
        let (person, owner) = (gone.person, self.owner());
        let Some(by) = gone.back.or(owner) else { return };
        let out = self.take_out_lost(by, person);
        // What others make of an owner's pins is open; who wrote it pins what they read again.
        if gone.back.is_none() && out {
            self.oracle.removed.extend(gone.devices.iter().map(|(who, _)| *who));
        }
    }

    fn take_out_lost(&mut self, by: Who, person: PersonId) -> bool {
        let lost = self.papers().gone.iter().filter(|gone| gone.person == person);
        let lost: Vec<DeviceId> = lost.flat_map(|gone| gone.devices.iter().filter_map(|(_, id)| *id)).collect();
        let known = self.phones_of(by, person);
        let devices: Vec<DeviceId> = lost.into_iter().filter(|id| known.contains(id)).collect();
        self.take_out(by, devices)
    }

    fn take_out(&mut self, by: Who, devices: Vec<DeviceId>) -> bool {
        if devices.is_empty() {
            return true;
        }
        let done = self.here.device(by).call(Remove { devices, passphrase: PASSPHRASE.into() });
        self.note(format!("{by:?} takes the lost devices out: {}", outcome(&done)));
        done.is_ok()
    }

    /// The devices that a person has, as somebody in the team knows it; no paper.
    fn phones_of(&mut self, by: Who, person: PersonId) -> Vec<DeviceId> {
        let people = self.here.device(by).team().map(|team| team.people).unwrap_or_default();
        let theirs = people.iter().filter(|known| known.id == person).flat_map(|known| &known.devices);
        theirs.filter(|device| !device.paper).map(|device| device.id).collect()
    }

    /// Somebody has found a sheet that was replaced, and gets nowhere with it.
    pub(super) fn try_an_old_sheet(&mut self) {
        let space = self.space();
        let old: Vec<Made> = self.papers().made.iter().filter(|made| made.was_taken_out(&space)).cloned().collect();
        let Some(made) = self.chance.pick(&old).cloned() else { return };
        let stranger = self.here.add("Kanarie vindt een blad");
        let back = self.bring_back(stranger, &made.sheet);
        self.note(format!("{stranger:?} tries an old sheet of {:?}: {back:?}", made.by));
        assert_eq!(back, Some(BackView::Failed { why: BackFailed::Refused }), "I5: an old sheet lets nobody in");
        self.here.device(stranger).call(EndBringingBack {}).expect("it can be put away");
        self.here.lose(stranger);
    }

    /// Comes back over the network as it is, while others go on, now and then with a plug that is pulled in between.
    fn bring_back(&mut self, phone: Who, sheet: &Sheet) -> Option<BackView> {
        let faults = self.here.network.faults;
        let pulled = self.chance.once_in(3).then(|| self.chance.below(12));
        self.here.device(phone).begin_back(sheet, 0);
        for round in 0..ROUNDS_MAX.saturating_mul(3) {
            if round == ROUNDS_MAX {
                self.here.network.faults = Faults::NONE;
            }
            if pulled == Some(round) {
                self.here.restart(phone);
                self.here.device(phone).begin_back(sheet, 0);
            }
            if !self.here.step_back(phone) {
                break;
            }
            let steps = self.chance.below(BETWEEN_MAX);
            self.here.some_steps(steps);
        }
        self.here.network.faults = faults;
        self.here.device(phone).back()
    }

    /// Everybody is back, and their lost devices are out of the team.
    pub(super) fn all_come_back(&mut self) {
        let Some(papers) = &self.papers else { return };
        let away: Vec<PersonId> =
            papers.gone.iter().filter(|gone| gone.back.is_none()).map(|gone| gone.person).collect();
        away.into_iter().for_each(|person| self.comes_back(person));
        self.here.settle();
        for gone in self.papers().gone.clone() {
            let by = self.oracle.people.iter().filter(|(_, (person, _))| *person == gone.person).map(|(who, _)| *who);
            let by: Vec<Who> = by.filter(|who| !self.oracle.removed.contains(who)).collect();
            let there: Vec<DeviceId> = by.iter().filter_map(|who| self.device_id(*who)).collect();
            let by = by.into_iter().next().or_else(|| self.owner()).expect("somebody takes a lost device out");
            let lost = self.phones_of(by, gone.person).into_iter().filter(|id| !there.contains(id)).collect();
            assert!(self.take_out(by, lost), "who is back takes the lost devices out");
            self.here.settle();
        }
    }

    /// Each device says of the sheet that was made on it what the log says, and of a person's sheets one is good.
    pub(super) fn check_papers(&mut self, space: &Space, everybody: &[Who]) {
        let Some(papers) = &self.papers else { return };
        let made = papers.made.clone();
        for who in everybody.iter().copied() {
            let Some(newest) = made.iter().rev().find(|made| made.by == who) else { continue };
            let states = self.here.device(who).sheet_states();
            let fits = match states.first() {
                Some(SheetState::On | SheetState::OlderThanErasure) => newest.is_on(space),
                Some(SheetState::TakenOut) => newest.was_taken_out(space),
                _ => false,
            };
            assert!(fits, "I8: {who:?} says of its sheet what the log says: {states:?}");
            let good = made.iter().filter(|made| made.person == newest.person && made.is_on(space)).count();
            assert_eq!(good, 1, "of the sheets of the person of {who:?} the newest is good, and no other");
        }
    }
}

impl Made {
    fn paper(&self, space: &Space) -> id::DeviceId {
        let code = RecoveryCode::read(&self.sheet.code).expect("a code");
        let person = id::PersonId(self.person.0);
        DeviceKeys::paper(person, space.id, code.bytes()).expect("a whole code").device
    }

    fn is_on(&self, space: &Space) -> bool {
        space.membership.device(self.paper(space)).is_ok()
    }

    fn was_taken_out(&self, space: &Space) -> bool {
        space.membership.removed(self.paper(space)).is_some()
    }
}
