//! A member who does not play by the rules: what they send is put aside, and keeps nothing else back.

use api::sync::{GetRecordStates, Problem};
use documents::{Actor, Document};
use domain::{Conversation, ConversationEdit, ConversationId, ResidentId};
use protocol::{
    encode::Blob,
    id::{DocumentId, PersonId, ScopeId},
    membership::MembershipChange,
    permission::Role,
    wire::{Appended, Item, LogItem},
};
use testkit::{
    device::{Device, PASSPHRASE},
    forger::{Forger, store_in},
    liar::Lie,
    neighbourhood::{Neighbourhood, Who},
    talk::{given, target},
};

/// Ans shares a talk with Bo, who has bad intentions, and Cor.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    cor: Who,
    talk: ConversationId,
    place: (ScopeId, DocumentId),
    forger: Forger,
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team_at_a_liar(seed, &["Ans", "Bo", "Cor"]);
        let (ans, bo, cor) = (people[0], people[1], people[2]);
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        here.device(ans).share(fatma, Vec::new()).expect("it can be shared");
        here.device(ans).mark(talk, "d:MD", 3).expect("a mark");
        here.settle();
        let forger = Forger::with_keys_of(here.device(bo));
        Self { here, ans, bo, cor, talk, place: (ScopeId(fatma.0), DocumentId(talk.0)), forger }
    }

    fn shown(&mut self, who: Who) -> Conversation {
        self.here.device(who).talk(self.talk).conversation
    }

    /// Bo's entry with these bytes is taken by the relay; Cor puts it aside, shows nothing of it, and what Ans writes afterwards comes.
    fn put_aside(mut self, bytes: Vec<u8>) {
        let before = self.shown(self.cor);
        let entry = self.forger.entry(self.here.relay(), self.place, bytes, |_| {});
        let device = self.forger.device();
        let taken = self.here.relay().bring(device, vec![entry]);
        assert!(matches!(taken[..], [Item::Taken { .. }]), "the relay cannot look into it: {taken:?}");
        self.here.sync(self.cor);
        assert_eq!(self.shown(self.cor), before, "Cor shows nothing of it");
        assert_eq!(self.here.device(self.cor).state().problems, [Problem::Aside { count: 1 }], "and is told");
        let resident = ResidentId(self.place.0.0);
        let records = self.here.device(self.cor).call(GetRecordStates { resident }).expect("the records");
        for record in records {
            let here = (record.document.0 == self.place.1.0).then_some(Problem::Aside { count: 1 });
            assert_eq!(record.problem, here, "at the record that it is about, and at no other: {:?}", record.kind);
        }
        self.goes_on();
    }

    fn goes_on(mut self) {
        self.here.lie(Lie::Nothing);
        self.here.device(self.ans).mark(self.talk, "d:LF", 8).expect("a mark");
        self.here.sync(self.ans);
        self.here.sync(self.cor);
        assert_eq!(self.shown(self.cor), self.shown(self.ans), "what comes after it comes");
    }
}

#[test]
fn words_in_the_name_of_another_device_are_put_aside() {
    let mut table = Table::new(1);
    let cor = table.here.device(table.cor).team().expect("a team");
    let cor = cor.people.iter().flat_map(|person| &person.devices).find(|device| device.this).expect("Cor's").id;
    let (talk, mut forged) = (table.talk, Vec::new());
    let bo = table.here.device(table.bo);
    bo.while_stopped(|folder| {
        let kept = store_in(folder).read().document_bytes(talk.into()).expect("read").expect("the talk");
        let mut document = Document::<Conversation>::load(&kept.bytes, Actor::new(cor, [5; 16])).expect("it loads");
        let edit = ConversationEdit::Answer(target("d:MD"), Some(given(10)));
        forged = document.apply(&edit).expect("an edit").expect("a change").bytes;
    });
    bo.unlock().expect("it opens");
    table.put_aside(forged);
}

#[test]
fn bytes_that_are_no_changes_are_put_aside() {
    for (seed, bytes) in [(2, b"no change of automerge".to_vec()), (3, vec![0x85; 40_000]), (4, Vec::new())] {
        let mut table = Table::new(seed);
        if bytes.is_empty() {
            // Nothing in it is nothing wrong.
            let entry = table.forger.entry(table.here.relay(), table.place, bytes, |_| {});
            let device = table.forger.device();
            table.here.relay().bring(device, vec![entry]);
            table.here.sync(table.cor);
            table.goes_on();
        } else {
            table.put_aside(bytes);
        }
    }
}

#[test]
fn bytes_that_inflate_to_many_more_are_put_aside() {
    let deflated = testkit::bomb::deflated_zeros(64 << 20);
    assert!(deflated.len() < 100_000, "a few bytes stand for many");
    Table::new(5).put_aside(testkit::bomb::compressed_change(&deflated));
}

#[test]
fn an_entry_under_a_key_of_before_a_withdrawal_is_refused_and_put_aside() {
    let mut table = Table::new(6);
    let (scope, _) = table.place;
    let team = table.here.device(table.ans).team().expect("a team").people;
    let cor =
        team.iter().find(|person| person.person.as_ref().is_some_and(|person| person.name == "Cor")).expect("Cor");
    let fatma = ResidentId(scope.0);
    table.here.device(table.ans).share(fatma, vec![cor.id]).expect("it can be shared");
    table.here.settle();
    // Bo's keys are those of before: the dossier is withdrawn from the team, and Bo goes on with an old key and old heads.
    let stale = table.forger.entry(table.here.relay(), table.place, b"words".to_vec(), |_| {});
    let view = table.here.device(table.ans).call(api::sharing::GetSharing { resident: fatma }).expect("a view");
    let team =
        view.shares.iter().find(|share| share.with == api::sharing::SharedWith::Team {}).expect("the team's").basis;
    table.here.device(table.ans).withdraw(fatma, team).expect("it can be withdrawn");
    table.here.sync(table.ans);
    let device = table.forger.device();
    let answer = table.here.relay().bring(device, vec![stale.clone()]);
    assert!(!matches!(answer[..], [Item::Taken { .. }]), "an honest relay does not take it: {answer:?}");
    // A relay that is in league with Bo.
    let place = table.place;
    table.here.relay().books.values_mut().next().expect("a space").put_unseen(place, stale);
    table.here.sync(table.cor);
    assert_eq!(table.shown(table.cor), table.shown(table.ans), "Cor shows nothing of it");
    assert_eq!(table.here.device(table.cor).state().problems, [Problem::Aside { count: 1 }], "and is told");
    table.goes_on();
}

#[test]
fn a_record_that_is_not_allowed_is_refused_and_noticed() {
    let mut table = Table::new(7);
    let bo = table.here.device(table.bo).team().expect("a team").me;
    let change = MembershipChange::Role { person: PersonId(bo.0), role: Role::Owner, rotation: None };
    let record = table.forger.record(table.here.relay(), change);
    assert_eq!(table.here.relay().bring_record(&record), Some(Appended::Refused), "a member makes nobody an owner");
    // A relay that is in league with Bo.
    table.here.lie(Lie::Add(LogItem::Membership(Blob(record))));
    table.here.device(table.ans).mark(table.talk, "i:MD2", 4).expect("a mark");
    table.here.sync(table.cor);
    assert_eq!(table.here.device(table.cor).state().problems, [Problem::RelayChanged], "Cor sees what cannot be");
    let role = |device: &mut Device| {
        let team = device.team().expect("a team").people;
        team.iter().find(|person| person.id == bo).map(|person| person.role)
    };
    assert_eq!(role(table.here.device(table.cor)), Some(api::team::TeamRole::Member), "and Bo is what Bo was");
    table.goes_on();
}

#[test]
fn the_keys_of_a_device_that_was_taken_out_open_nothing_that_came_after() {
    let mut table = Table::new(9);
    let team = table.here.device(table.bo).team().expect("a team");
    let devices = team.people.iter().flat_map(|person| &person.devices).filter(|device| device.this);
    let devices = devices.map(|device| device.id).collect();
    let cursor = table.here.relay().books.values().next().expect("a space").space.head;
    table
        .here
        .device(table.ans)
        .call(api::team::Remove { devices, passphrase: PASSPHRASE.into() })
        .expect("an owner may");
    table.here.sync(table.ans);
    table.here.device(table.ans).mark(table.talk, "d:LF", 8).expect("a mark");
    table.here.sync(table.ans);
    let (gerrit, _) = table.here.device(table.ans).talk_with("Gerrit");
    table.here.device(table.ans).share(gerrit, Vec::new()).expect("it can be shared");
    table.here.sync(table.ans);
    let book = table.here.relay().books.values().next().expect("a space");
    let mut later = 0;
    for bytes in book.line.range(cursor + 1..).map(|(_, line)| line.bytes()) {
        let Ok(entry) = protocol::entry::Entry::decode(bytes) else { continue };
        let claims = &entry.header.claims;
        later += 1;
        assert!(!table.forger.opens(claims.scope, claims.document, claims.key), "Bo's keys open nothing of it");
    }
    assert!(later >= 3, "a mark, and a dossier with a talk");
}
