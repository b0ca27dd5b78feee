//! A member who makes a snapshot that is not the document: nobody shows it, it supersedes nothing for good, and it is told.

use api::sync::{Flagged, GetRecordStates, Problem};
use documents::{Actor, Document};
use domain::{Conversation, ConversationEdit, ConversationId, DeviceId, ResidentId};
use protocol::{
    id::{DocumentId, EntryHash, ScopeId},
    wire::Item,
};
use testkit::{
    forger::{Forger, store_in},
    neighbourhood::{Neighbourhood, Who},
    talk::{given, target},
    team::MEMBER,
};

/// Ans and Cor write in a talk that Bo and Dirk, who have bad intentions, may read too.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    cor: Who,
    dirk: Who,
    talk: ConversationId,
    place: (ScopeId, DocumentId),
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo", "Cor", "Dirk"]);
        let [ans, bo, cor, dirk] = people[..] else { panic!("four people") };
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        here.device(ans).share(fatma, Vec::new()).expect("it can be shared");
        here.settle();
        here.device(ans).mark(talk, "d:MD", 3).expect("a mark");
        here.sync(ans);
        here.sync(cor);
        here.device(cor).mark(talk, "d:LF", 8).expect("a mark");
        here.settle();
        Self { here, ans, bo, cor, dirk, talk, place: (ScopeId(fatma.0), DocumentId(talk.0)) }
    }

    fn shown(&mut self, who: Who) -> Conversation {
        self.here.device(who).talk(self.talk).conversation
    }

    /// The talk as Bo has it, under another device's name.
    fn document(&mut self, device: DeviceId) -> Document<Conversation> {
        let (talk, mut found) = (self.talk, None);
        let bo = self.here.device(self.bo);
        bo.while_stopped(|folder| {
            let kept = store_in(folder).read().document_bytes(talk.into()).expect("read").expect("the talk");
            found = Some(Document::<Conversation>::load(&kept.bytes, Actor::new(device, [5; 16])).expect("it loads"));
        });
        bo.unlock().expect("it opens");
        found.expect("it was stopped")
    }

    /// The talk as it began, without a mark.
    fn beginning(&mut self) -> Vec<u8> {
        let whole = self.document(DeviceId([9; 16]));
        let (first, _) = whole.history()[0];
        whole.change(first).expect("the first change").bytes
    }

    /// Bo brings a snapshot of these bytes past the app.
    fn bring(&mut self, bytes: Vec<u8>) -> Vec<u8> {
        let mut forger = Forger::with_keys_of(self.here.device(self.bo));
        let snapshot = forger.snapshot(self.here.relay(), self.place, bytes);
        let device = forger.device();
        let taken = self.here.relay().bring(device, vec![snapshot.clone()]);
        assert!(matches!(taken[..], [Item::Taken { .. }]), "the relay cannot look into it: {taken:?}");
        snapshot
    }

    /// Dirk says of Bo's snapshot that it is complete.
    fn agree(&mut self, snapshot: &[u8]) {
        let mut forger = Forger::with_keys_of(self.here.device(self.dirk));
        let ack = forger.ack(self.here.relay(), self.place, snapshot);
        let device = forger.device();
        let taken = self.here.relay().bring(device, vec![ack]);
        assert!(matches!(taken[..], [Item::Taken { .. }]), "the relay cannot look into it: {taken:?}");
    }

    fn superseded(&mut self) -> (usize, usize) {
        self.here.relay().books.values().next().expect("a space").superseded()
    }

    fn verdict(&mut self, snapshot: &[u8]) -> Option<bool> {
        let book = self.here.relay().books.values().next().expect("a space");
        book.verdicts.get(&EntryHash::of(snapshot)).copied()
    }

    /// What the dossier tells of snapshots of the talk that others find wrong.
    fn flagged(&mut self, who: Who) -> Option<Flagged> {
        let (resident, talk) = (ResidentId(self.place.0.0), self.talk.into());
        let states = self.here.device(who).call(GetRecordStates { resident }).expect("states");
        states.into_iter().find(|state| state.document == talk).expect("the talk").flagged
    }

    /// Whose devices find a snapshot of the talk wrong, as somebody's dossier tells.
    fn flagged_by(&mut self, who: Who) -> Vec<String> {
        self.flagged(who).map(|flagged| flagged.by).unwrap_or_default()
    }

    /// Nobody shows anything else than before, everybody is told, and a new device comes to the same.
    fn changes_nothing(mut self, bytes: Vec<u8>) {
        let before = self.shown(self.ans);
        let snapshot = self.bring(bytes);
        self.here.settle();
        assert_eq!(self.verdict(&snapshot), Some(false), "somebody has flagged it");
        assert_eq!(self.superseded(), (0, 0), "it supersedes nothing");
        for who in [self.ans, self.cor] {
            assert_eq!(self.shown(who), before, "{who:?} shows what was there before");
            let problems = self.here.device(who).state().problems;
            assert_eq!(problems, [Problem::Aside { count: 1 }], "{who:?} is told");
        }
        let (of_ans, of_cor) = (self.flagged_by(self.ans), self.flagged_by(self.cor));
        assert!(of_ans.contains(&"Cor".to_owned()) && of_cor.contains(&"Ans".to_owned()), "what the others found too");
        assert!(!of_ans.contains(&"Ans".to_owned()), "that Ans's own device found it stands with what was put aside");
        self.agree(&snapshot);
        self.here.settle();
        assert_eq!(self.superseded(), (0, 0), "what one has flagged, another cannot make good");
        let eva = self.here.add("Eva");
        self.here.let_in(self.ans, eva, MEMBER);
        self.here.device(self.ans).mark(self.talk, "i:MD2", 4).expect("a mark");
        self.here.settle();
        assert_eq!(self.shown(eva), self.shown(self.ans), "who comes later has everything");
        assert_eq!(self.shown(self.cor), self.shown(self.ans), "and what is written afterwards comes");
        assert!(self.flagged_by(eva).contains(&"Cor".to_owned()), "the dossier tells it who comes later too");
    }
}

#[test]
fn a_snapshot_that_drops_changes_is_flagged_and_supersedes_nothing() {
    let mut table = Table::new(1);
    let bytes = table.beginning();
    table.changes_nothing(bytes);
}

#[test]
fn a_snapshot_with_words_of_a_device_that_nobody_knows_is_flagged() {
    let mut table = Table::new(2);
    let mut document = table.document(DeviceId([7; 16]));
    let edit = ConversationEdit::Answer(target("d:MD"), Some(given(10)));
    document.apply(&edit).expect("an edit").expect("a change");
    table.changes_nothing(document.save());
}

#[test]
fn a_snapshot_with_words_in_the_name_of_a_colleague_is_flagged() {
    let mut table = Table::new(3);
    let cor = table.here.device(table.cor).team().expect("a team");
    let cor = cor.people.iter().flat_map(|person| &person.devices).find(|device| device.this).expect("Cor's").id;
    let mut document = table.document(cor);
    let edit = ConversationEdit::Answer(target("d:MD"), Some(given(10)));
    document.apply(&edit).expect("an edit").expect("a change");
    table.changes_nothing(document.save());
}

#[test]
fn a_snapshot_that_inflates_to_very_much_is_flagged() {
    let deflated = testkit::bomb::deflated_zeros(64 << 20);
    Table::new(4).changes_nothing(testkit::bomb::compressed_change(&deflated));
}

#[test]
fn a_snapshot_that_is_no_document_is_flagged() {
    Table::new(5).changes_nothing(b"no document".to_vec());
}

/// Two who agree on a snapshot without the marks, after which the relay lets them go.
fn two_agree(seed: u64, bytes: impl FnOnce(&mut Table) -> Vec<u8>) -> Table {
    let mut table = Table::new(seed);
    let bytes = bytes(&mut table);
    let snapshot = table.bring(bytes);
    table.agree(&snapshot);
    assert_eq!(table.verdict(&snapshot), Some(true), "two people have said that it is complete");
    assert!(table.superseded().0 >= 3, "what it covers is superseded: {:?}", table.superseded());
    table
}

#[test]
fn what_two_have_agreed_to_drop_stands_again_once_a_third_looks() {
    let mut table = two_agree(6, Table::beginning);
    let before = table.shown(table.ans);
    table.here.settle();
    assert_eq!(table.superseded(), (0, 0), "it stands again");
    let eva = table.here.add("Eva");
    table.here.let_in(table.ans, eva, MEMBER);
    table.here.settle();
    for who in [table.ans, table.cor, eva] {
        assert_eq!(table.shown(who), before, "{who:?} shows what was there before");
    }
    assert!(table.flagged_by(eva).contains(&"Cor".to_owned()), "Eva is told that Cor's device found it wrong");
}

#[test]
fn a_good_snapshot_ends_what_was_told_of_a_wrong_one_and_nobody_ends_it_for_another() {
    let mut table = Table::new(9);
    let bytes = table.beginning();
    let snapshot = table.bring(bytes);
    table.here.settle();
    let before = table.flagged_by(table.ans);
    assert!(before.contains(&"Cor".to_owned()), "Cor's device found it wrong: {before:?}");
    table.agree(&snapshot);
    table.here.settle();
    let without_dirk: Vec<String> = before.into_iter().filter(|name| name != "Dirk").collect();
    assert_eq!(table.flagged_by(table.ans), without_dirk, "Dirk takes back what Dirk's device said, and nothing else");
    table.here.compacts_after(4);
    for mark in 1..6 {
        table.here.device(table.ans).mark(table.talk, "d:MD", mark).expect("a mark");
        table.here.sync(table.ans);
    }
    table.here.settle();
    for who in [table.ans, table.cor] {
        assert_eq!(table.flagged(who), None, "a good one has come: there is nothing to tell {who:?}");
    }
}

#[test]
fn what_the_relay_has_let_go_by_a_bad_snapshot_is_sent_again_by_who_wrote_it() {
    for (seed, bytes) in [(7, None), (8, Some(b"no document".to_vec()))] {
        let mut table = two_agree(seed, |table| bytes.clone().unwrap_or_else(|| table.beginning()));
        table.here.relay().days_go_by(31);
        assert!(table.superseded().1 >= 3, "a month later it is gone: {:?}", table.superseded());
        let before = table.shown(table.ans);
        for who in [table.ans, table.cor] {
            table.here.sync(who);
        }
        table.here.settle();
        for who in [table.ans, table.cor] {
            assert_eq!(table.shown(who), before, "{who:?} shows what was there before");
            assert_eq!(table.here.device(who).state().problems, [Problem::Aside { count: 1 }], "and is told");
        }
        let eva = table.here.add("Eva");
        table.here.let_in(table.ans, eva, MEMBER);
        table.here.settle();
        if bytes.is_none() {
            assert_eq!(table.shown(eva), before, "who comes later gets what was sent again");
        }
    }
}
