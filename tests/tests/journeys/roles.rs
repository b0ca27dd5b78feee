//! Roles that change: who becomes a member reads at once what the team reads, who becomes a helper opens nothing new of it.

use api::{
    sharing::What,
    team::{ChangeRole, InviteAs, TeamRole},
};
use domain::{ConversationId, ResidentId};
use engine::Answer;
use protocol::{
    entry::Entry,
    id::{DocumentId, ScopeId},
    sharing::record::Audience,
};
use testkit::{
    device::PASSPHRASE,
    neighbourhood::{Neighbourhood, Who},
    thief::Copies,
};

/// Most steps of one exchange in these stories.
const STEPS_MAX: usize = 60;

/// Ans, who owns the team; Bo, a member; Els, a helper. The team reads Fatma, who has a talk.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    els: Who,
    fatma: ResidentId,
    talk: ConversationId,
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo"]);
        let (ans, bo, els) = (people[0], people[1], here.add("Els"));
        here.let_in(ans, els, InviteAs::Person { role: TeamRole::Helper });
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        here.device(ans).mark(talk, "d:MD", 4).expect("a mark");
        here.device(ans).share(fatma, Vec::new()).expect("the team may read");
        here.settle();
        Self { here, ans, bo, els, fatma, talk }
    }

    fn becomes(&mut self, who: Who, role: TeamRole) {
        let person = self.here.device(who).team().expect("a team").me;
        let request = ChangeRole { person, role, passphrase: PASSPHRASE.into() };
        self.here.device(self.ans).call(request).expect("an owner gives roles");
    }

    /// Shares the plan with Els by itself.
    fn share_plan(&mut self) -> domain::BasisId {
        let person = self.here.device(self.els).team().expect("a team").me;
        let shared = self.here.device(self.ans).share_part(self.fatma, vec![person], What::Plan {});
        self.here.settle();
        shared.expect("a helper may read a part")
    }

    fn names(&mut self, who: Who) -> Vec<String> {
        let mut names = self.here.device(who).names();
        names.sort();
        names
    }

    fn nothing_is_wrong(&mut self) {
        for who in self.here.everybody() {
            let state = self.here.device(who).state();
            assert_eq!((state.problems, state.waiting), (vec![], 0), "nothing is wrong or waits on {who:?}");
        }
    }
}

#[test]
fn a_helper_who_becomes_a_member_reads_at_once_what_the_team_reads() {
    let mut table = Table::new(1);
    table.share_plan();
    assert_eq!(table.names(table.els), Vec::<String>::new(), "a helper sees no dossier");
    table.becomes(table.els, TeamRole::Member);
    table.here.settle();
    assert_eq!(table.names(table.els), ["Fatma"], "the dossier that the team read before is there");
    let (els, bo, talk) = (table.els, table.bo, table.talk);
    assert_eq!(table.here.device(els).talk(talk).conversation.answers.len(), 1, "with its talk");
    let names = table.here.device(els).names_in_team();
    assert!(names.iter().all(Option::is_some), "and who is in the team: {names:?}");
    table.here.device(els).mark(talk, "d:LF", 7).expect("a member may write in it");
    table.here.settle();
    let (own, other) = (table.here.device(els).talk(talk), table.here.device(bo).talk(talk));
    assert_eq!(own.conversation, other.conversation, "Bo reads what Els wrote");
    table.nothing_is_wrong();
}

#[test]
fn who_hears_late_of_becoming_a_member_takes_what_the_team_wrote_meanwhile_for_no_fault() {
    let mut table = Table::new(5);
    let (ans, els, talk) = (table.ans, table.els, table.talk);
    table.here.set_down(els, true);
    // The page with the new role has entries of scopes whose records stood where they were not for Els.
    table.here.device(ans).mark(talk, "d:ZG", 3).expect("a mark");
    table.here.sync(ans);
    table.becomes(els, TeamRole::Owner);
    table.here.sync(ans);
    table.here.device(ans).mark(talk, "d:LF", 7).expect("a mark");
    table.here.settle();
    assert_eq!(table.names(els), ["Fatma"], "the dossier is there");
    assert_eq!(table.here.device(els).talk(talk).conversation.answers.len(), 3, "whole");
    table.nothing_is_wrong();
}

#[test]
fn a_device_that_stops_at_any_step_of_becoming_a_members_has_everything_in_the_end() {
    let mut table = Table::new(2);
    table.share_plan();
    let els = table.els;
    // Calls and answers take turns, so every third step is now the one, now the other.
    for step in (0..STEPS_MAX).step_by(3) {
        let (kees, _) = table.here.device(table.bo).talk_with(&format!("Kees {step:02}"));
        let basis = table.here.device(table.bo).share(kees, Vec::new()).expect("the team may read");
        table.here.settle();
        table.becomes(els, TeamRole::Member);
        table.here.sync(table.ans);
        table.here.device(els).engine.wake_exchange();
        let more = (0..step).all(|_| table.here.step(els));
        table.here.restart(els);
        table.here.settle();
        assert_eq!(table.names(els).len(), 2, "step {step}: what the team read while Els was a helper is there");
        assert_eq!(table.here.device(els).talk(table.talk).conversation.answers.len(), 1, "step {step}: whole");
        table.nothing_is_wrong();
        if !more {
            return;
        }
        table.becomes(els, TeamRole::Helper);
        table.here.device(table.bo).withdraw(kees, basis).expect("withdrawn");
        table.here.settle();
        assert_eq!(table.names(els), Vec::<String>::new(), "step {step}: a helper sees no dossier");
    }
    panic!("an exchange has more steps than {STEPS_MAX}");
}

#[test]
fn a_member_who_becomes_a_helper_opens_nothing_of_the_team_from_then_on() {
    let mut table = Table::new(3);
    table.becomes(table.els, TeamRole::Member);
    table.here.settle();
    let mut copies = Copies::default();
    copies.of(table.here.relay());
    table.becomes(table.els, TeamRole::Helper);
    table.here.settle();
    let later = table.here.device(table.ans).start(table.fatma);
    table.here.device(table.ans).mark(later, "d:MD", 2).expect("a mark");
    let (joop, first) = table.here.device(table.bo).talk_with("Joop");
    table.here.device(table.bo).share(joop, Vec::new()).expect("the team may read");
    table.here.settle();
    copies.of(table.here.relay());
    let (fatma, joop) = (ScopeId(table.fatma.0), ScopeId(joop.0));
    let (later, first) = (DocumentId(later.0), DocumentId(first.0));
    let bo = copies.with(table.here.device(table.bo));
    assert!(bo.reads(fatma, later) && bo.reads(joop, first), "Bo reads both");
    let els = copies.with(table.here.device(table.els));
    assert!(!els.opens(joop), "what the team shares from then on does not open with what Els holds");
    assert!(!els.reads(fatma, later) && !els.reads(joop, first), "nor what is written from then on");
    drop((bo, els));
    table.nothing_is_wrong();
}

#[test]
fn a_keeper_who_was_made_a_helper_ends_nothing_of_the_dossier_for_others() {
    let mut table = Table::new(6);
    let (kees, _) = table.here.device(table.bo).talk_with("Kees");
    table.here.device(table.bo).share(kees, Vec::new()).expect("the team may read");
    table.here.settle();
    table.becomes(table.bo, TeamRole::Helper);
    table.here.sync(table.ans);
    // Bo's device has not heard of it yet.
    table.here.device(table.bo).erase(kees, "Kees").expect("it may erase what it keeps");
    table.here.settle();
    assert_eq!(table.names(table.bo), Vec::<String>::new(), "a helper sees no dossier");
    assert_eq!(table.names(table.ans), ["Fatma", "Kees"], "others read it still");
    table.nothing_is_wrong();
}

#[test]
fn who_hears_at_once_that_they_were_a_helper_and_are_a_member_keeps_what_they_began_meanwhile() {
    let mut table = Table::new(7);
    table.becomes(table.bo, TeamRole::Helper);
    table.here.sync(table.ans);
    let (_, talk) = table.here.device(table.bo).talk_with("Kees");
    // The record of another dossier stands between the two.
    let (piet, _) = table.here.device(table.ans).talk_with("Piet");
    table.here.device(table.ans).share(piet, Vec::new()).expect("the team may read");
    table.here.sync(table.ans);
    table.becomes(table.bo, TeamRole::Member);
    table.here.sync(table.ans);
    // Bo's device sends before it looks: the dossier is opened at the relay, and its words come back, since it has not heard.
    table.here.goes_on(table.bo, |_, answer| answer);
    table.here.settle();
    assert_eq!(table.names(table.bo), ["Fatma", "Kees", "Piet"], "what was there and what is new");
    let mark = table.here.device(table.bo).mark(talk, "d:MD", 5);
    assert!(mark.is_ok(), "and the talk goes on");
    table.here.settle();
    table.nothing_is_wrong();
}

#[test]
fn a_helper_whose_farewell_was_taken_and_not_answered_hears_that_it_stands() {
    let mut table = Table::new(5);
    let basis = table.share_plan();
    let (ans, els, fatma) = (table.ans, table.els, table.fatma);
    table.here.device(ans).withdraw(fatma, basis).expect("withdrawn");
    table.here.sync(ans);
    table.here.device(els).engine.wake_exchange();
    let mut lost = 0;
    table.here.goes_on(els, |path, answer| {
        let farewell = path.ends_with("/sharing");
        lost += u32::from(farewell);
        if farewell { Answer::Nothing } else { answer }
    });
    assert_eq!(lost, 1, "the relay has taken the farewell, and the device does not know");
    table.here.settle();
    table.nothing_is_wrong();
    table.share_plan();
    let view = table.here.device(els).call(api::shared::GetShared {}).expect("a view");
    assert_eq!(view.items.len(), 1, "and the plan can be shared again");
    table.nothing_is_wrong();
}

#[test]
fn a_helper_with_whom_something_is_shared_again_is_told_what_was_said_of_it_meanwhile() {
    let mut table = Table::new(4);
    let basis = table.share_plan();
    let (ans, els, fatma) = (table.ans, table.els, table.fatma);
    table.here.device(ans).withdraw(fatma, basis).expect("withdrawn");
    table.here.settle();
    // What is said of the scope now is not for Els, who has said farewell.
    let bo = table.here.device(table.bo).team().expect("a team").me;
    table.here.device(ans).share(fatma, vec![bo]).expect("Bo may read");
    table.here.device(ans).erase_talk(table.talk).expect("its keeper may");
    table.here.settle();
    table.share_plan();
    let view = table.here.device(els).call(api::shared::GetShared {}).expect("a view");
    assert_eq!(view.items.len(), 1, "the plan is there again");
    table.nothing_is_wrong();
}

#[test]
fn an_owner_who_makes_themselves_a_helper_keeps_no_copy_of_what_others_read_and_hands_in_what_was_not_sent() {
    let mut table = Table::new(8);
    table.becomes(table.bo, TeamRole::Owner);
    table.here.settle();
    let (bo, talk) = (table.bo, table.talk);
    let person = table.here.device(bo).team().expect("a team").me;
    let request = ChangeRole { person, role: TeamRole::Helper, passphrase: PASSPHRASE.into() };
    table.here.device(bo).call(request).expect("there is another owner");
    table.here.device(bo).mark(talk, "d:LF", 7).expect("not a helper yet");
    let (_, kees) = table.here.device(bo).talk_with("Kees");
    table.here.settle();
    assert_eq!(table.names(bo), ["Kees"], "a helper sees no dossier but the one that nobody else can open");
    table.here.device(bo).mark(kees, "d:MD", 5).expect("which is theirs still");
    assert_eq!(
        table.here.device(table.ans).talk(talk).conversation.answers.len(),
        2,
        "what was written comes to others"
    );
    table.nothing_is_wrong();
}

#[test]
fn what_the_only_keeper_had_not_sent_comes_to_who_reads_on_when_they_become_a_helper() {
    let mut table = Table::new(9);
    let (ans, bo) = (table.ans, table.bo);
    let (kees, talk) = table.here.device(bo).talk_with("Kees");
    table.here.device(bo).share(kees, Vec::new()).expect("the team may read");
    table.here.settle();
    table.here.set_down(bo, true);
    table.here.device(bo).mark(talk, "d:LF", 7).expect("Bo goes on without a network");
    table.becomes(bo, TeamRole::Helper);
    table.here.sync(ans);
    table.here.set_down(bo, false);
    table.here.settle();
    assert_eq!(table.names(bo), Vec::<String>::new(), "a helper sees no dossier");
    let answers = table.here.device(ans).talk(talk).conversation.answers;
    assert!(answers.len() == 1, "nobody keeps it now, and who reads on has what Bo wrote: {answers:?}");
    table.nothing_is_wrong();
}

#[test]
fn a_dossier_that_was_shared_and_not_sent_yet_comes_to_who_may_read_it() {
    let mut table = Table::new(10);
    let (ans, bo) = (table.ans, table.bo);
    let mut handed_in = 0;
    for step in 0..STEPS_MAX {
        let name = format!("Kees {step:02}");
        let (kees, talk) = table.here.device(bo).talk_with(&name);
        table.here.device(bo).mark(talk, "d:LF", 7).expect("a mark");
        table.here.device(bo).share(kees, Vec::new()).expect("the team may read");
        table.here.device(bo).engine.wake_exchange();
        let more = (0..step).all(|_| table.here.step(bo));
        table.here.restart(bo);
        let scope = ScopeId(kees.0);
        let book = table.here.relay().books.values().next().expect("a space");
        let sharing = book.space.scopes.get(&scope).map(|scope| &scope.sharing);
        let shared = sharing.is_some_and(|sharing| sharing.standing().any(|(_, to)| *to == Audience::Team));
        let sent = book.line.values().filter_map(|line| Entry::decode(line.bytes()).ok());
        let sent = sent.filter(|entry| entry.header.claims.scope == scope).count() > 0;
        table.becomes(bo, TeamRole::Helper);
        table.here.sync(ans);
        table.here.settle();
        assert_eq!(table.names(ans).contains(&name), shared, "step {step}: Ans sees what was shared with the team");
        if shared {
            let answers = table.here.device(ans).talk(talk).conversation.answers;
            assert_eq!(answers.len(), 1, "step {step}: with all that was written");
            handed_in += u32::from(!sent);
        }
        let state = table.here.device(ans).state();
        assert_eq!((state.problems, state.waiting), (vec![], 0), "step {step}: nothing is wrong with Ans's device");
        if !more {
            break;
        }
        table.becomes(bo, TeamRole::Member);
        table.here.settle();
    }
    assert!(handed_in > 0, "at some step it was shared, and nothing of it was sent");
}
