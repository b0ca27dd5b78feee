//! Whoever alone in the team can open a dossier and becomes a helper holds on to it, until somebody of the team can open it again.

use api::{
    records::Verify,
    shared::GetShared,
    sharing::{GetSharing, HandOverDossier, What},
    sync::{GetRecordStates, RecordAt},
    team::{ChangeRole, LeaveTeam, TeamPerson, TeamRole},
};
use domain::{ConversationId, GivenBy, Ground, Language, PersonId, ResidentId};
use testkit::{
    device::PASSPHRASE,
    neighbourhood::{Neighbourhood, Who},
};

/// Most steps of one exchange in these stories.
const STEPS_MAX: usize = 60;

/// Ans and Cas own the team; Bo, a member, keeps Kees, who has a talk, and whom nobody else reads.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    cas: Who,
    kees: ResidentId,
    talk: ConversationId,
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo", "Cas"]);
        let (ans, bo, cas) = (people[0], people[1], people[2]);
        let (kees, talk) = here.device(bo).talk_with("Kees");
        here.device(bo).mark(talk, "d:MD", 4).expect("a mark");
        let mut table = Self { here, ans, bo, cas, kees, talk };
        table.becomes(cas, TeamRole::Owner);
        table.here.settle();
        table
    }

    fn id(&mut self, who: Who) -> PersonId {
        self.here.device(who).team().expect("a team").me
    }

    /// Ans gives a role.
    fn becomes(&mut self, who: Who, role: TeamRole) {
        let person = self.id(who);
        let request = ChangeRole { person, role, passphrase: PASSPHRASE.into() };
        self.here.device(self.ans).call(request).expect("an owner gives roles");
    }

    fn on_page(&mut self, of: Who) -> TeamPerson {
        let id = self.id(of);
        let people = self.here.device(self.ans).team().expect("a team").people;
        people.into_iter().find(|person| person.id == id).expect("in the team")
    }

    /// Bo lets Cas read Kees.
    fn cas_may_read(&mut self) {
        let reader = self.id(self.cas);
        self.here.device(self.bo).share(self.kees, vec![reader]).expect("Cas may read");
        self.here.settle();
    }

    fn names(&mut self, who: Who) -> Vec<String> {
        let mut names = self.here.device(who).names();
        names.sort();
        names
    }

    fn answers(&mut self, who: Who) -> usize {
        self.here.device(who).talk(self.talk).conversation.answers.len()
    }

    fn is_left_here(&mut self, who: Who) -> bool {
        self.here.device(who).call(GetSharing { resident: self.kees }).expect("it is here").left_here
    }

    fn at(&mut self, who: Who) -> Vec<RecordAt> {
        let states = self.here.device(who).call(GetRecordStates { resident: self.kees }).expect("states");
        states.into_iter().map(|state| state.at).collect()
    }

    fn nothing_is_wrong(&mut self) {
        for who in self.here.everybody() {
            let state = self.here.device(who).state();
            assert_eq!((state.problems, state.waiting), (vec![], 0), "nothing is wrong or waits on {who:?}");
            let found = self.here.device(who).call(Verify {}).expect("a device can be looked through").problems;
            assert_eq!(found, [], "and {who:?} is whole inside");
        }
    }
}

#[test]
fn who_alone_can_open_a_dossier_and_becomes_a_helper_holds_on_to_it_and_goes_on_writing() {
    let mut table = Table::new(1);
    let (bo, talk) = (table.bo, table.talk);
    table.becomes(bo, TeamRole::Helper);
    table.here.settle();
    assert_eq!(table.names(bo), ["Kees"], "it would be lost to everybody");
    assert!(table.is_left_here(bo), "and the page says that it stands here alone");
    let keepers = table.here.device(bo).call(GetSharing { resident: table.kees }).expect("it is here").keepers;
    assert_eq!(keepers.iter().map(|keeper| keeper.name.as_str()).collect::<Vec<_>>(), ["Bo"], "with whom");
    table.here.device(bo).mark(talk, "d:LF", 7).expect("it is Bo's own");
    table.here.settle();
    assert!(
        table.at(bo).iter().all(|at| *at == RecordAt::OnlyHere),
        "nothing of it goes to the relay: {:?}",
        table.at(bo)
    );
    table.here.restart(bo);
    table.here.settle();
    assert_eq!((table.names(bo), table.answers(bo)), (vec!["Kees".to_owned()], 2), "also after a restart");
    assert_eq!(table.on_page(bo).holds, 1, "the owner sees that something stands with Bo alone");
    assert_eq!(table.on_page(table.cas).holds, 0, "and with nobody else");
    table.nothing_is_wrong();
}

#[test]
fn who_is_of_the_team_again_hands_over_what_they_held_on_to_with_what_they_wrote_meanwhile() {
    let mut table = Table::new(2);
    let (ans, bo, kees, talk) = (table.ans, table.bo, table.kees, table.talk);
    table.becomes(bo, TeamRole::Helper);
    table.here.settle();
    table.here.device(bo).mark(talk, "d:LF", 7).expect("a helper's own");
    table.becomes(bo, TeamRole::Member);
    table.here.settle();
    assert!(!table.is_left_here(bo), "Bo is of the team");
    assert!(table.at(bo).iter().all(|at| matches!(at, RecordAt::AtRelay { .. })), "and all of it went to the relay");
    let to = table.id(ans);
    let told = String::from("Bo gaat weg. Mag Ans het overnemen?");
    let request = HandOverDossier {
        resident: kees,
        to,
        ground: Ground::Consent,
        given_by: GivenBy::Together,
        told,
        language: Language::Nl,
        instead: true,
    };
    table.here.device(bo).call(request).expect("its keeper may");
    table.here.settle();
    assert_eq!((table.names(ans), table.answers(ans)), (vec!["Kees".to_owned()], 2), "Ans has all that Bo wrote");
    table.becomes(bo, TeamRole::Helper);
    table.here.settle();
    assert_eq!(table.names(bo), Vec::<String>::new(), "now somebody reads it, and a helper's copy goes");
    assert_eq!(table.on_page(bo).holds, 0, "nothing stands with Bo");
    table.nothing_is_wrong();
}

#[test]
fn once_somebody_of_the_team_reads_it_again_the_helpers_copy_goes_and_what_they_wrote_comes_along() {
    let mut table = Table::new(3);
    let (bo, cas, talk) = (table.bo, table.cas, table.talk);
    table.cas_may_read();
    table.becomes(bo, TeamRole::Helper);
    table.here.settle();
    assert_eq!(table.names(bo), Vec::<String>::new(), "Cas reads it");
    table.becomes(cas, TeamRole::Helper);
    table.here.settle();
    assert_eq!(table.names(cas), ["Kees"], "now Cas alone has it, who does not keep it");
    assert_eq!((table.on_page(bo).holds, table.on_page(cas).holds), (0, 1), "and the owner sees where it is");
    table.here.device(cas).mark(talk, "d:ZG", 2).expect("a mark");
    table.becomes(bo, TeamRole::Member);
    table.here.settle();
    assert_eq!(table.names(bo), ["Kees"], "Bo reads it again");
    assert_eq!(table.answers(bo), 2, "with what Cas wrote as a helper");
    assert_eq!(table.names(cas), Vec::<String>::new(), "and Cas keeps no copy");
    table.nothing_is_wrong();
}

#[test]
fn a_part_that_was_shared_and_not_sent_is_kept_with_the_rest_and_comes_once_it_can_be_sent() {
    let mut table = Table::new(4);
    let (ans, bo, cas, kees, talk) = (table.ans, table.bo, table.cas, table.kees, table.talk);
    let reader = table.id(cas);
    let what = What::Conversation { conversation: talk };
    table.here.device(bo).share_part(kees, vec![reader], what).expect("Cas may read the talk");
    table.becomes(bo, TeamRole::Helper);
    table.here.sync(ans);
    table.here.settle();
    assert_eq!((table.names(bo), table.answers(bo)), (vec!["Kees".to_owned()], 1), "nothing was sent, nothing is lost");
    table.becomes(bo, TeamRole::Member);
    table.here.settle();
    let what = What::Conversation { conversation: talk };
    // The wish to share was a member's, and fell with that.
    let again = table.here.device(bo).share_part(kees, vec![reader], what);
    again.expect("it can be shared again");
    table.here.settle();
    let shared = table.here.device(cas).call(GetShared {}).expect("a view").items;
    assert_eq!(shared.len(), 1, "Cas reads the talk");
}

#[test]
fn who_holds_on_to_a_dossier_of_which_a_part_is_for_them_has_it_whole_and_not_twice() {
    let mut table = Table::new(5);
    let (bo, kees) = (table.bo, table.kees);
    let own = table.id(bo);
    table.cas_may_read();
    table.here.device(table.cas).share_part(kees, vec![own], What::Plan {}).expect("Bo may read the plan anyway");
    table.here.settle();
    let cas = table.cas;
    table.becomes(cas, TeamRole::Helper);
    table.here.settle();
    assert_eq!(table.names(cas), Vec::<String>::new(), "Bo keeps it");
    table.becomes(bo, TeamRole::Helper);
    table.here.settle();
    assert_eq!(table.names(bo), ["Kees"], "all of it");
    let shared = table.here.device(bo).call(GetShared {}).expect("a view").items;
    assert_eq!(shared, [], "and nothing shows a second time");
    assert_eq!(table.answers(bo), 1, "with its talk");
    table.becomes(cas, TeamRole::Owner);
    table.here.settle();
    assert_eq!(table.names(cas), ["Kees"], "Cas reads it again");
    assert_eq!(table.names(bo), Vec::<String>::new(), "and Bo what is for a helper:");
    let shared = table.here.device(bo).call(GetShared {}).expect("a view").items;
    assert_eq!(shared.len(), 1, "the plan");
    table.nothing_is_wrong();
}

#[test]
fn who_goes_while_they_hold_on_to_a_dossier_keeps_it() {
    let mut table = Table::new(6);
    let bo = table.bo;
    table.becomes(bo, TeamRole::Helper);
    table.here.settle();
    table.here.device(bo).call(LeaveTeam { passphrase: PASSPHRASE.into() }).expect("anybody may leave");
    table.here.settle();
    assert_eq!(table.names(bo), ["Kees"], "as whoever keeps a dossier does");
    assert_eq!(table.answers(bo), 1, "with its talk");
}

#[test]
fn the_last_reader_who_leaves_keeps_what_nobody_in_the_team_could_open_any_more() {
    let mut table = Table::new(7);
    let (bo, cas) = (table.bo, table.cas);
    table.cas_may_read();
    table.becomes(bo, TeamRole::Helper);
    table.here.settle();
    assert_eq!(table.names(bo), Vec::<String>::new(), "Cas reads it");
    table.here.device(cas).call(LeaveTeam { passphrase: PASSPHRASE.into() }).expect("anybody may leave");
    table.here.settle();
    assert_eq!(table.names(cas), ["Kees"], "it would be nowhere");
}

#[test]
fn a_device_that_stops_at_any_step_of_becoming_a_helpers_loses_nothing_that_nobody_else_has() {
    let mut table = Table::new(8);
    let bo = table.bo;
    for step in 0..STEPS_MAX {
        let name = format!("Piet {step:02}");
        let (piet, talk) = table.here.device(bo).talk_with(&name);
        table.here.device(bo).mark(talk, "d:LF", 7).expect("a mark");
        table.here.sync(bo);
        table.here.device(bo).mark(talk, "d:MD", 3).expect("one that is not sent");
        table.becomes(bo, TeamRole::Helper);
        table.here.sync(table.ans);
        table.here.device(bo).engine.wake_exchange();
        let more = (0..step).all(|_| table.here.step(bo));
        table.here.restart(bo);
        table.here.settle();
        assert!(table.names(bo).contains(&name), "step {step}: it is held on to");
        assert_eq!(table.here.device(bo).talk(talk).conversation.answers.len(), 2, "step {step}: with all its words");
        table.becomes(bo, TeamRole::Member);
        table.here.settle();
        let states = table.here.device(bo).call(GetRecordStates { resident: piet }).expect("states");
        let sent = states.iter().all(|state| matches!(state.at, RecordAt::AtRelay { .. }));
        assert!(sent, "step {step}: and is sent once Bo is of the team again: {states:?}");
        table.nothing_is_wrong();
        if !more {
            return;
        }
    }
    panic!("an exchange has more steps than {STEPS_MAX}");
}

#[test]
fn who_is_of_the_team_again_before_they_handed_in_what_was_not_sent_has_it_still_whatever_came_between() {
    let mut taken_back = 0;
    for step in 0..STEPS_MAX {
        let mut table = Table::new(9);
        let (ans, bo, cas, talk) = (table.ans, table.bo, table.cas, table.talk);
        table.cas_may_read();
        table.here.set_down(bo, true);
        table.here.device(bo).mark(talk, "d:LF", 7).expect("one that is not sent");
        table.becomes(bo, TeamRole::Helper);
        table.here.sync(ans);
        table.here.set_down(bo, false);
        table.here.device(bo).engine.wake_exchange();
        let more = (0..step).all(|_| table.here.step(bo));
        taken_back += u32::from(more && table.names(bo).is_empty());
        table.here.set_down(bo, true);
        table.becomes(bo, TeamRole::Member);
        table.here.sync(ans);
        table.here.set_down(bo, false);
        table.here.restart(bo);
        table.here.settle();
        for who in [bo, cas] {
            let answers = table.here.device(who).talk(talk).conversation.answers;
            assert_eq!(answers.len(), 2, "step {step}: {who:?} has both");
        }
        table.nothing_is_wrong();
        if !more {
            break;
        }
    }
    assert!(taken_back > 0, "at some step the copy had gone and the farewell was not said");
}
