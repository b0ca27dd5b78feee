//! A plan or one conversation is shared with colleagues or with the team: they read that among what was shared with them, and nothing
//! else of the dossier.

mod erased;
mod less;
mod writing;

use api::{
    Failure,
    conversation::GetConversation,
    plan::{EditPlan, GetPlan},
    records::{ExportAll, ReadBack, Verify},
    residents::{Hit, Search},
    shared::{GetShared, SharedView},
    sharing::{GetSharing, SharedWith, What},
    sync::{GetRecordStates, RecordKind},
    team::{ChangeRole, InviteAs, TeamRole},
    today::GetToday,
};
use domain::{BasisId, ConversationId, PersonId, PlanEdit, PlanPart, ResidentId, Step, StepId};
use protocol::id::{DocumentId, ScopeId};
use testkit::{
    device::PASSPHRASE,
    neighbourhood::{Neighbourhood, Who},
    team::MEMBER,
    thief::Copies,
};

/// The id that asks for a new step.
const NEW: StepId = StepId([0; 16]);

/// Ans keeps Fatma, who has a plan and a talk. Bo and Cor are members.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    cor: Who,
    fatma: ResidentId,
    talk: ConversationId,
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo", "Cor"]);
        let (ans, bo, cor) = (people[0], people[1], people[2]);
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        let mut table = Self { here, ans, bo, cor, fatma, talk };
        table.write(ans, PlanEdit::Write(PlanPart::Want, "weer naar de markt".into())).expect("it is kept");
        table.write(ans, step("samen naar de markt")).expect("it is kept");
        table.here.device(ans).mark(talk, "d:MD", 4).expect("a mark");
        table.here.settle();
        table
    }

    fn person(&mut self, who: Who) -> PersonId {
        self.here.device(who).team().expect("a team").me
    }

    /// Ans shares a part, with the team where nobody is named.
    fn share(&mut self, what: What, people: &[Who]) -> BasisId {
        let people = people.iter().map(|who| self.person(*who)).collect();
        let basis = self.here.device(self.ans).share_part(self.fatma, people, what).expect("its keeper may share");
        self.here.settle();
        basis
    }

    fn share_plan(&mut self, people: &[Who]) -> BasisId {
        self.share(What::Plan {}, people)
    }

    fn share_talk(&mut self, people: &[Who]) -> BasisId {
        self.share(What::Conversation { conversation: self.talk }, people)
    }

    fn share_all(&mut self, people: &[Who]) -> BasisId {
        self.share(What::All {}, people)
    }

    fn withdraw(&mut self, basis: BasisId) {
        self.here.device(self.ans).withdraw(self.fatma, basis).expect("withdrawn");
        self.here.settle();
    }

    fn write(&mut self, who: Who, edit: PlanEdit) -> Result<api::Saved, Failure> {
        self.here.device(who).call(EditPlan { resident: self.fatma, edit })
    }

    fn becomes(&mut self, who: Who, role: TeamRole) {
        let person = self.person(who);
        let request = ChangeRole { person, role, passphrase: PASSPHRASE.into() };
        self.here.device(self.ans).call(request).expect("an owner gives roles");
        self.here.settle();
    }

    fn shared(&mut self, who: Who) -> SharedView {
        self.here.device(who).call(GetShared {}).expect("a view")
    }

    /// What a device shows by itself.
    fn items(&mut self, who: Who) -> Vec<What> {
        self.shared(who).items.into_iter().map(|item| item.what).collect()
    }

    /// What a device has of Fatma.
    fn kinds(&mut self, who: Who) -> Vec<RecordKind> {
        let states = self.here.device(who).call(GetRecordStates { resident: self.fatma }).expect("states");
        states.into_iter().map(|state| state.kind).collect()
    }

    fn names(&mut self, who: Who) -> Vec<String> {
        self.here.device(who).names()
    }

    fn found(&mut self, who: Who, word: &str) -> Vec<Hit> {
        self.here.device(who).call(Search { text: word.into() }).expect("a search").hits
    }

    fn steps(&mut self, who: Who) -> usize {
        self.here.device(who).call(GetPlan { resident: self.fatma }).expect("the plan").plan.steps.len()
    }

    fn of_plan(&mut self) -> DocumentId {
        let states = self.here.device(self.ans).call(GetRecordStates { resident: self.fatma }).expect("states");
        let plan = states.iter().find(|state| state.kind == RecordKind::Plan).expect("a plan");
        DocumentId(plan.document.0)
    }

    /// Whether everything that ever lay at the relay opens a document with what a device holds.
    fn opens(&mut self, who: Who, document: DocumentId) -> bool {
        let mut copies = Copies::default();
        copies.of(self.here.relay());
        copies.with(self.here.device(who)).reads(ScopeId(self.fatma.0), document)
    }

    fn nothing_is_wrong(&mut self) {
        for who in self.here.everybody() {
            let device = self.here.device(who);
            let state = device.state();
            assert_eq!((state.problems, state.waiting), (vec![], 0), "nothing is wrong or waits on {who:?}");
            let verified = device.call(Verify {}).expect("a device can be looked through");
            assert_eq!(verified.problems, [], "no list of {who:?} shows what is not there");
        }
    }
}

fn step(text: &str) -> PlanEdit {
    PlanEdit::Step(NEW, Step { text: text.into(), ..Step::default() })
}

#[test]
fn a_colleague_who_reads_the_plan_never_opens_a_conversation() {
    let mut table = Table::new(1);
    let (bo, talk) = (table.bo, DocumentId(table.talk.0));
    table.share_plan(&[bo]);
    let view = table.shared(bo);
    assert_eq!(view.items.len(), 1, "the plan and nothing else");
    let note = view.items[0].note.clone().expect("a note on its cover");
    assert_eq!((note.whose.as_str(), note.by.as_str()), ("Fatma", "Ans"), "whose, and by whom");
    assert_eq!(table.kinds(bo), [RecordKind::Plan], "nothing else of it is kept");
    let opened = table.here.device(bo).call(GetConversation { conversation: table.talk });
    assert_eq!(opened.err(), Some(Failure::NotFound), "the talk is not there");
    let plan = table.of_plan();
    assert!(table.opens(bo, plan), "with all that lay at the relay Bo's device opens the plan");
    assert!(!table.opens(bo, talk), "and not the talk");
    table.here.device(table.ans).mark(table.talk, "d:LF", 7).expect("a mark");
    table.here.settle();
    assert!(!table.opens(bo, talk), "nor what is written in it later");
    assert_eq!(table.shared(table.cor).items.len(), 0, "and Cor was given nothing");
    table.nothing_is_wrong();
}

#[test]
fn what_is_read_by_part_is_no_half_dossier_in_a_list() {
    let mut table = Table::new(2);
    let bo = table.bo;
    let due = Step { text: "bellen over de markt".into(), on: Some(domain::date(2026, 1, 1)), ..Step::default() };
    table.write(table.ans, PlanEdit::Step(NEW, due)).expect("it is kept");
    table.share_plan(&[bo]);
    table.share_talk(&[]);
    assert_eq!(table.items(bo).len(), 2, "the plan, and the talk that the team reads");
    assert_eq!(table.names(bo), Vec::<String>::new(), "no resident stands in a list");
    assert!(table.here.device(bo).dossier(table.fatma).is_none(), "there is no dossier to open");
    let today = table.here.device(bo).call(GetToday {}).expect("a page");
    let counts = (today.residents, today.asks.len(), today.unfinished.len(), today.to_print.len());
    assert_eq!(counts, (0, 0, 0, 0), "nobody to ask, nothing to finish");
    assert!(!table.here.device(table.ans).call(GetToday {}).expect("a page").unfinished.is_empty(), "but for Ans");
    assert_eq!(table.here.device(bo).state().conflicts, [], "nothing to choose");
    let found = table.found(bo, "markt");
    assert!(!found.is_empty(), "the words are found");
    assert!(found.iter().all(|hit| hit.part && hit.name == "Fatma"), "where they were shared, with whose they are");
    assert!(table.found(table.ans, "markt").iter().all(|hit| !hit.part), "the keeper finds them in the dossier");
    let copy = api::dossier::SaveCopy { resident: table.fatma };
    assert_eq!(table.here.device(bo).call(copy).err(), Some(Failure::NotFound), "there is no copy to give");
}

#[test]
fn what_is_read_by_part_goes_into_no_file() {
    let mut table = Table::new(3);
    let bo = table.bo;
    table.here.device(bo).talk_with("Joop");
    table.share_plan(&[]);
    table.share_talk(&[bo]);
    let written = table.here.device(bo).call(ExportAll { passphrase: PASSPHRASE.into() }).expect("exported");
    let bytes = std::fs::read(&written.path).expect("a file");
    let mut other = testkit::device::Device::set_up(30).0;
    other.call(ReadBack { bytes, passphrase: PASSPHRASE.into() }).expect("read back");
    assert_eq!(other.names(), ["Joop"], "what is Bo's came along");
    let states = other.call(GetRecordStates { resident: table.fatma }).expect("states");
    assert_eq!(states, [], "and nothing of what was shared with Bo");
}

#[test]
fn of_a_part_and_all_of_it_the_more_is_shown() {
    let mut table = Table::new(4);
    let (bo, cor) = (table.bo, table.cor);
    table.share_plan(&[bo]);
    table.share_all(&[bo]);
    assert_eq!(table.names(bo), ["Fatma"], "the dossier appears");
    assert_eq!(table.here.device(bo).talk(table.talk).conversation.answers.len(), 1, "with its talk");
    assert_eq!(table.items(bo), [], "nothing is shown by itself any more");
    assert_eq!(table.shared(bo).gone, None, "and nothing is said to have gone");
    table.share_talk(&[bo, cor]);
    assert_eq!(table.names(bo), ["Fatma"], "a part for Bo and for Cor takes nothing from Bo");
    assert_eq!(table.items(bo), [], "nor is it shown beside the dossier");
    assert_eq!(table.items(cor), [What::Conversation { conversation: table.talk }], "Cor reads that talk");
    assert_eq!(table.names(cor), Vec::<String>::new(), "and no more");
    let view = table.here.device(table.ans).call(GetSharing { resident: table.fatma }).expect("a view");
    let talk = view.shares.iter().find(|share| share.what != What::Plan {} && !share.is_whole()).expect("a share");
    let SharedWith::People { people } = &talk.with else { panic!("with people") };
    assert_eq!(people.len(), 2, "one basis names both");
    assert!(talk.covers(table.talk.into()), "and the talk");
    table.nothing_is_wrong();
}

#[test]
fn who_joins_later_is_given_what_the_team_reads_by_part_and_a_helper_is_not() {
    let mut table = Table::new(5);
    table.share_plan(&[]);
    let (ans, bo) = (table.ans, table.bo);
    assert_eq!((table.items(bo).len(), table.items(table.cor).len()), (1, 1), "everybody in the team reads the plan");
    assert_eq!(table.items(ans), [], "the keeper reads the dossier");
    let view = table.here.device(ans).call(GetSharing { resident: table.fatma }).expect("a view");
    assert_eq!((&view.shares[0].with, &view.shares[0].what), (&SharedWith::Team {}, &What::Plan {}), "it says so");
    let (dirk, els) = (table.here.add("Dirk"), table.here.add("Els"));
    table.here.let_in(ans, dirk, MEMBER);
    table.here.let_in(ans, els, InviteAs::Person { role: TeamRole::Helper });
    table.here.settle();
    assert_eq!(table.items(dirk), [What::Plan {}], "who comes later too");
    assert_eq!(table.items(els), [], "a helper is of no team");
    table.becomes(els, TeamRole::Member);
    assert_eq!(table.items(els), [What::Plan {}], "until they are a member");
    let second = table.here.add("Bo");
    table.here.let_in(bo, second, InviteAs::OwnDevice {});
    table.here.settle();
    assert_eq!(table.items(second), [What::Plan {}], "a second device has what the first one has");
    table.write(dirk, step("samen koken")).expect("it is kept");
    table.here.settle();
    assert_eq!((table.steps(ans), table.steps(second)), (2, 2), "what one writes in it comes to all");
    table.nothing_is_wrong();
}

#[test]
fn whoever_becomes_a_helper_keeps_what_names_them_and_not_what_the_team_reads() {
    let mut table = Table::new(6);
    let (bo, cor) = (table.bo, table.cor);
    table.share_plan(&[]);
    table.share_talk(&[bo]);
    table.becomes(bo, TeamRole::Helper);
    table.becomes(cor, TeamRole::Helper);
    assert_eq!(table.items(bo), [What::Conversation { conversation: table.talk }], "the talk names Bo");
    assert_eq!(table.kinds(bo), [RecordKind::Conversation], "and the plan went");
    assert_eq!(table.items(cor), [], "nothing names Cor");
    assert!(table.kinds(cor).is_empty(), "so nothing of it is kept");
    table.write(table.ans, step("iets nieuws")).expect("it is kept");
    table.here.settle();
    for who in [bo, cor] {
        assert_eq!(table.shared(who).gone.map(|gone| gone.count), Some(1), "{who:?} is told that the plan went");
    }
    table.becomes(cor, TeamRole::Member);
    assert_eq!(table.items(cor), [What::Plan {}], "of the team again, Cor reads it again");
    assert_eq!(table.steps(cor), 2, "with what was written meanwhile");
    table.nothing_is_wrong();
}

#[test]
fn a_successor_who_had_a_part_has_the_dossier_and_who_handed_over_keeps_what_the_team_reads() {
    let mut table = Table::new(7);
    let (ans, bo) = (table.ans, table.bo);
    table.share_plan(&[]);
    let to = table.person(bo);
    let request = api::sharing::HandOverDossier {
        resident: table.fatma,
        to,
        ground: domain::Ground::Consent,
        given_by: domain::GivenBy::Oneself,
        told: "Bo gaat verder.".into(),
        language: domain::Language::Nl,
        instead: true,
    };
    table.here.device(ans).call(request).expect("its keeper may hand over");
    table.here.settle();
    assert_eq!(table.names(bo), ["Fatma"], "the dossier is there");
    assert_eq!((table.items(bo), table.shared(bo).gone), (vec![], None), "and no part beside it");
    assert_eq!(table.here.device(bo).talk(table.talk).conversation.answers.len(), 1, "whole");
    assert_eq!(table.names(ans), Vec::<String>::new(), "Ans keeps it no longer");
    assert_eq!(table.items(ans), [What::Plan {}], "and reads what the team reads");
    assert_eq!(table.kinds(ans), [RecordKind::Plan], "that and nothing else");
    table.here.device(bo).mark(table.talk, "d:LF", 7).expect("a mark");
    table.here.settle();
    assert_eq!(table.kinds(ans), [RecordKind::Plan], "also when something is written");
    table.nothing_is_wrong();
}
