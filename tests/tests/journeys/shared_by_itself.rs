//! A helper: one plan or one conversation is shared with them by itself, and they see that and nothing else.

use api::{
    Failure,
    plan::{EditPlan, GetPlan, MayWrite},
    records::Verify,
    residents::Search,
    shared::{GetShared, SeeGone, SharedView},
    sharing::{ShareDossier, What},
    sync::{GetRecordStates, RecordAt, RecordKind},
    team::{ChangeRole, InviteAs, TeamRole},
    today::GetToday,
};
use domain::{
    BasisId, ConversationEdit, ConversationId, GivenBy, Ground, Language, PersonId, PlanEdit, PlanPart, ResidentId,
    Step, StepId, StepState, date,
};
use testkit::{
    device::PASSPHRASE,
    neighbourhood::{Neighbourhood, Who},
};

/// The id that asks for a new step.
const NEW: StepId = StepId([0; 16]);

/// Ans keeps Fatma, who has a plan and a talk, and Joop. Els is a helper.
struct Table {
    here: Neighbourhood,
    ans: Who,
    els: Who,
    person: PersonId,
    fatma: ResidentId,
    talk: ConversationId,
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo"]);
        let (ans, els) = (people[0], here.add("Els"));
        here.let_in(ans, els, InviteAs::Person { role: TeamRole::Helper });
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        here.device(ans).talk_with("Joop");
        let person = here.device(els).team().expect("a team").me;
        let mut table = Self { here, ans, els, person, fatma, talk };
        table.write(ans, PlanEdit::Write(PlanPart::Want, "weer naar de markt".into())).expect("it is kept");
        table.write(ans, PlanEdit::Step(NEW, step("samen naar de markt"))).expect("it is kept");
        table.here.device(ans).mark(talk, "d:MD", 4).expect("a mark");
        table.here.settle();
        table
    }

    fn share(&mut self, what: What) -> BasisId {
        let request = ShareDossier {
            resident: self.fatma,
            team: None,
            people: vec![self.person],
            what,
            ground: Ground::Consent,
            given_by: GivenBy::Oneself,
            told: "Els mag dit lezen.".into(),
            language: Language::Nl,
            until: Some(date(2027, 2, 1)),
        };
        let basis = self.here.device(self.ans).call(request).expect("a helper may read a part");
        self.here.settle();
        basis
    }

    fn share_talk(&mut self) -> BasisId {
        self.share(What::Conversation { conversation: self.talk })
    }

    fn withdraw(&mut self, basis: BasisId) {
        self.here.device(self.ans).withdraw(self.fatma, basis).expect("withdrawn");
        self.here.settle();
    }

    fn write(&mut self, who: Who, edit: PlanEdit) -> Result<api::Saved, Failure> {
        self.here.device(who).call(EditPlan { resident: self.fatma, edit })
    }

    fn shared(&mut self) -> SharedView {
        self.here.device(self.els).call(GetShared {}).expect("a view")
    }

    /// What Els has of Fatma.
    fn kinds(&mut self) -> Vec<RecordKind> {
        let states = self.here.device(self.els).call(GetRecordStates { resident: self.fatma }).expect("states");
        let mut kinds: Vec<RecordKind> = states.into_iter().map(|state| state.kind).collect();
        kinds.sort_by_key(|kind| *kind != RecordKind::Plan);
        kinds
    }

    /// How many texts Els finds that have this word.
    fn finds(&mut self, word: &str) -> usize {
        self.here.device(self.els).call(Search { text: word.into() }).expect("a search").hits.len()
    }

    fn steps(&mut self, who: Who) -> Vec<(StepId, Step)> {
        let view = self.here.device(who).call(GetPlan { resident: self.fatma }).expect("the plan is there");
        view.plan.steps.into_iter().collect()
    }
}

fn step(text: &str) -> Step {
    Step { text: text.into(), ..Step::default() }
}

#[test]
fn a_helper_is_told_whose_plan_it_is_by_whom_and_until_when() {
    let mut table = Table::new(1);
    let before = table.shared();
    assert_eq!((before.items.len(), before.gone), (0, None), "nothing was shared yet, and nothing has gone");
    table.share(What::Plan {});
    let view = table.shared();
    assert_eq!(view.items.len(), 1, "the plan and nothing else");
    let item = &view.items[0];
    assert_eq!((item.resident, &item.what), (table.fatma, &What::Plan {}), "it is Fatma's plan");
    let note = item.note.as_ref().expect("a note on its cover");
    assert_eq!((note.whose.as_str(), note.by.as_str()), ("Fatma", "Ans"), "whose, and by whom");
    assert_eq!(note.until, Some(date(2027, 2, 1)), "until when it is meant to last");
    assert_eq!(item.at, RecordAt::AtRelay { shown: String::new() }, "all of it came from there");
    let plan = table.here.device(table.els).call(GetPlan { resident: table.fatma }).expect("it opens");
    assert_eq!(plan.profile.name, "Fatma", "the name is over the plan");
    assert_eq!(plan.may_write, MayWrite::Steps, "steps can be helped with");
    assert_eq!(plan.plan.parts.get(&PlanPart::Want).map(String::as_str), Some("weer naar de markt"), "in her words");
}

#[test]
fn a_helper_sees_nothing_beside_it_in_any_list() {
    let mut table = Table::new(2);
    table.share(What::Plan {});
    let device = table.here.device(table.els);
    assert_eq!(device.names(), Vec::<String>::new(), "no resident stands in a list");
    assert!(device.dossier(table.fatma).is_none(), "there is no dossier to open");
    let today = device.call(GetToday {}).expect("a page");
    assert_eq!(
        (today.residents, today.asks.len(), today.unfinished.len()),
        (0, 0, 0),
        "nobody to ask, nothing to finish"
    );
    let state = device.state();
    assert_eq!((state.role, state.dossiers), (Some(TeamRole::Helper), false), "so the screens show what was shared");
    let talk = table.talk;
    let opened = table.here.device(table.els).call(api::conversation::GetConversation { conversation: talk });
    assert_eq!(opened.err(), Some(Failure::NotFound), "the talk was not shared");
    assert!(table.finds("markt") > 0, "their own search finds the plan");
    assert_eq!((table.finds("Fatma"), table.finds("Joop")), (0, 0), "and no name");
}

#[test]
fn what_a_helper_writes_in_the_plan_comes_to_the_professional_and_the_residents_words_stay() {
    let mut table = Table::new(3);
    table.share(What::Plan {});
    let (ans, els) = (table.ans, table.els);
    let first = table.steps(els)[0].0;
    table.here.set_down(els, true);
    table.write(els, PlanEdit::Settle(first, StepState::Happened, "het was gezellig".into())).expect("it is kept");
    table.write(els, PlanEdit::Step(NEW, step("volgende week weer"))).expect("a step is added");
    assert_eq!(table.shared().items[0].at, RecordAt::Waiting { changes: 2 }, "the state says what waits");
    let words = table.write(els, PlanEdit::Write(PlanPart::Want, "iets anders".into()));
    assert_eq!(words.err(), Some(Failure::NotAllowed), "the resident's words stay as the resident said them");
    table.here.settle();
    let steps = table.steps(ans);
    assert_eq!(steps.len(), 2, "the professional sees the new step");
    let settled = steps.iter().find(|(id, _)| *id == first).map(|(_, step)| (step.state, step.note.as_str()));
    assert_eq!(settled, Some((StepState::Happened, "het was gezellig")), "and how the first one went");
    assert!(matches!(table.shared().items[0].at, RecordAt::AtRelay { .. }), "nothing waits any more");
    for who in [ans, els] {
        assert_eq!(table.here.device(who).state().problems, [], "nothing is put aside");
    }
}

#[test]
fn a_conversation_by_itself_is_there_to_read() {
    let mut table = Table::new(4);
    table.share_talk();
    let view = table.shared();
    assert_eq!(view.items.len(), 1, "the talk and nothing else");
    assert_eq!(view.items[0].what, What::Conversation { conversation: table.talk }, "that talk");
    assert!(view.items[0].on.is_some(), "with its day");
    let talk = table.here.device(table.els).talk(table.talk);
    assert_eq!((talk.profile.name.as_str(), talk.professional.as_str()), ("Fatma", "Ans"), "whose, and who held it");
    assert_eq!(talk.conversation.answers.len(), 1, "the web is in it");
    assert_eq!(talk.plan.steps.len(), 0, "the plan is not");
    for edit in [ConversationEdit::Answer(testkit::talk::target("d:MD"), None), ConversationEdit::Finish(None)] {
        assert!(table.here.device(table.els).edit(table.talk, edit).is_err(), "nothing of it is changed by a reader");
    }
    let erased = table.here.device(table.els).erase_talk(table.talk);
    assert_eq!(erased.err(), Some(Failure::NotAllowed), "nor erased");
}

#[test]
fn a_withdrawal_takes_the_plan_away_and_says_so_once() {
    let mut table = Table::new(5);
    let basis = table.share(What::Plan {});
    assert!(table.finds("markt") > 0, "the plan is there");
    table.withdraw(basis);
    let view = table.shared();
    assert!(view.items.is_empty(), "it is gone from the list");
    assert_eq!(view.gone.map(|gone| gone.count), Some(1), "and one sentence says that something went");
    assert_eq!((table.kinds(), table.finds("markt")), (vec![], 0), "nothing of it is kept");
    let opened = table.here.device(table.els).call(GetPlan { resident: table.fatma });
    assert_eq!(opened.err(), Some(Failure::NotFound), "its address shows nothing");
    table.here.restart(table.els);
    assert_eq!(table.shared().gone.map(|gone| gone.count), Some(1), "it is told until it was seen");
    table.here.device(table.els).call(SeeGone {}).expect("it can be put away");
    assert_eq!(table.shared().gone, None, "then it leaves");
    assert_eq!(table.here.device(table.els).state().problems, [], "nothing is wrong");
}

#[test]
fn of_two_things_only_the_one_that_is_withdrawn_goes() {
    let mut table = Table::new(6);
    table.share(What::Plan {});
    let talk = table.share_talk();
    assert_eq!(table.kinds(), [RecordKind::Plan, RecordKind::Conversation], "both are there");
    table.withdraw(talk);
    assert_eq!(table.kinds(), [RecordKind::Plan], "the talk went, the plan stays");
    assert_eq!(table.shared().gone.map(|gone| gone.count), Some(1), "and it is told");
    let state = table.here.device(table.els).state();
    assert_eq!((state.problems, state.waiting), (vec![], 0), "nothing is put aside for it");
    let verified = table.here.device(table.els).call(Verify {}).expect("a device can be looked through");
    assert_eq!(verified.problems, [], "no list still shows what went");
    table.write(table.els, PlanEdit::Step(NEW, step("nog eens"))).expect("the plan can be written in");
    table.here.device(table.ans).mark(table.talk, "d:LF", 7).expect("a mark");
    table.here.settle();
    assert_eq!(table.steps(table.ans).len(), 2, "the exchange goes on with what is left");
    assert_eq!(table.kinds(), [RecordKind::Plan], "and the talk does not come back by what is written later");
    table.share_talk();
    assert_eq!(table.kinds(), [RecordKind::Plan, RecordKind::Conversation], "unless it is shared again");
    assert_eq!(table.here.device(table.els).talk(table.talk).conversation.answers.len(), 2, "then it is whole");
    for who in table.here.everybody() {
        assert_eq!(table.here.device(who).state().problems, [], "nothing is wrong anywhere");
    }
}

#[test]
fn whoever_becomes_a_helper_keeps_what_is_named_for_them_alone() {
    let mut table = Table::new(7);
    let bo = table.here.everybody()[1];
    let person = table.here.device(bo).team().expect("a team").me;
    table.here.device(table.ans).share(table.fatma, Vec::new()).expect("the team may read");
    table.here.settle();
    assert_eq!(table.here.device(bo).names(), ["Fatma"], "a member reads it whole");
    let request = ChangeRole { person, role: TeamRole::Helper, passphrase: PASSPHRASE.into() };
    table.here.device(table.ans).call(request).expect("an owner gives roles");
    table.here.settle();
    assert_eq!(table.here.device(bo).names(), Vec::<String>::new(), "a helper does not");
    let what = What::Plan {};
    table.here.device(table.ans).share_part(table.fatma, vec![person], what).expect("a helper reads a part");
    table.here.settle();
    let view = table.here.device(bo).call(GetShared {}).expect("a view");
    assert_eq!(view.items.len(), 1, "what is named for them comes");
    assert!(table.here.device(bo).dossier(table.fatma).is_none(), "and no more than that");
}

#[test]
fn a_helper_who_becomes_a_member_reads_the_rest_too() {
    let mut table = Table::new(9);
    table.share(What::Plan {});
    let (ans, els, person) = (table.ans, table.els, table.person);
    let request = ChangeRole { person, role: TeamRole::Member, passphrase: PASSPHRASE.into() };
    table.here.device(ans).call(request).expect("an owner gives roles");
    table.here.settle();
    table.here.device(ans).share(table.fatma, vec![person]).expect("a member may read all of it");
    table.here.settle();
    assert_eq!(table.here.device(els).names(), ["Fatma"], "the dossier is there");
    assert_eq!(table.here.device(els).talk(table.talk).conversation.answers.len(), 1, "with its talk");
    assert_eq!(table.shared().items.len(), 0, "nothing is shown by itself any more");
    for who in [ans, els] {
        assert_eq!(table.here.device(who).state().problems, [], "nothing is put aside");
    }
}

#[test]
fn a_residents_own_device_is_told_that_it_reads_along_no_more() {
    let (mut here, people) = Neighbourhood::team(8, &["Ans"]);
    let (ans, own) = (people[0], here.add("Fatma"));
    let (fatma, _) = here.device(ans).talk_with("Fatma");
    here.settle();
    let basis = here.device(ans).agree(fatma, domain::Purpose::Share);
    here.let_in(ans, own, InviteAs::Resident { resident: fatma, basis });
    here.settle();
    let view = here.device(own).call(GetShared {}).expect("a view");
    assert_eq!((view.items.len(), view.gone), (0, None), "a dossier of one's own is no part of one");
    here.device(ans).withdraw(fatma, basis).expect("withdrawn");
    here.settle();
    let view = here.device(own).call(GetShared {}).expect("a view");
    assert!(view.gone.is_some(), "the first page says that it stopped, and does not go on waiting");
}
