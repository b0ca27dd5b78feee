//! Who wrote what came by somebody else, and who vouches for it: told beside the record, and as a fact only where it was checked.

use api::{
    records::{ExportAll, ReadBack, SaveUnsent},
    sync::{GetRecordStates, Vouched, VouchedWay},
    team::Remove,
};
use documents::{Actor, Document};
use domain::{Conversation, ConversationEdit, ConversationId, DeviceId, PersonId, ResidentId};
use protocol::{
    entry::header::Kind,
    id::{DocumentId, ScopeId},
};
use testkit::{
    device::PASSPHRASE,
    forger::{Forger, store_in},
    neighbourhood::{Neighbourhood, Who},
    talk::{given, target},
};

/// Ans the owner keeps Fatma and shares her with Bo and Cor, each by themselves. Bo has no network.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    cor: Who,
    fatma: ResidentId,
    talk: ConversationId,
    with_bo: domain::BasisId,
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo", "Cor"]);
        let (ans, bo, cor) = (people[0], people[1], people[2]);
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        let (bo_is, cor_is) = (person(&mut here, bo), person(&mut here, cor));
        let with_bo = here.device(ans).share(fatma, vec![bo_is]).expect("it can be shared");
        here.device(ans).share(fatma, vec![cor_is]).expect("it can be shared");
        here.settle();
        here.set_down(bo, true);
        Self { here, ans, bo, cor, fatma, talk, with_bo }
    }

    /// Of each record of Fatma on a device: who wrote what came by somebody else.
    fn voices(&mut self, who: Who) -> Vec<(VouchedWay, String, String)> {
        let named = |name: Option<String>| name.unwrap_or_else(|| "nobody known".to_owned());
        let all = self.vouched(who).into_iter();
        all.map(|one| (one.way, named(one.author), named(one.by))).collect()
    }

    fn vouched(&mut self, who: Who) -> Vec<Vouched> {
        let states = self.here.device(who).call(GetRecordStates { resident: self.fatma }).expect("states");
        states.into_iter().flat_map(|state| state.vouched).collect()
    }

    fn answers(&mut self, who: Who) -> usize {
        self.here.device(who).talk(self.talk).conversation.answers.len()
    }

    fn read_in(&mut self, who: Who, path: &str) {
        let bytes = std::fs::read(path).expect("it was written");
        self.here.device(who).call(ReadBack { bytes, passphrase: PASSPHRASE.into() }).expect("the file opens");
    }

    /// A mark in the talk in another device's name, as nobody's app would write it.
    fn forged(&mut self, who: Who, author: DeviceId) -> Vec<u8> {
        let (talk, mut bytes) = (self.talk, Vec::new());
        let device = self.here.device(who);
        device.while_stopped(|folder| {
            let kept = store_in(folder).read().document_bytes(talk.into()).expect("read").expect("the talk");
            let mut document = Document::<Conversation>::load(&kept.bytes, Actor::new(author, [5; 16])).expect("loads");
            let edit = ConversationEdit::Answer(target("d:MD"), Some(given(10)));
            bytes = document.apply(&edit).expect("an edit").expect("a change").bytes;
        });
        device.unlock().expect("it opens");
        bytes
    }
}

fn person(here: &mut Neighbourhood, who: Who) -> PersonId {
    here.device(who).team().expect("a team").me
}

fn this_device(here: &mut Neighbourhood, who: Who) -> DeviceId {
    let team = here.device(who).team().expect("a team");
    team.people.iter().flat_map(|person| &person.devices).find(|device| device.this).expect("this device").id
}

fn one(way: VouchedWay, author: &str, by: &str) -> Vec<(VouchedWay, String, String)> {
    vec![(way, author.to_owned(), by.to_owned())]
}

#[test]
fn what_was_read_in_from_a_removed_colleagues_file_says_who_vouches_on_every_device() {
    let mut table = Table::new(1);
    let (ans, bo, cor) = (table.ans, table.bo, table.cor);
    table.here.device(bo).mark(table.talk, "d:LF", 8).expect("a mark");
    let team = table.here.device(ans).team().expect("a team");
    let bo_is = person(&mut table.here, bo);
    let of_bo = team.people.iter().find(|person| person.id == bo_is).expect("Bo is in it");
    let devices = of_bo.devices.iter().map(|device| device.id).collect();
    table.here.device(ans).call(Remove { devices, passphrase: PASSPHRASE.into() }).expect("an owner may");
    table.here.sync(ans);
    table.here.set_down(bo, false);
    table.here.settle();
    assert_eq!(table.voices(ans), [], "so far everything came from who wrote it");
    let file = table.here.device(bo).call(SaveUnsent { team: team.id, passphrase: PASSPHRASE.into() }).expect("a file");
    table.read_in(ans, &file.path);
    assert_eq!(table.voices(ans), one(VouchedWay::File, "Bo", "Ans"), "Ans sees whose the file says it is");
    let day = table.vouched(ans)[0].day;
    table.here.device(cor).days_go_by(1);
    table.here.settle();
    assert_eq!(table.answers(cor), 1, "Cor has it");
    assert_eq!(table.voices(cor), one(VouchedWay::Told, "Bo", "Ans"), "and sees that Ans says so");
    assert!(table.vouched(cor)[0].day > day, "since the day on which it came to Cor");
    for who in [ans, cor] {
        let before = table.voices(who);
        table.here.restart(who);
        table.here.settle();
        assert_eq!(table.voices(who), before, "it stays");
    }
    table.here.device(ans).mark(table.talk, "d:MD", 4).expect("a mark");
    table.here.settle();
    assert_eq!(table.voices(cor).len(), 1, "what Ans writes needs nobody else");
}

#[test]
fn what_was_handed_in_is_a_fact_for_the_keeper_and_the_keepers_word_for_others() {
    let mut table = Table::new(2);
    let (ans, bo, cor) = (table.ans, table.bo, table.cor);
    table.here.device(bo).mark(table.talk, "d:LF", 8).expect("a mark");
    table.here.device(ans).withdraw(table.fatma, table.with_bo).expect("it can be withdrawn");
    table.here.run_until_quiet();
    table.here.set_down(bo, false);
    table.here.settle();
    assert_eq!((table.answers(ans), table.answers(cor)), (1, 1), "it came through Ans to Cor");
    assert_eq!(table.voices(ans), one(VouchedWay::HandedIn, "Bo", "Ans"), "Bo's device signed the farewell");
    assert_eq!(table.voices(cor), one(VouchedWay::Told, "Bo", "Ans"), "Cor's device has Ans's word");
}

#[test]
fn words_that_a_colleague_brings_in_somebody_elses_name_never_look_like_theirs() {
    let mut table = Table::new(3);
    let (ans, bo, cor) = (table.ans, table.bo, table.cor);
    table.here.set_down(bo, false);
    let of_cor = this_device(&mut table.here, cor);
    for (author, named) in [(of_cor, "Cor"), (DeviceId([9; 16]), "nobody known")] {
        let bytes = table.forged(bo, author);
        let place = (ScopeId(table.fatma.0), DocumentId(table.talk.0));
        let mut forger = Forger::with_keys_of(table.here.device(bo));
        let token = forger.enter(&mut table.here);
        let entry = forger.entry(table.here.relay(), place, bytes, |claims| claims.kind = Kind::Late);
        Forger::upload(&mut table.here, &token, vec![entry]);
        for who in [ans, cor] {
            table.here.sync(who);
            assert_eq!(table.answers(who), 1, "Bo vouches for it, so it comes");
            let expected = one(VouchedWay::Told, named, "Bo");
            assert!(table.voices(who).contains(&expected[0]), "{who:?} is told that Bo says so, also Cor");
        }
    }
}

#[test]
fn what_its_author_sends_after_all_needs_nobody() {
    let mut table = Table::new(4);
    let (ans, bo, cor) = (table.ans, table.bo, table.cor);
    table.here.device(bo).mark(table.talk, "d:LF", 8).expect("a mark");
    let file = table.here.device(bo).call(ExportAll { passphrase: PASSPHRASE.into() }).expect("exported");
    table.here.set_down(ans, true);
    table.read_in(ans, &file.path);
    assert_eq!(table.voices(ans), one(VouchedWay::File, "Bo", "Ans"), "so far a file says so");
    table.here.set_down(bo, false);
    table.here.sync(bo);
    table.here.set_down(ans, false);
    table.here.settle();
    for who in [ans, cor] {
        assert_eq!(table.answers(who), 1, "the mark is there");
        assert_eq!(table.voices(who), [], "and Bo's device has signed it: there is nothing to vouch for");
    }
}
