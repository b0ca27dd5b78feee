//! Helpers who read nothing of a dossier any more: what was erased in it afterwards opens with their devices no longer than with others'.

use api::{
    sharing::What,
    sync::Renewal,
    team::{InviteAs, TeamRole},
};
use domain::{ConversationId, ResidentId};
use protocol::id::{DocumentId, ScopeId};
use store::SpaceRef;
use testkit::{
    forger::store_in,
    neighbourhood::{Neighbourhood, Who},
    thief::Copies,
};

/// Longer than erasures rest before their keys are renewed, in seconds.
const RESTED: i64 = 11 * 60;

/// Ans, who owns the team; Bo, a member; Els, a helper, who had a talk of Fatma and has said farewell.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    els: Who,
    fatma: ResidentId,
    talk: ConversationId,
    copies: Copies,
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo"]);
        let (ans, bo, els) = (people[0], people[1], here.add("Els"));
        here.let_in(ans, els, InviteAs::Person { role: TeamRole::Helper });
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        here.device(ans).mark(talk, "d:MD", 4).expect("a mark");
        here.settle();
        let person = here.device(els).team().expect("a team").me;
        let what = What::Conversation { conversation: talk };
        let shared = here.device(ans).share_part(fatma, vec![person], what).expect("a helper may read a talk");
        here.settle();
        let mut copies = Copies::default();
        copies.of(here.relay());
        here.device(ans).withdraw(fatma, shared).expect("withdrawn");
        here.settle();
        Self { here, ans, bo, els, fatma, talk, copies }
    }

    fn settle(&mut self) {
        self.here.settle();
        self.copies.of(self.here.relay());
    }

    fn time_goes_by(&mut self) {
        for who in self.here.everybody() {
            self.here.device(who).seconds_go_by(RESTED);
        }
        self.settle();
    }

    /// Whether an old copy of the relay opens the talk with this device.
    fn opens(&mut self, who: Who) -> bool {
        let (fatma, talk) = (ScopeId(self.fatma.0), DocumentId(self.talk.0));
        self.copies.with(self.here.device(who)).reads(fatma, talk)
    }

    /// How many records of Fatma's log a device keeps.
    fn records(&mut self, who: Who) -> usize {
        let space = *self.here.relay().books.keys().next().expect("a space");
        let (fatma, mut records) = (store::ScopeRef(self.fatma.0), 0);
        self.here.device(who).while_stopped(|folder| {
            let store = store_in(folder);
            records = store.read().records(SpaceRef(space.0), Some(fatma)).expect("records").len();
        });
        self.here.device(who).unlock().expect("it opens");
        records
    }

    fn everybody_knows_that_it_is_done(&mut self) {
        for who in self.here.everybody() {
            let state = self.here.device(who).state();
            assert!(matches!(state.renewal, Some(Renewal::Done { .. })), "{who:?} tells so: {:?}", state.renewal);
            assert_eq!((state.problems, state.waiting), (vec![], 0), "nothing is wrong or waits on {who:?}");
        }
    }
}

#[test]
fn a_dossier_that_is_erased_after_a_helpers_farewell_opens_no_more_with_the_helpers_device() {
    let mut table = Table::new(1);
    let (ans, els, fatma) = (table.ans, table.els, table.fatma);
    table.here.device(ans).erase(fatma, "Fatma").expect("her keeper may");
    table.settle();
    assert!(table.opens(els), "the helper's key opens the talk in the old copy");
    for who in [ans, els] {
        let waits = matches!(table.here.device(who).state().renewal, Some(Renewal::Waiting { dossiers: 1, .. }));
        assert!(waits, "{who:?} knows that keys are to be renewed");
    }
    table.time_goes_by();
    assert!(!table.opens(els), "not once it is renewed");
    table.everybody_knows_that_it_is_done();
}

#[test]
fn a_talk_that_is_erased_after_a_helpers_farewell_opens_no_more_also_where_the_device_was_stopped_meanwhile() {
    let mut table = Table::new(2);
    let (ans, els, talk) = (table.ans, table.els, table.talk);
    table.here.device(ans).erase_talk(talk).expect("its keeper may");
    table.settle();
    assert!(table.opens(els), "the helper's key opens the talk in the old copy");
    table.here.restart(els);
    table.time_goes_by();
    assert!(!table.opens(els), "not once it is renewed");
    table.everybody_knows_that_it_is_done();
}

#[test]
fn what_the_team_read_since_asks_the_former_helper_for_no_key_of_the_teams() {
    let mut table = Table::new(3);
    let (ans, els, fatma) = (table.ans, table.els, table.fatma);
    table.here.device(ans).share(fatma, Vec::new()).expect("the team may read");
    table.settle();
    table.here.device(ans).erase(fatma, "Fatma").expect("her keeper may");
    table.settle();
    table.time_goes_by();
    assert!(!table.opens(els), "the helper's keys are renewed");
    table.everybody_knows_that_it_is_done();
}

#[test]
fn whoever_was_a_member_when_the_team_read_it_renews_as_a_helper_too() {
    let mut table = Table::new(4);
    let (ans, bo, fatma) = (table.ans, table.bo, table.fatma);
    table.here.device(ans).share(fatma, Vec::new()).expect("the team may read");
    table.settle();
    let person = table.here.device(bo).team().expect("a team").me;
    let passphrase = testkit::device::PASSPHRASE.into();
    let request = api::team::ChangeRole { person, role: TeamRole::Helper, passphrase };
    table.here.device(ans).call(request).expect("an owner gives roles");
    table.settle();
    table.here.device(ans).erase(fatma, "Fatma").expect("her keeper may");
    table.settle();
    assert!(table.opens(bo), "the keys of the time as a member open the old copy");
    table.time_goes_by();
    assert!(!table.opens(bo), "not once they are renewed");
    table.everybody_knows_that_it_is_done();
}

#[test]
fn of_who_reads_since_a_former_helper_is_told_nothing() {
    let mut table = Table::new(5);
    let (ans, bo, els, fatma, talk) = (table.ans, table.bo, table.els, table.fatma, table.talk);
    let before = table.records(els);
    let person = table.here.device(bo).team().expect("a team").me;
    table.here.device(ans).share(fatma, vec![person]).expect("Bo may read");
    table.settle();
    table.here.device(ans).erase_talk(talk).expect("its keeper may");
    table.settle();
    table.time_goes_by();
    assert!(table.records(ans) >= before + 2, "the log goes on with the grant and the erasure");
    assert_eq!(table.records(els), before, "Els's ends with the farewell");
    table.everybody_knows_that_it_is_done();
}
